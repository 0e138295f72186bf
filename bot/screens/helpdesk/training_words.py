"""How a training is spoken of: when, for whom, about what."""

from datetime import datetime
from typing import Final

from bot.screens.helpdesk.words import topics
from bot.texts.formats import clock_time, weekday_and_day
from bot.texts.html import cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
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


def moment(speech: Speech, local: datetime) -> dict[str, str]:
    """Return day and time as texts take them."""
    return {
        "day": weekday_and_day(local.date(), speech.language),
        "time": clock_time(local.time()),
    }


def in_short(speech: Speech, of: Training) -> dict[str, str]:
    """Return when and about what it is."""
    return {**moment(speech, of.local), "topics": topics(speech, of.topics)}
