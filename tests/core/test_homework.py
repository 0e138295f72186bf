"""What counts as done, and who may say so."""

from datetime import date

import pytest

from core.access.people import Actor
from core.diary.homework.ticks import is_pupil, must_be_pupil, ticked
from core.diary.views import Assignment
from core.errors import AccessRefused
from core.ids import LessonId
from tests.core.builders import (
    CLASS_7A,
    LESSON,
    MASHA,
    PETYA,
    TODAY,
    a_child,
    a_class_teacher,
    a_guardian,
    a_pupil,
    an_actor,
)

DUE = date(2026, 11, 23)
TASK = Assignment("Алгебра", "§ 12", TODAY, DUE, LESSON)

TICKS = {
    "the same text": ({LESSON: "§ 12"}, True),
    "another text since": ({LESSON: "§ 11"}, False),
    "another lesson's": ({LessonId(1): "§ 12"}, False),
    "none": ({}, False),
}


@pytest.mark.parametrize(("done", "counts"), TICKS.values(), ids=TICKS)
def test_a_tick_holds_for_the_text_that_it_was_set_under(
    done: dict[LessonId, str], *, counts: bool
) -> None:
    assert [one.done for one in ticked([TASK], done)] == [counts]


def test_homework_of_no_lesson_is_never_done() -> None:
    (task,) = ticked([Assignment("Алгебра", "§ 12", TODAY, DUE)], {LESSON: "§ 12"})

    assert not task.done


OTHERS = {
    "the guardian": an_actor(a_guardian(a_child(MASHA))),
    "another pupil": an_actor(a_pupil(PETYA)),
    "the class teacher": an_actor(a_class_teacher(CLASS_7A)),
    "a stranger": an_actor(),
}


@pytest.mark.parametrize("actor", OTHERS.values(), ids=OTHERS)
def test_nobody_else_ticks_off_a_pupil_s_homework(actor: Actor) -> None:
    assert not is_pupil(actor, MASHA)
    with pytest.raises(AccessRefused):
        must_be_pupil(actor, MASHA)


def test_the_pupil_ticks_off_the_own_homework() -> None:
    actor = an_actor(a_pupil(MASHA))

    must_be_pupil(actor, MASHA)

    assert is_pupil(actor, MASHA)
