"""The demo's help desk: where its buttons leap to, by the duty schedule, and what it begins with.

What time brings about there is done by the program's ticks, as at any school.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.composition.database import Database
from bot.demo_people import ADMINISTRATOR
from bot.texts.keys import Key
from core.errors import NotFound
from core.helpdesk.duty.shift import Shift
from core.helpdesk.topics import ANY
from core.helpdesk.vendor.packet import Detail
from core.ids import SchoolId, SourceId
from core.regulation.profile import HelpRule

_AHEAD: Final = timedelta(days=21)
"""Longer than any holidays of the demo's year but those of summer."""
_DOMAIN: Final = "journal.school.example.org"

Moments = Callable[[Sequence[Shift], HelpRule, datetime], Sequence[datetime]]
"""The instants that a leap passes through, of the windows that go on or come; none is no leap."""


@dataclass(frozen=True, slots=True)
class DutyLeap:
    """A button that goes on to what happens next at the help desk."""

    id: str
    title: Key
    hint: Key
    through: Moments


def before_duty(shifts: Sequence[Shift], rules: HelpRule, now: datetime) -> Sequence[datetime]:
    """Return when the consultant of a window is called next, or others hear of the silence."""
    calls = (
        rules.called_minutes_before,
        rules.called_again_minutes_before,
        rules.alarmed_minutes_before,
    )
    found = (one.starts_at - timedelta(minutes=before) for one in shifts for before in calls)
    return sorted(at for at in found if at > now)[:1]


def duty_opens(shifts: Sequence[Shift], _: HelpRule, now: datetime) -> Sequence[datetime]:
    """Return when the next window opens."""
    return sorted(one.starts_at for one in shifts if one.starts_at > now)[:1]


def silence(_: Sequence[Shift], rules: HelpRule, now: datetime) -> Sequence[datetime]:
    """Return when the limit is over for who has a request now and says nothing."""
    return [now + timedelta(minutes=rules.first_answer_minutes)]


def duty_ends(shifts: Sequence[Shift], rules: HelpRule, now: datetime) -> Sequence[datetime]:
    """Return when the window ends that goes on; where none does, that of the next one, too."""
    opens = () if any(one.holds(now) for one in shifts) else duty_opens(shifts, rules, now)
    within = max([now, *opens])
    return [*opens, *sorted(one.ends_at for one in shifts if one.holds(within))[:1]]


DUTY_LEAPS: Final = (
    DutyLeap("duty-soon", "play-duty-soon", "play-duty-soon-hint", before_duty),
    DutyLeap("duty-opens", "play-duty-opens", "play-duty-opens-hint", duty_opens),
    DutyLeap("duty-silence", "play-duty-silence", "play-duty-silence-hint", silence),
    DutyLeap("duty-ends", "play-duty-ends", "play-duty-ends-hint", duty_ends),
)


@dataclass(slots=True)
class DemoDesk:
    """Knows of the help desk what the play needs: its next moments, and whether one just asked."""

    store: Database
    school: SchoolId
    _known: int | None = None
    _may_be_new: bool = True

    async def moments(self, leap: DutyLeap) -> Sequence[datetime]:
        """Return what a leap passes through, by windows in which any question is answered."""
        now = self.store.clock.now()
        async with self.store.reading() as tx:
            schedule = await tx.duty.schedule(self.school)
            rules = (await tx.regulations.of(self.school)).help
        shifts = [one for one in schedule.shifts(now, now + _AHEAD) if one.covers >= ANY]
        return leap.through(shifts, rules, now)

    def written(self) -> None:
        """Hear that something was written: only then is looked again."""
        self._may_be_new = True

    async def is_asked_anew(self) -> bool:
        """Say whether somebody asked for help since the last look."""
        if not self._may_be_new:
            return False
        self._may_be_new = False
        async with self.store.reading() as tx:
            under_way = await tx.tickets.under_way(self.school)
        known, newest = self._known, max((one.id for one in under_way), default=0)
        self._known = max(newest, known or 0)
        return known is not None and newest > known


async def demo_desk_of(store: Database) -> DemoDesk:
    """Return the help desk of the demo's school, which the vendor's support knows by now."""
    async with store.transaction() as tx:
        (school,) = await tx.schools.all()
        administrator = await tx.schools.person(school.id, SourceId(ADMINISTRATOR))
        if administrator is None:
            raise NotFound
        known = await tx.packets.support(school.id)
        if not known.organisation:
            told = {Detail.ORGANISATION: school.name, Detail.DOMAIN: _DOMAIN}
            by, at = administrator, store.clock.now()
            for what, value in told.items():
                await tx.packets.set_detail(school.id, what, value, by=by, at=at)
    found = DemoDesk(store, school.id)
    store.on_commit.append(found.written)
    return found
