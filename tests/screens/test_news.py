"""News: who and what first, at most twelve lines, and nothing told that is not meant."""

from dataclasses import replace

import pytest

from bot.screens.news.fitting import MOST_LINES
from bot.screens.news.message import news
from core.access.people import Child, Name
from core.ids import NoticeId, PersonId, PupilId
from core.journal.values import AbsenceCode, ReasonState
from core.notices.news.forecasts import ForecastNews
from core.notices.news.journal import News
from tests.core.builders import MASHA, PETYA, a_child, a_name
from tests.screens.phone import ROWS, too_wide
from tests.screens.test_finals import final_news
from tests.screens.test_review import a_nudge
from tests.screens.views import (
    EN,
    RU,
    absence_news,
    homework_news,
    labels,
    mark_news,
    read,
    replacement_news,
    unreachable_news,
)

MOTHER = PersonId(2)
PETYAS = a_child(PETYA, "Петя")
WORK = "контрольная работа «Линейная функция»"

UNREACHABLE = (
    "бот больше не может писать этому человеку. Передайте новости иначе, например на бумаге."
)

ALONE = [
    (
        mark_news(),
        ["📘 Маша · алгебра", f"5 — {WORK}, 18 ноября, вес 4", "Средний: 4,25 → 4,38"],
    ),
    (
        mark_news("4", before="3"),
        [
            "📘 Маша · алгебра",
            f"Исправлено: 4 вместо 3 — {WORK}, 18 ноября",
            "Средний: 4,25 → 4,38",
        ],
    ),
    (
        mark_news(None, before="3"),
        ["📘 Маша · алгебра", "Отметка 3 за 18 ноября отозвана", "Средний: 4,25 → 4,38"],
    ),
    (
        mark_news("pass", weight="1"),
        ["📘 Маша · алгебра", f"зачёт — {WORK}, 18 ноября", "Средний: 4,25 → 4,38"],
    ),
    (
        absence_news(),
        [
            "🚪 Маша · нет на 1-м уроке (пт, 20 ноября, 08:30, история)",
            "Причина пока неизвестна.",
        ],
    ),
    (
        absence_news(AbsenceCode.ABSENT, ReasonState.CONFIRMED),
        [
            "🚪 Маша · нет на 1-м уроке (пт, 20 ноября, 08:30, история)",
            "Без уважительной причины.",
        ],
    ),
    (
        absence_news(AbsenceCode.LATE),
        ["🚪 Маша · опоздание на 1-й урок (пт, 20 ноября, 08:30, история)"],
    ),
    (
        absence_news(stands=False),
        ["🚪 Маша · пропуск отозван, 1-й урок (пт, 20 ноября, 08:30, история)"],
    ),
    (
        homework_news(),
        ["🏠 Маша · физика, новое задание", "На пн, 23 ноября: §\xa012, упр. 3"],
    ),
    (
        homework_news(changed=True),
        ["🏠 Маша · физика, задание изменено", "На пн, 23 ноября: §\xa012, упр. 3"],
    ),
    (
        homework_news(""),
        ["🏠 Маша · физика, задание отменено", "Задание от 20 ноября больше делать не нужно."],
    ),
    (
        replacement_news(Name("Иван", "Петров", "Ильич")),
        [
            "📅 Маша · замена: химия",
            "пт, 20 ноября, 3-й урок. Урок проведёт Иван Ильич Петров.",
        ],
    ),
    (
        replacement_news(),
        ["📅 Маша · замена: химия", "пт, 20 ноября, 3-й урок. Учитель пока не назван."],
    ),
    (
        unreachable_news(),
        [
            "⚠️ Орлова Маша · сообщения не доходят",
            f"Орлова Анна: {UNREACHABLE}",
        ],
    ),
]


@pytest.mark.parametrize(("one", "said"), ALONE)
def test_one_piece_of_news_says_who_and_what_first(one: News, said: list[str]) -> None:
    assert read(news(RU, [one], recipient=MOTHER)) == said


OWN = [
    (mark_news(), "📘 Алгебра"),
    (absence_news(), "🚪 У вас: нет на 1-м уроке (пт, 20 ноября, 08:30, история)"),
    (homework_news(), "🏠 Физика, новое задание"),
    (replacement_news(), "📅 Замена: Химия"),
]


@pytest.mark.parametrize(("one", "head"), OWN)
def test_the_pupil_is_told_without_a_name(one: News, head: str) -> None:
    assert read(news(RU, [one], recipient=MASHA))[0] == head


def test_marks_of_one_subject_share_a_head_and_a_mean() -> None:
    screen = news(RU, [mark_news("5"), mark_news("2")], recipient=MOTHER)

    assert read(screen) == [
        "📘 Маша · алгебра",
        f"5 — {WORK}, 18 ноября, вес 4",
        f"2 — {WORK}, 18 ноября, вес 4",
        "Средний: 4,38",
    ]


def test_news_of_one_child_come_under_its_name() -> None:
    screen = news(
        RU,
        [mark_news(), absence_news(), homework_news(), replacement_news()],
        recipient=MOTHER,
    )

    assert read(screen) == [
        "Маша · 4 новости",
        f"📘 Алгебра: 5 — {WORK}, 18 ноября, вес 4. Средний: 4,25 → 4,38",
        "🚪 нет на 1-м уроке (пт, 20 ноября, 08:30, история). Причина пока неизвестна.",
        "🏠 Физика, новое задание. На пн, 23 ноября: §\xa012, упр. 3",
        "📅 замена: химия, пт, 20 ноября, 3-й урок. Учитель пока не назван.",
    ]
    assert labels(screen) == [*REPLIES, ["Дневник", "Отметки", "Меню"]]


def test_a_class_teacher_hears_of_each_person_out_of_reach() -> None:
    screen = news(RU, [unreachable_news(), unreachable_news()], recipient=MOTHER)

    assert read(screen) == ["Орлова Маша · 2 новости", *[f"⚠️ Орлова Анна: {UNREACHABLE}"] * 2]


def test_of_several_marks_of_a_subject_the_last_tells_the_mean() -> None:
    told: list[News] = [mark_news("5"), mark_news("4"), mark_news("3", subject="ИЗО")]

    lines = read(news(RU, told, recipient=MOTHER))

    assert [line.count("Средний: 4,38") for line in lines[1:3]] == [0, 1]


def test_news_of_several_children_name_each() -> None:
    told: list[News] = [mark_news(), mark_news("2", child=PETYAS), absence_news()]

    screen = news(RU, told, recipient=MOTHER)

    assert [line for line in read(screen) if "новост" in line] == [
        "Маша · 2 новости",
        "Петя · 1 новость",
    ]
    assert labels(screen) == [
        ["Маша, пт 20: ответить"],
        ["Дневник: Маша", "Дневник: Петя", "Меню"],
    ]


def test_two_children_of_one_first_name_are_told_apart() -> None:
    other = Child(PupilId(PersonId(7)), Name("Маша", "Белова"), "5Б")

    lines = read(news(RU, [mark_news(), mark_news(child=other)], recipient=MOTHER))

    assert [line for line in lines if "новост" in line] == [
        "Орлова Маша · 1 новость",
        "Белова Маша · 1 новость",
    ]


def test_a_digest_is_cut_at_twelve_lines_and_says_how_much_follows() -> None:
    told: list[News] = [mark_news(subject=f"Предмет {number}") for number in range(18)]

    screen = news(RU, told, recipient=MOTHER)

    assert len(read(screen)) == MOST_LINES
    assert read(screen)[-1] == "… и ещё 8"
    assert screen.silent


def test_children_share_the_lines_that_there_are() -> None:
    told: list[News] = [
        *(mark_news(subject=f"Предмет {number}") for number in range(9)),
        *(mark_news(subject=f"Предмет {number}", child=PETYAS) for number in range(5)),
    ]

    lines = read(news(RU, told, recipient=MOTHER))

    assert len(lines) == MOST_LINES
    assert [line for line in lines if "новост" in line] == [
        "Маша · 9 новостей",
        "Петя · 5 новостей",
    ]
    assert lines[-1] == "… и ещё 5"


NAMES_OF_EIGHT = [
    "Константин-Александр",
    "Мария-Магдалина",
    "Ян",
    "Ева",
    "Аким",
    "Олеся",
    "Лев",
    "Тихон",
]


def told_of(child: Child, one: News) -> News:
    return replace(one, about=child.pupil, child=child.name)


EIGHT = [a_child(PupilId(PersonId(40 + at)), name) for at, name in enumerate(NAMES_OF_EIGHT)]


def test_each_of_eight_children_is_named_with_its_most_urgent_news() -> None:
    told: list[News] = [
        *(mark_news(child=child) for child in EIGHT),
        *(told_of(child, homework_news()) for child in EIGHT),
        told_of(EIGHT[7], absence_news()),
    ]

    screen = news(RU, told, recipient=MOTHER)

    shown = read(screen)
    assert [line.split(":")[0] for line in shown] == NAMES_OF_EIGHT
    assert all(line.endswith("… и ещё 1") for line in shown[:7])
    assert shown[7].startswith("Тихон: 🚪 нет на 1-м уроке")
    assert shown[7].endswith("… и ещё 2")


def test_the_diaries_of_eight_children_are_one_tap_away() -> None:
    screen = news(RU, [mark_news(child=child) for child in EIGHT], recipient=MOTHER)

    assert labels(screen) == [["Дети", "Меню"]]
    assert len(read(screen)) == len(EIGHT)


ASKED = [
    ForecastNews(MASHA, a_name(), NoticeId(1), "II четверть", ()),
    final_news(),
    a_nudge(),
    absence_news(),
]


@pytest.mark.parametrize("one", ASKED, ids=lambda one: type(one).__name__)
def test_what_eight_children_are_asked_about_opens_by_their_names(one: News) -> None:
    screen = news(RU, [told_of(child, one) for child in EIGHT], recipient=MOTHER)

    assert [line.split(":")[0] for line in read(screen)] == NAMES_OF_EIGHT
    assert labels(screen)[:2] == [
        ["Констант…", "Мария-Ма…", "Ян", "Ева"],
        ["Аким", "Олеся", "Лев", "Тихон"],
    ]
    assert len(screen.buttons) == ROWS
    assert too_wide(screen) == []


@pytest.mark.parametrize("one", [mark_news(), absence_news(), homework_news()])
def test_a_single_piece_of_news_is_heard(one: News) -> None:
    assert not news(RU, [one], recipient=MOTHER).silent


def test_a_digest_with_an_absence_is_heard() -> None:
    told: list[News] = [absence_news(), *(mark_news(subject=f"Предмет {n}") for n in range(18))]

    assert not news(RU, told, recipient=MOTHER).silent


def test_a_mark_that_counts_for_no_mean_tells_none() -> None:
    first = mark_news("pass")
    told = type(first)(**{name: getattr(first, name) for name in first.__slots__} | {"mean": None})

    assert read(news(RU, [told], recipient=MOTHER))[1:] == [f"зачёт — {WORK}, 18 ноября, вес 4"]


def test_the_neutral_text_names_an_initial_and_nothing_else() -> None:
    told: list[News] = [mark_news("2"), absence_news(), mark_news("3", child=PETYAS)]

    screen = news(RU, told, recipient=MOTHER)

    assert screen.neutral == "Есть новости · М., П. Откройте дневник, чтобы прочитать."


def test_the_neutral_text_for_the_pupil_names_nobody() -> None:
    screen = news(RU, [mark_news("2")], recipient=MASHA)

    assert screen.neutral == "Для вас есть новости. Откройте дневник, чтобы прочитать."


REPLIES = [["Знаю, болеет", "Знаю, уважительная"], ["Не знаю, где ребёнок"]]
BUTTONS = [
    (mark_news(), [["Отметки", "День"], ["Меню"]]),
    (absence_news(), [*REPLIES, ["Пропуски", "День", "Меню"]]),
    (absence_news(AbsenceCode.LATE), [["Пропуски", "День"], ["Меню"]]),
    (absence_news(stands=False), [["Пропуски", "День"], ["Меню"]]),
    (homework_news(), [["Задания"], ["Меню"]]),
    (replacement_news(), [["Расписание"], ["Меню"]]),
    (unreachable_news(), [["Меню"]]),
]


@pytest.mark.parametrize(("one", "shown"), BUTTONS)
def test_news_lead_to_where_more_is(one: News, shown: list[list[str]]) -> None:
    screen = news(RU, [one], recipient=MOTHER)

    assert labels(screen) == shown
    where = [each.callback_data for row in screen.buttons for each in row]
    # An answer to an alert takes the alert's place; all else opens beside the news.
    assert all(one.endswith(":1") for one in where if not one.startswith(("why1:", "rule1:")))


def test_news_speak_english() -> None:
    lines = read(news(EN, [mark_news("4", before="3")], recipient=MOTHER))

    assert lines[1:] == [
        f"Corrected: 4 instead of 3 — {WORK}, 18 November",
        "Mean: 4.25 → 4.38",
    ]
