"""What a person chooses is kept for this person, and nobody else's to see or change."""

from datetime import timedelta

import pytest

from bot.callbacks.notices import ReadNews
from bot.callbacks.preferences import (
    ChooseNights,
    ChooseTiming,
    ChooseWording,
    ForgetPreferences,
    OpenAlways,
    OpenNights,
    OpenPreferences,
    OpenTopic,
)
from core.ids import NoticeId, PersonId
from core.notices.ledger import Change, Draft, Ending, Lane, NoticeKind
from core.notices.preferences import CHOSE_NOTHING, Nights, Preferences, Timing, Topic
from core.notices.timing import Opening
from tests.core.builders import MOSCOW
from tests.handlers.chat import Chat, Town
from tests.school.records import Lesson
from tests.screens.views import RU, labels, read


async def chosen_by(town: Town, person: PersonId) -> Preferences:
    async with town.school.transaction() as turn:
        return await turn.preferences.of(person)


async def test_the_way_to_a_choice_leads_through_the_settings(town: Town, father: Chat) -> None:
    await father.sends("/settings")
    await father.taps("Новости и тихие часы")
    await father.taps("1")

    screen = await father.taps("Вечером")

    assert read(screen)[:2] == ["Новости", "1. Отметки: вечером"]
    assert screen.toast == "Отметки: вечером"
    assert await chosen_by(town, town.father) == CHOSE_NOTHING.timed(Topic.MARKS, Timing.EVENING)


async def test_two_guardians_of_a_child_choose_each_for_themselves(
    town: Town, mother: Chat, father: Chat
) -> None:
    await father.taps(ChooseTiming(person=town.father, topic=Topic.HOMEWORK, timing=Timing.OFF))

    screen = await mother.taps(OpenPreferences())

    assert "3. Домашние задания: сразу" in read(screen)


async def test_the_choice_is_marked_and_a_second_tap_changes_nothing(
    town: Town, father: Chat
) -> None:
    tapped = ChooseTiming(person=town.father, topic=Topic.MARKS, timing=Timing.WEEKLY)
    await father.taps(tapped)
    await father.taps(tapped)

    screen = await father.taps(OpenTopic(person=town.father, topic=Topic.MARKS))

    assert labels(screen) == [
        ["Сразу", "Вечером"],
        ["• Раз в неделю", "Не сообщать"],
        ["Новости"],
    ]


async def test_a_reminder_has_no_digest_to_choose(town: Town, father: Chat) -> None:
    screen = await father.taps(OpenTopic(person=town.father, topic=Topic.REVIEW))

    assert labels(screen) == [["• Сразу", "Не сообщать"], ["Новости"]]


async def test_what_cannot_be_put_off_says_why_with_the_clause(town: Town, father: Chat) -> None:
    screen = await father.taps(OpenAlways(person=town.father))

    assert "(A1.3)" in screen.text


async def test_quiet_hours_move_hour_by_hour_and_never_to_nothing(
    town: Town, father: Chat
) -> None:
    short = ChooseNights(person=town.father, nights=Nights.OWN, begin=6 * 60, end=7 * 60)

    screen = await father.taps(short)

    assert read(screen)[0] == "Тихие часы: 06:00–07:00, свои"
    assert labels(screen)[1] == ["с 05:00", "с 08:00", "до 05:00", "до 08:00"]


async def test_as_before_forgets_all_and_is_offered_only_then(town: Town, father: Chat) -> None:
    await father.taps(ChooseNights(person=town.father, nights=Nights.NONE, begin=0, end=60))
    await father.taps(ChooseWording(person=town.father, neutral=True))
    await father.taps(OpenPreferences(page=1))

    await father.taps("Вернуть как было")

    assert await chosen_by(town, town.father) == CHOSE_NOTHING
    assert labels(await father.taps(OpenPreferences(page=1)))[1] == ["Почему"]


async def test_staff_set_quiet_hours_only(leader: Chat) -> None:
    screen = await leader.taps(OpenPreferences())

    assert read(screen) == ["Новости", "Тихие часы: 21:00–07:00, как в школе"]
    assert labels(screen) == [["Тихие часы и время"], ["Настройки"]]


async def test_who_is_two_persons_says_which_one(town: Town, father: Chat) -> None:
    await father.sends(await town.code_for(town.leader))

    screen = await father.taps(OpenPreferences())

    assert labels(screen) == [
        ["Маша · Школа № 1"],
        ["по работе · Школа № 1"],
        ["Настройки"],
    ]


async def test_nobody_sees_or_changes_another_s_choices(town: Town, father: Chat) -> None:
    theirs = town.mother
    foreign = [
        OpenPreferences(person=theirs),
        OpenTopic(person=theirs, topic=Topic.MARKS),
        OpenAlways(person=theirs),
        OpenNights(person=theirs),
        ChooseTiming(person=theirs, topic=Topic.MARKS, timing=Timing.OFF),
        ChooseNights(person=theirs, nights=Nights.NONE, begin=0, end=1),
        ChooseWording(person=theirs, neutral=True),
        ForgetPreferences(person=theirs),
        OpenPreferences(person=2**63 - 1),
    ]

    screens = [await father.taps(one) for one in foreign]

    assert {one.toast for one in screens} == {RU.label("refusal-access")}
    assert await chosen_by(town, theirs) == CHOSE_NOTHING


async def test_a_stranger_is_told_how_to_come_in(town: Town) -> None:
    screen = await town.stranger().taps(OpenPreferences(person=town.mother))

    assert screen.text.startswith(RU.say("stranger"))


@pytest.mark.parametrize(
    "data", ["when1:1:weather:now", "when1:1:marks:never", "hush1:1:own:0:1440", "plain1:0:1"]
)
async def test_a_button_that_was_never_ours_leads_to_the_menu(father: Chat, data: str) -> None:
    screen = await father.taps_raw(data)

    assert screen.toast == RU.label("old-button")


async def told_neutrally(town: Town, person: PersonId, *abouts: int) -> NoticeId:
    """Deliver homework of each pupil to a person in one message without words."""
    async with town.school.transaction() as turn:
        now = town.clock.now()
        lesson = next(iter(town.school.world.tables[Lesson]))
        (school,) = [one.id for one in await turn.schools.all()]
        drafts = [
            Draft(school, person, one, NoticeKind.HOMEWORK, lesson, Change.NEW, now)  # type: ignore[arg-type]  # a pupil's number
            for one in abouts
        ]
        await turn.outbox.put(drafts)
        opening = Opening(school, now, Lane.BROADCAST, MOSCOW)
        (batch,) = await turn.outbox.claim([opening], now=now, lease=timedelta(minutes=1), most=1)
        ids = [one.id for one in batch.notices]
        await turn.outbox.sending(ids, "новости", lease_until=now, opened_by=ids[0])
        await turn.outbox.settle(ids, Ending.DELIVERED, at=now)
    return ids[0]


async def test_news_kept_back_are_told_to_a_tap(town: Town, father: Chat) -> None:
    notice = await told_neutrally(town, town.father, town.masha)

    screen = await father.taps(ReadNews(notice=notice))

    assert read(screen)[0] == "🏠 Маша · алгебра, новое задание"


async def test_of_a_child_whom_the_reader_may_see_no_more_nothing_is_told(
    town: Town, father: Chat
) -> None:
    both = await told_neutrally(town, town.father, town.vera, town.masha)
    foreign = await told_neutrally(town, town.father, town.vera)

    of_both, of_the_foreign = (
        await father.taps(ReadNews(notice=both)),
        await father.taps(ReadNews(notice=foreign)),
    )

    assert "Вера" not in of_both.text
    assert "Маша" in of_both.text
    assert of_the_foreign.toast == RU.label("refusal-access")


async def test_news_of_somebody_else_and_of_nobody_are_not_told(
    town: Town, mother: Chat, father: Chat
) -> None:
    notice = await told_neutrally(town, town.mother, town.masha)

    by_another = await father.taps(ReadNews(notice=notice))
    of_nobody = await mother.taps(ReadNews(notice=NoticeId(2**63 - 1)))

    assert by_another.toast == RU.label("refusal-access")
    assert of_nobody.toast == RU.label("refusal-access")
