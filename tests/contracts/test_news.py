"""The records behind notices, as they stand: the same on every store."""

from datetime import date, time
from decimal import Decimal

from core.access.people import Name
from core.ids import NoticeId, PersonId, PupilId
from core.journal.means import WeightedMark
from core.journal.values import AbsenceCode, MarkValue, PeriodKind, ReasonState
from core.notices.ledger import Change, Draft, Notice, NoticeKind
from core.notices.news.journal import (
    AbsenceNews,
    HomeworkNews,
    MarkRecord,
    ReplacementNews,
    UnreachableNews,
)
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

MASHA = Name("Маша", "Орлова")


def a_notice(number: int, subject: int, pupil: PupilId, before: str = "") -> Notice:
    draft = Draft(
        school=1,
        recipient=PersonId(1),
        about=pupil,
        kind=NoticeKind.MARK,
        subject=subject,
        change=Change.NEW,
        happened_at=NOW,
        before=before,
    )
    return Notice(NoticeId(number), draft)


async def test_a_mark_comes_with_the_others_of_its_subject_and_period(ground: Ground) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil("Маша"), seed.a_pupil()
    subject = seed.a_subject("Физика")
    course, moved_to = (seed.a_course(pupil, subject=subject) for _ in range(2))
    period = seed.a_period(course)
    work = seed.a_work(course, period_id=period, title="Опыт", weight="2")
    mark = seed.a_mark(work, pupil, "4")
    seed.a_mark(work, other, "2")
    seed.a_mark(seed.a_work(course, day=date(2026, 11, 2), weight="3"), pupil, "5")
    seed.a_mark(seed.a_work(moved_to, day=date(2026, 12, 27)), pupil, "3")
    seed.a_mark(seed.a_work(course, day=date(2026, 10, 30)), pupil, "2")
    seed.a_mark(seed.a_work(seed.a_course(pupil)), pupil, "2")
    seed.a_mark(seed.a_work(course), pupil, "2", gone_at=LONG_AGO)
    seed.a_mark(seed.a_work(course, gone_at=LONG_AGO), pupil, "2")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.news.marks([a_notice(1, mark, pupil)])

    assert found == {
        mark: MarkRecord(
            pupil=pupil,
            child=MASHA,
            subject="Физика",
            work="Опыт",
            weight=Decimal(2),
            day=DAY,
            value=MarkValue("4"),
            others=(
                WeightedMark(MarkValue("5"), Decimal(3)),
                WeightedMark(MarkValue("3"), Decimal(1)),
            ),
        )
    }


async def test_the_mean_is_that_of_the_course_s_own_period_with_the_holidays_after_it(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil, quarter = seed.a_pupil(), seed.a_period()
    course = seed.a_course(pupil)
    half = {"title": "I полугодие", "kind": PeriodKind.HALF_YEAR}
    seed.a_period(course, begins=date(2026, 9, 1), ends=date(2026, 12, 27), **half)
    seed.a_period(course, begins=date(2027, 1, 11), ends=date(2027, 5, 28), **half)
    for value, day in (("5", date(2026, 9, 8)), ("3", date(2027, 1, 4)), ("2", date(2027, 1, 12))):
        seed.a_mark(seed.a_work(course, day=day), pupil, value)
    new = seed.a_mark(seed.a_work(course, period_id=quarter), pupil, "4")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.news.marks([a_notice(1, new, pupil)])

    assert [one.value.text for one in found[new].others] == ["5", "3"]


async def test_a_work_without_a_period_counts_in_its_course_s_period_of_the_day(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    seed.a_period(course, begins=date(2026, 9, 1), ends=date(2026, 10, 25))
    seed.a_period(course)
    mark = seed.a_mark(seed.a_work(course), pupil, "4")
    seed.a_mark(seed.a_work(course, day=date(2026, 12, 1)), pupil, "5")
    seed.a_mark(seed.a_work(course, day=date(2026, 9, 1)), pupil, "2")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.news.marks([a_notice(1, mark, pupil)])

    assert [one.value for one in found[mark].others] == [MarkValue("5")]


async def test_a_mark_taken_back_even_with_its_work_has_no_value_and_what_is_lost_is_missing(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil, gone = seed.a_pupil(), seed.a_pupil(gone_at=LONG_AGO)
    course = seed.a_course(pupil)
    taken_back = seed.a_mark(seed.a_work(course), pupil, gone_at=LONG_AGO)
    column = seed.a_work(course, title="Опыт", gone_at=LONG_AGO)
    with_its_work, lost = seed.a_mark(column, pupil, gone_at=LONG_AGO), seed.a_mark(column, pupil)
    of_gone = seed.a_mark(seed.a_work(course), gone)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.news.marks(
            [a_notice(1, one, pupil) for one in (taken_back, with_its_work, lost, of_gone)]
        )

    assert {mark: one.value for mark, one in found.items()} == {
        taken_back: None,
        with_its_work: None,
    }
    assert found[with_its_work].work == "Опыт"


async def test_an_absence_is_told_with_its_hour_and_whether_it_stands(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil("Маша")
    course = seed.a_course(pupil, title="История")
    seed.a_slot(course, number=2, starts=time(9, 25))
    lesson = seed.a_lesson(course, number=2)
    stands = seed.an_absence(lesson, pupil, AbsenceCode.LATE, ReasonState.CLAIMED)
    gone = seed.an_absence(seed.a_lesson(course, number=5), pupil, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.news.absences([a_notice(1, stands, pupil), a_notice(2, gone, pupil)])

    assert found[NoticeId(1)] == AbsenceNews(
        about=pupil,
        child=MASHA,
        subject="История",
        day=DAY,
        number=2,
        starts=time(9, 25),
        code=AbsenceCode.LATE,
        reason=ReasonState.CLAIMED,
        stands=True,
        alarms=False,
        of_today=False,
    )
    assert (found[NoticeId(2)].stands, found[NoticeId(2)].starts) == (False, None)


async def test_an_absence_of_another_pupil_than_the_notice_is_about_is_missing(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil(), seed.a_pupil()
    absence = seed.an_absence(seed.a_lesson(seed.a_course(pupil, other)), other)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.news.absences([a_notice(1, absence, pupil), a_notice(2, absence, other)])

    assert list(found) == [NoticeId(2)]


async def test_homework_is_told_of_the_child_whom_the_notice_is_about(ground: Ground) -> None:
    seed = ground.seed
    masha, petya = seed.a_pupil("Маша"), seed.a_pupil("Петя")
    due = date(2026, 11, 23)
    course = seed.a_course(masha, petya, title="Физика")
    lesson = seed.a_lesson(course, homework="§ 3", homework_due=due)
    gone = seed.a_lesson(course, homework="§ 4", homework_due=due, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.news.homework(
            [
                a_notice(1, lesson, masha),
                a_notice(2, lesson, petya, before="§ 2"),
                a_notice(3, gone, masha, before="§ 4"),
            ]
        )

    assert found == {
        NoticeId(1): HomeworkNews(
            masha, MASHA, "Физика", DAY, due, "§ 3", changed=False, lesson=lesson
        ),
        NoticeId(2): HomeworkNews(
            petya, Name("Петя", "Орлова"), "Физика", DAY, due, "§ 3", changed=True, lesson=lesson
        ),
        NoticeId(3): HomeworkNews(
            masha, MASHA, "Физика", DAY, None, "", changed=True, lesson=gone
        ),
    }


async def test_a_replaced_lesson_says_whether_it_still_is_and_takes_place(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil("Маша")
    teacher, usual = seed.a_teacher(given="Нина", family="Грачёва"), seed.a_teacher()
    course = seed.a_course(pupil, title="Физика")
    replaced = {"teacher_id": teacher, "replaces_id": usual}
    lesson = seed.a_lesson(course, number=3, **replaced)
    cancelled = seed.a_lesson(course, number=4, state="cancelled", **replaced)
    usual_again = seed.a_lesson(course, number=5, teacher_id=usual)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.news.replacements(
            [a_notice(one, one, pupil) for one in (lesson, cancelled, usual_again)]
        )

    assert found == {
        NoticeId(lesson): ReplacementNews(pupil, MASHA, "Физика", DAY, 3, Name("Нина", "Грачёва")),
        NoticeId(usual_again): ReplacementNews(
            pupil, MASHA, "Физика", DAY, 5, Name("Нина", "Орлова"), stands=False
        ),
    }


async def test_an_unreachable_person_is_named_with_the_child(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil("Маша")
    guardian, gone = seed.a_guardian(pupil, given="Анна"), seed.a_guardian(gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.news.unreachable([a_notice(1, guardian, pupil), a_notice(2, gone, pupil)])

    assert found == {NoticeId(1): UnreachableNews(pupil, MASHA, Name("Анна", "Орлова"))}
