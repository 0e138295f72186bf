"""A tick that looks after every school, each in a turn of its own: one stops no other."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from bot.logs import log_failure
from core.notices.timing import SchoolDelivery

Opens = Callable[[], AbstractAsyncContextManager[Any]]
OfSchool = Callable[[SchoolDelivery], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class EachSchool:
    """Does each of `what` for each school: committed where it ends well, else tried again."""

    reading: Opens
    begin: Opens
    what: Sequence[Callable[[Any], OfSchool]]

    async def __call__(self) -> None:
        """Do what is due now."""
        async with self.reading() as books:
            schools: Sequence[SchoolDelivery] = await books.delivery.all()
        for school in schools:
            for what in self.what:
                await self._supervised(what, school)

    async def _supervised(self, what: Callable[[Any], OfSchool], school: SchoolDelivery) -> None:
        try:
            async with self.begin() as books:
                await what(books)(school)
        except Exception as error:  # noqa: BLE001 - a supervisor: a school that breaks stops no other
            log_failure("school-not-looked-after", error, school=int(school.school))
