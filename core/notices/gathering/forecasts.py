"""What notices about forecasts and warnings tell, looked up just before they are told."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, Protocol

from core.access.people import Name
from core.clock import Clock, today
from core.diary.acknowledging import Acknowledgements
from core.diary.forecast.foresee import Foresee
from core.diary.forecast.of_subject import SubjectForecast
from core.diary.issuing.drafts import WarningState
from core.diary.issuing.early_warnings import EarlyWarning, EarlyWarnings, LastTold
from core.diary.issuing.issue import Classes, Issues
from core.diary.issuing.terms import ClassTerm, Term
from core.ids import IssueId, NoticeId, PeriodId, PersonId, PupilId, SchoolId, WarningId
from core.notices.gathering.answered import is_repeated, unanswered
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.forecasts import ClassNews, ForecastNews, WarningNews
from core.notices.ports import Audience, DeliveryRules
from core.notices.printing import PrintRun
from core.notices.standing_in import FindInCharge


class Names(Protocol):
    """How persons are called."""

    async def names(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Name]:
        """Return the names of persons in the school's records; who is gone is missing."""
        ...


@dataclass(frozen=True, slots=True)
class GatherForecasts:
    """Looks up forecasts as they are now; what was answered in between is not told again."""

    issues: Issues
    warnings: EarlyWarnings
    names: Names
    foresee: Foresee
    acknowledgements: Acknowledgements
    print_run: PrintRun
    classes: Classes
    delivery: DeliveryRules
    audience: Audience
    clock: Clock

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, ForecastNews | WarningNews | ClassNews]:
        """Return what there is to say of each notice of one kind."""
        people = await self.names.names(sorted({PersonId(row.draft.about) for row in rows}))
        names = {PupilId(person): name for person, name in people.items()}
        told = await unanswered(rows, self.acknowledgements)
        open_rows = [row for row in told if row.draft.about in names]
        match kind:
            case NoticeKind.FORECAST:
                return await self._forecasts(open_rows, names)
            case NoticeKind.WARNING:
                return await self._warnings(open_rows, names)
            case _:
                found = {row.id: await self._of_class(row, names) for row in open_rows}
                return {number: news for number, news in found.items() if news}

    async def _forecasts(
        self, rows: Sequence[Notice], names: Mapping[PupilId, Name]
    ) -> Mapping[NoticeId, ForecastNews]:
        foreseen = await self._foreseen(
            {(row.draft.school, PeriodId(row.draft.subject), row.draft.about) for row in rows}
        )
        return {
            row.id: ForecastNews(
                about=row.draft.about,
                child=names[row.draft.about],
                notice=row.id,
                period=found.title,
                subjects=found.subjects,
                repeated=is_repeated(row),
            )
            for row in rows
            if (found := foreseen.get((PeriodId(row.draft.subject), row.draft.about)))
        }

    async def _warnings(
        self, rows: Sequence[Notice], names: Mapping[PupilId, Name]
    ) -> Mapping[NoticeId, WarningNews]:
        warnings = await self.warnings.some([WarningId(row.draft.subject) for row in rows])
        told = await self._told(list(warnings.values()))
        return {
            row.id: replace(
                _as_told(news, warnings[WarningId(row.draft.subject)].last),
                child=names[row.draft.about],
                notice=row.id,
                repeated=is_repeated(row),
            )
            for row in rows
            if (news := told.get(WarningId(row.draft.subject)))
            # A warning of somebody else, or of what is over, is not told.
            if news.about == row.draft.about and news.subject.risk is not None
        }

    async def warning_news(self, warning: EarlyWarning) -> WarningNews | None:
        """Return what a warning tells now; None where the subject is taught no more."""
        return (await self._told([warning])).get(warning.id)

    async def _told(self, warnings: Sequence[EarlyWarning]) -> Mapping[WarningId, WarningNews]:
        foreseen = await self._foreseen(
            {(one.school, one.period, one.child.pupil) for one in warnings}
        )
        return {
            one.id: WarningNews(
                about=one.child.pupil,
                child=one.child.name,
                notice=NoticeId(0),
                period=found.title,
                subject=subject,
                words=one.words,
            )
            for one in warnings
            if (found := foreseen.get((one.period, one.child.pupil)))
            for subject in found.subjects
            if subject.subject == one.subject
        }

    async def _foreseen(
        self, asked: Collection[tuple[SchoolId, PeriodId, PupilId]]
    ) -> "Mapping[tuple[PeriodId, PupilId], _Foreseen]":
        """Return what is to be expected of the pupils, asking once for each period."""
        together = defaultdict[tuple[SchoolId, PeriodId], list[PupilId]](list)
        for school, period, pupil in sorted(asked):
            together[school, period].append(pupil)
        zones = {one.school: one.zone for one in await self.delivery.all()} if asked else {}
        found = dict[tuple[PeriodId, PupilId], _Foreseen]()
        for (school, period), pupils in together.items():
            term = await self.issues.period(period)
            if term is None:
                continue
            now = today(self.clock, zones[school])
            subjects = await self._subjects(school, term, pupils, now)
            found |= {
                (period, pupil): _Foreseen(term.title, subjects.get(pupil, ())) for pupil in pupils
            }
        return found

    async def _subjects(
        self, school: SchoolId, term: Term, pupils: Sequence[PupilId], now: date
    ) -> Mapping[PupilId, tuple[SubjectForecast, ...]]:
        day = min(max(now, term.begins), term.ends)
        found = await self.foresee(school, pupils, day=day, today=now)
        return found.within(term.begins, term.ends)

    async def _of_class(self, row: Notice, names: Mapping[PupilId, Name]) -> ClassNews | None:
        kind, term = row.draft.kind, await self.issues.issued(IssueId(row.draft.subject))
        # Who leads the class no more hears nothing of it, as with whose pupils it is.
        if term is None:
            return None
        told = await FindInCharge(self.audience).of_class(term.school, term.class_id)
        if row.draft.recipient not in told.persons:
            return None
        count = await self._count(kind, term)
        if not count and kind is not NoticeKind.FORECAST_SENT:
            return None
        return ClassNews(
            about=row.draft.about,
            child=names[row.draft.about],
            kind=kind,
            class_id=term.class_id,
            class_title=term.class_title,
            period=term.term.title,
            count=count,
            stands_in=told.stand_in,
        )

    async def _count(self, kind: NoticeKind, term: ClassTerm) -> int:
        if kind is NoticeKind.TO_PRINT:
            return await self._sheets(term)
        if kind is not NoticeKind.WARNINGS_DRAFTED:
            return 0
        pupils = [one.pupil for one in await self.classes.pupils_of(term.class_id)]
        drafts = await self.warnings.of_pupils(pupils, [term.term.id])
        return sum(one.state is WarningState.DRAFT for one in drafts)

    async def _sheets(self, term: ClassTerm) -> int:
        """Return how many families a forecast or a warning of the period did not reach."""
        pupils = [one.pupil for one in await self.classes.pupils_of(term.class_id)]
        period = term.term.id
        warned = [one.id for one in await self.warnings.of_pupils(pupils, [period])]
        forecasts = await self.print_run.of(NoticeKind.FORECAST, [period], pupils)
        warnings = await self.print_run.of(NoticeKind.WARNING, warned, pupils)
        return len({one.pupil for one in (*forecasts, *warnings)})


def _as_told(news: WarningNews, last: LastTold | None) -> WarningNews:
    """Return what a family reads: of a draft that waits it knows neither words nor that it is."""
    if last is None:
        return news
    changed = last.risk is not news.subject.risk
    return replace(news, words=last.words, told=last.risk if changed else None)


class _Foreseen(NamedTuple):
    title: str
    subjects: tuple[SubjectForecast, ...]
