"""Review on screens and in messages."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks.reports import Form
from bot.screens.news.message import news
from bot.screens.parts.screen import CAPTION_LENGTH
from bot.screens.totals.class_reviews import (
    file_of_period,
    file_of_week,
    reviews_of_period,
    reviews_of_week,
    reviews_of_which,
)
from bot.screens.totals.review import own_reviews, reviewed, totals
from bot.texts import Speech
from core.access.gate import Overseen
from core.access.people import Child, LedClass, Name
from core.diary.acknowledging import Outcome
from core.diary.totals.own_reviews import OwnReviews, ReviewedWeek
from core.diary.totals.reviewing import Reviewed, Totals
from core.diary.totals.tables import (
    ClassPeriod,
    ClassWeek,
    PupilReviews,
    PupilWeeks,
)
from core.diary.views import Period, PeriodMarks
from core.ids import PeriodId, PersonId, PupilId
from core.journal.marked_periods import MarkedPeriod
from core.journal.values import PeriodKind
from core.notices.news.totals import NudgeNews, ReviewedNews, ReviewsNews
from core.regulation.profile import ReviewRule
from tests.core.builders import (
    CLASS_7A,
    CLASS_7B,
    MASHA,
    MOSCOW,
    PETYA,
    TODAY,
    a_child,
    a_class_teacher,
    a_name,
    an_actor,
)
from tests.screens.phone import LINES
from tests.screens.test_limits import (
    FAMILIES,
    NAMES,
    SPEAKING,
    WORDS,
    a_family,
    assert_fits,
    length,
    quick,
)
from tests.screens.views import (
    MONDAY,
    MOTHER_OF_ONE,
    MOTHER_OF_TWO,
    QUARTERS,
    RU,
    a_shown_mark,
    labels,
    read,
    subject_marks,
)

MOTHER = PersonId(2)
SUNDAY = MONDAY + timedelta(days=6)
OCTOBER = date(2026, 10, 21)
LEADER = a_class_teacher(CLASS_7A)
OVERSEEN = Overseen(LEADER, LedClass(CLASS_7A, "7А"))
QUARTER = MarkedPeriod(PeriodId(2), "II четверть", date(2026, 11, 2), date(2026, 12, 27))


def a_view(*reviewed_on: date, today: date = TODAY, **more: object) -> Totals:
    period = PeriodMarks(
        a_child(),
        QUARTERS[1],
        (
            subject_marks(a_shown_mark()),
            subject_marks(subject=4, title="Музыка", mean=None),
            subject_marks(a_shown_mark(), subject=5, title="Труд", final="pass"),
            subject_marks(a_shown_mark("pass"), subject=6, title="Физкультура", mean=None),
        ),
        QUARTERS,
    )
    told: dict[str, object] = {"may_review": True, "rule": ReviewRule()} | more
    return Totals(a_child(), today, 6, 1, period, reviewed=reviewed_on, **told)  # type: ignore[arg-type]  # a builder's freedom


def test_totals_say_what_is_needed_and_how_the_subjects_stand() -> None:
    screen = totals(RU, MOTHER_OF_TWO, a_view(MONDAY))

    assert read(screen) == [
        "✍️ Ознакомление за неделю · Маша",
        "Отметок за неделю: 6, пропусков: 1",
        "Вы знакомились: пн. Нужно ещё 1 раз в другой день, до вс.",
        "Алгебра: средний 4,38",
        "Труд: итоговая зачёт",
        "Физкультура: зачёт",
    ]
    assert labels(screen) == [
        ["Ознакомлен(а)", "Почему так"],
        ["Открыть итоги", "Мои ознакомления"],
        ["Другой ребёнок", "Меню"],
    ]


@pytest.mark.parametrize("count", [8, 9, 14, 18, 24])
def test_every_subject_that_is_confirmed_is_shown(count: int) -> None:
    titles = [f"Предмет {number}" for number in range(10, 10 + count)]
    subjects = tuple(subject_marks(a_shown_mark(), title=one) for one in titles)
    view = a_view(MONDAY)
    view = replace(view, period=replace(view.period, subjects=subjects))

    pages = [totals(RU, MOTHER_OF_TWO, view, page=number) for number in range(2)]
    shown = pages if count > 16 else pages[:1]
    text = "\n".join(line for one in shown for line in read(one))

    assert [one for one in titles if one not in text] == []
    assert [one for one in pages if len(read(one)) > LINES] == []
    assert text.count("4,38") == count
    asks = [any("Ознакомлен(а)" in row for row in labels(one)) for one in shown]
    assert asks == [*[False] * (len(shown) - 1), True]


def test_a_line_of_two_subjects_fits_a_phone() -> None:
    titles = ["Основы безопасности и защиты Родины", "Русский язык", *"абвгдежзи"]
    subjects = tuple(subject_marks(a_shown_mark(), title=one) for one in titles)
    view = a_view(MONDAY)
    view = replace(view, period=replace(view.period, subjects=subjects))

    said = read(totals(RU, MOTHER_OF_ONE, view))

    assert said[3] == "Основы безопасности… 4,38 · Русский язык 4,38"


def test_a_change_of_what_is_not_shown_refuses_nothing() -> None:
    view = a_view(MONDAY)
    final = subject_marks(a_shown_mark(), final="5")
    more = subject_marks(a_shown_mark(), a_shown_mark("2"), mean="3.50", final="5")
    other = subject_marks(a_shown_mark(), final="4")

    stamps = [
        replace(view, period=replace(view.period, subjects=(one,))).stamp
        for one in (final, more, other)
    ]

    assert stamps[0] == stamps[1] != stamps[2]


NEEDED = {
    "nothing yet": (a_view(), "Нужно 2 раза до вс, в разные дни."),
    "once a week": (a_view(rule=ReviewRule(times_a_week=1)), "Нужно 1 раз до вс."),
    "done": (a_view(MONDAY, TODAY), "За эту неделю всё."),
    "another did it": (
        a_view(done_by_other=True),
        "За эту неделю уже ознакомлен другой родитель.",
    ),
    "the week is in hand on paper": (
        a_view(on_paper=True, today=SUNDAY),
        "Итоги недели вручены вам на бумаге: этого достаточно.",
    ),
    "a lost week": (
        a_view(today=SUNDAY),
        "До вс столько дней не осталось, но ознакомиться можно.",
    ),
    "not a parent": (a_view(may_review=False), "Ознакомление отмечают родители."),
}


@pytest.mark.parametrize(("view", "said"), NEEDED.values(), ids=NEEDED.keys())
def test_what_is_still_needed_is_said(view: Totals, said: str) -> None:
    assert read(totals(RU, MOTHER_OF_ONE, view))[2].endswith(said)


def test_who_reviewed_today_or_is_no_parent_has_nothing_to_confirm() -> None:
    today = totals(RU, MOTHER_OF_ONE, a_view(TODAY))
    pupil = totals(RU, MOTHER_OF_ONE, a_view(may_review=False))

    assert labels(today)[0] == ["Мои ознакомления", "Открыть итоги"]
    assert labels(pupil)[0] == ["Открыть итоги", "Почему так"]


def test_a_period_without_marks_says_so() -> None:
    view = replace(a_view(), period=PeriodMarks(a_child(), None))

    assert read(totals(RU, MOTHER_OF_ONE, view))[-1] == "Отметок за период пока нет."


@pytest.mark.parametrize(
    ("outcome", "said", "alert"),
    [
        (Outcome.RECORDED, "Записано: пт, 20 ноября, 18:05.", False),
        (Outcome.AGAIN, "Сегодня вы уже отметились. Один день считается один раз.", False),
        (
            Outcome.CHANGED,
            "Пока экран был открыт, итоги изменились. Посмотрите их и нажмите ещё раз.",
            True,
        ),
    ],
)
def test_what_became_of_the_tap_is_said(outcome: Outcome, said: str, alert: bool) -> None:
    now = datetime(2026, 11, 20, 18, 5, tzinfo=MOSCOW)

    screen = reviewed(RU, MOTHER_OF_ONE, Reviewed(a_view(TODAY), outcome), now=now)

    assert (read(screen)[-1], screen.toast, screen.alert) == (said, said, alert)


def test_what_is_shown_is_what_its_stamp_tells() -> None:
    view = a_view(MONDAY)

    assert view.stamp == a_view().stamp
    assert view.stamp != replace(view, marks=7).stamp
    assert view.stamp != replace(view, today=TODAY + timedelta(days=7)).stamp


def test_the_own_record_has_a_line_for_each_week() -> None:
    weeks = (
        ReviewedWeek(MONDAY, (MONDAY, TODAY), is_done=True),
        ReviewedWeek(MONDAY - timedelta(days=7), (), is_done=False),
        ReviewedWeek(MONDAY - timedelta(days=14), (date(2026, 11, 8),), is_done=False),
        ReviewedWeek(MONDAY - timedelta(days=21), (), is_done=False, on_paper=True),
        ReviewedWeek(MONDAY - timedelta(days=28), (OCTOBER,), is_done=False, on_paper=True),
    )

    screen = own_reviews(RU, MOTHER_OF_ONE, OwnReviews(a_child(), TODAY, QUARTERS[1], weeks))
    none = own_reviews(RU, MOTHER_OF_ONE, OwnReviews(a_child(), TODAY))

    assert read(screen) == [
        "✍️ Мои ознакомления, II четверть",
        "16–22 ноября: пн, пт, выполнено",
        "9–15 ноября: —",
        "2–8 ноября: вс",
        "26 октября – 1 ноября: итоги на бумаге, выполнено",
        "19–25 октября: ср; итоги на бумаге, выполнено",
    ]
    assert read(none)[1] == "Отчётный период ещё не начался."


def test_the_own_record_of_another_year_says_which_and_that_it_has_no_weeks() -> None:
    last_year = Period("IV четверть", PeriodKind.QUARTER, date(2026, 3, 30), date(2026, 5, 24))
    view = OwnReviews(a_child(), date(2027, 2, 1), last_year, before=None, after=QUARTERS[0])

    screen = own_reviews(RU, MOTHER_OF_ONE, view)

    assert read(screen) == [
        "✍️ Мои ознакомления, IV четверть 2026\xa0г.",
        "Учебных недель в этом периоде нет.",
    ]
    assert labels(screen)[1] == ["I четверть ›"]


WEEKS = tuple(date(2026, 11, 2) + timedelta(weeks=number) for number in range(7))


def a_week(*pupils: PupilReviews, lessons: bool = True, monday: date = MONDAY) -> ClassWeek:
    return ClassWeek(
        OVERSEEN, monday, TODAY, has_lessons=lessons, pupils=pupils, rule=ReviewRule()
    )


def a_pupil(given: str, *days: date, done: bool = False, guardians: bool = True) -> PupilReviews:
    return PupilReviews(a_child(MASHA, given), days, done, guardians)


def test_a_class_s_week_names_who_is_missing() -> None:
    screen = reviews_of_week(
        RU,
        a_week(
            a_pupil("Аня", MONDAY, TODAY, done=True),
            a_pupil("Боря", MONDAY),
            a_pupil("Вера"),
            a_pupil("Гоша", guardians=False),
        ),
    )

    assert read(screen) == [
        "✍️ Ознакомление · 7А, 16–22 ноября",
        "Выполнено: 1 из 4",
        "Орлова Боря: пн",
        "Орлова Вера: не знакомились",
        "Орлова Гоша: нет родителей в списке",
    ]
    assert labels(screen) == [
        ["‹ Неделя"],
        ["Таблица (XLSX)", "Для печати (PDF)"],
        ["За период", "Почему так", "Класс 7А"],
    ]


def test_a_week_that_is_over_leads_on_to_the_next() -> None:
    screen = reviews_of_week(RU, a_week(a_pupil("Аня"), monday=MONDAY - timedelta(days=7)))

    assert labels(screen)[0] == ["‹ Неделя", "Неделя ›"]


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (a_week(), "В классе пока нет учеников."),
        (a_week(a_pupil("Аня", done=True)), "Ознакомлены все семьи."),
        (
            a_week(a_pupil("Аня"), lessons=False),
            "На этой неделе уроков нет: ознакомление не требуется.",
        ),
    ],
)
def test_a_week_with_nobody_missing_says_why(week: ClassWeek, said: str) -> None:
    assert read(reviews_of_week(RU, week))[1:] == [said]


def test_a_class_s_period_counts_the_weeks_of_each() -> None:
    pupils = (
        PupilWeeks(a_child(PETYA, "Боря"), WEEKS[:1], WEEKS[1:2]),
        PupilWeeks(a_child(MASHA, "Аня"), WEEKS[:5]),
    )

    screen = reviews_of_period(RU, ClassPeriod(OVERSEEN, QUARTER, WEEKS, pupils))

    assert read(screen) == [
        "✍️ Ознакомление · 7А, II четверть",
        "Закончилось 7 учебных недель.",
        "Орлова Боря: 2 из 7",
        "Орлова Аня: 5 из 7",
    ]
    assert labels(screen)[0] == ["Таблица (XLSX)", "Для печати (PDF)"]


@pytest.mark.parametrize(
    ("form", "paper"), [(Form.SHEET, "reviews_sheet"), (Form.PDF, "reviews_pdf")]
)
def test_a_file_of_a_week_and_of_a_period_says_what_it_is(form: Form, paper: str) -> None:
    week = file_of_week(RU, a_week(a_pupil("Аня")), form)
    period = file_of_period(RU, ClassPeriod(OVERSEEN, QUARTER, WEEKS), form)

    assert read(week)[:2] == ["✍️ Ознакомление · 7А, 16–22 ноября", "Выполнено: 0 из 1"]
    assert [one.enclosed and one.enclosed.paper.value for one in (week, period)] == [paper] * 2
    assert week.enclosed is not None
    assert period.enclosed is not None
    assert (week.enclosed.day, week.enclosed.what) == (MONDAY.toordinal(), "")
    assert period.enclosed.what == str(QUARTER.id)


def test_of_a_period_without_a_week_there_is_no_file() -> None:
    assert file_of_period(RU, ClassPeriod(OVERSEEN, None), Form.PDF).enclosed is None


@pytest.mark.parametrize("period", [None, QUARTER])
def test_a_period_without_a_week_says_so(period: MarkedPeriod | None) -> None:
    said = read(reviews_of_period(RU, ClassPeriod(OVERSEEN, period)))

    assert said[1] == "Ни одна учебная неделя ещё не закончилась."


def a_nudge(child: Child | None = None) -> NudgeNews:
    whose = child or a_child()
    return NudgeNews(whose.pupil, whose.name, SUNDAY, 2)


def test_a_nudge_says_until_when_and_opens_the_totals() -> None:
    screen = news(RU, [a_nudge()], recipient=MOTHER)

    assert read(screen)[0] == "✍️ Маша · ознакомление за неделю"
    assert read(screen)[1].endswith("до вс, 22 ноября нужно ещё 2 дня.")
    assert labels(screen) == [["Ознакомление", "Почему так"], ["Меню"]]


def test_nudges_of_two_children_open_each() -> None:
    told = [a_nudge(), a_nudge(a_child(PETYA, "Петя"))]

    screen = news(RU, told, recipient=MOTHER)

    assert labels(screen) == [["Итоги: Маша"], ["Итоги: Петя"], ["Почему так", "Меню"]]
    assert "✍️ Ознакомление за неделю: до вс, 22 ноября нужно ещё 2 дня" in read(screen)


def reviews_news(*pupils: tuple[str, Name]) -> ReviewsNews:
    return ReviewsNews(PupilId(PersonId(9)), a_name("Нина"), TODAY, pupils)


def test_the_reviews_of_a_day_are_named_by_class() -> None:
    pupils = (("7А", a_name()), ("7А", a_name("Вера")), ("7Б", a_name("Пётр")))

    screen = news(RU, [reviews_news(*pupils)], recipient=PersonId(9))

    assert read(screen) == [
        "✍️ Ознакомление, пт, 20 ноября: 3",
        "7А: Орлова Маша, Орлова Вера",
        "7Б: Орлова Пётр",
    ]
    assert labels(screen) == [["Ознакомление семей"], ["Меню"]]


def test_of_many_reviews_the_list_is_a_tap_away() -> None:
    told = [ReviewedNews(PupilId(PersonId(one)), a_name(), a_name(), TODAY) for one in range(20)]

    screen = news(RU, told, recipient=PersonId(99))

    assert read(screen)[-1].startswith("… и ещё ")
    assert labels(screen) == [["Ознакомление семей"], ["Меню"]]


def test_who_leads_several_classes_chooses_whose_reviews_to_open() -> None:
    two = an_actor(a_class_teacher(CLASS_7A, CLASS_7B))

    screen = reviews_of_which(RU, two, day=MONDAY.toordinal())

    assert read(screen) == ["Какой класс открыть?"]
    assert [len(row) for row in screen.buttons] == [2, 1]


def test_who_leads_no_class_any_more_is_told_so() -> None:
    screen = reviews_of_which(RU, MOTHER_OF_ONE, day=MONDAY.toordinal())

    assert read(screen)[0].startswith("Вы не классный руководитель")
    assert labels(screen) == [["Меню"]]


def test_reviews_among_other_news_are_a_line() -> None:
    one = ReviewedNews(MASHA, a_name(), a_name("Анна"), TODAY)

    said = read(news(RU, [one, reviews_news(("7А", a_name()))], recipient=PersonId(9)))

    assert "✍️ Орлова Анна: с итогами ознакомлен(а), пт, 20 ноября" in said
    assert "✍️ Ознакомление, пт, 20 ноября: 1" in said


PUPILS = st.lists(st.tuples(WORDS, NAMES), min_size=1, max_size=60).map(tuple)
NEWS = st.one_of(
    st.builds(
        ReviewedNews, st.just(MASHA), NAMES, NAMES, st.dates(date(2026, 9, 1), date(2027, 5, 28))
    ),
    st.builds(ReviewsNews, st.just(PupilId(PersonId(9))), NAMES, st.just(TODAY), PUPILS),
    st.builds(
        NudgeNews, st.sampled_from([MASHA, PETYA]), NAMES, st.just(SUNDAY), st.integers(1, 7)
    ),
)
DAYS = st.lists(st.sampled_from([MONDAY, TODAY, SUNDAY]), max_size=3, unique=True).map(tuple)


@quick
@given(SPEAKING, st.lists(NEWS, min_size=1, max_size=20))
def test_news_of_reviews_fit(
    speech: Speech, told: list[ReviewedNews | ReviewsNews | NudgeNews]
) -> None:
    assert_fits(news(speech, told, recipient=MOTHER))


@quick
@given(SPEAKING, FAMILIES, DAYS, st.lists(WORDS, max_size=20), WORDS, st.integers(0, 3))
def test_screens_of_a_parent_fit(
    speech: Speech,
    family: list[Child],
    days: tuple[date, ...],
    subjects: list[str],
    title: str,
    page: int,
) -> None:
    marked = [
        subject_marks(a_shown_mark(), subject=number, title=one)
        for number, one in enumerate(subjects, start=1)
    ]
    period = PeriodMarks(family[0], replace(QUARTERS[1], title=title), tuple(marked), QUARTERS)
    view = replace(a_view(*days), child=family[0], period=period)
    weeks = tuple(ReviewedWeek(MONDAY, days, is_done=bool(days)) for _ in range(18))

    assert_fits(totals(speech, a_family(family), view))
    own = OwnReviews(family[0], TODAY, period.period, weeks)
    assert_fits(own_reviews(speech, a_family(family), own, page=page))


@quick
@given(SPEAKING, st.lists(NAMES, max_size=35), DAYS, WORDS, st.integers(0, 5))
def test_tables_of_a_class_fit(
    speech: Speech, names: list[Name], days: tuple[date, ...], title: str, page: int
) -> None:
    children = [Child(MASHA, name, title) for name in names]
    overseen = Overseen(LEADER, LedClass(CLASS_7A, title))
    pupils = tuple(PupilReviews(one, days, is_done=False, has_guardians=True) for one in children)
    week = replace(a_week(*pupils), overseen=overseen)
    weeks = tuple(PupilWeeks(one, WEEKS[:1]) for one in children)
    period = ClassPeriod(overseen, replace(QUARTER, title=title), WEEKS, weeks)

    assert_fits(reviews_of_week(speech, week, page=page))
    assert_fits(reviews_of_period(speech, period, page=page))
    for shown in (
        file_of_week(speech, week, Form.SHEET),
        file_of_period(speech, period, Form.PDF),
    ):
        assert_fits(shown)
        assert length(shown) <= CAPTION_LENGTH
