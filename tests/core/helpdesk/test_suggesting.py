"""Which topic own words are about, and which topics and answers come first for whom."""

import pytest

from core.access.people import Child, Member, Name, Role
from core.helpdesk.answers.known import (
    MOST_OFFERED,
    KnownAnswer,
    OwnAnswer,
    Wording,
    offered,
    with_own,
)
from core.helpdesk.tickets.form import Form, topics_for
from core.helpdesk.tickets.suggesting import STEMS, sounds_lost, suggest
from core.helpdesk.topics import Topic
from core.ids import CourseId, KnownAnswerId, PersonId, PupilId, SchoolId
from core.messages.broadcasts.ports import TaughtCourse
from core.wording import TextWrong

SCHOOL = SchoolId(1)


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("Почему в дневнике не видно домашнего задания?", Topic.DIARY),
        ("How do I see the homework?", Topic.DIARY),
        ("Какая выйдет отметка за четверть, где прогноз?", Topic.FINAL_MARKS),
        ("Поставили двойку вместо четвёрки", Topic.CURRENT_MARKS),
        ("Не могу войти, забыл пароль", Topic.LOST_ACCESS),
        ("I forgot my password", Topic.LOST_ACCESS),
        ("РЕБЁНОК БОЛЕЛ, а стоит пропуск", Topic.ATTENDANCE),
        ("Как загрузить КТП из файла, импорт не идёт", Topic.LESSON_PLANS),
        ("Где график контрольных?", Topic.CONTROL_WORKS),
        ("Как подключить второго родителя?", Topic.REGISTRATION),
        ("Где отчёт за неделю?", Topic.REPORTS),
        ("Как внести замену в журнале", Topic.TECHNOLOGY),
        ("Здравствуйте", None),
        ("", None),
        ("отметка за контрольную", None),
    ],
)
def test_own_words_suggest_what_speaks_most_for_a_topic(said: str, topic: Topic | None) -> None:
    assert suggest(said) is topic


@pytest.mark.parametrize(
    ("topic", "said", "lost"),
    [
        (Topic.DIARY, "Забыл пароль", True),
        (Topic.DIARY, "Забыл пароль от дневника, а там домашнее задание и расписание", True),
        (Topic.REGISTRATION, "I cannot log in", True),
        (Topic.DIARY, "Где логин?", True),
        (Topic.DIARY, "Забыл посмотреть домашнее задание", False),
        (Topic.DIARY, "Не видно оценок", False),
        (Topic.DIARY, "", False),
        (Topic.LOST_ACCESS, "Забыл пароль", False),
        (None, "Забыл пароль", False),
    ],
)
def test_words_about_lost_access_are_heard_under_any_other_topic(
    topic: Topic | None, said: str, *, lost: bool
) -> None:
    assert sounds_lost(topic, said) is lost


def test_each_topic_has_stems_of_its_own() -> None:
    stems = [stem for found in STEMS.values() for stem in found]

    assert set(STEMS) == set(Topic)
    assert len(stems) == len(set(stems))


@pytest.mark.parametrize(
    ("role", "first"),
    [
        (Role.GUARDIAN, Topic.DIARY),
        (Role.PUPIL, Topic.DIARY),
        (Role.TEACHER, Topic.TECHNOLOGY),
        (Role.SECRETARY, Topic.REGISTRATION),
    ],
)
def test_each_is_shown_the_likeliest_topics_first_and_all_of_them(
    role: Role, first: Topic
) -> None:
    found = topics_for({role})

    assert found[0] is first
    assert sorted(found) == sorted(Topic)


def a_form(children: int = 0, courses: int = 0, role: Role = Role.GUARDIAN) -> Form:
    name = Name("Анна", "Орлова")
    return Form(
        Member(PersonId(1), SCHOOL, "Школа", "Europe/Moscow", name, frozenset({role})),
        tuple(Child(PupilId(PersonId(10 + one)), name) for one in range(children)),
        tuple(TaughtCourse(CourseId(20 + one), "Алгебра", SCHOOL) for one in range(courses)),
    )


def test_an_only_child_goes_without_saying_and_of_two_one_is_chosen() -> None:
    one, two = a_form(children=1), a_form(children=2)

    assert one.goes_without_saying(Topic.DIARY) == 10
    assert not one.must_choose(Topic.DIARY)
    assert two.goes_without_saying(Topic.DIARY) is None
    assert two.must_choose(Topic.DIARY)


def test_lost_access_is_about_nobody_and_a_course_only_where_it_matters() -> None:
    family, teacher = a_form(children=2), a_form(courses=1, role=Role.TEACHER)

    assert not family.must_choose(Topic.LOST_ACCESS)
    assert teacher.must_choose(Topic.LESSON_PLANS)
    assert not teacher.must_choose(Topic.REPORTS)


def test_what_helped_most_is_offered_first_and_no_more_than_a_screen() -> None:
    many = [KnownAnswer(KnownAnswerId(one), Topic.DIARY, "?", "!", helped=one) for one in range(9)]

    found = offered(with_own(many), Topic.DIARY)

    assert [one.helped for one in found] == [8, 7, 6, 5, 4]
    assert len(found) == MOST_OFFERED


def test_what_is_retired_is_offered_no_more_and_lost_access_has_no_answer() -> None:
    retired = KnownAnswer(OwnAnswer.QUIET, Topic.DIARY, is_retired=True)
    lost = KnownAnswer(KnownAnswerId(1), Topic.LOST_ACCESS, "?", "!")

    assert offered(with_own([retired]), Topic.DIARY) == ()
    assert offered(with_own([lost]), Topic.LOST_ACCESS) == ()


def test_an_answer_without_words_cannot_be_kept() -> None:
    with pytest.raises(TextWrong):
        Wording.checked(Topic.DIARY, " ", "Ответ")
    with pytest.raises(TextWrong):
        Wording.checked(Topic.DIARY, "Вопрос", " \n")
