"""A teacher sets homework with photos and files, and recommends; nobody else does."""

from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks.diary import OpenFile, OpenHomework
from bot.callbacks.lessons import (
    ChoosePupil,
    OpenLesson,
    RemoveFiles,
    SaveHomework,
    WriteHomework,
    WriteRecommendation,
)
from core.ids import LessonId
from tests.handlers.chat import Chat, Town
from tests.handlers.test_class_life import added
from tests.school import records
from tests.screens.views import RU, labels, read

PHOTO = [
    {"file_id": "small", "file_unique_id": "1", "width": 9, "height": 9, "file_size": 10},
    {"file_id": "large", "file_unique_id": "2", "width": 90, "height": 90, "file_size": 1000},
]


def a_document(**more: Any) -> dict[str, Any]:
    told = {"file_name": "задачи.pdf", "mime_type": "application/pdf", "file_size": 500}
    return {"file_id": "doc", "file_unique_id": "3", **told, **more}


@pytest.fixture
async def teacher(town: Town) -> Chat:
    """The class teacher of 7А, who teaches algebra there."""
    added(town, records.Enrolment, group_id=town.course, person_id=town.leader, role="teacher")
    return await town.known(town.leader)


def the_lesson(town: Town) -> records.Lesson:
    return next(iter(town.school.world.all(records.Lesson)))


def kept(town: Town) -> list[records.Attachment]:
    return list(town.school.world.all(records.Attachment))


async def writing(teacher: Chat) -> None:
    await teacher.sends("/lessons")
    await teacher.taps("1")
    await teacher.taps("Задание")


async def test_a_teacher_s_lessons_open_by_command_and_from_the_menu(teacher: Chat) -> None:
    listed = [
        "Мои уроки: сегодня и предыдущий день",
        "1. пт, 20 ноября, 1-й урок, , 7А: §\xa012, упр. 3",
    ]

    by_command, as_homework = await teacher.sends("/lessons"), await teacher.sends("/homework")
    await teacher.sends("/start")
    from_menu = await teacher.taps("Мои уроки")

    assert read(by_command) == read(as_homework) == read(from_menu) == listed


async def test_homework_with_a_photo_and_a_file_is_set_at_once(town: Town, teacher: Chat) -> None:
    await writing(teacher)
    await teacher.sends("№ 5,   все\nпункты")
    await teacher.posts(photo=PHOTO)
    unsaved = await teacher.posts(document=a_document())
    before = (the_lesson(town).homework, kept(town))
    saved = await teacher.taps("Сохранить")

    assert read(unsaved)[1:] == [
        "🏠 Задание: №\xa05, все пункты",
        "2 файла",
        "Ещё не сохранено. Можно дописать, прислать фото или файлы.",
    ]
    assert before == ("§ 12, упр. 3", [])
    assert read(saved)[0] == "Сохранено, семьи узнают."
    assert the_lesson(town).homework == "№ 5, все пункты"
    assert [(one.kind, one.file, one.size) for one in kept(town)] == [
        ("photo", "large", 1000),
        ("document", "doc", 500),
    ]


async def test_the_parts_of_an_album_gather_into_one_answer(town: Town, teacher: Chat) -> None:
    await writing(teacher)
    first = await teacher.posts(photo=PHOTO, media_group_id="7", caption="Решить с листа")
    second = await teacher.posts(photo=PHOTO, media_group_id="7")
    teacher.screen = first
    await teacher.taps("Сохранить")

    assert (read(first)[1], second.text) == ("🏠 Задание: Решить с листа", "")
    assert (the_lesson(town).homework, len(kept(town))) == ("Решить с листа", 2)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a file that is too large": (
        {"document": a_document(file_size=20 * 1024 * 1024 + 1)},
        "refusal-file-too-large",
    ),
    "a program": (
        {"document": a_document(mime_type="application/x-msdownload")},
        "refusal-file-kind",
    ),
    "a file of no kind": ({"document": a_document(mime_type=None)}, "refusal-file-kind"),
    "a contact": (
        {"venue": {"location": {"latitude": 1, "longitude": 1}, "title": "a", "address": "b"}},
        "refusal-file-kind",
    ),
    "a text without an end": ({"text": "а" * 1501}, "refusal-text-too-long"),
}


@pytest.mark.parametrize("what", WRONG)
async def test_what_cannot_be_passed_on_is_declined_and_the_rest_is_kept(
    teacher: Chat, what: str
) -> None:
    content, key = WRONG[what]
    await writing(teacher)
    await teacher.sends("§ 13")

    screen = await teacher.posts(**content)

    assert read(screen)[0] == RU.label(key)  # type: ignore[arg-type]  # a key of the table
    assert "🏠 Задание: §\xa013" in read(screen)


async def test_an_eleventh_file_is_too_many(teacher: Chat) -> None:
    await writing(teacher)
    for _ in range(10):
        await teacher.posts(photo=PHOTO)

    assert read(await teacher.posts(photo=PHOTO))[0] == RU.label("refusal-too-many-files")


async def test_files_without_a_word_are_no_homework(town: Town, teacher: Chat) -> None:
    town.school.world.change(the_lesson(town), homework="")
    await writing(teacher)
    asked = await teacher.posts(photo=PHOTO)

    refused = await teacher.taps("Сохранить")

    assert read(asked)[-1].startswith("Ещё не сохранено. Напишите и текст")
    assert refused.toast == RU.label("refusal-homework-empty")
    assert kept(town) == []


async def test_cancelling_sets_nothing(town: Town, teacher: Chat) -> None:
    await writing(teacher)
    written = await teacher.sends("№ 5")
    await teacher.sends("/cancel")
    teacher.screen = written

    old = await teacher.taps("Сохранить")

    assert old.toast == RU.label("old-button")
    assert the_lesson(town).homework == "§ 12, упр. 3"


async def test_the_family_opens_the_files_one_by_one(town: Town, teacher: Chat) -> None:
    father = await town.known(town.father)
    await writing(teacher)
    await teacher.posts(photo=PHOTO)
    await teacher.posts(document=a_document())
    await teacher.taps("Сохранить")

    await father.sends("/homework")
    first = await father.taps("Файлы: Алгебра")
    second = await father.taps("Следующий ›")

    assert (read(first), first.file.reference) == (["🏠 Файл 1 из 2"], "large")
    assert (read(second), second.file.reference) == (["🏠 Файл 2 из 2", "задачи.pdf"], "doc")
    assert (first.file.is_picture, second.file.is_picture) == (True, False)
    assert labels(second) == [["Задания"]]


async def test_files_taken_away_are_gone_for_families_too(town: Town, teacher: Chat) -> None:
    father = await town.known(town.father)
    await writing(teacher)
    await teacher.posts(photo=PHOTO)
    await teacher.taps("Сохранить")
    await teacher.taps("Убрать файлы")
    lesson = LessonId(the_lesson(town).id)

    old = await father.taps(OpenFile(pupil=town.masha, lesson=lesson))
    shown = await father.taps(OpenHomework(pupil=town.masha))

    assert old.toast == RU.label("refusal-not-found")
    assert labels(shown)[0] == ["‹ чт 26", "Не сделано", "сб 28 ›"]


async def test_a_recommendation_to_a_pupil_stands_in_the_diary_day(
    town: Town, teacher: Chat
) -> None:
    father = await town.known(town.father)
    await teacher.sends("/lessons")
    await teacher.taps("1")
    await teacher.taps("Рекомендация")
    asked = await teacher.taps("1")
    said = await teacher.sends("Повторить дроби")

    await father.sends("/diary")
    day = await father.taps("пт 20")

    assert "Орлова Маша" in read(asked)[1]
    assert read(said)[0] == "Рекомендация передана."
    assert read(day)[-1] == "Алгебра, рекомендация: Повторить дроби"


async def test_a_recommendation_is_a_text(teacher: Chat) -> None:
    await teacher.sends("/lessons")
    await teacher.taps("1")
    await teacher.taps("Рекомендация")
    await teacher.taps("Всем на уроке")
    declined = await teacher.posts(photo=PHOTO)
    said = await teacher.sends("Читать летом")

    assert read(declined)[0] == RU.label("lesson-words-only")
    assert read(said)[0] == "Рекомендация передана."


@pytest.mark.parametrize(
    "kind",
    [OpenLesson, WriteHomework, RemoveFiles, ChoosePupil, WriteRecommendation],
)
async def test_who_does_not_teach_the_lesson_is_refused(
    town: Town, father: Chat, leader: Chat, kind: type[CallbackData]
) -> None:
    button = kind(lesson=the_lesson(town).id)

    toasts = [(await one.taps(button)).toast for one in (father, leader)]

    assert toasts == [RU.label("refusal-access")] * 2


async def test_saving_without_having_begun_is_an_old_button(town: Town, teacher: Chat) -> None:
    screen = await teacher.taps(SaveHomework(lesson=LessonId(the_lesson(town).id)))

    assert screen.toast == RU.label("old-button")


async def test_a_recommendation_to_another_s_pupil_is_refused(town: Town, teacher: Chat) -> None:
    lesson = LessonId(the_lesson(town).id)
    await teacher.taps(WriteRecommendation(lesson=lesson, pupil=town.vera))

    said = await teacher.sends("Повторить")

    assert said.toast == RU.label("refusal-not-found")
    assert list(town.school.world.all(records.Recommendation)) == []


async def test_a_family_has_no_lessons_of_its_own(father: Chat) -> None:
    assert read(await father.sends("/lessons"))[1] == RU.label("lessons-empty")
