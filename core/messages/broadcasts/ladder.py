"""Who is asked again, and when: silently first, then the other guardian, then by phone."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Final

from core.ids import PersonId, PupilId
from core.messages.broadcasts.broadcast import (
    Ask,
    Family,
    Given,
    Hearer,
    Hearers,
    Quorum,
    answers_for_family,
    has_answered,
    is_answered,
)

SOONEST: Final = timedelta(hours=2)
"""A first reminder leaves time to read."""


class Rung(IntEnum):
    """How far a broadcast has come: told, nudged, the other guardian asked, listed for calls."""

    TOLD = 0
    NUDGED = 1
    SECOND = 2
    LISTED = 3


Reminded = tuple[PersonId, PupilId]
"""Who is reminded, about whom."""


def rung_due(sent_at: datetime, due: datetime, now: datetime) -> Rung:
    """Return how far a broadcast must have come: at a half, three quarters and all of its time."""
    whole = due - sent_at
    if now >= due:
        return Rung.LISTED
    if now >= max(sent_at + whole * 3 / 4, sent_at + 2 * SOONEST):
        return Rung.SECOND
    if now >= max(sent_at + whole / 2, sent_at + SOONEST):
        return Rung.NUDGED
    return Rung.TOLD


def reminded_at(
    rung: Rung,
    families: Sequence[Family],
    hearers: Hearers,
    ask: Ask,
    given: Given,
) -> tuple[Reminded, ...]:
    """Return who is reminded at a rung, each once: of families only that have not answered.

    Where one guardian answers for the family, the first is nudged and then the others; a guardian
    alone is asked again. Where all must, each who has not is.
    """
    found: dict[PersonId, PupilId] = {}
    for family in families:
        if is_answered(family, hearers, ask, given):
            continue
        open_ones = [
            one
            for one in family.members
            if answers_for_family(one, hearers)
            and one.why is None
            and not has_answered(one, family, given)
        ]
        for one in _of_rung(rung, open_ones, ask):
            found.setdefault(one.person, family.child.pupil)
    return tuple(found.items())


def _of_rung(rung: Rung, open_ones: Sequence[Hearer], ask: Ask) -> Sequence[Hearer]:
    if ask.quorum is Quorum.ALL or not open_ones:
        return open_ones
    match rung:
        case Rung.NUDGED:
            return open_ones[:1]
        case Rung.SECOND:
            return open_ones[1:] or open_ones
        case _:
            return open_ones


def not_answered(
    families: Sequence[Family], hearers: Hearers, ask: Ask, given: Given
) -> tuple[Family, ...]:
    """Return the families that still owe an answer."""
    return tuple(one for one in families if not is_answered(one, hearers, ask, given))
