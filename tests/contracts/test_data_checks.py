"""The monthly check of personal data: the same on every store."""

from dataclasses import replace
from datetime import date, timedelta

from core.access.people import Child, Name
from core.access.personal_data.data import DataField, PersonalData
from core.access.personal_data.records import (
    CorrectionState,
    DataAnswer,
    DataCheck,
    InPerson,
    Said,
    Unasked,
)
from core.ids import CorrectionId, PersonId
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

MONTH = date(2026, 11, 1)
LATER = NOW + timedelta(hours=1)


async def test_data_is_what_the_files_say_with_the_children_and_their_classes(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_id, past = seed.a_class("10А"), seed.a_class("9А")
    masha = seed.a_pupil("Маша", class_id=class_id)
    seed.enrolled(masha, past, ends=DAY - timedelta(days=100))
    left = seed.a_pupil("Петя")
    mother = seed.a_guardian(masha, left, phone="+7 978", email="anna@mail.example")
    shut = seed.a_guardian(masha, enabled=False)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.data_checks.data([mother, masha, shut], DAY)

    name = Name("Анна", "Орлова")
    children = (
        Child(masha, Name("Маша", "Орлова"), "10А"),
        Child(left, Name("Петя", "Орлова"), ""),
    )
    assert dict(found) == {
        mother: PersonalData(
            mother, seed.school, name, "+7 978", "anna@mail.example", "", children
        ),
        masha: PersonalData(masha, seed.school, Name("Маша", "Орлова"), class_title="10А"),
    }


async def test_who_is_in_and_has_no_check_of_the_month_is_unasked(ground: Ground) -> None:
    seed = ground.seed
    class_id = seed.a_class("10А")
    masha, petya = seed.a_pupil("Маша", class_id=class_id), seed.a_pupil("Петя", class_id=class_id)
    left = seed.a_pupil("Лев")
    mother, asked, away, late = (seed.a_guardian(masha) for _ in range(4))
    seed.a_guardianship(petya, mother)
    of_left = seed.a_guardian(left)
    seed.an_account(mother, masha)
    seed.an_account(asked)
    seed.an_account(of_left)
    account = seed.an_account()
    seed.a_link(away, account, ended_at=NOW)
    seed.a_link(late, account, linked_at=NOW)
    await ground.plant()

    async with ground.turn() as tx:
        book = tx.data_checks
        await tx.data_checks.ask(seed.school, [asked], MONTH, day=DAY)
        found = await tx.data_checks.unasked(seed.school, MONTH, day=DAY, came_before=NOW)
        later = await book.unasked(seed.school, date(2026, 12, 1), day=DAY, came_before=LATER)

    assert list(found) == sorted(
        [
            Unasked(masha, masha, "10А"),
            Unasked(mother, masha, "10А"),
            Unasked(mother, petya, "10А"),
        ],
        key=lambda it: (it.person, it.pupil),
    )
    assert {one.person for one in later} == {masha, mother, asked, late}


async def test_a_tick_in_person_stands_until_the_person_says_so_itself(ground: Ground) -> None:
    seed, right, wrong = ground.seed, DataAnswer.RIGHT, DataAnswer.WRONG
    ticked, said, asked, slip = people = [seed.a_guardian() for _ in range(4)]
    teacher, other = seed.a_person("Нина", family="Грачёва"), seed.a_person()
    name, school, of = seed.name(teacher), seed.school, seed.a_class()
    await ground.plant()

    async with ground.turn() as tx:
        book = tx.data_checks
        await book.ask(school, [asked], MONTH, day=DAY)
        await book.answer(school, said, MONTH, wrong, at=NOW)
        new = [
            await book.check_in_person(school, one, MONTH, class_id=of, by=teacher, at=NOW)
            for one in people
        ]
        again = await book.check_in_person(school, ticked, MONTH, class_id=of, by=other, at=LATER)
        await book.answer(school, asked, MONTH, right, at=LATER)
        back = [
            await book.take_check_back(one, MONTH, class_id=of, by=teacher)
            for one in (slip, slip, asked)
        ]
        not_asked = await book.ask(school, [ticked], MONTH, day=DAY)
        found = await book.of_month(people, MONTH)

    assert (new, again) == ([True, False, True, True], False)
    assert (back, not_asked) == ([True, False, False], frozenset())
    assert dict(found) == {
        ticked: DataCheck(ticked, MONTH, None, right, InPerson(teacher, name, NOW, of)),
        said: DataCheck(said, MONTH, None, wrong),
        asked: DataCheck(asked, MONTH, DAY, right),
        slip: DataCheck(slip, MONTH),
    }


async def test_a_tick_is_taken_back_by_who_ticked_it_or_for_the_class_of_it(
    ground: Ground,
) -> None:
    seed, school = ground.seed, ground.seed.school
    parents = first, second, third = [seed.a_guardian() for _ in range(3)]
    of_7a, of_5b = seed.a_class(), seed.a_class("5Б")
    teacher, colleague, other = (seed.a_person() for _ in range(3))
    await ground.plant()

    async with ground.turn() as tx:
        book = tx.data_checks
        for one in parents:
            await book.check_in_person(school, one, MONTH, class_id=of_7a, by=teacher, at=NOW)
        back = [
            await book.take_check_back(first, MONTH, class_id=of_5b, by=teacher),
            await book.take_check_back(second, MONTH, class_id=of_7a, by=colleague),
            await book.take_check_back(third, MONTH, class_id=of_5b, by=other),
        ]
        found = await book.of_month(parents, MONTH)

    assert back == [True, True, False]
    assert [found[one].in_person is not None for one in parents] == [False, False, True]


async def test_who_comes_in_after_a_slip_was_taken_back_is_asked(ground: Ground) -> None:
    seed = ground.seed
    of = seed.a_class()
    pupil = seed.a_pupil(class_id=of)
    ticked, slip = seed.a_guardian(pupil), seed.a_guardian(pupil)
    seed.an_account(ticked)
    seed.an_account(slip)
    await ground.plant()

    async with ground.turn() as tx:
        book = tx.data_checks
        for one in (ticked, slip):
            await book.check_in_person(seed.school, one, MONTH, class_id=of, by=pupil, at=NOW)
        await tx.data_checks.take_check_back(slip, MONTH, class_id=of, by=pupil)
        found = await book.unasked(seed.school, MONTH, day=DAY, came_before=NOW)

    assert [one.person for one in found] == [slip]


async def test_nobody_is_asked_twice_a_day_nor_after_an_answer(ground: Ground) -> None:
    seed = ground.seed
    silent, answering, unasked = (seed.a_guardian() for _ in range(3))
    both, tomorrow = [silent, answering], DAY + timedelta(days=1)
    await ground.plant()

    async with ground.turn() as tx:
        book = tx.data_checks
        first = await tx.data_checks.ask(seed.school, [*both, silent], MONTH, day=DAY)
        again = await book.ask(seed.school, both, MONTH, day=DAY)
        right = DataAnswer.RIGHT
        await tx.data_checks.answer(seed.school, answering, MONTH, right, at=NOW)
        wrong = DataAnswer.WRONG
        await tx.data_checks.answer(seed.school, unasked, MONTH, wrong, at=NOW)
        next_day = await book.ask(seed.school, [*both, unasked], MONTH, day=tomorrow)
        found = await tx.data_checks.of_month([*both, unasked, PersonId(1)], MONTH)

    assert (first, again, next_day) == ({silent, answering}, frozenset(), {silent})
    assert dict(found) == {
        silent: DataCheck(silent, MONTH, tomorrow),
        answering: DataCheck(answering, MONTH, DAY, DataAnswer.RIGHT),
        unasked: DataCheck(unasked, MONTH, None, DataAnswer.WRONG),
    }


async def test_an_open_correction_of_the_same_is_replaced_but_anything_else_is_more(
    ground: Ground,
) -> None:
    seed = ground.seed
    mother, masha = seed.a_guardian(), seed.a_pupil("Маша")
    await ground.plant()
    phone = Said(seed.school, mother, mother, DataField.PHONE, "1")
    child = replace(phone, about=masha, field=DataField.CHILD)
    other = replace(phone, field=DataField.OTHER)

    async with ground.turn() as tx:
        book = tx.data_corrections
        first = await tx.data_corrections.say(phone, at=NOW)
        said = [
            await book.say(one, at=LATER)
            for one in (replace(phone, words="2"), child, other, other)
        ]
        waiting = await tx.data_corrections.waiting(seed.school)
        (replaced,) = await tx.data_corrections.corrections([first])

    assert [one.id for one in waiting] == said
    assert waiting[0].said == replace(phone, words="2")
    assert waiting[0].said_at == LATER
    assert replaced.state is CorrectionState.REPLACED


async def test_a_correction_is_decided_once(ground: Ground) -> None:
    seed = ground.seed
    mother, boss = seed.a_guardian(), seed.a_person("Роза")
    await ground.plant()
    declined, entered = CorrectionState.DECLINED, CorrectionState.ENTERED

    async with ground.turn() as tx:
        book = tx.data_corrections
        said = Said(seed.school, mother, mother, DataField.OTHER, "1")
        one, other = await book.say(said, at=NOW), await book.say(said, at=NOW)
        done = [
            await tx.data_corrections.decide(one, declined, by=boss, at=LATER, word="Нет"),
            await book.decide(one, entered, by=boss, at=LATER),
            await book.decide(CorrectionId(other + 1000), entered, by=boss, at=LATER),
        ]
        closed = await tx.data_corrections.close([one, other], at=LATER)
        kept = await book.corrections([one, other])
        waiting = await book.waiting(seed.school)

    assert (done, closed, list(waiting)) == ([True, False, False], {other}, [])
    assert [(it.state, it.word) for it in kept] == [(declined, "Нет"), (entered, "")]


async def test_of_persons_is_what_waits_and_what_was_said_since(ground: Ground) -> None:
    seed = ground.seed
    mother, father, boss = seed.a_guardian(), seed.a_guardian(), seed.a_person("Роза")
    await ground.plant()
    entered = CorrectionState.ENTERED

    async with ground.turn() as tx:
        book = tx.data_corrections
        said = Said(seed.school, mother, mother, DataField.OTHER, "1")
        old = await book.say(said, at=LONG_AGO)
        waits = await book.say(said, at=LONG_AGO)
        new = await book.say(said, at=NOW)
        await book.say(replace(said, person=father), at=NOW)
        await book.decide(old, entered, by=boss, at=NOW)
        await book.decide(new, entered, by=boss, at=NOW)
        found = await tx.data_corrections.of_persons([mother], NOW)

    assert [one.id for one in found] == [waits, new]
