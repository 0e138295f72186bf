"""Activation codes: the same on every store."""

import asyncio
from datetime import timedelta

import pytest

from core.access.people import Address, Channel, Role
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.stores import NOW

LATER = NOW + timedelta(days=30)


async def test_a_code_is_found_by_its_digest(ground: Ground) -> None:
    person = ground.seed.a_teacher()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("abc", person, at=NOW, expires=LATER)
        found = await tx.codes.find("abc")

    assert found is not None
    assert (found.person, found.expires, found.used_by) == (person, LATER, None)


async def test_of_codes_that_are_issued_at_once_one_is_good(ground: Ground) -> None:
    person = ground.seed.a_person()
    await ground.plant()

    async def issue(digest: str) -> None:
        async with ground.turn() as tx:
            await tx.codes.issue(digest, person, at=NOW, expires=LATER)

    digests = [f"code-{number}" for number in range(4)]
    await asyncio.gather(*map(issue, digests))
    async with ground.turn() as tx:
        good = [one for one in digests if await tx.codes.find(one)]

    assert len(good) == 1


async def test_a_digest_never_issued_is_not_found(ground: Ground) -> None:
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.codes.find("abc")

    assert found is None


async def test_a_second_code_voids_the_first_unused_one(ground: Ground) -> None:
    person = ground.seed.a_teacher()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("old", person, at=NOW, expires=LATER)
        await tx.codes.issue("new", person, at=NOW, expires=LATER)
        old, new = await tx.codes.find("old"), await tx.codes.find("new")

    assert old is None
    assert new is not None


async def test_a_code_of_a_person_who_is_gone_opens_nothing(ground: Ground) -> None:
    person = ground.seed.a_teacher(gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("abc", person, at=NOW, expires=LATER)
        found = await tx.codes.find("abc")

    assert found is None


async def test_a_code_opens_once_and_links_the_person(ground: Ground) -> None:
    person = ground.seed.a_teacher()
    account = ground.seed.an_account(value="501")
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("abc", person, at=NOW, expires=LATER)
        first = await tx.codes.use("abc", account, at=NOW)
        second = await tx.codes.use("abc", account, at=NOW)
        actor = await tx.directory.recognise(Address(Channel.TELEGRAM, "501"), language="ru")
        used = await tx.codes.find("abc")

    assert (first, second) == (True, False)
    assert [member.person for member in actor.members] == [person]
    assert used is not None
    assert used.used_by == account


async def test_who_comes_in_anew_leaves_the_old_account_a_stranger(ground: Ground) -> None:
    person = ground.seed.a_teacher()
    ground.seed.an_account(person, value="501")
    account = ground.seed.an_account(value="502")
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("abc", person, at=NOW, expires=LATER)
        await tx.codes.use("abc", account, at=NOW)
        old = await tx.directory.recognise(Address(Channel.TELEGRAM, "501"), language="ru")
        new = await tx.directory.recognise(Address(Channel.TELEGRAM, "502"), language="ru")

    assert old.is_stranger
    assert [member.person for member in new.members] == [person]


async def test_wrong_tries_are_told_after_an_instant_oldest_first(ground: Ground) -> None:
    account, other = ground.seed.an_account(), ground.seed.an_account()
    times = [NOW + timedelta(minutes=minutes) for minutes in range(3)]
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.note_wrong_try(account, at=times[2])
        await tx.codes.note_wrong_try(account, at=times[0])
        await tx.codes.note_wrong_try(other, at=times[1])
        own = await tx.codes.wrong_tries(account, since=times[0] - timedelta(seconds=1))
        later = await tx.codes.wrong_tries(account, since=times[0])
        everywhere = await tx.codes.wrong_tries(None, since=times[0] - timedelta(seconds=1))

    assert own == [times[0], times[2]]
    assert later == [times[2]]
    assert everywhere == times


async def test_wrong_tries_of_the_day_before_are_forgotten_with_the_next_one(
    ground: Ground,
) -> None:
    account = ground.seed.an_account()
    long_before = NOW - timedelta(days=1, minutes=1)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.note_wrong_try(account, at=long_before)
        await tx.codes.note_wrong_try(account, at=NOW)
        kept = await tx.codes.wrong_tries(None, since=long_before - timedelta(days=1))

    assert kept == [NOW]


@pytest.mark.parametrize("first", ["pupil", "teacher"])
async def test_a_pupil_and_somebody_of_the_staff_share_no_account(
    ground: Ground, first: str
) -> None:
    of = {"pupil": ground.seed.a_pupil("Маша"), "teacher": ground.seed.a_teacher()}
    (second,) = [one for one in of if one != first]
    shared, own = ground.seed.an_account(of[first]), ground.seed.an_account()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("abc", of[second], at=NOW, expires=LATER)
        among = await tx.codes.use("abc", shared, at=NOW)
        found = await tx.codes.find("abc")
        alone = await tx.codes.use("abc", own, at=NOW)

    assert found is not None
    assert (among, found.used_by, alone) == (False, None, True)
    assert {one.value for one in found.roles} == {second}


async def test_a_family_shares_one_and_who_works_at_school_is_a_parent_there(
    ground: Ground,
) -> None:
    mother, teacher = ground.seed.a_person("Ева"), ground.seed.a_teacher()
    ground.seed.a_role(mother, Role.GUARDIAN)
    child = ground.seed.a_pupil("Маша")
    family, at_work = ground.seed.an_account(mother), ground.seed.an_account(teacher)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.codes.issue("abc", child, at=NOW, expires=LATER)
        at_home = await tx.codes.use("abc", family, at=NOW)
        await tx.codes.issue("def", mother, at=NOW, expires=LATER)
        both = await tx.codes.use("def", at_work, at=NOW)

    assert (at_home, both) == (True, True)
