"""Every rule of a school is told in a sentence, with where it comes from."""

import pytest

from bot.screens.parts.rules import RULES, rule, why
from core.regulation.profile import FORMS
from storage.profiles import read_profile
from tests.screens.views import EN, RU

SCHOOLS = [read_profile(name) for name in ("a", "c", "d", "e")]


def test_every_setting_has_a_sentence() -> None:
    assert RULES.keys() == FORMS.keys()


@pytest.mark.parametrize("setting", FORMS)
def test_a_sentence_can_be_told_of_every_school_in_every_language(setting: str) -> None:
    told = [rule(speech, school, setting) for school in SCHOOLS for speech in (RU, EN)]

    assert all(told)


def test_a_rule_is_told_with_its_clause() -> None:
    told = rule(RU, read_profile("a"), "forecast.in_hand_days_before")

    assert told == "Прогноз у семьи на руках за 14 дн. до конца периода (A1.3)"


def test_a_rule_that_the_school_decided_says_so() -> None:
    school = read_profile("a", {"review.done_by": "each"})

    assert why(RU, school, "review.done_by") == (
        "Ознакомление за ребёнка засчитано, когда ознакомился каждый родитель (решение школы)"
    )


def test_a_rule_that_no_document_sets_says_so() -> None:
    told = rule(EN, read_profile("d"), "rounding.half")

    assert told == "A half is rounded up: 4.50 is a 5 (no document sets it)"


def test_weights_are_told_by_who_sets_them() -> None:
    assert rule(RU, read_profile("d"), "marking.weighted").endswith("(D2.5)")
