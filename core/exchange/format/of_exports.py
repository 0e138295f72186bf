"""What only an export knows: histories, who made what, and what is no more."""

from core.exchange.format.columns import SOURCE, column, must, ref
from core.exchange.format.spec import FileSpec
from core.exchange.forms import ID, INSTANT, SPELT_MARK, TEXT
from core.exchange.rows import of_exports as rows

OF_EXPORTS = (
    FileSpec(
        "x_markHistory",
        rows.MarkHistoryRow,
        (
            SOURCE,
            ref("resultSourcedId", "results", filled=True),
            must(INSTANT, "changedAt"),
            ref("userSourcedId", "users"),
            column(SPELT_MARK, "before"),
            column(SPELT_MARK, "value"),
        ),
        only_grows=True,
        key=("mark", "at"),
    ),
    FileSpec(
        "x_periodMarkHistory",
        rows.PeriodMarkHistoryRow,
        (
            SOURCE,
            ref("periodMarkSourcedId", "x_periodMarks", filled=True),
            must(INSTANT, "changedAt"),
            ref("userSourcedId", "users"),
            column(SPELT_MARK, "before"),
            column(SPELT_MARK, "value"),
        ),
        only_grows=True,
        key=("mark", "at"),
    ),
    FileSpec(
        "x_origins",
        rows.OriginRow,
        (
            SOURCE,
            must(TEXT, "file"),
            must(ID, "recordSourcedId"),
            ref("userSourcedId", "users", filled=True),
        ),
        only_grows=True,
    ),
    FileSpec(
        "x_gone",
        rows.GoneRow,
        (
            SOURCE,
            must(TEXT, "file"),
            must(ID, "recordSourcedId"),
            ref("userSourcedId", "users"),
            must(TEXT, "cells"),
        ),
        only_grows=True,
    ),
)
"""In the order in which their rows can be written."""
