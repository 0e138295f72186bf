"""Before it is sent: how many it reaches, who not and why, how long it takes, and when it goes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Actor, LedClass, Member
from core.clock import Clock
from core.errors import AccessRefused, NotActivated
from core.ids import BroadcastId, SchoolId
from core.messages.broadcasts.broadcast import Broadcast, Family, Plan, hearing
from core.messages.broadcasts.gate import MayAddress
from core.messages.broadcasts.ports import Broadcasts, Circles, TaughtCourse
from core.messages.broadcasts.rules import Turnout, not_reached, turnout
from core.notices.broadcasts.quiet import FindOpening

A_PAGE: Final = 5
"""So many broadcasts are listed at once."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What will happen if it is sent; `opens_at` is set where quiet hours hold it back.

    `not_reached` are the families of which somebody gets nothing.
    """

    plan: Plan
    member: Member
    titles: tuple[str, ...]
    turnout: Turnout
    seconds: int
    opens_at: datetime | None = None
    not_reached: tuple[Family, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """Return the zone of the school."""
        return ZoneInfo(self.member.zone)


@dataclass(frozen=True, slots=True)
class PreviewBroadcast:
    """Shows a sender what a plan would do; nothing is kept."""

    may_address: MayAddress
    circles: Circles
    find_opening: FindOpening
    clock: Clock
    per_second: int

    async def __call__(self, actor: Actor, plan: Plan, school: SchoolId | None) -> Preview:
        """Return what would happen; raise AccessRefused for whom the sender may not address."""
        member = await self.may_address(actor, school, plan.scope)
        pupils = await self.circles.pupils_in(member.school, plan.scope)
        families = hearing(await self.circles.members(pupils), plan.hearers)
        found = turnout(families)
        at = plan.send_at or self.clock.now()
        return Preview(
            plan,
            member,
            tuple(await self.circles.titles(plan.scope.groups)),
            found,
            found.seconds(self.per_second),
            None if plan.urgent else await self.find_opening(member.school, at),
            not_reached(families),
        )


@dataclass(frozen=True, slots=True)
class Desk:
    """What a sender has: whom to address, and a page of what was sent, the latest first.

    `page` counts from 0, `total` all broadcasts of the list. The administration has two lists:
    what the person sent, and the `whole` school's.
    """

    classes: tuple[LedClass, ...]
    courses: tuple[TaughtCourse, ...]
    schools: tuple[Member, ...]
    latest: tuple[Broadcast, ...]
    page: int = 0
    total: int = 0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class ReadDesk:
    """Opens the broadcasts of who may send some."""

    broadcasts: Broadcasts
    circles: Circles

    async def __call__(self, actor: Actor, page: int = 0, *, whole: bool = False) -> Desk:
        """Return it; raise AccessRefused for who may address nobody.

        Who has a school to follow sees the own broadcasts, and all of them on asking for the
        `whole`; other teachers see the own and those of their groups.
        Where there are fewer broadcasts than the page asked for, it is the last one.
        """
        if actor.is_stranger:
            raise NotActivated
        led = {one.id: one for member in actor.members for one in member.leads}
        taught = [
            one for member in actor.members for one in await self.circles.courses_of(member.person)
        ]
        schools = {one.school: one for one in actor.members if one.is_administration}
        if not led and not taught and not schools:
            raise AccessRefused
        whole = whole and bool(schools)
        groups = [*led, *(one.id for one in taught)] if whole or not schools else []
        lists = [
            _Own(self.broadcasts, one, groups, whole=whole and one.school in schools)
            for one in _one_each_school(actor.members)
        ]
        total = sum([await one.count() for one in lists])
        page = min(page, max(0, total - 1) // A_PAGE)
        begin = page * A_PAGE
        latest = [one for some in lists for one in await some.latest(begin + A_PAGE)]
        latest = sorted(latest, reverse=True)[begin : begin + A_PAGE]
        found = await self.broadcasts.broadcasts(latest)
        return Desk(
            tuple(led.values()),
            tuple(taught),
            tuple(schools.values()),
            tuple(found[one] for one in latest),
            page,
            total,
            whole,
        )


@dataclass(frozen=True, slots=True)
class _Own:
    """What a person may follow at a school: the own and its groups' broadcasts, or all."""

    broadcasts: Broadcasts
    member: Member
    groups: Sequence[int]
    whole: bool = field(kw_only=True)

    async def count(self) -> int:
        school, by = self.member.school, self.member.person
        return await self.broadcasts.count(school, by=by, groups=self.groups, whole=self.whole)

    async def latest(self, most: int) -> Sequence[BroadcastId]:
        school, by = self.member.school, self.member.person
        return await self.broadcasts.listed(
            school, by=by, groups=self.groups, whole=self.whole, most=most
        )


def _one_each_school(members: Sequence[Member]) -> Sequence[Member]:
    return list({one.school: one for one in reversed(members)}.values())
