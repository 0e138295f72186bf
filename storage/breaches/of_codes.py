"""Codes that somebody gave out: what nobody used is void, and who came in by one is out again."""

from typing import Final

from sqlalchemy import and_, select, update

from core.breaches.said import Said
from storage.breaches.taking import FOUND, NOBODY, NOTHING, NOW, Taking, did
from storage.tables import AccountLinkRow, CodeRow

_GIVEN = did(CodeRow.issued_by, CodeRow.issued_at)

OF_CODES: Final = (
    Taking(
        Said.CODE,
        select(CodeRow.id, CodeRow.issued_at, NOTHING, CodeRow.person_id, NOBODY).where(
            _GIVEN, CodeRow.used_at.is_(None), ~CodeRow.void
        ),
        (update(CodeRow).where(CodeRow.id.in_(FOUND)).values(void=True),),
    ),
    Taking(
        Said.WAY_IN,
        select(
            AccountLinkRow.id,
            AccountLinkRow.linked_at,
            NOTHING,
            AccountLinkRow.person_id,
            NOBODY,
        )
        .join(
            CodeRow,
            and_(
                CodeRow.person_id == AccountLinkRow.person_id,
                CodeRow.used_by == AccountLinkRow.account_id,
                CodeRow.used_at == AccountLinkRow.linked_at,
            ),
        )
        .where(_GIVEN, AccountLinkRow.ended_at.is_(None)),
        (update(AccountLinkRow).where(AccountLinkRow.id.in_(FOUND)).values(ended_at=NOW),),
    ),
)
