"""Tickets that are answered together: each asker hears of the own, and reads nobody else."""

from datetime import timedelta

import pytest

from core.errors import AccessRefused
from core.helpdesk.facts import (
    AskerWrote,
    EntryEdited,
    TicketAnswered,
    TicketArrived,
    TicketClosed,
    TicketFact,
    TicketMerged,
    TicketPromised,
    TicketRated,
    TicketSentOn,
    WindowOpened,
)
from core.helpdesk.log.chain import Recorded
from core.helpdesk.tickets.handing import ToAdministrator, ToConsultant, ToNextWindow
from core.helpdesk.tickets.owner import Consultant
from core.helpdesk.tickets.promise import AnswersFrom, AnswersNow
from core.helpdesk.tickets.rules import TicketChanged, TicketOver
from core.helpdesk.tickets.ticket import EntryKind, Rating, State
from core.helpdesk.tickets.waiting import silent_since
from core.helpdesk.values import Closing
from core.ids import PersonId, TicketId
from core.messages.content import RichText
from core.messages.threads.writing import Piece
from tests.core.helpdesk.desk import HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    return HelpDeskOfTests()


async def two_merged(desk: HelpDeskOfTests) -> tuple[TicketId, TicketId, PersonId]:
    """A ticket of the mother, into which Nina merged one of Inna."""
    inna = desk.another("Инна")
    main, one = (await desk.asks()).ticket.id, (await desk.asks(by=inna)).ticket.id
    await desk.does("merge", desk.nina, main, [one])
    return main, one, inna


def heard_of(desk: HelpDeskOfTests, number: TicketId, person: PersonId) -> list[str]:
    return [
        type(it).__name__
        for it in desk.told(TicketFact)
        if it.ticket == number and person in it.to
    ]


async def rows_of(desk: HelpDeskOfTests, number: TicketId) -> list[tuple[object, ...]]:
    async with desk.turn() as do:
        rows = await do.tx.consultations.after(desk.seed.school, 0, most=99)
    lines = [it.line for it in rows if it.line.ticket == f"ticket-{number}"]
    return [(it.what, it.consultant, it.minutes, it.outcome, it.stars) for it in lines]


async def test_whose_ticket_is_merged_hears_that_and_when_the_answer_comes(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "14:00-15:00")
    main, one, inna = await two_merged(desk)

    card = await desk.does("read", inna, one)

    assert heard_of(desk, one, inna) == ["TicketMerged"]
    assert [it.to for it in desk.told(TicketMerged)] == [(inna,)]
    assert isinstance(card.promise, AnswersFrom)
    assert card.promise.window.starts_at == desk.at("14:00")
    assert (card.together, card.opened.main) == (State.OPEN, None)
    assert heard_of(desk, main, desk.mother) == []


async def test_an_opened_window_and_another_hour_are_told_to_all_who_wait(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "14:00-15:00")
    desk.window(desk.olga, "10:00-11:00", weekday=2)
    main, one, inna = await two_merged(desk)
    await desk.ticks("14:01")

    await desk.does("hand_over", desk.nina, main, ToConsultant(desk.olga))

    assert [it.ticket for it in desk.told(WindowOpened)] == [main, one]
    assert heard_of(desk, one, inna) == ["TicketMerged", "WindowOpened", "TicketPromised"]
    assert (await desk.does("read", inna, one)).promise.window.starts_at == desk.at("10:00", 1)


async def test_what_the_vendor_has_is_told_to_all_who_wait(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    main, one, inna = await two_merged(desk)

    await desk.does("to_vendor", desk.nina, main)

    assert [it.ticket for it in desk.told(TicketSentOn)] == [main, one]
    assert (await desk.does("read", inna, one)).together is State.AT_VENDOR


async def test_words_that_are_added_reach_who_answers_and_no_other_asker(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    main, one, inna = await two_merged(desk)
    desk.clock.at += timedelta(minutes=1)

    asked = await desk.does("add_words", inna, one, words("И у нас на физике"))

    (wrote,) = desk.told(AskerWrote)
    assert (wrote.ticket, wrote.to) == (one, (desk.nina,))
    assert isinstance(asked.promise, AnswersNow)
    seen = (await desk.does("read", desk.nina, main)).entries
    assert [(it.by, it.content.text.text) for it in seen] == [
        (desk.mother, "Не вижу оценок"),
        (inna, "И у нас на физике"),
    ]
    read = (await desk.does("read", desk.mother, main)).entries
    assert {it.by for it in read} == {desk.mother}
    assert (await desk.does("read_entry", desk.nina, wrote.entry)).entry.by == inna
    with pytest.raises(AccessRefused):
        await desk.does("read_entry", desk.mother, wrote.entry)


async def test_no_asker_reads_what_was_said_to_another_before(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    main = (await desk.asks()).ticket.id
    await desk.does("answer", desk.nina, main, words("Яне исправили тройку"))
    await desk.does("reopen", desk.mother, main)
    desk.clock.at += timedelta(minutes=1)
    inna = desk.another("Инна")
    one = (await desk.asks(by=inna)).ticket.id
    await desk.does("merge", desk.nina, main, [one])
    desk.clock.at += timedelta(minutes=1)

    replied = await desk.does("answer", desk.nina, main, words("Обновите страницу"))
    card = await desk.does("read", inna, one)
    opened = await desk.does("read_entry", inna, replied.entry)

    assert [it.content.text.text for it in card.entries] == [
        "Не вижу оценок",
        "Обновите страницу",
    ]
    assert opened.opened.ticket.id == one
    earlier = (await desk.does("read", desk.mother, main)).entries[1]
    with pytest.raises(AccessRefused):
        await desk.does("read_entry", inna, earlier.id)


async def test_other_words_of_a_merged_asker_reach_who_answers(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    _, one, inna = await two_merged(desk)
    async with desk.turn() as do:
        entry = (await do.tx.ticket_words.of_tickets([one]))[one][0]
        account = desk.accounts[inna]
        await do.tx.ticket_originals.note(account, ["7"], entry.id, school=desk.seed.school)

    await desk.does("edit_words", inna, "7", Piece(RichText("Не вижу отметок")))

    (edited,) = desk.told(EntryEdited)
    assert edited.to == (desk.nina,)


async def test_who_asked_something_else_has_the_own_ticket_again(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "14:00-15:00")
    main, one, inna = await two_merged(desk)
    desk.clock.at += timedelta(days=4)

    again = await desk.does("reopen", inna, one)

    assert (again.standing.state, again.standing.merged_into) == (State.OPEN, None)
    assert again.standing.promised_at == desk.at("14:00", 7)
    assert not (await desk.does("read", desk.nina, main)).merged
    with pytest.raises(TicketChanged):
        await desk.does("reopen", inna, one)


async def test_after_the_answer_it_is_opened_for_some_days_by_words_too(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    main, one, inna = await two_merged(desk)
    lev = desk.another("Лев")
    two = (await desk.asks(by=lev)).ticket.id
    await desk.does("merge", desk.nina, main, [two])
    await desk.does("answer", desk.nina, main, words("Так"))

    asked = await desk.does("add_words", inna, one, words("Не так"))
    desk.clock.at += timedelta(days=3)

    owner = asked.ticket.standing.owner
    assert isinstance(owner, Consultant)
    assert (asked.ticket.standing.state, owner.person) == (State.OPEN, desk.nina)
    assert [it.to for it in desk.told(TicketArrived)][-1] == (desk.nina,)
    for what, told in (("reopen", []), ("add_words", [words("Не так")])):
        with pytest.raises(TicketOver):
            await desk.does(what, lev, two, *told)


async def test_who_was_answered_hears_no_promise_of_a_further_round(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    main, one, inna = await two_merged(desk)
    await desk.does("answer", desk.nina, main, words("Так"))
    before = heard_of(desk, one, inna)

    await desk.does("reopen", desk.mother, main)
    await desk.does("hand_over", desk.nina, main, ToAdministrator())
    await desk.does("cancel", desk.mother, main)

    assert heard_of(desk, one, inna) == before
    assert (await desk.now(one)).standing.merged_into == main


async def test_who_waits_hears_when_another_asker_cancels(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    main, one, inna = await two_merged(desk)

    await desk.does("cancel", desk.mother, main)

    assert heard_of(desk, one, inna) == ["TicketMerged", "TicketPromised"]
    assert (await desk.now(one)).standing.is_under_way


async def test_who_cancels_one_of_two_own_requests_hears_who_answers_the_other(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    main, other = [(await desk.asks()).ticket.id for _ in range(2)]
    await desk.does("merge", desk.nina, main, [other])

    await desk.does("cancel", desk.mother, main)

    assert heard_of(desk, other, desk.mother) == ["TicketMerged", "TicketPromised"]
    assert (await desk.now(other)).standing.is_under_way


async def test_what_was_asked_back_before_it_was_merged_and_is_alone_again_waits_for_a_word(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    inna = desk.another("Инна")
    main, one = (await desk.asks()).ticket.id, (await desk.asks(by=inna)).ticket.id
    await desk.does("ask_back", desk.nina, one, words("В каком классе?"))
    await desk.does("merge", desk.nina, main, [one])

    await desk.does("cancel", desk.mother, main)
    alone = await desk.now(one)

    assert alone.standing.state is State.OPEN
    assert (alone.standing.heard_at, alone.standing.passed) == (None, ())
    assert silent_since(alone) == alone.standing.round_at


async def test_words_of_lost_access_take_nobody_along_who_asked_something_else(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    main, _, _ = await two_merged(desk)
    before = (await desk.now(main)).standing

    await desk.does("add_words", desk.mother, main, words("Не могу войти в раздел «Отчёты»"))

    after = (await desk.now(main)).standing
    assert (after.topic, after.owner) == (before.topic, before.owner)
    assert desk.told(AskerWrote)[-1].to == (desk.nina,)


async def test_who_needs_no_answer_is_out_alone_and_who_answers_hears(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-12:00")
    main, one, inna = await two_merged(desk)
    desk.window(desk.olga, "09:00-12:00")
    await desk.does("hand_over", desk.nina, main, ToConsultant(desk.olga))

    for _ in range(2):
        await desk.does("cancel", inna, one)
    await desk.does("answer", desk.olga, main, words("Так"))

    standing = (await desk.now(one)).standing
    assert (standing.closing, standing.merged_into) == (Closing.CANCELLED, None)
    assert [(it.ticket, it.to) for it in desk.told(TicketClosed)] == [(one, (desk.olga,))]
    assert [it.to for it in desk.told(TicketAnswered)] == [(desk.mother,)]
    assert not (await desk.does("read", desk.olga, main)).merged
    assert await rows_of(desk, one) == [
        (Recorded.CLOSED, "Нина", None, Closing.MERGED, None),
        (Recorded.CLOSED, "Ольга", None, Closing.CANCELLED, None),
    ]
    with pytest.raises(TicketOver):
        await desk.does("reopen", inna, one)


async def test_what_was_answered_together_is_cancelled_no_more(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-12:00")
    main, one, inna = await two_merged(desk)
    await desk.does("answer", desk.nina, main, words("Так"))

    with pytest.raises(TicketChanged):
        await desk.does("cancel", inna, one)


async def test_a_main_one_that_is_merged_takes_along_only_who_waits(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    main, one, inna = await two_merged(desk)
    await desk.does("answer", desk.nina, main, words("Так"))
    await desk.does("reopen", desk.mother, main)
    lev, vera = desk.another("Лев"), desk.another("Вера")
    two, three = [(await desk.asks(by=it)).ticket.id for it in (lev, vera)]
    await desk.does("merge", desk.nina, main, [two])

    await desk.does("merge", desk.nina, three, [main])

    merged = [(await desk.now(it)).standing.merged_into for it in (one, main, two)]
    assert merged == [main, three, three]
    assert [it.kind for it in (await desk.does("read", inna, one)).entries] == [
        EntryKind.WORDS,
        EntryKind.ANSWER,
    ]
    assert heard_of(desk, two, lev) == ["TicketMerged", "TicketMerged"]


async def test_who_is_taken_along_reads_nothing_that_another_was_told_before(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    main, one, inna = await two_merged(desk)
    desk.clock.at += timedelta(minutes=1)
    vera = desk.another("Вера")
    other = (await desk.asks(by=vera)).ticket.id
    await desk.does("answer", desk.nina, other, words("Вашему сыну исправили тройку"))
    await desk.does("reopen", vera, other)
    desk.clock.at += timedelta(minutes=1)

    await desk.does("merge", desk.nina, other, [main])

    for asker, number in ((inna, one), (desk.mother, main)):
        read = (await desk.does("read", asker, number)).entries
        assert {it.kind for it in read} == {EntryKind.WORDS}


async def test_the_log_says_of_each_who_answered_when_and_how_it_ended(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "09:00-12:00")
    main, one, inna = await two_merged(desk)
    desk.window(desk.olga, "09:00-12:00")
    await desk.does("hand_over", desk.nina, main, ToConsultant(desk.olga))
    desk.clock.at += timedelta(minutes=6)

    with pytest.raises(TicketChanged):
        await desk.does("rate", inna, one, Rating(5))
    await desk.does("end", desk.olga, main, Closing.SOLVED)
    await desk.does("rate", inna, one, Rating(4))

    assert await rows_of(desk, one) == [
        (Recorded.CLOSED, "Нина", None, Closing.MERGED, None),
        (Recorded.CLOSED, "Ольга", None, Closing.SOLVED, None),
        (Recorded.RATED, "Ольга", None, Closing.SOLVED, 4),
    ]
    assert [it.to for it in desk.told(TicketRated)] == [(desk.olga,)]
    assert [it.how for it in desk.told(TicketClosed)] == [Closing.SOLVED] * 2


async def test_the_next_window_is_promised_to_all_who_wait(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-11:00")
    desk.window(desk.olga, "14:00-15:00")
    main, one, _ = await two_merged(desk)

    await desk.does("hand_over", desk.nina, main, ToNextWindow())

    assert {it.ticket for it in desk.told(TicketPromised)} == {main, one}
