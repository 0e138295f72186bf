"""What is told of missed lessons fits Telegram and a phone: long names, many days, no answer."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.screens.news.acknowledging import notice
from bot.screens.news.message import news
from bot.screens.watch.truancy import asked, truancies, truancy
from bot.texts import Speech
from core.access.people import Child, LedClass, Name
from core.diary.issuing.drafts import Opened, WarningState
from core.diary.truancy.spells import MissedLesson
from core.diary.truancy.warnings import TruancyWarning
from core.ids import ClassId, NoticeId, PersonId, PupilId, SchoolId, TruancyId
from core.notices.answers.acknowledged import Shown
from core.notices.issue.reached import FamilyReach, Reach
from core.notices.ledger import NoticeKind
from core.notices.news.truancy import OfTruancy, TruancyDraftNews, TruancyNews
from core.notices.truancy.reading import ListedTruancy, TruanciesView, TruancyView
from tests.core.builders import NOW, TODAY, a_class_teacher, a_notice
from tests.screens.test_limits import (
    CHILDREN,
    FAMILIES,
    LARGEST,
    NAMES,
    PUPILS,
    SPEAKING,
    a_family,
    assert_fits,
    quick,
)

LED = LedClass(ClassId(LARGEST), "Ш" * 60)
ZONE = ZoneInfo("Europe/Moscow")
LESSONS = st.builds(
    lambda days, each: tuple(
        MissedLesson(PupilId(PersonId(1)), TODAY + timedelta(days=day), number, "Ш" * 60)
        for day in range(days)
        for number in range(1, each + 1)
    ),
    st.integers(1, 60),
    st.integers(1, 20),
)
SAID = st.sampled_from(["", "Ж" * 400, "<" * 400])
NUMBERS = st.integers(1, LARGEST)
TOLD = st.builds(TruancyNews, PUPILS, NAMES, NUMBERS.map(NoticeId), LESSONS, SAID, st.booleans())
DRAFTED = st.builds(
    TruancyDraftNews,
    PUPILS,
    NAMES,
    NUMBERS.map(TruancyId),
    st.integers(1, 999),
    st.booleans(),
    st.booleans(),
    st.none() | st.just(TODAY),
    st.booleans(),
)


def a_warning(child: Child, state: WarningState, words: str, number: int = 1) -> TruancyWarning:
    decided = {"decided_at": NOW, "reason": words}
    made = TruancyWarning(TruancyId(number), SchoolId(1), child, TODAY, TODAY, NOW, words, state)
    return replace(made, **decided) if state is not WarningState.DRAFT else made


@quick
@given(SPEAKING, st.lists(TOLD | DRAFTED, min_size=1, max_size=6), NUMBERS.map(PersonId))
def test_news_of_missed_lessons_fit(
    speech: Speech, told: list[OfTruancy], recipient: PersonId
) -> None:
    distinct = [
        replace(one, notice=NoticeId(number))
        if isinstance(one, TruancyNews)
        else replace(one, warning=TruancyId(number))
        for number, one in enumerate(told, start=1)
    ]

    assert_fits(news(speech, distinct, recipient=recipient))


@quick
@given(SPEAKING, FAMILIES, TOLD, st.booleans())
def test_a_warning_that_is_opened_fits(
    speech: Speech,
    family: list[Child],
    told: TruancyNews,
    answered: bool,
) -> None:
    shown = Shown(a_notice(kind=NoticeKind.TRUANCY), told, NOW if answered else None)

    assert_fits(notice(speech, a_family(family), shown))


@quick
@given(
    SPEAKING,
    CHILDREN,
    st.sampled_from(WarningState),
    SAID,
    LESSONS | st.just(()),
    st.lists(NAMES, max_size=6),
)
def test_a_warning_of_the_class_teacher_fits(
    speech: Speech,
    child: Child,
    state: WarningState,
    words: str,
    lessons: tuple[MissedLesson, ...],
    answered: list[Name],
) -> None:
    warning = a_warning(child, state, words, LARGEST)
    opened = Opened(warning, a_class_teacher(LED.id), LED.id)
    reach = FamilyReach(child, Reach.DELIVERED, told=2, delivered=2, answered=len(answered))
    view = TruancyView(opened, lessons, reach, tuple((name, NOW) for name in answered))

    assert_fits(truancy(speech, view, said="warning-adapted"))


@quick
@given(SPEAKING, st.lists(CHILDREN, max_size=35), st.sampled_from(WarningState), st.integers(0, 9))
def test_a_class_s_warnings_fit(
    speech: Speech, children: list[Child], state: WarningState, page: int
) -> None:
    listed = tuple(
        ListedTruancy(a_warning(child, state, "", number), number % 9)
        for number, child in enumerate(children, start=1)
    )

    assert_fits(truancies(speech, TruanciesView(LED, True, ZONE, listed), page=page))


@quick
@given(SPEAKING, st.sampled_from(["warning-ask-words", "warning-ask-reason"]))
def test_what_is_asked_fits(speech: Speech, key: str) -> None:
    assert_fits(asked(speech, key, TruancyId(LARGEST)))  # type: ignore[arg-type]  # one of the keys
