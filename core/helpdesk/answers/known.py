"""A known answer (готовый ответ): of the school's own words, or one that the bot brings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from core.errors import RuleBroken
from core.helpdesk.topics import Topic
from core.ids import KnownAnswerId
from core.wording import said, said_in_a_line

LONGEST_QUESTION: Final = 120
LONGEST_ANSWER: Final = 800
"""It fits a phone's screen together with its question."""
MOST_OFFERED: Final = 5
"""As many as one screen shows."""


class OwnAnswer(StrEnum):
    """What the bot answers of itself; a school can retire it, and its words are the bot's."""

    COMING_IN = "coming-in"
    NEW_CODE = "new-code"
    FORECASTS = "forecasts"
    LATE_MARKS = "late-marks"
    ABSENCE = "absence"
    QUIET = "quiet"


TOPICS: Final[Mapping[OwnAnswer, Topic]] = {
    OwnAnswer.COMING_IN: Topic.REGISTRATION,
    OwnAnswer.NEW_CODE: Topic.REGISTRATION,
    OwnAnswer.FORECASTS: Topic.FINAL_MARKS,
    OwnAnswer.LATE_MARKS: Topic.CURRENT_MARKS,
    OwnAnswer.ABSENCE: Topic.ATTENDANCE,
    OwnAnswer.QUIET: Topic.DIARY,
}
"""Under which topic each of the bot's own answers stands."""

Ref = KnownAnswerId | OwnAnswer
"""Which known answer: the school's by its number, the bot's own by its code."""


class AnswerGone(RuleBroken):
    """It was retired, or said in other words by somebody else in the meantime."""

    code = "known-answer-gone"


@dataclass(frozen=True, slots=True)
class Seen:
    """A school's known answer, as it was when somebody began to say it in other words."""

    number: KnownAnswerId
    since: datetime


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a school's known answer."""

    topic: Topic
    question: str
    answer: str

    @classmethod
    def checked(cls, topic: Topic, question: str, answer: str) -> "Wording":
        """Return the words as they can be kept; raise TextWrong for none or too many."""
        return cls(
            topic,
            said_in_a_line(question, longest=LONGEST_QUESTION),
            said(answer, longest=LONGEST_ANSWER),
        )


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """A known answer as it stands; the words of the bot's own one are not the school's.

    `helped` counts who said so; `changed_at` is None for one of the bot that nobody touched yet.
    """

    ref: Ref
    topic: Topic
    question: str = ""
    answer: str = ""
    helped: int = 0
    is_retired: bool = False
    changed_at: datetime | None = None

    @property
    def is_own(self) -> bool:
        """Say whether the bot brings it."""
        return isinstance(self.ref, OwnAnswer)

    def seen(self) -> Seen:
        """Return what is about to be said in other words; raise AnswerGone for the bot's own.

        The bot's own answers are true of the bot, and have its words only.
        """
        if isinstance(self.ref, OwnAnswer) or self.changed_at is None:
            raise AnswerGone
        return Seen(self.ref, self.changed_at)


def with_own(kept: Sequence[KnownAnswer]) -> tuple[KnownAnswer, ...]:
    """Return what a school keeps together with what the bot brings, by topic."""
    touched = {one.ref for one in kept}
    own = [KnownAnswer(one, TOPICS[one]) for one in OwnAnswer if one not in touched]
    order = list(Topic)
    return tuple(sorted((*kept, *own), key=lambda one: (order.index(one.topic), one.is_own)))


def offered(known: Iterable[KnownAnswer], topic: Topic) -> tuple[KnownAnswer, ...]:
    """Return what is offered of a topic on one screen: what helped most comes first.

    Lost access is brought back by the administrator, and by no text.
    """
    if topic is Topic.LOST_ACCESS:
        return ()
    found = [one for one in known if one.topic is topic and not one.is_retired]
    return tuple(sorted(found, key=lambda one: (-one.helped, one.is_own)))[:MOST_OFFERED]
