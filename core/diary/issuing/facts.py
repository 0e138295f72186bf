"""What can happen between the school and families over a period, in the past tense."""

from dataclasses import dataclass
from datetime import datetime

from core.facts import Fact
from core.ids import ClassId, IssueId, PeriodId, PupilId, WarningId


@dataclass(frozen=True, slots=True)
class ForecastIssued(Fact):
    """A pupil's forecast of a period goes to the pupil and the guardians (F6).

    Who was told `since` then hears nothing again; what was told before was another forecast.
    """

    pupil: PupilId
    period: PeriodId
    since: datetime


@dataclass(frozen=True, slots=True)
class PupilWarned(Fact):
    """The guardians of a pupil who is at risk are warned (F6).

    Who was told `since` then hears nothing again: who came in later hears now.
    """

    pupil: PupilId
    warning: WarningId
    since: datetime


@dataclass(frozen=True, slots=True)
class ForecastWentByItself(Fact):
    """Nobody had sent a class's forecast by its day: the class teacher hears of it."""

    class_id: ClassId
    issue: IssueId


@dataclass(frozen=True, slots=True)
class FamiliesToPrint(Fact):
    """Families were not reached in time: the class teacher hands out paper (F10)."""

    class_id: ClassId
    issue: IssueId


@dataclass(frozen=True, slots=True)
class WarningsDrafted(Fact):
    """Drafts of warnings wait for the class teacher's word."""

    class_id: ClassId
    issue: IssueId


ToClassTeacher = ForecastWentByItself | FamiliesToPrint | WarningsDrafted
