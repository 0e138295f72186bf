"""What is seldom done with a ticket: it is handed on, put off, ended, or taken to the vendor."""

from bot.callbacks.consulting import (
    AskFinish,
    BeginWords,
    CloseTicket,
    Kind,
    OpenHeirs,
    OpenMerge,
    OpenOwners,
    OpenSnooze,
    TakeOver,
)
from bot.callbacks.vendor import BeginPacketFor, OpenPacket
from bot.screens.helpdesk import desk_words as words
from bot.screens.helpdesk.ticket_card import ticket_button
from bot.screens.parts.screen import Button, Screen, button, rows
from bot.texts.speech import Speech
from core.helpdesk.tickets.gate import may_answer, may_keep
from core.helpdesk.tickets.handing import has_begun
from core.helpdesk.tickets.owner import Consultant, person_of
from core.notices.tickets.card import HelperCard


def more(speech: Speech, view: HelperCard) -> Screen:
    """Show what is seldom done with a ticket."""
    number = view.ticket.id
    note = BeginWords(ticket=number, kind=Kind.NOTE)
    return Screen(
        speech.say("ticket-more-head", whose=words.whose(speech, view.ticket)),
        rows(
            _moves(speech, view),
            _ends(speech, view),
            [
                button(speech.label("ticket-note"), note),
                button(speech.label("ticket-owners"), OpenOwners(ticket=number)),
                ticket_button(speech, number),
            ],
        ),
    )


def _moves(speech: Speech, view: HelperCard) -> list[Button]:
    ticket, opened = view.ticket, view.card.opened
    has, number = person_of(ticket.standing.owner), ticket.id
    if not ticket.standing.is_under_way:
        return []
    hand = button(speech.label("ticket-hand"), OpenHeirs(ticket=number))
    if has not in {None, opened.me}:
        take = button(speech.label("ticket-take-over"), TakeOver(ticket=number))
        return [hand, take] if opened.is_administrator else []
    if not may_answer(opened):
        return []
    if not may_keep(opened):
        return [hand]
    return [
        hand,
        button(speech.label("ticket-snooze"), OpenSnooze(ticket=number)),
        button(speech.label("ticket-merge"), OpenMerge(ticket=number)),
    ]


def _ends(speech: Speech, view: HelperCard) -> list[Button]:
    ticket, opened = view.ticket, view.card.opened
    owner, number = ticket.standing.owner, ticket.id
    if not ticket.standing.is_under_way or not may_answer(opened):
        return []
    found = [button(speech.label("ticket-close"), CloseTicket(ticket=number))]
    if isinstance(owner, Consultant) and has_begun(ticket.standing, opened):
        found.append(button(speech.label("ticket-finish"), AskFinish(ticket=number)))
    return [*found, *([_to_vendor(speech, view)] if may_keep(opened) else [])]


def _to_vendor(speech: Speech, view: HelperCard) -> Button:
    if view.packets:
        return button(speech.label("ticket-packet-open"), OpenPacket(packet=view.packets[0].id))
    return button(speech.label("ticket-to-vendor"), BeginPacketFor(ticket=view.ticket.id))
