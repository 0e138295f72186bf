"""The regulation profile: every value in which schools differ, typed, bounded, with its meaning.

Where a value comes from (the document and clause, or the school's own word) is `Profile.basis`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Literal, TypeVar

from core.errors import Refusal
from core.regulation.forms import (
    Dates,
    Days,
    Form,
    Hour,
    Hours,
    Minutes,
    OneOf,
    QuietHours,
    Truth,
    Whole,
    YearDay,
)

T = TypeVar("T")


class WrongProfile(Refusal):
    """A setting holds what no school could mean; `expected` says what fits."""

    code = "wrong-profile"

    def __init__(self, setting: str, found: object, expected: str) -> None:
        super().__init__(f"{setting}: {found!r}, expected {expected}")
        self.setting, self.found, self.expected = setting, found, expected


def _setting(form: Form[object], default: T) -> T:
    return field(default=default, metadata={"form": form})


_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Rounding:
    """How a mean becomes a number to show and a mark: half up (J14; no document sets it).

    `places` of the mean that is shown; `half`: 4,50 becomes 5 (up) or the even neighbour.
    """

    places: int = _setting(Whole(0, 4), 2)
    half: Literal["up", "even"] = _setting(OneOf(("up", "even")), "up")

    def __post_init__(self) -> None:
        if not 0 <= self.places <= 4:  # noqa: PLR2004 - beyond four places nobody reads a mean
            raise WrongProfile("rounding.places", self.places, "0…4")


@dataclass(frozen=True, slots=True)
class Marking:
    """`weighted`: means are weighted by the kind of control (J14, D2.5).

    `written_within_days`: marks for written work are entered within so many days (J2).
    `deferred_from_percent`: who missed more than this share of the time for illness may have the
    period mark deferred (J15).
    """

    weighted: bool = _setting(Truth(), default=True)
    written_within_days: int = _setting(Whole(0, 60), 7)
    deferred_from_percent: int = _setting(Whole(1, 100), 50)


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """How many marks certify in a quarter and a half-year (J9), at one lesson a week or at more.

    `free_weeks_…`: in the first weeks of a period a lack of marks is none yet.
    """

    quarter_at_one_hour: int = _setting(Whole(0, 50), 3)
    quarter_at_more: int = _setting(Whole(0, 50), 5)
    half_year_at_one_hour: int = _setting(Whole(0, 100), 5)
    half_year_at_more: int = _setting(Whole(0, 100), 10)
    free_weeks_at_one_hour: int = _setting(Whole(0, 20), 3)
    free_weeks_at_more: int = _setting(Whole(0, 20), 2)


@dataclass(frozen=True, slots=True)
class ForecastRule:
    """When the period's forecast goes out, in days before the period's last day (F6).

    It is issued by itself `issued_days_before`; who was not reached by `printed_days_before` goes
    to the print run, so that it is in hand at `in_hand_days_before`. A draft of a warning goes by
    itself `warned_after_days` after it was made; of a risk that ended and came back there is
    another one `warned_again_after_days` after the last was sent, or dropped by a person.
    """

    in_hand_days_before: int = _setting(Whole(1, 60), 14)
    printed_days_before: int = _setting(Whole(1, 61), 15)
    issued_days_before: int = _setting(Whole(2, 62), 16)
    warned_after_days: int = _setting(Whole(0, 14), 2)
    warned_again_after_days: int = _setting(Whole(1, 60), 7)

    def __post_init__(self) -> None:
        if not self.in_hand_days_before <= self.printed_days_before < self.issued_days_before:
            raise WrongProfile(
                "forecast",
                f"{self.issued_days_before}, {self.printed_days_before},"
                f" {self.in_hand_days_before}",
                "issued_days_before > printed_days_before >= in_hand_days_before",
            )


@dataclass(frozen=True, slots=True)
class PeriodMarkRule:
    """When period marks are set and seen, in days before the period's last day (F8, J13).

    Teachers set them by `set_days_before`; families see them by `shown_days_before`; the school
    hears `missing_told_days_before` which are missing, and once a week for
    `missing_told_days_after` which still are. A result is seen as soon as it is set, so
    that the 24 hours of E4.4 need no value (ADR 21). `ordered`: the days by which the school's
    order has them set (E0 14), which count instead of `set_days_before`; a day of the week after
    a period is still that period's.
    """

    set_days_before: int = _setting(Whole(0, 30), 2)
    ordered: tuple[date, ...] = _setting(Dates(), ())
    shown_days_before: int = _setting(Whole(0, 30), 2)
    missing_told_days_before: int = _setting(Whole(0, 30), 7)
    missing_told_days_after: int = _setting(Whole(0, 60), 28)

    def __post_init__(self) -> None:
        told, set_by, shown = (
            self.missing_told_days_before,
            self.set_days_before,
            self.shown_days_before,
        )
        if not told >= set_by >= shown:
            raise WrongProfile(
                "period_marks",
                f"{told}, {set_by}, {shown}",
                "missing_told_days_before >= set_days_before >= shown_days_before",
            )

    def set_by(self, begins: date, ends: date, usual: date) -> date:
        """Return the day by which a period's marks are set: the order's, or the usual one."""
        return max(self._within(begins, ends), default=usual)

    def orders(self, begins: date, ends: date) -> bool:
        """Say whether the order names a day for the period, which then decides (E0 14)."""
        return bool(self._within(begins, ends))

    def _within(self, begins: date, ends: date) -> list[date]:
        return [one for one in self.ordered if begins + _WEEK <= one <= ends + _WEEK]


@dataclass(frozen=True, slots=True)
class ReviewRule:
    """How often parents review progress, and how the class teacher hears of it (F11).

    `times_a_week`, each on a day of its own, Monday to Sunday in the school's zone; a child is
    done when `done_by` one guardian is, or each. `told`: each review, or those of a day together.
    """

    times_a_week: int = _setting(Whole(1, 7), 2)
    done_by: Literal["one", "each"] = _setting(OneOf(("one", "each")), "one")
    told: Literal["each", "daily"] = _setting(OneOf(("each", "daily")), "daily")


@dataclass(frozen=True, slots=True)
class PaperRule:
    """How often families without electronic delivery get printed results (F10)."""

    every: Literal["week", "month"] = _setting(OneOf(("week", "month")), "week")


@dataclass(frozen=True, slots=True)
class PersonalDataRule:
    """When families are asked to check what the school keeps of them (W2).

    `asked_on`: on this day of each month; 0: never. `pupils_from_grade`: pupils from this grade
    up are asked for themselves; no document says it.
    """

    asked_on: int = _setting(Whole(0, 28), 10)
    pupils_from_grade: int = _setting(Whole(1, 12), 10)


@dataclass(frozen=True, slots=True)
class AbsenceRule:
    """When class teachers get the missed lessons of the week before, to verify them (W1).

    `verified_on`: on this day of each week, 1 is Monday; 0: never.
    """

    verified_on: int = _setting(Whole(0, 7), 1)


@dataclass(frozen=True, slots=True)
class HomeworkRule:
    """By when homework is recorded (J3): on the `day`, or within minutes of the last lesson."""

    recorded: Literal["day", "after-lessons"] = _setting(OneOf(("day", "after-lessons")), "day")
    minutes_after_lessons: int = _setting(Whole(0, 600), 60)


@dataclass(frozen=True, slots=True)
class ControlWorkRule:
    """How many school days before a control work families are warned of it (F4); 0: never.

    No document sets it.
    """

    warned_days_before: int = _setting(Whole(0, 14), 3)


@dataclass(frozen=True, slots=True)
class TruancyRule:
    """When families are to be alerted to lessons missed without good reason (F12, C4.3.10).

    So many `missed_lessons` within `within_days` days, those of holidays not counted. A draft that
    nobody decided on is brought to mind `reminded_after_days` school days on; after as many again
    the deputy head hears of it. C4.3.10 obliges the class teacher and names no numbers.
    """

    missed_lessons: int = _setting(Whole(1, 200), 6)
    within_days: int = _setting(Whole(1, 90), 14)
    reminded_after_days: int = _setting(Whole(1, 30), 3)


@dataclass(frozen=True, slots=True)
class KeepingRule:
    """What is kept when and how.

    After a failure of power or network paper sheets are entered within
    `entered_after_failure_days` (J21); the sections of the year are ready by `sections_ready_by`
    (J23); backups are made once in `backup_months` (S6).
    """

    entered_after_failure_days: int = _setting(Whole(1, 60), 7)
    sections_ready_by: tuple[int, int] = _setting(YearDay(), (9, 5))
    backup_months: int = _setting(Whole(1, 12), 3)


@dataclass(frozen=True, slots=True)
class Delivery:
    """When news goes out: a slip is corrected before anyone reads it, and nights are quiet.

    `digest_at`: when news goes to who wants it gathered: each evening, or on Sunday's (F9).
    """

    correction_window: timedelta = _setting(Minutes(Whole(0, 1440)), timedelta(minutes=10))
    quiet_hours: QuietHours | None = _setting(Hours(), QuietHours())
    digest_at: time = _setting(Hour(), time(18))

    def __post_init__(self) -> None:
        if not timedelta() <= self.correction_window <= _DAY:
            raise WrongProfile("delivery.correction_window", self.correction_window, "0…1440")


@dataclass(frozen=True, slots=True)
class Codes:
    """How long an activation code lives, and how often a chat may be wrong (C3.1, E5 2.2).

    `wrong_tries` of one chat, `wrong_tries_everywhere` of all chats, counted `within` minutes.
    """

    lifetime: timedelta = _setting(Days(Whole(1, 366)), timedelta(days=30))
    wrong_tries: int = _setting(Whole(1, 100), 5)
    wrong_tries_everywhere: int = _setting(Whole(1, 100_000), 300)
    within: timedelta = _setting(Minutes(Whole(1, 1440)), timedelta(minutes=10))

    def __post_init__(self) -> None:
        if self.lifetime <= timedelta():
            raise WrongProfile("codes.lifetime", self.lifetime, "1…366")
        if self.wrong_tries < 1:
            raise WrongProfile("codes.wrong_tries", self.wrong_tries, "1…100")


@dataclass(frozen=True, slots=True)
class Breach:
    """Within how many working days a breach of an account is reported (S4)."""

    reported_working_days: int = _setting(Whole(1, 30), 1)


@dataclass(frozen=True, slots=True)
class HelpRule:
    """The terms of the help desk: `topic_days` within which each topic must have a window.

    Without a first answer in `first_answer_minutes` of a window's time the next on duty gets the
    request; the asker may reopen it for `reopened_days`. Who was asked back and does not say more
    is reminded after `asked_back_reminded_days`, and waited for until `asked_back_closed_days`
    have gone by. A consultant says to be there when called
    `called_minutes_before` a window, and once more `called_again_minutes_before`; of silence the
    school hears `alarmed_minutes_before`. Who does not say within `kept_minutes_after` a window
    what becomes of a request loses it to the next one. No document sets these.

    There are `trainings_a_quarter` (H6); the administrator hears `training_told_days_before` the
    end of one that lacks them.
    """

    topic_days: int = _setting(Whole(1, 60), 7)
    first_answer_minutes: int = _setting(Whole(1, 240), 10)
    reopened_days: int = _setting(Whole(1, 30), 3)
    trainings_a_quarter: int = _setting(Whole(0, 20), 1)
    training_told_days_before: int = _setting(Whole(1, 60), 21)
    called_minutes_before: int = _setting(Whole(3, 240), 30)
    called_again_minutes_before: int = _setting(Whole(2, 120), 10)
    alarmed_minutes_before: int = _setting(Whole(1, 60), 5)
    kept_minutes_after: int = _setting(Whole(1, 240), 15)
    asked_back_reminded_days: int = _setting(Whole(1, 29), 2)
    asked_back_closed_days: int = _setting(Whole(2, 30), 5)

    def __post_init__(self) -> None:
        reminded, over = self.asked_back_reminded_days, self.asked_back_closed_days
        if reminded >= over:
            raise WrongProfile(
                "help", f"{reminded}, {over}", "asked_back_reminded_days < asked_back_closed_days"
            )
        called, again = self.called_minutes_before, self.called_again_minutes_before
        if not called > again > self.alarmed_minutes_before:
            raise WrongProfile(
                "help",
                f"{called}, {again}, {self.alarmed_minutes_before}",
                "called_minutes_before > called_again_minutes_before > alarmed_minutes_before",
            )


@dataclass(frozen=True, slots=True)
class MessageRule:
    """How families and teachers write to each other (F13; no document sets the values).

    `hours` of school days in which teachers answer, unless one sets own ones; one asker writes
    at most `most_an_hour` messages.
    """

    hours: QuietHours | None = _setting(Hours(), QuietHours(time(8), time(18)))
    most_an_hour: int = _setting(Whole(1, 1000), 20)

    def __post_init__(self) -> None:
        if self.hours is not None and self.hours.begin >= self.hours.end:
            raise WrongProfile("messages.hours", self.hours, "HH:MM-HH:MM | off")


class DecidedBy(StrEnum):
    """Who set a value: a document by its clause, the school itself, or nobody but this program."""

    DOCUMENT = "document"
    SCHOOL = "school"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a value comes from; `clause` as «A1.3», with commas where it stands in several."""

    by: DecidedBy
    clause: str = ""


_EVEN: Final = Decimal(1)
_BY_PROGRAM: Final = Basis(DecidedBy.PROGRAM)


@dataclass(frozen=True, slots=True)
class Profile:
    """One school's rules, by section; `bases` says of settings as `forecast.in_hand_days_before`
    where they come from, as far as anybody but this program set them.
    """  # noqa: D205 - one sentence

    name: str = ""
    rounding: Rounding = field(default_factory=Rounding)
    marking: Marking = field(default_factory=Marking)
    sufficiency: Sufficiency = field(default_factory=Sufficiency)
    forecast: ForecastRule = field(default_factory=ForecastRule)
    period_marks: PeriodMarkRule = field(default_factory=PeriodMarkRule)
    review: ReviewRule = field(default_factory=ReviewRule)
    paper: PaperRule = field(default_factory=PaperRule)
    absences: AbsenceRule = field(default_factory=AbsenceRule)
    personal_data: PersonalDataRule = field(default_factory=PersonalDataRule)
    homework: HomeworkRule = field(default_factory=HomeworkRule)
    control_works: ControlWorkRule = field(default_factory=ControlWorkRule)
    truancy: TruancyRule = field(default_factory=TruancyRule)
    keeping: KeepingRule = field(default_factory=KeepingRule)
    delivery: Delivery = field(default_factory=Delivery)
    codes: Codes = field(default_factory=Codes)
    breach: Breach = field(default_factory=Breach)
    help: HelpRule = field(default_factory=HelpRule)
    messages: MessageRule = field(default_factory=MessageRule)
    bases: Mapping[str, Basis] = field(default_factory=dict)

    def weigh(self, weight: Decimal) -> Decimal:
        """Return what a work counts for: its weight, or one where the school weighs nothing."""
        return weight if self.marking.weighted else _EVEN

    def basis(self, setting: str) -> Basis:
        """Return where a setting's value comes from."""
        return self.bases.get(setting, _BY_PROGRAM)

    def applies(self, setting: str) -> bool:
        """Say whether a setting decides anything as the school has set the others."""
        if setting == "homework.minutes_after_lessons":
            return self.homework.recorded == "after-lessons"
        if setting == "personal_data.pupils_from_grade":
            return self.personal_data.asked_on > 0
        return True

    def written(self, setting: str) -> str | int | bool:
        """Return a setting's value as a file writes it."""
        section, _, name = setting.partition(".")
        return FORMS[setting].written(getattr(getattr(self, section), name))


SECTIONS: Final[Mapping[str, type[Any]]] = {
    one.name: one.type
    for one in fields(Profile)
    if isinstance(one.type, type) and is_dataclass(one.type)
}
"""The sections by name."""

FORMS: Final[Mapping[str, Form[object]]] = {
    f"{section}.{one.name}": one.metadata["form"]
    for section, rules in SECTIONS.items()
    for one in fields(rules)
}
"""Every setting there is, with its form."""
