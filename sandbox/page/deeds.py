"""What a person does on the page, read from the line and done through the engine."""

import json
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any, TypeVar

from sandbox.engine import Bot, Person, Refused, Wire
from sandbox.engine.text.formatted import said
from sandbox.page.exchange import Letter
from sandbox.page.phones import Event, Phones

LONGEST_TEXT = 4096
LONGEST_NAME = 64
T = TypeVar("T")


class Unfit(Exception):
    """The deed cannot be done; the code says why and the page finds the words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Deed:
    """One deed as it came over the line: fields of unknown types from an unknown sender."""

    def __init__(self, phones: Phones, fields: Wire) -> None:
        self.phones = phones
        self._fields = fields

    def take(self, name: str, kind: type[T]) -> T:
        """Return a field that must be there."""
        value = self._fields.get(name)
        if not isinstance(value, kind):
            raise Unfit("other")
        return value

    @property
    def bot(self) -> Bot:
        """Return the bot that it is addressed to."""
        if (bot := self.phones.bot) is None:
            raise Unfit("no-bot")
        return bot

    @property
    def person(self) -> Person:
        """Return who does it."""
        if (person := self.phones.found(self.take("person", int))) is None:
            raise Unfit("other")
        return person

    @property
    def words(self) -> str:
        """Return the text of a message, within Telegram's limit."""
        text = self.take("text", str).strip()
        if not 0 < len(text) <= LONGEST_TEXT:
            raise Unfit("other")
        return text

    def message(self, name: str) -> Wire:
        """Return the message that a field names."""
        chat = self.phones.telegram.chat(self.bot.token, self.person.id)
        if (kept := chat.messages.get(self.take(name, int))) is None:
            raise Unfit("not-found")
        return kept.wire

    def has(self, name: str) -> bool:
        """Tell whether a field was given."""
        return self._fields.get(name) is not None


def refusal_of(phones: Phones, data: str) -> Event | None:
    """Do what the line says; return why not when it could not be done."""
    fields: Any = None
    try:
        fields = json.loads(data)
        deed = Deed(phones, fields if isinstance(fields, dict) else {})
        DEEDS.get(deed.take("do", str), _unknown)(deed)
    except Unfit as unfit:
        return _refusal(fields, unfit.code)
    except (Refused, LookupError, ValueError):
        return _refusal(fields, "other")
    return None


def upload(phones: Phones, letter: Letter) -> None:
    """Send a file for a person."""
    bot, people = phones.bot, phones.telegram.people
    if bot is None or phones.found(letter.person_id) is None:
        raise Unfit("no-bot")
    send = people.sends_photo if letter.kind == "photo" else people.sends_document
    send(bot.token, letter.person_id, letter.file, caption=letter.caption)


def _refusal(fields: Any, code: str) -> Event:  # noqa: ANN401 - whatever JSON holds
    person = fields.get("person") if isinstance(fields, dict) else None
    return {"kind": "refused", "person": person, "reason": code}


def _unknown(deed: Deed) -> None:
    del deed
    raise Unfit("other")


def _text(deed: Deed) -> None:
    must_be_open(deed)
    formatted = said(deed.words)
    body: Wire = {"text": formatted.text}
    if formatted.entities:
        body["entities"] = formatted.entities
    if deed.has("reply_to"):
        answered = deed.message("reply_to")
        body["reply_to_message"] = {
            name: value for name, value in answered.items() if name != "reply_to_message"
        }
    deed.phones.telegram.people.posts(deed.bot.token, deed.person.id, body)


def _start(deed: Deed) -> None:
    people = deed.phones.telegram.people
    people.unblocks(deed.bot.token, deed.person.id)
    people.starts(deed.bot.token, deed.person.id, deed.take("payload", str).strip())


def _edit(deed: Deed) -> None:
    old, text = deed.message("message"), deed.words
    if old["from"]["id"] != deed.person.id or "text" not in old:
        raise Unfit("not-found")
    if old["text"] == text:
        raise Unfit("not-changed")
    number = old["message_id"]
    deed.phones.telegram.people.edits(deed.bot.token, deed.person.id, number, text)


def _tap(deed: Deed) -> None:
    people, number = deed.phones.telegram.people, deed.message("message")["message_id"]
    people.taps(deed.bot.token, deed.person.id, number, deed.take("data", str))


def _sticker(deed: Deed) -> None:
    must_be_open(deed)
    people = deed.phones.telegram.people
    people.sends_sticker(deed.bot.token, deed.person.id, deed.take("emoji", str))


def _contact(deed: Deed) -> None:
    must_be_open(deed)
    people, person = deed.phones.telegram.people, deed.person
    # A number of no real subscriber, the same one for the same person.
    people.sends_contact(deed.bot.token, person.id, f"+7900{person.id % 10**7:07d}")


def _block(deed: Deed) -> None:
    deed.phones.telegram.people.blocks(deed.bot.token, deed.person.id)


def _unblock(deed: Deed) -> None:
    deed.phones.telegram.people.unblocks(deed.bot.token, deed.person.id)


def _person(deed: Deed) -> None:
    first, *rest = deed.take("name", str).split() or [""]
    if not first:
        raise Unfit("other")
    last = " ".join(rest)[:LONGEST_NAME] or None
    taken = {person.id for person in deed.phones.telegram.persons}
    number = next(number for number in count(FIRST_PERSON) if number not in taken)
    deed.phones.telegram.people.add(number, first[:LONGEST_NAME], last)


FIRST_PERSON = 1001


def must_be_open(deed: Deed) -> None:
    """Refuse to write to a bot that the person has blocked: the phone offers to unblock it."""
    if deed.phones.telegram.chat(deed.bot.token, deed.person.id).blocked:
        raise Unfit("blocked")


DEEDS: Mapping[str, Callable[[Deed], None]] = {
    "text": _text,
    "start": _start,
    "edit": _edit,
    "tap": _tap,
    "sticker": _sticker,
    "contact": _contact,
    "block": _block,
    "unblock": _unblock,
    "person": _person,
}
