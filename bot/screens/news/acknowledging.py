"""A notice that must be acknowledged, opened by whom it was for."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.callbacks.notices import OpenNotice
from bot.callbacks.places import OpenMenu
from bot.screens.forecast.news_words import (
    acknowledge_button,
    details_button,
    why_forecast_button,
)
from bot.screens.news.told import Told
from bot.screens.news.words import block
from bot.screens.parts.frame import zone_of
from bot.screens.parts.naming import first_name
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.refusals import aside
from bot.screens.watch.truancy_words import missed_button
from bot.texts.formats import clock_time, weekday_and_day
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.acknowledging import Outcome
from core.notices.answers.acknowledged import Answered, Shown
from core.notices.news.forecasts import ToAcknowledge, WarningNews
from core.notices.news.truancy import TruancyNews

_TOLD: Final[Mapping[Outcome, Key]] = {
    Outcome.RECORDED: "acknowledged",
    Outcome.AGAIN: "acknowledged",
    Outcome.CHANGED: "acknowledge-changed",
}


def answered(speech: Speech, actor: Actor, done: Answered) -> Screen:
    """Show a notice after a tap on «Ознакомлен(а)», and say what became of the tap."""
    key = _TOLD.get(done.outcome)
    screen = notice(speech, actor, done.shown)
    return replace(screen, toast=speech.label(key)) if key else screen


def notice(speech: Speech, actor: Actor, shown: Shown) -> Screen:
    """Show what a notice tells now, with the button, or with when it was acknowledged."""
    if shown.news is None:
        return aside(speech, actor, "notice-over")
    who = "" if shown.news.about == shown.notice.draft.recipient else _name(shown)
    menu = button(speech.label("place-menu"), OpenMenu(anew=True))
    return Screen(
        lines(block(speech, Told(shown.news, who)), _answered(speech, actor, shown)),
        rows(_answer(speech, shown, shown.news), _details(speech, shown, shown.news), [menu]),
    )


def _name(shown: Shown) -> str:
    return first_name(shown.news.child) if shown.news is not None else ""


def _answered(speech: Speech, actor: Actor, shown: Shown) -> Html:
    if shown.answered is None:
        return NOTHING
    at = shown.answered.astimezone(zone_of(actor, shown.notice.draft.about))
    day = weekday_and_day(at.date(), speech.language)
    return speech.say(_answered_key(shown), day=day, time=clock_time(at.time()))


def _answered_key(shown: Shown) -> Key:
    """Return the words for when it was acknowledged: what threatens anew has not been yet."""
    changed = isinstance(shown.news, WarningNews) and shown.news.told is not None
    return "acknowledged-before" if changed else "acknowledged-at"


def _answer(speech: Speech, shown: Shown, news: ToAcknowledge) -> list[Button]:
    """Return what asks for an answer, in a row of its own: a phone cuts none of its words off."""
    if shown.answered is None:
        return [acknowledge_button(speech, news)]
    if shown.following is None:
        return []
    return [button(speech.label("acknowledge-next"), OpenNotice(notice=shown.following))]


def _details(speech: Speech, shown: Shown, news: ToAcknowledge) -> list[Button]:
    if isinstance(news, TruancyNews):
        return [missed_button(speech, news)]
    about = shown.notice.draft.about
    return [details_button(speech, about), why_forecast_button(speech, news)]
