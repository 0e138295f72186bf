"""The words for news of broadcasts, where they do not fill a message of their own."""

from bot.screens.broadcasts.message import told as whole
from bot.screens.broadcasts.naming import title, whom_of
from bot.screens.broadcasts.to_sender import to_sender_lines
from bot.texts.html import Html
from bot.texts.speech import Speech
from core.notices.news.broadcasts import BroadcastNews, BroadcastTold


def broadcast_block(speech: Speech, news: BroadcastTold) -> list[Html]:
    """Return one piece of news in full."""
    if isinstance(news, BroadcastNews):
        return [whole(speech, news).text]
    return to_sender_lines(speech, news)


def broadcast_line(speech: Speech, news: BroadcastTold) -> Html:
    """Return one piece of news among others."""
    one = news.broadcast
    named = title(speech, one.plan.content)
    return speech.say("news-line-broadcast", whom=whom_of(speech, one), title=named)
