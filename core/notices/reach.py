"""Whether somebody's account takes our messages, and who hears when it does no more."""

from dataclasses import dataclass

from core.access.directory import Directory
from core.access.mailboxes import Mailboxes
from core.access.people import Actor
from core.clock import Clock
from core.facts import Facts, Origin
from core.notices.facts import FamilyUnreachable


@dataclass(frozen=True, slots=True)
class NoteReach:
    """Notes that an account takes messages or does not, however that was learnt.

    Telegram says so itself when a person blocks the bot, or refuses a message: whichever comes
    first is told of, once for each person behind the account, and the other says nothing new.
    """

    directory: Directory
    mailboxes: Mailboxes
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, *, reachable: bool) -> None:
        """Keep it where it is new; the class teachers hear of who can be reached no more.

        Who has another account that takes messages can: by letter, or in the chat.
        """
        account = actor.account
        if account.reachable == reachable:
            return
        await self.directory.set_reachable(account.id, reachable=reachable)
        if not reachable:
            now = self.clock.now()
            lost = await self.mailboxes.beyond_reach(account.id)
            await self.facts.record(
                [FamilyUnreachable(school, now, Origin(one), one) for school, one in lost]
            )
