"""What there is to tell of messages, as they stand when it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.ids import MessageId, NoticeId, PupilId
from core.messages.threads.gate import StillReads
from core.messages.threads.thread import Message, Thread
from core.notices.ledger import Notice, NoticeKind
from core.notices.messages.reading import Came, how_far
from core.notices.news.messages import LostNews, MessageNews, ThreadNews
from core.notices.ports import Outbox


@dataclass(frozen=True, slots=True)
class GatherMessages:
    """Makes news of notices of messages; who may not read the thread any more is told nothing."""

    still_reads: StillReads
    outbox: Outbox

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, ThreadNews]:
        """Return what there is to say of each notice; one that tells nothing now is missing."""
        numbers = sorted({MessageId(one.draft.subject) for one in rows})
        readers = await self.still_reads(numbers)
        messages = await self.still_reads.threads.messages(numbers)
        wanted = sorted({one.thread for one in messages.values()})
        threads = await self.still_reads.threads.threads(wanted)
        came = await self._came(numbers) if kind is NoticeKind.MESSAGE_LOST else {}
        told: dict[NoticeId, ThreadNews] = {}
        for row in rows:
            message = messages.get(MessageId(row.draft.subject))
            if message and row.draft.recipient in readers[message.id]:
                news = _news(kind, row, threads[message.thread], message, came)
                if news is not None:
                    told[row.id] = news
        return told

    async def _came(self, numbers: Sequence[MessageId]) -> Mapping[MessageId, Came]:
        return how_far(await self.outbox.told_of(NoticeKind.MESSAGE, numbers))


def _news(
    kind: NoticeKind,
    row: Notice,
    thread: Thread,
    message: Message,
    came: Mapping[MessageId, Came],
) -> ThreadNews | None:
    to = row.draft.recipient
    about, name = PupilId(to), thread.name_of(to)
    if kind is NoticeKind.MESSAGE:
        return MessageNews(about, name, to, thread, message, row.draft.change)
    how = came.get(message.id, Came.DELIVERED)
    if how not in {Came.REFUSED, Came.UNKNOWN}:
        return None
    return LostNews(about, name, thread, message, unknown=how is Came.UNKNOWN)
