"""A training that is being planned: what is said, what is still open, one tap to invite."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks.trainings import (
    EditTraining,
    InviteToTraining,
    OpenTraining,
    OpenTrainings,
    Part,
)
from bot.screens.helpdesk.training_words import PARTS, ROOM_LENGTH, school_moment, whom
from bot.screens.helpdesk.words import TOPICS, topics
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import LedClass
from core.helpdesk.topics import Topic
from core.helpdesk.training.planning import PlanView
from core.helpdesk.training.training import StaffMember, TrainingPlan, Whom
from core.ids import TrainingId

_WORDS_SHOWN: Final = 300
_STAFF_A_PAGE: Final = 8
_CLASSES_A_PAGE: Final = 12
_IN_A_ROW: Final = 4

CIRCLES: Final = (Whom.TEACHERS, Whom.CLASS_TEACHERS, Whom.PERSONS, Whom.FAMILIES)
"""Who can be taught, by place on a button."""
_CHOOSE: Final[dict[Whom, Key]] = {
    Whom.TEACHERS: "training-choose-teachers",
    Whom.CLASS_TEACHERS: "training-choose-class-teachers",
    Whom.PERSONS: "training-choose-persons",
    Whom.FAMILIES: "training-choose-families",
}
_ASKED: Final[dict[Part, Key]] = {
    Part.TIME: "training-ask-time",
    Part.ROOM: "training-ask-room",
    Part.WORDS: "training-ask-words",
}


def plan(speech: Speech, view: PlanView, stamp: int, *, note: Key | None = None) -> Screen:
    """Show the plan so far, and what it lacks; when nothing does, one tap invites."""
    lacks = ", ".join(speech.label(PARTS[one]) for one in view.lacks)
    invite = button(
        speech.label("training-invite", count=len(view.guests)), InviteToTraining(stamp=stamp)
    )
    return Screen(
        lines(
            escaped(speech.label(note)) if note else NOTHING,
            speech.say("training-new-head"),
            _said(speech, view),
            speech.say("training-lacks", what=lacks) if lacks else NOTHING,
        ),
        rows(
            [] if lacks else [invite],
            [
                _part(speech, stamp, "training-set-whom", Part.WHOM),
                _part(speech, stamp, "training-set-topics", Part.TOPIC),
                _part(speech, stamp, "training-set-time", Part.TIME),
            ],
            [
                _part(speech, stamp, "training-set-room", Part.ROOM),
                _part(speech, stamp, "training-set-words", Part.WORDS),
                button(speech.label("trainings-back"), OpenTrainings()),
            ],
        ),
    )


def _said(speech: Speech, view: PlanView) -> list[Html]:
    of, away = view.plan, sum(not one.is_here for one in view.guests)
    named = whom(speech, of.invitees.whom, view.class_title)
    at = of.starts_at
    when = school_moment(speech, at, view.member.zones) if at is not None else {}
    return [
        speech.say("training-new-whom", whom=named, count=len(view.guests)),
        speech.say("training-new-away", count=away) if away else NOTHING,
        *_decided(speech, of),
        speech.say("training-new-when", **when) if when else NOTHING,
    ]


def _decided(speech: Speech, of: TrainingPlan) -> list[Html]:
    room, words = cut(of.room, ROOM_LENGTH), cut(of.words, _WORDS_SHOWN)
    return [
        speech.say("training-new-topics", topics=topics(speech, of.topics))
        if of.topics
        else NOTHING,
        speech.say("training-new-room", room=room) if room else NOTHING,
        speech.say("training-new-words", words=words) if words else NOTHING,
    ]


def choose_whom(speech: Speech, stamp: int) -> Screen:
    """Ask who is taught."""
    found = [
        button(speech.label(_CHOOSE[one]), EditTraining(stamp=stamp, part=Part.CIRCLE, value=at))
        for at, one in enumerate(CIRCLES)
    ]
    return Screen(
        speech.say("training-choose-whom"), rows(found[:2], found[2:], [_back(speech, stamp)])
    )


def choose_class(
    speech: Speech, classes: Sequence[LedClass], stamp: int, *, page: int = 0
) -> Screen:
    """Ask for the class whose parents are invited."""
    listed = page_of(classes, page, size=_CLASSES_A_PAGE)
    found = [
        button(one.title, EditTraining(stamp=stamp, part=Part.CLASS, value=one.id))
        for one in listed.items
    ]
    asked: Key = "training-choose-class" if classes else "training-choose-class-empty"
    turns = turning(speech, listed, lambda to: EditTraining(stamp=stamp, part=Part.CLASS, page=to))
    half = (len(found) + 1) // 2 if len(found) > _IN_A_ROW else len(found)
    return Screen(
        lines(speech.say(asked), rest_of(speech, listed)),
        rows(found[:half], found[half:], [*turns, _back(speech, stamp)]),
    )


def choose_persons(
    speech: Speech, staff: Sequence[StaffMember], of: TrainingPlan, stamp: int, *, page: int = 0
) -> Screen:
    """Let the planner mark people of the staff."""
    listed, chosen = page_of(staff, page, size=_STAFF_A_PAGE), frozenset(of.invitees.persons)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    if not staff:
        return Screen(speech.say("training-choose-persons-empty"), rows([_back(speech, stamp)]))
    numbers = [
        button(
            str(at),
            EditTraining(stamp=stamp, part=Part.PERSON, value=one.person, page=listed.number),
        )
        for at, one in numbered
    ]
    turns = turning(
        speech, listed, lambda to: EditTraining(stamp=stamp, part=Part.PERSON, page=to)
    )
    return Screen(
        lines(
            speech.say("training-choose-persons-head", count=len(chosen)),
            [
                speech.say(
                    "training-choose-persons-line",
                    index=at,
                    name=full_name(speech, one.name),
                    marked="yes" if one.person in chosen else "no",
                )
                for at, one in numbered
            ],
            rest_of(speech, listed),
        ),
        rows(numbers[:_IN_A_ROW], numbers[_IN_A_ROW:], [*turns, _back(speech, stamp)]),
    )


def choose_topics(speech: Speech, of: TrainingPlan, stamp: int) -> Screen:
    """Let the planner mark topics (H5)."""
    found = [
        button(_marked(speech, one, of), EditTraining(stamp=stamp, part=Part.TOPIC, value=at))
        for at, one in enumerate(Topic, start=1)
    ]
    pairs = [found[at : at + 2] for at in range(0, len(found), 2)]
    return Screen(speech.say("training-choose-topics"), rows(*pairs, [_back(speech, stamp)]))


def _marked(speech: Speech, one: Topic, of: TrainingPlan) -> str:
    name = speech.label(TOPICS[one])
    return speech.label("training-topic-chosen", topic=name) if one in of.topics else name


def ask_words(speech: Speech, what: Part, stamp: int, *, wrong: Key | None = None) -> Screen:
    """Ask for a time, a place, or words."""
    return Screen(
        lines(escaped(speech.label(wrong)) if wrong else NOTHING, speech.say(_ASKED[what])),
        rows([_back(speech, stamp)]),
    )


def ask_move(speech: Speech, training: TrainingId, *, wrong: Key | None = None) -> Screen:
    """Ask for another time, and perhaps another place."""
    back = button(speech.label("training-back"), OpenTraining(training=training))
    return Screen(
        lines(escaped(speech.label(wrong)) if wrong else NOTHING, speech.say("training-ask-move")),
        rows([back]),
    )


def _part(speech: Speech, stamp: int, key: Key, part: Part) -> Button:
    return button(speech.label(key), EditTraining(stamp=stamp, part=part))


def _back(speech: Speech, stamp: int) -> Button:
    return _part(speech, stamp, "training-to-plan", Part.PLAN)
