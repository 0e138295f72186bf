"""What a kept answer encloses is read and made anew when it is shown, past the same gate."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, cast

from aiogram.types import BufferedInputFile

from bot.callbacks.fields import day_of
from bot.documents.workshop import Workshop
from bot.screens.parts.enclosure import Paper
from core.access.connections import OfClass, OfStaff
from core.access.people import Actor, Address, Channel
from core.errors import Refusal
from core.ids import BroadcastId, ClassId, PaperRunId, PersonId, PupilId, SchoolId


@dataclass(frozen=True, slots=True)
class Asked:
    """What a kept answer encloses a paper of: as `Enclosure` has it."""

    of: int
    day: date | None
    what: str


Reading = Callable[[Any, Actor, Asked], Awaitable[Any]]
"""Reads the view of a paper, by the use cases of a turn and past the gate."""


def _of_pupil(use_case: str) -> Reading:
    """Return what reads a pupil's period."""

    def read(desk: Any, actor: Actor, asked: Asked) -> Awaitable[Any]:  # noqa: ANN401 - a desk
        return cast(
            "Awaitable[Any]",
            getattr(desk, use_case)(actor, PupilId(PersonId(asked.of)), asked.day),
        )

    return read


_READINGS: Final[dict[Paper, Reading]] = {
    Paper.CHART: _of_pupil("read_mark_chart"),
    Paper.ATTENDANCE: _of_pupil("read_attendance"),
    Paper.REPORT_CARD: _of_pupil("read_report_card"),
    Paper.AGENDA: lambda desk, actor, asked: desk.read_agenda(actor, PupilId(PersonId(asked.of))),
    Paper.CLASS_REPORT_SHEET: lambda desk, actor, asked: desk.make_class_report(
        actor, ClassId(asked.of), asked.what, asked.day
    ),
    Paper.CLASS_REPORT_PDF: lambda desk, actor, asked: desk.make_class_report(
        actor, ClassId(asked.of), asked.what, asked.day
    ),
    Paper.SCHOOL_REPORT_SHEET: lambda desk, actor, asked: desk.make_school_report(
        actor, SchoolId(asked.of), asked.what, asked.day
    ),
    Paper.SCHOOL_REPORT_PDF: lambda desk, actor, asked: desk.make_school_report(
        actor, SchoolId(asked.of), asked.what, asked.day
    ),
    Paper.BROADCAST_SHEET: lambda desk, actor, asked: desk.make_broadcast_report(
        actor, BroadcastId(asked.of)
    ),
    Paper.BROADCAST_PDF: lambda desk, actor, asked: desk.make_broadcast_report(
        actor, BroadcastId(asked.of)
    ),
    Paper.PRINT_RUN: lambda desk, actor, asked: desk.read_sheets(actor, PaperRunId(asked.of)),
}


_CODES: Final[dict[Paper, Reading]] = {
    Paper.CLASS_CODES: lambda desk, actor, asked: desk.invite(
        actor, OfClass(ClassId(asked.of)), _person(asked)
    ),
    Paper.STAFF_CODES: lambda desk, actor, asked: desk.invite(
        actor, OfStaff(SchoolId(asked.of)), _person(asked)
    ),
}
"""Papers with codes that are made with them: to make one is to write, and voids the one before."""


def _person(asked: Asked) -> PersonId | None:
    return PersonId(int(asked.what)) if asked.what.strip("0") else None


@dataclass(frozen=True, slots=True)
class DrawEnclosed:
    """Makes the file of a kept call.

    `begin` opens a transaction that reads, `begin_writing` one that makes codes; `named` returns
    the name by which the bot is found.
    """

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    begin_writing: Callable[[], AbstractAsyncContextManager[Any]]
    named: Callable[[], Awaitable[str]]
    use_cases: Callable[[Any], object]
    workshop: Workshop
    channel: Channel

    async def __call__(
        self, chat: str, enclosed: Mapping[str, Any], /
    ) -> BufferedInputFile | None:
        """Return the file; None where it cannot be made, or not be seen from the chat any more."""
        paper = Paper(enclosed["paper"])
        asked = Asked(enclosed["of"], day_of(enclosed["day"]), enclosed["what"])
        try:
            view = await self._view(chat, paper, asked)
        except Refusal:
            return None
        file = await self.workshop(paper, view, enclosed["language"])
        return BufferedInputFile(file.content, file.name) if file else None

    async def _view(self, chat: str, paper: Paper, asked: Asked) -> Any:  # noqa: ANN401 - as the paper has it
        making = _CODES.get(paper)
        async with self.begin_writing() if making else self.begin() as books:
            actor = await books.directory.recognise(Address(self.channel, chat), language="")
            view = await (making or _READINGS[paper])(self.use_cases(books), actor, asked)
        return replace(view, found_as=await self.named()) if making else view
