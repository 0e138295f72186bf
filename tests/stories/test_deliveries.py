"""What becomes of a notice when Telegram, the network or the person says no."""

import pytest

from sandbox.engine.faults import (
    Fault,
    Refusal,
    Reset,
    Silence,
    bad_gateway,
    flood,
    malformed_json,
    server_error,
    server_error_without_description,
    wrong_shape,
)
from sandbox.in_process import Person
from tests.stories.bundle import a_school, with_absence
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town

ABSENT = with_absence(a_school(), "a2", lesson="7a-rus-20", pupil="p1")
TOLD = "🚪 Яна · нет на 2-м уроке"


def told(person: Person) -> int:
    return sum(one.text.startswith(TOLD) for one in person.messages)


@ON_BOTH
async def test_who_blocked_the_bot_is_refused_and_the_class_teacher_hears(
    town: Town,
) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    town.telegram.break_next(Refusal(403, "Forbidden: bot was blocked by the user"), "sendMessage")

    await town.imports(ABSENT)
    await town.outbox_ticks()

    assert told(mother) == 0
    assert await town.endings() == {"refused: unreachable": 1, "delivered": 1}
    assert teacher.screen.text == (
        "⚠️ Лугова Яна · сообщения не доходят\nЛугова Ева: бот больше не может писать этому "
        "человеку. Передайте новости иначе, например на бумаге."
    )


async def test_an_account_that_was_deleted_is_refused_too(town: Town) -> None:
    mother = await town.comes_in("g1")
    town.telegram.people.deletes_account(mother.id)

    await town.imports(ABSENT)
    await town.outbox_ticks()

    assert await town.endings() == {"refused: unreachable": 1}


async def test_who_blocks_the_bot_costs_no_further_message_until_the_block_is_taken_back(
    town: Town,
) -> None:
    mother = await town.comes_in("g1")
    await mother.blocks()
    await town.imports(ABSENT)
    await town.outbox_ticks()

    await mother.unblocks()
    await town.imports(with_absence(ABSENT, "a3", lesson="7a-alg-20", pupil="p1"))
    await town.outbox_ticks()

    assert "нет на 1-м уроке" in mother.screen.text
    assert await town.endings() == {"refused: unreachable": 1, "delivered": 1}


@ON_BOTH
async def test_a_flood_refusal_is_waited_out_as_long_as_it_says(town: Town) -> None:
    mother = await town.comes_in("g1")
    town.telegram.break_next(flood(30), "sendMessage")
    await town.imports(ABSENT)
    await town.outbox_ticks()

    town.clock.moves(seconds=29)
    await town.outbox_ticks()
    early = told(mother)
    town.clock.moves(seconds=2)
    await town.outbox_ticks()

    assert early == 0
    assert told(mother) == 1
    assert await town.endings() == {"delivered": 1}


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Silence(), id="timeout"),
        pytest.param(Reset(accepted=True), id="reset"),
        pytest.param(malformed_json(), id="half an answer"),
        pytest.param(wrong_shape(), id="an answer of another shape"),
    ],
)
async def test_what_was_taken_without_an_answer_is_unknown_and_not_said_again(
    town: Town, fault: Fault
) -> None:
    mother = await town.comes_in("g1")
    town.telegram.break_next(fault, "sendMessage")

    await town.imports(ABSENT)
    await town.outbox_ticks()
    town.clock.moves(hours=1)
    await town.outbox_ticks()

    assert told(mother) == 1
    assert await town.endings() == {"unknown": 1}


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(server_error(), id="500"),
        pytest.param(server_error_without_description(), id="500 without words"),
        pytest.param(bad_gateway(), id="502 of a proxy"),
        pytest.param(flood(), id="429 without a time"),
        pytest.param(Refusal(401, "Unauthorized"), id="401"),
    ],
)
async def test_what_was_provably_not_taken_is_tried_again_and_delivered_once(
    town: Town, fault: Fault
) -> None:
    mother = await town.comes_in("g1")
    town.telegram.break_next(fault, "sendMessage", times=3)

    await town.imports(ABSENT)
    for _ in range(5):
        await town.outbox_ticks()
        town.clock.moves(seconds=30)

    assert told(mother) == 1
    assert await town.endings() == {"delivered": 1}


async def test_what_telegram_will_never_take_is_refused_with_the_reason(town: Town) -> None:
    await town.comes_in("g1")
    town.telegram.break_next(Refusal(400, "Bad Request: message is too long"), "sendMessage")

    await town.imports(ABSENT)
    await town.outbox_ticks()

    assert await town.endings() == {"refused: rejected": 1}


async def test_a_notice_that_waits_for_another_try_holds_back_later_ones(
    town: Town,
) -> None:
    mother = await town.comes_in("g1")
    town.telegram.break_next(flood(60), "sendMessage")
    await town.imports(ABSENT)
    await town.outbox_ticks()

    await town.imports(with_absence(ABSENT, "a3", lesson="7a-alg-20", pupil="p1"))
    await town.outbox_ticks()
    meanwhile = len(mother.messages)
    town.clock.moves(seconds=61)
    await town.outbox_ticks()

    assert meanwhile == 1
    assert mother.screen.text.startswith("Яна · 2 новости")
    assert await town.endings() == {"delivered": 2}


async def test_one_person_in_trouble_does_not_keep_the_others_from_hearing(town: Town) -> None:
    mother, father, _ = await town.family()
    town.telegram.break_next(server_error(), "sendMessage", chat_id=mother.id, times=None)

    await town.imports(ABSENT)
    await town.outbox_ticks()

    assert (told(mother), told(father)) == (0, 1)
    assert await town.endings() == {"waiting": 1, "delivered": 2}
