"""Every word that core asks a table to say has a text, and no text of tables is idle."""

import ast
from collections.abc import Iterator

from bot.screens.parts.table_words import WORDS
from core.access.people import Role
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.journal.values import AbsenceCode, PeriodMarkKind, ReasonState
from core.messages.broadcasts.broadcast import WhyNot
from core.notices.broadcasts.card import Stands
from core.reports.grades import Grade, Standing
from core.reports.kinds import ClassReportKind, SchoolReportKind
from core.reports.roll import Move
from tests.house.source import modules

AT_THE_END = [kind for kind in PeriodMarkKind if kind is not PeriodMarkKind.PERIOD]
COMPOSED = {
    *(f"standing-{one.value}" for one in Standing),
    *(f"is-{one.value}" for one in Standing),
    *(f"grade-{one.value}" for one in Grade),
    *(f"move-{one.value}" for one in Move),
    *(f"letter-{one.value}" for one in AbsenceCode),
    *(f"reason-{one.value}" for one in ReasonState),
    *(f"end-{one.value}" for one in AT_THE_END),
    *(f"stands-{one.value}" for one in (*Stands, *WhyNot)),
    "stands-nobody",
    *(f"report-{one.name.lower().replace('_', '-')}" for one in ClassReportKind),
    *(f"topic-{one.value}" for one in Topic),
    *(f"by-{one.value.replace('_', '-')}" for one in Role),
    *(f"outcome-{one.value}" for one in Closing),
    *(f"matter-{one.value}" for one in Matter if one is not Matter.QUESTION),
    *(f"school-report-{one.name.lower()}" for one in SchoolReportKind),
}
"""Keys that are put together of a code."""


def _asked() -> Iterator[str]:
    for module in modules("core"):
        for call in module.nodes(ast.Call):
            if ast.unparse(call.func) == "said" and isinstance(call.args[0], ast.Constant):
                yield str(call.args[0].value)


def _literals() -> set[str]:
    texts = (node.value for one in modules("core") for node in one.nodes(ast.Constant))
    return {text for text in texts if isinstance(text, str)}


def test_what_core_says_in_a_table_has_a_text() -> None:
    assert ({*_asked()} | COMPOSED) - WORDS.keys() == set()


def test_what_has_a_text_is_said_by_core() -> None:
    assert WORDS.keys() - COMPOSED - _literals() == set()
