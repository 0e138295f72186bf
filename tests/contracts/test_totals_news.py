"""The records behind notices of final marks and reviews: the same on every store."""

from datetime import date, timedelta

import pytest

from core.access.people import Name
from core.diary.acknowledging import Acknowledged, Acknowledgement
from core.ids import NoticeId, PersonId, PupilId
from core.journal.missing_marks import Scope
from core.journal.missing_of_year import Lack
from core.journal.values import MarkValue, PeriodMarkKind
from core.notices.ledger import Change, Draft, Notice, NoticeKind
from core.notices.news.totals import (
    SCOPES,
    NudgeRecord,
    PeriodMarkRecord,
    ReviewedNews,
    ReviewsNews,
)
from core.notices.printing import NewRun, OnPaper
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

MASHA = Name("Маша", "Орлова")
MONDAY = DAY - timedelta(days=4)


def a_notice(number: int, kind: NoticeKind, subject: int, about: int, to: int = 1) -> Notice:
    draft = Draft(1, PersonId(to), PupilId(PersonId(about)), kind, subject, Change.NEW, NOW)
    return Notice(NoticeId(number), draft)


async def reviews(tx: Transaction, ground: Ground, pupil: int, person: int, day: date) -> int:
    about = PupilId(PersonId(pupil))
    answer = Acknowledgement(
        ground.seed.school,
        PersonId(person),
        about,
        Acknowledged.REVIEW,
        day.toordinal(),
        NOW,
        "digest",
    )
    review = await tx.acknowledgements.add(answer)
    assert review is not None
    return review


async def test_a_final_mark_is_told_with_its_period_and_kind(ground: Ground) -> None:
    seed = ground.seed
    pupil, lost = seed.a_pupil("Маша"), seed.a_pupil(gone_at=LONG_AGO)
    course = seed.a_course(pupil, title="Физика")
    period = seed.a_period(course)
    stands = seed.a_period_mark(period, course, pupil, "4", kind="exam")
    gone = seed.a_period_mark(period, course, pupil, "3", gone_at=LONG_AGO)
    of_lost = seed.a_period_mark(period, course, lost)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.totals_news.period_marks_by_id(
            [a_notice(one, NoticeKind.PERIOD_MARK, one, pupil) for one in (stands, gone, of_lost)]
        )

    exam, period_kind = PeriodMarkKind.EXAM, PeriodMarkKind.PERIOD
    assert found == {
        stands: PeriodMarkRecord(pupil, MASHA, "Физика", "II четверть", exam, MarkValue("4")),
        gone: PeriodMarkRecord(pupil, MASHA, "Физика", "II четверть", period_kind, None),
    }


async def test_missing_marks_are_those_of_the_notice_s_period(ground: Ground) -> None:
    seed = ground.seed
    class_id = seed.a_class()
    course = seed.a_course(seed.a_pupil(class_id=class_id), title="Физика")
    period, year = seed.a_period(course), seed.a_year()
    teacher, gone = seed.a_teacher(class_id), seed.a_teacher(gone_at=LONG_AGO)
    seed.an_account(teacher)
    kind = NoticeKind.MISSING_OF_CLASS
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.totals_news.missing(
            [
                a_notice(1, kind, period, teacher, to=teacher),
                a_notice(2, kind, year, teacher, to=teacher),
                a_notice(3, kind, period, gone, to=gone),
            ]
        )

    assert list(found) == [NoticeId(1), NoticeId(2)]
    told, of_year = found[NoticeId(1)], found[NoticeId(2)]
    assert (told.name, told.period.title) == (Name("Нина", "Орлова"), "II четверть")
    assert [(one.class_title, one.subject) for one in told.gaps] == [("7А", "Физика")]
    assert (of_year.period.title, [one.lack for one in of_year.gaps]) == ("2026/2027", [Lack.YEAR])


@pytest.mark.parametrize(("kind", "scope"), SCOPES.items())
async def test_each_is_told_of_the_own_missing_marks_and_no_others(
    ground: Ground, kind: NoticeKind, scope: Scope
) -> None:
    seed = ground.seed
    class_7a, class_7b = seed.a_class("7А"), seed.a_class("7Б")
    led = seed.a_course(seed.a_pupil(class_id=class_7a), title="Физика")
    taught = seed.a_course(seed.a_pupil(class_id=class_7b), title="Химия")
    foreign = seed.a_course(seed.a_pupil(class_id=class_7b), title="Труд")
    period = seed.a_period(led, taught, foreign)
    teacher = seed.a_teacher(class_7a, taught)
    seed.an_account(teacher)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.totals_news.missing([a_notice(1, kind, period, teacher, to=teacher)])

    told = {
        Scope.CLASS: ["Физика"],
        Scope.COURSE: ["Химия"],
        Scope.SCHOOL: ["Физика", "Труд", "Химия"],
    }
    assert [one.subject for one in found[NoticeId(1)].gaps] == told[scope]


async def test_missing_marks_are_those_of_each_period_s_day_and_of_who_teaches_then(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_7a = seed.a_class("7А")
    left, pupil = seed.a_pupil("Вера"), seed.a_pupil("Маша", class_id=class_7a)
    seed.enrolled(left, class_7a, ends=DAY - timedelta(days=1))
    course = seed.a_course(left, pupil, title="Физика")
    over = seed.a_period(course, begins=DAY - timedelta(days=60), ends=DAY - timedelta(days=10))
    running = seed.a_period(course)
    teacher, before = seed.a_teacher(class_7a), seed.a_teacher()
    seed.enrolled(before, class_7a, role="teacher", ends=DAY - timedelta(days=2))
    unlinked = seed.a_teacher(class_7a)
    for person in (teacher, before):
        seed.an_account(person)
    await ground.plant()
    kind = NoticeKind.MISSING_OF_CLASS
    asked = [(over, teacher), (running, teacher), (over, before), (running, before)]
    asked.append((running, unlinked))

    async with ground.turn() as tx:
        found = await tx.totals_news.missing(
            [
                a_notice(number, kind, period, to, to=to)
                for number, (period, to) in enumerate(asked)
            ]
        )

    told = [
        [name.given for gap in found[NoticeId(number)].gaps for name in gap.pupils]
        for number in range(len(asked))
    ]
    assert told == [["Вера", "Маша"], ["Маша"], ["Вера", "Маша"], [], []]


async def test_who_reviewed_is_named_with_the_pupil_and_the_day(ground: Ground) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil("Маша"), seed.a_pupil("Петя")
    mother, gone = seed.a_guardian(pupil), seed.a_guardian(pupil, gone_at=LONG_AGO)
    kind = NoticeKind.REVIEWED
    await ground.plant()

    async with ground.turn() as tx:
        first = await reviews(tx, ground, pupil, mother, MONDAY)
        second = await reviews(tx, ground, pupil, mother, DAY)
        of_gone = await reviews(tx, ground, pupil, gone, DAY)
        asked = [(1, first, pupil), (2, second, pupil), (3, of_gone, pupil), (4, first, other)]
        found = await tx.totals_news.reviewed(
            [a_notice(number, kind, review, about) for number, review, about in asked]
        )

    anna = Name("Анна", "Орлова")
    assert found == {
        NoticeId(1): ReviewedNews(pupil, MASHA, anna, MONDAY),
        NoticeId(2): ReviewedNews(pupil, MASHA, anna, DAY),
    }


async def test_the_reviews_of_a_day_are_of_the_classes_that_the_teacher_leads(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_7a, class_7b = seed.a_class("7А"), seed.a_class("7Б")
    masha, petya = seed.a_pupil("Маша", class_id=class_7a), seed.a_pupil(class_id=class_7b)
    left = seed.a_pupil()
    seed.enrolled(left, class_7a, ends=DAY - timedelta(days=1))
    quiet = seed.a_pupil(class_id=class_7a)
    mother, father = (seed.a_guardian(masha, petya, left, quiet) for _ in range(2))
    leader = seed.a_teacher(class_7a)
    kind = NoticeKind.REVIEWS_OF_DAY
    await ground.plant()

    async with ground.turn() as tx:
        for pupil in (masha, petya, left):
            await reviews(tx, ground, pupil, mother, DAY)
        await reviews(tx, ground, masha, father, DAY)
        await reviews(tx, ground, quiet, mother, MONDAY)
        found = await tx.totals_news.reviews_of_day(
            [a_notice(1, kind, DAY.toordinal(), leader, to=leader)]
        )

    about = PupilId(leader)
    assert found == {
        NoticeId(1): ReviewsNews(about, Name("Нина", "Орлова"), DAY, (("7А", MASHA),))
    }


async def test_a_nudge_knows_the_sheet_of_its_week_that_is_in_hand(ground: Ground) -> None:
    seed, kind = ground.seed, NoticeKind.REVIEW_NUDGE
    class_id = seed.a_class()
    masha, petya = seed.a_pupil("Маша", class_id=class_id), seed.a_pupil(class_id=class_id)
    teacher = seed.a_teacher(class_id)
    await ground.plant()

    async with ground.turn() as tx:
        last = MONDAY + timedelta(days=6)
        run = await tx.paper_runs.add_run(NewRun(seed.school, class_id, MONDAY, last, NOW))
        both = dict.fromkeys([masha, petya], OnPaper.DECLINED)
        await tx.paper_runs.put_on(run, seed.school, both, at=NOW)
        await tx.paper_runs.hand_over(run, [masha], at=NOW, by=teacher)
        found = await tx.totals_news.nudges(
            [
                a_notice(1, kind, MONDAY.toordinal(), masha),
                a_notice(2, kind, MONDAY.toordinal(), petya),
                a_notice(3, kind, last.toordinal() + 1, masha),
            ]
        )

    assert [found[NoticeId(one)].on_paper for one in (1, 2, 3)] == [True, False, False]


async def test_a_nudge_comes_with_each_guardian_s_days_of_the_week(ground: Ground) -> None:
    seed = ground.seed
    masha, petya, gone = seed.a_pupil("Маша"), seed.a_pupil(), seed.a_pupil(gone_at=LONG_AGO)
    mother, father = seed.a_guardian(masha, petya), seed.a_guardian(masha)
    seed.a_guardianship(masha, seed.a_guardian(), gone_at=LONG_AGO)
    kind, week = NoticeKind.REVIEW_NUDGE, MONDAY.toordinal()
    await ground.plant()

    async with ground.turn() as tx:
        for day in (MONDAY - timedelta(days=1), MONDAY, MONDAY + timedelta(days=6)):
            await reviews(tx, ground, masha, mother, day)
        await reviews(tx, ground, petya, mother, MONDAY)
        found = await tx.totals_news.nudges(
            [a_notice(1, kind, week, masha), a_notice(2, kind, week, gone)]
        )

    days = {MONDAY, MONDAY + timedelta(days=6)}
    assert found == {NoticeId(1): NudgeRecord(MASHA, {mother: days, father: set()})}
