"""Who gets a ticket, what the asker is promised, and who is called before a window: tables."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.access.people import Name, Role
from core.helpdesk.duty.calls import Call, DueCall, Stage, Turn, due_calls, stand_ins
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.duty.window import DayOff, Hours, StandIn, Window
from core.helpdesk.tickets.owner import Administrator, Consultant, Owner, Queue
from core.helpdesk.tickets.promise import (
    AdministratorAnswers,
    AnswersBy,
    AnswersFrom,
    AnswersNow,
    AtVendor,
    Promise,
    WindowOver,
    promise,
)
from core.helpdesk.tickets.routing import HelpDesk, passed_on, route
from core.helpdesk.tickets.ticket import Asking, Standing, State, Ticket
from core.helpdesk.topics import ANY, Covers, Topic
from core.ids import DutyId, PersonId, SchoolId, SourceId, TicketId
from core.regulation.profile import HelpRule

MOSCOW = ZoneInfo("Europe/Moscow")
MONDAY = date(2026, 11, 23)
NINA, OLGA, VERA, EVA = (PersonId(one) for one in (1, 2, 3, 9))
MORNING, NOON, ALSO, WEDNESDAY = (DutyId(one) for one in (11, 12, 13, 14))


def window(number: DutyId, person: PersonId, day: int, said: str, covers: Covers = ANY) -> Window:
    starts, ends = (time.fromisoformat(one) for one in said.split("-"))
    return Window(number, person, covers, day, Hours(starts, ends))


def at(hour: str, day: date = MONDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(hour), MOSCOW)


def key(number: DutyId, day: date = MONDAY) -> ShiftKey:
    return ShiftKey(number, day)


SCHEDULE = DutySchedule(
    MOSCOW,
    (
        window(MORNING, NINA, 1, "09:00-10:00"),
        window(NOON, NINA, 1, "12:00-13:00"),
        window(ALSO, OLGA, 1, "12:00-14:00", Covers({Topic.DIARY})),
        window(WEDNESDAY, VERA, 3, "09:00-12:00", Covers({Topic.REGISTRATION})),
    ),
)
ALL = frozenset({NINA, OLGA, VERA})
NOONS = SCHEDULE.shift(key(NOON))
NEXT_MORNING = SCHEDULE.shift(key(MORNING, date(2026, 11, 30)))

ROUTES: Mapping[str, tuple[str, Topic, dict[str, object], Owner]] = {
    "on duty": ("12:30", Topic.REPORTS, {}, Consultant(NINA, key(NOON))),
    "least busy": (
        "12:30",
        Topic.DIARY,
        {"load": {NINA: 2, OLGA: 1}},
        Consultant(OLGA, key(ALSO)),
    ),
    "equally busy": ("12:30", Topic.DIARY, {}, Consultant(NINA, key(NOON))),
    "the last minute": ("09:59", Topic.DIARY, {}, Consultant(NINA, key(MORNING))),
    "its end": ("10:00", Topic.DIARY, {}, Queue(key(NOON))),
    "next window": ("10:30", Topic.REPORTS, {}, Queue(key(NOON))),
    "other day": ("10:30", Topic.REGISTRATION, {}, Queue(key(NOON))),
    "after the week": ("14:30", Topic.DIARY, {}, Queue(key(MORNING, date(2026, 11, 30)))),
    "lost access": ("12:30", Topic.LOST_ACCESS, {}, Administrator()),
    "urgent in hours": ("12:30", Topic.DIARY, {"urgent": True}, Consultant(NINA, key(NOON))),
    "urgent out of hours": ("10:30", Topic.DIARY, {"urgent": True}, Administrator()),
    "blocked": ("12:30", Topic.DIARY, {"here": ALL - {NINA}}, Consultant(OLGA, key(ALSO))),
    "next one blocked": ("10:30", Topic.DIARY, {"here": ALL - {NINA}}, Queue(key(ALSO))),
    "nobody is here": ("12:30", Topic.DIARY, {"here": frozenset()}, Administrator()),
    "the asker is on duty": ("12:30", Topic.DIARY, {"but": (NINA,)}, Consultant(OLGA, key(ALSO))),
    "the asker comes next": ("11:00", Topic.REPORTS, {"but": (NINA,)}, Administrator()),
    "silent now": ("12:30", Topic.DIARY, {"passed": (NINA,)}, Consultant(OLGA, key(ALSO))),
    "silent, but tried again": (
        "09:30",
        Topic.DIARY,
        {"passed": (NINA,)},
        Queue(key(NOON)),
    ),
}


@pytest.mark.parametrize("case", ROUTES)
def test_a_ticket_goes_to_exactly_one(case: str) -> None:
    hour, topic, told, owner = ROUTES[case]
    desk = HelpDesk(SCHEDULE, told.pop("here", ALL), load=told.pop("load", {}))  # type: ignore[arg-type]  # as the table has them

    found = route(topic, desk, at(hour), **told)  # type: ignore[arg-type]  # as the table has them

    assert found.owner == owner
    assert (found.promised_at is not None) == isinstance(owner, Queue)


def test_a_school_without_windows_has_an_administrator() -> None:
    found = route(Topic.DIARY, HelpDesk(DutySchedule(MOSCOW), ALL), at("12:30"))

    assert found.owner == Administrator()


def test_a_consultant_who_never_is_here_is_not_looked_for_for_ever() -> None:
    desk = HelpDesk(SCHEDULE, frozenset({OLGA}))

    found = route(Topic.REPORTS, desk, at("10:30"))

    assert found.owner == Administrator()


def test_a_window_called_off_is_no_owner() -> None:
    off = DutySchedule(MOSCOW, SCHEDULE.windows, (DayOff(key(NOON)),))

    found = route(Topic.REPORTS, HelpDesk(off, ALL), at("10:30"))

    assert found.owner == Queue(key(MORNING, date(2026, 11, 30)))


def test_what_one_did_not_answer_goes_to_the_next_and_then_to_the_administrator() -> None:
    desk = HelpDesk(SCHEDULE, ALL)

    found = [
        passed_on(Topic.DIARY, desk, at("12:40"), but=but).owner for but in ((NINA,), (NINA, OLGA))
    ]

    assert found == [Consultant(OLGA, key(ALSO)), Administrator()]


def a_ticket(standing: Standing) -> Ticket:
    asking = Asking(SchoolId(1), PersonId(99), Role.GUARDIAN)
    name = Name("Ева", "Орлова")
    return Ticket(TicketId(1), SourceId("t"), asking, name, at("09:00"), 1, standing)


def test_a_promise_says_now_when_or_who() -> None:
    desk, late = HelpDesk(SCHEDULE, ALL, (EVA,)), key(NOON)
    noon = desk.shift(late)
    gone = Queue(ShiftKey(DutyId(99), MONDAY))

    said = [
        promise(a_ticket(Standing(Topic.DIARY, owner, at("10:00"))), desk, at(hour), place=2)
        for hour, owner in (
            ("12:30", Consultant(NINA, late)),
            ("10:30", Consultant(NINA, late)),
            ("10:30", Queue(late)),
            ("12:00", Queue(late)),
            ("10:30", Administrator(EVA)),
            ("10:30", gone),
        )
    ]

    assert noon is not None
    assert said == [
        AnswersNow(NINA, 2),
        AnswersFrom(noon, 2),
        AnswersFrom(noon, 2),
        AnswersNow(NINA, 2),
        AdministratorAnswers(EVA),
        AdministratorAnswers(),
    ]


@pytest.mark.parametrize(
    ("owner", "state", "now", "said"),
    [
        (Consultant(NINA, key(NOON)), State.OPEN, "12:30", AnswersBy(NINA, at("14:00"))),
        (Consultant(NINA, key(NOON)), State.OPEN, "13:59", AnswersBy(NINA, at("14:00"))),
        (Consultant(NINA, key(NOON)), State.OPEN, "14:00", WindowOver(NINA, NEXT_MORNING)),
        (Consultant(NINA, key(NOON)), State.ASKED_BACK, "12:59", AnswersNow(NINA, 2)),
        (Consultant(NINA, key(NOON)), State.ASKED_BACK, "13:00", WindowOver(NINA)),
        (Consultant(NINA, key(NOON)), State.AT_VENDOR, "12:30", AtVendor()),
        (Administrator(EVA), State.AT_VENDOR, "12:30", AtVendor()),
        (Administrator(EVA), State.OPEN, "13:59", AnswersBy(EVA, at("14:00"))),
        (Administrator(), State.OPEN, "13:59", AdministratorAnswers()),
    ],
)
def test_an_hour_that_was_said_is_promised_until_it_is_over(
    owner: Owner, state: State, now: str, said: Promise
) -> None:
    desk = HelpDesk(SCHEDULE, ALL, (EVA,))
    standing = Standing(Topic.DIARY, owner, at("12:00"), state, kept_until=at("14:00"))

    assert promise(a_ticket(standing), desk, at(now), place=2) == said


@pytest.mark.parametrize(
    ("owner", "now", "said"),
    [
        (Consultant(NINA, key(MORNING)), "09:59:59", AnswersNow(NINA, 2)),
        (Consultant(NINA, key(MORNING)), "10:00", WindowOver(NINA, NOONS)),
        (Consultant(OLGA, key(ALSO)), "14:00", WindowOver(OLGA, NEXT_MORNING)),
        (Consultant(NINA, key(NOON)), "13:30", WindowOver(NINA)),
        (Consultant(VERA, key(DutyId(99))), "10:00", WindowOver(VERA, NOONS)),
        (Queue(key(MORNING)), "10:00", AdministratorAnswers(None, hears=False)),
    ],
)
def test_nobody_answers_now_whose_window_is_over(owner: Owner, now: str, said: Promise) -> None:
    """Who has it says what becomes of it; at the latest the next window answers, or who is on."""
    desk = HelpDesk(SCHEDULE, ALL)

    found = promise(a_ticket(Standing(Topic.DIARY, owner, at("09:00"))), desk, at(now), place=2)

    assert found == said


RULES = HelpRule()
_NOON = Shift(NINA, ANY, at("12:00"), at("13:00"), "4", NOON, MONDAY)
_TURN = Turn.of(_NOON)


def called(stage: Stage, hour: str) -> Call:
    return Call(_TURN, stage, called_at=at(hour))


CALLS: Mapping[str, tuple[str, Call, Stage | None]] = {
    "not yet": ("11:29", Call(_TURN), None),
    "half an hour before": ("11:30", Call(_TURN), Stage.CALLED),
    "called already": ("11:40", called(Stage.CALLED, "11:30"), None),
    "ten minutes before": ("11:50", called(Stage.CALLED, "11:30"), Stage.CALLED_AGAIN),
    "came to life late": ("11:52", Call(_TURN), Stage.CALLED),
    "called late": ("11:53:59", called(Stage.CALLED, "11:52"), None),
    "called late, and silent": ("11:54", called(Stage.CALLED, "11:52"), Stage.CALLED_AGAIN),
    "silence": ("11:55", called(Stage.CALLED_AGAIN, "11:50"), Stage.ALARMED),
    "silence so soon": ("11:55", called(Stage.CALLED_AGAIN, "11:54"), None),
    "the turn of somebody new": ("11:57", Call(_TURN), Stage.CALLED),
    "who has some minutes": ("11:58:59", called(Stage.CALLED, "11:57"), None),
    "and not more": ("11:59", called(Stage.CALLED, "11:57"), Stage.ALARMED),
    "called in the last minutes": ("11:58:45", called(Stage.CALLED, "11:58:15"), None),
    "and silent still": ("11:59:15", called(Stage.CALLED, "11:58:15"), Stage.ALARMED),
    "told already": ("11:58", called(Stage.ALARMED, "11:55"), None),
    "is here": ("11:50", Call(_TURN, Stage.CALLED, at("11:45")), None),
    "said so uncalled": ("11:57", Call(_TURN, None, at("11:45")), None),
    "it begins": ("12:00", Call(_TURN), None),
}


@pytest.mark.parametrize("case", CALLS)
def test_a_consultant_is_called_before_a_window(case: str) -> None:
    hour, call, stage = CALLS[case]

    due = due_calls([_NOON], {_TURN: call}, ALL, RULES, at(hour))

    assert due == ([DueCall(_NOON, stage)] if stage else [])


def test_who_is_called_in_the_last_minute_is_called_while_others_hear() -> None:
    due = due_calls([_NOON], {}, ALL, RULES, at("11:59:20"))

    assert due == [DueCall(_NOON, Stage.ALARMED, late=True)]


def test_of_who_cannot_be_called_others_hear_at_once() -> None:
    due = due_calls([_NOON], {}, ALL - {NINA}, RULES, at("11:31"))

    assert due == [DueCall(_NOON, Stage.ALARMED)]


@pytest.mark.parametrize("said", [None, at("11:45")])
def test_to_other_hours_of_the_turn_its_consultant_is_called_anew(said: datetime | None) -> None:
    moved = replace(_NOON, starts_at=at("15:00"), ends_at=at("16:00"))
    call = Call(_TURN, Stage.ALARMED, said)

    due = due_calls([moved], {_TURN: call}, ALL, RULES, at("14:30"))

    assert due == [DueCall(moved, Stage.CALLED)]


def test_who_stands_in_is_called_anew() -> None:
    taken = Shift(OLGA, ANY, _NOON.starts_at, _NOON.ends_at, "4", NOON, MONDAY, NINA)

    due = due_calls(
        [taken], {_TURN: Call(_TURN, Stage.CALLED, at("11:31"))}, ALL, RULES, at("11:40")
    )

    assert [one.stage for one in due] == [Stage.CALLED]


def test_silence_is_told_to_who_could_answer_instead() -> None:
    taken = DutySchedule(MOSCOW, SCHEDULE.windows, stand_ins=(StandIn(key(NOON), NINA, VERA),))
    (shift,) = (one for one in taken.shifts_of(MONDAY) if one.window == NOON)

    assert stand_ins(shift, taken, ALL) == [NINA, OLGA]
    assert stand_ins(shift, taken, ALL - {NINA}) == [OLGA]
    assert stand_ins(_NOON, SCHEDULE, ALL) == [OLGA, VERA]


def test_it_is_called_within_the_minutes_that_the_school_gives() -> None:
    rules = HelpRule(called_minutes_before=60, called_again_minutes_before=20)

    due = [
        [one.stage for one in due_calls([_NOON], {}, ALL, rules, _NOON.starts_at - before)]
        for before in (timedelta(minutes=61), timedelta(minutes=60), timedelta(minutes=20))
    ]

    assert due == [[], [Stage.CALLED], [Stage.CALLED]]


def test_a_school_that_gives_a_minute_to_answer_is_alarmed_after_that_minute() -> None:
    rules = HelpRule(called_again_minutes_before=2, alarmed_minutes_before=1)
    call = called(Stage.CALLED_AGAIN, "11:58")

    due = due_calls([_NOON], {_TURN: call}, ALL, rules, at("11:59"))

    assert due == [DueCall(_NOON, Stage.ALARMED)]
