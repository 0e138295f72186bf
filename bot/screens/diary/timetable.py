"""The timetable of a day, with times and rooms, and of a week in a line for each day."""

from datetime import date, timedelta

from bot.callbacks.diary import OpenTimetable
from bot.callbacks.places import Place
from bot.screens.diary.days import day_line, day_off, free_day, shown_days
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.lesson import subject_within, timetable_line
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import short_weekday, stretch, weekday_and_day
from bot.texts.html import NOTHING, Html, cut, escaped, joined
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.views import DiaryDay, DiaryWeek, SchoolDay
from core.ids import PupilId

_LESSONS_A_PAGE = 9
_LESSONS_IN_A_LINE = 9
_SHORT_SUBJECT = 40
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def timetable_day(speech: Speech, actor: Actor, day: SchoolDay, *, page: int = 0) -> Screen:
    """Show a day's lessons with their times, rooms and replacements."""
    child, shown = day.child, day.shown
    what = speech.say("timetable-head", day=weekday_and_day(shown.day, speech.language))
    listed = page_of(shown.lessons, page, size=_LESSONS_A_PAGE)
    ordinal = shown.day.toordinal()
    return Screen(
        lines(
            head(speech, actor, child, what),
            free_day(speech, shown),
            [timetable_line(speech, lesson) for lesson in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            turning(
                speech, listed, lambda to: OpenTimetable(pupil=child.pupil, day=ordinal, page=to)
            ),
            [
                _day_button(speech, child.pupil, shown.day - _DAY),
                _week_button(speech.label("day-whole-week"), child.pupil, shown.day),
                _day_button(speech, child.pupil, shown.day + _DAY),
            ],
            way_back(speech, actor, child, Place.TIMETABLE),
        ),
    )


def timetable_week(speech: Speech, actor: Actor, week: DiaryWeek) -> Screen:
    """Show a week's lessons, a line for each day."""
    child, first = week.child, week.days[0].day
    what = speech.say(
        "timetable-week-head", week=stretch(first, week.days[-1].day, speech.language)
    )
    shown = shown_days(week)
    return Screen(
        lines(
            head(speech, actor, child, what),
            [day_line(speech, day.day, week.today, _subjects(speech, day)) for day in shown],
        ),
        rows(
            [_day_button(speech, child.pupil, day.day) for day in shown],
            [
                _week_button(speech.label("week-before"), child.pupil, first - _WEEK),
                _week_button(speech.label("week-after"), child.pupil, first + _WEEK),
            ],
            way_back(speech, actor, child, Place.TIMETABLE),
        ),
    )


def _subjects(speech: Speech, day: DiaryDay) -> Html:
    if not day.lessons:
        return day_off(speech, day)
    named = [
        escaped(f"{lesson.number} {cut(subject_within(lesson.subject), _SHORT_SUBJECT)}")
        for lesson in day.lessons
    ]
    rest = len(named) - _LESSONS_IN_A_LINE
    more = speech.say("more", count=rest) if rest > 0 else NOTHING
    return joined(" ", [joined(", ", named[:_LESSONS_IN_A_LINE]), more])


def _day_button(speech: Speech, pupil: PupilId, day: date) -> Button:
    target = OpenTimetable(pupil=pupil, day=day.toordinal())
    return button(short_weekday(day, speech.language), target)


def _week_button(label: str, pupil: PupilId, day: date) -> Button:
    return button(label, OpenTimetable(pupil=pupil, day=day.toordinal(), week=True))
