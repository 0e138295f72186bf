"""A teacher or a room that two lessons want at once: odd enough to say, no fault."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from itertools import combinations
from typing import TypeVar

from core.exchange.bundle import Bundle, Current
from core.exchange.faults import Warning  # noqa: A004 - the word of the format's description
from core.exchange.files import FILES
from core.exchange.plan import ImportPlan
from core.exchange.rows.companions import LessonRow, SlotRow
from core.exchange.rows.one_roster import EnrolmentRow, Part
from core.exchange.rows.row import Row
from core.ids import SourceId
from core.journal.values import LessonState

TEACHER, ROOM = "teacher", "room"
_T = TypeVar("_T", date, time)


def double_bookings(bundle: Bundle, current: Current, plan: ImportPlan) -> Iterator[Warning]:
    """Yield who or what is asked for twice, where the bundle speaks of it."""
    if {"x_timetable", "enrollments"} & bundle.files.keys():
        yield from _in_timetable(bundle, current, plan)
    if "x_lessons" in bundle.files:
        yield from _in_lessons(bundle, current, plan)


def _after(bundle: Bundle, current: Current, plan: ImportPlan, file: str) -> Iterable[Row]:
    gone = {row.source for row in plan.of(file).gone}
    rows = {source: row for source, row in current.of(file).living() if source not in gone}
    told = bundle.files.get(file)
    return {**rows, **(told.rows if told else {})}.values()


def _in_timetable(bundle: Bundle, current: Current, plan: ImportPlan) -> Iterator[Warning]:
    lines = _lines(bundle, "x_timetable")
    for (what, who, _), slots in _wanted(bundle, current, plan).items():
        for one, other in combinations(slots, 2):
            if one.group != other.group and _meet(one, other):
                yield _warning("x_timetable", lines, what, who, (one.source, other.source))


def _wanted(
    bundle: Bundle, current: Current, plan: ImportPlan
) -> Mapping[tuple[str, str, int], list[SlotRow]]:
    """Return by room or teacher and weekday the lessons that ask for them."""
    teachers = defaultdict[SourceId, list[SourceId]](list)
    for row in _after(bundle, current, plan, "enrollments"):
        if isinstance(row, EnrolmentRow) and row.role is Part.TEACHER:
            teachers[row.group].append(row.person)
    wanted = defaultdict[tuple[str, str, int], list[SlotRow]](list)
    for slot in _after(bundle, current, plan, "x_timetable"):
        if isinstance(slot, SlotRow):
            rooms = [(ROOM, slot.room)] if slot.room else []
            for what, who in (*rooms, *((TEACHER, one) for one in teachers[slot.group])):
                wanted[what, who, slot.weekday].append(slot)
    return wanted


def _meet(one: SlotRow, other: SlotRow) -> bool:
    days = _overlap(one.begins_on, one.ends_on, other.begins_on, other.ends_on)
    if not days:
        return False
    if None in (one.starts, one.ends, other.starts, other.ends):
        return one.number == other.number
    # A lesson that begins as another ends does not meet it.
    return _overlap(one.starts, one.ends, other.starts, other.ends) and not (
        one.ends == other.starts or other.ends == one.starts
    )


def _overlap(a: _T | None, b: _T | None, c: _T | None, d: _T | None) -> bool:
    starts_in_time = a is None or d is None or a <= d
    return starts_in_time and (c is None or b is None or c <= b)


def _in_lessons(bundle: Bundle, current: Current, plan: ImportPlan) -> Iterator[Warning]:
    given = dict[tuple[SourceId, date, int], LessonRow]()
    lines = _lines(bundle, "x_lessons")
    for lesson in _after(bundle, current, plan, "x_lessons"):
        if not isinstance(lesson, LessonRow) or lesson.state is LessonState.CANCELLED:
            continue
        if lesson.teacher is None:
            continue
        other = given.setdefault((lesson.teacher, lesson.day, lesson.number), lesson)
        if other.group != lesson.group:
            pair = (other.source, lesson.source)
            yield _warning("x_lessons", lines, TEACHER, lesson.teacher, pair)


def _lines(bundle: Bundle, file: str) -> Mapping[SourceId, int]:
    told = bundle.files.get(file)
    return told.lines if told else {}


def _warning(
    file: str,
    lines: Mapping[SourceId, int],
    what: str,
    who: str,
    pair: tuple[SourceId, SourceId],
) -> Warning:
    line = max(lines.get(one, 0) for one in pair)
    return Warning(FILES[file].csv, line, what, who, pair)
