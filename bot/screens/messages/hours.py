"""When somebody answers: the own hours of school days, or those of the school."""

from datetime import time
from typing import Final

from bot.callbacks.messages import ChooseHours, OpenThreads
from bot.callbacks.why import About
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import clock_time
from bot.texts.speech import Speech
from core.messages.threads.own_hours import HoursOf
from core.regulation.forms import QuietHours

_OFFERED: Final = (
    (time(8), time(15)),
    (time(8), time(17)),
    (time(9), time(18)),
    (time(14), time(18)),
    (time(12), time(19)),
    (time(8), time(20)),
)
_IN_A_ROW: Final = 3
_HOUR: Final = 60


def hours(speech: Speech, view: HoursOf) -> Screen:
    """Show the hours that count, and some to choose from."""
    offered = [_choice(speech, view, QuietHours(*one)) for one in _OFFERED]
    school = ChooseHours(person=view.member.person)
    return Screen(
        lines(
            speech.say("hours-head", hours=_spoken(speech, view.own or view.of_school)),
            speech.say("hours-own" if view.own else "hours-of-school"),
        ),
        rows(
            offered[:_IN_A_ROW],
            offered[_IN_A_ROW:],
            [
                *([button(speech.label("hours-school"), school)] if view.own else []),
                why_button(speech, About.MESSAGES, view.member.school),
                button(speech.label("place-messages"), OpenThreads()),
            ],
        ),
    )


def _choice(speech: Speech, view: HoursOf, one: QuietHours) -> Button:
    label = _spoken(speech, one)
    marked = speech.label("broadcast-chosen", label=label) if one == view.own else label
    target = ChooseHours(person=view.member.person, begin=_minute(one.begin), end=_minute(one.end))
    return button(marked, target)


def _minute(at: time) -> int:
    return at.hour * _HOUR + at.minute


def _spoken(speech: Speech, one: QuietHours | None) -> str:
    if one is None:
        return speech.label("hours-any")
    return speech.label("hours-span", begin=clock_time(one.begin), end=clock_time(one.end))
