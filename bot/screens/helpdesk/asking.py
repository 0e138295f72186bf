"""Somebody asks for help step by step: topic, child or course, known answers, the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.callbacks import asking
from bot.screens.helpdesk import words
from bot.screens.helpdesk.known import offered
from bot.screens.messages.naming import said_in_short
from bot.screens.parts.naming import with_class
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Member
from core.helpdesk.answers.known import KnownAnswer
from core.helpdesk.tickets.form import Form
from core.helpdesk.tickets.suggesting import sounds_lost, suggest, words_said
from core.helpdesk.topics import Topic
from core.helpdesk.values import Matter
from core.ids import CourseId, PupilId, TicketId
from core.messages.content import Content

_TITLE: Final = 60
_A_ROW: Final = 5
_A_PAGE: Final = 5
_SHORT: Final = 160
_SCHOOLS: Final = 6
_NEXT: Final = {
    Matter.QUESTION: Matter.REMARK,
    Matter.REMARK: Matter.PROPOSAL,
    Matter.PROPOSAL: Matter.QUESTION,
}


@dataclass(frozen=True, slots=True)
class Composing:
    """What is being asked, as the steps show it; `note` is said first."""

    stamp: int
    form: Form
    topic: Topic | None = None
    matter: Matter = Matter.QUESTION
    about: PupilId | None = None
    course: CourseId | None = None
    urgent: str = ""
    ticket: TicketId | None = None
    said: tuple[Content, ...] = ()
    answers: tuple[KnownAnswer, ...] = ()
    is_album: bool = False
    note: Key | None = None


def choose_school(speech: Speech, members: Sequence[Member]) -> Screen:
    """Let who is of several schools say which one is asked."""
    return Screen(
        speech.say("asking-choose-school"),
        rows(
            *(
                [button(one.school_name, asking.BeginAsking(school=one.school))]
                for one in members[:_SCHOOLS]
            )
        ),
    )


def choose_topic(speech: Speech, of: Composing, *, suggests: bool = True) -> Screen:
    """Show the topics, the likeliest for the person first; own words suggest one."""
    found = suggest(words_said(of.said)) if suggests else None
    if found is not None:
        return _suggested(speech, of, found)
    topics = list(enumerate(of.form.topics, start=1))
    numbers = [button(str(at), asking.SetTopic(stamp=of.stamp, topic=one)) for at, one in topics]
    return Screen(
        lines(
            _note(speech, of),
            _head(speech, of),
            speech.say("asking-topics-kept" if of.said else "asking-topics"),
            [
                speech.say("asking-line", index=at, what=words.topic_name(speech, one))
                for at, one in topics
            ],
        ),
        rows(numbers[:_A_ROW], numbers[_A_ROW:], [_leave(speech, of)]),
    )


def _suggested(speech: Speech, of: Composing, topic: Topic) -> Screen:
    name = words.topic_name(speech, topic)
    return Screen(
        lines(_note(speech, of), _head(speech, of), speech.say("asking-suggested", topic=name)),
        rows(
            [
                button(
                    speech.label("asking-yes", topic=name),
                    asking.SetTopic(stamp=of.stamp, topic=topic),
                )
            ],
            [
                button(speech.label("asking-other-topic"), asking.AskTopic(stamp=of.stamp)),
                _leave(speech, of),
            ],
        ),
    )


def choose_about(speech: Speech, of: Composing, *, page: int = 0) -> Screen:
    """Show the children and courses that the topic can be about."""
    children, courses = of.form.of_topic(of.topic or Topic.TECHNOLOGY)
    offered_ones = [
        *(
            (with_class(speech, one), asking.SetAbout(stamp=of.stamp, pupil=one.pupil))
            for one in children
        ),
        *((one.title, asking.SetAbout(stamp=of.stamp, course=one.id)) for one in courses),
    ]
    listed = page_of(offered_ones, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    numbers = [button(str(at), target) for at, (_, target) in numbered]
    pages = turning(speech, listed, lambda to: asking.AskAbout(stamp=of.stamp, page=to))
    return Screen(
        lines(
            _note(speech, of),
            _head(speech, of),
            speech.say("asking-about"),
            [
                speech.say("asking-line", index=at, what=cut(name, _TITLE))
                for at, (name, _) in numbered
            ],
            rest_of(speech, listed),
        ),
        rows(
            numbers,
            [
                *pages,
                button(speech.label("asking-about-none"), asking.SetAbout(stamp=of.stamp)),
            ],
            [_leave(speech, of)],
        ),
    )


def known(speech: Speech, of: Composing) -> Screen:
    """Show what is known of the topic, before the question is asked."""
    still = button(speech.label("asking-still"), asking.SkipAnswers(stamp=of.stamp))
    listed, numbers = offered(speech, of.answers, of.stamp)
    return Screen(
        lines(_note(speech, of), _head(speech, of), speech.say("asking-known"), listed),
        rows(numbers, [still, _leave(speech, of)]),
    )


def ask_words(speech: Speech, of: Composing) -> Screen:
    """Ask for the words; show what was written so far, which only a tap sends."""
    said = of.said
    files = sum(len(one.files) for one in said)
    ask: Key = "asking-add" if of.ticket else "asking-write"
    return Screen(
        lines(
            _note(speech, of),
            _head(speech, of),
            speech.say("asking-urgent", reason=of.urgent) if of.urgent else NOTHING,
            speech.say("asking-said", words=said_in_short(speech, said[-1], _SHORT))
            if said
            else speech.say(ask),
            speech.say("asking-count", messages=len(said), files=files) if said else NOTHING,
            speech.say("asking-album") if of.is_album else NOTHING,
            speech.say("asking-lost") if sounds_lost(of.topic, words_said(of.said)) else NOTHING,
            speech.say("asking-more" if said else "asking-no-secrets"),
        ),
        rows(_send(speech, of), _kinds(speech, of), _ways(speech, of)),
    )


def _send(speech: Speech, of: Composing) -> list[Button]:
    if not of.said:
        return []
    send = button(speech.label("asking-send"), asking.SendAsking(stamp=of.stamp))
    if of.topic is None or not sounds_lost(of.topic, words_said(of.said)):
        return [send]
    label = speech.label("asking-as-chosen", topic=words.topic_name(speech, of.topic))
    return [send, button(label, asking.SendAsking(stamp=of.stamp, as_chosen=True))]


def _kinds(speech: Speech, of: Composing) -> list[Button]:
    if of.ticket:
        return []
    label: Key = "asking-calm" if of.urgent else "asking-make-urgent"
    matter = asking.SetMatter(stamp=of.stamp, matter=_NEXT[of.matter])
    return [
        button(speech.label(label), asking.AskReason(stamp=of.stamp)),
        button(speech.label("asking-matter", matter=of.matter.value), matter),
    ]


def _ways(speech: Speech, of: Composing) -> list[Button]:
    other = button(speech.label("asking-other-topic"), asking.AskTopic(stamp=of.stamp))
    return [_leave(speech, of)] if of.ticket else [other, _leave(speech, of)]


def ask_reason(speech: Speech, stamp: int, *, note: Key | None = None) -> Screen:
    """Ask why it cannot wait, and say what comes of that."""
    back = button(speech.label("asking-back"), asking.BackToAsking(stamp=stamp))
    said = escaped(speech.label(note)) if note else NOTHING
    return Screen(lines(said, speech.say("asking-reason")), rows([back]))


def _head(speech: Speech, of: Composing) -> Html:
    head = speech.say("asking-head", matter=of.matter.value)
    child, course = of.form.child(of.about), of.form.course(of.course)
    parts = [
        words.topic_name(speech, of.topic) if of.topic else "",
        with_class(speech, child) if child and len(of.form.children) > 1 else "",
        cut(course.title, _TITLE) if course else "",
    ]
    for one in parts:
        head = speech.say("asking-head-topic", head=head, topic=one) if one else head
    return head


def _note(speech: Speech, of: Composing) -> Html:
    return escaped(speech.label(of.note)) if of.note else NOTHING


def _leave(speech: Speech, of: Composing) -> Button:
    return button(speech.label("asking-leave"), asking.DropAsking(stamp=of.stamp))
