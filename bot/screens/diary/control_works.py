"""The calendar of control works, the nearest first."""

from bot.callbacks.diary import OpenControlWorks
from bot.callbacks.places import Place
from bot.callbacks.why import About
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.lesson import subject_of
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Screen, lines, rows
from bot.texts.formats import weekday_and_day
from bot.texts.html import NOTHING, Html, cut
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.school_life.control_works import ControlWork, ControlWorks

_WORKS_A_PAGE = 9
_TITLE_LENGTH = 120


def control_works(speech: Speech, actor: Actor, view: ControlWorks, *, page: int = 0) -> Screen:
    """Show what a pupil has ahead, with day, lesson and kind."""
    child = view.child
    listed = page_of(view.works, page, size=_WORKS_A_PAGE)
    return Screen(
        lines(
            head(speech, actor, child, speech.say("control-works-head")),
            NOTHING if view.works else speech.say("control-works-empty"),
            [_line(speech, one) for one in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            [
                *turning(speech, listed, lambda to: OpenControlWorks(pupil=child.pupil, page=to)),
                why_button(speech, About.CONTROL_WORKS, child.pupil),
            ],
            way_back(speech, actor, child, Place.DIARY),
        ),
    )


def _line(speech: Speech, one: ControlWork) -> Html:
    return speech.say(
        "control-works-line",
        day=weekday_and_day(one.day, speech.language),
        number="none" if one.number is None else one.number,
        subject=subject_of(one.subject),
        **_named(one),
    )


def _named(one: ControlWork) -> dict[str, str]:
    """Return kind and title; of a title that begins with its kind the title says both."""
    if one.title.casefold().startswith(one.kind.casefold()):
        return {"kind": cut(one.title or one.kind, _TITLE_LENGTH), "title": "none"}
    kind, title = cut(one.kind, _TITLE_LENGTH), cut(one.title, _TITLE_LENGTH)
    return {"kind": kind, "title": title or "none"}
