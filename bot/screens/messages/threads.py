"""A person's threads as a list, and one of them page by page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.messages import (
    AnswerThread,
    ChooseSuccessor,
    OpenDoors,
    OpenHours,
    OpenMessage,
    OpenThread,
    OpenThreads,
    SettleThread,
)
from bot.callbacks.places import OpenMenu
from bot.screens.messages.naming import (
    about,
    moment,
    partner_name,
    said_in_short,
    thread_head,
)
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, escaped, joined
from bot.texts.speech import Speech
from core.access.people import Actor
from core.messages.threads.finding import Listed
from core.messages.threads.thread import Message
from core.notices.messages.reading import ThreadPage

_A_PAGE: Final = 8
_SHORT: Final = 240


def threads(speech: Speech, actor: Actor, found: Sequence[Listed], *, page: int = 0) -> Screen:
    """Show the threads by number; those that wait for the person stand first, with a sign."""
    listed = page_of(found, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    opens = [button(str(at), OpenThread(thread=one.thread.id)) for at, one in numbered]
    return Screen(
        lines(
            speech.say("threads-head"),
            [_line(speech, at, one) for at, one in numbered] or speech.say("threads-empty"),
            rest_of(speech, listed),
        ),
        rows(
            opens[: _A_PAGE // 2],
            opens[_A_PAGE // 2 :],
            [button(speech.label("message-write"), OpenDoors()), *_hours(speech, actor)],
            [
                *turning(speech, listed, lambda to: OpenThreads(page=to)),
                button(speech.label("place-menu"), OpenMenu()),
            ],
        ),
    )


def _hours(speech: Speech, actor: Actor) -> list[Button]:
    own = [one for one in actor.members if one.works_here]
    return [button(speech.label("place-hours"), OpenHours(person=own[0].person))] if own else []


def _line(speech: Speech, index: int, one: Listed) -> Html:
    thread, reader = one.thread, one.member.person
    name = thread.name_of(thread.sides.other(reader))
    local = thread.last_at.astimezone(ZoneInfo(thread.zone))
    whom = [
        escaped(partner_name(speech, thread.sides, name, reader)),
        about(speech, thread.sides, thread.child, reader),
    ]
    return speech.say(
        "threads-line",
        index=index,
        waits="yes" if thread.waits_for(reader) else "no",
        whom=joined(" · ", whom),
        day=day_and_month(local.date(), speech.language),
    )


def thread(speech: Speech, view: ThreadPage) -> Screen:
    """Show some messages of a thread; a number opens one in full, with files and versions."""
    one = view.thread
    numbered = [
        button(str(at), OpenMessage(message=it.id))
        for at, it in enumerate(view.messages, start=1)
        if it.handed_to is None
    ]
    waits = one.waits_for(view.member.person)
    return Screen(
        lines(
            thread_head(speech, one, view.member.person),
            speech.say("more-before", count=view.older) if view.older else NOTHING,
            [_message(speech, view, at, it) for at, it in enumerate(view.messages, start=1)]
            or speech.say("thread-empty"),
            speech.say("thread-waits") if waits else NOTHING,
        ),
        rows(_deeds(speech, view), numbered, _places(speech, view)),
    )


def settled(speech: Speech, view: ThreadPage) -> Screen:
    """Show a thread that waits no more; where something came since, say that it still does."""
    shown = thread(speech, view)
    if not view.thread.waits_for(view.member.person):
        return shown
    return replace(shown, toast=speech.label("thread-came-since"), alert=True)


def _message(speech: Speech, view: ThreadPage, index: int, it: Message) -> Html:
    at, zone, me = it.at, view.thread.zone, view.member.person
    who = speech.label("message-you") if it.by == me else _named(speech, view, it)
    if it.handed_to is not None:
        to = partner_name(speech, view.thread.sides, it.handed_to, view.thread.sides.partner)
        return speech.say("thread-handed", when=moment(speech, at, zone), name=to)
    came = view.came.get(it.id)
    return lines(
        speech.say(
            "thread-message",
            index=index,
            who=who,
            when=moment(speech, at, zone),
            came=came.value if came else "none",
            edited="yes" if it.version > 1 else "no",
            files=len(it.content.files),
        ),
        escaped(said_in_short(speech, it.content, _SHORT)),
    )


def _named(speech: Speech, view: ThreadPage, it: Message) -> str:
    partner = it.by == view.thread.sides.partner
    reader = view.thread.sides.keeper if partner else view.thread.sides.partner
    return partner_name(speech, view.thread.sides, it.by_name, reader)


def _deeds(speech: Speech, view: ThreadPage) -> list[Button]:
    number = view.thread.id
    found = [button(speech.label("message-answer"), AnswerThread(thread=number))]
    if view.last is not None and view.thread.waits_for(view.member.person):
        found.append(button(speech.label("thread-settle"), SettleThread(message=view.last.id)))
    if view.keeps and view.thread.sides.of_family:
        found.append(button(speech.label("thread-hand"), ChooseSuccessor(thread=number)))
    return found


def _places(speech: Speech, view: ThreadPage) -> list[Button]:
    number, found = view.thread.id, list[Button]()
    if view.older:
        older = OpenThread(thread=number, page=view.page + 1)
        found.append(button(speech.label("back-page"), older))
    if view.page:
        later = OpenThread(thread=number, page=view.page - 1)
        found.append(button(speech.label("next-page"), later))
    return [*found, button(speech.label("place-messages"), OpenThreads())]
