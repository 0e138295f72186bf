"""A guardian answers for the own children only, a class teacher for the own class."""

from datetime import date

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks.consents import (
    DateApplication,
    GiveConsent,
    OpenClassConsents,
    OpenConsents,
    OpenFamilyConsent,
    OpenOwnConsents,
    TakeApplication,
    WithdrawConsent,
    WriteApplicationDay,
)
from core.access.consents import Said, Subject
from tests.handlers.chat import Town

WAY = Subject.ELECTRONIC


@pytest.mark.parametrize("number", range(3))
async def test_nobody_answers_for_another_family(town: Town, number: int) -> None:
    mother = await town.known(town.mother)
    foreign: list[CallbackData] = [
        OpenConsents(person=town.mother, pupil=town.vera),
        GiveConsent(person=town.father, pupil=town.masha, subject=WAY),
        WithdrawConsent(person=town.father, pupil=town.masha, subject=WAY),
    ]

    shown = await mother.taps(foreign[number])

    assert "Согласия ·" not in shown.text
    assert "Записано" not in shown.text


@pytest.mark.parametrize("number", range(5))
async def test_another_class_is_another_class_teachers(town: Town, number: int) -> None:
    leader = await town.known(town.leader)
    foreign: list[CallbackData] = [
        OpenClassConsents(class_id=town.class_5b),
        OpenFamilyConsent(guardian=town.mother, pupil=town.petya),
        TakeApplication(guardian=town.mother, pupil=town.petya, paper=False, given=False),
        DateApplication(
            guardian=town.mother, pupil=town.petya, paper=False, given=False, day=739_000
        ),
        WriteApplicationDay(guardian=town.mother, pupil=town.petya, paper=False, given=False),
    ]

    shown = await leader.taps(foreign[number])

    assert "📝" not in shown.text


async def test_a_guardian_of_nobody_in_the_class_is_not_found_there(town: Town) -> None:
    leader = await town.known(town.leader)

    shown = await leader.taps(OpenFamilyConsent(guardian=town.deputy, pupil=town.masha))

    assert "📝" not in shown.text


async def test_who_has_no_children_is_told_so(town: Town) -> None:
    leader = await town.known(town.leader)

    shown = await leader.taps(OpenOwnConsents())

    assert shown.text == "Детей, которых вы представляете, в записях школы нет."


async def test_the_same_answer_twice_is_one_record(town: Town) -> None:
    mother = await town.known(town.mother)
    give = GiveConsent(person=town.mother, pupil=town.masha, subject=WAY)

    await mother.taps(give)
    await mother.taps(give)

    async with town.school.reading() as turn:
        assert len(await turn.consents.latest([town.masha])) == 1
    assert "дано 20 ноября, редакция 1" in mother.screen.text.replace("\xa0", " ")


async def test_a_paper_that_says_what_was_said_in_the_chat_that_day_is_on_record(
    town: Town,
) -> None:
    mother, leader = await town.known(town.mother), await town.known(town.leader)
    day = date(2026, 11, 20).toordinal()
    paper = DateApplication(
        guardian=town.mother, pupil=town.masha, paper=False, given=True, day=day
    )
    await mother.taps(GiveConsent(person=town.mother, pupil=town.masha, subject=WAY))

    await leader.taps(paper)
    await leader.taps(paper)

    async with town.school.reading() as turn:
        (stands,) = await turn.consents.latest([town.masha])
    assert (stands.said, stands.document) == (Said.GIVEN, "2026-11-20")
    assert "Записано, и действует сразу." in leader.screen.text
