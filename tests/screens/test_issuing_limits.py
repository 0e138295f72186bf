"""Whatever a school calls its people, what is issued and warned of fits Telegram."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks.paper import OpenPaperRun
from bot.callbacks.places import OpenMenu
from bot.screens.forecast.early_warnings import asked, warning, warnings
from bot.screens.forecast.issuing import issue
from bot.screens.news.acknowledging import notice
from bot.screens.news.message import news
from bot.texts import Speech
from core.access.people import Child, LedClass, Name
from core.diary.forecast.of_subject import Risk
from core.diary.issuing.drafts import WarningState
from core.diary.issuing.early_warnings import Drafted, EarlyWarning
from core.diary.issuing.terms import Issue
from core.ids import (
    ClassId,
    IssueId,
    NoticeId,
    PeriodId,
    PersonId,
    PupilId,
    SchoolId,
    WarningId,
)
from core.notices.answers.acknowledged import Shown
from core.notices.issue.reached import FamilyReach, Reach
from core.notices.issue.reading import IssueView, ListedWarning, WarningsView, WarningView
from core.notices.ledger import NoticeKind
from core.notices.news.forecasts import ClassNews, ForecastNews, WarningNews
from core.notices.printing import Unreached
from tests.core.builders import NOW, TODAY, a_class_teacher, a_notice
from tests.core.foreseen import ALGEBRA
from tests.core.test_terms import BEFORE
from tests.screens.test_forecast_limits import FORESEEN, SUBJECTS
from tests.screens.test_limits import (
    CHILDREN,
    FAMILIES,
    LARGEST,
    LONG,
    NAMES,
    PUPILS,
    SPEAKING,
    WORDS,
    a_family,
    assert_fits,
    quick,
)
from tests.screens.views import RU, labels

NOTICES = st.integers(1, LARGEST).map(NoticeId)
FORECASTS = st.builds(
    ForecastNews, PUPILS, NAMES, NOTICES, WORDS, FORESEEN.map(tuple), st.booleans()
)
WARNINGS = st.builds(
    WarningNews,
    PUPILS,
    NAMES,
    NOTICES,
    WORDS,
    SUBJECTS,
    st.sampled_from(["", "Ж" * 400, "<" * 400]),
    st.booleans(),
)
OF_CLASS = st.builds(
    ClassNews,
    PUPILS,
    NAMES,
    st.sampled_from([NoticeKind.FORECAST_SENT, NoticeKind.TO_PRINT, NoticeKind.WARNINGS_DRAFTED]),
    st.sampled_from([ClassId(1), ClassId(LARGEST)]),
    WORDS,
    WORDS,
    st.integers(1, 40),
)
TOLD = st.lists(st.one_of(FORECASTS, WARNINGS, OF_CLASS), min_size=1, max_size=9, unique_by=id)
REACHES = st.builds(
    FamilyReach,
    CHILDREN,
    st.sampled_from(Reach),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 9),
    st.none() | st.sampled_from(Unreached),
    st.booleans(),
)
LED = LedClass(ClassId(LARGEST), "Ш" * 60)
ZONE = ZoneInfo("Europe/Moscow")


def a_warning(child: Child, state: WarningState, reason: str, *, by_itself: bool) -> EarlyWarning:
    return EarlyWarning(
        WarningId(LARGEST),
        SchoolId(1),
        LED.id,
        PeriodId(1),
        child,
        ALGEBRA,
        "Ш" * 60,
        Risk.FAILING,
        NOW,
        state=state,
        decided_at=NOW,
        decided_by=None if by_itself else PersonId(1),
        reason=reason,
    )


@quick
@given(SPEAKING, TOLD, st.integers(1, LARGEST).map(PersonId))
def test_news_of_forecasts_and_warnings_fit(
    speech: Speech, told: list[ForecastNews | WarningNews | ClassNews], recipient: PersonId
) -> None:
    distinct = [
        one if isinstance(one, ClassNews) else replace(one, notice=NoticeId(number))
        for number, one in enumerate(told, start=1)
    ]

    screen = news(speech, distinct, recipient=recipient)

    assert_fits(screen)


@quick
@given(SPEAKING, FAMILIES, FORECASTS | WARNINGS, st.booleans(), st.booleans())
def test_a_notice_that_is_opened_fits(
    speech: Speech,
    family: list[Child],
    told: ForecastNews | WarningNews,
    answered: bool,
    more: bool,
) -> None:
    shown = Shown(
        a_notice(kind=NoticeKind.FORECAST),
        told,
        NOW if answered else None,
        NoticeId(LARGEST) if more else None,
    )

    screen = notice(speech, a_family(family), shown)

    assert_fits(screen)
    assert screen.buttons[-1][0].callback_data == OpenMenu(anew=True).pack()


@quick
@given(
    SPEAKING,
    st.lists(REACHES, max_size=35),
    st.none() | NAMES,
    st.booleans(),
    st.booleans(),
    st.integers(0, 5),
)
def test_a_classs_issue_fits(
    speech: Speech,
    families: list[FamilyReach],
    who: Name | None,
    sent: bool,
    leads: bool,
    page: int,
) -> None:
    issued = Issue(IssueId(1), NOW, PersonId(1) if who else None, who) if sent else None
    term = replace(BEFORE, issue=issued)
    goes_on = TODAY + timedelta(days=page)
    view = IssueView(LED, leads, TODAY, ZONE, term, goes_on, tuple(families))

    assert_fits(issue(speech, view, page=page, said="issue-sent-now"))
    assert_fits(issue(speech, replace(view, term=None)))


@quick
@given(SPEAKING, st.lists(CHILDREN, max_size=20), st.sampled_from(WarningState), st.integers(0, 3))
def test_a_list_of_warnings_fits(
    speech: Speech, children: list[Child], state: WarningState, page: int
) -> None:
    listed = tuple(
        ListedWarning(
            replace(a_warning(one, state, "", by_itself=True), id=WarningId(number)), TODAY
        )
        for number, one in enumerate(children, start=1)
    )

    assert_fits(warnings(speech, WarningsView(LED, True, listed), page=page))
    assert_fits(warnings(speech, WarningsView(LED, False, listed), page=page))


@quick
@given(
    SPEAKING,
    CHILDREN,
    st.none() | WARNINGS,
    st.sampled_from(WarningState),
    LONG,
    st.booleans(),
    st.none() | REACHES,
)
def test_a_warning_fits(  # noqa: PLR0917 - a case has so many sides
    speech: Speech,
    child: Child,
    told: WarningNews | None,
    state: WarningState,
    reason: str,
    by_itself: bool,
    reach: FamilyReach | None,
) -> None:
    drafted = Drafted(
        a_warning(child, state, reason, by_itself=by_itself),
        a_class_teacher(LED.id),
        TODAY,
        LED.id,
    )

    screen = warning(speech, WarningView(drafted, told, ZONE, reach), said="warning-adapted")

    assert_fits(screen)


@quick
@given(SPEAKING, st.sampled_from(["warning-ask-words", "warning-ask-reason"]))
def test_what_is_asked_fits(speech: Speech, key: str) -> None:
    assert_fits(asked(speech, key, WarningId(LARGEST)))  # type: ignore[arg-type]  # one of the keys


def test_families_to_print_for_lead_to_the_sheets() -> None:
    told = ClassNews(
        PupilId(PersonId(9)),
        Name("Нина", "Орлова"),
        NoticeKind.TO_PRINT,
        ClassId(7),
        "7А",
        "II четверть",
        3,
    )

    screen = news(RU, [told], recipient=PersonId(9))

    assert labels(screen) == [["Кому вручить"], ["Меню"]]
    assert (
        screen.buttons[0][0].callback_data == OpenPaperRun(class_id=ClassId(7), anew=True).pack()
    )
