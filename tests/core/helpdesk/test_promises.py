"""What an asker was promised holds, whoever takes the ticket, hands it on, or changes windows."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

import pytest

from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import Hours, OtherHours
from core.helpdesk.facts import TicketPromised, WindowOpened
from core.helpdesk.tickets.gate import may_answer, may_keep
from core.helpdesk.tickets.handing import ToConsultant, ToNextWindow
from core.helpdesk.tickets.owner import Administrator, Consultant, Queue
from core.helpdesk.tickets.promise import AdministratorAnswers, AnswersNow
from core.helpdesk.tickets.rules import NobodyThere, PromisedSooner, WrongInstant
from core.helpdesk.tickets.ticket import State
from core.helpdesk.values import Closing
from core.ids import DutyId, TicketId
from tests.core.helpdesk.desk import MONDAY, HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    return HelpDeskOfTests()


def told(desk: HelpDeskOfTests) -> Sequence[tuple[type, datetime]]:
    """Return what the mother was told of when an answer comes."""
    facts = desk.told(TicketPromised, WindowOpened)
    return [(type(one), one.at) for one in facts if desk.mother in one.to]


async def opens_at(desk: HelpDeskOfTests, duty: DutyId, hours: Hours) -> None:
    key = ShiftKey(duty, MONDAY.date())
    async with desk.turn() as do:
        day = OtherHours(key, hours)
        await do.tx.duty_windows.differ(desk.seed.school, key, day, by=desk.boss, at=desk.clock.at)


async def a_ticket(desk: HelpDeskOfTests) -> TicketId:
    return (await desk.asks()).ticket.id


async def test_what_waits_for_the_next_window_does_not_come_back_before(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    later = desk.window(desk.olga, "14:00-15:00")
    number = await a_ticket(desk)

    await desk.does("hand_over", desk.nina, number, ToNextWindow())
    await desk.ticks("13:59")
    waits = (await desk.now(number)).standing.owner
    await desk.ticks("14:00")

    key = ShiftKey(later, MONDAY.date())
    assert waits == Queue(key)
    assert (await desk.now(number)).standing.owner == Consultant(desk.olga, key)
    assert told(desk) == [(TicketPromised, desk.at("09:00")), (WindowOpened, desk.at("14:00"))]


async def test_after_the_last_window_of_the_year_it_waits_for_september(
    desk: HelpDeskOfTests,
) -> None:
    window = desk.window(desk.nina, "09:00-11:00")
    last, first = MONDAY.date() + timedelta(days=1), MONDAY.date() + timedelta(days=90)
    desk.seed.a_holiday("Лето", last, first)
    number = await a_ticket(desk)

    heirs = await desk.does("read_heirs", desk.nina, number)
    waits = await desk.does("hand_over", desk.nina, number, ToNextWindow())

    key = ShiftKey(window, MONDAY.date() + timedelta(days=91))
    assert (heirs.coming, heirs.next and heirs.next.key) == ((), key)
    assert waits.standing.owner == Queue(key)
    assert told(desk) == [(TicketPromised, desk.at("09:00"))]


async def test_where_no_window_comes_it_cannot_wait_for_one(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00", ends=MONDAY.date())
    number = await a_ticket(desk)

    heirs = await desk.does("read_heirs", desk.nina, number)

    assert heirs.next is None
    with pytest.raises(NobodyThere):
        await desk.does("hand_over", desk.nina, number, ToNextWindow())


async def test_the_next_window_may_be_the_own_one(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    later = desk.window(desk.nina, "14:00-15:00")
    number = await a_ticket(desk)

    await desk.does("hand_over", desk.nina, number, ToNextWindow())
    await desk.ticks("14:01")

    owner = (await desk.now(number)).standing.owner
    assert owner == Consultant(desk.nina, ShiftKey(later, MONDAY.date()))


async def test_of_a_next_window_that_nobody_holds_it_comes_back(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    desk.window(desk.olga, "14:00-15:00")
    number = await a_ticket(desk)
    await desk.does("hand_over", desk.nina, number, ToNextWindow())

    await desk.blocked(desk.olga)
    await desk.tick()

    assert (await desk.now(number)).standing.owner.person == desk.nina


@pytest.mark.parametrize(
    ("hours", "begins"),
    [(Hours(time(15), time(16)), "15:00"), (Hours(time(12), time(13)), "12:00"), (None, "12:00")],
    ids=["later", "sooner", "another window before it"],
)
async def test_a_next_window_at_another_hour_gives_nothing_back(
    desk: HelpDeskOfTests, hours: Hours | None, begins: str
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    duty = desk.window(desk.olga, "14:00-15:00")
    number = await a_ticket(desk)
    await desk.does("hand_over", desk.nina, number, ToNextWindow())

    if hours:
        await opens_at(desk, duty, hours)
    else:
        desk.window(desk.olga, "12:00-13:00")
    await desk.ticks("09:10")
    waits = (await desk.now(number)).standing
    await desk.ticks(begins)

    assert isinstance(waits.owner, Queue)
    assert (waits.promised_at, waits.passed) == (desk.at(begins), (desk.nina,))
    assert (await desk.now(number)).standing.owner.person == desk.olga
    assert WindowOpened in [what for what, _ in told(desk)]


async def test_who_comes_on_duty_after_the_promised_window_cannot_take_it_ahead(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.olga, "14:00-15:00")
    desk.window(desk.nina, "14:00-15:00", weekday=5)
    number = await a_ticket(desk)

    for what, more in (("claim", []), ("ask_back", [words("Какой?")])):
        with pytest.raises(PromisedSooner):
            await desk.does(what, desk.nina, number, *more)
    opened = (await desk.does("read", desk.nina, number)).opened
    assert (may_keep(opened), may_answer(opened)) == (False, True)

    await desk.ticks("14:00")
    assert (await desk.now(number)).standing.owner.person == desk.olga
    assert told(desk) == [(WindowOpened, desk.at("14:00"))]


@pytest.mark.parametrize("what", ["answer", "end", "hand_over"])
async def test_who_does_not_keep_it_may_answer_or_give_it_on_at_any_hour(
    desk: HelpDeskOfTests, what: str
) -> None:
    desk.window(desk.olga, "14:00-15:00")
    desk.window(desk.nina, "14:00-15:00", weekday=5)
    number = await a_ticket(desk)
    more = {
        "answer": words("Так"),
        "end": Closing.SOLVED,
        "hand_over": ToConsultant(desk.olga),
    }

    await desk.does(what, desk.nina, number, more[what])

    standing = (await desk.now(number)).standing
    assert standing.owner.person == (desk.olga if what == "hand_over" else desk.nina)


async def test_an_administrator_takes_it_at_any_hour_and_the_asker_hears(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.olga, "14:00-15:00")
    number = await a_ticket(desk)

    taken = await desk.does("claim", desk.boss, number)

    assert taken.standing.owner == Administrator(desk.boss)
    assert told(desk) == [(TicketPromised, desk.at("09:00"))]


async def test_of_what_was_taken_ahead_the_asker_hears_when_its_window_opens(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "14:00-15:00")
    number = await a_ticket(desk)
    await desk.does("claim", desk.nina, number)

    await desk.ticks("14:09")
    began = (await desk.now(number)).standing
    await desk.ticks("14:11")

    assert told(desk) == [(WindowOpened, desk.at("14:00"))]
    assert (began.owner.person, began.promised_at) == (desk.nina, None)
    assert (await desk.now(number)).standing.owner == Administrator()


async def test_what_was_taken_ahead_is_not_kept_until_an_hour_before_its_window(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "14:00-15:00")
    number = await a_ticket(desk)
    await desk.does("claim", desk.nina, number)

    with pytest.raises(WrongInstant):
        await desk.does("finish_by", desk.nina, number, desk.at("13:00"))
    await desk.ticks("14:01")

    kept = await desk.does("finish_by", desk.nina, number, desk.at("16:00"))
    assert kept.standing.kept_until == desk.at("16:00")


async def test_other_hours_of_a_window_taken_ahead_are_told(desk: HelpDeskOfTests) -> None:
    duty = desk.window(desk.nina, "14:00-15:00")
    number = await a_ticket(desk)
    await desk.does("claim", desk.nina, number)

    await opens_at(desk, duty, Hours(time(16), time(17)))
    await desk.ticks("16:01")

    assert told(desk) == [(TicketPromised, desk.at("09:00:20")), (WindowOpened, desk.at("16:00"))]


async def test_what_was_taken_ahead_and_cannot_wait_goes_to_the_administrator(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "14:00-15:00")
    number = await a_ticket(desk)
    await desk.does("claim", desk.nina, number)

    urgent = await desk.does("make_urgent", desk.mother, number, "экзамен")

    assert urgent.promise == AdministratorAnswers()
    assert desk.heard(desk.nina) == ["TicketWentOn"]
    assert desk.heard(desk.boss) == ["TicketArrived"]


async def test_who_is_on_duty_keeps_what_cannot_wait(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    number = await a_ticket(desk)

    urgent = await desk.does("make_urgent", desk.mother, number, "экзамен")

    assert urgent.promise == AnswersNow(desk.nina, 1)
    assert urgent.ticket.standing.state is State.OPEN
