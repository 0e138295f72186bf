"""The one gate: nobody sees another family's child."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.access.gate import must_lead, must_see_pupil
from core.access.people import Actor
from core.errors import AccessRefused, NotActivated
from core.ids import ClassId, PersonId, PupilId
from tests.core.builders import (
    CLASS_7A,
    CLASS_7B,
    MASHA,
    PETYA,
    a_child,
    a_class_teacher,
    a_guardian,
    a_pupil,
    an_actor,
)

PUPILS = st.integers(1, 30).map(lambda number: PupilId(PersonId(number)))


@dataclass
class Lists:
    """Masha is in 7А, everybody else has left."""

    classes: dict[PupilId, ClassId] = field(default_factory=lambda: {MASHA: CLASS_7A})

    async def class_of(self, pupil: PupilId) -> ClassId | None:
        return self.classes.get(pupil)


async def test_a_guardian_sees_the_own_child() -> None:
    guardian = a_guardian(a_child(MASHA))

    member = await must_see_pupil(an_actor(guardian), MASHA, Lists())

    assert member == guardian


async def test_a_pupil_sees_itself() -> None:
    pupil = a_pupil(MASHA)

    member = await must_see_pupil(an_actor(pupil), MASHA, Lists())

    assert member == pupil


async def test_a_class_teacher_sees_a_pupil_of_the_class() -> None:
    teacher = a_class_teacher(CLASS_7B, CLASS_7A)

    member = await must_see_pupil(an_actor(teacher), MASHA, Lists())

    assert member == teacher


async def test_a_class_teacher_of_another_class_is_refused() -> None:
    teacher = an_actor(a_class_teacher(CLASS_7B))

    with pytest.raises(AccessRefused):
        await must_see_pupil(teacher, MASHA, Lists())


async def test_a_pupil_who_has_left_is_in_no_class_of_a_teacher() -> None:
    teacher = an_actor(a_class_teacher(CLASS_7A))

    with pytest.raises(AccessRefused):
        await must_see_pupil(teacher, PETYA, Lists())


async def test_a_stranger_is_told_that_a_code_is_needed() -> None:
    with pytest.raises(NotActivated):
        await must_see_pupil(an_actor(), MASHA, Lists())


@given(own=st.sets(PUPILS), asked=PUPILS)
async def test_a_family_opens_its_own_children_and_no_other(
    own: set[PupilId], asked: PupilId
) -> None:
    guardian = a_guardian(a_child(PETYA), *(a_child(pupil) for pupil in own))

    opened = await _opens(an_actor(guardian), asked)

    assert opened == (asked in own)


async def _opens(actor: Actor, pupil: PupilId) -> bool:
    try:
        await must_see_pupil(actor, pupil, Lists())
    except AccessRefused:
        return False
    return True


def test_who_leads_a_class_may_act_for_it() -> None:
    teacher = a_class_teacher(CLASS_7B, CLASS_7A)

    assert must_lead(an_actor(a_guardian(), teacher), CLASS_7A) == teacher


def test_who_leads_another_class_is_refused() -> None:
    with pytest.raises(AccessRefused) as refused:
        must_lead(an_actor(a_class_teacher(CLASS_7B)), CLASS_7A)

    assert refused.value.code == "access-refused"


def test_a_stranger_leads_nothing_and_is_told_that_a_code_is_needed() -> None:
    with pytest.raises(NotActivated):
        must_lead(an_actor(), CLASS_7A)
