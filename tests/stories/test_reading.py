"""What a family and a class teacher read, tap by tap."""

from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town


@ON_BOTH
async def test_the_diary_opens_by_week_and_by_day(town: Town) -> None:
    pupil = await town.comes_in("p1")

    await pupil.sends("/diary")
    week = pupil.screen.text
    await pupil.taps("пн 16")

    assert "Дневник за 16–22 ноября" in week
    assert "пн, 16 ноября: 2 урока; отметки: алгебра 4" in week
    assert pupil.screen.text.startswith("Дневник, пн, 16 ноября")
    assert "1. 08:30–09:15 Алгебра — отметка 4" in pupil.screen.text


async def test_the_diary_turns_to_other_weeks_in_the_same_message(town: Town) -> None:
    pupil = await town.comes_in("p1")
    await pupil.sends("/diary")
    before = len(pupil.messages)

    await pupil.taps("‹ Неделя")
    earlier = pupil.screen.text
    await pupil.taps("Неделя ›")

    assert "Дневник за 9–15 ноября" in earlier
    assert "Дневник за 16–22 ноября" in pupil.screen.text
    assert len(pupil.messages) == before


async def test_a_day_leads_back_to_the_whole_week(town: Town) -> None:
    pupil = await town.comes_in("p1")
    await pupil.sends("/diary")

    await pupil.taps("пт 20")
    day = pupil.screen.text
    await pupil.taps("Вся неделя")

    assert "🏠 задано на 23 ноября: § 12, № 215" in day.replace("\xa0", " ")
    assert "Дневник за 16–22 ноября" in pupil.screen.text


@ON_BOTH
async def test_marks_of_the_period_come_with_the_weighted_mean(town: Town) -> None:
    pupil = await town.comes_in("p1")

    await pupil.sends("/marks")
    by_subject = pupil.screen.text
    await pupil.taps("1")

    assert "1. Алгебра: средний 4,20; 4, 5" in by_subject
    assert "Средний: 4,20" in pupil.screen.text
    assert "4 — Линейная функция, 16 ноября, вес 4" in pupil.screen.text


async def test_a_mark_of_two_values_counts_twice(town: Town) -> None:
    guardian = await town.comes_in("g3")

    await guardian.sends("/marks")

    assert "Алгебра: средний 4,00; 3/5" in guardian.screen.text


async def test_marks_of_an_earlier_period_are_a_tap_away(town: Town) -> None:
    pupil = await town.comes_in("p1")
    await pupil.sends("/marks")

    await pupil.taps("‹ I четверть")

    assert pupil.screen.text.startswith("📘 Отметки, I четверть")


async def test_homework_opens_for_the_next_school_day(town: Town) -> None:
    pupil = await town.comes_in("p1")

    await pupil.sends("/homework")
    monday = pupil.screen.text
    await pupil.taps("вт 24 ›")

    assert monday.replace("\xa0", " ") == "🏠 Задания на пн, 23 ноября\n1. Алгебра: § 12, № 215"
    assert "домашних заданий нет" in pupil.screen.text


async def test_the_timetable_opens_by_day_and_by_week(town: Town) -> None:
    pupil = await town.comes_in("p1")

    await pupil.sends("/timetable")
    day = pupil.screen.text
    await pupil.taps("Вся неделя")

    assert "1. 08:30–09:15 Алгебра — каб. 12" in day
    assert pupil.screen.text.startswith("📅 Расписание, 16–22 ноября")


async def test_absences_of_the_period_are_counted_and_listed(town: Town) -> None:
    guardian = await town.comes_in("g3")

    await guardian.sends("/absences")

    assert "Пропущено уроков: 1; болезнь 1" in guardian.screen.text
    assert "вт, 17 ноября, 2-й урок, русский язык: болезнь" in guardian.screen.text


async def test_a_parent_of_two_chooses_a_child_and_switches_at_the_same_place(town: Town) -> None:
    mother = await town.comes_in("g1")
    await mother.sends("/marks")

    await mother.taps("Яна, 7А")
    first = mother.screen.text
    await mother.taps("Другой ребёнок")
    await mother.taps("Ян, 5Б")

    assert first.startswith("📘 Отметки, II четверть · Яна")
    assert mother.screen.text.startswith("📘 Отметки, II четверть · Ян\n")
    assert "1. Русский язык: средний 5,00; 5" in mother.screen.text


async def test_every_place_of_the_menu_opens_for_a_chosen_child(town: Town) -> None:
    mother = await town.comes_in("g1")
    opened = []

    for place in ("Дневник", "Отметки", "Задания", "Расписание", "Пропуски"):
        await mother.sends("/start")
        await mother.taps(place)
        await mother.taps("Яна, 7А")
        opened.append(mother.screen.text.splitlines()[0])

    assert len(set(opened)) == 5
    assert all(head.endswith("· Яна") for head in opened)


@ON_BOTH
async def test_a_class_teacher_opens_a_pupils_diary_from_the_class_list(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await teacher.sends("/class")
    listed = teacher.screen.text

    await teacher.taps("2")
    diary = teacher.screen.text
    await teacher.taps("Класс 7А")

    assert "Класс 7А. Учеников: 3" in listed
    assert diary.startswith("Дневник за 16–22 ноября · Лугова Яна, 7А")
    assert teacher.screen.text == listed


async def test_a_class_teacher_of_one_class_sees_no_other(town: Town) -> None:
    other = await town.comes_in("t2")

    await other.sends("/class")

    assert "списка класса здесь нет" in other.screen.text


async def test_a_parent_has_no_class_list(town: Town) -> None:
    mother = await town.comes_in("g1")

    await mother.sends("/class")

    assert mother.screen.text.startswith("Вы не классный руководитель")


async def test_the_language_chosen_is_spoken_from_now_on(town: Town) -> None:
    mother = await town.comes_in("g1")
    await mother.sends("/settings")

    await mother.taps("English")
    settings, toast = mother.screen.text, mother.toast
    await mother.sends("/marks")

    assert "Language: English" in settings
    assert toast == "The bot speaks English now."
    assert "Отметки" not in mother.screen.text


async def test_help_and_privacy_open_from_the_settings(town: Town) -> None:
    mother = await town.comes_in("g1")
    await mother.sends("/settings")

    await mother.taps("Мои данные")
    privacy = mother.screen.text
    await mother.taps("Меню")
    await mother.taps("🆘 Помощь")
    await mother.taps("Справка")

    assert privacy.startswith("Мои данные\nХранятся:")
    assert "/diary — дневник по неделям и дням" in mother.screen.text


async def test_tapping_the_same_place_twice_shows_it_and_fails_nobody(town: Town) -> None:
    pupil = await town.comes_in("p1")
    await pupil.sends("/diary")
    await pupil.taps("пн 16")
    await pupil.taps("Вся неделя")

    old = pupil.screen
    await pupil.taps("пн 16")
    await pupil.taps("пн 16", on=old)

    assert pupil.screen.text.startswith("Дневник, пн, 16 ноября")


async def test_a_diary_read_after_an_import_shows_what_was_imported(town: Town) -> None:
    pupil = await town.comes_in("p1")

    await town.imports(a_school().change("results", "m1", score="2"))
    await pupil.sends("/marks")

    assert "1. Алгебра: средний 2,60; 2, 5" in pupil.screen.text


async def test_families_without_any_mark_read_an_empty_page(town: Town) -> None:
    guardian = await town.comes_in("g4")

    await guardian.sends("/marks")

    assert guardian.screen.text.endswith("Отметок за этот период пока нет.")
