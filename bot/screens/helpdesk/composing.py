"""A window of duty while it is made or changed: its parts by taps, the linter before saving."""

from collections.abc import Sequence
from datetime import time
from typing import Final

from bot.callbacks.duty import (
    AskDutyPart,
    OpenDutySchedule,
    OpenDutyWindow,
    Part,
    SaveDutyWindow,
    SetDutyPart,
)
from bot.screens.helpdesk import words
from bot.screens.helpdesk.schedule import facts_of
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Rows, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.duty.editing import NEW_WINDOW, ROOM_LENGTH, CheckedWindow
from core.helpdesk.duty.reading import ScheduleView
from core.helpdesk.duty.window import Hours, Window
from core.helpdesk.topics import Topic

_A_PAGE: Final = 8
_FLAWS: Final = 4
_MINUTES_OF_DAY: Final = 24 * 60
_HOUR: Final = 60
_OFFERED: Final = ((9, 12), (13, 14), (14, 15), (15, 16), (14, 16), (16, 18))
"""Hours to choose from: those of the documents, and those after lessons."""
_IN_A_ROW: Final = 3
_DAYS: Final = range(1, 8)
_TOPICS_IN_A_ROW: Final = 5
ALL_TOPICS: Final = len(Topic)
"""What the button for every topic but lost access says."""


def draft(
    speech: Speech,
    view: ScheduleView,
    of: Window,
    stamp: int,
    checked: CheckedWindow | None = None,
) -> Screen:
    """Show the window as it would be; with what the linter said when it was to be saved.

    `stamp` tells its buttons from those of an earlier one.
    """
    new: Key = "duty-window-new" if of.id == NEW_WINDOW else "duty-window-changed"
    found = checked.findings if checked else ()
    rest = len(found) - _FLAWS
    return Screen(
        lines(
            speech.say(new),
            speech.say(
                "duty-window-day",
                weekday=words.weekday(speech, of.weekday),
                hours=words.hours(speech, of.hours),
            ),
            facts_of(speech, view, of),
            [words.finding(speech, view, one, draft=of) for one in found[:_FLAWS]],
            speech.say("more", count=rest) if rest > 0 else NOTHING,
        ),
        rows(*_parts(speech, stamp), [*_save(speech, stamp, checked), _way_out(speech, view, of)]),
    )


def saved_or_stopped(speech: Speech, checked: CheckedWindow, stamp: int) -> Screen:
    """Show what the linter said of a window that was not saved."""
    return draft(speech, checked.view, checked.window, stamp, checked)


def ask(  # noqa: PLR0913 - what any of the parts needs
    speech: Speech,
    view: ScheduleView,
    of: Window,
    part: Part,
    stamp: int,
    *,
    page: int = 0,
    wrong: Key | None = None,
) -> Screen:
    """Ask for one part; `wrong` says why what was written does not do."""
    note = speech.say(wrong, most=ROOM_LENGTH) if wrong else NOTHING
    match part:
        case Part.WHO:
            return _ask_who(speech, view, stamp, page)
        case Part.DAY:
            return _ask_day(speech, stamp)
        case Part.HOURS:
            return Screen(lines(note, speech.say("duty-ask-hours")), _hours(speech, stamp))
        case Part.TOPICS:
            return _ask_topics(speech, of, stamp)
        case Part.ROOM | Part.TERM:
            return _ask_words(speech, part, stamp, note)
        case Part.ALL:
            return draft(speech, view, of, stamp)


def _ask_day(speech: Speech, stamp: int) -> Screen:
    days = [
        button(words.weekday(speech, day), SetDutyPart(stamp=stamp, part=Part.DAY, value=day))
        for day in _DAYS
    ]
    return Screen(speech.say("duty-ask-day"), rows(days, [_back(speech, stamp)]))


def _ask_words(speech: Speech, part: Part, stamp: int, note: Html) -> Screen:
    asked = (
        speech.say("duty-ask-room", most=ROOM_LENGTH)
        if part is Part.ROOM
        else speech.say("duty-ask-term")
    )
    none = speech.label("duty-no-room" if part is Part.ROOM else "duty-no-term")
    return Screen(
        lines(note, asked),
        rows([button(none, SetDutyPart(stamp=stamp, part=part, value=0))], [_back(speech, stamp)]),
    )


def after(part: Part) -> Part:
    """Return what is shown when a part was set: topics go on, any other part is done."""
    return part if part is Part.TOPICS else Part.ALL


def hours_of(value: int) -> Hours | None:
    """Return the hours that a button says, or None for what is none of them."""
    begins, ends = divmod(value, _MINUTES_OF_DAY)
    return next((one for one in _offered() if _minute(one) == (begins, ends)), None)


def _offered() -> list[Hours]:
    return [Hours(time(begins), time(ends)) for begins, ends in _OFFERED]


def _parts(speech: Speech, stamp: int) -> tuple[list[Button], list[Button]]:
    keys: dict[Part, Key] = {
        Part.WHO: "duty-part-who",
        Part.DAY: "duty-part-day",
        Part.HOURS: "duty-part-hours",
        Part.TOPICS: "duty-part-topics",
        Part.ROOM: "duty-part-room",
        Part.TERM: "duty-part-term",
    }
    found = [
        button(speech.label(key), AskDutyPart(stamp=stamp, part=part))
        for part, key in keys.items()
    ]
    return found[:_IN_A_ROW], found[_IN_A_ROW:]


def _save(speech: Speech, stamp: int, checked: CheckedWindow | None) -> list[Button]:
    if checked is None:
        return [button(speech.label("duty-save"), SaveDutyWindow(stamp=stamp))]
    if checked.is_refused:
        return []
    confirmed = SaveDutyWindow(stamp=stamp, confirms=checked.stamp)
    return [button(speech.label("duty-save-anyway"), confirmed)]


def _way_out(speech: Speech, view: ScheduleView, of: Window) -> Button:
    if of.id == NEW_WINDOW:
        schedule = OpenDutySchedule(school=view.member.school)
        return button(speech.label("duty-schedule"), schedule)
    return button(speech.label("back-page"), OpenDutyWindow(window=of.id))


def _back(speech: Speech, stamp: int) -> Button:
    return button(speech.label("back-page"), AskDutyPart(stamp=stamp, part=Part.ALL))


def _ask_who(speech: Speech, view: ScheduleView, stamp: int, page: int) -> Screen:
    listed = page_of(view.consultants, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    return Screen(
        lines(
            speech.say("duty-ask-who" if view.consultants else "duty-ask-who-none"),
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
                button(str(index), SetDutyPart(stamp=stamp, part=Part.WHO, value=one.person))
                for index, one in numbered
            ],
            [
                *turning(
                    speech, listed, lambda to: AskDutyPart(stamp=stamp, part=Part.WHO, page=to)
                ),
                _back(speech, stamp),
            ],
        ),
    )


def _ask_topics(speech: Speech, of: Window, stamp: int) -> Screen:
    numbered = list(enumerate(Topic, start=1))
    toggles = [_toggle(str(at), stamp, at - 1) for at, _ in numbered]
    done = button(speech.label("duty-done"), AskDutyPart(stamp=stamp, part=Part.ALL))
    return Screen(
        lines(
            speech.say("duty-ask-topics"),
            [
                speech.say(
                    "duty-topic-line",
                    index=at,
                    topic=words.topic_name(speech, topic),
                    chosen="yes" if topic in of.covers else "no",
                )
                for at, topic in numbered
            ],
        ),
        rows(
            *_in_rows(toggles, _TOPICS_IN_A_ROW),
            [_toggle(speech.label("duty-all-topics"), stamp, ALL_TOPICS), done],
        ),
    )


def _toggle(label: str, stamp: int, at: int) -> Button:
    return button(label, SetDutyPart(stamp=stamp, part=Part.TOPICS, value=at))


def _hours(speech: Speech, stamp: int) -> Rows:
    found = [
        button(
            words.hours(speech, one), SetDutyPart(stamp=stamp, part=Part.HOURS, value=_value(one))
        )
        for one in _offered()
    ]
    return rows(found[:_IN_A_ROW], found[_IN_A_ROW:], [_back(speech, stamp)])


def _in_rows(buttons: Sequence[Button], width: int) -> list[Sequence[Button]]:
    return [buttons[at : at + width] for at in range(0, len(buttons), width)]


def _minute(of: Hours) -> tuple[int, int]:
    begins, ends = of.starts, of.ends
    return begins.hour * _HOUR + begins.minute, ends.hour * _HOUR + ends.minute


def _value(of: Hours) -> int:
    begins, ends = _minute(of)
    return begins * _MINUTES_OF_DAY + ends
