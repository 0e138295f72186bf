"""Requests of who lost access: the same on every store."""

from datetime import timedelta

from core.access.people import Role
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

EARLIER, LATER = NOW - timedelta(hours=1), NOW + timedelta(hours=1)


async def test_a_request_waits_until_it_is_answered_once(ground: Ground) -> None:
    account, boss = ground.seed.an_account(), ground.seed.a_person("Роза")
    await ground.plant()

    async with ground.turn() as tx:
        (served,) = await tx.lost_access.served()
        number = await tx.lost_access.add(served.school, account, "Это я", at=NOW)
        (waiting,) = await tx.lost_access.unanswered(served.school)
        where = await tx.lost_access.schools_unanswered()
        done = [await tx.lost_access.answer(number, by=boss, at=LATER) for _ in range(2)]
        (kept,) = await tx.lost_access.requests([number])
        after = await tx.lost_access.unanswered(served.school)
        nowhere = await tx.lost_access.schools_unanswered()

    assert served.school == ground.seed.school
    assert (waiting.words, waiting.asked_at, waiting.answered_at) == ("Это я", NOW, None)
    assert done == [True, False]
    assert (kept.answered_at, list(after)) == (LATER, [])
    assert (list(where), list(nowhere)) == ([served.school], [])


async def test_requests_are_counted_by_account_and_by_school(ground: Ground) -> None:
    one, other = ground.seed.an_account(), ground.seed.an_account()
    await ground.plant()
    school = ground.seed.school

    async with ground.turn() as tx:
        for account in (one, one, other):
            await tx.lost_access.add(school, account, "Это я", at=NOW)
        counted = [
            await tx.lost_access.asked_by(one, EARLIER),
            await tx.lost_access.asked_by(one, NOW),
            await tx.lost_access.asked_at_school(school, EARLIER),
        ]

    assert counted == [2, 0, 3]


async def test_administrators_are_those_who_have_come_in(ground: Ground) -> None:
    boss, away, head = (ground.seed.a_person(one) for one in ("Роза", "Инна", "Алла"))
    shut_out = ground.seed.a_person("Вера", enabled=False)
    for person, role in (
        (boss, Role.ADMINISTRATOR),
        (shut_out, Role.ADMINISTRATOR),
        (away, Role.ADMINISTRATOR),
        (head, Role.HEAD),
    ):
        ground.seed.a_role(person, role)
    ground.seed.an_account(boss, head, shut_out)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.lost_access.administrators(ground.seed.school)

    assert list(found) == [boss]


async def test_whom_no_message_reaches_is_known(ground: Ground) -> None:
    boss, blocked, away = (ground.seed.a_person(one) for one in ("Роза", "Инна", "Алла"))
    for person in (boss, blocked, away):
        ground.seed.a_role(person, Role.ADMINISTRATOR)
    ground.seed.an_account(boss)
    ground.seed.an_account(blocked, reachable=False)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.lost_access.out_of_reach(ground.seed.school)

    assert list(found) == [blocked]


async def test_the_administration_whom_messages_reach_is_known_by_its_roles(
    ground: Ground,
) -> None:
    boss, blocked, head, away, teacher = (
        ground.seed.a_person(one) for one in ("Роза", "Инна", "Алла", "Ада", "Нина")
    )
    for person, role in (
        (boss, Role.ADMINISTRATOR),
        (boss, Role.TEACHER),
        (blocked, Role.ADMINISTRATOR),
        (head, Role.HEAD),
        (head, Role.DEPUTY_HEAD),
        (away, Role.HEAD),
        (teacher, Role.TEACHER),
    ):
        ground.seed.a_role(person, role)
    ground.seed.an_account(boss, head, teacher)
    ground.seed.an_account(blocked, reachable=False)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.lost_access.in_reach(ground.seed.school)

    assert found == {
        boss: {Role.ADMINISTRATOR},
        head: {Role.HEAD, Role.DEPUTY_HEAD},
    }
