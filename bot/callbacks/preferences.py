"""Buttons by which a person chooses what to hear, when and over which channel."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks.fields import LARGEST_ID, NOBODY, Minute, Page, Person
from core.access.zones import OwnZone
from core.notices.preferences import Nights, Timing, Topic, Via


class OpenPreferences(CallbackData, prefix="pref2"):
    """Show what a person hears and when: of the only person, of one to choose, or of one named."""

    person: Annotated[int, Field(ge=0, le=LARGEST_ID)] = NOBODY
    page: Page = 0


class OpenTopic(CallbackData, prefix="topic1"):
    """Show when a person hears of a topic, to choose otherwise."""

    person: Person
    topic: Topic


class OpenAlways(CallbackData, prefix="always1"):
    """Say what is told at once whatever was chosen, and why."""

    person: Person


class ChooseTiming(CallbackData, prefix="when1"):
    """Hear of a topic at another time from now on, or no more."""

    person: Person
    topic: Topic
    timing: Timing


class OpenNights(CallbackData, prefix="nights1"):
    """Show a person's quiet hours."""

    person: Person


class ChooseNights(CallbackData, prefix="hush1"):
    """Have other quiet hours from now on; own ones from a minute of the day to another."""

    person: Person
    nights: Nights
    begin: Minute
    end: Minute


class OpenZones(CallbackData, prefix="zones1"):
    """Show by whose clock a person is told times, to choose another one."""

    person: Person


class ChooseZone(CallbackData, prefix="zone1"):
    """Be told times by the clock of a zone from now on; without one by the school's."""

    person: Person
    zone: OwnZone | None = None


class ChooseWording(CallbackData, prefix="plain1"):
    """Get messages that tell all, or only that there is news."""

    person: Person
    neutral: bool


class ForgetPreferences(CallbackData, prefix="asbefore1"):
    """Hear all again as who chose nothing."""

    person: Person


class ChooseWay(CallbackData, prefix="way2"):
    """Hear of a topic in the chat from now on, by letter, or both."""

    person: Person
    topic: Topic
    via: Via


class ChooseWayOfAll(CallbackData, prefix="ways1"):
    """Hear of everything that may be chosen in the chat from now on, by letter, or both."""

    person: Person
    via: Via
