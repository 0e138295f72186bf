"""A dialogue goes on from turn to turn; a tap or a command that it does not take leaves it."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Update

from bot.middlewares.dialogue import Dialogue
from bot.states import RatingHelp
from core.ids import AccountId
from tests.core.builders import NOW
from tests.school.program import MemoryDialogues
from tests.school.world import World

MOTHER = AccountId(7)


class Excuse(StatesGroup):
    reason = State()
    day = State()


@pytest.fixture
def kept() -> MemoryDialogues:
    return MemoryDialogues(World())


def words(text: str) -> Update:
    return _update({"message": _message() | {"text": text}})


def tap() -> Update:
    person = {"id": 7, "is_bot": False, "first_name": "А"}
    query = {"id": "1", "from": person, "chat_instance": "1", "data": "menu1:0:0"}
    return _update({"callback_query": query | {"message": _message()}})


def photo() -> Update:
    size = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
    return _update({"message": _message() | {"photo": [size]}})


def _message() -> dict[str, Any]:
    chat = {"id": 7, "type": "private"}
    return {"message_id": 1, "date": 1, "chat": chat, "from": _person()}


def _person() -> dict[str, Any]:
    return {"id": 7, "is_bot": False, "first_name": "А"}


def _update(content: dict[str, Any]) -> Update:
    return Update.model_validate({"update_id": 1, **content})


async def begun(kept: MemoryDialogues) -> None:
    dialogue = await Dialogue.opened(kept, MOTHER, now=NOW)
    await dialogue.context().set_state(Excuse.reason)
    await dialogue.context().update_data(pupil=3)
    await dialogue.end(tap(), at=NOW)


async def test_what_was_begun_is_there_in_the_next_turn(kept: MemoryDialogues) -> None:
    await begun(kept)

    dialogue = await Dialogue.opened(kept, MOTHER, now=NOW)

    assert dialogue.state == "Excuse:reason"
    assert await dialogue.context().get_data() == {"pupil": 3}


async def test_who_reads_its_data_goes_on_with_it(kept: MemoryDialogues) -> None:
    await begun(kept)

    dialogue = await Dialogue.opened(kept, MOTHER, now=NOW)
    await dialogue.context().get_data()
    await dialogue.end(tap(), at=NOW)

    assert await kept.of(MOTHER) == ("Excuse:reason", '{"pupil":3}', NOW)


@pytest.mark.parametrize("away", [tap(), words("/menu")], ids=["a tap", "a command"])
async def test_what_leads_elsewhere_leaves_it(kept: MemoryDialogues, away: Update) -> None:
    await begun(kept)

    dialogue = await Dialogue.opened(kept, MOTHER, now=NOW)
    await dialogue.end(away, at=NOW)

    assert await kept.of(MOTHER) is None


@pytest.mark.parametrize("said", [words("не знаю"), photo()], ids=["words", "a photo"])
async def test_words_that_nobody_took_lose_nothing(kept: MemoryDialogues, said: Update) -> None:
    await begun(kept)

    dialogue = await Dialogue.opened(kept, MOTHER, now=NOW)
    await dialogue.end(said, at=NOW)

    assert await kept.of(MOTHER) is not None


async def test_a_dialogue_that_ends_is_forgotten(kept: MemoryDialogues) -> None:
    await begun(kept)

    dialogue = await Dialogue.opened(kept, MOTHER, now=NOW)
    await dialogue.context().clear()
    await dialogue.end(words("болеет"), at=NOW)

    assert await kept.of(MOTHER) is None


@pytest.mark.parametrize(
    ("state", "after", "lapses"),
    [
        (Excuse.reason, timedelta(days=1), False),
        (Excuse.reason, timedelta(days=1, seconds=1), True),
        (RatingHelp.word, timedelta(hours=1), False),
        (RatingHelp.word, timedelta(hours=1, seconds=1), True),
    ],
)
async def test_what_was_begun_lapses_after_a_day_and_a_mere_addition_after_an_hour(
    kept: MemoryDialogues, state: State, after: timedelta, *, lapses: bool
) -> None:
    dialogue = await Dialogue.opened(kept, MOTHER, now=NOW)
    await dialogue.context().set_state(state)
    await dialogue.end(tap(), at=NOW)

    later = await Dialogue.opened(kept, MOTHER, now=NOW + after)
    await later.end(words("Здравствуйте"), at=NOW + after)

    assert later.lapsed == (state.state if lapses else None)
    assert (later.state is None) is lapses
    assert (await kept.of(MOTHER) is None) is lapses
