"""When a notice may go: the correction window holds marks, the night holds all but alerts."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.notices.ledger import Lane
from core.notices.timing import Opening, SchoolDelivery, is_quiet, opening
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery
from tests.core.builders import MOSCOW, NOW, SCHOOL

NIGHT = QuietHours()
TIMES = st.times().map(lambda at: at.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("hours", "at", "quiet"),
    [
        (NIGHT, time(20, 59, 59), False),
        (NIGHT, time(21), True),
        (NIGHT, time(0), True),
        (NIGHT, time(6, 59, 59), True),
        (NIGHT, time(7), False),
        (QuietHours(time(13), time(15)), time(12, 59), False),
        (QuietHours(time(13), time(15)), time(13), True),
        (QuietHours(time(13), time(15)), time(15), False),
        (QuietHours(time(13), time(13)), time(13), False),
    ],
)
def test_quiet_hours_hold_their_begin_and_not_their_end(
    hours: QuietHours, at: time, *, quiet: bool
) -> None:
    assert is_quiet(hours, datetime.combine(NOW, at, MOSCOW)) == quiet


@given(begin=TIMES, end=TIMES, at=TIMES)
def test_a_time_is_quiet_by_the_hours_or_by_their_opposite(
    begin: time, end: time, at: time
) -> None:
    local = datetime.combine(NOW, at)

    by_the_hours = is_quiet(QuietHours(begin, end), local)

    assert begin == end or by_the_hours != is_quiet(QuietHours(end, begin), local)


def test_by_day_everything_goes_but_marks_wait_for_their_window() -> None:
    rules = Delivery(timedelta(minutes=10))

    now = opening(SchoolDelivery(SCHOOL, MOSCOW, rules), NOW)

    assert now == Opening(SCHOOL, NOW - timedelta(minutes=10), Lane.BROADCAST, MOSCOW)


def test_at_the_school_s_night_nothing_but_alerts_goes() -> None:
    evening_in_moscow = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)

    now = opening(SchoolDelivery(SCHOOL, MOSCOW, Delivery()), evening_in_moscow)

    assert now.last_lane is Lane.ALERT


def test_a_school_without_quiet_hours_sends_at_night() -> None:
    rules = Delivery(quiet_hours=None)
    evening_in_moscow = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)

    now = opening(SchoolDelivery(SCHOOL, MOSCOW, rules), evening_in_moscow)

    assert now.last_lane is Lane.BROADCAST
