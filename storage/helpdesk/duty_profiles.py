"""The duty schedules of the documents (H2) as TOML files of the program."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import time
from functools import cache
from importlib import resources
from itertools import count
from typing import Any, Final

from core.errors import NotFound
from core.helpdesk.duty.window import Hours, Window
from core.helpdesk.topics import covers
from core.ids import DutyId, PersonId

NAMES: Final = ("a", "e")
"""The documents that set a schedule of consultations."""


def profile_windows(name: str, roster: Sequence[PersonId]) -> tuple[Window, ...]:
    """Return the windows of a document, given to the consultants of a roster in its order.

    A roster that is too short begins anew: then one person has several parts. Raise NotFound
    for a document that sets no schedule, or where nobody is in the roster.
    """
    if name not in NAMES or not roster:
        raise NotFound
    numbers = count(1)
    return tuple(
        _window(part, weekday, DutyId(next(numbers)), roster)
        for part in _document(name)["windows"]
        for weekday in part["weekdays"]
    )


def _window(
    part: Mapping[str, Any], weekday: int, number: DutyId, roster: Sequence[PersonId]
) -> Window:
    starts, ends = map(time.fromisoformat, part["hours"].split("-"))
    return Window(
        number,
        roster[(part["consultant"] - 1) % len(roster)],
        covers(part["topics"]),
        weekday,
        Hours(starts, ends),
        part["room"],
    )


@cache
def _document(name: str) -> Mapping[str, Any]:
    file = resources.files("storage.regulations") / f"duty_{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
