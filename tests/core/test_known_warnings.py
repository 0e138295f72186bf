"""Of which risk a family knows already: it is warned of nothing twice in the same words."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from core.access.people import Child, Name
from core.diary.forecast.of_subject import Risk
from core.diary.issuing.drafts import WarningState
from core.diary.issuing.early_warnings import EarlyWarning, LastTold
from core.ids import ClassId, PeriodId, PersonId, PupilId, SchoolId, SubjectId, WarningId
from tests.core.builders import MOSCOW

SUNDAY, MONDAY = date(2026, 12, 13), date(2026, 12, 14)
TOLD_AT = datetime(2026, 12, 9, 7, tzinfo=MOSCOW)
FRIDAY_MORNING = datetime(2026, 12, 11, 7, tzinfo=MOSCOW)
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
ENDED = replace(DRAFT, state=WarningState.DROPPED, decided_at=FRIDAY_MORNING)
BY_WORD = replace(ENDED, decided_by=TEACHER, reason="Болел")

KNOWN = {
    "what was told last, and another draft waits": (DRAFT, LACK, MONDAY, True),
    "another risk than was told": (DRAFT, FAILING, MONDAY, False),
    "nothing was ever told": (replace(DRAFT, last=None), FAILING, MONDAY, False),
    "the other was dropped by a person": (BY_WORD, LACK, MONDAY, True),
    "it ended, and is back in the same week": (ENDED, LACK, SUNDAY, True),
    "it ended, and is back in a later week": (ENDED, LACK, MONDAY, False),
}


@pytest.mark.parametrize(("one", "risk", "today", "known"), KNOWN.values(), ids=KNOWN.keys())
def test_a_family_knows_what_it_was_told_last(
    one: EarlyWarning, risk: Risk, today: date, *, known: bool
) -> None:
    assert one.is_known(risk, today, MOSCOW) is known
