"""Coming in: with a code, by a link, and all the ways in which a stranger stays outside."""

from datetime import timedelta

import pytest

from bot.callbacks.diary import OpenWeek
from bot.callbacks.places import OpenMenu
from tests.handlers.chat import Chat, Town
from tests.screens.views import EN, RU, read

OUTSIDE = str(RU.say("stranger"))


async def test_a_code_shows_at_once_each_child_with_its_class(town: Town) -> None:
    screen = await town.stranger().sends(await town.code_for(town.mother))

    assert {"• Маша, 7А", "• Петя, 5Б"} <= set(read(screen))


async def test_a_link_with_a_code_lets_in(town: Town) -> None:
    screen = await town.stranger().sends(f"/start {await town.code_for(town.mother)}")

    assert "• Маша, 7А" in read(screen)


async def test_a_code_in_small_letters_with_spaces_lets_in(town: Town) -> None:
    code = await town.code_for(town.mother)

    screen = await town.stranger().sends(f" {code.lower().replace('-', ' ')} ")

    assert "• Маша, 7А" in read(screen)


async def test_somebody_known_may_bring_one_more_code(town: Town, father: Chat) -> None:
    await father.sends(await town.code_for(town.leader))

    screen = await father.sends("/start")

    assert "Класс 7А" in [one.label for row in screen.buttons for one in row]


async def test_a_code_opens_once(town: Town) -> None:
    code = await town.code_for(town.mother)
    await town.stranger().sends(code)

    screen = await town.stranger().sends(code)

    assert read(screen)[0].startswith("Этот код уже использован")


async def test_a_code_grows_old(town: Town) -> None:
    code = await town.code_for(town.mother)
    town.clock.at += timedelta(days=31)

    screen = await town.stranger().sends(code)

    assert read(screen)[0].startswith("Срок этого кода прошёл")


async def test_who_guesses_waits_and_is_told_how_long(town: Town) -> None:
    chat = town.stranger()
    for _ in range(5):
        await chat.sends("ABCD-EFGH-2345")

    screen = await chat.sends(await town.code_for(town.mother))

    assert "Подождите 10 минут" in screen.text


async def test_a_wrong_code_in_a_link_is_told_kindly(town: Town) -> None:
    screen = await town.stranger().sends("/start nothing")

    assert read(screen)[0].startswith("Такой код не подошёл")


SAID = ["/start", "/menu", "/diary", "/class", "/settings", "/cancel", "Здравствуйте", "я" * 4096]


@pytest.mark.parametrize("text", SAID)
async def test_whatever_a_stranger_says_the_way_in_is_told(town: Town, text: str) -> None:
    assert (await town.stranger().sends(text)).text.startswith(OUTSIDE)


POSTED = [
    {"sticker": {
        "file_id": "1", "file_unique_id": "1", "type": "regular", "width": 1, "height": 1,
        "is_animated": False, "is_video": False,
    }},
    {"contact": {"phone_number": "+70000000000", "first_name": "Анна"}},
    {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]},
]  # fmt: skip


@pytest.mark.parametrize("content", POSTED)
async def test_whatever_a_stranger_sends_the_way_in_is_told(
    town: Town, content: dict[str, object]
) -> None:
    assert (await town.stranger().posts(**content)).text.startswith(OUTSIDE)


async def test_a_stranger_who_taps_learns_nothing_of_a_child(town: Town) -> None:
    chat = town.stranger()

    real = await chat.taps(OpenWeek(pupil=town.masha))
    made_up = await chat.taps_raw("week1:999:0:0")
    old = await chat.taps_raw("long-gone")
    menu = await chat.taps(OpenMenu(pupil=town.masha))

    assert real == made_up == old == menu
    assert real.text.startswith(OUTSIDE)
    assert real.alert


@pytest.mark.parametrize("command", ["/help", "/privacy"])
async def test_a_stranger_may_ask_for_help_and_what_is_kept(town: Town, command: str) -> None:
    screen = await town.stranger().sends(command)

    assert len(read(screen)) >= 3


async def test_a_stranger_who_speaks_english_is_answered_in_english(town: Town) -> None:
    screen = await town.stranger("en").sends("Hello")

    assert screen.text.startswith(EN.say("stranger"))


async def test_a_code_that_was_put_right_by_an_edit_must_be_sent_anew(town: Town) -> None:
    screen = await town.stranger().edits(await town.code_for(town.mother))

    assert screen.text == RU.say("edited")
