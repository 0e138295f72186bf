"""Who may be the first administrator, and what a school's own word does to its earlier ones."""

from collections.abc import Mapping

import pytest

from core.access.first_administrator import who_may_be_first
from core.errors import AdministratorThere
from core.ids import PersonId
from core.regulation.deciding import AS_DOCUMENTED, decisions_after

ANNA = PersonId(7)


@pytest.mark.parametrize(
    ("namesake", "another", "first"),
    [(None, False, None), (ANNA, False, ANNA), (ANNA, True, ANNA)],
)
def test_the_first_is_made_once_and_called_again_by_name(
    *, namesake: PersonId | None, another: bool, first: PersonId | None
) -> None:
    assert who_may_be_first(namesake, another_has_come_in=another) == first


def test_a_second_name_is_no_way_past_the_one_who_has_come_in() -> None:
    with pytest.raises(AdministratorThere):
        who_may_be_first(None, another_has_come_in=True)


@pytest.mark.parametrize(
    ("before", "decided", "after"),
    [
        ({}, {}, {}),
        ({}, {"review.a_week": "3"}, {"review.a_week": "3"}),
        ({"review.a_week": "3"}, {"review.a_week": "1"}, {"review.a_week": "1"}),
        ({"review.a_week": "3"}, {"review.a_week": AS_DOCUMENTED}, {}),
        ({}, {"review.a_week": AS_DOCUMENTED}, {}),
        ({"a": "1"}, {"b": "2"}, {"a": "1", "b": "2"}),
    ],
)
def test_a_word_stands_over_the_earlier_one_and_default_takes_it_back(
    before: Mapping[str, object], decided: Mapping[str, str], after: Mapping[str, object]
) -> None:
    assert decisions_after(before, decided) == after
