"""Who has come in and who uses the diary: pages that a phone shows whole, with long names too."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.screens.parts.screen import Screen
from bot.screens.people.connections import roll
from bot.screens.watch.family_use import family_use
from bot.texts import Speech
from core.access.connections import Connection, OfClass, OfStaff, Part, Roll
from core.access.gate import Overseen
from core.access.people import Child, LedClass, Member, Name, Role
from core.ids import PersonId, PupilId
from core.notices.telling.asked_reviews import Reminded
from core.reports.family_use import ClassUse, UseOfFamily
from core.reports.ports import Family
from tests.core.builders import CLASS_7A, NOW, a_class_teacher, a_member, an_actor
from tests.screens.phone import LINES, ROWS, broken, too_wide
from tests.screens.test_limits import LARGEST, assert_fits
from tests.screens.views import RU, SPEECHES, labels, read

LONG = Name("Александра", "Константинопольская", "Вячеславовна")
LEADER = a_class_teacher(CLASS_7A)
LED = LedClass(CLASS_7A, "11А")
BOSS = replace(
    a_member(roles=(Role.ADMINISTRATOR,)), school_name="Гимназия имени героев космоса № 117"
)
SINCE = NOW - timedelta(days=50)


def a_child(number: int) -> Child:
    return Child(PupilId(PersonId(LARGEST - number)), LONG, "11А")


def people(count: int, part: Part, *, came_at: datetime | None = None) -> tuple[Connection, ...]:
    return tuple(
        Connection(PersonId(LARGEST - number), LONG, part, a_child(number), came_at)
        for number in range(count)
    )


def a_roll(count: int, *, came_at: datetime | None = None) -> Roll:
    found = people(count, Part.GUARDIAN, came_at=came_at)
    return Roll(OfClass(CLASS_7A), LEADER, LED, found, NOW, timedelta(days=14))


def a_staff(count: int, *, came_at: datetime | None = None) -> Roll:
    found = people(count, Part.STAFF, came_at=came_at)
    return Roll(OfStaff(BOSS.school), BOSS, None, found, NOW, timedelta(days=14))


def in_use(count: int, member: Member = LEADER) -> ClassUse:
    families = tuple(
        UseOfFamily(Family(a_child(number), ()), 2, 1, 21, date(2026, 11, 20))
        for number in range(count)
    )
    return ClassUse(Overseen(member, LED), SINCE.date(), families)


def reminded(count: int) -> Reminded:
    children = [a_child(number) for number in range(count)]
    return Reminded(count, children, too_late=count == 0)


def shown(speech: Speech, count: int, page: int) -> list[Screen]:
    of_leader, of_boss = an_actor(LEADER), an_actor(BOSS)
    return [
        roll(speech, of_leader, a_roll(count), page=page),
        roll(speech, of_leader, a_roll(count, came_at=SINCE), page=page),
        roll(speech, of_boss, a_staff(count), page=page),
        roll(speech, of_boss, a_staff(count, came_at=SINCE), page=page),
        family_use(speech, in_use(count), page=page),
        family_use(speech, in_use(count, BOSS), page=page, reminded=reminded(count)),
    ]


@pytest.mark.parametrize("speech", SPEECHES)
@pytest.mark.parametrize("count", [0, 1, 5, 30])
@pytest.mark.parametrize("page", [0, 2])
def test_a_list_of_people_with_long_names_fits_a_phone(
    speech: Speech, count: int, page: int
) -> None:
    for screen in shown(speech, count, page):
        assert_fits(screen)
        assert broken(screen) <= LINES
        assert len(screen.buttons) <= ROWS
        assert too_wide(screen) == []


def test_which_are_shown_is_said_beside_the_sum() -> None:
    first, last = (roll(RU, an_actor(LEADER), a_roll(7), page=page) for page in (0, 1))
    whole = roll(RU, an_actor(LEADER), a_roll(5))

    assert read(first)[1] == "Вошли 0 из 7 · здесь 1–5"
    assert read(last)[1] == "Вошли 0 из 7 · здесь 6–7"
    assert read(whole)[1] == "Вошли 0 из 5"


def test_a_parent_of_two_is_one_of_the_list_and_both_are_named() -> None:
    (mother,) = people(1, Part.GUARDIAN)
    children = [
        replace(a_child(at), name=Name(name, "Лугов")) for at, name in ((1, "Яна"), (2, "Ян"))
    ]
    twins = tuple(replace(mother, pupil=one) for one in children)

    screen = roll(RU, an_actor(LEADER), replace(a_roll(0), connections=twins))

    assert read(screen)[1] == "Вошли 0 из 1"
    assert "родитель (Яна, Ян)" in " ".join(read(screen))
    assert labels(screen)[0] == ["1"]


def test_codes_of_the_staff_are_counted_in_a_word() -> None:
    screen = roll(RU, an_actor(BOSS), a_staff(7))

    assert labels(screen)[1] == ["Коды: 7", "Потерян доступ", "Взломы"]
