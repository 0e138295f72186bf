"""To whom a thread is handed over."""

from dataclasses import replace
from typing import Final

from bot.callbacks.messages import ChooseSuccessor, HandTo, OpenThread
from bot.screens.messages.naming import thread_head
from bot.screens.parts.naming import teacher_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.texts.html import cut
from bot.texts.speech import Speech
from core.messages.threads.keeping import Successors
from core.messages.threads.rules import Party

_A_PAGE: Final = 8
_NAME_LENGTH: Final = 60


def successors(speech: Speech, found: Successors, *, page: int = 0) -> Screen:
    """Show by number to whom a thread can be handed over."""
    one = found.thread
    listed = page_of(found.persons, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    hands = [button(str(at), HandTo(thread=one.id, person=it.person)) for at, it in numbered]
    return Screen(
        lines(
            thread_head(speech, one, one.sides.keeper),
            speech.say("thread-hand-to") if numbered else speech.say("thread-hand-nobody"),
            [
                speech.say("class-pupil", index=at, name=cut(teacher_name(it.name), _NAME_LENGTH))
                for at, it in numbered
            ],
            rest_of(speech, listed),
        ),
        rows(
            hands,
            [
                *turning(speech, listed, lambda to: ChooseSuccessor(thread=one.id, page=to)),
                button(speech.label("thread-open"), OpenThread(thread=one.id)),
            ],
        ),
    )


def handed(speech: Speech, screen: Screen, to: Party) -> Screen:
    """Say to whom a thread went, above the list without it."""
    name = cut(teacher_name(to.name), _NAME_LENGTH)
    return replace(screen, toast=speech.label("thread-handed-done", name=name))
