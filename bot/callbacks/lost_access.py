"""Buttons of who lost access: a stranger's, and the administrator's."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, School
from core.ids import LostAccessId


class SayLostAccess(CallbackData, prefix="lost1"):
    """Ask a stranger at which school access was lost."""


class SayLostAccessAt(CallbackData, prefix="lostat1"):
    """Ask a stranger who it is."""

    school: School


class OpenLostAccess(CallbackData, prefix="lostlist1"):
    """Show the administrator who waits for a new code."""

    school: School


class LostAccessAnswered(CallbackData, prefix="lostok1"):
    """Close a request."""

    number: Annotated[LostAccessId, Field(ge=1, le=LARGEST_ID)]
