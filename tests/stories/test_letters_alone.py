"""A mother without Telegram: the class teacher takes her address, she hears by letter alone."""

import re

from aiohttp.test_utils import TestClient, TestServer

from bot.screens.people.mail_links import PATH as MAILBOXES
from bot.web.answers import serve_answers
from bot.web.mail_pages import serve_mail
from bot.web.webhook import alive
from core.access.people import Channel
from sandbox.in_process import Person
from tests.notifications.test_mail import Postman
from tests.stories.bundle import a_school, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.periods import ISSUED, morning, quietly_imported
from tests.stories.test_broadcasts import asks, looks, sends, writes
from tests.stories.test_codes_on_paper import number_of
from tests.stories.test_mail import (
    ADDRESS,
    PUBLIC,
    acknowledged,
    has_a_mailbox,
    letters,
    postman,
    text_of,
    with_homework,
)
from tests.stories.test_preferences import told
from tests.stories.town import Town

__all__ = ["postman"]


async def opens_list(teacher: Person) -> None:
    """Open who of the class has come in."""
    await teacher.sends("/class")
    for place in ("Ещё", "Семьи", "Вход и коды"):
        await teacher.taps(place)


async def opens_person(teacher: Person, name: str = "Лугова Ева") -> None:
    """Open a person of the list."""
    await opens_list(teacher)
    await teacher.taps(number_of(name, teacher.screen.text))


async def opens(teacher: Person, *, name: str = "Лугова Ева") -> None:
    """Open what there is of letters to a person of the list."""
    await opens_person(teacher, name)
    await teacher.taps("Письма на почту")


async def gives(
    teacher: Person,
    address: str = ADDRESS,
    *,
    name: str = "Лугова Ева",
    today: str = "20 ноября",
) -> None:
    """Type the address that a guardian gave on paper."""
    await opens(teacher, name=name)
    (label,) = {"Другой адрес", "Указать адрес"} & set(teacher.screen.buttons)
    await teacher.taps(label)
    await teacher.taps(f"Сегодня, {today}")
    await teacher.sends(address)


async def offered(town: Town, postman: Postman) -> str:
    """Return the link of the letter that comes first."""
    await town.program.tick("mail-codes")
    return links(letters(postman)[-1], MAILBOXES)[0]


def links(letter: object, path: str) -> list[str]:
    return re.findall(rf"{PUBLIC}{path}(\S+)", text_of(letter))  # type: ignore[arg-type]  # a letter


async def reads_letters(town: Town, postman: Postman) -> Person:
    """Let the mother's address be taken, and proven by the link of its letter; say by whom."""
    teacher = await town.comes_in("t1")
    await proves_address(town, postman, teacher)
    return teacher


async def proves_address(town: Town, postman: Postman, teacher: Person) -> None:
    """Let the address that a teacher types be proven by the link of its letter."""
    await gives(teacher)
    confirmed = await town.program.mail_pages.take(await offered(town, postman))
    assert confirmed.status == 200
    postman.letters.clear()


async def gets_homework(town: Town, *text: str) -> None:
    """Let homework be set, and the evening's letters go out."""
    await town.imports(with_homework(*text))
    await town.evening_news()


@ON_BOTH
async def test_an_address_on_paper_proves_itself_over_http_by_the_button_alone(
    town: Town, postman: Postman
) -> None:
    teacher = await town.comes_in("t1")
    await gives(teacher)
    waits, token = teacher.screen.text, await offered(town, postman)
    (first,) = letters(postman)

    app = alive()
    serve_mail(app, town.program.mail_pages)
    async with TestClient(TestServer(app)) as browser:
        looked = [await (await browser.get(f"{MAILBOXES}{token}")).text() for _ in range(2)]
        done = [await (await browser.post(f"{MAILBOXES}{token}")).text() for _ in range(2)]

    assert "уходит письмо со ссылкой" in waits
    assert "Письменное согласие принято 20 ноября" in waits
    assert ADDRESS not in waits
    assert (first["To"], "Школа «Заречная»" in text_of(first)) == (ADDRESS, True)
    assert not any(name in text_of(first) for name in ("Яна", "Ева", "Лугов"))
    assert looked[0] == looked[1]
    assert "Подтвердить</button>" in looked[0]
    assert "подтверждён" in done[0]
    assert done[0] == done[1]


@ON_BOTH
async def test_the_consent_bears_the_day_that_stands_on_the_paper(
    town: Town, postman: Postman
) -> None:
    teacher = await town.comes_in("t1")
    await opens(teacher)
    await teacher.taps("Указать адрес")
    asked = teacher.screen
    await teacher.taps("Другой день")
    await teacher.sends("31.02")
    wrong = teacher.screen.text
    await teacher.sends("12.11")
    await teacher.sends(ADDRESS)

    assert "Какой день стоит в согласии?" in asked.text
    assert "Такого дня нет" in wrong
    assert "Письменное согласие принято 12 ноября" in teacher.screen.text


async def test_an_address_of_the_files_waits_for_the_day_of_the_paper(
    town: Town, postman: Postman
) -> None:
    await town.imports(a_school().change("users", "g1", email=ADDRESS))
    teacher = await town.comes_in("t1")
    await opens(teacher)
    await teacher.taps("Письмо на e•••@example.org")
    await teacher.taps("Другой день")
    await teacher.sends("вчера")
    wrong = teacher.screen.text
    await teacher.sends("18.11.2026")
    written = teacher.screen.text
    await opens(teacher)
    await teacher.taps("Письмо на e•••@example.org")
    await teacher.taps("Вчера, 19 ноября")
    await town.program.tick("mail-codes")

    assert "Такого дня нет" in wrong
    assert "принято 18 ноября" in written
    assert "принято 19 ноября" in teacher.screen.text
    assert [one["To"] for one in letters(postman)] == [ADDRESS]


async def test_a_paper_from_before_the_guardian_stopped_letters_brings_none_back(
    town: Town, postman: Postman
) -> None:
    teacher = await reads_letters(town, postman)
    await gets_homework(town)
    await town.program.mail_pages.take(links(letters(postman)[0], MAILBOXES)[-1])
    postman.letters.clear()

    await opens(teacher)
    await teacher.taps("Другой адрес")
    await teacher.taps("Вчера, 19 ноября")
    await teacher.sends(ADDRESS)
    refused = teacher.screen.text
    await town.program.tick("mail-codes")

    assert "Нужно согласие с более поздним днём" in refused
    assert letters(postman) == []


async def test_the_guardian_and_not_the_class_teacher_chooses_the_language_of_letters(
    town: Town, postman: Postman
) -> None:
    teacher = await town.comes_in("t1")
    await gives(teacher)
    await teacher.sends("/settings")
    await teacher.taps("English")
    token, pages = await offered(town, postman), town.program.mail_pages

    russian = (await pages.look(token)).text or ""
    english = (await pages.take(token, {"speak": "en"})).text or ""
    after = (await pages.look(token)).text or ""
    done = (await pages.take(token, {"language": "en"})).text or ""
    await gets_homework(town)
    news = text_of(letters(postman)[-1])
    *_, stop = links(letters(postman)[-1], MAILBOXES)
    back = (await pages.take(stop, {"speak": "ru"})).text or ""
    unknown = (await pages.take(token, {"speak": "xx", "language": "xx"})).text or ""

    assert "Подтвердите почту" in str(letters(postman)[0]["Subject"])
    assert ("Язык: Русский" in russian, 'value="en" lang="en">English' in russian) == (True, True)
    assert ("Language: English" in english, "Confirm</button>" in english) == (True, True)
    assert after == russian
    assert "is confirmed" in done
    assert "Homework" in news or "homework" in news
    assert "Больше не присылать</button>" in back
    assert "подтверждён" in unknown


@ON_BOTH
async def test_marks_go_by_letter_once_the_address_is_proven_and_not_before(
    town: Town, postman: Postman
) -> None:
    teacher = await town.comes_in("t1")
    await gives(teacher)
    token = await offered(town, postman)
    await gets_homework(town)
    before = len(letters(postman))

    await town.program.mail_pages.take(token)
    await town.imports(with_mark(with_homework(), "m4", work="w4", pupil="p1", score="5"))
    await town.evening_news()

    _, news = letters(postman)
    assert (before, news["To"]) == (1, ADDRESS)
    assert "алгебра" in text_of(news).lower()
    assert {row.channel for row in await town.ledger() if row.ending} == {Channel.EMAIL}


@ON_BOTH
async def test_a_forecast_by_letter_alone_is_acknowledged_by_its_link(
    town: Town, postman: Postman
) -> None:
    await reads_letters(town, postman)
    await quietly_imported(town)
    await morning(town, ISSUED)
    letter = next(one for one in letters(postman) if "/ack/" in text_of(one))
    link = links(letter, "/ack/")[0]

    app = alive()
    serve_answers(app, town.program.answers)
    async with TestClient(TestServer(app)) as browser:
        looked = await (await browser.get(f"/ack/{link}")).text()
        english = await (await browser.post(f"/ack/{link}", data={"speak": "en"})).text()
        russian = await (await browser.post(f"/ack/{link}", data={"speak": "ru"})).text()
        stamp = re.search(r'name="stamp" value="(\d+)"', looked)
        assert stamp is not None
        thanked = await (await browser.post(f"/ack/{link}", data={"stamp": stamp[1]})).text()

    assert ("Language: English" in english, russian) == (True, looked)
    assert await acknowledged(town) == 1
    assert "Вы ознакомились" in thanked


async def test_the_link_of_any_letter_stops_them_and_the_word_is_taken_back(
    town: Town, postman: Postman
) -> None:
    teacher = await reads_letters(town, postman)
    await gets_homework(town)
    (letter,) = letters(postman)
    *_, token = links(letter, MAILBOXES)

    looked = await town.program.mail_pages.look(token)
    stopped = await town.program.mail_pages.take(token)
    after = await town.program.mail_pages.take(token)
    await town.imports(with_mark(with_homework(), "m4", work="w4", pupil="p1", score="5"))
    await town.evening_news()
    await opens(teacher)

    assert letter["List-Unsubscribe"] == f"<{PUBLIC}{MAILBOXES}{token}>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "Больше не присылать</button>" in (looked.text or "")
    assert "больше не будет" in (stopped.text or "")
    assert stopped.text == after.text
    assert len(letters(postman)) == 1
    assert "принято" not in teacher.screen.text
    assert "Кто не пользуется Telegram" in teacher.screen.text


def choices_of(letter: object) -> str:
    """Return the link to what comes and when: it stands above the one that stops letters."""
    return links(letter, MAILBOXES)[-2]


@ON_BOTH
async def test_who_has_letters_alone_chooses_by_their_link_what_comes(
    town: Town, postman: Postman
) -> None:
    await reads_letters(town, postman)
    await gets_homework(town)
    pages, token = town.program.mail_pages, choices_of(letters(postman)[-1])

    looked = (await pages.look(token)).text or ""
    chosen = {"homework": "off", "marks": "weekly", "forecasts": "off", "nights": "none"}
    kept = (await pages.take(token, chosen | {"events": "ы", "x": "1"})).text or ""
    again = (await pages.look(token)).text or ""
    await gets_homework(town, "Решить № 7")

    assert looked.count(" selected>") == looked.count("<select ")
    assert 'name="forecasts"' not in looked
    assert "Записано." in kept
    assert 'value="off" selected>Не сообщать' in again
    assert 'value="weekly" selected>Раз в неделю' in again
    assert 'value="none" selected>Без тихих часов' in again
    assert len(letters(postman)) == 1
    assert (await town.endings())["expired: switched-off"] == 1


@ON_BOTH
async def test_what_a_letter_without_details_keeps_back_is_read_at_its_link(
    town: Town, postman: Postman
) -> None:
    mother = await has_a_mailbox(town, postman)
    await mother.sends("/settings")
    for place in ("Новости и тихие часы", "Без подробностей"):
        await mother.taps(place)
    town.telegram.people.deletes_account(mother.id)
    await gets_homework(town)
    letter = letters(postman)[-1]
    token, pages = links(letter, MAILBOXES)[0], town.program.mail_pages

    looked = (await pages.look(token)).text or ""
    posted = (await pages.take(token)).text or ""
    gone = with_homework().change("users", "p1", agentSourcedIds="g2")
    await town.imports(gone.change("users", "p4", agentSourcedIds="g2"))
    refused = await pages.look(token)

    assert "Повторить дроби" not in text_of(letter)
    assert "Прочитать новости" in text_of(letter)
    assert "Повторить дроби" in looked
    assert posted == looked
    assert (refused.status, "дроби" in (refused.text or "")) == (403, False)


async def test_the_link_to_choices_is_of_its_mailbox_and_of_a_month(
    town: Town, postman: Postman
) -> None:
    teacher = await reads_letters(town, postman)
    await gets_homework(town)
    old, pages = choices_of(letters(postman)[-1]), town.program.mail_pages
    await gives(teacher, "other@example.org")
    await pages.take(await offered(town, postman))
    await gets_homework(town, "Решить № 7")
    new = choices_of(letters(postman)[-1])

    of_before = [await pages.look(old), await pages.take(old, {"homework": "off"})]
    works = await pages.look(new)
    town.clock.moves(days=31)
    too_old = await pages.look(new)

    assert [one.status for one in of_before] == [403, 403]
    assert (works.status, too_old.status) == (200, 404)


async def test_what_waits_when_letters_are_stopped_does_not_go_out(
    town: Town, postman: Postman
) -> None:
    await reads_letters(town, postman)
    await gets_homework(town)
    token = links(letters(postman)[0], MAILBOXES)[-1]
    await town.imports(with_mark(with_homework(), "m4", work="w4", pupil="p1", score="5"))

    await town.program.mail_pages.take(token)
    await town.evening_news()

    assert len(letters(postman)) == 1
    assert await town.endings() == {"delivered": 1, "refused: not-linked": 1}


async def test_a_class_teacher_stops_letters_on_paper_and_the_old_link_answers_no_more(
    town: Town, postman: Postman
) -> None:
    teacher = await reads_letters(town, postman)
    await quietly_imported(town)
    await morning(town, ISSUED)
    link = links(next(one for one in letters(postman) if "/ack/" in text_of(one)), "/ack/")[0]
    postman.letters.clear()

    await opens(teacher)
    await teacher.taps("Прекратить письма")
    await teacher.taps("Да, согласие отозвано")
    refused = await town.program.answers.look(link)
    await gets_homework(town)

    assert refused.status == 403
    assert letters(postman) == []


async def test_a_guardian_who_is_one_no_more_gets_no_letters(town: Town, postman: Postman) -> None:
    await reads_letters(town, postman)
    await town.imports(with_homework())
    withdrawn = with_homework().change("users", "p1", agentSourcedIds="g2")
    await town.imports(withdrawn.change("users", "p4", agentSourcedIds="g2"))

    await town.evening_news()

    assert letters(postman) == []
    assert await town.endings() == {"expired: no-right": 1}


async def test_who_left_the_school_confirms_nothing_and_gets_nothing(
    town: Town, postman: Postman
) -> None:
    teacher = await town.comes_in("t1")
    await gives(teacher)
    token = await offered(town, postman)
    await town.imports(a_school().change("users", "g1", enabledUser="false"))

    looked = await town.program.mail_pages.look(token)
    taken = await town.program.mail_pages.take(token)

    assert (looked.status, taken.status) == (404, 404)


async def test_links_that_are_forged_old_or_of_an_address_before_open_nothing(
    town: Town, postman: Postman
) -> None:
    teacher = await town.comes_in("t1")
    await gives(teacher, "wrong@example.org")
    first = await offered(town, postman)
    await gives(teacher)
    second = await offered(town, postman)

    before = await town.program.mail_pages.take(first)
    forged = await town.program.mail_pages.take(second.replace("yes-2", "yes-1"))
    garbage = await town.program.mail_pages.look("ы")
    town.clock.moves(days=8)
    old = await town.program.mail_pages.take(second)
    await opens(teacher)

    assert [one.status for one in (before, forged, garbage, old)] == [404] * 4
    assert "ссылка больше не действует" in teacher.screen.text


async def test_an_address_that_is_none_is_asked_for_again(town: Town, postman: Postman) -> None:
    teacher = await town.comes_in("t1")
    await opens(teacher)
    await teacher.taps("Указать адрес")
    await teacher.taps("Вчера, 19 ноября")

    for wrong in ("почта@пример.рф", "anna@@example.org", "anna example.org", "a b@example.org"):
        await teacher.sends(wrong)
        assert "не похоже на адрес почты" in teacher.screen.text
    await teacher.sends(f" {ADDRESS} ")
    await town.program.tick("mail-codes")

    assert [one["To"] for one in letters(postman)] == [ADDRESS]


async def test_a_typing_error_does_not_pester_a_stranger(town: Town, postman: Postman) -> None:
    teacher = await town.comes_in("t1")
    for _ in range(4):
        await gives(teacher)
    refused = teacher.screen.text
    await town.program.tick("mail-codes")
    many = len(letters(postman))
    town.clock.moves(hours=25)
    await gives(teacher, today="21 ноября")

    assert "сегодня было уже три" in refused
    assert many == 1  # each letter takes the place of the one before it
    assert "уходит письмо" in teacher.screen.text


async def test_two_guardians_of_one_mailbox_prove_it_each_and_stop_it_each(
    town: Town, postman: Postman
) -> None:
    teacher = await reads_letters(town, postman)
    await gives(teacher, name="Лугов Марк")
    await town.program.mail_pages.take(await offered(town, postman))
    postman.letters.clear()
    await gets_homework(town)
    both = letters(postman)
    postman.letters.clear()

    await town.program.mail_pages.take(links(both[0], MAILBOXES)[-1])
    await gets_homework(town, "Решить № 7")

    assert [one["To"] for one in both] == [ADDRESS, ADDRESS]
    assert len(letters(postman)) == 1


async def test_a_mailbox_that_bounces_is_told_to_the_class_teacher_and_goes_on_paper(
    town: Town, postman: Postman
) -> None:
    teacher = await reads_letters(town, postman)
    heard = len(teacher.messages)
    postman.to = "550 5.1.1 no such user"

    await gets_homework(town)
    about = told(teacher, heard)
    await opens(teacher)

    assert len(about) == 1
    assert "Яна" in about[0]
    assert (await town.endings())["refused: unreachable"] == 1
    assert "не доходят" in teacher.screen.text


async def test_who_is_reached_by_mail_only_is_named_in_the_list_and_needs_no_paper(
    town: Town, postman: Postman
) -> None:
    teacher = await town.comes_in("t1")
    await opens_list(teacher)
    at_first = teacher.screen.text
    await proves_address(town, postman, teacher)
    await opens_list(teacher)

    assert "письмами" not in at_first
    assert "только письмами 1" in teacher.screen.text
    assert "Лугова Ева, родитель (Яна): письма с 20 ноября" in teacher.screen.text


async def test_an_urgent_broadcast_comes_by_letter_to_who_has_no_chat(
    town: Town, postman: Postman
) -> None:
    teacher = await reads_letters(town, postman)
    heard = len(teacher.messages)

    await writes(teacher, "Завтра занятий нет: авария.")
    await sends(town, teacher)
    await looks(town)

    (letter,) = letters(postman)
    assert "Завтра занятий нет" in text_of(letter)
    assert any("письмом 1" in one.text for one in teacher.messages[heard:])


async def test_a_broadcast_that_asks_is_answered_by_the_link_of_its_letter(
    town: Town, postman: Postman
) -> None:
    teacher = await reads_letters(town, postman)
    await asks(teacher)
    await sends(town, teacher)
    (letter,) = letters(postman)
    token, *_ = links(letter, MAILBOXES)
    pages = town.program.mail_pages

    looked = (await pages.look(token)).text or ""
    unstamped = (await pages.take(token, {"version": "ы"})).text or ""
    version = re.search(r'name="version" value="(\d+)"', looked)
    about = re.search(r'name="about" value="(\d+)"', looked)
    assert version is not None
    assert about is not None
    form = {"version": version[1], "about": about[1], "choice": "0"}
    answered = (await pages.take(token, form)).text or ""
    await looks(town)
    gone = with_homework().change("users", "p1", agentSourcedIds="g2")
    await town.imports(gone.change("users", "p4", agentSourcedIds="g2"))
    refused = await pages.look(token)

    assert "Ознакомлен(а)</button>" in looked
    assert "Ознакомлен(а)</button>" in unstamped
    assert 'name="choice"' not in answered
    assert any("Ответили семьи: 1 из" in one.text for one in teacher.messages)
    assert refused.status == 403


async def test_a_question_by_letter_is_answered_for_each_child_on_its_page(
    town: Town, postman: Postman
) -> None:
    await town.imports(with_homework().change("users", "p2", agentSourcedIds="g1,g3"))
    teacher = await reads_letters(town, postman)
    await writes(teacher)
    await teacher.taps("Ответ")
    await teacher.taps("Вопрос")
    await teacher.sends("Идёт\nНе идёт")
    await sends(town, teacher)
    (letter,) = letters(postman)
    token, *_ = links(letter, MAILBOXES)
    pages = town.program.mail_pages

    looked = (await pages.look(token)).text or ""
    version, *children = re.findall(r'name="(?:version|about)" value="(\d+)"', looked)[:2]
    form = {"version": version, "about": children[0], "choice": "1"}
    answered = (await pages.take(token, form)).text or ""
    forged = (await pages.take(token, {**form, "about": "1"})).text or ""
    await looks(town)

    assert [looked.count(f"{name} · Идёт") for name in ("Яна", "Лев")] == [1, 1]
    assert "Ответили семьи: 1 из 3" in teacher.screen.text
    assert sum(f"{one}: ответа ещё нет" in answered for one in ("Яна", "Лев")) == 1
    assert "ответа ещё нет" in forged


async def test_who_comes_to_the_chat_later_goes_on_there_and_keeps_the_mailbox(
    town: Town, postman: Postman
) -> None:
    teacher = await reads_letters(town, postman)
    mother = await town.comes_in("g1")
    so_far = len(mother.messages)

    await gets_homework(town)
    await mother.sends("/settings")
    await mother.taps("Почта")
    shown = mother.screen.text
    await opens_person(teacher)

    assert letters(postman) == []
    assert "Повторить дроби" in "".join(told(mother, so_far))
    assert "e•••@example.org" in shown
    assert "Письма на почту" not in teacher.screen.buttons


async def test_who_reads_letters_alone_is_seen_in_the_use_of_the_diary(
    town: Town, postman: Postman
) -> None:
    teacher = await reads_letters(town, postman)

    await teacher.sends("/class")
    for place in ("Ещё", "Семьи", "Кто заходит"):
        await teacher.taps(place)

    assert "Лугова Яна: вошли 0 из 2, письмами 1, за это время не заходили" in teacher.screen.text
