"""Who hears of a pupil: the same on every store."""

from datetime import date, timedelta

from core.access.people import Role
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY


async def test_linked_guardians_and_the_linked_pupil_hear(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    mother, father = seed.a_guardian(pupil), seed.a_guardian(pupil)
    seed.a_guardian(pupil)
    for person in (mother, father, pupil):
        seed.an_account(person)
    await ground.plant()

    async with ground.turn() as tx:
        families = await tx.audience.families([pupil])

    assert {of: list(hearers) for of, hearers in families.items()} == {
        pupil: [mother, father, pupil]
    }


async def test_nobody_hears_of_another_family_s_child(ground: Ground) -> None:
    seed = ground.seed
    masha, petya = seed.a_pupil("Маша"), seed.a_pupil("Петя")
    of_masha, of_petya, of_both = (
        seed.a_guardian(masha),
        seed.a_guardian(petya),
        seed.a_guardian(masha, petya),
    )
    seed.an_account(of_masha)
    seed.an_account(of_petya)
    seed.an_account(of_both)
    await ground.plant()

    async with ground.turn() as tx:
        families = await tx.audience.families([masha, petya])

    assert {of: set(hearers) for of, hearers in families.items()} == {
        masha: {of_masha, of_both},
        petya: {of_petya, of_both},
    }


async def test_what_is_over_gives_no_right_to_hear(ground: Ground) -> None:
    seed = ground.seed
    pupil, gone_pupil = seed.a_pupil(), seed.a_pupil(gone_at=LONG_AGO)
    no_guardian = seed.a_guardian()
    seed.a_guardianship(pupil, no_guardian, gone_at=LONG_AGO)
    gone, shut_out = (
        seed.a_guardian(pupil, gone_at=LONG_AGO),
        seed.a_guardian(pupil, enabled=False),
    )
    unlinked = seed.a_guardian(pupil)
    account = seed.an_account(no_guardian, gone, shut_out, seed.a_guardian(gone_pupil))
    seed.a_link(unlinked, account, ended_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        families = await tx.audience.families([pupil, gone_pupil])

    assert [of for of, hearers in families.items() if hearers] == []


async def test_the_latest_word_on_electronic_delivery_counts(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    refused, withdrew, came_back = (seed.a_guardian(pupil) for _ in range(3))
    seed.a_consent(refused, pupil, state="refused")
    seed.a_consent(withdrew, pupil, state="withdrawn", day=DAY)
    seed.a_consent(withdrew, pupil, state="given", day=date(2026, 9, 1))
    seed.a_consent(came_back, pupil, state="refused", day=date(2026, 9, 1))
    seed.a_consent(came_back, pupil, state="given", day=DAY)
    seed.a_consent(came_back, pupil, state="refused", day=DAY, gone_at=LONG_AGO)
    for person in (refused, withdrew, came_back):
        seed.an_account(person)
    await ground.plant()

    async with ground.turn() as tx:
        families = await tx.audience.families([pupil])

    assert list(families[pupil]) == [came_back]


async def test_a_refusal_is_of_one_channel_and_one_child(ground: Ground) -> None:
    seed = ground.seed
    masha, petya = seed.a_pupil("Маша"), seed.a_pupil("Петя")
    by_chat, by_mail = seed.a_guardian(masha, petya), seed.a_guardian(masha)
    seed.a_consent(by_chat, masha, subject="telegram")
    seed.a_consent(by_mail, masha, subject="telegram")
    seed.an_account(by_chat)
    seed.an_account(by_mail, channel="email", value="g@example.org")
    await ground.plant()

    async with ground.turn() as tx:
        families = await tx.audience.families([masha, petya])

    assert {of: list(hearers) for of, hearers in families.items() if hearers} == {
        masha: [by_mail],
        petya: [by_chat],
    }


async def test_who_cannot_be_reached_stays_in_the_ledger_s_audience(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    guardian = seed.a_guardian(pupil)
    seed.an_account(guardian, reachable=False)
    await ground.plant()

    async with ground.turn() as tx:
        families = await tx.audience.families([pupil])

    assert list(families[pupil]) == [guardian]


async def test_who_is_reached_has_a_way_that_takes_messages_and_is_agreed_to(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    in_chat, shut, by_letter, unwanted, shut_box = (seed.a_guardian(pupil) for _ in range(5))
    seed.an_account(in_chat)
    for person in (shut, by_letter, unwanted, shut_box):
        seed.an_account(person, reachable=False)
    seed.a_consent(unwanted, pupil, subject="email")
    await ground.plant()

    async with ground.turn() as tx:
        for person in (by_letter, unwanted, shut_box):
            await tx.mailboxes.keep_mailbox(
                seed.school, person, f"{person}@example.org", language="ru", at=LONG_AGO
            )
        box = await tx.mailboxes.mailbox_of(shut_box)
        assert box
        await tx.directory.set_reachable(box.account.id, reachable=False)
        reached = await tx.audience.reached([pupil])
        reached_in_chat = await tx.audience.reached_in_chat([pupil])

    assert list(reached[pupil]) == [in_chat, by_letter]
    assert list(reached_in_chat[pupil]) == [in_chat]


async def test_a_lesson_is_for_the_pupils_of_its_course_on_that_day(ground: Ground) -> None:
    seed = ground.seed
    own, other = seed.a_pupil(), seed.a_pupil()
    left, gone = seed.a_pupil(), seed.a_pupil(gone_at=LONG_AGO)
    course = seed.a_course(own, gone)
    seed.enrolled(left, course, ends=date(2026, 11, 19))
    seed.a_teacher(course)
    lesson, elsewhere = seed.a_lesson(course), seed.a_lesson(seed.a_course(other))
    await ground.plant()

    async with ground.turn() as tx:
        pupils = await tx.audience.pupils_of([lesson, elsewhere])

    assert {of: list(some) for of, some in pupils.items()} == {lesson: [own], elsewhere: [other]}


async def test_a_lesson_that_was_removed_is_for_whom_it_was(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    lesson = seed.a_lesson(seed.a_course(pupil), gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        pupils = await tx.audience.pupils_of([lesson])

    assert {of: list(some) for of, some in pupils.items()} == {lesson: [pupil]}


async def test_class_teachers_of_a_guardian_s_children_hear_who_is_unreachable(
    ground: Ground,
) -> None:
    seed = ground.seed
    first, second = seed.a_class("5А"), seed.a_class("9Б")
    older, younger = seed.a_pupil(class_id=second), seed.a_pupil(class_id=first)
    guardian = seed.a_guardian(older, younger)
    linked, unlinked = seed.a_teacher(first), seed.a_teacher(second)
    seed.an_account(linked)
    await ground.plant()

    async with ground.turn() as tx:
        of_guardian = await tx.audience.class_teachers(guardian)
        of_pupil = await tx.audience.class_teachers(younger)
        of_other = await tx.audience.class_teachers(unlinked)

    assert list(of_guardian) == [(younger, linked)]
    assert list(of_pupil) == [(younger, linked)]
    assert list(of_other) == []


async def test_the_leaders_of_a_class_are_its_linked_class_teachers_of_today(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_7a, class_7b = seed.a_class("7А"), seed.a_class("7Б")
    leader, other = seed.a_teacher(class_7a), seed.a_teacher(class_7b)
    silent, before = seed.a_teacher(class_7a), seed.a_teacher()
    seed.enrolled(before, class_7a, role="teacher", ends=DAY - timedelta(days=1))
    for person in (leader, other, before):
        seed.an_account(person)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.audience.leaders(class_7a)

    assert list(found) == [leader]
    assert silent not in found


async def test_class_teachers_of_pupils_are_asked_for_together(ground: Ground) -> None:
    seed = ground.seed
    class_7a, class_7b = seed.a_class("7А"), seed.a_class("7Б")
    masha, petya = seed.a_pupil("Маша", class_id=class_7a), seed.a_pupil(class_id=class_7b)
    nobodys = seed.a_pupil()
    first, second = seed.a_teacher(class_7a), seed.a_teacher(class_7b)
    for person in (first, second):
        seed.an_account(person)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.audience.class_teachers_of([masha, petya, nobodys])

    assert {of: list(some) for of, some in found.items()} == {masha: [first], petya: [second]}


async def test_who_led_a_class_until_yesterday_or_is_shut_out_hears_nothing_of_it(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_7a = seed.a_class("7А")
    pupil = seed.a_pupil(class_id=class_7a)
    disabled, gone = seed.a_teacher(class_7a, enabled=False), seed.a_teacher(class_7a)
    until_yesterday, deputy = seed.a_teacher(), seed.a_person(enabled=False)
    seed.a_role(deputy, Role.DEPUTY_HEAD)
    seed.enrolled(until_yesterday, class_7a, role="teacher", ends=DAY - timedelta(days=1))
    for person in (disabled, until_yesterday, deputy):
        seed.an_account(person)
    seed.a_link(gone, seed.an_account(), ended_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        heard = [
            list(await tx.audience.class_teachers(pupil)),
            [
                one
                for some in (await tx.audience.class_teachers_of([pupil])).values()
                for one in some
            ],
            list(await tx.audience.leaders(class_7a)),
            list((await tx.reviews.leaders(seed.school, DAY)).values()),
            list(await tx.audience.administration(seed.school)),
        ]

    assert heard == [[], [], [], [], []]
