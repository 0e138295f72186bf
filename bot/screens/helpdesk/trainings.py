"""Trainings as who holds them has them: the list, the card, who comes and who came."""

from typing import Final

from bot.callbacks.places import OpenMenu
from bot.callbacks.trainings import (
    BeginTraining,
    CallOffTraining,
    MoveTraining,
    OpenGuests,
    OpenInvitation,
    OpenTraining,
    OpenTrainings,
    TickGuest,
    TickPromised,
)
from bot.callbacks.why import About
from bot.screens.helpdesk.training_words import ROOM_LENGTH, in_short, school_moment, whom
from bot.screens.helpdesk.words import topics
from bot.screens.parts.naming import full_name, teacher_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Member
from core.helpdesk.training.gate import OpenedTraining
from core.helpdesk.training.reading import TrainingList
from core.helpdesk.training.training import Invited, Training, Turnout, turnout

_A_PAGE: Final = 8
_WORDS_SHOWN: Final = 500
_IN_A_ROW: Final = 4
_SCHOOLS: Final = 2

Listed = tuple[Training, Member, bool]
"""A training of a list, as whom it is read, and whether that one is invited, or looks after it."""


def trainings(speech: Speech, found: TrainingList, *, past: bool = False, page: int = 0) -> Screen:
    """Show what lies ahead, own invitations first, or what is over; a number opens one."""
    invited: list[Listed] = [] if past else [(*one, True) for one in found.invitations]
    held: list[Listed] = [(*one, False) for one in (found.past if past else found.ahead)]
    listed = page_of([*invited, *held], page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    empty: Key = "trainings-empty-past" if past else "trainings-empty"
    numbers = [button(str(at), _target(one)) for at, one in numbered]
    turns = turning(speech, listed, lambda to: OpenTrainings(past=past, page=to))
    return Screen(
        lines(
            speech.say("trainings-head-past" if past else "trainings-head"),
            [_line(speech, at, one) for at, one in numbered] or speech.say(empty),
            rest_of(speech, listed),
        ),
        rows(
            numbers[:_IN_A_ROW],
            numbers[_IN_A_ROW:],
            [*turns, *_plan(speech, found)],
            [*_why(speech, found), *_other(speech, found, past=past), _menu(speech)],
        ),
    )


def _target(one: Listed) -> OpenInvitation | OpenTraining:
    training, member, invited = one
    if not invited:
        return OpenTraining(training=training.id)
    return OpenInvitation(training=training.id, person=member.person)


def _line(speech: Speech, index: int, one: Listed) -> Html:
    of, member, invited = one
    if invited:
        return speech.say("trainings-invited", index=index, **in_short(speech, of, member.zones))
    return speech.say(
        "trainings-line",
        index=index,
        whom=whom(speech, of.invitees.whom, of.class_title),
        off="no" if of.stands else "yes",
        topics=topics(speech, of.topics),
        **school_moment(speech, of.starts_at, member.zones),
    )


def _plan(speech: Speech, found: TrainingList) -> list[Button]:
    schools = {one.school: one.school_name for one in found.planners}
    if len(schools) == 1:
        return [button(speech.label("training-plan"), BeginTraining(school=next(iter(schools))))]
    return [
        button(speech.label("training-plan-at", school=name), BeginTraining(school=school))
        for school, name in list(schools.items())[:_SCHOOLS]
    ]


def _why(speech: Speech, found: TrainingList) -> list[Button]:
    """Return the way to the rules, for who plans; a guest learns nothing of how many are due."""
    schools = {one.school for one in found.planners}
    return [why_button(speech, About.TRAININGS, min(schools))] if schools else []


def _other(speech: Speech, found: TrainingList, *, past: bool) -> list[Button]:
    if not found.planners:
        return []
    key: Key = "training-to-ahead" if past else "training-to-past"
    return [button(speech.label(key), OpenTrainings(past=not past))]


def training(
    speech: Speech, view: OpenedTraining, *, begun: bool, note: Key | None = None
) -> Screen:
    """Show one: when, where, about what, who comes; what can be done depends on the hour."""
    of, counted = view.training, turnout(view.invited)
    return Screen(
        lines(
            escaped(speech.label(note)) if note else NOTHING,
            _head(speech, view),
            speech.say("training-place", room=cut(of.room, ROOM_LENGTH)),
            speech.say("training-topics", topics=topics(speech, of.topics)),
            speech.say(
                "training-whom",
                whom=whom(speech, of.invitees.whom, of.class_title),
                count=counted.invited,
            ),
            speech.say("training-holder", name=teacher_name(of.by_name)),
            escaped(cut(of.words, _WORDS_SHOWN)),
            _replies(speech, of, counted, begun=begun),
        ),
        rows(
            _deeds(speech, of, begun=begun),
            [button(speech.label("trainings-back"), OpenTrainings(past=begun))],
        ),
    )


def _head(speech: Speech, view: OpenedTraining) -> Html:
    key: Key = "training-head" if view.training.stands else "training-head-off"
    return speech.say(key, **_when(speech, view))


def _when(speech: Speech, view: OpenedTraining) -> dict[str, str]:
    return school_moment(speech, view.training.starts_at, view.member.zones)


def _replies(speech: Speech, of: Training, counted: Turnout, *, begun: bool) -> list[Html]:
    replies = speech.say(
        "training-replies",
        coming=counted.coming,
        not_coming=counted.not_coming,
        silent=counted.silent,
    )
    away = speech.say("training-away", count=counted.not_here) if counted.not_here else NOTHING
    if not begun or not of.stands:
        return [replies, away]
    came = speech.say("training-came", came=counted.came, count=counted.invited)
    return [replies, came if counted.came else speech.say("training-came-open")]


def _deeds(speech: Speech, of: Training, *, begun: bool) -> list[Button]:
    who: Key = "training-tick" if begun and of.stands else "training-guests"
    found = [button(speech.label(who), OpenGuests(training=of.id))]
    if not begun and of.stands:
        found += [
            button(speech.label("training-move"), MoveTraining(training=of.id)),
            button(speech.label("training-call-off"), CallOffTraining(training=of.id)),
        ]
    return found


def ask_call_off(speech: Speech, view: OpenedTraining) -> Screen:
    """Ask once more before it is called off."""
    of = view.training
    return Screen(
        lines(_head(speech, view), speech.say("training-call-off-ask", count=len(view.invited))),
        rows(
            [
                button(
                    speech.label("training-call-off-sure"),
                    CallOffTraining(training=of.id, sure=True),
                )
            ],
            [_back(speech, of)],
        ),
    )


def guests(speech: Speech, view: OpenedTraining, *, begun: bool, page: int = 0) -> Screen:
    """Show who is invited with each one's reply; when it has begun, numbers tick off who came."""
    of, ticks = view.training, begun and view.training.stands
    listed = page_of(view.invited, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    numbers = [button(str(at), _tick(of, one, listed.number)) for at, one in numbered if ticks]
    promised = button(speech.label("training-tick-promised"), TickPromised(training=of.id))
    turns = turning(speech, listed, lambda to: OpenGuests(training=of.id, page=to))
    return Screen(
        lines(
            speech.say("training-guests-head", **_when(speech, view)),
            [_guest(speech, at, one) for at, one in numbered],
            rest_of(speech, listed),
            speech.say("training-guest-how") if ticks else NOTHING,
        ),
        rows(
            numbers[:_IN_A_ROW],
            numbers[_IN_A_ROW:],
            [promised] if ticks and turnout(view.invited).coming else [],
            [*turns, _back(speech, of)],
        ),
    )


def _tick(of: Training, one: Invited, page: int) -> TickGuest:
    return TickGuest(training=of.id, person=one.guest.person, came=not one.came, page=page)


def _guest(speech: Speech, index: int, one: Invited) -> Html:
    said = "none" if one.guest.is_here else "away"
    return speech.say(
        "training-guest-line",
        index=index,
        name=full_name(speech, one.guest.name),
        came="yes" if one.came else "no",
        reply=one.reply.value if one.reply else said,
    )


def _back(speech: Speech, of: Training) -> Button:
    return button(speech.label("training-back"), OpenTraining(training=of.id))


def _menu(speech: Speech) -> Button:
    return button(speech.label("place-menu"), OpenMenu())
