"""Shuts every way in that a person has: statements of `SqlBreachBook.shut`.

An account in strange hands is shut for everybody who stands behind it: a second person in the same
chat would be the stranger's, too. So would a mailbox that became theirs since then: it goes on
getting letters when the chat is long shut. One of before is their own, and stays.
"""

from typing import Final

from sqlalchemy import Update, and_, or_, select, update
from sqlalchemy.orm import aliased

from core.access.mailboxes import ProofState
from storage.breaches.taking import NOW, PROOF_IS_OVER, SINCE, WHO
from storage.tables import (
    AccountLinkRow,
    AgendaLinkRow,
    CodeRow,
    MailboxProofRow,
    MailboxRow,
    PersonRow,
)

_OWN = aliased(AccountLinkRow)
_ACCOUNTS = select(_OWN.account_id).where(_OWN.person_id == WHO, _OWN.ended_at.is_(None))
_BESIDE = select(AccountLinkRow.person_id).where(
    AccountLinkRow.account_id.in_(_ACCOUNTS), AccountLinkRow.ended_at.is_(None)
)

COMPANIONS: Final = (
    select(AccountLinkRow.person_id)
    .join(PersonRow, PersonRow.id == AccountLinkRow.person_id)
    .where(
        AccountLinkRow.account_id.in_(_ACCOUNTS),
        AccountLinkRow.ended_at.is_(None),
        AccountLinkRow.person_id != WHO,
        PersonRow.school_id
        == select(PersonRow.school_id).where(PersonRow.id == WHO).scalar_subquery(),
    )
    .order_by(AccountLinkRow.person_id)
)
"""Who else of the school comes in by the same account."""

SHUT: Final[tuple[Update, ...]] = (
    # Calendars first: they hang on the account that is still the person's.
    update(AgendaLinkRow)
    .where(AgendaLinkRow.ended_at.is_(None), AgendaLinkRow.account_id.in_(_ACCOUNTS))
    .values(ended_at=NOW),
    # Mailboxes, too: who stands beside the person is known as long as the account is theirs.
    update(MailboxRow)
    .where(
        MailboxRow.ended_at.is_(None),
        or_(
            MailboxRow.person_id == WHO,
            and_(MailboxRow.verified_at >= SINCE, MailboxRow.person_id.in_(_BESIDE)),
        ),
    )
    .values(ended_at=NOW),
    update(MailboxProofRow)
    .where(
        MailboxProofRow.state.not_in(PROOF_IS_OVER),
        or_(
            MailboxProofRow.person_id == WHO,
            and_(MailboxProofRow.asked_at >= SINCE, MailboxProofRow.person_id.in_(_BESIDE)),
        ),
    )
    .values(state=ProofState.VOID.value),
    update(AccountLinkRow)
    .where(AccountLinkRow.account_id.in_(_ACCOUNTS), AccountLinkRow.ended_at.is_(None))
    .values(ended_at=NOW),
    update(CodeRow)
    .where(CodeRow.person_id == WHO, CodeRow.used_at.is_(None), ~CodeRow.void)
    .values(void=True),
)
"""In their order; each returns how many it ended."""
