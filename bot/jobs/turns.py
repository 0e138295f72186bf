"""A tick that looks after every school, each in a turn of its own: one stops no other.

What is seldom due is asked about first: about all schools in one question, then, without a lock,
about each of those that it names. Only where something is due a transaction is begun that writes.
"""

from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from bot.logs import log_failure
from core.ids import SchoolId
from core.notices.timing import SchoolDelivery

Opens = Callable[[], AbstractAsyncContextManager[Any]]
OfSchool = Callable[[SchoolDelivery], Awaitable[object]]
Schools = Callable[[], Awaitable[Collection[SchoolId]]]
IsDue = Callable[[SchoolDelivery], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done for a school; `schools` says where it may be due, `is_due` whether it is."""

    does: Callable[[Any], OfSchool]
    schools: Callable[[Any], Schools] | None = None
    is_due: Callable[[Any], IsDue] | None = None

    def bound(self, each: Callable[[Callable[[Any], Any]], Callable[[Any], Any]]) -> "Deed":
        """Return the same for transactions: `each` says what can be done in one."""
        return Deed(
            each(self.does),
            each(self.schools) if self.schools else None,
            each(self.is_due) if self.is_due else None,
        )


@dataclass(frozen=True, slots=True)
class EachSchool:
    """Does each of `what` for each school: committed where it ends well, else tried again."""

    reading: Opens
    begin: Opens
    what: Sequence[Deed]

    async def __call__(self) -> None:
        """Do what is due now."""
        async with self.reading() as books:
            schools: Sequence[SchoolDelivery] = await books.delivery.all()
            asked = [await one.schools(books)() if one.schools else None for one in self.what]
        for school in schools:
            for deed, where in zip(self.what, asked, strict=True):
                if where is None or school.school in where:
                    await self._supervised(deed, school)

    async def _supervised(self, deed: Deed, school: SchoolDelivery) -> None:
        try:
            if await self._is_due(deed, school):
                async with self.begin() as books:
                    await deed.does(books)(school)
        except Exception as error:  # noqa: BLE001 - a supervisor: a school that breaks stops no other
            log_failure("school-not-looked-after", error, school=int(school.school))

    async def _is_due(self, deed: Deed, school: SchoolDelivery) -> bool:
        if deed.is_due is None:
            return True
        async with self.reading() as books:
            return await deed.is_due(books)(school)
