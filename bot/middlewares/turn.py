"""The turn: one update, one transaction; the answer is kept in it and shown after the commit."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import uuid4

import structlog
from aiogram import Bot, Dispatcher
from aiogram.enums import ChatMemberStatus
from aiogram.types import Update, User

from bot.calls import Call, kept
from bot.logs import log_failure
from bot.middlewares.dialogue import Dialogue, Dialogues
from bot.middlewares.providing import DESK
from bot.screen_calls import answer_calls, commands_call, stop_spinner
from bot.screens.parts.screen import Screen
from bot.screens.people.commands import commands_for, offered_to
from bot.screens.people.refusals import lapsed, refusal, without_secret
from bot.secret_words import Hidden, hides_a_secret
from bot.states import is_of_help_desk
from bot.telegram.updates import RawUpdate, UnreadableUpdate, read_update
from bot.texts.html import NOTHING
from bot.texts.speech import Speech, Texts
from core.access.directory import Directory
from core.access.people import Actor, Address, Channel
from core.clock import Clock
from core.errors import Refusal
from core.notices.reach import NoteReach
from core.reports.visiting import NoteVisit
from core.trouble import BooksAway, Overtaken

log = structlog.get_logger(__name__)


class TurnInbox(Protocol):
    """The inbox as a turn ends it."""

    async def answered(self, update_id: int, answer: str | None) -> None:
        """Keep what is to be shown; None where there is nothing."""
        ...

    async def set_aside(self, update_id: int, reason: str) -> None:
        """Keep that an update cannot be worked off, and why; what was written is forgotten."""
        ...


class Books(Protocol):
    """What a turn needs of its transaction."""

    @property
    def inbox(self) -> TurnInbox:
        """Return the inbox."""
        ...

    @property
    def directory(self) -> Directory:
        """Return who is who."""
        ...

    @property
    def dialogues(self) -> Dialogues:
        """Return what persons are in the middle of."""
        ...


class Desk(Protocol):
    """What can be done in a turn; handlers are given what they name of it."""

    @property
    def note_reach(self) -> NoteReach:
        """Return what notes whether an account takes messages."""
        ...

    @property
    def note_visit(self) -> NoteVisit:
        """Return what counts a day of use."""
        ...


Begin = Callable[[], AbstractAsyncContextManager[Any]]
"""Opens a transaction that commits on a clean end; gives Books, and what use cases need."""


@dataclass(slots=True)
class Speaker:
    """Who speaks in this turn; known anew when the turn changed who that is, or the language."""

    books: Books
    person: User
    actor: Actor
    changed: bool = False

    async def reload(self) -> Actor:
        """Recognise the speaker anew; the menu of commands follows."""
        self.actor = await _recognise(self.books, self.person)
        self.changed = True
        return self.actor


@dataclass(frozen=True, slots=True)
class Turn:
    """Works off one update. `use_cases` binds a transaction to what handlers name of it."""

    bot: Bot
    dispatcher: Dispatcher
    texts: Texts
    clock: Clock
    begin: Begin
    use_cases: Callable[[Any], Desk]

    async def __call__(self, received: RawUpdate) -> str | None:
        """Return the kept answer, committed beside the inbox row; None if nothing is to show."""
        try:
            update = read_update(received.raw, self.bot)
        except UnreadableUpdate as unreadable:
            log.warning("update-unreadable", where=unreadable.where)
            await self._set_aside(received, unreadable.where)
            return None
        hidden = Hidden()
        try:
            return await self._handled(received, update, hidden)
        except BooksAway:
            raise  # it waits, and is tried again: nothing is wrong with the update
        except Exception as error:  # noqa: BLE001 - the edge: a broken update must not hold back its chat
            log_failure("turn-failed", error, turn=uuid4().hex, update=received.update_id)
            return await self._apologise(received, update, hidden)

    async def _handled(self, received: RawUpdate, update: Update, hidden: Hidden) -> str | None:
        try:
            return await self._handle_once_more(received, update, hidden)
        except Refusal as refused:
            return await self._answer_only(received, update, refused, hidden)

    async def _handle_once_more(
        self, received: RawUpdate, update: Update, hidden: Hidden
    ) -> str | None:
        """Handle it, and again where another process wrote meanwhile what it stood on."""
        try:
            return await self._handle(received, update, hidden)
        except Overtaken:
            log.info("turn-overtaken", update=received.update_id)
            return await self._handle(received, update, hidden)

    async def _apologise(self, received: RawUpdate, update: Update, hidden: Hidden) -> str | None:
        """Say that it failed; where even that cannot be said, the update is set aside."""
        try:
            return await self._answer_only(received, update, Refusal(), hidden)
        except BooksAway:
            raise
        except Exception as error:  # noqa: BLE001 - the edge: as above, for the answer
            log_failure("apology-failed", error, update=received.update_id)
            await self._set_aside(received, "failed")
            return None

    async def _handle(self, received: RawUpdate, update: Update, hidden: Hidden) -> str | None:
        async with self.begin() as books:
            person = _person(update)
            if person is None:
                await books.inbox.answered(received.update_id, None)
                return None
            speaker = Speaker(books, person, await _recognise(books, person))
            desk = self.use_cases(books)
            await _note_reach(desk.note_reach, speaker, update)
            if update.my_chat_member is None:
                await desk.note_visit(speaker.actor)
            dialogue = await Dialogue.opened(
                books.dialogues, speaker.actor.account.id, now=self.clock.now()
            )
            data = {DESK: desk, "hidden": hidden, **self._told(speaker), **_context(dialogue)}
            nothing = Screen(NOTHING)
            screen: object = nothing
            if dialogue.ignores(update):
                if _must_leave(update, dialogue):
                    screen = without_secret(data["speech"], nothing)
            else:
                screen = await self.dispatcher.feed_update(self.bot, update, **data)
            await dialogue.end(update, at=self.clock.now())
            if isinstance(screen, Screen):
                screen = lapsed(data["speech"], screen, dialogue.lapsed)
            return await _keep(books, received, self._calls(update, screen, speaker))

    def _told(self, speaker: Speaker) -> dict[str, Any]:
        return {
            "actor": speaker.actor,
            "speech": self._speech(speaker.actor, speaker.person),
            "reload": speaker.reload,
            "clock": self.clock,
        }

    def _calls(self, update: Update, screen: object, speaker: Speaker) -> list[Call]:
        calls = (
            answer_calls(update, screen) if isinstance(screen, Screen) else stop_spinner(update)
        )
        if speaker.changed:
            speech = self._speech(speaker.actor, speaker.person)
            offered = commands_for(speech, offered_to(speaker.actor))
            calls.append(commands_call(offered, chat=speaker.person.id))
        return calls

    def _speech(self, actor: Actor, person: User) -> Speech:
        return self.texts.of(actor.account.language or person.language_code or "")

    async def _answer_only(
        self, received: RawUpdate, update: Update, refused: Refusal, hidden: Hidden
    ) -> str | None:
        # What the handler wrote is rolled back; the answer and the row's end are another turn.
        person = _person(update)
        if person is None:
            await self._set_aside(received, "failed")
            return None
        async with self.begin() as books:
            actor, now = await _recognise(books, person), self.clock.now()
            dialogue = await Dialogue.opened(books.dialogues, actor.account.id, now=now)
            await dialogue.refuse(update, at=now)
            speech = self._speech(actor, person)
            screen = refusal(speech, refused, actor=actor, now=now)
            if hidden.found:
                screen = without_secret(speech, screen)
            return await _keep(books, received, answer_calls(update, screen))

    async def _set_aside(self, received: RawUpdate, reason: str) -> None:
        async with self.begin() as books:
            await books.inbox.set_aside(received.update_id, reason)


def _context(dialogue: Dialogue) -> dict[str, Any]:
    """Return a dialogue as aiogram's filters and handlers look for it."""
    return {"state": dialogue.context(), "raw_state": dialogue.state}


async def _note_reach(note: NoteReach, speaker: Speaker, update: Update) -> None:
    """Keep whether the account takes messages: its word to us says yes, a block says no."""
    moved = update.my_chat_member
    blocked = moved is not None and moved.new_chat_member.status == ChatMemberStatus.KICKED
    await note(speaker.actor, reachable=not blocked)


def _must_leave(update: Update, dialogue: Dialogue) -> bool:
    """Say whether the rest of words to the help desk holds a secret: it leaves the chat.

    Whatever was written elsewhere stays: it is nobody's but the writer's, who may need it again.
    """
    message = update.message or update.edited_message
    return message is not None and is_of_help_desk(dialogue.state) and hides_a_secret(message)


async def _keep(books: Books, received: RawUpdate, calls: list[Call]) -> str | None:
    answer = kept(calls) if calls else None
    await books.inbox.answered(received.update_id, answer)
    return answer


async def _recognise(books: Books, person: User) -> Actor:
    address = Address(Channel.TELEGRAM, str(person.id))
    return await books.directory.recognise(address, language=person.language_code or "")


def _person(update: Update) -> User | None:
    """Return who speaks to us in private; groups and channels are not spoken to."""
    event = (
        update.callback_query or update.message or update.edited_message or update.my_chat_member
    )
    if event is None or event.from_user is None:
        return None
    chat = getattr(event, "chat", None) or getattr(getattr(event, "message", None), "chat", None)
    return event.from_user if chat is None or chat.type == "private" else None
