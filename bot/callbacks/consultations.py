"""Buttons of the log of consultations: its rows, and what of one is put right."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import BaseModel, Field

from bot.callbacks.fields import Page, School
from core.helpdesk.log.correcting import Piece, Right
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter

RowNumber = Annotated[int, Field(ge=1, le=2**31 - 1)]


class OpenLog(CallbackData, prefix="cnl1"):
    """Show the latest closings."""

    school: School
    page: Page = 0


class _OfRow(BaseModel):
    """A row of a school's log."""

    school: School
    row: RowNumber


class OpenLogRow(_OfRow, CallbackData, prefix="cnlr1"):
    """Show a closing."""


class AskRight(_OfRow, CallbackData, prefix="cnla1"):
    """Ask what is right instead."""

    piece: Piece


class SetLogTopic(_OfRow, CallbackData, prefix="cnlt1"):
    """Put the topic right."""

    topic: Topic

    @property
    def right(self) -> Right:
        """Return what is right."""
        return self.topic


class SetLogOutcome(_OfRow, CallbackData, prefix="cnlo1"):
    """Put right how it ended."""

    outcome: Closing

    @property
    def right(self) -> Right:
        """Return what is right."""
        return self.outcome


class SetLogMatter(_OfRow, CallbackData, prefix="cnlm1"):
    """Put right what it was: a question, a remark or a proposal."""

    matter: Matter

    @property
    def right(self) -> Right:
        """Return what is right."""
        return self.matter


SetRight = SetLogTopic | SetLogOutcome | SetLogMatter
