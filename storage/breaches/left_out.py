"""Whose doing a column names that a breach leaves as it is, and why."""

import operator
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import Alias, BinaryExpression, ClauseElement, Column
from sqlalchemy.sql import visitors

from core.breaches.deeds import What
from storage.breaches.sayings import ANSWERS, TAKINGS
from storage.breaches.taking import WHO
from storage.breaches.touched import (
    ANSWERED_TICKETS,
    CLOSED_TICKETS,
    CORRECTED,
    SENT,
    TRAININGS,
    WITHDRAWN,
)
from storage.breaches.ways_in import COMPANIONS, SHUT

_WHOSE = "whose record it is: who made or changed it stands in other columns"
_BY_FILES = "the school's files bring it, and the chat changes none of it"
_WITH_IT = "goes with the record to which it belongs"
_TRACED = "each change is in the trail, by which the record goes back"
_HISTORY = "the history of a record that goes back: it grows, and nothing of it is lost"
_OF_BREACH = "the record of a breach itself"
_OWN_CHOICE = "how the person hears: of no effect on others, and set back in the settings by a tap"
_COUNTED = "counted or noted by the program, said by nobody"
_SAME = "the same person as in by_id of the row"

TRACED: Final[Mapping[What, str]] = {
    What.MARK: "marks.origin_id",
    What.PERIOD_MARK: "period_marks.origin_id",
    What.ABSENCE: "absences.origin_id",
    What.HOMEWORK: "lessons.origin_id",
    What.EXCUSE: "excuses.guardian_id",
}

LEFT_OUT: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            *("absences.pupil_id", "acknowledgements.about_id", "agenda_links.pupil_id"),
            *("breach_voided.pupil_id", "consents.guardian_id", "consents.pupil_id"),
            *("data_corrections.about_id", "duty.person_id", "early_warnings.pupil_id"),
            *("enrolments.person_id", "excuses.pupil_id", "given_addresses.person_id"),
            *("guardianships.guardian_id", "guardianships.pupil_id", "lessons.replaces_id"),
            *("lessons.teacher_id", "marks.pupil_id", "paper_sheets.pupil_id"),
            *("period_marks.pupil_id", "print_run.pupil_id", "recommendations.pupil_id"),
            *("remarks.pupil_id", "roles.person_id", "searches.pupil_id", "threads.about_id"),
            *("tickets.about_id", "training_guests.pupil_id", "truancy_warnings.pupil_id"),
            *("outbox.about_id", "outbox.recipient_id", "broadcast_families.pupil_id"),
            *("broadcast_hearers.person_id", "broadcast_hearers.pupil_id"),
            "broadcast_answers.about_id",
            "broadcast_pupils.pupil_id",
        ),
        _WHOSE,
    ),
    **dict.fromkeys(
        (
            *("categories.origin_id", "enrolments.origin_id", "events.origin_id"),
            *("groups.origin_id", "guardianships.origin_id", "holidays.origin_id"),
            *("lesson_plans.origin_id", "periods.origin_id", "persons.origin_id"),
            *("roles.origin_id", "subjects.origin_id", "timetable.origin_id", "works.origin_id"),
        ),
        _BY_FILES,
    ),
    **dict.fromkeys(
        (
            *("broadcasts.origin_id", "messages.origin_id", "paper_runs.origin_id"),
            *("given_addresses.origin_id", "duty_stand_ins.origin_id"),
            *("ticket_entries.origin_id", "vendor_packets.origin_id", "lost_access.origin_id"),
            *("data_corrections.origin_id", "broadcast_templates.owner_id"),
            "answer_templates.owner_id",
        ),
        _SAME,
    ),
    **dict.fromkeys(
        ("messages.handed_to_id", "threads.keeper_id", "threads.origin_id", "threads.partner_id"),
        _WITH_IT,
    ),
    **dict.fromkeys((*TRACED.values(), "excuses.decided_by"), _TRACED),
    **dict.fromkeys(("mark_history.by_id", "period_mark_history.by_id"), _HISTORY),
    **dict.fromkeys(("breaches.person_id", "breaches.by_id", "breaches.origin_id"), _OF_BREACH),
    "deeds.person_id": "the trail itself, by which records go back",
    **dict.fromkeys(
        ("answer_hours.person_id", "person_delivery.person_id", "preferences.person_id"),
        _OWN_CHOICE,
    ),
    **dict.fromkeys(("visits.person_id", "duty_calls.consultant_id"), _COUNTED),
    "paper_runs.by_id": "a run made by hand is what the program makes by itself of the records",
    "tickets.owner_id": "who has it in hand: silence of who is shut out is looked after",
    "tickets.asked_back_by_id": "goes with the words by which the asker was asked back",
    "tickets.origin_id": "the asker, who stands in asker_id",
    "ticket_owners.owner_id": "who had it when; no row of it is ever changed (H4)",
    "duty_stand_ins.giver_id": "whose window it is: who agreed on it stands in by_id and taker_id",
}
"""By table and column: one that neither this names nor a statement is a fault of the house."""


def voided_columns() -> frozenset[str]:
    """Return the columns by which what a person did is found and taken back."""
    return frozenset(
        f"{_table_of(one.left)}.{one.left.name}"
        for statement in _statements()
        for one in visitors.iterate(statement)
        if isinstance(one, BinaryExpression)
        and isinstance(one.left, Column)
        and one.operator is operator.eq
        and getattr(one.right, "key", None) == WHO.key
    )


def _table_of(column: Column[Any]) -> str:
    table: Any = column.table
    while isinstance(table, Alias):
        table = table.element
    return str(table.name)


def _statements() -> Iterable[ClauseElement]:
    yield from (ANSWERS, CORRECTED, SENT, TRAININGS, WITHDRAWN, COMPANIONS)
    yield from (ANSWERED_TICKETS, CLOSED_TICKETS)
    yield from SHUT
    for one in TAKINGS:
        yield one.found
        yield from one.undo
