"""The words for the week's missed lessons that come by themselves, to class teachers (W1)."""

from datetime import timedelta
from typing import Final

from bot.callbacks.watch import OpenMissedWeek
from bot.screens.parts.screen import Button, button
from bot.screens.parts.standing_in import said_here, why_here
from bot.texts.formats import stretch
from bot.texts.html import Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.notices.news.absences import MissedWeekNews

_CLASS_LENGTH: Final = 16
_SUNDAY: Final = timedelta(days=6)


def missed_week_block(speech: Speech, news: MissedWeekNews) -> list[Html]:
    """Return the news in full."""
    return [
        speech.say("missed-head", **_said(speech, news)),
        speech.say(
            "missed-week-news",
            lessons=news.lessons,
            count=news.courses,
            unverified=news.unverified,
        ),
        why_here(speech, stands_in=news.stands_in, title=news.class_title),
    ]


def missed_week_line(speech: Speech, news: MissedWeekNews) -> Html:
    """Return the news among others."""
    said = speech.say("missed-week-line", unverified=news.unverified, **_said(speech, news))
    return said_here(speech, said, stands_in=news.stands_in)


def missed_week_button(speech: Speech, news: MissedWeekNews, label: Key) -> Button:
    """Return the way to the week."""
    text = speech.label(label, title=cut(news.class_title, _CLASS_LENGTH))
    opened = OpenMissedWeek(class_id=news.class_id, day=news.monday.toordinal(), anew=True)
    return button(text, opened)


def _said(speech: Speech, news: MissedWeekNews) -> dict[str, str]:
    return {
        "class": cut(news.class_title, _CLASS_LENGTH),
        "week": stretch(news.monday, news.monday + _SUNDAY, speech.language),
    }
