"""Habits that no linter knows: who commits, who supervises, what a module says of itself."""

import ast

from tests.house.source import Module, modules

SUPERVISORS = (
    "bot.notifications.relay",
    "bot.notifications.delivery",
    "bot.jobs",
    "bot.web.edge",
    "bot.middlewares.turn",
    "bot.telegram.insisting",
    "bot.documents.workshop",
)
"""Who may catch everything: the relay and its deliveries, the jobs, the edges where updates and
browsers come in, the workshop (one paper that cannot be drawn must not hold back its chat), and
the one loop that tries again, in which polling, the worklist and the relay wait a failure out.
"""

IN_THE_ZONE_ALREADY = ("bot.documents",)
"""Papers: `made_at` of a view says when it was made in the school's zone."""

TASK_KEEPERS = ("sandbox.http.serving", "storage.store")
"""Who may start a task outside a TaskGroup: beside a server, and to let a commit end in peace.
None of the program's work may hang on such a task."""


def test_every_module_says_what_it_is() -> None:
    silent = [one.name for one in modules() if not ast.get_docstring(one.tree)]

    assert silent == []


def test_everything_is_caught_by_the_supervisors_only() -> None:
    catching = [one for one in modules() if one.catches & {"Exception", "BaseException"}]

    assert _outside(catching, SUPERVISORS) == []


def test_a_failure_is_logged_without_the_words_of_its_error() -> None:
    # They may hold a name or a mark; `bot.logs.log_failure` keeps the kind and the places.
    telling = [one for one in modules() if any(call.endswith(".exception") for call in one.calls)]

    assert [one.name for one in telling] == []


def test_a_task_is_started_by_its_keeper_only() -> None:
    starters = {"asyncio.create_task", "asyncio.ensure_future"}

    starting = [one for one in modules() if one.calls & starters]

    assert _outside(starting, TASK_KEEPERS) == []


def test_only_the_transaction_commits() -> None:
    committing = [one for one in modules() if any(call.endswith(".commit") for call in one.calls)]

    # The driver's face carries out what the transaction says.
    assert _outside(committing, ("storage.store", "storage.in_loop")) == []


def test_the_day_of_an_instant_is_asked_with_its_zone() -> None:
    # What is kept is an instant: its day is yesterday's for a school east of Greenwich.
    asking = [one for one in modules() if one.lives_in(("core", "bot")) and _asks_unzoned(one)]

    assert _outside(asking, IN_THE_ZONE_ALREADY) == []


def _asks_unzoned(module: Module) -> bool:
    return any(
        isinstance(one.func, ast.Attribute)
        and one.func.attr in {"date", "time"}
        and isinstance(one.func.value, ast.Attribute)
        and one.func.value.attr.strip("_") not in {"local", "min", "max"}
        for one in module.nodes(ast.Call)
    )


def test_imports_are_the_same_for_the_type_checker() -> None:
    splitting = [one.name for one in modules() if "typing.TYPE_CHECKING" in one.imports]

    assert splitting == []


def _outside(found: list[Module], homes: tuple[str, ...]) -> list[str]:
    return [one.name for one in found if not one.lives_in(homes)]
