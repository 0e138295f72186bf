"""Of which risk a family knows already: it is warned of nothing twice in the same words."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from core.access.people import Child, Name
from core.diary.forecast.of_subject import Risk
from core.diary.issuing.drafts import WarningState
from core.diary.issuing.early_warnings import EarlyWarning, LastTold
from core.ids import ClassId, PeriodId, PersonId, PupilId, SchoolId, SubjectId, WarningId
from core.regulation.profile import ForecastRule
from tests.core.builders import MOSCOW

DAY = date(2026, 12, 9)
TOLD_AT = datetime(2026, 12, 9, 7, tzinfo=MOSCOW)
FRIDAY_MORNING = datetime(2026, 12, 11, 7, tzinfo=MOSCOW)
OVER, SOON, IN_A_WEEK, BY_THEN = (DAY + timedelta(days=days) for days in (2, 6, 7, 9))
LACK, FAILING = Risk.NOT_CERTIFIED, Risk.FAILING
TEACHER = PersonId(7)

DRAFT = EarlyWarning(
    WarningId(1),
    SchoolId(1),
    ClassId(1),
    PeriodId(1),
    Child(PupilId(PersonId(1)), Name("Яна", "Лугова"), "7А"),
    SubjectId(1),
    "Алгебра",
    FAILING,
    FRIDAY_MORNING,
    last=LastTold(LACK, TOLD_AT),
)
SENT = replace(
    DRAFT,
    state=WarningState.SENT,
    risk=LACK,
    decided_at=TOLD_AT,
)
SENT_GRAVER = replace(SENT, risk=FAILING, last=LastTold(FAILING, TOLD_AT))
ENDED = replace(SENT, ended_on=OVER)
WAITS_AGAIN = replace(ENDED, state=WarningState.DRAFT, decided_at=None)
BY_ITSELF = replace(DRAFT, state=WarningState.DROPPED, decided_at=FRIDAY_MORNING)
BY_WORD = replace(BY_ITSELF, decided_by=TEACHER, reason="Болел")
NEVER_TOLD = replace(BY_ITSELF, last=None)
DROPPED_FIRST = replace(BY_WORD, last=None)
RULE = ForecastRule()

KNOWN = {
    "what was told last, and another draft waits": (DRAFT, LACK, IN_A_WEEK, True),
    "another risk than was told": (DRAFT, FAILING, IN_A_WEEK, False),
    "nothing was ever told": (replace(DRAFT, last=None), FAILING, IN_A_WEEK, False),
    "the other was dropped by a person": (BY_WORD, LACK, IN_A_WEEK, True),
    "it ended, and is back too soon": (ENDED, LACK, SOON, True),
    "it ended, and is back": (ENDED, LACK, IN_A_WEEK, False),
    "it is back, and its draft waits": (WAITS_AGAIN, LACK, BY_THEN, False),
}


@pytest.mark.parametrize(("one", "risk", "today", "known"), KNOWN.values(), ids=KNOWN.keys())
def test_a_family_knows_what_it_was_told_last(
    one: EarlyWarning, risk: Risk, today: date, *, known: bool
) -> None:
    assert one.is_known(risk, today, MOSCOW, RULE) is known


ASKS_ANEW = {
    "what was told stands": (SENT, LACK, BY_THEN, False),
    "a graver one, on the next day": (SENT, FAILING, OVER, True),
    "a lighter one, too soon": (SENT_GRAVER, LACK, SOON, False),
    "a lighter one, after a week": (SENT_GRAVER, LACK, IN_A_WEEK, True),
    "it ended, and is back too soon": (ENDED, LACK, SOON, False),
    "it ended, and is back after a week": (ENDED, LACK, IN_A_WEEK, True),
    "it ended, and a graver one is there": (ENDED, FAILING, OVER, True),
    "it is back, and its draft waits": (WAITS_AGAIN, LACK, BY_THEN, False),
    "a draft of which nobody heard was dropped by itself": (NEVER_TOLD, FAILING, OVER, True),
    "the one beside what was told was dropped by itself": (BY_ITSELF, FAILING, OVER, True),
    "what a person dropped": (DROPPED_FIRST, FAILING, date(2026, 12, 25), False),
    "what a person dropped ended, and is back too soon": (
        replace(DROPPED_FIRST, ended_on=SOON),
        FAILING,
        date(2026, 12, 17),
        False,
    ),
    "what a person dropped ended, and is back after a week": (
        replace(DROPPED_FIRST, ended_on=SOON),
        FAILING,
        date(2026, 12, 18),
        True,
    ),
}


@pytest.mark.parametrize(
    ("one", "risk", "today", "anew"), ASKS_ANEW.values(), ids=ASKS_ANEW.keys()
)
def test_a_risk_that_is_back_is_drafted_anew_and_one_that_wavers_not_each_day(
    one: EarlyWarning, risk: Risk, today: date, *, anew: bool
) -> None:
    assert one.asks_anew(risk, today, MOSCOW, RULE) is anew


HAS_ENDED = {
    "what was told, and no risk is there": (SENT, None, True),
    "what was told, and another is there": (SENT, FAILING, False),
    "what is known as ended": (ENDED, None, False),
    "what a person dropped": (DROPPED_FIRST, None, True),
    "what nobody heard of": (NEVER_TOLD, None, False),
}


@pytest.mark.parametrize(("one", "risk", "ended"), HAS_ENDED.values(), ids=HAS_ENDED.keys())
def test_what_was_decided_of_ends_once(
    one: EarlyWarning, risk: Risk | None, *, ended: bool
) -> None:
    assert one.has_ended(risk) is ended


def test_a_forecast_that_wavers_each_day_is_warned_of_once_a_week() -> None:
    one, told = SENT, list[date]()
    for number in range(1, 22):
        day = DAY + timedelta(days=number)
        risk = LACK if number % 2 else None
        if one.has_ended(risk):
            one = replace(one, ended_on=day)
        if risk and one.asks_anew(risk, day, MOSCOW, RULE):
            told.append(day)
            at = datetime.combine(day, TOLD_AT.time(), MOSCOW)
            one = replace(one, ended_on=None, last=LastTold(risk, at))

    assert told == [DAY + timedelta(days=days) for days in (7, 15)]
