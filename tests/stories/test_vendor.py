"""A packet for the vendor's support: made step by step, whole, without secrets, followed (H3)."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from zipfile import ZipFile

import pytest

from sandbox.in_process import Person
from tests.notifications.test_mail import Postman
from tests.sandbox.builders import a_png
from tests.stories.conftest import ON_BOTH
from tests.stories.test_breach import with_an_administrator
from tests.stories.test_mail import postman
from tests.stories.town import Town

__all__ = ["postman"]

PICTURE = a_png(4, 3)


@pytest.fixture
async def boss(town: Town) -> Person:
    """The administrator, who has set what is the same in all packets."""
    return await with_what_all_packets_say(town)


async def with_what_all_packets_say(town: Town) -> Person:
    await town.imports(with_an_administrator())
    boss = await town.comes_in("x1")
    await boss.sends("/vendor")
    await boss.taps("Данные школы")
    for what, said in (
        ("Организация", "Школа «Заречная»"),
        ("Домен", "zar.example.org"),
        ("Почта поддержки", "help@vendor.example"),
        ("Почта для ответов", "school@zar.example.org"),
    ):
        await boss.taps(what)
        await boss.sends(said)
    return boss


async def tells(teacher: Person, *, picture: bool = True) -> None:
    """Answer whatever the bot asks of a new packet."""
    await teacher.sends("/vendor")
    await teacher.taps("Новое обращение")
    await teacher.sends("teacher-17")
    await teacher.sends(
        "Не открывается журнал 7А, пишет «ошибка»\n"
        "Пароль: qwerty12, вход https://t.me/zar_bot?start=ABCDEFGH"
    )
    await teacher.sends("20 ноября, около 10:30")
    await teacher.sends("Перезашли, token=9f8e7d6c5b4a")
    if picture:
        await teacher.sends_photo(PICTURE)
        await teacher.taps("Дальше")
    else:
        await teacher.taps("Снимков нет")


def letter_in(postman: Postman) -> EmailMessage:
    (raw,) = postman.letters
    return message_from_bytes(raw, policy=default)  # type: ignore[return-value]  # by its policy


@ON_BOTH
async def test_a_packet_goes_by_letter_with_its_picture_and_no_secret(
    town: Town, postman: Postman, boss: Person
) -> None:
    nina = await town.comes_in("t1")

    await tells(nina)
    whole = nina.screen
    await nina.taps("Письмом")
    for _ in range(2):
        await town.program.tick("vendor-letters")
    letter = letter_in(postman)
    said = str(letter.get_body(("plain",)).get_content())  # type: ignore[union-attr]  # it has one
    (picture,) = letter.iter_attachments()

    assert "Организация: Школа «Заречная»\nДомен: zar.example.org\nЛогин: t1" in whole.text
    assert "Идентификатор: teacher-17\nРоль: Учитель" in whole.text
    assert {"Письмом", "Текстом", "Файлом"} <= set(whole.buttons)
    assert (letter["To"], letter["Reply-To"]) == ("help@vendor.example", "school@zar.example.org")
    assert letter["Auto-Submitted"] is None
    secrets = ("qwerty12", "t.me", "ABCDEFGH", "9f8e7d6c5b4a")
    assert [one for one in secrets if one in said + whole.text] == []
    assert "Не открывается журнал 7А" in said
    assert (picture.get_content(), picture.get_filename()) == (PICTURE, "снимок-1.png")


async def test_a_packet_with_no_day_named_is_asked_for_in_three_days_and_then_each_week(
    town: Town, boss: Person
) -> None:
    nina = await town.comes_in("t1")
    await tells(nina, picture=False)
    await nina.taps("Текстом")
    so_far = len(nina.messages)

    heard = list[int]()
    for day in ("2026-11-22", "2026-11-23", "2026-11-29", "2026-11-30", "2026-12-01"):
        town.clock.strikes(f"{day}T08:05")
        await town.program.tick("vendor-tick")
        await town.outbox_ticks()
        heard.append(len(nina.messages) - so_far)

    assert heard == [0, 1, 1, 2, 2]


@ON_BOTH
async def test_its_number_and_day_are_kept_and_on_that_day_its_author_is_reminded(
    town: Town, boss: Person
) -> None:
    nina = await town.comes_in("t1")
    await tells(nina, picture=False)
    await nina.taps("Текстом")
    await nina.taps("Номер")
    await nina.sends("SD-1029")
    await nina.taps("Спросить снова")
    await nina.taps("Через 3 дня")
    kept, so_far = nina.screen.text, len(nina.messages)

    town.clock.strikes("2026-11-23T08:05")
    for _ in range(2):
        await town.program.tick("vendor-tick")
        await town.outbox_ticks()
    (due,) = nina.messages[so_far:]
    told = due.text.replace("\u00a0", " ")
    await nina.taps("Ответили")
    await nina.taps("Закрыть")

    assert "Номер у поставщика: SD-1029\nСпросить снова: 23 ноября" in kept
    assert told.startswith("🆘 Пора спросить поддержку\n")
    assert "№ SD-1029" in told
    assert "закрыто" in nina.screen.text


@ON_BOTH
async def test_a_refused_letter_is_a_draft_again_and_its_author_hears(
    town: Town, postman: Postman, boss: Person
) -> None:
    nina = await town.comes_in("t1")
    postman.to = "550 5.1.1 no such user"
    await tells(nina, picture=False)
    await nina.taps("Письмом")

    await town.program.tick("vendor-letters")
    await town.outbox_ticks()
    told = nina.screen.text
    await nina.taps("Открыть")
    draft = nina.screen
    await nina.taps("Текстом")

    assert told.startswith("🆘 Письмо в поддержку не ушло")
    assert "Почта не приняла письмо" in draft.text
    assert nina.screen.text.startswith("Скопируйте текст:\n")
    assert "Роль: Учитель" in nina.screen.text


async def test_a_mail_server_that_is_away_is_asked_again(
    town: Town, postman: Postman, boss: Person
) -> None:
    nina = await town.comes_in("t1")
    await tells(nina, picture=False)
    await nina.taps("Письмом")
    postman.to = "450 try later"
    await town.program.tick("vendor-letters")
    waits = list(postman.letters)

    postman.to = "250 OK"
    await town.program.tick("vendor-letters")

    assert waits == []
    assert len(postman.letters) == 1


async def test_as_a_file_it_is_an_archive_of_text_and_pictures(town: Town, boss: Person) -> None:
    nina = await town.comes_in("t1")
    await tells(nina)
    assert "Письмом" not in nina.screen.buttons

    await nina.taps("Файлом")

    sent = nina.screen.document
    assert sent is not None
    with ZipFile(BytesIO(sent.content)) as archive:
        names = archive.namelist()
        said = archive.read("обращение.txt").decode("utf-8-sig")
        picture = archive.read("снимок-1.png")
    assert names == ["обращение.txt", "снимок-1.png"]
    assert "Что уже сделано:\r\nПерезашли, token=•••" in said
    assert picture == PICTURE


async def test_it_does_not_leave_incomplete_and_says_what_is_missing(town: Town) -> None:
    nina = await town.comes_in("t1")
    await nina.sends("/vendor")
    empty = nina.screen.text
    await nina.taps("Новое обращение")
    asked = nina.screen.text
    await nina.sends("логин ivanova пароль qwerty12")
    refused = nina.screen.text
    await nina.taps("‹ К обращению")

    assert "Обращений пока нет." in empty
    assert asked.endswith("он стоит в карточке пользователя.")
    assert refused.startswith("Так не подходит")
    assert "Не хватает: организация, домен, идентификатор, что случилось" in nina.screen.text
    assert "администратор журнала" in nina.screen.text
    assert not {"Письмом", "Текстом", "Файлом"} & set(nina.screen.buttons)


async def test_a_family_has_nothing_to_ask_the_vendor(town: Town) -> None:
    mother = await town.comes_in("g1")

    await mother.sends("/vendor")

    assert "Новое обращение" not in mother.screen.buttons
