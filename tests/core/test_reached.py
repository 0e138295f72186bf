"""How far a forecast came with a family, and who gets paper."""

from datetime import date, timedelta

import pytest

from core.diary.issuing.terms import ClassTerm
from core.ids import NoticeId, PersonId
from core.notices.issue.reached import (
    Reach,
    family_reach,
    needs_paper,
    rows_by_pupil,
    warning_needs_paper,
)
from core.notices.ledger import Change, Draft, Ending, Notice, NoticeKind, Settled, Why
from core.notices.printing import Unreached
from tests.core.builders import MASHA, MOSCOW, NOW, PETYA, SCHOOL, a_child
from tests.core.test_terms import BEFORE, RULE

MOTHER, FATHER = PersonId(2), PersonId(3)
CHILD = a_child(MASHA)
OVERTAKEN = Ending.EXPIRED
GOT, LOST, UNSURE, ON_ITS_WAY = Ending.DELIVERED, Ending.REFUSED, Ending.UNKNOWN, None


def row(person: int, ending: Ending | None, *, days: int = 0) -> Settled:
    at = NOW + timedelta(days=days)
    draft = Draft(SCHOOL, PersonId(person), MASHA, NoticeKind.FORECAST, 2, Change.NEW, at)
    why = Why.OVERTAKEN if ending is OVERTAKEN else ""
    return Settled(Notice(NoticeId(person), draft), ending, why)


REACHED = {
    "nobody is linked": ([], set(), Reach.NOT_REACHED, Unreached.NOBODY),
    "only the pupil has it": ([(MASHA, GOT)], set(), Reach.NOT_REACHED, Unreached.NOBODY),
    "only the pupil answered": ([(MASHA, GOT)], {MASHA}, Reach.NOT_REACHED, Unreached.NOBODY),
    "the mother has it": ([(MOTHER, GOT), (FATHER, LOST)], set(), Reach.DELIVERED, None),
    "the mother answered": ([(MOTHER, GOT)], {MOTHER}, Reach.ACKNOWLEDGED, None),
    "an answer proves it came": ([(MOTHER, UNSURE)], {MOTHER}, Reach.ACKNOWLEDGED, None),
    "it is under way": (
        [(MOTHER, LOST), (FATHER, ON_ITS_WAY)],
        set(),
        Reach.UNDER_WAY,
        Unreached.WAITING,
    ),
    "a repeat is under way": (
        [(MOTHER, UNSURE), (MOTHER, ON_ITS_WAY)],
        set(),
        Reach.UNDER_WAY,
        Unreached.WAITING,
    ),
    "the repeat arrived": ([(MOTHER, UNSURE), (MOTHER, GOT)], set(), Reach.DELIVERED, None),
    "nobody knows": (
        [(MOTHER, UNSURE), (FATHER, LOST)],
        set(),
        Reach.NOT_REACHED,
        Unreached.UNKNOWN,
    ),
    "it was over before it left": ([(MOTHER, OVERTAKEN)], set(), Reach.NOT_REACHED, None),
    "both were refused": (
        [(MOTHER, LOST), (FATHER, LOST)],
        set(),
        Reach.NOT_REACHED,
        Unreached.REFUSED,
    ),
}


@pytest.mark.parametrize(("rows", "answered", "reach", "why"), REACHED.values(), ids=REACHED)
def test_how_far_it_came(
    rows: list[tuple[int, Ending | None]],
    answered: set[PersonId],
    reach: Reach,
    why: Unreached | None,
) -> None:
    family = family_reach(CHILD, [row(*one) for one in rows], answered)

    assert (family.reach, family.why) == (reach, why)


def test_persons_are_counted_once_with_their_repeats() -> None:
    rows = [row(MOTHER, UNSURE), row(MOTHER, GOT), row(FATHER, LOST), row(MASHA, GOT)]

    family = family_reach(CHILD, rows, {MASHA}, on_paper=True)

    assert (family.told, family.delivered, family.answered, family.on_paper) == (3, 2, 1, True)


def test_rows_are_sorted_by_whom_they_are_about() -> None:
    rows = [row(MOTHER, GOT), row(FATHER, LOST)]

    by_pupil = rows_by_pupil(rows)

    assert by_pupil == {MASHA: rows}
    assert PETYA not in by_pupil


TERM: ClassTerm = BEFORE
# The rows are of 20 November: told that early, a family has until the day of printing.
PAPER = {
    "who has it": ([row(MOTHER, GOT)], date(2026, 12, 20), False),
    "who was refused, the day before": ([row(MOTHER, LOST)], date(2026, 12, 10), False),
    "who was refused, on the day": ([row(MOTHER, LOST)], date(2026, 12, 11), True),
    "who is not linked": ([], date(2026, 12, 11), True),
    "what was under way for long": ([row(MOTHER, ON_ITS_WAY)], date(2026, 12, 11), True),
    "what was just written": ([row(MOTHER, ON_ITS_WAY, days=23)], date(2026, 12, 13), False),
    "what was written yesterday": ([row(MOTHER, ON_ITS_WAY, days=23)], date(2026, 12, 14), True),
}


@pytest.mark.parametrize(("rows", "day", "paper"), PAPER.values(), ids=PAPER)
def test_who_gets_paper(rows: list[Settled], day: date, paper: bool) -> None:
    family = family_reach(CHILD, rows, ())

    assert needs_paper(family, rows, term=TERM, day=day, rule=RULE, zone=MOSCOW) == paper


ON_PAPER = {
    "on the day it was sent it still may arrive": (0, LOST, None),
    "a day later what was refused is lost": (1, LOST, Unreached.REFUSED),
    "what is under way has a day more": (1, ON_ITS_WAY, None),
    "and then no more": (2, ON_ITS_WAY, Unreached.WAITING),
    "of what nobody knows it is not waited for": (1, UNSURE, Unreached.UNKNOWN),
    "what arrived needs none": (5, GOT, None),
    "what was over before it left needs none": (5, OVERTAKEN, None),
}


@pytest.mark.parametrize(("days", "ending", "why"), ON_PAPER.values(), ids=ON_PAPER)
def test_a_warning_has_as_long_as_a_forecast_to_reach_a_family(
    days: int, ending: Ending | None, why: Unreached | None
) -> None:
    family, sent = family_reach(CHILD, [row(MOTHER, ending)], set()), date(2026, 12, 12)

    found = warning_needs_paper(family, sent, sent + timedelta(days=days), RULE)

    assert found is why
