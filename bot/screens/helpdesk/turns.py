"""One window on one day: it does not take place, is at other hours, or is somebody else's."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from bot.callbacks.duty import (
    AskTurnHours,
    ChangeDutyTurn,
    ChooseStandIn,
    ChooseSwap,
    DayDeed,
    GiveDutyTurn,
    OpenDutyTurn,
    OpenDutyTurns,
    OpenDutyWindow,
    OpenOwnDuty,
    SetTurnHours,
    SwapDutyTurns,
    TakeBackStandIn,
)
from bot.screens.helpdesk import words
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import weekday_and_day
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.duty.asking import AskedStandIn
from core.helpdesk.duty.editing import OpenedWindow
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.duty.turns import SWAPPED_AHEAD, OpenedTurn, WarnedTurn
from core.helpdesk.duty.window import OtherHours

_DAYS_A_PAGE: Final = 6
_WEEKS: Final = 26
_IN_A_ROW: Final = 3
_A_PAGE: Final = 8
_FLAWS: Final = 4
_Warned = ChangeDutyTurn | GiveDutyTurn | SetTurnHours | SwapDutyTurns


def turns(speech: Speech, opened: OpenedWindow, *, page: int = 0) -> Screen:
    """Show the next days of a window, to choose the one that differs."""
    of = opened.kept.window
    listed = page_of(_days(opened), page, size=_DAYS_A_PAGE)
    days = [
        button(day.strftime("%d.%m"), OpenDutyTurn(window=of.id, day=day.toordinal()))
        for day in listed.items
    ]
    return Screen(
        lines(
            speech.say(
                "duty-turns-head",
                weekday=words.whole_weekday(speech, of.weekday),
                hours=words.hours(speech, of.hours),
            ),
            _span(speech, listed.items),
        ),
        rows(
            days[:_IN_A_ROW],
            days[_IN_A_ROW:],
            [
                *turning(speech, listed, lambda to: OpenDutyTurns(window=of.id, page=to)),
                button(speech.label("back-page"), OpenDutyWindow(window=of.id)),
            ],
        ),
    )


def _span(speech: Speech, days: Sequence[date]) -> Html:
    if not days:
        return speech.say("duty-turns-none")
    first, last = (weekday_and_day(day, speech.language) for day in (days[0], days[-1]))
    return speech.say("duty-turns-span", first=first, last=last)


def _days(opened: OpenedWindow) -> list[date]:
    today = opened.view.now.astimezone(opened.view.schedule.zone).date()
    since = max(today, opened.kept.window.begins or today)
    week = [since + timedelta(days=ahead) for ahead in range(7 * _WEEKS)]
    return [day for day in week if opened.kept.window.falls_on(day)]


def turn(speech: Speech, opened: OpenedTurn, *, note: Key | None = None) -> Screen:
    """Show one turn as it stands, with what can be done about it."""
    return Screen(
        lines(
            speech.say(note) if note else NOTHING,
            _head(speech, opened),
            _who(speech, opened),
            speech.say("duty-turn-other-hours")
            if isinstance(opened.differs, OtherHours)
            else NOTHING,
            _asked(speech, opened),
            speech.say("duty-turn-over") if opened.is_over else NOTHING,
        ),
        rows(
            [] if opened.is_over else _day_deeds(speech, opened),
            [] if opened.is_over else _people_deeds(speech, opened),
            [_way_back(speech, opened)],
        ),
    )


def changed_or_warned(
    speech: Speech, done: OpenedTurn | WarnedTurn, tapped: _Warned, *, note: Key | None = None
) -> Screen:
    """Show a turn that was changed; or what the linter says, and the same tap to be sure."""
    if isinstance(done, OpenedTurn):
        return turn(speech, done, note=note)
    opened, found = done.opened, done.findings
    rest = len(found) - _FLAWS
    sure = tapped.model_copy(update={"sure": True})
    return Screen(
        lines(
            _head(speech, opened),
            _who(speech, opened),
            [words.finding(speech, done.view, one, draft=None) for one in found[:_FLAWS]],
            speech.say("more", count=rest) if rest > 0 else NOTHING,
        ),
        rows(
            [button(speech.label("duty-save-anyway"), sure)],
            [to_turn(speech, opened.key)],
        ),
    )


def ask_hours(speech: Speech, opened: OpenedTurn, *, wrong: Key | None = None) -> Screen:
    """Ask for the hours of one day."""
    day = weekday_and_day(opened.key.day, speech.language)
    return Screen(
        lines(
            speech.say(wrong) if wrong else NOTHING,
            speech.say("duty-ask-turn-hours", day=day),
        ),
        rows([to_turn(speech, opened.key)]),
    )


def choose_stand_in(speech: Speech, opened: OpenedTurn, *, page: int = 0) -> Screen:
    """Ask who stands in: the other consultants."""
    shift, key = opened.shift, opened.key
    others = [
        one
        for one in opened.view.consultants
        if shift is not None and one.person != shift.consultant
    ]
    listed = page_of(others, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    return Screen(
        lines(
            _headed(speech, opened, "duty-choose-stand-in"),
            NOTHING if others else speech.say("duty-choose-stand-in-none"),
            [
                speech.say(
                    "duty-person",
                    index=index,
                    name=full_name(speech, one.name),
                    reachable="yes" if one.is_reachable else "no",
                )
                for index, one in numbered
            ],
            rest_of(speech, listed),
        ),
        rows(
            [
                button(str(index), GiveDutyTurn(**_of(key), to=one.person))
                for index, one in numbered
            ],
            [
                *turning(speech, listed, lambda to: ChooseStandIn(**_of(key), page=to)),
                to_turn(speech, key),
            ],
        ),
    )


def choose_swap(speech: Speech, opened: OpenedTurn, *, page: int = 0) -> Screen:
    """Ask with which turn of somebody else this one is swapped."""
    key, zones = opened.key, opened.view.member.zones
    found = _others(opened)
    listed = page_of(found, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    names = words.names_of(opened.view)
    return Screen(
        lines(
            _headed(speech, opened, "duty-choose-swap"),
            NOTHING if found else speech.say("duty-choose-swap-none"),
            [
                speech.say(
                    "duty-swap-line",
                    index=index,
                    day=weekday_and_day(one.day, speech.language),
                    hours=words.school_hours(speech, one, zones),
                    name=words.person(speech, names, one.consultant),
                )
                for index, one in numbered
            ],
            rest_of(speech, listed),
        ),
        rows(
            [button(str(index), _swap(key, one)) for index, one in numbered],
            [
                *turning(speech, listed, lambda to: ChooseSwap(**_of(key), page=to)),
                to_turn(speech, key),
            ],
        ),
    )


def to_turn(speech: Speech, key: ShiftKey) -> Button:
    """Return the way back to the turn."""
    return button(speech.label("back-page"), OpenDutyTurn(**_of(key)))


def _swap(key: ShiftKey, other: Shift) -> SwapDutyTurns:
    return SwapDutyTurns(**_of(key), other=other.window, on=other.day.toordinal())


def _others(opened: OpenedTurn) -> list[Shift]:
    now, own = opened.view.now, opened.shift
    if own is None:
        return []
    found = opened.view.schedule.shifts(now, now + SWAPPED_AHEAD)
    return [one for one in found if one.consultant != own.consultant and one.starts_at > now]


def _of(key: ShiftKey) -> dict[str, Any]:
    """Return what every button of a turn says; each class checks it."""
    return {"window": key.window, "day": key.day.toordinal()}


def _head(speech: Speech, opened: OpenedTurn) -> Html:
    if opened.shift is None:
        day = weekday_and_day(opened.key.day, speech.language)
        return speech.say("duty-turn-off", day=day)
    return _headed(speech, opened, "duty-turn-head")


def _headed(speech: Speech, opened: OpenedTurn, key: Key) -> Html:
    day = weekday_and_day(opened.key.day, speech.language)
    shift, zones = opened.shift, opened.view.member.zones
    said = words.school_hours(speech, shift, zones) if shift else ""
    return speech.say(key, day=day, hours=said)


def _who(speech: Speech, opened: OpenedTurn) -> Html:
    shift, names = opened.shift, words.names_of(opened.view)
    if shift is None:
        return NOTHING
    name = words.person(speech, names, shift.consultant)
    room = words.room(speech, shift.room)
    if shift.stands_in_for is None:
        return speech.say("duty-turn-who", name=name, room=room)
    own = words.person(speech, names, shift.stands_in_for)
    return speech.say("duty-turn-instead", name=name, own=own, room=room)


def _asked(speech: Speech, opened: OpenedTurn) -> Html:
    asked = opened.asked
    if asked is None:
        return NOTHING
    name = words.person(speech, words.names_of(opened.view), asked.of.taker)
    return speech.say("duty-turn-asked", name=name, swap="yes" if asked.pair else "no")


def _day_deeds(speech: Speech, opened: OpenedTurn) -> list[Button]:
    if not opened.administers:
        return []
    of = _of(opened.key)
    skip = button(speech.label("duty-turn-skip"), ChangeDutyTurn(**of, deed=DayDeed.OFF))
    ever = button(speech.label("duty-turn-as-ever"), ChangeDutyTurn(**of, deed=DayDeed.AS_EVER))
    hours = button(speech.label("duty-turn-hours"), AskTurnHours(**of))
    return [
        *([skip] if opened.shift else []),
        *([ever] if opened.differs else []),
        hours,
    ]


def _people_deeds(speech: Speech, opened: OpenedTurn) -> list[Button]:
    if opened.shift is None:
        return []
    of = _of(opened.key)
    give: Key = "duty-turn-give" if opened.administers else "duty-turn-ask"
    return [
        button(speech.label(give), ChooseStandIn(**of)),
        button(speech.label("duty-turn-swap"), ChooseSwap(**of)),
        *_undoing(speech, opened.asked, "duty-turn-back"),
        *(_undoing(speech, opened.stands, "duty-turn-undo") if opened.administers else ()),
    ]


def _undoing(speech: Speech, one: AskedStandIn | None, key: Key) -> list[Button]:
    return [button(speech.label(key), TakeBackStandIn(number=one.id))] if one else []


def _way_back(speech: Speech, opened: OpenedTurn) -> Button:
    if opened.administers:
        return button(speech.label("back-page"), OpenDutyTurns(window=opened.key.window))
    return button(speech.label("duty-own"), OpenOwnDuty())
