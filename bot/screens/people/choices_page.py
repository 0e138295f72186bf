"""The page on which who gets letters chooses what comes, and when; the chat has more to choose."""

from collections.abc import Sequence
from typing import Final

from bot.screens.parts.naming import full_name
from bot.screens.parts.screen import lines
from bot.screens.parts.web_page import language_form, page
from bot.screens.people.nights import nights_line
from bot.screens.people.topics import TIMINGS, TOPICS, digests_line
from bot.texts.html import NOTHING, Html, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.notices.answers.choosing import OpenedChoices
from core.notices.choosing import Choices
from core.notices.preferences import Nights, Topic, timings_for

NIGHTS: Final = "nights"
"""The field of the form that names whose quiet hours hold; each topic has one of its own name."""
_NIGHTS: Final[dict[Nights, Key]] = {
    Nights.SCHOOL: "nights-school",
    Nights.NONE: "nights-none",
}


def choices_page(speech: Speech, opened: OpenedChoices) -> str:
    """Return the page of what comes and when, with what was kept just now."""
    choices = opened.choices
    said = lines(
        speech.say("choices-kept") if opened.is_kept else NOTHING,
        speech.say("preferences-head-of", who=full_name(speech, choices.member.name)),
        speech.say("preferences-always") if choices.is_family else NOTHING,
        digests_line(speech, choices) if choices.is_family else NOTHING,
        nights_line(speech, choices.chosen, choices.delivery),
    )
    return page(speech, said, Html(_form(speech, choices) + language_form(speech)))


def _form(speech: Speech, choices: Choices) -> Html:
    topics = [one for one in Topic if choices.is_family and len(timings_for(one)) > 1]
    fields = [*(_topic(speech, choices, one) for one in topics), _nights(speech, choices)]
    keep = f'<button type="submit">{speech.say("choices-keep")}</button>'
    return Html(f'<form method="post">{"".join(fields)}{keep}</form>')


def _topic(speech: Speech, choices: Choices, topic: Topic) -> Html:
    chosen = choices.chosen.timing_of(topic)
    offered = [
        _option(speech, TIMINGS[one][1], one.value, is_chosen=one is chosen)
        for one in timings_for(topic)
    ]
    return _field(speech.say(TOPICS[topic]), topic.value, offered)


def _nights(speech: Speech, choices: Choices) -> Html:
    chosen = choices.chosen.nights
    offered = [
        _option(speech, key, one.value, is_chosen=one is chosen) for one, key in _NIGHTS.items()
    ]
    if chosen is Nights.OWN:
        offered.append(_option(speech, "choices-own", chosen.value, is_chosen=True))
    return _field(speech.say("choices-nights"), NIGHTS, offered)


def _option(speech: Speech, key: Key, value: str, *, is_chosen: bool) -> Html:
    mark = " selected" if is_chosen else ""
    return Html(f'<option value="{value}"{mark}>{escaped(speech.label(key))}</option>')


def _field(label: Html, name: str, offered: Sequence[Html]) -> Html:
    return Html(f'<label>{label}<select name="{name}">{"".join(offered)}</select></label>')
