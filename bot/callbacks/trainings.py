"""Buttons of trainings: of who plans and holds one, and of who is invited."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, Page, Person, School, Stamp
from core.ids import TrainingId

Number = Annotated[TrainingId, Field(ge=1, le=LARGEST_ID)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]


class OpenTrainings(CallbackData, prefix="trn1"):
    """Show what lies ahead, or what is over."""

    past: bool = False
    page: Page = 0
    anew: bool = False


class BeginTraining(CallbackData, prefix="trnnew1"):
    """Begin to plan a training of a school."""

    school: School


class Part(StrEnum):
    """What of a training that is being planned is looked at or changed."""

    PLAN = "i"
    WHOM = "w"
    """Choose who is taught."""
    CIRCLE = "k"
    """Set who is taught: one of `Whom`, by its place."""
    CLASS = "c"
    """Choose or set the class whose families are invited."""
    PERSON = "p"
    """Mark one of the staff, or none of them more; 0: only look."""
    TOPIC = "t"
    """Mark a topic by its place, counted from 1; 0: only look."""
    TIME = "d"
    ROOM = "r"
    WORDS = "o"


class EditTraining(CallbackData, prefix="trned2"):
    """Look at a part of the plan with this stamp, or set it to a value."""

    stamp: Stamp
    part: Part
    value: Annotated[int, Field(ge=0, le=LARGEST_ID)] = 0
    page: Page = 0


class InviteToTraining(CallbackData, prefix="trngo1"):
    """Keep the plan with this stamp, and invite."""

    stamp: Stamp


class OpenTraining(CallbackData, prefix="trnone1"):
    """Show a training to who holds it."""

    training: Number


class MoveTraining(CallbackData, prefix="trnmv1"):
    """Ask for another time."""

    training: Number


class CallOffTraining(CallbackData, prefix="trnoff1"):
    """Call a training off, after having been asked."""

    training: Number
    sure: bool = False


class OpenGuests(CallbackData, prefix="trnwho1"):
    """Show who is invited, what they said, and who came."""

    training: Number
    page: Page = 0


class TickGuest(CallbackData, prefix="trntk2"):
    """Say of one of the invited whether they came."""

    training: Number
    person: Person
    came: bool
    page: Page = 0


class TickPromised(CallbackData, prefix="trntkall1"):
    """Tick off all who said to come."""

    training: Number


class OpenInvitation(CallbackData, prefix="trnin1"):
    """Show a training to who is invited."""

    training: Number
    person: Person


class ReplyToTraining(CallbackData, prefix="trnre1"):
    """Say whether to come at the time that was shown."""

    training: Number
    person: Person
    version: Version
    coming: bool
