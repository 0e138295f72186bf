"""One subject's forecast as a family, a class teacher and the administration read it (F6, F7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.diary.forecast.ports import PlannedWork
from core.diary.forecast.sufficiency import Sufficiency
from core.diary.forecast.views import Forecast
from core.diary.forecast.what_if import Opening, Way, WhatIf, ways_to, what_if
from core.diary.views import Period
from core.ids import SubjectId
from core.journal.means import WeightedMark
from core.journal.values import FAIL, NOT_CERTIFIED, ControlKind, MarkValue
from core.regulation.profile import Rounding

_LEAST_PASSING, _GOOD, _BEST = 3, 4, 5
_FAILED = frozenset({"1", "2", FAIL})


class Risk(StrEnum):
    """What threatens at the period's end (C4.3.10): a failing mark, or none for want of marks."""

    FAILING = "failing"
    NOT_CERTIFIED = "not_certified"


@dataclass(frozen=True, slots=True)
class Imagined:
    """A mark that nobody has given: a value in a kind of work; a school may name no kind."""

    kind: ControlKind | None
    value: int


@dataclass(frozen=True, slots=True)
class SubjectForecast:
    """What a subject's marks of a period come to so far, and what is to be expected of them.

    `forecast` is None where no mark counts in a mean; `coming` are the works still to be
    written, `being_marked` those that were, and of which nobody has a mark yet; `openings` where
    marks can still come from, `kinds` in what they can be imagined;
    `set_mark` is the period's mark once a teacher has set it: then nothing is foreseen any more.
    `period` is the one in which the subject is summed up.
    """

    subject: SubjectId
    title: str
    marks: tuple[WeightedMark, ...]
    forecast: Forecast | None
    sufficiency: Sufficiency
    coming: tuple[PlannedWork, ...]
    being_marked: tuple[PlannedWork, ...]
    openings: tuple[Opening, ...]
    kinds: tuple[Opening, ...]
    rounding: Rounding
    set_mark: MarkValue | None = None
    period: Period | None = None

    @property
    def risk(self) -> Risk | None:
        """Return what threatens; a lack of marks does where those to be expected are too few.

        A period that is too young for a lack to be one (E3 2.14) threatens nobody with it.
        """
        if self.set_mark is not None:
            return _risk_of(self.set_mark)
        if self.sufficiency.threatens:
            return Risk.NOT_CERTIFIED
        failing = self.forecast is not None and self.forecast.mark < _LEAST_PASSING
        return Risk.FAILING if failing else None

    @property
    def expected(self) -> int | None:
        """Return the mark that is set, or else to be expected; None where it is no number."""
        if self.set_mark is not None:
            return max(self.set_mark.numbers, default=None)
        if self.risk is Risk.NOT_CERTIFIED or self.forecast is None:
            return None
        return self.forecast.mark

    @property
    def now(self) -> WhatIf:
        """Return the mean so far, and the mark that it would be."""
        return what_if(self.marks, (), self.rounding)

    def imagine(self, imagined: Sequence[Imagined]) -> WhatIf:
        """Return the mean and the mark as they would be with these marks too."""
        return what_if(self.marks, self._weighed(imagined), self.rounding)

    def ways_to(self, target: int, imagined: Sequence[Imagined] = ()) -> tuple[Way, ...]:
        """Return the smallest sets of marks that would raise the mark to the target."""
        marks = [*self.marks, *self._weighed(imagined)]
        return ways_to(target, marks, self.openings, self.rounding)

    def targets(self, imagined: Sequence[Imagined] = ()) -> range:
        """Return the marks better than the one so far; of who has none, those from 4 on."""
        mark = self.imagine(imagined).mark
        return range(_GOOD if mark is None else max(mark, _LEAST_PASSING - 1) + 1, _BEST + 1)

    def _weighed(self, imagined: Sequence[Imagined]) -> list[WeightedMark]:
        weights = {one.kind: one.weight for one in self.kinds}
        return [
            WeightedMark(MarkValue.of(str(one.value)), weights.get(one.kind, Decimal(1)))
            for one in imagined
        ]


def _risk_of(mark: MarkValue) -> Risk | None:
    if mark.text == NOT_CERTIFIED:
        return Risk.NOT_CERTIFIED
    return Risk.FAILING if mark.text in _FAILED else None
