"""A ticket's life: asked, claimed, answered, handed on, closed; and what time brings about."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

import pytest

from core.access.people import Account, Actor, Address, Channel, Name, Role
from core.errors import AccessRefused, NotActivated
from core.helpdesk.duty.asking import NewStandIn, StandInState
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.duty.window import Hours, OtherHours, StandIn
from core.helpdesk.facts import (
    ConsultantSilent,
    DutyCalled,
    TicketArrived,
    TicketFact,
    TicketPromised,
    TicketWentOn,
    WindowEnded,
    WindowOpened,
)
from core.helpdesk.log.chain import verify
from core.helpdesk.tickets.asking import Question
from core.helpdesk.tickets.gate import must_have
from core.helpdesk.tickets.handing import ToAdministrator, ToConsultant, ToNextWindow
from core.helpdesk.tickets.owner import Administrator, Consultant, Queue
from core.helpdesk.tickets.promise import AdministratorAnswers, AnswersFrom, AnswersNow
from core.helpdesk.tickets.rules import (
    CannotMerge,
    NobodyThere,
    RatedAlready,
    ReasonNeeded,
    TicketChanged,
    TicketOver,
    TicketTaken,
    TooManyTickets,
    WrongInstant,
    WrongRating,
)
from core.helpdesk.tickets.saying_here import Here, TurnIsOther
from core.helpdesk.tickets.ticket import EntryKind, Rating, State
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing
from core.ids import AccountId, CourseId, DutyId, PersonId
from core.messages.content import Content, RichText
from core.messages.threads.writing import Piece
from tests.core.helpdesk.desk import MONDAY, HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    return HelpDeskOfTests()


async def test_in_hours_the_consultant_has_it_at_once(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")

    first, second = await desk.asks(), await desk.asks(by=desk.another("Инна"))

    assert (first.promise, second.promise) == (AnswersNow(desk.nina, 1), AnswersNow(desk.nina, 2))
    assert desk.heard(desk.nina) == ["TicketArrived", "TicketArrived"]


async def test_out_of_hours_the_asker_knows_the_window_and_hears_when_it_opens(
    desk: HelpDeskOfTests,
) -> None:
    duty = desk.window(desk.nina, "14:00-15:00")

    asked = await desk.asks()
    await desk.ticks("14:00")

    assert isinstance(asked.promise, AnswersFrom)
    assert (asked.promise.window.starts_at, asked.promise.place) == (desk.at("14:00"), 1)
    ticket = await desk.now(asked.ticket.id)
    assert ticket.standing.owner == Consultant(desk.nina, asked.promise.window.key)
    assert asked.promise.window.window == duty
    assert [one.at for one in desk.told(WindowOpened)] == [desk.at("14:00")]
    assert desk.heard(desk.mother) == ["WindowOpened"]


async def test_lost_access_and_urgent_words_go_to_the_administrator(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "14:00-15:00")

    lost = await desk.asks(Topic.LOST_ACCESS)
    urgent = await desk.asks(urgent="  экзамен \n завтра ")
    waits = await desk.asks()
    made = await desk.does("make_urgent", desk.mother, waits.ticket.id, "суд")

    assert [one.promise for one in (lost, urgent, made)] == [AdministratorAnswers()] * 3
    assert urgent.ticket.standing.urgent == "экзамен завтра"
    assert desk.heard(desk.boss) == ["TicketArrived"] * 3
    with pytest.raises(ReasonNeeded):
        await desk.does("make_urgent", desk.mother, waits.ticket.id, " \n")


async def test_a_secret_is_never_kept(desk: HelpDeskOfTests) -> None:
    async with desk.turn() as do:
        question = Question(desk.seed.school, Topic.DIARY)
        asked = await do.ask(desk.actor(desk.mother), question, words("пароль: qwerty"), ["7"])

    card = await desk.does("read", desk.mother, asked.ticket.id)
    assert asked.struck
    assert [one.content.text.text for one in card.entries] == ["пароль: •••"]


async def test_who_comes_second_is_told_who_has_it(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "14:00-15:00")
    desk.window(desk.olga, "14:00-15:00")
    number = (await desk.asks()).ticket.id

    taken = await desk.does("claim", desk.olga, number)
    again = await desk.does("claim", desk.olga, number)

    assert isinstance(taken.standing.owner, Consultant)
    assert again == taken
    with pytest.raises(TicketTaken) as refused:
        await desk.does("answer", desk.nina, number, words("Так"))
    assert refused.value.by == taken.owner_name


async def test_two_taps_at_once_have_one_winner(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "14:00-15:00")
    desk.window(desk.olga, "14:00-15:00")
    number = (await desk.asks()).ticket.id

    async with desk.turn() as do:
        seen = [await do.open(desk.actor(one), number) for one in (desk.nina, desk.olga)]
        await do.open.stand(seen[0], must_have(seen[0]), [])
        with pytest.raises(TicketTaken):
            await do.open.stand(seen[1], must_have(seen[1]), [])


async def test_silence_passes_it_to_the_next_on_duty_and_then_to_the_administrator(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-12:00")
    desk.window(desk.olga, "09:00-12:00")
    number = (await desk.asks()).ticket.id

    await desk.ticks("09:30")

    arrived = [(one.to, one.at) for one in desk.told(TicketArrived)]
    assert arrived[1:] == [
        ((desk.olga,), desk.at("09:10")),
        ((desk.boss,), desk.at("09:20")),
    ]
    assert [one.to for one in desk.told(TicketWentOn)] == [(desk.nina,), (desk.olga,)]
    assert (await desk.now(number)).standing.owner == Administrator()


async def test_only_the_time_of_windows_counts(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-09:05")
    desk.window(desk.nina, "11:00-12:00")
    desk.window(desk.olga, "11:00-12:00")
    asked = await desk.asks()

    await desk.ticks("11:09")
    before = await desk.now(asked.ticket.id)
    await desk.ticks("11:21")

    assert before.standing.owner != Administrator()
    assert len(desk.told(WindowEnded)) == 1


async def test_at_a_window_s_end_the_owner_is_asked_once_and_silence_gives_it_on(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-10:00")
    later = desk.window(desk.olga, "14:00-15:00")
    number = (await desk.asks()).ticket.id
    await desk.does("ask_back", desk.nina, number, words("Какой предмет?"))

    await desk.ticks("10:14")
    kept = await desk.now(number)
    await desk.ticks("10:16")

    assert isinstance(kept.standing.owner, Consultant)
    assert [(one.to, one.at) for one in desk.told(WindowEnded)] == [
        ((desk.nina,), desk.at("10:00"))
    ]
    owner = (await desk.now(number)).standing.owner
    assert isinstance(owner, Queue)
    assert owner.shift.window == later
    assert [one.to for one in desk.told(TicketPromised)] == [(desk.mother,)]


async def test_who_finishes_by_an_hour_keeps_it_until_then(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-10:00")
    number = (await desk.asks()).ticket.id
    await desk.does("ask_back", desk.nina, number, words("Какой предмет?"))
    await desk.ticks("10:01")

    await desk.does("finish_by", desk.nina, number, desk.at("11:00"))
    await desk.ticks("10:59")
    kept = (await desk.now(number)).standing
    await desk.ticks("11:01")

    assert (kept.asked_at_end, len(desk.told(WindowEnded))) == (None, 2)
    for wrong in (desk.at("11:00"), desk.at("11:00", days=1)):
        with pytest.raises(WrongInstant):
            await desk.does("finish_by", desk.nina, number, wrong)


async def test_a_window_that_follows_on_another_tells_nobody(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-10:00")
    second = desk.window(desk.nina, "10:00-11:00")
    number = (await desk.asks()).ticket.id
    await desk.does("ask_back", desk.nina, number, words("Какой предмет?"))
    before = len(desk.told())

    await desk.ticks("10:30")

    assert (await desk.now(number)).standing.owner.shift.window == second
    since = desk.told()[before:]
    assert [one for one in since if isinstance(one, TicketFact)] == []


async def test_the_limit_goes_on_over_two_windows_though_no_tick_saw_the_first_one_end(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-09:05")
    desk.window(desk.nina, "10:00-11:00")
    number = (await desk.asks()).ticket.id

    desk.clock.at = desk.at("10:06")
    await desk.tick()

    assert (await desk.now(number)).standing.owner == Administrator()


async def test_a_consultant_who_blocks_the_bot_loses_what_is_open(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    desk.window(desk.olga, "09:00-11:00")
    number = (await desk.asks()).ticket.id

    await desk.blocked(desk.nina)
    await desk.tick()

    assert (await desk.now(number)).standing.owner.person == desk.olga


async def test_a_changed_schedule_is_told_only_where_the_time_changed(
    desk: HelpDeskOfTests,
) -> None:
    duty = desk.window(desk.nina, "14:00-15:00")
    await desk.asks()
    async with desk.turn() as do:
        await do.tx.duty_windows.take_away(
            duty,
            since=(await do.tx.duty_windows.window(duty)).changed_at,
            by=desk.boss,
            at=desk.clock.at,
        )
    desk.window(desk.olga, "14:00-15:00")
    await desk.tick()
    same = list(desk.told(TicketPromised))

    desk.window(desk.nina, "13:00-15:00")
    await desk.tick()

    assert (same, [one.to for one in desk.told(TicketPromised)]) == ([], [(desk.mother,)])


async def test_a_consultant_is_called_twice_and_then_others_hear(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "10:00-11:00")
    desk.window(desk.olga, "14:00-15:00")

    await desk.ticks("10:00")

    calls = [(one.at, one.again) for one in desk.told(DutyCalled)]
    assert calls == [(desk.at("09:30"), False), (desk.at("09:50"), True)]
    assert [(one.at, one.to) for one in desk.told(ConsultantSilent)] == [
        (desk.at("09:55"), (desk.olga, desk.boss))
    ]


async def test_who_gets_a_turn_at_the_last_minute_is_called_before_others_hear(
    desk: HelpDeskOfTests,
) -> None:
    """Nina is silent, and the administrator gives her turn to Olga at 9:56."""
    window = desk.window(desk.nina, "10:00-11:00")
    desk.window(desk.olga, "14:00-15:00")
    key = ShiftKey(window, MONDAY.date())
    await desk.ticks("09:56")
    async with desk.turn() as do:
        of, school = StandIn(key, desk.nina, desk.olga), desk.seed.school
        new = NewStandIn(school, of, StandInState.AGREED, desk.boss, desk.clock.at)
        await do.tx.stand_ins.put([new])

    await desk.ticks("10:00")

    calls = [(one.at, one.again) for one in desk.told(DutyCalled) if desk.olga in one.to]
    silent = [one.at for one in desk.told(ConsultantSilent) if one.shift.consultant == desk.olga]
    assert calls == [(desk.at("09:56:20"), False)]
    assert silent == [desk.at("09:58:20")]


async def test_who_says_to_be_here_is_called_no_more(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "10:00-11:00")
    await desk.ticks("09:31")
    shift = desk.told(DutyCalled)[0].shift

    said = [await says_here(desk, desk.nina, shift) for _ in range(2)]
    await desk.ticks("10:00")

    assert said == [Here(shift)] * 2
    assert len(desk.told(DutyCalled, ConsultantSilent)) == 1
    assert await says_here(desk, desk.olga, shift) == TurnIsOther(shift, Name("Нина", "Орлова"))
    with pytest.raises(AccessRefused):
        await says_here(desk, desk.mother, shift)


async def says_here(desk: HelpDeskOfTests, who: PersonId, shift: Shift) -> Here | TurnIsOther:
    async with desk.turn() as do:
        actor, school = desk.actor(who), desk.seed.school
        return await do.say_here(actor, school, shift.key, starts_at=shift.starts_at)


@pytest.mark.parametrize(
    ("hours", "near"), [("11:00-12:00", True), ("14:00-15:00", False), ("08:00-09:20", False)]
)
async def test_to_be_here_for_hours_of_before_counts_for_nothing(
    desk: HelpDeskOfTests, hours: str, near: bool
) -> None:
    desk.window(desk.nina, "10:00-11:00")
    await desk.ticks("09:31")
    before = desk.told(DutyCalled)[0].shift
    starts, ends = (time.fromisoformat(one) for one in hours.split("-"))
    async with desk.turn() as do:
        moved = OtherHours(before.key, Hours(starts, ends))
        school, now = desk.seed.school, desk.clock.at
        await do.tx.duty_windows.differ(school, before.key, moved, by=desk.boss, at=now)

    said = await says_here(desk, desk.nina, before)

    assert isinstance(said, TurnIsOther)
    assert (said.shift is not None, said.name, said.may_be_here) == (True, None, near)
    async with desk.turn() as do:
        calls = await do.tx.duty_calls.calls(desk.seed.school, [before.key])
    assert not any(one.here_at for one in calls.values())


@pytest.mark.parametrize(
    ("word", "said"),
    [("answer", [words("Нажмите «Неделя»")]), ("ask_back", [words("Где?")]), ("to_vendor", [])],
)
async def test_the_log_counts_the_first_word_by_the_hours_of_when_it_was_said(
    desk: HelpDeskOfTests, word: str, said: Sequence[Content]
) -> None:
    window = desk.window(desk.nina, "09:00-11:00")
    number = (await desk.asks()).ticket.id
    desk.clock.at += timedelta(minutes=7, seconds=30)

    await desk.does(word, desk.nina, number, *said)
    await _other_hours(desk, window)
    await desk.does("answer", desk.nina, number, words("Готово"))
    await desk.does("confirm", desk.mother, number)

    assert await _counted(desk) == [(7, desk.at("09:00"))]


async def test_the_log_counts_an_answer_to_many_by_the_hours_of_when_it_was_said(
    desk: HelpDeskOfTests,
) -> None:
    window, inna = desk.window(desk.nina, "09:00-11:00"), desk.another("Инна")
    main, one = (await desk.asks()).ticket.id, (await desk.asks(by=inna)).ticket.id
    await desk.does("merge", desk.nina, main, [one])
    desk.clock.at += timedelta(minutes=7, seconds=30)

    await desk.does("answer", desk.nina, main, words("Нажмите «Неделя»"))
    await _other_hours(desk, window)
    await desk.does("rate", inna, one, Rating(5))

    assert (await _counted(desk))[1:] == [(7, desk.at("09:00"))] * 2


async def _other_hours(desk: HelpDeskOfTests, window: DutyId) -> None:
    """Change the hours of this Monday's window, once it is over."""
    desk.clock.at = desk.at("12:00")
    key, hours = ShiftKey(window, MONDAY.date()), Hours(time(9, 5), time(9, 6))
    async with desk.turn() as do:
        day = OtherHours(key, hours)
        await do.tx.duty_windows.differ(desk.seed.school, key, day, by=desk.boss, at=desk.clock.at)


async def _counted(desk: HelpDeskOfTests) -> list[tuple[int | None, datetime | None]]:
    async with desk.turn() as do:
        rows = await do.tx.consultations.after(desk.seed.school, 0, most=9)
    return [(one.line.minutes, one.line.window) for one in rows]


async def test_an_answer_is_confirmed_and_logged_and_rated_once(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    number = (await desk.asks()).ticket.id
    desk.clock.at += timedelta(minutes=7, seconds=30)

    await desk.does("answer", desk.nina, number, words("Нажмите «Неделя»"))
    closed = await desk.does("confirm", desk.mother, number)
    await desk.does("confirm", desk.mother, number)
    await desk.does("rate", desk.mother, number, Rating(5, " быстро "))

    async with desk.turn() as do:
        rows = await do.tx.consultations.after(desk.seed.school, 0, most=9)
    assert (closed.standing.closing, verify(rows)) == (Closing.CONFIRMED, None)
    assert [(it.line.minutes, it.line.consultant, it.line.stars, it.line.word) for it in rows] == [
        (7, "Нина", None, ""),
        (7, "Нина", 5, "быстро"),
    ]
    assert rows[0].line.window == desk.at("09:00")
    assert desk.heard(desk.mother) == ["TicketAnswered"]
    with pytest.raises(RatedAlready):
        await desk.does("rate", desk.mother, number, Rating(1))


async def test_days_without_a_word_close_what_was_answered(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    number = (await desk.asks()).ticket.id
    await desk.does("answer", desk.nina, number, words("Так"))

    desk.clock.at += timedelta(days=3) - timedelta(seconds=1)
    before = await desk.tick()
    desk.clock.at += timedelta(seconds=1)
    after = [await desk.tick(), await desk.tick()]

    assert (before, after) == (0, [1, 0])
    assert (await desk.now(number)).standing.closing is Closing.BY_TIME
    with pytest.raises(TicketOver):
        await desk.does("reopen", desk.mother, number)
    with pytest.raises(TicketOver):
        await desk.does("add_words", desk.mother, number, words("И ещё"))


async def test_what_did_not_help_is_opened_again(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    number = (await desk.asks()).ticket.id
    await desk.does("answer", desk.nina, number, words("Так"))

    await desk.does("reopen", desk.mother, number)
    await desk.does("answer", desk.nina, number, words("Или так"))
    await desk.does("add_words", desk.mother, number, words("Всё равно нет"))

    ticket = await desk.now(number)
    assert (ticket.standing.state, ticket.standing.heard_at) == (State.OPEN, None)
    assert ticket.standing.owner.person == desk.nina
    for what in ("reopen", "confirm"):
        with pytest.raises(TicketChanged):
            await desk.does(what, desk.mother, number)
    with pytest.raises(TicketChanged):
        await desk.does("rate", desk.mother, number, Rating(3))


async def test_one_answer_goes_to_each_asker(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    inna, lev = desk.another("Инна"), desk.another("Лев")
    main, one, two = [(await desk.asks(by=it)).ticket.id for it in (desk.mother, inna, lev)]

    kept, merged = await desk.does("merge", desk.nina, main, [one, two, main])
    await desk.does("answer", desk.nina, main, words("Так"))
    card = await desk.does("read", inna, one)
    again = await desk.does("reopen", lev, two)

    assert (kept.id, merged) == (main, 2)
    assert desk.heard(desk.mother) == ["TicketAnswered"]
    assert [desk.heard(it) for it in (inna, lev)] == [["TicketMerged", "TicketAnswered"]] * 2
    assert [it.kind for it in card.entries] == [EntryKind.WORDS, EntryKind.ANSWER]
    assert (again.standing.state, again.standing.merged_into) == (State.OPEN, None)
    with pytest.raises(CannotMerge):
        await desk.does("merge", desk.nina, two, [main])


async def test_who_waits_for_the_same_answer_goes_on_waiting_when_one_cancels(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    inna = desk.another("Инна")
    main, one = (await desk.asks()).ticket.id, (await desk.asks(by=inna)).ticket.id
    await desk.does("merge", desk.nina, main, [one])

    await desk.does("cancel", desk.mother, main)
    await desk.does("cancel", desk.mother, main)

    assert (await desk.now(main)).standing.closing is Closing.CANCELLED
    opened = (await desk.now(one)).standing
    assert (opened.state, opened.owner.person) == (State.OPEN, desk.nina)


async def test_what_is_needless_is_closed_for_all_who_asked(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    inna = desk.another("Инна")
    main, one = (await desk.asks()).ticket.id, (await desk.asks(by=inna)).ticket.id
    await desk.does("merge", desk.nina, main, [one])

    await desk.does("end", desk.nina, main, Closing.NEEDLESS)

    assert desk.heard(desk.mother) == ["TicketClosed"]
    assert desk.heard(inna) == ["TicketMerged", "TicketClosed"]
    assert (await desk.does("reopen", inna, one)).standing.is_under_way


async def test_a_ticket_is_handed_to_a_person_a_window_or_the_administrator(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    desk.window(desk.olga, "14:00-15:00")
    number = (await desk.asks()).ticket.id
    heirs = await desk.does("read_heirs", desk.nina, number)

    waits = await desk.does("hand_over", desk.nina, number, ToConsultant(desk.olga))
    back = await desk.does("hand_over", desk.boss, number, ToConsultant(desk.nina))
    last = await desk.does("hand_over", desk.nina, number, ToAdministrator())

    assert ([one.consultant for one in heirs.now], len(heirs.coming) > 0) == ([], True)
    assert waits.standing.owner == Queue(heirs.coming[0].key, desk.olga)
    assert (back.standing.owner.person, last.standing.owner) == (desk.nina, Administrator())
    assert len(desk.told(TicketPromised)) == 2
    stranger = desk.another("Инна")
    with pytest.raises(NobodyThere):
        await desk.does("hand_over", desk.boss, number, ToConsultant(stranger))
    lost = (await desk.asks(Topic.LOST_ACCESS)).ticket.id
    with pytest.raises(NobodyThere):
        await desk.does("hand_over", desk.boss, lost, ToNextWindow())


async def test_what_sleeps_is_out_of_the_list_and_comes_back(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    number = (await desk.asks()).ticket.id
    await desk.does("ask_back", desk.nina, number, words("Какой?"))
    await desk.does("snooze", desk.nina, number, desk.at("09:30"))

    asleep = await desk.does("read_counter", desk.nina, desk.seed.school)
    await desk.ticks("09:31")
    awake = await desk.does("read_counter", desk.nina, desk.seed.school)

    assert ([it.id for it in asleep.asleep], asleep.asked_back) == ([number], ())
    assert ([it.id for it in awake.asked_back], awake.asleep) == ([number], ())
    assert "TicketWoke" in desk.heard(desk.nina)
    with pytest.raises(WrongInstant):
        await desk.does("snooze", desk.nina, number, desk.at("09:00"))


async def test_a_desk_shows_what_is_mine_and_what_could_be(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    desk.window(desk.olga, "14:00-15:00", topics="reports")
    mine = (await desk.asks()).ticket.id
    free = (await desk.asks(Topic.REPORTS)).ticket.id
    lost = (await desk.asks(Topic.LOST_ACCESS)).ticket.id
    await desk.does("hand_over", desk.boss, free, ToNextWindow())

    nina = await desk.does("read_counter", desk.nina, desk.seed.school)
    olga = await desk.does("read_counter", desk.olga, desk.seed.school)
    boss = await desk.does("read_counter", desk.boss, desk.seed.school)

    assert ([it.id for it in nina.mine], [it.id for it in nina.free]) == ([mine], [free])
    assert ([it.id for it in olga.free], olga.shift) == ([free], None)
    assert {it.id for it in boss.free} == {free, lost}
    with pytest.raises(AccessRefused):
        await desk.does("read_counter", desk.mother, desk.seed.school)


async def test_a_ticket_is_nobody_else_s_to_read(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00", topics="diary")
    number = (await desk.asks()).ticket.id
    note = await desk.does("note", desk.nina, number, words("спросить у завуча"))
    inna = desk.another("Инна")

    mothers = await desk.does("read", desk.mother, number)
    ninas = await desk.does("read", desk.nina, number)

    assert [len(it.entries) for it in (mothers, ninas)] == [1, 2]
    for person, what, which in (
        (inna, "read", number),
        (desk.olga, "read", number),
        (desk.mother, "read_entry", note.entry),
        (inna, "read_entry", 999),
        (desk.mother, "answer", number),
        (desk.nina, "cancel", number),
        (inna, "read", 999),
    ):
        more = [words("Я")] if what == "answer" else []
        with pytest.raises(AccessRefused):
            await desk.does(what, person, which, *more)


async def test_words_are_edited_on_both_sides_and_keep_their_versions(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    asked = await desk.asks()
    number = asked.ticket.id
    await desk.does("add_words", desk.mother, number, words("По алгебре"), ["10"])
    said = await desk.does("answer", desk.nina, number, words("Так"), ["20"])

    async with desk.turn() as do:
        edit = do.edit_words
        by_mother = await edit(desk.actor(desk.mother), "10", Piece(RichText("По физике")))
        by_nina = await edit(desk.actor(desk.nina), "20", Piece(RichText("Вот так")))
        same = await edit(desk.actor(desk.nina), "20", Piece(RichText("Вот так")))
        unknown = await edit(desk.actor(desk.nina), "99", Piece(RichText("Вот так")))
    read = await desk.does("read_entry", desk.mother, said.entry)

    assert (by_mother.ticket.id, by_nina.ticket.id, same.ticket.id, unknown) == (
        number,
        number,
        number,
        None,
    )
    assert [it.content.text.text for it in read.versions] == ["Так", "Вот так"]
    assert desk.heard(desk.nina)[-1] == desk.heard(desk.mother)[-1] == "EntryEdited"


async def test_another_topic_goes_to_who_answers_that(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00", topics="diary")
    desk.window(desk.olga, "09:00-11:00", topics="reports")
    number = (await desk.asks()).ticket.id

    moved = await desk.does("change_topic", desk.mother, number, Topic.REPORTS)
    same = await desk.does("change_topic", desk.mother, number, Topic.REPORTS)
    await desk.does("answer", desk.olga, number, words("Так"))

    assert moved.ticket.standing.owner.person == same.ticket.standing.owner.person == desk.olga
    with pytest.raises(TicketChanged):
        await desk.does("change_topic", desk.mother, number, Topic.DIARY)


async def test_nobody_answers_the_own_question(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")

    asked = await desk.asks(by=desk.nina)

    assert asked.promise == AdministratorAnswers()
    assert asked.ticket.asking.role is Role.CONSULTANT
    with pytest.raises(AccessRefused):
        await desk.does("claim", desk.nina, asked.ticket.id)


async def test_a_question_is_about_the_own_child_and_a_course_of_it(desk: HelpDeskOfTests) -> None:
    course = desk.seed.a_course(desk.pupil, title="Алгебра")
    other = desk.seed.a_pupil("Петя")

    asked = await desk.asks(about=desk.pupil, course=course)

    assert (asked.ticket.asking.role, asked.ticket.course_title) == (Role.GUARDIAN, "Алгебра, 7А")
    for wrong in ({"about": other}, {"course": CourseId(999)}):
        with pytest.raises(AccessRefused):
            await desk.asks(**wrong)


async def test_a_stranger_asks_nothing(desk: HelpDeskOfTests) -> None:
    nobody = Actor(Account(AccountId(1), Address(Channel.TELEGRAM, "1")))
    number = (await desk.asks()).ticket.id

    async with desk.turn() as do:
        for what in (do.read_own, do.read_counter, do.read):
            told = [] if what == do.read_own else [number]
            with pytest.raises(NotActivated):
                await what(nobody, *told)


async def test_who_asks_without_end_is_told_to_wait(desk: HelpDeskOfTests) -> None:
    for _ in range(10):
        await desk.asks()

    with pytest.raises(TooManyTickets) as refused:
        await desk.asks()

    own = await desk.does("read_own", desk.mother)
    assert (refused.value.until, len(own)) == (desk.at("10:00"), 10)


async def test_two_hundred_requests_in_one_window_are_spread_evenly(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "14:00-15:00")
    desk.window(desk.olga, "14:00-15:00")
    askers = [desk.another(f"Имя{one}") for one in range(200)]
    for person in askers:
        await desk.asks(by=person)

    desk.clock.at = desk.at("14:00")
    moved = await desk.tick()

    async with desk.turn() as do:
        load = await do.tx.tickets.load(desk.seed.school)
    assert (moved, dict(load)) == (200, {desk.nina: 100, desk.olga: 100})


async def test_a_wrong_rating_is_refused(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    number = (await desk.asks()).ticket.id
    await desk.does("answer", desk.nina, number, words("Так"))

    for wrong in (Rating(0), Rating(6), Rating(5, "я" * 501)):
        with pytest.raises(WrongRating):
            await desk.does("rate", desk.mother, number, wrong)


async def test_what_is_said_to_be_urgent_twice_is_told_once(desk: HelpDeskOfTests) -> None:
    number = (await desk.asks(Topic.LOST_ACCESS)).ticket.id

    for _ in range(2):
        await desk.does("make_urgent", desk.mother, number, "экзамен")

    assert desk.heard(desk.boss) == ["TicketArrived", "TicketArrived"]
