"""Who has come in, and who has a code: the same on every store."""

from datetime import timedelta

from core.access.connections import Part
from core.access.people import Role
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

LATER = NOW + timedelta(days=30)


async def test_a_class_is_its_pupils_of_today_each_with_the_guardians(ground: Ground) -> None:
    class_id = ground.seed.a_class("7А")
    masha = ground.seed.a_pupil("Маша", class_id=class_id)
    mother = ground.seed.a_guardian(masha)
    left = ground.seed.a_pupil("Вера")
    ground.seed.enrolled(left, class_id, ends=DAY - timedelta(days=1))
    ground.seed.a_guardian(left, given="Инна")
    ground.seed.a_guardian(masha, given="Пётр", enabled=False)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.connections.of_class(class_id)

    assert [(one.person, one.part) for one in found] == [
        (masha, Part.PUPIL),
        (mother, Part.GUARDIAN),
    ]
    assert {one.pupil.name.given for one in found if one.pupil} == {"Маша"}


async def test_staff_is_who_works_at_the_school(ground: Ground) -> None:
    teacher = ground.seed.a_teacher()
    ground.seed.a_guardian(ground.seed.a_pupil())
    head = ground.seed.a_person("Алла")
    ground.seed.a_role(head, Role.HEAD)
    ground.seed.a_teacher(given="Олег", gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.connections.of_staff(ground.seed.school)

    assert {(one.person, one.part) for one in found} == {
        (teacher, Part.STAFF),
        (head, Part.STAFF),
    }


async def test_the_account_of_now_the_last_end_and_the_code_are_told(ground: Ground) -> None:
    teacher = ground.seed.a_teacher()
    old, new = ground.seed.an_account(), ground.seed.an_account()
    ground.seed.a_link(teacher, old, ended_at=NOW - timedelta(days=3))
    ground.seed.a_link(teacher, new, linked_at=NOW - timedelta(days=2))
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("abc", teacher, at=NOW, expires=LATER)
        (found,) = await tx.connections.of_staff(ground.seed.school)

    assert found.came_at == NOW - timedelta(days=2)
    assert found.left_at == NOW - timedelta(days=3)
    assert found.code_until == LATER


async def test_a_code_is_revoked_once(ground: Ground) -> None:
    teacher = ground.seed.a_teacher()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("abc", teacher, at=NOW, expires=LATER)
        done = [await tx.connections.revoke(teacher), await tx.connections.revoke(teacher)]
        found, (after,) = (
            await tx.codes.find("abc"),
            await tx.connections.of_staff(ground.seed.school),
        )

    assert done == [True, False]
    assert found is None
    assert after.code_until is None


async def test_who_works_at_the_school_is_known_in_the_class_too(ground: Ground) -> None:
    class_id = ground.seed.a_class("7А")
    masha = ground.seed.a_pupil("Маша", class_id=class_id)
    at_home = ground.seed.a_guardian(masha)
    in_charge = ground.seed.a_guardian(masha, given="Роза")
    ground.seed.a_role(in_charge, Role.ADMINISTRATOR)
    teaching = ground.seed.a_guardian(masha, given="Яна")
    ground.seed.enrolled(teaching, class_id, role="teacher")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.connections.of_class(class_id)

    assert {one.person: one.is_staff for one in found} == {
        masha: False,
        at_home: False,
        in_charge: True,
        teaching: True,
    }
