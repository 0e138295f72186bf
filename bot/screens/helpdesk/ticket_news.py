"""News of requests for help: to who asks, and to who answers. Each fills a message of its own."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.callbacks.asking import (
    AddToRequest,
    OpenRequest,
    OpenRequestFiles,
    RateRequest,
    SayOfRequest,
    Word,
)
from bot.callbacks.consulting import (
    AskFinish,
    BeginWords,
    ClaimTicket,
    HandOn,
    OpenEntryFiles,
    OpenHeirs,
    OpenTicket,
    Whither,
)
from bot.screens.broadcasts.message import first_file
from bot.screens.broadcasts.naming import day_of, time_of
from bot.screens.broadcasts.rich import rich
from bot.screens.helpdesk import words
from bot.screens.messages.naming import said_in_short
from bot.screens.parts.naming import full_name, teacher_name
from bot.screens.parts.screen import Button, Rows, Screen, button, lines, rows
from bot.texts.formats import weekday_and_day
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Role
from core.helpdesk.facts import Arrival
from core.helpdesk.tickets.closing import may_reopen
from core.helpdesk.tickets.owner import person_of
from core.helpdesk.tickets.promise import AdministratorAnswers, AnswersFrom, AnswersNow, Promise
from core.helpdesk.tickets.ticket import EntryKind, State, Ticket
from core.helpdesk.values import Closing, Matter
from core.messages.content import Content
from core.notices.ledger import NoticeKind
from core.notices.news.tickets import TicketLostNews, TicketNews, TicketWordsNews

_NAME_LENGTH: Final = 60
_COURSE_LENGTH: Final = 60
_SHORT: Final = 600
_REASON_LENGTH: Final = 300

_ROLES: Final[dict[Role, Key]] = {
    Role.GUARDIAN: "ticket-by-guardian",
    Role.PUPIL: "ticket-by-pupil",
    Role.TEACHER: "ticket-by-teacher",
    Role.DEPUTY_HEAD: "ticket-by-deputy-head",
    Role.HEAD: "ticket-by-head",
    Role.ADMINISTRATOR: "ticket-by-administrator",
    Role.CONSULTANT: "ticket-by-consultant",
    Role.SECRETARY: "ticket-by-secretary",
}
_ARRIVED: Final[dict[Arrival, Key]] = {
    Arrival.ASKED: "news-ticket-asked",
    Arrival.OPENED: "news-ticket-opened",
    Arrival.UNANSWERED: "news-ticket-unanswered",
    Arrival.LEFT: "news-ticket-left",
    Arrival.ENDED: "news-ticket-ended",
    Arrival.RESCHEDULED: "news-ticket-rescheduled",
    Arrival.HANDED: "news-ticket-handed",
    Arrival.URGENT: "news-ticket-urgent",
    Arrival.REOPENED: "news-ticket-reopened",
    Arrival.RETOPICED: "news-ticket-retopiced",
    Arrival.OVERDUE: "news-ticket-overdue",
    Arrival.VENDOR: "news-ticket-vendor",
}
_HELPED: Final[tuple[tuple[Word, Key], ...]] = (
    (Word.HELPED, "news-ticket-helped"),
    (Word.NOT_HELPED, "news-ticket-not-helped"),
)
_WORDLESS: Final = frozenset({Arrival.URGENT, Arrival.REOPENED})
"""Who hears of these knows the words already, or hears of new ones beside."""


def told(speech: Speech, news: TicketNews | TicketWordsNews | TicketLostNews) -> Screen:
    """Tell what happened to a ticket, with what can be done about it at once."""
    match news:
        case TicketWordsNews():
            return _words(speech, news)
        case TicketLostNews():
            return _lost(speech, news)
        case TicketNews():
            return _OF_TICKETS[news.kind](speech, news)


def _woke(speech: Speech, news: TicketNews) -> Screen:
    said = speech.say("news-ticket-woke")
    return _screen(speech, _for_helper(speech, news.ticket, said), _answer(speech, news))


def _went_on(speech: Speech, news: TicketNews) -> Screen:
    said = speech.say("news-ticket-went-on", why=news.why.value if news.why else "")
    buttons = rows([_open(speech, news.ticket, to_asker=False)])
    return _screen(speech, _for_helper(speech, news.ticket, said), buttons)


def _arrived(speech: Speech, news: TicketNews) -> Screen:
    ticket, why = news.ticket, news.why or Arrival.ASKED
    said = news.said if why not in _WORDLESS else ()
    files = sum(len(one.content.files) for one in said)
    text = lines(
        _asker(speech, ticket),
        speech.say(_ARRIVED[why]),
        _urgent(speech, ticket),
        _about(speech, ticket),
        _moment(speech, news),
        _quoted(speech, said[0].content) if said else NOTHING,
        speech.say("news-ticket-more", count=len(said) - 1) if len(said) > 1 else NOTHING,
        speech.say("news-ticket-files", count=files) if files else NOTHING,
    )
    return _screen(speech, text, _answer(speech, news))


def _answer(speech: Speech, news: TicketNews) -> Rows:
    ticket = news.ticket
    taken = person_of(ticket.standing.owner) is not None
    first = (
        BeginWords(ticket=ticket.id, anew=True)
        if taken
        else ClaimTicket(ticket=ticket.id, anew=True)
    )
    key: Key = "news-ticket-answer" if taken else "news-ticket-take"
    return rows(
        [button(speech.label(key), first), _open(speech, ticket, to_asker=False)],
        [button(speech.label("news-ticket-hand"), OpenHeirs(ticket=ticket.id, anew=True))],
    )


def _promised(speech: Speech, news: TicketNews) -> Screen:
    add, waits = AddToRequest(ticket=news.ticket.id, anew=True), _waits_for_asker(news)
    key: Key = "news-ticket-reply" if waits else "news-ticket-add"
    places = [button(speech.label(key), add), _open(speech, news.ticket, to_asker=True)]
    text = lines(_own_head(speech, news.ticket), _how_it_stands(speech, news))
    return _screen(speech, text, rows(places))


def _waits_for_asker(news: TicketNews) -> bool:
    return news.ticket.standing.state is State.ASKED_BACK


def _how_it_stands(speech: Speech, news: TicketNews) -> Html:
    if _waits_for_asker(news):
        return speech.say("news-ticket-reminded", day=_last_day(speech, news) or "none")
    if news.ticket.standing.state is State.AT_VENDOR:
        return speech.say("news-ticket-at-vendor")
    return promise_line(speech, news) if news.promise else NOTHING


def _last_day(speech: Speech, news: TicketNews) -> str:
    if news.closes_at is None:
        return ""
    return weekday_and_day(news.closes_at.astimezone(news.zones.here).date(), speech.language)


def promise_line(speech: Speech, news: TicketNews) -> Html:
    """Return who answers when, and how many come before."""
    told: Promise | None = news.promise
    match told:
        case AnswersNow(person=person, place=place):
            name = words.person(speech, news.names, person)
            return speech.say("news-ticket-now", name=cut(name, _NAME_LENGTH), place=place)
        case AnswersFrom(window=window, place=place):
            return speech.say(
                "news-ticket-from",
                day=words.shift_day(speech, window, news.zones),
                hours=words.shift_hours(speech, window, news.zones),
                place=place,
            )
        case AdministratorAnswers(hears=False):
            return speech.say("asking-nobody-hears")
        case AdministratorAnswers() | None:
            return speech.say("news-ticket-administrator")


def _closed(speech: Speech, news: TicketNews) -> Screen:
    ticket, how = news.ticket, news.how or Closing.BY_TIME
    said = speech.say("news-ticket-closed", how=how.value.replace("-", "_"))
    if not news.to_asker:
        buttons = rows([_open(speech, ticket, to_asker=False)])
        return _screen(speech, _for_helper(speech, ticket, said), buttons)
    rate = [] if ticket.standing.rating else [_rate(speech, ticket)]
    again, until = _again(speech, ticket), _last_day(speech, news)
    text = lines(
        _own_head(speech, ticket),
        said,
        speech.say("news-ticket-reopen-until", day=until) if again and until else NOTHING,
    )
    return _screen(speech, text, rows([*again, *rate], [_open(speech, ticket, to_asker=True)]))


def _again(speech: Speech, ticket: Ticket) -> list[Button]:
    if not may_reopen(ticket.standing):
        return []
    opens = SayOfRequest(ticket=ticket.id, word=Word.NOT_HELPED)
    return [button(speech.label("news-ticket-reopen"), opens)]


def _rate(speech: Speech, ticket: Ticket) -> Button:
    return button(speech.label("news-ticket-rate"), RateRequest(ticket=ticket.id))


def _at_end(speech: Speech, news: TicketNews) -> Screen:
    ticket, number = news.ticket, news.ticket.id
    onward = HandOn(ticket=number, to=Whither.NEXT_WINDOW)
    return _screen(
        speech,
        _for_helper(speech, ticket, speech.say("news-ticket-at-end")),
        rows(
            [
                button(speech.label("news-ticket-finish"), AskFinish(ticket=number, anew=True)),
                button(speech.label("news-ticket-next-window"), onward),
            ],
            [
                button(speech.label("news-ticket-hand"), OpenHeirs(ticket=number, anew=True)),
                _open(speech, ticket, to_asker=False),
            ],
        ),
    )


def _rated(speech: Speech, news: TicketNews) -> Screen:
    ticket, rating = news.ticket, news.ticket.standing.rating
    stars, word = (rating.stars, rating.word) if rating else (0, "")
    said = lines(
        speech.say("news-ticket-rated", stars=stars),
        speech.say("news-ticket-quote", words=cut(word, _SHORT)) if word else NOTHING,
    )
    buttons = rows([_open(speech, ticket, to_asker=False)])
    return _screen(speech, _for_helper(speech, ticket, said), buttons)


def _words(speech: Speech, news: TicketWordsNews) -> Screen:
    entry, ticket = news.entry, news.ticket
    content = entry.content
    text = lines(
        _by(speech, news) if news.to_asker else _asker(speech, ticket),
        speech.say("news-ticket-edited") if news.edited else NOTHING,
        NOTHING if news.to_asker or news.edited else speech.say("news-ticket-added"),
        rich(content.text) if content.text else NOTHING,
        _caption(content),
        _closes(speech, news),
    )
    file = first_file(content.files, text)
    files = _files(speech, news, held=1 if file else 0)
    buttons = _asker_s(speech, news) if news.to_asker else _helper_s(speech, ticket)
    neutral = speech.say("news-ticket-neutral")
    return Screen(text, (*buttons, *rows(files)), neutral=neutral, file=file)


def _caption(content: Content) -> Html:
    if content.text or not content.files:
        return NOTHING
    return rich(content.files[0].caption)


def _closes(speech: Speech, news: TicketWordsNews) -> Html:
    if news.closes_at is None or not news.to_asker or news.ticket.standing.closed_at:
        return NOTHING
    day = weekday_and_day(news.closes_at.astimezone(news.zones.here).date(), speech.language)
    return speech.say("news-ticket-closes", day=day)


def _by(speech: Speech, news: TicketWordsNews) -> Html:
    key: Key = (
        "news-ticket-answered" if news.entry.kind is EntryKind.ANSWER else "news-ticket-asked-back"
    )
    topic = words.topic_name(speech, news.ticket.standing.topic)
    return speech.say(key, topic=topic, name=cut(teacher_name(news.entry.by_name), _NAME_LENGTH))


def _asker_s(speech: Speech, news: TicketWordsNews) -> Rows:
    number = news.ticket.id
    opened = _open(speech, news.ticket, to_asker=True)
    if news.entry.kind is EntryKind.ASK_BACK:
        reply = AddToRequest(ticket=number, anew=True)
        return rows([button(speech.label("news-ticket-reply"), reply), opened])
    return rows(
        [
            button(speech.label(key), SayOfRequest(ticket=number, word=word))
            for word, key in _HELPED
        ],
        [opened],
    )


def _helper_s(speech: Speech, ticket: Ticket) -> Rows:
    answer = BeginWords(ticket=ticket.id, anew=True)
    return rows(
        [
            button(speech.label("news-ticket-answer"), answer),
            _open(speech, ticket, to_asker=False),
        ]
    )


def _files(speech: Speech, news: TicketWordsNews, *, held: int) -> list[Button]:
    count, number = len(news.entry.content.files), news.entry.id
    if count <= held:
        return []
    to_asker = OpenRequestFiles(entry=number)
    target = to_asker if news.to_asker else OpenEntryFiles(entry=number)
    return [button(speech.label("broadcast-open-files", count=count), target)]


def _lost(speech: Speech, news: TicketLostNews) -> Screen:
    said = lines(
        speech.say("news-ticket-lost", unknown="yes" if news.unknown else "no"),
        _quoted(speech, news.entry.content),
    )
    text = _for_helper(speech, news.ticket, said)
    return _screen(speech, text, rows([_open(speech, news.ticket, to_asker=False)]))


def _screen(speech: Speech, text: Html, buttons: Rows) -> Screen:
    return Screen(text, buttons, neutral=speech.say("news-ticket-neutral"))


def _open(speech: Speech, ticket: Ticket, *, to_asker: bool) -> Button:
    own = OpenRequest(ticket=ticket.id, anew=True)
    target = own if to_asker else OpenTicket(ticket=ticket.id, anew=True)
    return button(speech.label("news-ticket-open"), target)


def _for_helper(speech: Speech, ticket: Ticket, said: Html) -> Html:
    return lines(_asker(speech, ticket), _about(speech, ticket), said)


def _asker(speech: Speech, ticket: Ticket) -> Html:
    return speech.say(
        "news-ticket-head",
        name=cut(full_name(speech, ticket.asker_name), _NAME_LENGTH),
        role=speech.label(_ROLES[ticket.asking.role]),
        topic=words.topic_name(speech, ticket.standing.topic),
        matter=_matter(ticket),
    )


def _matter(ticket: Ticket) -> str:
    return {Matter.REMARK: "remark", Matter.PROPOSAL: "proposal"}.get(
        ticket.asking.matter, "question"
    )


def _own_head(speech: Speech, ticket: Ticket) -> Html:
    topic = words.topic_name(speech, ticket.standing.topic)
    return speech.say("news-ticket-own-head", topic=topic)


def _about(speech: Speech, ticket: Ticket) -> Html:
    child = full_name(speech, ticket.child) if ticket.child else ""
    found = [cut(child, _NAME_LENGTH), cut(ticket.course_title, _COURSE_LENGTH)]
    said = ", ".join(one for one in found if one)
    return speech.say("news-ticket-about", about=said) if said else NOTHING


def _urgent(speech: Speech, ticket: Ticket) -> Html:
    reason = ticket.standing.urgent
    if not reason:
        return NOTHING
    return speech.say("news-ticket-reason", reason=cut(reason, _REASON_LENGTH))


def _moment(speech: Speech, news: TicketNews) -> Html:
    if news.why is Arrival.ASKED:
        return NOTHING
    asked = news.ticket.opened_at
    here = news.zones.here
    day, time = day_of(speech, asked, here), time_of(asked, here)
    return speech.say("news-ticket-waits", day=day, time=time)


def _quoted(speech: Speech, content: Content) -> Html:
    return speech.say("news-ticket-quote", words=said_in_short(speech, content, _SHORT))


_OF_TICKETS: Final[Mapping[NoticeKind, Callable[[Speech, TicketNews], Screen]]] = {
    NoticeKind.TICKET_ARRIVED: _arrived,
    NoticeKind.TICKET_WENT_ON: _went_on,
    NoticeKind.TICKET_PROMISE: _promised,
    NoticeKind.TICKET_AT_END: _at_end,
    NoticeKind.TICKET_WOKE: _woke,
    NoticeKind.TICKET_CLOSED: _closed,
    NoticeKind.TICKET_RATED: _rated,
}
"""How each kind of notice about a ticket is told."""
