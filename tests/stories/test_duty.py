"""The duty schedule: made by the administration, done by consultants, seen by all (H1, H2)."""

import pytest
from icalendar import Calendar

from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.conftest import ON_BOTH
from tests.stories.test_breach import with_an_administrator
from tests.stories.town import Town


def with_consultants() -> Files:
    files = with_an_administrator()
    for person in ("t1", "t2"):
        files = files.add(
            "roles",
            sourcedId=f"r-help-{person}",
            userSourcedId=person,
            roleType="secondary",
            role="counselor",
            orgSourcedId="s",
        )
    return files


@pytest.fixture
async def boss(town: Town) -> Person:
    """The administrator of the journal; the school has two consultants."""
    await town.imports(with_consultants())
    return await town.comes_in("x1")


async def at_the_schedule(boss: Person) -> None:
    await boss.sends("/duty")
    await boss.taps("График дежурств")


async def makes_a_window(boss: Person, who: str, day: str, hours: str) -> None:
    await at_the_schedule(boss)
    await boss.taps("Добавить окно")
    await boss.taps(who)
    await boss.taps("День")
    await boss.taps(day)
    await boss.taps("Часы")
    await boss.sends(hours)
    await boss.taps("Сохранить")


async def saves(boss: Person) -> None:
    if "Сохранить всё равно" in boss.screen.buttons:
        await boss.taps("Сохранить всё равно")


@ON_BOTH
async def test_a_window_is_made_seen_by_a_family_and_done_by_somebody_else(
    town: Town, boss: Person
) -> None:
    anna, other = await town.comes_in("t1"), await town.comes_in("t2")
    mother, _, _ = await town.family()

    await makes_a_window(boss, "1", "пн", "9-12")
    await saves(boss)
    saved = boss.screen.text
    await mother.sends("/duty")
    before = mother.screen.text
    await anna.sends("/duty")
    await anna.taps("Мои дежурства")
    await anna.taps("1")
    await anna.taps("Попросить заменить")
    await anna.taps("1")
    asked = anna.screen.text
    await town.outbox_ticks()
    heard = other.screen.text
    await other.taps("Согласен(на)")
    await town.outbox_ticks()
    await mother.sends("/duty")

    assert saved.startswith("Окно сохранено.\nПонедельник, 09:00–12:00: окно дежурства")
    assert "пн, 23 ноября, 09:00–12:00: любые вопросы (Грачёва Нина)" in before
    assert "просят заменить" in asked
    assert "просит вас заменить" in heard
    assert other.screen.text.startswith("Записано: пн, 23 ноября, 09:00–12:00 дежурите вы.")
    assert "вместо: Грачёва Нина" in anna.screen.text
    assert "Грачёва Нина" not in mother.screen.text


async def test_a_warning_needs_a_second_tap_and_a_refusal_stops(town: Town, boss: Person) -> None:
    await makes_a_window(boss, "1", "пн", "14:00–15:00")
    warned = boss.screen.text
    await boss.taps("Сохранить всё равно")
    await makes_a_window(boss, "1", "пн", "14:00–15:00")
    twice = boss.screen

    assert "Ещё не в чате" in warned
    assert "Два одинаковых окна" in twice.text
    assert not {"Сохранить", "Сохранить всё равно"} & set(twice.buttons)


async def test_what_is_no_hours_is_asked_for_again_and_nothing_is_lost(
    town: Town, boss: Person
) -> None:
    await at_the_schedule(boss)
    await boss.taps("Добавить окно")
    await boss.taps("2")
    await boss.taps("Кабинет")
    await boss.sends("к" * 41)
    long = boss.screen.text
    await boss.sends("Кабинет информатики № 4")
    await boss.taps("Часы")
    await boss.sends("после уроков")
    wrong = boss.screen.text
    await boss.sends("с 9 до 25")
    again = boss.screen.text
    await boss.sends("с 9 до 12:30")
    await boss.taps("Срок")
    await boss.sends("01.12.2026–31.05.2027")

    assert long.startswith("Кабинет длиннее 40 знаков")
    assert wrong.startswith("Не понимаю часы")
    assert again.startswith("Не понимаю часы")
    assert "09:00–12:30" in boss.screen.text
    assert "Кабинет: Кабинет информатики" in boss.screen.text
    assert "с 01.12.2026 по 31.05.2027" in boss.screen.text


async def test_the_documents_schedule_is_a_beginning_and_a_day_can_differ(
    town: Town, boss: Person
) -> None:
    await town.comes_in("t1")
    await at_the_schedule(boss)
    await boss.taps("По документу A")
    filled = boss.screen.text
    await boss.taps("1")
    await boss.taps("По дням")
    await boss.taps("23.11")
    await boss.taps("Не состоится")
    off = boss.screen.text
    await boss.taps("Как обычно")
    await boss.taps("Другие часы")
    await boss.sends("10:00-11:30")
    moved = boss.screen.text
    await boss.taps("Заменить")
    await boss.taps("1")
    warned = boss.screen.text
    await boss.taps("Сохранить всё равно")

    assert "1. пн 14:00–15:00" in filled
    assert "⚠️ Ещё не в чате или не получает сообщений: пн, 23 ноября, 10:00–11:30" in warned
    assert off == "пн, 23 ноября: дежурства нет"
    assert moved.startswith("пн, 23 ноября, 10:00–11:30: дежурство")
    assert "вместо: Грачёва Нина" in boss.screen.text


async def test_two_swap_by_the_administration_s_word_and_both_hear(
    town: Town, boss: Person
) -> None:
    anna, other = await town.comes_in("t1"), await town.comes_in("t2")
    await at_the_schedule(boss)
    await boss.taps("По документу A")
    await boss.taps("1")
    await boss.taps("По дням")
    await boss.taps("23.11")
    await boss.taps("Поменяться")
    await boss.taps("1")
    await town.outbox_ticks()

    assert "вместо: Грачёва Нина" in boss.screen.text
    assert "Взамен: вт, 24 ноября" in anna.screen.text
    assert "дежурите вы вместо: Грачёва Нина" in other.screen.text


async def test_a_consultant_takes_the_duty_into_a_calendar(town: Town, boss: Person) -> None:
    anna = await town.comes_in("t1")
    await at_the_schedule(boss)
    await boss.taps("По документу E")

    await anna.sends("/duty")
    await anna.taps("Мои дежурства")
    await anna.taps("В календарь")
    file = anna.screen.document

    assert file is not None
    events = Calendar.from_ical(file.content).walk("VEVENT")
    assert len(events) > 20
    assert str(events[0]["summary"]) == "Дежурство: любые вопросы"
    assert str(events[0]["location"]) == "каб. 4"


async def test_who_has_no_schedule_is_told_so(town: Town, boss: Person) -> None:
    mother, _, _ = await town.family()

    await mother.sends("/duty")

    assert "График дежурств ещё не составлен" in mother.screen.text
    assert "Мои дежурства" not in mother.screen.buttons


@ON_BOTH
async def test_duty_over_midnight_is_one_window_to_people(town: Town, boss: Person) -> None:
    anna = await town.comes_in("t1")
    mother, _, _ = await town.family()

    await makes_a_window(boss, "1", "пн", "23:00–01:00")
    await saves(boss)
    saved = boss.screen
    await at_the_schedule(boss)
    listed = boss.screen
    await anna.sends("/duty")
    await anna.taps("Мои дежурства")
    own = anna.screen.text
    await mother.sends("/duty")
    ahead = mother.screen.text
    for instant in ("2026-11-23T23:59", "2026-11-24T00:30"):
        town.clock.strikes(instant)
        await mother.sends("/duty")
        assert "<b>" not in mother.screen.text
        assert "Грачёва Нина отвечает до 01:00: любые вопросы" in mother.screen.text

    assert "Продолжается после полуночи: 00:00–01:00" in saved.text
    assert "После полуночи" in saved.buttons
    assert listed.text.count("23:00–01:00") == 1
    assert "00:00" not in listed.text
    assert "1. пн, 23 ноября, 23:00–01:00" in own
    assert "вт, 24 ноября" not in own
    assert "пн, 23 ноября, 23:00–01:00: любые вопросы" in ahead


async def changes_the_hours(boss: Person, hours: str) -> str:
    """Change the only window, and return what was to be changed and what is listed then."""
    await boss.taps("Изменить")
    shown = boss.screen.text
    await boss.taps("Часы")
    await boss.sends(hours)
    await boss.taps("Сохранить")
    await saves(boss)
    await boss.taps("График дежурств")
    listed = boss.screen.text
    await boss.taps("1")
    return f"{shown}\n{listed}"


@ON_BOTH
async def test_duty_over_midnight_is_changed_and_ended_as_one(town: Town, boss: Person) -> None:
    await town.comes_in("t1")
    await makes_a_window(boss, "1", "пн", "23:00–01:00")
    await saves(boss)

    sooner, day, night = [
        await changes_the_hours(boss, one) for one in ("22–01", "14–15", "23:30–00:30")
    ]
    await boss.taps("После полуночи")
    await boss.taps("Закончить")
    ending = boss.screen.text
    await boss.taps("Да, закончить")
    ended = boss.screen.text
    town.clock.strikes("2026-11-22T12:00")
    await at_the_schedule(boss)

    assert "23:00–01:00" in sooner
    assert "1. пн 22:00–01:00" in sooner
    assert "1. пн 14:00–15:00" in day
    assert "1. пн 23:30–00:30" in night
    assert [one.count("\n2. ") for one in (sooner, day, night)] == [0, 0, 0]
    assert ending.startswith("Понедельник, 23:30–00:30")
    assert "23:30" in ended
    assert "1. " not in boss.screen.text


async def test_topics_are_marked_by_numbers(town: Town, boss: Person) -> None:
    await at_the_schedule(boss)
    await boss.taps("Добавить окно")
    await boss.taps("1")
    await boss.taps("Темы")
    every = boss.screen
    await boss.taps("Любые вопросы")
    await boss.taps("2")
    await boss.taps("8")
    marked = boss.screen.text
    await boss.taps("Готово")

    assert len(every.rows) == 3
    assert every.text.count("отмечено") == 9
    assert "2. планирование — отмечено" in marked
    assert marked.count("отмечено") == 2
    assert "Темы: планирование, дневник" in boss.screen.text


async def test_a_stand_in_for_one_day_answers_that_day_only(town: Town, boss: Person) -> None:
    anna, other = await town.comes_in("t1"), await town.comes_in("t2")
    mother, _, _ = await town.family()
    await makes_a_window(boss, "1", "пн", "9-12")
    await saves(boss)
    await boss.taps("По дням")
    await boss.taps("23.11")
    await boss.taps("Заменить")
    await boss.taps("1")
    await town.outbox_ticks()

    town.clock.strikes("2026-11-23T10:00")
    await mother.sends("/duty")
    that_day = mother.screen.text
    town.clock.strikes("2026-11-30T10:00")
    await mother.sends("/duty")

    assert "дежурите вы вместо: Грачёва Нина" in other.screen.text
    assert "Грачёва Нина отвечает" not in that_day
    assert "Грачёва Нина отвечает до 12:00" in mother.screen.text
    assert "вместо" in anna.screen.text


@ON_BOTH
async def test_the_whole_schedule_goes_into_a_calendar_with_who_stands_in(
    town: Town, boss: Person
) -> None:
    anna = await town.comes_in("t1")
    for who, hours in (("1", "9-12"), ("2", "9-12"), ("1", "23:00–01:00")):
        await makes_a_window(boss, who, "пн", hours)
        await saves(boss)
    await boss.taps("График дежурств")
    await boss.taps("3")
    await boss.taps("По дням")
    await boss.taps("30.11")
    await boss.taps("Заменить")
    await boss.taps("1")
    await saves(boss)
    await at_the_schedule(boss)
    await boss.taps("В календарь")
    file = boss.screen.document
    await boss.taps("График дежурств")

    assert file is not None
    events = list(Calendar.from_ical(file.content).walk("VEVENT"))
    monday = [one for one in events if f"{one.decoded('dtstart'):%d.%m}" == "30.11"]
    told = sorted((f"{one.decoded('dtstart'):%H:%M}", str(one["summary"])) for one in monday)
    instead = [str(one["description"]) for one in monday if "description" in one]
    assert file.name == "График дежурств.ics"
    assert [hour for hour, _ in told] == ["09:00", "09:00", "23:00"]
    assert len({str(one["uid"]) for one in events}) == len(events)
    assert len(instead) == 1
    assert "График дежурств" in boss.screen.text
    assert "В календарь" not in anna.screen.buttons
