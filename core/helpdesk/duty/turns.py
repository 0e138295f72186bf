"""One turn of duty differs: it does not take place, is at other hours, or somebody else's (H2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from core.access.gate import closed_to, must_administer, must_be
from core.access.people import Actor, Member
from core.clock import Clock
from core.errors import AccessRefused, NotFound, RuleBroken
from core.facts import Facts, Origin
from core.helpdesk.duty.asking import (
    AskedStandIn,
    DutyChanged,
    NewStandIn,
    StandInMoved,
    StandInState,
)
from core.helpdesk.duty.calls import DutyCalls, Turn, is_called
from core.helpdesk.duty.lint import Finding
from core.helpdesk.duty.ports import DutyWindows, StandIns
from core.helpdesk.duty.reading import ReadSchedule, ScheduleView
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.duty.warning import brought, first_of, is_refused
from core.helpdesk.duty.window import Held, OneDay, OtherHours, StandIn, swapped
from core.ids import PersonId, SchoolId, StandInId
from core.regulation.ports import Regulations

SWAPPED_AHEAD: Final = timedelta(days=28)
"""Among whose turns of how many days a swap is chosen."""


class StandInRefused(RuleBroken):
    """Who is to stand in is no consultant, or in another room at that time."""

    code = "stand-in-refused"


class HoursRefused(RuleBroken):
    """Hours of a day end before they begin, are over, or put a consultant in two rooms at once."""

    code = "duty-hours-refused"


@dataclass(frozen=True, slots=True)
class OpenedTurn:
    """One window on one day: `shift` is None where it does not take place.

    `administers`: who looks answers for the schedule; else it is the own turn. `kept` is who
    stands in, or was asked to.
    """

    view: ScheduleView
    key: ShiftKey
    shift: Shift | None
    differs: OneDay | None
    administers: bool
    kept: tuple[AskedStandIn, ...]

    @property
    def is_over(self) -> bool:
        """Say whether nothing can be changed any more."""
        today = self.view.now.astimezone(self.view.schedule.zone).date()
        if self.shift is None:
            return self.key.day < today
        return self.shift.ends_at <= self.view.now

    @property
    def asked(self) -> AskedStandIn | None:
        """Return the request that waits for an answer."""
        return next((one for one in self.kept if one.state is StandInState.ASKED), None)

    @property
    def stands(self) -> AskedStandIn | None:
        """Return who took it over last."""
        agreed = [one for one in self.kept if one.state is StandInState.AGREED]
        return agreed[-1] if agreed else None


@dataclass(frozen=True, slots=True)
class WarnedTurn:
    """A turn of which nothing was changed yet: the linter warns, and waits for a second tap.

    `view` has the schedule as it would be.
    """

    opened: OpenedTurn
    view: ScheduleView
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class OpenTurn:
    """The administration, or whose turn it is, opens one window on one day."""

    windows: DutyWindows
    stand_ins: StandIns
    read: ReadSchedule

    async def __call__(self, actor: Actor, key: ShiftKey) -> OpenedTurn:
        """Return it; refuse anybody else, and a day on which there is no such window."""
        kept = await self.windows.window(key.window)
        if kept is None or not kept.window.falls_on(key.day):
            raise NotFound
        member = _at(actor, kept.school)
        view = await self.read.of(member)
        shift = view.schedule.shift(key)
        administers = member.is_administration
        if not administers and (shift is None or shift.consultant != member.person):
            raise AccessRefused
        differs = next((one for one in view.schedule.one_days if one.key == key), None)
        asked = tuple(await self.stand_ins.of_turn(key))
        return OpenedTurn(view, key, shift, differs, administers, asked)

    async def to_change(self, actor: Actor, key: ShiftKey) -> OpenedTurn:
        """Return a turn that is not over to who answers for the schedule."""
        opened = await self(actor, key)
        must_administer(actor, opened.view.member.school)
        if opened.is_over:
            raise DutyChanged
        return opened


def _at(actor: Actor, school: SchoolId) -> Member:
    found = [one for one in actor.members if one.school == school]
    if not found:
        raise closed_to(actor)
    return next((one for one in found if one.is_administration), found[0])


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """The administration lets a window not take place on a day, or at other hours."""

    windows: DutyWindows
    open: OpenTurn
    clock: Clock

    async def __call__(
        self, actor: Actor, key: ShiftKey, day: OneDay | None, *, sure: bool = False
    ) -> OpenedTurn | WarnedTurn:
        """Keep it, and return the turn as it is then; None: as every week again.

        What the linter warns of, as a topic that nobody would answer or two windows at once, needs
        somebody to be `sure`. Raise HoursRefused for hours that cannot be, or are over by now.
        """
        opened = await self.open.to_change(actor, key)
        view = opened.view if day is None else _with_day(opened.view, day)
        warned = await self._warned(opened, view, day)
        if warned and not sure:
            return WarnedTurn(opened, view, warned)
        school, by = opened.view.member.school, opened.view.member.person
        await self.windows.differ(school, key, day, by=by, at=self.clock.now())
        return await self.open(actor, key)

    async def _warned(
        self, opened: OpenedTurn, after: ScheduleView, day: OneDay | None
    ) -> tuple[Finding, ...]:
        if day is None:
            return ()
        if isinstance(day, OtherHours) and _cannot_be(day, after):
            raise HoursRefused
        since = first_of(after, day.key.day)
        found = await brought(self.open.read, opened.view, after.schedule, since=since)
        if is_refused(found):
            raise HoursRefused
        return found


def _cannot_be(day: OtherHours, view: ScheduleView) -> bool:
    """Say whether hours end before they begin, or are over: a day off says that plainly."""
    if day.hours.starts >= day.hours.ends:
        return True
    shift = view.schedule.shift(day.key)
    return shift is not None and shift.ends_at <= view.now


def _with_day(view: ScheduleView, day: OneDay) -> ScheduleView:
    others = tuple(one for one in view.schedule.one_days if one.key != day.key)
    return replace(view, schedule=replace(view.schedule, one_days=(*others, day)))


@dataclass(frozen=True, slots=True)
class GiveTurn:
    """Somebody else does a turn, or two swap: at once where the administration says so.

    A consultant asks, and the schedule changes when the other agrees (H2).
    """

    stand_ins: StandIns
    open: OpenTurn
    facts: Facts
    clock: Clock

    async def __call__(
        self, actor: Actor, key: ShiftKey, to: PersonId, *, sure: bool = False
    ) -> OpenedTurn | WarnedTurn:
        """Give a turn to somebody; raise StandInRefused for who cannot take it.

        Of who cannot be reached it is warned, until somebody is `sure`.
        """
        opened, shift = await self._held(actor, key)
        return await self._put(actor, opened, [StandIn(key, shift.consultant, to)], sure=sure)

    async def swap(
        self, actor: Actor, key: ShiftKey, other: ShiftKey, *, sure: bool = False
    ) -> OpenedTurn | WarnedTurn:
        """Swap a turn with another one of another person."""
        opened, shift = await self._held(actor, key)
        others = opened.view.schedule.shift(other)
        if others is None or others.starts_at <= opened.view.now:
            raise DutyChanged
        halves = swapped(Held(key, shift.consultant), Held(other, others.consultant))
        return await self._put(actor, opened, list(halves), sure=sure)

    async def _held(self, actor: Actor, key: ShiftKey) -> tuple[OpenedTurn, Shift]:
        opened = await self.open(actor, key)
        if opened.shift is None or opened.is_over:
            raise DutyChanged
        return opened, opened.shift

    async def _put(
        self, actor: Actor, opened: OpenedTurn, given: list[StandIn], *, sure: bool
    ) -> OpenedTurn | WarnedTurn:
        view = opened.view
        warned = await must_be_able(self.open.read, view, given)
        if warned and not sure:
            return WarnedTurn(opened, _handed(view, given), warned)
        state = StandInState.AGREED if opened.administers else StandInState.ASKED
        by, at = view.member.person, self.clock.now()
        new = [NewStandIn(view.member.school, one, state, by, at) for one in given]
        number, *_ = await self.stand_ins.put(new)
        heard = {given[0].taker, given[0].giver} - {by}
        await _tell(self.facts, view.member, at, number, heard)
        return await self.open(actor, opened.key)


async def must_be_able(
    read: ReadSchedule, view: ScheduleView, given: Sequence[StandIn]
) -> tuple[Finding, ...]:
    """Return what is warned of; raise StandInRefused for no consultant, or one elsewhere then."""
    consultants = {one.person for one in view.consultants}
    if any(one.taker not in consultants or one.taker == one.giver for one in given):
        raise StandInRefused
    found = await brought(read, view, _handed(view, given).schedule, since=view.now)
    if is_refused(found):
        raise StandInRefused
    return found


def _handed(view: ScheduleView, given: Sequence[StandIn]) -> ScheduleView:
    stand_ins = (*view.schedule.stand_ins, *given)
    return replace(view, schedule=replace(view.schedule, stand_ins=stand_ins))


async def _tell(
    facts: Facts, by: Member, at: datetime, number: StandInId, heard: set[PersonId]
) -> None:
    to = tuple(sorted(heard))
    await facts.record([StandInMoved(by.school, at, Origin(by.person), number, to)])


@dataclass(frozen=True, slots=True)
class StandInView:
    """What somebody was asked, with the turn that it is about, as it stands."""

    member: Member
    asked: AskedStandIn
    shift: Shift | None
    view: ScheduleView


@dataclass(frozen=True, slots=True)
class AnswerStandIn:
    """Who was asked to stand in says yes or no; only a yes changes the schedule.

    A yes in the minutes in which consultants are called to that turn is «я здесь» as well: nobody
    asks again, nor is alarmed.
    """

    stand_ins: StandIns
    read: ReadSchedule
    calls: DutyCalls
    regulations: Regulations
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, number: StandInId, *, agrees: bool) -> StandInView:
        """Keep the answer. Raise DutyChanged where the turn is over or was given elsewhere."""
        asked = next(iter(await self.stand_ins.stand_ins([number])), None)
        if asked is None:
            raise closed_to(actor)
        member, at = must_be(actor, asked.of.taker), self.clock.now()
        if asked.by == member.person:  # of a swap, the half that the asker would take
            raise AccessRefused
        view = await self.read.of(member)
        shift = view.schedule.shift(asked.of.key)
        if agrees:
            await self._must_stand(view, asked, shift)
        after = StandInState.AGREED if agrees else StandInState.DECLINED
        if not await self.stand_ins.move(number, StandInState.ASKED, after, at=at):
            raise DutyChanged
        if agrees and shift is not None:
            await self._is_here(member, shift, at)
        heard = {asked.by, asked.of.giver} - {member.person}
        await _tell(self.facts, member, at, number, heard)
        return StandInView(member, replace(asked, state=after), shift, view)

    async def _is_here(self, member: Member, shift: Shift, at: datetime) -> None:
        rules = (await self.regulations.of(member.school)).help
        if is_called(shift, rules, at):
            turn = Turn.of(replace(shift, consultant=member.person))
            await self.calls.say_here(member.school, turn, at=at)

    async def _must_stand(
        self, view: ScheduleView, asked: AskedStandIn, shift: Shift | None
    ) -> None:
        if shift is None or shift.consultant != asked.of.giver or shift.ends_at <= view.now:
            raise DutyChanged
        both = await self._both(asked)
        for half in both:
            other = view.schedule.shift(half.key)
            if other is None or other.consultant != half.giver or other.ends_at <= view.now:
                raise DutyChanged
        await must_be_able(self.read, view, both)

    async def _both(self, asked: AskedStandIn) -> list[StandIn]:
        """Return what an answer decides: of a swap both halves."""
        if not asked.pair:
            return [asked.of]
        halves = await self.stand_ins.swap(asked.pair)
        if any(one.state is not StandInState.ASKED for one in halves):
            raise DutyChanged
        return [one.of for one in halves]


@dataclass(frozen=True, slots=True)
class TakeBackStandIn:
    """Who asked, or the administration, takes a request or a stand-in back."""

    stand_ins: StandIns
    open: OpenTurn
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, number: StandInId) -> OpenedTurn:
        """Take it back, and return the turn as it is then; refuse anybody else."""
        asked = next(iter(await self.stand_ins.stand_ins([number])), None)
        if asked is None:
            raise closed_to(actor)
        opened, at = await self.open(actor, asked.of.key), self.clock.now()
        member = opened.view.member
        if not opened.administers and asked.state is not StandInState.ASKED:
            raise AccessRefused
        if opened.is_over or asked.state not in (StandInState.ASKED, StandInState.AGREED):
            raise DutyChanged
        if not await self.stand_ins.move(number, asked.state, StandInState.TAKEN_BACK, at=at):
            raise DutyChanged
        heard = {asked.of.taker, asked.of.giver} - {member.person}
        await _tell(self.facts, member, at, number, heard)
        return await self.open(actor, asked.of.key)
