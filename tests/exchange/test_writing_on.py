"""A school is written on from what it holds: in one moment, told or in silence."""

from core.exchange.bundle import Bundle, Current, FileRows, Mode
from core.exchange.rows.one_roster import MarkRow
from core.facts import Unheard
from core.ids import SourceId
from core.journal.facts import MarkEntered
from core.journal.values import MarkValue
from storage.exchange.calls import write_on
from tests.exchange.builders import Desk, Files, StillClock


def one_more_mark(current: Current) -> Bundle:
    """Return a mark for who has none in the work of one that stands."""
    have = next(row for _, row in current.of("results").living() if isinstance(row, MarkRow))
    mark = MarkRow(SourceId("new"), have.work, SourceId("p2"), MarkValue.of("4"), None, "", None)
    return Bundle({"results": FileRows(Mode.DELTA, {mark.source: mark})})


def a_mark_of_nobody(current: Current) -> Bundle:
    told = one_more_mark(current).files["results"].rows[SourceId("new")]
    assert isinstance(told, MarkRow)
    strange = MarkRow(told.source, told.work, SourceId("?"), told.value, None, "", None)
    return Bundle({"results": FileRows(Mode.DELTA, {strange.source: strange})})


async def test_what_is_made_of_a_school_stands_in_it_and_is_told(desk: Desk) -> None:
    await desk.takes(Files().drop("results", "m2"))

    report = await write_on(
        desk.store, one_more_mark, clock=StillClock(), facts_for=lambda _: desk.heard
    )

    assert report.applied
    assert report.counts["results"].new == 1
    assert [type(one) for one in desk.heard.facts] == [MarkEntered]


async def test_it_may_be_told_to_nobody(desk: Desk) -> None:
    await desk.takes(Files().drop("results", "m2"))

    report = await write_on(
        desk.store, one_more_mark, clock=StillClock(), facts_for=lambda _: Unheard()
    )

    assert report.applied
    assert desk.heard.facts == []


async def test_what_is_wrong_is_refused_whole(desk: Desk) -> None:
    await desk.takes(Files().drop("results", "m2"))

    report = await write_on(
        desk.store, a_mark_of_nobody, clock=StillClock(), facts_for=lambda _: desk.heard
    )

    assert (report.applied, report.fault_count) == (False, 1)
