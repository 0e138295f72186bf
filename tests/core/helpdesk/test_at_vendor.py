"""A request that goes to the vendor's support waits with its owner, and goes on (H3)."""

from datetime import timedelta

import pytest

from core.errors import AccessRefused
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.facts import (
    Arrival,
    TicketArrived,
    TicketPromised,
    TicketSentOn,
    TicketWentOn,
    WindowEnded,
)
from core.helpdesk.tickets.owner import Administrator, Consultant, Queue
from core.helpdesk.tickets.promise import AnswersFrom, AnswersNow, AtVendor
from core.helpdesk.tickets.rules import TicketChanged, TicketTaken
from core.helpdesk.tickets.ticket import FirstWord, State
from core.helpdesk.vendor.letters import SettleLetter
from core.helpdesk.vendor.packet import LetterState, Packet, PacketState, Way
from core.ids import TicketId
from core.messages.content import Content, RichText, SentFile
from tests.core.helpdesk.desk import Heard, HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    made = HelpDeskOfTests()
    made.window(made.nina, "09:00-10:00")
    made.window(made.olga, "14:00-15:00")
    return made


async def asked(desk: HelpDeskOfTests) -> TicketId:
    return (await desk.asks()).ticket.id


async def test_the_draft_says_what_the_asker_said_without_secrets(desk: HelpDeskOfTests) -> None:
    number = await asked(desk)
    shot = SentFile(True, "AgAD", "", 9, RichText("вход https://t.me/zar_bot?start=ABCDEFGH"))
    await desk.does("add_words", desk.mother, number, Content(files=(shot,)))
    await desk.does("note", desk.nina, number, words("для своих"))

    draft = await desk.does("packet_for", desk.nina, number)
    again = await desk.does("packet_for", desk.nina, number)

    assert (draft.ticket, again.id, draft.account.role) == (number, draft.id, "guardian")
    assert draft.story.happened.startswith("Не вижу оценок\nвход ")
    assert "t.me" not in draft.story.happened
    assert [one.reference for one in draft.story.pictures] == ["AgAD"]


async def test_who_says_more_meanwhile_is_promised_no_hour(desk: HelpDeskOfTests) -> None:
    number = await asked(desk)
    await desk.does("to_vendor", desk.nina, number)

    added = await desk.does("add_words", desk.mother, number, words("И вчера тоже"))

    assert added.promise == AtVendor()


async def test_a_ticket_waits_for_the_vendor_over_windows_and_days(desk: HelpDeskOfTests) -> None:
    number = await asked(desk)

    packet = await desk.does("to_vendor", desk.nina, number)
    before = await desk.now(number)
    await desk.ticks("16:00")

    after = await desk.now(number)
    assert (packet.state, packet.ticket) == (PacketState.SENT, number)
    assert (after.standing.state, after.standing.owner) == (
        State.AT_VENDOR,
        before.standing.owner,
    )
    assert [one.to for one in desk.told(TicketSentOn)] == [(desk.mother,)]
    assert desk.told(TicketPromised) == []


async def test_an_answer_of_the_vendor_lets_it_go_on(desk: HelpDeskOfTests) -> None:
    number = await asked(desk)
    packet = await desk.does("to_vendor", desk.nina, number)

    async with desk.turn() as do:
        await do.follow_packet.stands(desk.actor(desk.boss), packet.id, PacketState.ANSWERED)
    opened = await desk.now(number)
    async with desk.turn() as do:
        await do.follow_packet.stands(desk.actor(desk.nina), packet.id, PacketState.SENT)

    assert opened.standing.state is State.OPEN
    assert [one.to for one in desk.told(TicketArrived)][1:] == [(desk.nina,)]
    assert (await desk.now(number)).standing.state is State.AT_VENDOR


async def refused(desk: HelpDeskOfTests, packet: Packet) -> None:
    async with desk.turn() as do:
        do.tx.packets._keep(packet.id, desk.clock.at, way=Way.MAIL, letter=LetterState.SENDING)
        facts = Heard(desk.school.world)
        await SettleLetter(do.tx.packets, do.waiting, facts, desk.clock)(
            packet, LetterState.REFUSED
        )


async def test_a_refused_letter_lets_it_go_on_and_was_no_word_to_the_asker(
    desk: HelpDeskOfTests,
) -> None:
    number = await asked(desk)
    desk.clock.at += timedelta(minutes=2)
    packet = await desk.does("to_vendor", desk.nina, number)
    desk.clock.at += timedelta(minutes=3)

    await refused(desk, packet)
    opened = (await desk.now(number)).standing
    await desk.ticks("09:16")

    assert (opened.state, opened.owned_since) == (State.OPEN, desk.at("09:05"))
    assert (opened.heard_at, opened.first_word) == (None, None)
    assert [(one.at, one.why) for one in desk.told(TicketWentOn)] == [
        (desk.at("09:15"), Arrival.UNANSWERED)
    ]


@pytest.mark.parametrize("how", ["by who has it", "by the administrator", "refused"])
async def test_what_comes_back_when_the_window_is_long_over_waits_for_the_next_one_at_once(
    desk: HelpDeskOfTests, how: str
) -> None:
    """Sent on Monday, answered on Wednesday evening: nobody is on duty, and nobody answers now."""
    number = await asked(desk)
    packet = await desk.does("to_vendor", desk.nina, number)
    desk.clock.at = desk.at("20:00", days=2)
    await desk.tick()

    if how == "refused":
        await refused(desk, packet)
    else:
        await desk.does("vendor_answers", desk.nina if "who" in how else desk.boss, number)
    promise = (await desk.does("read", desk.mother, number)).promise
    told = len(desk.told(TicketPromised))
    await desk.ticks("20:20", days=2)

    standing = (await desk.now(number)).standing
    assert isinstance(promise, AnswersFrom)
    assert promise.window.starts_at == desk.at("09:00", days=7)
    assert (standing.state, standing.promised_at) == (State.OPEN, desk.at("09:00", days=7))
    assert isinstance(standing.owner, Queue)
    assert told == len(desk.told(TicketPromised)) == 1
    heard = [(one.to, one.why) for one in desk.told(TicketWentOn)]
    assert heard == ([] if "who" in how or how == "refused" else [((desk.nina,), Arrival.VENDOR)])
    assert desk.told(WindowEnded) == []


async def test_what_comes_back_goes_on_with_who_had_it_and_is_on_duty_again(
    desk: HelpDeskOfTests,
) -> None:
    again = desk.window(desk.nina, "18:00-21:00", weekday=3)
    desk.window(desk.olga, "18:00-21:00", weekday=3)
    number = await asked(desk)
    await desk.does("to_vendor", desk.nina, number)
    desk.clock.at = desk.at("20:00", days=2)

    await desk.does("vendor_answers", desk.boss, number)

    owner = (await desk.now(number)).standing.owner
    assert owner == Consultant(desk.nina, ShiftKey(again, desk.at("20:00", days=2).date()))
    assert (await desk.does("read", desk.mother, number)).promise == AnswersNow(desk.nina, 1)


async def test_who_waited_for_the_same_answer_is_not_left_with_a_window_long_over(
    desk: HelpDeskOfTests,
) -> None:
    inna = desk.another("Инна")
    main, one = await asked(desk), (await desk.asks(by=inna)).ticket.id
    await desk.does("merge", desk.nina, main, [one])
    await desk.does("to_vendor", desk.nina, main)
    desk.clock.at = desk.at("20:00", days=2)

    await desk.does("cancel", desk.mother, main)

    assert isinstance((await desk.now(one)).standing.owner, Queue)
    assert isinstance((await desk.does("read", inna, one)).promise, AnswersFrom)


async def test_what_was_said_before_a_refused_letter_was_a_word(desk: HelpDeskOfTests) -> None:
    number = await asked(desk)
    await desk.does("ask_back", desk.nina, number, words("В каком классе?"))
    desk.clock.at += timedelta(minutes=2)
    packet = await desk.does("to_vendor", desk.nina, number)

    await refused(desk, packet)

    standing = (await desk.now(number)).standing
    assert (standing.state, standing.heard_at) == (State.OPEN, desk.at("09:00"))
    assert standing.first_word == FirstWord(desk.at("09:00"), 0, desk.at("09:00"))


async def test_an_answer_of_the_round_before_stays_the_first_word_when_a_letter_is_refused(
    desk: HelpDeskOfTests,
) -> None:
    number = await asked(desk)
    await desk.does("answer", desk.nina, number, words("Обновите страницу"))
    await desk.does("reopen", desk.mother, number)
    desk.clock.at += timedelta(minutes=2)
    packet = await desk.does("to_vendor", desk.nina, number)

    await refused(desk, packet)

    standing = (await desk.now(number)).standing
    assert standing.heard_at is None
    assert standing.first_word == FirstWord(desk.at("09:00"), 0, desk.at("09:00"))


async def test_the_asker_may_say_more_and_the_owner_may_answer(desk: HelpDeskOfTests) -> None:
    number = await asked(desk)
    await desk.does("to_vendor", desk.nina, number)

    await desk.does("add_words", desk.mother, number, words("И ещё"))
    waits = await desk.now(number)
    desk.clock.at += timedelta(days=2)
    said = await desk.does("answer", desk.nina, number, words("Поправили"))

    assert (waits.standing.state, said.ticket.standing.state) == (
        State.AT_VENDOR,
        State.ANSWERED,
    )
    assert "AskerWrote" in desk.heard(desk.nina)


async def test_who_leaves_does_not_keep_it(desk: HelpDeskOfTests) -> None:
    number = await asked(desk)
    await desk.does("to_vendor", desk.nina, number)

    await desk.blocked(desk.nina)
    await desk.tick()

    owner = (await desk.now(number)).standing.owner
    assert isinstance(owner, Queue | Administrator)


async def test_only_who_has_a_ticket_sends_it_on(desk: HelpDeskOfTests) -> None:
    number = await asked(desk)

    with pytest.raises(TicketTaken):
        await desk.does("packet_for", desk.olga, number)
    with pytest.raises(AccessRefused):
        await desk.does("packet_for", desk.mother, number)
    await desk.does("answer", desk.nina, number, words("Так"))
    with pytest.raises(TicketChanged):
        await desk.does("packet_for", desk.nina, number)


async def test_a_packet_is_open_to_who_has_the_ticket_now(desk: HelpDeskOfTests) -> None:
    number = await asked(desk)
    packet = await desk.does("to_vendor", desk.nina, number)
    with pytest.raises(AccessRefused):
        await desk.does("open_packet", desk.olga, packet.id)

    await desk.blocked(desk.nina)
    await desk.ticks("14:00")

    assert (await desk.does("open_packet", desk.olga, packet.id)).id == packet.id
