"""What a person hears, when and in which words: the list of topics, and the choices of each."""

from typing import Final

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.places import OpenSettings
from bot.callbacks.preferences import (
    ChooseWording,
    ForgetPreferences,
    OpenAlways,
    OpenNights,
    OpenPreferences,
    OpenTopic,
)
from bot.screens.parts.naming import first_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.nights import nights_line
from bot.screens.people.topics import TOPICS_A_PAGE, back, page_of_topic, told_of
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Member, seen_by
from core.notices.choosing import Choices
from core.notices.preferences import Topic, Via

_ALWAYS_BY: Final = ("forecast.in_hand_days_before", "period_marks.shown_days_before")
"""The rules behind what is always told at once."""

_WHO_LENGTH = 60
_PERSONS = 6


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
    listed = page_of(tuple(Topic) if choices.is_family else (), page, size=TOPICS_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    begins, ends = not listed.number, not listed.rest
    return Screen(
        lines(
            _head(speech, actor, choices.member),
            [
                speech.say(_line_of(choices, one), index=index, **told_of(speech, choices, one))
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


def _nights_and_words(speech: Speech, choices: Choices) -> Html:
    """Return the quiet hours, and for families in which words news comes: in one line."""
    words = _words(speech, choices) if choices.is_family else NOTHING
    return joined(". ", [nights_line(speech, choices.chosen, choices.delivery), words])


_LINES: Final[dict[Via, Key]] = {
    Via.CHAT: "preferences-line",
    Via.MAIL: "preferences-line-mail",
    Via.BOTH: "preferences-line-both",
}


def _line_of(choices: Choices, topic: Topic) -> Key:
    return _LINES[choices.via(topic)]


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
        rows([back(speech, choices.member.person, page_of_topic(tuple(Topic)[-1]))]),
    )


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


def _to_settings(speech: Speech) -> Button:
    return button(speech.label("place-settings"), OpenSettings())
