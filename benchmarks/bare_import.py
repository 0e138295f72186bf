"""The least that an import can be: every row of the CSV files into a table without types or rules.

python -m benchmarks.bare_import BUNDLE DATABASE
"""

import csv
import sqlite3
import sys
from pathlib import Path


def copy_rows(bundle: Path, database: Path) -> None:
    """Copy each file into a table of its name, in one transaction."""
    with sqlite3.connect(database) as tables:
        for path in sorted(bundle.glob("*.csv")):
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = csv.reader(file)
                header = next(rows)
                columns = ", ".join(f'"{name}"' for name in header)
                places = ", ".join("?" for _ in header)
                tables.execute(f'CREATE TABLE "{path.stem}" ({columns})')
                tables.executemany(f'INSERT INTO "{path.stem}" VALUES ({places})', rows)  # noqa: S608 - our own files
    tables.close()


if __name__ == "__main__":
    copy_rows(Path(sys.argv[1]), Path(sys.argv[2]))
