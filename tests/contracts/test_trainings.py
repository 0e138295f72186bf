"""Trainings: the same on every store."""

from datetime import date, datetime, timedelta

from core.access.people import Role
from core.helpdesk.topics import ANY, Topic
from core.helpdesk.training.training import (
    Guest,
    Invitees,
    Reply,
    TrainingPlan,
    TrainingState,
    Whom,
)
from core.ids import PersonId, TrainingId
from core.journal.values import PeriodKind
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

DAY = date(2026, 11, 20)
TOMORROW, LATER = NOW + timedelta(days=1), NOW + timedelta(days=8)


def a_plan(starts_at: datetime = TOMORROW, **told: object) -> TrainingPlan:
    planned = {"topics": frozenset({Topic.DIARY}), "room": "каб. 4"} | told
    return TrainingPlan(starts_at=starts_at, **planned)  # type: ignore[arg-type]  # by name


async def planned(
    tx: Transaction, ground: Ground, by: PersonId, *guests: Guest, plan: TrainingPlan | None = None
) -> TrainingId:
    return await tx.trainings.add(ground.seed.school, plan or a_plan(), guests, by=by, at=NOW)


async def test_staff_is_who_works_at_the_school_by_name(ground: Ground) -> None:
    seed, led = ground.seed, ground.seed.a_class()
    leader = seed.a_teacher(led, given="Нина", family="Ярова")
    former = seed.a_teacher(given="Инна", family="Ёлкина")
    seed.enrolled(former, led, role="teacher", ends=date(2026, 11, 19))
    clerk = seed.a_person("Роза", "Белова")
    seed.a_role(clerk, Role.SECRETARY)
    seed.a_guardian(seed.a_pupil())
    seed.an_account(leader)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.trainings.staff(seed.school, DAY)

    assert [(one.person, one.teaches, one.leads, one.is_here) for one in found] == [
        (clerk, False, False, False),
        (former, True, False, False),
        (leader, True, True, True),
    ]


async def test_a_training_is_kept_with_its_guests_by_name(ground: Ground) -> None:
    seed, class_id = ground.seed, ground.seed.a_class("7А")
    holder, mother = seed.a_person("Роза"), seed.a_person("Яна", "Юрова")
    father, pupil = seed.a_person("Пётр", "Абов"), seed.a_pupil()
    seed.an_account(father)
    names = {one: seed.name(one) for one in (holder, mother, father)}
    await ground.plant()
    invitees = Invitees(Whom.FAMILIES, class_id)
    guests = [Guest(one, names[one], pupil) for one in (mother, father)]

    async with ground.turn() as tx:
        plan = a_plan(topics=ANY, invitees=invitees, words="=Возьмите\nтелефон")
        number = await planned(tx, ground, holder, *guests, plan=plan)
        kept = (await tx.trainings.trainings([number]))[number]
        invited = (await tx.trainings.invited([number]))[number]

    assert (kept.topics, kept.starts_at, kept.room) == (ANY, TOMORROW, "каб. 4")
    assert (kept.invitees, kept.class_title, kept.words) == (
        invitees,
        "7А",
        "=Возьмите\nтелефон",
    )
    assert (kept.by, kept.by_name, kept.version, kept.stands) == (holder, names[holder], 1, True)
    assert [(one.guest.person, one.guest.pupil, one.guest.is_here) for one in invited] == [
        (father, pupil, True),
        (mother, pupil, False),
    ]
    assert [(one.reply, one.came) for one in invited] == [(None, False)] * 2


async def test_a_reply_counts_for_the_time_to_which_it_was_given(ground: Ground) -> None:
    holder, teacher = ground.seed.a_person("Роза"), ground.seed.a_teacher()
    guest = Guest(teacher, ground.seed.name(teacher))
    await ground.plant()

    async with ground.turn() as tx:
        number = await planned(tx, ground, holder, guest)
        said = [
            await tx.trainings.reply(number, one, Reply.COMING, version=version, at=NOW)
            for one, version in ((teacher, 1), (teacher, 2), (holder, 1))
        ]
        at_first = (await tx.trainings.invited([number]))[number][0].reply
        told = {"starts_at": LATER, "room": "5", "by": holder, "at": NOW}
        moved = [await tx.trainings.move(number, after=1, **told) for _ in range(2)]  # type: ignore[arg-type]  # by name
        then = (await tx.trainings.invited([number]))[number][0].reply
        kept = (await tx.trainings.trainings([number]))[number]

    assert said == [True, False, False]
    assert (at_first, then) == (Reply.COMING, None)
    assert moved == [True, False]
    assert (kept.starts_at, kept.room, kept.version) == (LATER, "5", 2)


async def test_one_that_is_called_off_is_so_once_and_takes_nothing_more(ground: Ground) -> None:
    holder, teacher = ground.seed.a_person("Роза"), ground.seed.a_teacher()
    guest = Guest(teacher, ground.seed.name(teacher))
    await ground.plant()

    async with ground.turn() as tx:
        number = await planned(tx, ground, holder, guest)
        off = [await tx.trainings.call_off(number, by=holder, at=NOW) for _ in range(2)]
        said = await tx.trainings.reply(number, teacher, Reply.COMING, version=1, at=NOW)
        moved = await tx.trainings.move(
            number, starts_at=LATER, room="5", after=1, by=holder, at=NOW
        )
        kept = (await tx.trainings.trainings([number]))[number]
        ahead = await tx.trainings.for_guest(teacher, since=NOW)

    assert (off, said, moved) == ([True, False], False, False)
    assert kept.state is TrainingState.CALLED_OFF
    assert list(ahead) == []


async def test_who_came_is_ticked_off_and_the_tick_taken_back(ground: Ground) -> None:
    holder = ground.seed.a_person("Роза")
    teachers = [ground.seed.a_teacher(given=one) for one in ("Аза", "Бэла")]
    guests = [Guest(one, ground.seed.name(one)) for one in teachers]
    await ground.plant()

    async with ground.turn() as tx:
        number = await planned(tx, ground, holder, *guests)
        await tx.trainings.tick(number, teachers, came=True, at=NOW)
        await tx.trainings.tick(number, teachers[:1], came=False, at=NOW)
        invited = (await tx.trainings.invited([number]))[number]

    assert [one.came for one in invited] == [False, True]


async def test_trainings_are_found_by_school_by_time_and_by_guest(ground: Ground) -> None:
    holder, teacher = ground.seed.a_person("Роза"), ground.seed.a_teacher()
    guest, school = Guest(teacher, ground.seed.name(teacher)), ground.seed.school
    await ground.plant()

    async with ground.turn() as tx:
        later = await planned(tx, ground, holder, guest, plan=a_plan(LATER))
        soon = await planned(tx, ground, holder, guest)
        of_school = await tx.trainings.of_school(school)
        starting = await tx.trainings.starting(school, after=NOW, before=LATER)
        mine = await tx.trainings.for_guest(teacher, since=NOW)
        over = await tx.trainings.for_guest(teacher, since=TOMORROW)
        nobody = await tx.trainings.for_guest(holder, since=NOW)

    assert [one.id for one in of_school] == [later, soon]
    assert [one.id for one in starting] == [soon]
    assert [one.id for one in mine] == [soon, later]
    assert [one.id for one in over] == [later]
    assert list(nobody) == []


async def test_terms_are_those_of_the_day_quarters_first(ground: Ground) -> None:
    seed = ground.seed
    seed.a_year()
    half = seed.a_period(
        title="I полугодие",
        kind=PeriodKind.HALF_YEAR,
        begins=date(2026, 9, 1),
        ends=date(2026, 12, 31),
    )
    quarter = seed.a_period()
    seed.a_period(title="III", begins=date(2027, 1, 11), ends=date(2027, 3, 20))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.trainings.terms(seed.school, DAY)

    assert [(one.id, one.kind) for one in found] == [
        (quarter, PeriodKind.QUARTER),
        (half, PeriodKind.HALF_YEAR),
    ]
