"""What all dialogues share: how they go on, and what is said to anything but words."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, Self

from aiogram import F
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from bot.screens.parts.screen import Screen, lines
from bot.screens.people.refusals import aside
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor

not_a_command = ~F.text.startswith("/")
"""Whatever is no command: these lead out of a dialogue."""
words = F.text & not_a_command
other_than_words = ~F.text


class Stamped(Protocol):
    """A button of a draft."""

    stamp: int


async def is_reply(message: Message, state: FSMContext) -> bool:
    """Say whether a message answers another one by itself: it goes there, whatever was begun.

    A further part of an album that is being gathered goes where its first part went.
    """
    if message.reply_to_message is None or (message.text or "").startswith("/"):
        return False
    album = message.media_group_id
    return album is None or (await state.get_data()).get("album") != album


async def beside_what_was_begun(state: FSMContext, speech: Speech, shown: Screen) -> Screen:
    """Return what is shown of a reply; who is in the middle of something else is told so.

    Without buttons: a tap would lead away from what was begun.
    """
    if await state.get_state() is None:
        return shown
    text = lines(shown.text, speech.say("begun-goes-on"))
    return replace(shown, text=text, buttons=())


async def of_this_draft(_: CallbackQuery, callback_data: Stamped, state: FSMContext) -> bool:
    """Say whether a button is of what is being made now; one of an earlier draft is old.

    What is being made is kept: whoever finds an old button in the chat loses nothing by it.
    """
    return bool((await state.get_data()).get("stamp") == callback_data.stamp)


class Draft(Protocol):
    """What a person has said so far: typed, and kept as JSON between two messages."""

    def data(self) -> Mapping[str, Any]:
        """Return the draft as it is kept."""
        ...


@dataclass(frozen=True, slots=True)
class AboutOne:
    """All that a dialogue about one record keeps: its number."""

    number: int

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(data["number"])

    def data(self) -> Mapping[str, Any]:
        """Return the draft as it is kept."""
        return {"number": self.number}


async def goes_on(state: FSMContext, where: State, draft: Draft) -> None:
    """Go on with a dialogue, and keep what was said so far."""
    await state.set_state(where)
    await state.set_data(draft.data())


def asks_for_words(key: Key) -> Callable[..., Awaitable[Screen]]:
    """Return the handler that asks for words where something else came; what was begun is kept."""

    async def on_other_than_words(
        _: Message, actor: Actor, speech: Speech, state: FSMContext
    ) -> Screen:
        await state.get_data()
        return aside(speech, actor, key)

    return on_other_than_words
