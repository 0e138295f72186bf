"""What stood before a stranger's deeds, and since when."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.access.secrets import of_a_stranger
from core.breaches.deeds import Deed, What
from core.breaches.moments import (
    BreachAskedLongAgo,
    BreachMomentWrong,
    choices,
    moment_of,
    must_be_fresh,
)
from core.breaches.undoing import Standing, left_standing, stood_before, undone
from core.ids import PersonId, SchoolId

THIEF, OTHER = PersonId(1), PersonId(2)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")


def deeds(*told: tuple[PersonId, str | None, str | None]) -> list[Deed]:
    return [
        Deed(SchoolId(1), who, NOW, What.MARK, 7, before, after) for who, before, after in told
    ]


@pytest.mark.parametrize(
    ("told", "now", "stands"),
    [
        ([(THIEF, None, "2")], "2", None),
        ([(THIEF, "5", "3"), (THIEF, "3", "2")], "2", "5"),
        ([(THIEF, "5", None)], None, "5"),
        ([(THIEF, "5", "2"), (OTHER, "2", "4")], "4", "4"),
        ([(OTHER, None, "4"), (THIEF, "4", "2")], "2", "4"),
        ([(THIEF, "5", "2"), (OTHER, "2", "4"), (THIEF, "4", "1")], "1", "4"),
        # An import changed it afterwards: that is nobody's deed, and stays.
        ([(THIEF, "5", "2")], "3", "3"),
    ],
)
def test_the_last_deeds_in_a_row_are_void(
    told: list[tuple[PersonId, str | None, str | None]], now: str | None, stands: str | None
) -> None:
    assert stood_before(deeds(*told), THIEF, now) == stands


@pytest.mark.parametrize(("in_its_cell", "count"), [(None, 1), (8, 0)])
def test_what_would_come_back_beside_another_stays_away(
    in_its_cell: int | None, count: int
) -> None:
    gone = Standing(What.MARK, 7, None, NOW.date(), stands_instead=in_its_cell)

    found = undone(deeds((THIEF, "5", None)), THIEF, {(What.MARK, 7): gone})

    assert len(found) == count


@pytest.mark.parametrize(
    ("told", "now", "stood"),
    [
        ([(THIEF, "5", "2"), (OTHER, "2", "4")], "4", ["5"]),
        ([(THIEF, None, "2"), (OTHER, "2", "4")], "4", [None]),
        # An import changed it.
        ([(THIEF, "5", "2")], "3", ["5"]),
        # It goes back, in part or whole, or stands as it stood.
        ([(THIEF, "5", "2")], "2", []),
        ([(THIEF, "5", "2"), (OTHER, "2", "4"), (THIEF, "4", "1")], "1", []),
        ([(THIEF, "5", "2"), (OTHER, "2", "5")], "5", []),
        ([(THIEF, "5", "2"), (THIEF, "2", "5")], "5", []),
    ],
)
def test_what_somebody_else_changed_afterwards_is_to_be_looked_at(
    told: list[tuple[PersonId, str | None, str | None]], now: str | None, stood: list[str | None]
) -> None:
    standing = {(What.MARK, 7): Standing(What.MARK, 7, now, NOW.date())}

    done = undone(deeds(*told), THIEF, standing)
    left = left_standing(deeds(*told), THIEF, standing, done)

    assert [one.stands for one in left] == stood


def test_what_finds_its_cell_taken_is_to_be_looked_at() -> None:
    gone = Standing(What.MARK, 7, None, NOW.date(), stands_instead=8)

    left = left_standing(deeds((THIEF, "5", None)), THIEF, {(What.MARK, 7): gone}, [])

    assert [one.stands for one in left] == ["5"]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("19.11.2026 14:30", "2026-11-19T14:30"),
        ("19.11 14:30", "2026-11-19T14:30"),
        ("19.11", "2026-11-19T00:00"),
        ("9:15", "2026-11-20T09:15"),
        ("31.12", "2025-12-31T00:00"),
    ],
)
def test_a_moment_is_read_as_people_write_it(written: str, moment: str) -> None:
    expected = datetime.fromisoformat(moment).replace(tzinfo=MOSCOW)

    assert moment_of(written, NOW, MOSCOW) == expected


@pytest.mark.parametrize("written", ["", "вчера", "31.02 10:00", "25:00", "23:00", "01.01.2020"])
def test_what_is_no_moment_of_the_last_year_is_refused(written: str) -> None:
    with pytest.raises(BreachMomentWrong):
        moment_of(written, NOW, MOSCOW)


def test_now_and_the_begin_of_two_days_are_offered() -> None:
    told = [one.astimezone(MOSCOW).isoformat()[:16] for one in choices(NOW, MOSCOW)]

    assert told == ["2026-11-20T12:00", "2026-11-20T00:00", "2026-11-19T00:00"]


def test_an_old_question_is_answered_no_more() -> None:
    must_be_fresh(NOW - timedelta(minutes=29), NOW)

    with pytest.raises(BreachAskedLongAgo):
        must_be_fresh(NOW - timedelta(minutes=31), NOW)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Грачёва Нина, 7А, кв. 12-34", "Грачёва Нина, 7А, кв. 12-34"),
        ("мой пароль: солнышко", "мой пароль: •••"),
        ("вот qwerty12 и 123456", "вот ••• и •••"),
        ("Код ABCD-EFG2-HJK3", "Код •••"),
    ],
)
def test_what_could_be_a_secret_is_not_kept(said: str, kept: str) -> None:
    assert of_a_stranger(said) == kept
