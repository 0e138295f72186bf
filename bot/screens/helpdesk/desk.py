"""A consultant's desk: what waits there, what can be taken; and all tickets of a school."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.callbacks.consulting import (
    OpenDesk,
    OpenOverview,
    OpenTemplates,
    OpenTicket,
    Shelf,
)
from bot.callbacks.places import OpenMenu
from bot.screens.broadcasts.naming import time_of
from bot.screens.helpdesk import desk_words as words
from bot.screens.helpdesk.consultation_log import log_button
from bot.screens.helpdesk.words import hour
from bot.screens.parts.pages import Page, page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Role
from core.helpdesk.tickets.overview import Overview
from core.helpdesk.tickets.reading import Counter
from core.helpdesk.tickets.ticket import Ticket

_A_PAGE: Final = 5
_A_PAGE_OF_ALL: Final = 3
_SHELVES: Final[Mapping[Shelf, Key]] = {
    Shelf.MINE: "desk-shelf-mine",
    Shelf.FREE: "desk-shelf-free",
    Shelf.ASKED: "desk-shelf-asked",
    Shelf.ASLEEP: "desk-shelf-asleep",
}


def desk(speech: Speech, view: Counter, *, shelf: Shelf = Shelf.MINE, page: int = 0) -> Screen:
    """Show a part of the desk by number: what is urgent first, then what waits longest."""
    found = _on(view, shelf)
    listed = page_of(found, page, size=_A_PAGE)
    zones, school = view.member.zones, view.member.school
    shown = time_of(view.at, zones.here)
    return Screen(
        lines(
            speech.say("desk-head", shelf=shelf.value, count=len(found)),
            NOTHING if found else speech.say("desk-empty", shelf=shelf.value, time=shown),
            [_line(speech, view, index, one) for index, one in _numbered(listed)],
            rest_of(speech, listed),
            speech.say("desk-shift", until=hour(speech, view.shift.ends_at, zones))
            if view.shift and not listed.rest
            else NOTHING,
            speech.say("duty-own-clock") if zones.differ_at(view.at) else NOTHING,
        ),
        rows(
            _opens(listed),
            _shelves(speech, view, shelf),
            [
                *turning(speech, listed, lambda to: OpenDesk(school=school, shelf=shelf, page=to)),
                *_places(speech, view),
                button(speech.label("place-menu"), OpenMenu()),
            ],
        ),
    )


def _on(view: Counter, shelf: Shelf) -> Sequence[Ticket]:
    return {
        Shelf.MINE: view.mine,
        Shelf.FREE: view.free,
        Shelf.ASKED: view.asked_back,
        Shelf.ASLEEP: view.asleep,
    }[shelf]


def _line(speech: Speech, view: Counter, index: int, one: Ticket) -> Html:
    return speech.say(
        "desk-line",
        index=index,
        urgent="yes" if one.standing.urgent else "no",
        name=words.short_name(speech, one),
        topic=words.topic(speech, one),
        waited=words.waiting(speech, one, view.desk, view.at, view.member.zones),
        ended="yes" if one in view.at_end else "no",
    )


def _shelves(speech: Speech, view: Counter, shown: Shelf) -> list[Button]:
    """Return the ways to the other parts where something lies, and always to the own ones."""
    return [
        button(
            speech.label(key, count=len(_on(view, one))),
            OpenDesk(school=view.member.school, shelf=one),
        )
        for one, key in _SHELVES.items()
        if one is not shown and (one is Shelf.MINE or _on(view, one))
    ]


def _places(speech: Speech, view: Counter) -> list[Button]:
    school = view.member.school
    if Role.ADMINISTRATOR in view.member.roles:
        return [button(speech.label("desk-overview"), OpenOverview(school=school))]
    if Role.CONSULTANT in view.member.roles:
        return [
            log_button(speech, school),
            button(speech.label("desk-templates"), OpenTemplates(school=school)),
        ]
    return []


def _numbered(listed: Page[Ticket]) -> list[tuple[int, Ticket]]:
    return list(enumerate(listed.items, start=listed.begin + 1))


def _opens(listed: Page[Ticket]) -> list[Button]:
    return [button(str(at), OpenTicket(ticket=one.id)) for at, one in _numbered(listed)]


def overview(speech: Speech, view: Overview, *, overdue: bool = False, page: int = 0) -> Screen:
    """Show all tickets under way with their owners; what is overdue comes first."""
    found = [one for one in view.tickets if one.id in view.overdue or not overdue]
    listed = page_of(found, page, size=_A_PAGE_OF_ALL)
    school = view.member.school
    return Screen(
        lines(
            speech.say("overview-head", count=len(view.tickets), overdue=len(view.overdue)),
            _sum(speech, view),
            NOTHING if found else _nothing(speech, view),
            [_all_line(speech, view, index, one) for index, one in _numbered(listed)],
            rest_of(speech, listed),
        ),
        rows(
            _opens(listed),
            [
                _other(speech, view, overdue=overdue),
                log_button(speech, school),
                button(speech.label("desk-templates"), OpenTemplates(school=school)),
            ],
            [
                *turning(
                    speech,
                    listed,
                    lambda to: OpenOverview(school=school, overdue=overdue, page=to),
                ),
                button(speech.label("place-desk"), OpenDesk(school=school)),
            ],
        ),
    )


def _sum(speech: Speech, view: Overview) -> Html:
    if not view.tickets:
        return NOTHING
    return speech.say(
        "overview-sum",
        queue=view.queued,
        administrator=view.of_administrators,
        others=view.of_consultants,
    )


def _nothing(speech: Speech, view: Overview) -> Html:
    if view.tickets:
        return speech.say("overview-none-overdue")
    return speech.say("overview-empty", time=time_of(view.at, view.member.zones.here))


def _all_line(speech: Speech, view: Overview, index: int, one: Ticket) -> Html:
    return speech.say(
        "overview-line",
        index=index,
        late="yes" if one.id in view.overdue else "no",
        name=words.short_name(speech, one),
        topic=words.topic(speech, one),
        waited=words.waiting(speech, one, view.desk, view.at, view.member.zones),
        owner=words.owner_of(speech, one, view.desk, view.at, view.member.zones),
        state=one.standing.state.value,
    )


def _other(speech: Speech, view: Overview, *, overdue: bool) -> Button:
    key: Key = "overview-all" if overdue else "overview-overdue"
    return button(speech.label(key), OpenOverview(school=view.member.school, overdue=not overdue))
