"""The help desk as a newcomer lives it in the demo: six stories, by taps and by the page."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.demo.page import ADMINISTRATOR, PARENT, PUPIL, Page, Phone, opened

MAYSKAYA, OZEROVA = 1005, 1006
OURS = 1
DIARY = ("1", "Всё равно спросить")


@dataclass
class Desk:
    """Everybody of the six stories."""

    page: Page
    mother: Phone
    rita: Phone
    mayskaya: Phone
    ozerova: Phone
    boss: Phone


async def everybody(page: Page) -> Desk:
    phones = [Phone(page, one) for one in (PARENT, PUPIL, MAYSKAYA, OZEROVA, ADMINISTRATOR)]
    for one in phones:
        await one.hears("Вход открыт")
    return Desk(page, *phones)


async def in_hours(desk: Desk) -> str:
    await desk.rita.asks(*DIARY, words="Где посмотреть задание на завтра?")
    promised = await desk.rita.hears("отвечает сейчас")
    await desk.mayskaya.hears("Новое обращение", "Где посмотреть")
    await desk.mayskaya.taps("Ответить")
    await desk.mayskaya.says("В меню: «Задания».")
    await desk.rita.hears("В меню: «Задания».")
    await desk.rita.taps("Помогло")
    return promised


async def silent(desk: Desk) -> tuple[str, str]:
    await desk.rita.asks(*DIARY, words="А где расписание?")
    await desk.mayskaya.hears("А где расписание?")
    await desk.page.presses("duty-silence")
    next_one = await desk.ozerova.hears("не ответил вовремя", "А где расписание?")
    await desk.page.presses("duty-silence")
    return next_one, await desk.boss.hears("не ответил вовремя", "А где расписание?")


async def end_of_window(desk: Desk) -> str:
    await desk.rita.asks(*DIARY, words="Не открывается дневник")
    await desk.mayskaya.hears("Не открывается дневник")
    await desk.page.presses("duty-ends")
    await desk.mayskaya.hears("Окно закончилось")
    await desk.mayskaya.taps("В следующее окно")
    return await desk.rita.hears("Ответят", "14:00–15:00")


async def out_of_hours(desk: Desk) -> tuple[str, str]:
    await desk.rita.asks(*DIARY, words="Как сменить язык?")
    promised = await desk.rita.hears("никто не дежурит", "с 14:00")
    await desk.page.presses("duty-soon")
    await desk.mayskaya.hears("ваше дежурство")
    await desk.page.presses("duty-soon")
    await desk.mayskaya.hears("Напоминаем ещё раз")
    await desk.mayskaya.taps("Я здесь")
    await desk.page.presses("duty-opens")
    await desk.mayskaya.hears("ждало вашего дежурства", "Как сменить язык?")
    return promised, await desk.rita.hears("Сейчас отвечает")


async def lost_access(desk: Desk) -> str:
    await desk.mother.asks("6", words="Сменился номер, не вхожу в журнал")
    await desk.mother.hears("Доступ возвращает администратор журнала")
    return await desk.boss.hears("потерян доступ", "Сменился номер")


async def vendor_packet(desk: Desk) -> str:
    author = desk.mayskaya
    await author.says("/vendor")
    await author.taps("Новое обращение")
    for asked, said in (
        ("Какой идентификатор", "id-5"),
        ("Что случилось?", "Не открывается журнал 5А, пароль: qwerty12"),
        ("Когда это было?", "23 ноября, 14:05"),
        ("Что уже пробовали?", "Перезашли"),
    ):
        await author.hears(asked)
        await author.says(said)
    await author.taps("Снимков нет")
    await author.taps("Текстом")
    return await author.hears("Скопируйте текст")


@pytest.mark.timeout(240)  # two days of a help desk, over HTTP
async def test_the_six_stories_of_the_help_desk_are_lived_on_the_page(data: Path) -> None:
    async with opened(data) as page:
        desk = await everybody(page)

        promised = await in_hours(desk)
        speed = (await page.state())["clock"]["speed"]
        next_one, boss = await silent(desk)
        later = await end_of_window(desk)
        out, opens = await out_of_hours(desk)
        lost = await lost_access(desk)
        packet = await vendor_packet(desk)

    assert "Таисия Николаевна Майская отвечает сейчас, вы 1-й в очереди" in promised
    assert speed == OURS
    assert "Теперь обращение у вас" in next_one
    assert "Теперь обращение у вас" in boss
    assert "Вы 1-й в очереди" in later
    assert "Вы 2-й в очереди" in out
    assert "Майская" in opens
    assert "Грачёва Варвара" in lost
    assert "Организация: Школа «Заречная»" in packet
    assert "qwerty12" not in packet


async def test_no_duty_leap_makes_the_school_s_day_up_for_what_was_leapt_over(data: Path) -> None:
    async with opened(data) as page:
        await Phone(page, MAYSKAYA).hears("Вход открыт")
        await page.sets_speed(0)
        for leap in ("duty-opens", "duty-ends"):
            await page.presses(leap)
        state = await page.state()

    *_, first, second = [one["text"] for one in state["stage"]["log"]]
    assert first == "Сейчас 14:00, время идёт как наше"
    assert second == "Сейчас 15:00, время идёт как наше"
