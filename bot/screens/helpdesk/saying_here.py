"""What is said to «я здесь»: noted, or of a turn that is another one by now."""

from typing import assert_never

from bot.callbacks.consulting import OpenDesk, SayHere
from bot.callbacks.duty import OpenOwnDuty
from bot.screens.helpdesk.words import room, shift_day, shift_hours
from bot.screens.parts.naming import full_name
from bot.screens.parts.screen import Button, Screen, button, rows
from bot.texts.html import Html
from bot.texts.speech import Speech
from core.access.people import Actor
from core.access.zones import Zones
from core.helpdesk.duty.shift import Shift
from core.helpdesk.tickets.saying_here import Here, TurnIsOther
from core.ids import SchoolId


def here(speech: Speech, actor: Actor, school: SchoolId, said: Here | TurnIsOther) -> Screen:
    """Say that it is noted that the consultant is there; or why not, and how the turn stands."""
    zones = next(one.zones for one in actor.members if one.school == school)
    desk = button(speech.label("place-desk"), OpenDesk(school=school, anew=True))
    match said:
        case Here(shift=shift):
            told = speech.say("ticket-here", **_turn(speech, shift, zones))
            return Screen(told, rows([desk]))
        case TurnIsOther():
            own = button(speech.label("duty-own"), OpenOwnDuty(anew=True))
            return Screen(
                _why(speech, said, zones), rows(_anew(speech, school, said), [own, desk])
            )
        case _:
            assert_never(said)


def _anew(speech: Speech, school: SchoolId, said: TurnIsOther) -> list[Button]:
    if said.shift is None or not said.may_be_here:
        return []
    return [button(speech.label("news-duty-here"), SayHere.of(school, said.shift))]


def _why(speech: Speech, said: TurnIsOther, zones: Zones) -> Html:
    if said.shift is None:
        return speech.say("ticket-here-off")
    turn = _turn(speech, said.shift, zones)
    if said.name is not None:
        return speech.say("ticket-here-others", name=full_name(speech, said.name), **turn)
    return speech.say("ticket-here-moved", **turn)


def _turn(speech: Speech, shift: Shift, zones: Zones) -> dict[str, str]:
    return {
        "day": shift_day(speech, shift, zones),
        "hours": shift_hours(speech, shift, zones),
        "room": room(speech, shift.room),
    }
