"""A parent and a teacher write to each other, and nobody else reads along."""

import pytest

from bot.callbacks.messages import OpenStaff
from core.ids import SchoolId
from sandbox.engine import UploadedFile
from sandbox.engine.faults import Reset
from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import TOKEN, Town

ASKED = "Можно пересдать контрольную?"


@pytest.fixture
async def teacher(town: Town) -> Person:
    """The class teacher of 7А, who teaches algebra there."""
    return await town.comes_in("t1")


@pytest.fixture
async def mother(town: Town) -> Person:
    return await town.comes_in("g1")


async def chooses_teacher(parent: Person, index: str = "2") -> None:
    await parent.sends("/messages")
    await parent.taps("Написать")
    await parent.taps("Яна, 7А")
    await parent.taps(index)


async def asks(town: Town, parent: Person, words: str = ASKED, index: str = "2") -> None:
    await chooses_teacher(parent, index)
    await parent.sends(words)
    await town.outbox_ticks()


async def answers(town: Town, person: Person, words: str) -> None:
    await person.taps("Ответить")
    await person.sends(words)
    await town.outbox_ticks()


async def ticks(town: Town) -> None:
    await town.program.tick("message-tick")
    await town.outbox_ticks()


@ON_BOTH
async def test_a_parent_asks_and_the_teacher_answers(
    town: Town, teacher: Person, mother: Person
) -> None:
    await mother.sends("/messages")
    await mother.taps("Написать")
    await mother.taps("Яна, 7А")
    offered = mother.screen.text
    await mother.taps("2")
    desk = mother.screen.text
    await mother.sends(ASKED)
    sent = mother.screen.text
    await town.outbox_ticks()
    asked = teacher.screen.text
    await answers(town, teacher, "Да, в среду")

    assert offered == (
        "💬 Яна, 7А: кому написать?\n"
        "1. Нина Грачёва, классный руководитель\n"
        "2. Нина Грачёва, алгебра\n"
        "3. Юрий Полевой, русский язык — пока не принимает сообщений"
    )
    assert desk.startswith("💬 Нина Грачёва · Яна · алгебра\nНапишите сообщение")
    assert sent == "💬 Нина Грачёва · Яна · алгебра\nОтправлено. Дошло ли, видно в переписке."
    assert asked == f"💬 Лугова Ева · Лугова Яна · алгебра\n{ASKED}"
    assert mother.screen.text == "💬 Нина Грачёва · Яна · алгебра\nДа, в среду"
    assert await town.endings() == {"delivered": 2}


async def test_the_thread_shows_what_was_said_and_how_far_it_came(
    town: Town, teacher: Person, mother: Person
) -> None:
    await asks(town, mother)
    waits = teacher.screen
    await teacher.sends("/start")
    menu = teacher.screen.buttons
    await teacher.taps("Переписка", on=waits)
    opened = teacher.screen.text
    await teacher.taps("Ответ не нужен")
    settled = teacher.screen.text
    await teacher.sends("/start")
    await mother.taps("Переписка")

    assert "Сообщения (1)" in menu
    assert opened == (
        "💬 Лугова Ева · Лугова Яна · алгебра\n"
        f"1. Лугова Ева · пт, 20 ноября, 12:00\n{ASKED}\n✍️ Ждёт вашего ответа."
    )
    assert "Ждёт" not in settled
    assert "Сообщения" in teacher.screen.buttons
    assert mother.screen.text == (
        f"💬 Нина Грачёва · Яна · алгебра\n1. Вы · пт, 20 ноября, 12:00 · доставлено\n{ASKED}"
    )


@ON_BOTH
async def test_an_old_button_lets_no_later_question_go_unanswered(
    town: Town, teacher: Person, mother: Person
) -> None:
    await asks(town, mother)
    await teacher.taps("Переписка")
    old = teacher.screen
    town.clock.moves(minutes=1)
    await asks(town, mother, "А когда?")
    await teacher.taps("Ответ не нужен", on=old)
    told = teacher.toast
    shown = next(one for one in teacher.messages if one.id == old.id)
    await teacher.taps("Ответ не нужен", on=shown)
    settled = next(one for one in teacher.messages if one.id == old.id)

    assert told == "Пришло ещё одно сообщение: оно ждёт вашего ответа."
    assert "А когда?" in shown.text
    assert "Ждёт вашего ответа" in shown.text
    assert "Ждёт" not in settled.text


@ON_BOTH
async def test_a_reply_in_the_messenger_answers_and_plain_words_go_nowhere(
    town: Town, teacher: Person, mother: Person
) -> None:
    await asks(town, mother)
    await teacher.posts(text="Да", reply_to_message=teacher.screen.wire)
    await town.outbox_ticks()
    answered = mother.screen.text
    await teacher.sends("А это никому")

    assert answered.endswith("\nДа")
    assert teacher.screen.text.startswith("Бот понимает кнопки и команды")
    assert await town.endings() == {"delivered": 2}


async def test_a_thread_of_the_night_is_of_the_day_of_the_school(
    town: Town, teacher: Person, mother: Person
) -> None:
    town.clock.strikes("2026-11-21T01:00")  # it is the 20th still in Greenwich
    await asks(town, mother)

    await mother.sends("/messages")

    assert "1. Нина Грачёва · Яна · алгебра · 21 ноября" in mother.screen.text


async def test_threads_are_of_a_child_and_a_subject(
    town: Town, teacher: Person, mother: Person
) -> None:
    await asks(town, mother)
    await asks(town, mother, "И ещё")
    await asks(town, mother, "О классе", "1")

    await teacher.sends("/messages")

    assert teacher.screen.text == (
        "💬 Сообщения\n"
        "1. ✍️ ждёт ответа · Лугова Ева · Лугова Яна · 20 ноября\n"
        "2. ✍️ ждёт ответа · Лугова Ева · Лугова Яна · алгебра · 20 ноября"
    )


async def test_the_other_parent_and_the_pupil_do_not_read_along(town: Town) -> None:
    teacher = await town.comes_in("t1")
    mother, father, pupil = await town.family()
    await asks(town, mother)
    data = mother.screen.data_of("Переписка")

    for other in (father, pupil):
        said = len(other.messages)
        town.telegram.people.taps(TOKEN, other.id, other.screen.id, data)
        await other.waits()
        assert ASKED not in " ".join(one.text for one in other.messages)
        await other.sends("/messages")
        assert other.screen.text == "💬 Сообщения\nПереписок пока нет."
        assert said <= len(other.messages)
    assert teacher.screen.text.endswith(ASKED)


async def test_a_pupil_writes_to_the_own_teacher(town: Town, teacher: Person) -> None:
    pupil = await town.comes_in("p1")
    await asks(town, pupil)
    asked = teacher.screen.text
    await answers(town, teacher, "Можно")

    assert asked == f"💬 Лугова Яна · алгебра\n{ASKED}"
    assert pupil.screen.text == "💬 Нина Грачёва · алгебра\nМожно"


async def test_a_teacher_finds_a_family_by_the_course(town: Town, mother: Person) -> None:
    teacher = await town.comes_in("t2")
    await teacher.sends("/messages")
    await teacher.taps("Написать")
    doors = teacher.screen.buttons
    await teacher.taps("Русский язык, 7А")
    await teacher.taps("2")
    offered = teacher.screen.text
    await teacher.taps("1")
    await teacher.sends("Яна забыла тетрадь")
    await town.outbox_ticks()

    assert doors[:3] == ["Сотрудники", "Русский язык, 5Б", "Русский язык, 7А"]
    assert offered == (
        "💬 Лугова Яна: кому написать?\n"
        "1. Лугова Ева, родитель\n"
        "2. Лугов Марк, родитель — пока не принимает сообщений\n"
        "3. Лугова Яна, ученик — пока не принимает сообщений"
    )
    assert mother.screen.text == "💬 Юрий Полевой · Яна · русский язык\nЯна забыла тетрадь"


@ON_BOTH
async def test_an_edit_is_a_version_and_the_other_side_is_told(
    town: Town, teacher: Person, mother: Person
) -> None:
    await asks(town, mother)
    await mother.edits("Можно пересдать в среду?")
    said = mother.screen.text
    await town.outbox_ticks()
    told = teacher.screen
    await answers(town, teacher, "Можно")
    await mother.edits("Можно пересдать в четверг?")
    await town.outbox_ticks()
    await teacher.taps("Переписка")
    await teacher.taps("1")
    last = teacher.screen.text
    await teacher.taps("Прежние слова")
    await teacher.taps("Прежние слова")

    assert said.startswith("Правка отправлена")
    assert told.text == (
        "Изменено: прежние слова сохранены в переписке.\n"
        "💬 Лугова Ева · Лугова Яна · алгебра\nМожно пересдать в среду?"
    )
    assert last == (
        "💬 Лугова Ева · Лугова Яна · алгебра\n"
        "Лугова Ева · пт, 20 ноября, 12:00 · версия 3 из 3\nМожно пересдать в четверг?"
    )
    assert teacher.screen.text.endswith(f"версия 1 из 3\n{ASKED}")


async def test_an_edit_before_it_was_told_is_told_once(
    town: Town, teacher: Person, mother: Person
) -> None:
    said = len(teacher.messages)
    await chooses_teacher(mother)
    await mother.sends(ASKED)
    await mother.edits("Когда пересдача?")
    await town.outbox_ticks()

    assert len(teacher.messages) == said + 1
    assert teacher.screen.text.endswith("алгебра\nКогда пересдача?")


async def test_an_edit_of_what_went_nowhere_is_not_read(town: Town, mother: Person) -> None:
    await mother.sends("привет")
    await mother.edits("здравствуйте")

    assert mother.screen.text.startswith("Правки бот не читает")


async def test_outside_the_hours_the_asker_is_told_when_to_expect_an_answer(
    town: Town, teacher: Person, mother: Person
) -> None:
    town.clock.strikes("2026-11-20T19:00")
    await chooses_teacher(mother)
    told = mother.screen.text
    await teacher.sends("/messages")
    await teacher.taps("Часы ответов")
    await teacher.taps("14:00–18:00")
    chosen = teacher.screen.text
    await mother.sends(ASKED)
    await town.outbox_ticks()

    assert told.endswith("Сейчас не часы ответов. Ответ может прийти пн, 23 ноября, с 08:00.")
    assert chosen.startswith("💬 Часы ответов по учебным дням: 14:00–18:00")
    assert mother.screen.text.endswith("Ответ может прийти пн, 23 ноября, с 14:00.")
    assert teacher.screen.text.endswith(ASKED)


@ON_BOTH
async def test_a_thread_is_handed_over_with_all_that_was_said(
    town: Town, teacher: Person, mother: Person
) -> None:
    other = await town.comes_in("t2")
    await asks(town, mother)
    await teacher.taps("Переписка")
    await teacher.taps("Передать")
    offered = teacher.screen.text
    await teacher.taps("1")
    await town.outbox_ticks()
    told, heard = mother.screen.text, other.screen.text
    await other.taps("Переписка")
    seen = other.screen.text
    await other.taps("Ответить")
    await other.sends("Отвечаю за Нину")
    await town.outbox_ticks()
    await teacher.sends("/messages")

    assert "1. Юрий Полевой" in offered
    assert told == (
        "💬 Юрий Полевой · Яна · алгебра\n"
        "Теперь вам отвечает Юрий Полевой: переписка передана целиком."
    )
    assert heard.endswith("Нина Грачёва передаёт вам эту переписку. Откройте её, чтобы ответить.")
    assert ASKED in seen
    assert "отвечает Юрий Полевой" in seen
    assert mother.screen.text == "💬 Юрий Полевой · Яна · алгебра\nОтвечаю за Нину"
    assert teacher.screen.text == "💬 Сообщения\nПереписок пока нет."


async def test_a_thread_is_handed_to_nobody_of_the_family(
    town: Town, teacher: Person, mother: Person
) -> None:
    files = a_school().add(
        "roles",
        sourcedId="r-x1",
        userSourcedId="x1",
        roleType="primary",
        role="ext:deputyHead",
        orgSourcedId="s",
    )
    await town.imports(files)
    deputy = await town.comes_in("x1")
    await asks(town, mother)
    await teacher.taps("Переписка")
    await teacher.taps("Передать")
    offered = teacher.screen

    await town.imports(files.change("users", "p1", agentSourcedIds="g1,g2,x1"))
    heard = len(deputy.messages)
    await teacher.taps("1", on=offered)
    refused = teacher.screen.text
    await teacher.sends("/messages")
    await teacher.taps("1")
    await teacher.taps("Передать")
    await town.outbox_ticks()

    assert "1. Ольга Дальняя" in offered.text
    assert refused.startswith("Передать не вышло")
    assert "Дальняя" not in teacher.screen.text
    assert len(deputy.messages) == heard


@ON_BOTH
async def test_what_is_not_delivered_is_told_of_at_once(
    town: Town, teacher: Person, mother: Person
) -> None:
    await chooses_teacher(mother)
    await mother.sends(ASKED)
    await teacher.blocks()
    await town.outbox_ticks()
    await ticks(town)
    told = mother.screen.text
    await ticks(town)
    await mother.taps("Переписка")

    assert told == (
        "💬 Нина Грачёва · Яна · алгебра\n"
        "⚠️ Ваше сообщение не доставлено: собеседник не принимает сообщений или больше не может "
        f"их читать. Оно сохранено в переписке.\n«{ASKED}»"
    )
    assert "· не доставлено" in mother.screen.text


async def test_who_is_known_to_take_no_messages_is_not_written_to(
    town: Town, teacher: Person, mother: Person
) -> None:
    await chooses_teacher(mother)
    await teacher.blocks()
    await mother.sends(ASKED)

    assert mother.screen.text.startswith("Сообщение не отправлено: собеседник не вошёл в бот")
    assert await town.ledger() == []


async def test_unknown_is_told_as_unknown(town: Town, teacher: Person, mother: Person) -> None:
    await chooses_teacher(mother)
    await mother.sends(ASKED)
    town.telegram.break_next(Reset(accepted=True), "sendMessage", chat_id=teacher.id)
    await town.outbox_ticks()
    await ticks(town)

    assert "⚠️ Неизвестно, дошло ли ваше сообщение." in mother.screen.text
    assert await town.endings() == {"unknown": 1, "delivered": 1}


async def test_at_night_a_message_waits_for_the_morning(
    town: Town, teacher: Person, mother: Person
) -> None:
    said = len(teacher.messages)
    town.clock.strikes("2026-11-20T23:00")
    await asks(town, mother)
    at_night = len(teacher.messages)
    town.clock.strikes("2026-11-21T07:00")
    await town.outbox_ticks()

    assert (at_night, len(teacher.messages)) == (said, said + 1)


async def test_who_is_no_guardian_any_more_reads_nothing(
    town: Town, teacher: Person, mother: Person
) -> None:
    await asks(town, mother)
    await answers(town, teacher, "Да, в среду")
    old = mother.screen
    await teacher.taps("Переписка")
    await teacher.taps("Ответить")
    await town.imports(a_school().change("users", "p1", agentSourcedIds="g2"))
    await teacher.sends("Ещё слово")
    refused = teacher.screen.text
    await mother.taps("Переписка", on=old)
    opened = mother.screen.text
    await mother.taps("Ответить", on=old)
    await mother.sends("/messages")

    assert refused.startswith("Написать здесь больше нельзя")
    assert opened.startswith("Этот экран вам не открыт")
    assert mother.screen.text == "💬 Сообщения\nПереписок пока нет."


async def test_a_right_that_ends_overnight_ends_the_message_and_its_writer_hears(
    town: Town, teacher: Person, mother: Person
) -> None:
    await asks(town, mother)
    town.clock.strikes("2026-11-20T23:00")
    await answers(town, teacher, "Тайна")
    await town.imports(a_school().change("users", "p1", agentSourcedIds="g2"))
    town.clock.strikes("2026-11-21T08:00")
    await town.outbox_ticks()
    await ticks(town)

    assert "Тайна" not in " ".join(one.text for one in mother.messages)
    assert (await town.endings())["expired: no-right"] == 1
    assert "⚠️ Ваше сообщение не доставлено" in teacher.screen.text


async def test_a_pupil_who_changed_class_has_other_teachers(
    town: Town, teacher: Person, mother: Person
) -> None:
    await asks(town, mother)
    await answers(town, teacher, "Да")
    moved = a_school()
    for one in ("e-p1", "e-p1-7a-alg", "e-p1-7a-rus"):
        moved = moved.drop("enrollments", one)
    await town.imports(moved)
    await mother.taps("Ответить")
    refused = mother.screen.text
    await mother.sends("/messages")
    await mother.taps("1")

    assert refused.startswith("Написать здесь больше нельзя")
    assert ASKED in mother.screen.text


async def test_a_teacher_who_left_reads_nothing_and_is_not_written_to(
    town: Town, teacher: Person, mother: Person
) -> None:
    await asks(town, mother)
    old = teacher.screen
    await town.imports(a_school().change("users", "t1", enabledUser="false"))
    await teacher.taps("Переписка", on=old)
    seen = teacher.screen.text
    await mother.sends("/messages")
    await mother.taps("1")
    await mother.taps("Ответить")

    assert ASKED not in seen
    assert mother.screen.text.startswith("Написать здесь больше нельзя")


async def test_too_long_a_text_is_refused_with_its_rest_and_nothing_goes(
    town: Town, teacher: Person, mother: Person
) -> None:
    await chooses_teacher(mother)
    await mother.sends("а" * 4096)
    refused = mother.screen.text
    await mother.sends("бббб")
    town.clock.moves(minutes=1)
    await mother.sends("Коротко")
    await town.outbox_ticks()

    assert refused.startswith("Слишком длинно: в одно сообщение входит 3500 знаков.")
    assert teacher.screen.text.endswith("алгебра\nКоротко")
    assert await town.endings() == {"delivered": 1}


async def test_a_sticker_is_declined_in_words_and_the_desk_stays(
    town: Town, teacher: Person, mother: Person
) -> None:
    await chooses_teacher(mother)
    await mother.sends_sticker()
    refused = mother.screen.text
    await mother.sends(ASKED)
    await town.outbox_ticks()

    assert refused.startswith("Сюда можно прислать текст, фото или документ.")
    assert teacher.screen.text.endswith(ASKED)


async def test_a_large_file_is_declined_in_words(
    town: Town, teacher: Person, mother: Person
) -> None:
    await chooses_teacher(mother)
    await mother.posts(
        document={
            "file_id": "large",
            "file_unique_id": "l",
            "file_name": "фильм.pdf",
            "mime_type": "application/pdf",
            "file_size": 50 * 1024 * 1024,
        }
    )

    assert mother.screen.text.startswith("Файл больше 20 МБ. Пришлите поменьше или фото.")


async def test_a_photo_goes_at_once_and_its_words_can_be_changed(
    town: Town, teacher: Person, mother: Person
) -> None:
    await chooses_teacher(mother)
    await mother.sends_photo(b"GIF89a" + b"\1\0\1\0" + b"x" * 40, caption="Справка")
    await town.outbox_ticks()

    assert teacher.screen.photo is not None
    assert teacher.screen.text == "💬 Лугова Ева · Лугова Яна · алгебра\nСправка"


async def test_an_album_is_gathered_and_goes_as_one_message(
    town: Town, teacher: Person, mother: Person
) -> None:
    await chooses_teacher(mother)
    for number in range(3):
        await mother.posts(
            photo=[
                {"file_id": _photo(town, number), "file_unique_id": "u", "width": 9, "height": 9}
            ],
            media_group_id="77",
            caption=f"Лист {number}",
        )
    asked = [one.text for one in mother.messages if "альбом" in one.text]
    await mother.taps("Отправить")
    await town.outbox_ticks()
    told, before = teacher.screen, len(teacher.messages)
    await teacher.taps("Файлы: 3")

    assert len(asked) == 1
    assert told.text.endswith("алгебра\nЛист 0")
    pictures = [one for one in teacher.messages[before:] if one.photo]
    assert [one.text for one in pictures] == ["Лист 0", "Лист 1", "Лист 2"]


def _photo(town: Town, number: int) -> str:
    upload = UploadedFile(b"GIF89a" + b"\1\0\1\0" + bytes([number]) * 40, "a.jpg", "image/jpeg")
    return town.telegram.world.files.keep(upload, "photo").file_id


async def test_an_asker_who_writes_too_often_waits(
    town: Town, teacher: Person, mother: Person
) -> None:
    for number in range(20):
        await asks(town, mother, f"{number}")
    await asks(town, mother, "ещё")
    refused = mother.screen.text
    town.clock.moves(minutes=61)
    await asks(town, mother, "потом")

    assert refused.startswith("За час отправлено слишком много сообщений. Подождите 60 минут")
    assert teacher.screen.text.endswith("потом")


async def test_an_old_button_of_another_draft_sends_nothing(
    town: Town, teacher: Person, mother: Person
) -> None:
    await chooses_teacher(mother)
    picture = [{"file_id": _photo(town, 1), "file_unique_id": "u", "width": 9, "height": 9}]
    await mother.posts(photo=picture, media_group_id="77")
    old = mother.screen
    town.clock.moves(minutes=1)
    await chooses_teacher(mother)
    await mother.taps("Отправить", on=old)

    assert mother.toast.startswith("Эта кнопка")
    assert await town.ledger() == []


async def test_a_name_and_words_that_look_like_markup_are_shown_as_they_are(
    town: Town, teacher: Person
) -> None:
    father = await town.comes_in("g3")
    await father.sends("/messages")
    await father.taps("Написать")
    await father.taps("Лев, 7А")
    await father.taps("2")
    await father.sends("<b>Так</b> & =1+1")
    await town.outbox_ticks()

    assert teacher.screen.text == (
        "💬 О'Нил <b>&amp;</b> · О'Нил Лев · алгебра\n<b>Так</b> & =1+1"
    )


def with_heads() -> Files:
    """Return the school with a head, who is x1, and a deputy, who is t2."""
    school = a_school()
    for person, role in (("x1", "principal"), ("t2", "ext:deputyHead")):
        school = school.add(
            "roles",
            sourcedId=f"r-{person}-office",
            userSourcedId=person,
            roleType="secondary",
            role=role,
            orgSourcedId="s",
        )
    return school


@ON_BOTH
async def test_a_parent_writes_to_the_administration_and_it_stays_one_thread(
    town: Town, mother: Person
) -> None:
    await town.imports(with_heads())
    head, deputy = await town.comes_in("x1"), await town.comes_in("t2")
    await mother.sends("/messages")
    await mother.taps("Написать")
    await mother.taps("Яна, 7А")
    offered = mother.screen.text
    await mother.taps(number_of("администрация", offered))
    await mother.sends(ASKED)
    await town.outbox_ticks()
    asked = head.screen.text
    await head.taps("Переписка")
    await head.taps("Передать")
    await head.taps(number_of("Полевой", head.screen.text))
    await town.outbox_ticks()
    await mother.sends("/messages")
    await mother.taps("Написать")
    await mother.taps("Яна, 7А")
    again = mother.screen.text
    await mother.taps(number_of("администрация", again))
    await mother.sends("И ещё вопрос")
    await town.outbox_ticks()

    assert "администрация школы, Ольга Дальняя" in offered
    assert asked == f"💬 Лугова Ева · Лугова Яна\n{ASKED}"
    assert "администрация школы, Юрий Полевой" in again
    assert deputy.screen.text == "💬 Лугова Ева · Лугова Яна\nИ ещё вопрос"


async def test_a_pupil_writes_to_the_administration_about_the_own_matter(town: Town) -> None:
    await town.imports(with_heads())
    head, pupil = await town.comes_in("x1"), await town.comes_in("p1")
    await pupil.sends("/messages")
    await pupil.taps("Написать")
    await pupil.taps("Яна, 7А")
    await pupil.taps(number_of("администрация", pupil.screen.text))
    await pupil.sends("Можно взять справку?")
    await town.outbox_ticks()
    await answers(town, head, "Да, после уроков")

    assert pupil.screen.text == "💬 Ольга Дальняя\nДа, после уроков"


async def test_without_an_administration_nobody_is_offered_for_it(
    town: Town, teacher: Person, mother: Person
) -> None:
    await chooses_teacher(mother)

    assert "администрация" not in "".join(one.text for one in mother.messages)


@ON_BOTH
async def test_teachers_write_to_each_other_in_one_thread_and_to_the_head(
    town: Town, teacher: Person
) -> None:
    await town.imports(with_heads())
    other, head = await town.comes_in("t2"), await town.comes_in("x1")
    await writes_to(teacher, "Полевой", "Замените меня в среду?")
    await town.outbox_ticks()
    asked = other.screen.text
    await writes_to(other, "Грачёва", "Заменю")
    await town.outbox_ticks()
    answered = teacher.screen.text
    await teacher.sends("/messages")
    listed = teacher.screen.text
    await writes_to(teacher, "Дальняя", "Прошу отпуск")
    await town.outbox_ticks()

    assert asked == "💬 Нина Грачёва\nЗамените меня в среду?"
    assert answered == "💬 Юрий Полевой\nЗаменю"
    assert listed.count("Полевой") == 1
    assert head.screen.text == "💬 Нина Грачёва\nПрошу отпуск"


async def test_a_parent_is_shown_no_staff(town: Town, mother: Person) -> None:
    await mother.sends("/messages")
    await mother.taps("Написать")
    opened = OpenStaff(school=SchoolId(1)).pack()
    town.telegram.people.taps(TOKEN, mother.id, mother.screen.id, opened)
    await mother.waits()

    assert "Сотрудники" not in mother.screen.buttons
    assert mother.toast.startswith("Этот экран вам не открыт.")


async def writes_to(person: Person, name: str, words: str) -> None:
    await person.sends("/messages")
    await person.taps("Написать")
    await person.taps("Сотрудники")
    await person.taps(number_of(name, person.screen.text))
    await person.sends(words)


def number_of(name: str, text: str) -> str:
    return next(one.split(".")[0] for one in text.splitlines() if name in one)
