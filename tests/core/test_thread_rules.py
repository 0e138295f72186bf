"""Who may write to whom, who may read, and when an answer may come."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from core.access.people import Child, Name, Role
from core.ids import PersonId, PupilId, SchoolId
from core.journal.calendar import Holiday
from core.messages.broadcasts.broadcast import Hearer
from core.messages.content import Content, RichText
from core.messages.threads.hours import HoursWrong, SchoolDays, answered_from, checked_hours
from core.messages.threads.rules import (
    LONGEST_TEXT,
    Circle,
    MessageEmpty,
    MessageTooLong,
    Party,
    Relation,
    Teaching,
    checked,
    goes_on,
    in_charge,
    may_read,
    office_of,
    relation,
    sides_of,
)
from core.messages.threads.thread import Sides
from core.regulation.forms import QuietHours

SCHOOL, ELSEWHERE = SchoolId(1), SchoolId(2)
NAME = Name("Анна", "Орлова")
PUPIL, MOTHER, TEACHER, STRANGE_TEACHER, HEAD, OTHER_PARENT = (
    PersonId(one) for one in range(1, 7)
)
YANA = PupilId(PUPIL)
CIRCLE = Circle(
    Child(YANA, NAME, "7А"),
    SCHOOL,
    (Hearer(PUPIL, NAME, is_guardian=False), Hearer(MOTHER, NAME, is_guardian=True)),
    (Teaching(TEACHER, NAME, 7, "Алгебра"),),
)
STAFF = {TEACHER, STRANGE_TEACHER, HEAD}


def a_party(person: PersonId, school: SchoolId = SCHOOL) -> Party:
    office = Role.HEAD if person == HEAD else None
    return Party(person, school, NAME, office, is_staff=person in STAFF)


TABLE = [
    (MOTHER, TEACHER, Relation.ASKS),
    (PUPIL, TEACHER, Relation.ASKS),
    (MOTHER, STRANGE_TEACHER, None),
    (MOTHER, HEAD, Relation.ASKS),
    (PUPIL, HEAD, Relation.ASKS),
    (OTHER_PARENT, HEAD, None),
    (MOTHER, PUPIL, None),
    (MOTHER, OTHER_PARENT, None),
    (PUPIL, MOTHER, None),
    (OTHER_PARENT, TEACHER, None),
    (OTHER_PARENT, MOTHER, None),
    (TEACHER, MOTHER, Relation.ADDRESSES),
    (TEACHER, PUPIL, Relation.ADDRESSES),
    (TEACHER, OTHER_PARENT, None),
    (TEACHER, STRANGE_TEACHER, None),
    (TEACHER, HEAD, None),
    (STRANGE_TEACHER, MOTHER, None),
    (STRANGE_TEACHER, PUPIL, None),
    (HEAD, MOTHER, Relation.ADDRESSES),
    (HEAD, PUPIL, Relation.ADDRESSES),
    (HEAD, TEACHER, Relation.DIRECTS),
    (HEAD, STRANGE_TEACHER, None),
    (HEAD, OTHER_PARENT, None),
    (HEAD, HEAD, None),
]


@pytest.mark.parametrize(("one", "other", "how"), TABLE)
def test_who_may_begin_to_write_to_whom_about_a_pupil(
    one: PersonId, other: PersonId, how: Relation | None
) -> None:
    assert relation(a_party(one), a_party(other), CIRCLE) is how


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (HEAD, TEACHER, Relation.DIRECTS),
        (HEAD, STRANGE_TEACHER, Relation.DIRECTS),
        (TEACHER, HEAD, Relation.ASKS),
        (TEACHER, STRANGE_TEACHER, Relation.ASKS),
        (HEAD, MOTHER, None),
        (MOTHER, HEAD, None),
        (MOTHER, TEACHER, None),
    ],
)
def test_about_nobody_the_staff_writes_among_themselves_only(
    one: PersonId, other: PersonId, how: Relation | None
) -> None:
    assert relation(a_party(one), a_party(other), None) is how


def test_a_guardian_is_not_asked_as_the_administration_about_the_own_child() -> None:
    mother = Party(MOTHER, SCHOOL, NAME, Role.HEAD, is_staff=True)

    assert relation(a_party(PUPIL), mother, CIRCLE) is None
    assert relation(mother, a_party(TEACHER), CIRCLE) is Relation.ASKS


@pytest.mark.parametrize(
    ("roles", "office"),
    [
        (["teacher", "head"], Role.HEAD),
        (["administrator", "deputy_head"], Role.DEPUTY_HEAD),
        (["administrator"], Role.ADMINISTRATOR),
        (["teacher", "secretary"], None),
        ([], None),
    ],
)
def test_an_office_is_the_highest_that_is_held(roles: list[str], office: Role | None) -> None:
    assert office_of(roles) is office


def test_the_first_of_the_administration_who_is_here_is_in_charge() -> None:
    head = Party(PersonId(1), SCHOOL, NAME, Role.HEAD, is_here=False)
    administrator = Party(PersonId(2), SCHOOL, NAME, Role.ADMINISTRATOR)
    deputy = Party(PersonId(3), SCHOOL, NAME, Role.DEPUTY_HEAD)

    assert in_charge([head, administrator, deputy]) == deputy
    assert in_charge([head]) is None


def test_nobody_writes_to_another_school() -> None:
    head, elsewhere = a_party(HEAD), a_party(TEACHER, ELSEWHERE)

    assert relation(head, elsewhere, None) is None
    assert relation(a_party(HEAD, ELSEWHERE), a_party(MOTHER, ELSEWHERE), CIRCLE) is None


@pytest.mark.parametrize(("one", "other", "how"), TABLE)
def test_whoever_is_written_to_may_answer(
    one: PersonId, other: PersonId, how: Relation | None
) -> None:
    back = relation(a_party(other), a_party(one), CIRCLE)

    both = goes_on(a_party(one), a_party(other), CIRCLE)

    assert both == goes_on(a_party(other), a_party(one), CIRCLE) == (bool(how) or bool(back))


def test_who_answers_for_the_school_keeps_the_thread() -> None:
    asked = sides_of(Relation.ASKS, MOTHER, TEACHER, YANA, "Алгебра")
    addressed = sides_of(Relation.ADDRESSES, TEACHER, MOTHER, YANA, "Алгебра")
    directed = sides_of(Relation.DIRECTS, HEAD, TEACHER, None, "")
    of_colleague = sides_of(Relation.ASKS, TEACHER, HEAD, None, "")

    assert of_colleague == directed
    assert asked == addressed == Sides(MOTHER, TEACHER, YANA, "Алгебра")
    assert directed == Sides(TEACHER, HEAD, None, "", of_family=False)


@pytest.mark.parametrize(
    ("person", "own", "reads"),
    [
        (MOTHER, [YANA], True),
        (MOTHER, [], False),
        (TEACHER, [], True),
        (OTHER_PARENT, [YANA], False),
        (HEAD, [], False),
    ],
)
def test_a_thread_is_read_by_its_two_persons_and_a_guardian_as_long_as_one_is_that(
    person: PersonId, own: list[PupilId], *, reads: bool
) -> None:
    assert may_read(Sides(MOTHER, TEACHER, YANA), person, own) is reads


def test_words_are_some_and_not_too_many() -> None:
    with pytest.raises(MessageEmpty):
        checked(Content(RichText("  ")))
    with pytest.raises(MessageTooLong):
        checked(Content(RichText("я" * (LONGEST_TEXT + 1))))

    assert checked(Content(RichText("я" * LONGEST_TEXT)))


MOSCOW = ZoneInfo("Europe/Moscow")
HOURS = QuietHours(time(8), time(18))
DAYS = SchoolDays([Holiday("Каникулы", date(2026, 12, 28), date(2027, 1, 10))], {1, 2, 3, 4, 5})


@pytest.mark.parametrize(
    ("at", "answered"),
    [
        ("2026-11-20T08:00", None),
        ("2026-11-20T17:59", None),
        ("2026-11-20T07:59", "2026-11-20T08:00"),
        ("2026-11-20T18:00", "2026-11-23T08:00"),
        ("2026-11-21T12:00", "2026-11-23T08:00"),
        ("2026-12-25T20:00", "2027-01-11T08:00"),
        ("2027-01-04T10:00", "2027-01-11T08:00"),
    ],
)
def test_an_answer_may_come_in_the_hours_of_the_next_school_day(
    at: str, answered: str | None
) -> None:
    found = answered_from(_moscow(at), HOURS, DAYS, MOSCOW)

    assert found == (_moscow(answered) if answered else None)


def test_without_hours_or_school_days_nothing_is_promised() -> None:
    summer = SchoolDays([Holiday("Ремонт", date(2026, 1, 1), date(2027, 12, 31))])

    assert answered_from(_moscow("2026-11-20T23:00"), None, DAYS, MOSCOW) is None
    assert answered_from(_moscow("2026-11-20T23:00"), HOURS, summer, MOSCOW) is None


def test_hours_begin_before_they_end() -> None:
    with pytest.raises(HoursWrong):
        checked_hours(time(18), time(8))

    assert checked_hours(time(8), time(18)) == HOURS


def _moscow(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=MOSCOW)
