"""A small school for tests of pure rules: what a test does not say has a plain default."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from core.access.people import (
    Account,
    Actor,
    Address,
    Channel,
    Child,
    LedClass,
    Member,
    Name,
    Role,
)
from core.diary.ports import MarkedWork
from core.diary.views import DiaryLesson
from core.facts import BY_IMPORT, Fact, Origin
from core.ids import (
    AccountId,
    ClassId,
    CourseId,
    LessonId,
    MarkId,
    NoticeId,
    PersonId,
    PupilId,
    SchoolId,
    SubjectId,
    WorkId,
)
from core.journal.means import WeightedMark
from core.journal.records import Lesson, Mark, Work
from core.journal.values import LessonState, MarkValue
from core.notices.ledger import Change, Draft, Notice, NoticeKind
from core.notices.news.journal import MarkRecord
from core.regulation.profile import Profile, Rounding

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
TODAY = date(2026, 11, 20)
MOSCOW = ZoneInfo("Europe/Moscow")
SCHOOL = SchoolId(1)
TEACHER = PersonId(50)
MASHA, PETYA = PupilId(PersonId(100)), PupilId(PersonId(101))
CLASS_7A, CLASS_7B = ClassId(7), ClassId(8)
LESSON = LessonId(900)
WORK = WorkId(400)
HALF_UP = Rounding()


@dataclass(frozen=True)
class Rules:
    """Every school goes by one profile."""

    profile: Profile = field(default_factory=Profile)

    async def of(self, school: SchoolId) -> Profile:
        return self.profile


@dataclass
class StoppedClock:
    """A clock that shows what the test says."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at


@dataclass
class Heard:
    """Remembers facts in their order."""

    facts: list[Fact] = field(default_factory=list)

    async def record(self, facts: Sequence[Fact]) -> None:
        self.facts.extend(facts)


def a_name(given: str = "Маша") -> Name:
    return Name(given, "Орлова")


def a_child(pupil: PupilId = MASHA, given: str = "Маша") -> Child:
    return Child(pupil, a_name(given), "7А")


def a_member(
    person: int = 1,
    *,
    roles: tuple[Role, ...] = (),
    children: tuple[Child, ...] = (),
    leads: tuple[LedClass, ...] = (),
) -> Member:
    return Member(
        PersonId(person),
        SCHOOL,
        "Школа № 1",
        "Europe/Moscow",
        a_name("Анна"),
        frozenset(roles),
        children=children,
        leads=leads,
    )


def a_guardian(*children: Child) -> Member:
    return a_member(2, roles=(Role.GUARDIAN,), children=children or (a_child(),))


def a_pupil(pupil: PupilId = MASHA) -> Member:
    return a_member(pupil, roles=(Role.PUPIL,))


def a_class_teacher(*classes: ClassId) -> Member:
    return a_member(
        TEACHER, roles=(Role.TEACHER,), leads=tuple(LedClass(one, "7А") for one in classes)
    )


def an_actor(*members: Member) -> Actor:
    return Actor(Account(AccountId(10), Address(Channel.TELEGRAM, "10")), members)


def marks(*texts: str, weight: str = "1") -> list[WeightedMark]:
    return [WeightedMark(MarkValue.of(text), Decimal(weight)) for text in texts]


def a_work(work: WorkId = WORK) -> Work:
    return Work(work, SCHOOL, CourseId(1), TODAY, "Линейная функция", Decimal(4))


def a_mark(text: str = "3", *, taken_back: bool = False) -> Mark:
    value = MarkValue.of(text)
    return Mark(MarkId(1), SCHOOL, WORK, MASHA, value, BY_IMPORT, taken_back)


def a_lesson(
    *, teacher: PersonId = TEACHER, homework: str = "", due: date | None = None
) -> Lesson:
    return Lesson(
        LESSON,
        SCHOOL,
        CourseId(1),
        TODAY,
        1,
        LessonState.HELD,
        homework=homework,
        homework_due=due,
        teacher=teacher,
    )


def a_diary_lesson(
    day: date = TODAY, number: int = 1, subject: str = "Алгебра", *, recorded: bool = True
) -> DiaryLesson:
    return DiaryLesson(day, number, subject, id=LESSON if recorded else None, starts=time(8, 30))


def a_marked_work(
    text: str, *, subject: int = 1, title: str = "Алгебра", day: date = TODAY
) -> MarkedWork:
    value = MarkValue.of(text)
    return MarkedWork(SubjectId(subject), title, value, "Работа", Decimal(1), day, day)


def by(person: PersonId = TEACHER) -> Origin:
    return Origin(person)


def a_notice(
    number: int = 1,
    kind: NoticeKind = NoticeKind.MARK,
    *,
    subject: int = 1,
    change: Change = Change.NEW,
    before: str = "",
    about: PupilId = MASHA,
) -> Notice:
    draft = Draft(SCHOOL, PersonId(2), about, kind, subject, change, NOW, before=before)
    return Notice(NoticeId(number), draft)


def a_mark_record(value: str | None, *others: str) -> MarkRecord:
    return MarkRecord(
        pupil=MASHA,
        child=a_name(),
        subject="Алгебра",
        work="Линейная функция",
        weight=Decimal(1),
        day=TODAY,
        value=MarkValue.of(value) if value else None,
        others=tuple(marks(*others)),
    )
