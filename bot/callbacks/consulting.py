"""Buttons of who answers: the desk, a ticket's card, answers, and what becomes of a ticket."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, NOBODY, Minute, Page, RealDay, School, Stamp
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.tickets.likeness import Likeness
from core.helpdesk.values import Closing
from core.ids import AnswerTemplateId, DutyId, SchoolId, TicketEntryId, TicketId

Number = Annotated[TicketId, Field(ge=1, le=LARGEST_ID)]
Said = Annotated[TicketEntryId, Field(ge=1, le=LARGEST_ID)]
Template = Annotated[AnswerTemplateId, Field(ge=1, le=LARGEST_ID)]
_MayBe = Annotated[int, Field(ge=0, le=LARGEST_ID)]
_Window = Annotated[DutyId, Field(ge=1, le=LARGEST_ID)]
_Chosen = Annotated[int, Field(ge=0, le=2**16 - 1)]


class Shelf(StrEnum):
    """A part of the desk."""

    MINE = "m"
    FREE = "f"
    ASKED = "a"
    """Those that wait for the asker's word."""
    ASLEEP = "s"


class OpenDesk(CallbackData, prefix="cns1"):
    """Show what lies on a consultant's desk; school 0: at the first school that has one."""

    school: _MayBe = NOBODY
    shelf: Shelf = Shelf.MINE
    page: Page = 0
    anew: bool = False


class OpenOverview(CallbackData, prefix="cnso1"):
    """Show the administrator all tickets under way; only what is overdue, if so asked."""

    school: School
    overdue: bool = False
    page: Page = 0
    anew: bool = False


class OpenTicket(CallbackData, prefix="cnst1"):
    """Show a ticket's card to who answers, the latest words first."""

    ticket: Number
    page: Page = 0
    anew: bool = False


class OpenTicketMore(CallbackData, prefix="cnsm1"):
    """Show what is seldom done with a ticket."""

    ticket: Number


class OpenOwners(CallbackData, prefix="cnsh1"):
    """Show who had a ticket, and since when."""

    ticket: Number
    page: Page = 0


class OpenEntry(CallbackData, prefix="cnse1"):
    """Show what was said in full; `version` 0 is the latest."""

    entry: Said
    version: Annotated[int, Field(ge=0, le=99)] = 0


class OpenEntryFiles(CallbackData, prefix="cnsf1"):
    """Show the files of what was said."""

    entry: Said


class ClaimTicket(CallbackData, prefix="cnsc1"):
    """Take a ticket that nobody has."""

    ticket: Number
    anew: bool = False


class TakeOver(CallbackData, prefix="cnsto1"):
    """As an administrator, take a ticket that somebody has."""

    ticket: Number


class Kind(StrEnum):
    """What is said by a consultant."""

    ANSWER = "a"
    ASK_BACK = "b"
    NOTE = "n"
    HAND_NOTE = "h"
    """A note for who gets it: the ticket is handed over next."""


class BeginWords(CallbackData, prefix="cnsa1"):
    """Begin an answer, a question back, or a note: the next words are that."""

    ticket: Number
    kind: Kind = Kind.ANSWER
    anew: bool = False


class SendWords(CallbackData, prefix="cnsgo1"):
    """Send what was gathered, as an answer or as what it was begun as; `stamp` names the draft."""

    stamp: Stamp


class KeepAsNote(CallbackData, prefix="cnsno1"):
    """What was written is no answer: keep it as a note."""

    stamp: Stamp


class DropWords(CallbackData, prefix="cnsdr1"):
    """Throw away what was written."""

    stamp: Stamp


class OpenHeirs(CallbackData, prefix="cnsp1"):
    """Show to whom a ticket can be handed over."""

    ticket: Number
    page: Page = 0
    anew: bool = False


class HandToWindow(CallbackData, prefix="cnsw1"):
    """Hand a ticket to who is on duty in a window on a day, now or then."""

    ticket: Number
    window: _Window
    day: RealDay

    @property
    def key(self) -> ShiftKey:
        """Return which turn it is."""
        return ShiftKey(self.window, date.fromordinal(self.day))


class Whither(StrEnum):
    """Where a ticket goes without a person being named."""

    NEXT_WINDOW = "n"
    ADMINISTRATOR = "a"


class HandOn(CallbackData, prefix="cnsx1"):
    """Let a ticket wait for its next window, or hand it to the administrators."""

    ticket: Number
    to: Whither


class OpenMerge(CallbackData, prefix="cnsmg1"):
    """Show the tickets that can be merged into one; `chosen` are ticked, a bit a line."""

    ticket: Number
    page: Page = 0
    chosen: _Chosen = 0
    stamp: Stamp = 0


class MergeThese(CallbackData, prefix="cnsmx1"):
    """Merge what is ticked; `stamp` tells which tickets were shown."""

    ticket: Number
    page: Page
    chosen: _Chosen
    stamp: Stamp


class OpenAlike(CallbackData, prefix="cnsml1"):
    """Show how many are alike to a ticket, before all of them are merged into it."""

    ticket: Number
    how: Likeness


class MergeAll(CallbackData, prefix="cnsma1"):
    """Merge all that are alike, up to the latest of the `count` that were shown."""

    ticket: Number
    how: Likeness
    upto: Number
    count: Annotated[int, Field(ge=1, le=999)]


class OpenSnooze(CallbackData, prefix="cnsz1"):
    """Ask until when a ticket is set aside."""

    ticket: Number


class Pause(StrEnum):
    """Until when a ticket is set aside."""

    HOUR = "h"
    EVENING = "e"
    MORNING = "m"
    WINDOW = "w"
    """The own next window."""


class Snooze(CallbackData, prefix="cnszs1"):
    """Set a ticket aside."""

    ticket: Number
    until: Pause


class AskFinish(CallbackData, prefix="cnsy1"):
    """Ask until when the owner goes on after the window."""

    ticket: Number
    anew: bool = False


class FinishBy(CallbackData, prefix="cnsys1"):
    """Keep a ticket until a minute of this day."""

    ticket: Number
    minute: Minute


class CloseTicket(CallbackData, prefix="cnsq2"):
    """Ask how a ticket ended that is closed."""

    ticket: Number


class EndTicket(CallbackData, prefix="cnsqe1"):
    """Close a ticket, and say how it ended."""

    ticket: Number
    how: Closing


class SayHere(CallbackData, prefix="cnsi2"):
    """«Я здесь»: the consultant is there before the window, which begins as it was asked about."""

    school: School
    window: _Window
    day: RealDay
    starts: Stamp

    @classmethod
    def of(cls, school: SchoolId, shift: Shift) -> "SayHere":
        """Return what says it of a turn at its hours."""
        day, starts = shift.day.toordinal(), int(shift.starts_at.timestamp())
        return cls(school=school, window=shift.window, day=day, starts=starts)

    @property
    def starts_at(self) -> datetime:
        """Return when the turn began that was asked about."""
        return datetime.fromtimestamp(self.starts, UTC)

    @property
    def key(self) -> ShiftKey:
        """Return which turn it is."""
        return ShiftKey(self.window, date.fromordinal(self.day))


class OpenTemplates(CallbackData, prefix="cnsr1"):
    """Show the templates of a school; with a ticket, those for its answer."""

    school: School
    ticket: _MayBe = NOBODY
    page: Page = 0


class OpenTemplate(CallbackData, prefix="cnsrt1"):
    """Show a template."""

    template: Template
    ticket: _MayBe = NOBODY


class AddTemplate(CallbackData, prefix="cnsra1"):
    """Begin a template: an own one, or one of the school's."""

    school: School
    shared: bool = False
    ticket: _MayBe = NOBODY


class EditTemplate(CallbackData, prefix="cnsre1"):
    """Say a template in other words."""

    template: Template


class DropTemplate(CallbackData, prefix="cnsrd1"):
    """Ask whether a template goes; where `sure`, it does."""

    template: Template
    sure: bool = False


class UseTemplate(CallbackData, prefix="cnsru1"):
    """Begin an answer with the words of a template."""

    template: Template
    ticket: Number
