"""News before a window: its consultant is called, others hear of silence; flaws of a schedule."""

from typing import Final

from bot.callbacks.consulting import SayHere
from bot.callbacks.duty import ChooseStandIn, OpenDutyFlaws, OpenDutyTurn, OpenOwnDuty
from bot.screens.helpdesk import words
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.texts.html import NOTHING
from bot.texts.speech import Speech
from core.notices.news.tickets import DutyCallNews, DutyFlawsNews

_SHOWN: Final = 6


def called(speech: Speech, news: DutyCallNews) -> Screen:
    """Ask a consultant to be there, or tell others that nobody said so."""
    shift = news.shift
    told = {
        "day": words.shift_day(speech, shift, news.zones),
        "hours": words.shift_hours(speech, shift, news.zones),
    }
    day = shift.day.toordinal()
    own = button(speech.label("duty-own"), OpenOwnDuty(anew=True))
    if news.silent:
        starts = words.hour(speech, shift.starts_at, news.zones)
        who = words.person(speech, news.names, shift.consultant)
        turn = button(speech.label("news-duty-turn"), OpenDutyTurn(window=shift.window, day=day))
        return Screen(
            lines(
                speech.say("news-duty-silent-head", name=who, **told),
                speech.say("news-duty-topics", topics=words.topics(speech, shift.covers)),
                speech.say("news-duty-silent", time=starts),
            ),
            rows([turn] if news.in_charge else [own]),
        )
    here = SayHere.of(news.school, shift)
    give = ChooseStandIn(window=shift.window, day=day)
    return Screen(
        lines(
            speech.say("news-duty-call-head", room=words.room(speech, shift.room), **told),
            speech.say("news-duty-again") if news.again else NOTHING,
            speech.say("news-duty-call"),
        ),
        rows(
            [
                button(speech.label("news-duty-here"), here),
                button(speech.label("news-duty-give"), give),
            ],
            [own],
        ),
    )


def flaws(speech: Speech, news: DutyFlawsNews) -> Screen:
    """Tell the administrators what leaves somebody without an answer."""
    found = [words.finding(speech, news, one, draft=None) for one in news.findings[:_SHOWN]]
    rest = len(news.findings) - len(found)
    target = OpenDutyFlaws(school=news.school)
    return Screen(
        lines(
            speech.say("news-duty-flaws-head"),
            found,
            speech.say("more", count=rest) if rest else NOTHING,
        ),
        rows([button(speech.label("news-duty-flaws"), target)]),
    )
