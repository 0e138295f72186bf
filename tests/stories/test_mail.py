"""News by letter: a mailbox is proven, topics go there, and it stands in for a shut chat."""

import re
from collections.abc import AsyncIterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from aiohttp.test_utils import TestClient, TestServer
from pydantic import AnyHttpUrl, SecretStr

from bot.screens.news.answer_links import PATH
from bot.web.answers import serve_answers
from bot.web.webhook import alive
from core.diary.acknowledging import Acknowledged
from core.notices.ledger import NoticeKind
from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.notifications.test_mail import Postman, opened
from tests.stories.bundle import a_school, with_absence
from tests.stories.conftest import ON_BOTH
from tests.stories.periods import ISSUED, morning, quietly_imported
from tests.stories.test_preferences import chooses, told
from tests.stories.town import Town

PUBLIC = "https://bot.school.example"
ADDRESS = "eva@example.org"


@pytest.fixture
async def postman(town: Town) -> AsyncIterator[Postman]:
    """A mail server that the town hands its letters to."""
    found = Postman()
    async with opened(found) as server:
        sent = {
            "smtp_url": SecretStr(f"smtp://{server.host}:{server.port}"),
            "mail_from": server.sender,
            "public_url": AnyHttpUrl(PUBLIC),
        }
        town.settings = town.settings.model_copy(update=sent)
        town.program = town.again()
        yield found


def letters(postman: Postman) -> list[EmailMessage]:
    return [message_from_bytes(one, policy=default) for one in postman.letters]  # type: ignore[misc]  # by its policy


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


async def code_of(town: Town, postman: Postman) -> str:
    await town.program.tick("mail-codes")
    found = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", text_of(letters(postman)[-1]))
    assert found is not None
    return found[0]


async def has_a_mailbox(town: Town, postman: Postman, source: str = "g1") -> Person:
    """Return a person who came in and proved a mailbox."""
    person = await town.comes_in(source)
    await person.sends("/settings")
    await person.taps("Почта")
    await person.taps("Указать адрес")
    await person.sends(ADDRESS)
    await person.sends(await code_of(town, postman))
    postman.letters.clear()
    return person


def with_homework(text: str = "Повторить дроби") -> Files:
    return a_school().change("x_lessons", "7a-alg-20", homework=text)


@ON_BOTH
async def test_a_mother_chooses_homework_by_letter_and_gets_it_there_alone(
    town: Town, postman: Postman
) -> None:
    mother, father = await has_a_mailbox(town, postman), await town.comes_in("g2")
    await chooses(mother, "Домашние задания", "Письмом")
    so_far = len(mother.messages)

    await town.imports(with_homework())
    await town.evening_news()

    (letter,) = letters(postman)
    assert (letter["To"], "Повторить дроби" in text_of(letter)) == (ADDRESS, True)
    assert told(mother, so_far) == []
    assert "Повторить дроби" in father.screen.text
    assert await town.endings() == {"delivered": 2}


@ON_BOTH
async def test_a_forecast_that_the_chat_takes_no_more_comes_by_letter_and_is_answered_there(
    town: Town, postman: Postman
) -> None:
    mother, teacher = await has_a_mailbox(town, postman), await town.comes_in("t1")
    await quietly_imported(town)
    town.telegram.people.deletes_account(mother.id)
    await morning(town, ISSUED)
    letter = next(one for one in letters(postman) if PUBLIC in text_of(one))
    link = re.search(rf"{PUBLIC}({PATH}\S+)", text_of(letter))
    assert link is not None

    app = alive()
    serve_answers(app, town.program.answers)
    async with TestClient(TestServer(app)) as browser:
        looked = await (await browser.get(link[1])).text()
        before = await acknowledged(town)
        unstamped = await (await browser.post(link[1], data={"stamp": "ы"})).text()
        stamp = re.search(r'name="stamp" value="(\d+)"', looked)
        assert stamp is not None
        thanked = await (await browser.post(link[1], data={"stamp": stamp[1]})).text()

    assert "прогноз на II четверть" in looked
    assert "Ознакомлен(а)</button>" in looked
    assert (before, await acknowledged(town)) == (0, 1)
    assert "С тех пор запись изменилась" in unstamped
    assert "Ознакомлен(а)</button>" in unstamped
    assert "Вы ознакомились" in thanked
    assert 'name="stamp"' not in thanked
    assert not any("не получает" in one.text for one in teacher.messages)


@ON_BOTH
async def test_a_mother_chooses_forecasts_by_letter_and_has_them_there_alone(
    town: Town, postman: Postman
) -> None:
    mother = await has_a_mailbox(town, postman)
    await quietly_imported(town)
    await chooses(mother, "Прогнозы и предупреждения", "Письмом")
    so_far = len(mother.messages)

    await morning(town, ISSUED)

    (letter,) = [one for one in letters(postman) if PUBLIC in text_of(one)]
    assert "рогноз на II четверть" in text_of(letter)
    assert not any("рогноз на II четверть" in one for one in told(mother, so_far))


async def acknowledged(town: Town) -> int:
    async with town.store.reading() as tx:
        rows = await town.ledger()
        of = [one.notice for one in rows if one.notice.draft.kind is NoticeKind.FORECAST]
        given = [
            await tx.acknowledgements.given(
                Acknowledged.FORECAST, [one.draft.about], one.draft.subject, one.draft.subject
            )
            for one in of
        ]
    return max(map(len, given), default=0)


async def test_a_mail_server_that_is_away_loses_nothing_and_holds_no_chat_back(
    town: Town, postman: Postman
) -> None:
    mother = await has_a_mailbox(town, postman)
    await chooses(mother, "Домашние задания", "Письмом")
    postman.to = "450 try later"
    await town.imports(with_homework())
    await town.evening_news()
    waits = await town.endings()

    postman.to = "250 OK"
    town.clock.moves(minutes=1)
    await town.outbox_ticks()

    assert waits == {"waiting": 1}
    assert len(letters(postman)) == 1
    assert await town.endings() == {"delivered": 1}


async def test_a_mailbox_that_is_no_more_gives_its_place_to_the_chat(
    town: Town, postman: Postman
) -> None:
    mother, teacher = await has_a_mailbox(town, postman), await town.comes_in("t1")
    await chooses(mother, "Домашние задания", "Письмом")
    heard = len(teacher.messages)
    postman.to = "550 5.1.1 no such user"

    await town.imports(with_homework())
    await town.evening_news()

    assert "Повторить дроби" in mother.screen.text
    assert told(teacher, heard) == []
    assert await town.endings() == {"delivered": 1}


async def test_who_is_out_of_reach_both_ways_is_told_of_to_the_class_teacher_once(
    town: Town, postman: Postman
) -> None:
    mother, teacher = await has_a_mailbox(town, postman), await town.comes_in("t1")
    heard = len(teacher.messages)
    await mother.blocks()
    postman.to = "550 5.1.1 no such user"

    await town.imports(with_homework())
    await town.evening_news()

    (about_mother,) = told(teacher, heard)
    assert "Яна" in about_mother
    assert (await town.endings())["refused: unreachable"] == 1


@ON_BOTH
async def test_an_alert_that_comes_by_letter_says_where_to_answer_and_whom_to_call(
    town: Town, postman: Postman
) -> None:
    mother = await has_a_mailbox(town, postman)
    await mother.blocks()

    await town.imports(with_absence(a_school(), "a9", lesson="7a-alg-20", pupil="p1"))
    await town.outbox_ticks()

    (letter,) = letters(postman)
    assert "нет на 1-м уроке" in text_of(letter)
    assert (
        "можно в чате с ботом; если чат недоступен, позвоните классному руководителю или в школу."
        in text_of(letter)
    )


async def test_a_link_that_was_forged_is_too_old_or_of_who_left_opens_nothing(
    town: Town, postman: Postman
) -> None:
    mother = await has_a_mailbox(town, postman)
    await quietly_imported(town)
    await mother.blocks()
    await morning(town, ISSUED)
    # The last link is of the last child, Яна; the first may be of her brother.
    token = re.findall(rf"{PUBLIC}{PATH}(\S+)", "".join(map(text_of, letters(postman))))[-1]

    forged = await town.program.answers.look(token.replace("forecast", "warning"))
    garbage = await town.program.answers.answer("ы")
    await town.imports(a_school().change("users", "p1", agentSourcedIds="g2"))
    withdrawn = await town.program.answers.answer(token)
    town.clock.moves(days=31)
    old = await town.program.answers.answer(token)

    assert [one.status for one in (forged, garbage, old)] == [404, 404, 404]
    assert withdrawn.status == 403
    assert "не представляете этого ученика" in (withdrawn.text or "")
    assert await acknowledged(town) == 0


@ON_BOTH
async def test_a_link_of_a_former_mailbox_opens_nothing_and_changes_no_language(
    town: Town, postman: Postman
) -> None:
    mother = await has_a_mailbox(town, postman)
    await quietly_imported(town)
    await chooses(mother, "Прогнозы и предупреждения", "Письмом")
    await morning(town, ISSUED)
    token = re.findall(rf"{PUBLIC}{PATH}(\S+)", "".join(map(text_of, letters(postman))))[-1]
    before = await town.program.answers.look(token)
    await mother.sends("/settings")
    await mother.taps("Почта")
    await mother.taps("Отключить почту")

    looked = await town.program.answers.look(token)
    spoken = await town.program.answers.speak(token, "en")
    answered = await town.program.answers.answer(token)
    await mother.sends("/settings")

    assert (before.status, looked.status, spoken.status, answered.status) == (200, 403, 403, 403)
    assert mother.screen.text.startswith("Настройки")
    assert await acknowledged(town) == 0


async def test_a_mailbox_that_is_told_to_wait_holds_up_nobody_elses_code(
    town: Town, postman: Postman
) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    postman.greylisted = "slow@example.org"
    for person, address in ((mother, postman.greylisted), (father, ADDRESS)):
        await person.sends("/settings")
        await person.taps("Почта")
        await person.taps("Указать адрес")
        await person.sends(address)

    await town.program.tick("mail-codes")
    at_first = [one["To"] for one in letters(postman)]
    postman.greylisted = ""
    await town.program.tick("mail-codes")

    assert at_first == [ADDRESS]
    assert [one["To"] for one in letters(postman)] == [ADDRESS, "slow@example.org"]


async def test_wrong_codes_are_counted_and_the_right_one_comes_too_late(
    town: Town, postman: Postman
) -> None:
    mother = await town.comes_in("g1")
    await mother.sends("/settings")
    await mother.taps("Почта")
    await mother.taps("Указать адрес")
    await mother.sends("не адрес")
    refused = mother.screen.text
    await mother.sends(ADDRESS)
    code = await code_of(town, postman)

    for _ in range(5):
        await mother.sends("AAAA-AAAA")
    over = mother.screen.text
    await mother.sends(code)

    assert "не похоже на адрес почты" in refused
    assert "пять раз" in over
    assert ADDRESS not in over
    await mother.sends("/settings")
    await mother.taps("Почта")
    assert "Сейчас всё приходит сюда, в чат." in mother.screen.text
