"""What became of marks and absences of earlier days: the same on every store."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from core.diary.papers.late import AbsenceChange, MarkChange
from core.facts import Origin
from core.ids import PupilId
from core.journal.values import AbsenceCode, MarkValue, ReasonState
from tests.contracts.conftest import Ground
from tests.school.seed import DAY
from tests.school.stores import NOW

EARLIER, LATER, LATEST = (
    NOW - timedelta(hours=1),
    NOW + timedelta(hours=1),
    NOW + timedelta(days=2),
)
DAYS = {"first": DAY - timedelta(days=6), "last": DAY}


def told(found: Mapping[PupilId, Sequence[MarkChange]]) -> dict[PupilId, list[tuple[object, ...]]]:
    return {
        pupil: [
            (
                one.cell.subject_title,
                one.cell.day,
                one.at,
                one.before and one.before.text,
                one.value and one.value.text,
            )
            for one in changes
        ]
        for pupil, changes in found.items()
    }


def missed(changes: Sequence[AbsenceChange]) -> list[tuple[object, ...]]:
    return [
        (one.at, one.before and one.before.code, one.value and one.value.code) for one in changes
    ]


async def test_changes_of_marks_stand_by_pupil_in_the_order_of_their_days(ground: Ground) -> None:
    seed = ground.seed
    masha, petya, other = (seed.a_pupil() for _ in range(3))
    course = seed.a_course(masha, petya, other, subject=seed.a_subject("Алгебра"))
    today, before = seed.a_work(course), seed.a_work(course, day=DAY - timedelta(days=1))
    tomorrow = seed.a_work(course, day=DAY + timedelta(days=1))
    seed.a_mark(today, masha, "4", set_at=LATER)
    seed.a_mark(before, masha, "3", set_at=LATEST)
    seed.a_mark(tomorrow, masha, "2", set_at=LATER)
    seed.a_mark(today, petya, "5", set_at=EARLIER)
    put_right = seed.a_mark(before, petya, "2", set_at=EARLIER)
    slip = seed.a_mark(today, other, "2", set_at=NOW)
    await ground.plant()

    async with ground.turn() as tx:
        by = Origin()
        await tx.markbook.correct(put_right, MarkValue("3"), by=by, at=LATER)
        await tx.markbook.take_back(slip, by=by, at=LATER)
        found = await tx.late.mark_changes([masha, petya, other], NOW, **DAYS)
        nobody = dict(await tx.late.mark_changes([], NOW, **DAYS))

    day_before = DAY - timedelta(days=1)
    assert told(found) == {
        masha: [
            ("Алгебра", day_before, LATEST, None, "3"),
            ("Алгебра", DAY, LATER, None, "4"),
        ],
        petya: [("Алгебра", day_before, LATER, "2", "3")],
        other: [("Алгебра", DAY, NOW, None, "2"), ("Алгебра", DAY, LATER, "2", None)],
    }
    assert nobody == {}


async def test_what_the_first_import_brought_is_no_change(ground: Ground) -> None:
    seed = ground.seed
    seed.a_school(imported_at=NOW)
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    seed.a_mark(seed.a_work(course), pupil, set_at=NOW)
    seed.an_absence(seed.a_lesson(course), pupil, set_at=NOW)
    await ground.plant()

    async with ground.turn() as tx:
        marks = dict(await tx.late.mark_changes([pupil], EARLIER, **DAYS))
        absences = dict(await tx.late.absence_changes([pupil], EARLIER, **DAYS))

    assert (marks, absences) == ({}, {})


async def test_changes_of_absences_stand_by_pupil(ground: Ground) -> None:
    seed = ground.seed
    masha, petya, other = (seed.a_pupil() for _ in range(3))
    course = seed.a_course(masha, petya, other)
    lesson, second = seed.a_lesson(course), seed.a_lesson(course, number=2)
    tomorrow = seed.a_lesson(course, day=DAY + timedelta(days=1))
    seed.an_absence(lesson, masha, set_at=LATER)
    seed.an_absence(tomorrow, masha, set_at=LATER)
    ill = seed.an_absence(second, masha, set_at=EARLIER)
    same = seed.an_absence(lesson, petya, set_at=EARLIER)
    slip = seed.an_absence(second, petya, set_at=EARLIER)
    seed.an_absence(lesson, other, set_at=LATER, gone_at=LATER)
    await ground.plant()

    async with ground.turn() as tx:
        by, unknown = Origin(), {"reason": ReasonState.UNKNOWN}
        await tx.register.revise_absence(
            ill, AbsenceCode.ILL, **unknown, document="Справка", by=by, at=LATEST
        )
        await tx.register.revise_absence(
            same, AbsenceCode.ABSENT, **unknown, document="Звонок", by=by, at=LATEST
        )
        await tx.register.take_back_absence(slip, by=by, at=LATER)
        found = await tx.late.absence_changes([masha, petya, other], NOW, **DAYS)

    absent, ill_now = AbsenceCode.ABSENT, AbsenceCode.ILL
    assert missed(found[masha]) == [(LATER, None, absent), (LATEST, None, ill_now)]
    assert missed(found[petya]) == [(EARLIER, None, absent), (LATER, absent, None)]
    assert not found.get(other)
