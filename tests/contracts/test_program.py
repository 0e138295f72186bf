"""The inbox, the schools, delivery rules and what the program keeps: the same on every store."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.access.people import Address, Channel, Name, Role
from core.ids import SchoolId, SourceId
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery
from storage.inbox import Update
from storage.schools import School
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

LATER = NOW + timedelta(hours=1)


def telegram(value: str) -> Address:
    return Address(Channel.TELEGRAM, value)


async def test_an_update_is_accepted_once(ground: Ground) -> None:
    async with ground.turn() as tx:
        first = await tx.inbox.accept([(2, 10, "two"), (1, None, "one")], NOW)
        again = await tx.inbox.accept([(2, 10, "TWO"), (3, 10, "three")], LATER)
        pending = await tx.inbox.pending(10)

    assert (first, again) == ({1, 2}, {3})
    assert list(pending) == [
        Update(1, None, "one", "waiting"),
        Update(2, 10, "two", "waiting"),
        Update(3, 10, "three", "waiting"),
    ]


async def test_nothing_accepted_is_nothing_new(ground: Ground) -> None:
    async with ground.turn() as tx:
        new = await tx.inbox.accept([], NOW)

    assert new == frozenset()


async def test_an_answer_waits_until_it_was_shown(ground: Ground) -> None:
    async with ground.turn() as tx:
        await tx.inbox.accept([(1, 10, "one"), (2, 10, "two")], NOW)
        await tx.inbox.answered(1, "screen")
        await tx.inbox.answered(2, None)
        answered = await tx.inbox.pending(10)
        await tx.inbox.shown([1])
        shown = await tx.inbox.pending(10)

    assert list(answered) == [Update(1, 10, "", "answered", "screen")]
    assert list(shown) == []


async def test_an_update_set_aside_stops_nobody(ground: Ground) -> None:
    async with ground.turn() as tx:
        await tx.inbox.accept([(1, 10, "bad"), (2, 10, "two"), (3, 10, "three")], NOW)
        await tx.inbox.set_aside(1, "fits no schema")
        pending = await tx.inbox.pending(1)
        new = await tx.inbox.accept([(1, 10, "bad")], NOW)

    assert [one.update_id for one in pending] == [2]
    assert new == frozenset()


async def test_only_old_updates_that_are_done_or_set_aside_are_forgotten(ground: Ground) -> None:
    async with ground.turn() as tx:
        await tx.inbox.accept([(1, 10, "done"), (2, 10, "open"), (4, 10, "bad")], NOW)
        await tx.inbox.accept([(3, 10, "done later")], LATER)
        await tx.inbox.shown([1, 3])
        await tx.inbox.set_aside(4, "fits no schema")
        forgotten = await tx.inbox.forget(LATER)
        pending = await tx.inbox.pending(10)

    assert forgotten == 2
    assert [one.update_id for one in pending] == [2]


async def test_delivery_rules_are_each_school_s_own(ground: Ground) -> None:
    seed = ground.seed
    seed.a_school(
        zone="Asia/Omsk",
        correction_window=5,
        quiet_on=False,
    )
    await ground.plant()

    async with ground.turn() as tx:
        first, second = await tx.delivery.all()

    assert (first.school, first.zone) == (seed.school, ZoneInfo("Europe/Moscow"))
    assert first.rules == Delivery(timedelta(minutes=10), QuietHours(time(21), time(7)))
    assert (second.school, second.zone) == (seed.of_school, ZoneInfo("Asia/Omsk"))
    assert second.rules == Delivery(timedelta(seconds=5), None)


async def a_new_school(tx: Transaction, identifier: str | None = None) -> School:
    return await tx.schools.create(
        identifier=identifier,
        name="Школа",
        zone=ZoneInfo("Europe/Moscow"),
        delivery=Delivery(),
        profile="a",
        at=NOW,
    )


async def test_a_school_is_made_found_and_configured(ground: Ground) -> None:
    async with ground.turn() as tx:
        made = await a_new_school(tx, "zarechnaya")
        found = await tx.schools.find("zarechnaya")
        rules = Delivery(timedelta(seconds=5), None)
        await tx.schools.configure(made.id, zone=ZoneInfo("Asia/Omsk"), delivery=rules, at=NOW)
        (configured,) = await tx.schools.all()
        unknown = await tx.schools.find("gymnasium")

    assert found == made
    assert (configured.zone, configured.delivery) == (ZoneInfo("Asia/Omsk"), rules)
    assert configured.imported_at is None
    assert unknown is None


async def test_a_school_may_have_no_identifier_yet(ground: Ground) -> None:
    async with ground.turn() as tx:
        await a_new_school(tx)
        (kept,) = await tx.schools.all()

    assert kept.identifier is None


async def test_the_first_administrator_comes_in_by_a_code(ground: Ground) -> None:
    name = Name("Иван", "Первый")
    async with ground.turn() as tx:
        school = await a_new_school(tx)
        person = await tx.schools.add_person(school.id, name, [Role.ADMINISTRATOR], at=NOW)
        known = await tx.schools.administrator(school.id, name)
        account = (await tx.directory.recognise(telegram("1"), language="ru")).account
        await tx.codes.issue("abc", person, at=NOW, expires=LATER)
        await tx.codes.use("abc", account.id, at=NOW)
        actor = await tx.directory.recognise(Address(Channel.TELEGRAM, "1"), language="ru")

    assert known == person
    assert actor.members[0].name == name
    assert actor.roles == {Role.ADMINISTRATOR}


async def test_only_an_administrator_of_the_school_is_found_by_name(ground: Ground) -> None:
    seed = ground.seed
    seed.a_teacher(given="Иван", family="Первый")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.schools.administrator(seed.school, Name("Иван", "Первый"))

    assert found is None


async def test_a_person_is_known_by_the_id_of_the_files_within_a_school(ground: Ground) -> None:
    seed = ground.seed
    here = seed.a_person(source="p1")
    seed.a_school()
    there = seed.a_person(source="p1")
    other = SchoolId(seed.of_school)
    await ground.plant()

    async with ground.turn() as tx:
        found = [
            await tx.schools.person(school, SourceId("p1")) for school in (seed.school, other)
        ]
        unknown = await tx.schools.person(seed.school, SourceId("p2"))

    assert found == [here, there]
    assert unknown is None


async def test_a_setting_is_kept_and_replaced(ground: Ground) -> None:
    async with ground.turn() as tx:
        before = await tx.settings.get("clock")
        await tx.settings.set("clock", "1")
        await tx.settings.set("clock", "2")
        after = await tx.settings.get("clock")

    assert (before, after) == (None, "2")


async def test_pauses_are_kept_until_they_are_over(ground: Ground) -> None:
    async with ground.turn() as tx:
        await tx.pauses.set("bot", NOW)
        await tx.pauses.set("bot", LATER)
        await tx.pauses.set("chat:7", NOW)
        resting = await tx.pauses.all(now=NOW)
        await tx.pauses.forget(now=LATER)
        none = await tx.pauses.all(now=NOW)

    assert dict(resting) == {"bot": LATER}
    assert dict(none) == {}


async def test_a_file_that_went_up_is_known_in_its_school_by_what_it_holds(ground: Ground) -> None:
    school, other = ground.seed.a_school(), ground.seed.a_school()
    await ground.plant()
    async with ground.turn() as tx:
        await tx.sent_files.keep(school, "ab12", "first", at=NOW)
        await tx.sent_files.keep(school, "ab12", "last", at=LATER)
        known = await tx.sent_files.reference(school, "ab12")
        of_another = await tx.sent_files.reference(other, "ab12")
        unknown = await tx.sent_files.reference(school, "cd34")

    assert (known, of_another, unknown) == ("last", None, None)


async def test_a_turn_that_fails_leaves_nothing(ground: Ground) -> None:
    with pytest.raises(RuntimeError, match="on the way"):
        await _fail(ground)

    async with ground.store.reading() as tx:
        assert list(await tx.inbox.pending(10)) == []


async def _fail(ground: Ground) -> None:
    async with ground.turn() as tx:
        await tx.inbox.accept([(1, 10, "one")], NOW)
        raise RuntimeError("something broke on the way")
