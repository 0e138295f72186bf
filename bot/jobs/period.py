"""The tick of periods: forecasts that are due, families not reached, and who is at risk."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from bot.logs import log_failure
from core.diary.issuing.terms import ClassTerm
from core.notices.issue.look_after import DueClasses, LookAfterClass

Opens = Callable[[], AbstractAsyncContextManager[Any]]


@dataclass(frozen=True, slots=True)
class PeriodTick:
    """Looks after each class whose period asks for something, each in a turn of its own."""

    reading: Opens
    begin: Opens
    due_classes: Callable[[Any], DueClasses]
    look_after: Callable[[Any], LookAfterClass]

    async def __call__(self) -> int:
        """Do what is due now; return how many classes asked for it."""
        async with self.reading() as books:
            due: Sequence[ClassTerm] = await self.due_classes(books)()
        for one in due:
            await self._supervised(one)
        return len(due)

    async def _supervised(self, one: ClassTerm) -> None:
        try:
            async with self.begin() as books:
                await self.look_after(books)(one.school, one.class_id)
        except Exception as error:  # noqa: BLE001 - a supervisor: a class that breaks stops no other
            log_failure("class-not-looked-after", error, class_id=int(one.class_id))
