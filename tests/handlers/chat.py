"""A chat with the bot's handlers alone: no network and no session, over the school in memory."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from aiogram import Bot
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Update

from bot.composition.desk import Run
from bot.composition.use_cases import TurnDesk
from bot.middlewares.dialogue import Dialogue
from bot.middlewares.providing import DESK
from bot.program import the_dispatcher
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import refusal
from bot.secret_words import Hidden
from bot.texts.html import NOTHING
from core.access.codes import IssueCode
from core.access.people import Actor, Address, Channel, Role
from core.errors import Refusal
from core.ids import ClassId, PersonId, PupilId, SubjectId
from core.regulation.profile import Codes
from tests.core.builders import StoppedClock
from tests.school import School, Seed
from tests.screens.views import TEXTS

TOKEN = "42:a-token-of-this-test-only"
PEPPER = b"a pepper of this test only"


@dataclass
class Town:
    """A school with a family of two children, another family, and a class teacher of 7А."""

    clock: StoppedClock = field(default_factory=StoppedClock)
    public_url: str = "https://bot.school.example"
    sends_letters: bool = True

    def __post_init__(self) -> None:
        self.school = School(self.clock)
        self.dispatcher = the_dispatcher()
        self.bot = Bot(TOKEN)
        self._users = count(700)
        self.updates = count(1)

    def run(self) -> Run:
        return Run(
            self.clock,
            Codes(),
            PEPPER,
            public_url=self.public_url,
            sends_letters=self.sends_letters,
        )

    empty_day = date(2026, 12, 2)
    """A Wednesday for which nothing is to be done."""

    async def settle(self) -> None:
        """Fill the school."""
        seed = Seed(name="Школа № 1")
        self.seed, self.school_id = seed, seed.school
        self.class_7a: ClassId = seed.a_class("7А")
        self.class_5b: ClassId = seed.a_class("5Б")
        seed.a_year()
        self.masha: PupilId = seed.a_pupil("Маша", class_id=self.class_7a)
        self.petya: PupilId = seed.a_pupil("Петя", class_id=self.class_5b)
        self.vera: PupilId = seed.a_pupil("Вера", class_id=self.class_5b, family="Тайная")
        self.mother: PersonId = seed.a_guardian(self.masha, self.petya)
        self.father: PersonId = seed.a_guardian(self.masha, given="Пётр")
        self.leader: PersonId = seed.a_teacher(self.class_7a)
        self.secretary: PersonId = seed.a_person("Инна")
        self.deputy: PersonId = seed.a_person("Алла")
        seed.a_role(self.deputy, Role.DEPUTY_HEAD)
        self.algebra: SubjectId = seed.a_subject("Алгебра")
        course = seed.a_course(self.masha, subject=self.algebra)
        self.course, self.quarter = course, seed.a_period(course)
        seed.a_slot(course)
        lesson = seed.a_lesson(course, homework="§ 12, упр. 3")
        seed.a_mark(seed.a_work(course, lesson_id=lesson), self.masha, "4")
        seed.an_absence(lesson, self.masha)
        await seed.plant(self.school)

    async def code_for(self, person: PersonId) -> str:
        async with self.school.transaction() as turn:
            return await IssueCode(turn.codes, self.clock, Codes(), PEPPER)(person)

    def stranger(self, language: str = "ru") -> "Chat":
        return Chat(self, next(self._users), language)

    async def known(self, person: PersonId) -> "Chat":
        chat = self.stranger()
        await chat.sends(await self.code_for(person))
        return chat


@dataclass
class Chat:
    """One person's private chat; `screen` is what was shown last."""

    town: Town
    user: int
    language: str
    screen: Screen = field(init=False)

    async def sends(self, text: str) -> Screen:
        return await self._says({"text": text} | _command(text))

    async def posts(self, **content: Any) -> Screen:
        """Send something else than text."""
        return await self._says(content)

    async def edits(self, text: str) -> Screen:
        return await self._says({"text": text, "edit_date": 1}, event="edited_message")

    async def taps(self, what: str | CallbackData) -> Screen:
        """Tap the one button with this label, or one that was kept from long ago."""
        data = what.pack() if isinstance(what, CallbackData) else self._data_of(what)
        return await self.taps_raw(data)

    async def taps_raw(self, data: str) -> Screen:
        message = self._message({"text": "…"})
        tap = {"id": "1", "from": self._person(), "chat_instance": "1", "data": data}
        return await self._sees({"callback_query": tap | {"message": message}})

    def _data_of(self, label: str) -> str:
        buttons = [one for row in self.screen.buttons for one in row if one.label == label]
        assert len(buttons) == 1, [one.label for row in self.screen.buttons for one in row]
        return buttons[0].callback_data

    async def _says(self, content: dict[str, Any], event: str = "message") -> Screen:
        return await self._sees({event: self._message(content)})

    async def _sees(self, event: dict[str, Any]) -> Screen:
        raw = {"update_id": next(self.town.updates), **event}
        update = Update.model_validate(raw, context={"bot": self.town.bot})
        shown = await self._turn(update)
        assert shown is not UNHANDLED
        assert isinstance(shown, Screen)
        self.screen = shown
        return shown

    async def _turn(self, update: Update) -> Any:
        async with self.town.school.transaction() as turn:
            actor = await self._recognise(turn)
            now = self.town.clock.now()
            dialogue = await Dialogue.opened(turn.dialogues, actor.account.id, now=now)
            data = {
                DESK: TurnDesk(turn, self.town.run()),
                "hidden": Hidden(),
                "state": dialogue.context(),
                "raw_state": dialogue.state,
                "actor": actor,
                "speech": TEXTS.of(actor.account.language or self.language),
                "reload": lambda: self._recognise(turn),
                "clock": self.town.clock,
            }
            if dialogue.ignores(update):
                return Screen(NOTHING)
            try:
                shown = await self.town.dispatcher.feed_update(self.town.bot, update, **data)
            except Refusal as refused:
                await dialogue.refuse(update, at=now)
                return refusal(data["speech"], refused, actor=actor, now=now)
            await dialogue.end(update, at=now)
            return shown

    async def _recognise(self, turn: Any) -> Actor:
        address = Address(Channel.TELEGRAM, str(self.user))
        actor: Actor = await turn.directory.recognise(address, language=self.language)
        return actor

    def _message(self, content: dict[str, Any]) -> dict[str, Any]:
        chat = {"id": self.user, "type": "private"}
        return {"message_id": 1, "date": 1, "chat": chat, "from": self._person(), **content}

    def _person(self) -> dict[str, Any]:
        return {"id": self.user, "is_bot": False, "first_name": "Анна"}


def _command(text: str) -> dict[str, Any]:
    if not text.startswith("/"):
        return {}
    length = len(text.split(" ", maxsplit=1)[0])
    return {"entities": [{"type": "bot_command", "offset": 0, "length": length}]}
