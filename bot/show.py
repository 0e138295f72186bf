"""Kept calls are made, at the pace that Telegram allows; what it refuses is said another way.

The calls are stored in the turn's transaction, so that a kill between commit and speech loses
no answer.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.types import InputFile

from bot.calls import ENCLOSING, INSTEAD, Call, alone, as_new, in_words, with_file, without_file
from bot.outcomes import Done, Later, Outcome, Rejected, Unclear
from bot.telegram.outcomes import outcome_of
from bot.telegram.session import Untyped
from core.notices.ledger import Lane


class Pace(Protocol):
    """Says when Telegram takes one more message."""

    async def turn(self, lane: Lane, chat: str) -> None:
        """Wait until a message of this lane may go to this chat."""
        ...

    def stop(self, chat: str, seconds: float) -> str:
        """Let what a 429 named wait; return what that is."""
        ...


class Draw(Protocol):
    """Makes what a kept call encloses."""

    async def __call__(self, chat: str, enclosed: Mapping[str, Any], /) -> InputFile | None:
        """Return the file, or None where it cannot be made or not be seen from this chat."""
        ...


async def draw_nothing(_: str, __: Mapping[str, Any]) -> None:
    """Make no file: what encloses one is told in words."""


class _SendMessage(Untyped):
    __api_method__ = "sendMessage"


class _SendPhoto(Untyped):
    __api_method__ = "sendPhoto"


class _SendDocument(Untyped):
    __api_method__ = "sendDocument"


class _SendMediaGroup(Untyped):
    __api_method__ = "sendMediaGroup"


class _EditMessageCaption(Untyped):
    __api_method__ = "editMessageCaption"


class _EditMessageText(Untyped):
    __api_method__ = "editMessageText"


class _AnswerCallbackQuery(Untyped):
    __api_method__ = "answerCallbackQuery"


class _DeleteMessage(Untyped):
    __api_method__ = "deleteMessage"


class _SetMyCommands(Untyped):
    __api_method__ = "setMyCommands"


_METHODS: Final[dict[str, type[Untyped]]] = {
    one.__api_method__: one
    for one in (
        _SendMessage,
        _SendPhoto,
        _SendDocument,
        _SendMediaGroup,
        _EditMessageCaption,
        _EditMessageText,
        _AnswerCallbackQuery,
        _DeleteMessage,
        _SetMyCommands,
    )
}
_POSTING: Final = frozenset({"sendMessage", "sendMediaGroup", *ENCLOSING})
_PACED: Final = _POSTING | {"editMessageText", "editMessageCaption"}
_ORNAMENT: Final = frozenset({"answerCallbackQuery", "deleteMessage", "setMyCommands"})
"""Nobody waits for it: what a 429 forbids is left, and what fails is not tried for long."""
_TRIES: Final = 6
_LONGEST_PAUSE: Final = 5.0


async def make_call(bot: Bot, call: Call) -> Outcome:
    """Make one call and return how it ended; nothing is raised and nothing is tried again."""
    name = call["method"]
    method = _METHODS[name].model_construct(**_parameters(call))
    try:
        result = await bot(method)
    except TelegramAPIError as error:
        return outcome_of(error)
    match result:
        case {"message_id": int(number), "document": {"file_id": str(reference)}}:
            return Done(str(number), reference)
        case {"message_id": int(number)} | [{"message_id": int(number)}, *_]:
            return Done(str(number))
        case True if name not in _POSTING:
            return Done()
        case _:
            return Unclear()  # taken, it seems, but that is not what Telegram says of a message


def _parameters(call: Call) -> dict[str, Any]:
    """Return a call's parameters as they travel."""
    found = {name: value for name, value in call.items() if name not in {"method", INSTEAD}}
    if "media" in found:
        found["media"] = [_as_it_travels(one) for one in found["media"]]
    has_words = call["method"] in _PACED and "media" not in call  # an album has them in its parts
    return found | ({"parse_mode": ParseMode.HTML.value} if has_words else {})


def _as_it_travels(piece: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in piece.items() if name != INSTEAD}


@dataclass(frozen=True, slots=True)
class Show:
    """Shows kept answers to persons, at the pace that Telegram allows."""

    bot: Bot
    pace: Pace
    sleep: Callable[[float], Awaitable[None]]
    draw: Draw = draw_nothing

    async def __call__(self, calls: Sequence[Call]) -> None:
        """Make the calls in order; what cannot be edited any more is sent anew."""
        for call in calls:
            if "enclosed" in call:
                await self._hand_over(call)
                continue
            await self._make(call)

    async def _make(self, call: Call) -> None:
        outcome = await self._persist(call)
        if call["method"] == "editMessageText" and _is_lost(outcome):
            await self._persist(as_new(call))
        if not isinstance(outcome, Rejected):
            return
        if call["method"] in ENCLOSING:
            await self._persist(without_file(call))
        if call["method"] == "sendMediaGroup":
            # One part that is not taken keeps all from being shown: so each comes by itself.
            for piece in call["media"]:
                await self._make(alone(call, piece))

    async def at_leisure(self, calls: Sequence[Call]) -> None:
        """Make calls for which nobody waits, each until it is taken or refused for good."""
        for call in calls:
            while isinstance(outcome := await make_call(self.bot, call), Later):
                await self.sleep(outcome.seconds or _LONGEST_PAUSE)

    async def _hand_over(self, call: Call) -> None:
        """Make what a call encloses and send it; what cannot be had is said in words."""
        file = await self.draw(str(call["chat_id"]), call["enclosed"])
        if file is not None:
            outcome = await self._persist(with_file(call, file))
            if not isinstance(outcome, Rejected):
                return
        await self._persist(in_words(call))

    async def _persist(self, call: Call) -> Outcome:
        """Make a call until it is known how it ended; a word not taken is tried for ever."""
        # A word too many is better than none, but only one.
        once_more = 1 if call["method"] in _POSTING else _TRIES
        attempt = unclear = 0
        while True:
            for _ in range(_messages_of(call)):
                await self.pace.turn(Lane.ANSWER, str(call["chat_id"]))
            outcome = await make_call(self.bot, call)
            unclear += isinstance(outcome, Unclear)
            if not isinstance(outcome, Later | Unclear) or unclear > once_more:
                return outcome
            if call["method"] in _ORNAMENT and (_is_ordered(outcome) or attempt == _TRIES):
                return outcome
            await self.sleep(self._pause(call, outcome, attempt))
            attempt = min(attempt + 1, _TRIES)

    def _pause(self, call: Call, outcome: Later | Unclear, attempt: int) -> float:
        if isinstance(outcome, Later) and outcome.seconds is not None:
            self.pace.stop(str(call["chat_id"]), outcome.seconds)
            return 0  # the pace waits
        return float(min(0.2 * 2**attempt, _LONGEST_PAUSE))


def _messages_of(call: Call) -> int:
    """Return how many messages a call counts for: an album is as many as its parts."""
    return len(call.get("media", "1")) if call["method"] in _PACED else 0


def _is_ordered(outcome: Outcome) -> bool:
    return isinstance(outcome, Later) and outcome.seconds is not None


def _is_lost(outcome: Outcome) -> bool:
    return isinstance(outcome, Rejected) and (
        "to edit not found" in outcome.description or "can't be edited" in outcome.description
    )
