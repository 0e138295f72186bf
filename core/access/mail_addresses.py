"""Addresses of mailboxes: which can be written to, and how one is shown without being told."""

import re
from typing import Final

from core.errors import RuleBroken

LONGEST: Final = 254
"""Characters of an address, as mail servers take it."""

_LONGEST_LOCAL: Final = 64
_LOCAL: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_AROUND: Final = " \t\r\n<>;,"
_HIDDEN: Final = "•••"


class AddressWrong(RuleBroken):
    """What was written is no address of a mailbox."""

    code = "address-wrong"


def the_address(text: str) -> str:
    """Return an address as letters are sent to it; raise AddressWrong for what is none.

    A domain in Russian letters is written as mail servers read it.
    """
    local, _, domain = text.strip(_AROUND).removeprefix("mailto:").rpartition("@")
    if len(text) > LONGEST or not _LOCAL.fullmatch(local) or len(local) > _LONGEST_LOCAL:
        raise AddressWrong
    found = f"{local}@{_domain(domain)}"
    if len(found) > LONGEST:
        raise AddressWrong
    return found


def _domain(text: str) -> str:
    try:
        domain = text.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise AddressWrong from None
    labels = domain.split(".")
    is_name = len(labels) > 1 and all(_LABEL.fullmatch(one) for one in labels)
    if not is_name or labels[-1].isdigit():
        raise AddressWrong
    return domain


def is_address(text: str) -> bool:
    """Say whether letters can be sent there."""
    try:
        the_address(text)
    except AddressWrong:
        return False
    return True


def masked(address: str) -> str:
    """Return an address as its owner knows it again and nobody else can write to it."""
    local, _, domain = address.rpartition("@")
    return f"{local[:1]}{_HIDDEN}@{domain}"
