"""What a person hears, when and in which words: the list of topics, and the choices of each."""

from datetime import time
from typing import Final

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.places import OpenSettings
from bot.callbacks.preferences import (
    ChooseNights,
    ChooseTiming,
    ChooseWay,
    ChooseWayOfAll,
    ChooseWording,
    ForgetPreferences,
    OpenAlways,
    OpenNights,
    OpenPreferences,
    OpenTopic,
    OpenZones,
)
from bot.screens.parts.naming import first_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import clock_time
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Member, seen_by
from core.ids import PersonId
from core.notices.choosing import Choices
from core.notices.preferences import (
    Nights,
    Preferences,
    Timing,
    Topic,
    Via,
    timings_for,
)
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery

TOPICS: Final[dict[Topic, Key]] = {
    Topic.MARKS: "topic-marks",
    Topic.ABSENCES: "topic-absences",
    Topic.HOMEWORK: "topic-homework",
    Topic.TIMETABLE: "topic-timetable",
    Topic.CONTROL_WORKS: "topic-control-works",
    Topic.RECOMMENDATIONS: "topic-recommendations",
    Topic.REMARKS: "topic-remarks",
    Topic.EVENTS: "topic-events",
    Topic.REVIEW: "topic-review",
    Topic.PERSONAL_DATA: "topic-personal-data",
    Topic.FORECASTS: "topic-forecasts",
    Topic.FINALS: "topic-finals",
}
TIMINGS: Final[dict[Timing, tuple[Key, Key]]] = {
    Timing.AT_ONCE: ("timing-now", "choose-now"),
    Timing.EVENING: ("timing-evening", "choose-evening"),
    Timing.WEEKLY: ("timing-weekly", "choose-weekly"),
    Timing.OFF: ("timing-off", "choose-off"),
}
"""Each time of telling, within a sentence and on a button."""

_ALWAYS_BY: Final = ("forecast.in_hand_days_before", "period_marks.shown_days_before")
"""The rules behind what is always told at once."""

_WHO_LENGTH = 60
_PERSONS = 6
_TOPICS_A_PAGE: Final = 6
_LAST_PAGE: Final = (len(Topic) - 1) // _TOPICS_A_PAGE


def whose_preferences(speech: Speech, actor: Actor) -> Screen:
    """Let an account of several persons choose whose messages it means: schools differ."""
    found = [
        button(_who(speech, one), OpenPreferences(person=one.person)) for one in actor.members
    ]
    rest = len(found) - _PERSONS
    more = speech.say("more", count=rest) if rest > 0 else NOTHING
    return Screen(
        lines(speech.say("preferences-whose"), more),
        rows(*([one] for one in found[:_PERSONS]), [_to_settings(speech)]),
    )


def whose_button(speech: Speech, member: Member, target: CallbackData) -> Button:
    """Return the button of one of several persons behind an account."""
    return button(_who(speech, member), target)


def preferences(
    speech: Speech, actor: Actor, choices: Choices, *, page: int = 0, toast: str | None = None
) -> Screen:
    """Show what a person hears and when; each line is a tap away.

    The quiet hours stand on the first page, what is told always on the last.
    """
    person = choices.member.person
    listed = page_of(tuple(Topic) if choices.is_family else (), page, size=_TOPICS_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    begins, ends = not listed.number, not listed.rest
    return Screen(
        lines(
            _head(speech, actor, choices.member),
            [
                speech.say(_line_of(choices, one), index=index, **_said(speech, choices, one))
                for index, one in numbered
            ],
            rest_of(speech, listed),
            speech.say("preferences-always") if choices.is_family and ends else NOTHING,
            _nights_and_words(speech, choices) if begins else NOTHING,
        ),
        rows(
            [button(str(index), OpenTopic(person=person, topic=one)) for index, one in numbered],
            [
                *(_of_nights_and_words(speech, choices) if begins else ()),
                *(_of_all(speech, choices) if ends else ()),
            ],
            [
                *turning(speech, listed, lambda to: OpenPreferences(person=person, page=to)),
                _to_settings(speech),
            ],
        ),
        toast=toast,
    )


def page_of_topic(chosen: Topic) -> int:
    """Return the page on which a topic stands."""
    return tuple(Topic).index(chosen) // _TOPICS_A_PAGE


def _nights_and_words(speech: Speech, choices: Choices) -> Html:
    """Return the quiet hours, and for families in which words news comes: in one line."""
    words = _words(speech, choices) if choices.is_family else NOTHING
    return joined(". ", [nights_line(speech, choices.chosen, choices.delivery), words])


_LINES: Final[dict[Via, Key]] = {
    Via.CHAT: "preferences-line",
    Via.MAIL: "preferences-line-mail",
    Via.BOTH: "preferences-line-both",
}
_WAYS: Final[dict[Via, Key]] = {
    Via.CHAT: "way-chat",
    Via.MAIL: "way-mail",
    Via.BOTH: "way-both",
}


def _line_of(choices: Choices, topic: Topic) -> Key:
    return _LINES[choices.via(topic)]


def _said(speech: Speech, choices: Choices, topic: Topic) -> dict[str, str]:
    when, _ = TIMINGS[choices.chosen.timing_of(topic)]
    return {"topic": speech.label(TOPICS[topic]), "when": speech.label(when)}


def topic(speech: Speech, choices: Choices, chosen: Topic) -> Screen:
    """Show when news of a topic is told, and the other times to choose from."""
    now, person = choices.chosen.timing_of(chosen), choices.member.person
    offered = timings_for(chosen)
    back = _back(speech, person, page_of_topic(chosen))
    digests = speech.say("topic-digests", at=clock_time(choices.delivery.digest_at))
    buttons = [
        button(
            _marked(speech, speech.label(TIMINGS[one][1]), is_chosen=one is now),
            ChooseTiming(person=person, topic=chosen, timing=one),
        )
        for one in offered
        if len(offered) > 1
    ]
    return Screen(
        lines(
            speech.say("topic-head", **_said(speech, choices, chosen)),
            digests if Timing.EVENING in offered else NOTHING,
            speech.say("topic-off" if Timing.OFF in offered else "topic-owed"),
            speech.say("topic-way", way=choices.via(chosen).value) if choices.mailbox else NOTHING,
        ),
        rows(buttons[:2], buttons[2:], _ways(speech, choices, chosen), [back]),
    )


def _ways(speech: Speech, choices: Choices, chosen: Topic) -> list[Button]:
    if choices.mailbox is None:
        return []
    now, person = choices.via(chosen), choices.member.person
    return [
        button(
            _marked(speech, speech.label(key), is_chosen=via is now),
            ChooseWay(person=person, topic=chosen, via=via),
        )
        for via, key in _WAYS.items()
    ]


def ways_of_all(speech: Speech, person: PersonId) -> list[Button]:
    """Return the buttons by which everything comes one way, or both."""
    return [
        button(speech.label(key), ChooseWayOfAll(person=person, via=via))
        for via, key in _WAYS.items()
    ]


def way_of_all_kept(speech: Speech, choices: Choices) -> str:
    """Return what is said when it was chosen where everything is told."""
    via = choices.via(Topic.MARKS)
    return speech.label("mailbox-all-kept", via=via.value)


def way_kept(speech: Speech, choices: Choices, chosen: Topic) -> str:
    """Return what is said when it was chosen where a topic is told."""
    topic = speech.label(TOPICS[chosen])
    return speech.label("way-kept", topic=topic, way=choices.via(chosen).value)


def timing_kept(speech: Speech, choices: Choices, chosen: Topic) -> str:
    """Return what is said when a topic's time was chosen."""
    return speech.label("topic-kept", **_said(speech, choices, chosen))


def always(speech: Speech, choices: Choices) -> Screen:
    """Say what cannot be put off or switched off, and why, with the rules behind it."""
    return Screen(
        lines(
            speech.say("always-head"),
            speech.say("always-alerts"),
            speech.say("always-forecasts"),
            speech.say("always-finals"),
            speech.say("always-others"),
            [why(speech, choices.rules, setting) for setting in _ALWAYS_BY],
        ),
        rows([_back(speech, choices.member.person, _LAST_PAGE)]),
    )


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
            [button(speech.label("zone-button"), OpenZones(person=person)), _back(speech, person)],
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
    label = _marked(speech, speech.label(key), is_chosen=chosen.nights is which)
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


def _marked(speech: Speech, label: str, *, is_chosen: bool) -> str:
    return speech.label("chosen", what=label) if is_chosen else label


def _head(speech: Speech, actor: Actor, member: Member) -> Html:
    if len(actor.members) == 1:
        return speech.say("preferences-head")
    return speech.say("preferences-head-of", who=cut(_who(speech, member), _WHO_LENGTH))


def _who(speech: Speech, member: Member) -> str:
    children = ", ".join(first_name(one.name) for one in seen_by(member))
    who = children or speech.label("preferences-at-work")
    return f"{who} · {member.school_name}"


def _words(speech: Speech, choices: Choices) -> Html:
    return speech.say("preferences-words", words="neutral" if choices.chosen.neutral else "full")


def _of_nights_and_words(speech: Speech, choices: Choices) -> tuple[Button, ...]:
    person, other = choices.member.person, not choices.chosen.neutral
    hours = button(speech.label("nights-button"), OpenNights(person=person))
    if not choices.is_family:
        return (hours,)
    label = speech.label("preferences-neutral" if other else "preferences-full")
    return (hours, button(label, ChooseWording(person=person, neutral=other)))


def _of_all(speech: Speech, choices: Choices) -> tuple[Button, ...]:
    person, found = choices.member.person, []
    if choices.is_family:
        found.append(button(speech.label("preferences-why"), OpenAlways(person=person)))
    if choices.chosen != choices.chosen.as_before:
        target = ForgetPreferences(person=person)
        found.append(button(speech.label("preferences-as-before"), target))
    return tuple(found)


def _back(speech: Speech, person: PersonId, page: int = 0) -> Button:
    return button(speech.label("preferences-back"), OpenPreferences(person=person, page=page))


def _to_settings(speech: Speech) -> Button:
    return button(speech.label("place-settings"), OpenSettings())
