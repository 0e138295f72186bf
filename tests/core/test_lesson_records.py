"""Of a lesson a teacher notes who was away, what is to be done at home, and who stood in."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import pytest

from core.access.people import LedClass
from core.errors import AccessRefused, NotFound
from core.facts import BY_IMPORT, Origin
from core.ids import AbsenceId, ClassId, LessonId, PersonId, PupilId, SchoolId
from core.journal.facts import (
    AbsenceRecorded,
    AbsenceRevised,
    AbsenceTakenBack,
    HomeworkSet,
    LessonReplaced,
)
from core.journal.lesson_records import (
    RecordAbsence,
    ReplaceTeacher,
    ReviseAbsence,
    SetHomework,
    TakeBackAbsence,
)
from core.journal.records import Absence, Lesson, ProvedReason
from core.journal.values import AbsenceCode, ReasonState
from tests.core.builders import (
    CLASS_7A,
    CLASS_7B,
    LESSON,
    MASHA,
    NOW,
    PETYA,
    SCHOOL,
    TEACHER,
    TODAY,
    Heard,
    StoppedClock,
    a_class_teacher,
    a_lesson,
    an_actor,
    by,
)

ANOTHER, DEPUTY_HEAD = PersonId(51), PersonId(52)
NINA = an_actor(a_class_teacher(CLASS_7A))
TOMORROW = TODAY + timedelta(days=1)
AWAY = Absence(
    AbsenceId(3), SCHOOL, LESSON, MASHA, AbsenceCode.ABSENT, ReasonState.UNKNOWN, BY_IMPORT
)


@dataclass
class Register:
    """One lesson, at most one absence, and what was done."""

    held: Lesson | None = field(default_factory=a_lesson)
    away: Absence | None = None
    done: list[tuple[object, ...]] = field(default_factory=list)

    async def lesson(self, lesson: LessonId) -> Lesson | None:
        return self.held

    async def teaches(self, person: PersonId, lesson: LessonId) -> bool:
        return person == TEACHER

    async def administers(self, person: PersonId, lesson: LessonId) -> bool:
        return person == DEPUTY_HEAD

    async def class_of(self, pupil: PupilId) -> ClassId | None:
        return CLASS_7A if pupil == MASHA else None

    async def classes_of(self, school: SchoolId) -> list[LedClass]:
        return [LedClass(CLASS_7A, "7А")]

    async def led(self, school: SchoolId) -> frozenset[ClassId]:
        return frozenset([CLASS_7A])

    async def absence(self, lesson: LessonId, pupil: PupilId) -> Absence | None:
        return self.away

    async def record_absence(
        self,
        lesson: LessonId,
        pupil: PupilId,
        code: AbsenceCode,
        *,
        reason: ReasonState,
        document: str = "",
        by: Origin,
        at: datetime,
    ) -> Absence:
        return Absence(AWAY.id, SCHOOL, lesson, pupil, code, reason, by)

    async def revise_absence(
        self,
        absence: AbsenceId,
        code: AbsenceCode,
        *,
        reason: ReasonState,
        document: str,
        by: Origin,
        at: datetime,
    ) -> None:
        self.done.append((absence, code, reason, document))

    async def take_back_absence(self, absence: AbsenceId, *, by: Origin, at: datetime) -> None:
        self.done.append((absence, by, at))

    async def set_homework(
        self, lesson: LessonId, text: str, *, due: date | None, by: Origin, at: datetime
    ) -> None:
        self.done.append((lesson, text, due, by, at))

    async def replace_teacher(
        self, lesson: LessonId, teacher: PersonId, *, by: Origin, at: datetime
    ) -> None:
        self.done.append((lesson, teacher, by, at))


@dataclass
class Journal:
    """A register with what others heard of it."""

    register: Register = field(default_factory=Register)
    heard: Heard = field(default_factory=Heard)
    proof: ProvedReason | None = None

    async def proved(self, pupil: PupilId, day: date, number: int) -> ProvedReason | None:
        return self.proof

    async def misses(
        self, code: AbsenceCode = AbsenceCode.ABSENT, *, who: PersonId = TEACHER
    ) -> Absence:
        use_case = RecordAbsence(self.register, self, self.heard, StoppedClock())
        return await use_case(who, LESSON, pupil=MASHA, code=code)

    async def takes_back(self, *, who: PersonId = TEACHER) -> None:
        use_case = TakeBackAbsence(self.register, self.heard, StoppedClock())
        await use_case(who, LESSON, pupil=MASHA)

    async def sets_homework(
        self, text: str, due: date | None = None, *, who: PersonId = TEACHER
    ) -> None:
        use_case = SetHomework(self.register, self.heard, StoppedClock())
        await use_case(who, LESSON, text, due=due)

    async def replaces(self, teacher: PersonId, *, who: PersonId = DEPUTY_HEAD) -> None:
        use_case = ReplaceTeacher(self.register, self.heard, StoppedClock())
        await use_case(who, LESSON, teacher=teacher)


async def test_an_absence_is_noted_and_heard_of() -> None:
    journal = Journal()

    absence = await journal.misses(AbsenceCode.LATE)

    assert absence.origin == by(TEACHER)
    assert journal.heard.facts == [
        AbsenceRecorded(
            SCHOOL, NOW, by(), AWAY.id, MASHA, TODAY, AbsenceCode.LATE, ReasonState.UNKNOWN
        )
    ]


async def test_an_absence_that_is_noted_already_stays_as_it_is() -> None:
    journal = Journal(Register(away=AWAY))

    absence = await journal.misses(AbsenceCode.ILL)

    assert (absence, journal.heard.facts) == (AWAY, [])


async def test_an_absence_is_taken_back_and_heard_of() -> None:
    journal = Journal(Register(away=AWAY))

    await journal.takes_back()

    assert journal.register.done == [(AWAY.id, by(), NOW)]
    assert journal.heard.facts == [
        AbsenceTakenBack(SCHOOL, NOW, by(), AWAY.id, MASHA, TODAY, AWAY.code, AWAY.reason)
    ]


async def test_who_was_there_has_no_absence_to_take_back() -> None:
    with pytest.raises(NotFound):
        await Journal().takes_back()


async def test_homework_is_set_and_heard_of_with_what_stood_there() -> None:
    journal = Journal(Register(a_lesson(homework="№ 1")))

    await journal.sets_homework("№ 2", TOMORROW)

    assert journal.register.done == [(LESSON, "№ 2", TOMORROW, by(), NOW)]
    assert journal.heard.facts == [HomeworkSet(SCHOOL, NOW, by(), LESSON, "№ 1", "№ 2", TOMORROW)]


async def test_the_same_homework_again_changes_nothing() -> None:
    journal = Journal(Register(a_lesson(homework="№ 1", due=TOMORROW)))

    await journal.sets_homework("№ 1", TOMORROW)

    assert (journal.register.done, journal.heard.facts) == ([], [])


async def test_the_same_homework_for_another_day_is_a_change() -> None:
    journal = Journal(Register(a_lesson(homework="№ 1", due=TOMORROW)))

    await journal.sets_homework("№ 1", TOMORROW + timedelta(days=1))

    assert len(journal.heard.facts) == 1


async def test_another_teacher_gives_the_lesson_and_it_is_heard_of() -> None:
    journal = Journal()

    await journal.replaces(ANOTHER)

    assert journal.register.done == [(LESSON, ANOTHER, by(DEPUTY_HEAD), NOW)]
    assert journal.heard.facts == [
        LessonReplaced(SCHOOL, NOW, by(DEPUTY_HEAD), LESSON, TODAY, replaced=True)
    ]


async def test_the_usual_teacher_who_gives_it_after_all_undoes_the_replacement() -> None:
    journal = Journal(Register(replace(a_lesson(teacher=ANOTHER), replaces=TEACHER)))

    await journal.replaces(TEACHER)

    assert journal.heard.facts == [
        LessonReplaced(SCHOOL, NOW, by(DEPUTY_HEAD), LESSON, TODAY, replaced=False)
    ]


async def test_the_teacher_who_gives_the_lesson_already_replaces_nobody() -> None:
    journal = Journal()

    await journal.replaces(TEACHER)

    assert (journal.register.done, journal.heard.facts) == ([], [])


async def test_who_does_not_teach_the_lesson_notes_nothing_of_it() -> None:
    journal = Journal(Register(away=AWAY))

    for deed in (
        journal.misses(who=ANOTHER),
        journal.takes_back(who=ANOTHER),
        journal.sets_homework("№ 1", who=ANOTHER),
        journal.replaces(ANOTHER, who=TEACHER),
    ):
        with pytest.raises(AccessRefused):
            await deed

    assert (journal.register.done, journal.heard.facts) == ([], [])


async def test_only_who_leads_the_pupil_s_class_revises_an_absence() -> None:
    register = Register(away=AWAY)
    revise = ReviseAbsence(register, register, register, Heard(), StoppedClock())
    other = an_actor(a_class_teacher(CLASS_7B))

    for who, pupil in ((other, MASHA), (NINA, PETYA)):
        with pytest.raises(AccessRefused):
            await revise(who, LESSON, pupil=pupil, code=AWAY.code, reason=AWAY.reason)


async def test_of_a_lesson_that_is_gone_nothing_is_noted() -> None:
    journal = Journal(Register(held=None))

    for deed in (journal.misses(), journal.sets_homework("№ 1"), journal.replaces(ANOTHER)):
        with pytest.raises(NotFound):
            await deed


async def test_a_document_revises_an_absence_and_says_what_stood_before() -> None:
    register, heard = Register(away=AWAY), Heard()
    revise = ReviseAbsence(register, register, register, heard, StoppedClock())

    await revise(
        NINA,
        LESSON,
        pupil=MASHA,
        code=AbsenceCode.ILL,
        reason=ReasonState.CONFIRMED,
        document="справка",
    )

    assert register.done == [(AWAY.id, AbsenceCode.ILL, ReasonState.CONFIRMED, "справка")]
    assert heard.facts == [
        AbsenceRevised(
            SCHOOL,
            NOW,
            by(),
            AWAY.id,
            MASHA,
            TODAY,
            AbsenceCode.ABSENT,
            ReasonState.UNKNOWN,
            AbsenceCode.ILL,
            ReasonState.CONFIRMED,
            document="справка",
        )
    ]


async def test_the_same_reason_again_revises_nothing() -> None:
    register, heard = Register(away=AWAY), Heard()
    revise = ReviseAbsence(register, register, register, heard, StoppedClock())

    await revise(NINA, LESSON, pupil=MASHA, code=AWAY.code, reason=AWAY.reason)

    assert (register.done, heard.facts) == ([], [])


async def test_an_absence_that_is_not_there_is_not_revised() -> None:
    revise = ReviseAbsence(Register(), Register(), Register(), Heard(), StoppedClock())

    with pytest.raises(NotFound):
        await revise(NINA, LESSON, pupil=MASHA, code=AWAY.code, reason=AWAY.reason)


@pytest.mark.parametrize(
    ("code", "noted"),
    [
        (AbsenceCode.ABSENT, (AbsenceCode.ILL, ReasonState.CONFIRMED)),
        (AbsenceCode.EXCUSED, (AbsenceCode.EXCUSED, ReasonState.CONFIRMED)),
        (AbsenceCode.LATE, (AbsenceCode.LATE, ReasonState.UNKNOWN)),
    ],
)
async def test_a_document_seen_before_the_lesson_is_its_reason_at_once(
    code: AbsenceCode, noted: tuple[AbsenceCode, ReasonState]
) -> None:
    journal = Journal(proof=ProvedReason(AbsenceCode.ILL, "справка"))

    absence = await journal.misses(code)

    (heard,) = journal.heard.facts
    assert (absence.code, absence.reason) == noted
    assert isinstance(heard, AbsenceRecorded)
    assert (heard.code, heard.reason) == noted
