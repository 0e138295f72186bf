"""The administrator is asked since when, and once more to be sure."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.callbacks.breaches import (
    AskAboutBreach,
    ChooseBreachMoment,
    DoBreach,
    OpenBreaches,
    WriteBreachMoment,
    minutes_of,
)
from bot.screens.parts.naming import full_name
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.breaches.breach import AskedBreach

_OFFERED: tuple[Key, ...] = ("breach-since-now", "breach-since-today", "breach-since-yesterday")


def ask_since(speech: Speech, asked: AskedBreach) -> Screen:
    """Ask since when; nothing is done yet."""
    person = asked.of.person
    offered = [
        button(speech.label(key), ChooseBreachMoment(person=person, since=minutes_of(at)))
        for key, at in zip(_OFFERED, asked.offered, strict=True)
    ]
    return Screen(
        lines(
            speech.say("breach-head", who=full_name(speech, asked.of.name)),
            speech.say("breach-what"),
            speech.say("breach-ask-since"),
        ),
        rows(
            offered[:1],
            offered[1:],
            [
                button(speech.label("breach-since-other"), WriteBreachMoment(person=person)),
                button(speech.label("breach-list"), OpenBreaches(school=asked.of.school)),
            ],
        ),
    )


def ask_moment(speech: Speech, asked: AskedBreach, *, wrong: Key | None = None) -> Screen:
    """Ask for a day and time in words."""
    return Screen(
        lines(
            escaped(speech.label(wrong)) if wrong else NOTHING,
            speech.say("breach-head", who=full_name(speech, asked.of.name)),
            speech.say("breach-ask-moment"),
        ),
        rows([button(speech.label("breach-back"), AskAboutBreach(person=asked.of.person))]),
    )


def ask_again(speech: Speech, asked: AskedBreach) -> Screen:
    """Show what the deed will be; it is done with the next tap, and cannot be taken back."""
    person = asked.of.person
    does = DoBreach(person=person, since=minutes_of(asked.since), asked=minutes_of(asked.now))
    return Screen(
        lines(
            speech.say("breach-head", who=full_name(speech, asked.of.name)),
            speech.say("breach-sure", at=moment(speech, asked.since, asked.member.zone)),
        ),
        rows(
            [button(speech.label("breach-do"), does)],
            [button(speech.label("breach-back"), AskAboutBreach(person=person))],
        ),
    )


def moment(speech: Speech, at: datetime, zone: str) -> str:
    """Return «20 ноября, 12:05» where the school stands."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{day_and_month(local.date(), speech.language)}, {local:%H:%M}"
