"""What is to be done for a day. A long text goes on over lines and pages; nothing is lost."""

from datetime import date, timedelta

from bot.callbacks.diary import OpenFile, OpenHomework, OpenOverdue, TickOff
from bot.callbacks.places import Place
from bot.callbacks.why import About
from bot.screens.parts.frame import head, way_back, zone_of
from bot.screens.parts.lesson import subject_of
from bot.screens.parts.pages import Page, page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import clock_time, short_weekday, weekday_and_day
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.homework.ticks import OverdueHomework, is_pupil
from core.diary.views import Assignment, HomeworkBook

_LINE_LENGTH = 200
_LINES_A_PAGE = 8
_OVERDUE_A_PAGE = 8
_FILES = 3
_DAY = timedelta(days=1)
_SUNDAY = 6


def homework_of_day(speech: Speech, actor: Actor, book: HomeworkBook, *, page: int = 0) -> Screen:
    """Show the homework due on a day, and when it was looked up where there is none.

    The pupil ticks off by the numbers; others see what is ticked.
    """
    child, day = book.child, weekday_and_day(book.day, speech.language)
    what = speech.say("homework-head", when=_when(book), day=day)
    numbered = list(enumerate(book.assignments, start=1))
    ticks = is_pupil(actor, child.pupil)
    said = [
        (index, line)
        for index, one in numbered
        for line in _assignment(speech, one, index=index if ticks else 0)
    ]
    listed = page_of(said, page, size=_LINES_A_PAGE)
    before, after = _school_day(book.day, -_DAY), _school_day(book.day, _DAY)
    return Screen(
        lines(
            head(speech, actor, child, what),
            [line for _, line in listed.items] or _nothing(speech, actor, book),
            rest_of(speech, listed),
        ),
        rows(
            _ticks(speech, book, listed) if ticks else (),
            _files(speech, book, listed),
            [
                button(
                    speech.label("day-before", day=short_weekday(before, speech.language)),
                    OpenHomework(pupil=child.pupil, day=before.toordinal()),
                ),
                button(speech.label("homework-overdue"), OpenOverdue(pupil=child.pupil)),
                button(
                    speech.label("day-after", day=short_weekday(after, speech.language)),
                    OpenHomework(pupil=child.pupil, day=after.toordinal()),
                ),
            ],
            [
                *_turning_and_why(speech, book, listed),
                *way_back(speech, actor, child, Place.HOMEWORK),
            ],
        ),
    )


def _turning_and_why(
    speech: Speech, book: HomeworkBook, listed: Page[tuple[int, Html]]
) -> tuple[Button, ...]:
    """Return the other pages, and the rules by which homework comes."""
    pupil, day = book.child.pupil, book.day.toordinal()
    pages = turning(speech, listed, lambda to: OpenHomework(pupil=pupil, day=day, page=to))
    return (*pages, why_button(speech, About.HOMEWORK, pupil, day=day))


def _ticks(
    speech: Speech, book: HomeworkBook, listed: Page[tuple[int, Html]]
) -> tuple[Button, ...]:
    shown = sorted({index for index, _ in listed.items})
    found = ((index, book.assignments[index - 1]) for index in shown)
    return tuple(
        button(
            speech.label("homework-tick", index=index, done=str(one.done).lower()),
            TickOff(
                pupil=book.child.pupil,
                lesson=one.lesson,
                day=book.day.toordinal(),
                done=not one.done,
                page=listed.number,
            ),
        )
        for index, one in found
        if one.lesson is not None
    )


def _files(
    speech: Speech, book: HomeworkBook, listed: Page[tuple[int, Html]]
) -> tuple[Button, ...]:
    """Return the ways to the photos and files of what is shown, for three lessons at most."""
    shown = sorted({index for index, _ in listed.items})
    found = (book.assignments[index - 1] for index in shown)
    return tuple(
        button(
            speech.label("homework-files", subject=subject_of(one.subject)),
            OpenFile(pupil=book.child.pupil, lesson=one.lesson),
        )
        for one in found
        if one.attached and one.lesson is not None
    )[:_FILES]


def overdue_homework(
    speech: Speech, actor: Actor, view: OverdueHomework, *, page: int = 0
) -> Screen:
    """Show what was due and is not ticked off; a day opens its homework."""
    child = view.child
    listed = page_of(view.assignments, page, size=_OVERDUE_A_PAGE)
    # Several are of one day, and one button to it is enough.
    days = dict.fromkeys(one.due for one in listed.items)
    return Screen(
        lines(
            head(speech, actor, child, speech.say("overdue-head", count=len(view.assignments))),
            NOTHING if view.assignments else _none_overdue(speech, view),
            [_overdue(speech, one) for one in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            [
                button(
                    short_weekday(day, speech.language),
                    OpenHomework(pupil=child.pupil, day=day.toordinal()),
                )
                for day in days
            ],
            turning(speech, listed, lambda to: OpenOverdue(pupil=child.pupil, page=to)),
            [
                button(speech.label("place-homework"), OpenHomework(pupil=child.pupil)),
                *way_back(speech, actor, child, Place.HOMEWORK),
            ],
        ),
    )


def _none_overdue(speech: Speech, view: OverdueHomework) -> Html:
    return speech.say("overdue-empty", since=weekday_and_day(view.since, speech.language))


def _overdue(speech: Speech, one: Assignment) -> Html:
    return speech.say(
        "overdue-line",
        due=weekday_and_day(one.due, speech.language),
        subject=subject_of(one.subject),
        text=cut(one.text, _LINE_LENGTH),
    )


def _when(book: HomeworkBook) -> str:
    return {book.today: "today", book.today + _DAY: "tomorrow"}.get(book.day, "other")


def _nothing(speech: Speech, actor: Actor, book: HomeworkBook) -> Html:
    checked = book.checked_at.astimezone(zone_of(actor, book.child.pupil, book.child.class_id))
    return speech.say(
        "homework-empty",
        when=_when(book),
        day=weekday_and_day(book.day, speech.language),
        time=clock_time(checked.time()),
    )


def _assignment(speech: Speech, one: Assignment, *, index: int) -> list[Html]:
    subject = subject_of(one.subject)
    first, *rest = _parts(one.text)
    told = [
        speech.say("homework-number", index=index) if index else NOTHING,
        speech.say("homework-line", subject=subject, text=first),
        speech.say("homework-done") if one.done else NOTHING,
    ]
    return [
        joined(" ", told),
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
