"""Which commands are offered to whom. All work for everybody; these are the useful ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.screens.parts.frame import administered_by, led_by
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.answers.keeping import keeps


class Circle(StrEnum):
    """People to whom the same commands are offered."""

    STRANGER = "stranger"
    FAMILY = "family"
    CLASS_TEACHER = "class_teacher"
    FAMILY_AND_CLASS_TEACHER = "family_and_class_teacher"
    ADMINISTRATION = "administration"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class CommandText:
    """A command and what it does, in one language."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A command with the key of what it does."""

    name: str
    key: Key


_FAMILY = (
    Offered("diary", "command-diary"),
    Offered("marks", "command-marks"),
    Offered("forecast", "command-forecast"),
    Offered("homework", "command-homework"),
    Offered("timetable", "command-timetable"),
    Offered("absences", "command-absences"),
    Offered("children", "command-children"),
)
_BROADCASTS = (Offered("broadcasts", "command-broadcasts"),)
_LESSONS = (Offered("lessons", "command-lessons"), *_BROADCASTS)
_CLASS = (Offered("class", "command-class"),)
_OF_STAFF = (Offered("training", "command-training"), Offered("vendor", "command-vendor"))
_DESK = (Offered("desk", "command-desk"),)
_ALL = (
    Offered("messages", "command-messages"),
    Offered("ask", "command-ask"),
    Offered("duty", "command-duty"),
    Offered("settings", "command-settings"),
    Offered("help", "command-help"),
    Offered("privacy", "command-privacy"),
    Offered("cancel", "command-cancel"),
)

COMMANDS: Mapping[Circle, tuple[Offered, ...]] = {
    Circle.STRANGER: (Offered("start", "command-start"), *_ALL[4:6]),
    Circle.FAMILY: (*_FAMILY, *_ALL),
    Circle.CLASS_TEACHER: (*_CLASS, *_LESSONS, *_OF_STAFF, *_ALL),
    Circle.FAMILY_AND_CLASS_TEACHER: (*_FAMILY, *_CLASS, *_LESSONS, *_OF_STAFF, *_ALL),
    Circle.ADMINISTRATION: (*_CLASS, *_BROADCASTS, *_OF_STAFF, *_ALL),
    Circle.STAFF: (*_LESSONS, *_OF_STAFF, *_ALL),
}


def circle_of(actor: Actor) -> Circle:
    """Return which commands are of use to the person."""
    if actor.is_stranger:
        return Circle.STRANGER
    family, leads = bool(actor.children), bool(led_by(actor))
    if family:
        return Circle.FAMILY_AND_CLASS_TEACHER if leads else Circle.FAMILY
    if leads:
        return Circle.CLASS_TEACHER
    return Circle.ADMINISTRATION if administered_by(actor) else Circle.STAFF


def offered_to(actor: Actor) -> tuple[Offered, ...]:
    """Return the commands for a person: of the circle; the desk first for who answers requests."""
    answers = any(keeps(one) for one in actor.members)
    return (*(_DESK if answers else ()), *COMMANDS[circle_of(actor)])


def commands_for(speech: Speech, offered: Iterable[Offered]) -> tuple[CommandText, ...]:
    """Return commands with their descriptions in the person's language."""
    return tuple(CommandText(one.name, speech.label(one.key)) for one in offered)
