"""A screen becomes calls: a tap edits its message, words get a new one."""

import re
from collections.abc import Sequence
from typing import Any, Final

from aiogram.enums import ParseMode
from aiogram.types import CallbackQuery, Message, Update

from bot.calls import ENCLOSING, INSTEAD, Call
from bot.screens.parts.enclosure import Enclosure
from bot.screens.parts.screen import CAPTION_LENGTH, KeptFile, Screen
from bot.screens.people.commands import CommandText
from bot.texts.html import NOTHING, Html, seen, units

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
        ENCLOSING[method]: file.reference,
        INSTEAD: file.instead,
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
        INSTEAD: file.instead,
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
