"""Telegram's patience, and how it says that it is over."""

import pytest

from sandbox.engine import Limits, Refused, Telegram
from sandbox.engine.faults import Delay, FaultPlan, FaultRule, Reset, flood
from tests.sandbox.builders import GROUP, MARIA, TOKEN, Clock, a_telegram, refusal_of, sent


def wait_of(telegram: Telegram, chat_id: int = MARIA, *, paid: bool = False) -> int:
    """Return the seconds to wait before the next message, 0 when it passes."""
    try:
        sent(telegram, chat_id=chat_id, allow_paid_broadcast=paid)
    except Refused as refused:
        return int(refused.parameters["retry_after"])
    return 0


def test_a_burst_into_a_quiet_chat_passes_and_then_one_in_a_second() -> None:
    clock = Clock()
    telegram = a_telegram(clock, limits=Limits())

    burst = [wait_of(telegram) for _ in range(6)]
    clock.passes(seconds=1)
    later = [wait_of(telegram), wait_of(telegram)]

    assert burst == [0, 0, 0, 0, 0, 1]
    assert later == [0, 1]


def test_thirty_in_a_second_for_the_whole_bot_and_more_when_paid() -> None:
    clock = Clock()
    telegram = a_telegram(clock, limits=Limits())
    for person in range(100, 132):
        telegram.people.add(person)
        telegram.people.opens_chat(TOKEN, person)

    waits = [wait_of(telegram, person) for person in range(100, 131)]
    paid = wait_of(telegram, 131, paid=True)
    clock.passes(seconds=1)

    assert waits == [0] * 30 + [1]
    assert paid == 0
    assert wait_of(telegram, 131) == 0


def test_twenty_in_a_minute_for_a_group() -> None:
    clock = Clock()
    telegram = a_telegram(clock, limits=Limits())
    telegram.people.add_group(TOKEN, GROUP, "7А", [MARIA])

    waits = []
    for _ in range(21):
        waits.append(wait_of(telegram, GROUP))
        clock.passes(seconds=1)

    assert waits == [0] * 20 + [40]


def test_an_edit_counts_and_an_answer_to_a_tap_does_not() -> None:
    telegram = a_telegram(limits=Limits(chat_burst=1))
    message_id = sent(telegram)["message_id"]
    tap = telegram.people.taps(TOKEN, MARIA, message_id, "x")

    telegram.call(TOKEN, "answerCallbackQuery", {"callback_query_id": tap.query_id})
    params = {"chat_id": MARIA, "message_id": message_id, "text": "Новое"}
    with pytest.raises(Refused) as refused:
        telegram.call(TOKEN, "editMessageText", params)

    assert refused.value.error_code == 429


def test_what_is_refused_does_not_count() -> None:
    clock = Clock()
    telegram = a_telegram(clock, limits=Limits(chat_burst=1))
    sent(telegram)

    waits = [wait_of(telegram) for _ in range(10)]
    clock.passes(seconds=1)

    assert waits == [1] * 10
    assert wait_of(telegram) == 0


def test_a_429_says_how_long_to_wait() -> None:
    telegram = a_telegram(limits=Limits(chat_burst=1))
    sent(telegram)

    said = refusal_of(telegram, "sendMessage", chat_id=MARIA, text="x")

    assert said == "Too Many Requests: retry after 1"


def test_a_rule_meets_the_calls_it_names_and_no_others() -> None:
    plan = FaultPlan()
    plan.add(FaultRule(Reset(), "sendMessage", chat_id=7, skip=1, times=2))

    met = [plan.draw("sendMessage", {"chat_id": "7"}) for _ in range(4)]

    assert met == [None, Reset(), Reset(), None]
    assert plan.rules == []


def test_other_methods_and_chats_go_well() -> None:
    plan = FaultPlan()
    plan.add(FaultRule(flood(3), "sendMessage", chat_id=7, times=None))
    plan.add(FaultRule(Delay(1.0), "getMe"))

    assert plan.draw("sendPhoto", {"chat_id": 7}) is None
    assert plan.draw("sendMessage", {"chat_id": 8}) is None
    assert plan.draw("sendMessage", {"chat_id": 7}) == flood(3)
    assert plan.draw("getMe", {}) == Delay(1.0)
