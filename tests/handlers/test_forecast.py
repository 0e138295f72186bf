"""A family reads the forecast and tries marks; who oversees a class reads the class's."""

from datetime import date
from decimal import Decimal

import pytest

from bot.callbacks.forecast import (
    OpenClassAtRisk,
    OpenClassForecast,
    OpenClassForecastWhy,
    OpenForecast,
    OpenForecastWhy,
    OpenSubjectForecast,
    OpenWhatIf,
)
from core.ids import ClassId, SubjectId
from tests.handlers.chat import Chat, Town
from tests.screens.views import RU, labels, read

CONTROL_DAY = date(2026, 12, 2)
REFUSED = RU.label("refusal-access")


@pytest.fixture
async def marked(town: Town) -> Town:
    """Маша has a control in algebra ahead of her, and too few marks in physics."""
    seed = town.seed
    for _ in range(3):
        seed.a_mark(seed.a_work(town.course), town.masha, "4")
    control = seed.a_category("4", kind="control")
    seed.a_work(town.course, day=CONTROL_DAY, category_id=control)
    physics = seed.a_course(town.masha, title="Физика", weekly_hours=Decimal(2))
    seed.taught_in(town.quarter, physics)
    seed.a_mark(seed.a_work(physics), town.masha, "3")
    await seed.plant(town.school)
    return town


async def test_the_forecast_opens_from_more(marked: Town, father: Chat) -> None:
    await father.sends("/start")
    await father.taps("Ещё")

    screen = await father.taps("Прогноз")

    lines = read(screen)
    assert lines[0] == "📈 Прогноз на II четверть"
    assert lines[1].startswith("1. Алгебра: 4 (")
    assert lines[1].endswith("%); сейчас 4,00; до 5: пятёрка за контрольную")
    assert lines[2:] == ["2. Физика: н/а; не хватает 4 отметок до 23 декабря; сейчас 3,00"]
    assert labels(screen) == [["1", "2"], ["Почему так"], ["Меню"]]


async def test_a_command_opens_the_forecast_of_the_only_child(marked: Town, father: Chat) -> None:
    assert read(await father.sends("/forecast"))[0] == "📈 Прогноз на II четверть"


async def test_a_parent_of_two_chooses_the_child_and_switches_at_the_forecast(
    marked: Town, mother: Chat
) -> None:
    asked = await mother.sends("/forecast")
    first = await mother.taps("Маша, 7А")
    await mother.taps("Другой ребёнок")
    second = await mother.taps("Петя, 5Б")

    assert read(asked)[0] == "Чей прогноз открыть?"
    assert read(first)[0] == "📈 Прогноз на II четверть · Маша"
    assert read(second) == [
        "📈 Прогноз · Петя",
        "Отчётные периоды пока не заданы, поэтому прогноза нет.",
    ]


async def test_a_subject_says_what_lacks_and_what_would_raise_the_mark(
    marked: Town, father: Chat
) -> None:
    await father.sends("/forecast")

    algebra = await father.taps("1")
    await father.taps("Все предметы")
    physics = await father.taps("2")

    assert read(algebra)[3:] == [
        "Сейчас 4,00, ожидается 3,99",
        "Отметок: 4; для аттестации нужно 3",
        "Впереди: контрольная 2 декабря (вес 4)",
        "Чтобы вышло 5: пятёрка за контрольную или четыре пятёрки за ответы",
    ]
    assert read(physics)[1:4] == [
        "Отметок может не хватить: н/а",
        "Если отметок хватит: 3 (68\xa0%)",
        "Сейчас 3,00, ожидается 3,07",
    ]
    assert "Отметок: 1 из 5; не хватает 4, нужны до 23 декабря" in read(physics)


async def test_the_marks_of_a_subject_and_its_forecast_lead_to_each_other(
    marked: Town, father: Chat
) -> None:
    await father.sends("/marks")
    await father.taps("1")

    forecast = await father.taps("Прогноз")
    marks = await father.taps("Отметки")

    assert read(forecast)[0] == "📈 Алгебра, прогноз на II четверть"
    assert read(marks)[0] == "📘 Алгебра, II четверть"


async def test_why_tells_the_method_and_the_rules_with_their_clauses(
    marked: Town, father: Chat
) -> None:
    await father.sends("/forecast")
    await father.taps("1")

    screen = await father.taps("Почему так")

    lines = read(screen)
    assert lines[0] == "📈 Почему так"
    assert lines[1].startswith("Прогноз считается по отметкам с их весами")
    assert "Итоговые отметки выставляют за 3 дн. до конца периода (E7 4.1.5)" in lines
    assert labels(screen) == [["Алгебра", "Все предметы"], ["Меню"]]


async def test_marks_are_tried_taken_back_and_cleared(marked: Town, father: Chat) -> None:
    await father.sends("/forecast")
    await father.taps("1")

    empty = await father.taps("Что если…")
    five = await father.taps("+5")
    await father.taps("Ответ")
    two = await father.taps("+2")
    back = await father.taps("Убрать")
    await father.taps("+4")
    clear = await father.taps("Сначала")

    assert "Сейчас 4,00, выходит 4" in read(empty)
    assert "Станет 4,50, выходит 5" in read(five)
    assert "Добавлено: контрольная 5; ответ 2" in read(two)
    assert "Станет 4,22, выходит 4" in read(two)
    assert "Добавлено: контрольная 5" in read(back)
    assert not any(line.startswith("Добавлено") for line in read(clear))


async def test_old_and_foreign_letters_of_a_trial_do_no_harm(marked: Town, father: Chat) -> None:
    trial = OpenWhatIf(pupil=marked.masha, subject=marked.algebra, kind="z", marks="z5c5q1")

    screen = await father.taps(trial)

    assert "Добавлено: контрольная 5" in read(screen)
    assert "Добавить отметку: контрольная (вес 4)" in read(screen)


async def test_an_old_button_of_a_subject_that_is_gone_opens_all_of_them(
    marked: Town, father: Chat
) -> None:
    gone = SubjectId(404)

    opened = [
        await father.taps(OpenSubjectForecast(pupil=marked.masha, subject=gone)),
        await father.taps(OpenWhatIf(pupil=marked.masha, subject=gone)),
    ]

    assert {read(one)[0] for one in opened} == {"📈 Прогноз на II четверть"}


async def test_a_class_teacher_reads_the_class_and_opens_who_is_at_risk(
    marked: Town, leader: Chat
) -> None:
    await leader.sends("/class")
    await leader.taps("Ещё")
    await leader.taps("Учёба")

    of_class = await leader.taps("Прогноз")
    at_risk = await leader.taps("В зоне риска: 1")
    pupil = await leader.taps("1")

    assert read(of_class) == [
        "📈 Прогноз на II четверть · класс 7А",
        "Успеваемость 0\xa0%, качество 0\xa0%; в зоне риска: 1",
        "1. Алгебра: 1 четвёрка; качество 100\xa0%, успеваемость 100\xa0%",
        "2. Физика: н/а 1; качество 0\xa0%, успеваемость 0\xa0%",
    ]
    assert read(at_risk) == [
        "⚠️ В зоне риска, II четверть · класс 7А",
        "1. Орлова Маша: физика н/а (не хватает 4)",
    ]
    assert read(pupil)[0] == "📈 Прогноз на II четверть · Орлова Маша, 7А"


async def test_the_administration_reads_a_class_and_opens_no_diary(marked: Town) -> None:
    deputy = await marked.known(marked.deputy)
    await deputy.sends("/class")
    await deputy.taps("7А")
    await deputy.taps("Учёба")

    of_class = await deputy.taps("Прогноз")
    at_risk = await deputy.taps("В зоне риска: 1")
    why = await deputy.taps(OpenClassForecastWhy(class_id=marked.class_7a))
    back = await deputy.taps("Класс 7А")

    assert read(of_class)[0] == "📈 Прогноз на II четверть · класс 7А"
    assert labels(at_risk) == [["Прогноз класса"], ["Класс 7А"]]
    assert read(why)[1].startswith("Успеваемость — доля тех")
    assert read(back) == ["Класс 7А: что показать?"]


async def test_a_class_without_periods_or_pupils_says_so(marked: Town) -> None:
    deputy = await marked.known(marked.deputy)

    screen = await deputy.taps(OpenClassForecast(class_id=marked.class_5b))

    assert read(screen) == [
        "📈 Прогноз · класс 5Б",
        "Отчётные периоды пока не заданы, поэтому прогноза нет.",
    ]


async def test_no_button_of_another_family_or_class_tells_anything(
    marked: Town, father: Chat, leader: Chat
) -> None:
    foreign = [
        OpenForecast(pupil=marked.vera),
        OpenSubjectForecast(pupil=marked.vera, subject=marked.algebra),
        OpenForecastWhy(pupil=marked.vera),
        OpenWhatIf(pupil=marked.vera, subject=marked.algebra),
        OpenClassForecast(class_id=marked.class_7a),
        OpenClassAtRisk(class_id=marked.class_7a),
        OpenClassForecastWhy(class_id=marked.class_7a),
    ]
    of_leader = [OpenClassForecast(class_id=one) for one in (marked.class_5b, ClassId(404))]

    refused = [await father.taps(one) for one in foreign]
    refused += [await leader.taps(one) for one in of_leader]

    assert {screen.toast for screen in refused} == {REFUSED}
