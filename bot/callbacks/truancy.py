"""Buttons of warnings about missed lessons."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.classes import WarningDeed
from bot.callbacks.fields import LARGEST_ID, Page, SchoolClass
from core.ids import TruancyId

_Truancy = Annotated[TruancyId, Field(ge=1, le=LARGEST_ID)]


class OpenTruancies(CallbackData, prefix="truas1"):
    """Show the warnings about missed lessons of a class."""

    class_id: SchoolClass
    page: Page = 0


class OpenTruancy(CallbackData, prefix="trua1"):
    """Show one warning about missed lessons."""

    warning: _Truancy
    anew: bool = False


class DecideTruancy(CallbackData, prefix="truado1"):
    """Send a warning about missed lessons, change its words, or drop it."""

    warning: _Truancy
    deed: WarningDeed
