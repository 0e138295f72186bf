"""Activation codes, and who came in with one. Behind `core.access.codes.CodeBook`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Exists,
    ScalarSelect,
    bindparam,
    delete,
    exists,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.codes import Issued
from core.access.people import STAFF, Role
from core.ids import AccountId, PersonId
from storage.tables import AccountLinkRow, AccountRow, CodeRow, PersonRow, RoleRow, WrongTryRow

_TRIES_KEPT = timedelta(days=1)
_PUPIL = frozenset({Role.PUPIL})

_BY_DIGEST = (
    select(CodeRow.digest, CodeRow.person_id, CodeRow.expires, CodeRow.used_by, RoleRow.role)
    .join(PersonRow, PersonRow.id == CodeRow.person_id)
    .outerjoin(RoleRow, (RoleRow.person_id == PersonRow.id) & RoleRow.gone_at.is_(None))
    .where(
        CodeRow.digest == bindparam("asked"),
        ~CodeRow.void,
        PersonRow.gone_at.is_(None),
        PersonRow.enabled,
    )
)

_HOLD = select(AccountRow.id).where(AccountRow.id == bindparam("account")).with_for_update()
"""Two codes in one account at once come one after the other; SQLite has one writer anyway."""


_HOLD_PERSON = (
    select(PersonRow.id).where(PersonRow.id == bindparam("person")).with_for_update(key_share=True)
)
"""Of two codes that are issued at once the later one is good, as of two in turn."""


def _mixes(account: AccountId, ours: Collection[Role], theirs: Collection[Role]) -> Exists:
    own, other = aliased(RoleRow), aliased(RoleRow)
    return exists().where(
        AccountLinkRow.account_id == account,
        AccountLinkRow.ended_at.is_(None),
        AccountLinkRow.person_id != CodeRow.person_id,
        other.person_id == AccountLinkRow.person_id,
        other.gone_at.is_(None),
        other.role.in_([one.value for one in theirs]),
        own.person_id == CodeRow.person_id,
        own.gone_at.is_(None),
        own.role.in_([one.value for one in ours]),
    )


@dataclass(frozen=True, slots=True)
class SqlCodeBook:
    """Codes by their digest. A used one is kept, so that it can be told why it is shut."""

    connection: AsyncConnection

    async def issue(
        self,
        digest: str,
        person: PersonId,
        *,
        at: datetime,
        expires: datetime,
        by: PersonId | None = None,
    ) -> None:
        """Keep a new code; an earlier unused one of the person opens nothing any more."""
        await self.connection.execute(_HOLD_PERSON, {"person": person})
        unused = (CodeRow.person_id == person) & CodeRow.used_at.is_(None)
        await self.connection.execute(update(CodeRow).where(unused).values(void=True))
        new = insert(CodeRow).values(
            school_id=_school_of(person),
            digest=digest,
            person_id=person,
            issued_at=at,
            expires=expires,
            void=False,
            issued_by=by,
        )
        await self.connection.execute(new)

    async def find(self, digest: str) -> Issued | None:
        """Return the code with this digest, used and expired ones too."""
        rows = (await self.connection.execute(_BY_DIGEST, {"asked": digest})).all()
        return _issued(rows) if rows else None

    async def use(self, digest: str, account: AccountId, *, at: datetime) -> bool:
        """Link the person to the account; False where it was used, or may not come in there.

        A person stands behind one account at a time: who lost the old one comes in anew, and the
        old one sees nothing any more.
        """
        await self.connection.execute(_HOLD, {"account": account})
        unused = (CodeRow.digest == digest) & CodeRow.used_at.is_(None) & ~CodeRow.void
        mixes = _mixes(account, STAFF, _PUPIL) | _mixes(account, _PUPIL, STAFF)
        taken = (
            update(CodeRow)
            .where(unused, ~mixes)
            .values(used_by=account, used_at=at)
            .returning(CodeRow.person_id)
        )
        person = (await self.connection.execute(taken)).scalar_one_or_none()
        if person is None:
            return False
        await self._link(person, account, at)
        return True

    async def _link(self, person: int, account: AccountId, at: datetime) -> None:
        live = (AccountLinkRow.person_id == person) & AccountLinkRow.ended_at.is_(None)
        await self.connection.execute(update(AccountLinkRow).where(live).values(ended_at=at))
        new = insert(AccountLinkRow).values(
            school_id=_school_of(person), person_id=person, account_id=account, linked_at=at
        )
        await self.connection.execute(new)

    async def note_wrong_try(self, account: AccountId, *, at: datetime) -> None:
        """Keep a wrong try, and forget those that no limit looks at any more."""
        old = delete(WrongTryRow).where(WrongTryRow.at < at - _TRIES_KEPT)
        await self.connection.execute(old)
        await self.connection.execute(insert(WrongTryRow).values(account_id=account, at=at))

    async def wrong_tries(self, account: AccountId | None, *, since: datetime) -> list[datetime]:
        """Return the wrong tries after the instant, oldest first; of all accounts for None."""
        asked = select(WrongTryRow.at).where(WrongTryRow.at > since).order_by(WrongTryRow.at)
        if account is not None:
            asked = asked.where(WrongTryRow.account_id == account)
        return list((await self.connection.execute(asked)).scalars())


def _school_of(person: int) -> ScalarSelect[int]:
    return select(PersonRow.school_id).where(PersonRow.id == person).scalar_subquery()


def _issued(rows: Sequence[Sequence[Any]]) -> Issued:
    digest, person, expires, used_by, _ = rows[0]
    used = None if used_by is None else AccountId(used_by)
    roles = frozenset(Role(role) for *_, role in rows if role is not None)
    return Issued(digest, PersonId(person), expires, used, roles)
