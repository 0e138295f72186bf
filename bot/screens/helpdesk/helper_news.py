"""News of requests for help to who answers: what came, went on, woke, ended."""

from typing import Final

from bot.callbacks.consulting import (
    AskFinish,
    BeginWords,
    ClaimTicket,
    HandOn,
    OpenHeirs,
    Whither,
)
from bot.screens.broadcasts.naming import day_of, time_of
from bot.screens.helpdesk.news_parts import (
    about,
    asker,
    for_helper,
    open_button,
    quoted,
    screen,
    urgent,
)
from bot.screens.parts.screen import Rows, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.facts import Arrival
from core.helpdesk.tickets.owner import person_of
from core.helpdesk.values import Closing
from core.notices.news.tickets import TicketNews

_SHORT: Final = 600
_ARRIVED: Final[dict[Arrival, Key]] = {
    Arrival.ASKED: "news-ticket-asked",
    Arrival.OPENED: "news-ticket-opened",
    Arrival.UNANSWERED: "news-ticket-unanswered",
    Arrival.LEFT: "news-ticket-left",
    Arrival.ENDED: "news-ticket-ended",
    Arrival.RESCHEDULED: "news-ticket-rescheduled",
    Arrival.HANDED: "news-ticket-handed",
    Arrival.URGENT: "news-ticket-urgent",
    Arrival.REOPENED: "news-ticket-reopened",
    Arrival.RETOPICED: "news-ticket-retopiced",
    Arrival.OVERDUE: "news-ticket-overdue",
    Arrival.VENDOR: "news-ticket-vendor",
    Arrival.WITHDRAWN: "news-ticket-withdrawn",
    Arrival.APART: "news-ticket-apart",
    Arrival.RESTORED: "news-ticket-restored",
}
_WORDLESS: Final = frozenset({Arrival.URGENT, Arrival.REOPENED})


def woke(speech: Speech, news: TicketNews) -> Screen:
    """Tell that what was set aside is due."""
    said = speech.say("news-ticket-woke")
    return screen(speech, for_helper(speech, news.ticket, said), _answer(speech, news))


def went_on(speech: Speech, news: TicketNews) -> Screen:
    """Tell who had a ticket that somebody else has it now."""
    said = speech.say("news-ticket-went-on", why=news.why.value if news.why else "")
    buttons = rows([open_button(speech, news.ticket, to_asker=False)])
    return screen(speech, for_helper(speech, news.ticket, said), buttons)


def arrived(speech: Speech, news: TicketNews) -> Screen:
    """Tell who has a ticket from now on, and why."""
    ticket, why = news.ticket, news.why or Arrival.ASKED
    said = news.said if why not in _WORDLESS else ()
    files = sum(len(one.content.files) for one in said)
    text = lines(
        asker(speech, ticket),
        speech.say(_ARRIVED[why]),
        urgent(speech, ticket),
        about(speech, ticket),
        _moment(speech, news),
        quoted(speech, said[0].content) if said else NOTHING,
        speech.say("news-ticket-more", count=len(said) - 1) if len(said) > 1 else NOTHING,
        speech.say("news-ticket-files", count=files) if files else NOTHING,
    )
    return screen(speech, text, _answer(speech, news))


def _moment(speech: Speech, news: TicketNews) -> Html:
    if news.why is Arrival.ASKED:
        return NOTHING
    asked = news.ticket.opened_at
    here = news.zones.here
    day, time = day_of(speech, asked, here), time_of(asked, here)
    return speech.say("news-ticket-waits", day=day, time=time)


def _answer(speech: Speech, news: TicketNews) -> Rows:
    ticket = news.ticket
    taken = person_of(ticket.standing.owner) is not None
    first = (
        BeginWords(ticket=ticket.id, anew=True)
        if taken
        else ClaimTicket(ticket=ticket.id, anew=True)
    )
    key: Key = "news-ticket-answer" if taken else "news-ticket-take"
    return rows(
        [button(speech.label(key), first), open_button(speech, ticket, to_asker=False)],
        [button(speech.label("news-ticket-hand"), OpenHeirs(ticket=ticket.id, anew=True))],
    )


def at_end(speech: Speech, news: TicketNews) -> Screen:
    """Ask what becomes of a ticket whose window is over."""
    ticket, number = news.ticket, news.ticket.id
    onward = HandOn(ticket=number, to=Whither.NEXT_WINDOW)
    return screen(
        speech,
        for_helper(speech, ticket, speech.say("news-ticket-at-end")),
        rows(
            [
                button(speech.label("news-ticket-finish"), AskFinish(ticket=number, anew=True)),
                *(
                    [button(speech.label("news-ticket-next-window"), onward)]
                    if news.can_wait
                    else ()
                ),
            ],
            [
                button(speech.label("news-ticket-hand"), OpenHeirs(ticket=number, anew=True)),
                open_button(speech, ticket, to_asker=False),
            ],
        ),
    )


def rated(speech: Speech, news: TicketNews) -> Screen:
    """Tell what the asker thought of the help."""
    ticket, rating = news.ticket, news.ticket.standing.rating
    stars, word = (rating.stars, rating.word) if rating else (0, "")
    said = lines(
        speech.say("news-ticket-rated", stars=stars),
        speech.say("news-ticket-quote", words=cut(word, _SHORT)) if word else NOTHING,
    )
    buttons = rows([open_button(speech, ticket, to_asker=False)])
    return screen(speech, for_helper(speech, ticket, said), buttons)


def closed(speech: Speech, news: TicketNews) -> Screen:
    """Tell how a ticket ended."""
    how = news.how or Closing.BY_TIME
    said = speech.say("news-ticket-closed", how=how.value.replace("-", "_"))
    buttons = rows([open_button(speech, news.ticket, to_asker=False)])
    return screen(speech, for_helper(speech, news.ticket, said), buttons)
