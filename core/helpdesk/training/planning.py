"""A training is planned, moved, called off; who is invited hears each time (H6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from core.access.gate import SchoolClasses
from core.access.people import Actor, LedClass, Member
from core.clock import Clock, today
from core.errors import AccessRefused
from core.facts import Facts, Origin
from core.helpdesk.training.facts import TrainingCalledOff, TrainingMoved, TrainingPlanned
from core.helpdesk.training.gate import OpenTraining, must_plan
from core.helpdesk.training.ports import Trainings
from core.helpdesk.training.training import (
    Guest,
    Invitees,
    NobodyInvited,
    Part,
    StaffMember,
    Training,
    TrainingIncomplete,
    TrainingOver,
    TrainingPlan,
    Whom,
    checked_room,
    checked_time,
    missing,
    of_staff,
)
from core.ids import ClassId, SchoolId, TrainingId
from core.messages.broadcasts.broadcast import Hearers, Scope, hearing
from core.messages.broadcasts.broadcast import Whom as Groups
from core.messages.broadcasts.ports import Circles


@dataclass(frozen=True, slots=True)
class FindGuests:
    """Finds whom a training is for, as the school's records stand today."""

    trainings: Trainings
    circles: Circles
    classes: SchoolClasses
    clock: Clock

    async def __call__(self, member: Member, invitees: Invitees) -> Sequence[Guest]:
        """Return them, each person once; raise AccessRefused for a class of another school."""
        if invitees.whom is not Whom.FAMILIES:
            return of_staff(invitees, await self.staff(member), holder=member.person)
        if invitees.class_id is None:
            return ()
        await self.titled(member, invitees.class_id)
        return await self._parents(member, invitees.class_id)

    async def staff(self, member: Member) -> Sequence[StaffMember]:
        """Return who works at the school."""
        day = today(self.clock, ZoneInfo(member.zone))
        return await self.trainings.staff(member.school, day)

    async def classes_of(self, member: Member) -> Sequence[LedClass]:
        """Return the classes of the school, whose parents can be invited."""
        return await self.classes.classes_of(member.school)

    async def titled(self, member: Member, class_id: ClassId) -> LedClass:
        """Return a class of the school; raise AccessRefused for any other."""
        for one in await self.classes_of(member):
            if one.id == class_id:
                return one
        raise AccessRefused

    async def _parents(self, member: Member, class_id: ClassId) -> Sequence[Guest]:
        pupils = await self.circles.pupils_in(member.school, Scope(Groups.CLASSES, (class_id,)))
        families = hearing(await self.circles.members(pupils), Hearers.PARENTS)
        found = {
            one.person: Guest(one.person, one.name, family.child.pupil, is_here=one.why is None)
            for family in reversed(families)
            for one in family.members
            if one.person != member.person
        }
        return list(reversed(found.values()))


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan as its screen has it: what it lacks, and whom it would invite."""

    member: Member
    plan: TrainingPlan
    lacks: tuple[Part, ...]
    guests: Sequence[Guest]
    class_title: str = ""

    @property
    def zone(self) -> ZoneInfo:
        """Return the zone of the school."""
        return ZoneInfo(self.member.zone)


@dataclass(frozen=True, slots=True)
class PreviewTraining:
    """Shows what a plan would do; nothing is kept."""

    find_guests: FindGuests

    async def __call__(self, actor: Actor, school: SchoolId, plan: TrainingPlan) -> PlanView:
        """Return it; raise AccessRefused for who plans no trainings there."""
        member, chosen = must_plan(actor, school), plan.invitees
        guests = await self.find_guests(member, chosen)
        title = ""
        if chosen.whom is Whom.FAMILIES and chosen.class_id is not None:
            title = (await self.find_guests.titled(member, chosen.class_id)).title
        return PlanView(member, plan, missing(plan), guests, title)


@dataclass(frozen=True, slots=True)
class PlanTraining:
    """Plans a training and invites."""

    preview: PreviewTraining
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, plan: TrainingPlan) -> TrainingId:
        """Keep it; raise TrainingIncomplete for what lacks something, NobodyInvited for nobody."""
        view, now = await self.preview(actor, school, plan), self.clock.now()
        if view.lacks or plan.starts_at is None:
            raise TrainingIncomplete
        checked_time(plan.starts_at, now)
        if not view.guests:
            raise NobodyInvited
        by, guests = view.member.person, tuple(view.guests)
        trainings = self.preview.find_guests.trainings
        number = await trainings.add(school, plan, guests, by=by, at=now)
        fact = TrainingPlanned(school, now, Origin(by), number, plan.starts_at, guests)
        await self.facts.record([fact])
        return number


@dataclass(frozen=True, slots=True)
class MoveTraining:
    """Sets another time or room; who was invited hears, and replies anew."""

    open: OpenTraining
    facts: Facts
    clock: Clock

    async def __call__(
        self, actor: Actor, number: TrainingId, *, starts_at: datetime, room: str, after: int
    ) -> None:
        """Move it after the version that was seen; raise TrainingOver where that is past."""
        opened, now = await self.open(actor, number), self.clock.now()
        of, by = opened.training, opened.member.person
        must_lie_ahead(of, now)
        moved = await self.open.trainings.move(
            number,
            starts_at=checked_time(starts_at, now),
            room=checked_room(room),
            after=after,
            by=by,
            at=now,
        )
        if not moved:
            raise TrainingOver
        guests = tuple(one.guest for one in opened.invited)
        until = max(starts_at, of.starts_at)
        fact = TrainingMoved(of.school, now, Origin(by), number, until, guests, of.starts_at)
        await self.facts.record([fact])


@dataclass(frozen=True, slots=True)
class CallOffTraining:
    """Calls a training off; who was invited hears."""

    open: OpenTraining
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, number: TrainingId) -> None:
        """Call it off, once; raise TrainingOver where it has begun."""
        opened, now = await self.open(actor, number), self.clock.now()
        of, by = opened.training, opened.member.person
        must_lie_ahead(of, now)
        if not await self.open.trainings.call_off(number, by=by, at=now):
            raise TrainingOver
        guests = tuple(one.guest for one in opened.invited)
        fact = TrainingCalledOff(of.school, now, Origin(by), number, of.starts_at, guests)
        await self.facts.record([fact])


def must_lie_ahead(training: Training, now: datetime) -> None:
    """Raise TrainingOver for a training that was called off, or has begun."""
    if not training.stands or training.has_begun(now):
        raise TrainingOver
