"""Whatever a school has on record goes out in an export, or stays for a reason that is told."""

from core.exchange.files import FILES
from storage.exchange.left_out import LEFT_OUT
from storage.exchange.mapping import MAPPING
from storage.tables import SchoolRow, metadata
from tests.house.source import ROOT, text_of

BY_HAND = {SchoolRow}
"""The school itself: `orgs`, the manifest's zone and `x_rules` say what is in its row."""

IN_NO_TABLE = {"orgs", "x_rules", "x_origins", "x_gone"}
"""Files whose rows are made of the school's row, and of columns that every record has."""


def _carried() -> set[str]:
    tables = {one.table for one in MAPPING.values()} | BY_HAND
    tables |= {link.table for one in MAPPING.values() for link in one.links.values()}
    return {one.__tablename__ for one in tables}


def test_every_table_goes_out_or_says_why_not() -> None:
    left_out = {one.__tablename__ for one in LEFT_OUT}

    forgotten = set(metadata.tables) - _carried() - left_out

    assert forgotten == set(), "docs/bundle.md says how a table gets into an export"


def test_no_table_does_both() -> None:
    left_out = {one.__tablename__ for one in LEFT_OUT}

    assert left_out & _carried() == set()


def test_every_file_has_a_place_where_it_is_kept() -> None:
    assert FILES.keys() - MAPPING.keys() == IN_NO_TABLE
    assert MAPPING.keys() - FILES.keys() == set()


def test_every_field_of_a_file_has_its_column() -> None:
    lacking = {
        name
        for name, stored in MAPPING.items()
        if {"source", *stored.fields, *stored.links, *(stored.main or ())[1:]}
        != set(FILES[name].fields)
    }

    assert lacking == set()


def test_every_file_of_our_own_is_described() -> None:
    described = text_of(ROOT / "docs" / "bundle.md")

    ours = [name for name, spec in FILES.items() if spec.only_grows and name != "orgs"]

    assert [name for name in ours if f"`{name}`" not in described] == []


def test_every_column_of_our_own_files_is_described() -> None:
    described = text_of(ROOT / "docs" / "bundle.md")
    lines = {line.split("`")[1]: line for line in described.splitlines() if line.startswith("| `")}

    lacking = {
        (name, column)
        for name, spec in FILES.items()
        if name in lines
        for column in spec.header[3:]
        if column not in lines[name]
    }

    assert lacking == set()
