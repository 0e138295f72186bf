"""A consultant's own duty: the next turns, what others ask, and the way into a calendar."""

from typing import Final

from bot.callbacks.duty import (
    AnswerStandIn,
    OpenDutyTurn,
    OpenOwnDuty,
    SendDutyCalendar,
)
from bot.screens.helpdesk import words
from bot.screens.helpdesk.on_duty import duty_button
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import weekday_and_day
from bot.texts.html import NOTHING, Html
from bot.texts.speech import Speech
from core.helpdesk.duty.asking import AskedStandIn
from core.helpdesk.duty.reading import OwnDuty, OwnTurn
from core.helpdesk.duty.shift import Shift
from core.helpdesk.duty.turns import StandInView

_A_PAGE: Final = 6
_ASKED: Final = 2


def own(speech: Speech, view: OwnDuty, *, page: int = 0) -> Screen:
    """Show the next turns; a number opens one, to ask for a stand-in."""
    listed = page_of(view.turns, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    asked = view.asked[:_ASKED]
    return Screen(
        lines(
            speech.say("duty-own-head"),
            _clock(speech, view) if view.turns else speech.say("duty-own-empty"),
            [_line(speech, view, index, one) for index, one in numbered],
            rest_of(speech, listed),
            [_asked(speech, view, one) for one in asked],
        ),
        rows(
            [_turn(index, one.shift) for index, one in numbered],
            answers(speech, asked[0]) if asked else (),
            [
                *turning(speech, listed, lambda to: OpenOwnDuty(page=to)),
                *_calendar(speech, view),
                duty_button(speech),
            ],
        ),
    )


def answered(speech: Speech, view: StandInView, *, agrees: bool) -> Screen:
    """Say what an answer did."""
    said = speech.say("duty-declined")
    if agrees and view.shift is not None:
        zones = view.member.zones
        said = speech.say(
            "duty-agreed",
            day=words.shift_day(speech, view.shift, zones),
            hours=words.shift_hours(speech, view.shift, zones),
        )
    return Screen(said, rows([button(speech.label("duty-own"), OpenOwnDuty())]))


def calendar(speech: Speech, view: OwnDuty) -> Screen:
    """Send the own duty as a file for calendars."""
    if not view.turns:
        back = button(speech.label("duty-own"), OpenOwnDuty())
        return Screen(speech.say("duty-calendar-none"), rows([back]))
    instead = speech.say("paper-failed")
    return Screen(
        speech.say("duty-calendar-caption"),
        rows([button(speech.label("duty-own"), OpenOwnDuty(anew=True))]),
        enclosed=Enclosure(Paper.DUTY, view.member.person, 0, speech.language, instead),
    )


def _clock(speech: Speech, view: OwnDuty) -> Html:
    """Say by whose clock the hours are, where a school's clock shows others."""
    differ = any(it.member.zones.differ_at(it.shift.starts_at) for it in view.turns)
    return speech.say("duty-own-clock") if differ else NOTHING


def _line(speech: Speech, view: OwnDuty, index: int, turn: OwnTurn) -> Html:
    one, zones = turn.shift, turn.member.zones
    of = one.stands_in_for
    return speech.say(
        "duty-own-line",
        index=index,
        day=words.shift_day(speech, one, zones),
        hours=words.hours_in(speech, one, zones.here),
        room=words.room(speech, one.room),
        instead="none" if of is None else words.person(speech, view.names, of),
    )


def _asked(speech: Speech, view: OwnDuty, one: AskedStandIn) -> Html:
    return speech.say(
        "duty-own-asked",
        day=weekday_and_day(one.of.key.day, speech.language),
        name=words.person(speech, view.names, one.of.giver),
        swap="yes" if one.pair else "no",
    )


def answers(speech: Speech, asked: AskedStandIn) -> list[Button]:
    """Return the yes and the no to a request."""
    return [
        button(speech.label("duty-agree"), AnswerStandIn(number=asked.id, agrees=True)),
        button(speech.label("duty-decline"), AnswerStandIn(number=asked.id, agrees=False)),
    ]


def _turn(index: int, one: Shift) -> Button:
    return button(str(index), OpenDutyTurn(window=one.window, day=one.day.toordinal()))


def _calendar(speech: Speech, view: OwnDuty) -> list[Button]:
    return [button(speech.label("duty-calendar"), SendDutyCalendar())] if view.turns else []
