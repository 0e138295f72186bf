"""The photo or file of a message: what a school hands on, and nothing that runs."""

from typing import Final

from aiogram.types import Message

from core.diary.excuses.rules import FileKind
from core.diary.lessons.attachments import (
    LARGEST_FILE,
    AttachedFile,
    FileRefused,
    FileTooLarge,
)

_KINDS: Final = (
    "image/",
    "text/plain",
    "application/pdf",
    "application/msword",
    "application/rtf",
    "application/vnd.ms-",
    "application/vnd.openxmlformats-",
    "application/vnd.oasis.",
)
_NAME_LENGTH: Final = 100


def file_of(message: Message) -> AttachedFile:
    """Return the photo or file of a message; raise a refusal where there is none to hand on."""
    if message.photo:
        largest = message.photo[-1]
        return AttachedFile(FileKind.PHOTO, largest.file_id, "", largest.file_size or 0)
    found = message.document
    if found is None or not (found.mime_type or "").startswith(_KINDS):
        raise FileRefused
    if (found.file_size or 0) > LARGEST_FILE:
        raise FileTooLarge
    name = (found.file_name or "")[:_NAME_LENGTH]
    return AttachedFile(FileKind.DOCUMENT, found.file_id, name, found.file_size or 0)
