"""Who may speak when: Telegram's limits as sliding windows, lanes, and the pauses that 429 orders.

An answer to a person goes first and has capacity of its own, so that no broadcast delays it.
Limits are approximate and 429 is the only truth: it stops what it names, and that outlives a
restart.
"""

import asyncio
import heapq
import itertools
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from core.notices.ledger import Lane


@dataclass(frozen=True, slots=True)
class Limits:
    """What Telegram allows: per second for the whole bot and how much of it each lane may use.

    A chat takes `chat_burst` messages at once and then one a second.
    """

    per_second: int = 30
    chat_burst: int = 5
    chat_per_second: float = 1.0

    def share(self, lane: Lane) -> int:
        """Return how many messages of a second may be gone when this lane still sends."""
        kept_free = {Lane.ANSWER: 0, Lane.ALERT: 2, Lane.NOTICE: 5, Lane.BROADCAST: 8}[lane]
        return max(1, self.per_second - kept_free * self.per_second // 30)


EVERYTHING = "*"
_MANY_CHATS = 2
_STRETCH = 0.045
"""A broadcast is spread evenly over the second, a share of it in each such stretch: all at once
it would keep the processor from answering anybody for a quarter of it."""
_SECOND = 1.1
"""A second of ours: what leaves within it must not arrive within a shorter one of Telegram's."""


@dataclass(slots=True)
class Governor:
    """Grants turns to speak, in order of lanes. `monotonic` counts seconds and never goes back."""

    limits: Limits
    monotonic: Callable[[], float]
    _waiting: list[tuple[Lane, int, str, "asyncio.Future[None]"]] = field(default_factory=list)
    _order: "itertools.count[int]" = field(default_factory=itertools.count)
    _sent: deque[float] = field(default_factory=deque)
    _broadcast: deque[float] = field(default_factory=deque)
    _chats: dict[str, deque[float]] = field(default_factory=dict)
    _stopped: dict[str, float] = field(default_factory=dict)
    _refusals: deque[tuple[float, str]] = field(default_factory=deque)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def turn(self, lane: Lane, chat: str) -> None:
        """Wait until a message of this lane may go to this chat; from then on it counts."""
        if not self._waiting and self._grant(lane, chat):
            return
        granted = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (lane, next(self._order), chat, granted))
        self._changed.set()
        await granted

    def stop(self, chat: str, seconds: float) -> str:
        """Stop what a 429 named, and return its scope: two chats at once mean everything."""
        now = self.monotonic()
        self._refusals.append((now, chat))
        while self._refusals and self._refusals[0][0] < now - 1:
            self._refusals.popleft()
        many = len({one for _, one in self._refusals}) >= _MANY_CHATS
        scope = EVERYTHING if many else chat
        self.resume_after(scope, seconds)
        return scope

    def resume_after(self, scope: str, seconds: float) -> None:
        """Let a scope wait, as a 429 said now or before a restart."""
        until = self.monotonic() + seconds
        self._stopped[scope] = max(until, self._stopped.get(scope, until))
        self._changed.set()

    async def run(self) -> None:
        """Grant turns as they fall free, until cancelled."""
        while True:
            pause = self._grant_all()
            self._changed.clear()
            if pause is None:
                await self._changed.wait()
            else:
                await self._nap(pause)

    async def _nap(self, seconds: float) -> None:
        waker = asyncio.get_running_loop().call_later(seconds, self._changed.set)
        await self._changed.wait()
        waker.cancel()

    def _grant_all(self) -> float | None:
        """Grant what may go now; return the seconds until the next look, None if nobody waits."""
        left: list[tuple[Lane, int, str, asyncio.Future[None]]] = []
        blocked: set[str] = set()
        while self._waiting:
            entry = heapq.heappop(self._waiting)
            lane, _, chat, granted = entry
            if granted.done():
                continue
            if chat not in blocked and self._grant(lane, chat):
                granted.set_result(None)
                continue
            left.append(entry)
            blocked.add(chat)
            if len(self._sent) >= self.limits.per_second:
                break
        for entry in left:
            heapq.heappush(self._waiting, entry)
        return self._soonest() if self._waiting else None

    def _soonest(self) -> float:
        now = self.monotonic()
        chats = {chat for _, _, chat, _ in self._waiting[: self.limits.per_second]}
        free = min((self._chat_free(chat, now) for chat in chats), default=now)
        if len(self._sent) >= self.limits.share(self._waiting[0][0]):
            free = max(free, self._sent[0] + _SECOND)
        if self._waiting[0][0] is Lane.BROADCAST and self._is_crowded():
            free = max(free, self._broadcast[0] + _STRETCH)
        free = max(free, self._stopped.get(EVERYTHING, now))
        return max(free - now, 0.002)

    def _chat_free(self, chat: str, now: float) -> float:
        sent = self._chats.get(chat)
        free = self._stopped.get(chat, now)
        if sent is not None and len(sent) >= self.limits.chat_burst:
            free = max(free, sent[0] + self.limits.chat_burst / self.limits.chat_per_second)
        return free

    def _grant(self, lane: Lane, chat: str) -> bool:
        now = self.monotonic()
        self._forget(now)
        open_now = max(self._stopped.get(EVERYTHING, now), self._chat_free(chat, now)) <= now
        if not open_now or len(self._sent) >= self.limits.share(lane):
            return False
        if lane is Lane.BROADCAST:
            if self._is_crowded():
                return False
            self._broadcast.append(now)
        self._sent.append(now)
        self._chats.setdefault(chat, deque(maxlen=self.limits.chat_burst)).append(now)
        return True

    def _is_crowded(self) -> bool:
        """Say whether this stretch of the second has its share of a broadcast."""
        return len(self._broadcast) >= max(1, int(self.limits.share(Lane.BROADCAST) * _STRETCH))

    def _forget(self, now: float) -> None:
        while self._broadcast and self._broadcast[0] <= now - _STRETCH:
            self._broadcast.popleft()
        while self._sent and self._sent[0] <= now - _SECOND:
            self._sent.popleft()
        span = self.limits.chat_burst / self.limits.chat_per_second
        if len(self._chats) > 4 * self.limits.per_second:
            self._chats = {one: sent for one, sent in self._chats.items() if sent[-1] > now - span}
        for scope in [one for one, until in self._stopped.items() if until <= now]:
            del self._stopped[scope]
