"""Who reads a letter, a person of the records with a chat or without one, and in what language."""

from dataclasses import dataclass

from core.access.directory import Directory
from core.access.mailboxes import Mailboxes
from core.access.people import Actor
from core.errors import NotActivated
from core.ids import PersonId


@dataclass(frozen=True, slots=True)
class KnowReader:
    """Knows the reader of a letter anew each time: it may be forwarded, and a right withdrawn."""

    mailboxes: Mailboxes
    directory: Directory

    async def __call__(self, person: PersonId) -> Actor:
        """Return who it is now: as the person speaks in the chat, or as the records say.

        Raise NotActivated for who has neither a chat nor a mailbox any more.
        """
        chat = await self.mailboxes.chat_of(person)
        if chat is not None:
            return await self.directory.recognise(chat.address, language=chat.language)
        box = await self.mailboxes.mailbox_of(person)
        member = await self.directory.member(person) if box else None
        if box is None or member is None:
            raise NotActivated
        return Actor(box.account, (member,))

    async def speak(self, person: PersonId, language: str) -> None:
        """Speak a language with the person from now on, on pages, in letters and in the chat.

        Raise NotActivated for who has neither a chat nor a mailbox any more.
        """
        actor = await self(person)
        await self.directory.speak(actor.account.id, language)
