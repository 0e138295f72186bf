"""Only the administration announces; an old button and a lost draft announce nothing."""

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks.announcements import (
    ChooseAnnouncedDay,
    OpenAnnouncements,
    SendAnnouncement,
    WriteAnnouncement,
)
from bot.callbacks.classes import OpenSchool
from core.access.people import Role
from core.ids import SchoolId
from tests.handlers.chat import Chat, Town
from tests.school import records
from tests.screens.views import RU, labels, read


def school_of(town: Town) -> SchoolId:
    return SchoolId(next(iter(town.school.world.tables[records.School])))


@pytest.fixture
async def deputy(town: Town) -> Chat:
    """The deputy head."""
    return await town.known(town.deputy)


async def test_what_was_announced_opens_from_the_school(town: Town, deputy: Chat) -> None:
    await deputy.taps(OpenSchool(school=school_of(town)))

    await deputy.taps("Ещё")
    screen = await deputy.taps("Объявить переход")

    assert read(screen)[1] == "Объявлений пока не было."
    assert labels(screen) == [["Написать объявление"], ["Классы школы", "Меню"]]


@pytest.mark.parametrize("kind", [OpenAnnouncements, WriteAnnouncement])
async def test_others_announce_nothing(
    town: Town, leader: Chat, father: Chat, kind: type[CallbackData]
) -> None:
    button = kind(school=school_of(town))

    toasts = [(await one.taps(button)).toast for one in (leader, father)]

    assert toasts == [RU.label("refusal-access")] * 2


async def test_sending_without_a_draft_is_an_old_button(town: Town, deputy: Chat) -> None:
    screen = await deputy.taps(SendAnnouncement(school=school_of(town), stamp=1))

    assert screen.toast == RU.label("old-button")
    assert list(town.school.world.all(records.Announcement)) == []


async def test_a_button_sends_the_words_that_stood_above_it(town: Town, deputy: Chat) -> None:
    await deputy.taps(WriteAnnouncement(school=school_of(town)))
    await deputy.sends("Дневник здесь.")
    await deputy.sends("01.12.2026")
    first = button_of(deputy)
    await deputy.taps(WriteAnnouncement(school=school_of(town)))
    await deputy.sends("Дневник там.")
    await deputy.sends("01.12.2026")
    second = button_of(deputy)

    old = await deputy.taps_raw(first)
    before = list(town.school.world.all(records.Announcement))
    await deputy.taps_raw(second)

    assert old.toast == RU.label("old-button")
    assert before == []
    assert [one.text for one in town.school.world.all(records.Announcement)] == ["Дневник там."]


def button_of(deputy: Chat) -> str:
    return deputy.screen.buttons[0][0].callback_data


async def test_a_day_of_another_school_is_not_taken_into_the_draft(
    town: Town, deputy: Chat
) -> None:
    other = town.seed.a_school(name="Школа № 2")
    head = town.seed.a_person("Алла")
    town.seed.a_role(head, Role.DEPUTY_HEAD)
    (account,) = town.school.world.all(records.Account, lambda it: it.value == str(deputy.user))
    town.seed.a_link(head, account.id)
    await town.seed.plant(town.school)
    await deputy.taps(WriteAnnouncement(school=town.school_id))
    await deputy.sends("Дневник здесь.")

    day = town.clock.now().date().toordinal()
    screen = await deputy.taps(ChooseAnnouncedDay(school=other, day=day))

    assert screen.toast == RU.label("old-button")


async def test_words_that_are_too_many_or_none_are_asked_for_again(
    town: Town, deputy: Chat
) -> None:
    await deputy.taps(WriteAnnouncement(school=school_of(town)))

    long = await deputy.sends("а" * 1501)
    empty = await deputy.sends("\u00a0")
    taken = await deputy.sends("Дневник здесь.")

    assert read(long)[0] == RU.label("refusal-text-too-long")
    assert read(empty)[0] == RU.label("refusal-announcement-empty")
    assert labels(taken)[0] == ["20 ноября", "1 декабря", "1 января"]


async def test_a_draft_without_a_day_is_not_sent(town: Town, deputy: Chat) -> None:
    await deputy.taps(WriteAnnouncement(school=school_of(town)))
    await deputy.sends("Дневник здесь.")

    screen = await deputy.taps(SendAnnouncement(school=school_of(town), stamp=1))

    assert screen.toast == RU.label("old-button")
