"""Print runs and their sheets. Behind `core.notices.printing.PaperRuns`."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.ids import ClassId, PaperRunId, PersonId, PupilId, SchoolId
from core.notices.printing import Beside, LeftSheet, NewRun, OnPaper, PaperRun, PaperSheet
from storage.statements import (
    STANDS,
    WHOM,
    enrolled,
    enrolled_as,
    heard_since,
    in_force_on,
    insert_into,
    new_source,
)
from storage.tables import (
    AccountLinkRow,
    AccountRow,
    EnrolmentRow,
    GroupRow,
    MailboxRow,
    PaperRunRow,
    PaperSheetRow,
    PeriodMarkHistoryRow,
    PeriodMarkRow,
    PeriodRow,
    PersonRow,
    SchoolRow,
)
from storage.tables.teaching import CLASS, PUPIL

_RUN = (
    select(
        PaperRunRow.id,
        GroupRow.title,
        PaperRunRow.school_id,
        PaperRunRow.class_id,
        PaperRunRow.first_day,
        PaperRunRow.last_day,
        PaperRunRow.made_at,
        PaperRunRow.by_id,
    )
    .join(GroupRow, GroupRow.id == PaperRunRow.class_id)
    .where(PaperRunRow.gone_at.is_(None))
)
_OF_CLASS = _RUN.where(PaperRunRow.class_id == bindparam("class_id"))
_RUNS = _OF_CLASS.order_by(PaperRunRow.last_day.desc())
_LAST = bindparam("last", type_=PaperRunRow.last_day.type)
_MADE = PaperRunRow.made_at.type
_UP_TO = _OF_CLASS.where(PaperRunRow.last_day == _LAST)
_SOME = _RUN.where(PaperRunRow.id.in_(WHOM))
_CLASSES = select(PaperRunRow.class_id).where(
    PaperRunRow.school_id == bindparam("school"),
    PaperRunRow.last_day == _LAST,
    PaperRunRow.gone_at.is_(None),
)
_NOT_SERVED = select(GroupRow.id).where(
    GroupRow.school_id == bindparam("school"),
    GroupRow.kind == CLASS,
    GroupRow.gone_at.is_(None),
    GroupRow.id.not_in(bindparam("served", expanding=True)),
)
_Later = aliased(PaperRunRow)
_LAST_MADE = (
    select(func.max(_Later.made_at, type_=_Later.made_at.type))
    .join(PaperSheetRow, PaperSheetRow.run_id == _Later.id)
    .where(PaperSheetRow.pupil_id == PeriodMarkRow.pupil_id, _Later.gone_at.is_(None))
    .correlate(PeriodMarkRow)
    .scalar_subquery()
)
_SINCE = func.coalesce(_LAST_MADE, bindparam("since", type_=_MADE))
_SUMMED_UP = (
    select(EnrolmentRow.group_id)
    .select_from(PeriodMarkRow)
    .join(EnrolmentRow, EnrolmentRow.person_id == PeriodMarkRow.pupil_id)
    .join(GroupRow, enrolled(PUPIL, CLASS))
    .join(PeriodRow, PeriodRow.id == PeriodMarkRow.period_id)
    .join(SchoolRow, SchoolRow.id == PeriodMarkRow.school_id)
    .where(
        EnrolmentRow.group_id.in_(WHOM),
        PeriodRow.ends >= bindparam("ended", type_=PeriodRow.ends.type),
        or_(
            PeriodMarkRow.gone_at.is_(None) & heard_since(PeriodMarkRow.set_at, _SINCE),
            exists().where(
                PeriodMarkHistoryRow.period_mark_id == PeriodMarkRow.id,
                heard_since(PeriodMarkHistoryRow.at, _SINCE),
            ),
        ),
        in_force_on(EnrolmentRow, bindparam("day", type_=EnrolmentRow.begins.type)),
    )
    .distinct()
)
_DAY = bindparam("day", type_=EnrolmentRow.begins.type)
_Still, _OtherRun, _OtherSheet = (
    aliased(EnrolmentRow),
    aliased(PaperRunRow),
    aliased(PaperSheetRow),
)
_LEFT_BEHIND = (
    select(
        EnrolmentRow.group_id,
        PaperRunRow.first_day,
        PaperRunRow.last_day,
        PaperSheetRow.pupil_id,
        PaperSheetRow.why,
    )
    .select_from(PaperRunRow)
    .join(PaperSheetRow, PaperSheetRow.run_id == PaperRunRow.id)
    .join(EnrolmentRow, EnrolmentRow.person_id == PaperSheetRow.pupil_id)
    .join(GroupRow, enrolled(PUPIL, CLASS))
    .where(
        PaperRunRow.school_id == bindparam("school"),
        PaperRunRow.last_day >= bindparam("since", type_=PaperRunRow.last_day.type),
        PaperRunRow.gone_at.is_(None),
        PaperSheetRow.handed_at.is_(None),
        in_force_on(EnrolmentRow, _DAY),
        ~exists().where(
            _Still.person_id == PaperSheetRow.pupil_id,
            _Still.group_id == PaperRunRow.class_id,
            enrolled_as(_Still, PUPIL, _DAY),
        ),
        ~exists().where(
            _OtherSheet.pupil_id == PaperSheetRow.pupil_id,
            _OtherRun.id == _OtherSheet.run_id,
            _OtherRun.last_day == PaperRunRow.last_day,
            _OtherSheet.handed_at.is_not(None) | (_OtherRun.class_id == EnrolmentRow.group_id),
        ),
    )
    .distinct()
    .order_by(EnrolmentRow.group_id, PaperRunRow.last_day, PaperSheetRow.pupil_id)
)
_BESIDE = (
    select(
        PaperSheetRow.pupil_id,
        func.max(case((PaperRunRow.last_day < _LAST, PaperRunRow.made_at)), type_=_MADE),
        func.min(case((PaperRunRow.last_day > _LAST, PaperRunRow.made_at)), type_=_MADE),
        func.max(case((PaperRunRow.last_day < _LAST, PaperSheetRow.at)), type_=_MADE),
    )
    .join(PaperRunRow, PaperRunRow.id == PaperSheetRow.run_id)
    .where(PaperSheetRow.pupil_id.in_(WHOM), PaperRunRow.gone_at.is_(None))
    .group_by(PaperSheetRow.pupil_id)
)
_SHEETS = (
    select(
        PaperSheetRow.run_id,
        PaperSheetRow.pupil_id,
        PaperSheetRow.why,
        PaperSheetRow.at,
        PaperSheetRow.handed_at,
        PaperSheetRow.handed_by_id,
    )
    .where(PaperSheetRow.run_id.in_(WHOM))
    .order_by(PaperSheetRow.run_id, PaperSheetRow.pupil_id)
)
_IN_HAND = (
    select(PaperSheetRow.pupil_id, func.max(PaperSheetRow.at, type_=PaperSheetRow.at.type))
    .where(PaperSheetRow.pupil_id.in_(WHOM), PaperSheetRow.handed_at.is_not(None))
    .group_by(PaperSheetRow.pupil_id)
)
_REACHABLE = select(PersonRow.id).where(
    PersonRow.id.in_(WHOM),
    STANDS,
    or_(
        exists().where(
            AccountLinkRow.person_id == PersonRow.id,
            AccountLinkRow.ended_at.is_(None),
            AccountRow.id == AccountLinkRow.account_id,
            AccountRow.reachable,
        ),
        exists().where(
            MailboxRow.person_id == PersonRow.id,
            MailboxRow.ended_at.is_(None),
            AccountRow.id == MailboxRow.account_id,
            AccountRow.reachable,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class SqlPaperRuns:
    """A run for a class and its last day, a sheet for a run and a pupil."""

    connection: AsyncConnection

    async def add_run(self, run: NewRun) -> PaperRunId | None:
        """Keep a run; return None where the class has one up to this day."""
        new = (
            insert_into(self.connection, PaperRunRow)
            .values(
                school_id=run.school,
                source=new_source(),
                origin_id=run.by,
                changed_at=run.made_at,
                class_id=run.class_id,
                first_day=run.first,
                last_day=run.last,
                made_at=run.made_at,
                by_id=run.by,
            )
            .on_conflict_do_nothing(index_elements=["class_id", "last_day"])
            .returning(PaperRunRow.id)
        )
        number = (await self.connection.execute(new)).scalar()
        return None if number is None else PaperRunId(number)

    async def put_on(
        self,
        run: PaperRunId,
        school: SchoolId,
        families: Mapping[PupilId, OnPaper],
        *,
        at: datetime,
    ) -> None:
        """Put families on a run; a sheet that is there and not handed over is as of now."""
        rows = [
            {"school_id": school, "run_id": run, "pupil_id": pupil, "why": why.value, "at": at}
            for pupil, why in families.items()
        ]
        if not rows:
            return
        new = insert_into(self.connection, PaperSheetRow)
        renewed = new.on_conflict_do_update(
            index_elements=["run_id", "pupil_id"],
            set_={"why": new.excluded.why, "at": new.excluded.at},
            where=PaperSheetRow.handed_at.is_(None),
        )
        await self.connection.execute(renewed, rows)

    async def printed(self, run: PaperRunId, *, at: datetime) -> None:
        """Keep that a run's sheets were made anew: those not handed over are as of now."""
        await self.connection.execute(
            update(PaperSheetRow)
            .where(PaperSheetRow.run_id == run, PaperSheetRow.handed_at.is_(None))
            .values(at=at)
        )

    async def of_class(self, class_id: ClassId) -> Sequence[PaperRun]:
        """Return the class's runs, that of the last days first."""
        rows = await self.connection.execute(_RUNS, {"class_id": class_id})
        return [_run(*row) for row in rows]

    async def run_to(self, class_id: ClassId, last: date) -> PaperRun | None:
        """Return the class's run up to a day."""
        asked = {"class_id": class_id, "last": last}
        row = (await self.connection.execute(_UP_TO, asked)).one_or_none()
        return _run(*row) if row else None

    async def runs(self, runs: Sequence[PaperRunId]) -> Mapping[PaperRunId, PaperRun]:
        """Return runs by their numbers."""
        rows = await self.connection.execute(_SOME, {"asked": list(runs)})
        return {one.id: one for one in (_run(*row) for row in rows)}

    async def classes_with_run(self, school: SchoolId, last: date) -> Collection[ClassId]:
        """Return the classes that have a run up to the day."""
        rows = await self.connection.execute(_CLASSES, {"school": school, "last": last})
        return {ClassId(one) for (one,) in rows}

    async def summed_up(
        self,
        school: SchoolId,
        day: date,
        since: datetime,
        *,
        ended: date,
        served: Collection[ClassId],
    ) -> Collection[ClassId]:
        """Return the classes, but for those served, of which a mark changed since a last sheet."""
        left = await self.connection.execute(
            _NOT_SERVED, {"school": school, "served": sorted(served)}
        )
        classes = list(left.scalars())
        if not classes:
            return ()
        asked = {"asked": classes, "day": day, "since": since, "ended": ended}
        return {ClassId(one) for (one,) in await self.connection.execute(_SUMMED_UP, asked)}

    async def left_behind(self, school: SchoolId, day: date, since: date) -> Sequence[LeftSheet]:
        """Return the sheets, of runs up to `since` or later, of who moved to another class."""
        asked = {"school": school, "day": day, "since": since}
        return [
            LeftSheet(ClassId(to), first, last, PupilId(PersonId(pupil)), OnPaper(why))
            for to, first, last, pupil, why in await self.connection.execute(_LEFT_BEHIND, asked)
        ]

    async def beside(self, pupils: Sequence[PupilId], last: date) -> Mapping[PupilId, Beside]:
        """Return the families' runs around the one up to a day; who has none is missing."""
        rows = await self.connection.execute(_BESIDE, {"asked": list(pupils), "last": last})
        return {PupilId(PersonId(pupil)): Beside(*around) for pupil, *around in rows}

    async def sheets(
        self, runs: Sequence[PaperRunId]
    ) -> Mapping[PaperRunId, Sequence[PaperSheet]]:
        """Return the sheets of runs."""
        found = defaultdict[PaperRunId, list[PaperSheet]](list)
        rows = await self.connection.execute(_SHEETS, {"asked": list(runs)})
        for run, pupil, why, at, handed_at, by in rows:
            handed_by = None if by is None else PersonId(by)
            sheet = PaperSheet(PupilId(PersonId(pupil)), OnPaper(why), at, handed_at, handed_by)
            found[PaperRunId(run)].append(sheet)
        return found

    async def hand_over(
        self, run: PaperRunId, pupils: Sequence[PupilId], *, at: datetime, by: PersonId
    ) -> int:
        """Keep that sheets are in hand; return of how many that is new. The first one stands."""
        done = await self.connection.execute(
            update(PaperSheetRow)
            .where(
                PaperSheetRow.run_id == run,
                PaperSheetRow.pupil_id.in_(list(pupils)),
                PaperSheetRow.handed_at.is_(None),
            )
            .values(handed_at=at, handed_by_id=by)
        )
        return int(done.rowcount)

    async def take_back(self, run: PaperRunId, pupils: Sequence[PupilId]) -> None:
        """Keep that sheets are not in hand after all."""
        await self.connection.execute(
            update(PaperSheetRow)
            .where(PaperSheetRow.run_id == run, PaperSheetRow.pupil_id.in_(list(pupils)))
            .values(handed_at=None, handed_by_id=None)
        )

    async def in_hand(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, datetime]:
        """Return whose families hold sheets, and as of when the latest of these tells."""
        rows = await self.connection.execute(_IN_HAND, {"asked": list(pupils)})
        return {PupilId(PersonId(pupil)): at for pupil, at in rows}

    async def reachable(self, persons: Sequence[PersonId]) -> Collection[PersonId]:
        """Return who has a chat or a mailbox that takes our messages."""
        rows = await self.connection.execute(_REACHABLE, {"asked": list(persons)})
        return {PersonId(one) for (one,) in rows}


def _run(  # noqa: PLR0913, PLR0917 - a row
    number: int,
    title: str,
    school: int,
    class_id: int,
    first: date,
    last: date,
    made_at: datetime,
    by: int | None,
) -> PaperRun:
    made_by = None if by is None else PersonId(by)
    made = NewRun(SchoolId(school), ClassId(class_id), first, last, made_at, made_by)
    return PaperRun(PaperRunId(number), title, made)
