"""A person in a test sees what a phone would show, and notices what a bot forgets."""

from collections.abc import Awaitable, Callable

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.filters import Command
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from sandbox.engine import Telegram, Wire
from sandbox.in_process import Person, SandboxSession, deliver_to
from tests.sandbox.builders import MARIA, TOKEN, a_png, a_telegram


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    buttons = [[InlineKeyboardButton(text=label, callback_data=label)] for label in labels]
    return InlineKeyboardMarkup(inline_keyboard=buttons)


def a_bot_of_a_school() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(Command("start"))
    async def start(message: Message) -> None:
        markup = keyboard("Дневник", "Забыть", "Вдвоём", "Вдвоём")
        await message.answer("Здравствуйте", reply_markup=markup)

    @dispatcher.callback_query(F.data == "Дневник")
    async def diary(query: CallbackQuery) -> None:
        await query.answer("Готово")
        assert isinstance(query.message, Message)
        await query.message.edit_text("Дневник пуст")

    @dispatcher.callback_query(F.data == "Забыть")
    async def forget(_: CallbackQuery) -> None:
        pass

    @dispatcher.message(F.photo)
    async def photo(message: Message, bot: Bot) -> None:
        assert message.photo
        content = await bot.download(message.photo[-1])
        assert content is not None
        back = BufferedInputFile(content.read(), "back.png")
        await message.answer_photo(back, caption="Ваше фото")
        await message.answer_media_group(
            [InputMediaPhoto(media=BufferedInputFile(a_png(), "a.png")) for _ in "ab"]
        )

    return dispatcher


@pytest.fixture
def telegram() -> Telegram:
    return a_telegram()


@pytest.fixture
def deliver(telegram: Telegram) -> Callable[[list[Wire]], Awaitable[None]]:
    bot = Bot(TOKEN, session=SandboxSession(telegram))
    return deliver_to(a_bot_of_a_school(), bot)


@pytest.fixture
def maria(telegram: Telegram, deliver: Callable[[list[Wire]], Awaitable[None]]) -> Person:
    return Person(telegram, deliver, MARIA)


async def test_a_tap_changes_the_screen_and_is_answered(maria: Person) -> None:
    await maria.sends("/start")

    await maria.taps("Дневник")

    assert (maria.screen.text, maria.screen.buttons) == ("Дневник пуст", [])
    assert maria.toast == "Готово"


async def test_an_old_screen_keeps_its_buttons(maria: Person) -> None:
    await maria.sends("/start")
    old = maria.screen
    await maria.taps("Дневник")

    with pytest.raises(Exception, match="message is not modified"):
        await maria.taps("Дневник", on=old)


@pytest.mark.parametrize(
    ("label", "complaint"),
    [
        ("Отметки", "no buttons 'Отметки' among .*'Дневник'"),
        ("Вдвоём", "2 buttons 'Вдвоём' among"),
        ("Забыть", "the spinner of 'Забыть' turns for ever"),
    ],
)
async def test_a_person_complains(maria: Person, label: str, complaint: str) -> None:
    await maria.sends("/start")

    with pytest.raises(AssertionError, match=complaint):
        await maria.taps(label)


async def test_an_update_that_nobody_takes_fails(maria: Person) -> None:
    with pytest.raises(AssertionError, match="nobody handled this message"):
        await maria.sends("что-то")


async def test_kinds_that_may_pass_unheard_are_named(telegram: Telegram) -> None:
    bot = Bot(TOKEN, session=SandboxSession(telegram))
    deliver = deliver_to(Dispatcher(), bot, unhandled=["my_chat_member"])
    maria = Person(telegram, deliver, MARIA)

    await maria.blocks()
    await maria.unblocks()

    assert telegram.chat(TOKEN, MARIA).blocked is False


async def test_pictures_go_up_and_down(maria: Person) -> None:
    await maria.sends_photo(a_png(9, 9))

    first, *album = maria.messages
    assert first.text == "Ваше фото"
    assert first.photo is not None
    assert first.photo.content == a_png(9, 9)
    assert [message.photo is not None for message in album] == [True, True]


async def test_other_things_are_sent_too(telegram: Telegram) -> None:
    heard: list[str] = []

    async def deliver(raw: list[Wire]) -> None:
        heard.extend(list(update)[1] for update in raw)

    maria = Person(telegram, deliver, MARIA)
    await maria.starts("AB")
    await maria.sends_document(b"x", "y.txt")
    await maria.sends_sticker()
    await maria.sends_contact("+70000000000")
    await maria.posts(location={"latitude": 44.9, "longitude": 34.1})
    await maria.sends("опечтка")
    await maria.edits("опечатка")

    assert heard == ["message"] * 6 + ["edited_message"]
