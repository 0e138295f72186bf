"""What a stranger closed or merged is awaited again; what others did since stays (S4)."""

from datetime import timedelta

import pytest

from core.helpdesk.facts import Arrival, TicketArrived, TicketPromised
from core.helpdesk.tickets.owner import Administrator, Consultant
from core.helpdesk.tickets.restoring import RestoreTickets
from core.helpdesk.tickets.ticket import Rating, State
from core.helpdesk.values import Closing
from core.ids import PersonId, TicketId
from tests.core.helpdesk.desk import HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    found = HelpDeskOfTests()
    found.window(found.nina, "09:00-11:00")
    return found


async def restores(
    desk: HelpDeskOfTests, closed: list[TicketId], gone: list[TicketId] | None = None
) -> list[TicketId]:
    async with desk.turn() as do:
        found = await RestoreTickets(do.books)(desk.seed.school, closed, gone or [])
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


async def test_what_was_answered_together_by_somebody_stays_answered(
    desk: HelpDeskOfTests,
) -> None:
    main, one, _ = await merged(desk)
    await desk.does("answer", desk.nina, main, words("Так"))

    assert await restores(desk, [one], [main]) == []
    assert (await desk.now(one)).standing.merged_into == main


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
