"""News of requests for help: to who asks, and to who answers. Each fills a message of its own."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.screens.helpdesk import asker_news, helper_news, words_news
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.notices.ledger import NoticeKind
from core.notices.news.tickets import TicketLostNews, TicketNews, TicketWordsNews


def told(speech: Speech, news: TicketNews | TicketWordsNews | TicketLostNews) -> Screen:
    """Tell what happened to a ticket, with what can be done about it at once."""
    match news:
        case TicketWordsNews():
            return words_news.said(speech, news)
        case TicketLostNews():
            return words_news.lost(speech, news)
        case TicketNews():
            return _OF_TICKETS[news.kind](speech, news)


def _closed(speech: Speech, news: TicketNews) -> Screen:
    tell = asker_news.closed if news.to_asker else helper_news.closed
    return tell(speech, news)


_OF_TICKETS: Final[Mapping[NoticeKind, Callable[[Speech, TicketNews], Screen]]] = {
    NoticeKind.TICKET_ARRIVED: helper_news.arrived,
    NoticeKind.TICKET_WENT_ON: helper_news.went_on,
    NoticeKind.TICKET_PROMISE: asker_news.promised,
    NoticeKind.TICKET_AT_END: helper_news.at_end,
    NoticeKind.TICKET_WOKE: helper_news.woke,
    NoticeKind.TICKET_CLOSED: _closed,
    NoticeKind.TICKET_RATED: helper_news.rated,
}
"""How each kind of notice about a ticket is told."""
