"""What a kept answer encloses is read and made anew when it is shown, past the same gate."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, Final

from aiogram.types import BufferedInputFile

from bot.callbacks.fields import day_of
from bot.documents.workshop import Workshop
from bot.screens.parts.enclosure import Paper
from core.access.people import Actor, Address
from core.errors import AccessRefused, NotFound
from core.ids import PersonId, PupilId

_READINGS: Final = {
    Paper.CHART: attrgetter("read_mark_chart"),
    Paper.ATTENDANCE: attrgetter("read_attendance"),
    Paper.REPORT_CARD: attrgetter("read_report_card"),
    Paper.AGENDA: attrgetter("read_agenda"),
}


@dataclass(frozen=True, slots=True)
class DrawEnclosed:
    """Makes the file of a kept call; `begin` opens a transaction that reads."""

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    use_cases: Callable[[Any], object]
    workshop: Workshop
    channel: str

    async def __call__(
        self, chat: str, enclosed: Mapping[str, Any], /
    ) -> BufferedInputFile | None:
        """Return the file; None where it cannot be made, or not be seen from the chat any more."""
        paper = Paper(enclosed["paper"])
        pupil, day = PupilId(PersonId(enclosed["pupil"])), day_of(enclosed["day"])
        async with self.begin() as books:
            actor = await books.directory.recognise(Address(self.channel, chat), language="")
            try:
                view = await self._read(books, actor, paper, pupil, day)
            except (AccessRefused, NotFound):
                return None
        file = await self.workshop(paper, view, enclosed["language"])
        return BufferedInputFile(file.content, file.name) if file else None

    async def _read(
        self,
        books: Any,  # noqa: ANN401 - a transaction
        actor: Actor,
        paper: Paper,
        pupil: PupilId,
        day: date | None,
    ) -> Any:  # noqa: ANN401 - the paper's view
        reading = _READINGS[paper](self.use_cases(books))
        if paper is Paper.AGENDA:
            return await reading(actor, pupil)
        return await reading(actor, pupil, day)
