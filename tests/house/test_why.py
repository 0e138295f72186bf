"""«Почему так» is one tap away wherever a rule of the school decided what is shown."""

from pathlib import Path

import pytest

from bot.callbacks.why import About, OpenWhy
from bot.screens.parts.rules import RULES
from bot.screens.people.why import BEHIND, rules_behind
from core.access.rules import Ruled
from core.regulation.profile import Profile
from storage.profiles import read_profile
from tests.core.builders import a_child, a_guardian, an_actor
from tests.screens.views import EN, RU, labels, read

ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "bot" / "screens"
MOST_LINES = 12
ACTOR = an_actor(a_guardian(a_child()))
SCHOOLS = [read_profile(name) for name in ("a", "c", "d", "e")]

BY_FORECAST = {"forecast/pupil", "forecast/of_class", "forecast/what_if", "forecast/news_words"}
"""Screens of a forecast: how it comes about has a screen of its own."""

SHOWN_BY: dict[str, set[str]] = {
    "core/breaches/reporting.py": {"breaches/done"},
    "core/messages/threads/own_hours.py": {"messages/hours"},
    "core/messages/threads/writing.py": {"messages/writing"},
    "core/reports/of_school.py": {"reports/of_school"},
    "core/access/personal_data/checking.py": {"watch/personal_data"},
    "core/access/personal_data/of_class.py": {"watch/class_check"},
    "core/access/rules.py": {"people/why"},
    "core/diary/forecast/foresee.py": BY_FORECAST,
    "core/diary/issuing/early_warnings.py": {"forecast/early_warnings"},
    "core/journal/period_sheets.py": {"teaching/sheets"},
    "core/diary/reading.py": {"diary/marks", "diary/absences", "diary/homework"},
    "core/diary/totals/own_reviews.py": {"totals/review"},
    "core/diary/totals/reviewing.py": {"totals/review"},
    "core/diary/totals/tables.py": {"totals/class_reviews"},
    "core/diary/truancy/counting.py": {"watch/truancy"},
    "core/helpdesk/duty/reading.py": {"helpdesk/schedule"},
    "core/notices/absences/week.py": {"watch/missed"},
    "core/notices/choosing.py": {"people/preferences"},
    "core/notices/gathering/totals.py": {"totals/news_words"},
    "core/notices/issue/look_after.py": {"forecast/issuing", "forecast/early_warnings"},
    "core/notices/issue/reading.py": {"forecast/issuing", "forecast/early_warnings"},
    "core/notices/paper/make.py": {"paper/print_runs"},
    "core/notices/gathering/class_data.py": {"watch/class_check"},
    "core/notices/personal_data/of_classes.py": {"watch/class_check"},
    "core/notices/personal_data/asking.py": {"watch/personal_data"},
    "core/notices/telling/asked_reviews.py": {"totals/news_words"},
    "core/notices/telling/control_works.py": {"diary/control_works"},
    "core/notices/telling/missing.py": {"totals/finals"},
    "core/notices/telling/nudging.py": {"totals/news_words"},
    "core/notices/telling/reviews.py": {"totals/class_reviews"},
    "core/notices/truancy/looking.py": {"watch/truancy", "watch/truancy_words"},
    "core/reports/of_class.py": {"reports/of_class"},
}
"""The screens of whoever reads a school's rules; a new reader chooses here."""

WITHOUT_A_SCREEN = {
    "core/diary/papers/charting.py": "a picture, which opens from the marks",
    "core/notices/gathering/gather.py": "a mark's mean: its message opens the marks",
}

HELP = ("core/helpdesk/", "core/notices/gathering/tickets", "core/notices/gathering/trainings")
TRAININGS = "core/notices/telling/trainings.py"
"""The help desk's own terms stand in the sentences of its screens."""


def _readers() -> set[str]:
    found = (ROOT / "core").rglob("*.py")
    return {
        str(one.relative_to(ROOT))
        for one in found
        if "regulations.of(" in one.read_text(encoding="utf-8")
    }


def _offers(screen: str) -> bool:
    source = (SCREENS / f"{screen}.py").read_text(encoding="utf-8")
    return any(
        word in source
        for word in ("why_button(", "OpenForecastWhy(", "OpenClassForecastWhy(", "why(speech, ")
    )


def test_who_reads_a_rule_has_a_screen_that_can_show_it() -> None:
    helped = {one for one in _readers() if one.startswith(HELP)} | {TRAININGS}

    assert _readers() - SHOWN_BY.keys() - WITHOUT_A_SCREEN.keys() - helped == set()


def test_the_tables_name_no_reader_that_reads_nothing() -> None:
    assert (SHOWN_BY.keys() | WITHOUT_A_SCREEN.keys()) - _readers() == set()


@pytest.mark.parametrize("screen", sorted(set[str]().union(*SHOWN_BY.values())))
def test_a_screen_that_a_rule_decides_says_why(screen: str) -> None:
    assert _offers(screen)


@pytest.mark.parametrize("about", About)
def test_each_kind_of_why_is_offered_by_a_screen(about: About) -> None:
    word = f"About.{about.name},"
    sources = [
        one.read_text(encoding="utf-8")
        for one in SCREENS.rglob("*.py")
        if one != SCREENS / "people" / "why.py"
    ]

    assert any(word in one for one in sources)


@pytest.mark.parametrize("about", About)
def test_each_kind_of_why_has_rules_that_have_sentences(about: About) -> None:
    behind = BEHIND[about]

    assert behind.settings or behind.said
    assert set(behind.settings) <= RULES.keys()


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("about", About)
def test_the_rules_fit_a_phone_at_every_school(about: About, school: Profile) -> None:
    ruled = Ruled(ACTOR.members[0], school)

    for speech in (RU, EN):
        shown = rules_behind(speech, ACTOR, OpenWhy(about=about, of=1), ruled)
        assert 2 <= len(read(shown)) <= MOST_LINES
        assert len(labels(shown)) == 1
