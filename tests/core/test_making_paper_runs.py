"""Sheets are made for families that a forecast or a warning did not reach in time."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from core.diary.acknowledging import Acknowledged, Acknowledgement
from core.ids import PupilId
from core.notices.ledger import Ending, NoticeKind
from core.notices.printing import OnPaper
from tests.core.issued import NearTheEnd

FRIDAY, SUNDAY = date(2026, 12, 11), date(2026, 12, 13)


class WithPetya(NearTheEnd):
    """7А, where the family of Петя has never come in."""

    async def settle(self) -> None:
        await super().settle()
        self.petya = self.seed.a_pupil("Петя", class_id=self.class_7a)
        await self.seed.plant(self.school)


@pytest.fixture
async def town() -> WithPetya:
    found = WithPetya()
    await found.settle()
    return found


async def made(town: WithPetya, day: date, *pupils: PupilId) -> dict[PupilId, OnPaper]:
    """Let sheets be made; return who is on the class's last run, and why."""
    town.clock.at = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
    async with town.school.transaction() as turn:
        await town.make_sheets(turn)(town.of_school, town.class_7a, pupils, day)
        runs = await turn.paper_runs.of_class(town.class_7a)
        sheets = await turn.paper_runs.sheets([one.id for one in runs[:1]])
    return {one.pupil: one.why for found in sheets.values() for one in found}


async def files_told(town: WithPetya) -> int:
    async with town.school.transaction() as turn:
        rows = await turn.outbox.rows(town.of_school)
    return sum(one.notice.draft.kind is NoticeKind.PAPER_RUN for one in rows)


async def test_only_who_was_not_reached_is_on_the_run_of_a_working_day(town: WithPetya) -> None:
    assert await made(town, FRIDAY) == {}
    assert await made(town, FRIDAY, town.petya) == {town.petya: OnPaper.NEVER_IN}
    assert await files_told(town) == 1


async def test_the_run_of_a_sunday_is_that_of_the_week_and_leaves_nobody_out(
    town: WithPetya,
) -> None:
    found = await made(town, SUNDAY)

    assert found == {town.petya: OnPaper.NEVER_IN}


async def missed(town: WithPetya, ending: Ending) -> None:
    """Let the forecast of Маша end so with her mother, and come on the print run."""
    async with town.school.transaction() as turn:
        await town.look(turn)(town.of_school, town.class_7a)
        rows = [one.notice for one in await turn.outbox.rows(town.of_school)]
        (told,) = [one for one in rows if one.draft.kind is NoticeKind.FORECAST]
        await turn.outbox.settle([told.id], ending, at=town.clock.at)
    town.clock.at += timedelta(days=1)
    async with town.school.transaction() as turn:
        await town.look(turn)(town.of_school, town.class_7a)


async def on_paper(town: WithPetya) -> dict[PupilId, OnPaper]:
    async with town.school.transaction() as turn:
        return dict(await town.find_on_paper(turn)(town.class_7a, date(2026, 11, 1)))


async def hands_over(town: WithPetya) -> None:
    async with town.school.transaction() as turn:
        (run,) = await turn.paper_runs.of_class(town.class_7a)
        at = town.clock.at + timedelta(hours=3)
        await turn.paper_runs.hand_over(run.id, [town.masha], at=at, by=town.teacher)


async def acknowledges(town: WithPetya) -> None:
    kind, period = Acknowledged.FORECAST, town.period
    at = town.clock.at + timedelta(hours=3)
    async with town.school.transaction() as turn:
        given = Acknowledgement(town.of_school, town.mother, town.masha, kind, period, at, "")
        await turn.acknowledgements.add(given)


async def test_a_family_that_a_forecast_missed_is_on_paper(town: WithPetya) -> None:
    await missed(town, Ending.REFUSED)

    assert await on_paper(town) == {
        town.masha: OnPaper.NOT_REACHED,
        town.petya: OnPaper.NEVER_IN,
    }


@pytest.mark.parametrize("learns", [hands_over, acknowledges])
async def test_who_has_it_by_now_is_on_paper_no_more(
    town: WithPetya, learns: Callable[[WithPetya], Awaitable[None]]
) -> None:
    await missed(town, Ending.UNKNOWN)

    await learns(town)

    assert await on_paper(town) == {town.petya: OnPaper.NEVER_IN}
