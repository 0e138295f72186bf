"""Who may ask about a pupil: the family, and who leads the class; a subject teacher may not."""

import pytest

from core.access.people import Child, Name
from core.helpdesk.tickets.still_asking import sees
from core.ids import PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import Hearer
from core.messages.threads.rules import Circle, Teaching

PUPIL, MOTHER, LEADER, TEACHER, STRANGER = (PersonId(one) for one in range(1, 6))
NAME = Name("Яна", "Лугова")
CIRCLE = Circle(
    Child(PupilId(PUPIL), NAME),
    SchoolId(1),
    (Hearer(PUPIL, NAME, is_guardian=False), Hearer(MOTHER, NAME, is_guardian=True)),
    (Teaching(LEADER, NAME, 7), Teaching(TEACHER, NAME, 8, "алгебра")),
)


@pytest.mark.parametrize(
    ("asker", "may"),
    [(PUPIL, True), (MOTHER, True), (LEADER, True), (TEACHER, False), (STRANGER, False)],
)
def test_the_family_and_the_class_teacher_may_ask_about_a_pupil(
    asker: PersonId, *, may: bool
) -> None:
    assert sees(CIRCLE, asker=asker) is may
