"""What a message tells, as the journal stands when it is told and not when it was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from core.access.people import Name
from core.diary.excuses.rules import Excuse
from core.ids import LessonId, NoticeId, PupilId
from core.journal.means import WeightedMark, weighted_mean
from core.journal.values import AbsenceCode, MarkValue, ReasonState
from core.notices.ledger import Change, Notice
from core.notices.news.absences import MissedWeekNews
from core.notices.news.breaches import BreachNews
from core.notices.news.broadcasts import BroadcastTold
from core.notices.news.duty import StandInNews
from core.notices.news.excuses import ExcuseNews
from core.notices.news.forecasts import ClassNews, ForecastNews, WarningNews
from core.notices.news.lost_access import LostAccessNews
from core.notices.news.messages import ThreadNews
from core.notices.news.packets import PacketNews
from core.notices.news.paper import PaperNews
from core.notices.news.personal_data import PersonalDataNews
from core.notices.news.school import SchoolNews
from core.notices.news.tickets import TicketTold
from core.notices.news.totals import TotalsNews
from core.notices.news.trainings import TrainingTold
from core.notices.news.truancy import OfTruancy
from core.regulation.profile import Profile


@dataclass(frozen=True, slots=True)
class MarkNews:
    """A mark that is new, changed or taken back (`value` None), with what it did to the mean."""

    about: PupilId
    child: Name
    subject: str
    work: str
    weight: Decimal
    day: date
    before: MarkValue | None
    value: MarkValue | None
    mean_before: Decimal | None
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class AbsenceNews:
    """A lesson that the pupil missed; `stands` is False where the absence was taken back.

    `alarms`: who hears of it must. The class teacher has not taken a reason, and if one is
    claimed, somebody else did so. `declined` is the reason that the class teacher did not take;
    `of_today`: told on its day, when the school can still look for a pupil.
    """

    about: PupilId
    child: Name
    subject: str
    day: date
    number: int
    starts: time | None
    code: AbsenceCode
    reason: ReasonState
    stands: bool
    alarms: bool = True
    declined: Excuse | None = None
    of_today: bool = True


@dataclass(frozen=True, slots=True)
class HomeworkNews:
    """Homework that is new or changed; an empty text was taken back.

    `files` of the `lesson` came with it.
    """

    about: PupilId
    child: Name
    subject: str
    set_on: date
    due: date | None
    text: str
    changed: bool
    lesson: LessonId | None = None
    files: int = 0


@dataclass(frozen=True, slots=True)
class ReplacementNews:
    """A lesson that another teacher gives; `stands` is False where the usual one does again."""

    about: PupilId
    child: Name
    subject: str
    day: date
    number: int
    teacher: Name | None
    stands: bool = True


@dataclass(frozen=True, slots=True)
class UnreachableNews:
    """For the class teacher: a person of the pupil's family takes no messages any more (F10)."""

    about: PupilId
    child: Name
    who: Name


News = (
    MarkNews
    | AbsenceNews
    | HomeworkNews
    | ReplacementNews
    | UnreachableNews
    | ExcuseNews
    | SchoolNews
    | ForecastNews
    | WarningNews
    | ClassNews
    | TotalsNews
    | BroadcastTold
    | ThreadNews
    | PaperNews
    | MissedWeekNews
    | LostAccessNews
    | BreachNews
    | StandInNews
    | TrainingTold
    | PacketNews
    | TicketTold
    | OfTruancy
    | PersonalDataNews
)


@dataclass(frozen=True, slots=True)
class MarkRecord:
    """A mark as it stands now, with the other marks of its subject and period for the mean."""

    pupil: PupilId
    child: Name
    subject: str
    work: str
    weight: Decimal
    day: date
    value: MarkValue | None
    others: tuple[WeightedMark, ...]


def net_change(rows: Sequence[Notice], now: MarkValue | None) -> Change | None:
    """Return what one person learns of one mark from all rows that wait about it, oldest first.

    What counts is what the person knew before the first row, and what stands now: a slip that was
    put right in time is never told, and a mark that came and went leaves nothing to tell.
    """
    known = MarkValue.of(rows[0].draft.before) if rows[0].draft.before else None
    if known == now:
        return None
    if known is None:
        return Change.NEW
    return Change.TAKEN_BACK if now is None else Change.CHANGED


def mark_news(rows: Sequence[Notice], record: MarkRecord, rules: Profile) -> MarkNews | None:
    """Return the news of one mark, or None where its rows have overtaken each other."""
    if net_change(rows, record.value) is None:
        return None
    draft = rows[0].draft
    before = MarkValue.of(draft.before) if draft.before else None
    return MarkNews(
        about=draft.about,
        child=record.child,
        subject=record.subject,
        work=record.work,
        weight=rules.weigh(record.weight),
        day=record.day,
        before=before,
        value=record.value,
        mean_before=_mean(record, before, rules),
        mean=_mean(record, record.value, rules),
    )


def _mean(record: MarkRecord, value: MarkValue | None, rules: Profile) -> Decimal | None:
    own = () if value is None else (WeightedMark(value, record.weight),)
    counted = [WeightedMark(one.value, rules.weigh(one.weight)) for one in (*record.others, *own)]
    return weighted_mean(counted, rules.rounding)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one message tells, and the rows that there is nothing left to tell of.

    `without_right` are rows that their recipient may hear no more.
    """

    news: tuple[News, ...]
    told: tuple[NoticeId, ...]
    overtaken: tuple[NoticeId, ...]
    without_right: tuple[NoticeId, ...] = ()
