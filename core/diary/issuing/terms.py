"""The period that a class is in, and on which days its forecast goes where (F6). Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.ids import ClassId, IssueId, PeriodId, PersonId, SchoolId
from core.journal.calendar import Holiday, days_before_end, last_school_day
from core.journal.values import PeriodKind
from core.regulation.profile import ForecastRule, Profile


@dataclass(frozen=True, slots=True)
class Term:
    """A period as the school's records number it; both its days are included."""

    id: PeriodId
    title: str
    kind: PeriodKind
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class Issue:
    """A class's forecast that was sent: by a person, or (None) by itself.

    `looked_on`: the last day on which it was looked after families not reached and pupils at risk.
    """

    id: IssueId
    at: datetime
    by: PersonId | None = None
    who: Name | None = None
    looked_on: date | None = None

    def since(self, zone: ZoneInfo) -> datetime:
        """Return from when on what was told is this forecast: from the beginning of its day.

        Who changed class on that day has got the forecast in the class of before.
        """
        return datetime.combine(self.at.astimezone(zone), time(), zone)


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class in a period, with the holidays that touch it, and its issue if there was one.

    `unmarked_on`: the last day on which it was looked at and nobody of it had a mark.
    """

    school: SchoolId
    class_id: ClassId
    class_title: str
    term: Term
    holidays: tuple[Holiday, ...] = ()
    issue: Issue | None = None
    unmarked_on: date | None = None

    @property
    def last_day(self) -> date:
        """Return the last school day: a period that ends in holidays ends before them."""
        return last_school_day(self.term.ends, self.holidays)

    def days_before(self, days: int) -> date:
        """Return the school day that leaves so many days to the last one."""
        return days_before_end(self.term.ends, days, self.holidays)

    def issue_day(self, rule: ForecastRule) -> date:
        """Return the day on which the forecast goes by itself."""
        return self.days_before(rule.issued_days_before)

    def print_day(self, rule: ForecastRule) -> date:
        """Return the day on which families not reached go to the print run."""
        return self.days_before(rule.printed_days_before)


def is_stale(term: ClassTerm, day: date, rule: ForecastRule, zone: ZoneInfo) -> bool:
    """Say whether the forecast was sent before its day, which has come: then it goes anew."""
    if term.issue is None:
        return False
    return term.issue.at.astimezone(zone).date() < term.issue_day(rule) <= day


def is_due(term: ClassTerm, day: date, rule: ForecastRule) -> bool:
    """Say whether a class's period asks for something on the day; once a day is enough.

    Before the forecast is sent this is its day; from then on every day till the period ends.
    """
    if day > term.term.ends:
        return False
    if term.issue is None:
        return day >= term.issue_day(rule) and _before(term.unmarked_on, day)
    return _before(term.issue.looked_on, day)


def _before(looked: date | None, day: date) -> bool:
    return looked is None or looked < day


def warnings_may_begin(term: ClassTerm, day: date, rules: Profile) -> bool:
    """Say whether a new warning leaves time: it goes by itself before marks are to be set."""
    rule, of = rules.period_marks, term.term
    usual = term.days_before(rule.set_days_before)
    return goes_on(day, rules.forecast) <= rule.set_by(of.begins, of.ends, usual)


def goes_on(made: date, rule: ForecastRule) -> date:
    """Return the day on which a draft of a warning goes by itself."""
    return made + timedelta(days=rule.warned_after_days)


def to_reach_by(term: ClassTerm, issued: date, rule: ForecastRule) -> date:
    """Return the day by which a family must have been reached, or else gets paper.

    Who was told late, for the program stood still or the pupil joined late, has as long as others.
    """
    return max(term.print_day(rule), issued + time_to_reach(rule))


def time_to_reach(rule: ForecastRule) -> timedelta:
    """Return how long what was sent may take to reach a family, before it gets paper."""
    return timedelta(days=rule.issued_days_before - rule.printed_days_before)
