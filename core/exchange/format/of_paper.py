"""What goes to families on paper. Print runs have ids of their own."""

from functools import partial

from core.exchange.format.columns import SOURCE, column, must, ref
from core.exchange.format.spec import FileSpec
from core.exchange.forms import DATE, INSTANT, word
from core.exchange.rows import of_paper as rows

_AT = must(INSTANT, "recordedAt")
_Paper = partial(FileSpec, only_grows=True)

OF_PAPER = (
    _Paper(
        "x_paperRuns",
        rows.PaperRunRow,
        (
            SOURCE,
            ref("classSourcedId", "classes", filled=True),
            must(DATE, "beginDate"),
            must(DATE, "endDate"),
            _AT,
            ref("userSourcedId", "users"),
        ),
        cell=("group", "last_day"),
        spans=(("first_day", "last_day"),),
    ),
    _Paper(
        "x_paperSheets",
        rows.PaperSheetRow,
        (
            SOURCE,
            ref("paperRunSourcedId", "x_paperRuns", filled=True),
            ref("studentSourcedId", "users", filled=True),
            must(word("declined", "asked", "never_in", "unreachable", "not_reached"), "reason"),
            _AT,
            column(INSTANT, "handedOverAt"),
            ref("handedOverBySourcedId", "users"),
        ),
        cell=("run", "pupil"),
        key=("run", "pupil"),
    ),
)
"""In the order in which their rows can be written."""
