"""Since when an account was in strange hands: what a person may write, and what is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.breaches.moments import (
    ASKED_WITHIN,
    FARTHEST,
    BreachAskedLongAgo,
    BreachMomentWrong,
    choices,
    moment_of,
    must_be_fresh,
    must_be_past,
)
from core.breaches.said import Said, Voided

ZONE = ZoneInfo("Asia/Yekaterinburg")
NOW = datetime(2026, 11, 20, 12, tzinfo=ZONE)

WRITTEN = {
    "19.11.2026 14:30": datetime(2026, 11, 19, 14, 30, tzinfo=ZONE),
    "19.11 14:30": datetime(2026, 11, 19, 14, 30, tzinfo=ZONE),
    "19.11, 14.30": datetime(2026, 11, 19, 14, 30, tzinfo=ZONE),
    " 19.11 ": datetime(2026, 11, 19, tzinfo=ZONE),
    "20.11": datetime(2026, 11, 20, tzinfo=ZONE),
    "9:05": datetime(2026, 11, 20, 9, 5, tzinfo=ZONE),
    "12:00": NOW,
    "25.12": datetime(2025, 12, 25, tzinfo=ZONE),
    "1.9": datetime(2026, 9, 1, tzinfo=ZONE),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_moment_is_read_by_the_school_s_clock(text: str) -> None:
    assert moment_of(text, NOW, ZONE) == WRITTEN[text]


def test_today_is_the_school_s_though_elsewhere_it_is_yesterday() -> None:
    night = datetime(2026, 11, 19, 20, tzinfo=UTC)

    assert moment_of("00:30", night, ZONE) == datetime(2026, 11, 20, 0, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "вчера", "12:01", "20.11.2026 12:01", "31.02", "25:00", "1.1.2024", "19/11", "12"],
)
def test_what_is_no_moment_or_to_come_or_too_far_back_is_refused(text: str) -> None:
    with pytest.raises(BreachMomentWrong):
        moment_of(text, NOW, ZONE)


def test_the_farthest_moment_is_a_year_back_and_a_day() -> None:
    assert must_be_past(NOW - FARTHEST, NOW) == NOW - FARTHEST
    with pytest.raises(BreachMomentWrong):
        must_be_past(NOW - FARTHEST - timedelta(seconds=1), NOW)


def test_now_and_two_midnights_of_the_school_are_offered() -> None:
    midnights = [datetime(2026, 11, day, tzinfo=ZONE) for day in (20, 19)]

    assert list(choices(NOW, ZONE)) == [NOW, *midnights]


@pytest.mark.parametrize("ago", [timedelta(), ASKED_WITHIN])
def test_a_fresh_question_may_be_answered(ago: timedelta) -> None:
    must_be_fresh(NOW - ago, NOW)


@pytest.mark.parametrize("ago", [ASKED_WITHIN + timedelta(seconds=1), timedelta(seconds=-1)])
def test_an_old_question_and_one_of_the_future_may_not(ago: timedelta) -> None:
    with pytest.raises(BreachAskedLongAgo):
        must_be_fresh(NOW - ago, NOW)


def test_what_is_void_stands_under_the_school_s_day() -> None:
    early = datetime(2026, 11, 19, 22, 30, tzinfo=UTC)
    instant = Voided(Said.MESSAGE, "Добрый день", None, early)
    of_lesson = replace(instant, day=date(2026, 11, 18))

    zone = ZoneInfo("Asia/Vladivostok")

    assert instant.on_day_of(zone).day == date(2026, 11, 20)
    assert of_lesson.on_day_of(zone) == of_lesson
