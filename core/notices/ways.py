"""Over which account a notice goes: the person's choice within the agreed form (F9)."""

from dataclasses import dataclass, replace

from core.access.people import Account
from core.notices.ledger import Draft, Lane
from core.notices.preferences import TOPICS, Preferences


@dataclass(frozen=True, slots=True)
class Way:
    """The account that a notice goes to, and the one to turn to should that take it no more."""

    account: Account | None
    spare: Account | None = None


def way_of(
    draft: Draft, chosen: Preferences, chat: Account | None, mailbox: Account | None
) -> Way:
    """Return the chat, or the mailbox for a topic that was chosen to come by letter.

    Alerts go to the chat, and so does what has no topic. What must be acknowledged is so by the
    letter's link. Either stands in for the other where
    only that one takes messages; who may come in by no chat (any more) gets no letters either.
    Letters speak the language of the chat.
    """
    if chat is None or mailbox is None:
        return Way(chat)
    letters = replace(mailbox, language=chat.language or mailbox.language)
    by_mail = draft.lane > Lane.ALERT and TOPICS.get(draft.kind) in chosen.by_mail
    first, other = (letters, chat) if by_mail else (chat, letters)
    if not other.reachable:
        return Way(first)
    return Way(first, other) if first.reachable else Way(other)
