"""Takes the pictures of README and manuals anew: plays the demo in a browser and looks at it.

python docs/pictures/take.py [NAME...]     # all of them, or those named
"""

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.async_api import Page, async_playwright

from bot.demo import playing

HERE: Final = Path(__file__).parent
PARENT, PUPIL, TEACHER, ADMINISTRATOR = 1001, 1002, 1003, 1004
_CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_WIDE: Final = {"width": 1280, "height": 900}
# A file is made by another process, which imports everything first.
_PATIENCE: Final = 90_000


@dataclass(frozen=True)
class Taps:
    """A person taps buttons of the last message, one after another."""

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
    """A picture: of one phone, or of the whole page where `person` is None."""

    name: str
    person: int | None = PARENT


@dataclass(frozen=True)
class Hears:
    """A person's last message comes to hold a word."""

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


Step = Taps | Writes | Happens | Shot | Hears | Plays | Opens

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
    Shot("parent-more"),
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
    Taps(PUPIL, ["Меню", "Задания"]),
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
    *_to("Семьи", "Вход и коды", "2", "Код на бумаге"),
    Shot("leader-slip", TEACHER),
    Plays("Семьи входят"),
    *_to("Семьи", "Вход и коды"),
    Shot("leader-roll", TEACHER),
    *_to("Рассылка"),
    Writes(TEACHER, "Собрание в четверг в 18:00, кабинет 12. Ответьте, пожалуйста, до среды."),
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
    *_to("Семьи", "Ознакомление семей"),
    Shot("leader-reviews", TEACHER),
    *_to("Семьи", "Кто заходит"),
    Shot("leader-use", TEACHER),
    *_to("Семьи", "Печать для семей", "Собрать на сегодня"),
    Shot("leader-paper", TEACHER),
    *_to("Отчёты", "Сводная ведомость"),
    Shot("leader-report", TEACHER),
    Opens("Юрий Полевой"),
    Writes(ADMINISTRATOR, "/start"),
    Taps(ADMINISTRATOR, ["Классы школы"]),
    Shot("admin-school", ADMINISTRATOR),
    Taps(ADMINISTRATOR, ["Ещё", "Сотрудники"]),
    Shot("admin-staff", ADMINISTRATOR),
    Taps(ADMINISTRATOR, ["2"]),
    Shot("admin-person", ADMINISTRATOR),
    Writes(ADMINISTRATOR, "/start"),
    Taps(ADMINISTRATOR, ["Классы школы", "Ещё", "Отчёты"]),
    Shot("admin-reports", ADMINISTRATOR),
)


async def take(names: Sequence[str]) -> None:
    """Play the stories that hold pictures of these names, or all; keep those pictures."""
    for story in (STORY, MONTH):
        shots = {step.name for step in story if isinstance(step, Shot)}
        if not names or shots & set(names):
            await _play_all(story, names)


async def _play_all(story: Sequence[Step], names: Sequence[str]) -> None:
    found = next(path for name in _CHROMIUM if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as data:
        async with playing(port=0, data=Path(data)) as address, async_playwright() as playwright:
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
            # The play's time passes as ours does: what is to happen happens at its button.
            await page.get_by_text("×1", exact=True).click()
            for step in story:
                await _play(page, step, names)
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
            last = page.locator(f"#phone-{step.person} .message").last
            await last.get_by_text(step.word).first.wait_for()
        case Shot():
            await _shoot(page, step, names)
        case Plays() | Opens():
            await _press(page, step)


async def _press(page: Page, step: Plays | Opens) -> None:
    if isinstance(step, Plays):
        await page.get_by_role("button", name=step.event).click()
        await page.get_by_role("button", name=f"Готово: {step.event}").wait_for()
        return
    await page.get_by_role("button", name="Люди").click()
    await page.get_by_text(step.name).first.click()
    await page.keyboard.press("Escape")


async def _tap_through(page: Page, step: Taps) -> None:
    for label in step.labels:
        await _tap(page, step.person, label)


async def _shoot(page: Page, step: Shot, names: Sequence[str]) -> None:
    if not names or step.name in names:
        seen = page if step.person is None else page.locator(f"#phone-{step.person}")
        await seen.screenshot(path=HERE / f"{step.name}.png")


async def _happen(page: Page, step: Happens) -> None:
    before = await page.locator(f"#phone-{step.person} .message").count()
    await page.get_by_role("button", name=step.event).click()
    await _more_than(page, step.person, before)


async def _more_than(page: Page, person: int, count: int) -> None:
    await page.wait_for_function(
        "([person, count]) =>"
        " document.querySelectorAll(`#phone-${person} .message`).length > count",
        arg=[person, count],
    )


async def _tap(page: Page, person: int, label: str) -> None:
    phone = page.locator(f"#phone-{person}")
    last = phone.locator(".message").last
    before = await last.inner_html()
    await last.get_by_role("button", name=label, exact=True).click()
    await page.wait_for_function(
        "([person, before]) => {"
        " const all = document.querySelectorAll(`#phone-${person} .message`);"
        " const last = all[all.length - 1];"
        " return last.innerHTML !== before && !last.querySelector('[aria-busy=true]'); }",
        arg=[person, before],
    )


async def _write(page: Page, step: Writes) -> None:
    phone = page.locator(f"#phone-{step.person}")
    before = await phone.locator(".message").count()
    await phone.get_by_role("textbox").fill(step.text)
    await phone.get_by_role("textbox").press("Enter")
    await _more_than(page, step.person, before + 1)


if __name__ == "__main__":
    asyncio.run(take(sys.argv[1:]))
