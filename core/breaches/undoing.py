"""What stood before: the pure rule by which a stranger's deeds are void (E3 4.4)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.breaches.deeds import Deed, What, absence_of, homework_of
from core.diary.excuses.facts import ExcuseClaimed, ExcuseDecided
from core.diary.excuses.rules import ExcuseState
from core.facts import Fact, Origin
from core.ids import (
    AbsenceId,
    ExcuseId,
    LessonId,
    MarkId,
    PeriodMarkId,
    PersonId,
    PupilId,
    SchoolId,
)
from core.journal.facts import (
    AbsenceRecorded,
    AbsenceRevised,
    AbsenceTakenBack,
    HomeworkSet,
    MarkCorrected,
    MarkEntered,
    MarkTakenBack,
    PeriodMarkChanged,
    PeriodMarkSet,
    PeriodMarkTakenBack,
)
from core.journal.values import MarkValue


@dataclass(frozen=True, slots=True)
class Standing:
    """A record as it stands: `state` as the trail writes it, None where it is no more.

    `stands_instead` is another record in its cell, `guardian` who made an excuse; homework is of
    no pupil.
    """

    what: What
    record: int
    state: str | None
    day: date
    title: str = ""
    pupil: PupilId | None = None
    guardian: PersonId | None = None
    stands_instead: int | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """A record that goes from what a stranger left to what stood before."""

    of: Standing
    stands: str | None

    @property
    def is_emptied(self) -> bool:
        """Say whether nothing stood before."""
        return self.stands is None


def stood_before(deeds: Sequence[Deed], person: PersonId, now: str | None) -> str | None:
    """Return what stood before the person's last deeds in a row; deeds are oldest first.

    What anybody else did after them counts: then all stays as it is.
    """
    found = now
    for deed in reversed(deeds):
        if deed.person != person or deed.after != found:
            break
        found = deed.before
    return found


def undone(
    deeds: Sequence[Deed], person: PersonId, standing: Mapping[tuple[What, int], Standing]
) -> list[Undone]:
    """Return what goes back, what is emptied first: a cell holds one record.

    A record that would come back into a cell where somebody else's stands by now stays away.
    """
    of_record = _by_record(deeds)
    found = [
        Undone(standing[key], before)
        for key, done in of_record.items()
        if key in standing
        and (before := stood_before(done, person, standing[key].state)) != standing[key].state
    ]
    emptied = {(one.of.what, one.of.record) for one in found if one.is_emptied}
    kept = [one for one in found if one.is_emptied or _has_room(one.of, emptied)]
    return sorted(kept, key=lambda one: not one.is_emptied)


def left_standing(
    deeds: Sequence[Deed],
    person: PersonId,
    standing: Mapping[tuple[What, int], Standing],
    done: Sequence[Undone],
) -> list[Undone]:
    """Return what the person touched and does not go back, with what stood before all of it.

    Somebody else, or an import, changed it afterwards, or its cell is taken: only a person can
    tell what is right. Where it stands as it stood, there is nothing to look at.
    """
    gone_back = {(one.of.what, one.of.record) for one in done}
    return [
        Undone(standing[key], first.before)
        for key, all_of_it in _by_record(deeds).items()
        if key in standing and key not in gone_back
        for first in [one for one in all_of_it if one.person == person][:1]
        if first.before != standing[key].state
    ]


def _by_record(deeds: Sequence[Deed]) -> Mapping[tuple[What, int], Sequence[Deed]]:
    found = defaultdict[tuple[What, int], list[Deed]](list)
    for deed in deeds:
        found[deed.what, deed.record].append(deed)
    return found


def _has_room(of: Standing, emptied: set[tuple[What, int]]) -> bool:
    return of.stands_instead is None or (of.what, of.stands_instead) in emptied


@dataclass(frozen=True, slots=True)
class Head:
    """Where, when and by whom something is undone."""

    school: SchoolId
    at: datetime
    by: Origin


def fact_of(head: Head, one: Undone) -> Fact | None:
    """Return the fact by which others hear of it; None where there is nobody to tell."""
    start, record, pupil = (head.school, head.at, head.by), one.of.record, one.of.pupil
    before, now = one.of.state, one.stands
    match one.of.what:
        case What.MARK if pupil:
            return _mark(start, MarkId(record), pupil, before, now)
        case What.PERIOD_MARK if pupil:
            return _period_mark(start, PeriodMarkId(record), pupil, before, now)
        case What.ABSENCE if pupil:
            return _absence(start, one, pupil)
        case What.HOMEWORK:
            (was, due_before), (text, due) = homework_of(before), homework_of(now)
            return HomeworkSet(*start, LessonId(record), was, text, due, due_before)
        case What.EXCUSE if pupil and one.of.guardian:
            return _excuse(start, one, pupil, one.of.guardian)
        case _:
            return None


_Start = tuple[SchoolId, datetime, Origin]


def _mark(
    start: _Start, mark: MarkId, pupil: PupilId, before: str | None, now: str | None
) -> Fact | None:
    if now is None:
        return MarkTakenBack(*start, mark, pupil, MarkValue(before or ""))
    if before is None:
        return MarkEntered(*start, mark, pupil, MarkValue(now))
    return MarkCorrected(*start, mark, pupil, MarkValue(before), MarkValue(now))


def _period_mark(
    start: _Start, mark: PeriodMarkId, pupil: PupilId, before: str | None, now: str | None
) -> Fact | None:
    if now is None:
        return PeriodMarkTakenBack(*start, mark, pupil, MarkValue(before or ""))
    if before is None:
        return PeriodMarkSet(*start, mark, pupil, MarkValue(now))
    return PeriodMarkChanged(*start, mark, pupil, MarkValue(before), MarkValue(now))


def _absence(start: _Start, one: Undone, pupil: PupilId) -> Fact | None:
    absence, day, before, now = AbsenceId(one.of.record), one.of.day, one.of.state, one.stands
    was = absence_of(before) if before else None
    stands = absence_of(now) if now else None
    if was and stands:
        (code, reason, document), (code_now, reason_now, document_now) = was, stands
        return AbsenceRevised(
            *start, absence, pupil, day, code, reason, code_now, reason_now, document, document_now
        )
    if stands:
        return AbsenceRecorded(*start, absence, pupil, day, *stands)
    return AbsenceTakenBack(*start, absence, pupil, day, *was) if was else None


def _excuse(start: _Start, one: Undone, pupil: PupilId, guardian: PersonId) -> Fact | None:
    excuse = ExcuseId(one.of.record)
    if one.stands is None:
        return None
    if one.stands == ExcuseState.WAITING:
        return ExcuseClaimed(*start, excuse, pupil)
    before = ExcuseState(one.of.state or ExcuseState.WITHDRAWN)
    return ExcuseDecided(*start, excuse, pupil, guardian, before, ExcuseState(one.stands))
