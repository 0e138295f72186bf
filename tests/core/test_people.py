"""Who stands behind an account."""

from core.access.people import Child, LedClass, Name, Role, place_in_list, place_in_school
from core.ids import ClassId
from tests.core.builders import (
    MASHA,
    PETYA,
    a_child,
    a_guardian,
    a_member,
    a_pupil,
    an_actor,
)


def test_an_account_without_a_person_is_a_stranger() -> None:
    assert an_actor().is_stranger


def test_an_account_with_a_person_is_no_stranger() -> None:
    assert not an_actor(a_guardian()).is_stranger


def test_a_guardian_has_the_children_of_every_membership() -> None:
    actor = an_actor(a_guardian(a_child(MASHA)), a_guardian(a_child(PETYA), a_child(MASHA)))

    pupils = [child.pupil for child in actor.children]

    assert pupils == [MASHA, PETYA]


def test_a_pupil_is_shown_as_its_own_child() -> None:
    pupils = [child.pupil for child in an_actor(a_pupil(MASHA)).children]

    assert pupils == [MASHA]


def test_a_teacher_has_no_children_by_being_one() -> None:
    assert an_actor(a_member(roles=(Role.TEACHER,))).children == ()


def test_roles_are_those_of_all_persons_behind_the_account() -> None:
    actor = an_actor(a_guardian(), a_member(3, roles=(Role.TEACHER, Role.HEAD)))

    assert actor.roles == {Role.GUARDIAN, Role.TEACHER, Role.HEAD}


def test_a_class_list_keeps_yo_with_ye() -> None:
    pupils = [Child(MASHA, Name("Егор", family)) for family in ("Жуков", "Ёжиков", "Дубов")]

    families = [child.name.family for child in sorted(pupils, key=place_in_list)]

    assert families == ["Дубов", "Ёжиков", "Жуков"]


def test_classes_stand_by_grade_and_then_by_letter() -> None:
    titles = ["10А", "5Ж", "5Ё", "Подготовительный", "5В"]
    found = [LedClass(ClassId(number), title) for number, title in enumerate(titles)]

    listed = [one.title for one in sorted(found, key=place_in_school)]

    assert listed == ["Подготовительный", "5В", "5Ё", "5Ж", "10А"]
