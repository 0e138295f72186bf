"""How a thread and its persons are called, in one place for all its screens."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.screens.broadcasts.naming import day_of, time_of
from bot.screens.parts.lesson import subject_within
from bot.screens.parts.naming import first_name, full_name, teacher_name
from bot.texts.html import Html, cut, escaped, joined
from bot.texts.speech import Speech
from core.access.people import Name
from core.ids import PersonId
from core.messages.content import Content
from core.messages.threads.thread import Sides, Thread

_NAME_LENGTH: Final = 60


def partner_name(speech: Speech, sides: Sides, name: Name, reader: PersonId) -> str:
    """Return how the reader calls the other: a teacher as addressed, others as in a list."""
    if reader == sides.partner or not sides.of_family:
        return cut(teacher_name(name), _NAME_LENGTH)
    return cut(full_name(speech, name), _NAME_LENGTH)


def about(speech: Speech, sides: Sides, child: Name | None, reader: PersonId) -> Html:
    """Return the child and the subject, where there could be a doubt: « · Яна · алгебра»."""
    parts = []
    if child is not None and sides.about != sides.partner:
        keeps = reader == sides.keeper
        parts.append(cut(full_name(speech, child) if keeps else first_name(child), _NAME_LENGTH))
    if sides.topic:
        parts.append(subject_within(sides.topic))
    return joined(" · ", [escaped(one) for one in parts])


def head(speech: Speech, sides: Sides, other: Name, child: Name | None, reader: PersonId) -> Html:
    """Return the first line: with whom, about whom and what."""
    named = speech.say("message-head", name=partner_name(speech, sides, other, reader))
    return joined(" · ", [named, about(speech, sides, child, reader)])


def thread_head(speech: Speech, thread: Thread, reader: PersonId) -> Html:
    """Return the first line of a thread."""
    other = thread.name_of(thread.sides.other(reader))
    return head(speech, thread.sides, other, thread.child, reader)


def moment(speech: Speech, at: datetime, zone: str) -> str:
    """Return a day and a time where the school stands."""
    where = ZoneInfo(zone)
    return speech.label("message-moment", day=day_of(speech, at, where), time=time_of(at, where))


def said_in_short(speech: Speech, content: Content, most: int) -> str:
    """Return the words in one line, or that there are files."""
    words = content.text.text or next((one.caption.text for one in content.files), "")
    if words.strip():
        return cut(" ".join(words.split()), most)
    return speech.label("message-files-only", count=len(content.files))
