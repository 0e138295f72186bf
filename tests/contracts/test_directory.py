"""Who stands behind an address: the same on every store."""

from datetime import date

from core.access.people import Address, Channel, LedClass, Name, Role
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO

HERE = Address(Channel.TELEGRAM, "501")


async def test_a_first_word_from_an_address_makes_a_stranger(ground: Ground) -> None:
    await ground.plant()

    async with ground.turn() as tx:
        actor = await tx.directory.recognise(HERE, language="en")

    assert actor.is_stranger
    assert (actor.account.address, actor.account.language) == (HERE, "en")


async def test_a_known_address_keeps_its_account_and_its_language(ground: Ground) -> None:
    await ground.plant()
    async with ground.turn() as tx:
        first = await tx.directory.recognise(HERE, language="en")
        await tx.directory.speak(first.account.id, "ru")

    async with ground.turn() as tx:
        again = await tx.directory.recognise(HERE, language="en")

    assert again.account.id == first.account.id
    assert again.account.language == "ru"


async def test_a_guardian_is_known_with_children_and_their_classes(ground: Ground) -> None:
    seed = ground.seed
    older = seed.a_pupil("Яна", class_id=seed.a_class("9Б"))
    younger = seed.a_pupil("Маша", class_id=seed.a_class("7А"))
    guardian = seed.a_guardian(older, younger, given="Анна", middle="Ильинична")
    seed.an_account(guardian, value=HERE.value)
    await ground.plant()

    async with ground.turn() as tx:
        actor = await tx.directory.recognise(HERE, language="ru")

    (member,) = actor.members
    assert (member.person, member.school, member.zone) == (guardian, seed.school, "Europe/Moscow")
    assert member.name == Name("Анна", "Орлова", "Ильинична")
    assert member.roles == {Role.GUARDIAN}
    assert [(child.pupil, child.class_title) for child in member.children] == [
        (younger, "7А"),
        (older, "9Б"),
    ]


async def test_a_child_who_left_the_class_has_no_class_title(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    seed.enrolled(pupil, seed.a_class("7А"), ends=date(2026, 11, 1))
    seed.an_account(seed.a_guardian(pupil), value=HERE.value)
    await ground.plant()

    async with ground.turn() as tx:
        actor = await tx.directory.recognise(HERE, language="ru")

    assert [child.class_title for child in actor.children] == [""]


async def test_a_child_who_is_no_more_at_the_school_is_not_shown(ground: Ground) -> None:
    seed = ground.seed
    gone, stays = seed.a_pupil("Маша", gone_at=LONG_AGO), seed.a_pupil("Петя")
    other = seed.a_pupil("Чужая")
    guardian = seed.a_guardian(gone, stays)
    seed.a_guardianship(other, guardian, gone_at=LONG_AGO)
    seed.an_account(guardian, value=HERE.value)
    await ground.plant()

    async with ground.turn() as tx:
        actor = await tx.directory.recognise(HERE, language="ru")

    assert [child.pupil for child in actor.children] == [stays]


async def test_a_pupil_is_known_with_the_own_class(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil("Маша", class_id=seed.a_class("7А"))
    seed.an_account(pupil, value=HERE.value)
    await ground.plant()

    async with ground.turn() as tx:
        actor = await tx.directory.recognise(HERE, language="ru")

    assert [(child.pupil, child.class_title) for child in actor.children] == [(pupil, "7А")]


async def test_a_class_teacher_leads_the_class_and_no_course(ground: Ground) -> None:
    seed = ground.seed
    led = seed.a_class("7А")
    teacher = seed.a_teacher(led, seed.a_course())
    seed.an_account(teacher, value=HERE.value)
    await ground.plant()

    async with ground.turn() as tx:
        actor = await tx.directory.recognise(HERE, language="ru")

    assert [(one.id, one.title) for one in actor.members[0].leads] == [(led, "7А")]


async def test_one_account_may_stand_for_persons_of_two_schools(ground: Ground) -> None:
    seed = ground.seed
    here = seed.a_guardian(seed.a_pupil())
    seed.a_school(name="Гимназия")
    there = seed.a_teacher()
    seed.an_account(here, there, value=HERE.value)
    await ground.plant()

    async with ground.turn() as tx:
        actor = await tx.directory.recognise(HERE, language="ru")

    assert [member.person for member in actor.members] == [here, there]
    assert actor.members[1].school_name == "Гимназия"


async def test_an_ended_link_and_a_person_shut_out_leave_a_stranger(ground: Ground) -> None:
    seed = ground.seed
    account = seed.an_account(seed.a_teacher(enabled=False), value=HERE.value)
    seed.a_link(seed.a_teacher(), account, ended_at=LONG_AGO)
    seed.a_link(seed.a_teacher(gone_at=LONG_AGO), account)
    await ground.plant()

    async with ground.turn() as tx:
        actor = await tx.directory.recognise(HERE, language="ru")

    assert actor.is_stranger
    assert actor.account.id == account


async def test_an_account_remembers_that_it_takes_no_messages(ground: Ground) -> None:
    account = ground.seed.an_account(value=HERE.value)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.directory.set_reachable(account, reachable=False)
        kept = await tx.directory.account(account)

    assert kept is not None
    assert not kept.reachable


async def test_an_account_that_was_never_there_is_none(ground: Ground) -> None:
    await ground.plant()

    async with ground.turn() as tx:
        kept = await tx.directory.account(404)

    assert kept is None


async def test_the_pupils_of_a_class_come_by_family_name(ground: Ground) -> None:
    seed = ground.seed
    own = seed.a_class("7А")
    second = seed.a_pupil("Анна", family="Яблокова", class_id=own)
    first = seed.a_pupil("Яна", family="Азарова", class_id=own)
    seed.enrolled(seed.a_pupil("Ушла"), own, ends=date(2026, 11, 1))
    seed.a_teacher(own)
    await ground.plant()

    async with ground.turn() as tx:
        pupils = await tx.directory.pupils_of(own)

    assert [one.pupil for one in pupils] == [first, second]
    assert {one.class_title for one in pupils} == {"7А"}


async def test_a_class_is_led_by_who_has_come_in_and_leads_it_today(ground: Ground) -> None:
    seed = ground.seed
    led, waits, left = (seed.a_class(title) for title in ("7А", "7Б", "7В"))
    seed.an_account(seed.a_teacher(led))
    seed.a_teacher(waits)
    gone = seed.a_person()
    seed.enrolled(gone, left, role="teacher", ends=date(2026, 8, 31))
    seed.an_account(gone)
    seed.an_account(seed.a_pupil(class_id=waits))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.directory.led(seed.school)

    assert set(found) == {led}


async def test_the_classes_of_a_school_come_from_the_first_grade_up(ground: Ground) -> None:
    seed = ground.seed
    tenth, fifth = seed.a_class("10А"), seed.a_class("5Б")
    left, empty = seed.a_class("4А"), seed.a_class("5В")
    for own in (tenth, fifth, fifth):
        seed.a_pupil(class_id=own)
    seed.enrolled(seed.a_pupil(), left, ends=date(2026, 8, 31))
    seed.a_teacher(empty)
    here = seed.school
    seed.a_school(name="Лицей")
    seed.a_pupil(class_id=seed.a_class("1А"))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.directory.classes_of(here)

    assert list(found) == [LedClass(fifth, "5Б"), LedClass(tenth, "10А")]
