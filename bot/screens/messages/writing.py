"""A desk at which somebody writes to a person, and what is said when it was sent."""

from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.messages import MarkUrgent, OpenThread, OpenThreads, SendGathered
from bot.callbacks.places import OpenMenu
from bot.callbacks.why import About
from bot.screens.broadcasts.naming import day_of, time_of
from bot.screens.messages.naming import head
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.refusals import REFUSALS
from bot.texts.html import NOTHING, Html, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.errors import RuleBroken
from core.messages.threads.thread import Thread
from core.messages.threads.writing import Desk, Written

_HERE: Final[dict[str, Key]] = {"file-refused": "refusal-message-kind"}
"""What is said here in other words than under homework."""


def ask(
    speech: Speech, desk: Desk, stamp: int, *, urgent: bool = False, wrong: Key | None = None
) -> Screen:
    """Ask for words, or photos and files; say when an answer may come."""
    offered = desk.may_be_urgent and not urgent
    mark = [button(speech.label("message-urgent"), MarkUrgent(stamp=stamp))] if offered else []
    return Screen(
        lines(
            escaped(speech.label(wrong)) if wrong else NOTHING,
            _head(speech, desk),
            speech.say("message-is-urgent") if urgent else NOTHING,
            speech.say("message-ask"),
            _hours(speech, desk),
        ),
        rows(mark, [_leave(speech)]),
    )


def wrong_of(refused: RuleBroken) -> Key:
    """Return what is said of a message that cannot be sent on."""
    return _HERE.get(refused.code) or REFUSALS[refused.code]


def gathered(speech: Speech, desk: Desk, stamp: int) -> Screen:
    """Say that an album is being taken in; a tap, or words, send it."""
    send = button(speech.label("message-send"), SendGathered(stamp=stamp))
    return Screen(
        lines(_head(speech, desk), speech.say("message-gathered")),
        rows([send], [_leave(speech)]),
    )


def sent(speech: Speech, done: Written) -> Screen:
    """Say that a message is on its way, and when an answer may come."""
    open_it = button(speech.label("thread-open"), OpenThread(thread=done.thread))
    return Screen(
        lines(_head(speech, done.desk), speech.say("message-sent"), _hours(speech, done.desk)),
        rows(
            [open_it, *_why(speech, done.desk)],
            [button(speech.label("place-menu"), OpenMenu(anew=True))],
        ),
    )


def edited(speech: Speech, thread: Thread) -> Screen:
    """Say that the other words are on their way."""
    open_it = button(speech.label("thread-open"), OpenThread(thread=thread.id, anew=True))
    return Screen(speech.say("message-edited"), rows([open_it]))


def _head(speech: Speech, desk: Desk) -> Html:
    child = desk.child.name if desk.child else None
    return head(speech, desk.sides, desk.other, child, desk.member.person)


def _hours(speech: Speech, desk: Desk) -> Html:
    if desk.answered_from is None:
        return NOTHING
    at, zone = desk.answered_from, ZoneInfo(desk.member.zone)
    return speech.say("message-hours", day=day_of(speech, at, zone), time=time_of(at, zone))


def _why(speech: Speech, desk: Desk) -> list[Button]:
    # Only where the hours decide when an answer may come.
    if desk.answered_from is None:
        return []
    return [why_button(speech, About.MESSAGES, desk.member.school, anew=True)]


def _leave(speech: Speech) -> Button:
    return button(speech.label("message-leave"), OpenThreads())
