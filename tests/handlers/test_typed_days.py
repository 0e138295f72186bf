"""Days and times are read as people type them, and what names none is not guessed at."""

from datetime import date, datetime

import pytest

from bot.handlers.typed_days import day_typed, moment_typed
from tests.core.builders import MOSCOW, NOW

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25.11", date(2026, 11, 25)),
        ("5.1", date(2027, 1, 5)),
        ("25.11.2027", date(2027, 11, 25)),
        ("25 ноября", date(2026, 11, 25)),
        ("до 25  Ноября", date(2026, 11, 25)),
        ("25 нояб.", date(2026, 11, 25)),
        ("25-го ноября", date(2026, 11, 25)),
        ("9 мая", date(2027, 5, 9)),
        ("3 мар", date(2027, 3, 3)),
        ("25 ноября 2026 г.", date(2026, 11, 25)),
        ("25 November", date(2026, 11, 25)),
        ("by 1st Dec", date(2026, 12, 1)),
        ("19.11", date(2026, 11, 19)),
        ("31.11", None),
        ("0.0", None),
        ("29 февраля", date(2028, 2, 29)),
        ("25 ма", None),
        ("25 числа", None),
        ("в пятницу", None),
        ("", None),
    ],
)
def test_a_day_is_read_in_numbers_or_words(text: str, day: date | None) -> None:
    assert day_typed(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("25.11 9:00", "2026-11-25T09:00+03:00"),
        ("25.11.2026, 09:30", "2026-11-25T09:30+03:00"),
        ("25.11 в 9:00", "2026-11-25T09:00+03:00"),
        ("25 ноября в 18:00", "2026-11-25T18:00+03:00"),
        ("25.11 25:00", None),
        ("9:00", None),
        ("25.11", None),
    ],
)
def test_a_time_is_read_where_the_school_stands(text: str, at: str | None) -> None:
    expected = datetime.fromisoformat(at) if at else None

    assert moment_typed(text, NOW, MOSCOW) == expected
