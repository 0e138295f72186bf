"""A message in full: as it comes by itself, and as it is opened, with files and versions."""

from typing import Final

from bot.callbacks.messages import AnswerThread, OpenMessage, OpenMessageFiles, OpenThread
from bot.callbacks.places import OpenMenu
from bot.screens.broadcasts.message import first_file
from bot.screens.broadcasts.rich import rich
from bot.screens.messages.naming import (
    about,
    moment,
    partner_name,
    said_in_short,
    thread_head,
)
from bot.screens.parts.screen import Button, KeptFile, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.ids import PersonId
from core.messages.content import Content
from core.messages.threads.thread import Message, Thread
from core.notices.ledger import Change
from core.notices.messages.reading import OneMessage
from core.notices.news.messages import LostNews, MessageNews

_SHORT: Final = 200


def told(speech: Speech, news: MessageNews) -> Screen:
    """Tell a message to its other side, with the button that answers it."""
    if news.message.handed_to is not None:
        return _handed(speech, news)
    thread, message = news.thread, news.message
    head = joined(" · ", [_by(speech, news), _about(speech, news)])
    text = lines(
        speech.say("message-urgent-head") if message.urgent else NOTHING,
        speech.say("message-edited-head") if news.change is Change.CHANGED else NOTHING,
        head,
        _words(message.content),
    )
    file = first_file(message.content.files, text)
    rest = _files(speech, message, held=1 if file else 0)
    return Screen(
        text,
        rows(
            [
                button(speech.label("message-answer"), AnswerThread(thread=thread.id, anew=True)),
                _thread(speech, thread),
            ],
            rest,
        ),
        neutral=speech.say("message-neutral"),
        file=file,
    )


def _by(speech: Speech, news: MessageNews) -> Html:
    sides, message = news.thread.sides, news.message
    named = partner_name(speech, sides, message.by_name, news.recipient)
    return speech.say("message-head", name=named)


def _about(speech: Speech, news: MessageNews) -> Html:
    return about(speech, news.thread.sides, news.thread.child, news.recipient)


def _handed(speech: Speech, news: MessageNews) -> Screen:
    thread, entry = news.thread, news.message
    keeps = news.recipient == thread.sides.keeper
    named = entry.by_name if keeps or entry.handed_to is None else entry.handed_to
    name = partner_name(speech, thread.sides, named, thread.sides.partner)
    said = (
        speech.say("thread-handed-to-you", name=name)
        if keeps
        else speech.say("thread-handed-away", name=name)
    )
    return Screen(
        lines(thread_head(speech, thread, news.recipient), said),
        rows([_thread(speech, thread), button(speech.label("place-menu"), OpenMenu(anew=True))]),
        neutral=speech.say("message-neutral"),
    )


def lost(speech: Speech, news: LostNews) -> Screen:
    """Tell who wrote that the message did not arrive, or may not have."""
    by = PersonId(news.about)
    return Screen(
        lines(
            thread_head(speech, news.thread, by),
            speech.say("message-lost", unknown="yes" if news.unknown else "no"),
            speech.say(
                "message-lost-words", words=said_in_short(speech, news.message.content, _SHORT)
            ),
        ),
        rows(
            [
                _thread(speech, news.thread),
                button(speech.label("place-menu"), OpenMenu(anew=True)),
            ]
        ),
        neutral=speech.say("message-neutral"),
    )


def whole(speech: Speech, view: OneMessage, version: int = 0) -> Screen:
    """Show a message in full; earlier versions are a tap away."""
    message, count = view.message, len(view.versions)
    shown = version if 1 <= version <= count else count
    said = view.versions[shown - 1]
    versions: tuple[tuple[Key, int], ...] = (
        ("message-before", shown - 1),
        ("message-after", shown + 1),
    )
    turn = [
        button(speech.label(key), OpenMessage(message=message.id, version=to))
        for key, to in versions
        if 1 <= to <= count
    ]
    by = (
        speech.label("message-you")
        if message.by == view.member.person
        else partner_name(speech, view.thread.sides, message.by_name, view.member.person)
    )
    when = moment(speech, said.at, view.thread.zone)
    return Screen(
        lines(
            thread_head(speech, view.thread, view.member.person),
            speech.say("message-by", who=by, when=when, version=shown, count=count),
            _words(said.content),
        ),
        rows(
            turn,
            _files(speech, message, held=0),
            [button(speech.label("thread-open"), OpenThread(thread=view.thread.id))],
        ),
    )


def files(speech: Speech, view: OneMessage) -> Screen:
    """Show all files of a message: as albums, in their order, each with its own words."""
    found = view.message.content.files
    back = button(speech.label("thread-open"), OpenThread(thread=view.thread.id, anew=True))
    if not found:
        return Screen(speech.say("message-no-files"), rows([back]), anew=True)
    said = thread_head(speech, view.thread, view.member.person)
    gone = speech.say("file-gone")
    album = tuple(KeptFile(it.reference, it.is_picture, gone) for it in found)
    captions = tuple(rich(it.caption) for it in found)
    return Screen(said, rows([back]), anew=True, album=album, captions=captions)


def _words(content: Content) -> Html:
    if content.text:
        return rich(content.text)
    return rich(content.files[0].caption) if content.files else NOTHING


def _files(speech: Speech, message: Message, *, held: int) -> list[Button]:
    count = len(message.content.files)
    if count <= held:
        return []
    target = OpenMessageFiles(message=message.id)
    return [button(speech.label("broadcast-open-files", count=count), target)]


def _thread(speech: Speech, thread: Thread) -> Button:
    return button(speech.label("thread-open"), OpenThread(thread=thread.id, anew=True))
