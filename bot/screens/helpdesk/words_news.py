"""News of what was said in a request for help: to the other side, or to its writer."""

from typing import Final

from bot.callbacks.asking import (
    AddToRequest,
    OpenRequestFiles,
    SayOfRequest,
    Word,
)
from bot.callbacks.consulting import (
    BeginWords,
    OpenEntryFiles,
    OpenTicket,
)
from bot.screens.broadcasts.message import first_file
from bot.screens.broadcasts.rich import rich
from bot.screens.helpdesk import words
from bot.screens.helpdesk.news_parts import asker, for_helper, open_button, quoted, screen
from bot.screens.parts.naming import teacher_name
from bot.screens.parts.screen import Button, Rows, Screen, button, lines, rows
from bot.texts.formats import weekday_and_day
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.tickets.ticket import EntryKind
from core.messages.content import Content
from core.notices.news.tickets import TicketLostNews, TicketWordsNews

_NAME_LENGTH: Final = 60
_HELPED: Final[tuple[tuple[Word, Key], ...]] = (
    (Word.HELPED, "news-ticket-helped"),
    (Word.NOT_HELPED, "news-ticket-not-helped"),
)


def said(speech: Speech, news: TicketWordsNews) -> Screen:
    """Tell what was said, with its files."""
    entry, ticket = news.entry, news.ticket
    content = entry.content
    text = lines(
        _by(speech, news) if news.to_asker else asker(speech, ticket),
        speech.say("news-ticket-edited") if news.edited else NOTHING,
        NOTHING if news.to_asker or news.edited else _added(speech, news),
        rich(content.text) if content.text else NOTHING,
        _caption(content),
        _closes(speech, news),
    )
    file = first_file(content.files, text)
    files = _files(speech, news, held=1 if file else 0)
    buttons = _asker_s(speech, news) if news.to_asker else _helper_s(speech, news)
    neutral = speech.say("news-ticket-neutral")
    return Screen(text, (*buttons, *rows(files)), neutral=neutral, file=file)


def _added(speech: Speech, news: TicketWordsNews) -> Html:
    alone = news.answered_in is None
    return speech.say("news-ticket-added" if alone else "news-ticket-added-together")


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
    opened = open_button(speech, news.ticket, to_asker=True)
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


def _helper_s(speech: Speech, news: TicketWordsNews) -> Rows:
    number = news.answered_in or news.ticket.id
    answer = BeginWords(ticket=number, anew=True)
    return rows(
        [
            button(speech.label("news-ticket-answer"), answer),
            button(speech.label("news-ticket-open"), OpenTicket(ticket=number, anew=True)),
        ]
    )


def _files(speech: Speech, news: TicketWordsNews, *, held: int) -> list[Button]:
    count, number = len(news.entry.content.files), news.entry.id
    if count <= held:
        return []
    to_asker = OpenRequestFiles(entry=number)
    target = to_asker if news.to_asker else OpenEntryFiles(entry=number)
    return [button(speech.label("broadcast-open-files", count=count), target)]


def lost(speech: Speech, news: TicketLostNews) -> Screen:
    """Tell who said it that it did not arrive, or may not have."""
    said = lines(
        speech.say("news-ticket-lost", unknown="yes" if news.unknown else "no"),
        quoted(speech, news.entry.content),
    )
    text = for_helper(speech, news.ticket, said)
    return screen(speech, text, rows([open_button(speech, news.ticket, to_asker=False)]))
