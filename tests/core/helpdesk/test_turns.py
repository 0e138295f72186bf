"""Whose turn it is, and from when on the clocks of who has a request count (H2)."""

from datetime import datetime, timedelta

import pytest

from core.helpdesk.facts import Arrival, TicketArrived, TicketPromised
from core.helpdesk.tickets.handing import Heir, ToAdministrator, ToConsultant, ToNextWindow
from core.helpdesk.tickets.owner import Consultant, person_of
from core.helpdesk.tickets.promise import AnswersBy, AnswersNow, WindowOver
from core.helpdesk.tickets.ticket import State
from core.helpdesk.tickets.waiting import is_overdue
from core.helpdesk.topics import Topic
from core.regulation.profile import HelpRule
from tests.core.helpdesk.desk import HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    return HelpDeskOfTests()


@pytest.mark.parametrize(
    ("olgas", "hours"),
    [
        ("09:00-11:00", ("09:05", "09:30", "09:39", "09:41")),
        ("09:30-11:00", ("09:05", "10:00", "10:09", "10:11")),
        ("09:30-11:00", ("09:05", "09:06", "09:39", "09:41")),
    ],
)
@pytest.mark.parametrize("waits_for", ["asker", "vendor"])
async def test_who_got_it_while_others_were_awaited_has_the_whole_limit_from_the_turn_on(
    desk: HelpDeskOfTests,
    olgas: str,
    hours: tuple[str, str, str, str],
    waits_for: str,
) -> None:
    """The next window, or who is on duty in the same one: nobody pays for another's waiting."""
    handed, replied, has, gone = hours
    desk.window(desk.nina, "09:00-09:10")
    desk.window(desk.olga, olgas)
    number = (await desk.asks()).ticket.id
    heir: Heir = ToConsultant(desk.olga) if olgas.startswith("09:00") else ToNextWindow()
    if waits_for == "asker":
        await desk.does("ask_back", desk.nina, number, words("Какой предмет?"))
    else:
        await desk.does("to_vendor", desk.nina, number)

    await desk.ticks(handed)
    await desk.does("hand_over", desk.nina, number, heir)
    await desk.ticks(replied)
    if waits_for == "asker":
        await desk.does("add_words", desk.mother, number, words("Алгебра"))
    else:
        await desk.does("vendor_answers", desk.boss, number)
    await desk.ticks(has)
    kept = (await desk.now(number)).standing
    await desk.ticks(gone)

    assert kept.state is State.OPEN
    assert isinstance(kept.owner, Consultant)
    assert kept.owner.person == desk.olga
    assert (await desk.now(number)).standing.passed == (desk.olga,)


@pytest.mark.parametrize(
    ("how", "at", "has", "gone"),
    [("ends", "10:15", "10:24", "10:26"), ("leaves", "10:00:20", "10:09", "10:11")],
)
async def test_a_word_of_one_is_no_word_of_the_next(
    desk: HelpDeskOfTests, how: str, at: str, has: str, gone: str
) -> None:
    desk.window(desk.nina, "09:00-10:00")
    desk.window(desk.olga, "10:00-11:00")
    number = (await desk.asks()).ticket.id
    await desk.does("ask_back", desk.nina, number, words("Какой предмет?"))
    first = (await desk.now(number)).standing.first_word
    await desk.ticks("09:55")
    await desk.does("add_words", desk.mother, number, words("Алгебра"))

    if how == "leaves":
        await desk.ticks("10:00")
        await desk.blocked(desk.nina)
    await desk.ticks(has)
    olgas = (await desk.now(number)).standing
    await desk.ticks(gone)

    assert isinstance(olgas.owner, Consultant)
    assert (olgas.owner.person, olgas.heard_at) == (desk.olga, None)
    assert olgas.owned_since == desk.at(at)
    passed_on = (await desk.now(number)).standing
    assert (passed_on.passed, passed_on.first_word) == ((desk.olga,), first)


@pytest.mark.parametrize(
    ("topic", "hours"), [(Topic.DIARY, (10, 61, 121)), (Topic.LOST_ACCESS, (1440, 1440, 2880))]
)
async def test_what_was_said_to_a_question_of_the_administrators_is_not_forgotten(
    desk: HelpDeskOfTests, topic: Topic, hours: tuple[int, int, int]
) -> None:
    desk.window(desk.olga, "09:00-20:00", topics="diary")
    late, first, second = (timedelta(minutes=it) for it in hours)
    number = (await desk.asks(topic)).ticket.id
    await desk.does("hand_over", desk.boss, number, ToAdministrator())
    await desk.does("ask_back", desk.boss, number, words("Какой предмет?"))
    await desk.ticks("11:00")
    await desk.does("add_words", desk.mother, number, words("Алгебра"))
    replied = desk.clock.at

    async def presses_until(at: datetime) -> int:
        desk.clock.at = at
        await desk.tick()
        return sum(one.why is Arrival.OVERDUE for one in desk.told(TicketArrived))

    ticket = await desk.now(number)
    async with desk.turn() as do:
        schedule = (await do.books.desk(desk.seed.school)).schedule
    instants = (replied, replied + late - timedelta(seconds=1), replied + late)
    overdue = [is_overdue(ticket, schedule, HelpRule(), it) for it in instants]
    told = [
        await presses_until(it)
        for it in (replied + first - timedelta(minutes=2), replied + first, replied + second)
    ]

    assert overdue == [False, False, True]
    assert told == [0, 1, 2]


@pytest.mark.parametrize(
    ("said_at", "until", "at", "is_nina_s"),
    [
        ("09:05", "10:30", "09:09", True),
        ("09:05", "10:30", "09:11", False),
        ("09:05", "09:20", "09:11", False),
        ("09:35", "10:30", "10:29", True),
        ("09:35", "10:30", "10:46", False),
    ],
)
async def test_an_hour_excuses_no_first_word_while_the_window_lasts(
    desk: HelpDeskOfTests, said_at: str, until: str, at: str, is_nina_s: bool
) -> None:
    """Asked at 9:00, or at 9:31; the window ends at 9:40, and another begins at 10:00."""
    desk.window(desk.nina, "09:00-09:40")
    desk.window(desk.olga, "10:00-12:00")
    if said_at == "09:35":
        await desk.ticks("09:31")
    number = (await desk.asks()).ticket.id

    await desk.ticks(said_at)
    await desk.does("finish_by", desk.nina, number, desk.at(until))
    await desk.ticks(at)

    owner = (await desk.now(number)).standing.owner
    assert (person_of(owner) == desk.nina) is is_nina_s


async def test_the_asker_hears_by_when_and_when_that_is_so_no_more(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    desk.window(desk.olga, "09:00-11:00")
    number = (await desk.asks()).ticket.id

    await desk.does("finish_by", desk.nina, number, desk.at("12:00"))
    told = [(one.to, one.at) for one in desk.told(TicketPromised)]
    promised = (await desk.does("read", desk.mother, number)).promise
    await desk.ticks("09:11")
    again = (await desk.does("read", desk.mother, number)).promise

    assert told == [((desk.mother,), desk.at("09:00"))]
    assert promised == AnswersBy(desk.nina, desk.at("12:00"))
    assert len(desk.told(TicketPromised)) == 2
    assert again == AnswersNow(desk.olga, 1)


async def test_who_waits_for_the_same_answer_hears_the_hour_too(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    inna = desk.another("Инна")
    main, one = (await desk.asks()).ticket.id, (await desk.asks(by=inna)).ticket.id
    await desk.does("merge", desk.nina, main, [one])

    await desk.does("finish_by", desk.nina, main, desk.at("12:00"))

    assert [it.to for it in desk.told(TicketPromised)] == [(desk.mother,), (inna,)]
    card = await desk.does("read", inna, one)
    assert card.promise == AnswersBy(desk.nina, desk.at("12:00"))


async def test_of_a_window_that_nobody_saw_begin_the_asker_hears_when_it_is_over(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "14:00-14:05")
    number = (await desk.asks()).ticket.id
    await desk.does("claim", desk.nina, number)

    desk.clock.at = desk.at("14:06")
    await desk.tick()

    assert [one.to for one in desk.told(TicketPromised)] == [(desk.mother,)]
    card = await desk.does("read", desk.mother, number)
    assert isinstance(card.promise, WindowOver)
    assert card.promise.at_latest is not None
    assert card.promise.at_latest.starts_at == desk.at("14:00", days=7)


async def test_who_keeps_it_hears_of_another_topic_and_has_no_more_time_by_that(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    number = (await desk.asks()).ticket.id
    before = (await desk.now(number)).standing
    await desk.ticks("09:05")

    await desk.does("change_topic", desk.mother, number, Topic.REPORTS)

    after = (await desk.now(number)).standing
    assert (after.owner, after.owned_since) == (before.owner, before.owned_since)
    heard = [(it.to, it.why) for it in desk.told(TicketArrived)]
    assert heard[-1] == ((desk.nina,), Arrival.RETOPICED)
