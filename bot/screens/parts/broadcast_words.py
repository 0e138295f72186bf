"""The words of a broadcast's report, by the keys that its table has."""

from typing import Final

from bot.texts.keys import Key

OF_BROADCASTS: Final[tuple[Key, ...]] = (
    "table-broadcast",
    "table-of-broadcast",
    "table-broadcast-urgent",
    "table-broadcast-version-now",
    "table-broadcast-earlier",
    "table-broadcast-versions",
    "table-version",
    "table-said",
    "table-addressee",
    "table-stands",
    "table-answer",
    "table-answered-at",
    "table-stands-answered",
    "table-stands-delivered",
    "table-stands-under-way",
    "table-stands-unknown",
    "table-stands-unreachable",
    "table-stands-not-linked",
    "table-stands-refused",
    "table-stands-blocked",
    "table-stands-nobody",
)
"""A key of the table, behind `table-`."""
