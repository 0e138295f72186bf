"""Buttons by which a person gets letters."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, NOBODY, Person


class OpenMailbox(CallbackData, prefix="mail1"):
    """Show where letters go: of the only person, of one to choose, or of one named."""

    person: Annotated[int, Field(ge=0, le=LARGEST_ID)] = NOBODY


class UseKnownAddress(CallbackData, prefix="mailfile1"):
    """Send a code to the address that the school's files have of a person."""

    person: Person


class TypeAddress(CallbackData, prefix="mailtype1"):
    """Ask for an address to send a code to."""

    person: Person


class EnterMailCode(CallbackData, prefix="mailcode1"):
    """Ask for the code of a letter that was sent before."""

    person: Person


class EndMailbox(CallbackData, prefix="mailend1"):
    """Send a person no letters any more."""

    person: Person
