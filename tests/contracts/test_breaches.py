"""Deeds and breaches: the same on every store."""

from datetime import timedelta

from core.access.personal_data.data import DataField
from core.access.personal_data.records import Said as DataSaid
from core.breaches.deeds import Deed, What, absence_state, homework_state
from core.breaches.ports import Breach
from core.breaches.said import Voided
from core.breaches.undoing import Undone
from core.diary.acknowledging import Acknowledged, Acknowledgement
from core.facts import Origin
from core.ids import BreachId, PersonId
from core.journal.values import AbsenceCode, MarkValue, ReasonState
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

LATER = NOW + timedelta(hours=1)


async def test_the_trail_shows_everybody_s_deeds_to_what_a_person_touched(ground: Ground) -> None:
    thief, other = ground.seed.a_teacher(), ground.seed.a_teacher()
    await ground.plant()
    school = ground.seed.school
    old = Deed(school, thief, NOW - timedelta(hours=1), What.MARK, 1, None, "2")
    own = Deed(school, thief, NOW, What.MARK, 1, "2", "3")
    since = Deed(school, other, LATER, What.MARK, 1, "3", "4")
    elsewhere = Deed(school, other, LATER, What.MARK, 2, None, "5")

    async with ground.turn() as tx:
        await tx.trail.keep([old, own, since, elsewhere])
        found = await tx.trail.touched(thief, NOW)

    assert list(found) == [own, since]


async def test_every_way_in_ends_once(ground: Ground) -> None:
    teacher = ground.seed.a_teacher()
    ground.seed.a_link(teacher, ground.seed.an_account())
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("abc", teacher, at=NOW, expires=LATER)
        await tx.mailboxes.keep_mailbox(
            ground.seed.school, teacher, "t@example.org", language="ru", at=NOW
        )
        ended = [await tx.breaches.shut(teacher, since=NOW, at=NOW) for _ in range(2)]
        (found,) = await tx.connections.of_staff(ground.seed.school)

    assert ended == [3, 0]
    assert (found.came_at, found.code_until) == (None, None)


async def test_records_stand_as_before(ground: Ground) -> None:
    pupil, teacher = ground.seed.a_pupil(), ground.seed.a_teacher()
    course = ground.seed.a_course(pupil)
    lesson = ground.seed.a_lesson(course, homework="Ничего")
    work = ground.seed.a_work(course)
    mark, absence = ground.seed.a_mark(work, pupil, "2"), ground.seed.an_absence(lesson, pupil)
    await ground.plant()
    deeds = [
        Deed(ground.seed.school, teacher, NOW, what, record, None, None)
        for what, record in (
            (What.MARK, mark),
            (What.ABSENCE, absence),
            (What.HOMEWORK, lesson),
        )
    ]

    async with ground.turn() as tx:
        before = {one.what: one for one in await tx.breaches.standing(deeds)}
        changes = [
            Undone(before[What.ABSENCE], None),
            Undone(before[What.MARK], "5"),
            Undone(before[What.HOMEWORK], homework_state("§ 12", None)),
        ]
        await tx.breaches.put_back(changes, by=teacher, at=NOW)
        after = {one.what: one.state for one in await tx.breaches.standing(deeds)}
        in_cell = await tx.markbook.in_cell(work, pupil)

    assert before[What.MARK].state == "2"
    assert before[What.ABSENCE].state == absence_state(AbsenceCode.ABSENT, ReasonState.UNKNOWN)
    assert before[What.MARK].title == "Алгебра"
    assert after == {
        What.MARK: "5",
        What.ABSENCE: None,
        What.HOMEWORK: homework_state("§ 12", None),
    }
    assert in_cell is not None
    assert (in_cell.value, in_cell.origin) == (MarkValue("5"), Origin(teacher))


async def test_a_gone_mark_comes_back_and_another_in_its_cell_is_told(ground: Ground) -> None:
    pupil, teacher = ground.seed.a_pupil(), ground.seed.a_teacher()
    work = ground.seed.a_work(ground.seed.a_course(pupil))
    gone = ground.seed.a_mark(work, pupil, "5", gone_at=NOW)
    other = ground.seed.a_mark(work, pupil, "2")
    await ground.plant()
    deed = Deed(ground.seed.school, teacher, NOW, What.MARK, gone, "5", None)

    async with ground.turn() as tx:
        (standing,) = await tx.breaches.standing([deed])

    assert (standing.state, standing.stands_instead) == (None, other)


async def test_what_a_person_said_is_void_and_can_be_said_anew(ground: Ground) -> None:
    pupil = ground.seed.a_pupil()
    mother = ground.seed.a_guardian(pupil)
    await ground.plant()
    answer = Acknowledgement(
        ground.seed.school, mother, pupil, Acknowledged.REVIEW, NOW.toordinal(), NOW, "d"
    )

    async with ground.turn() as tx:
        await tx.acknowledgements.add(answer)
        await tx.announcements.announce(ground.seed.school, "Всем", NOW.date(), by=mother, at=NOW)
        phone = DataSaid(ground.seed.school, mother, mother, DataField.PHONE, "8 978 000 11 22")
        await tx.data_corrections.say(phone, at=NOW)
        voided = await tx.breaches.unsay(mother, NOW, by=mother, at=LATER)
        again = await tx.breaches.unsay(mother, NOW, by=mother, at=LATER)
        announced = await tx.announcements.announced(ground.seed.school)
        waiting = await tx.data_corrections.waiting(ground.seed.school)
        anew = await tx.acknowledgements.add(answer)

    assert [one.what.value for one in voided] == ["review", "correction", "announcement"]
    assert list(again) == list(announced) == list(waiting) == []
    assert anew is not None


async def test_a_breach_is_kept_with_what_is_void(ground: Ground) -> None:
    pupil = ground.seed.a_pupil("Маша")
    teacher, boss = ground.seed.a_teacher(), ground.seed.a_person("Роза")
    await ground.plant()

    async with ground.turn() as tx:
        await tx.breaches.in_turn(teacher)
        of = await tx.breaches.suspect(teacher)
        nobody = await tx.breaches.suspect(PersonId(10**9))
        assert of is not None
        breach = Breach(BreachId(0), of, boss, NOW, LATER, 2, 1)
        voided = Voided(What.MARK, "2", None, NOW.date(), "Алгебра", pupil)
        number = await tx.breaches.keep(breach, [voided])
        (found,) = await tx.breaches.of_school(ground.seed.school)
        (kept,) = await tx.breaches.voided(number)
        broadcasts = await tx.breaches.broadcasts_of(teacher, NOW)

    assert nobody is None
    assert (found.id, found.of, found.since, found.at) == (number, of, NOW, LATER)
    assert (kept.was, kept.stands, kept.title) == ("2", None, "Алгебра")
    assert kept.child is not None
    assert kept.child.given == "Маша"
    assert list(broadcasts) == []


async def test_a_breach_is_open_until_somebody_ticks_that_it_was_told_of(ground: Ground) -> None:
    teacher, boss = ground.seed.a_teacher(), ground.seed.a_person("Роза")
    await ground.plant()
    school = ground.seed.school

    async with ground.turn() as tx:
        of = await tx.breaches.suspect(teacher)
        assert of is not None
        number = await tx.breaches.keep(Breach(BreachId(0), of, boss, NOW, LATER, 2, 0), [])
        before = [one.id for one in await tx.breaches.untold(school)]
        where = list(await tx.breaches.schools_untold())
        ticked = [await tx.breaches.tick_told(number, by=boss, at=NOW) for _ in range(2)]
        (told,) = await tx.breaches.breaches([number])
        after = [*await tx.breaches.untold(school), *await tx.breaches.schools_untold()]

    assert (before, where, after) == ([number], [school], [])
    assert (ticked, told.told_at) == ([True, False], NOW)
