"""The agenda, read back from its ICS."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from bot.documents import ics
from core.access.people import Name
from core.diary.papers.agenda import Agenda
from core.ids import LessonId
from core.journal.values import LessonState
from tests.core.builders import PETYA, TODAY, a_child
from tests.documents.views import (
    MADE_AT,
    NASTY,
    a_control,
    a_lesson,
    a_strange_child,
    a_task,
    an_agenda,
)
from tests.screens.views import EN, RU

SAMARA = ZoneInfo("Europe/Samara")


def events(view: Agenda) -> list[Event]:
    return list(Calendar.from_ical(ics.make(RU, view).content).walk("VEVENT"))


def the_event(view: Agenda) -> Event:
    (event,) = events(view)
    return event


def test_a_lesson_stands_at_its_hour_in_the_schools_zone() -> None:
    lesson = a_lesson(room="12", teacher=Name("Нина", "Грачёва"), topic="Функции", homework="§ 12")

    event = the_event(an_agenda(lesson, zone="Europe/Samara"))

    assert event.start == datetime(2026, 11, 20, 8, 30, tzinfo=SAMARA)
    assert event.end == datetime(2026, 11, 20, 9, 15, tzinfo=SAMARA)
    assert (event["summary"], event["location"], event["status"]) == (
        "Алгебра",
        "каб. 12",
        "CONFIRMED",
    )
    told = str(event["description"]).replace("\xa0", " ").split("\n")
    assert told == ["1-й урок", "Учитель: Нина Грачёва", "Тема: Функции", "Задано: § 12"]


def test_the_file_brings_its_zone_along() -> None:
    found = Calendar.from_ical(ics.make(RU, an_agenda(a_lesson())).content)

    assert [str(one["tzid"]) for one in found.walk("VTIMEZONE")] == ["Europe/Moscow"]
    assert str(found["method"]) == "PUBLISH"
    assert str(found["x-wr-calname"]) == "Школа: Маша"


def test_a_cancelled_lesson_is_cancelled_and_says_so() -> None:
    event = the_event(an_agenda(a_lesson(state=LessonState.CANCELLED)))

    assert (event["summary"], event["status"], event["transp"]) == (
        "Отменён: алгебра",
        "CANCELLED",
        "TRANSPARENT",
    )


def test_a_replaced_lesson_names_who_gives_it() -> None:
    event = the_event(an_agenda(a_lesson(replaced=True, teacher=Name("Юрий", "Полевой"))))

    assert event["summary"] == "Замена: алгебра"
    assert "Учитель: Юрий Полевой" in event["description"]


def test_a_moved_lesson_stands_where_it_is_now_under_the_name_it_had() -> None:
    before = the_event(an_agenda(a_lesson()))
    tomorrow = TODAY + timedelta(days=1)

    moved = the_event(an_agenda(a_lesson(tomorrow, 3, moved_from=(TODAY, 1))))

    assert moved["uid"] == before["uid"]
    assert moved.start.date() == tomorrow
    assert "Перенесён: было пт, 20 ноября, 1-й урок." in moved["description"]


def test_a_lesson_keeps_its_name_when_it_is_recorded_and_changed_ones_come_later() -> None:
    expected = the_event(an_agenda(a_lesson()))
    recorded = the_event(an_agenda(a_lesson(id=LessonId(7), changed_at=MADE_AT)))
    later = MADE_AT + timedelta(minutes=1)
    again = the_event(an_agenda(a_lesson(id=LessonId(7), changed_at=later)))

    assert {one["uid"] for one in (expected, recorded, again)} == {expected["uid"]}
    assert expected.get("sequence", 0) < recorded["sequence"] < again["sequence"]


def test_brothers_in_one_class_have_events_of_their_own() -> None:
    one = the_event(an_agenda(a_lesson()))
    other = the_event(an_agenda(a_lesson(), child=a_child(PETYA, "Петя")))

    assert one["uid"] != other["uid"]


def test_homework_and_control_works_stand_on_their_days() -> None:
    task, control = events(an_agenda(tasks=(a_task(),), works=(a_control(),)))

    assert (task["summary"], task.start) == ("🏠 Задание: алгебра", date(2026, 11, 23))
    assert str(task["description"]).replace("\xa0", " ") == "§ 12"
    assert (control["summary"], control.start) == ("Контрольная: алгебра", date(2026, 11, 24))
    assert control["description"] == "Линейная функция"


@pytest.mark.parametrize(
    ("starts", "ends"), [(time(8, 30), None), (time(8, 30), time(8, 0)), (None, None)]
)
def test_a_lesson_whose_hours_are_not_known_still_stands_on_its_day(
    starts: time | None, ends: time | None
) -> None:
    event = the_event(an_agenda(a_lesson(starts=starts, ends=ends)))

    assert event.end >= event.start
    assert str(event.start).startswith("2026-11-20")


def test_every_name_is_there_once() -> None:
    days = [TODAY + timedelta(days=ahead) for ahead in range(30)]
    lessons = [a_lesson(day, number) for day in days for number in range(1, 8)]

    names = [one["uid"] for one in events(an_agenda(*lessons, tasks=(a_task(),)))]

    assert len(set(names)) == len(names)


def test_nothing_ahead_is_a_calendar_all_the_same() -> None:
    assert events(an_agenda()) == []


@pytest.mark.parametrize("name", NASTY)
def test_whatever_a_school_writes_the_file_can_be_read_back(name: str) -> None:
    lesson = a_lesson(room=name, topic=name, homework=name, teacher=Name(name, name))
    child = a_strange_child(name)

    made = ics.make(
        EN, an_agenda(lesson, tasks=(a_task(name),), works=(a_control(name),), child=child)
    )

    found = Calendar.from_ical(made.content).walk("VEVENT")
    assert len(found) == 3
    assert all(len(line) <= 75 for line in made.content.split(b"\r\n"))
