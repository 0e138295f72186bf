"""The page around the chats: width, themes, keyboard, the stage, trouble with the line."""

from pathlib import Path

import pytest
from aiohttp import ClientSession, WSMsgType, WSServerHandshakeError
from playwright.async_api import expect

from sandbox.engine import UploadedFile
from tests.sandbox.page.scene import DOT, PARENT, PHONE, PUPIL, TOKEN, Scene, keyboard, phone

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_narrow_screen_shows_one_phone_at_a_time_with_tabs(played: Scene) -> None:
    page = await played.page(PHONE)
    await expect(phone(page, PUPIL)).to_be_hidden()

    await page.get_by_role("tab", name="Илья").click()

    await expect(phone(page, PUPIL)).to_be_visible()
    await expect(phone(page, PARENT)).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390


async def test_an_unseen_message_is_counted_on_its_tab(played: Scene) -> None:
    page = await played.page(PHONE)
    await page.get_by_role("tab", name="Илья").click()

    played.bot_says("раз")
    played.bot_says("два")

    await expect(page.get_by_role("tab", name="Ольга").locator(".badge")).to_have_text("2")
    await expect(page).to_have_title("(2) Звонок · Песочница")
    await page.get_by_role("tab", name="Ольга").click()
    await expect(page.get_by_role("tab", name="Ольга").locator(".badge")).to_be_hidden()


async def test_everything_is_reached_by_keyboard(scene: Scene) -> None:
    scene.bot_says("Меню", reply_markup=keyboard(["Дневник"]))
    page = await scene.page()
    field = phone(page).get_by_role("textbox")
    walked = []

    for _ in range(40):
        await page.keyboard.press("Tab")
        walked.append(await page.evaluate("document.activeElement.textContent.trim()"))
        if await field.evaluate("field => field === document.activeElement"):
            break
    await page.keyboard.type("с клавиатуры")
    await page.keyboard.press("Enter")

    assert "Дневник" in walked
    outline = await field.evaluate("field => getComputedStyle(field).outlineStyle")
    assert outline == "solid"
    await expect(phone(page).locator(".own .words").last).to_have_text("с клавиатуры")


async def test_tabs_follow_the_arrows(played: Scene) -> None:
    page = await played.page(PHONE)

    await page.get_by_role("tab", name="Ольга").press("ArrowRight")

    await expect(page.get_by_role("tab", name="Илья")).to_be_focused()
    await expect(phone(page, PUPIL)).to_be_visible()


async def test_the_theme_follows_the_system_until_it_is_chosen(scene: Scene) -> None:
    page = await scene.page(color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = await page.evaluate(background)

    await page.get_by_role("button", name="Светлая тема").click()
    light = await page.evaluate(background)
    await page.reload()

    assert dark != light
    assert await page.evaluate(background) == light


async def test_the_days_buttons_make_things_happen(played: Scene) -> None:
    page = await played.page()
    await expect(page.locator(".clock")).to_contain_text("08:30:00")
    await expect(phone(page).locator(".owner p")).to_have_text("родитель")

    await page.get_by_role("button", name="Отметка").click()

    await expect(page.locator(".latest")).to_have_text("08:30 · Сыграно: mark")
    await expect(page.get_by_role("button", name="Готово: Отметка")).to_be_visible()


async def test_the_speed_of_the_day_is_set(played: Scene) -> None:
    page = await played.page()

    await page.get_by_role("button", name="Время идёт в 60\u00a0раз быстрее").click()

    button = page.get_by_role("button", name="Время идёт в 60\u00a0раз быстрее")
    await expect(button).to_have_attribute("aria-pressed", "true")
    assert played.stage is not None
    assert played.stage.speed == 60


async def test_without_a_stage_only_clock_and_people_remain(scene: Scene) -> None:
    page = await scene.page()
    await page.get_by_role("button", name="Люди").click()
    await page.get_by_role("menuitem", name="Добавить человека").click()

    await page.get_by_role("textbox", name="Имя и фамилия").fill("Анна Соколова")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("heading", name="Анна Соколова")).to_be_visible()
    await expect(page.locator(".speeds")).to_be_hidden()
    await expect(page.locator(".events")).to_be_hidden()


async def test_reading_history_is_not_disturbed_by_news(scene: Scene) -> None:
    for number in range(40):
        scene.bot_says(f"старое {number}")
    page = await scene.page()
    log = phone(page).locator(".scroll")
    await log.evaluate("log => log.scrollTo(0, 0)")
    await expect(phone(page).get_by_role("button", name="К последним")).to_be_visible()

    scene.bot_says("новое")

    await expect(phone(page).locator(".jump .badge")).to_have_text("1")
    assert await log.evaluate("log => log.scrollTop") == 0
    await phone(page).get_by_role("button", name="К последним").click()
    await expect(phone(page).get_by_text("новое")).to_be_in_viewport()


async def test_a_long_chat_begins_with_its_end_and_gives_more_on_request(scene: Scene) -> None:
    for number in range(250):
        scene.bot_says(f"сообщение {number}")
    page = await scene.page()
    await expect(phone(page).get_by_text("сообщение 249")).to_be_in_viewport()
    await expect(phone(page).locator(".message")).to_have_count(200)

    await phone(page).get_by_role("button", name="Показать более ранние").click()

    await expect(phone(page).locator(".message")).to_have_count(251)


async def test_a_lost_line_mends_itself_and_nothing_is_missing(scene: Scene) -> None:
    page = await scene.page()
    await scene.stop()
    await expect(page.get_by_text("Связь с песочницей потеряна")).to_be_visible()
    scene.bot_says("пока связи не было")

    await scene.serve()

    await expect(phone(page).get_by_text("пока связи не было")).to_be_visible(timeout=10_000)
    await expect(page.get_by_text("Связь с песочницей потеряна")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_words_stand_out_from_what_is_behind_them(played: Scene, scheme: str) -> None:
    played.bot_says(
        "Смотрите /help", disable_notification=True, reply_markup=keyboard(["Дневник"])
    )
    played.telegram.people.sends(TOKEN, PARENT, "Хорошо /help")
    page = await played.page(color_scheme=scheme)
    await phone(page).locator(".own .foot").last.wait_for()

    faint = await page.evaluate((Path(__file__).with_name("contrast.js")).read_text())

    assert faint == []


async def test_nothing_is_asked_of_another_address(played: Scene) -> None:
    played.bot_shows(DOT, caption="Прогноз")
    played.bot_says("https://example.org/", reply_markup=keyboard(["Дневник"]))

    page = await played.page()
    await phone(page).get_by_role("button", name="Дневник").click()

    own = played.address.removeprefix("http://")
    assert {url.split("://")[1].startswith(own) for url in played.requested} == {True}
    assert played.complaints == []


async def test_the_page_allows_scripts_of_its_own_only(scene: Scene) -> None:
    async with ClientSession() as session, session.get(scene.address) as answer:
        policy = answer.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


async def test_a_page_of_another_site_gets_no_line(scene: Scene) -> None:
    async with ClientSession(headers={"Origin": "https://example.org"}) as session:
        with pytest.raises(WSServerHandshakeError) as refused:
            await session.ws_connect(f"{scene.address}page/live")

    assert refused.value.status == 403


async def test_a_web_page_sent_as_a_file_stays_lifeless(scene: Scene) -> None:
    page = UploadedFile(b"<script>alert(1)</script>", "page.html", "text/html")
    kept = scene.telegram.people.sends_document(TOKEN, PARENT, page)
    address = f"{scene.address}page/file/{kept.wire['document']['file_id']}"

    async with ClientSession() as session, session.get(address) as answer:
        headers = answer.headers

    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "null",
        '{"do": 1}',
        '{"do": "text"}',
        '{"do": "tap", "person": 1, "message": 99}',
        '{"do": "text", "person": 1, "text": " "}',
        '{"do": "text", "person": 77, "text": "я"}',
    ],
)
async def test_a_senseless_line_is_refused_and_the_talk_goes_on(scene: Scene, line: str) -> None:
    async with (
        ClientSession() as session,
        session.ws_connect(f"{scene.address}page/live") as socket,
    ):
        await socket.send_str(line)

        kinds = []
        while "refused" not in kinds:
            message = await socket.receive(timeout=5)
            assert message.type is WSMsgType.TEXT
            kinds.append(message.json()["kind"])

    assert kinds[0] == "state"
