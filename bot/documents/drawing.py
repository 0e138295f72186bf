"""What a kept answer encloses is read and made anew when it is shown, past the same gate."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Protocol

from aiogram.types import BufferedInputFile

from bot.callbacks.fields import day_of
from bot.documents.bench import File
from bot.documents.vendor_packet import PicturedPacket
from bot.documents.workshop import Workshop
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.telegram.fetching import NotFetched
from core.access.connections import Invite, OfClass, OfStaff
from core.access.people import Actor, Address, Channel
from core.diary.papers.agenda import ReadAgenda
from core.diary.papers.attendance import ReadAttendance
from core.diary.papers.charting import ReadMarkChart
from core.diary.papers.report_card import ReadReportCard
from core.errors import NotFound, Refusal
from core.helpdesk.duty.calendars import ReadSchoolDuty
from core.helpdesk.duty.reading import ReadOwnDuty
from core.helpdesk.tickets.reading import ReadTicket
from core.helpdesk.vendor.making import OpenPacket
from core.helpdesk.vendor.packet import Packet
from core.ids import (
    BroadcastId,
    ClassId,
    PacketId,
    PaperRunId,
    PeriodId,
    PersonId,
    PupilId,
    SchoolId,
    TicketId,
)
from core.notices.paper.reading import ReadSheets
from core.reports.of_class import MakeClassReport
from core.reports.of_school import MakeSchoolReport
from core.reports.reviews import MakeReviewReport
from core.reports.table import Report


@dataclass(frozen=True, slots=True)
class Asked:
    """What a kept answer encloses a paper of: as `Enclosure` has it."""

    of: int
    day: date | None
    what: str


class Readings(Protocol):
    """What reads the views of papers in a turn, each past the gate of its own."""

    @property
    def read_mark_chart(self) -> ReadMarkChart:
        """Reads the chart of a pupil's marks."""
        ...

    @property
    def read_attendance(self) -> ReadAttendance:
        """Reads the calendar of a pupil's attendance."""
        ...

    @property
    def read_report_card(self) -> ReadReportCard:
        """Reads the table of a period."""
        ...

    @property
    def read_agenda(self) -> ReadAgenda:
        """Reads what lies ahead of a pupil."""
        ...

    @property
    def make_class_report(self) -> MakeClassReport:
        """Reads a report of a class."""
        ...

    @property
    def make_school_report(self) -> MakeSchoolReport:
        """Reads a report of a school."""
        ...

    @property
    def make_broadcast_report(self) -> Callable[[Actor, BroadcastId], Awaitable[Report]]:
        """Reads how a broadcast goes."""
        ...

    @property
    def make_review_report(self) -> MakeReviewReport:
        """Reads who reviewed, in a week or a period."""
        ...

    @property
    def read_sheets(self) -> ReadSheets:
        """Reads the sheets of a print run."""
        ...

    @property
    def open_packet(self) -> OpenPacket:
        """Opens a packet for the vendor's support."""
        ...

    @property
    def read_own_duty(self) -> ReadOwnDuty:
        """Reads a consultant's own duty."""
        ...

    @property
    def read_school_duty(self) -> ReadSchoolDuty:
        """Reads a school's duty, all topics of it."""
        ...

    @property
    def read_ticket(self) -> ReadTicket:
        """Reads a ticket with all that was said."""
        ...

    @property
    def invite(self) -> Invite:
        """Makes codes, and reads whom they are for."""
        ...


Reading = Callable[[Readings, Actor, Asked], Awaitable[Any]]
"""Reads the view of a paper; each paper has a view of its own kind."""


def _reviews(desk: Readings, actor: Actor, asked: Asked) -> Awaitable[Report]:
    """Read the table of a week, or of the period that is named."""
    make, class_id = desk.make_review_report, ClassId(asked.of)
    if asked.what:
        return make.of_period(actor, class_id, PeriodId(int(asked.what)))
    return make.of_week(actor, class_id, asked.day)


_READINGS: Final[dict[Paper, Reading]] = {
    Paper.CHART: lambda desk, actor, asked: desk.read_mark_chart(actor, _pupil(asked), asked.day),
    Paper.ATTENDANCE: lambda desk, actor, asked: desk.read_attendance(
        actor, _pupil(asked), asked.day
    ),
    Paper.REPORT_CARD: lambda desk, actor, asked: desk.read_report_card(
        actor, _pupil(asked), asked.day
    ),
    Paper.AGENDA: lambda desk, actor, asked: desk.read_agenda(actor, _pupil(asked)),
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
    Paper.REVIEWS_SHEET: _reviews,
    Paper.REVIEWS_PDF: _reviews,
    Paper.DUTY: lambda desk, actor, _: desk.read_own_duty.to_calendar(actor),
    Paper.DUTY_SCHEDULE: lambda desk, actor, asked: desk.read_school_duty(
        actor, SchoolId(asked.of)
    ),
    Paper.TRANSCRIPT: lambda desk, actor, asked: desk.read_ticket.as_asker(
        actor, TicketId(asked.of)
    ),
    Paper.PRINT_RUN: lambda desk, actor, asked: desk.read_sheets(actor, PaperRunId(asked.of)),
    Paper.VENDOR_PACKET: lambda desk, actor, asked: desk.open_packet.complete(
        actor, PacketId(asked.of)
    ),
}


_CODES: Final[dict[Paper, Reading]] = {
    Paper.CLASS_CODES: lambda desk, actor, asked: desk.invite(
        actor, OfClass(ClassId(asked.of)), _persons(asked)
    ),
    Paper.STAFF_CODES: lambda desk, actor, asked: desk.invite(
        actor, OfStaff(SchoolId(asked.of)), _persons(asked)
    ),
}
"""Papers with codes that are made with them: to make one is to write, and voids the one before."""


def _pupil(asked: Asked) -> PupilId:
    return PupilId(PersonId(asked.of))


def _persons(asked: Asked) -> Collection[PersonId]:
    return frozenset(PersonId(int(one)) for one in asked.what.split())


Known = Callable[[Any], Awaitable[Actor]]
"""Says in a transaction for whom a paper is made."""


@dataclass(frozen=True, slots=True)
class MakeEnclosed:
    """Makes what a screen encloses, as somebody may see it now.

    `begin` opens a transaction that reads, `begin_writing` one that makes codes; `named` returns
    the name by which the bot is found.
    """

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    begin_writing: Callable[[], AbstractAsyncContextManager[Any]]
    named: Callable[[], Awaitable[str]]
    use_cases: Callable[[Any], Readings]
    workshop: Workshop
    fetch: Callable[[str], Awaitable[bytes | None]]

    async def __call__(self, enclosed: Enclosure, known: Known) -> File | None:
        """Return the file; None where it cannot be made, or not be seen any more."""
        try:
            view = await self._view(enclosed, known)
            if enclosed.paper is Paper.VENDOR_PACKET:
                view = await self._pictured(view)
        except (Refusal, NotFetched):
            return None
        return await self.workshop(enclosed.paper, view, enclosed.language)

    async def _pictured(self, packet: Packet) -> PicturedPacket:
        found = [await self.fetch(one.reference) for one in packet.story.pictures]
        if None in found:
            raise NotFound
        return PicturedPacket(packet, tuple(one for one in found if one is not None))

    async def _view(self, enclosed: Enclosure, known: Known) -> Any:  # noqa: ANN401 - as the paper has it
        asked = Asked(enclosed.of, day_of(enclosed.day), enclosed.what)
        making = _CODES.get(enclosed.paper)
        async with self.begin_writing() if making else self.begin() as books:
            actor, desk = await known(books), self.use_cases(books)
            view = await (making or _READINGS[enclosed.paper])(desk, actor, asked)
        return replace(view, found_as=await self.named()) if making else view


@dataclass(frozen=True, slots=True)
class DrawEnclosed:
    """Makes the file of a kept call, for who speaks from the chat that it goes to."""

    make: MakeEnclosed
    channel: Channel

    async def __call__(
        self, chat: str, enclosed: Mapping[str, Any], /
    ) -> BufferedInputFile | None:
        """Return the file; None where it cannot be made, or not be seen from the chat any more."""
        address = Address(self.channel, chat)
        file = await self.make(
            Enclosure(**{**enclosed, "paper": Paper(enclosed["paper"])}),
            lambda books: books.directory.recognise(address, language=""),
        )
        return BufferedInputFile(file.content, file.name) if file else None
