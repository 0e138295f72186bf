"""An event that changes hands: each class hears what is news to it."""

from dataclasses import replace
from datetime import date
from typing import TypeAlias

import pytest

from core.exchange.rows.companions import EventRow
from core.exchange.telling_events import Circle, EventSide, event_facts
from core.facts import BY_IMPORT
from core.ids import ClassId, EventId, SourceId
from core.journal.school_facts import SchoolEventCancelled, SchoolEventSet
from tests.core.builders import NOW, SCHOOL

A, B, C = (ClassId(number) for number in (1, 2, 3))
HEAD = (SCHOOL, NOW, BY_IMPORT)
EVENT, DAY = EventId(5), date(2026, 11, 27)
ROW = EventRow(SourceId("e1"), "Музей", DAY, DAY, "", ())
Word: TypeAlias = tuple[str, Circle]

ALL = Circle()


def said(before: Circle | None, after: Circle | None, *, differs: bool = False) -> list[Word]:
    old = EventSide(ROW, before) if before else None
    row = replace(ROW, text="Сбор в 9:00") if differs else ROW
    return [
        (_word(fact), Circle(fact.classes, fact.but))
        for fact in event_facts(HEAD, EVENT, old, EventSide(row, after) if after else None)
        if isinstance(fact, SchoolEventSet | SchoolEventCancelled)
    ]


def _word(fact: SchoolEventSet | SchoolEventCancelled) -> str:
    if isinstance(fact, SchoolEventCancelled):
        return "cancelled"
    return "changed" if fact.changed else "new"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (None, Circle((A,)), [("new", Circle((A,)))]),
        (Circle((A,)), None, [("cancelled", Circle((A,)))]),
        (ALL, None, [("cancelled", ALL)]),
        (ALL, ALL, []),
        (ALL, Circle((A,)), [("cancelled", Circle(but=(A,)))]),
        (Circle((A,)), ALL, [("new", Circle(but=(A,)))]),
        (Circle((A,)), Circle((A, B)), [("new", Circle((B,)))]),
        (Circle((A, B)), Circle((B, C)), [("cancelled", Circle((A,))), ("new", Circle((C,)))]),
        (Circle((A,)), Circle((B,)), [("cancelled", Circle((A,))), ("new", Circle((B,)))]),
    ],
)
def test_a_class_hears_only_that_the_event_is_its_or_is_no_more(
    before: Circle | None, after: Circle | None, told: list[Word]
) -> None:
    assert said(before, after) == told


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        (ALL, ALL, ALL),
        (ALL, Circle((A,)), Circle((A,))),
        (Circle((A,)), ALL, Circle((A,))),
        (Circle((A, B)), Circle((B, C)), Circle((B,))),
    ],
)
def test_that_it_changed_is_told_to_who_knew_of_it(
    before: Circle, after: Circle, kept: Circle
) -> None:
    changed = [whose for word, whose in said(before, after, differs=True) if word == "changed"]

    assert changed == [kept]
