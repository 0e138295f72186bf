"""What a person sees and does in a chat on the page, in a real browser."""

import re

import pytest
from playwright.async_api import expect

from tests.sandbox.page.scene import DOT, PARENT, PUPIL, TOKEN, Scene, keyboard, phone

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_two_persons_stand_side_by_side(scene: Scene) -> None:
    page = await scene.page()

    left = await phone(page, PARENT).bounding_box()
    right = await phone(page, PUPIL).bounding_box()

    assert left is not None
    assert right is not None
    assert left["width"] == right["width"] == 390
    assert left["x"] + left["width"] <= right["x"]
    assert left["y"] == right["y"]


async def test_a_message_of_the_bot_appears_by_itself_with_its_buttons(scene: Scene) -> None:
    page = await scene.page()

    scene.bot_says("Отметка 5", reply_markup=keyboard(["Предмет", "Все отметки"], ["Назад"]))

    last = phone(page).locator(".message").last
    await expect(last.locator(".words")).to_have_text("Отметка 5")
    assert await last.locator(".buttons").count() == 2
    assert await last.get_by_role("button", name="Все отметки").is_visible()
    await expect(phone(page, PUPIL).locator(".message")).to_have_count(0)


async def test_a_tap_turns_a_spinner_until_the_bot_answers_and_edits(scene: Scene) -> None:
    number = scene.bot_says("Неделя 1", reply_markup=keyboard(["Дальше"]))
    page = await scene.page()
    button = phone(page).get_by_role("button", name=re.compile("Дальше"))

    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    [query] = scene.updates("callback_query")
    scene.bot("answerCallbackQuery", callback_query_id=query["id"], text="Готово")
    scene.bot(
        "editMessageText",
        chat_id=PARENT,
        message_id=number,
        text="Неделя 2",
        reply_markup=keyboard(["Дальше"]),
    )

    message = phone(page).locator(f"[data-message='{number}']")
    await expect(message.locator(".words")).to_have_text("Неделя 2")
    await expect(message.locator(".edited")).to_have_text("изменено")
    await expect(button).not_to_have_attribute("aria-busy", "true")
    await expect(phone(page).locator(".toast")).to_have_text("Готово")
    await expect(button).to_be_focused()


async def test_an_alert_waits_until_it_is_read(scene: Scene) -> None:
    scene.bot_says("Меню", reply_markup=keyboard(["Правила"]))
    page = await scene.page()
    await phone(page).get_by_role("button", name="Правила").click()
    await expect(phone(page).locator("[aria-busy=true]")).to_be_visible()
    [query] = scene.updates("callback_query")

    scene.bot("answerCallbackQuery", callback_query_id=query["id"], text="п. 4", show_alert=True)

    await expect(page.get_by_role("alertdialog")).to_contain_text("п. 4")
    await page.get_by_role("button", name="Понятно").click()
    await expect(page.get_by_role("alertdialog")).to_have_count(0)


async def test_enter_sends_and_shift_enter_begins_a_line(scene: Scene) -> None:
    page = await scene.page()
    field = phone(page).get_by_role("textbox")

    await field.press_sequentially("первая")
    await field.press("Shift+Enter")
    await field.press_sequentially("вторая")
    await field.press("Enter")

    await expect(phone(page).locator(".own .words").last).to_have_text("первая\nвторая")
    await expect(field).to_have_value("")
    assert scene.updates("message")[-1]["text"] == "первая\nвторая"


async def test_a_new_chat_is_begun_with_start(scene: Scene) -> None:
    page = await scene.page()
    chat = phone(page, PUPIL)
    await expect(chat.locator(".empty")).to_contain_text("Здесь пока нет сообщений")

    await chat.get_by_role("button", name="Старт").click()

    await expect(chat.locator(".own .words")).to_have_text("/start")
    await expect(chat.get_by_role("textbox")).to_be_focused()


async def test_a_link_with_a_code_starts_the_chat_with_it(scene: Scene) -> None:
    page = await scene.page()
    await phone(page, PUPIL).get_by_role("button", name="Действия с ботом: Илья").click()
    await page.get_by_role("menuitem", name="Начать по коду или ссылке").click()

    await page.get_by_role("textbox", name="Код или ссылка").fill("t.me/zvonok_bot?start=7A-99")
    await page.keyboard.press("Enter")

    await expect(phone(page, PUPIL).locator(".own .words")).to_have_text("/start 7A-99")


async def test_names_and_texts_appear_letter_by_letter(scene: Scene) -> None:
    nasty = "<b>&amp;</b><script>window.hacked=1</script>"
    scene.telegram.people.add(PUPIL, nasty)
    scene.telegram.people.sends(TOKEN, PUPIL, nasty)
    scene.bot_says(nasty, to=PUPIL, reply_markup=keyboard(["<i>нет</i>"]))

    page = await scene.page()

    column = phone(page, PUPIL)
    await expect(column.locator("h2")).to_have_text(nasty)
    await expect(column.locator(".words")).to_have_text([nasty, nasty])
    await expect(column.get_by_role("button", name="<i>нет</i>")).to_be_visible()
    assert await page.evaluate("window.hacked") is None


async def test_entities_look_as_on_a_phone(scene: Scene) -> None:
    html = (
        "🎒 <b>жирный <i>и курсив</i></b> <code>код</code> <tg-spoiler>тайна</tg-spoiler>"
        " <a href='https://example.org/'>ссылка</a><pre>строка</pre><blockquote>цитата</blockquote>"
    )
    scene.bot_says(html, parse_mode="HTML")

    page = await scene.page()

    words = phone(page).locator(".words").last
    await expect(words.locator("b")).to_have_text("жирный и курсив")
    await expect(words.locator("b i")).to_have_text("и курсив")
    await expect(words.locator("pre")).to_have_text("строка")
    await expect(words.locator("blockquote")).to_have_text("цитата")
    await expect(words.get_by_role("link")).to_have_attribute("href", "https://example.org/")
    await words.get_by_role("button", name=re.compile("Скрытый текст")).click()
    await expect(words.get_by_text("тайна")).to_be_visible()


async def test_a_picture_is_shown_and_opens(scene: Scene) -> None:
    scene.bot_shows(DOT, caption="Прогноз")
    page = await scene.page()
    picture = phone(page).get_by_role("img", name="Прогноз")

    await picture.click()

    assert await picture.evaluate("image => image.naturalWidth") == 1
    await expect(page.get_by_role("dialog", name="Прогноз")).to_be_visible()


async def test_a_person_sends_a_file(scene: Scene) -> None:
    page = await scene.page()
    content = {"name": "справка.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}

    await phone(page).locator("input[data-kind=document]").set_input_files(content)

    await expect(phone(page).locator(".own .file b")).to_have_text("справка.pdf")
    assert scene.updates("message")[-1]["document"]["file_name"] == "справка.pdf"


async def test_the_bots_commands_come_up_with_a_slash(scene: Scene) -> None:
    commands = [
        {"command": "diary", "description": "Дневник"},
        {"command": "help", "description": "Помощь"},
    ]
    scene.bot("setMyCommands", commands=commands)
    page = await scene.page()

    await phone(page).get_by_role("textbox").press_sequentially("/h")
    await expect(phone(page).get_by_role("option")).to_have_text(["/helpПомощь"])
    await page.keyboard.press("Enter")

    await expect(phone(page).locator(".own .words").last).to_have_text("/help")


async def test_arrow_up_changes_the_last_own_words(scene: Scene) -> None:
    scene.telegram.people.sends(TOKEN, PARENT, "опечтка")
    page = await scene.page()
    field = phone(page).get_by_role("textbox")

    await field.press("ArrowUp")
    await field.fill("опечатка")
    await field.press("Enter")

    await expect(phone(page).locator(".own .words").last).to_have_text("опечатка")
    assert scene.updates("edited_message")[-1]["text"] == "опечатка"


async def test_a_blocked_bot_is_unblocked_before_writing(scene: Scene) -> None:
    page = await scene.page()
    await phone(page).get_by_role("button", name="Действия с ботом: Ольга Петровна").click()
    await page.get_by_role("menuitem", name="Заблокировать бота").click()
    await expect(phone(page).get_by_role("textbox")).to_have_count(0)

    await phone(page).get_by_role("button", name="Разблокировать бота").click()

    await expect(phone(page).get_by_role("textbox")).to_be_visible()
    assert not scene.telegram.chat(TOKEN, PARENT).blocked


async def test_the_bot_is_seen_typing_until_it_speaks(scene: Scene) -> None:
    page = await scene.page()
    status = phone(page).locator(".status")

    scene.bot("sendChatAction", chat_id=PARENT, action="typing")
    await expect(status).to_have_text("печатает")
    scene.bot_says("Вот")

    await expect(status).to_have_text("бот")


async def test_a_deleted_message_is_gone(scene: Scene) -> None:
    number = scene.bot_says("ненадолго")
    page = await scene.page()

    scene.bot("deleteMessage", chat_id=PARENT, message_id=number)

    await expect(phone(page).get_by_text("ненадолго")).to_have_count(0)
