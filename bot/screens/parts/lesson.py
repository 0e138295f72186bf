"""One lesson as a line, and the words for what it holds."""

from collections.abc import Sequence

from bot.screens.parts.naming import teacher_name
from bot.texts.formats import clock_time, day_and_month
from bot.texts.html import NOTHING, Html, cut, escaped, joined, mid_sentence
from bot.texts.speech import Speech
from core.diary.views import DiaryLesson, ShownMark
from core.journal.values import LessonState, MarkValue

SUBJECT_LENGTH = 64
_HOMEWORK_LENGTH = 120
_ROOM_LENGTH = 24
_MARKS = 6


def subject_of(title: str) -> str:
    """Return a subject's title as it stands alone."""
    return cut(title, SUBJECT_LENGTH)


def subject_within(title: str) -> str:
    """Return a subject's title within a sentence: «алгебра»."""
    return mid_sentence(cut(title, SUBJECT_LENGTH))


def mark_of(speech: Speech, value: MarkValue) -> str:
    """Return a mark as people write it."""
    return speech.label("mark-value", value=value.text)


def marks_of(speech: Speech, marks: Sequence[ShownMark], *, most: int) -> Html:
    """Return marks in a row, the latest `most` of them; what was cut is said."""
    shown = [escaped(mark_of(speech, mark.value)) for mark in marks[-most:]]
    rest = len(marks) - len(shown)
    more = speech.say("more", count=rest) if rest else NOTHING
    return joined(" ", [joined(", ", shown), more])


def diary_line(speech: Speech, lesson: DiaryLesson) -> Html:
    """Return a lesson of the diary: time and subject, marks, absence, homework."""
    details = [_state(speech, lesson), _marks(speech, lesson)]
    if lesson.absence is not None:
        details.append(speech.say("lesson-absence", code=lesson.absence.value))
    return with_details(speech, _title(speech, lesson), [*details, _homework(speech, lesson)])


def timetable_line(speech: Speech, lesson: DiaryLesson) -> Html:
    """Return a lesson of the timetable: from when to when, what and where."""
    room = (
        speech.say("lesson-room", room=cut(lesson.room, _ROOM_LENGTH)) if lesson.room else NOTHING
    )
    return with_details(speech, _title(speech, lesson), [room, _state(speech, lesson)])


def with_details(speech: Speech, lesson: Html, details: Sequence[Html]) -> Html:
    """Return a line with what there is to say about it, or the bare line."""
    said = joined("; ", details)
    return speech.say("lesson-with", lesson=lesson, details=said) if said else lesson


def _title(speech: Speech, lesson: DiaryLesson) -> Html:
    subject = subject_of(lesson.subject)
    if lesson.starts is None:
        return speech.say("lesson-untimed", number=lesson.number, subject=subject)
    starts = clock_time(lesson.starts)
    if lesson.ends is None:
        return speech.say("lesson", number=lesson.number, time=starts, subject=subject)
    return speech.say(
        "timetable-lesson",
        number=lesson.number,
        starts=starts,
        ends=clock_time(lesson.ends),
        subject=subject,
    )


def _state(speech: Speech, lesson: DiaryLesson) -> Html:
    if lesson.state is LessonState.CANCELLED:
        return speech.say("lesson-cancelled")
    if not lesson.replaced:
        return NOTHING
    if lesson.teacher is None:
        return speech.say("lesson-replaced")
    return speech.say("lesson-replaced-by", teacher=teacher_name(lesson.teacher))


def _marks(speech: Speech, lesson: DiaryLesson) -> Html:
    if not lesson.marks:
        return NOTHING
    marks = marks_of(speech, lesson.marks, most=_MARKS)
    return speech.say("lesson-marks", count=min(len(lesson.marks), 2), marks=marks)


def _homework(speech: Speech, lesson: DiaryLesson) -> Html:
    if not lesson.homework:
        return NOTHING
    text = cut(lesson.homework, _HOMEWORK_LENGTH)
    if lesson.homework_due is None:
        return speech.say("lesson-homework", text=text)
    due = day_and_month(lesson.homework_due, speech.language)
    return speech.say("lesson-homework-due", due=due, text=text)
