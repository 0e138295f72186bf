"""Why a pupil is away: what counts for which lesson, and what is shown of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.diary.excuses.limits import (
    AHEAD,
    AlreadyDecided,
    DaysOutOfReach,
    DaysOver,
    TooLateToAnswer,
    can_fall,
    fallen,
    falls_from,
    must_be_in_reach,
    must_be_in_time,
    overlaps,
    the_word,
)
from core.diary.excuses.rules import (
    Claim,
    Excuse,
    ExcuseKind,
    ExcuseState,
    alarms,
    declined_for,
    excuse_for,
    excused,
    was_seen_last,
)
from core.ids import ExcuseId, PersonId
from core.journal.values import AbsenceCode, ReasonState
from core.wording import TextWrong
from tests.core.builders import MASHA, NOW, PETYA, SCHOOL, TODAY

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
ABSENT, ILL, GOOD, LATE = AbsenceCode
UNKNOWN, CLAIMED, CONFIRMED = ReasonState
ILLNESS, REASON, OTHER = ExcuseKind


def a_claim(*days: date, **more: object) -> Claim:
    return replace(Claim(MASHA, days or (TODAY,), ILLNESS), **more)  # type: ignore[arg-type]  # a builder's freedom


def an_excuse(
    claim: Claim | None = None, state: ExcuseState = ExcuseState.WAITING, number: int = 1
) -> Excuse:
    return Excuse(ExcuseId(number), SCHOOL, PersonId(2), claim or a_claim(), state, NOW)


PROVED = an_excuse(state=ExcuseState.CONFIRMED)
SHOWN = [
    ("nothing was said", ABSENT, UNKNOWN, None, (ABSENT, UNKNOWN)),
    ("illness is claimed", ABSENT, UNKNOWN, an_excuse(), (ILL, CLAIMED)),
    ("a reason is claimed", ABSENT, UNKNOWN, an_excuse(a_claim(kind=REASON)), (GOOD, CLAIMED)),
    ("another is claimed", ABSENT, UNKNOWN, an_excuse(a_claim(kind=OTHER)), (GOOD, CLAIMED)),
    ("a document was seen", ABSENT, UNKNOWN, PROVED, (ILL, CONFIRMED)),
    ("the journal has a code", GOOD, UNKNOWN, an_excuse(), (GOOD, CLAIMED)),
    ("the journal has proof of none", ABSENT, CONFIRMED, PROVED, (ABSENT, CONFIRMED)),
    ("the journal has proof of one", GOOD, CONFIRMED, an_excuse(), (GOOD, CONFIRMED)),
    ("the pupil came late", LATE, UNKNOWN, an_excuse(), (LATE, UNKNOWN)),
]


@pytest.mark.parametrize(
    ("code", "reason", "excuse", "shown"),
    [one[1:] for one in SHOWN],
    ids=[one[0] for one in SHOWN],
)
def test_an_absence_is_shown_with_what_is_known(
    code: AbsenceCode,
    reason: ReasonState,
    excuse: Excuse | None,
    shown: tuple[AbsenceCode, ReasonState],
) -> None:
    assert excused(code, reason, excuse) == shown


WAITS, ACCEPTED = an_excuse(), an_excuse(state=ExcuseState.ACCEPTED)
MOTHER, FATHER = PersonId(2), PersonId(3)
ALARMS = [
    ("nothing was said", ABSENT, UNKNOWN, None, MOTHER, True),
    ("the claim waits, its guardian", ABSENT, UNKNOWN, WAITS, MOTHER, False),
    ("the claim waits, another one", ABSENT, UNKNOWN, WAITS, FATHER, True),
    ("the claim waits, the pupil", ABSENT, UNKNOWN, WAITS, MASHA, True),
    ("the claim is accepted", ABSENT, UNKNOWN, ACCEPTED, FATHER, False),
    ("a document was seen", ABSENT, UNKNOWN, PROVED, FATHER, False),
    ("the journal has a code", GOOD, UNKNOWN, WAITS, FATHER, False),
    ("the journal has proof of none", ABSENT, CONFIRMED, ACCEPTED, FATHER, True),
    ("the pupil came late", LATE, UNKNOWN, ACCEPTED, MOTHER, True),
]


@pytest.mark.parametrize(
    ("code", "reason", "excuse", "hearer", "told"),
    [one[1:] for one in ALARMS],
    ids=[one[0] for one in ALARMS],
)
def test_an_absence_alarms_until_the_class_teacher_takes_its_reason(
    code: AbsenceCode,
    reason: ReasonState,
    excuse: Excuse | None,
    hearer: PersonId,
    told: bool,
) -> None:
    assert alarms(code, reason, excuse, hearer) == told


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        (ExcuseState.WAITING, True),
        (ExcuseState.ACCEPTED, True),
        (ExcuseState.CONFIRMED, True),
        (ExcuseState.DECLINED, False),
        (ExcuseState.WITHDRAWN, False),
    ],
)
def test_an_excuse_counts_until_it_is_declined_or_taken_back(
    state: ExcuseState,
    counts: bool,
) -> None:
    excuse = an_excuse(state=state)

    assert (excuse_for([excuse], MASHA, TODAY, 1) is excuse) == counts


def test_an_excuse_counts_for_its_pupil_days_and_lessons_only() -> None:
    excuses = [an_excuse(a_claim(TODAY, numbers=(2, 3)))]

    assert excuse_for(excuses, MASHA, TODAY, 2) is excuses[0]
    assert excuse_for(excuses, MASHA, TODAY, 1) is None
    assert excuse_for(excuses, MASHA, TOMORROW, 2) is None
    assert excuse_for(excuses, PETYA, TODAY, 2) is None


def test_of_two_excuses_the_one_with_a_document_counts() -> None:
    proved = replace(PROVED, id=ExcuseId(9))

    assert excuse_for([an_excuse(), proved], MASHA, TODAY, 1) is proved


@pytest.mark.parametrize(
    ("said", "again", "twice"),
    [
        (a_claim(), a_claim(TODAY, TOMORROW), True),
        (a_claim(), a_claim(TOMORROW), False),
        (a_claim(), a_claim(numbers=(2,)), True),
        (a_claim(numbers=(1, 2)), a_claim(numbers=(2,)), True),
        (a_claim(numbers=(1,)), a_claim(numbers=(2,)), False),
    ],
)
def test_the_same_lesson_is_not_spoken_of_twice(
    said: Claim,
    again: Claim,
    twice: bool,
) -> None:
    assert overlaps(again, [an_excuse(said)]) == twice


def test_what_was_declined_may_be_said_anew() -> None:
    assert not overlaps(a_claim(), [an_excuse(state=ExcuseState.DECLINED)])


@pytest.mark.parametrize(
    "claim",
    [
        replace(a_claim(), days=()),
        a_claim(TODAY - timedelta(days=1), TODAY),
        a_claim(TODAY + AHEAD + timedelta(days=1)),
        a_claim(TODAY, TOMORROW, numbers=(1,)),
    ],
    ids=["no day", "a day that is over", "too far ahead", "lessons of two days"],
)
def test_days_that_cannot_be_announced_are_refused(claim: Claim) -> None:
    with pytest.raises(DaysOutOfReach):
        must_be_in_reach(claim, TODAY, [])


def test_today_and_the_last_day_of_two_weeks_can_be_announced() -> None:
    must_be_in_reach(a_claim(TODAY, TODAY + AHEAD), TODAY, [])


@pytest.mark.parametrize("text", ["", "  \n ", "я" * 301])
def test_a_word_that_is_needed_is_neither_missing_nor_a_letter(text: str) -> None:
    with pytest.raises(TextWrong):
        the_word(text, needed=True)


def test_a_past_day_whose_reason_was_declined_is_answered_for_anew() -> None:
    declined = an_excuse(a_claim(YESTERDAY), state=ExcuseState.DECLINED)

    must_be_in_reach(a_claim(YESTERDAY), TODAY, [declined])


LONG_PAST = TODAY - timedelta(days=8)
NOT_ANEW = [
    ("its reason waits", a_claim(YESTERDAY), an_excuse(a_claim(YESTERDAY))),
    ("another day's was", a_claim(YESTERDAY), an_excuse(state=ExcuseState.DECLINED)),
    (
        "a week has passed",
        a_claim(LONG_PAST),
        an_excuse(a_claim(LONG_PAST), state=ExcuseState.DECLINED),
    ),
]


@pytest.mark.parametrize(
    ("claim", "said"), [one[1:] for one in NOT_ANEW], ids=[one[0] for one in NOT_ANEW]
)
def test_a_past_day_is_not_announced_where(claim: Claim, said: Excuse) -> None:
    with pytest.raises(DaysOutOfReach):
        must_be_in_reach(claim, TODAY, [said])


WEEK = a_claim(YESTERDAY, TODAY, TOMORROW)
FALLS = [
    ("it waits", an_excuse(WEEK), None),
    ("it was accepted and lies ahead", an_excuse(state=ExcuseState.ACCEPTED), None),
    ("it was accepted and has begun", an_excuse(WEEK, state=ExcuseState.ACCEPTED), TODAY),
]


@pytest.mark.parametrize(
    ("excuse", "since"), [one[1:] for one in FALLS], ids=[one[0] for one in FALLS]
)
def test_an_excuse_falls_from_today_on_or_as_a_whole(excuse: Excuse, since: date | None) -> None:
    assert can_fall(excuse, TODAY)
    assert falls_from(excuse, TODAY) == since


@pytest.mark.parametrize(
    ("excuse", "refusal"),
    [
        (an_excuse(a_claim(YESTERDAY), state=ExcuseState.ACCEPTED), DaysOver),
        (an_excuse(state=ExcuseState.CONFIRMED), AlreadyDecided),
        (an_excuse(state=ExcuseState.DECLINED), AlreadyDecided),
        (an_excuse(state=ExcuseState.WITHDRAWN), AlreadyDecided),
    ],
    ids=["accepted for days that are over", "proved", "declined", "taken back"],
)
def test_an_excuse_falls_no_more(excuse: Excuse, refusal: type[Exception]) -> None:
    assert not can_fall(excuse, TODAY)
    with pytest.raises(refusal):
        falls_from(excuse, TODAY)


def test_an_excuse_that_fell_speaks_of_the_days_that_were_left() -> None:
    accepted = an_excuse(WEEK, state=ExcuseState.ACCEPTED)

    declined = fallen(accepted, TODAY, ExcuseState.DECLINED, "нет")

    assert declined.claim.days == (TODAY, TOMORROW)
    assert (declined.state, declined.verdict) == (ExcuseState.DECLINED, "нет")


SAID_NO = an_excuse(state=ExcuseState.DECLINED)
DECLINED = [
    ("nothing was said", [], None),
    ("it waits", [an_excuse()], None),
    ("it was declined", [SAID_NO], SAID_NO),
    ("twice", [SAID_NO, replace(SAID_NO, id=ExcuseId(2))], replace(SAID_NO, id=ExcuseId(2))),
    ("another one waits", [SAID_NO, an_excuse(number=2)], None),
    ("it was of another lesson", [replace(SAID_NO, claim=a_claim(numbers=(2,)))], None),
]


@pytest.mark.parametrize(
    ("said", "declined"), [one[1:] for one in DECLINED], ids=[one[0] for one in DECLINED]
)
def test_the_reason_of_a_lesson_was_declined_where(
    said: list[Excuse], declined: Excuse | None
) -> None:
    assert declined_for(said, MASHA, TODAY, 1) == declined


@pytest.mark.parametrize(
    ("number", "missed", "found"),
    [(1, (), True), (2, (1,), True), (1, (2,), False), (2, (1, 3), False), (1, (1,), False)],
    ids=["no other", "an earlier", "a later", "both", "the same in another group"],
)
def test_who_was_at_a_lesson_is_found_where_it_missed_no_later_one(
    number: int,
    missed: tuple[int, ...],
    found: bool,
) -> None:
    assert was_seen_last(number, missed) == found


def test_a_word_is_kept_in_one_line() -> None:
    assert the_word("  едем\nк бабушке ", needed=True) == "едем к бабушке"
    assert the_word("", needed=False) == ""


@pytest.mark.parametrize("day", [TOMORROW, TODAY - timedelta(days=8)])
def test_an_answer_has_its_time(day: date) -> None:
    with pytest.raises(TooLateToAnswer):
        must_be_in_time(day, TODAY, within=timedelta(days=7))
