"""Known answers: as they are offered to who asks, and as those see them who keep them."""

from collections.abc import Sequence
from typing import Final, NotRequired, TypedDict

from bot.callbacks import asking
from bot.screens.helpdesk import words
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.answers.known import (
    LONGEST_ANSWER,
    LONGEST_QUESTION,
    KnownAnswer,
    OwnAnswer,
)
from core.helpdesk.topics import Topic
from core.ids import SchoolId

_SHORT: Final = 70
_A_PAGE: Final = 5
_A_ROW: Final = 5

OWN: Final[dict[OwnAnswer, tuple[Key, Key]]] = {
    OwnAnswer.COMING_IN: ("known-own-coming-in", "known-own-coming-in-answer"),
    OwnAnswer.NEW_CODE: ("known-own-new-code", "known-own-new-code-answer"),
    OwnAnswer.FORECASTS: ("known-own-forecasts", "known-own-forecasts-answer"),
    OwnAnswer.LATE_MARKS: ("known-own-late-marks", "known-own-late-marks-answer"),
    OwnAnswer.ABSENCE: ("known-own-absence", "known-own-absence-answer"),
    OwnAnswer.QUIET: ("known-own-quiet", "known-own-quiet-answer"),
}
"""The question and the answer of each that the bot brings."""


def offered(
    speech: Speech, found: Sequence[KnownAnswer], stamp: int
) -> tuple[list[Html], list[Button]]:
    """Return the questions by number, and the buttons that open their answers."""
    listed = [
        speech.say("asking-line", index=at, what=cut(_question(speech, one), _SHORT))
        for at, one in enumerate(found, start=1)
    ]
    numbers = [
        button(str(at), asking.OpenKnownAnswer(**_which(one), stamp=stamp))
        for at, one in enumerate(found, start=1)
    ]
    return listed, numbers


def answer(speech: Speech, known: KnownAnswer, stamp: int) -> Screen:
    """Show an answer to who is about to ask."""
    helped = asking.KnownAnswerHelped(**_which(known), stamp=stamp)
    return Screen(
        _whole(speech, known),
        rows(
            [
                button(speech.label("known-helped"), helped),
                button(speech.label("asking-still"), asking.SkipAnswers(stamp=stamp)),
            ],
            [button(speech.label("asking-back"), asking.BackToAsking(stamp=stamp))],
        ),
    )


def kept(
    speech: Speech, school: SchoolId, found: Sequence[KnownAnswer], *, page: int = 0
) -> Screen:
    """Show all known answers to those who keep them."""
    listed = page_of(found, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    numbers = [button(str(at), asking.OpenKeptAnswer(**_of(school, one))) for at, one in numbered]
    pages = turning(speech, listed, lambda to: asking.OpenKeptAnswers(school=school, page=to))
    add = asking.OpenKeptAnswers(school=school, new=True)
    return Screen(
        lines(
            speech.say("known-list-head"),
            speech.say("known-list-what"),
            [_line(speech, at, one) for at, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            numbers,
            [button(speech.label("known-add"), add), *pages],
            [button(speech.label("place-help-desk"), asking.OpenHelpDesk())],
        ),
    )


def _line(speech: Speech, index: int, one: KnownAnswer) -> Html:
    return speech.say(
        "known-list-line",
        index=index,
        topic=words.topic_name(speech, one.topic),
        question=cut(_question(speech, one), _SHORT),
        retired="yes" if one.is_retired else "no",
        helped=one.helped,
    )


def choose_topic(speech: Speech, school: SchoolId) -> Screen:
    """Ask what a new known answer is about; lost access has none."""
    topics = [one for one in Topic if one is not Topic.LOST_ACCESS]
    numbers = [
        button(str(at), asking.AddKnownAnswer(school=school, topic=one))
        for at, one in enumerate(topics, start=1)
    ]
    listed = [
        speech.say("asking-line", index=at, what=words.topic_name(speech, one))
        for at, one in enumerate(topics, start=1)
    ]
    return Screen(
        lines(speech.say("known-add-topic"), listed),
        rows(numbers[:_A_ROW], numbers[_A_ROW:], [_back(speech, school)]),
    )


def one_kept(
    speech: Speech, school: SchoolId, known: KnownAnswer, *, note: Key | None = None
) -> Screen:
    """Show a known answer to those who keep it; the bot's own is reworded by nobody."""
    ref = _of(school, known)
    retire = asking.RetireKnownAnswer(**ref, retired=not known.is_retired)
    key: Key = "known-restore" if known.is_retired else "known-retire"
    edit = button(speech.label("known-edit"), asking.EditKnownAnswer(**ref))
    topic = words.topic_name(speech, known.topic)
    return Screen(
        lines(
            escaped(speech.label(note)) if note else NOTHING,
            _whole(speech, known),
            speech.say("known-count", topic=topic, helped=known.helped),
            speech.say("known-own") if known.is_own else NOTHING,
            speech.say("known-retired") if known.is_retired else NOTHING,
        ),
        rows(
            [*([] if known.is_own else [edit]), button(speech.label(key), retire)],
            [_back(speech, school)],
        ),
    )


def ask_question(speech: Speech, school: SchoolId, *, wrong: Key | None = None) -> Screen:
    """Ask for the question of a known answer."""
    said = speech.label(wrong, longest=LONGEST_QUESTION) if wrong else ""
    return Screen(
        lines(escaped(said), speech.say("known-ask-question", longest=LONGEST_QUESTION)),
        rows([_back(speech, school)]),
    )


def ask_answer(
    speech: Speech, school: SchoolId, question: str, *, wrong: Key | None = None
) -> Screen:
    """Ask for the answer itself."""
    said = speech.label(wrong, longest=LONGEST_ANSWER) if wrong else ""
    return Screen(
        lines(
            escaped(said),
            speech.say("known-ask-answer", question=question, longest=LONGEST_ANSWER),
        ),
        rows([_back(speech, school)]),
    )


def _whole(speech: Speech, known: KnownAnswer) -> Html:
    text = known.answer
    if isinstance(known.ref, OwnAnswer):
        text = speech.label(OWN[known.ref][1])
    head = speech.say("known-head", question=_question(speech, known))
    return lines(head, [escaped(one) for one in text.split("\n")])


def _question(speech: Speech, known: KnownAnswer) -> str:
    own = known.ref if isinstance(known.ref, OwnAnswer) else None
    return speech.label(OWN[own][0]) if own else known.question


class _Which(TypedDict):
    number: NotRequired[int]
    own: NotRequired[str]


class _Of(_Which):
    school: SchoolId


def _which(known: KnownAnswer) -> _Which:
    if isinstance(known.ref, OwnAnswer):
        return {"own": known.ref.value}
    return {"number": known.ref}


def _of(school: SchoolId, known: KnownAnswer) -> _Of:
    return {"school": school, **_which(known)}


def _back(speech: Speech, school: SchoolId) -> Button:
    return button(speech.label("known-back"), asking.OpenKeptAnswers(school=school))
