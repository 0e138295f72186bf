"""A right to hear that ends while news lie in the outbox ends the news (DESIGN: Trust)."""

import pytest

from tests.exchange.builders import Files
from tests.stories.bundle import a_school, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.test_preferences import chooses
from tests.stories.town import Town

MARKED = with_mark(a_school(), "m4", work="w4", pupil="p1", score="2")
ENDS_THE_RIGHT: dict[str, Files] = {
    "no guardian any more": MARKED.change("users", "p1", agentSourcedIds="g2"),
    "no electronic news any more": MARKED.with_rows(
        "x_consents",
        [
            {
                "sourcedId": "c1",
                "userSourcedId": "g1",
                "studentSourcedId": "p1",
                "subject": "electronic",
                "state": "withdrawn",
                "date": "2026-11-20",
                "document": "",
            }
        ],
    ),
    "shut out by the school": MARKED.change("users", "g1", enabledUser="false"),
}


@ON_BOTH
@pytest.mark.parametrize("why", list(ENDS_THE_RIGHT))
async def test_a_digest_is_not_told_to_whose_right_ended_while_it_rested(
    town: Town, why: str
) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    await chooses(mother, "Отметки", "Раз в неделю")
    so_far = len(mother.messages)
    await town.imports(MARKED)
    await town.evening_news()

    await town.imports(ENDS_THE_RIGHT[why])
    town.clock.strikes("2026-11-22T18:00")
    await town.outbox_ticks()

    assert mother.messages[so_far:] == []
    assert "2 — ответ" in father.screen.text
    assert sum((await town.endings()).values()) == 2
    assert (await town.endings())["delivered"] == 1
