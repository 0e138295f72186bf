"""What somebody has written so far to a person; an album is gathered until it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self

from aiogram.types import Message

from bot.handlers.writing import kept_content
from bot.handlers.writing.content_of import sent_file, words_of
from core.ids import PersonId, PupilId, ThreadId
from core.messages.content import Content, RichText
from core.messages.threads.rules import checked
from core.messages.threads.writing import Addressee, Piece


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """What is being written to whom. `stamp` tells this draft from an earlier one.

    `album` is the last album of which a part came; `originals` are what the messenger calls the
    words (first) and each file.
    """

    stamp: int
    to: Addressee
    content: Content = field(default_factory=Content)
    originals: tuple[str, ...] = ("",)
    album: str = ""
    urgent: bool = False

    @classmethod
    def begun(cls, to: Addressee, now: datetime) -> Self:
        """Return an empty draft."""
        return cls(int(now.timestamp()), to)

    def goes_on_with(self, message: Message) -> bool:
        """Say whether the message is a further part of the album that came last."""
        return bool(message.media_group_id) and message.media_group_id == self.album

    def taking(self, message: Message) -> Self:
        """Return the draft with what a message brings; raise a refusal for what cannot be sent."""
        piece, number = piece_of(message), str(message.message_id)
        words, *files = self.originals
        if piece.file is None:
            said = self.content.with_words(piece.text)
            originals = (number, *files)
        else:
            said = self.content.with_files([piece.file])
            originals = (words, *files, number)
        return replace(
            self,
            content=checked(said),
            originals=originals,
            album=message.media_group_id or "",
        )

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        thread, person, about, group = data["to"]
        to = Addressee(
            ThreadId(thread) if thread else None,
            PersonId(person) if person else None,
            PupilId(PersonId(about)) if about else None,
            group,
        )
        return cls(
            data["stamp"],
            to,
            Content(files=kept_content.read_files(data["files"])),
            tuple(data["originals"]),
            data["album"],
            data["urgent"],
        )

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept: words go at once, so only files are."""
        return {
            "stamp": self.stamp,
            "to": [self.to.thread, self.to.person, self.to.about, self.to.group],
            "files": kept_content.written_files(self.content.files),
            "originals": self.originals,
            "album": self.album,
            "urgent": self.urgent,
        }


def piece_of(message: Message) -> Piece:
    """Return the words of a message, or its file with its own; raise a refusal for others."""
    words = words_of(message)
    if message.text is not None:
        return Piece(words)
    return Piece(RichText(), replace(sent_file(message), caption=words))
