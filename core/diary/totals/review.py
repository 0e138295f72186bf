"""The rule of review: on how many days of a week a parent looks at the totals (F11, A1.6).

A week goes from Monday to Sunday as the school's zone counts days; a day counts once.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from core.diary.totals.ports import InHand
from core.ids import PersonId, PupilId
from core.regulation.profile import ReviewRule

_DAYS = 7

ByGuardian = Mapping[PersonId, Collection[date]]
"""The days of one week on which each guardian of a pupil reviewed."""


def monday_of(day: date) -> date:
    """Return the Monday of the week that holds a day."""
    return day - timedelta(days=day.weekday())


def sunday_of(day: date) -> date:
    """Return the Sunday of the week that holds a day."""
    return monday_of(day) + timedelta(days=_DAYS - 1)


def days_missing(days: Collection[date], rule: ReviewRule) -> int:
    """Return on how many further days of a week a guardian must review."""
    return max(0, rule.times_a_week - len(set(days)))


def is_done(reviews: ByGuardian, rule: ReviewRule) -> bool:
    """Say whether a child is done for a week: by one guardian, or by each, as the rule says."""
    done = [days_missing(days, rule) == 0 for days in reviews.values()]
    return any(done) if rule.done_by == "one" else bool(done) and all(done)


def is_told_on_paper(monday: date, first: date, last: date) -> bool:
    """Say whether a sheet of some days informs of a week: of all of it, or up to its own end.

    One that is made in the middle of a week is of that week; of the week before it tells a part.
    """
    return monday_of(last) == monday or (first <= monday and sunday_of(monday) <= last)


def holding(sheets: Iterable[InHand], monday: date) -> frozenset[PupilId]:
    """Return the pupils whose sheets inform of the week that begins on the Monday (F10)."""
    return frozenset(one.pupil for one in sheets if is_told_on_paper(monday, one.first, one.last))


def due_tonight(
    reviews: ByGuardian, rule: ReviewRule, today: date, *, hearing: Collection[PersonId]
) -> Sequence[PersonId]:
    """Return whom to nudge this evening: who does not review today loses the week.

    Nobody where the child is done, where the week cannot be saved any more, or where another
    evening is still early enough. Where one guardian is enough, the one nearest to it counts, of
    those `hearing`: one who cannot be told is not waited for.
    """
    if is_done(reviews, rule):
        return ()
    missing = {one: days_missing(days, rule) for one, days in reviews.items() if one in hearing}
    open_ones = {one: count for one, count in missing.items() if count}
    if rule.done_by == "one":
        least = min(open_ones.values(), default=0)
        open_ones = {one: count for one, count in open_ones.items() if count == least}
    return [one for one in open_ones if last_chance(reviews[one], today, rule) == today]


def last_chance(days: Collection[date], today: date, rule: ReviewRule) -> date | None:
    """Return the last day on which a guardian can begin with the days that are still missing.

    None where nothing is missing, or where the week is lost: too few days are left of it.
    """
    missing = days_missing(days, rule)
    if not missing:
        return None
    last = sunday_of(today) - timedelta(days=missing - 1)
    is_lost = last < today or (last == today and today in days)
    return None if is_lost else last


class Standing(StrEnum):
    """How a guardian stands in the running week."""

    DONE = "done"
    DONE_BY_OTHER = "done_by_other"
    ON_PAPER = "on_paper"
    """The family holds the week's results on paper (F10)."""
    LOST = "lost"
    """More days are needed than the week has left."""
    BEGUN = "begun"
    NOT_BEGUN = "not_begun"


def standing_of(
    days: Collection[date],
    today: date,
    rule: ReviewRule,
    *,
    done_by_other: bool = False,
    on_paper: bool = False,
) -> Standing:
    """Return how a guardian stands who reviewed on these days of today's week."""
    if not days_missing(days, rule):
        return Standing.DONE
    if done_by_other:
        return Standing.DONE_BY_OTHER
    if on_paper:
        return Standing.ON_PAPER
    if last_chance(days, today, rule) is None:
        return Standing.LOST
    return Standing.BEGUN if days else Standing.NOT_BEGUN


def can_be_due(rule: ReviewRule, today: date) -> bool:
    """Say whether anybody can be due this evening; early in the week nobody is."""
    return _days_left(today) <= rule.times_a_week


def _days_left(today: date) -> int:
    return _DAYS - today.weekday()
