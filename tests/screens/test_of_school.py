"""A school for its administration: the classes, and the places of the whole school."""

import pytest

from bot.screens.people.of_school import more_of_school, school_classes
from bot.texts import Speech
from core.access.people import LedClass, Member, Role
from core.ids import ClassId
from tests.core.builders import a_member, an_actor
from tests.screens.phone import LINES, ROWS, broken, too_wide
from tests.screens.test_limits import LARGEST, assert_fits
from tests.screens.views import RU, SPEECHES, labels, read

HEAD = a_member(roles=(Role.HEAD,))
ADMINISTRATOR = a_member(roles=(Role.ADMINISTRATOR,))


def some_classes(count: int) -> list[LedClass]:
    return [LedClass(ClassId(LARGEST - number), f"{number}А") for number in range(1, count + 1)]


def test_many_classes_of_a_school_go_on_behind_a_button() -> None:
    found = some_classes(20)

    first = school_classes(RU, HEAD, found)
    second = school_classes(RU, HEAD, found, page=1)

    assert read(first)[-1] == "… и ещё 8"
    assert [len(row) for row in first.buttons] == [6, 6, 3]
    assert labels(second)[0][0] == "13А"
    assert [labels(one)[2] for one in (first, second)] == [
        ["Дальше ›", "Ещё", "Меню"],
        ["‹ Назад", "Ещё", "Меню"],
    ]


def test_a_few_classes_more_than_a_row_stand_in_even_rows() -> None:
    assert [len(row) for row in school_classes(RU, HEAD, some_classes(7)).buttons] == [4, 3, 2]


def test_a_school_without_classes_says_so_and_keeps_its_other_places() -> None:
    screen = school_classes(RU, HEAD, [])

    assert read(screen) == ["Школа\xa0№\xa01: классов с учениками в записях пока нет."]
    assert labels(screen) == [["Ещё", "Меню"]]


def test_the_places_of_the_whole_school_stand_on_a_shelf() -> None:
    screen = more_of_school(RU, an_actor(HEAD), HEAD)

    assert read(screen) == ["Школа\xa0№\xa01: что показать?"]
    assert labels(screen)[0] == ["Отчёты", "Рассылки"]
    assert labels(screen)[-1] == ["Объявить переход", "Классы школы"]


def test_the_staff_is_the_administrators_place() -> None:
    screen = more_of_school(RU, an_actor(ADMINISTRATOR), ADMINISTRATOR)

    assert labels(screen)[0] == ["Отчёты", "Рассылки", "Сотрудники"]


@pytest.mark.parametrize("speech", SPEECHES)
@pytest.mark.parametrize("member", [HEAD, ADMINISTRATOR])
@pytest.mark.parametrize("count", [0, 1, 12, 40])
def test_a_school_fits_a_phone(speech: Speech, member: Member, count: int) -> None:
    screens = [
        school_classes(speech, member, some_classes(count), page=1),
        more_of_school(speech, an_actor(member), member),
    ]

    for screen in screens:
        assert_fits(screen)
        assert broken(screen) <= LINES
        assert len(screen.buttons) <= ROWS
        assert too_wide(screen) == []
