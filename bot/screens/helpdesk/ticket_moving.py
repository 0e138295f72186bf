"""What becomes of a ticket: handed over, set aside, kept longer, closed; «я здесь»."""

from datetime import datetime, timedelta
from typing import Final

from bot.callbacks.consulting import (
    BeginWords,
    EndTicket,
    FinishBy,
    HandOn,
    HandToWindow,
    Kind,
    OpenDesk,
    OpenHeirs,
    Pause,
    Snooze,
    Whither,
)
from bot.screens.helpdesk import desk_words as words
from bot.screens.helpdesk.ticket_card import desk_button, ticket_button
from bot.screens.helpdesk.words import hour, person, shift_day, shift_hours
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.texts.formats import clock_time
from bot.texts.html import NOTHING, Html, cut, mid_sentence
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.duty.shift import Shift
from core.helpdesk.tickets import pausing
from core.helpdesk.tickets.gate import Opened
from core.helpdesk.tickets.handing import Heirs, next_window
from core.helpdesk.tickets.ticket import Ticket
from core.helpdesk.values import Closing
from core.notices.tickets.card import HelperCard

_A_PAGE: Final = 4
_HALF_AN_HOUR: Final = timedelta(minutes=30)
_QUARTER: Final = 15
_OFFERED: Final = 3
_A_MINUTE: Final = 60
_ENDS: Final[dict[Closing, Key]] = {
    Closing.SOLVED: "ticket-end-solved",
    Closing.DUPLICATE: "ticket-end-duplicate",
    Closing.NEEDLESS: "ticket-end-needless",
    Closing.VENDOR: "ticket-end-vendor",
}
"""How who answers says that it ended, as in `core.helpdesk.values.BY_HELPER`."""


def heirs(speech: Speech, view: Heirs, *, page: int = 0) -> Screen:
    """Show to whom a ticket can be handed over: those on duty now first."""
    number, shifts = view.opened.ticket.id, (*view.now, *view.coming)
    listed = page_of(shifts, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    onward = HandOn(ticket=number, to=Whither.NEXT_WINDOW)
    upward = HandOn(ticket=number, to=Whither.ADMINISTRATOR)
    note = BeginWords(ticket=number, kind=Kind.HAND_NOTE)
    return Screen(
        lines(
            speech.say("ticket-hand-head", whose=words.whose(speech, view.opened.ticket)),
            NOTHING if shifts else speech.say("ticket-hand-nobody"),
            [_heir(speech, view, at, one) for at, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            [button(str(at), _to(view, one)) for at, one in numbered],
            [
                *([button(speech.label("ticket-hand-next"), onward)] if view.next else ()),
                button(speech.label("ticket-hand-administrator"), upward),
            ],
            [
                *([] if listed.number else [button(speech.label("ticket-hand-note-first"), note)]),
                *turning(speech, listed, lambda to: OpenHeirs(ticket=number, page=to)),
                ticket_button(speech, number),
            ],
        ),
    )


def _to(view: Heirs, one: Shift) -> HandToWindow:
    return HandToWindow(ticket=view.opened.ticket.id, window=one.window, day=one.day.toordinal())


def _heir(speech: Speech, view: Heirs, at: int, one: Shift) -> Html:
    zones = view.opened.member.zones
    name = cut(person(speech, view.names, one.consultant), words.NAME_LENGTH)
    if one in view.now:
        until = hour(speech, one.ends_at, zones)
        return speech.say("ticket-hand-now", index=at, name=name, until=until)
    return speech.say(
        "ticket-hand-then",
        index=at,
        name=name,
        day=shift_day(speech, one, zones),
        hours=shift_hours(speech, one, zones),
    )


def handed(speech: Speech, ticket: Ticket, opened: Opened) -> Screen:
    """Say who has it now."""
    owner = words.owner_of(speech, ticket, opened.desk, opened.at, opened.member.zones)
    said = speech.say("ticket-handed", whose=words.whose(speech, ticket), owner=owner)
    return Screen(said, rows([desk_button(speech, opened)]))


def snooze(speech: Speech, view: HelperCard, *, wrong: bool = False) -> Screen:
    """Ask until when it is set aside; words name another day and time."""
    number, opened = view.ticket.id, view.card.opened
    offered: tuple[tuple[Key, Pause, bool], ...] = (
        ("ticket-snooze-hour", Pause.HOUR, True),
        ("ticket-snooze-evening", Pause.EVENING, pausing.this_evening(opened) is not None),
        ("ticket-snooze-morning", Pause.MORNING, True),
        ("ticket-snooze-window", Pause.WINDOW, pausing.next_window(opened) is not None),
    )
    pauses = [
        button(speech.label(key), Snooze(ticket=number, until=pause))
        for key, pause, can_be in offered
        if can_be
    ]
    return Screen(
        lines(
            speech.say("ticket-snooze-wrong") if wrong else NOTHING,
            speech.say("ticket-snooze-head", whose=words.whose(speech, view.ticket)),
            speech.say("ticket-snooze-date"),
        ),
        rows(pauses[:2], pauses[2:], [ticket_button(speech, number)]),
    )


def snoozed(speech: Speech, view: HelperCard, until: datetime) -> Screen:
    """Say until when it is set aside."""
    return _done(speech, view, "ticket-snoozed", until)


def finish(speech: Speech, view: HelperCard) -> Screen:
    """Ask until when of this day the owner goes on."""
    number, opened = view.ticket.id, view.card.opened
    hours = _later_today(opened)
    key: Key = "ticket-finish-head" if hours else "ticket-finish-none"
    comes = next_window(view.ticket, opened.desk, opened.at) is not None
    onward = HandOn(ticket=number, to=Whither.NEXT_WINDOW)
    return Screen(
        speech.say(key, whose=words.whose(speech, view.ticket)),
        rows(
            [
                button(
                    clock_time(one.time()),
                    FinishBy(ticket=number, minute=one.hour * _A_MINUTE + one.minute),
                )
                for one in hours
            ],
            [
                *([button(speech.label("ticket-hand-next"), onward)] if comes else ()),
                button(speech.label("ticket-hand"), OpenHeirs(ticket=number)),
            ],
            [ticket_button(speech, number)],
        ),
    )


def _later_today(opened: Opened) -> list[datetime]:
    """Return some times of this day, on the quarter of an hour."""
    now = opened.at.astimezone(opened.member.zones.here)
    quarter = now.replace(minute=now.minute // _QUARTER * _QUARTER, second=0, microsecond=0)
    ahead = [quarter + _HALF_AN_HOUR * times for times in (1, 2, 4)][:_OFFERED]
    return [one for one in ahead if one.date() == now.date() and one > now]


def finishes(speech: Speech, view: HelperCard, until: datetime) -> Screen:
    """Say until when it stays."""
    return _done(speech, view, "ticket-finishes", until)


def _done(speech: Speech, view: HelperCard, key: Key, until: datetime) -> Screen:
    opened = view.card.opened
    when = words.moment(speech, until, opened.member.zones, opened.at)
    return Screen(
        speech.say(key, whose=words.whose(speech, view.ticket), when=when),
        rows([ticket_button(speech, view.ticket.id), desk_button(speech, opened)]),
    )


def close(speech: Speech, view: HelperCard) -> Screen:
    """Ask how it ended: the tap closes it."""
    number = view.ticket.id
    ends = [
        button(speech.label(key), EndTicket(ticket=number, how=how)) for how, key in _ENDS.items()
    ]
    return Screen(
        speech.say("ticket-close-head", whose=words.whose(speech, view.ticket)),
        rows(
            ends[:2],
            ends[2:],
            [
                button(speech.label("ticket-answer"), BeginWords(ticket=number)),
                ticket_button(speech, number),
            ],
        ),
    )


def ended(speech: Speech, ticket: Ticket, how: Closing) -> Screen:
    """Say that it is closed, and how it ended."""
    said = mid_sentence(speech.label(_ENDS[how]))
    return Screen(
        speech.say("ticket-ended", whose=words.whose(speech, ticket), how=said),
        rows([button(speech.label("place-desk"), OpenDesk(school=ticket.school))]),
    )
