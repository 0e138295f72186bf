"""Who had a ticket, the first owner first."""

from typing import Final

from bot.callbacks.consulting import (
    OpenOwners,
)
from bot.screens.helpdesk import desk_words as words
from bot.screens.helpdesk.ticket_card import ticket_button
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Screen, lines, rows
from bot.texts.speech import Speech
from core.notices.tickets.card import HelperCard

_OWNERS: Final = 4


def owners(speech: Speech, view: HelperCard, *, page: int = 0) -> Screen:
    """Show who had a ticket, the first owner first."""
    opened, number = view.card.opened, view.ticket.id
    zones = opened.member.zones
    listed = page_of(view.owners, page, size=_OWNERS)
    return Screen(
        lines(
            speech.say("ticket-owners-head", whose=words.whose(speech, view.ticket)),
            [
                speech.say(
                    "ticket-owner-line",
                    when=words.moment(speech, it.since, zones, opened.at),
                    owner=words.owner(speech, (it.owner, it.name), opened.desk, opened.at, zones),
                )
                for it in listed.items
            ],
            rest_of(speech, listed),
        ),
        rows(
            [
                *turning(speech, listed, lambda to: OpenOwners(ticket=number, page=to)),
                ticket_button(speech, number),
            ]
        ),
    )
