"""What a stranger closed or merged is awaited again; what others did since stays (S4)."""

from datetime import timedelta

import pytest

from core.helpdesk.facts import (
    AnswerOfAnother,
    AnswerTakenBack,
    Arrival,
    TicketArrived,
    TicketPromised,
)
from core.helpdesk.log.chain import Recorded, verify
from core.helpdesk.tickets.handing import ToAdministrator
from core.helpdesk.tickets.owner import Administrator, Consultant
from core.helpdesk.tickets.restoring import RestoreTickets, TakenBack
from core.helpdesk.tickets.ticket import FirstWord, Rating, State
from core.helpdesk.values import Closing
from core.ids import PersonId, TicketId
from core.reports.consultations import consultations
from tests.core.helpdesk.desk import MONDAY, HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    found = HelpDeskOfTests()
    found.window(found.nina, "09:00-11:00")
    return found


async def restores(
    desk: HelpDeskOfTests, closed: list[TicketId], gone: list[TicketId] | None = None
) -> list[TicketId]:
    async with desk.turn() as do:
        found = await RestoreTickets(do.books)(
            desk.seed.school, TakenBack(frozenset(closed), frozenset(gone or ()))
        )
        return [one.id for one in found]


async def merged(desk: HelpDeskOfTests) -> tuple[TicketId, TicketId, PersonId]:
    inna = desk.another("Инна")
    main, one = (await desk.asks()).ticket.id, (await desk.asks(by=inna)).ticket.id
    await desk.does("merge", desk.nina, main, [one])
    return main, one, inna


async def test_who_closes_or_merges_stands_in_the_ticket_until_it_is_opened_again(
    desk: HelpDeskOfTests,
) -> None:
    _, one, inna = await merged(desk)
    by_nina = (await desk.now(one)).standing.closed_by
    await desk.does("reopen", inna, one)
    again = (await desk.now(one)).standing.closed_by
    await desk.does("cancel", inna, one)

    assert (by_nina, again) == (desk.nina, None)
    assert (await desk.now(one)).standing.closed_by == inna


async def test_what_was_merged_comes_apart_with_who_can_be_reached(desk: HelpDeskOfTests) -> None:
    main, one, inna = await merged(desk)
    await desk.blocked(desk.nina)

    found = await restores(desk, [one])

    standing = (await desk.now(one)).standing
    assert found == [one]
    assert (standing.state, standing.owner, standing.merged_into) == (
        State.OPEN,
        Administrator(),
        None,
    )
    arrived, promised = desk.told(TicketArrived)[-1], desk.told(TicketPromised)[-1]
    assert (arrived.to, arrived.why) == ((desk.boss,), Arrival.APART)
    assert (promised.ticket, promised.to) == (one, (inna,))
    assert not (await desk.does("read", desk.boss, main)).merged


async def test_what_waits_for_a_request_that_is_gone_comes_apart_unnamed(
    desk: HelpDeskOfTests,
) -> None:
    main, one, _ = await merged(desk)

    found = await restores(desk, [], [main])

    assert (found, (await desk.now(one)).standing.state) == ([], State.OPEN)


async def test_what_was_answered_together_by_somebody_stays_answered_when_that_is_gone(
    desk: HelpDeskOfTests,
) -> None:
    main, one, _ = await merged(desk)
    await desk.does("answer", desk.nina, main, words("Так"))

    assert await restores(desk, [], [main]) == []
    assert (await desk.now(one)).standing.merged_into == main


async def test_an_answer_to_another_question_is_none_to_what_a_stranger_merged(
    desk: HelpDeskOfTests,
) -> None:
    main, one, inna = await merged(desk)
    await desk.does("hand_over", desk.nina, main, ToAdministrator())
    desk.clock.at += timedelta(minutes=5)
    await desk.does("answer", desk.boss, main, words("Так"))
    await desk.does("rate", inna, one, Rating(5))

    void = await desk.stolen(desk.nina, MONDAY)

    standing = (await desk.now(one)).standing
    assert void == ["merged_ticket"]
    assert (standing.state, standing.owner, standing.answered_at) == (
        State.OPEN,
        Administrator(),
        None,
    )
    assert (standing.first_word, standing.rating) == (None, None)
    assert [(it.ticket, it.to) for it in desk.told(AnswerOfAnother)] == [(one, (inna,))]
    assert (await desk.now(main)).standing.state is State.ANSWERED


async def test_a_closing_is_void_and_the_owner_has_a_new_round(desk: HelpDeskOfTests) -> None:
    number = (await desk.asks()).ticket.id
    await desk.does("end", desk.nina, number, Closing.SOLVED)
    desk.clock.at += timedelta(minutes=5)

    await restores(desk, [number])

    standing = (await desk.now(number)).standing
    assert isinstance(standing.owner, Consultant)
    assert (standing.state, standing.closing, standing.round_at) == (
        State.OPEN,
        None,
        desk.clock.at,
    )
    assert desk.told(TicketArrived)[-1].why is Arrival.RESTORED


async def test_of_a_confirmed_answer_only_the_word_on_it_is_void_and_nobody_hears(
    desk: HelpDeskOfTests,
) -> None:
    number = (await desk.asks()).ticket.id
    await desk.does("answer", desk.nina, number, words("Так"))
    await desk.does("confirm", desk.mother, number)
    heard = len(desk.told())

    await restores(desk, [number])
    await desk.does("confirm", desk.mother, number)
    await desk.does("rate", desk.mother, number, Rating(5))

    assert len(desk.told()) == heard + 2
    assert (await desk.now(number)).standing.closing is Closing.CONFIRMED


async def answered_by_nina(desk: HelpDeskOfTests) -> tuple[TicketId, TicketId, PersonId]:
    """Let Nina merge two, and answer both ten minutes later, when others have the account."""
    main, one, inna = await merged(desk)
    desk.clock.at += timedelta(minutes=10)
    await desk.does("answer", desk.nina, main, words("Пришлите пароль"))
    return main, one, inna


STOLEN = MONDAY + timedelta(minutes=5)


@pytest.mark.parametrize("by_time", [False, True])
async def test_what_was_closed_on_a_stranger_s_answer_is_open_and_so_is_who_waited_with_it(
    desk: HelpDeskOfTests, *, by_time: bool
) -> None:
    main, one, inna = await answered_by_nina(desk)
    if by_time:
        desk.clock.at += timedelta(days=3)
        await desk.tick()
    else:
        await desk.does("confirm", desk.mother, main)
        await desk.does("rate", desk.mother, main, Rating(5))

    void = await desk.stolen(desk.nina, STOLEN)
    again = await desk.stolen(desk.nina, STOLEN)

    standing, other = (await desk.now(main)).standing, (await desk.now(one)).standing
    assert (void, again) == (["ticket_words", "closed_ticket"], [])
    assert (standing.state, standing.owner, standing.closing) == (
        State.OPEN,
        Administrator(),
        None,
    )
    assert (standing.answered_at, standing.first_word, standing.rating) == (None, None, None)
    assert (other.merged_into, other.waits_elsewhere, other.first_word) == (main, True, None)
    assert [(it.ticket, it.to) for it in desk.told(AnswerTakenBack)] == [
        (main, (desk.mother,)),
        (one, (inna,)),
    ]
    assert [(it.to, it.why) for it in desk.told(TicketArrived)][-1] == (
        (desk.boss,),
        Arrival.RESTORED,
    )


async def test_who_waited_with_one_that_somebody_closed_since_is_answered_apart(
    desk: HelpDeskOfTests,
) -> None:
    main, one, inna = await answered_by_nina(desk)
    await desk.does("reopen", desk.mother, main)
    await desk.does("hand_over", desk.nina, main, ToAdministrator())
    await desk.does("end", desk.boss, main, Closing.SOLVED)

    await desk.stolen(desk.nina, STOLEN)

    standing = (await desk.now(one)).standing
    assert (await desk.now(main)).standing.closing is Closing.SOLVED
    assert (standing.state, standing.merged_into) == (State.OPEN, None)
    assert [it.to for it in desk.told(AnswerTakenBack)] == [(inna,)]


async def test_who_waited_hears_also_where_the_other_asker_is_asked_back(
    desk: HelpDeskOfTests,
) -> None:
    main, one, inna = await answered_by_nina(desk)
    await desk.does("reopen", desk.mother, main)
    await desk.does("hand_over", desk.nina, main, ToAdministrator())
    await desk.does("ask_back", desk.boss, main, words("Какой?"))

    await desk.stolen(desk.nina, STOLEN)

    assert (await desk.now(main)).standing.state is State.ASKED_BACK
    assert (await desk.now(one)).standing.waits_elsewhere
    assert [it.to for it in desk.told(AnswerTakenBack)] == [(inna,)]


async def test_an_honest_answer_of_the_same_round_stands_beside_a_stranger_s(
    desk: HelpDeskOfTests,
) -> None:
    number = (await desk.asks()).ticket.id
    await desk.does("answer", desk.nina, number, words("Так"))
    desk.clock.at += timedelta(minutes=10)
    await desk.does("answer", desk.nina, number, words("Пришлите пароль"))
    before = (await desk.now(number)).standing

    void = await desk.stolen(desk.nina, STOLEN)

    assert void == ["ticket_words"]
    assert (await desk.now(number)).standing == before
    assert desk.told(AnswerTakenBack) == []


@pytest.mark.parametrize("given_up", [False, True])
async def test_what_a_stranger_asked_back_nobody_has_to_say(
    desk: HelpDeskOfTests, *, given_up: bool
) -> None:
    number = (await desk.asks()).ticket.id
    desk.clock.at += timedelta(minutes=5)
    await desk.does("ask_back", desk.nina, number, words("Какой пароль?"))
    if given_up:
        for _ in range(2):
            desk.clock.at += timedelta(days=5)
            await desk.tick()

    await desk.stolen(desk.nina, STOLEN)

    standing = (await desk.now(number)).standing
    assert (standing.state, standing.asked_back_by, standing.first_word) == (
        State.OPEN,
        None,
        None,
    )
    assert [it.to for it in desk.told(AnswerTakenBack)] == [(desk.mother,)]


async def test_what_the_log_says_after_a_breach_is_of_the_answer_that_counts(
    desk: HelpDeskOfTests,
) -> None:
    main, one, inna = await answered_by_nina(desk)
    await desk.does("confirm", desk.mother, main)
    await desk.does("rate", desk.mother, main, Rating(5))
    await desk.stolen(desk.nina, STOLEN)
    desk.clock.at += timedelta(minutes=15)

    await desk.does("answer", desk.boss, main, words("Так"))
    await desk.does("confirm", desk.mother, main)
    await desk.does("rate", desk.mother, main, Rating(4))
    await desk.does("rate", inna, one, Rating(3))
    async with desk.turn() as do:
        rows = await do.tx.consultations.after(desk.seed.school, 0, most=99)
        sources = await do.tx.consultations.sources([desk.nina, desk.boss])

    nina, boss = sources[desk.nina], sources[desk.boss]
    said = [
        (it.ticket[-1], it.what, it.consultant, it.minutes, it.outcome, it.stars)
        for it in (one.line for one in rows)
    ]
    first, second = str(main), str(one)
    merged_, confirmed = Closing.MERGED, Closing.CONFIRMED
    closed, rated = Recorded.CLOSED, Recorded.RATED
    assert verify(rows) is None
    assert said == [
        (second, closed, nina, None, merged_, None),
        (second, closed, nina, 10, merged_, None),
        (first, closed, nina, 10, confirmed, None),
        (first, rated, nina, 10, confirmed, 5),
        (second, closed, boss, 25, merged_, None),
        (first, closed, boss, 25, confirmed, None),
        (first, rated, boss, 25, confirmed, 4),
        (second, rated, boss, 25, merged_, 3),
    ]


async def test_a_report_counts_no_rating_of_an_answer_that_is_void(
    desk: HelpDeskOfTests,
) -> None:
    main, _, _ = await answered_by_nina(desk)
    await desk.does("confirm", desk.mother, main)
    await desk.does("rate", desk.mother, main, Rating(5))
    await desk.stolen(desk.nina, STOLEN)
    await desk.does("answer", desk.boss, main, words("Так"))
    await desk.does("confirm", desk.mother, main)

    async with desk.turn() as do:
        rows = await do.tx.consultations.after(desk.seed.school, 0, most=99)
    found = consultations(rows, MONDAY, MONDAY + timedelta(days=1))

    (of_main,) = [one for one in found if one.line.outcome is Closing.CONFIRMED]
    assert (of_main.stars, of_main.line.minutes) == (None, 10)


async def test_the_first_word_that_is_left_counts_from_when_it_was_said(
    desk: HelpDeskOfTests,
) -> None:
    number = (await desk.asks()).ticket.id
    await desk.does("ask_back", desk.nina, number, words("Какой пароль?"))
    await desk.does("add_words", desk.mother, number, words("Не скажу"))
    await desk.does("hand_over", desk.nina, number, ToAdministrator())
    desk.clock.at += timedelta(minutes=15)
    await desk.does("answer", desk.boss, number, words("Так"))
    before = (await desk.now(number)).standing

    await desk.stolen(desk.nina, MONDAY)

    standing = (await desk.now(number)).standing
    assert standing.state is State.ANSWERED
    assert before.first_word == FirstWord(MONDAY, 0, MONDAY)
    assert standing.first_word == FirstWord(desk.clock.at, 15, None)


async def test_what_was_opened_again_after_a_stranger_s_answer_goes_on_from_who_is_shut_out(
    desk: HelpDeskOfTests,
) -> None:
    main, _, _ = await answered_by_nina(desk)
    await desk.does("reopen", desk.mother, main)

    await desk.stolen(desk.nina, STOLEN)

    assert (await desk.now(main)).standing.owner == Administrator()
    assert desk.told(TicketArrived)[-1].why is Arrival.LEFT
