"""A ticket's card for who answers: who asks what, what was said, what did not arrive."""

from datetime import datetime
from typing import Final

from bot.callbacks.consulting import (
    BeginWords,
    ClaimTicket,
    Kind,
    OpenDesk,
    OpenEntry,
    OpenTicket,
    OpenTicketMore,
)
from bot.screens.helpdesk import desk_words as words
from bot.screens.messages.naming import said_in_short
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut, escaped, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.tickets.gate import Opened, may_answer, may_keep
from core.helpdesk.tickets.owner import person_of
from core.helpdesk.tickets.ticket import Entry
from core.helpdesk.values import Matter
from core.helpdesk.vendor.packet import Packet, PacketState
from core.ids import TicketId
from core.notices.tickets.card import HelperCard

_AT_MOST: Final = 2
_SHORT: Final = 120
_SHORTER: Final = 38
_REASON: Final = 27
_WORD: Final = 30
_COURSE: Final = 18
_CLASS: Final = 12
_NUMBER: Final = 10


def card(speech: Speech, view: HelperCard, *, page: int = 0, note: Html = NOTHING) -> Screen:
    """Show the card, the latest words first; a number opens words in full, with their files."""
    entries = view.card.entries
    about, marks = _about(speech, view), _marks(speech, view)
    size = 1 if about or marks else _AT_MOST
    most = _SHORTER if about and marks else _SHORT // size
    latest = page_of(tuple(reversed(entries)), page, size=size)
    shown = [(len(entries) - latest.begin - at, one) for at, one in enumerate(latest.items)]
    number = view.ticket.id
    return Screen(
        lines(
            note,
            _head(speech, view),
            about,
            _stands(speech, view),
            marks,
            [_entry(speech, view, at, one, most) for at, one in reversed(shown)],
        ),
        rows(
            _deeds(speech, view),
            [
                *(button(str(at), OpenEntry(entry=one.id)) for at, one in reversed(shown)),
                *turning(speech, latest, lambda to: OpenTicket(ticket=number, page=to)),
            ],
            [
                button(speech.label("ticket-more"), OpenTicketMore(ticket=number)),
                desk_button(speech, view.card.opened),
            ],
        ),
    )


def desk_button(speech: Speech, opened: Opened) -> Button:
    """Return the way back to the desk."""
    return button(speech.label("place-desk"), OpenDesk(school=opened.ticket.school))


def ticket_button(speech: Speech, number: TicketId, *, anew: bool = False) -> Button:
    """Return the way to a card."""
    return button(speech.label("ticket-open"), OpenTicket(ticket=number, anew=anew))


def _head(speech: Speech, view: HelperCard) -> Html:
    ticket = view.ticket
    asks_itself = view.child is not None and view.child.pupil == ticket.asker
    title = view.child.class_title if view.child and asks_itself else ""
    return speech.say(
        "ticket-head",
        name=cut(full_name(speech, ticket.asker_name), words.NAME_LENGTH),
        role=speech.label(words.ROLES[ticket.asking.role]),
        topic=words.topic(speech, ticket),
        **{"class": cut(title, _CLASS) or "none"},
    )


def _about(speech: Speech, view: HelperCard) -> Html:
    ticket, parts = view.ticket, list[str]()
    if view.child is not None and view.child.pupil != ticket.asker:
        title = cut(view.child.class_title, _CLASS)
        named = [words.short(speech, view.child.name), *([title] if title else [])]
        parts.append(", ".join(named))
    elif ticket.child is not None and view.child is None:
        parts.append(words.short(speech, ticket.child))
    if ticket.course_title:
        parts.append(cut(ticket.course_title, _COURSE))
    matter = ticket.asking.matter
    said = [] if matter is Matter.QUESTION else [speech.say("ticket-matter", matter=matter.value)]
    if parts:
        said.append(speech.say("ticket-about", what=" · ".join(parts)))
    return joined(" · ", said)


def _stands(speech: Speech, view: HelperCard) -> Html:
    ticket, desk, now = view.ticket, view.card.opened.desk, view.card.opened.at
    zones = view.card.opened.member.zones
    known = {
        "state": words.state(speech, ticket),
        "owner": words.owner_of(speech, ticket, desk, now, zones),
    }
    if not ticket.standing.is_under_way:
        return speech.say("ticket-stands-still", **known)
    waited = words.waiting(speech, ticket, desk, now, zones)
    return speech.say("ticket-stands", waited=waited, **known)


def _marks(speech: Speech, view: HelperCard) -> list[Html]:
    standing, opened = view.ticket.standing, view.card.opened
    zones, urgent, found = opened.member.zones, list[Html](), list[Html]()
    if standing.urgent:
        urgent.append(speech.say("ticket-urgent", reason=cut(standing.urgent, _REASON)))
    times: tuple[tuple[Key, datetime | None], ...] = (
        ("ticket-asleep", standing.snoozed_until),
        ("ticket-kept", standing.kept_until),
    )
    found += [
        speech.say(key, when=words.moment(speech, until, zones, opened.at))
        for key, until in times
        if until is not None and until > opened.at
    ]
    if view.packets:
        found.append(_packet(speech, view.packets[0]))
    if view.card.merged:
        found.append(speech.say("ticket-merged", count=len(view.card.merged)))
    if (rating := standing.rating) is not None:
        said = cut(rating.word, _WORD)
        found.append(speech.say("ticket-rated", stars=rating.stars, word=said))
    return [*urgent, *([joined(" ", found)] if found else [])]


def _packet(speech: Speech, of: Packet) -> Html:
    waits = of.state is PacketState.SENT and of.ask_on is not None
    return speech.say(
        "ticket-packet",
        state=of.state.value,
        number=cut(of.number, _NUMBER) or "none",
        day=day_and_month(of.ask_on, speech.language) if waits and of.ask_on else "none",
    )


def _entry(speech: Speech, view: HelperCard, at: int, one: Entry, most: int) -> Html:
    opened, came = view.card.opened, view.came.get(one.id)
    me = one.by == opened.me
    by = speech.label("message-you") if me else words.short(speech, one.by_name)
    return lines(
        speech.say(
            "ticket-entry",
            index=at,
            who=by,
            when=words.moment(speech, one.at, opened.member.zones, opened.at),
            kind=one.kind.value,
            edited="yes" if one.version > 1 else "no",
            files=len(one.content.files),
            came=came.value if came else "none",
        ),
        escaped(said_in_short(speech, one.content, most)),
    )


def _deeds(speech: Speech, view: HelperCard) -> list[Button]:
    """Return what can be done: who may not keep it until the own window may answer it at once."""
    ticket, opened = view.ticket, view.card.opened
    number, keeps = ticket.id, may_keep(opened)
    if ticket.standing.closed_at is not None or not may_answer(opened):
        return []
    found = [button(speech.label("ticket-answer"), BeginWords(ticket=number))]
    if person_of(ticket.standing.owner) is None and ticket.standing.is_under_way and keeps:
        found.insert(0, button(speech.label("ticket-claim"), ClaimTicket(ticket=number)))
    ask = BeginWords(ticket=number, kind=Kind.ASK_BACK)
    return [*found, button(speech.label("ticket-ask-back"), ask)] if keeps else found
