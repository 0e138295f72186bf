"""What a school makes known beside marks and lessons' records. Who is told is not known here."""

from dataclasses import dataclass
from datetime import date

from core.facts import Fact
from core.ids import (
    AnnouncementId,
    CheckId,
    ClassId,
    EventId,
    LessonId,
    PersonId,
    PupilId,
    RecommendationId,
    RemarkId,
)


@dataclass(frozen=True, slots=True)
class SchoolEventSet(Fact):
    """An event is planned, or what is known of it changed (F3).

    It is of the classes, or of the whole school where none is named, `but` for some classes.
    """

    event: EventId
    classes: tuple[ClassId, ...]
    ends: date
    changed: bool
    but: tuple[ClassId, ...] = ()


@dataclass(frozen=True, slots=True)
class SchoolEventCancelled(Fact):
    """An event of the classes will not be, or is no more theirs; they are named as above."""

    event: EventId
    classes: tuple[ClassId, ...]
    ends: date
    but: tuple[ClassId, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonMoved(Fact):
    """A lesson will be on another day or hour (F4), or when it usually is after all.

    `until` is the later of both days: after it nobody needs to know.
    """

    lesson: LessonId
    until: date
    moved: bool


@dataclass(frozen=True, slots=True)
class RecommendationGiven(Fact):
    """A teacher recommends something to a pupil, or to all whom the lesson is for (F4)."""

    recommendation: RecommendationId
    lesson: LessonId
    pupil: PupilId | None


@dataclass(frozen=True, slots=True)
class AnnouncementMade(Fact):
    """The school announces to all families that it goes over to the electronic journal (F17)."""

    announcement: AnnouncementId


@dataclass(frozen=True, slots=True)
class RemarkMade(Fact):
    """A teacher praised a pupil, or noted an achievement, behaviour or development (F16)."""

    remark: RemarkId
    pupil: PupilId


@dataclass(frozen=True, slots=True)
class RemarkReworded(Fact):
    """A teacher found other words for a remark."""

    remark: RemarkId
    pupil: PupilId


@dataclass(frozen=True, slots=True)
class RemarkTakenBack(Fact):
    """A remark was taken back."""

    remark: RemarkId
    pupil: PupilId


@dataclass(frozen=True, slots=True)
class AbsencesQuestioned(Fact):
    """The class teacher asks who teaches a course whether a week's absences are right (W1)."""

    check: CheckId
    teacher: PersonId


SchoolFact = (
    SchoolEventSet
    | SchoolEventCancelled
    | LessonMoved
    | RecommendationGiven
    | AnnouncementMade
    | RemarkMade
    | RemarkReworded
    | RemarkTakenBack
)
