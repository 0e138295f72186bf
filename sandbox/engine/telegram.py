"""The engine's front door: one entry for methods, and a hand for each thing around them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.engine.changes import BotChanged, Change, UpdateQueued
from sandbox.engine.faults import Fault, FaultRule
from sandbox.engine.files import StoredFile, UploadedFile
from sandbox.engine.limits import Limits
from sandbox.engine.methods import METHODS
from sandbox.engine.params import Params, Wire
from sandbox.engine.people import People
from sandbox.engine.refusals import CannotYet, Refused
from sandbox.engine.residents import Bot, Chat, Person, Tap
from sandbox.engine.world import World

NO_FILES: Mapping[str, UploadedFile] = {}
TAP_LIFETIME = timedelta(seconds=15)
REAL_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Call:
    """A request that reached this Telegram, and what came of it."""

    token: str
    method: str
    params: Wire
    files: Mapping[str, UploadedFile]
    result: object
    """What was answered; None when it was refused."""
    refusal: Refused | None = None


class Telegram:
    """A Telegram for one machine."""

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        limits: Limits | None = REAL_LIMITS,
        history: int = 5000,
        tap_lifetime: timedelta = TAP_LIFETIME,
    ) -> None:
        self.world = World(now, limits=limits, history=history, tap_lifetime=tap_lifetime)
        self.people = People(self.world)
        self._listeners: list[Callable[[Call], None]] = []

    def call(
        self,
        token: str,
        method: str,
        params: Wire,
        files: Mapping[str, UploadedFile] = NO_FILES,
    ) -> object:
        """Do what a bot asks and return the result; `Refused` says no in Telegram's words."""
        try:
            result = self._call(token, method, params, files)
        except Refused as refusal:
            self._report(Call(token, method, params, files, None, refusal))
            raise
        if self._listeners:
            self._report(Call(token, method, params, files, result))
        return result

    def draw_fault(self, method: str, params: Mapping[str, object]) -> Fault | None:
        """Return what goes wrong with the next call, for the front to enact; it counts."""
        return self.world.faults.draw(method, params)

    def break_next(self, fault: Fault, method: str | None = None, **rule: int | None) -> None:
        """Let a call go wrong: `chat_id`, `skip` and `times` as `FaultRule` has them."""
        self.world.faults.add(FaultRule(fault, method, **rule))  # type: ignore[arg-type]  # checked there

    def mend(self) -> None:
        """Forget all faults."""
        self.world.faults.clear()

    def inject(self, token: str, fields: Wire) -> int:
        """Queue an update of any content, such as one that fits no schema."""
        update_id = self.bot(token).queue.push_raw(fields, self.world.now().timestamp())
        self.world.tell(UpdateQueued(token, update_id))
        return update_id

    def reset(self) -> None:
        """Forget bots, persons, chats, files and faults; watchers stay."""
        self.world.reset()

    def watch(self, watcher: Callable[[Change], None]) -> Callable[[], None]:
        """Tell a watcher of every change from now on; call what is returned to stop."""
        self.world.watchers.append(watcher)
        return lambda: self.world.watchers.remove(watcher)

    def listen(self, listener: Callable[[Call], None]) -> Callable[[], None]:
        """Tell a listener of every call and its outcome; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def bot(self, token: str) -> Bot:
        """Return a bot; a well-formed token is registered on first use."""
        return self.world.bot(token)

    def name_bot(self, token: str, first_name: str, username: str) -> Bot:
        """Give a bot its name."""
        bot = self.bot(token)
        bot.first_name, bot.username = first_name, username
        self.world.tell(BotChanged(token))
        return bot

    @property
    def bots(self) -> list[Bot]:
        """Return all bots, in order of appearance."""
        return list(self.world.bots.values())

    @property
    def persons(self) -> list[Person]:
        """Return all persons, in order of appearance."""
        return list(self.world.persons.values())

    def chat(self, token: str, chat_id: int) -> Chat:
        """Return a chat as a bot sees it, with its messages."""
        chat = self.world.chat(self.bot(token), chat_id)
        if chat is None:
            raise LookupError(f"there is no chat {chat_id}")
        return chat

    def spinners(self, token: str) -> list[Tap]:
        """Return the taps of late that the bot never answered, oldest first."""
        taps = self.world.recent_taps
        return [tap for tap in taps if tap.token == token and tap.answer is None]

    def file(self, path: str) -> StoredFile | None:
        """Return the file to download from a path that `getFile` told."""
        return self.world.files.by_path(path)

    def _call(
        self, token: str, method: str, params: Wire, files: Mapping[str, UploadedFile]
    ) -> object:
        bot = self.world.bot(token)
        rule = METHODS.get(method.lower())
        if rule is None:
            raise CannotYet(method)
        return rule(self.world, bot, Params(params, files))

    def _report(self, call: Call) -> None:
        for listener in tuple(self._listeners):
            listener(call)
