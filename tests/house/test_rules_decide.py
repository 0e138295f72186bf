"""Every value of a school's profile decides something: what is only printed is no rule."""

import ast
from functools import cache

from core.regulation.profile import FORMS
from tests.house.source import ROOT

_TEXTS = ("core/regulation/", "bot/handlers/", "bot/screens/", "bot/texts/")
"""Where settings are kept and told; a handler decides nothing."""

KEPT_BY_PEOPLE = {
    # The profile itself holds the other days of a forecast to it.
    "forecast.in_hand_days_before",
    # Teachers enter homework in the school's journal, which the bot reads (J3).
    "homework.recorded",
    "homework.minutes_after_lessons",
    # Whether a mark is deferred is the teachers' council's word (J15).
    "marking.deferred_from_percent",
    # Paper sheets, the year's sections and backups are the school's own work (J21, J23, S6).
    "keeping.entered_after_failure_days",
    "keeping.sections_ready_by",
    "keeping.backup_months",
}
"""What the rules say of people, and the program only tells them (ADR 21)."""


@cache
def _read() -> frozenset[str]:
    """Return the names of all attributes that are read where something is decided."""
    found = set[str]()
    for room in ("core", "bot", "storage"):
        for path in sorted((ROOT / room).rglob("*.py")):
            if not path.relative_to(ROOT).as_posix().startswith(_TEXTS):
                tree = ast.parse(path.read_text(encoding="utf-8"))
                found |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return frozenset(found)


def test_every_value_is_read_by_something_that_is_no_text() -> None:
    unread = {setting for setting in FORMS if setting.partition(".")[2] not in _read()}

    assert unread == KEPT_BY_PEOPLE
