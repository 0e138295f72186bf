"""What a message says, as core knows it: words with their emphasis, photos and files."""

from collections.abc import Iterable
from typing import Final

from aiogram.types import Message, MessageEntity

from bot.handlers.writing.files import file_of
from core.diary.excuses.rules import FileKind
from core.messages.content import RichText, SentFile, Span, Style

_STYLES: Final = {
    "bold": Style.BOLD,
    "italic": Style.ITALIC,
    "underline": Style.UNDERLINE,
    "strikethrough": Style.STRUCK,
    "spoiler": Style.SPOILER,
    "code": Style.CODE,
    "pre": Style.CODE,
    "blockquote": Style.QUOTE,
    "expandable_blockquote": Style.QUOTE,
    "text_link": Style.LINK,
}
_LINKS: Final = ("http://", "https://", "tg://", "mailto:", "tel:")
_TWO: Final = 2
_BEYOND: Final = 0xFFFF


def rich_text(text: str, entities: Iterable[MessageEntity] | None) -> RichText:
    """Return a text with its emphasis; Telegram counts an emoji as two, and we as one."""
    places = _places(text)
    spans = [
        Span(
            style,
            places[min(one.offset, len(places) - 1)],
            places[min(one.offset + one.length, len(places) - 1)],
            link=one.url or "",
        )
        for one in entities or ()
        if (style := _STYLES.get(one.type)) and (style is not Style.LINK or _is_link(one.url))
    ]
    return RichText(text, tuple(one for one in spans if one.begin < one.end))


def _is_link(url: str | None) -> bool:
    return (url or "").lower().startswith(_LINKS)


def _places(text: str) -> list[int]:
    """Return for each unit of Telegram's counting the character that it belongs to."""
    found = [at for at, char in enumerate(text) for _ in range(_TWO if ord(char) > _BEYOND else 1)]
    return [*found, len(text)]


def words_of(message: Message) -> RichText:
    """Return what a message says, or what stands under its file."""
    if message.text is not None:
        return rich_text(message.text, message.entities)
    return rich_text(message.caption or "", message.caption_entities)


def sent_file(message: Message) -> SentFile:
    """Return the photo or file of a message; raise a refusal where there is none to hand on."""
    found = file_of(message)
    return SentFile(found.kind is FileKind.PHOTO, found.reference, found.name, found.size)
