"""Where letters go. Behind `core.access.mailboxes.Mailboxes`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.consents import Subject, open_ways
from core.access.mailboxes import Mailbox
from core.access.people import Account, Channel
from core.ids import AccountId, PersonId, PupilId, SchoolId
from storage.access.accounts import ACCOUNT, account_of
from storage.statements import insert_into
from storage.tables import (
    AccountLinkRow,
    AccountRow,
    ConsentRow,
    GivenAddressRow,
    MailboxRow,
    PersonRow,
)

_GIVEN = "given"

_STANDS = PersonRow.gone_at.is_(None) & PersonRow.enabled
_MAILBOX = (
    select(*ACCOUNT, MailboxRow.verified_at)
    .join(MailboxRow, MailboxRow.account_id == AccountRow.id)
    .where(MailboxRow.person_id == bindparam("person"), MailboxRow.ended_at.is_(None))
)
_CHAT = (
    select(*ACCOUNT)
    .join(AccountLinkRow, AccountLinkRow.account_id == AccountRow.id)
    .join(PersonRow, PersonRow.id == AccountLinkRow.person_id)
    .where(
        AccountLinkRow.person_id == bindparam("person"), AccountLinkRow.ended_at.is_(None), _STANDS
    )
)
_SAID = (
    select(ConsentRow.pupil_id, ConsentRow.subject, ConsentRow.state)
    .where(
        ConsentRow.guardian_id == bindparam("person"),
        ConsentRow.subject.in_((Subject.EMAIL.value, Subject.ELECTRONIC.value)),
        ConsentRow.gone_at.is_(None),
    )
    .order_by(ConsentRow.day, ConsentRow.id)
)
_KNOWN = (
    select(func.coalesce(GivenAddressRow.address, PersonRow.email))
    .select_from(PersonRow)
    .outerjoin(
        GivenAddressRow,
        (GivenAddressRow.person_id == PersonRow.id) & GivenAddressRow.taken_at.is_(None),
    )
    .where(PersonRow.id == bindparam("person"))
    .order_by(GivenAddressRow.id.desc())
    .limit(1)
)
_LINK, _BOX, _OTHER = aliased(AccountLinkRow), aliased(MailboxRow), aliased(AccountRow)
_ITS_CHAT = exists().where(
    _LINK.person_id == PersonRow.id,
    _LINK.account_id == bindparam("account"),
    _LINK.ended_at.is_(None),
)
_ITS_MAILBOX = exists().where(
    _BOX.person_id == PersonRow.id,
    _BOX.account_id == bindparam("account"),
    _BOX.ended_at.is_(None),
)
_HAS_A_CHAT = exists().where(
    _LINK.person_id == PersonRow.id,
    _LINK.ended_at.is_(None),
    _OTHER.id == _LINK.account_id,
    _OTHER.id != bindparam("account"),
    _OTHER.reachable,
)
_HAS_A_MAILBOX = exists().where(
    _BOX.person_id == PersonRow.id,
    _BOX.ended_at.is_(None),
    _OTHER.id == _BOX.account_id,
    _OTHER.id != bindparam("account"),
    _OTHER.reachable,
)
_BEYOND_REACH = (
    select(PersonRow.school_id, PersonRow.id)
    .where(_ITS_CHAT | _ITS_MAILBOX, ~_HAS_A_CHAT, ~_HAS_A_MAILBOX, _STANDS)
    .order_by(PersonRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlMailboxes:
    """One live row a person; what ended stays as a trace."""

    connection: AsyncConnection

    async def mailbox_of(self, person: PersonId) -> Mailbox | None:
        """Return the person's mailbox."""
        row = (await self.connection.execute(_MAILBOX, {"person": person})).one_or_none()
        found = account_of(row[:-1]) if row else None
        return Mailbox(found, row[-1]) if found and row else None

    async def keep_mailbox(
        self, school: SchoolId, person: PersonId, address: str, *, language: str, at: datetime
    ) -> None:
        """Keep a mailbox in place of the one before it; letters to it are tried again."""
        await self.end_mailbox(person, at=at)
        new = insert_into(self.connection, AccountRow).values(
            channel=Channel.EMAIL.value, value=address, language=language, reachable=True
        )
        kept = new.on_conflict_do_update(
            index_elements=["channel", "value"], set_={"reachable": True}
        ).returning(AccountRow.id)
        number = (await self.connection.execute(kept)).scalar_one()
        await self.connection.execute(
            insert(MailboxRow).values(
                school_id=school, person_id=person, account_id=number, verified_at=at
            )
        )

    async def end_mailbox(self, person: PersonId, *, at: datetime) -> None:
        """Send the person no letters any more."""
        await self.connection.execute(
            update(MailboxRow)
            .where(MailboxRow.person_id == person, MailboxRow.ended_at.is_(None))
            .values(ended_at=at)
        )

    async def known_at_school(self, person: PersonId) -> str:
        """Return the address that the school has of the person, or nothing."""
        found = await self.connection.execute(_KNOWN, {"person": person})
        return found.scalar_one_or_none() or ""

    async def letters_refused(self, person: PersonId) -> frozenset[PupilId]:
        """Return of which pupils the person refused to hear by letter; the latest word counts."""
        said = await self._said(person)
        return frozenset(
            pupil for pupil, words in said.items() if words.get(Subject.EMAIL, _GIVEN) != _GIVEN
        )

    async def letters_agreed(self, person: PersonId) -> frozenset[PupilId]:
        """Return of which pupils the person's word to hear by letter stands."""
        said = await self._said(person)
        return frozenset(
            pupil for pupil, words in said.items() if open_ways(words, chat=None, mailbox=True)
        )

    async def _said(self, person: PersonId) -> Mapping[PupilId, Mapping[str, str]]:
        found = defaultdict[PupilId, dict[str, str]](dict)
        for pupil, subject, state in await self.connection.execute(_SAID, {"person": person}):
            found[PupilId(PersonId(pupil))][subject] = state
        return found

    async def chat_of(self, person: PersonId) -> Account | None:
        """Return the account from which the person speaks, while the person may come in."""
        row = (await self.connection.execute(_CHAT, {"person": person})).one_or_none()
        return account_of(row) if row else None

    async def beyond_reach(self, account: AccountId) -> Sequence[tuple[SchoolId, PersonId]]:
        """Return who stands behind an account and has no other that takes messages."""
        rows = await self.connection.execute(_BEYOND_REACH, {"account": account})
        return [(SchoolId(school), PersonId(person)) for school, person in rows]
