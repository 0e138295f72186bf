"""A family chooses what to hear, when, and in which words; the school's alerts pass all of it."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.composition.rules_in_force import Overrides
from bot.composition.use_cases import UseCases, use_cases_of
from core.access.people import Address, Channel
from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school, a_second_school, with_absence, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.test_untrusted import taps_button
from tests.stories.town import Town

MARK = "5 — ответ, 19 ноября"


def with_two_children_marked() -> Files:
    return with_mark(a_school(), "m4", work="w4", pupil="p1", score="5").change(
        "results", "m6", score="4"
    )


async def opens_news(person: Person) -> None:
    await person.sends("/settings")
    await person.taps("Новости и тихие часы")


async def opens_topic(person: Person, topic: str) -> None:
    await opens_news(person)
    if topic not in person.screen.text:
        await person.taps("Дальше ›")
    line = next(one for one in person.screen.text.split("\n") if topic in one)
    await person.taps(line.partition(".")[0])


async def chooses(person: Person, topic: str, choice: str) -> None:
    await opens_topic(person, topic)
    await person.taps(choice)


def told(person: Person, since: int) -> list[str]:
    return [one.text for one in person.messages[since:]]


@ON_BOTH
async def test_an_evening_digest_tells_of_both_children_in_one_message(town: Town) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    await chooses(mother, "Отметки", "Вечером")
    so_far = len(mother.messages)
    await town.imports(with_two_children_marked())

    await town.evening_news()
    by_day = told(mother, so_far)
    town.clock.strikes("2026-11-20T18:00")
    await town.outbox_ticks()

    (digest,) = told(mother, so_far)
    assert by_day == []
    assert "Яна · 1 новость" in digest
    assert "Ян · 1 новость" in digest
    assert "Ян · 1 новость" in father.screen.text
    assert await town.endings() == {"delivered": 4}


async def test_what_comes_after_the_digest_s_hour_waits_for_the_next_evening(town: Town) -> None:
    mother = await town.comes_in("g1")
    await chooses(mother, "Отметки", "Вечером")
    so_far = len(mother.messages)
    town.clock.strikes("2026-11-20T18:30")
    await town.imports(with_two_children_marked())

    town.clock.strikes("2026-11-21T17:59")
    await town.outbox_ticks()
    before = told(mother, so_far)
    town.clock.strikes("2026-11-21T18:00")
    await town.outbox_ticks()

    assert before == []
    assert len(told(mother, so_far)) == 1


async def test_a_clock_that_jumps_over_the_digest_s_hour_loses_nothing(town: Town) -> None:
    mother = await town.comes_in("g1")
    await chooses(mother, "Отметки", "Вечером")
    await town.imports(with_two_children_marked())
    await town.outbox_ticks()

    town.clock.strikes("2026-11-24T09:00")
    await town.outbox_ticks()

    assert "Яна · 1 новость" in mother.screen.text
    assert await town.endings() == {"delivered": 2}


async def test_a_weekly_digest_comes_on_sunday_evening(town: Town) -> None:
    mother = await town.comes_in("g1")
    await chooses(mother, "Отметки", "Раз в неделю")
    so_far = len(mother.messages)
    await town.imports(with_two_children_marked())

    town.clock.strikes("2026-11-22T17:59")
    await town.outbox_ticks()
    on_sunday_afternoon = told(mother, so_far)
    town.clock.strikes("2026-11-22T18:00")
    await town.outbox_ticks()

    assert on_sunday_afternoon == []
    assert len(told(mother, so_far)) == 1


def with_homework_for(day: str) -> Files:
    return a_school().change("x_lessons", "7a-alg-20", homework="Повторить дроби", homeworkDue=day)


@ON_BOTH
async def test_homework_of_a_weekly_digest_comes_on_the_evening_before_it_is_due(
    town: Town,
) -> None:
    mother = await town.comes_in("g1")
    await chooses(mother, "Домашние задания", "Раз в неделю")
    so_far = len(mother.messages)
    town.clock.strikes("2026-11-23T10:00")
    await town.imports(with_homework_for("2026-11-25"))

    town.clock.strikes("2026-11-24T17:59")
    await town.outbox_ticks()
    before = told(mother, so_far)
    town.clock.strikes("2026-11-24T18:00")
    await town.outbox_ticks()

    assert before == []
    assert "Повторить дроби" in mother.screen.text
    assert await town.endings() == {"delivered": 1}


async def test_homework_for_tomorrow_comes_at_once_after_the_evening_s_digest(town: Town) -> None:
    mother = await town.comes_in("g1")
    await chooses(mother, "Домашние задания", "Вечером")
    town.clock.strikes("2026-11-23T18:30")

    await town.imports(with_homework_for("2026-11-24"))
    await town.outbox_ticks()

    assert "Повторить дроби" in mother.screen.text


async def test_a_digest_tells_a_mark_as_it_stands_in_the_evening(town: Town) -> None:
    mother = await town.comes_in("g1")
    await chooses(mother, "Отметки", "Вечером")
    first = with_mark(a_school(), "m4", work="w4", pupil="p1", score="2")
    await town.imports(first)
    town.clock.moves(hours=2)
    await town.outbox_ticks()

    await town.imports(first.change("results", "m4", score="5"))
    town.clock.strikes("2026-11-20T18:00")
    await town.outbox_ticks()

    assert MARK in mother.screen.text
    assert "Исправлено" not in mother.screen.text
    assert await town.endings() == {"delivered": 1, "expired: overtaken": 1}


@ON_BOTH
async def test_news_that_is_switched_off_ends_and_the_other_guardian_hears(town: Town) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    await chooses(mother, "Отметки", "Не сообщать")
    so_far = len(mother.messages)

    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="5"))
    await town.evening_news()

    assert told(mother, so_far) == []
    assert MARK in father.screen.text
    assert await town.endings() == {"expired: switched-off": 1, "delivered": 1}


async def test_an_absence_of_today_passes_every_choice(town: Town) -> None:
    mother = await town.comes_in("g1")
    await chooses(mother, "Пропуски прошлых дней", "Не сообщать")
    await opens_news(mother)
    await mother.taps("Тихие часы и время")
    await mother.taps("с 20:00")
    town.clock.strikes("2026-11-20T20:30")

    absent = with_absence(a_school(), "a2", lesson="7a-rus-20", pupil="p1")
    await town.imports(with_absence(absent, "a3", lesson="7a-rus-19", pupil="p1"))
    await town.outbox_ticks()
    town.clock.strikes("2026-11-21T08:00")
    await town.outbox_ticks()

    assert "нет на 2-м уроке (пт, 20 ноября" in mother.screen.text
    assert await town.endings() == {"delivered": 1, "expired: switched-off": 1}


async def test_why_an_alert_cannot_be_switched_off_is_a_tap_away(town: Town) -> None:
    mother = await town.comes_in("g1")

    await opens_news(mother)
    await mother.taps("Дальше ›")
    await mother.taps("Почему")

    assert mother.screen.text.startswith("Всегда сразу. Отложить или отключить это нельзя.\n")
    assert "(A1.3)" in mother.screen.text
    assert mother.screen.buttons == ["Новости"]


async def test_a_change_of_mind_lets_out_at_once_what_waited(town: Town) -> None:
    mother = await town.comes_in("g1")
    await chooses(mother, "Отметки", "Раз в неделю")
    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="5"))
    await town.evening_news()
    waiting = await town.endings()

    await opens_news(mother)
    await mother.taps("Дальше ›")
    await mother.taps("Вернуть как было")
    await town.outbox_ticks()

    assert waiting == {"waiting": 1}
    assert MARK in mother.screen.text


async def test_own_quiet_hours_stand_in_for_the_school_s(town: Town) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    await opens_news(mother)
    await mother.taps("Тихие часы и время")
    await mother.taps("до 08:00")
    kept = mother.screen.text
    so_far = len(mother.messages)
    town.clock.strikes("2026-11-20T21:30")
    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="5"))

    town.clock.strikes("2026-11-21T07:00")
    await town.outbox_ticks()
    at_seven = told(mother, so_far)
    town.clock.strikes("2026-11-21T08:00")
    await town.outbox_ticks()

    assert kept.startswith("Тихие часы: 21:00–08:00, свои")
    assert at_seven == []
    assert MARK in father.screen.text
    assert MARK in mother.screen.text


@ON_BOTH
async def test_who_wants_no_quiet_hours_hears_at_night(town: Town) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    await opens_news(mother)
    await mother.taps("Тихие часы и время")
    await mother.taps("Без тихих часов")
    so_far = len(father.messages)
    town.clock.strikes("2026-11-20T23:00")

    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="5"))
    await town.evening_news()

    assert MARK in mother.screen.text
    assert told(father, so_far) == []


@ON_BOTH
async def test_a_neutral_message_tells_nothing_until_it_is_opened(town: Town) -> None:
    mother = await town.comes_in("g1")
    await opens_news(mother)
    await mother.taps("Без подробностей")
    await town.imports(with_two_children_marked())
    await town.evening_news()
    discreet = mother.screen

    await mother.taps("Прочитать")

    assert discreet.text == "Есть новости · Я. Откройте дневник, чтобы прочитать."
    assert discreet.buttons == ["Прочитать"]
    assert mother.screen.id == discreet.id
    assert "Яна · 1 новость" in mother.screen.text
    assert "Ян · 1 новость" in mother.screen.text


async def test_a_neutral_message_opens_for_its_recipient_only(town: Town) -> None:
    mother, stranger = await town.comes_in("g1"), await town.comes_in("g3")
    await opens_news(mother)
    await mother.taps("Без подробностей")
    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="5"))
    await town.evening_news()

    await stranger.sends("/start")
    await taps_button(stranger, mother.screen.data_of("Прочитать"))

    assert stranger.screen.text.startswith("Этот экран вам не открыт.")


async def test_a_mark_taken_back_before_it_was_read_is_not_told(town: Town) -> None:
    mother = await town.comes_in("g1")
    await opens_news(mother)
    await mother.taps("Без подробностей")
    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="2"))
    await town.evening_news()
    discreet = mother.screen

    await town.imports(a_school())
    await mother.taps("Прочитать", on=discreet)

    assert mother.screen.text.startswith("Этой записи больше нет.")


async def test_the_digest_keeps_its_hour_over_the_change_of_clocks(town: Town) -> None:
    mother = await town.comes_in("g1")
    await chooses(mother, "Отметки", "Вечером")
    so_far = len(mother.messages)
    berlin = ZoneInfo("Europe/Berlin")
    async with town.store.transaction() as tx:
        (school,) = await tx.schools.all()
        await tx.schools.configure(
            school.id, zone=berlin, delivery=school.delivery, at=town.clock.now()
        )
    town.clock.at = datetime(2027, 3, 27, 19, tzinfo=berlin)
    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="5"))

    town.clock.at = datetime(2027, 3, 28, 17, 59, tzinfo=berlin)
    await town.outbox_ticks()
    before = told(mother, so_far)
    town.clock.at = datetime(2027, 3, 28, 18, 0, tzinfo=berlin)
    await town.outbox_ticks()

    assert before == []
    assert len(told(mother, so_far)) == 1


async def test_quiet_hours_of_this_run_are_shown_as_they_hold(town: Town) -> None:
    mother = await town.comes_in("g1")
    run = replace(use_cases_of(town.settings, town.store).run, overrides=Overrides(None, "off"))

    async with town.store.reading() as tx:
        address = Address(Channel.TELEGRAM, str(mother.id))
        actor = await tx.directory.recognise(address, language="ru")
        read = UseCases(run)(tx).read_preferences
        choices = await read(actor, actor.members[0].person)

    assert choices.delivery.quiet_hours is None


async def test_an_account_of_two_schools_has_choices_at_each(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(a_second_school())
    await mother.starts(await town.code_of("g1", school="lyceum"))

    await opens_news(mother)
    offered = mother.screen.buttons
    await mother.taps(offered[1])

    assert offered[:2] == ["Ян, Яна · Школа «Заречная»", "Ян, Вера · Лицей"]
    assert mother.screen.text.startswith("Новости · Ян, Вера · Лицей\n")
