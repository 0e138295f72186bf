"""The one gate: nobody sees another family's child."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.access.gate import (
    must_administer,
    must_decide,
    must_lead,
    must_lead_class,
    must_oversee,
    must_see_pupil,
)
from core.access.people import Actor, LedClass, Member, Role
from core.errors import AccessRefused, NotActivated
from core.ids import ClassId, PersonId, PupilId, SchoolId
from tests.core.builders import (
    CLASS_7A,
    CLASS_7B,
    MASHA,
    PETYA,
    SCHOOL,
    a_child,
    a_class_teacher,
    a_guardian,
    a_member,
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


def test_the_class_that_is_led_is_opened_and_no_other() -> None:
    actor = an_actor(a_guardian(), a_class_teacher(CLASS_7B, CLASS_7A))

    assert must_lead_class(actor, CLASS_7A).id == CLASS_7A
    with pytest.raises(AccessRefused):
        must_lead_class(actor, ClassId(CLASS_7A + CLASS_7B))


OF_SCHOOL = LedClass(CLASS_7A, "7А")


@dataclass
class Classes:
    """The school of the tests has one class."""

    with_teacher: frozenset[ClassId] = frozenset()

    async def classes_of(self, school: SchoolId) -> list[LedClass]:
        return [OF_SCHOOL] if school == SCHOOL else []

    async def led(self, school: SchoolId) -> frozenset[ClassId]:
        return self.with_teacher


@pytest.mark.parametrize("role", [Role.HEAD, Role.DEPUTY_HEAD, Role.ADMINISTRATOR])
async def test_the_administration_oversees_every_class_of_its_school(role: Role) -> None:
    member = a_member(roles=(role,))

    found = await must_oversee(an_actor(a_guardian(), member), CLASS_7A, Classes())

    assert (found.member, found.led) == (member, OF_SCHOOL)


async def test_a_class_teacher_oversees_the_own_class() -> None:
    teacher = a_class_teacher(CLASS_7A)

    found = await must_oversee(an_actor(teacher), CLASS_7A, Classes())

    assert (found.member, found.led.id) == (teacher, CLASS_7A)


@pytest.mark.parametrize(
    "member",
    [
        a_guardian(),
        a_pupil(),
        a_class_teacher(CLASS_7B),
        a_member(roles=(Role.TEACHER,)),
        a_member(roles=(Role.CONSULTANT,)),
        a_member(roles=(Role.SECRETARY,)),
    ],
)
async def test_nobody_else_oversees_a_class(member: Member) -> None:
    with pytest.raises(AccessRefused):
        await must_oversee(an_actor(member), CLASS_7A, Classes())


async def test_the_administration_of_one_school_oversees_no_class_of_another() -> None:
    elsewhere = an_actor(replace(a_member(roles=(Role.HEAD,)), school=SchoolId(2)))

    with pytest.raises(AccessRefused):
        await must_oversee(elsewhere, CLASS_7A, Classes())
    with pytest.raises(AccessRefused):
        must_administer(elsewhere, SCHOOL)


async def test_a_stranger_oversees_nothing_and_is_told_that_a_code_is_needed() -> None:
    with pytest.raises(NotActivated):
        await must_oversee(an_actor(), CLASS_7A, Classes())
    with pytest.raises(NotActivated):
        must_administer(an_actor(), SCHOOL)


def test_the_administration_answers_for_its_school() -> None:
    head = a_member(roles=(Role.HEAD,))

    assert must_administer(an_actor(a_guardian(), head), SCHOOL) == head


async def test_the_administration_decides_only_while_no_class_teacher_is_here() -> None:
    deputy = an_actor(a_member(roles=(Role.DEPUTY_HEAD,)))

    found = await must_decide(deputy, CLASS_7A, Classes())

    assert found == deputy.members[0]
    with pytest.raises(AccessRefused):
        await must_decide(deputy, CLASS_7A, Classes(frozenset([CLASS_7A])))
