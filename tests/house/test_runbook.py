"""Who keeps the program running finds every job and every event of the log in the runbook."""

import ast
import re

from tests.house.source import ROOT, Module, modules, text_of

RUNBOOK = text_of(ROOT / "docs/runbook.md")
LEVELS = frozenset({"debug", "info", "warning", "error", "critical", "exception"})
WITHOUT_AN_EVENT = frozenset({"bot.logs"})
"""The one place that logs under a name that it is given."""


def listed(heading: str) -> set[str]:
    """Return what the first column of the table under a heading names."""
    part = RUNBOOK.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    first = [line.split("|")[1] for line in part.splitlines() if line.startswith("|")]
    return {name for cell in first for name in re.findall(r"`([\w-]+)`", cell)}


def called(module: Module, names: frozenset[str]) -> list[ast.Call]:
    return [one for one in module.nodes(ast.Call) if ast.unparse(one.func) in names]


def first_words(module: Module, *names: str) -> set[str]:
    """Return the first arguments of such calls, as they are written."""
    return {ast.unparse(one.args[0]).strip("'") for one in called(module, frozenset(names))}


def test_every_job_is_in_the_runbook_and_no_other() -> None:
    found = {job for one in modules("bot") for job in first_words(one, "Job", "SchoolTick")}
    jobs = {job for job in found if job != "one.id"}  # as a row of the table has it

    assert jobs == listed("Jobs")


def test_every_event_of_the_log_is_in_the_runbook_and_no_other() -> None:
    logging = [f"log.{level}" for level in sorted(LEVELS)]

    events = {
        event
        for one in modules()
        if one.name not in WITHOUT_AN_EVENT and not one.lives_in(("sandbox",))
        for event in first_words(one, "log_failure", *logging)
    }

    assert events == listed("What the log says")
