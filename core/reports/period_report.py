"""What a class teacher reports of a term (W6)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from core.access.people import Name
from core.ids import PupilId
from core.reports.attendance import REASONS, Presence
from core.reports.grades import Grade, Standing, grade_of, share_of_pupils
from core.reports.lists import PoorOfPupil
from core.reports.results import ClassResults
from core.reports.roll import Movement
from core.reports.shares import mean_of, percent
from core.reports.table import Cell, Column, Kind, Row, Said, Table, said

_REPORTED = (
    Column(said("indicator"), main=True),
    Column(said("count"), Kind.COUNT, main=True),
    Column(said("share"), Kind.PERCENT, main=True),
    Column(said("who")),
)


def period_table(
    of: ClassResults, movement: Movement, presence: Presence, poor: Sequence[PoorOfPupil]
) -> Table:
    """Return what a class teacher reports of a term (W6)."""
    standings = of.standings()
    counts = Counter(standings.values())
    share, size = share_of_pupils(counts), len(standings)
    rows: list[Row] = [
        (said("roll-begun"), movement.begun, None, None),
        (said("roll-arrived"), movement.arrived, None, _moved(movement, "arrived")),
        (said("roll-left"), movement.left, None, _moved(movement, "left")),
        (said("roll-ended"), size, None, None),
        *(
            (said(f"standing-{one.value}"), counts[one], percent(counts[one], size), who)
            for one in Standing
            if (who := tuple(_who(of, standings, one))) or one is not Standing.PASSED
        ),
        (said("success"), share.succeeded, share.success, None),
        (said("quality"), share.good, share.quality, None),
        (said("poor-marks-count"), sum(len(one.marks) for one in poor), None, _got(poor)),
        (said("lessons-given"), presence.given, None, None),
        (said("missed"), presence.missed, percent(presence.missed, presence.given), None),
        *_missed_by_reason(presence),
        (said("late"), presence.late, None, None),
    ]
    mean = mean_of(of.values(), of.rounding)
    told = () if mean is None else (said("class-mean", mean=mean),)
    notes = (*told, said("results-note"))
    return Table(said("period-report"), _REPORTED, tuple(rows), notes=notes)


def _missed_by_reason(presence: Presence) -> Iterable[Row]:
    for key, code in REASONS.items():
        count = presence.codes[code]
        yield said(key), count, percent(count, presence.given), None


def _got(poor: Sequence[PoorOfPupil]) -> Cell:
    return tuple(said("pupil-times", pupil=one.name, count=len(one.marks)) for one in poor)


def _moved(movement: Movement, move: str) -> Cell:
    return tuple(one.name for one in movement.moves if one.move.value == move)


def _who(
    of: ClassResults, standings: Mapping[PupilId, Standing], standing: Standing
) -> Iterable[Name | Said]:
    """Yield who stands so, with the subjects on which it rests where few do."""
    grade = _RESTS_ON.get(standing)
    for pupil, name in of.pupils.items():
        if standings[pupil] is not standing:
            continue
        if grade is None:
            yield name
            continue
        marks = of.of(pupil, of.slot)
        titles = [
            of.subjects[one]
            for one in of.subjects
            if one in marks and grade_of(marks[one]) is grade
        ]
        yield said("pupil-in", pupil=name, subjects=", ".join(titles))


_RESTS_ON = {
    Standing.ONE_THREE: Grade.THREE,
    Standing.POOR: Grade.POOR,
    Standing.NOT_CERTIFIED: Grade.NOT_CERTIFIED,
}
