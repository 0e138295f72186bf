"""Lessons missed without good reason: what counts, when it is enough, what becomes of drafts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.access.people import Child, Name
from core.diary.excuses.rules import Claim, Excuse, ExcuseKind, ExcuseState
from core.diary.issuing.drafts import WarningState
from core.diary.truancy.planning import Plan, Planner
from core.diary.truancy.spells import (
    FARTHEST,
    MissedLesson,
    Spell,
    first_day_back,
    is_truancy,
    stretch_of,
)
from core.diary.truancy.warnings import TruancyWarning
from core.ids import ExcuseId, PersonId, PupilId, SchoolId, TruancyId
from core.journal.calendar import Holiday
from core.journal.values import AbsenceCode, ReasonState
from core.regulation.profile import TruancyRule

MASHA, PETYA = PupilId(PersonId(7)), PupilId(PersonId(8))
RULE = TruancyRule(missed_lessons=3, within_days=5)
MONDAY = date(2026, 11, 16)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
AUTUMN = Holiday("Осенние каникулы", date(2026, 11, 18), date(2026, 11, 26))


def on(ahead: int) -> date:
    return MONDAY + timedelta(days=ahead)


def missed(*days: int, pupil: PupilId = MASHA) -> list[MissedLesson]:
    return [MissedLesson(pupil, on(ahead), 1, "Алгебра") for ahead in days]


def an_excuse(state: ExcuseState) -> Excuse:
    claim = Claim(MASHA, (MONDAY,), ExcuseKind.ILLNESS)
    return Excuse(ExcuseId(1), SchoolId(1), PersonId(9), claim, state, NOW)


def a_warning(
    number: int = 1, begins: int = 0, ends: int = 2, *, pupil: PupilId = MASHA, **values: object
) -> TruancyWarning:
    child = Child(pupil, Name("Маша", "Яшина"))
    made = TruancyWarning(TruancyId(number), SchoolId(1), child, on(begins), on(ends), NOW)
    return replace(made, **values)


def decided(number: int = 1, begins: int = 0, ends: int = 2) -> TruancyWarning:
    sent = {"state": WarningState.SENT, "decided_by": PersonId(3)}
    return a_warning(number, begins, ends, **sent)


ABSENT, CONFIRMED = AbsenceCode.ABSENT, ReasonState.CONFIRMED
COUNTED = {
    "confirmed to be without good reason": (ABSENT, CONFIRMED, None, True),
    "the reason is not known yet": (ABSENT, ReasonState.UNKNOWN, None, False),
    "the journal has the family's word": (ABSENT, ReasonState.CLAIMED, None, False),
    "ill, by a document": (AbsenceCode.ILL, CONFIRMED, None, False),
    "excused, by a document": (AbsenceCode.EXCUSED, CONFIRMED, None, False),
    "late, and so there": (AbsenceCode.LATE, CONFIRMED, None, False),
    "the family's word waits for the class teacher": (ABSENT, CONFIRMED, "waiting", True),
    "the class teacher has taken the family's word": (ABSENT, CONFIRMED, "accepted", True),
    "a document was seen": (ABSENT, CONFIRMED, "confirmed", False),
    "the class teacher has not taken the family's word": (ABSENT, CONFIRMED, "declined", True),
    "the family has taken its word back": (ABSENT, CONFIRMED, "withdrawn", True),
}


@pytest.mark.parametrize(
    ("code", "reason", "state", "counts"), COUNTED.values(), ids=COUNTED.keys()
)
def test_only_what_is_confirmed_and_not_spoken_of_counts(
    code: AbsenceCode,
    reason: ReasonState,
    state: str | None,
    counts: bool,
) -> None:
    excuse = an_excuse(ExcuseState(state)) if state else None

    assert is_truancy(code, reason, excuse) is counts


STRETCHES = {
    "nothing missed": ((), (), None),
    "one lesson fewer than the rule says": ((0, 1), (), None),
    "exactly as many": ((0, 1, 2), (), 2),
    "all on one day": ((3, 3, 3), (), 3),
    "the first and the last day are both counted": ((0, 2, 4), (), 4),
    "one day too far apart": ((0, 2, 5), (), None),
    "enough of them, and more later": ((0, 1, 2, 9), (), 9),
    "in any order": ((2, 0, 1), (), 2),
    "holidays between them are not counted": ((0, 1, 11), (AUTUMN,), 11),
    "after holidays one day too far apart": ((0, 1, 14), (AUTUMN,), None),
}


@pytest.mark.parametrize(("days", "holidays", "last"), STRETCHES.values(), ids=STRETCHES.keys())
def test_lessons_are_enough_where_the_rule_s_number_fits_its_days(
    days: tuple[int, ...], holidays: tuple[Holiday, ...], last: int | None
) -> None:
    found = stretch_of(missed(*days), RULE, holidays)

    assert found == (None if last is None else on(last))


def test_a_rule_of_one_lesson_asks_for_one() -> None:
    assert stretch_of(missed(0), TruancyRule(1, 1), ()) == MONDAY
    assert stretch_of([], TruancyRule(1, 1), ()) is None


def test_the_days_looked_at_end_today_and_holidays_do_not_shorten_them() -> None:
    assert first_day_back(on(4), RULE, ()) == MONDAY
    assert first_day_back(on(14), RULE, (AUTUMN,)) == on(1)


def test_in_the_holidays_the_days_before_them_are_looked_at() -> None:
    assert first_day_back(on(5), RULE, (AUTUMN,)) == on(-3)


def test_summer_ends_what_is_looked_at() -> None:
    summer = Holiday("Лето", date(2026, 1, 1), date(2026, 12, 31))

    assert first_day_back(on(0), RULE, (summer,)) == MONDAY - FARTHEST


def planned(
    lessons: Sequence[MissedLesson] = (),
    *,
    waiting: Sequence[TruancyWarning] = (),
    known: Sequence[TruancyWarning] = (),
    today: int = 4,
) -> Plan:
    counted: dict[PupilId, list[MissedLesson]] = {}
    for one in lessons:
        counted.setdefault(one.pupil, []).append(one)
    return Planner(RULE, (), on(today), counted).plan(waiting, [*waiting, *known])


NOTHING = Plan((), {}, ())


def test_who_missed_enough_gets_a_draft_and_who_did_not_gets_none() -> None:
    plan = planned([*missed(0, 1, 2), *missed(0, 1, pupil=PETYA)])

    assert plan == replace(NOTHING, begun=(Spell(MASHA, on(0), on(2)),))


def test_what_lies_further_back_than_the_rule_begins_no_draft() -> None:
    assert planned(missed(0, 1, 2), today=7) == NOTHING


def test_a_draft_that_waits_is_made_no_second_time() -> None:
    assert planned(missed(0, 1, 2), waiting=[a_warning()]) == NOTHING


def test_a_draft_that_waits_reaches_to_what_was_missed_since() -> None:
    plan = planned(missed(0, 1, 2, 4), waiting=[a_warning()])

    assert plan == replace(NOTHING, reaching={TruancyId(1): on(4)})


def test_a_draft_waits_though_its_days_lie_far_back_by_now() -> None:
    assert planned(missed(0, 1, 2), waiting=[a_warning()], today=40) == NOTHING


@pytest.mark.parametrize("left", [(), (0,), (0, 1)])
def test_a_draft_whose_lessons_got_reasons_is_over(left: tuple[int, ...]) -> None:
    plan = planned(missed(*left), waiting=[a_warning()])

    assert plan == replace(NOTHING, over=(TruancyId(1),))


def test_a_draft_whose_last_lesson_got_a_reason_reaches_less_far() -> None:
    plan = planned(missed(0, 1, 2), waiting=[a_warning(ends=4)])

    assert plan.reaching == {TruancyId(1): on(2)}


def test_of_two_drafts_that_processes_made_side_by_side_the_first_stays() -> None:
    both = [a_warning(1, begins=0), a_warning(2, begins=1, ends=4)]

    plan = planned(missed(0, 1, 2), waiting=both)

    assert plan == replace(NOTHING, over=(TruancyId(2),))


def test_lessons_that_a_person_decided_on_begin_no_other_draft() -> None:
    assert planned(missed(0, 1, 2, 3, 4), known=[decided()]) == NOTHING


def test_as_many_lessons_after_those_decided_on_begin_one() -> None:
    plan = planned(missed(0, 1, 2, 3, 3, 4), known=[decided()])

    assert plan.begun == (Spell(MASHA, on(3), on(4)),)


def test_every_decision_counts_and_not_the_latest_alone() -> None:
    earlier, later = decided(1, -4, -1), decided(2, 2, 3)

    assert planned(missed(0, 1, 2, 2, 3), known=[later, earlier]) == NOTHING


APART = {
    "confirmed before the days that were decided on": ((0, 1, 1, 2, 3), (0, 1)),
    "too few before them": ((0, 1, 2, 3), None),
    "before and after, each too few": ((0, 1, 2, 3, 4), None),
    "enough before and enough after": ((0, 0, 1, 2, 3, 4, 4, 4), (0, 1)),
    "too few before, enough after": ((1, 2, 3, 4, 4, 4), (4, 4)),
}


@pytest.mark.parametrize(("days", "begun"), APART.values(), ids=APART.keys())
def test_lessons_before_and_after_those_decided_on_are_counted_apart(
    days: tuple[int, ...], begun: tuple[int, int] | None
) -> None:
    plan = planned(missed(*days), known=[decided(begins=2, ends=3)])

    assert plan.begun == ((Spell(MASHA, on(begun[0]), on(begun[1])),) if begun else ())


def test_a_draft_reaches_no_further_than_the_next_days_decided_on() -> None:
    waits, known = a_warning(1, 0, 1), decided(2, 2, 3)

    plan = planned(missed(0, 0, 1, 2, 3, 4), waiting=[waits], known=[known])

    assert plan == NOTHING


def test_what_the_program_withdrew_may_begin_again() -> None:
    withdrawn = a_warning(state=WarningState.DROPPED)

    plan = planned(missed(0, 1, 2), known=[withdrawn])

    assert plan.begun == (Spell(MASHA, on(0), on(2)),)
