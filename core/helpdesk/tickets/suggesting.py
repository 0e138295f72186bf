"""Which topic the own words of somebody are probably about: suggested, never forced (H5)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from core.access.people import in_alphabet
from core.helpdesk.topics import Topic
from core.messages.content import Content

_WORD: Final = re.compile(r"[^\W\d_]+")
_NEAR: Final = 2
"""A stem of two words counts as much as two stems."""

STEMS: Final[Mapping[Topic, tuple[str, ...]]] = {
    Topic.TECHNOLOGY: (
        "ведени журнал",
        "заполн журнал",
        "работ журнал",
        "журнал",
        "замен",
        "подгрупп",
        "register",
        "substitut",
        "subgroup",
    ),
    Topic.LESSON_PLANS: (
        "ктп",
        "планировани",
        "календарн план",
        "рабоч программ",
        "импорт",
        "экспорт",
        "lesson plan",
        "curriculum",
        "import",
        "export",
    ),
    Topic.CONTROL_WORKS: (
        "контрольн",
        "самостоятельн работ",
        "проверочн",
        "диктант",
        "анализ работ",
        "график контрольн",
        "control work",
        "test paper",
    ),
    Topic.CURRENT_MARKS: (
        "отметк",
        "оценк",
        "двойк",
        "тройк",
        "четверк",
        "пятерк",
        "балл",
        "средн балл",
        "mark",
        "grade",
        "score",
    ),
    Topic.FINAL_MARKS: (
        "итогов",
        "за четверт",
        "четвертн",
        "за полугод",
        "за триместр",
        "годов",
        "аттестац",
        "прогноз",
        "final mark",
        "final grade",
        "forecast",
        "year mark",
    ),
    Topic.ATTENDANCE: (
        "посещаемост",
        "пропуск",
        "пропущен",
        "пропуст",
        "прогул",
        "опозда",
        "опаздыва",
        "болеет",
        "болел",
        "заболе",
        "отсутств",
        "справк",
        "absen",
        "attendance",
        "late for",
        "illness",
        "sick",
    ),
    Topic.REPORTS: (
        "отчет",
        "аналитик",
        "статистик",
        "успеваемост качеств",
        "сводн ведомост",
        "report",
        "analytic",
        "statistic",
    ),
    Topic.DIARY: (
        "дневник",
        "домашн",
        "дз",
        "расписани",
        "уведомлен",
        "сообщен приход",
        "diary",
        "homework",
        "timetable",
        "notification",
    ),
    Topic.REGISTRATION: (
        "регистрац",
        "зарегистр",
        "подключ",
        "добав ребенк",
        "втор родител",
        "нов учени",
        "перевел класс",
        "registration",
        "sign up",
        "connect",
        "add child",
    ),
    Topic.LOST_ACCESS: (
        "парол",
        "логин",
        "не могу войти",
        "не войти",
        "не заходит",
        "потер доступ",
        "нет доступ",
        "доступ",
        "забыл",
        "взлом",
        "password",
        "login",
        "lost access",
        "cannot log",
        "forgot",
    ),
}
"""Beginnings of words that speak for a topic; where there are several, each begins a word."""


def suggest(text: str) -> Topic | None:
    """Return the topic for which most speaks, or None where nothing does, or two are level.

    «ё» is as good as «е», and capitals count for nothing.
    """
    words = _WORD.findall(in_alphabet(text))
    weights = Counter({topic: _weight(topic, words) for topic in Topic})
    (first, most), (_, next_most) = weights.most_common(2)
    return first if most > next_most else None


def words_said(said: Iterable[Content]) -> str:
    """Return all that was written in several messages, also beneath files."""
    known = list(said)
    files = (file.caption.text for one in known for file in one.files)
    return " ".join([*(one.text.text for one in known), *files])


def sounds_lost(topic: Topic | None, text: str) -> bool:
    """Say whether words about another topic are about lost access, or may well be.

    That goes to the administrator, whatever was chosen (S3), so that one more mention of «дневник»
    does not outweigh a forgotten password.
    """
    if topic is None or topic is Topic.LOST_ACCESS:
        return False
    words = _WORD.findall(in_alphabet(text))
    return _weight(Topic.LOST_ACCESS, words) >= _NEAR or suggest(text) is Topic.LOST_ACCESS


def _weight(topic: Topic, words: list[str]) -> int:
    return sum(_of_stem(stem.split(), words) for stem in STEMS[topic])


def _of_stem(parts: list[str], words: list[str]) -> int:
    found = all(any(word.startswith(part) for word in words) for part in parts)
    return (1 if len(parts) == 1 else _NEAR) if found else 0
