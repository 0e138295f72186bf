"""How a request for help ends, and what keeps it waiting: by taps, and by itself (H1-H4)."""

from sandbox.engine import UploadedFile
from sandbox.in_process import Person, Screen
from tests.stories.conftest import ON_BOTH
from tests.stories.test_help_desk import asked, boss, mother, nina, ticks, yury
from tests.stories.town import Town

__all__ = ["boss", "mother", "nina", "yury"]


async def opens_the_card(person: Person) -> None:
    await person.sends("/desk")
    await person.taps("1")


async def ends(person: Person, how: str) -> None:
    await opens_the_card(person)
    await person.taps("Ещё")
    await person.taps("Закрыть")
    await person.taps(how)


@ON_BOTH
async def test_a_request_is_closed_with_an_outcome_and_its_asker_opens_it_again(
    town: Town, nina: Person, mother: Person
) -> None:
    await asked(town, mother)

    await ends(nina, "Решено")
    said = nina.screen.text
    await town.outbox_ticks()
    heard = mother.screen
    await mother.taps("Открыть снова")
    await mother.sends("Завтрашних всё ещё нет")
    await mother.taps("Отправить")
    await town.outbox_ticks()

    assert said == "Лугова Ева · дневник: закрыто, решено. Спросивший узнает."
    assert heard.text.endswith(
        "Закрыто: вопрос решён.\nЕсли вопрос остался, откройте обращение снова: до пн, 23 ноября."
    )
    assert heard.buttons == ["Открыть снова", "Оценить", "Открыть"]
    assert "Завтрашних всё ещё нет" in nina.screen.text


async def test_a_request_that_was_closed_may_be_rated(
    town: Town, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    await ends(nina, "Дубль")
    await town.outbox_ticks()

    await mother.taps("Оценить")
    await mother.taps("4")
    await town.outbox_ticks()

    assert "Оценка 4 записана" in mother.screen.text
    assert "Оценка помощи: 4 из 5" in nina.screen.text


@ON_BOTH
async def test_who_is_asked_back_and_says_nothing_is_reminded_and_then_it_is_closed(
    town: Town, boss: Person, nina: Person, yury: Person, mother: Person
) -> None:
    await asked(town, mother)
    await nina.taps("Ответить")
    await nina.sends("/cancel")
    await opens_the_card(nina)
    await nina.taps("Уточнить")
    await nina.sends("По какому предмету?")
    await town.outbox_ticks()

    await ticks(town, days=2, minutes=1)
    for _ in range(3):
        await ticks(town, minutes=16)
    reminded = mother.screen
    so_far = len(mother.messages)
    await ticks(town, days=3)
    await ticks(town, minutes=1)
    closed = mother.screen

    assert reminded.text.endswith(
        "✍️ Консультант ждёт вашего ответа на уточнение. "
        "Без него обращение закроется ср, 25 ноября."
    )
    assert reminded.buttons == ["Ответить", "Открыть"]
    assert len(mother.messages) == so_far + 1
    assert "Закрыто: на уточнение консультанта не было ответа." in closed.text
    assert closed.buttons == ["Открыть снова", "Оценить", "Открыть"]
    told = [*nina.messages, *yury.messages, *boss.messages]
    assert sum("не было ответа" in one.text for one in told) == 1


async def sees_what_waits(nina: Person) -> str:
    await nina.sends("/desk")
    await nina.taps("Ждём 1")
    await nina.taps("1")
    return nina.screen.text


async def is_known_to_the_vendor(boss: Person) -> None:
    await boss.sends("/vendor")
    await boss.taps("Данные школы")
    for what, said in (("Организация", "Школа"), ("Домен", "zar.example.org")):
        await boss.taps(what)
        await boss.sends(said)


async def sends_it_on(nina: Person) -> Screen:
    """Make a packet of the request, and take it as text; return it as it was shown whole."""
    await opens_the_card(nina)
    await nina.taps("Ещё")
    await nina.taps("В поддержку")
    for said in ("mother-17", "сегодня утром", "перезашли"):
        await nina.sends(said)
    await nina.taps("Снимков нет")
    whole = nina.screen
    await nina.taps("Текстом")
    return whole


@ON_BOTH
async def test_a_request_goes_to_the_vendor_waits_and_goes_on(
    town: Town, boss: Person, nina: Person, mother: Person
) -> None:
    await is_known_to_the_vendor(boss)
    await asked(town, mother)

    whole = await sends_it_on(nina)
    await nina.taps("Спросить снова")
    await nina.taps("Через 3 дня")
    await town.outbox_ticks()
    heard = mother.screen.text
    card = await sees_what_waits(nina)
    town.clock.strikes("2026-11-23T08:05")
    await ticks(town, minutes=0)
    await town.program.tick("vendor-tick")
    await town.outbox_ticks()
    due = nina.screen.text
    await nina.taps("Ответили")
    await nina.taps("К обращению")

    assert "Не вижу заданий" in whole.text
    assert "Роль: Родитель" in whole.text
    assert heard.endswith("Вопрос передан в поддержку журнала. Когда она ответит, напишем.")
    assert "в поддержке" in card
    assert "Поддержка: ждём, снова 23 ноября." in card
    assert due.startswith("🆘 Пора спросить поддержку")
    assert "ждёт ответа" in nina.screen.text
    assert "Поддержка: ответила." in nina.screen.text


@ON_BOTH
async def test_a_row_of_the_log_is_put_right_by_taps_and_counts_once(
    town: Town, boss: Person, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    await ends(nina, "Не понадобилось")
    await nina.sends("/desk")
    await nina.taps("Журнал")
    listed = nina.screen.text
    await nina.taps("1")
    await nina.taps("Итог")
    await nina.taps("2")
    corrected = nina.screen.text
    await nina.taps("‹ Журнал")
    again = nina.screen.text
    await boss.sends("/desk")
    await boss.taps("Обзор")
    await boss.taps("Журнал")

    assert listed.endswith("1. пт, 20 ноября · дневник · ответ не нужен")
    assert "Итог: решено" in corrected
    assert "Грачёва Нина. Было: ответ не нужен." in corrected
    assert again.endswith("1. пт, 20 ноября · дневник · решено · исправлено")
    assert boss.screen.text == again


@ON_BOTH
async def test_a_consultant_leaves_in_mid_window_by_taps(
    town: Town, nina: Person, yury: Person, mother: Person
) -> None:
    await asked(town, mother)
    await nina.sends("/duty")
    await nina.taps("Мои дежурства")
    await nina.taps("1")
    await nina.taps("Попросить заменить")
    await nina.taps("1")
    await town.outbox_ticks()
    await yury.taps("Согласен(на)")
    await ticks(town, minutes=1)

    left = "Вы не на дежурстве, обращение передано дальше."
    assert left in nina.screen.text
    assert "Не вижу заданий" in yury.screen.text
    assert "теперь" not in mother.screen.text.lower()


@ON_BOTH
async def test_before_a_window_one_is_here_and_the_other_gives_it_away(
    town: Town, nina: Person, yury: Person
) -> None:
    town.clock.strikes("2026-11-27T10:31")
    await ticks(town, minutes=0)
    await nina.taps("Я здесь")
    here = nina.screen.text
    town.clock.strikes("2026-11-27T10:51")
    await ticks(town, minutes=0)
    again = yury.screen
    await yury.taps("Передать")
    await yury.taps("1")
    await town.outbox_ticks()

    assert here.startswith("Записано: вы на месте. пт, 27 ноября, 11:00–13:00")
    assert "Напоминаем ещё раз" in again.text
    assert "просит вас заменить" in nina.screen.text


@ON_BOTH
async def test_an_album_is_one_answer(town: Town, nina: Person, mother: Person) -> None:
    await asked(town, mother)
    await opens_the_card(nina)
    await nina.taps("Ответить")
    for number, said in enumerate(("Сначала сюда", "", "Потом сюда")):
        photo = [{"file_id": _photo(town, number), "file_unique_id": "u", "width": 9, "height": 9}]
        await nina.posts(photo=photo, caption=said, media_group_id="a1")
    await nina.taps("Отправить")
    await town.outbox_ticks()
    heard = mother.screen
    await nina.taps("К обращению")

    assert "Сначала сюда" in heard.text
    assert any("Файлы" in one or "файл" in one.lower() for one in heard.buttons)
    assert "файлов: 3" in nina.screen.text


def _photo(town: Town, number: int) -> str:
    upload = UploadedFile(b"GIF89a" + b"\1\0\1\0" + bytes([number]) * 40, "a.jpg", "image/jpeg")
    return town.telegram.world.files.keep(upload, "photo").file_id
