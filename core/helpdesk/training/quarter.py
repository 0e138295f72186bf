"""A quarter without a training: the administrator hears while there is time for one (E6 2.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.helpdesk.training.training import Training, Whom
from core.ids import PeriodId, SchoolId
from core.journal.values import PeriodKind
from core.regulation.profile import HelpRule


@dataclass(frozen=True, slots=True)
class Term:
    """A quarter, or a half-year where a school has no quarters, with its days."""

    id: PeriodId
    school: SchoolId
    title: str
    kind: PeriodKind
    begins: date
    ends: date


def term_in_force(terms: Sequence[Term]) -> Term | None:
    """Return the term in which a training is due: the quarter, else the half-year."""
    quarters = [one for one in terms if one.kind is PeriodKind.QUARTER]
    return next(iter(quarters or terms), None)


def lacking(rule: HelpRule, term: Term, trainings: Sequence[Training]) -> int:
    """Return how many trainings a term still lacks; those that are planned count as well.

    It is the staff that is taught (E6 2.1): a meeting with families is no training of teachers.
    """
    held = sum(term.begins <= one.local.date() <= term.ends for one in trainings if _counts(one))
    return max(0, rule.trainings_a_quarter - held)


def _counts(training: Training) -> bool:
    return training.stands and training.invitees.whom is not Whom.FAMILIES


def is_told(rule: HelpRule, term: Term, day: date) -> bool:
    """Say whether the term ends so soon that the administrator is to hear what it lacks."""
    return day >= term.ends - timedelta(days=rule.training_told_days_before)


def days_of(term: Term, at: datetime) -> tuple[datetime, datetime]:
    """Return instants around a term, in the zone of an instant: a day more on either side."""
    midnight, day = datetime.min.time(), timedelta(days=1)
    begins = datetime.combine(term.begins - day, midnight, at.tzinfo)
    return begins, datetime.combine(term.ends + 2 * day, midnight, at.tzinfo)
