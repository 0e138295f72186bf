"""What is read to be drawn: charts, calendars, report cards, agendas and the links to them."""

from functools import cached_property

from bot.composition.desk import Desk
from core.diary.papers.agenda_links import (
    CutAgendaLink,
    LookAtAgendaLink,
    RenewAgendaLink,
)
from core.diary.papers.attendance import ReadAttendance
from core.diary.papers.report_card import ReadReportCard


class PaperDesk(Desk):
    """Use cases of pictures, documents and calendars."""

    @cached_property
    def read_attendance(self) -> ReadAttendance:
        """Reads the calendar of a pupil's attendance."""
        return ReadAttendance(self.reader)

    @cached_property
    def read_report_card(self) -> ReadReportCard:
        """Reads the table of a period."""
        return ReadReportCard(self.reader)

    @cached_property
    def look_at_agenda_link(self) -> LookAtAgendaLink:
        """Says whether a person has a link."""
        return LookAtAgendaLink(self.tx.agenda_links, self.tx.diary)

    @cached_property
    def renew_agenda_link(self) -> RenewAgendaLink:
        """Gives a new link; the old one ends."""
        return RenewAgendaLink(self.tx.agenda_links, self.tx.diary, self.clock, self.run.pepper)

    @cached_property
    def cut_agenda_link(self) -> CutAgendaLink:
        """Ends a link."""
        return CutAgendaLink(self.tx.agenda_links, self.tx.diary, self.clock)
