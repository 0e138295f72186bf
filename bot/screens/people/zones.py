"""By whose clock a person is told times: the school's, or that of where the person lives."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.preferences import ChooseZone, OpenNights
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.texts.formats import clock_time
from bot.texts.html import Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.zones import OwnZone
from core.notices.choosing import Choices

_NAMES: Final[dict[OwnZone, Key]] = {
    OwnZone.KALININGRAD: "zone-kaliningrad",
    OwnZone.MOSCOW: "zone-moscow",
    OwnZone.SAMARA: "zone-samara",
    OwnZone.YEKATERINBURG: "zone-yekaterinburg",
    OwnZone.OMSK: "zone-omsk",
    OwnZone.KRASNOYARSK: "zone-krasnoyarsk",
    OwnZone.IRKUTSK: "zone-irkutsk",
    OwnZone.YAKUTSK: "zone-yakutsk",
    OwnZone.VLADIVOSTOK: "zone-vladivostok",
    OwnZone.MAGADAN: "zone-magadan",
    OwnZone.KAMCHATKA: "zone-kamchatka",
}
_A_ROW: Final = 6


def zones(speech: Speech, choices: Choices) -> Screen:
    """Show whose clock counts, and what each of the others shows now: that tells them apart."""
    person = choices.member.person
    numbers = [
        button(str(index), ChooseZone(person=person, zone=one))
        for index, one in enumerate(OwnZone, start=1)
    ]
    return Screen(
        lines(
            _head(speech, choices),
            [
                speech.say(
                    "zone-line",
                    index=index,
                    zone=speech.label(_NAMES[one]),
                    time=_shown(choices.now, ZoneInfo(one.value)),
                )
                for index, one in enumerate(OwnZone, start=1)
            ],
        ),
        rows(
            numbers[:_A_ROW],
            numbers[_A_ROW:],
            [
                button(speech.label("zone-school"), ChooseZone(person=person)),
                button(speech.label("nights-button"), OpenNights(person=person)),
            ],
        ),
    )


def _head(speech: Speech, choices: Choices) -> Html:
    own, time = choices.chosen.zone, _shown(choices.now, choices.zones.here)
    if own is None:
        return speech.say("zone-head-school", time=time)
    return speech.say("zone-head", zone=speech.label(_NAMES[own]), time=time)


def _shown(at: datetime, zone: ZoneInfo) -> str:
    return clock_time(at.astimezone(zone).time())
