"""Before a window its consultant is called: «я здесь», or hand over; of silence others hear."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Final, Protocol

from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.ids import PersonId, SchoolId
from core.regulation.profile import HelpRule

_TO_ANSWER: Final = timedelta(minutes=2)
"""For how long at least an answer to a call is waited for, where a turn came late to somebody."""
_LAST: Final = timedelta(minutes=1)
"""Before a window others hear of silence by then, so that a tick falls into what is left."""


class Stage(IntEnum):
    """How far the calling of a consultant has come; the later stages are for silence."""

    CALLED = 1
    CALLED_AGAIN = 2
    ALARMED = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """A shift as one consultant has it, at its hours.

    Who takes it over is called anew, and so is who has it when it is moved to other hours: to be
    there at 14:00 says nothing of 17:00.
    """

    key: ShiftKey
    consultant: PersonId
    starts_at: datetime

    @classmethod
    def of(cls, shift: Shift) -> "Turn":
        """Return whose turn a shift is."""
        return cls(shift.key, shift.consultant, shift.starts_at)


@dataclass(frozen=True, slots=True)
class Call:
    """How far a consultant was called, and when last; when that one said to be there."""

    turn: Turn
    stage: Stage | None = None
    here_at: datetime | None = None
    called_at: datetime | None = None


class DutyCalls(Protocol):
    """Who was called to which shift, and who said to be there."""

    async def calls(self, school: SchoolId, days: Collection[ShiftKey]) -> Mapping[Turn, Call]:
        """Return the calls to shifts."""
        ...

    async def advance(
        self,
        school: SchoolId,
        calls: Mapping[Turn, Stage],
        *,
        at: datetime,
        gone: Collection[PersonId] = (),
    ) -> frozenset[Turn]:
        """Note how far each was called; return those that were not so far, and are silent.

        Of who is gone it counts for nothing to have said «я здесь».
        """
        ...

    async def say_here(self, school: SchoolId, turn: Turn, *, at: datetime) -> bool:
        """Note that a consultant is there; return False where that was said before."""
        ...


@dataclass(frozen=True, slots=True)
class DueCall:
    """How far a consultant has to be called now; `alarms` where others hear of the silence.

    `late` where they hear together with the first call: there is no time left to wait.
    """

    shift: Shift
    stage: Stage
    late: bool = False

    @property
    def alarms(self) -> bool:
        """Say whether it is time that others hear."""
        return self.stage is Stage.ALARMED


def due_calls(
    coming: Sequence[Shift],
    known: Mapping[Turn, Call],
    here: Collection[PersonId],
    rules: HelpRule,
    now: datetime,
) -> list[DueCall]:
    """Return who is to be called now, before windows that come.

    Each is called first, and has some minutes to answer before others hear of silence; where the
    window is too near for that they hear a minute before it, or together with the first call. Of
    who takes no messages, or is no consultant any more, they hear at once, whatever that person
    said before: a call would be in vain.
    """
    due = []
    for shift in coming:
        call = known.get(Turn.of(shift), Call(Turn.of(shift)))
        is_here = shift.consultant in here
        stage = _stage(shift, call, rules, now) if is_here else _gone(shift, rules, now)
        said_so = is_here and call.here_at is not None
        if stage is not None and not said_so and stage > (call.stage or 0):
            late = is_here and call.stage is None and stage is Stage.ALARMED
            due.append(DueCall(shift, stage, late))
    return due


def is_called(shift: Shift, rules: HelpRule, now: datetime) -> bool:
    """Say whether it is the time before a window in which its consultant is called."""
    ahead = timedelta(minutes=rules.called_minutes_before)
    return timedelta() < shift.starts_at - now <= ahead


def _gone(shift: Shift, rules: HelpRule, now: datetime) -> Stage | None:
    return Stage.ALARMED if is_called(shift, rules, now) else None


def _stage(shift: Shift, call: Call, rules: HelpRule, now: datetime) -> Stage | None:
    if not is_called(shift, rules, now):
        return None
    left = shift.starts_at - now
    if call.stage is None:
        return Stage.CALLED if left > _LAST else Stage.ALARMED
    if left > _LAST and call.called_at is not None and now < call.called_at + _patience(rules):
        return None
    if left <= timedelta(minutes=rules.alarmed_minutes_before):
        return Stage.ALARMED
    again = left <= timedelta(minutes=rules.called_again_minutes_before)
    return Stage.CALLED_AGAIN if again else Stage.CALLED


def _patience(rules: HelpRule) -> timedelta:
    """Return how long an answer to a call is waited for: no school gives less between two."""
    given = rules.called_again_minutes_before - rules.alarmed_minutes_before
    return min(_TO_ANSWER, timedelta(minutes=given))


def stand_ins(shift: Shift, schedule: DutySchedule, here: Collection[PersonId]) -> list[PersonId]:
    """Return who could answer instead: who is on duty at the time, else who answers the topics.

    Those whose window it is by the schedule come first; nobody is told who takes no messages.
    """
    beside = schedule.shifts(shift.starts_at, shift.ends_at)
    at_the_time = [one.consultant for one in beside if one.covers & shift.covers]
    of_the_week = [one.consultant for one in schedule.windows if one.covers & shift.covers]
    others = (
        one for one in (shift.stands_in_for, *(at_the_time or ()), *of_the_week) if one is not None
    )
    return [one for one in dict.fromkeys(others) if one != shift.consultant and one in here]
