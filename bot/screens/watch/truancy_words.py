"""The words for news of missed lessons: to guardians, and to the class teacher of a draft."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Final, assert_never

from bot.callbacks.notices import AcknowledgeNotice, OpenNotice
from bot.callbacks.places import Place
from bot.callbacks.truancy import OpenTruancy
from bot.callbacks.why import About
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, button
from bot.screens.parts.standing_in import said_here, why_here
from bot.screens.people.menu import open_place
from bot.texts.formats import day_and_month, weekday_and_day
from bot.texts.html import NOTHING, Html, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.diary.truancy.spells import MissedLesson
from core.notices.news.truancy import OfTruancy, TruancyDraftNews, TruancyNews

_DAYS: Final = 5
_NUMBERS: Final = 12


def truancy_block(speech: Speech, news: OfTruancy, who: str) -> list[Html]:
    """Return one piece of news in full: who and what first."""
    head = speech.say("truancy-head", who=who)
    match news:
        case TruancyNews():
            return [
                head,
                speech.say("news-repeated") if news.repeated else NOTHING,
                speech.say("truancy-count", count=len(news.lessons)),
                *lessons_lines(speech, news.lessons),
                _words(speech, news),
            ]
        case TruancyDraftNews():
            return [
                head,
                speech.say("truancy-count", count=news.lessons),
                _what_waits(speech, news),
                why_here(speech, stands_in=news.stands_in),
            ]
        case _:
            assert_never(news)


def truancy_line(speech: Speech, news: OfTruancy) -> Html:
    """Return one piece of news among others of the same child."""
    match news:
        case TruancyNews():
            return speech.say("news-line-truancy", count=len(news.lessons))
        case TruancyDraftNews():
            return said_here(speech, _draft_line(speech, news), stands_in=news.stands_in)
        case _:
            assert_never(news)


def _what_waits(speech: Speech, news: TruancyDraftNews) -> Html:
    if news.waits_since is None:
        return speech.say("truancy-unread" if news.unread else "truancy-draft-waits")
    day = day_and_month(news.waits_since, speech.language)
    return speech.say("truancy-still-waits", day=day, whose=_whose(news))


def _draft_line(speech: Speech, news: TruancyDraftNews) -> Html:
    if news.waits_since is None:
        key: Key = "news-line-truancy-unread" if news.unread else "news-line-truancy-draft"
        return speech.say(key, count=news.lessons)
    day = day_and_month(news.waits_since, speech.language)
    return speech.say("news-line-truancy-waits", count=news.lessons, day=day, whose=_whose(news))


def _whose(news: TruancyDraftNews) -> str:
    return "own" if news.decides else "other"


def truancy_buttons(speech: Speech, news: OfTruancy) -> list[Button]:
    """Return what can be done with one piece of news that stands alone."""
    match news:
        case TruancyNews():
            target = AcknowledgeNotice(notice=news.notice, stamp=news.stamp)
            return [
                button(speech.label("acknowledge"), target),
                missed_button(speech, news),
                why_button(speech, About.TRUANCY, news.about, anew=True),
            ]
        case TruancyDraftNews(decides=False):
            # Who only hears that it waits has no draft to open, and needs none to ask.
            return []
        case TruancyDraftNews():
            key: Key = "truancy-open-sent" if news.unread else "truancy-open"
            return [draft_button(news, speech.label(key))]
        case _:
            assert_never(news)


def missed_button(speech: Speech, news: TruancyNews) -> Button:
    """Return the button to all that the pupil missed, where a reason can be given too."""
    return open_place(speech.label("place-absences"), Place.ABSENCES, news.about, anew=True)


def draft_button(news: TruancyDraftNews, label: str) -> Button:
    """Return the button to a draft that waits."""
    return button(label, OpenTruancy(warning=news.warning, anew=True))


def read_truancy_button(speech: Speech, news: OfTruancy, who: str) -> Button:
    """Return the button to what has no room to be told among other news."""
    label = speech.label("news-read-truancy", name=who)
    if isinstance(news, TruancyDraftNews):
        return draft_button(news, label)
    return button(label, OpenNotice(notice=news.notice))


def lessons_lines(speech: Speech, lessons: Sequence[MissedLesson]) -> list[Html]:
    """Return the last days with the lessons missed on each, for a screen."""
    return [escaped(one) for one in lessons_told(speech, lessons)]


def lessons_told(speech: Speech, lessons: Sequence[MissedLesson]) -> list[str]:
    """Return the last days with the lessons missed on each; how many came before is said."""
    days = [
        (day, [one.number for one in found])
        for day, found in groupby(lessons, key=lambda one: one.day)
    ]
    shown = days[-_DAYS:]
    earlier = len(days) - len(shown)
    told = [_day(speech, day, numbers) for day, numbers in shown]
    return [speech.label("truancy-earlier", count=earlier), *told] if earlier else told


def _day(speech: Speech, day: date, numbers: Sequence[int]) -> str:
    told = ", ".join(
        speech.label("truancy-number", number=str(number)) for number in numbers[:_NUMBERS]
    )
    return speech.label(
        "truancy-day",
        day=weekday_and_day(day, speech.language),
        numbers=told,
        count=len(numbers),
    )


def _words(speech: Speech, news: TruancyNews) -> Html:
    return escaped(truancy_words(speech, news.words))


def truancy_words(speech: Speech, words: str) -> str:
    """Return the class teacher's words, or the program's own."""
    if words:
        return speech.label("warning-words", words=words)
    return speech.label("truancy-usual-words")
