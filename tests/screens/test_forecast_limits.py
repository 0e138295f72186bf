"""Whatever a school calls its people and things, a forecast fits Telegram and stays valid."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks.places import OpenMenu
from bot.screens.forecast.of_class import class_at_risk, class_forecast, class_forecast_why
from bot.screens.forecast.pupil import forecast_by_subject, forecast_of_subject, forecast_why
from bot.screens.forecast.what_if import what_if_of_subject
from bot.screens.people.of_school import school_classes
from bot.texts import Speech
from core.access.gate import Overseen
from core.access.people import Child, LedClass, Role
from core.diary.forecast.of_class import AtRisk, ClassForecast, outlooks, shares_of_pupils
from core.diary.forecast.of_subject import Imagined, SubjectForecast
from core.diary.forecast.ports import SetMark
from core.diary.forecast.reading import PupilForecast
from core.diary.views import Period
from core.ids import ClassId, PersonId, PupilId, SchoolId, SubjectId
from core.journal.values import ControlKind, MarkValue, PeriodKind
from core.regulation.profile import Profile
from tests.core.builders import MASHA, TODAY, a_member
from tests.core.foreseen import ALGEBRA, algebra, planned, records
from tests.core.foreseen import given as a_mark
from tests.screens.test_limits import (
    FAMILIES,
    IDS,
    LARGEST,
    SPEAKING,
    WORDS,
    a_family,
    assert_fits,
    quick,
)

KINDS = st.none() | st.sampled_from(ControlKind)
TEXTS = st.sampled_from(["5", "2", "3/5", "pass", "none"])
GIVEN = st.builds(
    lambda text, work, kind, weight: a_mark(text, work=work, kind=kind, weight=weight),
    TEXTS,
    st.integers(1, 30),
    KINDS,
    st.sampled_from(["1", "1.5", "10.00"]),
)
AHEAD = st.builds(
    lambda kind, days: planned(kind=kind, day=TODAY + timedelta(days=days)),
    KINDS,
    st.integers(-7, 20),
)
SET = st.none() | TEXTS.map(MarkValue)
SUBJECTS = st.builds(
    lambda title, number, marks, coming, standing: replace(
        algebra(
            records(
                *marks,
                coming=coming,
                set_marks=[SetMark(MASHA, ALGEBRA, standing)] if standing else [],
            )
        ),
        title=title,
        subject=SubjectId(number),
    ),
    WORDS,
    st.integers(1, 20) | st.just(LARGEST),
    st.lists(GIVEN, max_size=12),
    st.lists(AHEAD, max_size=8),
    SET,
)
IMAGINED = st.lists(st.builds(Imagined, KINDS, st.integers(2, 5)), max_size=8)
PERIODS = st.builds(
    lambda title, kind: Period(title, kind, TODAY, TODAY + timedelta(days=30)),
    WORDS,
    st.sampled_from([PeriodKind.QUARTER, PeriodKind.HALF_YEAR]),
)
FORESEEN = st.lists(SUBJECTS, max_size=18, unique_by=lambda one: one.subject)


@quick
@given(SPEAKING, FAMILIES, PERIODS, FORESEEN, IMAGINED, st.integers(0, 3))
def test_a_forecast_fits(
    speech: Speech,
    family: list[Child],
    period: Period,
    found: list[SubjectForecast],
    imagined: list[Imagined],
    page: int,
) -> None:
    actor, today = a_family(family), TODAY + timedelta(days=20 * page)
    view = PupilForecast(family[0], today, period, (period,), tuple(found), Profile())
    subject = found[0].subject if found else SubjectId(1)

    screens = [
        forecast_by_subject(speech, actor, view, page=page),
        forecast_of_subject(speech, actor, view, subject=subject),
        forecast_why(speech, actor, view, subject=subject),
        what_if_of_subject(speech, actor, view, subject=subject, imagined=imagined, letter="c"),
    ]

    for screen in screens:
        assert_fits(screen)
        assert screen.buttons[-1][-1].callback_data == OpenMenu(pupil=family[0].pupil).pack()


@quick
@given(SPEAKING, PERIODS, WORDS, FORESEEN, st.lists(WORDS, max_size=12), st.integers(0, 3))
def test_a_forecast_of_a_class_fits(
    speech: Speech,
    period: Period,
    title: str,
    found: list[SubjectForecast],
    names: list[str],
    page: int,
) -> None:
    led = LedClass(ClassId(LARGEST), title)
    member = replace(a_member(), leads=(led,) if page % 2 else ())
    child = replace(a_family_child(), pupil=PupilId(PersonId(LARGEST)))
    risky = tuple(one for one in found if one.risk)
    view = ClassForecast(
        of=Overseen(member, led),
        period=period,
        periods=(period,),
        pupils=len(names),
        subjects=outlooks({MASHA: found}),
        shares=shares_of_pupils([found]),
        at_risk=tuple(
            AtRisk(replace(child, pupil=PupilId(PersonId(number))), risky)
            for number, _ in enumerate(names, start=1)
        ),
        rules=Profile(),
    )

    assert_fits(class_forecast(speech, view, page=page))
    assert_fits(class_at_risk(speech, view, page=page))
    assert_fits(class_forecast_why(speech, view))


@quick
@given(SPEAKING, WORDS, st.lists(WORDS, max_size=40), IDS, st.integers(0, 3))
def test_the_classes_of_a_school_fit(
    speech: Speech, school: str, titles: list[str], number: int, page: int
) -> None:
    member = replace(a_member(roles=(Role.HEAD,)), school=SchoolId(number), school_name=school * 9)
    found = [LedClass(ClassId(LARGEST - at), title) for at, title in enumerate(titles)]

    assert_fits(school_classes(speech, member, found, page=page))


def a_family_child() -> Child:
    return Child(MASHA, a_member().name, "7А")
