"""Screens about people: coming in, choosing a child, a class and its pupils."""

from collections.abc import Sequence

from bot.callbacks.classes import OpenClass
from bot.callbacks.consents import OpenOwnConsents
from bot.callbacks.diary import OpenWeek
from bot.callbacks.lost_access import SayLostAccess
from bot.callbacks.places import OpenChildren, OpenMenu, Place
from bot.screens.parts.frame import class_button, led_by
from bot.screens.parts.naming import full_name, with_class
from bot.screens.parts.pages import page_of, place_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.menu import menu, open_place
from bot.screens.people.more import more_of_class_button
from bot.texts.html import Html, cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Child, LedClass, Member, Role, seen_by
from core.ids import PersonId

_CHILDREN_A_PAGE = 6
_PUPILS_A_PAGE = 10
_IN_A_ROW = 5
_TITLE_LENGTH = 80
_CLASSES = 8
_LINES = 12

_ASKED: dict[Place, Key] = {
    Place.DIARY: "children-head",
    Place.MARKS: "children-head-marks",
    Place.HOMEWORK: "children-head-homework",
    Place.TIMETABLE: "children-head-timetable",
    Place.ABSENCES: "children-head-absences",
    Place.FORECAST: "children-head-forecast",
}


def stranger(speech: Speech) -> Screen:
    """Say to anybody who is not in yet how to come in, and nothing else."""
    told = speech.label("stranger")
    return Screen(
        lines(speech.say("stranger"), speech.say("stranger-how")),
        rows([button(speech.label("lost-access"), SayLostAccess())]),
        toast=told,
        alert=True,
    )


def activated(speech: Speech, actor: Actor, person: PersonId) -> Screen:
    """Welcome who came in with a code, and name at once each child with its class."""
    member = next((one for one in actor.members if one.person == person), actor.members[0])
    welcome = speech.say(
        "activated",
        name=full_name(speech, member.name),
        school=cut(member.school_name, _TITLE_LENGTH),
    )
    own, leads = _own_diary(speech, member), _leads(speech, member)
    # News comes to families; a class teacher hears only of families that cannot be reached.
    next_key: Key = "activated-next-consent" if member.children else "activated-next"
    to_come = [speech.say(next_key)] if seen_by(member) else []
    runs = [speech.say("activated-administration")] if member.is_administration else []
    room = _LINES - len([welcome, *own, *leads, *runs, *to_come])
    told = [*own, *_children_named(speech, member, room), *leads, *runs]
    staff = [] if told else [speech.say("activated-staff")]
    consent = (
        [button(speech.label("place-consents"), OpenOwnConsents())] if member.children else ()
    )
    shown = menu(speech, actor).buttons
    return Screen(lines(welcome, told, staff, to_come), rows(consent, *shown))


def _own_diary(speech: Speech, member: Member) -> list[Html]:
    if Role.PUPIL not in member.roles:
        return []
    title = cut(member.class_title, _TITLE_LENGTH)
    return [speech.say("activated-pupil", **{"class": title})]


def _children_named(speech: Speech, member: Member, room: int) -> list[Html]:
    """Return a head and a line for each child; the last line says how many found no room."""
    children = member.children
    if not children:
        return []
    named = children if len(children) < room else children[: room - 2]
    rest = len(children) - len(named)
    return [
        speech.say("activated-children", count=len(children)),
        *(_child_line(speech, child) for child in named),
        *([speech.say("more", count=rest)] if rest else []),
    ]


def _leads(speech: Speech, member: Member) -> list[Html]:
    if not member.leads:
        return []
    titles = ", ".join(cut(led.title, _TITLE_LENGTH) for led in member.leads[:_CLASSES])
    return [speech.say("activated-leads", classes=titles)]


def _child_line(speech: Speech, child: Child) -> Html:
    return speech.say("bullet", what=with_class(speech, child))


def children(speech: Speech, actor: Actor, *, place: Place, page: int = 0) -> Screen:
    """Let the person choose whose diary to open; the place stays the same."""
    if not actor.children:
        return menu(speech, actor, note=speech.say("children-none"))
    listed = page_of(actor.children, page, size=_CHILDREN_A_PAGE)
    buttons = [open_place(with_class(speech, child), place, child.pupil) for child in listed.items]
    return Screen(
        lines(
            speech.say(_ASKED[place]),
            [_child_line(speech, child) for child in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            buttons[0:2],
            buttons[2:4],
            buttons[4:6],
            [
                *turning(speech, listed, lambda to: OpenChildren(place=place, page=to)),
                _menu_button(speech),
            ],
        ),
    )


def class_list(speech: Speech, led: LedClass, pupils: Sequence[Child], *, page: int = 0) -> Screen:
    """Show a class to its class teacher; a number opens the pupil's diary."""
    title = cut(led.title, _TITLE_LENGTH)
    back = _menu_button(speech)
    if not pupils:
        return Screen(speech.say("class-empty", title=title), rows([back]))
    listed = page_of(pupils, page, size=_PUPILS_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    numbers = [button(str(index), OpenWeek(pupil=child.pupil)) for index, child in numbered]
    return Screen(
        lines(
            joined(
                " · ",
                [
                    speech.say("class-head", title=title, count=len(pupils)),
                    *place_of(speech, listed),
                ],
            ),
            [
                speech.say("class-pupil", index=index, name=full_name(speech, child.name))
                for index, child in numbered
            ],
        ),
        rows(
            numbers[:_IN_A_ROW],
            numbers[_IN_A_ROW:],
            [
                *turning(speech, listed, lambda to: OpenClass(class_id=led.id, page=to)),
                more_of_class_button(speech, led),
                back,
            ],
        ),
    )


def classes(speech: Speech, actor: Actor) -> Screen:
    """Let a class teacher of several classes choose; say kindly that others have none."""
    led = led_by(actor)
    if not led:
        return menu(speech, actor, note=speech.say("class-none"))
    buttons = [class_button(speech, one) for one in led[:_CLASSES]]
    half = len(buttons) // 2
    return Screen(
        speech.say("class-choose"), rows(buttons[:half], buttons[half:], [_menu_button(speech)])
    )


def _menu_button(speech: Speech) -> Button:
    return button(speech.label("place-menu"), OpenMenu())
