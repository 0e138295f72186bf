"""Words are there where they are needed, and never more than somebody reads."""

import pytest

from core.wording import TextWrong, said, said_in_a_line


def test_lines_stay_or_become_one() -> None:
    text = "  едем\nк  бабушке "

    assert said(text, longest=20) == "едем\nк  бабушке"
    assert said_in_a_line(text, longest=20) == "едем к бабушке"


@pytest.mark.parametrize("text", ["", " \n\t ", "а" * 6])
def test_none_and_too_many_are_refused_with_the_limit(text: str) -> None:
    with pytest.raises(TextWrong) as refused:
        said_in_a_line(text, longest=5)

    assert refused.value.longest == 5


def test_where_they_are_not_needed_none_are_as_good() -> None:
    assert said("  ", longest=5, needed=False) == ""
