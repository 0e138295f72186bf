"""Buttons of threads: of who reads one, writes, keeps it, and of whom one may write to."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, NOBODY, Minute, Page, Person, Pupil, School, Stamp
from core.ids import MessageId, ThreadId

Thread = Annotated[ThreadId, Field(ge=1, le=LARGEST_ID)]
Said = Annotated[MessageId, Field(ge=1, le=LARGEST_ID)]
Group = Annotated[int, Field(ge=0, le=LARGEST_ID)]
"""A class or course through which people have to do with each other; 0 for none."""


class OpenThreads(CallbackData, prefix="thrs1"):
    """Show the person's threads."""

    page: Page = 0
    anew: bool = False


class OpenThread(CallbackData, prefix="thr1"):
    """Show a thread, the latest messages first."""

    thread: Thread
    page: Page = 0
    anew: bool = False


class OpenMessage(CallbackData, prefix="msg1"):
    """Show a message in full; `version` 0 is the latest."""

    message: Said
    version: Annotated[int, Field(ge=0, le=99)] = 0


class OpenMessageFiles(CallbackData, prefix="msgf1"):
    """Show the files of a message."""

    message: Said


class AnswerThread(CallbackData, prefix="msgans1"):
    """Write in a thread."""

    thread: Thread
    anew: bool = False


class SendGathered(CallbackData, prefix="msgsend1"):
    """Send the files that were gathered; `stamp` names the draft."""

    stamp: Stamp


class MarkUrgent(CallbackData, prefix="msgurg1"):
    """Let what is being written come at night too."""

    stamp: Stamp


class SettleThread(CallbackData, prefix="thrset2"):
    """Say that no answer is needed to what was said up to a message."""

    message: Said


class ChooseSuccessor(CallbackData, prefix="thrhand1"):
    """Choose who is to keep a thread."""

    thread: Thread
    page: Page = 0


class HandTo(CallbackData, prefix="thrto1"):
    """Hand a thread over."""

    thread: Thread
    person: Person


class OpenDoors(CallbackData, prefix="wdoor1"):
    """Choose where whom to write to is found: a child, a class, a course, the staff."""

    page: Page = 0


class Through(StrEnum):
    """What kind of list leads to a pupil."""

    CLASS = "c"
    COURSE = "g"


class OpenBehind(CallbackData, prefix="wgrp1"):
    """Choose a pupil of a class or course."""

    through: Through
    group: Annotated[int, Field(ge=1, le=LARGEST_ID)]
    page: Page = 0


class OpenStaff(CallbackData, prefix="wstf1"):
    """Choose somebody of the staff."""

    school: School
    page: Page = 0


class OpenContacts(CallbackData, prefix="wcon1"):
    """Choose whom to write to about a pupil."""

    pupil: Pupil
    group: Group = 0
    page: Page = 0
    anew: bool = False


class WriteTo(CallbackData, prefix="wrt1"):
    """Write to a person, about a pupil or none."""

    person: Person
    pupil: Annotated[int, Field(ge=0, le=LARGEST_ID)] = NOBODY
    group: Group = 0


class OpenHours(CallbackData, prefix="hrs1"):
    """Show when the person answers."""

    person: Person


class ChooseHours(CallbackData, prefix="hrset1"):
    """Answer between two minutes of the day; where both are 0, in the school's hours."""

    person: Person
    begin: Minute = 0
    end: Minute = 0
