"""A person's quiet hours: the school's, none, or hours of one's own, moved by taps."""

from datetime import time

from bot.callbacks.preferences import ChooseNights, OpenZones
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.topics import back, marked
from bot.texts.formats import clock_time
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.ids import PersonId
from core.notices.choosing import Choices
from core.notices.preferences import Nights, Preferences
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery


def nights(speech: Speech, choices: Choices, *, toast: str | None = None) -> Screen:
    """Show a person's quiet hours, and let both ends be moved by an hour."""
    chosen, person = choices.chosen, choices.member.person
    hours = _hours(chosen, choices.delivery) or chosen.own_hours
    return Screen(
        lines(
            nights_line(speech, chosen, choices.delivery),
            speech.say("nights-about"),
            _by_whose_clock(speech, choices),
        ),
        rows(
            [
                _night(speech, person, chosen, Nights.SCHOOL, "nights-school"),
                _night(speech, person, chosen, Nights.NONE, "nights-none"),
            ],
            [
                *(_moved(speech, person, hours, begins=by) for by in (-1, 1)),
                *(_moved(speech, person, hours, ends=by) for by in (-1, 1)),
            ],
            [button(speech.label("zone-button"), OpenZones(person=person)), back(speech, person)],
        ),
        toast=toast,
    )


def _by_whose_clock(speech: Speech, choices: Choices) -> Html:
    """Say by which clock the hours go where the person's shows another time than the school's."""
    if not choices.zones.differ_at(choices.now):
        return NOTHING
    return speech.say("nights-clock", whose=choices.chosen.nights.value)


def nights_line(speech: Speech, chosen: Preferences, delivery: Delivery) -> Html:
    """Return whose quiet hours hold, and which."""
    hours = _hours(chosen, delivery)
    if hours is None and chosen.nights is Nights.SCHOOL:
        return speech.say("nights-none-at-school")
    shown = f"{clock_time(hours.begin)}–{clock_time(hours.end)}" if hours else ""
    return speech.say("nights-line", whose=chosen.nights.value, hours=shown)


def _hours(chosen: Preferences, delivery: Delivery) -> QuietHours | None:
    match chosen.nights:
        case Nights.SCHOOL:
            return delivery.quiet_hours
        case Nights.OWN:
            return chosen.own_hours
        case Nights.NONE:
            return None


def _night(
    speech: Speech, person: PersonId, chosen: Preferences, which: Nights, key: Key
) -> Button:
    label = marked(speech, speech.label(key), is_chosen=chosen.nights is which)
    own = chosen.own_hours
    return button(
        label,
        ChooseNights(person=person, nights=which, begin=_minute(own.begin), end=_minute(own.end)),
    )


def _moved(
    speech: Speech, person: PersonId, hours: QuietHours, *, begins: int = 0, ends: int = 0
) -> Button:
    begin, end = _shifted(hours.begin, begins), _shifted(hours.end, ends)
    if begin == end:  # hours that begin where they end are none
        begin, end = _shifted(begin, begins), _shifted(end, ends)
    key: Key = "nights-from" if begins else "nights-to"
    label = speech.label(key, at=clock_time(begin if begins else end))
    return button(
        label,
        ChooseNights(person=person, nights=Nights.OWN, begin=_minute(begin), end=_minute(end)),
    )


def _shifted(at: time, hours: int) -> time:
    return at.replace(hour=(at.hour + hours) % 24)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
