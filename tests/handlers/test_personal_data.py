"""Own data is nobody else's, a correction the administration's; no button is trusted."""

from datetime import date

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks.personal_data import (
    ChooseWrong,
    ConfirmData,
    CorrectionEntered,
    DeclineCorrection,
    OpenClassCheck,
    OpenCorrection,
    OpenCorrections,
    OpenMyData,
    RemindOfCheck,
    SayRight,
    TickCheck,
)
from core.access.personal_data.data import DataField
from core.ids import CorrectionId
from tests.handlers.chat import Chat, Town
from tests.school.personal_data import Kept
from tests.screens.views import RU, labels, read

MONTH = date(2026, 11, 1).toordinal()
REFUSED = RU.label("refusal-access")


@pytest.fixture
async def deputy(town: Town) -> Chat:
    return await town.known(town.deputy)


async def says(town: Town, chat: Chat, words: str = "8 978 000 11 22") -> CorrectionId:
    mother = town.mother
    await chat.taps(SayRight(person=mother, field=DataField.PHONE, about=mother))
    await chat.sends(words)
    return CorrectionId(max(town.school.world.tables[Kept], default=1))


async def test_nobody_opens_or_answers_for_the_data_of_somebody_else(
    town: Town, leader: Chat
) -> None:
    mother = town.mother
    taps = (
        OpenMyData(person=mother),
        ConfirmData(person=mother),
        ChooseWrong(person=mother),
        SayRight(person=mother, field=DataField.PHONE, about=mother),
    )

    assert [(await leader.taps(one)).toast for one in taps] == [REFUSED] * 4


async def test_who_works_at_the_school_only_has_nothing_to_check(town: Town, leader: Chat) -> None:
    assert (await leader.taps(OpenMyData(person=town.leader))).toast == REFUSED
    assert (await leader.taps(OpenMyData())).toast == REFUSED


async def test_a_young_pupil_looks_and_does_not_answer(town: Town) -> None:
    masha = await town.known(town.masha)

    shown = await masha.taps(OpenMyData())
    refused = await masha.taps(ConfirmData(person=town.masha))

    assert labels(shown) == [["Почему так", "Меню"]]
    assert refused.toast == REFUSED


async def test_a_child_of_somebody_else_is_not_corrected(town: Town, mother: Chat) -> None:
    about = SayRight(person=town.mother, field=DataField.CHILD, about=town.vera)

    assert (await mother.taps(about)).toast == RU.label("refusal-not-found")


async def test_the_phone_of_another_person_is_not_corrected(town: Town, mother: Chat) -> None:
    about = SayRight(person=town.mother, field=DataField.PHONE, about=town.masha)

    assert (await mother.taps(about)).toast == RU.label("refusal-not-found")


async def test_what_waits_is_not_confirmed_by_an_old_button(town: Town, mother: Chat) -> None:
    await says(town, mother)

    shown = await mother.taps(ConfirmData(person=town.mother))

    assert any(one.startswith("Ждёт администратора: Телефон") for one in read(shown))
    assert labels(shown)[0] == ["Есть ошибка"]


async def test_enough_that_waits_is_enough(town: Town, mother: Chat) -> None:
    person = town.mother
    other = SayRight(person=person, field=DataField.OTHER, about=person)
    for number in range(10):
        await mother.taps(other)
        await mother.sends(f"Ошибка {number}")

    await mother.taps(other)
    shown = await mother.sends("Ещё одна")

    assert shown.toast == RU.label("refusal-data-too-many")


async def test_a_photo_in_place_of_words_is_answered(town: Town, mother: Chat) -> None:
    mother_ = town.mother
    await mother.taps(SayRight(person=mother_, field=DataField.OTHER, about=mother_))

    shown = await mother.posts(sticker=STICKER)

    assert RU.label("data-words-only") in shown.text


@pytest.mark.parametrize("kind", [OpenCorrection, CorrectionEntered, DeclineCorrection])
async def test_a_correction_is_the_administration_s_alone(
    town: Town, mother: Chat, leader: Chat, kind: type[CallbackData]
) -> None:
    number = await says(town, mother)

    for chat in (mother, leader):
        assert (await chat.taps(kind(number=number))).toast == REFUSED
        assert (await chat.taps(kind(number=CorrectionId(99)))).toast == REFUSED
    assert (await mother.taps(OpenCorrections(school=town.school_id))).toast == REFUSED


async def test_a_deputy_head_declines_with_a_reason_and_not_without(
    town: Town, mother: Chat, deputy: Chat
) -> None:
    number = await says(town, mother)
    await deputy.taps(DeclineCorrection(number=number))

    asked = await deputy.sends("!" * 3)
    long = await deputy.sends("я" * 301)
    done = await deputy.sends("Номер не отвечает")
    again = await deputy.taps(CorrectionEntered(number=number))

    assert read(asked)[0] == read(long)[0] == RU.label("refusal-correction-word")
    assert read(done)[0] == RU.label("correction-declined")
    assert again.toast == RU.label("refusal-correction-decided")


async def test_a_class_s_check_is_its_teacher_s_and_the_administration_s(
    town: Town, mother: Chat, leader: Chat, deputy: Chat
) -> None:
    target = OpenClassCheck(class_id=town.class_7a)

    shown = [await one.taps(target) for one in (leader, deputy, mother)]
    reminded = [
        await one.taps(RemindOfCheck(class_id=town.class_7a)) for one in (leader, deputy, mother)
    ]

    assert [one.toast for one in shown] == [None, None, REFUSED]
    assert ["Напомнить без ответа"] in labels(shown[0])
    assert ["Напомнить без ответа"] not in labels(shown[1])
    assert [one.toast for one in reminded] == [None, REFUSED, REFUSED]


async def test_who_leads_the_class_ticks_whose_data_were_checked_in_person(
    town: Town, leader: Chat, deputy: Chat
) -> None:
    tick = TickCheck(class_id=town.class_7a, person=town.mother, checked=True, month=MONTH)
    of_another = TickCheck(class_id=town.class_7a, person=town.leader, checked=True, month=MONTH)

    looks = await deputy.taps(OpenClassCheck(class_id=town.class_7a))
    refused = await deputy.taps(tick)
    not_found = await leader.taps(of_another)
    done = await leader.taps(tick)

    assert "1" not in labels(looks)[0]
    assert refused.toast == REFUSED
    assert not_found.toast == RU.label("refusal-not-found")
    assert "проверено лично" in read(done)[2]


async def test_who_leads_another_class_of_a_family_does_not_take_its_tick_back(
    town: Town, leader: Chat
) -> None:
    class_5b = town.seed.a_class("5Б")
    brother = town.seed.a_pupil("Ян", class_id=class_5b)
    town.seed.a_guardianship(brother, town.mother)
    colleague = town.seed.a_teacher(class_5b)
    await town.seed.plant(town.school)
    other = await town.known(colleague)
    tick = TickCheck(class_id=town.class_7a, person=town.mother, checked=True, month=MONTH)
    back = tick.model_copy(update={"checked": False})
    await leader.taps(tick)

    looks = await other.taps(OpenClassCheck(class_id=class_5b))
    tried = await other.taps(back.model_copy(update={"class_id": class_5b}))
    by_leader = await leader.taps(back)

    assert "1" not in labels(looks)[0]
    assert "проверено лично" in read(tried)[2]
    assert "проверено лично" not in read(by_leader)[2]


async def test_a_button_of_another_month_ticks_nothing(town: Town, leader: Chat) -> None:
    before = date(2026, 10, 1).toordinal()
    tick = TickCheck(class_id=town.class_7a, person=town.mother, checked=True, month=before)

    shown = await leader.taps(tick)

    assert "проверено лично" not in read(shown)[2]


async def test_who_is_in_the_bot_answers_itself_and_is_not_ticked(
    town: Town, mother: Chat, leader: Chat
) -> None:
    tick = TickCheck(class_id=town.class_7a, person=town.mother, checked=True, month=MONTH)

    shown = await leader.taps(tick)

    assert "ответа нет" in read(shown)[2]


STICKER = {
    "file_id": "s",
    "file_unique_id": "s",
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
}
