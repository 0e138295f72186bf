"""What there is to tell before a window, and of a schedule that has flaws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.access.people import Name
from core.access.zones import Zones
from core.helpdesk.duty.calls import DutyCalls, Turn
from core.helpdesk.duty.ports import Administrators
from core.helpdesk.duty.reading import ReadSchedule
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.ids import NoticeId, PersonId, SchoolId
from core.notices.gathering.forecasts import Names
from core.notices.ledger import Change, Notice, NoticeKind
from core.notices.news.tickets import DutyCallNews, DutyFlawsNews
from core.notices.ports import Audience, PreferenceBook


@dataclass(frozen=True, slots=True)
class GatherDutyCalls:
    """Looks windows up; who said «я здесь» in between is neither called nor told of.

    Nor is anybody to a window that was moved in between: of its new hours there is a call anew.
    """

    read: ReadSchedule
    calls: DutyCalls
    administrators: Administrators
    audience: Audience
    names: Names
    choices: PreferenceBook

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, DutyCallNews | DutyFlawsNews]:
        """Return what there is to say of each notice."""
        names = await self.names.names(sorted({one.draft.recipient for one in rows}))
        known = [one for one in rows if one.draft.recipient in names]
        schools = {one.draft.school for one in known}
        told = self._flaws if kind is NoticeKind.DUTY_FLAWS else self._called
        found = dict[NoticeId, DutyCallNews | DutyFlawsNews]()
        for school in schools:
            found |= await told(school, [it for it in known if it.draft.school == school], names)
        return found

    async def _called(
        self, school: SchoolId, rows: Sequence[Notice], names: Mapping[PersonId, Name]
    ) -> Mapping[NoticeId, DutyCallNews]:
        schedule, now = await self.read.book.schedule(school), self.read.clock.now()
        keys = {row.id: ShiftKey.of(row.draft.before) for row in rows}
        shifts = {
            one.key: one for key in set(keys.values()) for one in schedule.shifts_of(key.day)
        }
        known = await self.read.book.people(school)
        people = {one.person: one.name for one in known}
        reached = {one.person for one in known if one.is_here}
        calls = await self.calls.calls(school, sorted(set(keys.values())))
        heads = await self.administrators.administrators(school)
        lives = await self.choices.zones(sorted({one.draft.recipient for one in rows}))
        # Who said to be there, and cannot be reached since, is as silent as who said nothing.
        silent = {
            it for it, one in calls.items() if not (one.here_at and it.consultant in reached)
        }
        return {
            row.id: DutyCallNews(
                row.draft.about,
                names[row.draft.recipient],
                school,
                shift,
                row.draft.kind is NoticeKind.DUTY_SILENT,
                row.draft.change is Change.CHANGED,
                Zones.of(schedule.zone, lives.get(row.draft.recipient)),
                now,
                people,
                in_charge=row.draft.recipient in heads,
            )
            for row in rows
            if (shift := shifts.get(keys[row.id]))
            and Turn.of(shift) in silent
            and now < shift.ends_at
            and _concerns(row, shift)
        }

    async def _flaws(
        self, school: SchoolId, rows: Sequence[Notice], names: Mapping[PersonId, Name]
    ) -> Mapping[NoticeId, DutyFlawsNews]:
        schedule = await self.read.book.schedule(school)
        people = await self.read.book.people(school)
        findings = await self.read.lint(school, schedule, people)
        heads = await self.audience.administration(school)
        return {
            row.id: DutyFlawsNews(
                row.draft.about,
                names[row.draft.recipient],
                school,
                schedule,
                {one.person: one for one in people},
                findings,
            )
            for row in rows
            if findings and row.draft.recipient in heads
        }


def _concerns(row: Notice, shift: Shift) -> bool:
    """Say whether the turn is (not) the recipient's still: it may have been taken over."""
    is_own = row.draft.recipient == shift.consultant
    return is_own == (row.draft.kind is NoticeKind.DUTY_CALL)
