"""How a training is spoken of: when, for whom, about what."""

from datetime import datetime
from typing import Final

from bot.screens.helpdesk.words import by_own_clock, topics
from bot.texts.formats import clock_time, weekday_and_day
from bot.texts.html import cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.zones import Zones
from core.helpdesk.training.training import Part, Training, Whom

ROOM_LENGTH: Final = 60
CLASS_LENGTH: Final = 16

_WHOM: Final[dict[Whom, Key]] = {
    Whom.TEACHERS: "training-whom-teachers",
    Whom.CLASS_TEACHERS: "training-whom-class-teachers",
    Whom.PERSONS: "training-whom-persons",
}
PARTS: Final[dict[Part, Key]] = {
    Part.INVITEES: "training-part-invitees",
    Part.TOPICS: "training-part-topics",
    Part.TIME: "training-part-time",
    Part.ROOM: "training-part-room",
}
"""How what a plan lacks is called."""


def whom(speech: Speech, of: Whom, class_title: str) -> str:
    """Return for whom it is: «все учителя», «родители 7А»."""
    if of is not Whom.FAMILIES:
        return speech.label(_WHOM[of])
    if not class_title:
        return speech.label("training-whom-families-open")
    return speech.label("training-whom-families", **{"class": cut(class_title, CLASS_LENGTH)})


def moment(speech: Speech, at: datetime, zones: Zones) -> dict[str, str]:
    """Return day and time, by the clock of who comes; said so where the school's differs."""
    local = at.astimezone(zones.here)
    return {
        "day": weekday_and_day(local.date(), speech.language),
        "time": by_own_clock(speech, clock_time(local.time()), at, zones),
    }


def school_moment(speech: Speech, at: datetime, zones: Zones) -> dict[str, str]:
    """Return day and time by the school's clock, by which it is planned; said so likewise."""
    local = at.astimezone(zones.school)
    said = clock_time(local.time())
    return {
        "day": weekday_and_day(local.date(), speech.language),
        "time": speech.label("zone-school-time", time=said) if zones.differ_at(at) else said,
    }


def in_short(speech: Speech, of: Training, zones: Zones) -> dict[str, str]:
    """Return when and about what it is, to who comes."""
    return {**moment(speech, of.starts_at, zones), "topics": topics(speech, of.topics)}
