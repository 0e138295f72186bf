"""The words for news of what a teacher said of a pupil (F16)."""

from typing import Final

from bot.callbacks.remarks import OpenRemarks
from bot.screens.parts.naming import teacher_name
from bot.screens.parts.screen import Button, button
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.speech import Speech
from core.journal.remarks.remark import LONGEST_REMARK, SHELVES
from core.notices.ledger import Change
from core.notices.news.school import RemarkNews

_IN_A_LINE: Final = 160


def remark_block(speech: Speech, news: RemarkNews, who: str) -> list[Html]:
    """Return a remark in full: who and what first."""
    change = _change(news)
    head = (
        speech.say("news-remark-head", who=who, kind=news.kind.value, change=change)
        if who
        else speech.say("news-remark-head-own", kind=news.kind.value, change=change)
    )
    text = escaped(cut(news.text, LONGEST_REMARK)) if news.stands else NOTHING
    return [head, text or _signed(speech, news), _signed(speech, news) if text else NOTHING]


def remark_line(speech: Speech, news: RemarkNews) -> Html:
    """Return a remark among other news of the same child."""
    return speech.say(
        "news-line-remark",
        kind=news.kind.value,
        change=_change(news),
        text=cut(news.text, _IN_A_LINE) if news.stands else "none",
    )


def remark_buttons(speech: Speech, news: RemarkNews) -> list[Button]:
    """Return where all remarks of its shelf are to be seen."""
    target = OpenRemarks(pupil=news.about, shelf=SHELVES[news.kind], anew=True)
    return [button(speech.label("place-remarks"), target)]


def _change(news: RemarkNews) -> str:
    if not news.stands:
        return "taken_back"
    return "new" if news.change is Change.NEW else "changed"


def _signed(speech: Speech, news: RemarkNews) -> Html:
    author = teacher_name(news.teacher) if news.teacher else "none"
    day = day_and_month(news.day, speech.language)
    return speech.say("news-remark-signed", author=author, day=day)
