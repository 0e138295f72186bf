"""What somebody asked: the list, what is not closed first."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks import asking
from bot.screens.helpdesk import words
from bot.screens.helpdesk.request_parts import state_of, zones_at
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import Html
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.tickets.ticket import Ticket

_LISTED: Final = 5


def requests(speech: Speech, actor: Actor, found: Sequence[Ticket], *, page: int = 0) -> Screen:
    """Show what the person asked: what is not closed first."""
    listed = page_of(found, page, size=_LISTED)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    numbers = [button(str(at), asking.OpenRequest(ticket=one.id)) for at, one in numbered]
    return Screen(
        lines(
            speech.say("requests-head"),
            [_line(speech, actor, at, one) for at, one in numbered]
            or speech.say("requests-empty"),
            rest_of(speech, listed),
        ),
        rows(
            numbers,
            [
                *turning(speech, listed, lambda to: asking.OpenRequests(page=to)),
                button(speech.label("help-desk-ask"), asking.BeginAsking()),
            ],
            [button(speech.label("place-help-desk"), asking.OpenHelpDesk())],
        ),
    )


def _line(speech: Speech, actor: Actor, index: int, one: Ticket) -> Html:
    day = one.opened_at.astimezone(zones_at(actor, one.school).here).date()
    return speech.say(
        "requests-line",
        index=index,
        number=str(one.id),
        topic=words.topic_name(speech, one.standing.topic),
        state=state_of(speech, one),
        day=day_and_month(day, speech.language),
    )
