"""The words of tables: which text a key of `core.reports` stands for, how a cell is written."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from bot.screens.parts.broadcast_words import OF_BROADCASTS
from bot.screens.parts.consultation_words import OF_ASKERS, OF_CONSULTATIONS, OF_TOPICS
from bot.screens.parts.lesson import mark_of
from bot.screens.parts.naming import NAME_LENGTH, full_name
from bot.screens.parts.report_words import OF_REPORTS
from bot.screens.parts.review_words import OF_REVIEWS
from bot.texts.formats import clock_time, exact, numeric_day, whole_day
from bot.texts.html import cut, tidy
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Name
from core.journal.values import MarkValue
from core.reports.table import Cell, Column, Kind, Lines, Said, Told

WORDS: Final[dict[str, Key]] = {
    **{
        one.removeprefix("table-"): one
        for one in (*OF_REPORTS, *OF_REVIEWS, *OF_BROADCASTS, *OF_CONSULTATIONS)
    },
    **{one.removeprefix("duty-"): one for one in OF_TOPICS},
    **{one.removeprefix("ticket-"): one for one in OF_ASKERS},
}
"""What `Said` of core is in our texts: who makes another table adds its keys here."""

_LENGTH: Final = 1000
"""What should stand in one line and is longer was not meant for a table."""
_PARAGRAPHS: Final = re.compile(r"\n{3,}")
"""Many empty lines part no more than one does, and would fill pages."""


def worded(speech: Speech, what: Said | Lines | str) -> str:
    """Return the words of a key, or what the school wrote: in one line, or whole in its lines."""
    if isinstance(what, Lines):
        return _PARAGRAPHS.sub("\n\n", "\n".join(map(tidy, what.text.splitlines()))).strip()
    if isinstance(what, str):
        return cut(tidy(what), _LENGTH)
    told = {name: _told(speech, one) for name, one in what.told.items()}
    return speech.label(WORDS[what.key], **told)


def _told(speech: Speech, one: Told) -> str | int:
    match one:
        case Name():
            return full_name(speech, one)
        case date():
            return whole_day(one, speech.language)
        case Decimal():
            return exact(one, speech.language)
        case str():
            return cut(one, _LENGTH)
        case int():
            return one


def whole_name(name: Name) -> str:
    """Return all names, the family's first, as a paper that is kept has them."""
    parts = (name.family, name.given, name.middle)
    return " ".join(cut(tidy(part), NAME_LENGTH) for part in parts if part)


def written(speech: Speech, column: Column, cell: Cell) -> str:
    """Return a cell as people write it."""
    match cell:
        case None:
            return ""
        case tuple():
            return ", ".join(written(speech, column, one) for one in cell)
        case str() | Said() | Lines():
            return worded(speech, cell)
        case Name():
            return whole_name(cell)
        case MarkValue():
            return mark_of(speech, cell)
        case _:
            return _number(speech, column, cell)


def _number(speech: Speech, column: Column, cell: int | Decimal | date) -> str:
    match cell:
        case datetime():
            return f"{numeric_day(cell.date())} {clock_time(cell.time())}"
        case date():
            return numeric_day(cell)
        case Decimal() if column.kind is Kind.PERCENT:
            return speech.label("table-percent", share=exact(cell, speech.language))
        case Decimal():
            return exact(cell, speech.language)
        case int():
            return str(cell)
