"""The words of the tables of review, by the keys that these have."""

from typing import Final

from bot.texts.keys import Key

OF_REVIEWS: Final[tuple[Key, ...]] = (
    "table-reviews",
    "table-review-days",
    "table-guardian",
    "table-review-days-of",
    "table-review-count",
    "table-review-standing",
    "table-review-done",
    "table-review-missing",
    "table-review-paper",
    "table-review-nobody",
    "table-review-sum",
    "table-review-rule",
    "table-review-no-lessons",
    "table-review-week",
    "table-review-weeks-done",
    "table-review-families-done",
    "table-review-yes",
    "table-review-by-paper",
    "table-review-signs",
)
"""A key of the table, behind `table-`."""
