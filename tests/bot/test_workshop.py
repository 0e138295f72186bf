"""The workshop: another process, which breaks without breaking anything else."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from io import BytesIO
from multiprocessing import active_children

import pytest
from pypdf import PdfReader
from structlog.testing import capture_logs

from bot.documents.workshop import OtherProcess
from bot.screens.parts.enclosure import Paper
from tests.documents.views import a_chart, a_curve, a_report_card
from tests.house.source import ROOT


@pytest.fixture
async def workshop() -> AsyncIterator[OtherProcess]:
    opened = OtherProcess()
    yield opened
    await opened.close()


async def test_papers_are_made_in_a_process_that_starts_with_the_first_and_is_ended(
    workshop: OtherProcess,
) -> None:
    before = active_children()

    picture = await workshop(Paper.CHART, a_chart(a_curve()), "ru")
    table = await workshop(Paper.REPORT_CARD, a_report_card(), "en")
    (started,) = set(active_children()) - set(before)
    await workshop.close()

    assert picture is not None
    assert picture.name == "Отметки, II четверть.png"
    assert table is not None
    assert len(PdfReader(BytesIO(table.content)).pages) == 1
    assert not started.is_alive()


async def test_a_process_that_was_killed_is_replaced(workshop: OtherProcess) -> None:
    await workshop(Paper.CHART, a_chart(), "ru")
    for child in active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()

    with capture_logs() as told:
        made = await workshop(Paper.CHART, a_chart(), "ru")

    assert made is not None
    assert [one["event"] for one in told] == ["workshop-broken"]


async def test_a_paper_that_takes_too_long_is_given_up_and_the_next_is_made() -> None:
    workshop = OtherProcess(longest=30.0)
    await workshop(Paper.CHART, a_chart(), "ru")
    for child in active_children():
        os.kill(child.pid or 0, signal.SIGSTOP)

    workshop.longest = 0.2
    with capture_logs() as told:
        stuck = await workshop(Paper.CHART, a_chart(), "ru")
    workshop.longest = 30.0
    made = await workshop(Paper.CHART, a_chart(), "ru")
    await workshop.close()

    assert stuck is None
    assert made is not None
    assert [one["event"] for one in told] == ["paper-too-slow"]


async def test_two_who_wait_in_a_process_that_breaks_both_get_theirs(
    workshop: OtherProcess,
) -> None:
    await workshop(Paper.CHART, a_chart(), "ru")
    both = asyncio.gather(*[workshop(Paper.CHART, a_chart(a_curve()), "ru") for _ in range(2)])
    await asyncio.sleep(0)
    for child in active_children():
        os.kill(child.pid or 0, signal.SIGKILL)

    made = await both
    await workshop.close()

    assert None not in made
    assert active_children() == []


async def test_a_paper_that_cannot_be_made_is_no_paper_and_no_name_is_told(
    workshop: OtherProcess,
) -> None:
    with capture_logs() as told:
        made = await workshop(Paper.CHART, "Маша Орлова", "ru")

    assert made is None
    assert [one["event"] for one in told] == ["paper-failed"]
    assert "Маша" not in str(told)


async def test_the_loop_goes_on_while_a_picture_is_drawn(workshop: OtherProcess) -> None:
    turns = 0
    drawing = asyncio.create_task(workshop(Paper.CHART, a_chart(a_curve()), "ru"))

    while not drawing.done():
        await asyncio.sleep(0)
        turns += 1

    assert await drawing is not None
    assert turns > 100


async def test_closing_twice_or_unused_does_no_harm(workshop: OtherProcess) -> None:
    await workshop.close()
    await workshop.close()


def test_what_makes_papers_knows_neither_telegrams_library_nor_the_database() -> None:
    crafts = "import bot.documents.bench, bot.documents.chart, bot.documents.attendance"
    others = "import bot.documents.report_card, bot.documents.ics, sys"
    told = "print({'aiogram', 'pydantic', 'sqlalchemy', 'aiohttp'} & sys.modules.keys())"

    found = subprocess.run(
        [sys.executable, "-c", f"{crafts}; {others}; {told}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert found.stdout == "set()\n"
