"""All that was said in a ticket as plain text: it opens anywhere, and is read to the end."""

from bot.documents.bench import File
from bot.documents.filing import file_name
from bot.screens.helpdesk import words
from bot.screens.helpdesk.request_parts import about, state_of, who_said
from bot.screens.messages.naming import moment
from bot.texts.formats import clock_time, weekday_and_day
from bot.texts.speech import Speech
from core.access.secrets import struck_out
from core.access.zones import Zones
from core.helpdesk.tickets.reading import Card
from core.helpdesk.tickets.ticket import Entry, Ticket


def make(speech: Speech, view: Card) -> File:
    """Return the file; it opens in any editor, also one that takes it for no UTF-8."""
    ticket = view.opened.ticket
    text = transcript(speech, view).replace("\n", "\r\n")
    name = file_name(speech.label("transcript-name", number=str(ticket.id)), "txt")
    return File(name, text.encode("utf-8-sig"))


def transcript(speech: Speech, card: Card) -> str:
    """Return the text: who said what when, as the asker may know it, and no secret."""
    ticket, zones = card.opened.ticket, card.opened.member.zones
    said = [_entry(speech, ticket, one, zones.here.key) for one in card.entries]
    return "\n\n".join([_head(speech, ticket, zones), *said]) + "\n"


def _head(speech: Speech, ticket: Ticket, zones: Zones) -> str:
    whom, at = about(ticket), ticket.opened_at.astimezone(zones.here)
    said = f"{weekday_and_day(at.date(), speech.language)} {at.year}, {clock_time(at.time())}"
    when = words.by_own_clock(speech, said, ticket.opened_at, zones)
    topic = words.topic_name(speech, ticket.standing.topic)
    parts = [
        speech.label("transcript-head", number=str(ticket.id), topic=topic),
        speech.label("transcript-about", what=whom) if whom else "",
        speech.label("transcript-asked", when=when),
        speech.label("transcript-state", state=state_of(speech, ticket)),
    ]
    return "\n".join(one for one in parts if one)


def _entry(speech: Speech, ticket: Ticket, one: Entry, zone: str) -> str:
    who, when = who_said(speech, ticket, one), moment(speech, one.at, zone)
    files = [
        part
        for it in one.content.files
        for part in (
            speech.label("transcript-picture")
            if it.is_picture
            else speech.label("transcript-file", name=it.name),
            it.caption.text,
        )
    ]
    said = [one.content.text.text, *files]
    return "\n".join(
        [
            speech.label("transcript-entry", when=when, who=who),
            *(struck_out(part).text for part in said if part.strip()),
        ]
    )
