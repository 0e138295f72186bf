"""Who was in a class when: its roll on a day, and who arrived and left over a term."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.access.people import LedClass, Name
from core.ids import ClassId, PupilId
from core.reports.ports import Stay
from core.reports.shares import by_name
from core.reports.table import Cell, Column, Kind, Row, Table, said
from core.reports.terms import Span

_DAY = timedelta(days=1)


class Move(StrEnum):
    """What happened to the roll."""

    ARRIVED = "arrived"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Moved:
    """A pupil who arrived at a class or left it, with the other class if there is one.

    `day` is the first day in the class, or the last. `by_files` says that the school's files
    stopped naming the pupil, without a day of their own.
    """

    pupil: PupilId
    name: Name
    move: Move
    day: date
    other: str = ""
    by_files: bool = False


@dataclass(frozen=True, slots=True)
class Roll:
    """A class's stays, of all pupils who were ever in it within the days asked."""

    class_id: ClassId
    stays: tuple[Stay, ...]

    @property
    def own(self) -> Sequence[Stay]:
        """Return the stays in this class, not those of its pupils elsewhere."""
        return [one for one in self.stays if one.class_id == self.class_id]

    def on(self, day: date) -> dict[PupilId, Name]:
        """Return who was in the class on a day, by name: also who was dropped from it since."""
        return _named(one for one in self.own if one.held(day))

    def during(self, first: date, last: date) -> dict[PupilId, Name]:
        """Return who was in the class on any of the days, by name."""
        return _named(one for one in self.own if one.touches(first, last))

    def holds(self, pupil: PupilId, day: date) -> bool:
        """Say whether a pupil was in the class on a day."""
        return any(one.pupil == pupil and one.holds(day) for one in self.own)


def _named(stays: Iterable[Stay]) -> dict[PupilId, Name]:
    found = {one.pupil: one.name for one in stays}
    return {PupilId(pupil): name for pupil, name in by_name(list(found.items()))}  # type: ignore[arg-type]  # a pupil's number is a person's


def moves_of(roll: Roll, first: date, last: date) -> Sequence[Moved]:
    """Return who arrived and left in the days, in order.

    Who was there at the beginning of the first day has not arrived; who is there at the end of
    the last has not left. A stay that follows another without a gap is no movement.
    """
    own = roll.own
    found = [_arrived(roll, one) for one in own if _begins_in(own, one, first, last)]
    found += [_left(roll, one, day) for one in own if (day := _left_on(own, one, first, last))]
    # The files may name a pupil twice in a class.
    once = {(one.pupil, one.move, one.day): one for one in found}
    return sorted(once.values(), key=lambda one: (one.day, one.move, one.name.family, one.pupil))


def _begins_in(own: Sequence[Stay], stay: Stay, first: date, last: date) -> bool:
    if stay.begins is None or not first < stay.begins <= last or not stay.held(stay.begins):
        return False
    eve = stay.begins - _DAY
    return not any(one.pupil == stay.pupil and one.held(eve) for one in own if one is not stay)


def _left_on(own: Sequence[Stay], stay: Stay, first: date, last: date) -> date | None:
    ends = [one for one in (stay.ends, stay.dropped and stay.dropped - _DAY) if one]
    day = min(ends, default=None)
    if day is None or not first <= day < last or not stay.held(day):
        return None
    morrow = day + _DAY
    others = [one for one in own if one is not stay and one.pupil == stay.pupil]
    return None if any(one.held(morrow) for one in others) else day


def _arrived(roll: Roll, stay: Stay) -> Moved:
    day = stay.begins or date.min
    before = (one for one in roll.stays if one.pupil == stay.pupil and one.held(day - _DAY))
    other = next((one.class_title for one in before if one.class_id != roll.class_id), "")
    return Moved(stay.pupil, stay.name, Move.ARRIVED, day, other)


def _left(roll: Roll, stay: Stay, day: date) -> Moved:
    after = (one for one in roll.stays if one.pupil == stay.pupil and one.held(day + _DAY))
    other = next((one.class_title for one in after if one.class_id != roll.class_id), "")
    return Moved(stay.pupil, stay.name, Move.LEFT, day, other, by_files=stay.dropped is not None)


@dataclass(frozen=True, slots=True)
class Movement:
    """How a class's roll changed over a term: `begun` and `ended` count pupils.

    A period begins with as many as the one before ended with.
    """

    begun: int
    arrived: int
    left: int
    ended: int
    moves: tuple[Moved, ...] = ()


def movement_of(roll: Roll, span: Span) -> Movement:
    """Return how the roll changed: those whom it began with, and who came and went since."""
    first, last = span.moves_from, span.until
    moves = tuple(moves_of(roll, first, last))
    arrived = sum(one.move is Move.ARRIVED for one in moves)
    begun = len({one.pupil for one in roll.own if one.held(first)})
    ended = len({one.pupil for one in roll.own if one.held(last)})
    return Movement(begun, arrived, len(moves) - arrived, ended, moves)


_COUNTED = (
    Column(said("class"), main=True),
    Column(said("roll-begun"), Kind.COUNT, main=True),
    Column(said("roll-arrived"), Kind.COUNT, main=True),
    Column(said("roll-left"), Kind.COUNT, main=True),
    Column(said("roll-ended"), Kind.COUNT, main=True),
)


def movement_counts(classes: Sequence[tuple[LedClass, Movement]]) -> Table:
    """Return how many were in each class at first, came, went, and are at the end (W6)."""
    rows: list[Row] = [
        (led.title, one.begun, one.arrived, one.left, one.ended) for led, one in classes
    ]
    sums: Row = (said("total"), *(_sum(rows, at) for at in range(1, len(_COUNTED))))
    return Table(said("movement-counts"), _COUNTED, tuple(rows), (sums,) if len(rows) > 1 else ())


def _sum(rows: Sequence[Row], at: int) -> int:
    return sum(cell for row in rows if isinstance(cell := row[at], int))


_LISTED = (
    Column(said("pupil"), Kind.NAME, main=True),
    Column(said("class")),
    Column(said("move"), main=True),
    Column(said("day"), Kind.DAY, main=True),
    Column(said("move-other"), main=True),
)


def movement_list(classes: Sequence[tuple[LedClass, Movement]]) -> Table:
    """Return who arrived and left, by name (W6)."""
    rows = tuple(
        (one.name, led.title, said(f"move-{one.move.value}"), one.day, _other(one))
        for led, movement in classes
        for one in movement.moves
    )
    return Table(said("movement"), _LISTED, rows, notes=(said("movement-note"),))


def _other(one: Moved) -> Cell:
    if one.other:
        return one.other
    return said("move-by-files") if one.by_files else said("move-elsewhere")
