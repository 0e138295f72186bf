"""Shuts every way in that a person has: statements of `SqlBreachBook.shut`.

An account in strange hands is shut for everybody who stands behind it: a second person in the same
chat would be the stranger's, too.
"""

from typing import Final

from sqlalchemy import Update, select, update
from sqlalchemy.orm import aliased

from core.access.mailboxes import ProofState
from storage.breaches.taking import NOW, WHO
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
    update(AccountLinkRow)
    .where(AccountLinkRow.account_id.in_(_ACCOUNTS), AccountLinkRow.ended_at.is_(None))
    .values(ended_at=NOW),
    update(MailboxRow)
    .where(MailboxRow.person_id == WHO, MailboxRow.ended_at.is_(None))
    .values(ended_at=NOW),
    update(CodeRow)
    .where(CodeRow.person_id == WHO, CodeRow.used_at.is_(None), ~CodeRow.void)
    .values(void=True),
    update(MailboxProofRow)
    .where(
        MailboxProofRow.person_id == WHO,
        MailboxProofRow.state.not_in((ProofState.USED.value, ProofState.VOID.value)),
    )
    .values(state=ProofState.VOID.value),
)
"""In their order; each returns how many it ended."""
