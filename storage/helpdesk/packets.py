"""Packets for the vendor's support. Behind `core.helpdesk.vendor.ports.Packets`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import (
    Executable,
    Row,
    bindparam,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name, Role
from core.helpdesk.vendor.packet import (
    Account,
    Detail,
    LetterState,
    Packet,
    PacketState,
    Story,
    Support,
    Way,
)
from core.ids import PacketId, PersonId, SchoolId, TicketId
from core.messages.content import Content
from storage.messages.contents import content_of, content_row
from storage.statements import NAME, WHOM, insert_into, new_source
from storage.tables import PersonRow, SchoolRow, VendorDetailRow, VendorPacketRow

_NO_WAY: Final = "none"
_DRAFT, _SENT = PacketState.DRAFT.value, PacketState.SENT.value
_DETAILS = select(VendorDetailRow.school_id, VendorDetailRow.what, VendorDetailRow.value).where(
    VendorDetailRow.school_id.in_(WHOM)
)
_ACCOUNT = select(PersonRow.username, PersonRow.identifier).where(
    PersonRow.id == bindparam("person")
)
_PACKETS = (
    select(*VendorPacketRow.__table__.columns, SchoolRow.zone, *NAME)
    .join(SchoolRow, SchoolRow.id == VendorPacketRow.school_id)
    .join(PersonRow, PersonRow.id == VendorPacketRow.by_id)
    .where(VendorPacketRow.gone_at.is_(None))
    .order_by(VendorPacketRow.id.desc())
)
_BY_NUMBER = _PACKETS.where(VendorPacketRow.id.in_(WHOM))
_OF_AUTHOR = _PACKETS.where(VendorPacketRow.by_id == bindparam("person"))
_OF_SCHOOL = _PACKETS.where(
    VendorPacketRow.school_id == bindparam("school"), VendorPacketRow.state != _DRAFT
)
_OF_TICKETS = _PACKETS.where(VendorPacketRow.ticket_id.in_(WHOM))
_TO_BE_ASKED = _PACKETS.where(
    VendorPacketRow.school_id == bindparam("school"),
    VendorPacketRow.state == _SENT,
    VendorPacketRow.ask_on <= bindparam("day", type_=VendorPacketRow.ask_on.type),
)

_AT = bindparam("at", type_=VendorPacketRow.changed_at.type)
_LOST = (
    update(VendorPacketRow)
    .where(
        VendorPacketRow.letter == LetterState.SENDING.value,
        VendorPacketRow.changed_at
        < bindparam("lost_before", type_=VendorPacketRow.changed_at.type),
    )
    .values(letter=LetterState.UNKNOWN.value, changed_at=_AT)
)
_OLDEST = (
    select(func.min(VendorPacketRow.id))
    .where(
        VendorPacketRow.letter == LetterState.WAITING.value,
        VendorPacketRow.id.not_in(bindparam("but", expanding=True)),
    )
    .scalar_subquery()
)
_TAKE = (
    update(VendorPacketRow)
    # Said twice: another process may take it while this one waits for the row.
    .where(VendorPacketRow.id == _OLDEST, VendorPacketRow.letter == LetterState.WAITING.value)
    .values(letter=LetterState.SENDING.value, changed_at=_AT)
    .returning(VendorPacketRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlPackets:
    """A row for each packet, and one for each detail of a school."""

    connection: AsyncConnection

    async def support(self, school: SchoolId) -> Support:
        """Return how a school stands with its vendor, as far as that is known."""
        return (await self._supports([school])).get(school, Support())

    async def _supports(self, schools: Sequence[int]) -> Mapping[int, Support]:
        rows = await self.connection.execute(_DETAILS, {"asked": list(schools)})
        found: dict[int, dict[str, str]] = {}
        for school, what, value in rows:
            found.setdefault(school, {})[Detail(what).value] = value
        return {school: Support(**details) for school, details in found.items()}

    async def set_detail(
        self, school: SchoolId, what: Detail, value: str, *, by: PersonId, at: datetime
    ) -> None:
        """Keep a detail in place of the one before."""
        new = {"value": value, "by_id": by, "at": at}
        kept = (
            insert_into(self.connection, VendorDetailRow)
            .values(school_id=school, what=what.value, **new)
            .on_conflict_do_update(index_elements=["school_id", "what"], set_=new)
        )
        await self.connection.execute(kept)

    async def account_of(self, person: PersonId) -> Account:
        """Return login and identifier of a person as the vendor's journal has them."""
        row = (await self.connection.execute(_ACCOUNT, {"person": person})).one_or_none()
        return Account(row.username, row.identifier) if row else Account()

    async def begin(
        self, school: SchoolId, account: Account, *, by: PersonId, at: datetime
    ) -> PacketId:
        """Keep an empty draft."""
        new = (
            insert(VendorPacketRow)
            .values(
                school_id=school,
                source=new_source(),
                origin_id=by,
                changed_at=at,
                by_id=by,
                **_account_row(account),
                **_story_row(Story()),
                **_support_row(Support()),
                state=_DRAFT,
                way=_NO_WAY,
                letter=LetterState.NONE.value,
                number="",
                made_at=at,
            )
            .returning(VendorPacketRow.id)
        )
        return PacketId((await self.connection.execute(new)).scalar_one())

    async def tie(self, packet: PacketId, ticket: TicketId, *, at: datetime) -> None:
        """Keep for which ticket a packet goes out."""
        await self._kept(packet, at, ticket_id=ticket)

    async def of_tickets(self, tickets: Sequence[TicketId]) -> Sequence[Packet]:
        """Return the packets that go out, or went out, for tickets, the latest first."""
        return await self._listed(_OF_TICKETS, {"asked": list(tickets)})

    async def packets(self, numbers: Sequence[int]) -> Mapping[PacketId, Packet]:
        """Return packets by their numbers; those that were thrown away are missing."""
        found = await self._listed(_BY_NUMBER, {"asked": list(numbers)})
        return {one.id: one for one in found}

    async def of_author(self, person: PersonId) -> Sequence[Packet]:
        """Return a person's packets, the latest first."""
        return await self._listed(_OF_AUTHOR, {"person": person})

    async def of_school(self, school: SchoolId) -> Sequence[Packet]:
        """Return a school's packets that have left, the latest first."""
        return await self._listed(_OF_SCHOOL, {"school": school})

    async def to_be_asked(self, school: SchoolId, day: date) -> Sequence[Packet]:
        """Return what was sent, has no answer, and was to be asked again by the day."""
        return await self._listed(_TO_BE_ASKED, {"school": school, "day": day})

    async def _listed(self, statement: Executable, asked: Mapping[str, Any]) -> Sequence[Packet]:
        rows = (await self.connection.execute(statement, dict(asked))).all()
        drafted = sorted({row.school_id for row in rows if row.state == _DRAFT})
        supports = await self._supports(drafted) if drafted else {}
        return [_packet(row, supports.get(row.school_id, Support())) for row in rows]

    async def fill(self, packet: Packet, *, at: datetime) -> bool:
        """Keep account and story of a draft; False where it has left by now."""
        values = _account_row(packet.account) | _story_row(packet.story)
        return await self._changed(packet.id, PacketState.DRAFT, values, at=at)

    async def send(self, packet: Packet, way: Way, *, at: datetime) -> bool:
        """Let a draft leave with the support that it has; False where it has left by now."""
        letter = LetterState.WAITING if way is Way.MAIL else LetterState.NONE
        values = {
            **_support_row(packet.support),
            "state": _SENT,
            "way": way.value,
            "letter": letter.value,
            "sent_at": at,
        }
        return await self._changed(packet.id, PacketState.DRAFT, values, at=at)

    async def drop(self, packet: PacketId, *, at: datetime) -> bool:
        """Throw a draft away; False where it has left by now."""
        return await self._changed(packet, PacketState.DRAFT, {"gone_at": at}, at=at)

    async def stand(
        self, packet: PacketId, state: PacketState, *, after: PacketState, at: datetime
    ) -> bool:
        """Let a packet stand elsewhere; False where it does not stand where it was."""
        return await self._changed(packet, after, {"state": state.value}, at=at)

    async def _changed(
        self, packet: PacketId, after: PacketState, values: Mapping[str, Any], *, at: datetime
    ) -> bool:
        done = (
            update(VendorPacketRow)
            .where(
                VendorPacketRow.id == packet,
                VendorPacketRow.state == after.value,
                VendorPacketRow.gone_at.is_(None),
            )
            .values(**values, changed_at=at)
        )
        return bool((await self.connection.execute(done)).rowcount)

    async def note(self, packet: PacketId, number: str, *, at: datetime) -> None:
        """Keep the vendor's number of the request."""
        await self._kept(packet, at, number=number)

    async def ask_on(self, packet: PacketId, day: date | None, *, at: datetime) -> None:
        """Keep the day on which to ask again, or that there is none."""
        await self._kept(packet, at, ask_on=day)

    async def _kept(self, packet: PacketId, at: datetime, **values: object) -> None:
        kept = update(VendorPacketRow).where(VendorPacketRow.id == packet)
        await self.connection.execute(kept.values(**values, changed_at=at))

    async def claim_letter(
        self, *, at: datetime, lost_before: datetime, but: Collection[PacketId] = ()
    ) -> Packet | None:
        """Take the oldest letter that waits; those of a process that died become unknown."""
        await self.connection.execute(_LOST, {"lost_before": lost_before, "at": at})
        taken = await self.connection.execute(_TAKE, {"but": list(but), "at": at})
        number = taken.scalar_one_or_none()
        if number is None:
            return None
        return (await self._listed(_BY_NUMBER, {"asked": [number]}))[0]

    async def settle_letter(self, packet: PacketId, ending: LetterState, *, at: datetime) -> bool:
        """Say how a letter that was taken ended; a refused one makes its packet a draft again."""
        again = {"state": _DRAFT, "sent_at": None} if ending is LetterState.REFUSED else {}
        settled = (
            update(VendorPacketRow)
            .where(
                VendorPacketRow.id == packet,
                VendorPacketRow.letter == LetterState.SENDING.value,
            )
            .values(letter=ending.value, changed_at=at, **again)
        )
        return bool((await self.connection.execute(settled)).rowcount)


def _account_row(account: Account) -> dict[str, Any]:
    return {
        "login": account.login,
        "identifier": account.identifier,
        "role": account.role.value if account.role else "",
    }


def _story_row(story: Story) -> dict[str, Any]:
    return {
        "happened": story.happened,
        "moment": story.moment,
        "tried": story.tried,
        "files": content_row(Content(files=story.pictures))["files"],
        "no_pictures": story.no_pictures,
    }


def _support_row(support: Support) -> dict[str, str]:
    return {
        "organisation": support.organisation,
        "domain": support.domain,
        "letter_to": support.address,
        "answers_to": support.answers_to,
    }


def _packet(row: Row[Any], support: Support) -> Packet:
    sent = Support(row.organisation, row.domain, row.letter_to, row.answers_to)
    return Packet(
        id=PacketId(row.id),
        school=SchoolId(row.school_id),
        zone=row.zone,
        by=PersonId(row.by_id),
        by_name=Name(row.given, row.family, row.middle),
        account=Account(row.login, row.identifier, Role(row.role) if row.role else None),
        story=Story(
            row.happened,
            row.moment,
            row.tried,
            content_of("", "[]", row.files).files,
            row.no_pictures,
        ),
        support=support if row.state == _DRAFT else sent,
        state=PacketState(row.state),
        made_at=row.made_at,
        letter_number=row.source,
        way=None if row.way == _NO_WAY else Way(row.way),
        letter=LetterState(row.letter),
        number=row.number,
        ask_on=row.ask_on,
        sent_at=row.sent_at,
        ticket=None if row.ticket_id is None else TicketId(row.ticket_id),
    )
