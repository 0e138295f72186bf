"""Final marks on screens and in messages: who and what first, at most twelve lines."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks.classes import OpenMissingIn
from bot.callbacks.diary import OpenYear
from bot.callbacks.sheets import OpenOwnSheets
from bot.screens.news.message import news
from bot.screens.totals.finals import missing_of_class, year_table
from bot.texts import Speech
from core.access.gate import Overseen
from core.access.people import Child, LedClass, Name
from core.diary.totals.finals import SchoolYear, SubjectYear, YearTable
from core.ids import ClassId, PeriodId, PersonId, PupilId
from core.journal.marked_periods import MarkedPeriod
from core.journal.missing_marks import Gap, MissingOfClass, Scope, by_subject
from core.journal.missing_of_year import Lack
from core.journal.values import MarkValue, PeriodMarkKind
from core.notices.news.totals import MissingNews, PeriodMarkNews
from tests.core.builders import CLASS_7A, MASHA, PETYA, a_child, a_class_teacher, a_name
from tests.screens.test_limits import (
    FAMILIES,
    NAMES,
    SPEAKING,
    WORDS,
    a_family,
    assert_fits,
    quick,
)
from tests.screens.views import (
    EN,
    MOTHER_OF_ONE,
    MOTHER_OF_TWO,
    QUARTERS,
    RU,
    labels,
    mark_news,
    read,
)

MOTHER = PersonId(2)
LEADER = a_class_teacher(CLASS_7A)
YEARS = tuple(
    SchoolYear(f"{one}/{one + 1}", date(one, 9, 1), date(one + 1, 5, 28))
    for one in (2025, 2026, 2027)
)
QUARTER = MarkedPeriod(PeriodId(2), "II четверть", date(2026, 11, 2), date(2026, 12, 27))
SCHOOL_YEAR = MarkedPeriod(
    PeriodId(9), "2026/2027", date(2026, 9, 1), date(2027, 5, 28), is_year=True
)
FOUR, FIVE = MarkValue("4"), MarkValue("5")
YEAR, EXAM, FINAL = PeriodMarkKind.YEAR, PeriodMarkKind.EXAM, PeriodMarkKind.FINAL


def a_table(*subjects: SubjectYear) -> YearTable:
    return YearTable(a_child(), YEARS[1], QUARTERS, subjects, YEARS)


def test_the_year_table_names_its_columns_and_shows_each_subject() -> None:
    algebra = SubjectYear(
        "Алгебра", (FOUR, None, FIVE), ((YEAR, FIVE), (EXAM, FOUR), (FINAL, FIVE))
    )

    screen = year_table(RU, MOTHER_OF_TWO, a_table(algebra, SubjectYear("Физика", (None,) * 3)))

    assert read(screen) == [
        "🏁 Итоги, 2026/2027 · Маша",
        "По порядку: I четверть, II четверть, III четверть",
        "1. Алгебра: 4 · – · 5, год 5, экзамен 4, итоговая 5",
        "2. Физика: итогов нет",
    ]
    assert labels(screen) == [
        ["‹ 2025/2026", "2027/2028 ›"],
        ["Отметки", "Почему так"],
        ["Другой ребёнок", "Меню"],
    ]


def test_a_year_before_opens_as_it_was() -> None:
    screen = year_table(RU, MOTHER_OF_ONE, a_table(SubjectYear("Алгебра", (FOUR, None, None))))

    first = OpenYear(pupil=MASHA, day=YEARS[0].begins.toordinal())
    assert screen.buttons[0][0].callback_data == first.pack()


def test_a_year_without_marks_says_so() -> None:
    empty = year_table(RU, MOTHER_OF_ONE, a_table(SubjectYear("Алгебра", (None,) * 3)))
    nowhere = year_table(RU, MOTHER_OF_ONE, YearTable(a_child()))

    assert read(empty)[1:] == ["Итоговых отметок за этот год пока нет."]
    assert read(nowhere)[1:] == ["Учебных лет с итогами пока нет."]


def test_a_long_year_goes_on_on_the_next_page() -> None:
    table = a_table(*(SubjectYear(f"Предмет {one}", (FOUR,) * 3) for one in range(14)))

    first, second = (year_table(RU, MOTHER_OF_ONE, table, page=one) for one in (0, 1))

    assert read(first)[-1] == "… и ещё 5"
    assert len(read(second)) == 2 + 5


def a_gap(subject: str, *names: Name, class_id: ClassId = CLASS_7A, title: str = "7А") -> Gap:
    return Gap(class_id, title, subject, names or (a_name(),))


def missing(*gaps: Gap, period: MarkedPeriod | None = QUARTER) -> MissingOfClass:
    overseen = Overseen(LEADER, LedClass(CLASS_7A, "7А"))
    periods = (replace(QUARTER, title="I четверть", begins=date(2026, 9, 1)), QUARTER)
    return MissingOfClass(overseen, period, gaps, periods if period else ())


def test_what_a_class_misses_is_named_by_subject() -> None:
    screen = missing_of_class(
        RU, missing(a_gap("Алгебра", *(a_name(one) for one in "АБВГД")), a_gap("Физика"))
    )

    assert read(screen) == [
        "🏁 Нет итоговых · 7А, II четверть",
        "Всего не хватает 6 отметок. Период до 27 декабря.",
        "Алгебра: 5 — Орлова А, Орлова Б, Орлова В … и ещё 2",
        "Физика: 1 — Орлова Маша",
    ]
    assert labels(screen) == [["‹ I четверть"], ["Почему так", "Класс 7А"]]


def of_year(lack: Lack, subject: str, *names: Name) -> Gap:
    return replace(a_gap(subject, *names), lack=lack)


def test_each_kind_of_a_year_s_end_stands_under_a_line_of_its_own() -> None:
    gaps = (
        of_year(Lack.YEAR, "Алгебра"),
        of_year(Lack.YEAR, "Физика"),
        of_year(Lack.FINAL, "Алгебра"),
        of_year(Lack.FINAL_OF_OTHERS, "Химия"),
    )
    view = replace(missing(*gaps, period=SCHOOL_YEAR), own=True)

    screen = missing_of_class(RU, view)

    assert read(screen) == [
        "🏁 Нет итоговых · 7А, 2026/2027",
        "Всего не хватает 4 отметок. Период до 28 мая.",
        "Годовые:",
        "Алгебра: 1 — Орлова Маша",
        "Физика: 1 — Орлова Маша",
        "Итоговые, экзамен есть:",
        "Алгебра: 1 — Орлова Маша",
        "Итоговые, у остальных в классе стоят:",
        "Химия: 1 — Орлова Маша",
    ]
    opens = OpenOwnSheets(period=SCHOOL_YEAR.id)
    assert labels(screen)[-2:] == [["Выставить"], ["Почему так", "Класс 7А"]]
    assert screen.buttons[-2][0].callback_data == opens.pack()


def test_a_long_list_of_a_year_s_end_keeps_to_twelve_lines() -> None:
    gaps = [of_year(lack, f"Предмет {one}") for lack in list(Lack)[1:] for one in range(2)]
    many = [of_year(Lack.FINAL_OF_OTHERS, f"Предмет {one}") for one in range(9)]

    said = read(missing_of_class(RU, missing(*gaps, *many, period=SCHOOL_YEAR)))

    assert len(said) == 12
    assert said[-1] == "… и ещё 9"


def test_a_class_that_misses_nothing_hears_so() -> None:
    done = missing_of_class(RU, missing())
    early = missing_of_class(RU, missing(period=None))

    assert read(done)[1] == "Все итоговые отметки выставлены."
    assert read(early)[1].startswith("У класса пока нет отчётных периодов")


def final_news(
    value: str | None = "4",
    *,
    before: str | None = None,
    subject: str = "Алгебра",
    period: str = "II четверть",
    kind: PeriodMarkKind = PeriodMarkKind.PERIOD,
    child: Child | None = None,
) -> PeriodMarkNews:
    whose = child or a_child()
    return PeriodMarkNews(
        whose.pupil,
        whose.name,
        subject,
        period,
        kind,
        MarkValue(before) if before else None,
        MarkValue(value) if value else None,
    )


ALONE = [
    (final_news(), "4 — отметка за период"),
    (final_news("5", before="4", kind=YEAR), "Исправлено: 5 вместо 4 — годовая отметка"),
    (final_news(None, before="4", kind=EXAM), "Отметка 4 снята — отметка за экзамен"),
    (final_news("none", kind=FINAL), "н/а — итоговая отметка"),
]


@pytest.mark.parametrize(("one", "said"), ALONE)
def test_one_final_mark_says_who_and_what_first(one: PeriodMarkNews, said: str) -> None:
    screen = news(RU, [one], recipient=MOTHER)

    assert read(screen) == ["🏁 Маша · алгебра, II четверть", said]
    assert labels(screen) == [["Итоги года", "Отметки", "Почему так"], ["Меню"]]


def test_the_pupil_needs_no_name() -> None:
    screen = news(RU, [final_news()], recipient=PersonId(MASHA))

    assert read(screen)[0] == "🏁 Алгебра, II четверть"


def test_final_marks_of_one_period_are_a_list() -> None:
    told = [
        final_news(),
        final_news("5", before="3", subject="Физика"),
        final_news(None, before="3", subject="Химия"),
        final_news(subject="Геометрия", kind=EXAM),
        final_news("5", before="4", subject="Геометрия", kind=YEAR),
        final_news(None, before="4", subject="Геометрия", kind=FINAL),
    ]

    assert read(news(RU, told, recipient=MOTHER)) == [
        "🏁 Маша · итоговые отметки, II четверть",
        "Алгебра: 4",
        "Физика: исправлено, 5 вместо 3",
        "Химия: отметка 3 снята",
        "Геометрия: 4 (экзамен)",
        "Геометрия: исправлено, 5 вместо 4 (год)",
        "Геометрия: отметка 4 снята (итоговая)",
    ]


def test_final_marks_of_several_periods_name_them() -> None:
    told = [final_news(), final_news(period="2026/2027", kind=YEAR)]

    assert read(news(RU, told, recipient=MOTHER)) == [
        "🏁 Маша · итоговые отметки",
        "Алгебра, II четверть: 4",
        "Алгебра, 2026/2027: 4 (год)",
    ]


def test_the_pupil_s_own_lists_need_no_name() -> None:
    several = [final_news(), final_news(period="2026/2027", kind=YEAR)]

    assert read(news(RU, several, recipient=PersonId(MASHA)))[0] == "🏁 Итоговые отметки"


def test_final_marks_of_two_children_lead_to_each() -> None:
    told = [final_news(), final_news(child=a_child(PETYA, "Петя"))]

    screen = news(RU, told, recipient=MOTHER)

    assert labels(screen) == [["Итоги: Маша"], ["Итоги: Петя"], ["Почему так", "Меню"]]


def test_a_final_mark_among_other_news_is_a_line() -> None:
    screen = news(RU, [mark_news(), final_news()], recipient=MOTHER)

    assert read(screen)[-1] == "🏁 Алгебра, II четверть: 4"


def missing_news(scope: Scope, *gaps: Gap, person: int = 9) -> MissingNews:
    about = PupilId(PersonId(person))
    return MissingNews(
        about,
        a_name("Нина"),
        scope,
        QUARTER,
        date(2026, 12, 25),
        date(2026, 12, 25),
        gaps or (a_gap("Алгебра"),),
    )


def test_teachers_read_their_own_day_where_families_see_marks_later() -> None:
    earlier = replace(missing_news(Scope.COURSE), set_by=date(2026, 12, 24))

    screen = news(RU, [earlier], recipient=PersonId(9))

    assert read(screen)[1] == (
        "Период до 27 декабря. Отметки выставляют не позже 24 декабря, "
        "семьи видят их не позже 25 декабря."
    )


def test_what_is_missing_of_a_class_opens_it() -> None:
    screen = news(RU, [missing_news(Scope.CLASS)], recipient=PersonId(9))

    target = OpenMissingIn(class_id=CLASS_7A, period=QUARTER.id, anew=True)
    assert labels(screen) == [["Нет итоговых: 7А"], ["Меню"]]
    assert screen.buttons[0][0].callback_data == target.pack()


def test_what_is_missing_of_a_quarter_and_its_year_is_one_message_with_a_way_to_each() -> None:
    quarter = [missing_news(one) for one in (Scope.CLASS, Scope.COURSE)]
    year = [
        replace(one, period=SCHOOL_YEAR, gaps=(of_year(Lack.FINAL, "Алгебра"),)) for one in quarter
    ]

    screen = news(RU, [*quarter, *year], recipient=PersonId(9))

    assert read(screen)[:2] == [
        "🏁 7А · нет итоговых, II четверть: 1",
        "Период до 27 декабря. Семьи видят отметки не позже 25 декабря.",
    ]
    assert "Алгебра (итоговая: экзамен есть): 1 — Орлова Маша" in read(screen)
    assert "7А, алгебра (итоговая: экзамен есть): 1 — Орлова Маша" in read(screen)
    assert len(read(screen)) == 10
    assert labels(screen) == [
        ["7А: II четверть", "Выставить: II четверть"],
        ["7А: 2026/2027", "Выставить: 2026/2027"],
        ["Меню"],
    ]


def test_a_teacher_sets_what_is_missing_from_the_message() -> None:
    screen = news(RU, [missing_news(Scope.COURSE)], recipient=PersonId(9))

    target = OpenOwnSheets(period=QUARTER.id, anew=True)
    assert labels(screen) == [["Выставить"], ["Меню"]]
    assert screen.buttons[0][0].callback_data == target.pack()


def test_the_lines_of_a_message_are_shared_out_between_all_that_is_missing() -> None:
    gaps = [a_gap(f"Предмет {one}") for one in range(20)]
    told = [missing_news(one, *gaps) for one in (Scope.CLASS, Scope.COURSE)]

    said = read(news(RU, [*told, missing_news(Scope.SCHOOL)], recipient=PersonId(9)))

    assert len(said) == 12
    assert [one for one in said if one.startswith("…")] == ["… и ещё 17", "… и ещё 18"]
    assert said[-1] == "По классам: 7А — 1"


def test_the_school_sees_final_marks_told_apart() -> None:
    lacks = [of_year(lack, "Алгебра") for lack in (Lack.FINAL_OF_OTHERS, Lack.YEAR, Lack.FINAL)]

    said = read(news(RU, [missing_news(Scope.SCHOOL, *lacks)], recipient=PersonId(9)))

    assert said[2:] == [
        "По классам: 7А — 1",
        "Итоговых, когда экзамен есть: 7А — 1",
        "Итоговых, когда у остальных стоят: 7А — 1",
    ]


def test_a_long_list_of_what_is_missing_ends_with_how_many_follow() -> None:
    gaps = [a_gap(f"Предмет {one}") for one in range(20)]

    said = read(news(RU, [missing_news(Scope.COURSE, *gaps)], recipient=PersonId(9)))

    assert len(said) == 12
    assert said[-1] == "… и ещё 11"


def test_the_school_sees_how_many_each_class_misses() -> None:
    gaps = [a_gap("Алгебра"), a_gap("Физика"), a_gap("Физика", class_id=ClassId(8), title="7Б")]

    said = read(news(EN, [missing_news(Scope.SCHOOL, *gaps)], recipient=PersonId(9)))

    assert said == [
        "🏁 School · final marks missing, II четверть: 3",
        "The period ends on 27 December. Families see the marks by 25 December.",
        "By class: 7А — 2, 7Б — 1",
    ]


def test_what_is_missing_beside_news_of_a_child_opens_no_diary_of_the_teacher_s() -> None:
    told = [missing_news(Scope.CLASS), mark_news()]

    screen = news(RU, told, recipient=PersonId(9))

    assert labels(screen) == [["Дневник: Маша"], ["Меню"]]
    assert read(screen)[0] == "🏁 7А · нет итоговых, II четверть: 1"


GAPS = st.builds(
    Gap,
    st.sampled_from([ClassId(1), ClassId(2**63 - 1)]),
    WORDS,
    WORDS,
    st.lists(NAMES, min_size=1, max_size=5).map(tuple),
    lack=st.sampled_from(Lack),
)
MARKS = st.none() | st.sampled_from(["5", "pass", "none"]).map(MarkValue)
ROWS = st.builds(
    SubjectYear,
    WORDS,
    st.lists(MARKS, min_size=4, max_size=4).map(tuple),
    st.just(((YEAR, FIVE), (EXAM, MarkValue("pass")), (FINAL, MarkValue("none")))),
)
FINALS = st.builds(
    PeriodMarkNews,
    st.sampled_from([MASHA, PETYA]),
    NAMES,
    WORDS,
    WORDS,
    st.sampled_from(PeriodMarkKind),
    MARKS,
    MARKS,
)
MISSING = st.builds(
    MissingNews,
    st.just(PupilId(PersonId(9))),
    NAMES,
    st.sampled_from(Scope),
    st.builds(replace, st.just(QUARTER), title=WORDS),
    st.just(date(2026, 12, 24)),
    st.just(date(2026, 12, 25)),
    st.lists(GAPS, min_size=1, max_size=40).map(tuple),
)


@quick
@given(SPEAKING, FAMILIES, st.lists(ROWS, max_size=20), WORDS, st.integers(0, 3))
def test_a_year_table_fits(
    speech: Speech, family: list[Child], subjects: list[SubjectYear], title: str, page: int
) -> None:
    years = tuple(replace(one, title=f"{title}{number}") for number, one in enumerate(YEARS))
    table = YearTable(family[0], years[1], QUARTERS, tuple(subjects), years)

    assert_fits(year_table(speech, a_family(family), table, page=page))


@quick
@given(SPEAKING, st.lists(GAPS, max_size=40), WORDS, st.integers(0, 5))
def test_what_a_class_misses_fits(speech: Speech, gaps: list[Gap], title: str, page: int) -> None:
    overseen = Overseen(LEADER, LedClass(CLASS_7A, title))
    period = replace(SCHOOL_YEAR if page % 2 else QUARTER, title=title)

    view = MissingOfClass(overseen, period, by_subject(gaps), (period,), own=True)

    assert_fits(missing_of_class(speech, view, page=page))


@quick
@given(SPEAKING, st.lists(FINALS | MISSING, min_size=1, max_size=30))
def test_news_of_final_marks_fit(speech: Speech, told: list[PeriodMarkNews | MissingNews]) -> None:
    assert_fits(news(speech, told, recipient=MOTHER))
