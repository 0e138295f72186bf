"""What the help desk tells, each a message of its own; among others only its first line."""

from bot.screens.helpdesk.call_news import called, flaws
from bot.screens.helpdesk.ticket_news import told
from bot.screens.parts.screen import Screen
from bot.texts.html import Html
from bot.texts.speech import Speech
from core.notices.news.tickets import DutyCallNews, DutyFlawsNews, TicketTold


def whole(speech: Speech, news: TicketTold) -> Screen:
    """Tell it in full, with what can be done at once."""
    match news:
        case DutyCallNews():
            return called(speech, news)
        case DutyFlawsNews():
            return flaws(speech, news)
        case _:
            return told(speech, news)


def head_of(speech: Speech, news: TicketTold) -> Html:
    """Return the news among others: who and what."""
    return Html(whole(speech, news).text.split("\n")[0])
