"""News of the school's life: who and what first, and what to do next."""

from dataclasses import replace
from datetime import date

import pytest

from bot.screens.news.message import news
from core.access.people import Name
from core.ids import PersonId
from core.notices.ledger import Change
from core.notices.news.school import (
    AnnouncementNews,
    ControlWorkNews,
    EventNews,
    MoveNews,
    RecommendationNews,
    SchoolNews,
)
from tests.core.builders import MASHA, TODAY, a_name
from tests.screens.views import EN, RU, labels, read, replacement_news

MOTHER = PersonId(2)
MONDAY = date(2026, 11, 23)
CHILD = (MASHA, a_name())
TRIP = EventNews(
    *CHILD,
    "Музей",
    "Сбор в 9:00",
    MONDAY,
    MONDAY,
    of_school=False,
    change=Change.NEW,
    stands=True,
)
MOVED = MoveNews(*CHILD, "Физика", TODAY, 3, MONDAY, 5)
CONTROL = ControlWorkNews(*CHILD, "Физика", "Контрольная работа", "Оптика", MONDAY, 5)
ADVICE = RecommendationNews(*CHILD, "Физика", Name("Нина", "Грачёва"), "Повторить § 3", TODAY)
WORD = AnnouncementNews(*CHILD, "Школа № 1", "Бумажных дневников больше нет.", MONDAY)

ALONE: list[tuple[SchoolNews, list[str]]] = [
    (TRIP, ["📅 Маша · событие класса", "пн, 23 ноября: Музей. Сбор в 9:00"]),
    (
        replace(TRIP, change=Change.CHANGED, text=""),
        ["📅 Маша · событие класса изменено", "пн, 23 ноября: Музей"],
    ),
    (
        replace(TRIP, stands=False, ends=date(2026, 11, 25)),
        ["📅 Маша · событие класса отменено", "23–25 ноября: Музей"],
    ),
    (
        replace(TRIP, of_school=True),
        ["📅 Событие школы", "пн, 23 ноября: Музей. Сбор в 9:00"],
    ),
    (
        MOVED,
        [
            "📅 Маша · перенос урока: физика",
            "Было: пт, 20 ноября, 3-й урок. Будет: пн, 23 ноября, 5-й урок.",
        ],
    ),
    (
        replace(MOVED, from_number=None),
        [
            "📅 Маша · перенос урока: физика",
            "Было: пт, 20 ноября. Будет: пн, 23 ноября, 5-й урок.",
        ],
    ),
    (
        replace(MOVED, from_day=None),
        [
            "📅 Маша · перенос урока: физика",
            "Переноса не будет, урок в своё время: пн, 23 ноября, 5-й урок.",
        ],
    ),
    (
        CONTROL,
        [
            "📅 Маша · скоро контрольная: физика",
            "пн, 23 ноября, 5-й урок: Контрольная работа — Оптика",
        ],
    ),
    (
        replace(CONTROL, title="", number=None),
        ["📅 Маша · скоро контрольная: физика", "пн, 23 ноября: Контрольная работа"],
    ),
    (
        ADVICE,
        [
            "Маша · физика, рекомендация учителя",
            "Повторить §\xa03",
            "Нина Грачёва, после урока 20 ноября",
        ],
    ),
    (
        WORD,
        [
            "📣 Школа\xa0№\xa01 · электронный журнал",
            "Школа переходит на электронный журнал с 23 ноября.",
            "Бумажных дневников больше нет.",
        ],
    ),
]

IN_A_LINE: list[tuple[SchoolNews, str]] = [
    (TRIP, "📅 событие класса. пн, 23 ноября: Музей. Сбор в 9:00"),
    (
        MOVED,
        "📅 перенос урока: физика. Было: пт, 20 ноября, 3-й урок. Будет: пн, 23 ноября, 5-й урок.",
    ),
    (
        CONTROL,
        "📅 скоро контрольная: физика. пн, 23 ноября, 5-й урок: Контрольная работа — Оптика",
    ),
    (ADVICE, "Физика, рекомендация: Повторить §\xa03"),
    (
        WORD,
        "📣 школа переходит на электронный журнал с 23 ноября. Бумажных дневников больше нет.",
    ),
]


@pytest.mark.parametrize(("told", "said"), ALONE)
def test_alone_it_is_told_in_full(told: SchoolNews, said: list[str]) -> None:
    assert read(news(RU, [told], recipient=MOTHER)) == said


@pytest.mark.parametrize(("told", "said"), IN_A_LINE)
def test_among_others_it_is_a_line(told: SchoolNews, said: str) -> None:
    assert read(news(RU, [told, told], recipient=MOTHER))[1] == said


def test_a_pupil_needs_no_name() -> None:
    assert read(news(RU, [ADVICE], recipient=PersonId(MASHA)))[0] == (
        "Физика, рекомендация учителя"
    )


BUTTONS = [
    (TRIP, [["Events"], ["Menu"]]),
    (MOVED, [["Timetable"], ["Menu"]]),
    (CONTROL, [["Control works"], ["Menu"]]),
    (ADVICE, [["Day", "Write"], ["Menu"]]),
    (WORD, [["Menu"]]),
]


@pytest.mark.parametrize(("told", "buttons"), BUTTONS)
def test_more_of_it_is_a_tap_away(told: SchoolNews, buttons: list[list[str]]) -> None:
    assert labels(news(EN, [told], recipient=MOTHER)) == buttons


def test_a_replacement_undone_names_who_teaches_after_all() -> None:
    undone = replace(replacement_news(Name("Нина", "Грачёва")), stands=False)

    assert read(news(RU, [undone], recipient=MOTHER))[1] == (
        "пт, 20 ноября, 3-й урок. Замены не будет: урок проведёт Нина Грачёва."
    )
