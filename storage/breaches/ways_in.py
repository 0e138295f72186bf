"""Shuts every way in that a person has: statements of `SqlBreachBook.shut`."""

from typing import Final

from sqlalchemy import BindParameter, Update, bindparam, select, update

from core.access.mailboxes import ProofState
from storage.tables import AccountLinkRow, AgendaLinkRow, CodeRow, MailboxProofRow, MailboxRow

_NOW = bindparam("at", type_=AccountLinkRow.linked_at.type)
_WHO: BindParameter[int] = bindparam("person")

SHUT: Final[tuple[Update, ...]] = (
    # Calendars first: they hang on the account that is still the person's.
    update(AgendaLinkRow)
    .where(
        AgendaLinkRow.ended_at.is_(None),
        AgendaLinkRow.account_id.in_(
            select(AccountLinkRow.account_id).where(
                AccountLinkRow.person_id == _WHO, AccountLinkRow.ended_at.is_(None)
            )
        ),
    )
    .values(ended_at=_NOW),
    update(AccountLinkRow)
    .where(AccountLinkRow.person_id == _WHO, AccountLinkRow.ended_at.is_(None))
    .values(ended_at=_NOW),
    update(MailboxRow)
    .where(MailboxRow.person_id == _WHO, MailboxRow.ended_at.is_(None))
    .values(ended_at=_NOW),
    update(CodeRow)
    .where(CodeRow.person_id == _WHO, CodeRow.used_at.is_(None), ~CodeRow.void)
    .values(void=True),
    update(MailboxProofRow)
    .where(
        MailboxProofRow.person_id == _WHO,
        MailboxProofRow.state.not_in((ProofState.USED.value, ProofState.VOID.value)),
    )
    .values(state=ProofState.VOID.value),
)
"""In their order; each returns how many it ended."""
