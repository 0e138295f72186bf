"""What somebody is about to ask: gathered message by message until it is sent.

A draft is nobody's yet: an edit takes the place of what was written, and no secret is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from aiogram.types import Message

from bot.handlers.messages.drafts import piece_of
from bot.handlers.writing import kept_content
from core.helpdesk.tickets.asking import Gathered, Question
from core.helpdesk.tickets.rules import MOST_GATHERED, TooManyGathered
from core.helpdesk.tickets.secrets import without_secrets
from core.helpdesk.topics import Topic
from core.helpdesk.values import Matter
from core.ids import CourseId, PersonId, PupilId, SchoolId, TicketId
from core.messages.content import Content
from core.messages.threads.rules import checked
from core.messages.threads.writing import Piece, edited


@dataclass(frozen=True, slots=True)
class AskingDraft:
    """A question, or further words to a `ticket`; `stamp` tells it from an earlier one.

    `chosen`: about whom or what it is was asked, or goes without saying. `album` is the album of
    which a part came last.
    """

    stamp: int
    school: SchoolId
    topic: Topic | None = None
    matter: Matter = Matter.QUESTION
    about: PupilId | None = None
    course: CourseId | None = None
    chosen: bool = False
    offered: bool = False
    urgent: str = ""
    ticket: TicketId | None = None
    said: tuple[Gathered, ...] = ()
    album: str = ""

    @classmethod
    def begun(cls, school: SchoolId, now: datetime, ticket: TicketId | None = None) -> Self:
        """Return an empty draft."""
        return cls(int(now.timestamp()), school, ticket=ticket)

    @property
    def question(self) -> Question:
        """Return what is asked, without the words; of no topic it is about the journal."""
        topic = self.topic or Topic.TECHNOLOGY
        return Question(
            self.school, topic, self.matter, self.about, self.course, urgent=self.urgent
        )

    def goes_on_with(self, message: Message) -> bool:
        """Say whether the message is a further part of the album that came last."""
        return bool(message.media_group_id) and message.media_group_id == self.album

    def taking(self, message: Message) -> tuple[Self, bool]:
        """Return the draft with what a message brings, and whether a secret was in it.

        Raise a refusal for what cannot be sent on.
        """
        piece, number = piece_of(message), str(message.message_id)
        *before, last = self.said or (Gathered(Content()),)
        if piece.file is not None and self.goes_on_with(message):
            whole = last.content.with_files([piece.file])
            joined = Gathered(whole, (*last.originals, number))
        else:
            before = list(self.said)
            joined = _of(piece, number)
        if len(before) >= MOST_GATHERED:
            raise TooManyGathered
        content, struck = without_secrets(checked(joined.content))
        said = (*before, replace(joined, content=content))
        return replace(self, said=said, album=message.media_group_id or ""), struck

    def retaking(self, message: Message) -> tuple[Self, bool] | None:
        """Return the draft with an edited message in place of what it said; None for no such."""
        number = str(message.message_id)
        for at, one in enumerate(self.said):
            if number in one.originals:
                part = one.originals.index(number)
                again = checked(edited(one.content, part, piece_of(message)))
                content, struck = without_secrets(again)
                said = (*self.said[:at], replace(one, content=content), *self.said[at + 1 :])
                return replace(self, said=said), struck
        return None

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        topic, about, course, ticket = data["topic"], data["about"], data["course"], data["ticket"]
        return cls(
            data["stamp"],
            SchoolId(data["school"]),
            Topic(topic) if topic else None,
            Matter(data["matter"]),
            PupilId(PersonId(about)) if about else None,
            CourseId(course) if course else None,
            data["chosen"],
            data["offered"],
            data["urgent"],
            TicketId(ticket) if ticket else None,
            tuple(_gathered(*one) for one in data["said"]),
            data["album"],
        )

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {
            "stamp": self.stamp,
            "school": self.school,
            "topic": self.topic.value if self.topic else None,
            "matter": self.matter.value,
            "about": self.about,
            "course": self.course,
            "chosen": self.chosen,
            "offered": self.offered,
            "urgent": self.urgent,
            "ticket": self.ticket,
            "said": [_written(one) for one in self.said],
            "album": self.album,
        }


def _of(piece: Piece, number: str) -> Gathered:
    if piece.file is None:
        return Gathered(Content(piece.text), (number,))
    return Gathered(Content(files=(piece.file,)), ("", number))


def _written(one: Gathered) -> list[Any]:
    words, files = kept_content.written(one.content.text), one.content.files
    return [list(one.originals), words, kept_content.written_files(files)]


def _gathered(originals: list[str], words: list[Any], files: list[list[Any]]) -> Gathered:
    said = Content(kept_content.read(words), kept_content.read_files(files))
    return Gathered(said, tuple(originals))
