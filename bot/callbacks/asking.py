"""Buttons of who asks for help: the way there, the question, and what was asked."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import BaseModel, Field

from bot.callbacks.fields import LARGEST_ID, NOBODY, Page, School, Stamp
from core.helpdesk.answers.known import OwnAnswer, Ref
from core.helpdesk.topics import Topic
from core.helpdesk.values import Matter
from core.ids import KnownAnswerId, TicketEntryId, TicketId

Number = Annotated[TicketId, Field(ge=1, le=LARGEST_ID)]
Said = Annotated[TicketEntryId, Field(ge=1, le=LARGEST_ID)]
_MayBe = Annotated[int, Field(ge=0, le=LARGEST_ID)]


class OpenHelpDesk(CallbackData, prefix="hlp1"):
    """Show where help is had: to ask, what was asked, who is on duty."""

    anew: bool = False


class BeginAsking(CallbackData, prefix="askhlp1"):
    """Begin a question to a school; without one, to the only school or one to choose."""

    school: _MayBe = NOBODY
    anew: bool = False


class AskTopic(CallbackData, prefix="askto1"):
    """Show the topics again."""

    stamp: Stamp


class SetTopic(CallbackData, prefix="askts1"):
    """Ask about this topic."""

    stamp: Stamp
    topic: Topic


class AskAbout(CallbackData, prefix="askab1"):
    """Show whom or what the question can be about."""

    stamp: Stamp
    page: Page = 0


class SetAbout(CallbackData, prefix="askas1"):
    """Ask about a child, a course, or neither."""

    stamp: Stamp
    pupil: _MayBe = NOBODY
    course: _MayBe = NOBODY


class SkipAnswers(CallbackData, prefix="askno1"):
    """None of the known answers is the one: ask."""

    stamp: Stamp


class SetMatter(CallbackData, prefix="askma1"):
    """Say whether it is a question, a remark or a proposal."""

    stamp: Stamp
    matter: Matter


class AskReason(CallbackData, prefix="askur1"):
    """Ask why it cannot wait."""

    stamp: Stamp


class BackToAsking(CallbackData, prefix="askbk1"):
    """Show what was written so far."""

    stamp: Stamp


class SendAsking(CallbackData, prefix="askgo2"):
    """Send what was written so far; `as_chosen`: though it sounds like lost access."""

    stamp: Stamp
    as_chosen: bool = False


class DropAsking(CallbackData, prefix="askdr2"):
    """Throw away what was written so far."""

    stamp: Stamp


class OpenRequests(CallbackData, prefix="reqs1"):
    """Show what the person asked."""

    page: Page = 0
    anew: bool = False


class OpenRequest(CallbackData, prefix="req1"):
    """Show its asker a ticket, the latest words first."""

    ticket: Number
    page: Page = 0
    anew: bool = False


class OpenRequestMore(CallbackData, prefix="reqm1"):
    """Show what is seldom done with a ticket."""

    ticket: Number


class OpenRequestEntry(CallbackData, prefix="reqe1"):
    """Show what was said in a ticket in full; `version` 0 is the latest."""

    entry: Said
    version: Annotated[int, Field(ge=0, le=99)] = 0


class OpenRequestFiles(CallbackData, prefix="reqf1"):
    """Show the files of what was said in a ticket."""

    entry: Said


class AddToRequest(CallbackData, prefix="reqw1"):
    """Say more in a ticket."""

    ticket: Number
    anew: bool = False


class AskOtherTopic(CallbackData, prefix="reqto1"):
    """Show the topics to which a ticket can go."""

    ticket: Number


class SetOtherTopic(CallbackData, prefix="reqts1"):
    """Let a ticket go to who answers another topic."""

    ticket: Number
    topic: Topic


class AskRequestUrgent(CallbackData, prefix="requr1"):
    """Ask why a ticket cannot wait."""

    ticket: Number


class Word(StrEnum):
    """What the asker says of a ticket by one tap."""

    HELPED = "h"
    NOT_HELPED = "n"
    CANCEL = "c"
    CANCEL_SURE = "s"
    APART = "a"
    """It is another question than that with which it was merged."""


class SayOfRequest(CallbackData, prefix="reqsay1"):
    """Confirm a ticket, open it again (apart from others too), or cancel it."""

    ticket: Number
    word: Word


class RateRequest(CallbackData, prefix="reqr1"):
    """Say how much the help was worth; 0 only shows the choice."""

    ticket: Number
    stars: Annotated[int, Field(ge=0, le=5)] = 0


class SendTranscript(CallbackData, prefix="reqtr1"):
    """Send all that was said in a ticket as a file."""

    ticket: Number


class _Answer(BaseModel):
    """A known answer: the school's by its number, the bot's own by its code."""

    number: _MayBe = NOBODY
    own: Annotated[str, Field(pattern="^[a-z0-9-]*$", max_length=12)] = ""

    @property
    def ref(self) -> Ref:
        """Return which known answer it is; one that there is not is found by nobody."""
        own = {one.value: one for one in OwnAnswer}.get(self.own)
        return own or KnownAnswerId(self.number)


class _OfAnswer(_Answer):
    """A known answer of a school."""

    school: School


class OpenKnownAnswer(_Answer, CallbackData, prefix="known2"):
    """Show a known answer to who is about to ask."""

    stamp: Stamp


class KnownAnswerHelped(_Answer, CallbackData, prefix="knownok2"):
    """Say that a known answer helped: what was begun is not asked."""

    stamp: Stamp


class OpenKeptAnswers(CallbackData, prefix="knowns1"):
    """Show the known answers to those who keep them; or ask the topic of a new one."""

    school: School
    page: Page = 0
    new: bool = False


class OpenKeptAnswer(_OfAnswer, CallbackData, prefix="knownk1"):
    """Show a known answer to those who keep it."""


class AddKnownAnswer(CallbackData, prefix="knownn1"):
    """Begin a known answer of a topic."""

    school: School
    topic: Topic


class EditKnownAnswer(_OfAnswer, CallbackData, prefix="knowne1"):
    """Say a known answer in other words."""


class RetireKnownAnswer(_OfAnswer, CallbackData, prefix="knownr1"):
    """Offer a known answer no more; or again."""

    retired: bool
