"""All that this Telegram holds, and the few deeds that every method needs of it."""

import re
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

from sandbox.engine.changes import BotChanged, Change, MessagePosted, PersonChanged, UpdateQueued
from sandbox.engine.faults import FaultPlan
from sandbox.engine.files import FileStore
from sandbox.engine.limits import FloodGate, Limits
from sandbox.engine.params import Wire
from sandbox.engine.queue import UpdateQueue, first_id
from sandbox.engine.refusals import Refused
from sandbox.engine.residents import Bot, Chat, Kept, Person, Tap

TOKEN = re.compile(r"(\d{1,18}):[A-Za-z0-9_-]+")


class World:
    """The state of one Telegram. Rules live in the methods; this only remembers and tells."""

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        limits: Limits | None,
        history: int,
        tap_lifetime: timedelta,
    ) -> None:
        self.now = now
        self.limits = limits
        self.history = history
        self.tap_lifetime = tap_lifetime
        self.bots: dict[str, Bot] = {}
        self.persons: dict[int, Person] = {}
        self.files = FileStore()
        self.faults = FaultPlan()
        self.watchers: list[Callable[[Change], None]] = []
        self.numbers = count(1)
        self.recent_taps: deque[Tap] = deque(maxlen=1000)

    def reset(self) -> None:
        """Start anew. A poll that waits ends as if another had taken its place."""
        for bot in self.bots.values():
            bot.queue.turn += 1
            bot.queue.wake()
        self.bots.clear()
        self.persons.clear()
        self.faults.clear()
        self.recent_taps.clear()
        self.files = FileStore()

    def tell(self, change: Change) -> None:
        """Tell every watcher of a change."""
        for watcher in tuple(self.watchers):
            watcher(change)

    def bot(self, token: str) -> Bot:
        """Return the bot with this token; a well-formed one is registered on first use."""
        if (known := self.bots.get(token)) is not None:
            return known
        well_formed = TOKEN.fullmatch(token)
        if well_formed is None:
            raise Refused(404, "Not Found")
        number = int(well_formed[1])
        name = f"sandbox_{number}_bot"
        queue = UpdateQueue(first_id(self.now().timestamp()))
        bot = Bot(token, number, FloodGate(self.limits), username=name, queue=queue)
        self.bots[token] = bot
        self.tell(BotChanged(token))
        return bot

    def chat(self, bot: Bot, chat_id: int) -> Chat | None:
        """Return a chat as the bot sees it; one with a known person is there, though not open."""
        if (known := bot.chats.get(chat_id)) is not None:
            return known
        if (person := self.persons.get(chat_id)) is None:
            return None
        chat = Chat(chat_id, "private", person.as_chat(), {person.id: person})
        bot.chats[chat_id] = chat
        return chat

    def post(self, bot: Bot, chat: Chat, kept: Kept) -> None:
        """Put a message into a chat, where everybody sees it."""
        chat.keep(kept, self.history)
        chat.action = None
        self.tell(MessagePosted(bot.token, chat.id, kept.id))

    def queue(self, bot: Bot, kind: str, body: Wire) -> None:
        """Let an update wait for the bot."""
        update_id = bot.queue.push(kind, body, self.now().timestamp())
        if update_id is not None:
            self.tell(UpdateQueued(bot.token, update_id))

    def person_changed(self, person: Person) -> None:
        """Tell that somebody came, went or blocked a bot."""
        self.tell(PersonChanged(person.id))
