"""Coming in, the menu, children, classes, settings and help."""

from dataclasses import replace

import pytest

from bot.callbacks.classes import OpenClass
from bot.callbacks.diary import OpenMarks, OpenWeek
from bot.callbacks.places import OpenChildren, OpenMenu, Place
from bot.screens.parts.naming import teacher_name
from bot.screens.people.commands import COMMANDS, Circle, circle_of, commands_for, offered_to
from bot.screens.people.menu import menu
from bot.screens.people.persons import (
    activated,
    children,
    class_list,
    classes,
    stranger,
)
from bot.screens.people.settings import help_for, language_chosen, privacy, settings
from core.access.people import Actor, Child, LedClass, Member, Name, Role
from core.ids import ClassId, PersonId, PupilId, SchoolId
from tests.core.builders import (
    CLASS_7A,
    CLASS_7B,
    MASHA,
    PETYA,
    TEACHER,
    a_child,
    a_class_teacher,
    a_guardian,
    a_member,
    a_pupil,
    an_actor,
)
from tests.screens.views import EN, MOTHER_OF_ONE, MOTHER_OF_TWO, RU, labels, read

LEADER = an_actor(a_class_teacher(CLASS_7A))
LED = LedClass(CLASS_7A, "7А")
HEAD = an_actor(a_member(roles=(Role.HEAD,)))


def pupils(count: int) -> list[Child]:
    return [
        Child(PupilId(PersonId(number)), Name(f"Имя{number}", "Орлова"), "7А")
        for number in range(1, count + 1)
    ]


def test_a_stranger_is_told_how_to_come_in() -> None:
    screen = stranger(RU)

    assert read(screen)[0] == (
        "Это бот школы. Чтобы войти, нужен код: его выдаёт классный руководитель."
    )
    assert labels(screen) == [["Потерян доступ"]]
    assert screen.alert


def test_who_came_in_sees_at_once_each_child_with_its_class() -> None:
    screen = activated(RU, MOTHER_OF_TWO, PersonId(2))

    assert read(screen) == [
        "Вход открыт: Орлова Анна, Школа\xa0№\xa01.",
        "Здесь дневники детей:",
        "• Маша, 7А",
        "• Петя, 7А",
        NEWS_OF_A_CHILD,
    ]
    assert labels(screen) == [["Согласия"], *labels(menu(RU, MOTHER_OF_TWO))]


NEWS_OF_A_CHILD = (
    "Новости об отметках, пропусках и заданиях придут сюда сами. "
    "Согласие на это даётся кнопкой «Согласия»."
)
NEWS = "Новости об отметках, пропусках и заданиях придут сюда сами."


@pytest.mark.parametrize(
    ("member", "said"),
    [
        (a_guardian(a_child()), ["Здесь дневник ребёнка:", "• Маша, 7А", NEWS_OF_A_CHILD]),
        (replace(a_pupil(), class_title="7А"), ["Здесь ваш дневник, класс 7А.", NEWS]),
        (a_class_teacher(CLASS_7A, CLASS_7B), ["Вы классный руководитель: 7А, 7А."]),
        (
            a_member(9, roles=(Role.HEAD,)),
            ["Вам открыты сводки по всем классам школы."],
        ),
        (
            a_member(9, roles=(Role.SECRETARY,)),
            ["Для вашей роли здесь пока доступны настройки и справка."],
        ),
    ],
)
def test_each_role_hears_what_is_open_to_it(member: Member, said: list[str]) -> None:
    screen = activated(RU, an_actor(member), member.person)

    assert read(screen)[1:] == said


def test_a_very_large_family_is_counted() -> None:
    family = a_guardian(*pupils(10))

    lines = read(activated(RU, an_actor(family), family.person))

    assert len(lines) == 12
    assert lines[-2] == "… и ещё 2"


def test_each_of_eight_children_is_named_to_who_leads_a_class_too() -> None:
    family = replace(a_guardian(*pupils(8)), leads=(LED,))

    lines = read(activated(RU, an_actor(family), family.person))

    assert len(lines) == 12
    assert [one for one in lines if one.startswith("• ")] == [
        f"• Имя{number}, 7А" for number in range(1, 9)
    ]


def test_the_second_code_of_an_account_welcomes_its_own_person() -> None:
    both = an_actor(a_guardian(a_child()), a_class_teacher(CLASS_7A))

    assert "Вы классный руководитель: 7А." in read(activated(RU, both, TEACHER))


def test_the_menu_of_one_child_opens_its_places_at_once() -> None:
    screen = menu(RU, MOTHER_OF_ONE)

    assert read(screen) == ["Что показать?"]
    assert labels(screen) == [
        ["Дневник", "Отметки", "Задания"],
        ["Расписание", "Пропуски", "Ещё"],
        ["Настройки", "🆘 Помощь"],
    ]
    assert screen.buttons[0][0].callback_data == OpenWeek(pupil=MASHA).pack()


def test_the_menu_of_several_children_asks_whose() -> None:
    screen = menu(RU, MOTHER_OF_TWO)

    assert screen.buttons[0][1].callback_data == OpenChildren(place=Place.MARKS).pack()


def test_the_menu_of_a_chosen_child_keeps_the_child() -> None:
    screen = menu(RU, MOTHER_OF_TWO, a_child(PETYA, "Петя"))

    assert read(screen) == ["Что показать: Петя"]
    assert labels(screen)[-1] == ["Другой ребёнок", "Настройки", "🆘 Помощь"]
    assert screen.buttons[0][1].callback_data == OpenMarks(pupil=PETYA).pack()


def test_the_menu_of_a_pupil_of_the_class_leads_back_to_the_class() -> None:
    screen = menu(RU, LEADER, replace(a_child(), class_id=CLASS_7A))

    assert read(screen) == ["Что показать: Орлова Маша, 7А"]
    assert labels(screen)[-1] == ["Класс 7А", "Меню"]
    assert screen.buttons[-1][-1].callback_data == OpenMenu().pack()


def test_the_menu_of_a_class_teacher_opens_the_class() -> None:
    two = an_actor(a_class_teacher(CLASS_7A, CLASS_7B))

    assert labels(menu(RU, LEADER)) == [
        ["Класс 7А", "Мои уроки"],
        ["Сообщения", "Настройки", "🆘 Помощь"],
    ]
    assert labels(menu(RU, two)) == [
        ["Мои классы", "Мои уроки"],
        ["Сообщения", "Настройки", "🆘 Помощь"],
    ]


def test_the_menu_of_a_teacher_without_a_class_leads_to_broadcasts() -> None:
    teacher = an_actor(a_member(roles=(Role.TEACHER,)))

    assert labels(menu(RU, teacher)) == [
        ["Мои уроки", "Рассылки"],
        ["Сообщения", "Настройки", "🆘 Помощь"],
    ]


def test_the_menu_of_other_staff_says_what_there_is() -> None:
    screen = menu(RU, an_actor(a_member(roles=(Role.SECRETARY,))))

    assert read(screen) == [
        "Дневник открыт семьям и классным руководителям. Вам доступны настройки и справка."
    ]
    assert labels(screen) == [["Сообщения", "Настройки", "🆘 Помощь"]]


def test_the_menu_of_the_administration_opens_all_classes_of_each_school() -> None:
    elsewhere = replace(HEAD.members[0], school=SchoolId(2), school_name="Лицей")
    two = an_actor(HEAD.members[0], elsewhere)

    assert labels(menu(RU, HEAD)) == [
        ["Классы школы"],
        ["Сообщения", "Настройки", "🆘 Помощь"],
    ]
    assert labels(menu(RU, two))[0][:2] == ["Классы: Школа\xa0№\xa01", "Классы: Лицей"]


@pytest.mark.parametrize(
    ("place", "asked"),
    [
        (Place.DIARY, "Чей дневник открыть?"),
        (Place.MARKS, "Чьи отметки открыть?"),
        (Place.HOMEWORK, "Чьи задания открыть?"),
        (Place.TIMETABLE, "Чьё расписание открыть?"),
        (Place.ABSENCES, "Чьи пропуски открыть?"),
    ],
)
def test_the_choice_of_a_child_keeps_the_place(place: Place, asked: str) -> None:
    screen = children(RU, MOTHER_OF_TWO, place=place)

    assert read(screen) == [asked, "• Маша, 7А", "• Петя, 7А"]
    assert labels(screen) == [["Маша, 7А", "Петя, 7А"], ["Меню"]]


def test_many_children_go_on_behind_a_button() -> None:
    family = an_actor(a_guardian(*pupils(8)))

    first = children(RU, family, place=Place.DIARY)
    second = children(RU, family, place=Place.DIARY, page=1)

    assert read(first)[-1] == "… и ещё 2"
    assert labels(first)[-1] == ["Дальше ›", "Меню"]
    assert labels(second) == [["Имя7, 7А", "Имя8, 7А"], ["‹ Назад", "Меню"]]


def test_who_has_no_child_is_told_kindly() -> None:
    assert read(children(RU, LEADER, place=Place.DIARY))[0].startswith("Детей, дневник которых")


def test_a_class_list_opens_each_pupil_by_its_number() -> None:
    screen = class_list(RU, LED, pupils(12))

    assert read(screen)[:2] == ["Класс 7А. Учеников: 12 · здесь 1–10", "1. Орлова Имя1"]
    assert labels(screen) == [
        ["1", "2", "3", "4", "5"],
        ["6", "7", "8", "9", "10"],
        ["Дальше ›", "Ещё", "Меню"],
    ]
    assert labels(class_list(RU, LED, pupils(12), page=1))[0] == ["11", "12"]


def test_an_empty_class_says_so() -> None:
    assert read(class_list(RU, LED, [])) == ["В классе 7А учеников пока нет."]


def test_of_several_classes_one_is_chosen() -> None:
    two = an_actor(a_class_teacher(CLASS_7A, ClassId(9)))

    assert labels(classes(RU, two)) == [["Класс 7А"], ["Класс 7А"], ["Меню"]]


def test_who_leads_no_class_is_told_kindly() -> None:
    assert read(classes(RU, MOTHER_OF_ONE))[0] == (
        "Вы не классный руководитель, поэтому списка класса здесь нет."
    )


def test_two_own_children_of_one_first_name_are_told_apart_by_class() -> None:
    second = Child(PETYA, Name("Маша", "Орлова"), "5Б")
    family = an_actor(a_guardian(a_child(), second))

    assert read(menu(RU, family, second)) == ["Что показать: Маша, 5Б"]


def test_a_child_without_a_class_is_named_alone() -> None:
    left = Child(MASHA, Name("Маша", "Орлова"))

    screen = children(RU, an_actor(a_guardian(left)), place=Place.DIARY)

    assert read(screen)[1] == "• Маша"


def test_a_teacher_is_called_as_a_pupil_would() -> None:
    assert teacher_name(Name("Иван", "Петров")) == "Иван Петров"


def test_settings_offer_both_languages() -> None:
    screen = settings(RU)

    assert read(screen) == ["Настройки", "Язык: русский"]
    assert labels(screen)[0] == ["Русский", "English"]


def test_a_chosen_language_is_spoken_at_once() -> None:
    screen = language_chosen(EN)

    assert read(screen) == ["Settings", "Language: English"]
    assert screen.toast == "The bot speaks English now."


CIRCLES: list[tuple[Actor, Circle]] = [
    (an_actor(), Circle.STRANGER),
    (MOTHER_OF_ONE, Circle.FAMILY),
    (an_actor(a_pupil()), Circle.FAMILY),
    (LEADER, Circle.CLASS_TEACHER),
    (an_actor(a_guardian(), a_class_teacher(CLASS_7A)), Circle.FAMILY_AND_CLASS_TEACHER),
    (HEAD, Circle.ADMINISTRATION),
    (an_actor(a_member(roles=(Role.SECRETARY,))), Circle.STAFF),
]


@pytest.mark.parametrize(("actor", "circle"), CIRCLES)
def test_commands_follow_the_role(actor: Actor, circle: Circle) -> None:
    assert circle_of(actor) is circle


@pytest.mark.parametrize("role", [Role.CONSULTANT, Role.ADMINISTRATOR])
def test_who_answers_requests_is_offered_the_desk_first(role: Role) -> None:
    names = [one.name for one in offered_to(an_actor(a_member(roles=(role,))))]

    assert names[0] == "desk"
    assert names.count("desk") == 1


@pytest.mark.parametrize("actor", [one for one, _ in CIRCLES])
def test_nobody_else_is_offered_a_desk(actor: Actor) -> None:
    assert "desk" not in {one.name for one in offered_to(actor)}


@pytest.mark.parametrize("actor", [one for one, _ in CIRCLES])
def test_help_fits_and_names_only_commands_of_the_role(actor: Actor) -> None:
    lines = read(help_for(RU, actor))

    named = {line[1:].split(" ")[0] for line in lines if line.startswith("/")}
    assert len(lines) <= 12
    assert named <= {one.name for one in offered_to(actor)}


def test_commands_are_described_in_the_language_of_the_person() -> None:
    described = {one.name: one.what for one in commands_for(EN, COMMANDS[Circle.FAMILY])}

    assert described["homework"] == "homework"
    assert all(1 <= len(what) <= 256 for what in described.values())


def test_privacy_says_what_is_kept_before_coming_in_too() -> None:
    assert read(privacy(RU, an_actor()))[0] == "Мои данные"
    assert privacy(RU, an_actor()).buttons == ()
    assert labels(privacy(RU, MOTHER_OF_ONE)) == [["Проверить данные", "Меню"]]


def test_the_way_back_leads_to_the_class_of_the_pupil_and_not_to_its_namesake() -> None:
    elsewhere = replace(a_class_teacher(CLASS_7B), school=SchoolId(2))
    of_two = an_actor(a_class_teacher(CLASS_7A), elsewhere)

    screen = menu(RU, of_two, replace(a_child(), class_id=CLASS_7B))

    assert screen.buttons[-1][0].callback_data == OpenClass(class_id=CLASS_7B).pack()
