"""The attendance calendar, read back from its SVG."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from bot.documents import attendance
from bot.documents.lettering import width_of
from bot.documents.picture import EDGE
from bot.texts.formats import short_month
from core.journal.calendar import Holiday
from core.journal.values import AbsenceCode
from sandbox.engine.pictures import size_of
from tests.documents.test_chart import said, shapes
from tests.documents.views import HALF_YEAR, NASTY, QUARTER, a_strange_child, an_attendance
from tests.screens.views import EN, RU

DAY = date(2026, 11, 16)
EVERY = [(DAY + timedelta(days=ahead), code) for ahead, code in enumerate(AbsenceCode)]


def test_each_day_of_the_period_is_there() -> None:
    words = said(attendance.drawn(RU, an_attendance()))

    days = [str((QUARTER.begins + timedelta(days=ahead)).day) for ahead in range(56)]
    assert [one for one in words if one.isdigit()] == days
    assert words[2:9] == ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
    assert "Пропусков и опозданий за этот период нет." in words


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_name_of_each_month_has_room_beside_the_days(language: str) -> None:
    names = [short_month(date(2026, month, 1), language) for month in range(1, 13)]

    widest = max(width_of(one, attendance.MONTH_SIZE, bold=True) for one in names)

    assert EDGE + widest < attendance.LEFT


@pytest.mark.parametrize(("speech", "letters"), [(RU, "н б у оп"), (EN, "a i e l")])
def test_a_missed_day_has_the_journals_letter_and_not_a_colour_alone(
    speech: object, letters: str
) -> None:
    words = said(attendance.drawn(speech, an_attendance(*EVERY)))  # type: ignore[arg-type]  # a speech

    for letter in letters.split():
        assert words.count(letter) == 2  # in its day and in the legend


def test_letters_look_different_in_grey() -> None:
    drawing = attendance.drawn(RU, an_attendance(*EVERY))

    fills = [one.get("fill", "") for one in shapes(drawing, "rect") if one.get("stroke") != "none"]
    greys = sorted({_grey(one) for one in fills} - {255})
    assert len(greys) == 3
    assert all(after - before > 40 for before, after in pairwise(greys))
    assert any(one.get("stroke-dasharray") for one in shapes(drawing, "rect"))


def _grey(colour: str) -> int:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


def test_a_day_of_several_missed_lessons_counts_them() -> None:
    missed = [(DAY, AbsenceCode.ILL)] * 6

    words = said(attendance.drawn(RU, an_attendance(*missed)))

    assert words.count("6") == 3  # 6 November, 6 December, six lessons
    assert "болезнь, уроков: 6" in words


def test_holidays_are_crossed_out() -> None:
    off = Holiday("День единства", date(2026, 11, 4), date(2026, 11, 4))

    with_one = attendance.drawn(RU, an_attendance(holidays=(off,)))

    assert len(shapes(with_one, "line")) == 1


def test_no_period_is_said() -> None:
    words = said(attendance.drawn(RU, an_attendance(period=None)))

    assert words[0].startswith("Отчётные периоды")


@pytest.mark.parametrize("name", NASTY)
def test_whatever_a_school_writes_the_picture_is_sound(name: str) -> None:
    view = an_attendance(*EVERY, child=a_strange_child(name), period=HALF_YEAR)

    made = attendance.make(RU, view)

    assert max(size_of(made.content) or (0,)) <= 1600
    assert made.name == "Пропуски, I полугодие.png"
