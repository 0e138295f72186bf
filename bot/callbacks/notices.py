"""Buttons under notices."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, Notice, Stamp
from core.ids import NoticeId


class ReadNews(CallbackData, prefix="read1"):
    """Read what a message kept back that told only that there is news."""

    notice: Annotated[NoticeId, Field(ge=1, le=LARGEST_ID)]


class AcknowledgeNotice(CallbackData, prefix="ack2"):
    """Say that the recipient has read a notice; `stamp` tells what was shown with the button."""

    notice: Notice
    stamp: Stamp


class OpenNotice(CallbackData, prefix="notice1"):
    """Show a notice that must be acknowledged; the message with the button stays."""

    notice: Notice
