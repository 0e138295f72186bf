"""Every operation under a breached account is void (E3 4.4): no table may be forgotten."""

from core.breaches.deeds import What
from core.breaches.said import LEFT, TO_LOOK_AT, Said
from storage.breaches.left_out import LEFT_OUT, TRACED, voided_columns
from storage.breaches.sayings import TAKINGS
from storage.tables import metadata

WHOSE = {
    f"{table.name}.{column.name}"
    for table in metadata.tables.values()
    for column in table.columns
    if any(key.column.table.name == "persons" for key in column.foreign_keys)
}


def test_each_column_that_names_a_person_is_voided_or_left_out_with_a_reason() -> None:
    assert voided_columns() & WHOSE == WHOSE - LEFT_OUT.keys()


def test_a_reason_is_given_for_columns_only_that_there_are() -> None:
    assert LEFT_OUT.keys() <= WHOSE


def test_each_kind_of_record_of_the_trail_is_known() -> None:
    assert TRACED.keys() == set(What)


def test_what_is_only_shown_has_nothing_to_undo_it_and_all_else_has() -> None:
    shown = {one.said for one in TAKINGS if not one.undo}

    assert shown == TO_LOOK_AT - set(LEFT.values())


def test_each_kind_is_found_somewhere() -> None:
    by_steps = {
        *(Said.ACKNOWLEDGEMENT, Said.REVIEW, Said.COMPANION, Said.BROADCAST, Said.TRAINING),
        *(Said.CORRECTED_BROADCAST, Said.WITHDRAWN_BROADCAST),
        *(Said.MERGED_TICKET, Said.CLOSED_TICKET),
        *LEFT.values(),
    }

    assert {one.said for one in TAKINGS} | by_steps == set(Said)
