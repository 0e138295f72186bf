"""What was said in a ticket, as its asker reads it: in full, its files, the transcript."""

from bot.callbacks import asking
from bot.screens.broadcasts.rich import rich
from bot.screens.helpdesk.request_parts import back_button, head, open_button, who_said
from bot.screens.messages.naming import moment
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.screen import Button, KeptFile, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.tickets.reading import Card, OneEntry
from core.helpdesk.tickets.ticket import Entry
from core.messages.content import Content


def entry(speech: Speech, one: OneEntry, version: int = 0) -> Screen:
    """Show what was said in full; earlier versions are a tap away."""
    ticket, count = one.opened.ticket, len(one.versions)
    shown = version if 1 <= version <= count else count
    said = one.versions[shown - 1]
    turns: tuple[tuple[Key, int], ...] = (
        ("message-before", shown - 1),
        ("message-after", shown + 1),
    )
    turn = [
        button(speech.label(key), asking.OpenRequestEntry(entry=one.entry.id, version=to))
        for key, to in turns
        if 1 <= to <= count
    ]
    who = who_said(speech, ticket, one.entry)
    when = moment(speech, said.at, one.opened.member.zones.here.key)
    return Screen(
        lines(
            head(speech, ticket),
            speech.say("request-by", who=who, when=when, version=shown, count=count),
            _whole(said.content),
        ),
        rows(turn, _files_of(speech, one.entry), [back_button(speech, ticket)]),
    )


def _whole(content: Content) -> Html:
    if content.text:
        return rich(content.text)
    return rich(content.files[0].caption) if content.files else NOTHING


def _files_of(speech: Speech, one: Entry) -> list[Button]:
    count = len(one.content.files)
    label = speech.label("request-files", count=count)
    return [button(label, asking.OpenRequestFiles(entry=one.id))] if count else []


def files(speech: Speech, one: OneEntry) -> Screen:
    """Show all files of what was said, in their order, each with its own words."""
    found, ticket = one.entry.content.files, one.opened.ticket
    back = rows([open_button(speech, ticket)])
    if not found:
        return Screen(speech.say("request-no-files"), back, anew=True)
    said = head(speech, ticket)
    gone = speech.say("file-gone")
    album = tuple(KeptFile(it.reference, it.is_picture, gone) for it in found)
    return Screen(
        said, back, anew=True, album=album, captions=tuple(rich(it.caption) for it in found)
    )


def transcript(speech: Speech, card: Card) -> Screen:
    """Send all that was said as a file."""
    ticket = card.opened.ticket
    return Screen(
        speech.say("request-transcript-ready", number=str(ticket.id)),
        rows([open_button(speech, ticket)]),
        anew=True,
        enclosed=Enclosure(
            paper=Paper.TRANSCRIPT,
            of=ticket.id,
            day=0,
            language=speech.language,
            instead=speech.say("request-transcript-instead"),
        ),
    )
