"""Documents as TOML: read as core means them, or refused with what is wrong and why."""

import pytest

from core.regulation.profile import FORMS, Basis, DecidedBy, WrongProfile
from storage.profiles import NAMES, document, document_of, read_profile


@pytest.mark.parametrize("name", NAMES)
def test_every_document_of_the_program_makes_a_profile(name: str) -> None:
    profile = read_profile(name)

    assert profile.name == name
    assert document(name).title


def test_document_a_sets_when_the_forecast_is_in_hand() -> None:
    profile = read_profile("a")

    assert profile.forecast.in_hand_days_before == 14
    assert profile.basis("forecast.in_hand_days_before") == Basis(DecidedBy.DOCUMENT, "A1.3")


def test_a_value_that_a_document_does_not_set_comes_from_e_then_c_then_a() -> None:
    a, c, d, e = (read_profile(name) for name in ("a", "c", "d", "e"))

    assert [one.sufficiency.quarter_at_more for one in (a, c, d, e)] == [5, 3, 5, 5]
    assert [one.basis("sufficiency.quarter_at_more").clause for one in (a, c, d, e)] == [
        "E3 2.14",
        "C5.2",
        "E3 2.14",
        "E3 2.14",
    ]
    assert [one.basis("period_marks.set_days_before").clause for one in (a, c)] == [
        "E7 4.1.5",
        "C4.4.3, C5.3",
    ]
    assert e.basis("review.times_a_week").clause == "A1.6"


def test_what_no_document_sets_is_the_program_s() -> None:
    profile = read_profile("a")

    assert profile.rounding.half == "up"
    assert profile.basis("rounding.half") == Basis(DecidedBy.PROGRAM)


def test_the_school_s_own_word_stands_over_every_document() -> None:
    profile = read_profile("a", {"review.times_a_week": 1})

    assert profile.review.times_a_week == 1
    assert profile.basis("review.times_a_week") == Basis(DecidedBy.SCHOOL)


def test_every_setting_is_written_as_it_is_read() -> None:
    profile = read_profile("e")

    again = read_profile("e", {setting: profile.written(setting) for setting in FORMS})

    assert {one: again.written(one) for one in FORMS} == {
        one: profile.written(one) for one in FORMS
    }


def test_a_document_that_does_not_exist_is_refused() -> None:
    with pytest.raises(WrongProfile, match="zz"):
        read_profile("zz")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "title"),
        ("title = ", "Invalid value"),
        ('title = "T"\nreview = 2', "review"),
        ('title = "T"\n[review]\ntimes_a_week = 2', "review.times_a_week"),
        ('title = "T"\n[review.times_a_week]\nvalue = 2', "value, clause"),
        ('title = "T"\n[review.times_a_week]\nvalue = 2\nclause = 3', "value, clause"),
    ],
)
def test_a_document_that_says_it_wrong_is_refused_by_name(text: str, named: str) -> None:
    with pytest.raises(WrongProfile, match=named):
        document_of(text)
