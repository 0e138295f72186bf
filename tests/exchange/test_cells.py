"""A record has one cell for ever: an id that turns up in another names another record."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from core.access.people import Address, Channel
from core.exchange.import_bundle import Counts
from core.ids import PersonId
from core.notices.telling.families import TellFamilies
from storage.exchange.calls import export_school, import_bundle
from storage.transaction import Transaction
from tests.exchange.builders import NOW, Desk, Files, StillClock

TINY = Files()
MOVED = {
    "a mark to another pupil": TINY.change("results", "m3", studentSourcedId="p2"),
    "a mark to another work": TINY.change("results", "m2", lineItemSourcedId="w2"),
    "an absence to another pupil": TINY.change("x_attendance", "a1", studentSourcedId="p1"),
    "an absence to another lesson": TINY.change("x_attendance", "a1", lessonSourcedId="l1"),
    "a period mark to another pupil": TINY.change("x_periodMarks", "pm", studentSourcedId="p2"),
}


def _tells(tx: Transaction) -> TellFamilies:
    return TellFamilies(tx.outbox, tx.audience, tx.delivery)


async def _come_in(desk: Desk) -> None:
    async with desk.store.transaction() as tx:
        rows = await tx.connection.execute(text("SELECT id, source FROM persons"))
        for number, source in rows.all():
            actor = await tx.directory.recognise(Address(Channel.TELEGRAM, source), language="ru")
            person = PersonId(number)
            await tx.codes.issue(source, person, at=NOW, expires=NOW + timedelta(days=1))
            await tx.codes.use(source, actor.account.id, at=NOW)


async def _tell(desk: Desk, files: Files) -> None:
    path = files.write(desk.folder)
    await import_bundle(desk.store, path, clock=StillClock(), facts_for=_tells)


async def _all(desk: Desk, query: str) -> list[tuple[object, ...]]:
    async with desk.store.reading() as tx:
        return [tuple(row) for row in await tx.connection.execute(text(query))]


TOLD = """
SELECT about.source, recipient.source, outbox.change, marks.value, owner.source
FROM outbox
JOIN persons about ON about.id = about_id
JOIN persons recipient ON recipient.id = recipient_id
JOIN marks ON marks.id = outbox.subject
JOIN persons owner ON owner.id = marks.pupil_id
ORDER BY outbox.id
"""


async def test_a_mark_that_goes_to_another_pupil_is_told_to_each_family_as_its_own(
    any_desk: Desk,
) -> None:
    await any_desk.takes(TINY)
    await _come_in(any_desk)

    await _tell(any_desk, TINY.change("results", "m3", studentSourcedId="p2", textScore="5/5"))

    assert await _all(any_desk, TOLD) == [
        ("p2", "p2", "new", "5/5", "p2"),
        *(("p1", person, "taken_back", "pass", "p1") for person in ("g1", "g2", "p1")),
    ]


async def test_a_mark_taken_back_that_returns_to_another_pupil_is_another_mark(
    any_desk: Desk,
) -> None:
    await any_desk.takes(TINY)
    await _come_in(any_desk)
    await _tell(any_desk, TINY.drop("results", "m3"))

    await _tell(any_desk, TINY.change("results", "m3", studentSourcedId="p2"))

    about_and_owner = {(row[0], row[-1]) for row in await _all(any_desk, TOLD)}
    assert about_and_owner == {("p1", "p1"), ("p2", "p2")}


ABSENCES = """
SELECT about.source, outbox.change, owner.source
FROM outbox
JOIN persons about ON about.id = about_id
JOIN absences ON absences.id = outbox.subject
JOIN persons owner ON owner.id = absences.pupil_id
WHERE recipient_id = about_id
ORDER BY outbox.id
"""


async def test_an_absence_that_goes_to_another_pupil_is_told_to_each_family_as_its_own(
    any_desk: Desk,
) -> None:
    missed = TINY.change("x_attendance", "a1", code="н", reasonState="unknown")
    await any_desk.takes(missed)
    await _come_in(any_desk)

    await _tell(any_desk, missed.change("x_attendance", "a1", studentSourcedId="p1"))

    assert await _all(any_desk, ABSENCES) == [("p1", "new", "p1"), ("p2", "taken_back", "p2")]


@pytest.mark.parametrize("what", MOVED)
async def test_what_moves_is_retired_and_comes_anew(any_desk: Desk, what: str) -> None:
    await any_desk.takes(TINY)

    report = await any_desk.takes(MOVED[what])

    again = await any_desk.takes(MOVED[what])
    assert list(report.counts.values()) == [Counts(new=1, gone=1)]
    assert (again.counts, again.applied) == ({}, False)


async def test_two_marks_may_change_places(any_desk: Desk) -> None:
    await any_desk.takes(TINY)
    crossed = TINY.change("results", "m1", studentSourcedId="p2")
    crossed = crossed.change("results", "m2", studentSourcedId="p1")

    report = await any_desk.takes(crossed)

    standing = await _all(any_desk, "SELECT source FROM marks WHERE gone_at IS NULL ORDER BY 1")
    assert report.counts == {"results": Counts(new=2, gone=2)}
    assert standing == [("m1",), ("m2",), ("m3",)]


async def test_a_mark_may_move_to_and_fro(any_desk: Desk) -> None:
    elsewhere = TINY.change("results", "m3", studentSourcedId="p2")
    for files in (TINY, elsewhere, TINY, elsewhere):
        await any_desk.takes(files)

    found = await _all(
        any_desk, "SELECT source, gone_at IS NULL FROM marks WHERE source LIKE 'm3%' ORDER BY id"
    )

    assert [source for source, _ in found] == ["m3~1", "m3~2", "m3~3", "m3"]
    assert [bool(stands) for _, stands in found] == [False, False, False, True]


async def test_a_school_with_moved_records_goes_out_and_comes_back(
    desk: Desk, another_desk: Desk
) -> None:
    await desk.takes(TINY)
    for moved in MOVED.values():
        await desk.takes(moved)
    out = (await export_school(desk.store, desk.folder / "out")).path

    unchanged = await desk.takes(out)
    restored = await another_desk.takes(out)
    again = await another_desk.takes(MOVED["a period mark to another pupil"])

    back = (await export_school(another_desk.store, desk.folder / "back")).path
    assert (unchanged.counts, unchanged.faults, restored.faults) == ({}, (), ())
    assert again.counts == {}
    names = sorted(path.name for path in out.iterdir())
    assert [(back / name).read_bytes() for name in names] == [
        (out / name).read_bytes() for name in names
    ]
