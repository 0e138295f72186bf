"""Who may read which school's rules: whoever sees what they decided."""

import pytest

from core.access.gate import must_be_at_school
from core.errors import AccessRefused, NotActivated
from core.ids import SchoolId
from tests.core.builders import a_child, a_guardian, an_actor


def test_a_family_belongs_to_the_school_of_its_child() -> None:
    actor = an_actor(a_guardian(a_child()))

    assert must_be_at_school(actor, actor.members[0].school) == actor.members[0]


def test_another_school_s_rules_are_refused() -> None:
    actor = an_actor(a_guardian(a_child()))

    with pytest.raises(AccessRefused):
        must_be_at_school(actor, SchoolId(99))


def test_a_stranger_is_told_to_come_in() -> None:
    with pytest.raises(NotActivated):
        must_be_at_school(an_actor(), SchoolId(1))
