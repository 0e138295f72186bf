"""Tickets as they stand. Behind `core.helpdesk.tickets.ports.Tickets`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name
from core.helpdesk.tickets.owner import Owner
from core.helpdesk.tickets.ports import Changed, Had
from core.helpdesk.tickets.ticket import UNDER_WAY, Asking, Standing, State, Ticket
from core.ids import CourseId, PersonId, SchoolId, SourceId, TicketId
from storage.helpdesk.standings import (
    CONSULTANT,
    QUEUE,
    STANDING,
    asking_of,
    owner_of,
    owner_row,
    standing_of,
    standing_row,
)
from storage.statements import WHOM, named, new_source
from storage.tables import EnrolmentRow, GroupRow, PersonRow, TicketOwnerRow, TicketRow

_AT_ONCE: Final = 200
"""Tickets that one statement changes at most: databases bound the values of a statement."""

_SCHOOL: Final[BindParameter[int]] = bindparam("school")
_STANDS = TicketRow.gone_at.is_(None)
_IS_UNDER_WAY = TicketRow.state.in_([one.value for one in UNDER_WAY])
_ASKER, _OWNER, _CHILD = (aliased(PersonRow) for _ in range(3))
_TICKETS = (
    select(
        TicketRow.id,
        TicketRow.source,
        TicketRow.opened_at,
        TicketRow.revision,
        _ASKER.given,
        _ASKER.family,
        _ASKER.middle,
        _OWNER.given,
        _OWNER.family,
        _OWNER.middle,
        _CHILD.given,
        _CHILD.family,
        _CHILD.middle,
        func.coalesce(GroupRow.title, ""),
        TicketRow.school_id,
        TicketRow.asker_id,
        TicketRow.role,
        TicketRow.matter,
        TicketRow.about_id,
        TicketRow.course_id,
        *STANDING,
    )
    .join(_ASKER, _ASKER.id == TicketRow.asker_id)
    .outerjoin(_OWNER, and_(_OWNER.id == TicketRow.owner_id, TicketRow.owner_kind != "queue"))
    .outerjoin(_CHILD, _CHILD.id == TicketRow.about_id)
    .outerjoin(GroupRow, GroupRow.id == TicketRow.course_id)
    .where(_STANDS)
)
_NAMES, _ASKING = slice(4, 13), slice(14, 20)
_TITLE, _REST = 13, 20
_BY_ID = _TICKETS.where(TicketRow.id.in_(WHOM))
_UNDER_WAY = _TICKETS.where(TicketRow.school_id == _SCHOOL, _IS_UNDER_WAY).order_by(
    TicketRow.opened_at, TicketRow.id
)
_SCHOOLS_IN_NEED = (
    select(TicketRow.school_id)
    .where(or_(_IS_UNDER_WAY, TicketRow.state == State.ANSWERED.value), _STANDS)
    .distinct()
)
_IN_HAND = _TICKETS.where(
    _OWNER.id.in_(WHOM),
    TicketRow.school_id == _OWNER.school_id,
    TicketRow.state == State.OPEN.value,
).order_by(TicketRow.opened_at, TicketRow.id)
_ANSWERED = _TICKETS.where(
    TicketRow.school_id == _SCHOOL,
    TicketRow.state == State.ANSWERED.value,
    TicketRow.answered_at <= bindparam("until", type_=TicketRow.answered_at.type),
).order_by(TicketRow.opened_at, TicketRow.id)
_LOAD = (
    select(TicketRow.owner_id, func.count())
    .where(
        TicketRow.school_id == _SCHOOL,
        TicketRow.state == State.OPEN.value,
        TicketRow.owner_kind == CONSULTANT,
        _STANDS,
    )
    .group_by(TicketRow.owner_id)
)
_OF_ASKER = (
    _TICKETS.where(TicketRow.asker_id.in_(WHOM))
    .order_by(
        TicketRow.state == State.CLOSED.value, TicketRow.opened_at.desc(), TicketRow.id.desc()
    )
    .limit(bindparam("most"))
)
_SINCE = (
    select(TicketRow.opened_at)
    .where(
        TicketRow.asker_id == bindparam("person"),
        TicketRow.opened_at > bindparam("since", type_=TicketRow.opened_at.type),
        _STANDS,
    )
    .order_by(TicketRow.opened_at)
)
_IN_COURSE = select(
    exists().where(
        EnrolmentRow.group_id == bindparam("course"),
        EnrolmentRow.person_id.in_(WHOM),
        EnrolmentRow.gone_at.is_(None),
    )
)
_MERGED = _TICKETS.where(TicketRow.merged_into_id.in_(WHOM)).order_by(
    TicketRow.opened_at, TicketRow.id
)
_OWNERS = (
    select(
        TicketOwnerRow.owner_kind,
        TicketOwnerRow.owner_id,
        TicketOwnerRow.duty_id,
        TicketOwnerRow.duty_day,
        TicketOwnerRow.since,
        _OWNER.given,
        _OWNER.family,
        _OWNER.middle,
    )
    .outerjoin(
        _OWNER, and_(_OWNER.id == TicketOwnerRow.owner_id, TicketOwnerRow.owner_kind != QUEUE)
    )
    .where(TicketOwnerRow.ticket_id == bindparam("ticket"))
    .order_by(TicketOwnerRow.id)
)
_THIS = aliased(TicketRow)
_GOES_FIRST = or_(
    and_(TicketRow.urgent != "", _THIS.urgent == ""),
    and_(
        (TicketRow.urgent != "") == (_THIS.urgent != ""),
        tuple_(TicketRow.opened_at, TicketRow.id) < tuple_(_THIS.opened_at, _THIS.id),
    ),
)


@dataclass(frozen=True, slots=True)
class SqlTickets:
    """A row for each ticket; a change names the revision that it was made of."""

    connection: AsyncConnection

    async def open(self, asking: Asking, standing: Standing, *, at: datetime) -> TicketId:
        """Keep a new ticket."""
        new = insert(TicketRow).values(
            school_id=asking.school,
            source=new_source(),
            origin_id=asking.asker,
            changed_at=at,
            asker_id=asking.asker,
            role=asking.role.value,
            matter=asking.matter.value,
            about_id=asking.about,
            course_id=asking.course,
            opened_at=at,
            revision=1,
            **standing_row(standing),
        )
        found = await self.connection.execute(new.returning(TicketRow.id))
        number = TicketId(found.scalar_one())
        await self._owned([(asking.school, number)], standing)
        return number

    async def change(self, changes: Sequence[Changed], *, at: datetime) -> frozenset[TicketId]:
        """Make tickets stand otherwise, but for those that changed since they were read."""
        alike = defaultdict[Standing, list[Ticket]](list)
        for one in changes:
            alike[one.standing].append(one.ticket)
        done = set[TicketId]()
        for standing, tickets in alike.items():
            for begin in range(0, len(tickets), _AT_ONCE):
                done |= await self._change(tickets[begin : begin + _AT_ONCE], standing, at)
        return frozenset(done)

    async def _change(
        self, tickets: Sequence[Ticket], standing: Standing, at: datetime
    ) -> set[TicketId]:
        as_read = [(one.id, one.revision) for one in tickets]
        changed = (
            update(TicketRow)
            .where(tuple_(TicketRow.id, TicketRow.revision).in_(as_read))
            .values(revision=TicketRow.revision + 1, changed_at=at, **standing_row(standing))
            .returning(TicketRow.id)
        )
        done = {TicketId(number) for (number,) in await self.connection.execute(changed)}
        passed = [one for one in tickets if one.standing.owner != standing.owner]
        await self._owned([(one.school, one.id) for one in passed if one.id in done], standing)
        return done

    async def _owned(
        self, tickets: Sequence[tuple[SchoolId, TicketId]], standing: Standing
    ) -> None:
        """Keep who has tickets from now on."""
        had = {"since": standing.owned_since, **owner_row(standing.owner)}
        rows = [{"school_id": school, "ticket_id": number, **had} for school, number in tickets]
        if rows:
            await self.connection.execute(insert(TicketOwnerRow), rows)

    async def tickets(self, numbers: Sequence[TicketId]) -> Mapping[TicketId, Ticket]:
        """Return tickets as they stand."""
        rows = await self.connection.execute(_BY_ID, {"asked": list(numbers)})
        return {one.id: one for one in map(_ticket, rows)}

    async def under_way(self, school: SchoolId) -> Sequence[Ticket]:
        """Return what has to be answered still, the oldest first."""
        return _tickets(await self.connection.execute(_UNDER_WAY, {"school": school}))

    async def schools_in_need(self) -> Sequence[SchoolId]:
        """Return the schools with a ticket that is under way, or answered and not closed."""
        return [SchoolId(school) for (school,) in await self.connection.execute(_SCHOOLS_IN_NEED)]

    async def in_hand(self, persons: Sequence[PersonId]) -> Sequence[Ticket]:
        """Return the open tickets that persons have in hand, the oldest first."""
        return _tickets(await self.connection.execute(_IN_HAND, {"asked": list(persons)}))

    async def answered_before(self, school: SchoolId, at: datetime) -> Sequence[Ticket]:
        """Return what was answered by then and is neither confirmed nor opened again."""
        asked = {"school": school, "until": at}
        return _tickets(await self.connection.execute(_ANSWERED, asked))

    async def load(self, school: SchoolId) -> Mapping[PersonId, int]:
        """Return how many open tickets each consultant has who has any."""
        rows = await self.connection.execute(_LOAD, {"school": school})
        return {PersonId(person): count for person, count in rows if person is not None}

    async def of_asker(self, persons: Sequence[PersonId], *, most: int) -> Sequence[Ticket]:
        """Return what persons asked: what is not closed first, then the latest."""
        asked = {"asked": list(persons), "most": most}
        return _tickets(await self.connection.execute(_OF_ASKER, asked))

    async def asked_since(self, person: PersonId, since: datetime) -> Sequence[datetime]:
        """Return when a person asked since an instant, the earliest first."""
        rows = await self.connection.execute(_SINCE, {"person": person, "since": since})
        return [at for (at,) in rows]

    async def in_course(self, persons: Sequence[PersonId], course: CourseId) -> bool:
        """Say whether one of the persons learns in a course or teaches it."""
        asked = {"asked": list(persons), "course": course}
        return bool((await self.connection.execute(_IN_COURSE, asked)).scalar_one())

    async def merged_into(self, tickets: Sequence[TicketId]) -> Sequence[Ticket]:
        """Return what was merged into tickets, the oldest first."""
        return _tickets(await self.connection.execute(_MERGED, {"asked": list(tickets)}))

    async def owners(self, ticket: TicketId) -> Sequence[Had]:
        """Return who had a ticket, the first owner first and the one of now last."""
        rows = await self.connection.execute(_OWNERS, {"ticket": ticket})
        return [
            Had(owner_of(kind, person, duty, day), since, named(*name))
            for kind, person, duty, day, since, *name in rows
        ]

    async def ahead_of(self, owner: Owner, school: SchoolId, ticket: TicketId) -> int:
        """Return how many open tickets of an owner came before this one; urgent ones go first."""
        columns = owner_row(owner)
        same = [getattr(TicketRow, name).is_not_distinct_from(columns[name]) for name in columns]
        ahead = (
            select(func.count())
            .select_from(TicketRow)
            .join(_THIS, _THIS.id == ticket)
            .where(
                TicketRow.school_id == school,
                TicketRow.state == State.OPEN.value,
                TicketRow.id != ticket,
                _STANDS,
                _GOES_FIRST,
                *same,
            )
        )
        return int((await self.connection.execute(ahead)).scalar_one())


def _tickets(rows: Iterable[Any]) -> list[Ticket]:
    return [_ticket(row) for row in rows]


def _ticket(row: Sequence[Any]) -> Ticket:
    number, source, opened_at, revision = row[:4]
    names = row[_NAMES]
    return Ticket(
        TicketId(number),
        SourceId(source),
        asking_of(row[_ASKING]),
        Name(*names[0:3]),
        opened_at,
        revision,
        standing_of(row[_REST:]),
        named(*names[3:6]),
        named(*names[6:9]),
        row[_TITLE],
    )
