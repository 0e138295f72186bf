"""News of print runs, to class teachers: the sheets come along as a file."""

from dataclasses import replace

from bot.callbacks.paper import OpenPaperRun
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.screen import Button, Screen, button, lines
from bot.screens.parts.standing_in import why_here
from bot.texts.formats import stretch
from bot.texts.html import Html, cut
from bot.texts.speech import Speech
from core.notices.news.paper import PaperNews

_TITLE_LENGTH = 80


def paper_block(speech: Speech, news: PaperNews) -> list[Html]:
    """Return the news in full."""
    return [
        paper_line(speech, news),
        speech.say("paper-run-news", count=news.count),
        why_here(speech, stands_in=news.stands_in, title=news.class_title),
    ]


def paper_line(speech: Speech, news: PaperNews) -> Html:
    """Return of which class and days the run is."""
    title = cut(news.class_title, _TITLE_LENGTH)
    days = stretch(news.first, news.last, speech.language)
    return speech.say("paper-run-head-of", title=title, days=days)


def paper_buttons(speech: Speech, news: PaperNews) -> list[Button]:
    """Return the list of families: there sheets are ticked, and the file is made anew."""
    opened = OpenPaperRun(class_id=news.class_id, run=news.run, anew=True)
    return [button(speech.label("paper-run-open"), opened)]


def with_sheets(speech: Speech, news: PaperNews, screen: Screen) -> Screen:
    """Return the screen that tells the news, with the sheets to be printed."""
    instead = lines(screen.text, speech.say("paper-run-file-later"))
    return replace(
        screen, enclosed=Enclosure(Paper.PRINT_RUN, news.run, 0, speech.language, instead)
    )
