"""What a person hears, when and in which words: the list of topics, and the choices of each."""

from collections.abc import Sequence
from datetime import time
from typing import Final

from bot.callbacks import (
    ChooseNights,
    ChooseTiming,
    ChooseWording,
    ForgetPreferences,
    OpenAlways,
    OpenNights,
    OpenPreferences,
    OpenSettings,
    OpenTopic,
)
from bot.screens.naming import first_name
from bot.screens.rules import why
from bot.screens.screen import Button, Screen, button, lines, rows
from bot.texts.formats import clock_time
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Member, seen_by
from core.ids import PersonId
from core.notices.choosing import Choices
from core.notices.preferences import (
    CHOSE_NOTHING,
    OFFERED,
    Always,
    Nights,
    Preferences,
    Timing,
    Topic,
)
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery

TOPICS: Final[dict[Topic, Key]] = {
    Topic.MARKS: "topic-marks",
    Topic.ABSENCES: "topic-absences",
    Topic.HOMEWORK: "topic-homework",
    Topic.TIMETABLE: "topic-timetable",
    Topic.RECOMMENDATIONS: "topic-recommendations",
    Topic.EVENTS: "topic-events",
    Topic.REVIEW: "topic-review",
}
TIMINGS: Final[dict[Timing, tuple[Key, Key]]] = {
    Timing.AT_ONCE: ("timing-now", "choose-now"),
    Timing.EVENING: ("timing-evening", "choose-evening"),
    Timing.WEEKLY: ("timing-weekly", "choose-weekly"),
    Timing.OFF: ("timing-off", "choose-off"),
}
"""Each time of telling, within a sentence and on a button."""

ALWAYS: Final[dict[Always, tuple[Key, Key, str]]] = {
    Always.ALERTS: ("always-alerts", "always-alerts-why", ""),
    Always.FORECASTS: (
        "always-forecasts",
        "always-forecasts-why",
        "forecast.in_hand_days_before",
    ),
    Always.FINALS: ("always-finals", "always-finals-why", "period_marks.shown_days_before"),
}
"""What is always told at once: its name, why, and the rule behind it."""

_IN_A_ROW = 5
_WHO_LENGTH = 60
_PERSONS = 6


def whose_preferences(speech: Speech, actor: Actor) -> Screen:
    """Let an account of several persons choose whose messages it means: schools differ."""
    found = [
        button(_who(speech, one), OpenPreferences(person=one.person)) for one in actor.members
    ]
    return Screen(
        speech.say("preferences-whose"),
        rows(*([one] for one in found[:_PERSONS]), [_to_settings(speech)]),
    )


def preferences(
    speech: Speech, actor: Actor, choices: Choices, *, toast: str | None = None
) -> Screen:
    """Show what a person hears and when; each line is a tap away."""
    person = choices.member.person
    numbered = list(enumerate(_told(speech, choices) if choices.is_family else (), start=1))
    numbers = [button(str(index), target) for index, (_, _, target) in numbered]
    return Screen(
        lines(
            _head(speech, actor, choices.member),
            [
                speech.say("preferences-line", index=index, topic=what, when=when)
                for index, (what, when, _) in numbered
            ],
            nights_line(speech, choices.chosen, choices.delivery),
            _words(speech, choices) if choices.is_family else NOTHING,
        ),
        rows(
            *_parts(numbers),
            [
                button(speech.label("nights-button"), OpenNights(person=person)),
                *(_wording(speech, choices) if choices.is_family else ()),
            ],
            [*_as_before(speech, choices), _to_settings(speech)],
        ),
        toast=toast,
    )


def _told(speech: Speech, choices: Choices) -> Sequence[tuple[str, str, OpenTopic | OpenAlways]]:
    person, chosen = choices.member.person, choices.chosen
    return [
        *(
            (
                speech.label(TOPICS[one]),
                speech.label(TIMINGS[chosen.timing_of(one)][0]),
                OpenTopic(person=person, topic=one),
            )
            for one in OFFERED
        ),
        *(
            (speech.label(key), speech.label("timing-always"), OpenAlways(person=person, what=one))
            for one, (key, _, _) in ALWAYS.items()
        ),
    ]


def topic(speech: Speech, choices: Choices, chosen: Topic) -> Screen:
    """Show when news of a topic is told, and the other times to choose from."""
    now, person = choices.chosen.timing_of(chosen), choices.member.person
    at = clock_time(choices.delivery.digest_at)
    first, second, third, last = (
        button(
            _marked(speech, speech.label(key), is_chosen=one is now),
            ChooseTiming(person=person, topic=chosen, timing=one),
        )
        for one, (_, key) in TIMINGS.items()
    )
    when = speech.label(TIMINGS[now][0])
    return Screen(
        lines(
            speech.say("topic-head", topic=speech.label(TOPICS[chosen]), when=when),
            speech.say("topic-digests", at=at),
            speech.say("topic-off"),
        ),
        rows([first, second], [third, last], [_back(speech, person)]),
    )


def timing_kept(speech: Speech, choices: Choices, chosen: Topic) -> str:
    """Return what is said when a topic's time was chosen."""
    when = speech.label(TIMINGS[choices.chosen.timing_of(chosen)][0])
    return speech.label("topic-kept", topic=speech.label(TOPICS[chosen]), when=when)


def always(speech: Speech, choices: Choices, what: Always) -> Screen:
    """Say why something cannot be put off or switched off, with the rule behind it."""
    name, reason, setting = ALWAYS[what]
    return Screen(
        lines(
            speech.say("always-head", what=speech.label(name)),
            speech.say(reason),
            why(speech, choices.rules, setting) if setting else NOTHING,
        ),
        rows([_back(speech, choices.member.person)]),
    )


def nights(speech: Speech, choices: Choices, *, toast: str | None = None) -> Screen:
    """Show a person's quiet hours, and let both ends be moved by an hour."""
    chosen, person = choices.chosen, choices.member.person
    hours = _hours(chosen, choices.delivery) or chosen.own_hours
    return Screen(
        lines(nights_line(speech, chosen, choices.delivery), speech.say("nights-about")),
        rows(
            [
                _night(speech, person, chosen, Nights.SCHOOL, "nights-school"),
                _night(speech, person, chosen, Nights.NONE, "nights-none"),
            ],
            [
                *(_moved(speech, person, hours, begins=by) for by in (-1, 1)),
                *(_moved(speech, person, hours, ends=by) for by in (-1, 1)),
            ],
            [_back(speech, person)],
        ),
        toast=toast,
    )


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
    return f"{children or speech.label('preferences-at-work')} · {member.school_name}"


def _words(speech: Speech, choices: Choices) -> Html:
    return speech.say("preferences-words", words="neutral" if choices.chosen.neutral else "full")


def _wording(speech: Speech, choices: Choices) -> tuple[Button, ...]:
    other = not choices.chosen.neutral
    label = speech.label("preferences-neutral" if other else "preferences-full")
    return (button(label, ChooseWording(person=choices.member.person, neutral=other)),)


def _as_before(speech: Speech, choices: Choices) -> tuple[Button, ...]:
    if choices.chosen == CHOSE_NOTHING:
        return ()
    target = ForgetPreferences(person=choices.member.person)
    return (button(speech.label("preferences-as-before"), target),)


def _back(speech: Speech, person: PersonId) -> Button:
    return button(speech.label("preferences-back"), OpenPreferences(person=person))


def _to_settings(speech: Speech) -> Button:
    return button(speech.label("place-settings"), OpenSettings())


def _parts(buttons: Sequence[Button]) -> list[Sequence[Button]]:
    size = _IN_A_ROW if len(buttons) > _IN_A_ROW + 3 else len(buttons)
    return [buttons[at : at + size] for at in range(0, len(buttons), size or 1)]
