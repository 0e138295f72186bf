"""The demo's school day: teachers do what they do at school, at the hours at which they do it.

Whom it plays with comes from outside, and so does every record: it knows use cases only.
"""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final, Protocol
from zoneinfo import ZoneInfo

from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Child
from core.clock import Clock
from core.diary.ports import DiaryBook
from core.diary.views import DiaryLesson
from core.errors import NotFound
from core.facts import Facts
from core.ids import LessonId, MarkId, PersonId, PupilId
from core.journal.lesson_records import RecordAbsence, ReplaceTeacher, SetHomework
from core.journal.marking import CorrectMark, EnterMark, TakeBackMark
from core.journal.ports import Columns, Markbook, ProvedReasons, Register
from core.journal.records import OpenCell
from core.journal.values import MarkValue

OPENS: Final = time(8, 31)
CLOSES: Final = time(15, 30)
_LOOK_BACK: Final = timedelta(days=45)
_MOST_DAYS: Final = 400
_PAGES: Final = (
    "§ 12, задания 1–3",
    "§ 13, задания 2 и 4",
    "с. 48, задание 5",
    "§ 14, вопросы и задание 2",
)


class Nothing(Exception):
    """There is no record with which this could be played now."""


class Books(Protocol):
    """What the play needs of a transaction."""

    markbook: Markbook
    register: Register
    excuses: ProvedReasons
    diary: DiaryBook
    columns: Columns


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that a button or the hour makes happen."""

    id: str
    at: time
    title: Key
    hint: Key


@dataclass(frozen=True, slots=True)
class Stop:
    """A moment of a leap: so many days before the running period's last day, at an hour.

    `families` names what those of the class do then.
    """

    days_before: int
    hour: time = OPENS
    families: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leap:
    """A button that goes on through the period, stop by stop.

    Where it `sums_up` teachers set the marks of the period at the end.
    """

    id: str
    title: Key
    hint: Key
    stops: tuple[Stop, ...]
    sums_up: bool = False


_EVENING: Final = time(18, 5)

LEAPS: Final = (
    Leap("to-forecast", "play-to-forecast", "play-to-forecast-hint", (Stop(16),)),
    Leap("to-warning", "play-to-warning", "play-to-warning-hint", (Stop(14),)),
    Leap(
        "to-reviews",
        "play-to-reviews",
        "play-to-reviews-hint",
        (
            Stop(13, _EVENING, ("come-in", "review")),
            Stop(11, _EVENING, ("review-again",)),
            Stop(8, _EVENING),
            Stop(7, _EVENING),
        ),
    ),
    Leap("to-finals", "play-to-finals", "play-to-finals-hint", (Stop(3),), sums_up=True),
)

DAY: Final = (
    Happening("absence", time(8, 36), "play-absence", "play-absence-hint"),
    Happening("control", time(9, 20), "play-control", "play-control-hint"),
    Happening("homework", time(10, 25), "play-homework", "play-homework-hint"),
    Happening("slip", time(11, 15), "play-slip", "play-slip-hint"),
    Happening("correct", time(12, 30), "play-correct", "play-correct-hint"),
    Happening("replace", time(13, 20), "play-replace", "play-replace-hint"),
    Happening("take-back", time(14, 10), "play-take-back", "play-take-back-hint"),
)


@dataclass(slots=True)
class SchoolDay:
    """Makes things happen to the family of two children that the demo shows."""

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    facts: Callable[[Any], Facts]
    clock: Clock
    zone: ZoneInfo
    speech: Speech
    children: Sequence[Child]
    administrator: PersonId
    _last: tuple[Child, PersonId, MarkId, MarkValue, str] | None = None
    _played: int = 0
    _deeds: dict[str, Callable[[Any, Child], Awaitable[str]]] = field(init=False)

    def __post_init__(self) -> None:
        self._deeds = {
            "absence": self._absence,
            "control": self._control,
            "homework": self._homework,
            "slip": self._slip,
            "correct": self._correct,
            "replace": self._replace,
            "take-back": self._take_back,
        }

    async def play(self, happening: str) -> str | None:
        """Make it happen and return a line that tells it, or None where nothing could happen now.

        Raise KeyError for an unknown happening.
        """
        deed = self._deeds[happening]
        turn = self._played % len(self.children)
        self._played += 1
        for child in (*self.children[turn:], *self.children[:turn]):
            try:
                async with self.begin() as books:
                    return await deed(books, child)
            except (Nothing, NotFound):
                continue
        return None

    async def next_school_day(self, after: date) -> date | None:
        """Return the next day with recorded lessons, or None where the records end."""
        async with self.begin() as books:
            first = after + timedelta(days=1)
            pupil = self.children[0].pupil
            lessons = await books.diary.lessons(pupil, first, after + timedelta(days=_MOST_DAYS))
        return min((lesson.day for lesson in lessons), default=None)

    async def day_before_end(self, days: int) -> date | None:
        """Return the day that is so long before the running period's last; None if it is over."""
        today, pupil = self._today(), self.children[0].pupil
        async with self.begin() as books:
            periods = (await books.diary.periods(pupil, today)).periods
        running = next((one for one in periods if one.ends >= today), None)
        found = running.ends - timedelta(days=days) if running else today
        return found if found > today else None

    async def has_lessons(self) -> bool:
        """Say whether lessons of today are recorded."""
        today = self._today()
        async with self.begin() as books:
            return bool(await books.diary.lessons(self.children[0].pupil, today, today))

    def _today(self) -> date:
        return self.clock.now().astimezone(self.zone).date()

    async def _open_cell(self, books: Books, child: Child) -> OpenCell:
        today = self._today()
        cells = await books.columns.unmarked(child.pupil, today - _LOOK_BACK, today)
        if not cells:
            raise Nothing
        return cells[0]

    async def _enter(self, books: Books, child: Child, value: str) -> tuple[OpenCell, MarkId]:
        cell = await self._open_cell(books, child)
        enter = EnterMark(books.markbook, self.facts(books), self.clock)
        mark = await enter(cell.teacher, cell.work, pupil=child.pupil, value=MarkValue.of(value))
        self._last = (child, cell.teacher, mark.id, mark.value, cell.subject)
        return cell, mark.id

    async def _control(self, books: Books, child: Child) -> str:
        value = "545"[self._played % 3]
        cell, _ = await self._enter(books, child, value)
        return self._tell("play-did-control", child, cell.subject, value=value)

    async def _slip(self, books: Books, child: Child) -> str:
        cell, mark = await self._enter(books, child, "2")
        correct = CorrectMark(books.markbook, self.facts(books), self.clock)
        await correct(cell.teacher, mark, value=MarkValue.of("5"))
        self._last = (child, cell.teacher, mark, MarkValue.of("5"), cell.subject)
        return self._tell("play-did-slip", child, cell.subject, before="2", value="5")

    async def _correct(self, books: Books, _: Child) -> str:
        child, teacher, mark, before, subject = self._last_mark()
        value = MarkValue.of("4" if before.text == "5" else "5")
        await CorrectMark(books.markbook, self.facts(books), self.clock)(
            teacher, mark, value=value
        )
        self._last = (child, teacher, mark, value, subject)
        return self._tell("play-did-correct", child, subject, before=before.text, value=value.text)

    async def _take_back(self, books: Books, _: Child) -> str:
        child, teacher, mark, before, subject = self._last_mark()
        await TakeBackMark(books.markbook, self.facts(books), self.clock)(teacher, mark)
        self._last = None
        return self._tell("play-did-take-back", child, subject, before=before.text)

    def _last_mark(self) -> tuple[Child, PersonId, MarkId, MarkValue, str]:
        if self._last is None:
            raise Nothing
        return self._last

    async def _lesson(self, books: Books, child: Child, days: int, wanted: str) -> DiaryLesson:
        """Return the first recorded lesson from today on to which it has not happened yet."""
        today = self._today()
        lessons = await books.diary.lessons(child.pupil, today, today + timedelta(days=days))
        begun = self.clock.now().astimezone(self.zone).time()
        for lesson in lessons:
            happened = {
                "absence": lesson.absence is not None or (lesson.starts or OPENS) > begun,
                "homework": bool(lesson.homework),
                "replace": lesson.replaced,
            }
            if not happened[wanted] and lesson.id is not None:
                return lesson
        raise Nothing

    async def _teacher(self, books: Books, lesson: LessonId) -> PersonId:
        found = await books.register.lesson(lesson)
        if found is None or found.teacher is None:
            raise Nothing
        return found.teacher

    async def _absence(self, books: Books, child: Child) -> str:
        lesson = await self._lesson(books, child, 0, "absence")
        record = RecordAbsence(books.register, books.excuses, self.facts(books), self.clock)
        teacher = await self._teacher(books, LessonId(lesson.id or 0))
        await record(teacher, LessonId(lesson.id or 0), pupil=child.pupil)
        return self._tell("play-did-absence", child, lesson.subject)

    async def _homework(self, books: Books, child: Child) -> str:
        lesson = await self._lesson(books, child, 0, "homework")
        teacher = await self._teacher(books, LessonId(lesson.id or 0))
        due = await self._next_lesson_of(books, child.pupil, lesson)
        await SetHomework(books.register, self.facts(books), self.clock)(
            teacher, LessonId(lesson.id or 0), _PAGES[self._played % len(_PAGES)], due=due
        )
        return self._tell("play-did-homework", child, lesson.subject)

    async def _next_lesson_of(
        self, books: Books, pupil: PupilId, lesson: DiaryLesson
    ) -> date | None:
        first = lesson.day + timedelta(days=1)
        ahead = await books.diary.lessons(pupil, first, first + timedelta(days=14))
        return next((one.day for one in ahead if one.subject == lesson.subject), None)

    async def _replace(self, books: Books, child: Child) -> str:
        lesson = await self._lesson(books, child, 7, "replace")
        teacher = await self._teacher(books, LessonId(lesson.id or 0))
        today = self._today()
        others = await books.diary.lessons(child.pupil, today, today + timedelta(days=7))
        for other in others:
            stand_in = await self._teacher(books, LessonId(other.id or 0))
            if stand_in != teacher:
                replace = ReplaceTeacher(books.register, self.facts(books), self.clock)
                await replace(self.administrator, LessonId(lesson.id or 0), teacher=stand_in)
                return self._tell("play-did-replace", child, lesson.subject)
        raise Nothing

    def _tell(self, key: Key, child: Child, subject: str, **values: str) -> str:
        return self.speech.label(key, child=child.name.given, subject=subject, **values)


def at(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """Return the instant of an hour of the school's day."""
    return datetime.combine(day, hour, zone)
