"""The warnings that stand on a family's sheet: of what threatens, and of lessons missed (F10)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.diary.forecast.of_subject import SubjectForecast
from core.diary.issuing.drafts import WarningState
from core.diary.issuing.early_warnings import EarlyWarnings
from core.diary.issuing.issue import Foreseen, Issues
from core.diary.issuing.terms import ClassTerm
from core.diary.truancy.counting import StillTruant
from core.diary.truancy.spells import MissedLesson
from core.diary.truancy.warnings import TruancyWarning, TruancyWarnings
from core.ids import ClassId, PupilId


@dataclass(frozen=True, slots=True)
class SheetWarning:
    """What threatens in a subject of a period; `words` are the class teacher's, or empty."""

    subject: SubjectForecast
    period: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class SheetTruancy:
    """Lessons missed without good reason; `words` are the class teacher's, or empty."""

    lessons: tuple[MissedLesson, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class WarningsOnPaper:
    """The warnings of some pupils."""

    early: Mapping[PupilId, Sequence[SheetWarning]]
    truancy: Mapping[PupilId, Sequence[SheetTruancy]]


@dataclass(frozen=True, slots=True)
class GatherWarnings:
    """Reads what was sent to families in the periods of a stretch of days, and still stands.

    A risk that is over, or lessons that have got reasons, are told on paper no more than else.
    """

    issues: Issues
    warnings: EarlyWarnings
    truancies: TruancyWarnings
    still: StillTruant

    async def __call__(
        self,
        class_id: ClassId,
        pupils: Sequence[PupilId],
        days: tuple[date, date],
        foreseen: Foreseen,
        *,
        since: datetime,
    ) -> WarningsOnPaper:
        """Return each pupil's warnings; `foreseen` is what is to be expected now.

        `since` is the instant at which the first of the days begins at the school.
        """
        first, last = days
        terms = await self.issues.terms_of(class_id, last)
        terms = terms or await self.issues.terms_of(class_id, first)
        begins = min((one.term.begins for one in terms), default=first)
        return WarningsOnPaper(
            await self._early(pupils, terms, foreseen),
            await self._of_truancy(pupils, begins, since),
        )

    async def _early(
        self, pupils: Sequence[PupilId], terms: Sequence[ClassTerm], foreseen: Foreseen
    ) -> Mapping[PupilId, Sequence[SheetWarning]]:
        titles = {one.term.id: one.term.title for one in terms}
        at_risk = {
            (pupil, one.subject): one
            for pupil, subjects in foreseen.items()
            for one in subjects
            if one.risk is not None
        }
        found = defaultdict[PupilId, list[SheetWarning]](list)
        for one in await self.warnings.of_pupils(pupils, list(titles)):
            subject = at_risk.get((one.child.pupil, one.subject))
            if one.state is WarningState.SENT and subject is not None:
                told = SheetWarning(subject, titles[one.period], one.words)
                found[one.child.pupil].append(told)
        return found

    async def _of_truancy(
        self, pupils: Sequence[PupilId], begins: date, since: datetime
    ) -> Mapping[PupilId, Sequence[SheetTruancy]]:
        known = await self.truancies.of_pupils(pupils)
        sent = [one for one in known if _is_told(one, begins, since)]
        lessons = await self.still(sent)
        found = defaultdict[PupilId, list[SheetTruancy]](list)
        for one in sent:
            if missed := lessons.get(one.id):
                found[one.child.pupil].append(SheetTruancy(tuple(missed), one.words))
        return found


def _is_told(one: TruancyWarning, begins: date, since: datetime) -> bool:
    """Say whether a warning is of the period, or was sent on the days of the sheet.

    Lessons of a period that is over may be decided on in the next one.
    """
    if one.state is not WarningState.SENT or one.decided_at is None:
        return False
    return one.ends >= begins or one.decided_at >= since
