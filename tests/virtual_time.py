"""An event loop in which waiting costs nothing: its clock jumps to the next thing that is due."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

from typing_extensions import override

T = TypeVar("T")


class _Selector(selectors.SelectSelector):
    """Never sleeps: it tells the loop how long it would have."""

    slept = 0.0

    @override
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            self.slept += timeout or 0.0
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """Its time is what was slept, to the microsecond."""

    def __init__(self) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)

    @override
    def time(self) -> float:
        return self._virtual.slept


def run_virtually(main: Coroutine[Any, Any, T]) -> T:
    """Run to the end without waiting for the machine's clock."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)
