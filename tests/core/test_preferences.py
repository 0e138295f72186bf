"""When a notice of a person may go: digests, own nights, what can never be put off."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.access.zones import OwnZone
from core.ids import PersonId
from core.notices.digests import next_digest
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.preferences import (
    CHOSE_NOTHING,
    OWED,
    TOPICS,
    Goes,
    Nights,
    Preferences,
    Rests,
    SwitchedOff,
    Timing,
    Topic,
    Verdict,
    Via,
    Waits,
    timings_for,
    verdict,
)
from core.notices.timing import Opening
from core.regulation.forms import QuietHours
from tests.core.builders import MASHA, MOSCOW, SCHOOL

BERLIN, CHATHAM, UTC_ZONE = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Chatham"), ZoneInfo("UTC")
WINDOW = timedelta(minutes=10)
EVENING = CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.EVENING)
WEEKLY = CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.WEEKLY)


def at(moment: str, zone: ZoneInfo = MOSCOW) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=zone).astimezone(UTC)


def a_draft(happened: datetime, kind: NoticeKind = NoticeKind.HOMEWORK, **more: object) -> Draft:
    draft = Draft(SCHOOL, PersonId(2), MASHA, kind, 1, Change.NEW, happened)
    return replace(draft, **more)  # type: ignore[arg-type]  # a builder's freedom


def an_opening(now: datetime, zone: ZoneInfo = MOSCOW, *, night: bool = False) -> Opening:
    return Opening(SCHOOL, now - WINDOW, Lane.ALERT if night else Lane.BROADCAST, zone)


def said(chosen: Preferences, happened: str, now: str, zone: ZoneInfo = MOSCOW) -> Verdict:
    instant = at(now, zone)
    return verdict(a_draft(at(happened, zone)), chosen, an_opening(instant, zone), instant)


def test_who_chose_nothing_hears_at_once() -> None:
    assert said(CHOSE_NOTHING, "2026-11-20T12:00", "2026-11-20T12:00") == Goes()


@pytest.mark.parametrize(
    ("happened", "now", "rests_until"),
    [
        ("2026-11-20T12:00", "2026-11-20T12:00", "2026-11-20T18:00"),
        ("2026-11-20T12:00", "2026-11-20T17:59:59", "2026-11-20T18:00"),
        ("2026-11-20T12:00", "2026-11-20T18:00", None),
        ("2026-11-20T18:00", "2026-11-20T18:00", None),
        ("2026-11-20T18:00:01", "2026-11-20T18:00:01", "2026-11-21T18:00"),
        ("2026-11-20T18:00:01", "2026-11-21T17:59", "2026-11-21T18:00"),
        ("2026-11-20T23:59", "2026-11-21T00:01", "2026-11-21T18:00"),
        ("2026-11-20T12:00", "2026-11-23T09:00", None),
        ("2026-12-31T20:00", "2026-12-31T20:00", "2027-01-01T18:00"),
    ],
)
def test_an_evening_digest_goes_at_its_hour_and_no_earlier(
    happened: str, now: str, rests_until: str | None
) -> None:
    expected = Rests(at(rests_until)) if rests_until else Goes()

    assert said(EVENING, happened, now) == expected


@pytest.mark.parametrize(
    ("happened", "now", "rests_until"),
    [
        ("2026-11-16T08:00", "2026-11-16T08:00", "2026-11-22T18:00"),
        ("2026-11-20T12:00", "2026-11-21T18:00", "2026-11-22T18:00"),
        ("2026-11-20T12:00", "2026-11-22T17:59", "2026-11-22T18:00"),
        ("2026-11-20T12:00", "2026-11-22T18:00", None),
        ("2026-11-22T18:01", "2026-11-22T18:01", "2026-11-29T18:00"),
        ("2026-11-22T23:59", "2026-11-23T00:00", "2026-11-29T18:00"),
        ("2026-11-20T12:00", "2026-12-05T09:00", None),
    ],
)
def test_a_weekly_digest_goes_on_sunday_evening(
    happened: str, now: str, rests_until: str | None
) -> None:
    expected = Rests(at(rests_until)) if rests_until else Goes()

    assert said(WEEKLY, happened, now) == expected


AFTER_TUESDAY, TUESDAY, AFTER_WEDNESDAY = (
    "2026-11-25T00:00",
    "2026-11-24T00:00",
    "2026-11-26T00:00",
)
NEEDED = {
    # The kind, how it was chosen, when it happened, until when it is told; when it goes, if not
    # at once. 23 November is a Monday.
    "homework for the day after tomorrow, weekly": (
        NoticeKind.HOMEWORK,
        Timing.WEEKLY,
        ("2026-11-23T10:00", AFTER_WEDNESDAY),
        "2026-11-24T18:00",
    ),
    "homework for tomorrow, weekly": (
        NoticeKind.HOMEWORK,
        Timing.WEEKLY,
        ("2026-11-23T10:00", AFTER_TUESDAY),
        "2026-11-23T18:00",
    ),
    "homework for the Monday after, weekly": (
        NoticeKind.HOMEWORK,
        Timing.WEEKLY,
        ("2026-11-23T10:00", "2026-12-01T00:00"),
        "2026-11-29T18:00",
    ),
    "homework for tomorrow, before the evening's digest": (
        NoticeKind.HOMEWORK,
        Timing.EVENING,
        ("2026-11-23T10:00", AFTER_TUESDAY),
        "2026-11-23T18:00",
    ),
    "homework for tomorrow, after it": (
        NoticeKind.HOMEWORK,
        Timing.EVENING,
        ("2026-11-23T18:30", AFTER_TUESDAY),
        None,
    ),
    "homework for tomorrow after it, weekly": (
        NoticeKind.HOMEWORK,
        Timing.WEEKLY,
        ("2026-11-23T18:30", AFTER_TUESDAY),
        None,
    ),
    "homework for the day after tomorrow, after it": (
        NoticeKind.HOMEWORK,
        Timing.EVENING,
        ("2026-11-23T18:30", AFTER_WEDNESDAY),
        "2026-11-24T18:00",
    ),
    "a replacement of today": (
        NoticeKind.REPLACEMENT,
        Timing.EVENING,
        ("2026-11-24T08:00", AFTER_TUESDAY),
        None,
    ),
    "a replacement of Thursday, weekly": (
        NoticeKind.REPLACEMENT,
        Timing.WEEKLY,
        ("2026-11-23T10:00", "2026-11-27T00:00"),
        "2026-11-25T18:00",
    ),
    "a lesson moved to tomorrow, after the evening's digest": (
        NoticeKind.MOVE,
        Timing.EVENING,
        ("2026-11-23T18:30", AFTER_TUESDAY),
        None,
    ),
    "an event of Saturday, weekly": (
        NoticeKind.EVENT,
        Timing.WEEKLY,
        ("2026-11-23T10:00", "2026-11-29T00:00"),
        "2026-11-27T18:00",
    ),
    "a control work of Friday, weekly": (
        NoticeKind.CONTROL_WORK,
        Timing.WEEKLY,
        ("2026-11-24T00:05", "2026-11-27T00:00"),
        "2026-11-26T18:00",
    ),
    "a control work of tomorrow, after the evening's digest": (
        NoticeKind.CONTROL_LESSON,
        Timing.EVENING,
        ("2026-11-23T18:30", TUESDAY),
        None,
    ),
    "a check of data that is asked until a Sunday's noon, weekly": (
        NoticeKind.DATA_CHECK,
        Timing.WEEKLY,
        ("2026-11-23T10:00", "2026-11-29T12:00"),
        "2026-11-28T18:00",
    ),
}


@pytest.mark.parametrize(("kind", "timing", "told", "goes"), NEEDED.values(), ids=NEEDED)
def test_what_is_needed_before_its_digest_comes_earlier(
    kind: NoticeKind, timing: Timing, told: tuple[str, str], goes: str | None
) -> None:
    happened, until = at(told[0]), at(told[1])
    draft = a_draft(happened, kind, valid_until=until)
    chosen = CHOSE_NOTHING.timed(TOPICS[kind], timing)

    said = verdict(draft, chosen, an_opening(happened), happened)

    assert said == (Rests(at(goes)) if goes else Goes())
    assert not goes or verdict(draft, chosen, an_opening(at(goes)), at(goes)) == Goes()


def test_what_is_needed_tomorrow_waits_for_the_end_of_the_night() -> None:
    late, morning = at("2026-11-23T22:00"), at("2026-11-24T07:00")
    draft = a_draft(late, valid_until=at(AFTER_TUESDAY))

    by_night = verdict(draft, EVENING, an_opening(late, night=True), late)
    after_it = verdict(draft, EVENING, an_opening(morning), morning)

    assert (by_night, after_it) == (Waits(), Goes())


def test_a_day_begins_by_the_school_s_clock_also_when_the_clocks_change() -> None:
    # The day on which the clocks go back has 25 hours: its begin is no day before its end.
    happened, ends = at("2026-10-24T17:00", BERLIN), at("2026-10-26T00:00", BERLIN)
    midnight = replace(an_opening(happened, BERLIN), digest_at=time(23, 30))

    said = verdict(a_draft(happened, valid_until=ends), WEEKLY, midnight, happened)

    assert said == Rests(at("2026-10-24T23:30", BERLIN))


def test_the_digest_keeps_its_hour_when_the_clocks_change() -> None:
    before, after = "2026-10-24T19:00", "2026-03-28T19:00"

    in_autumn, in_spring = (
        said(EVENING, before, before, BERLIN),
        said(EVENING, after, after, BERLIN),
    )

    assert in_autumn == Rests(datetime(2026, 10, 25, 17, tzinfo=UTC))
    assert in_spring == Rests(datetime(2026, 3, 29, 16, tzinfo=UTC))


def test_the_day_of_the_weekly_digest_is_the_school_s() -> None:
    sunday_there = at("2026-11-22T10:00", CHATHAM)

    due = next_digest(an_opening(sunday_there, CHATHAM), after=sunday_there, weekly=True)

    assert sunday_there.weekday() == 5
    assert due == at("2026-11-22T18:00", CHATHAM)


def test_a_digest_hour_that_the_clocks_skip_comes_once_and_right_after() -> None:
    opening = replace(an_opening(at("2026-03-28T12:00"), BERLIN), digest_at=time(2, 30))

    first = next_digest(opening, after=at("2026-03-28T12:00", BERLIN), weekly=False)
    second = next_digest(opening, after=first, weekly=False)

    assert first == at("2026-03-29T03:30", BERLIN)
    assert second == at("2026-03-30T02:30", BERLIN)


def test_a_mark_whose_window_is_open_at_the_hour_is_for_the_next_digest() -> None:
    chosen = CHOSE_NOTHING.timed(Topic.MARKS, Timing.EVENING)
    now = at("2026-11-20T18:06")
    in_time = a_draft(at("2026-11-20T17:50"), NoticeKind.MARK)
    late = a_draft(at("2026-11-20T17:55"), NoticeKind.MARK)

    told = [verdict(one, chosen, an_opening(now), now) for one in (in_time, late)]

    assert told == [Goes(), Rests(at("2026-11-21T18:00"))]


def test_a_mark_in_its_window_waits_whatever_was_chosen() -> None:
    now = at("2026-11-20T12:00")
    chosen = CHOSE_NOTHING.timed(Topic.MARKS, Timing.OFF)

    assert verdict(a_draft(now, NoticeKind.MARK), chosen, an_opening(now), now) == Waits()


def test_what_is_switched_off_ends() -> None:
    off = CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.OFF)

    assert said(off, "2026-11-20T12:00", "2026-11-20T12:00") == SwitchedOff()


def test_a_choice_of_one_topic_touches_no_other() -> None:
    off = CHOSE_NOTHING.timed(Topic.MARKS, Timing.OFF)

    assert said(off, "2026-11-20T12:00", "2026-11-20T12:00") == Goes()


def all_off() -> Preferences:
    chosen = CHOSE_NOTHING.with_nights(Nights.OWN, QuietHours(time(0), time(23, 59)))
    for topic in Topic:
        chosen = chosen.timed(topic, Timing.OFF)
    return chosen


def test_an_alert_goes_by_night_and_whatever_was_switched_off() -> None:
    now = at("2026-11-20T23:00")
    alert = a_draft(now, NoticeKind.ABSENCE, lane=Lane.ALERT)

    assert verdict(alert, all_off(), an_opening(now, night=True), now) == Goes()


TOLD_ALWAYS = {
    # Answers to what the family itself said, and the school's word to all (D6.3).
    NoticeKind.DECISION,
    NoticeKind.ANNOUNCEMENT,
    NoticeKind.DATA_SETTLED,
    # The work of class teachers, teachers and administration.
    NoticeKind.UNREACHABLE,
    NoticeKind.CLAIM,
    NoticeKind.SEARCH,
    NoticeKind.FORECAST_SENT,
    NoticeKind.TO_PRINT,
    NoticeKind.WARNINGS_DRAFTED,
    NoticeKind.TRUANCY_DRAFTED,
    NoticeKind.TRUANCY_WAITS,
    NoticeKind.MISSING_OF_CLASS,
    NoticeKind.MISSING_OF_COURSE,
    NoticeKind.MISSING_OF_SCHOOL,
    NoticeKind.ABSENCE_CHECK,
    NoticeKind.ABSENCES_OF_WEEK,
    NoticeKind.REVIEWED,
    NoticeKind.REVIEWS_OF_DAY,
    NoticeKind.LOST_ACCESS,
    NoticeKind.BREACH,
    NoticeKind.BREACH_DUE,
    NoticeKind.DATA_CORRECTIONS,
    NoticeKind.DATA_OF_CLASS,
    NoticeKind.PAPER_RUN,
    # What somebody wrote to this person, and what became of what this person wrote (C2.9).
    NoticeKind.BROADCAST,
    NoticeKind.BROADCAST_REMINDER,
    NoticeKind.BROADCAST_NUDGE,
    NoticeKind.BROADCAST_OVERDUE,
    NoticeKind.BROADCAST_STOPPED,
    NoticeKind.BROADCAST_STOPPED_OWN,
    NoticeKind.BROADCAST_UNHEARD,
    NoticeKind.BROADCAST_WITHDRAWN,
    NoticeKind.MESSAGE,
    NoticeKind.MESSAGE_LOST,
    # Who stands in when: a window may be near.
    NoticeKind.STAND_IN,
    # Who asked for help waits; who answers it is on duty (H1, H2).
    NoticeKind.TICKET_ARRIVED,
    NoticeKind.TICKET_WENT_ON,
    NoticeKind.TICKET_PROMISE,
    NoticeKind.TICKET_WORDS,
    NoticeKind.TICKET_LOST,
    NoticeKind.TICKET_AT_END,
    NoticeKind.TICKET_WOKE,
    NoticeKind.TICKET_CLOSED,
    NoticeKind.TICKET_RATED,
    NoticeKind.DUTY_CALL,
    NoticeKind.DUTY_SILENT,
    NoticeKind.DUTY_FLAWS,
    # The work of who was invited, and of who wrote to the vendor (H3, H6).
    NoticeKind.TRAINING,
    NoticeKind.TRAINING_REMINDER,
    NoticeKind.TRAINING_LACKING,
    NoticeKind.PACKET_REFUSED,
    NoticeKind.PACKET_DUE,
}


def test_each_kind_of_notice_is_a_person_s_to_choose_or_is_told_always() -> None:
    assert set(NoticeKind) == TOPICS.keys() | TOLD_ALWAYS
    assert TOPICS.keys() & TOLD_ALWAYS == set()


OF_OWED = {kind for kind, topic in TOPICS.items() if topic in OWED}


@pytest.mark.parametrize("kind", sorted(TOLD_ALWAYS | OF_OWED))
def test_what_is_told_always_cannot_be_put_off(kind: NoticeKind) -> None:
    now = at("2026-11-20T12:00")
    chosen = replace(all_off(), nights=Nights.SCHOOL)
    draft = a_draft(now - timedelta(hours=1), kind)

    assert verdict(draft, chosen, an_opening(now), now) == Goes()


@pytest.mark.parametrize("topic", sorted(OWED))
def test_of_what_is_owed_only_the_way_is_a_choice(topic: Topic) -> None:
    put_off = CHOSE_NOTHING.timed(topic, Timing.OFF)
    from_a_file = Preferences({topic: Timing.OFF})
    by_mail = CHOSE_NOTHING.told_via(Via.MAIL, topic)

    assert put_off == CHOSE_NOTHING
    assert from_a_file.timing_of(topic) is Timing.AT_ONCE
    assert by_mail.ways == {topic: Via.MAIL}


def test_every_topic_has_news() -> None:
    assert set(TOPICS.values()) == set(Topic)


def test_a_reminder_is_at_once_or_not_at_all() -> None:
    weekly = CHOSE_NOTHING.timed(Topic.REVIEW, Timing.WEEKLY)

    assert weekly == CHOSE_NOTHING
    assert timings_for(Topic.REVIEW) == (Timing.AT_ONCE, Timing.OFF)


def test_by_the_school_s_night_everybody_waits() -> None:
    now = at("2026-11-20T22:00")
    off = CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.OFF)

    told = [
        verdict(a_draft(now), chosen, an_opening(now, night=True), now)
        for chosen in (CHOSE_NOTHING, EVENING, off)
    ]

    assert told == [Waits(), Waits(), Waits()]


@pytest.mark.parametrize("night", [False, True])
def test_own_nights_stand_in_for_the_school_s(*, night: bool) -> None:
    own = CHOSE_NOTHING.with_nights(Nights.OWN, QuietHours(time(23), time(9)))
    late, early, by_day = (
        at("2026-11-20T23:30"),
        at("2026-11-21T08:59"),
        at("2026-11-21T09:00"),
    )

    told = [
        verdict(a_draft(now), own, an_opening(now, night=night), now)
        for now in (late, early, by_day)
    ]

    assert told == [Rests(by_day), Rests(by_day), Goes()]


def test_without_nights_news_goes_at_any_hour() -> None:
    now = at("2026-11-20T03:00")
    none = CHOSE_NOTHING.with_nights(Nights.NONE)

    assert verdict(a_draft(now), none, an_opening(now, night=True), now) == Goes()


def test_own_nights_end_by_the_clock_on_the_wall() -> None:
    own = CHOSE_NOTHING.with_nights(Nights.OWN, QuietHours(time(22), time(7)))

    told = said(own, "2026-10-24T23:00", "2026-10-24T23:00", BERLIN)

    assert told == Rests(datetime(2026, 10, 25, 6, tzinfo=UTC))


def test_own_nights_go_by_the_clock_of_where_the_person_lives() -> None:
    own = CHOSE_NOTHING.with_nights(Nights.OWN, QuietHours(time(22), time(7)))
    in_omsk = own.living_in(OwnZone.OMSK)

    told = [said(one, "2026-11-20T20:00", "2026-11-20T20:00") for one in (own, in_omsk)]

    assert told == [Goes(), Rests(at("2026-11-21T04:00"))]


def test_the_school_s_digest_keeps_the_school_s_hour_for_who_lives_elsewhere() -> None:
    in_omsk = EVENING.living_in(OwnZone.OMSK)

    assert said(in_omsk, "2026-11-20T12:00", "2026-11-20T15:00") == Rests(at("2026-11-20T18:00"))


def test_hearing_all_as_before_does_not_move_the_person() -> None:
    chosen = EVENING.worded(neutral=True).living_in(OwnZone.KAMCHATKA)

    assert chosen.as_before == CHOSE_NOTHING.living_in(OwnZone.KAMCHATKA)


def test_a_night_over_the_digest_hour_lets_the_digest_out_at_its_end() -> None:
    own = EVENING.with_nights(Nights.OWN, QuietHours(time(17), time(20)))

    by_night = said(own, "2026-11-20T12:00", "2026-11-20T18:00")
    after_it = said(own, "2026-11-20T12:00", "2026-11-20T20:00")
    later = said(own, "2026-11-20T19:00", "2026-11-20T20:00")

    assert by_night == Rests(at("2026-11-20T20:00"))
    assert after_it == Goes()
    assert later == Rests(at("2026-11-21T18:00"))


def test_a_choice_taken_back_leaves_nothing_behind() -> None:
    there_and_back = EVENING.timed(Topic.HOMEWORK, Timing.AT_ONCE)

    assert there_and_back == CHOSE_NOTHING


def test_own_hours_are_kept_while_others_hold() -> None:
    own = QuietHours(time(23), time(9))

    chosen = CHOSE_NOTHING.with_nights(Nights.OWN, own).with_nights(Nights.SCHOOL)

    assert (chosen.nights, chosen.own_hours) == (Nights.SCHOOL, own)


INSTANTS = st.integers(0, 10 * 365 * 24 * 60).map(
    lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
ZONES = st.sampled_from([MOSCOW, BERLIN, CHATHAM, UTC_ZONE, ZoneInfo("America/New_York")])


@given(now=INSTANTS, zone=ZONES, hour=st.integers(0, 23), weekly=st.booleans())
def test_what_rests_goes_when_its_time_has_come(
    now: datetime, zone: ZoneInfo, hour: int, *, weekly: bool
) -> None:
    opening = replace(an_opening(now, zone), digest_at=time(hour, 30))
    chosen = WEEKLY if weekly else EVENING

    told = verdict(a_draft(now), chosen, opening, now)
    until = told.until if isinstance(told, Rests) else now

    assert until - now <= timedelta(days=8 if weekly else 2)
    assert verdict(a_draft(now), chosen, opening, until) == Goes()


@given(now=INSTANTS, zone=ZONES, begin=st.times(), end=st.times())
def test_a_night_of_one_s_own_always_ends(
    now: datetime, zone: ZoneInfo, begin: time, end: time
) -> None:
    chosen = CHOSE_NOTHING.with_nights(Nights.OWN, QuietHours(begin, end))

    told = verdict(a_draft(now), chosen, an_opening(now, zone), now)

    assert told == Goes() or (isinstance(told, Rests) and now < told.until)


@given(
    now=INSTANTS,
    zone=ZONES,
    hour=st.integers(0, 23),
    ahead=st.integers(0, 14 * 24),
    weekly=st.booleans(),
)
def test_nothing_rests_until_it_is_needed_no_more(
    now: datetime, zone: ZoneInfo, hour: int, ahead: int, *, weekly: bool
) -> None:
    opening = replace(an_opening(now, zone), digest_at=time(hour, 30))
    topic = CHOSE_NOTHING.timed(Topic.CONTROL_WORKS, Timing.WEEKLY if weekly else Timing.EVENING)
    needed = now + timedelta(hours=ahead)
    draft = a_draft(now, NoticeKind.CONTROL_WORK, valid_until=needed)

    told = verdict(draft, topic, opening, now)

    assert told == Goes() or (isinstance(told, Rests) and now < told.until < needed)
