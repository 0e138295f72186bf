"""How often one address may ask: enough for a school's calendars, too little for guessing."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

_MOST: Final = 240
_WITHIN: Final = 60.0
_ADDRESSES: Final = 10_000


@dataclass(slots=True)
class Throttle:
    """Counts what each address asked in the last minute; the memory that takes is bounded."""

    monotonic: Callable[[], float]
    most: int = _MOST
    within: float = _WITHIN
    _asked: dict[str, deque[float]] = field(default_factory=dict)

    def admits(self, address: str) -> bool:
        """Say whether the address may ask now, and count it if so."""
        now = self.monotonic()
        asked = self._asked.pop(address, None) or deque()
        while asked and asked[0] <= now - self.within:
            asked.popleft()
        admitted = len(asked) < self.most
        if admitted:
            asked.append(now)
        self._asked[address] = asked  # who asked last stands last, who is long silent first
        if len(self._asked) > _ADDRESSES:
            del self._asked[next(iter(self._asked))]
        return admitted
