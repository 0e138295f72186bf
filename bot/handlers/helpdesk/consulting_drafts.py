"""What somebody who answers has written so far, to which ticket, and as what."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final, Self

from aiogram.types import Message

from bot.callbacks.consulting import BeginWords, ClaimTicket, Kind
from bot.handlers.messages.drafts import MessageDraft, piece_of
from core.helpdesk.tickets.secrets import without_secrets
from core.helpdesk.tickets.ticket import EntryKind
from core.ids import AnswerTemplateId, SchoolId, TicketId
from core.messages.content import Content, RichText
from core.messages.threads.rules import checked
from core.messages.threads.writing import Addressee, edited

ENTRY_KINDS: Final[Mapping[Kind, EntryKind]] = {
    Kind.ANSWER: EntryKind.ANSWER,
    Kind.ASK_BACK: EntryKind.ASK_BACK,
    Kind.NOTE: EntryKind.NOTE,
    Kind.HAND_NOTE: EntryKind.NOTE,
}
EVER: Final = datetime.min.replace(tzinfo=UTC)
"""Since when what is new was not changed."""
_NOBODY: Final = Addressee()
"""The ticket says to whom it goes, not a thread."""


@dataclass(frozen=True, slots=True)
class HelperDraft:
    """Words and files that are gathered for a ticket."""

    ticket: TicketId
    kind: Kind
    said: MessageDraft

    @classmethod
    def begun(cls, ticket: TicketId, kind: Kind, now: datetime) -> Self:
        """Return an empty draft."""
        return cls(ticket, kind, MessageDraft.begun(_NOBODY, now))

    def taking(self, message: Message) -> Self:
        """Return the draft with what a message brings; raise a refusal for what cannot be sent.

        Its words take the place of those that a template brought. A password or a code in them is
        struck out before they are kept anywhere.
        """
        unsaid = replace(self.said, content=replace(self.said.content, text=RichText()))
        taken = unsaid.taking(message)
        content, _ = without_secrets(taken.content)
        return replace(self, said=replace(taken, content=content))

    def retaking(self, message: Message) -> Self | None:
        """Return the draft with an edited message in place of what it said; None for no such."""
        number = str(message.message_id)
        if number not in self.said.originals:
            return None
        part = self.said.originals.index(number)
        again = checked(edited(self.said.content, part, piece_of(message)))
        content, _ = without_secrets(again)
        return replace(self, said=replace(self.said, content=content))

    def saying(self, text: str) -> Self:
        """Return the draft with the words of a template."""
        return replace(self, said=replace(self.said, content=Content(RichText(text))))

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept, with its words, which a button may send later."""
        said = MessageDraft.of(data["said"])
        words = RichText(data["words"])
        content = replace(said.content, text=words)
        return cls(TicketId(data["ticket"]), Kind(data["kind"]), replace(said, content=content))

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept; the emphasis of words that wait is not."""
        return {
            "ticket": self.ticket,
            "kind": self.kind.value,
            "words": self.said.content.text.text,
            "said": self.said.data(),
            "album": self.said.album,
        }


@dataclass(frozen=True, slots=True)
class TicketAwaited:
    """Of which ticket a day and time is awaited."""

    ticket: TicketId

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(TicketId(data["ticket"]))

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {"ticket": self.ticket}


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """Which template is written: a new one of a school, or another wording of one.

    `since` is when that one was changed last, as it was seen.
    """

    school: SchoolId
    shared: bool = False
    template: AnswerTemplateId | None = None
    since: datetime = EVER

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        number = data["template"]
        template = AnswerTemplateId(number) if number else None
        since = datetime.fromisoformat(data["since"])
        return cls(SchoolId(data["school"]), data["shared"], template, since)

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {
            "school": self.school,
            "shared": self.shared,
            "template": self.template,
            "since": self.since.isoformat(),
        }


def ticket_of_card(card: Message) -> TicketId | None:
    """Return the ticket of a card that was replied to: the one that its buttons answer.

    A list has buttons of many tickets, and of none that answers one. The gate asks anew whatever
    a button says.
    """
    rows = card.reply_markup.inline_keyboard if card.reply_markup else ()
    for one in (it.callback_data or "" for row in rows for it in row):
        for kind in (BeginWords, ClaimTicket):
            if one.startswith(f"{kind.__prefix__}:"):
                return kind.unpack(one).ticket
    return None
