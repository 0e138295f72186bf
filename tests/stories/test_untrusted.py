"""Old buttons, other people's buttons, and whatever else a phone can send."""

from dataclasses import replace

import pytest

from sandbox.in_process import Person, Screen
from tests.stories.bundle import LONG, a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import TOKEN, Town

OLD = "Эта кнопка устарела. Ниже то, что открыть можно."
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(8) + (1).to_bytes(4, "big") * 2
CLOSED = "Этот экран вам не открыт. Ниже то, что открыть можно."


def with_button(screen: Screen, data: str) -> Screen:
    return replace(screen, rows=[[{"text": "Кнопка", "callback_data": data}]])


async def taps_button(person: Person, data: str) -> None:
    """Tap a button of the last message that carries what the test says."""
    await person.taps("Кнопка", on=with_button(person.screen, data))


async def test_a_button_from_a_month_ago_still_opens_what_it_says(town: Town) -> None:
    pupil = await town.comes_in("p1")
    await pupil.sends("/diary")
    old = pupil.screen

    town.clock.moves(days=31)
    await pupil.taps("пн 16", on=old)

    assert pupil.screen.text.startswith("Дневник, пн, 16 ноября")


@pytest.mark.parametrize(
    "data", ["diary0:17", "week1:не число:0", "week1", "week1:1:99999999:0", "?", "week1:-5:0:0"]
)
async def test_a_button_whose_meaning_is_gone_is_answered_kindly(town: Town, data: str) -> None:
    pupil = await town.comes_in("p1")

    await taps_button(pupil, data)

    assert pupil.screen.text.startswith(OLD)
    assert pupil.toast == OLD
    assert "Дневник" in pupil.screen.buttons


@ON_BOTH
async def test_a_button_of_another_familys_child_opens_and_tells_nothing(
    town: Town,
) -> None:
    mother, stranger_to_her = await town.comes_in("g1"), await town.comes_in("g3")
    await stranger_to_her.sends("/diary")
    foreign = stranger_to_her.screen.data_of("пн 16")

    await taps_button(mother, foreign)

    assert mother.screen.text.startswith(CLOSED)
    assert "Лев" not in "".join(one.text for one in mother.messages)


async def test_every_place_of_another_familys_child_is_closed(town: Town) -> None:
    mother, guardian = await town.comes_in("g1"), await town.comes_in("g3")
    await guardian.sends("/start")
    places = [guardian.screen.data_of(one) for one in ("Дневник", "Отметки", "Задания")]
    places += [guardian.screen.data_of(one) for one in ("Расписание", "Пропуски")]

    for data in places:
        await mother.sends("/start")
        await taps_button(mother, data)

        assert mother.screen.text.startswith(CLOSED)


async def test_a_class_list_of_another_class_is_closed(town: Town) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    its_button = teacher.screen.data_of("Класс 7А")

    await taps_button(mother, its_button)

    assert mother.screen.text.startswith(CLOSED)


async def test_a_child_that_left_the_family_is_closed_to_old_buttons(
    town: Town,
) -> None:
    guardian = await town.comes_in("g3")
    await guardian.sends("/diary")
    old = guardian.screen

    await town.imports(a_school().change("users", "p2", agentSourcedIds=""))
    await guardian.taps("пн 16", on=old)

    assert guardian.screen.text.startswith(CLOSED)


async def test_a_stranger_who_taps_is_told_how_to_come_in(town: Town) -> None:
    stranger, pupil = town.somebody(), await town.comes_in("p1")
    await pupil.sends("/diary")
    await stranger.starts()

    await taps_button(stranger, pupil.screen.data_of("пн 16"))

    assert stranger.screen.text.startswith("Это бот школы.")
    assert stranger.toast.startswith("Это бот школы.")


async def test_a_tap_on_a_message_that_is_no_more_opens_a_new_one(town: Town) -> None:
    pupil = await town.comes_in("p1")
    await pupil.sends("/diary")
    old = pupil.screen
    del town.telegram.chat(TOKEN, pupil.id).messages[old.id]

    await pupil.taps("пн 16", on=old)

    assert pupil.screen.text.startswith("Дневник, пн, 16 ноября")
    assert pupil.screen.id != old.id


async def test_unknown_words_get_a_helpful_sentence_and_the_menu(town: Town) -> None:
    pupil = await town.comes_in("p1")

    await pupil.sends("Какие сегодня уроки?")

    assert pupil.screen.text.startswith("Бот понимает кнопки и команды")
    assert "Дневник" in pupil.screen.buttons


async def test_an_unknown_command_leads_to_the_list_of_commands(town: Town) -> None:
    pupil = await town.comes_in("p1")

    await pupil.sends("/dnevnik")

    assert pupil.screen.text.startswith("Такой команды нет. Список команд: /help.")


async def test_a_message_of_4096_characters_is_answered_in_a_sentence(town: Town) -> None:
    pupil = await town.comes_in("p1")

    await pupil.sends("я" * 4096)

    assert pupil.screen.text.startswith("Сообщение слишком длинное")


async def test_a_stranger_may_send_4096_characters_too(town: Town) -> None:
    stranger = town.somebody()

    await stranger.sends("2" * 4096)

    assert stranger.screen.text.startswith("Это бот школы.")


async def test_stickers_photos_and_files_are_declined(town: Town) -> None:
    pupil = await town.comes_in("p1")
    answers = []

    await pupil.sends_sticker()
    answers.append(pupil.screen.text)
    await pupil.sends_photo(PICTURE, caption="Справка от врача")
    answers.append(pupil.screen.text)
    await pupil.sends_document(b"1", "отметки.xlsx")
    answers.append(pupil.screen.text)

    assert all("они никому не переданы" in answer for answer in answers)


async def test_a_photo_from_a_stranger_is_answered_as_a_stranger(town: Town) -> None:
    stranger = town.somebody()

    await stranger.sends_photo(PICTURE)

    assert stranger.screen.text.startswith("Это бот школы.")


async def test_a_phone_number_is_not_kept(town: Town) -> None:
    pupil = await town.comes_in("p1")

    await pupil.sends_contact("+70000000000")

    assert pupil.screen.text.startswith("Номер телефона боту не нужен")


async def test_an_edited_message_is_not_read(town: Town) -> None:
    stranger, code = town.somebody(), await town.code_of("g1")
    await stranger.sends("ABCD-EFGH-2345")

    await stranger.edits(code)
    edited = stranger.screen.text
    await stranger.sends(code)

    assert edited.startswith("Правки бот не читает. Пришлите сообщение заново.")
    assert stranger.screen.text.startswith("Вход открыт")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"location": {"latitude": 1.5, "longitude": 2.5}}, id="a place"),
        pytest.param({"dice": {"emoji": "🎲", "value": 4}}, id="a die"),
        pytest.param({"text": "\u202e\x00 <b>&amp;</b> 😀"}, id="odd letters"),
    ],
)
async def test_any_other_message_is_answered(town: Town, body: dict[str, object]) -> None:
    pupil = await town.comes_in("p1")
    before = len(pupil.messages)

    await pupil.posts(**body)

    assert len(pupil.messages) == before + 1


async def test_a_name_that_looks_like_markup_is_shown_as_it_is_written(town: Town) -> None:
    guardian = await town.comes_in("g3")

    assert guardian.screen.text.startswith("Вход открыт: О'Нил <b>&amp;</b>, ")


async def test_long_names_and_emoji_stand_in_the_class_list(town: Town) -> None:
    teacher = await town.comes_in("t1")

    await teacher.sends("/class")

    assert f"Котова 🐱 {LONG}" in teacher.screen.text
    assert "3. О'Нил Лев" in teacher.screen.text


async def test_a_group_is_not_spoken_to(town: Town) -> None:
    pupil = await town.comes_in("p1")
    town.telegram.people.add_group(TOKEN, -5, "Родители 7А", [pupil.id])
    before = len(pupil.messages)

    town.telegram.people.sends(TOKEN, pupil.id, "/diary", chat_id=-5)
    await pupil.waits()

    assert [one for one in town.telegram.chat(TOKEN, -5).history() if one.from_bot] == []
    assert len(pupil.messages) == before


async def test_an_update_of_no_known_shape_holds_up_nobody(
    town: Town,
) -> None:
    pupil = await town.comes_in("p1")
    town.telegram.inject(TOKEN, {"message": {"from": {"id": pupil.id}, "surprise": True}})

    await pupil.sends("/start")

    assert pupil.screen.text == "Что показать?"


async def test_the_same_update_twice_is_answered_once(town: Town) -> None:
    pupil = await town.comes_in("p1")
    before = len(pupil.messages)
    town.telegram.people.sends(TOKEN, pupil.id, "/start")
    (wire,) = pupil._updates()

    await town._deliver([wire])
    await town._deliver([wire])

    assert len(pupil.messages) == before + 1
