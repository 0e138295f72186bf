"""Where letters go is each person's own, and an address is shown to nobody whole."""

import pytest

from bot.callbacks.mailbox import EndMailbox, EnterMailCode, OpenMailbox, TypeAddress
from bot.callbacks.preferences import ChooseWay
from core.access.mailboxes import Proof, ProofState
from core.access.proving import code_in_letter
from core.ids import PersonId
from core.notices.preferences import Topic, Via
from tests.handlers.chat import PEPPER, Chat, Town
from tests.screens.views import labels, read

ADDRESS = "anna@example.org"


async def proof_of(town: Town, person: PersonId) -> Proof:
    async with town.school.transaction() as turn:
        found = await turn.proofs.proof_of(person)
    assert found is not None
    return found


async def proves(town: Town, chat: Chat, person: PersonId) -> None:
    await chat.taps(TypeAddress(person=person))
    await chat.sends(ADDRESS)
    await chat.sends(code_in_letter((await proof_of(town, person)).nonce, PEPPER))


async def test_the_way_to_the_mailbox_leads_through_the_settings(town: Town, father: Chat) -> None:
    await father.sends("/settings")

    screen = await father.taps("Почта")

    assert labels(screen) == [["Указать адрес"], ["Настройки"]]


async def test_where_no_letters_are_sent_there_is_no_mailbox_and_an_old_button_says_so(
    town: Town, father: Chat
) -> None:
    town.sends_letters = False

    settings = await father.sends("/settings")
    await father.taps(TypeAddress(person=town.father))
    refused = await father.sends(ADDRESS)

    assert all("Почта" not in row for row in labels(settings))
    assert "не рассылает письма" in refused.text


async def test_the_address_of_the_school_s_files_is_offered_masked(town: Town) -> None:
    known = town.seed.a_guardian(town.vera, email=ADDRESS)
    await town.seed.plant(town.school)
    guardian = await town.known(known)

    screen = await guardian.taps(OpenMailbox())
    asked = await guardian.taps("a•••@example.org")

    assert labels(screen)[0] == ["a•••@example.org", "Другой адрес"]
    assert ADDRESS not in screen.text + asked.text
    assert (await proof_of(town, known)).address == ADDRESS


async def test_a_proven_mailbox_is_shown_masked_and_can_be_ended(town: Town, father: Chat) -> None:
    await proves(town, father, town.father)
    proven = father.screen

    ended = await father.taps("Отключить почту")

    assert "a•••@example.org" in proven.text
    assert ADDRESS not in proven.text
    assert labels(proven) == [
        ["Другой адрес", "Отключить почту"],
        ["В чат", "Письмом", "И так, и так"],
        ["Что присылать", "Настройки"],
    ]
    assert "Сейчас всё приходит сюда" in ended.text


async def test_a_topic_goes_by_letter_only_for_who_has_a_mailbox(
    town: Town, father: Chat, mother: Chat
) -> None:
    await proves(town, father, town.father)

    hers = await mother.taps(ChooseWay(person=town.mother, topic=Topic.HOMEWORK, via=Via.MAIL))
    his = await father.taps(ChooseWay(person=town.father, topic=Topic.HOMEWORK, via=Via.MAIL))

    assert "3. Домашние задания: сразу" in read(hers)
    assert "3. Домашние задания: сразу, письмом" in read(his)
    assert his.toast == "Домашние задания: письмом"


async def test_a_letter_that_was_not_accepted_is_said(town: Town, father: Chat) -> None:
    await father.taps(TypeAddress(person=town.father))
    await father.sends(ADDRESS)
    async with town.school.transaction() as turn:
        begun = await turn.proofs.proof_of(town.father)
        await turn.proofs.mark_proof(begun.id, ProofState.REFUSED)

    screen = await father.taps(OpenMailbox())

    assert "такого ящика нет" in screen.text
    assert labels(screen) == [["Указать адрес"], ["Настройки"]]


async def test_who_went_elsewhere_may_come_back_with_the_code(town: Town, father: Chat) -> None:
    await father.taps(TypeAddress(person=town.father))
    await father.sends(ADDRESS)
    await father.sends("/settings")
    await father.taps("Почта")
    await father.taps("Ввести код")

    await father.posts(sticker=None, contact={"phone_number": "1", "first_name": "Пётр"})
    screen = await father.sends(code_in_letter((await proof_of(town, town.father)).nonce, PEPPER))

    assert "Почта подтверждена." in screen.text


@pytest.mark.parametrize("button", [OpenMailbox, TypeAddress, EnterMailCode, EndMailbox])
async def test_nobody_opens_another_person_s_mailbox(
    town: Town, father: Chat, button: type[OpenMailbox]
) -> None:
    screen = await father.taps(button(person=town.mother))

    assert screen.alert
    assert "Почта" not in read(screen)[0]


async def test_an_account_of_several_persons_says_whose_letters_it_means(
    town: Town, father: Chat
) -> None:
    await father.sends(await town.code_for(town.mother))

    screen = await father.taps(OpenMailbox())

    assert read(screen)[0] == "Чью почту настроить?"
    assert len(labels(screen)) == 3
