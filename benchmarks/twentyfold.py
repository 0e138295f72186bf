"""A bundle many times the size of another: one school, with each class and person copied."""

import csv
from pathlib import Path
from typing import Final

_SHARED: Final = frozenset(
    {
        "orgs",
        "academicSessions",
        "courses",
        "categories",
        "x_categories",
        "x_holidays",
        "x_events",
        "manifest",
    }
)
"""What a school has once, however large it is."""

Row = dict[str, str]


def write_many(source: Path, folder: Path, times: int) -> int:
    """Write the bundle; return how many rows it has beside the manifest's."""
    files = {path.stem: _read(path) for path in sorted(source.glob("*.csv"))}
    own = {row["sourcedId"] for name in files if name not in _SHARED for row in files[name]}
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for name, rows in files.items():
        copies = 1 if name in _SHARED else times
        written = [_copied(row, number, own) for number in range(copies) for row in rows]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(written)
        total += len(written) if name != "manifest" else 0
    return total


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _copied(row: Row, number: int, own: set[str]) -> Row:
    """Return a row whose ids, and references to such ids, are those of one copy."""
    if not number:
        return row
    return {
        name: _ids(value, number, own) if _holds_ids(name) else value
        for name, value in row.items()
    }


def _holds_ids(column: str) -> bool:
    return column.endswith(("ourcedId", "ourcedIds")) or column == "username"


def _ids(value: str, number: int, own: set[str]) -> str:
    return ",".join(f"{one}~{number}" if one in own else one for one in value.split(","))
