"""Why somebody cannot be told of a pupil, by the ways that there are. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.access.consents import Said, Subject, open_ways
from core.access.people import Channel
from core.messages.broadcasts.broadcast import WhyNot


@dataclass(frozen=True, slots=True)
class Accounts:
    """What a person has: the channel of the chat, a mailbox, and which of them take messages."""

    chat: str | None
    mailbox: bool
    taking: Collection[Channel]


def why_not(said: Mapping[str, str], accounts: Accounts) -> WhyNot | None:
    """Return why a person cannot be told, or None where it can.

    Who has nothing but a mailbox, without the word in writing, counts as never having come in.
    """
    ways = open_ways(said, chat=accounts.chat, mailbox=accounts.mailbox)
    if not ways:
        refused = _has_refused(said, accounts)
        return WhyNot.REFUSED if refused else WhyNot.NOT_LINKED
    return None if ways.intersection(accounts.taking) else WhyNot.BLOCKED


def _has_refused(said: Mapping[str, str], accounts: Accounts) -> bool:
    asked = [Subject.ELECTRONIC.value, *([accounts.chat] if accounts.chat else [])]
    if accounts.mailbox:
        asked.append(Subject.EMAIL.value)
    return any(said.get(one, Said.GIVEN) != Said.GIVEN for one in asked)
