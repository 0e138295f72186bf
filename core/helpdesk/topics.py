"""What the help desk is asked about (H5), and what one consultant answers."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Topic(StrEnum):
    """A topic of consultation, by the code that the school's files use (A2.5, E6 2.1)."""

    TECHNOLOGY = "technology"
    LESSON_PLANS = "lesson-plans"
    CONTROL_WORKS = "control-works"
    CURRENT_MARKS = "current-marks"
    FINAL_MARKS = "final-marks"
    ATTENDANCE = "attendance"
    REPORTS = "reports"
    DIARY = "diary"
    REGISTRATION = "registration"
    LOST_ACCESS = "lost-access"


Covers = frozenset[Topic]
"""The topics that somebody answers."""

ANY: Final = Covers(Topic) - {Topic.LOST_ACCESS}
"""«Any question»: every topic but lost access, which goes to the administrator (S3)."""

ANY_WORD: Final = "any"
"""How a file says so in one word."""

_CODES: Final = {topic.value: topic for topic in Topic}


def covers(words: Iterable[str]) -> Covers:
    """Return the topics that codes name; a code that names none is for `unknown` to tell."""
    said = frozenset(words)
    named = Covers(_CODES[word] for word in said if word in _CODES)
    return named | ANY if ANY_WORD in said else named


def unknown(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that are codes of no topic, in their order."""
    return tuple(word for word in words if word not in _CODES and word != ANY_WORD)


def words(topics: Covers) -> tuple[str, ...]:
    """Return the codes of topics as a file has them: in the order of H5, `any` for all of it."""
    if not topics >= ANY:
        return tuple(topic.value for topic in Topic if topic in topics)
    return ANY_WORD, *(topic.value for topic in Topic if topic in topics - ANY)
