"""The forecast in words: of all subjects, of one, imagined, and of a class."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.callbacks.forecast import OpenForecast, OpenWhatIf
from bot.screens.forecast.imagined import LETTERS, MOST_IMAGINED, imagined_of, written
from bot.screens.forecast.of_class import class_at_risk, class_forecast, class_forecast_why
from bot.screens.forecast.pupil import forecast_by_subject, forecast_of_subject, forecast_why
from bot.screens.forecast.what_if import what_if_of_subject
from bot.screens.forecast.words import chance_of
from core.access.gate import Overseen
from core.access.people import LedClass, Role
from core.diary.forecast.of_class import AtRisk, ClassForecast, Shares, outlooks
from core.diary.forecast.of_subject import Imagined, SubjectForecast
from core.diary.forecast.ports import SetMark
from core.diary.forecast.reading import PupilForecast
from core.diary.forecast.views import Forecast
from core.ids import SubjectId
from core.journal.values import ControlKind, MarkValue
from core.regulation.profile import Profile
from tests.core.builders import (
    CLASS_7A,
    MASHA,
    TODAY,
    a_child,
    a_class_teacher,
    a_member,
    an_actor,
)
from tests.core.foreseen import (
    ALGEBRA,
    ANSWER,
    CONTROL,
    HALF,
    PHYSICS,
    QUARTER,
    TOMORROW,
    algebra,
    given,
    planned,
    records,
    subjects,
    taught,
)
from tests.screens.views import EN, MOTHER_OF_ONE, MOTHER_OF_TWO, RU, labels, read

FOURS = [given("4", work=number) for number in range(1, 6)]
TEACHER = a_class_teacher(CLASS_7A)
LED = Overseen(TEACHER, TEACHER.leads[0])
HEADED = Overseen(a_member(roles=(Role.HEAD,)), LedClass(CLASS_7A, "7А"))


def a_forecast(*found: SubjectForecast, **more: object) -> PupilForecast:
    told = PupilForecast(a_child(), TODAY, QUARTER, (QUARTER,), found, Profile())
    return replace(told, **more)  # type: ignore[arg-type]  # by name


def line_of(subject: SubjectForecast) -> str:
    """Return the line that a list has of a subject."""
    return read(forecast_by_subject(RU, MOTHER_OF_ONE, a_forecast(subject)))[1]


def a_class(*, of: Overseen = LED, foreseen: tuple[SubjectForecast, ...] = ()) -> ClassForecast:
    risky = tuple(one for one in foreseen if one.risk)
    return ClassForecast(
        of=of,
        period=QUARTER,
        periods=(QUARTER,),
        pupils=1,
        subjects=outlooks({MASHA: foreseen}),
        shares=Shares(1, 0, 0),
        at_risk=(AtRisk(a_child(), risky),) if risky else (),
        rules=Profile(),
    )


def test_a_mark_that_nothing_can_change_has_no_chance_beside_it() -> None:
    found = algebra(records(*FOURS), today=QUARTER.ends)

    lines = read(forecast_by_subject(RU, MOTHER_OF_TWO, a_forecast(found)))

    assert lines == [
        "📈 Прогноз на II четверть · Маша",
        "1. Алгебра: 4; сейчас 4,00",
        "Без процентов: новых отметок уже не ждут.",
    ]


def test_a_mark_to_come_has_its_chance_and_the_way_to_a_better_one() -> None:
    told = records(*FOURS, coming=[planned(), planned()])

    line = line_of(algebra(told))

    assert line.startswith("1. Алгебра: 4 (")
    assert line.endswith("\xa0%); сейчас 4,00; до 5: две пятёрки за контрольные")


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (algebra(records(given("5"))), "н/а; не хватает 4 отметок до 24 декабря; сейчас 5,00"),
        (algebra(records(), today=QUARTER.begins), "отметок пока нет"),
        (
            algebra(records(*(given("pass", work=one) for one in range(5)))),
            "отметок, которые идут в средний балл, нет",
        ),
        (
            algebra(records(given("5"), set_marks=[SetMark(MASHA, ALGEBRA, MarkValue("4"))])),
            "итоговая 4",
        ),
        (
            algebra(records(given("5"), set_marks=[SetMark(MASHA, ALGEBRA, MarkValue("none"))])),
            "итоговая н/а",
        ),
    ],
)
def test_what_there_is_to_say_of_a_subject_is_said(found: SubjectForecast, line: str) -> None:
    assert line_of(found) == f"1. Алгебра: {line}"


def test_a_period_that_is_over_says_so() -> None:
    over = a_forecast(algebra(records(*FOURS)), today=QUARTER.ends + timedelta(days=1))

    lines = read(forecast_by_subject(RU, MOTHER_OF_ONE, over))

    assert lines[1] == "Период закончился: показано, что вышло."
    assert "Без процентов" not in lines[-1]


def test_without_subjects_or_periods_the_forecast_says_so() -> None:
    no_subjects = forecast_by_subject(RU, MOTHER_OF_ONE, a_forecast())
    no_period = a_forecast(period=None)

    screens = [
        forecast_by_subject(RU, MOTHER_OF_ONE, no_period),
        forecast_of_subject(RU, MOTHER_OF_ONE, no_period, subject=ALGEBRA),
        forecast_why(RU, MOTHER_OF_ONE, no_period),
    ]

    assert read(no_subjects)[1:] == ["Предметов с отметками в этом периоде пока нет."]
    assert {read(one)[1] for one in screens} == {
        "Отчётные периоды пока не заданы, поэтому прогноза нет."
    }


def test_subjects_beyond_a_page_keep_their_numbers() -> None:
    one = algebra(records(*FOURS))
    view = a_forecast(*(replace(one, subject=SubjectId(number)) for number in range(1, 12)))

    first = forecast_by_subject(RU, MOTHER_OF_ONE, view)
    second = forecast_by_subject(RU, MOTHER_OF_ONE, view, page=1)

    assert read(first)[-1] == "… и ещё 3"
    assert labels(second)[:2] == [["9", "10", "11"], ["‹ Назад", "Почему так"]]
    assert second.buttons[1][0].callback_data == (
        OpenForecast(pupil=MASHA, day=QUARTER.begins.toordinal()).pack()
    )


def test_a_subject_in_full_says_chances_means_marks_works_and_ways() -> None:
    works = [planned(day=TOMORROW + timedelta(days=ahead)) for ahead in range(4)]
    light = planned(kind=ANSWER, weight="1", day=TOMORROW)
    view = a_forecast(algebra(records(*FOURS, coming=[light, *works])))

    lines = read(forecast_of_subject(RU, MOTHER_OF_TWO, view, subject=ALGEBRA))

    ahead = "ответ 21 ноября, контрольная 21 ноября (вес 4), контрольная 22 ноября (вес 4)"
    assert lines[0] == "📈 Алгебра, прогноз на II четверть · Маша"
    assert lines[1].startswith("Вероятнее всего 4 (")
    assert lines[2].startswith("Возможны: 5\xa0—\xa0")
    assert lines[3].startswith("Сейчас 4,00, ожидается ")
    assert lines[4:] == [
        "Отметок: 5; для аттестации нужно 5",
        f"Впереди: {ahead} … и ещё 2",
        "Чтобы вышло 5: две пятёрки за контрольные или пять пятёрок за ответы",
    ]


def a_work_being_marked(**more: object) -> SubjectForecast:
    return algebra(records(*FOURS, coming=[planned(day=TODAY - timedelta(days=1))]), **more)


def test_a_subject_says_which_work_is_being_marked_and_why_by_when() -> None:
    view = a_forecast(a_work_being_marked())

    lines = read(forecast_of_subject(RU, MOTHER_OF_ONE, view, subject=ALGEBRA))
    english = read(forecast_of_subject(EN, MOTHER_OF_ONE, view, subject=ALGEBRA))
    why = read(forecast_why(RU, MOTHER_OF_ONE, view, subject=ALGEBRA))

    assert lines[1].startswith("Вероятнее всего 4 (")
    assert lines[-2] == "На проверке: контрольная 19 ноября (вес 4)"
    assert lines[-1].startswith("Чтобы вышло 5: пять пятёрок за ответы")
    assert any(line.startswith("Being marked: ") for line in english)
    assert any("письменную работу выставляют за 7 дн." in line for line in why)
    assert len(read(forecast_why(RU, MOTHER_OF_ONE, view))) <= 12


def test_a_trial_says_which_work_is_being_marked_and_tries_its_mark() -> None:
    view = a_forecast(a_work_being_marked())

    screen = what_if_of_subject(
        RU, MOTHER_OF_ONE, view, subject=ALGEBRA, imagined=[Imagined(CONTROL, 5)], letter="c"
    )

    assert "На проверке: контрольная 19 ноября (вес 4)" in read(screen)
    assert "Станет 4,44, выходит 4" in read(screen)


def test_a_period_that_is_over_says_how_it_came_out_once_no_work_is_being_marked() -> None:
    day = QUARTER.ends + timedelta(days=2)
    waits = algebra(records(*FOURS, coming=[planned(day=QUARTER.ends)]), today=day)
    view = a_forecast(waits, today=day)
    late = replace(waits, set_mark=MarkValue("4"))

    of_all = read(forecast_by_subject(RU, MOTHER_OF_ONE, view))
    of_set = read(forecast_by_subject(RU, MOTHER_OF_ONE, a_forecast(late, today=day)))

    assert "Период закончился: показано, что вышло." not in of_all
    assert "Период закончился: показано, что вышло." in of_set


def test_a_subject_whose_mark_is_set_says_only_what_stands() -> None:
    told = records(*FOURS, coming=[planned()], set_marks=[SetMark(MASHA, ALGEBRA, MarkValue("4"))])

    screen = forecast_of_subject(RU, MOTHER_OF_ONE, a_forecast(algebra(told)), subject=ALGEBRA)

    assert read(screen)[1:] == ["Итоговая отметка: 4", "Средний сейчас 4,00"]
    assert labels(screen)[0] == ["Отметки"]


def test_a_mark_out_of_reach_is_said_to_be() -> None:
    twos = [given("2", work=number) for number in range(1, 20)]
    view = a_forecast(algebra(records(*twos)))

    lines = read(forecast_of_subject(RU, MOTHER_OF_ONE, view, subject=ALGEBRA))

    assert lines[1].startswith("Вероятнее всего 2 (")
    assert lines[-1] == "Чтобы вышло 5: больше пяти хороших отметок"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pass", "Прогноза нет: отметок, которые идут в средний балл, нет"),
        ("4", "Отметок может не хватить: н/а"),
    ],
)
def test_a_subject_without_a_forecast_says_why(text: str, said: str) -> None:
    many = 5 if text == "pass" else 1
    view = a_forecast(algebra(records(*(given(text, work=one) for one in range(many)))))

    assert read(forecast_of_subject(RU, MOTHER_OF_ONE, view, subject=ALGEBRA))[1] == said


def test_only_what_is_certain_has_a_hundred_per_cent() -> None:
    nearly = Forecast(Decimal(5), Decimal(5), 5, (0.0, 0.0, 0.001, 0.999), certain=False)

    assert chance_of(nearly, 5) == 99
    assert chance_of(replace(nearly, certain=True), 5) == 100


@pytest.mark.parametrize(
    ("period", "rule"),
    [
        (QUARTER, "Для аттестации за четверть нужно отметок при двух и более уроках в неделю: 5"),
        (HALF, "Для аттестации за полугодие нужно отметок при двух и более уроках в неделю: 10"),
    ],
)
def test_why_names_the_rules_of_the_kind_of_period(period: object, rule: str) -> None:
    view = a_forecast(algebra(records(*FOURS)), period=period)

    lines = read(forecast_why(RU, MOTHER_OF_ONE, view))

    assert f"{rule} (документы этого не задают)" in lines
    assert len(lines) <= 12


def test_a_trial_begins_with_what_stands() -> None:
    view = a_forecast(algebra(records(*FOURS, coming=[planned(), planned()])))

    screen = what_if_of_subject(RU, MOTHER_OF_TWO, view, subject=ALGEBRA, imagined=(), letter="")

    assert read(screen) == [
        "📈 Алгебра: что если · Маша",
        "Сейчас 4,00, выходит 4",
        "Чтобы вышло 5: две пятёрки за контрольные или пять пятёрок за ответы",
        "Добавить отметку: контрольная (вес 4)",
        "Это только примерка: в журнал она не попадёт.",
    ]
    assert labels(screen) == [
        ["+5", "+4", "+3", "+2"],
        ["Ответ"],
        ["Почему так", "Предмет", "Меню"],
    ]


def test_a_trial_without_any_mark_begins_from_nothing() -> None:
    view = a_forecast(algebra(records(coming=[planned()])))

    screen = what_if_of_subject(
        RU, MOTHER_OF_ONE, view, subject=ALGEBRA, imagined=[Imagined(CONTROL, 4)], letter="c"
    )

    assert read(screen)[1:4] == [
        "Отметок, которые идут в средний балл, пока нет.",
        "Добавлено: контрольная 4",
        "Станет 4,00, выходит 4",
    ]


def test_a_full_trial_takes_no_more_marks_but_gives_them_back() -> None:
    view = a_forecast(algebra(records(*FOURS)))

    screen = what_if_of_subject(
        RU,
        MOTHER_OF_ONE,
        view,
        subject=ALGEBRA,
        imagined=[Imagined(ANSWER, 5)] * MOST_IMAGINED,
        letter="a",
    )

    assert "Больше восьми отметок здесь не помещается." in read(screen)
    assert labels(screen) == [["Убрать", "Сначала"], ["Почему так", "Предмет", "Меню"]]


@pytest.mark.parametrize(
    "found",
    [
        algebra(records(*FOURS), today=QUARTER.ends),
        algebra(records(*FOURS, set_marks=[SetMark(MASHA, ALGEBRA, MarkValue("4"))])),
    ],
)
def test_nothing_is_tried_where_nothing_can_come(found: SubjectForecast) -> None:
    view = a_forecast(found)

    screen = what_if_of_subject(RU, MOTHER_OF_ONE, view, subject=ALGEBRA, imagined=(), letter="")

    assert screen == forecast_of_subject(RU, MOTHER_OF_ONE, view, subject=ALGEBRA)


def test_imagined_marks_come_back_from_a_button_as_they_were() -> None:
    marks = tuple(Imagined(kind, 2 + at % 4) for at, kind in enumerate(LETTERS))

    kept = OpenWhatIf.unpack(
        OpenWhatIf(pupil=MASHA, subject=ALGEBRA, kind="c", marks=written(marks)).pack()
    )

    assert imagined_of(kept.marks) == marks
    assert len(marks) == MOST_IMAGINED
    assert set(LETTERS) == {None, *ControlKind}


def test_a_class_says_shares_marks_and_who_is_at_risk() -> None:
    told = records(
        *FOURS,
        given("2", subject=PHYSICS),
        courses=[taught(), taught(course=31, subject=PHYSICS)],
    )

    screen = class_forecast(RU, a_class(foreseen=subjects(told)))

    assert read(screen) == [
        "📈 Прогноз на II четверть · класс 7А",
        "Успеваемость 0\xa0%, качество 0\xa0%; в зоне риска: 1",
        "1. Алгебра: 1 четвёрка; качество 100\xa0%, успеваемость 100\xa0%",
        "2. Физика: н/а 1; качество 0\xa0%, успеваемость 0\xa0%",
    ]
    assert labels(screen) == [["В зоне риска: 1", "Почему так"], ["Класс 7А"]]


def test_a_class_of_which_nothing_is_known_says_so() -> None:
    unknown = replace(
        a_class(foreseen=subjects(records(), today=QUARTER.begins)), shares=Shares(0, None, None)
    )

    lines = read(class_forecast(RU, unknown))

    assert lines[1:] == [
        "Судить пока не по чему: отметок мало.",
        "1. Алгебра: Судить пока не по чему: отметок мало.",
    ]


@pytest.mark.parametrize(
    ("pupils", "said"),
    [
        (0, "Учеников в классе пока нет."),
        (9, "Отчётные периоды пока не заданы, поэтому прогноза нет."),
    ],
)
def test_a_class_without_pupils_or_periods_says_so(pupils: int, said: str) -> None:
    view = replace(a_class(), period=None, pupils=pupils)

    screens = [class_forecast(RU, view), class_at_risk(RU, view), class_forecast_why(RU, view)]

    assert {read(one)[1] for one in screens} == {said}


RISKS = [
    (algebra(records(given("5"))), "алгебра н/а (не хватает 4)"),
    (
        algebra(records(*(given("2", work=one) for one in range(9))), today=QUARTER.ends),
        "алгебра 2",
    ),
    (
        algebra(records(given("5"), set_marks=[SetMark(MASHA, ALGEBRA, MarkValue("2"))])),
        "алгебра 2",
    ),
]


@pytest.mark.parametrize(("found", "said"), RISKS)
def test_a_risk_is_named_with_its_subject(found: SubjectForecast, said: str) -> None:
    lines = read(class_at_risk(RU, a_class(foreseen=(found,))))

    assert lines == ["⚠️ В зоне риска, II четверть · класс 7А", f"1. Орлова Маша: {said}"]


def test_a_likely_two_is_told_with_its_chance() -> None:
    twos = [given("2", work=one) for one in range(9)]
    found = algebra(records(*twos, coming=[planned(weight="1")]))

    (_, line) = read(class_at_risk(RU, a_class(foreseen=(found,))))

    assert line.startswith("1. Орлова Маша: алгебра 2 (9")


def test_a_pupil_at_risk_in_many_subjects_has_them_counted() -> None:
    one = algebra(records(given("5")))
    many = tuple(replace(one, subject=SubjectId(number)) for number in range(1, 6))

    lines = read(class_at_risk(RU, a_class(foreseen=many)))

    assert lines[1].endswith("… и ещё 2")


def test_nobody_at_risk_is_said() -> None:
    lines = read(class_at_risk(RU, a_class(foreseen=(algebra(records(*FOURS)),))))

    assert lines[1:] == ["По прогнозу двоек и неаттестации ни у кого нет."]


def test_only_who_leads_the_class_opens_a_pupil_from_the_list() -> None:
    risk = (algebra(records(given("5"))),)

    led, headed = (class_at_risk(RU, a_class(of=of, foreseen=risk)) for of in (LED, HEADED))

    assert labels(led) == [["1"], ["Прогноз класса"], ["Класс 7А"]]
    assert labels(headed) == [["Прогноз класса"], ["Класс 7А"]]


def test_why_of_a_class_tells_what_quality_and_success_are() -> None:
    lines = read(class_forecast_why(RU, a_class()))

    assert lines[1].startswith("Успеваемость — доля тех")
    assert len(lines) <= 12


def test_a_class_teacher_reads_of_a_pupil_by_full_name() -> None:
    screen = forecast_by_subject(RU, an_actor(TEACHER), a_forecast())

    assert read(screen)[0] == "📈 Прогноз на II четверть · Орлова Маша, 7А"


def test_the_forecast_speaks_english() -> None:
    told = records(*FOURS, coming=[planned(), planned()])

    (_, line) = read(forecast_by_subject(EN, MOTHER_OF_ONE, a_forecast(algebra(told))))

    assert line.endswith("%); now 4.00; for a 5: two fives in control works")
