"""What every phone shows: the engine's chats as the page's JSON. Nothing here knows a network."""

from collections.abc import Sequence
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sandbox.engine import Bot, Kept, Person, StoredFile, Telegram, commands_seen
from sandbox.page.stage import Stage

Event: TypeAlias = dict[str, Any]
LATEST = 200
"""How many messages of a chat a phone gets at once."""


class Phones:
    """Every person's chat with one bot: the one with this token, or the latest that came."""

    def __init__(self, telegram: Telegram, stage: Stage | None, token: str | None = None) -> None:
        self.telegram = telegram
        self._stage = stage
        self._token = token

    @property
    def bot(self) -> Bot | None:
        """Return the bot at the other end; None while none has called."""
        bots = self.telegram.bots
        if self._token is not None:
            bots = [bot for bot in bots if bot.token == self._token]
        return bots[-1] if bots else None

    def state(self) -> Event:
        """Return everything that a page which just opened has to know."""
        persons = [self.person(person) for person in self.telegram.persons if not person.deleted]
        return {
            "kind": "state",
            "clock": self.clock(),
            "bot": self.bot_words(),
            "stage": self.stage(),
            "persons": persons,
        }

    def clock(self) -> Event:
        """Return the time now, its zone if it has a name, and how fast it passes."""
        if self._stage is not None:
            now, zone = self._stage.now, self._stage.zone
            return {"now": now.timestamp(), "zone": zone, "speed": self._stage.speed}
        now = self.telegram.world.now()
        named = now.tzinfo.key if isinstance(now.tzinfo, ZoneInfo) else None
        return {"now": now.timestamp(), "zone": named, "speed": 1}

    def stage(self) -> Event | None:
        """Return the play's events, speed and journal; None when nothing is played."""
        if self._stage is None:
            return None
        return {
            "speed": self._stage.speed,
            "columns": [column.person_id for column in self._stage.columns if column.opens],
            "events": [
                {"id": event.id, "title": event.title, "hint": event.hint, "done": event.done}
                for event in self._stage.events
            ],
            "log": [{"at": line.at.timestamp(), "text": line.text} for line in self._stage.log],
        }

    def bot_words(self) -> Event | None:
        """Return how the bot is called."""
        bot = self.bot
        return None if bot is None else {"name": bot.first_name, "username": bot.username}

    def person(self, person: Person) -> Event:
        """Return a person with the latest messages."""
        kept = self._kept(person.id)
        return {
            "id": person.id,
            **self._called(person),
            **self.standing(person),
            "messages": [message(one) for one in kept[-LATEST:]],
            "more": len(kept) > LATEST,
        }

    def standing(self, person: Person) -> Event:
        """Return what a person may do now: START, write, pick a command, unblock."""
        bot = self.bot
        if bot is None:
            return {"started": False, "blocked": False, "commands": [], "keyboard": None}
        chat = self.telegram.chat(bot.token, person.id)
        return {
            "started": bool(chat.messages) or chat.open,
            "blocked": chat.blocked,
            "commands": commands_seen(bot, person.id, person.language_code),
            "keyboard": chat.keyboard,
        }

    def history(self, person_id: int, *, before: int) -> Event:
        """Return the messages just before one."""
        kept = [one for one in self._kept(person_id) if one.id < before]
        return {
            "messages": [message(one) for one in kept[-LATEST:]],
            "more": len(kept) > LATEST,
        }

    def file(self, file_id: str) -> StoredFile | None:
        """Return a file of a message; None when it is unknown or forgotten."""
        return self.telegram.world.files.by_id(file_id)

    def found(self, person_id: int) -> Person | None:
        """Return a person; None when nobody has this id."""
        return self.telegram.world.persons.get(person_id)

    def _kept(self, person_id: int) -> Sequence[Kept]:
        bot = self.bot
        if bot is None or self.found(person_id) is None:
            return ()
        return self.telegram.chat(bot.token, person_id).history()

    def _called(self, person: Person) -> Event:
        columns = self._stage.columns if self._stage is not None else ()
        for column in columns:
            if column.person_id == person.id:
                return {"name": column.name, "role": column.role}
        name = " ".join(filter(None, (person.first_name, person.last_name)))
        return {"name": name, "role": ""}


def message(kept: Kept) -> Event:
    """Return Telegram's Message, with what only a phone knows."""
    return {**kept.wire, "own": not kept.from_bot, "silent": kept.silent}
