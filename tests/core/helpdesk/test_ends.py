"""How requests end: by who answers, and by an asker who never says more."""

from datetime import timedelta

import pytest

from core.helpdesk.facts import AskerReminded, TicketClosed
from core.helpdesk.tickets.handing import ToAdministrator
from core.helpdesk.tickets.rules import TicketChanged, TicketOver
from core.helpdesk.tickets.ticket import Rating, State
from core.helpdesk.values import BY_HELPER, Closing
from core.ids import TicketId
from tests.core.helpdesk.desk import HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    made = HelpDeskOfTests()
    made.window(made.nina, "09:00-11:00")
    return made


async def asked_back(desk: HelpDeskOfTests) -> TicketId:
    number = (await desk.asks()).ticket.id
    await desk.does("ask_back", desk.nina, number, words("Какой предмет?"))
    return number


@pytest.mark.parametrize("how", sorted(BY_HELPER))
async def test_who_answers_says_how_it_ended_and_the_asker_may_open_it_again(
    desk: HelpDeskOfTests, how: Closing
) -> None:
    number = (await desk.asks()).ticket.id

    ended = await desk.does("end", desk.nina, number, how)
    rated = await desk.does("rate", desk.mother, number, Rating(4))
    desk.clock.at += timedelta(days=3) - timedelta(seconds=1)
    again = await desk.does("reopen", desk.mother, number)

    assert (ended.standing.state, ended.standing.closing) == (State.CLOSED, how)
    assert rated.standing.rating == Rating(4)
    assert [(one.to, one.how) for one in desk.told(TicketClosed)] == [((desk.mother,), how)]
    assert (again.standing.state, again.standing.closing) == (State.OPEN, None)
    async with desk.turn() as do:
        rows = await do.tx.consultations.after(desk.seed.school, 0, most=9)
    assert [one.line.outcome for one in rows] == [how, how]


async def test_after_the_days_it_stays_closed(desk: HelpDeskOfTests) -> None:
    number = (await desk.asks()).ticket.id
    await desk.does("end", desk.nina, number, Closing.SOLVED)

    desk.clock.at += timedelta(days=3)

    with pytest.raises(TicketOver):
        await desk.does("reopen", desk.mother, number)


@pytest.mark.parametrize("how", sorted(frozenset(Closing) - BY_HELPER))
async def test_who_answers_cannot_speak_for_the_asker(desk: HelpDeskOfTests, how: Closing) -> None:
    number = (await desk.asks()).ticket.id

    with pytest.raises(TicketChanged):
        await desk.does("end", desk.nina, number, how)


async def test_what_is_answered_is_not_ended_by_who_answered(desk: HelpDeskOfTests) -> None:
    number = (await desk.asks()).ticket.id
    await desk.does("answer", desk.nina, number, words("Так"))

    with pytest.raises(TicketChanged):
        await desk.does("end", desk.nina, number, Closing.SOLVED)


async def test_who_is_asked_back_is_reminded_once_and_then_it_is_closed(
    desk: HelpDeskOfTests,
) -> None:
    number = await asked_back(desk)
    at = desk.clock.at

    for days in (1.9, 2.1, 3, 4.9, 5.1, 6):
        desk.clock.at = at + timedelta(days=days)
        for _ in range(3):
            await desk.tick()

    ticket = await desk.now(number)
    assert (ticket.standing.state, ticket.standing.closing) == (State.CLOSED, Closing.NO_ANSWER)
    assert [one.to for one in desk.told(AskerReminded)] == [(desk.mother,)]
    assert [(set(one.to), one.how) for one in desk.told(TicketClosed)] == [
        ({desk.mother, desk.nina}, Closing.NO_ANSWER)
    ]
    assert (await desk.does("reopen", desk.mother, number)).standing.is_under_way


async def test_a_word_of_the_asker_ends_the_waiting(desk: HelpDeskOfTests) -> None:
    number = await asked_back(desk)

    await desk.does("add_words", desk.mother, number, words("Алгебра"))
    desk.clock.at += timedelta(days=9)
    for _ in range(3):
        await desk.tick()

    assert (await desk.now(number)).standing.state is State.OPEN
    assert desk.told(AskerReminded, TicketClosed) == []


async def test_who_is_asked_back_anew_has_all_the_days_anew(desk: HelpDeskOfTests) -> None:
    number = await asked_back(desk)
    desk.clock.at += timedelta(days=1)

    await desk.does("hand_over", desk.boss, number, ToAdministrator())
    await desk.does("ask_back", desk.boss, number, words("А класс?"))
    desk.clock.at += timedelta(days=1, hours=1)
    await desk.tick()

    assert desk.told(AskerReminded) == []


async def test_who_waits_for_the_same_answer_is_not_closed_by_a_silent_asker(
    desk: HelpDeskOfTests,
) -> None:
    inna = desk.another("Инна")
    main, one = (await desk.asks()).ticket.id, (await desk.asks(by=inna)).ticket.id
    await desk.does("merge", desk.nina, main, [one])
    await desk.does("ask_back", desk.nina, main, words("Какой предмет?"))

    desk.clock.at += timedelta(days=6)
    for _ in range(4):
        await desk.tick()

    assert (await desk.now(main)).standing.closing is Closing.NO_ANSWER
    assert (await desk.now(one)).standing.state is State.OPEN
