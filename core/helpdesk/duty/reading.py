"""Who is on duty now, for everybody (H1); the whole schedule, for who answers for it (H2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from core.access.gate import closed_to, must_administer, who_may
from core.access.people import Actor, Member, Name, Role
from core.clock import Clock
from core.helpdesk.duty.asking import AskedStandIn, DutyPerson
from core.helpdesk.duty.lint import Finding, Staff, lint
from core.helpdesk.duty.ports import Administrators, DutyBook, StandIns
from core.helpdesk.duty.schedule import HORIZON, DutySchedule
from core.helpdesk.duty.shift import Shift
from core.helpdesk.topics import Covers, Topic
from core.ids import PersonId, SchoolId
from core.regulation.ports import Regulations

OWN_AHEAD: Final = timedelta(days=28)
"""How far ahead a consultant sees the own duty in the chat."""


@dataclass(frozen=True, slots=True)
class Coming:
    """The next window of some topics: all those for which it is the next one."""

    shift: Shift
    topics: Covers


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Who answers what now and next, as a person of the school sees it; times in its zone."""

    member: Member
    now: datetime
    current: tuple[Shift, ...]
    coming: tuple[Coming, ...]
    names: Mapping[PersonId, Name]


@dataclass(frozen=True, slots=True)
class ReadOnDuty:
    """Anybody of a school asks who is on duty."""

    book: DutyBook
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId | None = None) -> OnDuty:
        """Return it for a school of the actor, or the first one; refuse a stranger."""
        member = member_at(actor, school)
        schedule, now = await self.book.schedule(member.school), self.clock.now()
        people = await self.book.people(member.school)
        running = {one.key: one for topic in Topic for one in schedule.on_duty(topic, now)}
        current = [schedule.whole(one) for one in running.values()]
        return OnDuty(
            member,
            now,
            tuple(sorted(current, key=lambda one: (one.starts_at, one.window))),
            coming(schedule, now),
            {one.person: one.name for one in people},
        )


def coming(schedule: DutySchedule, now: datetime) -> tuple[Coming, ...]:
    """Return the next window of each topic, the first one first; topics of one together."""
    found = dict[Shift, set[Topic]]()
    for topic in Topic:
        shift = _next(schedule, topic, now)
        if shift is not None:
            found.setdefault(shift, set()).add(topic)
    listed = (Coming(shift, Covers(topics)) for shift, topics in found.items())
    return tuple(sorted(listed, key=lambda one: (one.shift.starts_at, one.shift.window)))


def _next(schedule: DutySchedule, topic: Topic, now: datetime) -> Shift | None:
    """Return the next window of a topic as a whole; what only goes on over midnight is none."""
    shift = schedule.next_shift(topic, now)
    while shift is not None and schedule.whole(shift).starts_at <= now:
        shift = schedule.next_shift(topic, shift.starts_at)
    return schedule.whole(shift) if shift else None


def once(shifts: Sequence[Shift]) -> tuple[Shift, ...]:
    """Return shifts, of two parts of one the first."""
    found = dict[tuple[PersonId, datetime, datetime, str], Shift]()
    for one in shifts:
        found.setdefault((one.consultant, one.starts_at, one.ends_at, one.room), one)
    return tuple(found.values())


def member_at(actor: Actor, school: SchoolId | None) -> Member:
    """Return as whom the actor is at a school, or at the first one; refuse anybody else."""
    return who_may(actor, lambda member: school in (None, member.school))


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """The schedule of a school with what is wrong with it, for who answers for it."""

    member: Member
    schedule: DutySchedule
    people: Mapping[PersonId, DutyPerson]
    now: datetime
    findings: tuple[Finding, ...]

    @property
    def consultants(self) -> tuple[DutyPerson, ...]:
        """Return who may be given a window, in the roster's order."""
        return tuple(one for one in self.people.values() if one.is_consultant)


@dataclass(frozen=True, slots=True)
class ReadSchedule:
    """The administration looks at the whole schedule (H2)."""

    book: DutyBook
    administrators: Administrators
    regulations: Regulations
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId) -> ScheduleView:
        """Return it; refuse who does not answer for the school."""
        return await self.of(must_administer(actor, school))

    async def of(self, member: Member) -> ScheduleView:
        """Return the schedule of a member's school."""
        schedule = await self.book.schedule(member.school)
        people = await self.book.people(member.school)
        now = self.clock.now()
        return ScheduleView(
            member,
            schedule,
            {one.person: one for one in people},
            now,
            await self.lint(member.school, schedule, people),
        )

    async def lint(
        self,
        school: SchoolId,
        schedule: DutySchedule,
        people: Sequence[DutyPerson],
        *,
        since: datetime | None = None,
    ) -> tuple[Finding, ...]:
        """Return what is wrong with a schedule by the school's rules, from now or `since` on."""
        rule = (await self.regulations.of(school)).help
        within, now = timedelta(days=rule.topic_days), since or self.clock.now()
        staff = staff_of(people, await self.last_resort(school))
        return lint(schedule, staff, now=now, within=within)

    async def last_resort(self, school: SchoolId) -> frozenset[PersonId]:
        """Return the administrators of the journal whom messages reach."""
        found = await self.administrators.administrators(school)
        return frozenset(found).difference(await self.administrators.out_of_reach(school))


def staff_of(people: Sequence[DutyPerson], last_resort: frozenset[PersonId]) -> Staff:
    """Return what the linter knows of people."""
    return Staff(
        frozenset(one.person for one in people if one.is_consultant),
        frozenset(one.person for one in people if one.is_reachable),
        last_resort,
    )


@dataclass(frozen=True, slots=True)
class OwnTurn:
    """A turn at a school of the consultant, in whose zone its hours are told."""

    member: Member
    shift: Shift


@dataclass(frozen=True, slots=True)
class OwnDuty:
    """A consultant's own turns that are not over, and what others ask the consultant.

    Of all schools where the consultant is; `member` is who the consultant is at the first.
    """

    member: Member
    now: datetime
    turns: tuple[OwnTurn, ...]
    asked: tuple[AskedStandIn, ...]
    names: Mapping[PersonId, Name]


@dataclass(frozen=True, slots=True)
class ReadOwnDuty:
    """A consultant looks at the own duty, and takes it out into a calendar (H2)."""

    book: DutyBook
    stand_ins: StandIns
    clock: Clock

    async def __call__(self, actor: Actor, ahead: timedelta = OWN_AHEAD) -> OwnDuty:
        """Return it; refuse who neither is a consultant nor has a turn."""
        now = self.clock.now()
        found = [await self._at(member, now, ahead) for member in actor.members]
        schools = [one for one in found if one is not None]
        if not schools:
            raise closed_to(actor)
        turns = [turn for one in schools for turn in one.turns]
        asked = [it for one in schools for it in one.asked]
        return OwnDuty(
            schools[0].member,
            now,
            tuple(sorted(turns, key=lambda one: one.shift.starts_at)),
            tuple(sorted(asked, key=lambda one: one.id)),
            {person: name for one in schools for person, name in one.names.items()},
        )

    async def _at(self, member: Member, now: datetime, ahead: timedelta) -> OwnDuty | None:
        """Return what is so at one school; None where the person has no duty there."""
        schedule = await self.book.schedule(member.school)
        shifts = schedule.shifts(now, now + ahead)
        mine = [schedule.whole(one) for one in shifts if one.consultant == member.person]
        if not mine and Role.CONSULTANT not in member.roles:
            return None
        own = tuple(OwnTurn(member, one) for one in once(mine))
        people = {one.person: one.name for one in await self.book.people(member.school)}
        asked = await self.stand_ins.waiting_for(member.person)
        stand = tuple(one for one in asked if _stands(schedule, one, now))
        return OwnDuty(member, now, own, stand, people)

    async def to_calendar(self, actor: Actor) -> OwnDuty:
        """Return the turns as far as the schedule looks ahead."""
        return await self(actor, HORIZON)


def _stands(schedule: DutySchedule, asked: AskedStandIn, now: datetime) -> bool:
    """Say whether there still is something to answer: the turn is not over, nor given away."""
    shift = schedule.shift(asked.of.key)
    return shift is not None and shift.ends_at > now and shift.consultant == asked.of.giver
