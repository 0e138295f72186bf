"""Updates that wait for a bot: growing ids, confirmed by offset, forgotten after a day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from sandbox.engine.params import Wire

LIFETIME = 24 * 60 * 60.0
OPT_IN = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that a bot hears of only when it asked for them."""
EPOCH = 1_700_000_000
IDS_A_SECOND = 10


def first_id(now: float) -> int:
    """Return where a bot's updates start counting: later than a sandbox that ran before had come.

    A bot remembers which updates it had; one that met old numbers again would pass them over.
    """
    return max(1, int((now - EPOCH) * IDS_A_SECOND))


@dataclass(frozen=True, slots=True)
class Pending:
    """An update and when it happened."""

    update_id: int
    at: float
    wire: Wire


class UpdateQueue:
    """One bot's updates, oldest first."""

    def __init__(self, first: int = 1) -> None:
        self._pending: dict[int, Pending] = {}
        self._next = first
        self.allowed: list[str] | None = None
        self.turn = 0
        """Grows with every poll, so that one that still waits knows it was replaced."""
        self.wakers: set[Callable[[], None]] = set()
        """Called whenever a waiting poll has to look again."""

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self._pending)

    def push(self, kind: str, body: object, now: float) -> int | None:
        """Queue an update; None when the bot does not want this kind."""
        wanted = kind not in OPT_IN if not self.allowed else kind in self.allowed
        return self.push_raw({kind: body}, now) if wanted else None

    def push_raw(self, fields: Wire, now: float) -> int:
        """Queue an update of any content, also one that fits no schema."""
        update_id, self._next = self._next, self._next + 1
        self._pending[update_id] = Pending(update_id, now, {"update_id": update_id, **fields})
        self.wake()
        return update_id

    @property
    def next_id(self) -> int:
        """Return the number of the update that comes next."""
        return self._next

    def take(self, offset: int, limit: int, now: float) -> list[Wire]:
        """Return the next updates; those before the offset are confirmed and never come again.

        A negative offset keeps only so many from the end.
        """
        self._forget_old(now)
        if offset < 0:
            self.confirm(list(self._pending)[:offset])
        elif offset:
            self.confirm([known for known in self._pending if known < offset])
        return [pending.wire for pending in islice(self._pending.values(), limit)]

    def waiting(self, now: float, most: int) -> list[Pending]:
        """Return the first that wait, without confirming anything."""
        self._forget_old(now)
        return list(islice(self._pending.values(), most))

    def confirm(self, update_ids: Iterable[int]) -> None:
        """Forget updates that the bot has."""
        for update_id in update_ids:
            self._pending.pop(update_id, None)

    def clear(self) -> None:
        """Drop everything that waits."""
        self._pending.clear()

    def wake(self) -> None:
        """Let waiting polls look again."""
        for waker in tuple(self.wakers):
            waker()

    def _forget_old(self, now: float) -> None:
        while self._pending:
            oldest = next(iter(self._pending.values()))
            if oldest.at > now - LIFETIME:
                return
            del self._pending[oldest.update_id]
