"""The words for news of broadcasts, where they do not fill a message of their own."""

from bot.screens.broadcasts.card import overdue_lines, stopped_lines
from bot.screens.broadcasts.message import told as whole
from bot.screens.broadcasts.naming import title, whom_of
from bot.texts.html import Html
from bot.texts.speech import Speech
from core.notices.news.broadcasts import BroadcastTold, OverdueNews, StoppedNews


def broadcast_block(speech: Speech, news: BroadcastTold) -> list[Html]:
    """Return one piece of news in full."""
    if isinstance(news, OverdueNews):
        return overdue_lines(speech, news)
    if isinstance(news, StoppedNews):
        return stopped_lines(speech, news)
    return [whole(speech, news).text]


def broadcast_line(speech: Speech, news: BroadcastTold) -> Html:
    """Return one piece of news among others."""
    one = news.broadcast
    named = title(speech, one.plan.content)
    return speech.say("news-line-broadcast", whom=whom_of(speech, one), title=named)
