"""What every screen of a child has in common: its first line, and the way back in the last row."""

from zoneinfo import ZoneInfo

from bot.callbacks.classes import OpenClass, OpenSchool
from bot.callbacks.places import OpenChildren, OpenMenu, Place
from bot.screens.parts.naming import called
from bot.screens.parts.screen import Button, button
from bot.texts.html import Html
from bot.texts.speech import Speech
from core.access.people import Actor, Child, LedClass, Member, seen_by
from core.ids import ClassId, PupilId


def head(speech: Speech, actor: Actor, child: Child, what: Html) -> Html:
    """Return the first line: what, and whose where there could be a doubt."""
    who = called(speech, actor, child)
    return speech.say("head-of", what=what, who=who) if who else what


def way_back(speech: Speech, actor: Actor, child: Child, place: Place) -> tuple[Button, ...]:
    """Return the last row: another child at the same place, and the menu of this child."""
    menu = button(speech.label("place-menu"), OpenMenu(pupil=child.pupil))
    return (*others(speech, actor, child, place), menu)


def others(speech: Speech, actor: Actor, child: Child, place: Place) -> tuple[Button, ...]:
    """Return the button to the person's other children, or to the class that the child is in."""
    if is_own(actor, child.pupil):
        label, several = speech.label("place-other-child"), len(actor.children) > 1
        return (button(label, OpenChildren(place=place)),) if several else ()
    led = [one for one in led_by(actor) if one.id == child.class_id]
    return tuple(class_button(speech, one) for one in led[:1])


def is_own(actor: Actor, pupil: PupilId) -> bool:
    """Say whether the pupil is of the viewer's family, or the viewer."""
    return any(child.pupil == pupil for child in actor.children)


def is_guardian(actor: Actor, pupil: PupilId) -> bool:
    """Say whether the viewer is a guardian of the pupil: the pupil itself is none."""
    return any(child.pupil == pupil for one in actor.members for child in one.children)


def led_by(actor: Actor) -> tuple[LedClass, ...]:
    """Return every class that a person behind the account leads."""
    return tuple({led.id: led for member in actor.members for led in member.leads}.values())


def administered_by(actor: Actor) -> tuple[Member, ...]:
    """Return as whom the person answers for whole schools, one for each school."""
    found = {one.school: one for one in actor.members if one.is_administration}
    return tuple(found.values())


def school_button(speech: Speech, actor: Actor, member: Member) -> Button:
    """Return the button to all classes of a school, named where the person has several."""
    label = speech.label("place-school")
    if len(administered_by(actor)) > 1:
        label = speech.label("place-school-named", school=member.school_name)
    return button(label, OpenSchool(school=member.school))


def class_button(speech: Speech, led: LedClass) -> Button:
    """Return the button to a class list."""
    return button(speech.label("place-class", title=led.title), OpenClass(class_id=led.id))


def zone_of(actor: Actor, pupil: PupilId, class_id: ClassId | None = None) -> ZoneInfo:
    """Return the zone of the school at which the viewer sees the pupil of that class."""
    for member in actor.members:
        if any(child.pupil == pupil for child in seen_by(member)):
            return ZoneInfo(member.zone)
    leaders = (one for one in actor.members if any(led.id == class_id for led in one.leads))
    return ZoneInfo(next(leaders, actor.members[0]).zone)
