"""The menu: the places that are open to the person, the most looked at first."""

from bot.callbacks.asking import OpenHelpDesk
from bot.callbacks.broadcasts import OpenBroadcasts
from bot.callbacks.classes import OpenClasses
from bot.callbacks.diary import OpenAbsences, OpenHomework, OpenMarks, OpenTimetable, OpenWeek
from bot.callbacks.forecast import OpenForecast
from bot.callbacks.messages import OpenThreads
from bot.callbacks.places import OpenChildren, OpenMenu, OpenSettings, Place
from bot.screens.parts.frame import (
    administered_by,
    class_button,
    is_own,
    led_by,
    others,
    school_button,
)
from bot.screens.parts.naming import called
from bot.screens.parts.screen import Button, Rows, Screen, button, lines, rows
from bot.screens.people.more import more_button
from bot.screens.teaching.lessons import lessons_button
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Child, Role
from core.ids import PupilId

PLACES: dict[Place, Key] = {
    Place.DIARY: "place-diary",
    Place.MARKS: "place-marks",
    Place.HOMEWORK: "place-homework",
    Place.TIMETABLE: "place-timetable",
    Place.ABSENCES: "place-absences",
    Place.FORECAST: "place-forecast",
}
_IN_A_ROW = 3
_IN_MENU = (Place.DIARY, Place.MARKS, Place.HOMEWORK, Place.TIMETABLE, Place.ABSENCES)


def menu(
    speech: Speech,
    actor: Actor,
    child: Child | None = None,
    *,
    note: Html = NOTHING,
    waiting: int = 0,
) -> Screen:
    """Show what can be opened: of a chosen child, of the only one, or of one to choose.

    `waiting` are the threads in which somebody waits for the person's answer.
    """
    chosen = child or only_child(actor)
    if chosen is None and not (actor.children or led_by(actor) or administered_by(actor)):
        said: Key = "menu" if Role.TEACHER in actor.roles else "menu-staff"
        return Screen(
            lines(note, speech.say(said)), _last(speech, actor, _classes(speech, actor), waiting)
        )
    who = called(speech, actor, chosen) if chosen else ""
    asked = speech.say("menu-of", who=who) if who else speech.say("menu")
    return Screen(lines(note, asked), _buttons(speech, actor, chosen, waiting))


def only_child(actor: Actor) -> Child | None:
    """Return the child of a person who has just one, oneself included."""
    return actor.children[0] if len(actor.children) == 1 else None


def place_button(speech: Speech, place: Place, pupil: PupilId) -> Button:
    """Return the button to a place of a pupil."""
    return open_place(speech.label(PLACES[place]), place, pupil)


def open_place(label: str, place: Place, pupil: PupilId, *, anew: bool = False) -> Button:
    """Return a button to a place of a pupil as it is now, under any label."""
    match place:
        case Place.DIARY:
            return button(label, OpenWeek(pupil=pupil, anew=anew))
        case Place.MARKS:
            return button(label, OpenMarks(pupil=pupil, anew=anew))
        case Place.HOMEWORK:
            return button(label, OpenHomework(pupil=pupil, anew=anew))
        case Place.TIMETABLE:
            return button(label, OpenTimetable(pupil=pupil, anew=anew))
        case Place.ABSENCES:
            return button(label, OpenAbsences(pupil=pupil, anew=anew))
        case Place.FORECAST:
            return button(label, OpenForecast(pupil=pupil, anew=anew))


def _buttons(speech: Speech, actor: Actor, child: Child | None, waiting: int) -> Rows:
    if child is None and not actor.children:
        return _last(speech, actor, _classes(speech, actor), waiting)
    diary, marks, homework, timetable, absences = (
        place_button(speech, place, child.pupil)
        if child
        else button(speech.label(PLACES[place]), OpenChildren(place=place))
        for place in _IN_MENU
    )
    beside = others(speech, actor, child, Place.DIARY) if child else ()
    more = [more_button(speech, child.pupil)] if child else []
    if child and not is_own(actor, child.pupil):
        home = button(speech.label("place-menu"), OpenMenu())
        return rows([diary, marks, homework], [timetable, absences, *more], [*beside, home])
    return rows(
        [diary, marks, homework],
        [timetable, absences, *more],
        *_last(speech, actor, (*beside, *_classes(speech, actor)), waiting),
    )


def _last(speech: Speech, actor: Actor, first: tuple[Button, ...], waiting: int) -> Rows:
    settings = button(speech.label("place-settings"), OpenSettings())
    last = [
        *_messages(speech, actor, waiting),
        settings,
        button(speech.label("place-help-desk"), OpenHelpDesk()),
    ]
    # On a phone three words stand side by side, and a fourth breaks one of them.
    fits = len(first) + len(last) <= _IN_A_ROW and len(first) == 1
    return rows([*first, *last]) if fits or not first else rows(first, last)


def _messages(speech: Speech, actor: Actor, waiting: int) -> list[Button]:
    """Return the way to the threads of who keeps some: a family has its own at the child."""
    if not any(one.works_here for one in actor.members):
        return []
    if not waiting:
        return [button(speech.label("place-messages"), OpenThreads())]
    return [button(speech.label("place-messages-waiting", count=waiting), OpenThreads())]


def _classes(speech: Speech, actor: Actor) -> tuple[Button, ...]:
    led = led_by(actor)
    own = [class_button(speech, one) for one in led]
    if len(led) > 1:
        own = [button(speech.label("place-classes"), OpenClasses())]
    if Role.TEACHER in actor.roles:
        own.append(lessons_button(speech))
        # Who leads a class writes to it from the class; others write to whom they teach.
        if not led:
            own.append(button(speech.label("place-broadcasts"), OpenBroadcasts()))
    return (*own, *(school_button(speech, actor, one) for one in administered_by(actor)))
