"""Who teaches a pupil writes about it, and nobody else; a button is trusted with nothing."""

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks.remarks import (
    ChooseRemarkKind,
    OpenMyRemarks,
    OpenRemark,
    OpenRemarks,
    RewordRemark,
    TakeBackRemark,
    WriteRemark,
)
from core.ids import RemarkId
from core.journal.remarks.remark import RemarkKind, RemarkShelf
from tests.handlers.chat import Chat, Town
from tests.school import records
from tests.screens.views import RU, labels, read


@pytest.fixture
async def teacher(town: Town) -> Chat:
    """A teacher of Маша who leads no class."""
    person = town.seed.a_teacher(town.course, given="Иван")
    await town.seed.plant(town.school)
    return await town.known(person)


async def written(town: Town, chat: Chat, words: str = "Молодец") -> RemarkId:
    await chat.taps(WriteRemark(pupil=town.masha, kind=RemarkKind.PRAISE))
    await chat.sends(words)
    return RemarkId(max(town.school.world.tables[records.Remark]))


async def test_the_form_stands_in_the_diary_of_who_leads_the_class_only(
    town: Town, leader: Chat, mother: Chat
) -> None:
    screens = [await one.taps(OpenRemarks(pupil=town.masha)) for one in (leader, mother)]

    adds = [any("Добавить" in row for row in labels(one)) for one in screens]
    assert adds == [True, False]


async def test_a_teacher_of_the_pupil_writes_and_reads_nothing_else(
    town: Town, teacher: Chat
) -> None:
    await written(town, teacher)

    own = await teacher.taps(OpenMyRemarks())
    refused = await teacher.taps(OpenRemarks(pupil=town.masha))

    assert read(own)[1] == "1. 20 ноября, Орлова Маша, похвала: Молодец"
    assert refused.toast == RU.label("refusal-access")


@pytest.mark.parametrize("kind", [ChooseRemarkKind, WriteRemark])
async def test_parents_and_other_teachers_write_nothing(
    town: Town, mother: Chat, leader: Chat, kind: type[CallbackData]
) -> None:
    more = {"kind": RemarkKind.PRAISE} if kind is WriteRemark else {}

    own = await mother.taps(kind(pupil=town.masha, **more))
    other = await leader.taps(kind(pupil=town.petya, **more))

    assert [own.toast, other.toast] == [RU.label("refusal-access")] * 2


@pytest.mark.parametrize("kind", [OpenRemark, RewordRemark, TakeBackRemark])
async def test_a_family_opens_and_changes_no_remark(
    town: Town, leader: Chat, mother: Chat, kind: type[CallbackData]
) -> None:
    made = await written(town, leader)

    screen = await mother.taps(kind(remark=made))

    assert screen.toast == RU.label("refusal-access")
    assert town.school.world.standing(records.Remark, made)


async def test_the_class_teacher_takes_back_what_another_said_and_rewords_it_not(
    town: Town, leader: Chat, teacher: Chat
) -> None:
    made = await written(town, teacher)

    refused = await leader.taps(RewordRemark(remark=made))
    shown = await leader.taps(OpenRemark(remark=made))
    await leader.taps("Отозвать")

    assert refused.toast == RU.label("refusal-access")
    assert labels(shown)[0] == ["Отозвать"]
    assert town.school.world.standing(records.Remark, made) is None


async def test_what_was_taken_back_opens_no_more(town: Town, leader: Chat) -> None:
    made = await written(town, leader)
    await leader.taps(TakeBackRemark(remark=made))

    screen = await leader.taps(OpenRemark(remark=made))

    assert screen.toast == RU.label("refusal-access")


async def test_empty_words_are_asked_for_again(town: Town, leader: Chat) -> None:
    await leader.taps(WriteRemark(pupil=town.masha, kind=RemarkKind.BEHAVIOUR))

    empty = await leader.sends("\u00a0")
    sticker = await leader.posts(sticker=None, photo=None, caption="")

    assert read(empty)[0] == RU.label("refusal-remark-empty")
    assert sticker.toast == RU.label("remark-words-only")


async def test_empty_words_leave_a_remark_as_it_is(town: Town, leader: Chat) -> None:
    made = await written(town, leader)
    await leader.taps("Исправить")

    screen = await leader.sends("\u00a0")

    assert read(screen)[0] == RU.label("refusal-remark-empty")
    assert town.school.world.standing(records.Remark, made).text == "Молодец"


async def test_the_same_words_again_tell_nobody(town: Town, leader: Chat) -> None:
    made = await written(town, leader)
    before = len(town.school.world.tables[records.RemarkHistory])
    await leader.taps("Исправить")

    await leader.sends("Молодец")

    assert len(town.school.world.tables[records.RemarkHistory]) == before
    assert town.school.world.standing(records.Remark, made)


async def test_a_shelf_without_remarks_says_so(town: Town, mother: Chat) -> None:
    praise = await mother.taps(OpenRemarks(pupil=town.masha))
    notes = await mother.taps(OpenRemarks(pupil=town.masha, shelf=RemarkShelf.NOTES))

    assert read(praise)[1] == RU.label("remarks-empty-praise")
    assert read(notes)[1] == RU.label("remarks-empty-notes")
