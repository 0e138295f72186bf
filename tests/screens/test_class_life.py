"""What is around a pupil's lessons fits a phone, whatever it is called."""

from hypothesis import given
from hypothesis import strategies as st

from bot.screens.diary.class_life import event_calendar, holiday_calendar, teachers_of_class
from bot.texts import Speech
from core.access.people import Child
from core.diary.school_life.class_life import (
    ClassTeachers,
    EventCalendar,
    HolidayCalendar,
    SchoolEvent,
    SubjectTeachers,
)
from core.ids import EventId
from core.journal.calendar import Holiday
from tests.core.builders import TODAY
from tests.screens.test_limits import (
    DAYS,
    FAMILIES,
    IDS,
    LONG,
    NAMES,
    SPEAKING,
    WORDS,
    a_family,
    assert_fits,
    quick,
)

SOME_NAMES = st.lists(NAMES, max_size=7).map(tuple)


@quick
@given(
    SPEAKING,
    FAMILIES,
    SOME_NAMES,
    st.lists(st.builds(SubjectTeachers, WORDS, SOME_NAMES), max_size=20),
    st.integers(0, 3),
)
def test_teachers_fit(
    speech: Speech,
    family: list[Child],
    leads: tuple,  # type: ignore[type-arg]  # names
    subjects: list[SubjectTeachers],
    page: int,
) -> None:
    view = ClassTeachers(family[0], leads, tuple(subjects))

    assert_fits(teachers_of_class(speech, a_family(family), view, page=page))


@quick
@given(
    SPEAKING,
    FAMILIES,
    st.lists(st.builds(Holiday, LONG, DAYS, DAYS), max_size=20),
    st.integers(0, 3),
)
def test_holidays_fit(
    speech: Speech, family: list[Child], holidays: list[Holiday], page: int
) -> None:
    view = HolidayCalendar(family[0], TODAY, tuple(holidays))

    assert_fits(holiday_calendar(speech, a_family(family), view, page=page))


@quick
@given(
    SPEAKING,
    FAMILIES,
    st.lists(
        st.builds(SchoolEvent, IDS.map(EventId), LONG, LONG, DAYS, DAYS, st.booleans()),
        max_size=12,
    ),
    st.tuples(st.booleans(), st.integers(0, 3)),
)
def test_events_fit(
    speech: Speech, family: list[Child], events: list[SchoolEvent], at: tuple[bool, int]
) -> None:
    over, page = at
    view = EventCalendar(family[0], TODAY, over, tuple(events))

    assert_fits(event_calendar(speech, a_family(family), view, page=page))
