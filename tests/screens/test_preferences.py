"""What a person can choose: each choice shown as it is, and every screen fits."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screens.news.message import news
from bot.screens.parts.discreet import discreet
from bot.screens.parts.screen import Screen
from bot.screens.people.nights import nights
from bot.screens.people.preferences import always, nights_line, preferences, whose_preferences
from bot.screens.people.topics import TIMINGS, TOPICS, page_of_topic, topic
from bot.screens.people.zones import zones
from bot.texts import Speech
from core.access.people import Child, Member
from core.access.zones import OwnZone
from core.ids import NoticeId, PersonId
from core.notices.choosing import Choices
from core.notices.preferences import CHOSE_NOTHING, Nights, Preferences, Timing, Topic
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery
from storage.profiles import read_profile
from tests.core.builders import NOW, a_child, a_guardian, an_actor
from tests.screens.phone import LINES, ROWS, broken, too_wide
from tests.screens.test_limits import FAMILIES, SPEAKING, WORDS, a_family, assert_fits, quick
from tests.screens.views import EN, MOTHER_OF_TWO, RU, SPEECHES, labels, mark_news, read

RULES = read_profile("a")
OWN = CHOSE_NOTHING.with_nights(Nights.OWN, QuietHours(time(22), time(8)))


def some_choices(
    chosen: Preferences = CHOSE_NOTHING,
    member: Member | None = None,
    delivery: Delivery | None = None,
) -> Choices:
    return Choices(member or MOTHER_OF_TWO.members[0], chosen, delivery or Delivery(), RULES, NOW)


def test_what_a_family_hears_is_told_line_by_line() -> None:
    chosen = CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.EVENING)

    screen = preferences(RU, MOTHER_OF_TWO, some_choices(chosen))

    assert read(screen) == [
        "Новости",
        "1. Отметки: сразу",
        "2. Пропуски прошлых дней: сразу",
        "3. Домашние задания: вечером",
        "4. Изменения расписания: сразу",
        "5. Контрольные работы: сразу",
        "6. Рекомендации учителей: сразу",
        f"… и ещё {len(Topic) - 6}",
        "Тихие часы: 21:00–07:00, как в школе. Сообщения с подробностями.",
    ]
    assert labels(screen) == [
        ["1", "2", "3", "4", "5", "6"],
        ["Тихие часы и время", "Без подробностей"],
        ["Дальше ›", "Настройки"],
    ]


def test_the_rest_of_what_a_family_hears_is_on_the_next_page() -> None:
    chosen = CHOSE_NOTHING.timed(Topic.EVENTS, Timing.OFF)

    screen = preferences(RU, MOTHER_OF_TWO, some_choices(chosen), page=1)

    assert read(screen)[:3] == [
        "Новости",
        "7. Похвала и замечания: сразу",
        "8. События школы и класса: не сообщать",
    ]
    assert read(screen)[-1] == "Всегда сразу: пропуски сегодня, прогнозы, итоговые отметки."
    assert labels(screen)[1:] == [["Почему", "Вернуть как было"], ["‹ Назад", "Настройки"]]


def test_every_topic_stands_on_its_page() -> None:
    pages = [preferences(RU, MOTHER_OF_TWO, some_choices(), page=page) for page in (0, 1)]

    shown = [one for screen in pages for one in labels(screen)[0]]
    assert shown == [str(index) for index in range(1, len(Topic) + 1)]
    assert all(RU.label(TOPICS[one]) in pages[page_of_topic(one)].text for one in Topic)


@pytest.mark.parametrize("speech", SPEECHES)
@pytest.mark.parametrize("page", [0, 1])
def test_what_a_family_hears_fits_a_phone(speech: Speech, page: int) -> None:
    chosen = Preferences(dict.fromkeys(Topic, Timing.WEEKLY), neutral=True)

    screen = preferences(speech, MOTHER_OF_TWO, some_choices(chosen), page=page)

    assert broken(screen) <= LINES
    assert len(screen.buttons) <= ROWS
    assert too_wide(screen) == []


def test_what_is_owed_offers_no_other_time_and_says_so() -> None:
    screen = topic(RU, some_choices(), Topic.FORECASTS)

    assert read(screen)[0] == "Прогнозы и предупреждения: сразу"
    assert "отложить или отключить это нельзя" in read(screen)[1]
    assert labels(screen) == [["Новости"]]


def test_a_topic_says_when_its_digests_come() -> None:
    late = Delivery(digest_at=time(19, 30))

    screen = topic(RU, some_choices(delivery=late), Topic.MARKS)

    assert read(screen)[0] == "Отметки: сразу"
    assert "в воскресенье в 19:30" in read(screen)[1]
    assert read(screen)[1].endswith("Что понадобится до этого часа, придёт раньше.")


@pytest.mark.parametrize(
    ("chosen", "delivery", "line"),
    [
        (CHOSE_NOTHING, Delivery(), "Тихие часы: 21:00–07:00, как в школе"),
        (CHOSE_NOTHING, Delivery(quiet_hours=None), "Тихих часов нет, как в школе"),
        (OWN, Delivery(), "Тихие часы: 22:00–08:00, свои"),
        (CHOSE_NOTHING.with_nights(Nights.NONE), Delivery(), "Тихих часов нет"),
    ],
)
def test_whose_quiet_hours_hold_is_said(
    chosen: Preferences, delivery: Delivery, line: str
) -> None:
    assert nights_line(RU, chosen, delivery) == line


def test_quiet_hours_move_by_an_hour_over_midnight() -> None:
    late = CHOSE_NOTHING.with_nights(Nights.OWN, QuietHours(time(23, 30), time(0, 15)))

    screen = nights(RU, some_choices(late))

    assert labels(screen)[1] == ["с 22:30", "с 00:30", "до 23:15", "до 01:15"]


def test_the_quiet_hours_that_hold_are_marked() -> None:
    of_school = nights(RU, some_choices())
    none = nights(RU, some_choices(CHOSE_NOTHING.with_nights(Nights.NONE)))
    own = nights(RU, some_choices(OWN))

    assert [labels(one)[0] for one in (of_school, none, own)] == [
        ["• Как в школе", "Без тихих часов"],
        ["Как в школе", "• Без тихих часов"],
        ["Как в школе", "Без тихих часов"],
    ]


def test_every_topic_and_time_has_its_words() -> None:
    assert TOPICS.keys() == set(Topic)
    assert list(TIMINGS) == list(Timing)


def test_why_is_told_with_the_clauses() -> None:
    lines = read(always(RU, some_choices()))

    assert [one for one in lines if "(A1." in one] == lines[-2:]


@pytest.mark.parametrize("speech", [RU, EN])
def test_a_discreet_message_names_nothing_but_an_initial(speech: Speech) -> None:
    full = news(speech, [mark_news()], recipient=PersonId(2))

    screen = discreet(speech, full, NoticeId(7))

    assert "М." in screen.text
    assert not any(word in screen.text for word in ("Маша", "5", "лгебра"))
    assert [one.callback_data for row in screen.buttons for one in row] == ["read1:7"]


def test_more_persons_than_fit_are_counted() -> None:
    many = an_actor(*(a_guardian(a_child()) for _ in range(8)))

    assert read(whose_preferences(RU, many)) == ["Чьи новости настроить?", "… и ещё 2"]


CHOSEN = st.builds(
    Preferences,
    st.dictionaries(st.sampled_from(Topic), st.sampled_from(Timing)),
    st.sampled_from(Nights),
    st.builds(QuietHours, st.times(), st.times()),
    neutral=st.booleans(),
    zone=st.none() | st.sampled_from(OwnZone),
)


@quick
@given(SPEAKING, FAMILIES, WORDS, CHOSEN, st.sampled_from(Topic), st.sampled_from([1, 2]))
def test_settings_of_news_fit(
    speech: Speech,
    family: list[Child],
    school: str,
    chosen: Preferences,
    of: Topic,
    persons: int,
) -> None:
    actor = a_family(family, school=school * 3)
    actor = an_actor(*(*actor.members, a_guardian(a_child()))[:persons])
    choices = some_choices(chosen, actor.members[0])
    shown: list[Screen] = [
        whose_preferences(speech, actor),
        preferences(speech, actor, choices),
        preferences(speech, actor, choices, page=1),
        topic(speech, choices, of),
        always(speech, choices),
        nights(speech, choices),
        zones(speech, choices),
    ]

    for screen in shown:
        assert_fits(screen)
