"""Broadcasts, whom they are for, who answered, and the cards that follow them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.access.people import Child, Name
from core.ids import BroadcastId, PersonId, PupilId, TemplateId
from core.messages.broadcasts.broadcast import (
    Answer,
    Ask,
    BroadcastState,
    Family,
    Hearer,
    Hearers,
    Plan,
    Quorum,
    Scope,
    Version,
    Whom,
    WhyNot,
)
from core.messages.broadcasts.ladder import Rung
from core.messages.broadcasts.templates import Template
from core.messages.content import Content, RichText, SentFile, Span, Style
from core.notices.broadcasts.ports import LiveCard, Telling
from core.notices.ledger import Change, Draft, Ending, Lane, NoticeKind, Why
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

LATER = NOW + timedelta(hours=1)
BOLD = RichText("Экскурсия\nв пятницу", (Span(Style.BOLD, 0, 9),))
LINKED = RichText("сайт", (Span(Style.LINK, 0, 4, "https://school.example/"),))
CONTENT = Content(
    BOLD, (SentFile(True, "photo-1", "", 10, LINKED), SentFile(False, "doc", "а.pdf"))
)
ASK = Ask(date(2026, 11, 23), "Приду", ("Да", "Нет"), Quorum.ALL)


def a_plan(*groups: int, pupils: tuple[PupilId, ...] = (), **more: object) -> Plan:
    scope = Scope(Whom.CLASSES, tuple(groups), pupils)
    told = {"hearers": Hearers.BOTH, "ask": ASK, "urgent": "Пожар"} | more
    return Plan(scope, CONTENT, **told)  # type: ignore[arg-type]  # by name


async def kept(ground: Ground, plan: Plan, by: PersonId) -> BroadcastId:
    async with ground.turn() as tx:
        return await tx.broadcasts.keep(ground.seed.school, plan, by=by, at=NOW)


async def test_a_broadcast_is_kept_whole(ground: Ground) -> None:
    seed = ground.seed
    class_7b, class_7a = seed.a_class("7Б"), seed.a_class("7А")
    pupil, teacher = seed.a_pupil(class_id=class_7a), seed.a_teacher(class_7a, given="Нина")
    await ground.plant()
    plan = a_plan(class_7b, class_7a, pupils=(pupil,), send_at=LATER)

    number = await kept(ground, plan, teacher)
    async with ground.turn() as tx:
        found = await tx.broadcasts.broadcasts([number, BroadcastId(999)])

    one = found[number]
    assert list(found) == [number]
    assert one.plan == replace(plan, scope=Scope(Whom.CLASSES, (class_7a, class_7b), (pupil,)))
    assert (one.titles, one.version, one.state) == (("7А", "7Б"), 1, BroadcastState.WAITING)
    assert (one.by, one.by_name, one.made_at) == (teacher, Name("Нина", "Орлова"), NOW)
    assert (one.school, one.zone, one.sent_at) == (seed.school, "Europe/Moscow", None)


async def test_lists_are_of_a_person_of_groups_or_of_the_school(ground: Ground) -> None:
    seed = ground.seed
    class_7a, class_7b = seed.a_class("7А"), seed.a_class("7Б")
    first, second = seed.a_teacher(class_7a), seed.a_teacher(class_7b)
    await ground.plant()
    a = await kept(ground, a_plan(class_7a), first)
    b = await kept(ground, a_plan(class_7b), second)
    whole = Plan(Scope(Whom.SCHOOL), CONTENT)
    c = await kept(ground, whole, second)

    async with ground.turn() as tx:
        ask = tx.broadcasts.listed
        own = await ask(seed.school, by=second, groups=[], whole=False, most=9)
        of_class = await ask(seed.school, by=PersonId(1), groups=[class_7a], whole=False, most=9)
        all_but_one = await ask(seed.school, by=first, groups=[], whole=True, most=2)
        counted = [
            await tx.broadcasts.count(seed.school, by=it, groups=of, whole=whole)
            for it, of, whole in (
                (second, [], False),
                (PersonId(1), [class_7a], False),
                (first, [], True),
            )
        ]

    assert own == [c, b]
    assert of_class == [a]
    assert all_but_one == [c, b]
    assert counted == [2, 1, 3]


async def test_it_is_set_off_once_and_withdrawn_once(ground: Ground) -> None:
    school = ground.seed.school
    teacher, class_7a = ground.seed.a_teacher(), ground.seed.a_class()
    await ground.plant()
    number = await kept(ground, a_plan(class_7a, send_at=LATER), teacher)

    async with ground.turn() as tx:
        early = await tx.broadcasts.due(school, now=NOW)
        due = await tx.broadcasts.due(school, now=LATER)
        off = [await tx.broadcasts.set_off(number, at=LATER) for _ in range(2)]
        after = await tx.broadcasts.due(school, now=LATER)
        back = [await tx.broadcasts.withdraw(number, by=teacher, at=LATER) for _ in range(2)]
        one = (await tx.broadcasts.broadcasts([number]))[number]

    assert (early, due, after) == ([], [number], [])
    assert (off, back) == ([True, False], [True, False])
    assert (one.state, one.sent_at) == (BroadcastState.WITHDRAWN, LATER)


async def test_a_correction_follows_the_version_that_was_seen(ground: Ground) -> None:
    teacher, class_7a = ground.seed.a_teacher(), ground.seed.a_class()
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), teacher)
    said, day = Content(RichText("В субботу")), date(2026, 11, 27)

    async with ground.turn() as tx:

        async def corrects(after: int) -> bool:
            return await tx.broadcasts.correct(
                number, said, after=after, answer_by=day, by=teacher, at=LATER
            )

        first = (await tx.broadcasts.broadcasts([number]))[number]
        done = [await corrects(after) for after in (1, 1)]
        one = (await tx.broadcasts.broadcasts([number]))[number]
        versions = await tx.broadcasts.versions(number)
        await tx.broadcasts.withdraw(number, by=teacher, at=LATER)
        late = await corrects(2)

    assert (done, late) == ([True, False], False)
    assert (one.version, one.plan.content) == (2, said)
    assert one.plan.ask == replace(ASK, by=day)
    assert (first.said_at, one.said_at) == (NOW, LATER)
    assert list(versions) == [Version(CONTENT, ASK.by), Version(said, day)]


async def test_a_correction_begins_reminders_anew(ground: Ground) -> None:
    teacher, class_7a = ground.seed.a_teacher(), ground.seed.a_class()
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), teacher)
    said = Content(RichText("В субботу"))

    async with ground.turn() as tx:
        await tx.broadcasts.set_off(number, at=NOW)
        await tx.broadcasts.climb(number, before=Rung.TOLD, to=Rung.LISTED)
        await tx.broadcasts.correct(
            number, said, after=1, answer_by=date(2026, 11, 27), by=teacher, at=LATER
        )
        climbing = await tx.broadcasts.climbing(ground.seed.school)

    assert list(climbing) == [(number, Rung.TOLD)]


async def test_who_took_it_back_is_named(ground: Ground) -> None:
    teacher, other = ground.seed.a_teacher(), ground.seed.a_teacher(given="Нина")
    class_7a = ground.seed.a_class()
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), teacher)

    async with ground.turn() as tx:
        before = (await tx.broadcasts.broadcasts([number]))[number]
        await tx.broadcasts.withdraw(number, by=other, at=LATER)
        after = (await tx.broadcasts.broadcasts([number]))[number]

    assert (before.withdrawn_by, after.withdrawn_by) == (None, Name("Нина", "Орлова"))


async def test_reminders_by_hand_keep_their_distance(ground: Ground) -> None:
    teacher, class_7a = ground.seed.a_teacher(), ground.seed.a_class()
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), teacher)

    async with ground.turn() as tx:
        first = await tx.broadcasts.remind(number, at=NOW, not_since=NOW - timedelta(hours=1))
        soon = await tx.broadcasts.remind(number, at=NOW, not_since=NOW - timedelta(minutes=1))
        later = await tx.broadcasts.remind(number, at=LATER, not_since=NOW)

    assert (first, soon, later) == (True, False, True)


async def test_a_ladder_is_climbed_once_a_rung(ground: Ground) -> None:
    teacher, class_7a = ground.seed.a_teacher(), ground.seed.a_class()
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), teacher)
    other = await kept(ground, a_plan(class_7a, ask=None), teacher)

    async with ground.turn() as tx:
        before = await tx.broadcasts.climbing(ground.seed.school)
        for one in (number, other):
            await tx.broadcasts.set_off(one, at=NOW)
        sent = await tx.broadcasts.climbing(ground.seed.school)
        climbed = [
            await tx.broadcasts.climb(number, before=Rung.TOLD, to=Rung.SECOND) for _ in range(2)
        ]
        second = await tx.broadcasts.climbing(ground.seed.school)
        await tx.broadcasts.climb(number, before=Rung.SECOND, to=Rung.LISTED)
        listed = await tx.broadcasts.climbing(ground.seed.school)

    assert (list(before), list(sent)) == ([], [(number, Rung.TOLD)])
    assert (climbed, list(second)) == ([True, False], [(number, Rung.SECOND)])
    assert list(listed) == []


def a_family(ground: Ground, pupil: PupilId, *members: Hearer) -> Family:
    name = next(
        Name(one.given, one.family, one.middle)
        for one in ground.seed.records
        if one.id == pupil and hasattr(one, "given")
    )
    return Family(Child(pupil, name, "7А"), members)


async def test_families_are_kept_with_who_could_not_be_told(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class()
    yana, oleg = seed.a_pupil("Яна", class_id=class_7a), seed.a_pupil("Олег", class_id=class_7a)
    mother = seed.a_guardian(yana, given="Ева", phone="+7 900")
    father, teacher = seed.a_guardian(yana, given="Марк"), seed.a_teacher()
    eva = Hearer(mother, Name("Ева", "Орлова"), True, None, "+7 900")
    mark = Hearer(father, Name("Марк", "Орлова"), True, WhyNot.NOT_LINKED)
    families = [a_family(ground, yana, eva, mark), a_family(ground, oleg)]
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), teacher)
    joined = replace(mark, why=None)

    async with ground.turn() as tx:
        await tx.addressed.address(seed.school, number, families)
        first = await tx.addressed.families(number)
        await tx.addressed.address(seed.school, number, [replace(families[0], members=(joined,))])
        again = await tx.addressed.families(number)
        of_father = await tx.addressed.families_of(number, [father])
        of_nobody = await tx.addressed.families_of(number, [teacher])

    assert list(first) == families
    assert list(again) == [replace(families[0], members=(eva, joined)), families[1]]
    assert (list(of_father), list(of_nobody)) == ([again[0]], [])


async def test_who_was_not_told_of_what_was_sent_has_missed_it(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class()
    yana = seed.a_pupil("Яна", class_id=class_7a)
    mother, father = seed.a_guardian(yana), seed.a_guardian(yana)
    teacher = seed.a_teacher()
    eva = Hearer(mother, Name("Анна", "Орлова"), True)
    mark = Hearer(father, Name("Анна", "Орлова"), True, WhyNot.NOT_LINKED)
    family = a_family(ground, yana, eva, mark)
    await ground.plant()
    sent = await kept(ground, a_plan(class_7a), teacher)
    waiting = await kept(ground, a_plan(class_7a), teacher)

    async with ground.turn() as tx:
        await tx.broadcasts.set_off(sent, at=NOW)
        for one in (sent, waiting):
            await tx.addressed.address(seed.school, one, [family])
        of_father = await tx.addressed.missed(father, [yana])
        of_mother = await tx.addressed.missed(mother, [yana])
        of_newcomer = await tx.addressed.missed(teacher, [yana])

    assert dict(of_father) == dict(of_newcomer) == {sent: [yana]}
    assert dict(of_mother) == {}


@pytest.mark.parametrize("choices", [(), ("Да", "Нет")])
async def test_of_a_question_with_choices_each_child_is_missed_for_itself(
    ground: Ground, choices: tuple[str, ...]
) -> None:
    seed = ground.seed
    class_7a = seed.a_class()
    yana, boris = seed.a_pupil("Яна", class_id=class_7a), seed.a_pupil("Борис", class_id=class_7a)
    mother, teacher = seed.a_guardian(yana, boris), seed.a_teacher()
    seed.an_account(mother)
    eva = Hearer(mother, seed.name(mother), True)
    of_yana, of_boris = a_family(ground, yana, eva), a_family(ground, boris, eva)
    await ground.plant()
    plan = a_plan(class_7a, hearers=Hearers.PARENTS, ask=replace(ASK, choices=choices))
    number = await kept(ground, plan, teacher)

    async with ground.turn() as tx:
        await tx.broadcasts.set_off(number, at=NOW)
        await tx.addressed.address(seed.school, number, [of_yana, replace(of_boris, members=())])
        missed = await tx.addressed.missed(mother, [yana, boris])
        found = await tx.newcomers.untold(seed.school, today=date(2026, 11, 20), since=NOW)
        await tx.addressed.address(seed.school, number, [of_boris])
        missed_then = await tx.addressed.missed(mother, [yana, boris])
        then = await tx.newcomers.untold(seed.school, today=date(2026, 11, 20), since=NOW)

    assert dict(missed) == ({number: [boris]} if choices else {})
    assert dict(found) == ({number: [(mother, boris)]} if choices else {})
    assert (dict(missed_then), dict(then)) == ({}, {})


async def test_who_takes_messages_by_now_and_was_not_told_is_found(ground: Ground) -> None:
    seed = ground.seed
    class_7a, class_7b = seed.a_class("7А"), seed.a_class("7Б")
    yana, oleg = seed.a_pupil("Яна", class_id=class_7a), seed.a_pupil("Олег", class_id=class_7a)
    ivan = seed.a_pupil("Иван", class_id=class_7b)
    told, newcomer, _stranger = (seed.a_guardian(yana) for _ in range(3))
    of_oleg, of_ivan, teacher = seed.a_guardian(oleg), seed.a_guardian(ivan), seed.a_teacher()
    seed.an_account(told, newcomer, of_oleg, of_ivan, yana)
    known = Hearer(told, seed.name(told), True)
    missed = Hearer(newcomer, seed.name(newcomer), True, WhyNot.BLOCKED)
    family = a_family(ground, yana, known, missed)
    await ground.plant()
    plan = a_plan(class_7a, hearers=Hearers.PARENTS, ask=None)
    of_class = await kept(ground, plan, teacher)
    chosen = await kept(ground, replace(plan, scope=replace(plan.scope, pupils=(oleg,))), teacher)
    of_school = await kept(ground, replace(plan, scope=Scope(Whom.SCHOOL)), teacher)
    of_pupils = await kept(ground, replace(plan, hearers=Hearers.PUPILS), teacher)
    waiting = await kept(ground, plan, teacher)

    async with ground.turn() as tx:
        for one in (of_class, chosen, of_school, of_pupils):
            await tx.broadcasts.set_off(one, at=NOW)
        await tx.addressed.address(seed.school, of_class, [family])
        found, late = [
            await tx.newcomers.untold(seed.school, today=date(2026, 11, 20), since=since)
            for since in (NOW, LATER)
        ]

    assert waiting not in found
    assert dict(found) == {
        of_class: [(newcomer, yana), (of_oleg, oleg)],
        chosen: [(of_oleg, oleg)],
        of_school: sorted([(told, yana), (newcomer, yana), (of_oleg, oleg), (of_ivan, ivan)]),
        of_pupils: [(yana, yana)],
    }
    assert dict(late) == {}


async def test_what_is_to_be_answered_later_counts_however_old(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class()
    mother, teacher = seed.a_guardian(seed.a_pupil(class_id=class_7a)), seed.a_teacher()
    seed.an_account(mother)
    await ground.plant()
    number = await kept(ground, a_plan(class_7a, hearers=Hearers.PARENTS), teacher)

    async with ground.turn() as tx:
        await tx.broadcasts.set_off(number, at=NOW)
        ask = tx.newcomers.untold
        before = await ask(seed.school, today=date(2026, 11, 23), since=LATER)
        after = await ask(seed.school, today=date(2026, 11, 24), since=LATER)

    assert (list(before), list(after)) == ([number], [])


@pytest.mark.parametrize(
    ("ending", "reason", "again"),
    [
        (Ending.REFUSED, Why.UNREACHABLE, True),
        (Ending.REFUSED, Why.NOT_LINKED, True),
        (Ending.EXPIRED, Why.TOO_LATE, True),
        (Ending.EXPIRED, Why.OVERTAKEN, True),
        (Ending.EXPIRED, Why.NO_RIGHT, True),
        (Ending.REFUSED, Why.REJECTED, False),
        (Ending.EXPIRED, Why.SWITCHED_OFF, False),
        (Ending.UNKNOWN, "", False),
        (Ending.DELIVERED, "", False),
    ],
)
async def test_who_was_written_to_in_vain_is_found_again(
    ground: Ground, ending: Ending, reason: str, *, again: bool
) -> None:
    seed = ground.seed
    class_7a = seed.a_class()
    yana = seed.a_pupil("Яна", class_id=class_7a)
    mother, teacher = seed.a_guardian(yana), seed.a_teacher()
    seed.an_account(mother)
    family = a_family(ground, yana, Hearer(mother, seed.name(mother), True))
    await ground.plant()
    number = await kept(ground, a_plan(class_7a, hearers=Hearers.PARENTS), teacher)
    draft = replace(a_draft(ground, number, mother, Change.NEW), about=yana)

    async with ground.turn() as tx:
        await tx.broadcasts.set_off(number, at=NOW)
        await tx.addressed.address(seed.school, number, [family])
        await tx.outbox.put([draft])
        (row,) = await tx.outbox.rows(seed.school)
        ask = tx.newcomers.untold
        waiting = await ask(seed.school, today=date(2026, 11, 20), since=NOW)
        await _leaves(tx, row.notice.id, ending, reason)
        found = await ask(seed.school, today=date(2026, 11, 20), since=NOW)
        await tx.outbox.put([draft])
        under_way = await ask(seed.school, today=date(2026, 11, 20), since=NOW)

    assert (dict(waiting), dict(under_way)) == ({}, {})
    assert dict(found) == ({number: [(mother, yana)]} if again else {})


async def test_whose_right_ended_for_one_child_is_found_for_the_other(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class()
    yana, boris = seed.a_pupil("Яна", class_id=class_7a), seed.a_pupil("Борис", class_id=class_7a)
    mother, teacher = seed.a_guardian(yana, boris), seed.a_teacher()
    seed.an_account(mother)
    told = Hearer(mother, seed.name(mother), True)
    families = [a_family(ground, one, told) for one in (yana, boris)]
    await ground.plant()
    number = await kept(ground, a_plan(class_7a, hearers=Hearers.PARENTS), teacher)
    drafts = [replace(a_draft(ground, number, mother, it), about=yana) for it in Change]

    async with ground.turn() as tx:
        await tx.broadcasts.set_off(number, at=NOW)
        await tx.addressed.address(seed.school, number, families)
        ask = tx.newcomers.untold
        found = []
        for draft, ending, reason in (
            (drafts[0], Ending.EXPIRED, Why.NO_RIGHT),
            (drafts[0], Ending.DELIVERED, ""),
            (drafts[1], Ending.EXPIRED, Why.NO_RIGHT),
        ):
            await tx.outbox.put([draft])
            *_, row = await tx.outbox.rows(seed.school)
            await _leaves(tx, row.notice.id, ending, reason)
            found.append(await ask(seed.school, today=date(2026, 11, 20), since=NOW))

    lost = {number: sorted([(mother, yana), (mother, boris)])}
    assert [dict(one) for one in found] == [lost, {}, lost]


@pytest.mark.parametrize("choices", [(), ("Да", "Нет")])
async def test_what_was_asked_about_one_child_is_open_for_whom_the_right_had_ended(
    ground: Ground, choices: tuple[str, ...]
) -> None:
    seed = ground.seed
    class_7a = seed.a_class()
    yana, boris = seed.a_pupil("Яна", class_id=class_7a), seed.a_pupil("Борис", class_id=class_7a)
    mother, teacher = seed.a_guardian(yana, boris), seed.a_teacher()
    seed.an_account(mother)
    told = Hearer(mother, seed.name(mother), True)
    families = [a_family(ground, one, told) for one in (yana, boris)]
    await ground.plant()
    plan = a_plan(class_7a, hearers=Hearers.PARENTS, ask=replace(ASK, choices=choices))
    number = await kept(ground, plan, teacher)

    async with ground.turn() as tx:
        await tx.broadcasts.set_off(number, at=NOW)
        await tx.addressed.address(seed.school, number, families)
        found = []
        for about, ending, reason in (
            (yana, Ending.EXPIRED, Why.NO_RIGHT),
            (boris, Ending.DELIVERED, ""),
            (yana, Ending.DELIVERED, ""),
        ):
            draft = replace(a_draft(ground, number, mother, Change.NEW), about=about)
            await tx.outbox.put([draft])
            *_, row = await tx.outbox.rows(seed.school)
            await _leaves(tx, row.notice.id, ending, reason)
            ask = tx.newcomers.untold
            found.append(dict(await ask(seed.school, today=date(2026, 11, 20), since=NOW)))

    both = {number: sorted([(mother, yana), (mother, boris)])}
    assert found == [both, {number: [(mother, yana)]} if choices else {}, {}]


async def test_an_answer_is_given_once_and_a_choice_may_be_changed(ground: Ground) -> None:
    teacher, class_7a = ground.seed.a_teacher(), ground.seed.a_class()
    other = ground.seed.a_person()
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), teacher)
    first = Answer(ground.seed.school, number, 1, teacher, teacher, 1, NOW, "d")
    same, changed = replace(first, at=LATER), replace(first, choice=2, at=LATER)

    async with ground.turn() as tx:
        taken = [await tx.broadcast_answers.answer(one) for one in (first, same)]
        known = await tx.broadcast_answers.answers(number, 1)
        anew = await tx.broadcast_answers.answer(changed)
        found = await tx.broadcast_answers.answer_of(number, 1, [teacher, other])
        of_other = await tx.broadcast_answers.answer_of(number, 1, [other])
        of_next = await tx.broadcast_answers.answers(number, 2)

    assert (taken, list(known), anew) == ([True, False], [first], True)
    assert (list(found), list(of_other), list(of_next)) == ([changed], [], [])


async def test_a_person_answers_for_each_child(ground: Ground) -> None:
    mother, class_7a = ground.seed.a_teacher(), ground.seed.a_class()
    yana, yan = ground.seed.a_person("Яна"), ground.seed.a_person("Ян")
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), mother)
    first = Answer(ground.seed.school, number, 1, mother, yana, 1, NOW, "d")
    second, changed = replace(first, about=yan, choice=2), replace(first, choice=2, at=LATER)

    async with ground.turn() as tx:
        taken = [await tx.broadcast_answers.answer(one) for one in (first, second, first)]
        known = await tx.broadcast_answers.answers(number, 1)
        await tx.broadcast_answers.answer(changed)
        found = await tx.broadcast_answers.answer_of(number, 1, [mother])

    assert (taken, list(known)) == ([True, True, False], [first, second])
    assert list(found) == [second, changed]


async def test_answers_to_all_earlier_versions_are_kept(ground: Ground) -> None:
    teacher, class_7a = ground.seed.a_teacher(), ground.seed.a_class()
    other = ground.seed.a_person()
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), teacher)
    first = Answer(ground.seed.school, number, 1, teacher, teacher, 1, NOW, "d")
    second = replace(first, version=2, choice=2, at=LATER)
    of_other = replace(first, person=other, about=other)
    now = replace(of_other, version=3)

    async with ground.turn() as tx:
        for one in (first, second, of_other, now):
            await tx.broadcast_answers.answer(one)
        before = [await tx.broadcast_answers.earlier(number, it) for it in (1, 2, 3)]

    assert [list(one) for one in before] == [
        [],
        [first, of_other],
        [first, of_other, second],
    ]


async def test_a_teacher_s_courses_are_those_of_today(ground: Ground) -> None:
    seed = ground.seed
    algebra, old = seed.a_course(title="Алгебра"), seed.a_course(title="Музыка")
    class_7a = seed.a_class()
    teacher = seed.a_teacher(algebra, class_7a)
    seed.enrolled(teacher, old, role="teacher", ends=date(2026, 10, 1))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.circles.courses_of(teacher)
        course, no_course = await tx.circles.course(old), await tx.circles.course(class_7a)  # type: ignore[arg-type]  # a class's number on purpose
        titles = await tx.circles.titles([algebra, class_7a])

    assert [(one.id, one.title, one.school) for one in found] == [
        (algebra, "Алгебра, 7А", seed.school)
    ]
    assert (course is not None, no_course) == (True, None)
    assert list(titles) == ["7А", "Алгебра, 7А"]


async def test_a_scope_holds_its_pupils_of_today(ground: Ground) -> None:
    seed = ground.seed
    class_7a, class_7b = seed.a_class("7А"), seed.a_class("7Б")
    yana = seed.a_pupil("Яна", class_id=class_7a, family="Яшина")
    anna = seed.a_pupil("Анна", class_id=class_7a, family="Ёлкина")
    oleg = seed.a_pupil("Олег", class_id=class_7b)
    left = seed.a_pupil("Рим")
    seed.enrolled(left, class_7a, ends=date(2026, 11, 1))
    course = seed.a_course(yana, oleg)
    await ground.plant()

    async with ground.turn() as tx:
        ask = tx.circles.pupils_in
        of_school = await ask(seed.school, Scope(Whom.SCHOOL))
        of_class = await ask(seed.school, Scope(Whom.CLASSES, (class_7a,)))
        of_course = await ask(seed.school, Scope(Whom.COURSES, (course,)))
        chosen = await ask(seed.school, Scope(Whom.CLASSES, (class_7a,), (yana, oleg)))

    assert [one.pupil for one in of_school] == [anna, yana, oleg]
    assert [(one.pupil, one.class_title) for one in of_class] == [(anna, "7А"), (yana, "7А")]
    assert [one.pupil for one in of_course] == [yana, oleg]
    assert [one.pupil for one in chosen] == [yana]


async def test_a_member_who_cannot_be_told_says_why(ground: Ground) -> None:
    seed = ground.seed
    yana = seed.a_pupil("Яна", class_id=seed.a_class())
    told, stranger = seed.a_guardian(yana, phone="+7 1"), seed.a_guardian(yana)
    blocked, refused = seed.a_guardian(yana), seed.a_guardian(yana)
    seed.a_guardian(yana, enabled=False)
    seed.an_account(told, refused)
    seed.an_account(blocked, reachable=False)
    seed.a_consent(refused, yana)
    child = Child(yana, seed.name(yana), "7А")
    await ground.plant()

    async with ground.turn() as tx:
        (family,) = await tx.circles.members([child])

    assert family.child == child
    assert [(one.person, one.is_guardian, one.why) for one in family.members] == [
        (told, True, None),
        (stranger, True, WhyNot.NOT_LINKED),
        (blocked, True, WhyNot.BLOCKED),
        (refused, True, WhyNot.REFUSED),
        (yana, False, WhyNot.NOT_LINKED),
    ]
    assert family.members[0].phone == "+7 1"


async def test_templates_are_own_or_the_school_s(ground: Ground) -> None:
    seed = ground.seed
    mine, other = seed.a_teacher(), seed.a_teacher()
    await ground.plant()
    ask = replace(ASK, by=None)
    own = Template(TemplateId(0), seed.school, mine, "Экскурсия", CONTENT, ask)
    shared = replace(own, owner=None, title="Собрание", ask=None)

    async with ground.turn() as tx:
        first = await tx.templates.add(own, by=mine, at=NOW)
        second = await tx.templates.add(shared, by=mine, at=NOW)
        of_mine, of_other = [await tx.templates.of(seed.school, it) for it in (mine, other)]
        await tx.templates.drop(second, at=LATER)
        left = await tx.templates.of(seed.school, other)

    assert list(of_mine) == [replace(shared, id=second), replace(own, id=first)]
    assert (list(of_other), list(left)) == ([replace(shared, id=second)], [])


def a_draft(ground: Ground, number: BroadcastId, person: PersonId, change: Change) -> Draft:
    return Draft(
        ground.seed.school,
        person,
        PupilId(person),
        NoticeKind.BROADCAST,
        number,
        change,
        NOW,
        Lane.BROADCAST,
        valid_until=LATER,
    )


@pytest.mark.parametrize(
    ("ending", "reached", "unrepeated"),
    [(Ending.DELIVERED, 1, 0), (Ending.REFUSED, 0, 0), (Ending.UNKNOWN, 1, 1)],
)
async def test_the_ledger_tells_whom_a_broadcast_reached(
    ground: Ground, ending: Ending, reached: int, unrepeated: int
) -> None:
    seed = ground.seed
    teacher, class_7a, mother = seed.a_teacher(), seed.a_class(), seed.a_person()
    seed.an_account(mother)
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), teacher)
    draft = a_draft(ground, number, mother, Change.NEW)

    async with ground.turn() as tx:
        await tx.broadcasts.set_off(number, at=NOW)
        await tx.outbox.put([draft])
        waiting = await tx.broadcast_ledger.tellings(number)
        (row,) = await tx.outbox.rows(seed.school)
        nobody = await tx.broadcast_ledger.reached(number)
    async with ground.turn() as tx:
        await _leaves(tx, row.notice.id, ending)
        told = await tx.broadcast_ledger.tellings(number)
        whom = await tx.broadcast_ledger.reached(number)
        lost = await tx.broadcast_ledger.unrepeated(seed.school, now=NOW)
        too_late = await tx.broadcast_ledger.unrepeated(seed.school, now=LATER)
        await tx.outbox.put([replace(one, change=Change.REPEATED) for one in lost])
        again = await tx.broadcast_ledger.unrepeated(seed.school, now=NOW)

    assert list(waiting) == [Telling(mother, Change.NEW, None)]
    assert list(told) == [Telling(mother, Change.NEW, ending)]
    assert (list(nobody), list(whom)) == ([], [(mother, mother)][:reached])
    assert (list(lost), list(again), list(too_late)) == ([draft][:unrepeated], [], [])


async def _leaves(tx, notice, ending: Ending, reason: str = "") -> None:  # noqa: ANN001 - any transaction
    until = NOW + timedelta(minutes=2)
    rules = [_opening(one) for one in await tx.delivery.all()]
    await tx.outbox.claim(rules, now=NOW, lease=timedelta(minutes=2), most=9)
    await tx.outbox.sending([notice], "text", lease_until=until)
    await tx.outbox.settle([notice], ending, at=NOW, reason=reason)


def _opening(one):  # noqa: ANN001, ANN202 - as the relay asks
    from core.notices.timing import opening  # noqa: PLC0415 - beside its only use

    return opening(one, NOW)


async def test_a_card_is_followed_until_it_is_forgotten(ground: Ground) -> None:
    seed = ground.seed
    teacher, class_7a = seed.a_teacher(), seed.a_class()
    account = seed.an_account(teacher)
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), teacher)
    card = LiveCard(seed.school, number, account, "5", "pulse")
    newer = replace(card, message_id="6")

    async with ground.turn() as tx:
        await tx.cards.follow(card, at=NOW, until=LATER)
        await tx.cards.follow(newer, at=NOW, until=LATER)
        found = await tx.cards.followed(now=NOW, shown_before=NOW)
        just_shown = await tx.cards.followed(now=NOW, shown_before=NOW - timedelta(seconds=1))
        over = await tx.cards.followed(now=LATER, shown_before=NOW)
        taken = [await tx.cards.take(newer, pulse="next", at=NOW) for _ in range(2)]
        await tx.cards.forget(card)
        kept_on = await tx.cards.followed(now=NOW, shown_before=NOW)
        await tx.cards.forget(newer)
        left = await tx.cards.followed(now=NOW, shown_before=NOW)

    assert (list(found), list(just_shown), list(over)) == ([newer], [], [])
    assert taken == [True, False]
    assert (list(kept_on), list(left)) == ([replace(newer, shown="next")], [])


async def test_a_pulse_changes_with_what_a_card_shows(ground: Ground) -> None:
    seed = ground.seed
    teacher, class_7a, mother = seed.a_teacher(), seed.a_class(), seed.a_person()
    await ground.plant()
    number = await kept(ground, a_plan(class_7a), teacher)
    pulses = []

    async with ground.turn() as tx:

        async def feel() -> None:
            pulses.append((await tx.cards.pulses([number]))[number])

        await feel()
        await tx.broadcasts.set_off(number, at=NOW)
        await feel()
        await tx.outbox.put([a_draft(ground, number, mother, Change.NEW)])
        await feel()
        answer = Answer(seed.school, number, 1, mother, mother, 1, NOW)
        await tx.broadcast_answers.answer(answer)
        await feel()
        await tx.broadcast_answers.answer(replace(answer, choice=2, at=LATER))
        await feel()
        await feel()

    assert len(set(pulses)) == 5
    assert pulses[-1] == pulses[-2]
