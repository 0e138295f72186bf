"""The gate of who asks: nobody else's request, no old button, nothing lost by bad input."""

from datetime import timedelta

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks import asking
from bot.callbacks.asking import Word
from core.access.people import Role
from core.helpdesk.topics import Topic
from core.helpdesk.values import Matter
from core.ids import KnownAnswerId, SchoolId, TicketEntryId, TicketId
from tests.handlers.chat import Chat, Town

FIRST = TicketId(1)


async def begins(chat: Chat, town: Town) -> None:
    await chat.taps(asking.BeginAsking(school=town.school_id))
    await chat.taps("10")


async def asks(chat: Chat, town: Town, words: str = "Где отчёт?") -> TicketId:
    await begins(chat, town)
    if "Не важно" in labels(chat):
        await chat.taps("Не важно")
    await chat.sends(words)
    await chat.taps("Отправить")
    async with town.school.transaction() as turn:
        (ticket,) = await turn.tickets.under_way(SchoolId(town.school_id))
    return ticket.id


def labels(chat: Chat) -> list[str]:
    return [one.label for row in chat.screen.buttons for one in row]


async def _refused(chat: Chat, button: CallbackData) -> bool:
    shown = await chat.taps(button)
    return bool(shown.alert) and shown.toast is not None


@pytest.mark.parametrize("who", ["father", "leader", "deputy"])
async def test_nobody_else_opens_or_changes_what_somebody_asked(
    town: Town, mother: Chat, who: str
) -> None:
    number = await asks(mother, town)
    other = await town.known(getattr(town, who))
    async with town.school.transaction() as turn:
        (entry,) = (await turn.ticket_words.of_tickets([number]))[number]

    refused = [
        await _refused(other, asking.OpenRequest(ticket=number)),
        await _refused(other, asking.OpenRequestMore(ticket=number)),
        await _refused(other, asking.OpenRequestEntry(entry=entry.id)),
        await _refused(other, asking.OpenRequestFiles(entry=entry.id)),
        await _refused(other, asking.AddToRequest(ticket=number)),
        await _refused(other, asking.AskOtherTopic(ticket=number)),
        await _refused(other, asking.SetOtherTopic(ticket=number, topic=Topic.DIARY)),
        await _refused(other, asking.AskRequestUrgent(ticket=number)),
        *[await _refused(other, asking.SayOfRequest(ticket=number, word=one)) for one in Word],
        await _refused(other, asking.RateRequest(ticket=number)),
        await _refused(other, asking.RateRequest(ticket=number, stars=5)),
        await _refused(other, asking.SendTranscript(ticket=number)),
    ]

    assert all(refused)


async def test_a_request_that_never_was_is_nobody_s(mother: Chat) -> None:
    assert await _refused(mother, asking.OpenRequest(ticket=TicketId(77)))
    assert await _refused(mother, asking.OpenRequestEntry(entry=TicketEntryId(77)))


async def test_a_stranger_is_told_how_to_come_in(town: Town) -> None:
    stranger = town.stranger()

    shown = [
        await stranger.taps(one)
        for one in (asking.OpenHelpDesk(), asking.BeginAsking(), asking.OpenRequests())
    ]

    assert all("код" in one.text for one in shown)


async def test_another_s_child_or_school_is_not_asked_about(town: Town, mother: Chat) -> None:
    await mother.taps(asking.BeginAsking(school=town.school_id))
    await mother.taps("1")
    stamp = asking.SetAbout.unpack(_data(mother, "Не важно")).stamp
    await mother.taps(asking.SetAbout(stamp=stamp, pupil=town.vera))
    await mother.taps("Всё равно спросить")
    await mother.sends("Какие у неё отметки?")

    refused = await mother.taps("Отправить")

    assert refused.alert
    assert await _refused(mother, asking.BeginAsking(school=99))


def _data(chat: Chat, label: str) -> str:
    return next(
        one.callback_data for row in chat.screen.buttons for one in row if one.label == label
    )


async def test_buttons_of_a_draft_that_is_no_more_send_nothing(town: Town, mother: Chat) -> None:
    old = [
        asking.SendAsking(stamp=1),
        asking.SetTopic(stamp=1, topic=Topic.DIARY),
        asking.SetAbout(stamp=1),
        asking.SkipAnswers(stamp=1),
        asking.SetMatter(stamp=1, matter=Matter.REMARK),
        asking.AskReason(stamp=1),
        asking.AskTopic(stamp=1),
        asking.AskAbout(stamp=1),
        asking.BackToAsking(stamp=1),
        asking.DropAsking(stamp=1),
        asking.OpenKnownAnswer(stamp=1, own="quiet"),
        asking.KnownAnswerHelped(stamp=1, own="quiet"),
    ]

    without = [await _refused(mother, one) for one in old]
    await begins(mother, town)
    stale = [await _refused(mother, one) for one in old]
    await mother.sends("Где отчёт?")
    goes_on = await mother.taps("Не важно")

    assert all(without)
    assert all(stale)
    assert "Где отчёт?" in goes_on.text


async def test_nothing_is_sent_without_words_and_a_sticker_loses_none(
    town: Town, mother: Chat
) -> None:
    await begins(mother, town)
    if "Не важно" in labels(mother):
        await mother.taps("Не важно")
    empty = labels(mother)
    await mother.sends("Первое")
    sticker = await mother.posts(
        sticker={
            "file_id": "s",
            "file_unique_id": "s",
            "type": "regular",
            "width": 9,
            "height": 9,
            "is_animated": False,
            "is_video": False,
        }
    )
    long = await mother.sends("д" * 3600)

    assert "Отправить" not in empty
    assert "«Первое»" in sticker.text
    assert "«Первое»" in long.text
    assert long.text.split("\n")[0] != sticker.text.split("\n")[1]


async def test_a_secret_in_a_reason_leaves_the_chat_too(town: Town, mother: Chat) -> None:
    await begins(mother, town)
    if "Не важно" in labels(mother):
        await mother.taps("Не важно")
    await mother.taps("Срочно")
    shown = await mother.sends("Не вхожу с паролем: qwerty99")

    assert shown.takes_back
    assert "qwerty" not in shown.text


async def test_a_proposal_is_one(town: Town, mother: Chat) -> None:
    await begins(mother, town)
    if "Не важно" in labels(mother):
        await mother.taps("Не важно")
    await mother.taps("Это замечание")
    await mother.taps("Это предложение")
    await mother.sends("Добавьте поиск")
    await mother.taps("Отправить")
    async with town.school.transaction() as turn:
        (ticket,) = await turn.tickets.under_way(SchoolId(town.school_id))

    assert ticket.asking.matter is Matter.PROPOSAL


async def test_an_answered_request_is_not_cancelled_and_one_under_way_not_rated(
    town: Town, mother: Chat
) -> None:
    number = await asks(mother, town)

    early = await mother.taps(asking.RateRequest(ticket=number, stars=5))
    again = await mother.taps(asking.SayOfRequest(ticket=number, word=Word.HELPED))

    assert "Обращение уже изменилось" in early.text
    assert "Обращение уже изменилось" in again.text


@pytest.mark.parametrize("who", ["mother", "leader", "deputy"])
async def test_nobody_but_who_answers_keeps_known_answers(town: Town, who: str) -> None:
    chat, school = await town.known(getattr(town, who)), SchoolId(town.school_id)

    refused = [
        await _refused(chat, asking.OpenKeptAnswers(school=school)),
        await _refused(chat, asking.OpenKeptAnswers(school=school, new=True)),
        await _refused(chat, asking.OpenKeptAnswer(school=school, own="quiet")),
        await _refused(chat, asking.AddKnownAnswer(school=school, topic=Topic.DIARY)),
        await _refused(chat, asking.EditKnownAnswer(school=school, number=KnownAnswerId(1))),
        await _refused(chat, asking.RetireKnownAnswer(school=school, own="quiet", retired=True)),
    ]

    assert all(refused)


async def test_known_answers_are_reworded_by_one_at_a_time_and_the_bot_s_by_nobody(
    town: Town,
) -> None:
    keeper = town.seed.a_consultant("Кира")
    head = town.seed.a_person("Ада")
    town.seed.a_role(head, Role.ADMINISTRATOR)
    await town.seed.plant(town.school)
    kira, ada, school = await town.known(keeper), await town.known(head), town.school_id
    await kira.taps(asking.AddKnownAnswer(school=school, topic=Topic.DIARY))
    await kira.sends("Где задания?")
    shown = await kira.sends("В меню.")
    edit = asking.EditKnownAnswer.unpack(_data(kira, "Изменить"))
    await ada.taps(edit)
    await ada.sends("Где видно задания?")
    reworded = await ada.sends("В меню ребёнка.")
    own = await kira.taps(asking.OpenKeptAnswer(school=school, own="quiet"))
    gone = await kira.taps(asking.OpenKeptAnswer(school=school, own="no-such"))

    assert "Где задания?" in shown.text
    assert "Где видно задания?" in reworded.text
    assert "Изменить" not in [one.label for row in own.buttons for one in row]
    assert "уже изменили или убрали" in gone.text


async def test_of_two_who_reword_a_known_answer_the_second_is_told(town: Town) -> None:
    keepers = [town.seed.a_consultant(one) for one in ("Кира", "Лада")]
    await town.seed.plant(town.school)
    kira, lada = [await town.known(one) for one in keepers]
    await kira.taps(asking.AddKnownAnswer(school=town.school_id, topic=Topic.DIARY))
    await kira.sends("Где задания?")
    await kira.sends("В меню.")
    edit = asking.EditKnownAnswer.unpack(_data(kira, "Изменить"))
    town.clock.at += timedelta(minutes=1)
    for chat in (kira, lada):
        await chat.taps(edit)
        await chat.sends("Где видно задания?")
    await lada.sends("В меню ребёнка.")

    late = await kira.sends("На сайте.")
    now = await kira.taps(asking.OpenKeptAnswer(school=town.school_id, number=edit.number))

    assert "уже изменили или убрали" in late.text
    assert "В меню ребёнка." in now.text


async def test_a_secret_in_words_that_are_refused_leaves_the_chat(
    town: Town, mother: Chat
) -> None:
    await begins(mother, town)
    shown = await mother.sends("пароль: qwerty99 " + "д" * 3600)

    assert shown.takes_back
    assert "qwerty" not in shown.text
