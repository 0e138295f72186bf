"""A file goes on with the log of consultations, or it is refused: it changes no row (H4)."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete

from core.exchange.faults import FaultCode
from core.helpdesk.log.checking import CheckLog, Missing, Wrong
from core.ids import SchoolId
from storage.exchange.calls import export_school
from storage.tables import metadata
from tests.exchange.builders import Desk, Files, Line
from tests.exchange.chat import Day, is_entered

TINY = Files()
LOG = "x_consultations"


async def rows(desk: Desk, name: str = "out", *, of: str = LOG) -> list[Line]:
    folder = desk.folder / f"{name}-{of}"
    out: Path = (await export_school(desk.store, folder, school="tiny")).path
    with (out / f"{of}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def with_a_log(desk: Desk) -> list[Line]:
    await desk.takes(TINY)
    await is_entered(desk, Day.consultations)
    return await rows(desk)


async def is_whole(desk: Desk) -> tuple[int, Wrong | None]:
    async with desk.store.reading() as tx:
        found = await CheckLog(tx.consultations)(SchoolId(1))
    return found.head.number, found.wrong


async def test_a_whole_log_comes_into_an_empty_one(desk: Desk, another_desk: Desk) -> None:
    log = await with_a_log(desk)
    await another_desk.takes(TINY)

    report = await another_desk.takes(Files({LOG: log}))

    assert (report.fault_count, report.counts[LOG].new) == (0, 4)
    assert await is_whole(another_desk) == (4, None)
    assert await rows(another_desk) == log


async def test_a_log_goes_on_where_it_ended(desk: Desk, another_desk: Desk) -> None:
    log = await with_a_log(desk)
    await another_desk.takes(TINY)
    await another_desk.takes(Files({LOG: log[:2]}))

    after_it = await another_desk.takes(Files({LOG: log[2:]}))

    assert after_it.counts[LOG].new == 2
    assert await is_whole(another_desk) == (4, None)


async def test_an_older_copy_of_the_own_log_changes_nothing(desk: Desk) -> None:
    log = await with_a_log(desk)

    report = await desk.takes(Files({LOG: log[:1]}))

    assert (report.fault_count, report.counts, report.clashes) == (0, {}, ())


Tampered = Callable[[list[Line]], list[Line]]


def _with(line: int, **cells: str) -> Tampered:
    return lambda log: [{**row, **cells} if at == line else row for at, row in enumerate(log)]


@pytest.mark.parametrize(
    ("tampered", "line", "column"),
    [
        (_with(0, minutes="1"), 2, "minutes"),
        (_with(1, words="плохо"), 3, "words"),
        (_with(2, topic="reports"), 4, "topic"),
        (_with(3, correctedBy="t2"), 5, "correctedBy"),
        (_with(0, digest="0" * 64), 2, "digest"),
    ],
)
async def test_a_file_that_has_a_kept_row_otherwise_is_refused(
    desk: Desk, tampered: Tampered, line: int, column: str
) -> None:
    log = await with_a_log(desk)

    report = await desk.takes(Files({LOG: tampered(log)}))

    [fault] = report.faults
    assert (fault.file, fault.line, fault.column, fault.code) == (
        "x_consultations.csv",
        line,
        column,
        FaultCode.KEPT_DIFFERS,
    )
    assert not report.applied
    assert await rows(desk, "after") == log


@pytest.mark.parametrize(
    ("tampered", "line", "column"),
    [
        (_with(0, minutes="1"), 2, "digest"),
        (_with(2, before="0" * 64), 4, "before"),
        (lambda log: log[1:], 2, "number"),
        (lambda log: [log[0], *log[2:]], 3, "number"),
    ],
)
async def test_what_is_no_chain_is_not_taken_in(
    desk: Desk, another_desk: Desk, tampered: Tampered, line: int, column: str
) -> None:
    log = await with_a_log(desk)
    await another_desk.takes(TINY)

    report = await another_desk.takes(Files({LOG: tampered(log)}))

    [fault] = report.faults
    assert (fault.line, fault.column, fault.code) == (line, column, FaultCode.CHAIN_BROKEN)
    assert await is_whole(another_desk) == (0, None)


async def test_a_role_that_nobody_has_is_refused(desk: Desk, another_desk: Desk) -> None:
    log = await with_a_log(desk)
    await another_desk.takes(TINY)

    report = await another_desk.takes(Files({LOG: _with(0, role="tsar")(log)}))

    assert {one.code for one in report.faults} >= {FaultCode.BAD_VALUE}


async def test_a_row_that_a_file_takes_away_is_refused(desk: Desk) -> None:
    log = await with_a_log(desk)
    modified = "2026-11-20T12:00:00.000Z"
    gone = [{**log[3], "status": "tobedeleted", "dateLastModified": modified}]

    report = await desk.takes(Files({LOG: gone}, modes={LOG: "delta"}))

    assert [(one.column, one.code) for one in report.faults] == [
        ("status", FaultCode.KEPT_DIFFERS)
    ]
    assert await rows(desk, "after") == log


HEADS = "x_consultationHeads"


async def test_the_heads_go_out_and_come_in_with_the_log(desk: Desk, another_desk: Desk) -> None:
    log, heads = await with_a_log(desk), await rows(desk, name="heads", of=HEADS)
    await another_desk.takes(TINY)

    report = await another_desk.takes(Files({LOG: log, HEADS: heads}))

    assert (report.counts[LOG].new, report.counts[HEADS].new) == (4, 1)
    assert await rows(another_desk, of=HEADS) == heads
    assert await is_whole(another_desk) == (4, None)


async def test_a_log_without_heads_is_noted_as_it_comes(desk: Desk, another_desk: Desk) -> None:
    log = await with_a_log(desk)
    await another_desk.takes(TINY)
    await another_desk.takes(Files({LOG: log[:2]}))
    await another_desk.takes(Files({LOG: log}))

    assert [one["number"] for one in await rows(another_desk, of=HEADS)] == ["2", "4"]
    assert await is_whole(another_desk) == (4, None)


async def test_a_file_whose_log_was_cut_off_at_its_end_is_refused(
    desk: Desk, another_desk: Desk
) -> None:
    log, heads = await with_a_log(desk), await rows(desk, name="heads", of=HEADS)
    await another_desk.takes(TINY)

    report = await another_desk.takes(Files({LOG: log[:3], HEADS: heads}))

    [fault] = report.faults
    assert (fault.file, fault.column, fault.code) == (
        "x_consultationHeads.csv",
        "number",
        FaultCode.CHAIN_BROKEN,
    )
    assert await is_whole(another_desk) == (0, None)


async def test_a_head_of_another_log_is_refused(desk: Desk, another_desk: Desk) -> None:
    log, heads = await with_a_log(desk), await rows(desk, name="heads", of=HEADS)
    await another_desk.takes(TINY)

    report = await another_desk.takes(
        Files({LOG: log, HEADS: [{**one, "digest": "0" * 64} for one in heads]})
    )

    assert [(one.file, one.column) for one in report.faults] == [
        ("x_consultationHeads.csv", "digest")
    ]


async def cut_off(desk: Desk, after: int, *tables: str) -> None:
    async with desk.store.transaction() as tx:
        for row in tables:
            table = metadata.tables[row]
            await tx.connection.execute(delete(table).where(table.c.number > after))


async def test_a_log_that_was_cut_off_here_takes_back_its_own_rows_and_no_others(
    desk: Desk, another_desk: Desk
) -> None:
    log = await with_a_log(desk)
    await cut_off(desk, 2, "consultations", "consultation_heads")
    await is_entered(desk, Day.consultations)
    forged = await rows(desk, "forged")
    await another_desk.takes(TINY)
    await another_desk.takes(Files({LOG: log}))
    await cut_off(another_desk, 2, "consultations")

    lost = await is_whole(another_desk)
    refused = await another_desk.takes(Files({LOG: forged}))
    await another_desk.takes(Files({LOG: log}))

    assert lost == (2, Missing(3, 4))
    assert [(one.line, one.column, one.code) for one in refused.faults] == [
        (5, "digest", FaultCode.KEPT_DIFFERS)
    ]
    assert await is_whole(another_desk) == (4, None)
