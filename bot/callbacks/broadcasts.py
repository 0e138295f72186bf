"""Buttons of broadcasts: of who writes one, of who follows it, and of who answers."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, Page, Person, Stamp
from core.ids import BroadcastId

Number = Annotated[BroadcastId, Field(ge=1, le=LARGEST_ID)]


class OpenBroadcasts(CallbackData, prefix="bcs2"):
    """Show what was sent lately, and whom the person may write to.

    `whole` asks for all of the school, where the administration otherwise sees its own.
    """

    page: Page = 0
    anew: bool = False
    whole: bool = False


class OpenBroadcastTargets(CallbackData, prefix="bcto1"):
    """Show all whom the person may write to."""

    page: Page = 0


class ToWhom(StrEnum):
    """Whose families a new broadcast is for."""

    SCHOOL = "s"
    CLASS = "c"
    COURSE = "g"


class BeginBroadcast(CallbackData, prefix="bcnew1"):
    """Begin a broadcast to a school, a class or a course."""

    whom: ToWhom
    number: Annotated[int, Field(ge=1, le=LARGEST_ID)]


class Part(StrEnum):
    """What of a broadcast that is being written is looked at or changed."""

    PREVIEW = "i"
    WHOM = "w"
    HEARERS = "h"
    GROUPS = "g"
    GROUP = "t"
    FAMILIES = "f"
    FAMILY = "p"
    WHEN = "n"
    AT = "a"
    ANSWER = "q"
    ASK = "k"
    BY = "b"
    QUORUM = "u"
    WORDS = "o"
    MORE = "z"
    CALM = "y"
    AFRESH = "r"
    LOOK = "v"
    NOT_REACHED = "x"
    TEMPLATES = "l"
    TEMPLATE = "e"
    DROP = "d"


class EditBroadcast(CallbackData, prefix="bced1"):
    """Look at a part of what is being written, or set it to a value."""

    part: Part
    value: Annotated[int, Field(ge=0, le=LARGEST_ID)] = 0
    page: Page = 0


class SendBroadcast(CallbackData, prefix="bcsend1"):
    """Send what was written; an urgent one is asked for once more. `stamp` names the draft."""

    stamp: Stamp
    sure: bool = False


class OpenBroadcast(CallbackData, prefix="bc1"):
    """Show how a broadcast goes; the message becomes its card."""

    broadcast: Number
    anew: bool = False


class OpenBroadcastFamilies(CallbackData, prefix="bcfam1"):
    """Show how a broadcast goes, family by family; or those only that owe an answer."""

    broadcast: Number
    page: Page = 0
    owing: bool = False
    anew: bool = False


class Deed(StrEnum):
    """What a sender does with a broadcast that was sent."""

    REMIND = "r"
    MORE = "m"
    CORRECT = "c"
    WITHDRAW = "w"
    WITHDRAW_SURELY = "y"
    TEMPLATE = "t"
    SCHOOL_TEMPLATE = "s"
    SHEET = "x"
    PDF = "p"
    AGAIN = "a"


class DoWithBroadcast(CallbackData, prefix="bcdo1"):
    """Remind, correct, take back, send to others, or make a template of it."""

    broadcast: Number
    deed: Deed


class AnswerBroadcast(CallbackData, prefix="bcans3"):
    """Answer the version that was shown: 0 for having read it, or the number of a choice.

    `about` is the child for whom one chooses, or the person itself who has read it; `by` is the
    mark of whose message it is.
    """

    broadcast: Number
    about: Person
    version: Annotated[int, Field(ge=1, le=99)]
    choice: Annotated[int, Field(ge=0, le=9)]
    by: Annotated[int, Field(ge=0, le=10**9 - 1)]


class OpenBroadcastChildren(CallbackData, prefix="bckid1"):
    """Show a recipient further children for whom a question is answered."""

    broadcast: Number
    person: Person
    page: Page = 0


class OpenBroadcastFiles(CallbackData, prefix="bcfile1"):
    """Show a recipient the files of a broadcast."""

    broadcast: Number
    person: Person
