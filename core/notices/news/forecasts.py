"""What messages about forecasts and warnings tell, as the journal stands when they are told."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from core.access.people import Name
from core.diary.acknowledging import stamp_of
from core.diary.forecast.of_subject import Risk, SubjectForecast
from core.ids import ClassId, NoticeId, PupilId
from core.notices.ledger import NoticeKind
from core.notices.news.truancy import TruancyNews


@dataclass(frozen=True, slots=True)
class ForecastNews:
    """A pupil's forecast of a period, to be acknowledged under `notice`.

    `repeated`: it is told once more, for nobody knows whether it arrived the first time.
    """

    about: PupilId
    child: Name
    notice: NoticeId
    period: str
    subjects: tuple[SubjectForecast, ...]
    repeated: bool = False

    @property
    def until(self) -> date | None:
        """Return the day by which the period's marks are set; None where no subject is taught."""
        return max((one.sufficiency.by for one in self.subjects), default=None)

    @property
    def shown(self) -> str:
        """Return what is acknowledged as plain text: its digest is kept as the proof (F6).

        It holds the marks to be expected and not their chances: these move by themselves from
        day to day, and who has read that a four comes has read it.
        """
        return "\n".join((self.period, *map(_line, self.subjects)))

    @property
    def stamp(self) -> int:
        """Return the stamp of the button under it."""
        return stamp_of(self.shown)


@dataclass(frozen=True, slots=True)
class WarningNews:
    """A pupil is at risk in a subject; `words` are the class teacher's, or empty.

    `told` is what the family was warned of where another risk threatens now: of that it is warned
    apart, and to acknowledge the one is not to acknowledge the other.
    """

    about: PupilId
    child: Name
    notice: NoticeId
    period: str
    subject: SubjectForecast
    words: str = ""
    repeated: bool = False
    told: Risk | None = None

    @property
    def shown(self) -> str:
        """Return what is acknowledged as plain text: what threatens where, and the words."""
        told = (f"< {self.told.value}",) if self.told else ()
        return "\n".join((self.period, *told, _line(self.subject), self.words))

    @property
    def stamp(self) -> int:
        """Return the stamp of the button under it."""
        return stamp_of(self.shown)


ToAcknowledge = ForecastNews | WarningNews | TruancyNews


def _line(subject: SubjectForecast) -> str:
    threat = subject.risk.value if subject.risk else ""
    return f"{subject.title}: {subject.expected}; {threat}; {subject.sufficiency.missing}"


@dataclass(frozen=True, slots=True)
class ClassNews:
    """For the class teacher, about a class's forecast; `about` is the class teacher.

    `kind` says what: it went by itself, so many families are to get paper, or so many drafts of
    warnings wait. `stands_in`: the class has no class teacher here, and somebody else is told.
    """

    about: PupilId
    child: Name
    kind: NoticeKind
    class_id: ClassId
    class_title: str
    period: str
    count: int = 0
    stands_in: bool = False


FORECAST_KINDS: Final = frozenset(
    {
        NoticeKind.FORECAST,
        NoticeKind.WARNING,
        NoticeKind.FORECAST_SENT,
        NoticeKind.TO_PRINT,
        NoticeKind.WARNINGS_DRAFTED,
    }
)
"""The kinds of notices that tell such news."""
