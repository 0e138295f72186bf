"""Whom one may write to: a child's teachers, a pupil's family, the staff."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks.messages import (
    OpenBehind,
    OpenContacts,
    OpenDoors,
    OpenStaff,
    OpenThreads,
    Through,
    WriteTo,
)
from bot.screens.parts.frame import is_own
from bot.screens.parts.lesson import subject_within
from bot.screens.parts.naming import full_name, teacher_name, with_class
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import Html, cut, escaped, joined
from bot.texts.speech import Speech
from core.access.people import Actor
from core.messages.threads.finding import Behind, Colleague, Contact, Contacts, Doors

_DOORS_A_PAGE: Final = 9
_IN_A_ROW: Final = 3
_A_PAGE: Final = 8
_HALF: Final = 4
_TITLE_LENGTH: Final = 60


def doors(speech: Speech, actor: Actor, found: Doors, *, page: int = 0) -> Screen:
    """Show the children, classes, courses and schools through which one finds somebody."""
    children = [
        button(with_class(speech, one), OpenContacts(pupil=one.pupil)) for one in actor.children
    ]
    schools = [
        button(speech.label("place-staff"), OpenStaff(school=one.school)) for one in found.schools
    ]
    classes = [
        button(one.title, OpenBehind(through=Through.CLASS, group=one.id)) for one in found.classes
    ]
    courses = [
        button(one.title, OpenBehind(through=Through.COURSE, group=one.id))
        for one in found.courses
    ]
    listed = page_of([*children, *schools, *classes, *courses], page, size=_DOORS_A_PAGE)
    asked = speech.say("write-doors") if listed.items else speech.say("write-nobody")
    return Screen(
        lines(asked, rest_of(speech, listed)),
        rows(
            *(listed.items[at : at + _IN_A_ROW] for at in range(0, _DOORS_A_PAGE, _IN_A_ROW)),
            [*turning(speech, listed, lambda to: OpenDoors(page=to)), _back(speech)],
        ),
    )


def behind(speech: Speech, found: Behind, asked: OpenBehind) -> Screen:
    """Show the pupils of a class or course by number."""
    listed = page_of(found.pupils, asked.page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    opens = [
        button(str(at), OpenContacts(pupil=one.pupil, group=asked.group)) for at, one in numbered
    ]
    turn = turning(
        speech,
        listed,
        lambda to: OpenBehind(through=asked.through, group=asked.group, page=to),
    )
    return Screen(
        lines(
            speech.say("write-behind", title=cut(found.title, _TITLE_LENGTH)),
            [
                speech.say("class-pupil", index=at, name=full_name(speech, one.name))
                for at, one in numbered
            ]
            or speech.say("write-nobody"),
            rest_of(speech, listed),
        ),
        rows(opens[:_HALF], opens[_HALF:], [*turn, _to_doors(speech)]),
    )


def staff(speech: Speech, found: Sequence[Colleague], asked: OpenStaff) -> Screen:
    """Show the staff of a school by number; who has not come in is named and no more."""
    listed = page_of(found, asked.page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    opens = [button(str(at), WriteTo(person=one.person)) for at, one in numbered if one.is_here]
    turn = turning(speech, listed, lambda to: OpenStaff(school=asked.school, page=to))
    return Screen(
        lines(
            speech.say("write-staff"),
            [
                _numbered(speech, at, escaped(teacher_name(one.name)), is_here=one.is_here)
                for at, one in numbered
            ]
            or speech.say("write-nobody"),
            rest_of(speech, listed),
        ),
        rows(opens[:_HALF], opens[_HALF:], [*turn, _to_doors(speech)]),
    )


def contacts(speech: Speech, actor: Actor, found: Contacts, *, page: int = 0) -> Screen:
    """Show by number whom one may write to about a pupil: teachers, or the family."""
    listed = page_of(found.contacts, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    child = found.child
    opens = [
        button(str(at), WriteTo(person=one.person, pupil=child.pupil, group=one.group))
        for at, one in numbered
        if one.is_here
    ]
    turn = turning(
        speech,
        listed,
        lambda to: OpenContacts(pupil=child.pupil, group=found.group, page=to),
    )
    own = is_own(actor, child.pupil)
    who = with_class(speech, child) if own else full_name(speech, child.name)
    return Screen(
        lines(
            speech.say("write-contacts", who=who),
            [
                _numbered(speech, at, _contact(speech, one), is_here=one.is_here)
                for at, one in numbered
            ]
            or speech.say("write-nobody"),
            rest_of(speech, listed),
        ),
        rows(opens[:_HALF], opens[_HALF:], [*turn, _back(speech)]),
    )


def _contact(speech: Speech, one: Contact) -> Html:
    if one.is_office:
        named = escaped(cut(teacher_name(one.name), _TITLE_LENGTH))
        return joined(", ", [speech.say("write-office"), named])
    if not one.is_teacher:
        what = speech.say("write-pupil") if one.is_pupil else speech.say("write-guardian")
        return joined(", ", [escaped(full_name(speech, one.name)), what])
    what = escaped(subject_within(one.topic)) if one.topic else speech.say("write-class-teacher")
    return joined(", ", [escaped(cut(teacher_name(one.name), _TITLE_LENGTH)), what])


def _numbered(speech: Speech, index: int, who: Html, *, is_here: bool) -> Html:
    here = "yes" if is_here else "no"
    return speech.say("write-line", index=index, who=who, here=here)


def _back(speech: Speech) -> Button:
    return button(speech.label("place-messages"), OpenThreads())


def _to_doors(speech: Speech) -> Button:
    return button(speech.label("write-back"), OpenDoors())
