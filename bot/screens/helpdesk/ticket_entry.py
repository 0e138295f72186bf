"""What was said in a ticket, in full: its versions, and its files."""

from bot.callbacks.consulting import (
    BeginWords,
    OpenEntry,
    OpenEntryFiles,
)
from bot.screens.broadcasts.rich import rich
from bot.screens.helpdesk import desk_words as words
from bot.screens.helpdesk.ticket_card import ticket_button
from bot.screens.parts.naming import teacher_name
from bot.screens.parts.screen import Button, KeptFile, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.tickets.reading import OneEntry
from core.helpdesk.tickets.ticket import Entry, Ticket
from core.messages.content import Content


def entry(speech: Speech, view: OneEntry, version: int = 0) -> Screen:
    """Show what was said in full; earlier versions are a tap away."""
    one, count = view.entry, len(view.versions)
    shown = version if 1 <= version <= count else count
    said = view.versions[shown - 1]
    zones, now = view.opened.member.zones, view.opened.at
    by = speech.label("message-you") if one.by == view.opened.me else teacher_name(one.by_name)
    head = speech.say(
        "ticket-said-by",
        who=by,
        when=words.moment(speech, said.at, zones, now),
        version=shown,
        count=count,
    )
    return Screen(
        lines(words.whose(speech, view.opened.ticket), head, _words(said.content)),
        rows(
            _versions(speech, one, shown, count),
            _files(speech, one),
            _entry_places(speech, view.opened.ticket),
        ),
    )


def _versions(speech: Speech, one: Entry, shown: int, count: int) -> list[Button]:
    turns: tuple[tuple[Key, int], ...] = (
        ("message-before", shown - 1),
        ("message-after", shown + 1),
    )
    return [
        button(speech.label(key), OpenEntry(entry=one.id, version=to))
        for key, to in turns
        if 1 <= to <= count
    ]


def _files(speech: Speech, one: Entry) -> list[Button]:
    count = len(one.content.files)
    if not count:
        return []
    target = OpenEntryFiles(entry=one.id)
    return [button(speech.label("broadcast-open-files", count=count), target)]


def _entry_places(speech: Speech, ticket: Ticket, *, anew: bool = False) -> list[Button]:
    answer = button(speech.label("ticket-answer"), BeginWords(ticket=ticket.id, anew=anew))
    opened = ticket_button(speech, ticket.id, anew=anew)
    return [opened] if ticket.standing.closed_at else [answer, opened]


def _words(content: Content) -> Html:
    if content.text:
        return rich(content.text)
    return rich(content.files[0].caption) if content.files else NOTHING


def files(speech: Speech, view: OneEntry) -> Screen:
    """Show all files of what was said: as albums, in their order, each with its own words."""
    found, ticket = view.entry.content.files, view.opened.ticket
    places = _entry_places(speech, ticket, anew=True)
    if not found:
        return Screen(speech.say("message-no-files"), rows(places), anew=True)
    said = words.whose(speech, ticket)
    gone = speech.say("file-gone")
    album = tuple(KeptFile(it.reference, it.is_picture, gone) for it in found)
    captions = tuple(rich(it.caption) for it in found)
    return Screen(said, rows(places), anew=True, album=album, captions=captions)
