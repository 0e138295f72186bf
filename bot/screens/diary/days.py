"""The diary: a week with a line for each day, and a day with a line for each lesson."""

from datetime import date, timedelta
from typing import Final

from bot.callbacks.diary import OpenDay, OpenHomework, OpenWeek
from bot.callbacks.places import Place
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.lesson import diary_line, mark_of, subject_of, subject_within
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import short_weekday, stretch, weekday_and_day
from bot.texts.html import NOTHING, Html, cut, escaped, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.views import DiaryDay, DiaryWeek, SchoolDay
from core.ids import PupilId
from core.journal.remarks.remark import RemarkShelf
from core.journal.values import AbsenceCode

_SUNDAY = 6
_MARKS_A_DAY = 4
_LESSONS_A_PAGE = 8
_TITLE_LENGTH = 64
_ADVICE_LENGTH = 180
_ADVICE_LINES = 2
_REMARKS_LENGTH = 240
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def diary_week(speech: Speech, actor: Actor, week: DiaryWeek) -> Screen:
    """Show a week: for each day how many lessons, which marks, and whether any were missed."""
    pupil, first = week.child.pupil, week.days[0].day
    what = speech.say("week-head", week=stretch(first, week.days[-1].day, speech.language))
    shown = [day for day in week.days if day.marks or is_shown(day)]
    return Screen(
        lines(
            head(speech, actor, week.child, what),
            [_day_line(speech, day, week.today) for day in shown],
        ),
        rows(
            [_day_button(speech, pupil, day.day) for day in shown],
            [
                _week_button(speech.label("week-before"), pupil, first - _WEEK),
                _week_button(speech.label("week-after"), pupil, first + _WEEK),
            ],
            way_back(speech, actor, week.child, Place.DIARY),
        ),
    )


def diary_day(speech: Speech, actor: Actor, day: SchoolDay, *, page: int = 0) -> Screen:
    """Show a day: for each lesson its marks, absence and homework."""
    child, shown = day.child, day.shown
    what = speech.say("day-head", day=weekday_and_day(shown.day, speech.language))
    said = _remarks(speech, day)
    size = _LESSONS_A_PAGE - bool(shown.marks) - len(said)
    listed = page_of(shown.lessons, page, size=size)
    ordinal = shown.day.toordinal()
    return Screen(
        lines(
            head(speech, actor, child, what),
            free_day(speech, shown),
            [diary_line(speech, lesson) for lesson in listed.items],
            rest_of(speech, listed),
            _loose_marks(speech, shown),
            said,
            _advice(speech, day),
        ),
        rows(
            [
                *turning(
                    speech, listed, lambda to: OpenDay(pupil=child.pupil, day=ordinal, page=to)
                ),
                button(
                    speech.label("place-homework"), OpenHomework(pupil=child.pupil, day=ordinal)
                ),
            ],
            [
                _day_button(speech, child.pupil, shown.day - _DAY),
                _week_button(speech.label("day-whole-week"), child.pupil, shown.day),
                _day_button(speech, child.pupil, shown.day + _DAY),
            ],
            way_back(speech, actor, child, Place.DIARY),
        ),
    )


def _loose_marks(speech: Speech, day: DiaryDay) -> Html:
    """Return marks of a day on which their subjects have no lesson, in one line."""
    if not day.marks:
        return NOTHING
    marks = _cut(speech, _loose(speech, day))
    return speech.say("day-marks", count=min(len(day.marks), 2), marks=marks)


def _remarks(speech: Speech, day: SchoolDay) -> list[Html]:
    """Return what teachers said of the pupil that day: a line for praise, another for the rest."""
    found = [
        (key, [one.text for one in reversed(day.remarks) if one.shelf is shelf])
        for shelf, key in _SHELVES.items()
    ]
    return [
        speech.say(key, text=cut("; ".join(texts), _REMARKS_LENGTH))
        for key, texts in found
        if texts
    ]


_SHELVES: Final[dict[RemarkShelf, Key]] = {
    RemarkShelf.PRAISE: "day-praise",
    RemarkShelf.NOTES: "day-notes",
}


def _advice(speech: Speech, day: SchoolDay) -> list[Html]:
    """Return what teachers recommended that day, in the two lines that are left."""
    said = [
        speech.say(
            "day-advice", subject=subject_of(one.subject), text=cut(one.text, _ADVICE_LENGTH)
        )
        for one in day.advice
    ]
    if len(said) <= _ADVICE_LINES:
        return said
    return [said[0], speech.say("more", count=len(said) - 1)]


def shown_days(week: DiaryWeek) -> list[DiaryDay]:
    """Return the days of a week; a Sunday without lessons goes without saying."""
    return [day for day in week.days if is_shown(day)]


def is_shown(day: DiaryDay) -> bool:
    """Say whether a day has a line of its own."""
    return bool(day.lessons) or day.day.weekday() != _SUNDAY


def free_day(speech: Speech, day: DiaryDay) -> Html:
    """Say that, and why, there are no lessons; nothing where there are some."""
    if day.lessons:
        return NOTHING
    if day.holiday:
        return speech.say("day-holiday", title=cut(day.holiday, _TITLE_LENGTH))
    return speech.say("day-free")


def day_line(speech: Speech, day: date, today: date, what: Html) -> Html:
    """Return a line of a week; today is told apart."""
    name = weekday_and_day(day, speech.language)
    return speech.say("week-today" if day == today else "week-day", day=name, what=what)


def day_off(speech: Speech, day: DiaryDay) -> Html:
    """Return in a word why a day of a week is empty."""
    return escaped(cut(day.holiday, _TITLE_LENGTH)) if day.holiday else speech.say("week-free")


def _day_line(speech: Speech, day: DiaryDay, today: date) -> Html:
    lessons = speech.say("week-lessons", count=len(day.lessons))
    told = [
        lessons if day.lessons else day_off(speech, day),
        _marks(speech, day),
        _absences(speech, day),
    ]
    return day_line(speech, day.day, today, joined("; ", told))


def _marks(speech: Speech, day: DiaryDay) -> Html:
    got = [
        escaped(f"{subject_within(lesson.subject)} {mark_of(speech, mark.value)}")
        for lesson in day.lessons
        for mark in lesson.marks
    ]
    got += _loose(speech, day)
    return speech.say("week-marks", marks=_cut(speech, got)) if got else NOTHING


def _loose(speech: Speech, day: DiaryDay) -> list[Html]:
    return [
        escaped(f"{subject_within(one.subject)} {mark_of(speech, one.mark.value)}")
        for one in day.marks
    ]


def _cut(speech: Speech, marks: list[Html]) -> Html:
    rest = len(marks) - _MARKS_A_DAY
    more = speech.say("more", count=rest) if rest > 0 else NOTHING
    return joined(" ", [joined(", ", marks[:_MARKS_A_DAY]), more])


def _absences(speech: Speech, day: DiaryDay) -> Html:
    codes = [lesson.absence for lesson in day.lessons if lesson.absence is not None]
    late = codes.count(AbsenceCode.LATE)
    missed = len(codes) - late
    return joined(
        "; ",
        [
            speech.say("week-absences", count=missed) if missed else NOTHING,
            speech.say("week-late", count=late) if late else NOTHING,
        ],
    )


def _day_button(speech: Speech, pupil: PupilId, day: date) -> Button:
    return button(short_weekday(day, speech.language), OpenDay(pupil=pupil, day=day.toordinal()))


def _week_button(label: str, pupil: PupilId, day: date) -> Button:
    return button(label, OpenWeek(pupil=pupil, day=day.toordinal()))
