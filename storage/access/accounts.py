"""Accounts as several adapters read them."""

from collections.abc import Sequence
from typing import Any

from core.access.people import Account, Address, Channel
from core.ids import AccountId
from storage.tables import AccountRow

ACCOUNT = (
    AccountRow.id,
    AccountRow.channel,
    AccountRow.value,
    AccountRow.language,
    AccountRow.reachable,
)
"""The columns of an account, in the order that `account_of` takes them."""


def account_of(row: Sequence[Any]) -> Account | None:
    """Return the account of these columns, or None where a person has none."""
    return None if row[0] is None else known_account(row)


def known_account(row: Sequence[Any]) -> Account:
    """Return the account of these columns, where there is one for certain."""
    number, channel, value, language, reachable = row
    return Account(AccountId(number), Address(Channel(channel), value), language, bool(reachable))
