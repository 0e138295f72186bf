"""Who reads a letter: a person of the records, at the mailbox to which the letter went."""

from dataclasses import dataclass
from typing import Protocol

from core.access.directory import Directory
from core.access.mailboxes import Mailboxes
from core.access.people import Actor
from core.errors import NotActivated
from core.ids import AccountId, PersonId


@dataclass(frozen=True, slots=True)
class Reader:
    """A person, and the mailbox at which the letter was read: a link bears both."""

    person: PersonId
    mailbox: AccountId


@dataclass(frozen=True, slots=True)
class KnowReader:
    """Knows the reader of a letter anew each time: it may be forwarded, and a right withdrawn.

    Where letters went to another mailbox by now, or go to none, the links of the former one open
    nothing, whatever chat the person has: somebody else may read it (S4).
    """

    mailboxes: Mailboxes
    directory: Directory

    async def __call__(self, reader: Reader) -> Actor:
        """Return who it is now, as the records say, and no other person of the same chat.

        Raise NotActivated where the person's letters do not go to that mailbox any more.
        """
        box = await self.mailboxes.mailbox_of(reader.person)
        if box is None or box.account.id != reader.mailbox:
            raise NotActivated
        member = await self.directory.member(reader.person)
        if member is None:
            raise NotActivated
        return Actor(box.account, (member,))

    async def speak(self, reader: Reader, language: str) -> None:
        """Speak a language on pages and in letters from now on; the chat keeps its own.

        Raise NotActivated as above.
        """
        actor = await self(reader)
        await self.directory.speak(actor.account.id, language)


class NoteUse(Protocol):
    """Counts a day on which somebody used the journal: an answer by letter is use of it (W8)."""

    async def __call__(self, actor: Actor) -> None:
        """Keep that the persons were here today."""
        ...
