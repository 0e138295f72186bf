"""What is to be done for a day. A long text goes on over lines and pages; nothing is lost."""

from datetime import date, timedelta

from bot.callbacks import OpenHomework, Place
from bot.screens.frame import head, way_back, zone_of
from bot.screens.lesson import subject_of
from bot.screens.pages import page_of, rest_of, turning
from bot.screens.screen import Screen, button, lines, rows
from bot.texts.formats import clock_time, short_weekday, weekday_and_day
from bot.texts.html import Html
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.views import Assignment, HomeworkBook

_LINE_LENGTH = 200
_LINES_A_PAGE = 8
_DAY = timedelta(days=1)
_SUNDAY = 6


def homework_of_day(speech: Speech, actor: Actor, book: HomeworkBook, *, page: int = 0) -> Screen:
    """Show the homework due on a day, and when it was looked up where there is none."""
    child, day = book.child, weekday_and_day(book.day, speech.language)
    what = speech.say("homework-head", when=_when(book), day=day)
    said = [line for one in book.assignments for line in _assignment(speech, one)]
    listed = page_of(said, page, size=_LINES_A_PAGE)
    ordinal = book.day.toordinal()
    before, after = _school_day(book.day, -_DAY), _school_day(book.day, _DAY)
    return Screen(
        lines(
            head(speech, actor, child, what),
            listed.items or _nothing(speech, actor, book),
            rest_of(speech, listed),
        ),
        rows(
            turning(
                speech, listed, lambda to: OpenHomework(pupil=child.pupil, day=ordinal, page=to)
            ),
            [
                button(
                    speech.label("day-before", day=short_weekday(before, speech.language)),
                    OpenHomework(pupil=child.pupil, day=before.toordinal()),
                ),
                button(
                    speech.label("day-after", day=short_weekday(after, speech.language)),
                    OpenHomework(pupil=child.pupil, day=after.toordinal()),
                ),
            ],
            way_back(speech, actor, child, Place.HOMEWORK),
        ),
    )


def _when(book: HomeworkBook) -> str:
    return {book.today: "today", book.today + _DAY: "tomorrow"}.get(book.day, "other")


def _nothing(speech: Speech, actor: Actor, book: HomeworkBook) -> Html:
    checked = book.checked_at.astimezone(zone_of(actor, book.child.pupil))
    return speech.say(
        "homework-empty",
        when=_when(book),
        day=weekday_and_day(book.day, speech.language),
        time=clock_time(checked.time()),
    )


def _assignment(speech: Speech, one: Assignment) -> list[Html]:
    subject = subject_of(one.subject)
    first, *rest = _parts(one.text)
    return [
        speech.say("homework-line", subject=subject, text=first),
        *(speech.say("homework-continued", subject=subject, text=part) for part in rest),
    ]


def _parts(text: str) -> list[str]:
    # Broken between words, so that no page ends within one; an endless word is broken as it comes.
    parts, rest = [], " ".join(text.split())
    while len(rest) > _LINE_LENGTH:
        at = rest.rfind(" ", 0, _LINE_LENGTH)
        at = at if at > 0 else _LINE_LENGTH
        parts.append(rest[:at])
        rest = rest[at:].lstrip()
    return [*parts, rest]


def _school_day(day: date, step: timedelta) -> date:
    other = day + step
    return other + step if other.weekday() == _SUNDAY else other
