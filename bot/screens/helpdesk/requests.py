"""What somebody asked: the list, a ticket's card, what was said in full, and its ending."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks import asking, consulting
from bot.callbacks.places import OpenMenu
from bot.callbacks.why import About
from bot.screens.broadcasts.rich import rich
from bot.screens.helpdesk import words
from bot.screens.helpdesk.promise import promise
from bot.screens.messages.naming import moment, said_in_short
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.naming import first_name, teacher_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, KeptFile, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.access.zones import Zones
from core.helpdesk.tickets.asking import Asked
from core.helpdesk.tickets.closing import may_reopen
from core.helpdesk.tickets.reading import Card, OneEntry
from core.helpdesk.tickets.rules import MOST_STARS
from core.helpdesk.tickets.ticket import Entry, EntryKind, State, Ticket
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing
from core.ids import SchoolId
from core.messages.content import Content

_LISTED: Final = 5
_ENTRIES: Final = 2
_SHORT: Final = 110
_NAME: Final = 60
_ROW: Final = 5
_OVER: Final[dict[Closing, Key]] = {
    Closing.CONFIRMED: "request-confirmed",
    Closing.BY_TIME: "request-by-time",
    Closing.CANCELLED: "request-cancelled",
    Closing.MERGED: "request-merged",
    Closing.SOLVED: "request-solved",
    Closing.VENDOR: "request-vendor",
    Closing.DUPLICATE: "request-duplicate",
    Closing.NEEDLESS: "request-needless",
    Closing.NO_ANSWER: "request-no-answer",
}
_STATES: Final[dict[State, Key]] = {
    State.OPEN: "request-open",
    State.ASKED_BACK: "request-asked-back",
    State.AT_VENDOR: "request-at-vendor",
    State.ANSWERED: "request-answered",
}


def zones_at(actor: Actor, school: SchoolId) -> Zones:
    """Return by whose clock the asker is told times: the school's, or the own one."""
    found = (one for one in actor.members if one.school == school)
    return next(found, actor.members[0]).zones


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


def state_of(speech: Speech, one: Ticket) -> str:
    """Return in a word how a ticket stands."""
    closing = one.standing.closing
    state = closing.value if closing else one.standing.state.value
    return speech.label("request-state", state=state)


def request(speech: Speech, card: Card, *, page: int = 0, note: Key | None = None) -> Screen:
    """Show a ticket to its asker: how it stands, when an answer comes, what was said last."""
    ticket, latest = card.opened.ticket, card.entries[::-1]
    listed = page_of(latest, page, size=_ENTRIES)
    first = len(latest) - listed.begin
    numbered = [(first - at, one) for at, one in enumerate(listed.items)][::-1]
    opens = [button(str(at), asking.OpenRequestEntry(entry=one.id)) for at, one in numbered]
    pages = turning(speech, listed, lambda to: asking.OpenRequest(ticket=ticket.id, page=to))
    return Screen(
        lines(
            escaped(speech.label(note)) if note else NOTHING,
            head(speech, ticket),
            _standing(speech, card),
            [_entry(speech, card, at, one) for at, one in numbered],
        ),
        rows(
            _deeds(speech, ticket),
            [*pages[1:], *opens, *pages[:1]] if len(pages) > 1 else [*opens, *pages],
            [
                why_button(speech, About.REQUESTS, ticket.school, anew=True),
                button(speech.label("help-desk-mine"), asking.OpenRequests()),
            ],
        ),
    )


def head(speech: Speech, ticket: Ticket) -> Html:
    """Return the first line: which ticket, its topic, and about whom or what."""
    line = speech.say(
        "request-head",
        number=str(ticket.id),
        topic=words.topic_name(speech, ticket.standing.topic),
    )
    whom = about(ticket)
    return speech.say("asking-head-topic", head=line, topic=whom) if whom else line


def about(ticket: Ticket) -> str:
    """Return about whom or what a ticket is; nothing of who asks about oneself."""
    if ticket.child is not None and ticket.asking.about != ticket.asker:
        return cut(first_name(ticket.child), _NAME)
    return cut(ticket.course_title, _NAME)


def _standing(speech: Speech, card: Card) -> list[Html]:
    ticket = card.opened.ticket
    standing, zones = ticket.standing, card.opened.member.zones
    said = [speech.say(_STATES.get(standing.state) or _OVER[standing.closing or Closing.BY_TIME])]
    if standing.state is State.OPEN and card.promise is not None:
        said = [promise(speech, ticket, card.promise, zones)]
    if standing.urgent and standing.is_under_way:
        said.append(speech.say("asking-urgent", reason=cut(standing.urgent, _SHORT)))
    if standing.rating is not None:
        said.append(speech.say("request-rated", stars=standing.rating.stars))
    return said


def _entry(speech: Speech, card: Card, index: int, one: Entry) -> Html:
    return lines(
        speech.say(
            "request-entry",
            index=index,
            who=who_said(speech, card.opened.ticket, one),
            when=moment(speech, one.at, card.opened.member.zones.here.key),
            edited="yes" if one.version > 1 else "no",
            files=len(one.content.files),
        ),
        escaped(said_in_short(speech, one.content, _SHORT)),
    )


def who_said(speech: Speech, ticket: Ticket, one: Entry) -> str:
    """Return who said something, as the asker may know it."""
    if one.by == ticket.asker:
        return speech.label("request-you")
    name = cut(teacher_name(one.by_name), _NAME)
    back = one.kind is EntryKind.ASK_BACK
    return speech.label("request-asks-back", who=name) if back else name


def _deeds(speech: Speech, ticket: Ticket) -> list[Button]:
    number, standing = ticket.id, ticket.standing
    add, more = asking.AddToRequest(ticket=number), asking.OpenRequestMore(ticket=number)
    seldom = button(speech.label("request-more"), more)
    match standing.state:
        case State.OPEN | State.AT_VENDOR:
            return [button(speech.label("request-add"), add), seldom]
        case State.ASKED_BACK:
            return [button(speech.label("request-answer"), add), seldom]
        case State.ANSWERED:
            return [*_verdict(speech, ticket), seldom]
        case State.CLOSED:
            return [*_rate(speech, ticket), *_again(speech, ticket), seldom]


def _verdict(speech: Speech, ticket: Ticket) -> list[Button]:
    labels: tuple[tuple[Key, asking.Word], ...] = (
        ("request-helped", asking.Word.HELPED),
        ("request-not-helped", asking.Word.NOT_HELPED),
    )
    return [
        button(speech.label(key), asking.SayOfRequest(ticket=ticket.id, word=word))
        for key, word in labels
    ]


def _again(speech: Speech, ticket: Ticket) -> list[Button]:
    if not may_reopen(ticket.standing):
        return []
    again = asking.SayOfRequest(ticket=ticket.id, word=asking.Word.NOT_HELPED)
    return [button(speech.label("request-reopen"), again)]


def _rate(speech: Speech, ticket: Ticket) -> list[Button]:
    if ticket.standing.rating is not None:
        return []
    return [button(speech.label("request-rate"), asking.RateRequest(ticket=ticket.id))]


def more(speech: Speech, card: Card) -> Screen:
    """Show what is seldom done with a ticket, as far as it can be now."""
    ticket = card.opened.ticket
    number, standing = ticket.id, ticket.standing
    early = standing.state is State.OPEN and standing.heard_at is None
    other = button(speech.label("asking-other-topic"), asking.AskOtherTopic(ticket=number))
    urgent = button(speech.label("asking-make-urgent"), asking.AskRequestUrgent(ticket=number))
    cancel = asking.SayOfRequest(ticket=number, word=asking.Word.CANCEL)
    under_way = standing.is_under_way
    return Screen(
        lines(head(speech, ticket), speech.say("request-more-head")),
        rows(
            [*([other] if early else []), *([urgent] if under_way else [])],
            [
                button(speech.label("request-transcript"), asking.SendTranscript(ticket=number)),
                *([button(speech.label("request-cancel"), cancel)] if under_way else []),
            ],
            [_back(speech, ticket)],
        ),
    )


def sent(speech: Speech, actor: Actor, asked: Asked, *, is_new: bool = True) -> Screen:
    """Say that a ticket was taken, and promise an answer."""
    ticket = asked.ticket
    number, zones = ticket.id, zones_at(actor, ticket.school)
    key: Key = "asking-sent" if is_new else "asking-added"
    cancel = asking.SayOfRequest(ticket=number, word=asking.Word.CANCEL)
    fresh = [
        button(speech.label("asking-other-topic"), asking.AskOtherTopic(ticket=number)),
        button(speech.label("asking-make-urgent"), asking.AskRequestUrgent(ticket=number)),
        button(speech.label("request-cancel"), cancel),
    ]
    under_way = ticket.standing.is_under_way
    return Screen(
        lines(
            speech.say("asking-struck") if asked.struck else NOTHING,
            speech.say(key, number=str(number)),
            promise(speech, ticket, asked.promise, zones) if under_way else NOTHING,
        ),
        rows(fresh[:2] if is_new else [], fresh[2:] if is_new else [], _places(speech, ticket)),
        takes_back=asked.struck,
    )


def edited(speech: Speech, actor: Actor, asked: Asked) -> Screen:
    """Say that the other words are kept: to who asks, or to who answers."""
    own = any(one.person == asked.ticket.asker for one in actor.members)
    said = speech.say("asking-struck") if asked.struck else NOTHING
    back = button(
        speech.label("request-back"), consulting.OpenTicket(ticket=asked.ticket.id, anew=True)
    )
    return Screen(
        lines(said, speech.say("asking-edited" if own else "asking-edited-answer")),
        rows([_open(speech, asked.ticket) if own else back]),
        takes_back=asked.struck,
    )


def choose_topic(speech: Speech, ticket: Ticket, topics: Sequence[Topic]) -> Screen:
    """Show the topics to which a ticket can go."""
    numbers = [
        button(str(at), asking.SetOtherTopic(ticket=ticket.id, topic=one))
        for at, one in enumerate(topics, start=1)
    ]
    return Screen(
        lines(
            speech.say("request-other-topic"),
            [
                speech.say("asking-line", index=at, what=words.topic_name(speech, one))
                for at, one in enumerate(topics, start=1)
            ],
        ),
        rows(numbers[:_ROW], numbers[_ROW:], [_back(speech, ticket)]),
    )


def ask_reason(speech: Speech, ticket: Ticket, *, note: Key | None = None) -> Screen:
    """Ask why a ticket cannot wait."""
    said = escaped(speech.label(note)) if note else NOTHING
    return Screen(
        lines(said, head(speech, ticket), speech.say("asking-reason")),
        rows([_back(speech, ticket)]),
    )


def ask_cancel(speech: Speech, ticket: Ticket) -> Screen:
    """Ask once more before a ticket is cancelled."""
    sure = asking.SayOfRequest(ticket=ticket.id, word=asking.Word.CANCEL_SURE)
    return Screen(
        lines(head(speech, ticket), speech.say("request-cancel-ask")),
        rows([button(speech.label("request-cancel-sure"), sure)], [_back(speech, ticket)]),
    )


def after_helped(speech: Speech, ticket: Ticket) -> Screen:
    """Ask what the help was worth, once."""
    return rated(speech, ticket) if ticket.standing.rating else ask_rating(speech, ticket)


def ask_rating(speech: Speech, ticket: Ticket) -> Screen:
    """Ask what the help was worth."""
    stars = [
        button(str(one), asking.RateRequest(ticket=ticket.id, stars=one))
        for one in range(1, MOST_STARS + 1)
    ]
    return Screen(
        lines(head(speech, ticket), speech.say("request-rate-ask")),
        rows(stars, _places(speech, ticket)),
    )


def rated(speech: Speech, ticket: Ticket) -> Screen:
    """Say that a rating is kept; a word may follow."""
    rating = ticket.standing.rating
    said = (
        speech.say("request-rated-words")
        if rating is None or rating.word
        else speech.say("request-rated-now", stars=rating.stars)
    )
    return Screen(lines(head(speech, ticket), said), rows(_places(speech, ticket)))


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
        rows(turn, _files_of(speech, one.entry), [_back(speech, ticket)]),
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
    back = rows([_open(speech, ticket)])
    if not found:
        return Screen(speech.say("request-no-files"), back, anew=True)
    said = head(speech, ticket)
    album = tuple(KeptFile(it.reference, it.is_picture, rich(it.caption) or said) for it in found)
    return Screen(
        said, back, anew=True, album=album, captions=tuple(rich(it.caption) for it in found)
    )


def transcript(speech: Speech, card: Card) -> Screen:
    """Send all that was said as a file."""
    ticket = card.opened.ticket
    return Screen(
        speech.say("request-transcript-ready", number=str(ticket.id)),
        rows([_open(speech, ticket)]),
        anew=True,
        enclosed=Enclosure(
            paper=Paper.TRANSCRIPT,
            of=ticket.id,
            day=0,
            language=speech.language,
            instead=speech.say("request-transcript-instead"),
        ),
    )


def _places(speech: Speech, ticket: Ticket) -> list[Button]:
    return [
        _open(speech, ticket, anew=False),
        button(speech.label("place-menu"), OpenMenu(anew=True)),
    ]


def _open(speech: Speech, ticket: Ticket, *, anew: bool = True) -> Button:
    return button(speech.label("request-back"), asking.OpenRequest(ticket=ticket.id, anew=anew))


def _back(speech: Speech, ticket: Ticket) -> Button:
    return _open(speech, ticket, anew=False)
