"""A bundle whose values stand already: nothing is told, remembered or printed anew."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, text

from core.ids import PersonId, PupilId
from storage.exchange.calls import import_bundle
from storage.tables import PersonRow
from tests.exchange.builders import NOW, Desk, Files
from tests.school.stores import StoppedClock

TINY = Files()
EACH = timedelta(hours=1)
LONG_AGO = date(2020, 9, 1)
CHANGED = {
    "nothing": TINY,
    "a mark is changed": TINY.change("results", "m1", score="5"),
    "a mark is taken back": TINY.drop("results", "m1"),
    "a mark goes to another pupil": TINY.change("results", "m3", studentSourcedId="p2"),
    "an absence is excused": TINY.change("x_attendance", "a1", reasonState="confirmed"),
    "homework is set": TINY.change("x_lessons", "l1", homework="§ 99"),
    "a final mark is changed": TINY.change("x_periodMarks", "pm", value="3"),
    "a final mark goes to another pupil": TINY.change(
        "x_periodMarks", "pm", studentSourcedId="p2"
    ),
}
HISTORIES = (
    "SELECT 'marks', count(*) FROM mark_history "
    "UNION ALL SELECT 'finals', count(*) FROM period_mark_history"
)


async def takes(desk: Desk, files: Files, nth: int) -> None:
    """Import a bundle at an hour of its own: what it tells anew would have that hour."""
    clock = StoppedClock(NOW + nth * EACH)
    path = files.write(desk.folder)
    await import_bundle(desk.store, path, clock=clock, facts_for=lambda _: desk.heard)


async def remembered(desk: Desk) -> dict[str, int]:
    async with desk.store.reading() as tx:
        rows = await tx.connection.execute(text(HISTORIES))
        return {str(kind): int(count) for kind, count in rows.all()}


async def changes_since(desk: Desk, nth: int) -> list[tuple[str | None, str | None]]:
    """Return what a sheet of paper would tell: what became of final marks since an import."""
    async with desk.store.reading() as tx:
        persons = (await tx.connection.execute(select(PersonRow.id))).scalars()
        pupils = [PupilId(PersonId(one)) for one in persons]
        found = await tx.finals.changes_since(pupils, NOW + nth * EACH, ended=LONG_AGO)
    changes = [change for told in found.values() for change in told]
    return [
        (one.before.text if one.before else None, one.value.text if one.value else None)
        for one in changes
    ]


@pytest.mark.parametrize("what", CHANGED)
async def test_the_same_bundle_again_tells_remembers_and_prints_nothing(
    any_desk: Desk, what: str
) -> None:
    await takes(any_desk, TINY, 0)
    await takes(any_desk, CHANGED[what], 1)
    told, histories = list(any_desk.heard.facts), await remembered(any_desk)

    await takes(any_desk, CHANGED[what], 2)

    assert bool(told) is (what != "nothing")
    assert any_desk.heard.facts == told
    assert await remembered(any_desk) == histories
    assert await changes_since(any_desk, 2) == []


async def test_a_final_mark_of_which_only_the_day_changes_is_told_remembered_and_printed_no_more(
    any_desk: Desk,
) -> None:
    await takes(any_desk, TINY, 0)
    await takes(any_desk, TINY.change("x_periodMarks", "pm", date="2026-12-01"), 1)

    await takes(any_desk, TINY, 2)

    assert any_desk.heard.facts == []
    assert await remembered(any_desk) == {"marks": 0, "finals": 0}
    assert await changes_since(any_desk, 0) == []


async def test_a_final_mark_is_printed_by_each_value_that_an_import_gives_it(
    any_desk: Desk,
) -> None:
    with_another = TINY.add(
        "x_periodMarks",
        sourcedId="pm2",
        academicSessionSourcedId="q1",
        classSourcedId="7a-alg",
        studentSourcedId="p2",
        kind="period",
        value="2",
    )
    await takes(any_desk, with_another, 0)
    await takes(any_desk, with_another.change("x_periodMarks", "pm", value="3"), 1)
    await takes(any_desk, with_another.drop("x_periodMarks", "pm"), 2)
    await takes(any_desk, with_another, 3)

    assert await changes_since(any_desk, 1) == [("5", "3"), ("3", None), (None, "5")]
