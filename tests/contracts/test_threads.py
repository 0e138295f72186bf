"""Threads, how persons have to do with each other, when teachers answer, what came to whom."""

import asyncio
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from core.access.people import Child, Name, Role
from core.ids import MessageId, PersonId, ThreadId
from core.journal.calendar import SchoolDays
from core.messages.content import Content, RichText, SentFile, Span, Style
from core.messages.threads.rules import Party, Teaching
from core.messages.threads.thread import Sides, Thread, Version
from core.notices.ledger import Change, Draft, Ending, NoticeKind
from core.notices.messages.ports import Lost
from core.notices.timing import opening
from core.regulation.forms import QuietHours
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

LATER = NOW + timedelta(hours=1)
BOLD = RichText("Когда\nконтрольная?", (Span(Style.BOLD, 0, 5),))
CONTENT = Content(BOLD, (SentFile(False, "doc", "а.pdf", 7, RichText("план")),))
OTHER = Content(RichText("Когда?"))
HOURS = QuietHours(time(9), time(17, 30))


async def family(ground: Ground) -> Sides:
    """Plant a pupil with a mother and a teacher; return the two who write about the pupil."""
    seed = ground.seed
    pupil = seed.a_pupil("Яна", class_id=seed.a_class())
    mother, teacher = seed.a_guardian(pupil, given="Ева"), seed.a_teacher(given="Нина")
    await ground.plant()
    return Sides(mother, teacher, pupil, "Алгебра")


async def begun(ground: Ground, sides: Sides) -> Thread:
    async with ground.turn() as tx:
        return await tx.threads.begin(ground.seed.school, sides, by=sides.partner, at=NOW)


async def said(ground: Ground, thread: Thread, **told: object) -> MessageId:
    what = {"by": thread.sides.partner, "at": NOW, "waits": True} | told
    async with ground.turn() as tx:
        return await tx.threads.say(thread, CONTENT, **what)  # type: ignore[arg-type]  # by name


async def test_a_thread_is_found_by_its_two_persons_child_and_subject(ground: Ground) -> None:
    sides = await family(ground)
    thread = await begun(ground, sides)

    async with ground.turn() as tx:
        same = await tx.threads.between(sides)
        other = await tx.threads.between(replace(sides, topic="Физика"))
        nobody_s = await tx.threads.between(replace(sides, about=None))
        found = await tx.threads.threads([thread.id, ThreadId(9)])

    assert (same, other, nobody_s, dict(found)) == (thread, None, None, {thread.id: thread})
    assert (thread.school, thread.sides, thread.zone) == (
        ground.seed.school,
        sides,
        "Europe/Moscow",
    )
    assert (thread.partner_name, thread.keeper_name) == (
        Name("Ева", "Орлова"),
        Name("Нина", "Орлова"),
    )
    assert (thread.child, thread.waits, thread.last_at) == (Name("Яна", "Орлова"), False, NOW)


async def test_what_waits_stands_first_and_is_counted(ground: Ground) -> None:
    sides = await family(ground)
    first, second = await begun(ground, sides), await begun(ground, replace(sides, topic="Химия"))
    await said(ground, first)
    await said(ground, second, at=LATER, waits=False)

    async with ground.turn() as tx:
        listed = await tx.threads.of([sides.keeper], most=9)
        most = await tx.threads.of([sides.partner], most=1)
        waiting = [await tx.threads.waiting([one]) for one in sides.persons]
        (last,) = await tx.threads.log(first.id, skip=0, most=9)
        settled = [await tx.threads.settle(first.id, last) for _ in range(2)]
        after = await tx.threads.of([sides.partner], most=9)

    assert [one.id for one in listed] == [first.id, second.id]
    assert [one.id for one in most] == [first.id]
    assert (waiting, settled) == ([0, 1], [True, False])
    assert [one.id for one in after] == [second.id, first.id]


async def test_messages_keep_their_versions(ground: Ground) -> None:
    sides = await family(ground)
    thread = await begun(ground, sides)
    number = await said(ground, thread, urgent=True)

    async with ground.turn() as tx:
        first = (await tx.threads.messages([number, MessageId(99)]))[number]
        done = [await tx.threads.revise(number, OTHER, after=1, at=LATER) for _ in range(2)]
        now = (await tx.threads.messages([number]))[number]
        versions = await tx.threads.versions(number)

    assert (first.content, first.version, first.urgent) == (CONTENT, 1, True)
    assert (first.by, first.by_name, first.at) == (sides.partner, Name("Ева", "Орлова"), NOW)
    assert done == [True, False]
    assert (now.content, now.version, now.at) == (OTHER, 2, NOW)
    assert list(versions) == [Version(CONTENT, NOW), Version(OTHER, LATER)]


async def test_a_log_is_read_from_its_end(ground: Ground) -> None:
    thread = await begun(ground, await family(ground))
    numbers = [await said(ground, thread, at=NOW + timedelta(minutes=one)) for one in range(3)]

    async with ground.turn() as tx:
        length = await tx.threads.length(thread.id)
        page = await tx.threads.log(thread.id, skip=1, most=1)
        whole = await tx.threads.log(thread.id, skip=0, most=9)
        written = await tx.threads.written_since(thread.sides.partner, NOW)

    assert (length, [one.id for one in page]) == (3, [numbers[1]])
    assert [one.id for one in whole] == numbers[::-1]
    assert list(written) == [NOW + timedelta(minutes=one) for one in (1, 2)]


async def test_a_thread_is_handed_over_once(ground: Ground) -> None:
    heir = ground.seed.a_teacher(given="Юрий")
    sides = await family(ground)
    thread = await begun(ground, sides)

    async with ground.turn() as tx:
        entry = await tx.threads.hand_over(thread, heir, by=sides.keeper, at=LATER)
        again = await tx.threads.hand_over(thread, sides.keeper, by=heir, at=LATER)
        now = (await tx.threads.threads([thread.id]))[thread.id]
        (told,) = await tx.threads.log(thread.id, skip=0, most=9)
        written = await tx.threads.written_since(sides.keeper, NOW)

    assert (entry, again, now.sides) == (told.id, None, replace(sides, keeper=heir))
    assert (told.handed_to, told.content, told.by) == (
        Name("Юрий", "Орлова"),
        Content(),
        sides.keeper,
    )
    assert list(written) == []


async def test_parties_say_what_they_are_and_whether_they_are_here(ground: Ground) -> None:
    seed = ground.seed
    head, mother, teacher = seed.a_person("Зоя"), seed.a_guardian(), seed.a_teacher()
    gone = seed.a_person(enabled=False)
    seed.a_role(head, Role.HEAD)
    seed.an_account(head)
    seed.an_account(mother, reachable=False)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.ties.parties([head, mother, teacher, gone])

    name = Name("Анна", "Орлова")
    assert dict(found) == {
        head: Party(head, seed.school, Name("Зоя", "Орлова"), Role.HEAD, True, True),
        mother: Party(mother, seed.school, name, is_here=False),
        teacher: Party(teacher, seed.school, Name("Нина", "Орлова"), is_staff=True, is_here=False),
    }


async def test_ties_are_those_of_today(ground: Ground) -> None:
    seed = ground.seed
    class_7a, old = seed.a_class("7А"), seed.a_class("6А")
    yana, oleg = seed.a_pupil("Яна", class_id=class_7a), seed.a_pupil("Олег")
    seed.enrolled(yana, old, ends=date(2026, 5, 31))
    algebra = seed.a_course(yana, title="Алгебра")
    music = seed.a_course(title="Музыка")
    seed.enrolled(yana, music, ends=date(2026, 10, 1))
    leader, teacher = seed.a_teacher(class_7a), seed.a_teacher(algebra, music, given="Юрий")
    before = seed.a_teacher(old)
    seed.enrolled(before, algebra, role="teacher", ends=date(2026, 10, 1))
    await ground.plant()

    async with ground.turn() as tx:
        children = await tx.ties.children([yana, oleg])
        teachers = await tx.ties.teachers([yana, oleg])

    assert dict(children) == {
        yana: Child(yana, Name("Яна", "Орлова"), "7А"),
        oleg: Child(oleg, Name("Олег", "Орлова")),
    }
    assert {one: list(some) for one, some in teachers.items()} == {
        yana: [
            Teaching(leader, Name("Нина", "Орлова"), class_7a),
            Teaching(teacher, Name("Юрий", "Орлова"), algebra, "Алгебра"),
        ]
    }


async def test_hours_are_kept_changed_and_given_up(ground: Ground) -> None:
    teacher = ground.seed.a_teacher()
    await ground.plant()
    later = QuietHours(time(12), time(19))

    async with ground.turn() as tx:
        found = [await tx.answer_hours.of(teacher)]
        for one in (HOURS, later, None):
            await tx.answer_hours.keep(ground.seed.school, teacher, one, at=NOW)
            found.append(await tx.answer_hours.of(teacher))

    assert found == [None, HOURS, later, None]


async def test_school_days_are_of_the_timetable_and_the_holidays(ground: Ground) -> None:
    seed = ground.seed
    course = seed.a_course()
    seed.a_slot(course, weekday=1)
    seed.a_slot(course, weekday=6, ends=date(2026, 10, 1))
    seed.a_holiday("Каникулы", date(2026, 12, 28), date(2027, 1, 10))
    seed.a_holiday("Осенние", date(2026, 10, 26), date(2026, 11, 1))
    await ground.plant()

    async with ground.turn() as tx:
        days = await tx.answer_hours.days(seed.school, date(2026, 11, 20), date(2026, 12, 31))

    assert isinstance(days, SchoolDays)
    assert ([one.title for one in days.holidays], set(days.weekdays)) == (["Каникулы"], {1})


async def test_an_original_is_found_by_its_account(ground: Ground) -> None:
    account, other = ground.seed.an_account(), ground.seed.an_account()
    thread = await begun(ground, await family(ground))
    number = await said(ground, thread)

    async with ground.turn() as tx:
        await tx.originals.note(account, ["", "5", "6"], number, school=thread.school)
        await tx.originals.note(account, ["5"], number, school=thread.school)
        found = [await tx.originals.find(account, one) for one in ("5", "6", "7", "")]
        of_other = await tx.originals.find(other, "5")

    assert (found, of_other) == ([(number, 1), (number, 2), None, None], None)


def a_draft(thread: Thread, number: MessageId, to: PersonId) -> Draft:
    change = Change.NEW
    return Draft(thread.school, to, to, NoticeKind.MESSAGE, number, change, NOW)  # type: ignore[arg-type]  # a row about its recipient


@pytest.mark.parametrize(
    ("ending", "reason", "lost"),
    [
        (Ending.DELIVERED, "", 0),
        (Ending.REFUSED, "unreachable", 1),
        (Ending.UNKNOWN, "", 1),
        (Ending.EXPIRED, "no-right", 1),
        (Ending.EXPIRED, "overtaken", 0),
    ],
)
async def test_what_did_not_arrive_is_untold_until_it_is_told(
    ground: Ground, ending: Ending, reason: str, lost: int
) -> None:
    sides = await family(ground)
    thread = await begun(ground, sides)
    number = await said(ground, thread)
    row = a_draft(thread, number, sides.keeper)

    async with ground.turn() as tx:
        await tx.outbox.put([row])
        waiting = await tx.message_ledger.untold(thread.school)
        (notice,) = await tx.outbox.rows(thread.school)
        rules = [opening(one, NOW) for one in await tx.delivery.all()]
        await tx.outbox.claim(rules, now=NOW, lease=timedelta(minutes=2), most=9)
        await tx.outbox.settle([notice.notice.id], ending, at=NOW, message_id="77", reason=reason)
        untold = await tx.message_ledger.untold(thread.school)
        where = await tx.message_ledger.schools_untold()
        told = replace(
            row, recipient=sides.partner, kind=NoticeKind.MESSAGE_LOST, happened_at=LATER
        )
        await tx.outbox.put([told])
        after = await tx.message_ledger.untold(thread.school)
        came = [await tx.message_ledger.delivered_as([one], "77") for one in sides.persons]
        nothing = await tx.message_ledger.delivered_as(sides.persons, "")

    expected = Lost(thread.school, number, sides.partner, sides.keeper)
    assert (list(waiting), list(untold), list(after)) == ([], [expected][:lost], [])
    assert list(where) == [thread.school][:lost]
    assert (came, nothing) == ([None, number], None)


@pytest.mark.parametrize("after", [timedelta(), timedelta(seconds=1)])
async def test_what_was_said_after_the_message_that_was_read_still_waits(
    ground: Ground, after: timedelta
) -> None:
    sides = await family(ground)
    thread = await begun(ground, sides)
    read = await said(ground, thread)
    later = await said(ground, thread, at=NOW + after)

    async with ground.turn() as tx:
        known = await tx.threads.messages([read, later])
        done = [await tx.threads.settle(thread.id, known[it]) for it in (read, later)]

    assert done == [False, True]


async def test_nobody_writes_to_who_handed_the_thread_over_meanwhile(ground: Ground) -> None:
    sides = await family(ground)
    thread, heir = await begun(ground, sides), ground.seed.a_teacher(given="Олег")
    await ground.plant()
    async with ground.turn() as tx:
        await tx.threads.hand_over(thread, heir, by=sides.keeper, at=NOW)

    lost = await said(ground, thread)
    async with ground.turn() as tx:
        again = (await tx.threads.threads([thread.id]))[thread.id]
    number = await said(ground, again)

    assert lost is None
    assert number is not None


@pytest.mark.parametrize("of_family", [True, False])
async def test_who_write_first_to_each_other_at_once_have_one_thread(
    ground: Ground, *, of_family: bool
) -> None:
    sides = replace(await family(ground), of_family=of_family)
    both = [sides, sides if of_family else sides.turned]

    threads = await asyncio.gather(*(begun(ground, one) for one in (*both, *both)))

    assert len({one.id for one in threads}) == 1
