"""What nobody has to remember: windows open, answers fail to come, days go by (H1, H2)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from core.clock import Clock
from core.facts import Facts, Origin
from core.helpdesk.duty.calls import DueCall, DutyCalls, Stage, Turn, due_calls, stand_ins
from core.helpdesk.duty.ports import Administrators
from core.helpdesk.facts import ConsultantSilent, DutyCalled, DutyFact
from core.helpdesk.tickets.books import help_desk
from core.helpdesk.tickets.due import Step, Why, next_step, withdrawn
from core.helpdesk.tickets.keeping_log import KeepLog
from core.helpdesk.tickets.merged import Heard, LetGo, TellMerged, heard_by_all
from core.helpdesk.tickets.owner import Consultant
from core.helpdesk.tickets.ports import Changed, Schedules, Tickets
from core.helpdesk.tickets.routing import HelpDesk, load_of
from core.helpdesk.tickets.still_asking import StillAsking
from core.helpdesk.tickets.telling import BY_ITSELF, Telling
from core.helpdesk.tickets.ticket import Ticket
from core.ids import SchoolId, TicketId
from core.regulation.ports import Regulations
from core.regulation.profile import HelpRule

_CALLED_AT_MOST: Final = timedelta(hours=4)
"""As early as the rules of any school may say (`HelpRule.called_minutes_before`)."""


@dataclass(frozen=True, slots=True)
class LookAfterTickets:
    """A tick, every 20 seconds: does with each ticket of a school what is due, and says so once.

    It asks about all tickets at once, and changes what did not change since: run it twice, or in
    several processes, and nothing happens twice.
    """

    tickets: Tickets
    schedules: Schedules
    administrators: Administrators
    regulations: Regulations
    still_asking: StillAsking
    keep_log: KeepLog
    facts: Facts
    clock: Clock

    async def schools(self) -> Sequence[SchoolId]:
        """Return where something may be due: one cheap question about all schools."""
        return await self.tickets.schools_in_need()

    async def is_due(self, school: SchoolId) -> bool:
        """Say whether there is anything to do, which takes nothing but reading."""
        steps, _ = await self._due(school)
        return bool(steps)

    async def __call__(self, school: SchoolId) -> int:
        """Do what is due; return how many tickets stand otherwise."""
        steps, desk = await self._due(school)
        return await self._take(school, steps, desk) if steps and desk else 0

    async def _due(self, school: SchoolId) -> tuple[list[tuple[Ticket, Step]], HelpDesk | None]:
        now, rules = self.clock.now(), (await self.regulations.of(school)).help
        under_way = await self.tickets.under_way(school)
        limit = now - timedelta(days=rules.reopened_days)
        answered = await self.tickets.answered_before(school, limit)
        if not under_way and not answered:
            return [], None
        desk = await help_desk(self.schedules, self.administrators, school)
        desk = replace(desk, load=load_of(under_way))
        alone = await self.still_asking.withdrawn(under_way)
        return self._steps([*under_way, *answered], desk, rules, alone), desk

    def _steps(
        self,
        tickets: Sequence[Ticket],
        desk: HelpDesk,
        rules: HelpRule,
        alone: Collection[TicketId],
    ) -> list[tuple[Ticket, Step]]:
        now, steps = self.clock.now(), list[tuple[Ticket, Step]]()
        for ticket in tickets:
            gone = withdrawn(ticket, now) if ticket.id in alone else None
            step = gone or next_step(ticket, desk, rules, now)
            if step is None:
                continue
            steps.append((ticket, step))
            owner = step.standing.owner
            if owner != ticket.standing.owner and isinstance(owner, Consultant):
                desk = desk.busier_by(owner.person)
        return steps

    async def _take(
        self, school: SchoolId, steps: Sequence[tuple[Ticket, Step]], desk: HelpDesk
    ) -> int:
        now = self.clock.now()
        changes = [Changed(ticket, step.standing) for ticket, step in steps]
        done = await self.tickets.change(changes, at=now)
        telling = Telling(desk.administrators, now)
        taken = [(ticket, step) for ticket, step in steps if ticket.id in done]
        told = [fact for ticket, step in taken for fact in telling.of_step(ticket, step)]
        await self.facts.record(told)
        closed = [Changed(ticket, it.standing) for ticket, it in taken if it.standing.closed_at]
        await self.keep_log.closed(school, closed, desk.schedule, now)
        await self._with_merged(taken, desk)
        return len(done)

    async def _with_merged(self, taken: Sequence[tuple[Ticket, Step]], desk: HelpDesk) -> None:
        """Let those hear who wait for the same answer; of a silent asker they wait no more."""
        now, tell = self.clock.now(), TellMerged(self.tickets, self.facts)
        telling = Telling(desk.administrators, now)
        heard = [
            Heard(ticket, what, BY_ITSELF)
            for ticket, step in taken
            if (
                what := heard_by_all(
                    ticket, step.standing, telling.of_step(ticket, step), telling.now
                )
            )
        ]
        await tell(heard, now)
        silent = [ticket for ticket, step in taken if step.why is Why.GIVEN_UP]
        await LetGo(tell)(silent, desk, now, BY_ITSELF)


@dataclass(frozen=True, slots=True)
class CallConsultants:
    """A tick, every 20 seconds: calls who is on duty soon, and tells others of silence (H2)."""

    calls: DutyCalls
    schedules: Schedules
    administrators: Administrators
    regulations: Regulations
    facts: Facts
    clock: Clock

    async def schools(self) -> Sequence[SchoolId]:
        """Return where a window may begin soon: one cheap question about all schools."""
        now = self.clock.now()
        return await self.schedules.schools_with_windows(now, now + _CALLED_AT_MOST)

    async def is_due(self, school: SchoolId) -> bool:
        """Say whether there is anybody to call, which takes nothing but reading."""
        due, _ = await self._due(school)
        return bool(due)

    async def __call__(self, school: SchoolId) -> int:
        """Call, once each time; return how many were called or told of."""
        due, desk = await self._due(school)
        if not due or desk is None:
            return 0
        now, stages = self.clock.now(), {Turn.of(one.shift): one.stage for one in due}
        gone = [one.shift.consultant for one in due if one.shift.consultant not in desk.here]
        done = await self.calls.advance(school, stages, at=now, gone=gone)
        told = [
            fact
            for one in due
            if Turn.of(one.shift) in done
            for fact in _heard(one, desk, (school, now, BY_ITSELF))
        ]
        await self.facts.record(told)
        return len(done)

    async def _due(self, school: SchoolId) -> tuple[list[DueCall], HelpDesk | None]:
        now, rules = self.clock.now(), (await self.regulations.of(school)).help
        ahead = now + timedelta(minutes=rules.called_minutes_before, seconds=1)
        schedule = await self.schedules.schedule(school)
        # Of who goes on over midnight nobody asks whether to be there.
        coming = [
            one
            for one in schedule.shifts(now, ahead)
            if one.starts_at > now and schedule.whole(one).starts_at == one.starts_at
        ]
        if not coming:
            return [], None
        desk = await help_desk(self.schedules, self.administrators, school)
        known = await self.calls.calls(school, [one.key for one in coming])
        return due_calls(coming, known, desk.here, rules, now), desk


def _heard(
    due: DueCall, desk: HelpDesk, head: tuple[SchoolId, datetime, Origin]
) -> list[DutyFact]:
    told = list[DutyFact]()
    if due.late or not due.alarms:
        again = due.stage is Stage.CALLED_AGAIN
        told.append(DutyCalled(*head, due.shift, (due.shift.consultant,), again=again))
    if due.alarms:
        others = stand_ins(due.shift, desk.schedule, desk.here)
        to = tuple(dict.fromkeys((*others, *desk.administrators)))
        told += [ConsultantSilent(*head, due.shift, to)] if to else []
    return told
