"""Buttons of an account in strange hands: the question, the deed, what is void by it."""

from datetime import UTC, datetime
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, Page, Person, School
from core.ids import BreachId

Moment = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""An instant as minutes since 1970."""
BreachNumber = Annotated[BreachId, Field(ge=1, le=LARGEST_ID)]
_MINUTE = 60


class AskAboutBreach(CallbackData, prefix="breach1"):
    """Ask since when an account is in strange hands."""

    person: Person


class ChooseBreachMoment(CallbackData, prefix="breachat1"):
    """Take the moment, and ask once more."""

    person: Person
    since: Moment


class WriteBreachMoment(CallbackData, prefix="breachty1"):
    """Ask for another moment in words."""

    person: Person


class DoBreach(CallbackData, prefix="breachok1"):
    """Shut the account out and void what it did; `asked` is when that was asked."""

    person: Person
    since: Moment
    asked: Moment


class OpenBreaches(CallbackData, prefix="breaches1"):
    """Show the breaches of a school."""

    school: School


class OpenBreach(CallbackData, prefix="breachop2"):
    """Show what is void by a breach."""

    school: School
    number: BreachNumber
    page: Page = 0
    anew: bool = False


class BreachTold(CallbackData, prefix="breachtl1"):
    """Keep that head and support were told of a breach."""

    school: School
    number: BreachNumber


def minutes_of(instant: datetime) -> int:
    """Return an instant as a button names it: the last whole minute."""
    return int(instant.timestamp()) // _MINUTE


def instant_of(minutes: int) -> datetime:
    """Return the instant that a button names."""
    return datetime.fromtimestamp(minutes * _MINUTE, UTC)
