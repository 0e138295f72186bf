"""A screen is shown: first as calls of the Bot API that are kept as text, then by making them.

The calls are stored in the turn's transaction, so that a kill between commit and speech loses
no answer.
"""

import json
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, InputFile, Message, Update

from bot.outcomes import Done, Later, Outcome, Rejected, Unclear
from bot.screens.parts.enclosure import Enclosure
from bot.screens.parts.screen import CAPTION_LENGTH, KeptFile, Screen
from bot.screens.people.commands import CommandText
from bot.telegram.outcomes import outcome_of
from bot.telegram.session import Untyped
from bot.texts.html import NOTHING, Html, seen, units
from core.notices.ledger import Lane

Call = dict[str, Any]
"""One call of the Bot API: its parameters by name, and the method's name under `method`."""


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
_ENCLOSING: Final = {"sendPhoto": "photo", "sendDocument": "document"}
_INSTEAD: Final = "instead"
"""Of a kept call only, and nothing to Telegram: what is said where the file cannot be had."""
_SEALED: Final = "sealed"
"""Of a kept call only: by what the file is known that left with it."""
_POSTING: Final = frozenset({"sendMessage", "sendMediaGroup", *_ENCLOSING})
_PACED: Final = _POSTING | {"editMessageText", "editMessageCaption"}
_ORNAMENT: Final = frozenset({"answerCallbackQuery", "deleteMessage", "setMyCommands"})
"""Nobody waits for it: what a 429 forbids is left, and what fails is not tried for long."""
_TRIES: Final = 6
_LONGEST_PAUSE: Final = 5.0
_LINK: Final = re.compile(r"://|[^\W_]\.[^\W\d_]{2}")


def send_call(chat: int | str, screen: Screen) -> Call:
    """Return the call that sends a screen as a new message."""
    call: Call = {"method": "sendMessage", "chat_id": chat, "text": screen.text}
    call |= _without_preview(screen.text)
    if screen.enclosed is not None:
        call = _enclosing(chat, screen.text, screen.enclosed)
    if screen.file is not None:
        call = _showing(chat, screen.text, screen.file)
    if screen.silent:
        call["disable_notification"] = True
    return call | _markup(screen)


def _enclosing(chat: int | str, caption: str, enclosed: Enclosure) -> Call:
    """Return the call that sends a picture or file: what is to be made, not what it is made of."""
    return {
        "method": "sendPhoto" if enclosed.paper.is_picture else "sendDocument",
        "chat_id": chat,
        "caption": caption,
        "enclosed": {
            "paper": enclosed.paper.value,
            "of": enclosed.of,
            "what": enclosed.what,
            "day": enclosed.day,
            "language": enclosed.language,
            "instead": enclosed.instead,
        },
    }


def _showing(chat: int | str, caption: str, file: KeptFile) -> Call:
    """Return the call that shows a file that Telegram keeps."""
    method = "sendPhoto" if file.is_picture else "sendDocument"
    return {
        "method": method,
        "chat_id": chat,
        "caption": caption,
        _ENCLOSING[method]: file.reference,
        _INSTEAD: file.instead,
    }


def album_calls(chat: int | str, screen: Screen) -> list[Call]:
    """Return the calls that show many files: pictures stand in one album, documents in another.

    Words that are too long to stand under a file come as a message of their own, behind them.
    """
    pairs = list(zip(screen.album, screen.captions, strict=True))
    found = [(file, caption if _fits(caption) else NOTHING) for file, caption in pairs]
    calls = list[Call]()
    for is_picture in (True, False):
        alike = [one for one in found if one[0].is_picture is is_picture]
        if len(alike) == 1:
            file, caption = alike[0]
            calls.append(_showing(chat, caption, file))
        elif alike:
            media = [_piece(file, caption) for file, caption in alike]
            calls.append({"method": "sendMediaGroup", "chat_id": chat, "media": media})
    apart = (caption for _, caption in pairs if not _fits(caption))
    return [*calls, *(send_call(chat, Screen(caption)) for caption in apart)]


def _fits(caption: Html) -> bool:
    """Say whether a messenger takes words under a file: it counts the marks of emphasis out."""
    return units(seen(caption)) <= CAPTION_LENGTH


def _piece(file: KeptFile, caption: str) -> dict[str, Any]:
    piece = {
        "type": "photo" if file.is_picture else "document",
        "media": file.reference,
        _INSTEAD: file.instead,
    }
    return piece | ({"caption": caption, "parse_mode": ParseMode.HTML.value} if caption else {})


def edit_call(chat: int | str, message_id: int, screen: Screen) -> Call:
    """Return the call that makes a message another text."""
    call: Call = {
        "method": "editMessageText",
        "chat_id": chat,
        "message_id": message_id,
        "text": screen.text,
    }
    return call | _without_preview(screen.text) | _markup(screen)


def answer_calls(update: Update, screen: Screen) -> list[Call]:
    """Return the calls that answer an update: a tap edits, a word gets a new message."""
    if update.callback_query is not None:
        return [_stop_spinner(update.callback_query, screen), *_turn_page(update, screen)]
    message = update.message or update.edited_message
    if message is None:
        return []
    taken = [_taken_back(message)] if screen.takes_back else []
    return [*taken, send_call(message.chat.id, screen)] if screen.text else taken


def _taken_back(message: Message) -> Call:
    chat, number = message.chat.id, message.message_id
    return {"method": "deleteMessage", "chat_id": chat, "message_id": number}


def stop_spinner(update: Update) -> list[Call]:
    """Return the call that ends a tap's waiting without a word."""
    if update.callback_query is None:
        return []
    return [{"method": "answerCallbackQuery", "callback_query_id": update.callback_query.id}]


def _stop_spinner(query: CallbackQuery, screen: Screen) -> Call:
    call: Call = {"method": "answerCallbackQuery", "callback_query_id": query.id}
    if screen.toast:
        call |= {"text": screen.toast, "show_alert": screen.alert}
    return call


def _turn_page(update: Update, screen: Screen) -> list[Call]:
    query = update.callback_query
    if query is None or not screen.text:
        return []
    message = query.message
    comes_anew = screen.anew or screen.enclosed is not None
    if comes_anew or not isinstance(message, Message) or message.photo or message.document:
        # A message with a picture cannot become another text; it stays as it is.
        if screen.recaptioned and isinstance(message, Message) and screen.file is not None:
            return [_recaptioned(message, screen)]
        chat = query.from_user.id
        return [*album_calls(chat, screen), send_call(chat, screen)]
    return [edit_call(message.chat.id, message.message_id, screen)]


def _recaptioned(message: Message, screen: Screen) -> Call:
    call: Call = {
        "method": "editMessageCaption",
        "chat_id": message.chat.id,
        "message_id": message.message_id,
        "caption": screen.text,
    }
    return call | _markup(screen)


def _without_preview(text: str) -> Call:
    """Return what forbids the preview of a link, where the text may hold one."""
    return {"link_preview_options": {"is_disabled": True}} if _LINK.search(text) else {}


def _markup(screen: Screen) -> Call:
    rows = [
        [
            {"text": button.label, "url": button.url}
            if button.url
            else {"text": button.label, "callback_data": button.callback_data}
            for button in row
        ]
        for row in screen.buttons
    ]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def commands_call(
    offered: Sequence[CommandText], *, chat: int | None = None, language: str = ""
) -> Call:
    """Return the call that offers commands: in one chat, or to everybody who speaks a language."""
    call: Call = {
        "method": "setMyCommands",
        "commands": [{"command": one.name, "description": one.what} for one in offered],
        "scope": {"type": "default"} if chat is None else {"type": "chat", "chat_id": chat},
    }
    return call | ({"language_code": language} if language else {})


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
    found = {name: value for name, value in call.items() if name not in {"method", _INSTEAD}}
    if "media" in found:
        found["media"] = [_as_it_travels(one) for one in found["media"]]
    has_words = call["method"] in _PACED and "media" not in call  # an album has them in its parts
    return found | ({"parse_mode": ParseMode.HTML.value} if has_words else {})


def _as_it_travels(piece: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in piece.items() if name != _INSTEAD}


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
            await self._persist(_as_new(call))
        if not isinstance(outcome, Rejected):
            return
        if call["method"] in _ENCLOSING:
            await self._persist(_without_file(call))
        if call["method"] == "sendMediaGroup":
            # One part that is not taken keeps all from being shown: so each comes by itself.
            for piece in call["media"]:
                await self._make(_alone(call, piece))

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
        await self._persist(_in_words(call))

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


def _as_new(call: Call) -> Call:
    kept = {name: value for name, value in call.items() if name != "message_id"}
    return kept | {"method": "sendMessage"}


def sealed_call(call: Call, seal: Mapping[str, Any]) -> Call:
    """Return a call that encloses something as one whose file is made, and known by its seal."""
    return {name: value for name, value in call.items() if name != "enclosed"} | {_SEALED: seal}


def with_file(call: Call, file: InputFile | str) -> Call:
    """Return the call with its file, or with the reference by which Telegram keeps it."""
    sent = {name: value for name, value in call.items() if name not in {"enclosed", _SEALED}}
    return sent | {_ENCLOSING[call["method"]]: file}


def _without_file(call: Call) -> Call:
    """Return the call that says what stood under a file that Telegram does not give out."""
    file = {_INSTEAD, "caption", _ENCLOSING[call["method"]]}
    kept = {name: value for name, value in call.items() if name not in file}
    words = "\n\n".join(call[name] for name in ("caption", _INSTEAD) if call.get(name))
    return kept | {"method": "sendMessage", "text": words}


def _alone(call: Call, piece: Mapping[str, Any]) -> Call:
    """Return the call that shows one part of an album by itself."""
    method = "sendPhoto" if piece["type"] == "photo" else "sendDocument"
    words = {name: piece[name] for name in ("caption", _INSTEAD) if piece.get(name)}
    around = {name: value for name, value in call.items() if name != "media"}
    return around | {"method": method, _ENCLOSING[method]: piece["media"]} | words


def _in_words(call: Call) -> Call:
    kept = {name: value for name, value in call.items() if name not in {"enclosed", "caption"}}
    return kept | {"method": "sendMessage", "text": call["enclosed"]["instead"]}


def kept(calls: Sequence[Call] | Call) -> str:
    """Return calls, or a part of one, as the text that is stored and sent."""
    return json.dumps(calls, ensure_ascii=False, separators=(",", ":"))


def read_kept(text: str) -> list[Call]:
    """Read stored calls back."""
    calls: list[Call] = json.loads(text)
    return calls
