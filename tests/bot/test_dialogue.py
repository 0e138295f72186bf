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


def replied(text: str) -> Update:
    return _update({"message": _message() | {"text": text, "reply_to_message": _message()}})


@pytest.mark.parametrize(
    ("said", "rest", "ignored"),
    [
        (words("а" * 2048), words("б"), True),
        (words("😀" * 1024), words("б"), True),
        (words("а" * 2047), words("б"), False),
        (words("а" * 2048), words("/menu"), False),
        (words("а" * 2048), photo(), False),
        (replied("а" * 2048), words("б"), False),
    ],
    ids=["long", "long in emoji", "not so long", "a command", "a photo", "a reply"],
)
async def test_of_a_long_text_that_changed_nothing_the_rest_is_ignored(
    kept: MemoryDialogues, said: Update, rest: Update, *, ignored: bool
) -> None:
    await begun(kept)
    dialogue = await Dialogue.opened(kept, MOTHER, now=NOW)
    await dialogue.context().get_data()
    await dialogue.end(said, at=NOW)

    after = await Dialogue.opened(kept, MOTHER, now=NOW)

    assert after.ignores(rest) is ignored
    assert (after.state, await after.context().get_data()) == ("Excuse:reason", {"pupil": 3})


async def test_of_a_long_text_that_was_taken_the_rest_is_words_too(
    kept: MemoryDialogues,
) -> None:
    await begun(kept)
    dialogue = await Dialogue.opened(kept, MOTHER, now=NOW)
    await dialogue.context().update_data(said="а" * 2048)
    await dialogue.end(words("а" * 2048), at=NOW)

    after = await Dialogue.opened(kept, MOTHER, now=NOW)

    assert not after.ignores(words("б"))


async def test_every_further_part_of_a_refused_text_is_ignored(kept: MemoryDialogues) -> None:
    await begun(kept)
    for part in ("а" * 4096, "б" * 4096, "в"):
        dialogue = await Dialogue.opened(kept, MOTHER, now=NOW)
        await dialogue.refuse(words(part), at=NOW)

    after = await Dialogue.opened(kept, MOTHER, now=NOW)

    assert after.ignores(words("г"))
    assert after.state == "Excuse:reason"


async def test_what_was_refused_outside_a_dialogue_has_no_rest_either(
    kept: MemoryDialogues,
) -> None:
    dialogue = await Dialogue.opened(kept, MOTHER, now=NOW)
    await dialogue.refuse(words("а" * 4096), at=NOW)
    after = await Dialogue.opened(kept, MOTHER, now=NOW)
    ignored = after.ignores(words("б"))
    await after.end(words("/menu"), at=NOW)

    assert (ignored, after.state) == (True, None)
    assert await kept.of(MOTHER) is None
