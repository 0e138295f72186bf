"""The consultant's desk is for who answers; old buttons and bad input send nothing to anybody."""

from datetime import date, timedelta

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks import consulting as buttons
from bot.callbacks.consultations import OpenLog, OpenLogRow, SetLogTopic
from bot.callbacks.vendor import BeginPacketFor
from core.access.people import Role
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.tickets.likeness import Likeness
from core.helpdesk.tickets.owner import Consultant
from core.helpdesk.tickets.ticket import Asking, EntryKind, Standing
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing
from core.ids import AnswerTemplateId, DutyId, PersonId, TicketEntryId, TicketId
from core.messages.content import Content, RichText
from tests.core.builders import NOW
from tests.handlers.chat import Chat, Town

TODAY = date(2026, 11, 20)


class Desk:
    """A consultant on duty, who has a mother's request in hand."""

    def __init__(self, town: Town) -> None:
        self.town, seed = town, town.seed
        self.anna: PersonId = seed.a_consultant("Анна", family="Первая")
        self.boris: PersonId = seed.a_consultant("Борис", family="Второй")
        self.window: DutyId = seed.a_duty(self.anna, weekday=5)
        self.boss: PersonId = seed.a_person("Роза")
        seed.a_role(self.boss, Role.ADMINISTRATOR)

    async def asked(self) -> TicketId:
        owner = Consultant(self.anna, ShiftKey(self.window, TODAY))
        asking = Asking(self.town.school_id, self.town.mother, Role.GUARDIAN)
        async with self.town.school.transaction() as turn:
            standing = Standing(Topic.DIARY, owner, NOW)
            number = await turn.tickets.open(asking, standing, at=NOW)
            ticket = (await turn.tickets.tickets([number]))[number]
            said = Content(RichText("Не вижу заданий"))
            await turn.ticket_words.say(ticket, EntryKind.WORDS, said, by=self.town.mother, at=NOW)
        return number

    async def said_in(self, number: TicketId) -> list[str]:
        async with self.town.school.transaction() as turn:
            found = await turn.ticket_words.of_tickets([number])
        return [one.content.text.text for one in found[number]]


@pytest.fixture
async def desk(town: Town) -> Desk:
    made = Desk(town)
    await town.seed.plant(town.school)
    return made


async def _refused(chat: Chat, button: CallbackData) -> bool:
    shown = await chat.taps(button)
    return bool(shown.alert) and shown.toast is not None


@pytest.mark.parametrize("who", ["mother", "father", "leader", "stranger"])
async def test_nobody_else_opens_the_desk_or_does_anything_with_a_request(
    town: Town, desk: Desk, who: str
) -> None:
    number, school = await desk.asked(), town.school_id
    chat = town.stranger() if who == "stranger" else await town.known(getattr(town, who))
    tapped: list[CallbackData] = [
        buttons.OpenDesk(),
        buttons.OpenOverview(school=school),
        buttons.OpenTicket(ticket=number),
        buttons.OpenTicketMore(ticket=number),
        buttons.OpenOwners(ticket=number),
        buttons.OpenEntry(entry=TicketEntryId(1)),
        buttons.ClaimTicket(ticket=number),
        buttons.TakeOver(ticket=number),
        buttons.BeginWords(ticket=number),
        buttons.OpenHeirs(ticket=number),
        buttons.HandOn(ticket=number, to=buttons.Whither.ADMINISTRATOR),
        buttons.HandToWindow(ticket=number, window=desk.window, day=TODAY.toordinal()),
        buttons.OpenMerge(ticket=number),
        buttons.OpenAlike(ticket=number, how=Likeness.TOPIC),
        buttons.MergeAll(ticket=number, how=Likeness.TOPIC, upto=number, count=1),
        buttons.Snooze(ticket=number, until=buttons.Pause.HOUR),
        buttons.FinishBy(ticket=number, minute=1),
        buttons.CloseTicket(ticket=number),
        buttons.EndTicket(ticket=number, how=Closing.SOLVED),
        BeginPacketFor(ticket=number),
        OpenLog(school=school),
        OpenLogRow(school=school, row=1),
        SetLogTopic(school=school, row=1, topic=Topic.REPORTS),
        buttons.SayHere(school=school, window=desk.window, day=TODAY.toordinal(), starts=1),
        buttons.OpenTemplates(school=school),
        buttons.AddTemplate(school=school),
        buttons.OpenTemplate(template=AnswerTemplateId(1)),
    ]

    shown = [(await chat.taps(one)).text for one in tapped]

    assert not any("Не вижу заданий" in one for one in shown)
    assert await desk.said_in(number) == ["Не вижу заданий"]


async def test_another_consultant_and_another_consultants_request(town: Town, desk: Desk) -> None:
    number = await desk.asked()
    boris = await town.known(desk.boris)

    refused = [
        await _refused(boris, buttons.OpenTicket(ticket=number)),
        await _refused(boris, buttons.TakeOver(ticket=number)),
        await _refused(boris, buttons.OpenOverview(school=town.school_id)),
    ]

    assert all(refused)


async def test_a_button_of_an_earlier_draft_sends_nothing(town: Town, desk: Desk) -> None:
    number = await desk.asked()
    anna = await town.known(desk.anna)
    await anna.sends("Похоже на сбой")
    old = buttons.SendWords(stamp=1)

    shown = [await anna.taps(old), await anna.taps(buttons.KeepAsNote(stamp=1))]

    assert all(one.alert for one in shown)
    assert await desk.said_in(number) == ["Не вижу заданий"]


async def test_words_that_wait_for_a_tap_are_not_joined_by_others(town: Town, desk: Desk) -> None:
    number = await desk.asked()
    anna = await town.known(desk.anna)
    await anna.sends("Похоже на сбой")

    shown = await anna.sends("И ещё")

    assert "Сначала нажмите кнопку выше" in shown.text
    assert await desk.said_in(number) == ["Не вижу заданий"]


async def test_words_that_are_too_long_are_asked_for_again(town: Town, desk: Desk) -> None:
    number = await desk.asked()
    anna = await town.known(desk.anna)
    await anna.taps(buttons.BeginWords(ticket=number))

    long = await anna.sends("о" * 3501)
    await anna.posts(text="Обновите страницу", date=100)

    assert "напишите ответ" in long.text
    assert (await desk.said_in(number))[1:] == ["Обновите страницу"]


async def test_a_secret_in_an_answer_is_struck_out_and_leaves_the_chat(
    town: Town, desk: Desk
) -> None:
    number = await desk.asked()
    anna = await town.known(desk.anna)
    await anna.taps(buttons.BeginWords(ticket=number))

    shown = await anna.sends("Войдите, пароль: qwerty12345")

    assert shown.takes_back
    assert "вычеркнут" in shown.text
    assert "qwerty12345" not in "".join(await desk.said_in(number))


async def test_what_was_ticked_of_another_list_is_not_merged(town: Town, desk: Desk) -> None:
    number, other = await desk.asked(), await desk.asked()
    anna = await town.known(desk.anna)

    shown = await anna.taps(buttons.MergeThese(ticket=number, page=0, chosen=1, stamp=1))

    assert shown.text.startswith("Список изменился.")
    async with town.school.transaction() as turn:
        assert (await turn.tickets.tickets([other]))[other].standing.is_under_way


async def test_an_hour_that_is_past_is_refused(town: Town, desk: Desk) -> None:
    number = await desk.asked()
    anna = await town.known(desk.anna)

    assert await _refused(anna, buttons.FinishBy(ticket=number, minute=1))


async def test_an_administrator_takes_what_somebody_has(town: Town, desk: Desk) -> None:
    number = await desk.asked()
    boss = await town.known(desk.boss)

    shown = await boss.taps(buttons.TakeOver(ticket=number))

    assert shown.text.startswith("Обращение у вас.")


async def test_only_the_administration_keeps_templates_of_the_school(
    town: Town, desk: Desk
) -> None:
    anna, boss = await town.known(desk.anna), await town.known(desk.boss)
    await boss.taps(buttons.AddTemplate(school=town.school_id, shared=True))
    kept = await boss.sends("Ближайшее окно — на сайте")
    await anna.taps(buttons.AddTemplate(school=town.school_id, shared=True))
    refused = await anna.sends("Своё от имени школы")
    await anna.sends("/cancel")
    gone = await _refused(anna, buttons.DropTemplate(template=AnswerTemplateId(10**6), sure=True))

    assert "Ближайшее окно — на сайте · школы" in kept.text
    assert refused.alert
    assert gone


async def test_of_two_who_edit_a_template_the_second_is_told(town: Town, desk: Desk) -> None:
    ada = town.seed.a_person("Ада")
    town.seed.a_role(ada, Role.ADMINISTRATOR)
    await town.seed.plant(town.school)
    boss, other = await town.known(desk.boss), await town.known(ada)
    await boss.taps(buttons.AddTemplate(school=town.school_id, shared=True))
    await boss.sends("Первая")
    town.clock.at += timedelta(minutes=1)
    for chat in (boss, other):
        await chat.taps(buttons.OpenTemplates(school=town.school_id))
        await chat.taps("1")
        await chat.taps("Изменить")
    kept = await other.sends("Вторая")

    late = await boss.sends("Третья")
    now = await boss.taps(buttons.OpenTemplates(school=town.school_id))

    assert "1. Вторая" in kept.text
    assert "заготовку уже изменили" in late.text
    assert "1. Вторая" in now.text
