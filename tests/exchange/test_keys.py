"""An id made of a key: the same for the same key, another for any other."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange.keys import ids_of_keys
from core.exchange.rows.row import Subject
from core.ids import SourceId

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)

MADE = {
    "one part": (("p1",), "p1"),
    "parts that hold what parts them": (("7а/1", "b\\c"), "7а\\/1/b\\\\c"),
    "nobody": (("l1", None), "l1/"),
    "a day": (("p1", date(2026, 11, 20)), "p1/2026-11-20"),
    "an instant of the school's zone": (
        (NOON.astimezone(ZoneInfo("Asia/Vladivostok")),),
        "2026-11-20T12:00:00+00:00",
    ),
    "a record by its kind": ((Subject("warning", SourceId("w1")), "g1"), "warning/w1/g1"),
    "a day by its kind": ((Subject("review", date(2026, 11, 20)),), "review/2026-11-20"),
}


@pytest.mark.parametrize("what", MADE)
def test_an_id_is_made_of_its_key(what: str) -> None:
    key, expected = MADE[what]

    assert list(ids_of_keys([key])) == [expected]


def test_rows_of_one_key_are_counted() -> None:
    ids = list(ids_of_keys([("a", "b"), ("c", "d"), ("a", "b"), ("a", "b")]))

    assert ids == ["a/b", "c/d", "a/b/2", "a/b/3"]


parts = st.lists(st.text("ab/\\2", max_size=4), min_size=2, max_size=2).map(tuple)


@given(st.lists(parts, max_size=8))
def test_no_two_rows_have_one_id(keys: list[tuple[str, ...]]) -> None:
    ids = list(ids_of_keys(keys))

    assert len(set(ids)) == len(keys)


@given(st.text(min_size=256, max_size=300), st.text(min_size=256, max_size=300))
def test_a_long_key_has_a_short_id_of_its_own(one: str, other: str) -> None:
    first, second = ids_of_keys([(one, ""), (other, "x")])

    assert (len(first), len(second)) == (64, 64)
    assert first != second
