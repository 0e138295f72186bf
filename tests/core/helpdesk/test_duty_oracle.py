"""The fast schedule says what a walk through the minutes of two years says.

The walk takes about two seconds for a schedule, so few schedules are walked through in full; the
list of all turns is compared whole, and who is on duty, the next window and the time within
windows at instants drawn at random and at each end of a window, a minute around it. Many more
schedules are walked through for nine days about the days on which clocks go wrong. The clocks of
the zones drawn are put back and forward at night, at midnight, and by half an hour.
"""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.helpdesk.duty.schedule import HORIZON, DutySchedule
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.duty.window import DayOff, Hours, OneDay, OtherHours, StandIn, Window
from core.helpdesk.topics import Topic
from core.ids import DutyId, PersonId
from core.journal.calendar import Holiday
from tests.core.helpdesk.oracle import MINUTE, Seen, walk

SINCE = datetime(2027, 3, 1, tzinfo=UTC)
UNTIL = datetime(2029, 3, 1, tzinfo=UTC)
DAYS = (UNTIL - SINCE).days
ZONES = (
    "Europe/Simferopol",
    "Europe/Berlin",
    "America/Havana",
    "Africa/Cairo",
    "Australia/Lord_Howe",
    "America/Santiago",
)
TOPICS = (Topic.DIARY, Topic.REPORTS, Topic.LOST_ACCESS)
ODD_DAYS = (
    date(2028, 2, 29),
    date(2028, 3, 26),
    date(2028, 10, 29),
    date(2028, 3, 12),
    date(2028, 11, 5),
    date(2028, 4, 28),
    date(2028, 10, 27),
    date(2028, 4, 2),
    date(2028, 10, 1),
    date(2028, 9, 3),
)

_HOURS = st.tuples(st.integers(0, 23), st.sampled_from((0, 0, 15, 30, 59)))
_NIGHT = st.tuples(st.integers(0, 4), st.sampled_from((0, 0, 15, 30, 45)))


def _time(of: tuple[int, int]) -> time:
    return time(*of)


times = st.one_of(_HOURS, _NIGHT).map(_time)
hours = st.tuples(times, times).map(lambda two: Hours(min(two), max(two)))
days = st.one_of(
    st.integers(0, DAYS - 1).map(lambda ahead: SINCE.date() + timedelta(days=ahead)),
    st.sampled_from(ODD_DAYS),
)
people = st.integers(1, 4).map(PersonId)


@st.composite
def windows(draw: st.DrawFn, number: int, about: st.SearchStrategy[date]) -> Window:
    begins, ends = draw(st.one_of(st.none(), about)), draw(st.one_of(st.none(), about))
    weekday = draw(st.integers(1, 7))
    if begins and draw(st.booleans()):
        ends, weekday = begins, begins.isoweekday()
    covers = frozenset(draw(st.sets(st.sampled_from(TOPICS), min_size=1)))
    return Window(
        DutyId(number),
        draw(people),
        covers,
        weekday,
        draw(hours),
        begins=begins,
        ends=ends,
    )


@st.composite
def schedules(draw: st.DrawFn, about: st.SearchStrategy[date] = days) -> DutySchedule:
    numbers = range(1, draw(st.integers(1, 7)) + 1)
    own = tuple(draw(windows(number, about)) for number in numbers)
    differing: list[OneDay] = []
    handed: list[StandIn] = []
    for window in own:
        for day in draw(st.lists(about, max_size=3, unique=True)):
            on = day + timedelta(days=(window.weekday - day.isoweekday()) % 7)
            key = ShiftKey(window.id, on)
            if draw(st.booleans()) and all(one.key != key for one in differing):
                other: OneDay = OtherHours(key, draw(hours))
                differing.append(other if draw(st.booleans()) else DayOff(key))
            handed += [
                StandIn(key, draw(people), draw(people)) for _ in range(draw(st.integers(0, 3)))
            ]
    free = draw(st.lists(st.tuples(about, st.integers(0, 10)), max_size=3))
    holidays = tuple(Holiday("", day, day + timedelta(days=more)) for day, more in free)
    zone = ZoneInfo(draw(st.sampled_from(ZONES)))
    return DutySchedule(zone, own, tuple(differing), tuple(handed), holidays)


def _seen(shift: Shift) -> tuple[object, ...]:
    return (shift.starts_at, shift.window, shift.day, shift.consultant, shift.ends_at)


def _told(seen: Seen) -> tuple[object, ...]:
    return (seen.opens, seen.window, seen.day, seen.person, seen.closes)


def _on_duty(turns: list[Seen], topic: Topic, at: datetime) -> list[tuple[object, ...]]:
    return [_told(one) for one in turns if topic in one.topics and one.opens <= at < one.closes]


def _next(turns: list[Seen], topic: Topic, after: datetime) -> Seen | None:
    found = [one for one in turns if topic in one.topics and one.opens > after]
    return min(found, key=lambda one: (one.opens, one.window), default=None)


def _minutes(turns: list[Seen], topic: Topic, since: datetime, until: datetime) -> int:
    of_topic = [one for one in turns if topic in one.topics]
    span = (until - since) // MINUTE
    walked = (since + ahead * MINUTE for ahead in range(span))
    return sum(any(one.opens <= at < one.closes for one in of_topic) for at in walked)


def _same(
    schedule: DutySchedule, turns: list[Seen], since: datetime, until: datetime, drawn: list[int]
) -> None:
    turns.sort(key=lambda one: (one.opens, one.window))
    assert list(map(_seen, schedule.shifts(since, until))) == list(map(_told, turns))
    ends = [it for one in turns[:: max(1, len(turns) // 25)] for it in (one.opens, one.closes)]
    edges = [at + off * MINUTE for at in ends for off in (-1, 0, 1)]
    span = (until - since) // MINUTE
    instants = [since + number % span * MINUTE for number in drawn]
    for at in (one for one in (*edges, *instants) if since <= one < until):
        for topic in TOPICS:
            assert list(map(_seen, schedule.on_duty(topic, at))) == _on_duty(turns, topic, at)
            _same_next(schedule, turns, topic, at, until)
    for at, topic in product(instants[:5], TOPICS):
        last = min(at + timedelta(days=3), until)
        counted = schedule.window_time(topic, at, last)
        assert counted == _minutes(turns, topic, at, last) * MINUTE


def _same_next(
    schedule: DutySchedule, turns: list[Seen], topic: Topic, at: datetime, until: datetime
) -> None:
    found, coming = schedule.next_shift(topic, at), _next(turns, topic, at)
    if coming is None or coming.opens > at + HORIZON:
        assert found is None or found.starts_at >= min(until, at + HORIZON)
    else:
        assert found is not None
        assert _seen(found) == _told(coming)


drawn = st.lists(st.integers(0, 10**7), min_size=40, max_size=40)


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(schedules(), drawn)
def test_the_schedule_says_what_a_walk_through_two_years_says(
    schedule: DutySchedule, drawn: list[int]
) -> None:
    turns = walk(schedule, SINCE, UNTIL)

    _same(schedule, turns, SINCE, UNTIL, drawn)


@st.composite
def about_odd_days(draw: st.DrawFn) -> tuple[DutySchedule, datetime, datetime]:
    day = draw(st.sampled_from(ODD_DAYS))
    near = st.integers(-3, 3).map(lambda ahead: day + timedelta(days=ahead))
    noon = datetime.combine(day, time(12), UTC)
    return draw(schedules(near)), noon - timedelta(days=4), noon + timedelta(days=4)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(about_odd_days(), drawn)
def test_the_schedule_says_what_the_clock_says_when_clocks_change(
    of: tuple[DutySchedule, datetime, datetime], drawn: list[int]
) -> None:
    schedule, since, until = of

    turns = walk(schedule, since, until)

    _same(schedule, turns, since, until, drawn)
