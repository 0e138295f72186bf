"""What a batch of notices tells of stand-ins, as they stand when it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.access.people import Name
from core.access.zones import OwnZone, Zones
from core.clock import Clock
from core.helpdesk.duty.asking import AskedStandIn, StandInState
from core.helpdesk.duty.ports import DutyBook, StandIns
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.ids import NoticeId, PersonId, SchoolId
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.duty import StandInNews
from core.notices.ports import PreferenceBook


@dataclass(frozen=True, slots=True)
class GatherDuty:
    """Looks stand-ins up; a turn that is over, or takes place no more, is told of no more."""

    book: DutyBook
    stand_ins: StandIns
    choices: PreferenceBook
    clock: Clock

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, StandInNews]:
        """Return what there is to say to each."""
        del kind
        numbers = sorted({one.draft.subject for one in rows})
        asked = {int(one.id): one for one in await self.stand_ins.stand_ins(numbers)}
        schools = {
            school: await self._school(school) for school in {it.draft.school for it in rows}
        }
        lives = await self.choices.zones(sorted({one.draft.recipient for one in rows}))
        found = dict[NoticeId, StandInNews]()
        for row in rows:
            one = asked.get(row.draft.subject)
            news = await self._news(row, one, schools[row.draft.school], lives) if one else None
            if news is not None:
                found[row.id] = news
        return found

    async def _school(self, school: SchoolId) -> tuple[DutySchedule, Mapping[PersonId, Name]]:
        people = await self.book.people(school)
        return await self.book.schedule(school), {one.person: one.name for one in people}

    async def _news(
        self,
        row: Notice,
        asked: AskedStandIn,
        at: tuple[DutySchedule, Mapping[PersonId, Name]],
        lives: Mapping[PersonId, OwnZone],
    ) -> StandInNews | None:
        (schedule, names), recipient, now = at, row.draft.recipient, self.clock.now()
        shift = _shift(schedule, asked.of.key)
        if shift is None or shift.ends_at <= now or recipient not in names:
            return None
        if asked.state is StandInState.ASKED and recipient != asked.of.taker:
            return None
        exchange = None
        if asked.pair:
            halves = await self.stand_ins.swap(asked.pair)
            others = [one.of.key for one in halves if one.id != asked.id]
            exchange = _shift(schedule, others[0]) if others else None
        return StandInNews(
            row.draft.about,
            names[recipient],
            asked,
            shift,
            exchange,
            Zones.of(schedule.zone, lives.get(recipient)),
            names,
            now,
        )


def _shift(schedule: DutySchedule, key: ShiftKey) -> Shift | None:
    return next((one for one in schedule.shifts_of(key.day) if one.key == key), None)
