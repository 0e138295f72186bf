"""Over which account a notice goes: the person's choice within the agreed form (F9)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from core.access.people import Account
from core.ids import NoticeId
from core.notices.ledger import Batch, Change, Draft, Lane, Notice
from core.notices.preferences import TOPICS, Preferences, Via


@dataclass(frozen=True, slots=True)
class Way:
    """The account that a notice goes to, and the one to turn to should that take it no more.

    `both`: a letter goes to the spare as well, once the message was on its way.
    """

    account: Account | None
    spare: Account | None = None
    both: bool = False


def way_of(
    draft: Draft, chosen: Preferences, chat: Account | None, mailbox: Account | None
) -> Way:
    """Return the chat, or the mailbox for a topic that was chosen to come by letter.

    `chat` and `mailbox` are those by which the person may be told of it: who has only one of them
    gets everything there. Alerts go to the chat, and so does what has no topic. What must be
    acknowledged is so by the letter's link. Either stands in for the other where only that one
    takes messages. Letters speak the language of the chat.
    """
    if chat is None or mailbox is None:
        return Way(mailbox if draft.is_copy else chat or mailbox)
    letters = replace(mailbox, language=chat.language or mailbox.language)
    if draft.is_copy:
        return Way(letters)
    via = chosen.via(TOPICS.get(draft.kind))
    by_mail = via is Via.MAIL and draft.lane > Lane.ALERT
    first, other = (letters, chat) if by_mail else (chat, letters)
    if not other.reachable:
        return Way(first)
    if not first.reachable:
        return Way(other)
    return Way(first, other, both=via is Via.BOTH and draft.change is not Change.REPEATED)


def to_copy(
    batch: Batch, notices: Sequence[Notice], told: Collection[NoticeId]
) -> Sequence[NoticeId]:
    """Return what goes by letter as well, of what a message told or could not tell just now."""
    return [one.id for one in notices if one.id in told and one.draft.record in batch.twofold]
