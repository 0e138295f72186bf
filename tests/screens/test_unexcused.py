"""What nobody excused fits a screen, however much it is."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.screens.excuses.unexcused import ask_unexcused, unexcused
from bot.texts.speech import Speech
from core.access.people import Child
from core.diary.excuses.ports import Missed
from core.diary.excuses.unexcused import Unexcused, UnexcusedDay
from core.ids import AbsenceId, LessonId
from core.journal.values import AbsenceCode, ReasonState
from tests.core.builders import TODAY
from tests.screens.test_limits import CHILDREN, LARGEST, SPEAKING, assert_fits, quick


def a_day(ahead: int, *, settled: bool) -> UnexcusedDay:
    """Return a day on which twelve lessons were missed."""
    day = TODAY + timedelta(days=ahead)
    reason = ReasonState.CONFIRMED if settled else ReasonState.UNKNOWN
    missed = [
        Missed(AbsenceId(LARGEST), LessonId(LARGEST), day, number, AbsenceCode.ABSENT, reason)
        for number in range(1, 13)
    ]
    return UnexcusedDay(day, settled, tuple(missed))


@quick
@given(SPEAKING, CHILDREN, st.lists(st.booleans(), max_size=60))
def test_what_nobody_excused_fits(speech: Speech, child: Child, settled: list[bool]) -> None:
    days = [a_day(-ahead, settled=one) for ahead, one in enumerate(settled)]
    view = Unexcused(child, tuple(days))

    assert_fits(unexcused(speech, view, said="unexcused-done"))
    for one in days[:1]:
        assert_fits(ask_unexcused(speech, view, one.day, settle=not one.settled))
