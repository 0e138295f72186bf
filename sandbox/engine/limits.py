"""Telegram's flood limits: how often a bot may speak, and how long it must be silent otherwise.

Telegram publishes them as approximate; these are its numbers taken at their word. A message that
is refused does not count. An edit counts as a message; answers to taps and polling do not.
"""

import math
from collections import defaultdict, deque
from dataclasses import dataclass

from sandbox.engine.refusals import too_many_requests

MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How often a bot may speak."""

    bot_per_second: int = 30
    paid_per_second: int = 1000
    """For messages with `allow_paid_broadcast`."""
    chat_burst: int = 5
    """So many at once into one chat that was quiet, ..."""
    chat_interval: float = 1.0
    """... then one in so many seconds."""
    group_per_minute: int = 20


class FloodGate:
    """What one bot said lately, held against the limits; without limits everything passes."""

    def __init__(self, limits: Limits | None) -> None:
        self.limits = limits
        self._all: deque[float] = deque()
        self._groups: dict[int, deque[float]] = defaultdict(deque)
        self._quiet_at: dict[int, float] = {}

    def admit(self, chat_id: int, now: float, *, messages: int = 1, paid: bool = False) -> None:
        """Count messages into a chat, or refuse them with the seconds to wait."""
        if (limits := self.limits) is None:
            return
        wait = max(
            self._wait_of_bot(now, limits.paid_per_second if paid else limits.bot_per_second),
            self._wait_of_chat(chat_id, now, limits),
            self._wait_of_group(chat_id, now, limits),
        )
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        self._count(chat_id, now, messages, limits)

    def _wait_of_bot(self, now: float, most: int) -> float:
        return _wait(self._all, now, window=1.0, most=most)

    def _wait_of_chat(self, chat_id: int, now: float, limits: Limits) -> float:
        debt = self._quiet_at.get(chat_id, now) - now
        # A hair of tolerance: seconds kept as floats do not add up to the last digit.
        return max(0.0, debt - (limits.chat_burst - 1) * limits.chat_interval - 1e-6)

    def _wait_of_group(self, chat_id: int, now: float, limits: Limits) -> float:
        if chat_id >= 0:
            return 0.0
        return _wait(self._groups[chat_id], now, window=MINUTE, most=limits.group_per_minute)

    def _count(self, chat_id: int, now: float, messages: int, limits: Limits) -> None:
        owed = max(self._quiet_at.get(chat_id, now), now)
        self._quiet_at[chat_id] = owed + messages * limits.chat_interval
        self._all.extend([now] * messages)
        if chat_id < 0:
            self._groups[chat_id].extend([now] * messages)


def _wait(said: deque[float], now: float, *, window: float, most: int) -> float:
    while said and said[0] <= now - window:
        said.popleft()
    return 0.0 if len(said) < most else said[len(said) - most] + window - now
