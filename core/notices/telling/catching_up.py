"""Who comes in late is told what families were told before: announced (F17), or broadcast."""

from dataclasses import dataclass

from core.access.people import Actor, Member, seen_by
from core.clock import Clock
from core.diary.school_life.announcing import Announcement, Announcements
from core.ids import PersonId, PupilId
from core.messages.broadcasts.joining import JoinBroadcasts
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Audience, Outbox


@dataclass(frozen=True, slots=True)
class CatchUp:
    """Tells a person who has just come in the latest announcement, and broadcasts that count."""

    announcements: Announcements
    audience: Audience
    outbox: Outbox
    clock: Clock
    join_broadcasts: JoinBroadcasts

    async def __call__(self, actor: Actor, person: PersonId) -> None:
        """Write the row, where the person is of a family and was not in when all were told."""
        await self.join_broadcasts(actor, person)
        member = next((one for one in actor.members if one.person == person), None)
        about = await self._hears_of(member) if member else None
        if member is None or about is None:
            return
        told = await self.announcements.announced(member.school)
        for latest in told[:1]:
            if await self.announcements.came_in_since(person, latest.at):
                await self.outbox.put([self._draft(latest, member, about)])

    async def _hears_of(self, member: Member) -> PupilId | None:
        """Return the first pupil of whom the person is told anything at all."""
        pupils = [child.pupil for child in seen_by(member)]
        families = await self.audience.families(pupils)
        return next((one for one in pupils if member.person in families.get(one, ())), None)

    def _draft(self, latest: Announcement, member: Member, about: PupilId) -> Draft:
        return Draft(
            school=member.school,
            recipient=member.person,
            about=about,
            kind=NoticeKind.ANNOUNCEMENT,
            subject=latest.id,
            change=Change.NEW,
            happened_at=self.clock.now(),
            lane=Lane.BROADCAST,
        )
