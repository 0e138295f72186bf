"""Who is on duty now, and the next window of each topic: open to everybody (H1)."""

from typing import Final

from bot.callbacks.duty import OpenDutySchedule, OpenOnDuty, OpenOwnDuty
from bot.callbacks.places import OpenMenu
from bot.screens.helpdesk import words
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import clock_time, weekday_and_day
from bot.texts.html import NOTHING, Html
from bot.texts.speech import Speech
from core.access.people import Actor, Role
from core.helpdesk.duty.reading import Coming, OnDuty
from core.helpdesk.duty.shift import Shift
from core.helpdesk.topics import ANY

_NOW: Final = 3
_NEXT: Final = 5


def on_duty(speech: Speech, actor: Actor, view: OnDuty) -> Screen:
    """Show who answers what until when, and who answers next."""
    zones = view.member.zones
    day = weekday_and_day(view.now.astimezone(zones.here).date(), speech.language)
    when = f"{day}, {words.hour(speech, view.now, zones)}"
    return Screen(
        lines(
            speech.say("duty-now-head", time=when),
            [_current(speech, view, one) for one in view.current[:_NOW]],
            _rest(speech, len(view.current) - _NOW),
            _nobody(speech, view),
            speech.say("duty-next-head") if view.coming else NOTHING,
            [_coming(speech, view, one) for one in view.coming[:_NEXT]],
            _rest(speech, len(view.coming) - _NEXT),
            speech.say("duty-lost-access") if view.coming or view.current else NOTHING,
        ),
        rows(_deeds(speech, view), _ways(speech, actor, view)),
    )


def duty_button(speech: Speech) -> Button:
    """Return the button to who is on duty."""
    return button(speech.label("place-on-duty"), OpenOnDuty())


def _nobody(speech: Speech, view: OnDuty) -> Html:
    if view.current:
        return NOTHING
    return speech.say("duty-now-nobody" if view.coming else "duty-none")


def _current(speech: Speech, view: OnDuty, one: Shift) -> Html:
    until = one.ends_at.astimezone(view.member.zones.here).time()
    return speech.say(
        "duty-now-line",
        name=words.person(speech, view.names, one.consultant),
        until=clock_time(until),
        room=words.room(speech, one.room),
        topics=words.topics(speech, one.covers),
    )


def _coming(speech: Speech, view: OnDuty, one: Coming) -> Html:
    zones, shift = view.member.zones, one.shift
    # A window that is the next one for nearly all topics is named by what it covers.
    said = shift.covers if shift.covers >= ANY else one.topics
    return speech.say(
        "duty-next-line",
        day=words.shift_day(speech, shift, zones),
        hours=words.hours_in(speech, shift, zones.here),
        room=words.room(speech, shift.room),
        topics=words.topics(speech, said),
        name=words.person(speech, view.names, shift.consultant),
    )


def _rest(speech: Speech, count: int) -> Html:
    return speech.say("more", count=count) if count > 0 else NOTHING


def _deeds(speech: Speech, view: OnDuty) -> list[Button]:
    member, found = view.member, []
    if Role.CONSULTANT in member.roles:
        found.append(button(speech.label("duty-own"), OpenOwnDuty()))
    if member.is_administration:
        schedule = OpenDutySchedule(school=member.school)
        found.append(button(speech.label("duty-schedule"), schedule))
    return found


def _ways(speech: Speech, actor: Actor, view: OnDuty) -> list[Button]:
    schools = {one.school: one.school_name for one in actor.members}
    others = [
        button(name, OpenOnDuty(school=school))
        for school, name in schools.items()
        if school != view.member.school
    ]
    return [*others[:2], button(speech.label("place-menu"), OpenMenu())]
