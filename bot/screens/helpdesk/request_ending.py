"""An asker takes a ticket back, or says what the help was worth."""

from bot.callbacks import asking
from bot.screens.helpdesk.request_parts import back_button, head, places
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.tickets.rules import MOST_STARS
from core.helpdesk.tickets.ticket import Ticket


def ask_cancel(speech: Speech, ticket: Ticket) -> Screen:
    """Ask once more before a ticket is cancelled."""
    sure = asking.SayOfRequest(ticket=ticket.id, word=asking.Word.CANCEL_SURE)
    alone = ticket.standing.waits_elsewhere
    key: Key = "request-cancel-ask-alone" if alone else "request-cancel-ask"
    return Screen(
        lines(head(speech, ticket), speech.say(key)),
        rows([button(speech.label("request-cancel-sure"), sure)], [back_button(speech, ticket)]),
    )


def after_helped(speech: Speech, ticket: Ticket) -> Screen:
    """Ask what the help was worth, once."""
    return rated(speech, ticket) if ticket.standing.rating else ask_rating(speech, ticket)


def ask_rating(speech: Speech, ticket: Ticket) -> Screen:
    """Ask what the help was worth."""
    stars = [
        button(str(one), asking.RateRequest(ticket=ticket.id, stars=one))
        for one in range(1, MOST_STARS + 1)
    ]
    return Screen(
        lines(head(speech, ticket), speech.say("request-rate-ask")),
        rows(stars, places(speech, ticket)),
    )


def rated(speech: Speech, ticket: Ticket) -> Screen:
    """Say that a rating is kept; a word may follow."""
    rating = ticket.standing.rating
    said = (
        speech.say("request-rated-words")
        if rating is None or rating.word
        else speech.say("request-rated-now", stars=rating.stars)
    )
    return Screen(lines(head(speech, ticket), said), rows(places(speech, ticket)))
