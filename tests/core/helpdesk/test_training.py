"""What a training lacks, whom it is for, when it is reminded of, which quarter lacks one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from core.access.people import Child, Member, Name, Role
from core.helpdesk.topics import Topic
from core.helpdesk.training.gate import still_invited
from core.helpdesk.training.quarter import Term, is_told, lacking, term_in_force
from core.helpdesk.training.training import (
    Guest,
    Invited,
    Invitees,
    Part,
    Reply,
    StaffMember,
    Training,
    TrainingPlan,
    TrainingState,
    TrainingTimeWrong,
    TrainingWordsWrong,
    Turnout,
    Whom,
    checked_room,
    checked_time,
    checked_words,
    is_to_be_reminded,
    missing,
    of_staff,
    to_be_reminded,
    turnout,
)
from core.ids import ClassId, PeriodId, PersonId, PupilId, SchoolId, TrainingId
from core.journal.values import PeriodKind
from core.regulation.profile import HelpRule

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
HOLDER, LEADER, TEACHER, CLERK = map(PersonId, (1, 2, 3, 4))
NAME = Name("Анна", "Орлова")
PLAN = TrainingPlan(frozenset({Topic.DIARY}), NOW, "каб. 4")
TRAINING = Training(
    id=TrainingId(1),
    school=SchoolId(1),
    school_name="Школа",
    zone="Europe/Moscow",
    by=HOLDER,
    by_name=NAME,
    topics=PLAN.topics,
    starts_at=datetime(2026, 11, 27, 11, tzinfo=UTC),
    room="каб. 4",
    invitees=Invitees(),
    words="",
    version=1,
    state=TrainingState.PLANNED,
    set_at=NOW,
)
STAFF = [
    StaffMember(HOLDER, NAME, teaches=True, leads=False),
    StaffMember(LEADER, NAME, teaches=True, leads=True),
    StaffMember(TEACHER, NAME, teaches=True, leads=False),
    StaffMember(CLERK, NAME, teaches=False, leads=False),
]
QUARTER = Term(
    PeriodId(1),
    SchoolId(1),
    "II четверть",
    PeriodKind.QUARTER,
    date(2026, 11, 2),
    date(2026, 12, 27),
)


@pytest.mark.parametrize(
    ("plan", "lacks"),
    [
        (PLAN, ()),
        (TrainingPlan(), (Part.TOPICS, Part.TIME, Part.ROOM)),
        (replace(PLAN, invitees=Invitees(Whom.PERSONS)), (Part.INVITEES,)),
        (replace(PLAN, invitees=Invitees(Whom.PERSONS, persons=(CLERK,))), ()),
        (replace(PLAN, invitees=Invitees(Whom.FAMILIES)), (Part.INVITEES,)),
        (replace(PLAN, invitees=Invitees(Whom.FAMILIES, ClassId(7)), room=""), (Part.ROOM,)),
    ],
)
def test_a_plan_says_what_it_lacks(plan: TrainingPlan, lacks: tuple[Part, ...]) -> None:
    assert missing(plan) == lacks


@pytest.mark.parametrize(
    ("invitees", "found"),
    [
        (Invitees(Whom.TEACHERS), [LEADER, TEACHER]),
        (Invitees(Whom.CLASS_TEACHERS), [LEADER]),
        (Invitees(Whom.PERSONS, persons=(CLERK, HOLDER)), [CLERK]),
        (Invitees(Whom.FAMILIES, ClassId(7)), []),
    ],
)
def test_who_holds_a_training_is_not_invited_to_it(
    invitees: Invitees, found: list[PersonId]
) -> None:
    guests = of_staff(invitees, STAFF, holder=HOLDER)

    assert [one.person for one in guests] == found


@pytest.mark.parametrize(
    ("now", "set_at", "due"),
    [
        ("2026-11-26T17:59", NOW, False),
        ("2026-11-26T18:00", NOW, True),
        ("2026-11-27T13:59", NOW, True),
        ("2026-11-27T14:00", NOW, False),
        ("2026-11-26T19:00", datetime(2026, 11, 26, 15, 30, tzinfo=UTC), False),
    ],
)
def test_it_is_reminded_of_from_the_evening_before(
    now: str, set_at: datetime, *, due: bool
) -> None:
    training = replace(TRAINING, set_at=set_at)

    instant = datetime.fromisoformat(f"{now}+03:00")

    assert is_to_be_reminded(training, time(18), instant) is due


def test_who_said_not_to_come_is_not_reminded_and_all_are_counted() -> None:
    guests = [Guest(one, NAME, is_here=one != CLERK) for one in (LEADER, TEACHER, CLERK)]
    replies = (Reply.COMING, Reply.NOT_COMING, None)
    invited = [Invited(*it) for it in zip(guests, replies, (True, False, False), strict=True)]

    counted = turnout(invited)

    assert [one.person for one in to_be_reminded(invited)] == [LEADER, CLERK]
    assert counted == Turnout(invited=3, coming=1, not_coming=1, not_here=1, came=1)
    assert counted.silent == 1


@pytest.mark.parametrize("at", [NOW, NOW - timedelta(days=1), NOW + timedelta(days=367)])
def test_a_time_lies_ahead_and_within_a_year(at: datetime) -> None:
    with pytest.raises(TrainingTimeWrong):
        checked_time(at, NOW)


def test_place_and_words_are_some_and_not_too_many() -> None:
    for check, said in (
        (checked_room, " "),
        (checked_room, "x" * 61),
        (checked_words, "\n"),
        (checked_words, "x" * 1001),
    ):
        with pytest.raises(TrainingWordsWrong):
            check(said)

    assert (checked_room(" каб.\n4 "), checked_words(" а\nб ")) == ("каб. 4", "а\nб")


def test_a_quarter_counts_what_stands_in_its_days() -> None:
    off = replace(TRAINING, state=TrainingState.CALLED_OFF)
    after = replace(TRAINING, starts_at=datetime(2026, 12, 28, 11, tzinfo=UTC))

    parents = replace(TRAINING, invitees=Invitees(Whom.FAMILIES, ClassId(7)))

    held_in = ([TRAINING], [], [off], [after], [parents])
    found = [lacking(HelpRule(), QUARTER, held) for held in held_in]

    assert found == [0, 1, 1, 1, 1]
    assert lacking(HelpRule(trainings_a_quarter=0), QUARTER, []) == 0


def test_it_is_told_three_weeks_before_the_quarter_ends() -> None:
    told = [is_told(HelpRule(), QUARTER, date(2026, 12, day)) for day in (5, 6, 27)]

    assert told == [False, True, True]


def test_half_years_count_where_there_are_no_quarters() -> None:
    half = replace(QUARTER, id=PeriodId(2), kind=PeriodKind.HALF_YEAR)

    assert term_in_force([half, QUARTER]) == QUARTER
    assert term_in_force([half]) == half
    assert term_in_force([]) is None


@pytest.mark.parametrize(
    ("pupil", "roles", "children", "may"),
    [
        (None, {Role.TEACHER}, (), True),
        (None, {Role.GUARDIAN}, (), False),
        (PupilId(PersonId(7)), {Role.GUARDIAN}, (7,), True),
        (PupilId(PersonId(7)), {Role.GUARDIAN}, (8,), False),
        (PupilId(PersonId(7)), {Role.TEACHER}, (), False),
    ],
)
def test_a_guest_is_one_as_long_as_it_is_what_it_was_invited_as(
    pupil: PupilId | None, roles: set[Role], children: tuple[int, ...], *, may: bool
) -> None:
    name = Name("Ева", "Лугова")
    own = tuple(Child(PupilId(PersonId(one)), name) for one in children)
    member = Member(
        PersonId(1), SchoolId(1), "", "Europe/Moscow", name, frozenset(roles), children=own
    )

    assert still_invited(member, Guest(PersonId(1), name, pupil)) is may
    assert not still_invited(member, Guest(PersonId(2), name, pupil))
