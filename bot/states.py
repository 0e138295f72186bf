"""What a person may be in the middle of. Each group has few states, typed data, and a way out.

A command, or a tap that its handlers do not take, leaves a dialogue; `/cancel` says so.
"""

from datetime import timedelta
from typing import Final

from aiogram.fsm.state import State, StatesGroup

_SHORT: Final = timedelta(hours=1)
_LONG: Final = timedelta(days=1)


class Excusing(StatesGroup):
    """A guardian announces an absence: the reason in words, then a note and the sending."""

    reason = State()
    note = State()


class Deciding(StatesGroup):
    """A class teacher says why an excuse is declined, or accepted, or which document has come."""

    verdict = State()
    acceptance = State()
    document = State()


class Warned(StatesGroup):
    """A class teacher says a warning in other words, or why it is not needed."""

    words = State()
    reason = State()


class Alerting(StatesGroup):
    """A class teacher says a warning about missed lessons in other words, or why to drop it."""

    words = State()
    reason = State()


class FillingLesson(StatesGroup):
    """A teacher writes the homework of a lesson, or a recommendation after it."""

    homework = State()
    recommendation = State()


class Remarking(StatesGroup):
    """A teacher says something of a pupil, or says it in other words."""

    words = State()
    other_words = State()


class Announcing(StatesGroup):
    """The administration writes an announcement: its words, then the day and the sending."""

    text = State()
    day = State()


class Broadcasting(StatesGroup):
    """Somebody writes a broadcast: its text and files, then words that a button asked for."""

    content = State()
    words = State()


class Asking(StatesGroup):
    """Somebody asks for help: messages are gathered; or why it cannot wait."""

    content = State()
    reason = State()


class HurryingRequest(StatesGroup):
    """Who asked writes why the request cannot wait."""

    reason = State()


class RatingHelp(StatesGroup):
    """Who asked writes a word to the rating."""

    word = State()


class KeepingAnswer(StatesGroup):
    """Who keeps the known answers writes a question, then its answer."""

    question = State()
    answer = State()


class Messaging(StatesGroup):
    """Somebody writes to a person: words and a single file go at once, an album is gathered."""

    content = State()


class Applying(StatesGroup):
    """A class teacher writes which day stands on a guardian's application on paper."""

    day = State()


class Breaching(StatesGroup):
    """The administrator writes since when an account is in strange hands."""

    since = State()


class CheckingData(StatesGroup):
    """A person says what is right of the data, or the administration why it is not taken."""

    words = State()
    reason = State()


class PlanningTraining(StatesGroup):
    """Somebody plans a training by taps, then writes what a button asked for."""

    plan = State()
    words = State()


class MovingTraining(StatesGroup):
    """Who holds a training writes another time."""

    time = State()


class MakingPacket(StatesGroup):
    """Somebody makes a packet for the vendor: words of a piece, or pictures."""

    words = State()
    pictures = State()


class FollowingPacket(StatesGroup):
    """Somebody writes the vendor's number, or the day to ask again."""

    number = State()
    day = State()


class KeepingSupport(StatesGroup):
    """The administrator writes what is the same in all packets."""

    words = State()


class LosingAccess(StatesGroup):
    """A stranger writes who lost access."""

    words = State()


class Mailing(StatesGroup):
    """A person says where letters go, then writes the code that came there."""

    address = State()
    code = State()


class GivingMail(StatesGroup):
    """A class teacher writes the day of a guardian's paper, and the address that stands on it."""

    day = State()
    day_of_known = State()
    address = State()


class Consulting(StatesGroup):
    """Who answers writes: what a button began, words that may be an answer, a day, a template."""

    words = State()
    which = State()
    until = State()
    template = State()


class DutyEditing(StatesGroup):
    """The administration makes a window of duty, or writes the hours of one day."""

    window = State()
    turn = State()


_OPTIONAL: Final = frozenset({RatingHelp.word.state})

_OF_HELP_DESK: Final = frozenset(
    one.state
    for group in (
        Asking,
        HurryingRequest,
        RatingHelp,
        KeepingAnswer,
        MakingPacket,
        FollowingPacket,
        KeepingSupport,
        Consulting,
    )
    for one in group.__states__
)


def is_of_help_desk(state: str | None) -> bool:
    """Say whether words there go to the help desk: no secret among them stays (S4)."""
    return state in _OF_HELP_DESK


def is_optional(state: str) -> bool:
    """Say whether words there only add to what is done already, so that they may never come."""
    return state in _OPTIONAL


def lasts(state: str) -> timedelta:
    """Return for how long what was begun is meant: a day, and an hour for mere additions."""
    return _SHORT if is_optional(state) else _LONG
