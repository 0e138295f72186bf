"""A ticket as its asker sees it: how it stands, what was said last, and what can be done."""

from typing import Final

from bot.callbacks import asking
from bot.callbacks.why import About
from bot.screens.helpdesk.promise import promise
from bot.screens.helpdesk.request_parts import back_button, head, who_said
from bot.screens.messages.naming import moment, said_in_short
from bot.screens.parts.pages import page_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.tickets.closing import may_cancel
from core.helpdesk.tickets.reading import Card
from core.helpdesk.tickets.reopening import may_reopen
from core.helpdesk.tickets.ticket import Entry, State, Ticket
from core.helpdesk.values import Closing

_ENTRIES: Final = 2
_SHORT: Final = 110
_OVER: Final[dict[Closing, Key]] = {
    Closing.CONFIRMED: "request-confirmed",
    Closing.BY_TIME: "request-by-time",
    Closing.CANCELLED: "request-cancelled",
    Closing.MERGED: "request-merged",
    Closing.SOLVED: "request-solved",
    Closing.VENDOR: "request-vendor",
    Closing.DUPLICATE: "request-duplicate",
    Closing.NEEDLESS: "request-needless",
    Closing.NO_ANSWER: "request-no-answer",
}
_STATES: Final[dict[State, Key]] = {
    State.OPEN: "request-open",
    State.ASKED_BACK: "request-asked-back",
    State.AT_VENDOR: "request-at-vendor",
    State.ANSWERED: "request-answered",
}


def request(speech: Speech, card: Card, *, page: int = 0, note: Key | None = None) -> Screen:
    """Show a ticket to its asker: how it stands, when an answer comes, what was said last."""
    ticket, latest = card.opened.ticket, card.entries[::-1]
    listed = page_of(latest, page, size=_ENTRIES if card.together is None else 1)
    first = len(latest) - listed.begin
    numbered = [(first - at, one) for at, one in enumerate(listed.items)][::-1]
    opens = [button(str(at), asking.OpenRequestEntry(entry=one.id)) for at, one in numbered]
    pages = turning(speech, listed, lambda to: asking.OpenRequest(ticket=ticket.id, page=to))
    return Screen(
        lines(
            escaped(speech.label(note)) if note else NOTHING,
            head(speech, ticket),
            _standing(speech, card),
            [_entry(speech, card, at, one) for at, one in numbered],
        ),
        rows(
            _deeds(speech, ticket),
            [*pages[1:], *opens, *pages[:1]] if len(pages) > 1 else [*opens, *pages],
            [
                why_button(speech, About.REQUESTS, ticket.school, anew=True),
                button(speech.label("help-desk-mine"), asking.OpenRequests()),
            ],
        ),
    )


def _standing(speech: Speech, card: Card) -> list[Html]:
    ticket = card.opened.ticket
    standing, zones = ticket.standing, card.opened.member.zones
    said = [speech.say(_state(ticket))]
    if card.together is not None:
        said.append(_together(speech, card, card.together))
    if standing.state is State.OPEN and card.promise is not None:
        said = [promise(speech, ticket, card.promise, zones)]
    if standing.urgent and standing.is_under_way:
        said.append(speech.say("asking-urgent", reason=cut(standing.urgent, _SHORT)))
    if standing.rating is not None:
        said.append(speech.say("request-rated", stars=standing.rating.stars))
    return said


def _state(ticket: Ticket) -> Key:
    standing = ticket.standing
    if standing.closing is Closing.MERGED and not standing.waits_elsewhere:
        return "request-merged-answered"
    return _STATES.get(standing.state) or _OVER[standing.closing or Closing.BY_TIME]


def _together(speech: Speech, card: Card, stands: State) -> Html:
    """Return when the answer comes that is to come to all."""
    if stands is State.OPEN and card.promise is not None:
        return promise(speech, card.opened.ticket, card.promise, card.opened.member.zones)
    at_vendor = stands is State.AT_VENDOR
    return speech.say("request-at-vendor" if at_vendor else "request-together-asked-back")


def _entry(speech: Speech, card: Card, index: int, one: Entry) -> Html:
    return lines(
        speech.say(
            "request-entry",
            index=index,
            who=who_said(speech, card.opened.ticket, one),
            when=moment(speech, one.at, card.opened.member.zones.here.key),
            edited="yes" if one.version > 1 else "no",
            files=len(one.content.files),
        ),
        escaped(said_in_short(speech, one.content, _SHORT)),
    )


def _deeds(speech: Speech, ticket: Ticket) -> list[Button]:
    number, standing = ticket.id, ticket.standing
    add, more = asking.AddToRequest(ticket=number), asking.OpenRequestMore(ticket=number)
    seldom = button(speech.label("request-more"), more)
    if standing.waits_elsewhere:
        apart = asking.SayOfRequest(ticket=number, word=asking.Word.APART)
        other = button(speech.label("request-apart"), apart)
        return [button(speech.label("request-add"), add), other, seldom]
    match standing.state:
        case State.OPEN | State.AT_VENDOR:
            return [button(speech.label("request-add"), add), seldom]
        case State.ASKED_BACK:
            return [button(speech.label("request-answer"), add), seldom]
        case State.ANSWERED:
            return [*_verdict(speech, ticket), seldom]
        case State.CLOSED:
            return [*_rate(speech, ticket), *_again(speech, ticket), seldom]


def _verdict(speech: Speech, ticket: Ticket) -> list[Button]:
    labels: tuple[tuple[Key, asking.Word], ...] = (
        ("request-helped", asking.Word.HELPED),
        ("request-not-helped", asking.Word.NOT_HELPED),
    )
    return [
        button(speech.label(key), asking.SayOfRequest(ticket=ticket.id, word=word))
        for key, word in labels
    ]


def _again(speech: Speech, ticket: Ticket) -> list[Button]:
    if not may_reopen(ticket.standing):
        return []
    again = asking.SayOfRequest(ticket=ticket.id, word=asking.Word.NOT_HELPED)
    return [button(speech.label("request-reopen"), again)]


def _rate(speech: Speech, ticket: Ticket) -> list[Button]:
    if ticket.standing.rating is not None:
        return []
    return [button(speech.label("request-rate"), asking.RateRequest(ticket=ticket.id))]


def more(speech: Speech, card: Card) -> Screen:
    """Show what is seldom done with a ticket, as far as it can be now."""
    ticket = card.opened.ticket
    number, standing = ticket.id, ticket.standing
    early = standing.state is State.OPEN and standing.heard_at is None
    other = button(speech.label("asking-other-topic"), asking.AskOtherTopic(ticket=number))
    urgent = button(speech.label("asking-make-urgent"), asking.AskRequestUrgent(ticket=number))
    cancel = asking.SayOfRequest(ticket=number, word=asking.Word.CANCEL)
    under_way = standing.is_under_way
    key: Key = "request-cancel-alone" if standing.waits_elsewhere else "request-cancel"
    return Screen(
        lines(head(speech, ticket), speech.say("request-more-head")),
        rows(
            [*([other] if early else []), *([urgent] if under_way else [])],
            [
                button(speech.label("request-transcript"), asking.SendTranscript(ticket=number)),
                *([button(speech.label(key), cancel)] if may_cancel(standing) else []),
            ],
            [back_button(speech, ticket)],
        ),
    )
