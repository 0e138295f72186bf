"""A button of a training or a packet is trusted with nothing."""

from datetime import timedelta

import pytest

from bot.callbacks.trainings import BeginTraining, OpenTraining, ReplyToTraining, TickGuest
from bot.callbacks.vendor import AskPiece, BeginPacket, OpenPacket, OpenSupport, SendPacket
from core.access.people import Role
from core.helpdesk.topics import Topic
from core.helpdesk.training.training import Guest, TrainingPlan
from core.helpdesk.vendor.packet import LARGEST_TOGETHER, Account, Piece, Way
from core.ids import PacketId, TrainingId
from tests.handlers.chat import Town


async def a_training(town: Town) -> TrainingId:
    """Return one that the deputy head holds for the class teacher."""
    starts_at = town.clock.now() + timedelta(days=1)
    plan = TrainingPlan(frozenset({Topic.DIARY}), starts_at, "каб. 4")
    async with town.school.transaction() as tx:
        (leader,) = [
            one
            for one in await tx.trainings.staff(town.school_id, starts_at.date())
            if one.person == town.leader
        ]
        guests = [Guest(leader.person, leader.name)]
        return await tx.trainings.add(
            town.school_id, plan, guests, by=town.deputy, at=town.clock.now()
        )


async def a_packet(town: Town) -> PacketId:
    """Return a draft of the class teacher's."""
    account = Account("ivanova", "42", Role.TEACHER)
    async with town.school.transaction() as tx:
        return await tx.packets.begin(town.school_id, account, by=town.leader, at=town.clock.now())


@pytest.mark.parametrize("who", ["mother", "leader"])
async def test_who_does_not_hold_a_training_does_not_open_it(town: Town, who: str) -> None:
    number, chat = await a_training(town), await town.known(getattr(town, who))

    shown = await chat.taps(OpenTraining(training=number))

    assert "каб. 4" not in shown.text


async def test_nobody_replies_for_another(town: Town) -> None:
    number, mother = await a_training(town), await town.known(town.mother)

    await mother.taps(ReplyToTraining(training=number, person=town.leader, version=1, coming=True))

    async with town.school.reading() as tx:
        (invited,) = (await tx.trainings.invited([number]))[number]
    assert invited.reply is None


async def test_of_an_album_the_first_picture_is_answered_and_no_other(town: Town) -> None:
    number, leader = await a_packet(town), await town.known(town.leader)
    await leader.taps(AskPiece(packet=number, piece=Piece.PICTURES))

    alone = await leader.posts(photo=a_photo("1"))
    album = [await leader.posts(photo=a_photo(it), media_group_id="7") for it in ("2", "3")]
    large = await leader.posts(photo=a_photo("4", size=LARGEST_TOGETHER))

    assert [bool(one.text) for one in (alone, *album)] == [True, True, False]
    assert "больше 10 МБ" in large.text
    async with town.school.reading() as tx:
        packet = (await tx.packets.packets([number]))[number]
    assert [one.reference for one in packet.story.pictures] == ["1", "2", "3"]


def a_photo(name: str, size: int = 9) -> list[dict[str, object]]:
    return [
        {"file_id": name, "file_unique_id": name, "width": 9, "height": 9, "file_size": size},
    ]


async def test_nobody_is_ticked_off_before_it_begins(town: Town) -> None:
    number, deputy = await a_training(town), await town.known(town.deputy)

    shown = await deputy.taps(TickGuest(training=number, person=town.leader, came=True))

    assert "отмечают после начала" in f"{shown.toast} {shown.text}"


async def test_a_tick_that_is_tapped_twice_is_one(town: Town) -> None:
    number, deputy = await a_training(town), await town.known(town.deputy)
    town.clock.at += timedelta(days=30)
    tick = TickGuest(training=number, person=town.leader, came=True)

    await deputy.taps(tick)
    await deputy.taps(tick)
    twice = await _came(town, number)
    await deputy.taps(TickGuest(training=number, person=town.leader, came=False))

    assert (twice, await _came(town, number)) == (True, False)


async def _came(town: Town, number: TrainingId) -> bool:
    async with town.school.reading() as tx:
        (invited,) = (await tx.trainings.invited([number]))[number]
    return bool(invited.came)


async def test_a_teacher_begins_no_training_and_sets_no_details(town: Town) -> None:
    leader = await town.known(town.leader)

    begun = await leader.taps(BeginTraining(school=town.school_id))
    details = await leader.taps(OpenSupport(school=town.school_id))

    assert "Новое обучение" not in begun.text
    assert "Организация" not in details.text


@pytest.mark.parametrize("who", ["mother", "deputy"])
async def test_a_draft_is_its_authors_alone(town: Town, who: str) -> None:
    number, chat = await a_packet(town), await town.known(getattr(town, who))

    opened = await chat.taps(OpenPacket(packet=number))
    sent = await chat.taps(SendPacket(packet=number, way=Way.TEXT))

    assert "ivanova" not in opened.text + sent.text


async def test_a_family_begins_no_packet(town: Town) -> None:
    mother = await town.known(town.mother)

    shown = await mother.taps(BeginPacket(school=town.school_id))

    assert "Обращение в поддержку" not in shown.text


async def test_an_incomplete_draft_does_not_leave_by_an_old_button(town: Town) -> None:
    number, leader = await a_packet(town), await town.known(town.leader)

    shown = await leader.taps(SendPacket(packet=number, way=Way.TEXT))

    assert "ещё не полное" in shown.text
    assert "Не хватает: организация, домен, что случилось" in shown.text
