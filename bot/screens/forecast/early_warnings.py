"""The class teacher's warnings: the list, one as the family will read it, and what is asked."""

from datetime import datetime
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.classes import (
    DecideWarning,
    OpenWarning,
    OpenWarnings,
    OpenWarningsIn,
    WarningDeed,
)
from bot.callbacks.places import OpenClassMore
from bot.callbacks.why import About
from bot.screens.forecast.news_words import forecast_block
from bot.screens.forecast.reached import reached, sent_line
from bot.screens.parts.lesson import subject_within
from bot.screens.parts.naming import first_name, full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import TOAST_LENGTH, Button, Screen, button, lines, rows
from bot.screens.parts.turned import beside
from bot.texts.formats import day_and_month
from bot.texts.html import Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.diary.issuing.drafts import MOST_WORDS, WarningState
from core.diary.issuing.early_warnings import EarlyWarning
from core.ids import PeriodId, WarningId
from core.notices.issue.reading import ListedWarning, WarningsView, WarningView

_TITLE_LENGTH = 80
_A_PAGE: Final = 8
_REASON_LENGTH = 200


def warnings(speech: Speech, view: WarningsView, *, page: int = 0) -> Screen:
    """Show a class's warnings, drafts first; a number opens one."""
    title = cut(view.led.title, _TITLE_LENGTH)
    back = button(speech.label("place-more"), OpenClassMore(class_id=view.led.id))
    listed = page_of(view.listed, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    numbers = [
        button(str(index), OpenWarning(warning=one.warning.id))
        for index, one in numbered
        if view.leads
    ]
    head: Key = "warnings-head-over" if view.over else "warnings-head"
    return Screen(
        lines(
            speech.say(head, title=title, period=cut(view.over, _TITLE_LENGTH)),
            _counted(speech, view),
            [_line(speech, index, one) for index, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            numbers,
            [
                *beside(speech, view.turned, partial(_opens_in, view)),
                *turning(speech, listed, partial(_opens, view)),
            ],
            [
                why_button(speech, About.WARNINGS, view.led.id),
                back,
            ],
        ),
    )


def _opens(view: WarningsView, page: int) -> CallbackData:
    if view.over and view.turned.period:
        return _opens_in(view, view.turned.period.id, page)
    return OpenWarnings(class_id=view.led.id, page=page)


def _opens_in(view: WarningsView, period: PeriodId, page: int = 0) -> CallbackData:
    return OpenWarningsIn(class_id=view.led.id, period=period, page=page)


def _counted(speech: Speech, view: WarningsView) -> Html:
    drafts = view.count(WarningState.DRAFT)
    if drafts:
        return speech.say("warnings-drafts", count=drafts)
    if not view.listed:
        return speech.say("warnings-none")
    return speech.say(
        "warnings-decided",
        sent=view.count(WarningState.SENT),
        dropped=view.count(WarningState.DROPPED),
    )


def _line(speech: Speech, index: int, one: ListedWarning) -> Html:
    return speech.say(
        "warnings-line",
        index=index,
        name=full_name(speech, one.warning.child.name),
        subject=subject_within(one.warning.title),
        state=one.warning.state.value,
        day=day_and_month(one.goes_on, speech.language),
        reach=reached(speech, one.reach),
    )


def warning(speech: Speech, view: WarningView, *, said: Key | None = None) -> Screen:
    """Show one warning with what becomes of it, as the family reads it."""
    one = view.drafted.warning
    return Screen(
        lines(
            speech.say(
                "warning-of",
                name=full_name(speech, one.child.name),
                subject=subject_within(one.title),
            ),
            _state(speech, view),
            _preview(speech, view),
        ),
        rows(*_deeds(speech, one), [_why(speech, view), _back(speech, view)]),
        toast=cut(speech.label(said), TOAST_LENGTH) if said else None,
    )


def _preview(speech: Speech, view: WarningView) -> list[Html]:
    """Return what the family will read; what it has read is kept with the message itself."""
    one = view.drafted.warning
    if view.news is None or one.state is not WarningState.DRAFT:
        return []
    told = forecast_block(speech, view.news, first_name(one.child.name))
    return [speech.say("warning-draft-shown"), *told]


def _state(speech: Speech, view: WarningView) -> Html:
    one = view.drafted.warning
    if one.state is WarningState.SENT:
        return _sent(speech, view)
    if one.state is WarningState.DROPPED:
        day = _day(speech, one.decided_at, view.zone)
        if one.decided_by is None:
            return speech.say("warning-dropped-itself", day=day)
        return speech.say("warning-dropped", day=day, reason=cut(one.reason, _REASON_LENGTH))
    if view.news is None or view.news.subject.risk is None:
        return speech.say("warning-over")
    goes_on = day_and_month(view.drafted.goes_on, speech.language)
    return speech.say("warning-goes-on", day=goes_on)


def _sent(speech: Speech, view: WarningView) -> Html:
    day = _day(speech, view.drafted.warning.decided_at, view.zone)
    return sent_line(speech, view.reach, day)


def _day(speech: Speech, at: datetime | None, zone: ZoneInfo) -> str:
    return day_and_month(at.astimezone(zone).date(), speech.language) if at else ""


def _deeds(speech: Speech, one: EarlyWarning) -> list[list[Button]]:
    if one.state is not WarningState.DRAFT:
        return []
    send, adapt, drop = (
        button(speech.label(key), DecideWarning(warning=one.id, deed=deed))
        for key, deed in _DEEDS.items()
    )
    return [[send, adapt], [drop]]


_DEEDS: Final[dict[Key, WarningDeed]] = {
    "warning-send": WarningDeed.SEND,
    "warning-adapt": WarningDeed.ADAPT,
    "warning-drop": WarningDeed.DROP,
}


def _why(speech: Speech, view: WarningView) -> Button:
    return why_button(speech, About.WARNINGS, view.drafted.class_id)


def _back(speech: Speech, view: WarningView) -> Button:
    # A pupil who moved is looked after where it is now.
    here = OpenWarnings(class_id=view.drafted.class_id)
    return button(speech.label("warning-back"), here)


def asked(speech: Speech, key: Key, warning: WarningId) -> Screen:
    """Ask for words in a message; the way back is the warning."""
    back = button(speech.label("back-page"), OpenWarning(warning=warning))
    return Screen(speech.say(key, most=MOST_WORDS), rows([back]))
