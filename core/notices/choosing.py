"""A person looks at what it chose to hear, and chooses anew (F9): by person, not by account."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from core.access.gate import must_be
from core.access.mailboxes import Mailbox, Mailboxes
from core.access.people import Actor, Member, seen_by
from core.access.zones import Zones
from core.clock import Clock
from core.ids import PersonId
from core.notices.ports import DeliveryRules, Outbox, PreferenceBook
from core.notices.preferences import Preferences, Topic, Via
from core.regulation.ports import Regulations
from core.regulation.profile import Delivery, Profile


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose, beside what the school does of itself."""

    member: Member
    chosen: Preferences
    delivery: Delivery
    rules: Profile
    now: datetime
    mailbox: Mailbox | None = None

    def via(self, topic: Topic) -> Via:
        """Return by which way a topic comes: who has no mailbox gets it in the chat."""
        return self.chosen.via(topic) if self.mailbox is not None else Via.CHAT

    @property
    def zones(self) -> Zones:
        """Return by whose clock the person is told times."""
        return Zones.of(ZoneInfo(self.member.zone), self.chosen.zone)

    @property
    def is_family(self) -> bool:
        """Say whether the person hears of a child, or of its own diary."""
        return bool(seen_by(self.member))


@dataclass(frozen=True, slots=True)
class ReadPreferences:
    """A person looks at its own choices; two guardians of a child have each their own."""

    book: PreferenceBook
    delivery: DeliveryRules
    regulations: Regulations
    mailboxes: Mailboxes
    clock: Clock

    async def __call__(self, actor: Actor, person: PersonId) -> Choices:
        """Return what the person chose; raise AccessRefused for anybody else's choices."""
        member = must_be(actor, person)
        rules = await self.regulations.of(member.school)
        stored = {one.school: one.rules for one in await self.delivery.all()}
        chosen = await self.book.of(person)
        mailbox = await self.mailboxes.mailbox_of(person)
        delivery = stored.get(member.school, rules.delivery)
        return Choices(member, chosen, delivery, rules, self.clock.now(), mailbox)


@dataclass(frozen=True, slots=True)
class ChangePreferences:
    """A person chooses anew; what waits for it is asked about again at once."""

    read: ReadPreferences
    outbox: Outbox
    clock: Clock

    async def __call__(
        self, actor: Actor, person: PersonId, change: Callable[[Preferences], Preferences]
    ) -> Choices:
        """Keep the changed choices; raise AccessRefused for anybody else's."""
        before = await self.read(actor, person)
        school, chosen = before.member.school, change(before.chosen)
        await self.read.book.keep(school, person, chosen, at=self.clock.now())
        await self.outbox.reconsider(person)
        return await self.read(actor, person)
