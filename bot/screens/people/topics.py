"""One topic of news: when it is told and by which way, and what there is to choose from."""

from typing import Final

from bot.callbacks.preferences import ChooseTiming, ChooseWay, ChooseWayOfAll, OpenPreferences
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import clock_time
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.ids import PersonId
from core.notices.choosing import Choices
from core.notices.preferences import Timing, Topic, Via, timings_for

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
_WAYS: Final[dict[Via, Key]] = {
    Via.CHAT: "way-chat",
    Via.MAIL: "way-mail",
    Via.BOTH: "way-both",
}
TOPICS_A_PAGE: Final = 6


def topic(speech: Speech, choices: Choices, chosen: Topic) -> Screen:
    """Show when news of a topic is told, and the other times to choose from."""
    now, person = choices.chosen.timing_of(chosen), choices.member.person
    offered = timings_for(chosen)
    buttons = [
        button(
            marked(speech, speech.label(TIMINGS[one][1]), is_chosen=one is now),
            ChooseTiming(person=person, topic=chosen, timing=one),
        )
        for one in offered
        if len(offered) > 1
    ]
    return Screen(
        lines(
            speech.say("topic-head", **told_of(speech, choices, chosen)),
            digests_line(speech, choices) if Timing.EVENING in offered else NOTHING,
            speech.say("topic-off" if Timing.OFF in offered else "topic-owed"),
            speech.say("topic-way", way=choices.via(chosen).value) if choices.mailbox else NOTHING,
        ),
        rows(
            buttons[:2],
            buttons[2:],
            _ways(speech, choices, chosen),
            [back(speech, person, page_of_topic(chosen))],
        ),
    )


def digests_line(speech: Speech, choices: Choices) -> Html:
    """Return when the school's digests come, and that what is needed before comes earlier."""
    return speech.say("topic-digests", at=clock_time(choices.delivery.digest_at))


def _ways(speech: Speech, choices: Choices, chosen: Topic) -> list[Button]:
    if choices.mailbox is None:
        return []
    now, person = choices.via(chosen), choices.member.person
    return [
        button(
            marked(speech, speech.label(key), is_chosen=via is now),
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
    return speech.label("topic-kept", **told_of(speech, choices, chosen))


def page_of_topic(chosen: Topic) -> int:
    """Return the page on which a topic stands."""
    return tuple(Topic).index(chosen) // TOPICS_A_PAGE


def told_of(speech: Speech, choices: Choices, topic: Topic) -> dict[str, str]:
    """Return what a sentence says of a topic: its name, and when it is told."""
    when, _ = TIMINGS[choices.chosen.timing_of(topic)]
    return {"topic": speech.label(TOPICS[topic]), "when": speech.label(when)}


def marked(speech: Speech, label: str, *, is_chosen: bool) -> str:
    """Return a label, marked where it is the one that holds."""
    return speech.label("chosen", what=label) if is_chosen else label


def back(speech: Speech, person: PersonId, page: int = 0) -> Button:
    """Return the way back to the list of what a person hears."""
    return button(speech.label("preferences-back"), OpenPreferences(person=person, page=page))
