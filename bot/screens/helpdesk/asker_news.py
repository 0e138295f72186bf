"""News of requests for help to who asks: when an answer comes, and how one ended."""

from collections.abc import Mapping
from typing import Final

from bot.callbacks.asking import AddToRequest, RateRequest, SayOfRequest, Word
from bot.screens.helpdesk import words
from bot.screens.helpdesk.news_parts import last_day, open_button, own_head, screen
from bot.screens.helpdesk.promise import window_over
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.facts import Lapse
from core.helpdesk.tickets.promise import (
    AdministratorAnswers,
    AnswersBy,
    AnswersFrom,
    AnswersNow,
    AtVendor,
    Promise,
    WindowOver,
)
from core.helpdesk.tickets.reopening import may_reopen
from core.helpdesk.tickets.ticket import State, Ticket
from core.helpdesk.values import Closing
from core.notices.news.tickets import TicketNews

_NAME_LENGTH: Final = 60
_LAPSES: Final[Mapping[Lapse, Key]] = {
    Lapse.TAKEN_BACK: "news-ticket-taken-back",
    Lapse.OF_ANOTHER: "news-ticket-of-another",
}


def promised(speech: Speech, news: TicketNews) -> Screen:
    """Tell when an answer comes, or what is awaited before it can."""
    number = news.ticket.id
    key: Key = "news-ticket-reply" if _waits_for_asker(news) else "news-ticket-add"
    add = button(speech.label(key), AddToRequest(ticket=number, anew=True))
    opened = open_button(speech, news.ticket, to_asker=True)
    if news.together is None:
        text = lines(
            own_head(speech, news.ticket), _lapse(speech, news), _how_it_stands(speech, news)
        )
        return screen(speech, text, rows([add, opened]))
    apart = SayOfRequest(ticket=number, word=Word.APART)
    return screen(
        speech,
        lines(
            own_head(speech, news.ticket),
            _lapse(speech, news),
            speech.say("news-ticket-together"),
            _how_it_stands(speech, news),
        ),
        rows([add, button(speech.label("request-apart"), apart)], [opened]),
    )


def _lapse(speech: Speech, news: TicketNews) -> Html:
    """Say of an answer that it is none, to whom it may have been read already."""
    return NOTHING if news.lapse is None else speech.say(_LAPSES[news.lapse])


def _waits_for_asker(news: TicketNews) -> bool:
    return news.ticket.standing.state is State.ASKED_BACK


def _how_it_stands(speech: Speech, news: TicketNews) -> Html:
    if _waits_for_asker(news):
        return speech.say("news-ticket-reminded", day=last_day(speech, news) or "none")
    state = news.together or news.ticket.standing.state
    if state is State.AT_VENDOR:
        return speech.say("news-ticket-at-vendor")
    if state is State.ASKED_BACK:
        return speech.say("request-together-asked-back")
    return promise_line(speech, news) if news.promise else NOTHING


def promise_line(speech: Speech, news: TicketNews) -> Html:
    """Return who answers when, and how many come before."""
    told: Promise | None = news.promise
    match told:
        case AnswersNow(person=person, place=place):
            name = words.person(speech, news.names, person)
            return speech.say("news-ticket-now", name=cut(name, _NAME_LENGTH), place=place)
        case AnswersBy(person=person, until=until):
            name = cut(words.person(speech, news.names, person), _NAME_LENGTH)
            by = words.hour(speech, until, news.zones)
            return speech.say("news-ticket-by", name=name, time=by)
        case AnswersFrom(window=window, place=place):
            return speech.say(
                "news-ticket-from",
                day=words.shift_day(speech, window, news.zones),
                hours=words.shift_hours(speech, window, news.zones),
                place=place,
            )
        case WindowOver(person=person, at_latest=window):
            name = cut(words.person(speech, news.names, person), _NAME_LENGTH)
            return window_over(speech, name, window, news.zones)
        case AdministratorAnswers() | AtVendor() | None:
            return speech.say(_outside_windows(told))


def _outside_windows(told: AdministratorAnswers | AtVendor | None) -> Key:
    if isinstance(told, AtVendor):
        return "news-ticket-at-vendor"
    hears = told is None or told.hears
    return "news-ticket-administrator" if hears else "asking-nobody-hears"


def closed(speech: Speech, news: TicketNews) -> Screen:
    """Tell how a ticket ended, and until when it may be opened again."""
    ticket, how = news.ticket, news.how or Closing.BY_TIME
    said = speech.say("news-ticket-closed", how=how.value.replace("-", "_"))
    rate = [] if ticket.standing.rating else [_rate(speech, ticket)]
    again, until = _again(speech, ticket), last_day(speech, news)
    text = lines(
        own_head(speech, ticket),
        said,
        speech.say("news-ticket-reopen-until", day=until) if again and until else NOTHING,
    )
    return screen(
        speech, text, rows([*again, *rate], [open_button(speech, ticket, to_asker=True)])
    )


def _again(speech: Speech, ticket: Ticket) -> list[Button]:
    if not may_reopen(ticket.standing):
        return []
    opens = SayOfRequest(ticket=ticket.id, word=Word.NOT_HELPED)
    return [button(speech.label("news-ticket-reopen"), opens)]


def _rate(speech: Speech, ticket: Ticket) -> Button:
    return button(speech.label("news-ticket-rate"), RateRequest(ticket=ticket.id))
