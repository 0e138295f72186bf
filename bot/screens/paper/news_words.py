"""The words for news of print runs, to class teachers."""

from bot.callbacks.paper import OpenPaperRun, SendSheets
from bot.screens.parts.screen import Button, button
from bot.texts.formats import stretch
from bot.texts.html import Html, cut
from bot.texts.speech import Speech
from core.notices.news.paper import PaperNews

_TITLE_LENGTH = 80


def paper_block(speech: Speech, news: PaperNews) -> list[Html]:
    """Return the news in full."""
    return [
        speech.say("paper-run-head-of", **_told(speech, news)),
        speech.say("paper-run-news", count=news.count),
    ]


def paper_line(speech: Speech, news: PaperNews) -> Html:
    """Return the news among others."""
    return speech.say("paper-run-news-line", count=news.count, **_told(speech, news))


def paper_buttons(speech: Speech, news: PaperNews) -> list[Button]:
    """Return the file, and the list of families."""
    return [
        button(speech.label("paper-run-file"), SendSheets(class_id=news.class_id, run=news.run)),
        button(
            speech.label("paper-run-open"),
            OpenPaperRun(class_id=news.class_id, run=news.run, anew=True),
        ),
    ]


def paper_button(speech: Speech, news: PaperNews) -> Button:
    """Return the way to the list where news of several classes stands together."""
    label = speech.label("paper-run-open-of", title=cut(news.class_title, _TITLE_LENGTH))
    return button(label, OpenPaperRun(class_id=news.class_id, run=news.run, anew=True))


def _told(speech: Speech, news: PaperNews) -> dict[str, str]:
    return {
        "title": cut(news.class_title, _TITLE_LENGTH),
        "days": stretch(news.first, news.last, speech.language),
    }
