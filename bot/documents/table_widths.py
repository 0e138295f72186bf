"""How wide the columns of a printed table are, how large its letters, and whether it is split."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm

from bot.documents.lettering import width_of
from core.reports.table import Column

PAD: Final = 2.0
_UPRIGHT_FROM: Final = 8
"""Before so many narrow columns have their headings turned upright, long texts are broken."""
_SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
_DENSE: Final = 7.5
"""So small letters get in a table of marks before names are broken."""
_UPRIGHT: Final = (7.5 * mm, 11 * mm)
"""The least and the best width of a column whose heading stands upright."""
_LEAST_TEXT: Final = 22 * mm
_BEST_TEXT: Final = 95 * mm
_SLACK: Final = 1.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a block of columns is set."""

    widths: tuple[float, ...]
    size: float
    is_upright: bool


def blocks_of(columns: Sequence[Column], names: int, room: float) -> Sequence[Sequence[int]]:
    """Return the columns that stand beside each other, each time with those that name a row."""
    least = [_UPRIGHT[0] if one.kind.is_narrow else _LEAST_TEXT for one in columns]
    named = list(range(min(names, len(columns))))
    free = room - sum(least[at] for at in named)
    found, taken = [list(named)], 0.0
    for at in range(len(named), len(columns)):
        if taken and taken + least[at] > free:
            found.append(list(named))
            taken = 0.0
        found[-1].append(at)
        taken += least[at]
    return found


def sized(
    columns: Sequence[Column],
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    room: float,
) -> Sheet:
    """Return how columns are set so that they fit: headings upright before letters get small."""
    few = sum(one.kind.is_narrow for one in columns) < _UPRIGHT_FROM
    for size in _SIZES:
        for upright in (False, True):
            wished = _wished(columns, headings, rows, size, upright=upright)
            if sum(wished) <= room:
                return Sheet(tuple(_filled(columns, wished, room, upright=upright)), size, upright)
            if (few or (upright and size <= _DENSE)) and (
                squeezed := _squeezed(columns, wished, room)
            ):
                return Sheet(tuple(squeezed), size, upright)
    least = _wished(columns, headings, rows, _SIZES[-1], upright=True)
    shrunk = room / sum(least)
    return Sheet(tuple(one * shrunk for one in least), _SIZES[-1], is_upright=True)


def _wished(
    columns: Sequence[Column],
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    size: float,
    *,
    upright: bool,
) -> list[float]:
    found = []
    for at, (column, heading) in enumerate(zip(columns, headings, strict=True)):
        cells = max((width_of(row[at], size, bold=True) for row in rows), default=0.0)
        word = max((width_of(one, size, bold=True) for one in heading.split()), default=0.0)
        wide = max(cells, 0.0 if upright and column.kind.is_narrow else word) + 2 * PAD + _SLACK
        best = _BEST_TEXT if not column.kind.is_narrow else wide
        least = _UPRIGHT[0] if upright and column.kind.is_narrow else 0.0
        found.append(max(min(wide, best), least))
    return found


def _squeezed(
    columns: Sequence[Column], wished: Sequence[float], room: float
) -> Sequence[float] | None:
    """Return widths that fit with long texts broken; None where these would go to bits."""
    broad = [at for at, one in enumerate(columns) if not one.kind.is_narrow]
    fixed = sum(one for at, one in enumerate(wished) if at not in broad)
    wanted = sum(wished[at] for at in broad)
    least = sum(min(wished[at], _LEAST_TEXT * 1.6) for at in broad)
    if not broad or fixed + least > room:
        return None
    share = (room - fixed - least) / (wanted - least) if wanted > least else 0.0
    return [
        (low := min(one, _LEAST_TEXT * 1.6)) + (one - low) * share if at in broad else one
        for at, one in enumerate(wished)
    ]


def _filled(
    columns: Sequence[Column], wished: Sequence[float], room: float, *, upright: bool
) -> Sequence[float]:
    """Return widths with some air in narrow columns, as far as there is room."""
    narrow = [at for at, one in enumerate(columns) if one.kind.is_narrow]
    if not narrow:
        return wished
    best = _UPRIGHT[1] if upright else 18 * mm
    more = [max(0.0, best - wished[at]) for at in narrow]
    share = min(1.0, (room - sum(wished)) / sum(more)) if sum(more) else 0.0
    widths = list(wished)
    for at, one in zip(narrow, more, strict=True):
        widths[at] += one * share
    return widths
