"""How a ticket stands, as columns of its row and back."""

from collections.abc import Sequence
from typing import Any, Final, assert_never

from core.access.people import Role
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.tickets.owner import Administrator, Consultant, Owner, Queue
from core.helpdesk.tickets.ticket import Asking, FirstWord, Rating, Standing, State
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import CourseId, DutyId, PersonId, PupilId, SchoolId, TicketId
from storage.tables import TicketRow

CONSULTANT: Final = "consultant"
QUEUE: Final = "queue"
ADMINISTRATOR: Final = "administrator"
"""What `owner_kind` says."""

_BETWEEN: Final = ","

STANDING: Final = (
    TicketRow.topic,
    TicketRow.owner_kind,
    TicketRow.owner_id,
    TicketRow.duty_id,
    TicketRow.duty_day,
    TicketRow.owned_since,
    TicketRow.state,
    TicketRow.urgent,
    TicketRow.promised_at,
    TicketRow.passed,
    TicketRow.first_answer_at,
    TicketRow.first_answer_minutes,
    TicketRow.first_answer_window,
    TicketRow.heard_at,
    TicketRow.answered_at,
    TicketRow.asked_at_end,
    TicketRow.kept_until,
    TicketRow.snoozed_until,
    TicketRow.closed_at,
    TicketRow.closing,
    TicketRow.merged_into_id,
    TicketRow.stars,
    TicketRow.rating_word,
    TicketRow.asked_back_at,
    TicketRow.asked_back_by_id,
    TicketRow.reminded_at,
    TicketRow.round_at,
    TicketRow.pressed_at,
    TicketRow.closed_by_id,
    TicketRow.resumed_at,
)
"""The columns of a standing, in the order in which `standing_of` takes them."""


def standing_of(row: Sequence[Any]) -> Standing:
    """Return the standing of the columns `STANDING`."""
    topic, kind, person, duty, day, since, state, urgent, promised, passed, *times = row
    first, minutes, window, heard, answered, asked, *ends = times
    kept, snoozed, closed, closing, merged, *last = ends
    stars, word, asked_back, asked_back_by, reminded, round_at, pressed, *end = last
    by, resumed = end
    return Standing(
        Topic(topic),
        owner_of(kind, person, duty, day),
        since,
        State(state),
        urgent,
        promised,
        tuple(PersonId(int(one)) for one in passed.split(_BETWEEN) if one),
        FirstWord(first, minutes, window) if first else None,
        heard,
        answered,
        asked,
        kept,
        snoozed,
        closed,
        Closing(closing) if closing else None,
        TicketId(merged) if merged else None,
        Rating(stars, word) if stars else None,
        asked_back,
        None if asked_back_by is None else PersonId(asked_back_by),
        reminded,
        round_at,
        pressed,
        None if by is None else PersonId(by),
        resumed,
    )


def standing_row(standing: Standing) -> dict[str, Any]:
    """Return a standing as columns."""
    rating, word = standing.rating, standing.first_word
    return {
        "topic": standing.topic.value,
        **owner_row(standing.owner),
        "owned_since": standing.owned_since,
        "state": standing.state.value,
        "urgent": standing.urgent,
        "promised_at": standing.promised_at,
        "passed": _BETWEEN.join(str(one) for one in standing.passed),
        "first_answer_at": word.at if word else None,
        "first_answer_minutes": word.minutes if word else None,
        "first_answer_window": word.window if word else None,
        "heard_at": standing.heard_at,
        "answered_at": standing.answered_at,
        "asked_at_end": standing.asked_at_end,
        "kept_until": standing.kept_until,
        "snoozed_until": standing.snoozed_until,
        "closed_at": standing.closed_at,
        "closing": standing.closing.value if standing.closing else None,
        "merged_into_id": standing.merged_into,
        "stars": rating.stars if rating else None,
        "rating_word": rating.word if rating else "",
        "asked_back_at": standing.asked_back_at,
        "asked_back_by_id": standing.asked_back_by,
        "reminded_at": standing.reminded_at,
        "round_at": standing.round_at,
        "pressed_at": standing.pressed_at,
        "closed_by_id": standing.closed_by,
        "resumed_at": standing.resumed_at,
    }


def owner_row(owner: Owner) -> dict[str, Any]:
    """Return an owner as columns."""
    match owner:
        case Consultant(person=person, shift=shift):
            return _owner(CONSULTANT, person, shift)
        case Queue(person=person, shift=shift):
            return _owner(QUEUE, person, shift)
        case Administrator(person=person):
            return _owner(ADMINISTRATOR, person, None)
        case _:
            assert_never(owner)


def _owner(kind: str, person: PersonId | None, shift: ShiftKey | None) -> dict[str, Any]:
    return {
        "owner_kind": kind,
        "owner_id": person,
        "duty_id": shift.window if shift else None,
        "duty_day": shift.day if shift else None,
    }


def owner_of(kind: str, person: int | None, duty: int | None, day: Any) -> Owner:  # noqa: ANN401 - a column
    """Return the owner of the columns."""
    whose = PersonId(person) if person is not None else None
    if kind == ADMINISTRATOR or duty is None:
        return Administrator(whose)
    shift = ShiftKey(DutyId(duty), day)
    if kind == CONSULTANT and whose is not None:
        return Consultant(whose, shift)
    return Queue(shift, whose)


def asking_of(row: Sequence[Any]) -> Asking:
    """Return who asks, as what, and about whom."""
    school, asker, role, matter, about, course = row
    return Asking(
        SchoolId(school),
        PersonId(asker),
        Role(role),
        Matter(matter),
        PupilId(PersonId(about)) if about is not None else None,
        CourseId(course) if course is not None else None,
    )
