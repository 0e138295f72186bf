"""How far the programme of each subject has come, and what comes next."""

from bot.callbacks.diary import OpenProgramme
from bot.callbacks.places import Place
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.lesson import subject_of
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Screen, lines, rows
from bot.texts.formats import plain
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.school_life.programme import Programme, SubjectProgress

_SUBJECTS_A_PAGE = 8
_TOPIC_LENGTH = 120


def programme(speech: Speech, actor: Actor, view: Programme, *, page: int = 0) -> Screen:
    """Show for each subject the hours taught of those planned, and the next topic."""
    child = view.child
    listed = page_of(view.subjects, page, size=_SUBJECTS_A_PAGE)
    return Screen(
        lines(
            head(speech, actor, child, speech.say("programme-head")),
            NOTHING if view.subjects else speech.say("programme-empty"),
            [_line(speech, one) for one in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            turning(speech, listed, lambda to: OpenProgramme(pupil=child.pupil, page=to)),
            way_back(speech, actor, child, Place.DIARY),
        ),
    )


def _line(speech: Speech, one: SubjectProgress) -> Html:
    subject = subject_of(one.subject)
    if one.percent is None:
        return speech.say("programme-unplanned", subject=subject, taught=one.taught)
    far = speech.say(
        "programme-line",
        subject=subject,
        taught=one.taught,
        planned=plain(one.planned, speech.language),
        percent=one.percent,
    )
    if not one.next_topic:
        return far
    topic = cut(one.next_topic, _TOPIC_LENGTH)
    return joined("; ", [far, speech.say("programme-next", topic=topic)])
