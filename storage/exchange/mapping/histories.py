"""Where the histories of marks are kept."""

from collections.abc import Mapping

from core.exchange.rows import of_exports as rows
from storage import tables
from storage.exchange.fields import Field, Ref
from storage.exchange.mapping.parts import mark, plain, stored
from storage.exchange.stored import Stored

_CHANGE: Mapping[str, Field] = {
    "by": Ref("by_id", "users"),
    "before": mark("before"),
    "value": mark("value"),
}

HISTORIES: Mapping[str, Stored] = {
    "x_markHistory": stored(
        tables.MarkHistoryRow,
        rows.MarkHistoryRow,
        {"mark": Ref("mark_id", "results")},
        _CHANGE,
        plain("at"),
    ),
    "x_periodMarkHistory": stored(
        tables.PeriodMarkHistoryRow,
        rows.PeriodMarkHistoryRow,
        {"mark": Ref("period_mark_id", "x_periodMarks")},
        _CHANGE,
        plain("at"),
    ),
}
