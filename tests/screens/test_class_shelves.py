"""The places of a class stand on shelves: none is further than two taps from «Ещё»."""

import pytest

from bot.callbacks.places import ClassShelf, OpenClassMore
from bot.screens.people.more import more_of_class
from bot.texts import Speech
from core.access.gate import Overseen
from core.access.people import Actor, LedClass, Role
from core.ids import ClassId
from tests.core.builders import CLASS_7A, a_class_teacher, a_member, an_actor
from tests.screens.phone import ROWS, too_wide
from tests.screens.test_limits import LARGEST, assert_fits
from tests.screens.views import RU, SPEECHES, labels, read

LEADER = an_actor(a_class_teacher(CLASS_7A))
LED = LEADER.members[0].leads[0]
OF_LEADER = Overseen(LEADER.members[0], LED)
HEAD = an_actor(a_member(roles=(Role.HEAD,)))
LONG = Overseen(HEAD.members[0], LedClass(ClassId(LARGEST), "Ш" * 60))


def test_what_is_done_the_most_stands_first_and_the_rest_on_shelves() -> None:
    screen = more_of_class(RU, LEADER, OF_LEADER)

    assert read(screen) == ["Класс 7А: что показать?"]
    assert labels(screen) == [
        ["Рассылка", "Отчёты"],
        ["Учёба", "Пропуски", "Семьи"],
        ["Класс 7А"],
    ]


def test_each_shelf_is_named_and_leads_back_to_the_others() -> None:
    shown = {one: more_of_class(RU, LEADER, OF_LEADER, shelf=one) for one in ClassShelf}
    back = OpenClassMore(class_id=LED.id).pack()

    inner = [screen for shelf, screen in shown.items() if shelf is not ClassShelf.ALL]
    assert [read(one)[0] for one in inner] == [
        "Класс 7А: успеваемость",
        "Класс 7А: пропуски",
        "Класс 7А: семьи",
    ]
    assert {one.buttons[-1][-1].callback_data for one in inner} == {back}


def test_every_shelf_stands_on_the_first_screen() -> None:
    first = more_of_class(RU, LEADER, OF_LEADER)

    opened = {one.callback_data for row in first.buttons for one in row}
    assert {OpenClassMore(class_id=LED.id, shelf=one).pack() for one in ClassShelf} - opened == {
        OpenClassMore(class_id=LED.id).pack()
    }


@pytest.mark.parametrize("shelf", ClassShelf)
@pytest.mark.parametrize("speech", SPEECHES)
@pytest.mark.parametrize(("actor", "of"), [(LEADER, OF_LEADER), (HEAD, LONG)])
def test_a_shelf_fits_a_phone(
    speech: Speech, shelf: ClassShelf, actor: Actor, of: Overseen
) -> None:
    screen = more_of_class(speech, actor, of, shelf=shelf)

    assert_fits(screen)
    assert len(screen.buttons) <= ROWS
    assert too_wide(screen) == []
