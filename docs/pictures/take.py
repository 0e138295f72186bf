"""Takes the pictures of README and manuals anew: plays the demo in a browser and looks at it.

python docs/pictures/take.py [NAME...]     # all of them, or those named

It needs Chromium, and `pdftoppm` for the pages of files.
"""

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from playwright.async_api import Error, Locator, Page, ViewportSize, async_playwright

from bot.demo import playing

HERE: Final = Path(__file__).parent
PARENT, PUPIL, TEACHER, ADMINISTRATOR, CONSULTANT = 1001, 1002, 1003, 1004, 1005
_CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_WIDE: Final = ViewportSize(width=1280, height=1000)
_TALL: Final = ViewportSize(width=1280, height=1500)
_PAGE_WIDTH: Final = 780
"""Pixels: a page on a phone that shows two for each."""
# A file is made by another process, which imports everything first.
_PATIENCE: Final = 90_000
_OURS: Final = 1.0
"""The play's time passes as ours does: what is to happen happens at its button."""
_STILL: Final = 0.7
"""Seconds without a change, after which a phone is looked at."""


@dataclass(frozen=True)
class Taps:
    """A person taps buttons, each on the last message that has it since the person wrote."""

    person: int
    labels: Sequence[str]


@dataclass(frozen=True)
class Writes:
    """A person writes."""

    person: int
    text: str


@dataclass(frozen=True)
class Happens:
    """A button above the phones is pressed, and the news arrives at a phone."""

    event: str
    person: int = PARENT


@dataclass(frozen=True)
class Shot:
    """A picture: of one phone, or of the whole page where `person` is None.

    `around`: it shows the last message that holds these words, though news may have come after.
    `tall`: of a phone high enough for a long message.
    """

    name: str
    person: int | None = PARENT
    around: str = ""
    tall: bool = False


@dataclass(frozen=True)
class Page1:
    """A picture of the first page of the last file that a person was sent."""

    name: str
    person: int


@dataclass(frozen=True)
class Hears:
    """A message to a person comes to hold a word."""

    person: int
    word: str


@dataclass(frozen=True)
class Plays:
    """A button above the phones is pressed, and what it does has been done."""

    event: str


@dataclass(frozen=True)
class Opens:
    """A phone that stood closed is opened."""

    name: str


Step = Taps | Writes | Happens | Shot | Page1 | Hears | Plays | Opens

_OF_RITA: Final = ("Дневник", "Рита, 5А", "Меню")

STORY: Final[Sequence[Step]] = (
    Writes(PARENT, "/start"),
    Taps(PARENT, ["Дневник", "Рита, 5А"]),
    Shot("phone-diary"),
    Taps(PARENT, ["Меню", "Отметки"]),
    Shot("phone-marks"),
    Happens("Отметка за контрольную"),
    Happens("Нет на уроке"),
    Shot("phone-news"),
    Taps(TEACHER, ["Класс 5А"]),
    Shot("demo-wide", None),
    Taps(PARENT, ["Знаю, болеет"]),
    Shot("parent-absence"),
    Writes(PARENT, "/start"),
    Taps(PARENT, [*_OF_RITA, "Пропуски", "Сообщить о пропуске"]),
    Shot("parent-announce"),
    Writes(PARENT, "/start"),
    Taps(PARENT, [*_OF_RITA, "Ещё"]),
    Taps(PARENT, ["Ознакомление"]),
    Shot("parent-review"),
    Writes(PARENT, "/start"),
    Taps(PARENT, [*_OF_RITA, "Ещё", "Прогноз", "1", "Что если…"]),
    Shot("parent-what-if"),
    Writes(PARENT, "/start"),
    Taps(PARENT, ["Настройки", "Новости и тихие часы"]),
    Shot("parent-settings"),
    Writes(PUPIL, "/start"),
    Taps(PUPIL, ["Расписание"]),
    Shot("pupil-timetable", PUPIL),
    Plays("Домашнее задание"),
    Taps(PUPIL, ["Меню", "Задания", "1"]),
    Shot("pupil-homework", PUPIL),
    Happens("Дальше: прогноз"),
    Shot("parent-forecast"),
    Taps(PARENT, ["Ознакомлен(а)"]),
    Happens("Дальше: итоги"),
    Hears(PARENT, "итоговые отметки"),
    Shot("parent-finals"),
)

_OF_CLASS: Final = ("Класс 5А", "Ещё")


def _to(*labels: str) -> tuple[Step, Step]:
    """Return how the class teacher goes to a place of the class."""
    return Writes(TEACHER, "/start"), Taps(TEACHER, [*_OF_CLASS, *labels])


MONTH: Final[Sequence[Step]] = (
    *_to(),
    Shot("leader-more", TEACHER),
    *_to("Семьи", "Вход и коды", "Коды на бумаге: 61 человек"),
    Page1("leader-slip", TEACHER),
    Plays("Семьи входят"),
    *_to("Семьи", "Вход и коды"),
    Shot("leader-roll", TEACHER),
    *_to("Рассылка"),
    Writes(TEACHER, "Собрание в четверг в 18:00, кабинет 12. Отметьте, пожалуйста, что прочли."),
    Taps(TEACHER, ["Ответ", "Ознакомиться", "До 26 ноября", "‹ К рассылке"]),
    Shot("leader-broadcast", TEACHER),
    Taps(TEACHER, ["Отправить"]),
    Hears(TEACHER, "Доставлено: 18"),
    Plays("Семьи отвечают"),
    Writes(TEACHER, "/broadcasts"),
    Taps(TEACHER, ["1"]),
    Shot("leader-card", TEACHER),
    Taps(TEACHER, ["Кто не ответил"]),
    Shot("leader-owing", TEACHER),
    *_to("Семьи", "Кто заходит"),
    Shot("leader-use", TEACHER),
    *_to("Семьи", "Печать для семей", "Собрать на сегодня"),
    Shot("leader-paper", TEACHER),
    *_to("Отчёты", "Сводная ведомость"),
    Shot("leader-report", TEACHER, "Сводная ведомость", tall=True),
    Opens("Юрий Полевой"),
    Writes(ADMINISTRATOR, "/start"),
    Taps(ADMINISTRATOR, ["Классы школы"]),
    Shot("admin-school", ADMINISTRATOR),
    Taps(ADMINISTRATOR, ["Ещё"]),
    Shot("admin-shelf", ADMINISTRATOR),
    Taps(ADMINISTRATOR, ["Сотрудники"]),
    Shot("admin-staff", ADMINISTRATOR),
    Taps(ADMINISTRATOR, ["2"]),
    Shot("admin-person", ADMINISTRATOR),
    Writes(ADMINISTRATOR, "/start"),
    Taps(ADMINISTRATOR, ["Классы школы", "Ещё", "Отчёты"]),
    Shot("admin-reports", ADMINISTRATOR),
)


DECEMBER: Final[Sequence[Step]] = (
    Plays("Семьи входят"),
    Happens("Дальше: прогноз", TEACHER),
    *_to("Пропуски", "О пропусках семье", "1"),
    Shot("leader-truancy", TEACHER, "Семья прочтёт:"),
    Plays("Дальше: ознакомление"),
    *_to("Семьи", "Ознакомление семей"),
    Shot("leader-reviews", TEACHER, "Выполнено:"),
    Plays("Семьи отвечают"),
    *_to("Семьи", "Проверка данных"),
    Shot("leader-data", TEACHER, "без ответа:"),
    Writes(TEACHER, "/lessons"),
    Shot("teacher-lessons", TEACHER, "Мои уроки:"),
    Taps(TEACHER, ["1"]),
    Shot("teacher-lesson", TEACHER, "Зада"),
    Writes(TEACHER, "/lessons"),
    Taps(TEACHER, ["Итоговые"]),
    Shot("teacher-sheets", TEACHER, "Мои итоговые"),
)


_DIARY: Final = ("1", "Всё равно спросить")


def _asks(person: int, words: str, *labels: str) -> tuple[Step, ...]:
    """Return how somebody asks for help: on a topic, about somebody, past the known answers."""
    return (
        Writes(person, "/ask"),
        Taps(person, labels),
        Writes(person, words),
        Taps(person, ["Отправить"]),
    )


HELP: Final[Sequence[Step]] = (
    Opens("Таисия Майская"),
    *_asks(
        PARENT,
        "В дневнике Риты нет задания по математике на завтра, а вчера оно было.",
        "1",
        "1",
        "Всё равно спросить",
    ),
    Hears(CONSULTANT, "нет задания"),
    *_asks(PUPIL, "Где посмотреть расписание на неделю?", *_DIARY),
    *_asks(TEACHER, "Не загружается план уроков из файла.", "1"),
    Hears(CONSULTANT, "Не загружается"),
    *_asks(PUPIL, "Как сменить тихие часы?", *_DIARY),
    *_asks(PUPIL, "Не открывается дневник за прошлую неделю.", *_DIARY),
    Hears(CONSULTANT, "за прошлую неделю"),
    Writes(CONSULTANT, "/desk"),
    Shot("consultant-desk", CONSULTANT),
    Taps(CONSULTANT, ["1"]),
    Shot("consultant-card", CONSULTANT),
    Taps(CONSULTANT, ["Ответить"]),
    Writes(CONSULTANT, "Задание учитель перенёс на четверг. Обновите страницу дневника."),
    Hears(PARENT, "перенёс на четверг"),
    Shot("consultant-answer", CONSULTANT),
    Taps(PARENT, ["Помогло", "5"]),
    Hears(CONSULTANT, "Оценка помощи: 5"),
    Writes(CONSULTANT, "/desk"),
    Taps(CONSULTANT, ["1", "Ещё", "Передать"]),
    Shot("consultant-hand", CONSULTANT),
    Writes(CONSULTANT, "/desk"),
    Taps(CONSULTANT, ["2", "Ответить"]),
    Writes(CONSULTANT, "Неделя листается кнопками под дневником."),
    Hears(PUPIL, "листается"),
    Taps(PUPIL, ["Помогло", "4"]),
    Hears(CONSULTANT, "Оценка помощи: 4"),
    Happens("Дальше: конец дежурства", CONSULTANT),
    Hears(CONSULTANT, "Окно закончилось"),
    Shot("consultant-end", CONSULTANT),
    Happens("Дальше: перед дежурством", CONSULTANT),
    Happens("Дальше: перед дежурством", CONSULTANT),
    Hears(CONSULTANT, "Напоминаем ещё раз"),
    Shot("consultant-here", CONSULTANT),
    Taps(CONSULTANT, ["Я здесь"]),
    Writes(CONSULTANT, "/vendor"),
    Taps(CONSULTANT, ["Новое обращение"]),
    Writes(CONSULTANT, "teacher-17"),
    Writes(CONSULTANT, "План 5А не загружается из файла."),
    Writes(CONSULTANT, "23 ноября, около 9:15"),
    Writes(CONSULTANT, "Перезашли."),
    Taps(CONSULTANT, ["Снимков нет"]),
    Shot("consultant-packet", CONSULTANT, "Организация:", tall=True),
    Writes(CONSULTANT, "/training"),
    Taps(CONSULTANT, ["Запланировать", "Темы", "планирование", "‹ К плану", "Когда"]),
    Writes(CONSULTANT, "27.11 14:00"),
    Taps(CONSULTANT, ["Где"]),
    Writes(CONSULTANT, "каб. 4"),
    Shot("consultant-training", CONSULTANT),
    Writes(CONSULTANT, "/desk"),
    Taps(CONSULTANT, ["Журнал", "1"]),
    Shot("consultant-log", CONSULTANT),
    Opens("Юрий Полевой"),
    Writes(ADMINISTRATOR, "/start"),
    Taps(ADMINISTRATOR, ["Классы школы", "Ещё", "Отчёты", "Консультации"]),
    Shot("admin-consultations", ADMINISTRATOR, tall=True),
)


DUTY: Final[Sequence[Step]] = (
    Opens("Юрий Полевой"),
    Writes(ADMINISTRATOR, "/duty"),
    Taps(ADMINISTRATOR, ["График дежурств"]),
    Shot("admin-duty", ADMINISTRATOR),
    Taps(ADMINISTRATOR, ["Замечания (2)"]),
    Shot("admin-duty-flaws", ADMINISTRATOR),
    Writes(ADMINISTRATOR, "/duty"),
    Taps(ADMINISTRATOR, ["График дежурств", "6", "По дням", "01.12"]),
    Shot("admin-duty-day", ADMINISTRATOR),
    Taps(ADMINISTRATOR, ["Заменить"]),
    Shot("admin-duty-stand-in", ADMINISTRATOR),
    Writes(ADMINISTRATOR, "/vendor"),
    Taps(ADMINISTRATOR, ["Данные школы"]),
    Shot("admin-vendor", ADMINISTRATOR),
    Writes(PARENT, "/settings"),
    Taps(PARENT, ["Новости и тихие часы", "Тихие часы и время", "Моё время"]),
    Shot("parent-zone"),
)


async def take(names: Sequence[str]) -> None:
    """Play the stories that hold pictures of these names, or all; keep those pictures."""
    for story in (STORY, MONTH, DECEMBER, HELP, DUTY):
        shots = {step.name for step in story if isinstance(step, Shot | Page1)}
        if not names or shots & set(names):
            await _play_all(story, names)


async def _play_all(story: Sequence[Step], names: Sequence[str]) -> None:
    found = next(path for name in _CHROMIUM if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as data:
        async with (
            playing(port=0, data=Path(data), speed=_OURS) as address,
            async_playwright() as playwright,
        ):
            chromium = await playwright.chromium.launch(
                executable_path=found, args=["--no-sandbox"]
            )
            context = await chromium.new_context(
                viewport=_WIDE, locale="ru-RU", reduced_motion="reduce", color_scheme="light"
            )
            page = await context.new_page()
            page.set_default_timeout(_PATIENCE)
            await page.goto(address)
            await page.locator(f"#phone-{TEACHER} .message").first.wait_for()
            for step in story:
                try:
                    await _play(page, step, names)
                except Error as error:
                    error.add_note(f"{step}")
                    raise
            await chromium.close()


async def _play(page: Page, step: Step, names: Sequence[str]) -> None:
    match step:
        case Taps():
            await _tap_through(page, step)
        case Writes():
            await _write(page, step)
        case Happens():
            await _happen(page, step)
        case Hears():
            told = page.locator(f"#phone-{step.person} .message.bot")
            await told.filter(has_text=step.word).last.wait_for()
        case Shot() | Page1() if not names or step.name in names:
            await (_shoot(page, step) if isinstance(step, Shot) else _draw(page, step))
        case Plays() | Opens():
            await _press(page, step)


async def _press(page: Page, step: Plays | Opens) -> None:
    if isinstance(step, Plays):
        await page.get_by_role("button", name=step.event).click()
        await page.get_by_role("button", name=f"Готово: {step.event}").wait_for()
        return
    await page.get_by_role("button", name="Люди").click()
    await page.get_by_role("menu").get_by_text(step.name).click()
    await page.keyboard.press("Escape")


async def _tap_through(page: Page, step: Taps) -> None:
    for label in step.labels:
        await _tap(page, step.person, label)


async def _shoot(page: Page, step: Shot) -> None:
    seen = page if step.person is None else page.locator(f"#phone-{step.person}")
    await page.set_viewport_size(_TALL if step.tall else _WIDE)
    await _settled(page)
    if step.around:
        shown = page.locator(f"#phone-{step.person} .message.bot")
        await shown.filter(has_text=step.around).last.evaluate(
            "it => { it.style.scrollMarginBottom = '8px'; it.scrollIntoView({ block: 'end' }); }"
        )
    await seen.screenshot(path=HERE / f"{step.name}.png")
    await page.set_viewport_size(_WIDE)


async def _draw(page: Page, step: Page1) -> None:
    sent = page.locator(f"#phone-{step.person} a.file").last
    await sent.wait_for()
    got = await page.request.get(urljoin(page.url, await sent.get_attribute("href") or ""))
    how = ("-png", "-singlefile", "-scale-to-x", str(_PAGE_WIDTH), "-scale-to-y", "-1")
    drawn = await asyncio.create_subprocess_exec(
        "pdftoppm", *how, "-", str(HERE / step.name), stdin=asyncio.subprocess.PIPE
    )
    await drawn.communicate(await got.body())
    if drawn.returncode != 0:
        raise SystemExit(drawn.returncode)


async def _settled(page: Page) -> None:
    """Wait until no phone shows anything else than a moment ago, and no word covers one."""
    await page.wait_for_function("() => !document.querySelector('.toast.shown')")
    phones = page.locator(".column .scroll")
    before, now = list[str](), await phones.all_inner_texts()
    while before != now:
        await asyncio.sleep(_STILL)
        before, now = now, await phones.all_inner_texts()


async def _happen(page: Page, step: Happens) -> None:
    before = await page.locator(f"#phone-{step.person} .message").count()
    await page.get_by_role("button", name=step.event).click()
    await _more_than(page, step.person, before)
    # A button that is still busy takes no second press.
    await page.wait_for_function("() => !document.querySelector('.event[aria-busy=true]')")


async def _more_than(page: Page, person: int, count: int) -> None:
    await page.wait_for_function(
        "([person, count]) =>"
        " document.querySelectorAll(`#phone-${person} .message`).length > count",
        arg=[person, count],
    )


async def _tap(page: Page, person: int, label: str) -> None:
    """Tap, and wait until something came of it.

    News may come at any moment, and a card is drawn anew when it changes: neither may be taken
    for the answer to a word, nor a press be lost to it.
    """
    button = page.locator(".inline").and_(page.get_by_role("button", name=label, exact=True))
    number = await _since_own(page, person).filter(has=button).last.get_attribute("data-message")
    message = page.locator(f"#phone-{person} [data-message='{number}']")
    before = await message.inner_html()
    newest = await page.locator(f"#phone-{person} .message").last.get_attribute("data-message")
    await message.locator(button).dispatch_event("click")
    await page.wait_for_function(
        "([person, number, before, newest]) => {"
        " const all = document.querySelectorAll(`#phone-${person} .message`);"
        " const one = [...all].find((it) => it.dataset.message === number);"
        " if (one?.querySelector('[aria-busy=true]')) return false;"
        " return one?.innerHTML !== before || all[all.length - 1].dataset.message !== newest; }",
        arg=[person, number, before, newest],
    )


def _since_own(page: Page, person: int) -> Locator:
    """Return what the bot said since the person wrote last."""
    return page.locator(f"#phone-{person} .message.bot:not(:has(~ .message.own))")


async def _write(page: Page, step: Writes) -> None:
    phone = page.locator(f"#phone-{step.person}")
    own = phone.locator(".message.own")
    before = await own.count()
    await phone.get_by_role("textbox").fill(step.text)
    await phone.get_by_role("textbox").press("Enter")
    await own.nth(before).wait_for()
    await _since_own(page, step.person).first.wait_for()


if __name__ == "__main__":
    asyncio.run(take(sys.argv[1:]))
