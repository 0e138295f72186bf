"""The words for news of threads, where they do not fill a message of their own."""

from typing import Final

from bot.screens.messages.message import lost, told
from bot.screens.messages.naming import partner_name, said_in_short
from bot.texts.html import Html
from bot.texts.speech import Speech
from core.ids import PersonId
from core.notices.news.messages import LostNews, ThreadNews

_SHORT: Final = 100


def message_block(speech: Speech, news: ThreadNews) -> list[Html]:
    """Return one piece of news in full."""
    return [lost(speech, news).text if isinstance(news, LostNews) else told(speech, news).text]


def message_line(speech: Speech, news: ThreadNews) -> Html:
    """Return one piece of news among others."""
    sides, reader = news.thread.sides, PersonId(news.about)
    other = news.thread.name_of(sides.other(reader))
    name = partner_name(speech, sides, other, reader)
    words = said_in_short(speech, news.message.content, _SHORT)
    return speech.say("news-line-message", name=name, words=words)
