"""Who uses the journal: who came in, and on how many days (E5 IV 4.1).

Kept of a person are a count of days in each month and the last day, no more (S5).
"""

from collections.abc import Iterable, Sequence

from core.access.people import LedClass
from core.reports.ports import Family, User
from core.reports.shares import percent
from core.reports.table import Cell, Column, Kind, Row, Table, said

_FAMILIES = (
    Column(said("number"), Kind.COUNT),
    Column(said("pupil"), Kind.NAME, main=True),
    Column(said("pupil-in-since"), Kind.DAY),
    Column(said("pupil-days"), Kind.COUNT, main=True),
    Column(said("guardians"), Kind.COUNT),
    Column(said("guardians-in"), Kind.COUNT, main=True),
    Column(said("guardian-days"), Kind.COUNT, main=True),
    Column(said("last-day"), Kind.DAY, main=True),
)


def family_activity(families: Sequence[Family]) -> Table:
    """Return how each family uses the diary (W3, W8)."""
    rows = tuple(
        (
            at,
            one.pupil.name,
            one.pupil.came_in,
            one.pupil.days,
            len(one.guardians),
            _came_in(one.guardians),
            sum(of.days for of in one.guardians),
            _last_day((one.pupil, *one.guardians)),
        )
        for at, one in enumerate(families, start=1)
    )
    total: Row = (
        None,
        said("total"),
        None,
        *(_sum(rows, at) for at in range(3, len(_FAMILIES) - 1)),
        None,
    )
    notes = (said("activity-note"),)
    return Table(
        said("family-activity"), _FAMILIES, rows, (total,) if rows else (), notes, names=2
    )


def _came_in(users: Iterable[User]) -> int:
    return sum(one.came_in is not None for one in users)


def _last_day(users: Iterable[User]) -> Cell:
    return max((one.last_day for one in users if one.last_day), default=None)


def _sum(rows: Iterable[Row], at: int) -> int:
    return sum(cell for row in rows if isinstance(cell := row[at], int))


_CLASSES = (
    Column(said("class"), main=True),
    Column(said("pupils"), Kind.COUNT),
    Column(said("pupils-in"), Kind.COUNT),
    Column(said("pupils-active"), Kind.COUNT, main=True),
    Column(said("families-in"), Kind.COUNT),
    Column(said("families-active"), Kind.COUNT, main=True),
    Column(said("families-share"), Kind.PERCENT, main=True),
)


def activity_of_classes(classes: Sequence[tuple[LedClass, Sequence[Family]]]) -> Table:
    """Return how many pupils and families of each class take part (W4)."""
    rows = [(led.title, *_of_class(families)) for led, families in classes]
    every = [family for _, families in classes for family in families]
    total: Row = (said("total"), *_of_class(every))
    notes = (said("activity-note"),)
    title = said("activity-of-classes")
    return Table(title, _CLASSES, tuple(rows), (total,) if rows else (), notes)


def _of_class(families: Sequence[Family]) -> Row:
    active = sum(any(of.days for of in one.guardians) for one in families)
    return (
        len(families),
        sum(one.pupil.came_in is not None for one in families),
        sum(one.pupil.days > 0 for one in families),
        sum(_came_in(one.guardians) > 0 for one in families),
        active,
        percent(active, len(families)),
    )


_STAFF = (
    Column(said("person"), Kind.NAME, main=True),
    Column(said("in-since"), Kind.DAY),
    Column(said("days"), Kind.COUNT, main=True),
    Column(said("last-day"), Kind.DAY, main=True),
)


def staff_activity(staff: Sequence[User]) -> Table:
    """Return on how many days each of the staff used the journal here (W4)."""
    rows = tuple((one.name, one.came_in, one.days, one.last_day) for one in staff)
    active = sum(one.days > 0 for one in staff)
    total: Row = (said("total-active", count=active), None, sum(one.days for one in staff), None)
    notes = (said("activity-note"),)
    return Table(said("staff-activity"), _STAFF, rows, (total,) if rows else (), notes)
