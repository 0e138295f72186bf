"""Threads and what was said in them. Behind `core.messages.threads.ports.Threads`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, exists, func, insert, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name
from core.ids import MessageId, PersonId, PupilId, SchoolId, ThreadId
from core.messages.content import Content
from core.messages.threads.thread import Message, Sides, Thread, Version
from storage.messages.contents import content_of, content_row
from storage.statements import NAME, WHOM, named, new_source
from storage.tables import (
    MessageRow,
    MessageVersionRow,
    PersonRow,
    SchoolRow,
    ThreadRow,
)

_PARTNER, _KEEPER, _CHILD, _HEIR = (aliased(PersonRow) for _ in range(4))
_THREADS = (
    select(
        ThreadRow.id,
        ThreadRow.school_id,
        SchoolRow.zone,
        ThreadRow.partner_id,
        ThreadRow.keeper_id,
        ThreadRow.about_id,
        ThreadRow.topic,
        ThreadRow.of_family,
        ThreadRow.waits,
        ThreadRow.last_at,
        _PARTNER.given,
        _PARTNER.family,
        _PARTNER.middle,
        _KEEPER.given,
        _KEEPER.family,
        _KEEPER.middle,
        _CHILD.given,
        _CHILD.family,
        _CHILD.middle,
    )
    .join(SchoolRow, SchoolRow.id == ThreadRow.school_id)
    .join(_PARTNER, _PARTNER.id == ThreadRow.partner_id)
    .join(_KEEPER, _KEEPER.id == ThreadRow.keeper_id)
    .outerjoin(_CHILD, _CHILD.id == ThreadRow.about_id)
    .where(ThreadRow.gone_at.is_(None))
)
_BY_ID = _THREADS.where(ThreadRow.id.in_(WHOM))
_BETWEEN = (
    _THREADS.where(
        ThreadRow.partner_id == bindparam("partner"),
        ThreadRow.keeper_id == bindparam("keeper"),
        func.coalesce(ThreadRow.about_id, 0) == bindparam("about"),
        ThreadRow.topic == bindparam("topic"),
        ThreadRow.of_family == bindparam("of_family"),
    )
    .order_by(ThreadRow.id)
    .limit(1)
)
_OF = (
    _THREADS.where(or_(ThreadRow.partner_id.in_(WHOM), ThreadRow.keeper_id.in_(WHOM)))
    .order_by(ThreadRow.waits.desc(), ThreadRow.last_at.desc(), ThreadRow.id.desc())
    .limit(bindparam("most"))
)
_WAITING = select(func.count()).where(
    ThreadRow.keeper_id.in_(WHOM), ThreadRow.waits == true(), ThreadRow.gone_at.is_(None)
)
_MESSAGES = (
    select(
        MessageRow.id,
        MessageRow.thread_id,
        MessageRow.school_id,
        MessageRow.by_id,
        *NAME,
        MessageRow.at,
        MessageVersionRow.text,
        MessageVersionRow.spans,
        MessageVersionRow.files,
        MessageRow.version,
        MessageRow.urgent,
        _HEIR.given,
        _HEIR.family,
        _HEIR.middle,
    )
    .join(PersonRow, PersonRow.id == MessageRow.by_id)
    .join(
        MessageVersionRow,
        and_(
            MessageVersionRow.message_id == MessageRow.id,
            MessageVersionRow.version == MessageRow.version,
        ),
    )
    .outerjoin(_HEIR, _HEIR.id == MessageRow.handed_to_id)
    .where(MessageRow.gone_at.is_(None))
)
_MESSAGES_BY_ID = _MESSAGES.where(MessageRow.id.in_(WHOM))
_OF_THREAD = MessageRow.thread_id == bindparam("thread")
_LOG = (
    _MESSAGES.where(_OF_THREAD)
    .order_by(MessageRow.at.desc(), MessageRow.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)
_LENGTH = select(func.count()).where(_OF_THREAD, MessageRow.gone_at.is_(None))
_VERSIONS = (
    select(
        MessageVersionRow.text,
        MessageVersionRow.spans,
        MessageVersionRow.files,
        MessageVersionRow.at,
    )
    .where(MessageVersionRow.message_id == bindparam("message"))
    .order_by(MessageVersionRow.version)
)
_WRITTEN = (
    select(MessageRow.at)
    .where(
        MessageRow.by_id == bindparam("person"),
        MessageRow.at > bindparam("since", type_=MessageRow.at.type),
        MessageRow.handed_to_id.is_(None),
    )
    .order_by(MessageRow.at)
)


_HOLD = (
    select(PersonRow.id)
    .where(PersonRow.id.in_(WHOM))
    .order_by(PersonRow.id)
    .with_for_update(key_share=True)
)
"""Two who write first to each other do so one after the other; SQLite has one writer anyway."""


@dataclass(frozen=True, slots=True)
class SqlThreads:
    """A row for each thread and message, and one for each version of a message."""

    connection: AsyncConnection

    async def begin(self, school: SchoolId, sides: Sides, *, by: PersonId, at: datetime) -> Thread:
        """Keep a thread in which nothing is said yet, or return the one that others just began."""
        await self.connection.execute(_HOLD, {"asked": list(sides.persons)})
        found = await self.between(sides)
        if found is None and not sides.of_family:
            found = await self.between(sides.turned)
        return found or await self._begun(school, sides, by=by, at=at)

    async def _begun(
        self, school: SchoolId, sides: Sides, *, by: PersonId, at: datetime
    ) -> Thread:
        new = insert(ThreadRow).values(
            school_id=school,
            source=new_source(),
            origin_id=by,
            changed_at=at,
            partner_id=sides.partner,
            keeper_id=sides.keeper,
            about_id=sides.about,
            topic=sides.topic,
            of_family=sides.of_family,
            waits=False,
            begun_at=at,
            last_at=at,
        )
        found = await self.connection.execute(new.returning(ThreadRow.id))
        number = ThreadId(found.scalar_one())
        return (await self.threads([number]))[number]

    async def between(self, sides: Sides) -> Thread | None:
        """Return the thread of two persons about a child and a subject, if there is one."""
        asked = {
            "partner": sides.partner,
            "keeper": sides.keeper,
            "about": sides.about or 0,
            "topic": sides.topic,
            "of_family": sides.of_family,
        }
        return next(iter(_threads(await self.connection.execute(_BETWEEN, asked))), None)

    async def threads(self, numbers: Sequence[ThreadId]) -> Mapping[ThreadId, Thread]:
        """Return threads as they stand."""
        rows = await self.connection.execute(_BY_ID, {"asked": list(numbers)})
        return {one.id: one for one in _threads(rows)}

    async def of(self, persons: Sequence[PersonId], *, most: int) -> Sequence[Thread]:
        """Return the threads of persons: those that wait first, then the latest."""
        rows = await self.connection.execute(_OF, {"asked": list(persons), "most": most})
        return _threads(rows)

    async def waiting(self, keepers: Sequence[PersonId]) -> int:
        """Return in how many threads an answer of these persons is awaited."""
        found = await self.connection.execute(_WAITING, {"asked": list(keepers)})
        return int(found.scalar_one())

    async def say(
        self,
        thread: Thread,
        content: Content,
        *,
        by: PersonId,
        at: datetime,
        waits: bool,
        urgent: bool = False,
    ) -> MessageId | None:
        """Keep a message; None where somebody else keeps the thread by now."""
        stands = (
            update(ThreadRow)
            .where(ThreadRow.id == thread.id, ThreadRow.keeper_id == thread.sides.keeper)
            .values(waits=waits, last_at=at, changed_at=at)
        )
        if (await self.connection.execute(stands)).rowcount == 0:
            return None
        return await self._entry(thread, content, by=by, at=at, urgent=urgent)

    async def _entry(
        self,
        thread: Thread,
        content: Content,
        *,
        by: PersonId,
        at: datetime,
        urgent: bool = False,
        handed_to: PersonId | None = None,
    ) -> MessageId:
        new = insert(MessageRow).values(
            school_id=thread.school,
            source=new_source(),
            origin_id=by,
            changed_at=at,
            thread_id=thread.id,
            by_id=by,
            at=at,
            version=1,
            urgent=urgent,
            handed_to_id=handed_to,
        )
        found = await self.connection.execute(new.returning(MessageRow.id))
        number = MessageId(found.scalar_one())
        await self._version(thread.school, number, content, version=1, at=at)
        return number

    async def _version(
        self, school: SchoolId, number: MessageId, content: Content, *, version: int, at: datetime
    ) -> None:
        said = insert(MessageVersionRow).values(
            school_id=school, message_id=number, version=version, at=at, **content_row(content)
        )
        await self.connection.execute(said)

    async def hand_over(
        self, thread: Thread, to: PersonId, *, by: PersonId, at: datetime
    ) -> MessageId | None:
        """Let another keep a thread; None where somebody else did so in between."""
        handed = (
            update(ThreadRow)
            .where(ThreadRow.id == thread.id, ThreadRow.keeper_id == thread.sides.keeper)
            .values(keeper_id=to, last_at=at, changed_at=at)
        )
        if (await self.connection.execute(handed)).rowcount == 0:
            return None
        return await self._entry(thread, Content(), by=by, at=at, handed_to=to)

    async def settle(self, thread: ThreadId, last: Message) -> bool:
        """Let a thread wait no more, but for what was said after a message; say whether it did."""
        # A message that is being written now holds the thread's row: its instant is seen after.
        later = exists().where(MessageRow.thread_id == thread, MessageRow.id > last.id)
        settled = (
            update(ThreadRow)
            .where(
                ThreadRow.id == thread,
                ThreadRow.waits == true(),
                ThreadRow.last_at <= last.at,
                ~later,
            )
            .values(waits=False)
        )
        return (await self.connection.execute(settled)).rowcount > 0

    async def revise(
        self, message: MessageId, content: Content, *, after: int, at: datetime
    ) -> bool:
        """Add a version after the one named; say whether that was the latest."""
        revised = (
            update(MessageRow)
            .where(MessageRow.id == message, MessageRow.version == after)
            .values(version=after + 1, changed_at=at)
            .returning(MessageRow.school_id)
        )
        row = (await self.connection.execute(revised)).first()
        if row is None:
            return False
        await self._version(SchoolId(row[0]), message, content, version=after + 1, at=at)
        return True

    async def messages(self, numbers: Sequence[MessageId]) -> Mapping[MessageId, Message]:
        """Return messages in their latest versions."""
        rows = await self.connection.execute(_MESSAGES_BY_ID, {"asked": list(numbers)})
        return {one.id: one for one in map(_message, rows)}

    async def length(self, thread: ThreadId) -> int:
        """Return how many messages a thread has."""
        return int((await self.connection.execute(_LENGTH, {"thread": thread})).scalar_one())

    async def log(self, thread: ThreadId, *, skip: int, most: int) -> Sequence[Message]:
        """Return messages of a thread, the latest first, but for so many."""
        asked = {"thread": thread, "skip": skip, "most": most}
        return [_message(row) for row in await self.connection.execute(_LOG, asked)]

    async def versions(self, message: MessageId) -> Sequence[Version]:
        """Return what a message said in each of its versions, the first one first."""
        rows = await self.connection.execute(_VERSIONS, {"message": message})
        return [Version(content_of(text, spans, files), at) for text, spans, files, at in rows]

    async def written_since(self, person: PersonId, since: datetime) -> Sequence[datetime]:
        """Return when a person wrote since an instant, the earliest first."""
        rows = await self.connection.execute(_WRITTEN, {"person": person, "since": since})
        return [at for (at,) in rows]


def _threads(rows: Iterable[Any]) -> list[Thread]:
    return [_thread(*row) for row in rows]


def _thread(  # noqa: PLR0913, PLR0917 - columns in their order
    number: int,
    school: int,
    zone: str,
    partner: int,
    keeper: int,
    about: int | None,
    topic: str,
    of_family: bool,  # noqa: FBT001 - a column
    waits: bool,  # noqa: FBT001 - a column
    last_at: datetime,
    *names: str,
) -> Thread:
    child = PupilId(PersonId(about)) if about is not None else None
    sides = Sides(PersonId(partner), PersonId(keeper), child, topic, of_family=bool(of_family))
    return Thread(
        ThreadId(number),
        SchoolId(school),
        zone,
        sides,
        Name(*names[0:3]),
        Name(*names[3:6]),
        named(*names[6:9]),
        bool(waits),
        last_at,
    )


def _message(row: Sequence[Any]) -> Message:
    number, thread, school, by, given, family, middle, at, text, spans, files, *more = row
    version, urgent, *heir = more
    return Message(
        MessageId(number),
        ThreadId(thread),
        SchoolId(school),
        PersonId(by),
        Name(given, family, middle),
        at,
        content_of(text, spans, files),
        version,
        bool(urgent),
        named(*heir),
    )
