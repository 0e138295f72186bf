"""A family and a class teacher read: by command, by button, and not what is not theirs."""

import pytest

from bot.callbacks.classes import OpenClass, OpenSchool
from bot.callbacks.diary import (
    OpenAbsences,
    OpenDay,
    OpenHomework,
    OpenMarks,
    OpenSubject,
    OpenTimetable,
    OpenWeek,
)
from bot.callbacks.places import OpenChildren, OpenClassMore, OpenFamily, OpenMenu, Place
from core.ids import ClassId, PersonId, PupilId, SchoolId
from tests.handlers.chat import Chat, Town
from tests.screens.views import EN, RU, labels, read


async def test_a_known_person_starts_with_the_menu(father: Chat) -> None:
    assert read(await father.sends("/start")) == ["Что показать?"]


READINGS = [
    ("/diary", "Дневник за 16–22 ноября"),
    ("/marks", "📘 Отметки, II четверть"),
    ("/homework", "🏠 Задания на пт, 27 ноября"),
    ("/timetable", "📅 Расписание, пт, 20 ноября"),
    ("/absences", "🚪 Пропуски, II четверть"),
]


@pytest.mark.parametrize(("command", "head"), READINGS)
async def test_a_command_opens_the_only_child(father: Chat, command: str, head: str) -> None:
    assert read(await father.sends(command))[0] == head


@pytest.mark.parametrize(("command", "head"), READINGS)
async def test_a_command_asks_which_of_several_children(
    mother: Chat, command: str, head: str
) -> None:
    await mother.sends(command)

    screen = await mother.taps("Маша, 7А")

    assert read(screen)[0] == f"{head} · Маша"


async def test_the_diary_shows_what_the_journal_holds(father: Chat) -> None:
    await father.sends("/diary")

    screen = await father.taps("пт 20")

    assert read(screen)[1].endswith("отметка 4; 🚪 нет на уроке; 🏠 задано: §\xa012, упр. 3")


async def test_the_place_is_kept_when_the_child_is_switched(mother: Chat) -> None:
    await mother.sends("/marks")
    await mother.taps("Маша, 7А")
    await mother.taps("Другой ребёнок")

    screen = await mother.taps("Петя, 5Б")

    assert read(screen)[0].startswith("📘 Отметки")


async def test_the_child_is_kept_when_the_place_is_switched(mother: Chat) -> None:
    await mother.sends("/diary")
    await mother.taps("Маша, 7А")
    assert read(await mother.taps("Меню")) == ["Что показать: Маша"]

    screen = await mother.taps("Отметки")

    assert read(screen)[0].endswith("· Маша")


async def test_a_subject_opens_from_the_marks(father: Chat) -> None:
    await father.sends("/marks")

    screen = await father.taps("1")

    assert read(screen)[0] == "📘 Алгебра, II четверть"
    assert read(await father.taps("Все предметы"))[0] == "📘 Отметки, II четверть"


async def test_the_timetable_turns_to_its_week_and_back(father: Chat) -> None:
    await father.sends("/timetable")
    week = await father.taps("Вся неделя")
    assert read(week)[0] == "📅 Расписание, 16–22 ноября"

    assert read(await father.taps("чт 19"))[0] == "📅 Расписание, чт, 19 ноября"


async def test_absences_turn_to_another_period_and_back(town: Town, father: Chat) -> None:
    seen = await father.sends("/absences")
    await father.taps(OpenAbsences(pupil=town.masha, day=1_000_000))

    screen = await father.taps("Сейчас ›")

    assert read(screen)[0] == "🚪 Пропуски, II четверть"
    assert "‹ Раньше" not in labels(seen)[0]


async def test_children_and_cancel_lead_on(mother: Chat) -> None:
    children = await mother.sends("/children")
    cancelled = await mother.sends("/cancel")

    assert labels(children)[0] == ["Маша, 7А", "Петя, 5Б"]
    assert read(cancelled) == ["Отменять нечего: ничего не начато.", "Что показать?"]


async def test_a_class_teacher_opens_a_pupil_of_the_class(leader: Chat) -> None:
    await leader.sends("/class")

    diary = await leader.taps("1")

    assert read(diary)[0] == "Дневник за 16–22 ноября · Орлова Маша, 7А"
    assert read(await leader.taps("Меню")) == ["Что показать: Орлова Маша, 7А"]
    assert read(await leader.taps("Класс 7А"))[0].startswith("Класс 7А.")


async def test_a_class_teacher_opens_the_class_from_the_menu(leader: Chat) -> None:
    await leader.sends("/start")

    assert read(await leader.taps("Класс 7А"))[1] == "1. Орлова Маша"


async def test_a_class_teacher_reads_homework_by_the_hour_of_the_school(
    town: Town, leader: Chat
) -> None:
    screen = await leader.taps(OpenHomework(pupil=town.masha, day=town.empty_day.toordinal()))

    assert read(screen)[1].endswith("Проверено в 12:00.")


async def test_the_way_from_a_pupil_leads_to_the_own_menu(leader: Chat) -> None:
    await leader.sends("/class")
    await leader.taps("1")
    await leader.taps("Меню")

    screen = await leader.taps("Меню")

    assert labels(screen) == [
        ["Класс 7А", "Мои уроки"],
        ["Сообщения", "Настройки", "🆘 Помощь"],
    ]


async def test_who_leads_no_class_is_told_so(father: Chat) -> None:
    assert read(await father.sends("/class"))[0].startswith("Вы не классный руководитель")


async def test_the_language_is_kept(father: Chat) -> None:
    await father.sends("/settings")
    await father.taps("English")

    assert read(await father.sends("/start")) == [EN.say("menu")]


async def test_what_is_opened_from_news_leaves_the_news_where_they_are(
    town: Town, father: Chat
) -> None:
    beside = await father.taps(OpenDay(pupil=town.masha, anew=True))
    instead = await father.taps(OpenDay(pupil=town.masha))

    assert (beside.anew, instead.anew) == (True, False)


async def test_no_button_of_another_family_tells_anything(town: Town, father: Chat) -> None:
    foreign = [
        OpenMenu(pupil=town.vera),
        OpenWeek(pupil=town.vera),
        OpenDay(pupil=town.vera),
        OpenTimetable(pupil=town.vera),
        OpenTimetable(pupil=town.vera, week=True),
        OpenMarks(pupil=town.vera),
        OpenSubject(pupil=town.vera, subject=town.algebra),
        OpenHomework(pupil=town.vera),
        OpenAbsences(pupil=town.vera),
        OpenClass(class_id=town.class_7a),
        OpenClass(class_id=ClassId(2**63 - 1)),
        OpenWeek(pupil=PupilId(PersonId(2**63 - 1))),
    ]

    screens = [await father.taps(one) for one in foreign]

    assert {one.toast for one in screens} == {RU.label("refusal-access")}
    assert {tuple(read(one)) for one in screens} == {(RU.label("refusal-access"), "Что показать?")}


OLD = [
    "diary0:1:2",
    "week1:1",
    "clsmore1:1",
    "week1:abc:0:0",
    "week1:0:0:0",
    "week1:99999999999999999999:0:0",
    "week1:1:99999999999:0",
    "kids1:z:0",
    "lang1:<b>",
    "",
]


@pytest.mark.parametrize("data", OLD)
async def test_an_old_or_broken_button_leads_to_the_menu(father: Chat, data: str) -> None:
    screen = await father.taps_raw(data)

    assert screen.toast == "Эта кнопка устарела. Ниже то, что открыть можно."
    assert read(screen)[-1] == "Что показать?"


async def test_a_button_of_long_ago_opens_its_day(town: Town, father: Chat) -> None:
    first, last = 1, 3_000_000

    early = await father.taps(OpenWeek(pupil=town.masha, day=first))
    late = await father.taps(OpenWeek(pupil=town.masha, day=last))

    assert read(early)[0] == "Дневник за 16–22 ноября"
    assert read(late)[1].endswith("уроков нет")


async def test_a_place_of_a_child_is_asked_again_after_the_switch(mother: Chat) -> None:
    screen = await mother.taps(OpenChildren(place=Place.HOMEWORK, page=99))

    assert read(screen)[0] == "Чьи задания открыть?"


async def test_all_children_are_a_tap_away_from_news_that_named_them(mother: Chat) -> None:
    screen = await mother.taps(OpenFamily(place=Place.DIARY))

    assert read(screen)[0] == "Чей дневник открыть?"


async def test_other_staff_is_told_what_there_is(town: Town) -> None:
    secretary = await town.known(town.secretary)

    assert labels(await secretary.sends("/diary")) == [["Настройки", "🆘 Помощь"]]


async def test_the_administration_opens_any_class_of_the_school(town: Town) -> None:
    deputy = await town.known(town.deputy)
    await deputy.sends("/start")

    listed = await deputy.taps("Классы школы")
    screen = await deputy.taps("7А")

    assert read(listed) == ["Школа\xa0№\xa01: какой класс открыть?"]
    assert labels(listed)[0] == ["5Б", "7А"]
    assert read(screen) == ["Класс 7А: что показать?"]
    assert read(await deputy.taps("Классы школы")) == read(listed)


async def test_the_command_of_classes_opens_those_of_the_school(town: Town) -> None:
    deputy = await town.known(town.deputy)

    assert labels(await deputy.sends("/class"))[0] == ["5Б", "7А"]


async def test_no_one_else_opens_the_classes_of_a_school(town: Town, leader: Chat) -> None:
    refused = [
        await leader.taps(OpenSchool(school=SchoolId(town.school_id))),
        await leader.taps(OpenClassMore(class_id=town.class_5b)),
    ]

    assert {screen.toast for screen in refused} == {RU.label("refusal-access")}
