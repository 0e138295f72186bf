"""The words for news of packets, to their authors."""

from zoneinfo import ZoneInfo

from bot.callbacks.vendor import AskDay, OpenPacket, StandPacket
from bot.screens.helpdesk.packet_words import number, title
from bot.screens.parts.screen import Button, button
from bot.texts.formats import day_and_month
from bot.texts.html import Html
from bot.texts.speech import Speech
from core.helpdesk.vendor.packet import PacketState
from core.notices.news.packets import PacketNews


def packet_block(speech: Speech, news: PacketNews) -> list[Html]:
    """Return the news in full."""
    of = news.packet
    if news.refused:
        return [
            speech.say("news-packet-refused-head"),
            speech.say("news-packet-refused", title=title(speech, of)),
        ]
    at = (of.sent_at or of.made_at).astimezone(ZoneInfo(of.zone))
    day = day_and_month(at.date(), speech.language)
    return [
        speech.say("news-packet-due-head"),
        speech.say("news-packet-due", day=day, number=number(of), title=title(speech, of)),
    ]


def packet_line(speech: Speech, news: PacketNews) -> Html:
    """Return the news among others."""
    refused = "yes" if news.refused else "no"
    return speech.say("news-packet-line", refused=refused, title=title(speech, news.packet))


def packet_buttons(speech: Speech, news: PacketNews) -> list[Button]:
    """Return what can be done at once."""
    number = news.packet.id
    opened = button(speech.label("news-packet-open"), OpenPacket(packet=number, anew=True))
    if news.refused:
        return [opened]
    answered = StandPacket(packet=number, state=PacketState.ANSWERED)
    return [
        button(speech.label("packet-answered"), answered),
        button(speech.label("packet-set-day"), AskDay(packet=number)),
        opened,
    ]
