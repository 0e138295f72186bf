"""The chart of marks, read back from its SVG."""

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from bot.documents import chart
from bot.documents.chart import MOST_SUBJECTS
from bot.documents.picture import WIDTH
from bot.documents.svg import PAPER, Drawing
from core.diary.papers.spread import Spread
from sandbox.engine.pictures import size_of
from tests.core.builders import TODAY
from tests.documents.views import HALF_YEAR, NASTY, QUARTER, a_chart, a_curve, a_strange_child
from tests.screens.views import EN, RU

SPREAD = Spread(Decimal(3), Decimal(4), Decimal("4.5"))
BAND = "#dfe3e8"
DIGIT = 8.9
"""Half of a dot, and half of the digit in it."""


def shapes(drawing: Drawing, kind: str) -> list[ET.Element]:
    root = ET.fromstring(drawing.source())  # noqa: S314 - our own
    return [one for one in root if one.tag.endswith(f"}}{kind}")]


def dots(drawing: Drawing) -> list[ET.Element]:
    """Return the dots of marks, without the discs that are their edges."""
    return [one for one in shapes(drawing, "circle") if one.get("fill") != PAPER]


def said(drawing: Drawing) -> list[str]:
    return [one.text or "" for one in shapes(drawing, "text")]


def test_each_subject_has_its_marks_and_its_mean() -> None:
    drawing = chart.drawn(RU, a_chart(a_curve("Алгебра", "5", "3/5"), a_curve("Физика", "2")))

    words = said(drawing)
    assert words[:2] == ["Отметки, II четверть", "Орлова Маша, 7А"]
    assert [one for one in words if one in {"Алгебра", "Физика"}] == ["Алгебра", "Физика"]
    assert words.count("4,25") == 2
    assert len(shapes(drawing, "polyline")) == 3  # two means, and one in the legend
    assert len(dots(drawing)) == 5  # 5, 3, 5, 2, and one in the legend


def test_the_class_is_a_band_where_it_may_be_told() -> None:
    drawing = chart.drawn(RU, a_chart(a_curve(spread=SPREAD), a_curve("Физика")))

    bands = [one for one in shapes(drawing, "rect") if one.get("fill") == BAND]
    assert len(bands) == 2  # one subject, and the legend
    assert "половина отметок класса, пунктир: середина" in said(drawing)


def test_without_a_band_the_legend_does_not_speak_of_one() -> None:
    drawing = chart.drawn(RU, a_chart(a_curve()))

    assert not any("класса" in one for one in said(drawing))


def test_words_in_place_of_a_mark_are_written_out() -> None:
    assert "зачёт" in said(chart.drawn(RU, a_chart(a_curve("Музыка", "pass"))))


def test_marks_of_one_day_do_not_cover_each_other() -> None:
    drawing = chart.drawn(RU, a_chart(a_curve("Алгебра", "5", "5", "5", "4")))

    spots = [(one.get("cx"), one.get("cy")) for one in dots(drawing)]
    assert len(set(spots)) == len(spots)


def test_no_digit_of_near_days_is_covered() -> None:
    curve = a_curve("Алгебра", "4", "4", "4")
    days = [TODAY + timedelta(days=ahead) for ahead in range(3)]
    marks = tuple(replace(one, day=day) for one, day in zip(curve.marks, days, strict=True))

    drawing = chart.drawn(RU, a_chart(replace(curve, marks=marks)))

    fours = [float(one.get("cx", 0)) for one in dots(drawing)[:3]]
    assert all(after - before >= DIGIT for before, after in pairwise(fours))


def test_no_digit_is_covered_at_the_end_of_a_quarter() -> None:
    curve = a_curve("Алгебра", "4", "4", "4", "4")
    marks = tuple(replace(one, day=QUARTER.ends) for one in curve.marks)

    drawing = chart.drawn(RU, a_chart(replace(curve, marks=marks)))

    fours = sorted(float(one.get("cx", 0)) for one in dots(drawing)[:4])
    assert all(after - before >= DIGIT for before, after in pairwise(fours))
    assert fours[-1] <= WIDTH


def test_the_mean_runs_up_to_today_and_not_into_what_is_to_come() -> None:
    view = a_chart(a_curve())

    ends = [
        _right_end(chart.drawn(RU, replace(view, until=day)))
        for day in (TODAY, TODAY + timedelta(days=7), QUARTER.ends)
    ]

    assert ends == sorted(set(ends))
    mark = max(float(one.get("cx", 0)) for one in dots(chart.drawn(RU, view)))
    assert ends[0] == pytest.approx(mark, abs=0.1)


def _right_end(drawing: Drawing) -> float:
    line = shapes(drawing, "polyline")[0].get("points", "")
    return float(line.split()[-1].partition(",")[0])


def test_subjects_that_have_no_room_or_no_marks_are_told() -> None:
    curves = [a_curve(f"Предмет {number}") for number in range(MOST_SUBJECTS + 2)]

    words = said(chart.drawn(RU, a_chart(*curves, unmarked=("ИЗО", "Музыка"))))

    assert f"Предмет {MOST_SUBJECTS}" not in words
    assert "… и ещё предметов: 2" in words
    assert "Без отметок: ИЗО, Музыка" in words


def test_an_empty_period_and_none_at_all_are_said() -> None:
    assert "Отметок за этот период пока нет." in said(chart.drawn(RU, a_chart()))
    assert any(one.startswith("Отчётные") for one in said(chart.drawn(RU, a_chart(period=None))))


def test_it_speaks_english() -> None:
    assert "Marks, II четверть" in said(chart.drawn(EN, a_chart(a_curve())))


@pytest.mark.parametrize("name", NASTY)
def test_whatever_a_school_writes_the_picture_is_sound_and_as_wide_as_a_phone(name: str) -> None:
    view = a_chart(
        a_curve(name, "1", "5", "3/5"),
        unmarked=(name,) * 30,
        child=a_strange_child(name),
        period=HALF_YEAR,
    )

    made = chart.make(RU, view)

    size = size_of(made.content)
    assert size is not None
    assert size[0] == 2 * WIDTH
    assert re.fullmatch(r"[\w(), -]+\.png", made.name)


def test_a_long_picture_stays_within_what_telegram_keeps() -> None:
    made = chart.make(RU, a_chart(*[a_curve(f"Предмет {number}") for number in range(40)]))

    assert max(size_of(made.content) or (0,)) <= 1600
