"""Where is kept what goes to families on paper."""

from collections.abc import Mapping

from core.exchange.rows import of_paper as rows
from storage import tables
from storage.exchange.fields import Plain, Ref
from storage.exchange.mapping.parts import PUPIL, plain, stored
from storage.exchange.stored import Stored

OF_PAPER: Mapping[str, Stored] = {
    "x_paperRuns": stored(
        tables.PaperRunRow,
        rows.PaperRunRow,
        {"group": Ref("class_id", "classes"), "by": Ref("by_id", "users")},
        {"at": Plain("made_at")},
        plain("first_day", "last_day"),
    ),
    "x_paperSheets": stored(
        tables.PaperSheetRow,
        rows.PaperSheetRow,
        {"run": Ref("run_id", "x_paperRuns"), "handed_by": Ref("handed_by_id", "users")},
        PUPIL,
        plain("why", "at", "handed_at"),
    ),
}
