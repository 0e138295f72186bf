"""Changes of the engine as the page hears them."""

from collections.abc import Callable

from sandbox.engine import Bot, Change
from sandbox.engine.changes import (
    BotActed,
    BotChanged,
    ButtonTapped,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PersonChanged,
    TapAnswered,
)
from sandbox.page.phones import Event, Phones, message


class News:
    """Turns each change into what the phones of one bot show of it."""

    def __init__(self, phones: Phones) -> None:
        self._phones = phones
        self._bot = phones.bot

    def watch(self, tell: Callable[[Event], None]) -> Callable[[], None]:
        """Tell every change from now on; call what is returned to stop."""

        def heard(change: Change) -> None:
            event = self._event(change)
            if event is not None:
                tell(event)

        return self._phones.telegram.watch(heard)

    def _event(self, change: Change) -> Event | None:
        if isinstance(change, PersonChanged):
            return self._person(change)
        if isinstance(change, BotChanged):
            return self._bot_changed()
        bot = self._phones.bot
        if bot is None or change.token != bot.token:
            return None
        return _in_chat(self._phones, bot, change)

    def _person(self, change: PersonChanged) -> Event | None:
        person = self._phones.found(change.person_id)
        if person is None or person.deleted:
            return self._phones.state()
        return {"kind": "person", "person_state": self._phones.person(person)}

    def _bot_changed(self) -> Event:
        # Another bot took the place: every chat is another one.
        if self._phones.bot is not self._bot:
            self._bot = self._phones.bot
            return self._phones.state()
        persons = self._phones.telegram.persons
        standing = {person.id: self._phones.standing(person) for person in persons}
        return {"kind": "bot", "bot": self._phones.bot_words(), "standing": standing}


def _in_chat(phones: Phones, bot: Bot, change: Change) -> Event | None:
    match change:
        case MessagePosted() | MessageEdited():
            return _message(phones, bot, change)
        case MessageDeleted(chat_id=person, message_id=number):
            return {"kind": "deleted", "person": person, "message": number}
        case BotActed(chat_id=person, action=action):
            return {"kind": "typing", "person": person, "action": action}
        case ButtonTapped() | TapAnswered():
            return _tap(bot, change)
        case _:
            return None  # The bot's own affairs: updates that wait, webhooks.


def _message(phones: Phones, bot: Bot, change: MessagePosted | MessageEdited) -> Event | None:
    person = phones.found(change.chat_id)
    if person is None:
        return None  # A group: no phone stands for it.
    kept = phones.telegram.chat(bot.token, person.id).messages[change.message_id]
    return {
        "kind": "message" if isinstance(change, MessagePosted) else "edited",
        "person": person.id,
        "message": message(kept),
        "standing": phones.standing(person),
    }


def _tap(bot: Bot, change: ButtonTapped | TapAnswered) -> Event | None:
    if isinstance(change, TapAnswered):
        return {
            "kind": "answered",
            "person": change.chat_id,
            "callback": change.query_id,
            "text": change.text,
            "alert": change.show_alert,
        }
    tap = bot.taps[change.query_id]
    return {
        "kind": "tapped",
        "person": tap.chat_id,
        "message": tap.message_id,
        "data": tap.data,
        "callback": tap.query_id,
    }
