"""Who was missing: some are ill for two days, some are excused, a few just stay away."""

from datetime import date
from typing import Final

from bot.lived.lessons import GivenLesson
from bot.lived.lots import lot
from bot.lived.people import People
from bot.lived.records import Records
from core.exchange.rows.companions import AbsenceRow
from core.ids import SourceId
from core.journal.values import AbsenceCode, ReasonState

FILE: Final = "x_attendance"
_DAYS: Final = 5
_ILL_IN_A_WEEK, _EXCUSED_ON_A_DAY, _MISSED_AN_HOUR = 0.06, 0.01, 0.003

Reason = tuple[AbsenceCode, ReasonState, str]

_ILL: Final = (AbsenceCode.ILL, ReasonState.CONFIRMED, "справка")
_EXCUSED: Final = (AbsenceCode.EXCUSED, ReasonState.CONFIRMED, "записка родителей")
_STAYED_AWAY: Final = (AbsenceCode.ABSENT, ReasonState.CONFIRMED, "")
_UNKNOWN: Final = (AbsenceCode.ABSENT, ReasonState.UNKNOWN, "")


class Absences:
    """Notes of each lesson who was not there."""

    def __init__(self, records: Records, people: People) -> None:
        self._records, self._people = records, people
        # What somebody took back is not written again.
        self._known = {(one.lesson, one.pupil) for one in records.ever(FILE, AbsenceRow)}
        standing = records.of(FILE, AbsenceRow)
        self._missing = {(one.lesson, one.pupil) for one in standing}

    def note(self, lesson: GivenLesson) -> None:
        """Write down who missed the lesson."""
        for pupil in self._people.pupils(lesson.row.group, lesson.row.day):
            cell = (lesson.row.source, pupil)
            reason = self._reason(pupil, lesson)
            if reason is None or cell in self._known:
                continue
            self._missing.add(cell)
            code, state, document = reason
            source = SourceId(f"a-{lesson.row.source}-{pupil}")
            row = AbsenceRow(source, *cell, code, state, document, "", lesson.over)
            self._records.write(FILE, row)

    def missed(self, lesson: GivenLesson, pupil: SourceId) -> bool:
        """Say whether the pupil was not there."""
        return (lesson.row.source, pupil) in self._missing

    def _reason(self, pupil: SourceId, lesson: GivenLesson) -> Reason | None:
        day = lesson.row.day
        if pupil in self._people.truants and day.isoweekday() == _day_off(pupil, day):
            return _STAYED_AWAY
        if _is_ill(pupil, day):
            return _ILL
        if lot(pupil, day, "excused") < _EXCUSED_ON_A_DAY:
            return _EXCUSED
        return _UNKNOWN if lot(pupil, lesson.row.source) < _MISSED_AN_HOUR else None


def _day_off(pupil: SourceId, day: date) -> int:
    return 1 + int(lot(pupil, _week(day), "away") * _DAYS)


def _is_ill(pupil: SourceId, day: date) -> bool:
    """Say whether the pupil is ill: two days running of some week."""
    if lot(pupil, _week(day), "ill") >= _ILL_IN_A_WEEK:
        return False
    begins = 1 + int(lot(pupil, _week(day), "begins") * (_DAYS - 1))
    return day.isoweekday() in {begins, begins + 1}


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]
