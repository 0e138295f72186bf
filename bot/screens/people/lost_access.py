"""Who lost access: what a stranger is asked, and the administrator's list."""

from collections.abc import Mapping, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.classes import OpenSchool
from bot.callbacks.connections import OpenRoll
from bot.callbacks.lost_access import LostAccessAnswered, SayLostAccess, SayLostAccessAt
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.lost import Hears, LostAccess, Served
from core.access.people import Member, Role

_SCHOOLS = 8
_TITLE = 40
_SHOWN = 4
_WORDS = 160
_ASKED: Final[Mapping[Hears, Key]] = {
    Hears.ADMINISTRATORS: "lost-asked",
    Hears.LEADERS: "lost-asked-leaders",
    Hears.NOBODY: "lost-asked-nobody",
}


def choose_school(speech: Speech, served: Sequence[Served]) -> Screen:
    """Let a stranger say which school is meant."""
    rest = len(served) - _SCHOOLS
    return Screen(
        lines(speech.say("lost-choose"), speech.say("more", count=rest) if rest > 0 else NOTHING),
        rows(
            *(
                [button(cut(one.name, _TITLE), SayLostAccessAt(school=one.school))]
                for one in served[:_SCHOOLS]
            )
        ),
    )


def ask_who(speech: Speech, *, wrong: Key | None = None) -> Screen:
    """Ask a stranger for name, class and who it is, in one message."""
    return Screen(
        lines(
            escaped(speech.label(wrong)) if wrong else NOTHING,
            speech.say("lost-ask"),
        ),
        rows([button(speech.label("lost-again"), SayLostAccess())]) if wrong else (),
    )


def asked(speech: Speech, hears: Hears) -> Screen:
    """Say that it is kept and who at the school hears of it, and nothing about anybody."""
    return Screen(speech.say(_ASKED[hears]))


def requests(speech: Speech, member: Member, found: Sequence[LostAccess]) -> Screen:
    """Show who waits for a new code, the longest first; a number closes the request."""
    school, zone = member.school, ZoneInfo(member.zone)
    shown = list(enumerate(found[:_SHOWN], start=1))
    rest, in_charge = len(found) - len(shown), Role.ADMINISTRATOR in member.roles
    how = speech.say("lost-how") if in_charge else speech.say("lost-pass-on")
    staff = [button(speech.label("place-staff"), OpenRoll(of=school, staff=True))]
    return Screen(
        lines(
            speech.say("lost-list-head") if found else speech.say("lost-list-empty"),
            [
                speech.say(
                    "lost-list-line",
                    index=index,
                    at=day_and_month(one.asked_at.astimezone(zone).date(), speech.language),
                    words=cut(one.words, _WORDS),
                )
                for index, one in shown
            ],
            speech.say("more", count=rest) if rest > 0 else NOTHING,
            how if found else NOTHING,
        ),
        rows(
            [
                button(
                    speech.label("lost-answered-number", index=index),
                    LostAccessAnswered(number=one.id),
                )
                for index, one in shown
            ],
            [
                *(staff if in_charge else []),
                button(speech.label("place-school"), OpenSchool(school=school)),
            ],
        ),
    )
