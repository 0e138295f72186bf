"""The same question of many: what is ticked, or all that is alike, is merged into one answer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from zlib import crc32

from bot.callbacks.consulting import (
    BeginWords,
    MergeAll,
    MergeThese,
    OpenAlike,
    OpenMerge,
)
from bot.screens.helpdesk import desk_words as words
from bot.screens.helpdesk.ticket_card import ticket_button
from bot.screens.messages.naming import said_in_short
from bot.screens.parts.pages import Page, page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, cut
from bot.texts.speech import Speech
from core.helpdesk.tickets.likeness import Likeness
from core.helpdesk.tickets.merging import Alike, MergedAlike
from core.helpdesk.tickets.rules import MOST_MERGED
from core.helpdesk.tickets.ticket import Ticket
from core.ids import TicketId

_TO_MERGE: Final = 3
_WORDS: Final = 22
_ANSWER: Final = 60


def merge(
    speech: Speech, view: Alike, *, page: int = 0, chosen: int = 0, changed: bool = False
) -> Screen:
    """Show what asks the same; numbers tick, and what is ticked is merged."""
    number = view.opened.ticket.id
    listed = page_of(view.tickets, page, size=_TO_MERGE)
    count = len(ticked(view, page, chosen))
    return Screen(
        lines(
            speech.say("ticket-merge-changed") if changed else NOTHING,
            speech.say("ticket-merge-head", whose=words.whose(speech, view.opened.ticket))
            if view.tickets
            else speech.say("ticket-merge-none"),
            [
                _alike(speech, view, listed.begin + at + 1, one, chosen=bool(chosen >> at & 1))
                for at, one in enumerate(listed.items)
            ],
            rest_of(speech, listed),
        ),
        rows(
            _ticks(view, listed, chosen),
            _merges(speech, view, listed, chosen, count),
            [
                *turning(speech, listed, lambda to: OpenMerge(ticket=number, page=to)),
                ticket_button(speech, number),
            ],
        ),
    )


def ticked(view: Alike, page: int, chosen: int) -> Sequence[Ticket]:
    """Return what of a page is ticked."""
    shown = page_of(view.tickets, page, size=_TO_MERGE).items
    return [one for at, one in enumerate(shown) if chosen >> at & 1]


def merge_stamp(view: Alike, page: int) -> int:
    """Return what tells the tickets of a page from others."""
    shown = page_of(view.tickets, page, size=_TO_MERGE).items
    return crc32(",".join(str(one.id) for one in shown).encode())


def _ticks(view: Alike, listed: Page[Ticket], chosen: int) -> list[Button]:
    return [
        button(str(listed.begin + at + 1), _ticking(view, listed, chosen ^ 1 << at))
        for at in range(len(listed.items))
    ]


def _ticking(view: Alike, listed: Page[Ticket], chosen: int) -> OpenMerge:
    return OpenMerge(
        ticket=view.opened.ticket.id,
        page=listed.number,
        chosen=chosen,
        stamp=merge_stamp(view, listed.number),
    )


def _merges(
    speech: Speech, view: Alike, listed: Page[Ticket], chosen: int, count: int
) -> list[Button]:
    if not listed.items:
        return []
    if not count and listed.rest + listed.begin:
        return _all_alike(speech, view)
    if not count:
        everything = (1 << len(listed.items)) - 1
        return [button(speech.label("ticket-merge-all"), _ticking(view, listed, everything))]
    these = MergeThese(
        ticket=view.opened.ticket.id,
        page=listed.number,
        chosen=chosen,
        stamp=merge_stamp(view, listed.number),
    )
    return [button(speech.label("ticket-merge-do", count=count), these)]


def _alike(speech: Speech, view: Alike, at: int, one: Ticket, *, chosen: bool) -> Html:
    said = view.first_words.get(one.id)
    return speech.say(
        "ticket-merge-line",
        index=at,
        chosen="yes" if chosen else "no",
        name=words.short_name(speech, one),
        waited=words.waiting(
            speech, one, view.opened.desk, view.opened.at, view.opened.member.zones
        ),
        words=said_in_short(speech, said, _WORDS) if said else "",
    )


def merged(speech: Speech, ticket: Ticket, count: int) -> Screen:
    """Say how many are answered with it."""
    return Screen(
        speech.say("ticket-merged-now", whose=words.whose(speech, ticket), count=count),
        rows(
            [
                button(speech.label("ticket-answer"), BeginWords(ticket=ticket.id)),
                ticket_button(speech, ticket.id),
            ]
        ),
    )


def _all_alike(speech: Speech, view: Alike) -> list[Button]:
    """Return the ways to merge more than a page shows: what is alike, the nearest first."""
    number, everything = view.opened.ticket.id, len(view.tickets)
    counts = {how: len(view.like.get(how, ())) for how in Likeness}
    ways = [
        how
        for how, count in counts.items()
        if count and (how is Likeness.TOPIC or count < everything)
    ]
    return [
        button(
            speech.label("ticket-merge-like", how=how.value, count=counts[how]),
            OpenAlike(ticket=number, how=how),
        )
        for how in ways
    ]


def alike(speech: Speech, view: Alike, how: Likeness) -> Screen:
    """Show how many are alike, and the first of them: one tap merges all."""
    number, found = view.opened.ticket.id, view.like.get(how, ())[:MOST_MERGED]
    listed = page_of(found, 0, size=_TO_MERGE)
    fits = view.fits.question if view.fits else ""
    return Screen(
        lines(
            speech.say("ticket-merge-none")
            if not found
            else speech.say(
                "ticket-merge-alike",
                whose=words.whose(speech, view.opened.ticket),
                how=how.value,
                count=len(found),
                answer=cut(fits, _ANSWER),
            ),
            [
                _alike(speech, view, at, one, chosen=False)
                for at, one in enumerate(listed.items, start=1)
            ],
            rest_of(speech, listed),
        ),
        rows(
            _merges_all(speech, number, how, found),
            [
                button(speech.label("ticket-merge-choose"), OpenMerge(ticket=number)),
                ticket_button(speech, number),
            ],
        ),
    )


def _merges_all(
    speech: Speech, number: TicketId, how: Likeness, found: Sequence[Ticket]
) -> list[Button]:
    if not found:
        return []
    upto = max(one.id for one in found)
    every = MergeAll(ticket=number, how=how, upto=upto, count=len(found))
    return [button(speech.label("ticket-merge-do", count=len(found)), every)]


def merged_alike(speech: Speech, done: MergedAlike, *, shown: int) -> Screen:
    """Say how many were merged, how many of those shown were not, and how many are left."""
    said = merged(speech, done.ticket, done.merged)
    gone = max(0, shown - done.merged)
    return replace(
        said,
        text=lines(
            said.text,
            speech.say("ticket-merge-gone", count=gone) if gone else NOTHING,
            speech.say("ticket-merge-left", count=done.left) if done.left else NOTHING,
        ),
    )
