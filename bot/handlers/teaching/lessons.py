"""A teacher's own lessons, and the short form for each: homework, files, recommendations."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.diary import OpenFile
from bot.callbacks.lessons import (
    ChoosePupil,
    OpenLesson,
    OpenLessons,
    RemoveFiles,
    SaveHomework,
    WriteHomework,
    WriteRecommendation,
)
from bot.handlers.dialogue import (
    asks_for_words,
    goes_on,
    not_a_command,
    other_than_words,
    words,
)
from bot.handlers.teaching.drafts import HomeworkDraft, RecommendationDraft
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS, aside
from bot.screens.teaching import lessons as screens
from bot.states import FillingLesson
from bot.texts.html import NOTHING
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.lessons.attachments import FileRefused, FileTooLarge, ReadAttachment, TooManyFiles
from core.diary.lessons.form import (
    DetachFiles,
    GiveHomework,
    ReadLessonForm,
    ReadMyLessons,
    Recommend,
    TextTooLong,
)

_WRONG = (FileTooLarge, FileRefused, TooManyFiles, TextTooLong)


async def on_command(
    _: Message, actor: Actor, speech: Speech, read_my_lessons: ReadMyLessons
) -> Screen:
    """Open the lessons of today and of the last day before."""
    return screens.my_lessons(speech, await read_my_lessons(actor))


async def on_lessons(
    _: CallbackQuery,
    callback_data: OpenLessons,
    actor: Actor,
    speech: Speech,
    read_my_lessons: ReadMyLessons,
) -> Screen:
    """Open the lessons of today and of the last day before."""
    return screens.my_lessons(speech, await read_my_lessons(actor), page=callback_data.page)


async def on_lesson(
    _: CallbackQuery,
    callback_data: OpenLesson,
    actor: Actor,
    speech: Speech,
    read_lesson_form: ReadLessonForm,
) -> Screen:
    """Open the form of a lesson."""
    return screens.lesson_form(speech, await read_lesson_form(actor, callback_data.lesson))


async def on_write(
    _: CallbackQuery,
    callback_data: WriteHomework,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_lesson_form: ReadLessonForm,
) -> Screen:
    """Ask for the homework of a lesson."""
    form = await read_lesson_form(actor, callback_data.lesson)
    await goes_on(state, FillingLesson.homework, HomeworkDraft(callback_data.lesson))
    return screens.ask_homework(speech, form)


async def on_piece(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_lesson_form: ReadLessonForm,
) -> Screen:
    """Take a text, a photo or a file into the draft; of an album only the first is answered."""
    draft = HomeworkDraft.of(await state.get_data())
    form = await read_lesson_form(actor, draft.lesson)
    try:
        taken = draft.taking(message)
    except _WRONG as wrong:
        return screens.draft(speech, form, draft.text, len(draft.files), REFUSALS[wrong.code])
    await state.set_data(taken.data())
    if draft.goes_on_with(message):
        return Screen(NOTHING)
    return screens.draft(speech, form, taken.text, len(taken.files))


async def on_save(
    _: CallbackQuery,
    callback_data: SaveHomework,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    give_homework: GiveHomework,
    read_lesson_form: ReadLessonForm,
) -> Screen:
    """Set what was written; a button of another draft is old."""
    draft = HomeworkDraft.of(await state.get_data())
    if draft.lesson != callback_data.lesson:
        return aside(speech, actor, "old-button")
    await give_homework(actor, draft.lesson, text=draft.text, files=draft.files)
    await state.clear()
    form = await read_lesson_form(actor, draft.lesson)
    return screens.lesson_form(speech, form, note="lesson-saved")


async def on_remove(
    _: CallbackQuery,
    callback_data: RemoveFiles,
    actor: Actor,
    speech: Speech,
    detach_files: DetachFiles,
    read_lesson_form: ReadLessonForm,
) -> Screen:
    """Take the files of a lesson away."""
    await detach_files(actor, callback_data.lesson)
    return screens.lesson_form(speech, await read_lesson_form(actor, callback_data.lesson))


async def on_whom(
    _: CallbackQuery,
    callback_data: ChoosePupil,
    actor: Actor,
    speech: Speech,
    read_lesson_form: ReadLessonForm,
) -> Screen:
    """Ask to whom something is recommended."""
    form = await read_lesson_form(actor, callback_data.lesson)
    return screens.choose_pupil(speech, form, page=callback_data.page)


async def on_recommend(
    _: CallbackQuery,
    callback_data: WriteRecommendation,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_lesson_form: ReadLessonForm,
) -> Screen:
    """Ask for the words of a recommendation."""
    form = await read_lesson_form(actor, callback_data.lesson)
    draft = RecommendationDraft(callback_data.lesson, callback_data.pupil)
    await goes_on(state, FillingLesson.recommendation, draft)
    return screens.ask_recommendation(speech, form, callback_data.pupil)


async def on_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    recommend: Recommend,
    read_lesson_form: ReadLessonForm,
) -> Screen:
    """Give the recommendation."""
    draft = RecommendationDraft.of(await state.get_data())
    await recommend(actor, draft.lesson, message.text or "", pupil=draft.to)
    await state.clear()
    form = await read_lesson_form(actor, draft.lesson)
    return screens.lesson_form(speech, form, note="lesson-recommended")


async def on_file(
    _: CallbackQuery,
    callback_data: OpenFile,
    actor: Actor,
    speech: Speech,
    read_attachment: ReadAttachment,
) -> Screen:
    """Show a family one of the files of a lesson's homework."""
    pupil, lesson = callback_data.pupil, callback_data.lesson
    return screens.homework_file(
        speech, actor, await read_attachment(actor, pupil, lesson, callback_data.at)
    )


def router() -> Router:
    """Return the router of a teacher's lessons."""
    routes = Router(name="lessons")
    routes.message.register(on_command, Command("lessons"))
    routes.callback_query.register(on_lessons, OpenLessons.filter())
    routes.callback_query.register(on_lesson, OpenLesson.filter())
    routes.callback_query.register(on_write, WriteHomework.filter())
    routes.callback_query.register(
        on_save, SaveHomework.filter(), StateFilter(FillingLesson.homework)
    )
    routes.callback_query.register(on_remove, RemoveFiles.filter())
    routes.callback_query.register(on_whom, ChoosePupil.filter())
    routes.callback_query.register(on_recommend, WriteRecommendation.filter())
    routes.callback_query.register(on_file, OpenFile.filter())
    routes.message.register(on_piece, StateFilter(FillingLesson.homework), not_a_command)
    recommending = StateFilter(FillingLesson.recommendation)
    routes.message.register(on_words, recommending, words)
    routes.message.register(asks_for_words("lesson-words-only"), recommending, other_than_words)
    return routes
