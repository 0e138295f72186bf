"""A teacher's lessons and the short form for each; and a file of homework for a family."""

from collections.abc import Sequence

from bot.callbacks.diary import OpenFile, OpenHomework
from bot.callbacks.fields import NOBODY
from bot.callbacks.lessons import (
    ChoosePupil,
    OpenLesson,
    OpenLessons,
    RemoveFiles,
    SaveHomework,
    WriteHomework,
    WriteRecommendation,
)
from bot.callbacks.places import OpenMenu
from bot.callbacks.remarks import ChooseRemarked
from bot.screens.parts.frame import head
from bot.screens.parts.lesson import subject_of
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, KeptFile, Screen, button, lines, rows
from bot.screens.teaching.sheets import sheets_button
from bot.texts.formats import weekday_and_day
from bot.texts.html import NOTHING, Html, cut, escaped, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.excuses.rules import FileKind
from core.diary.lessons.attachments import HomeworkFile
from core.diary.lessons.form import LessonForm, TaughtLesson

_LESSONS_A_PAGE = 8
_PUPILS_A_PAGE = 8
_GROUP_LENGTH = 64
_HOMEWORK_LENGTH = 120
_TEXT_LENGTH = 1500
_NAME_LENGTH = 100


def my_lessons(speech: Speech, lessons: Sequence[TaughtLesson], *, page: int = 0) -> Screen:
    """Show a teacher's lessons of today and of the last day before; a number opens the form."""
    listed = page_of(lessons, page, size=_LESSONS_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    return Screen(
        lines(
            speech.say("lessons-head"),
            NOTHING if lessons else speech.say("lessons-empty"),
            [
                speech.say("lessons-line", index=index, lesson=_named(speech, one), set=_set(one))
                for index, one in numbered
            ],
            rest_of(speech, listed),
        ),
        rows(
            [button(str(index), OpenLesson(lesson=one.id)) for index, one in numbered],
            [
                *turning(speech, listed, lambda to: OpenLessons(page=to)),
                sheets_button(speech),
                _menu(speech),
            ],
        ),
    )


def lesson_form(speech: Speech, form: LessonForm, *, note: Key | None = None) -> Screen:
    """Show what is set for a lesson, and what the teacher can do."""
    lesson = form.lesson
    files = button(speech.label("lesson-remove-files"), RemoveFiles(lesson=lesson.id))
    return Screen(
        lines(
            speech.say(note) if note else NOTHING,
            _head(speech, lesson),
            _homework(speech, lesson.homework),
            speech.say("lesson-files", count=lesson.files) if lesson.files else NOTHING,
        ),
        rows(
            [
                button(speech.label("lesson-homework-button"), WriteHomework(lesson=lesson.id)),
                button(speech.label("lesson-recommend"), ChoosePupil(lesson=lesson.id)),
            ],
            [
                button(speech.label("remark-lesson"), ChooseRemarked(lesson=lesson.id)),
                *([files] if lesson.files else []),
            ],
            [_back(speech), _menu(speech)],
        ),
    )


def ask_homework(speech: Speech, form: LessonForm) -> Screen:
    """Ask for text, photos and files."""
    lesson = form.lesson
    return Screen(
        lines(
            _head(speech, lesson),
            _homework(speech, lesson.homework),
            speech.say("lesson-ask-homework"),
        ),
        rows([_to_form(speech, form)]),
    )


def draft(
    speech: Speech, form: LessonForm, text: str, files: int, wrong: Key | None = None
) -> Screen:
    """Show what was written so far; nothing of it is set before it is saved."""
    lesson = form.lesson
    return Screen(
        lines(
            escaped(speech.label(wrong)) if wrong else NOTHING,
            _head(speech, lesson),
            _homework(speech, text or lesson.homework),
            speech.say("lesson-files", count=files) if files else NOTHING,
            speech.say("lesson-go-on" if text or lesson.homework else "lesson-needs-text"),
        ),
        rows(
            [
                button(speech.label("lesson-save"), SaveHomework(lesson=lesson.id)),
                _to_form(speech, form),
            ],
        ),
    )


def choose_pupil(speech: Speech, form: LessonForm, *, page: int = 0) -> Screen:
    """Ask to whom something is recommended: to all of the lesson, or to one pupil."""
    lesson = form.lesson
    listed = page_of(form.pupils, page, size=_PUPILS_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    everybody = WriteRecommendation(lesson=lesson.id, pupil=NOBODY)
    return Screen(
        lines(
            _head(speech, lesson),
            speech.say("lesson-whom"),
            [
                speech.say("class-pupil", index=index, name=full_name(speech, one.name))
                for index, one in numbered
            ],
            rest_of(speech, listed),
        ),
        rows(
            [
                button(str(index), WriteRecommendation(lesson=lesson.id, pupil=one.pupil))
                for index, one in numbered
            ],
            [
                *turning(speech, listed, lambda to: ChoosePupil(lesson=lesson.id, page=to)),
                button(speech.label("lesson-everybody"), everybody),
            ],
            [_to_form(speech, form)],
        ),
    )


def ask_recommendation(speech: Speech, form: LessonForm, pupil: int) -> Screen:
    """Ask for the words of a recommendation."""
    names = [full_name(speech, one.name) for one in form.pupils if one.pupil == pupil]
    whom = names[0] if names else speech.label("lesson-everybody")
    return Screen(
        lines(_head(speech, form.lesson), speech.say("lesson-ask-words", whom=whom)),
        rows([_to_form(speech, form)]),
    )


def homework_file(speech: Speech, actor: Actor, view: HomeworkFile) -> Screen:
    """Show one photo or file of homework, and lead to the next."""
    pupil, number = view.child.pupil, view.at + 1
    what = speech.say("homework-file", number=number, count=view.count)
    following = OpenFile(pupil=pupil, lesson=view.lesson, at=number)
    return Screen(
        lines(head(speech, actor, view.child, what), escaped(cut(view.file.name, _NAME_LENGTH))),
        rows(
            [button(speech.label("homework-next-file"), following)] if number < view.count else (),
            [button(speech.label("place-homework"), OpenHomework(pupil=pupil, anew=True))],
        ),
        anew=True,
        file=KeptFile(
            view.file.reference,
            is_picture=view.file.kind is FileKind.PHOTO,
            instead=speech.say("file-gone"),
        ),
    )


def lessons_button(speech: Speech) -> Button:
    """Return the button to a teacher's own lessons."""
    return button(speech.label("place-lessons"), OpenLessons())


def _named(speech: Speech, one: TaughtLesson) -> Html:
    return speech.say(
        "lesson-named",
        day=weekday_and_day(one.day, speech.language),
        number=one.number,
        group=cut(one.group or subject_of(one.subject), _GROUP_LENGTH),
    )


def _set(one: TaughtLesson) -> str:
    return cut(one.homework, _HOMEWORK_LENGTH) or "none"


def _head(speech: Speech, lesson: TaughtLesson) -> Html:
    return speech.say("lesson-head", lesson=_named(speech, lesson))


def _homework(speech: Speech, text: str) -> Html:
    if not text:
        return speech.say("lesson-no-homework")
    return joined(" ", [speech.say("lesson-homework-set"), escaped(cut(text, _TEXT_LENGTH))])


def _to_form(speech: Speech, form: LessonForm) -> Button:
    return button(speech.label("lesson-back"), OpenLesson(lesson=form.lesson.id))


def _back(speech: Speech) -> Button:
    return lessons_button(speech)


def _menu(speech: Speech) -> Button:
    return button(speech.label("place-menu"), OpenMenu())
