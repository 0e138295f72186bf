"""Codes that somebody gave out: what nobody used is void, and who came in by one is out again."""

from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, aliased

from core.access.mailboxes import ProofState
from core.breaches.said import Said
from storage.breaches.taking import (
    FOUND,
    NOBODY,
    NOTHING,
    NOW,
    PROOF_IS_OVER,
    Taking,
    did,
)
from storage.tables import (
    AccountLinkRow,
    AgendaLinkRow,
    CodeRow,
    MailboxProofRow,
    MailboxRow,
)

_GIVEN = did(CodeRow.issued_by, CodeRow.issued_at)
_IN = aliased(AccountLinkRow)


def _while_in(
    link: type[AccountLinkRow],
    whose: InstrumentedAttribute[int],
    at: InstrumentedAttribute[datetime],
) -> ColumnElement[bool]:
    """Return the rule that it was done for the person while the way in was open."""
    return and_(
        whose == link.person_id,
        at >= link.linked_at,
        or_(link.ended_at.is_(None), at <= link.ended_at),
    )


_LIVE_MAILBOX = MailboxRow.ended_at.is_(None)
_LIVE_PROOF = MailboxProofRow.state.not_in(PROOF_IS_OVER)
_MAILBOX = (MailboxRow.person_id, MailboxRow.verified_at)
_PROOF = (MailboxProofRow.person_id, MailboxProofRow.asked_at)
_IS_OPEN = or_(
    AccountLinkRow.ended_at.is_(None),
    # The chat was left, and the letters go on.
    exists().where(_LIVE_MAILBOX, _while_in(AccountLinkRow, *_MAILBOX)),
    exists().where(_LIVE_PROOF, _while_in(AccountLinkRow, *_PROOF)),
)

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
        .where(_GIVEN, _IS_OPEN),
        (
            update(MailboxRow)
            .where(_LIVE_MAILBOX, exists().where(_IN.id.in_(FOUND), _while_in(_IN, *_MAILBOX)))
            .values(ended_at=NOW),
            update(MailboxProofRow)
            .where(_LIVE_PROOF, exists().where(_IN.id.in_(FOUND), _while_in(_IN, *_PROOF)))
            .values(state=ProofState.VOID.value),
            update(AgendaLinkRow)
            .where(
                AgendaLinkRow.ended_at.is_(None),
                exists().where(
                    _IN.id.in_(FOUND),
                    _IN.account_id == AgendaLinkRow.account_id,
                    _IN.ended_at.is_(None),
                ),
            )
            .values(ended_at=NOW),
            update(AccountLinkRow)
            .where(AccountLinkRow.id.in_(FOUND), AccountLinkRow.ended_at.is_(None))
            .values(ended_at=NOW),
        ),
    ),
)
