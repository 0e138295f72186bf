"""What can happen to an excuse that others must hear of, in the past tense."""

from dataclasses import dataclass
from datetime import date

from core.diary.excuses.rules import ExcuseState
from core.facts import Fact
from core.ids import ExcuseId, PersonId, PupilId, SearchId


@dataclass(frozen=True, slots=True)
class ExcuseClaimed(Fact):
    """A family gave a reason or announced an absence: the class teacher is to decide."""

    excuse: ExcuseId
    pupil: PupilId


@dataclass(frozen=True, slots=True)
class ExcuseDecided(Fact):
    """The class teacher accepted, declined, or saw the document: who claimed it hears.

    Who claimed may also have taken it back; had it been accepted, the class teacher hears. From
    then on it silences no alert.
    """

    excuse: ExcuseId
    pupil: PupilId
    guardian: PersonId
    before: ExcuseState = ExcuseState.WAITING
    state: ExcuseState = ExcuseState.ACCEPTED


@dataclass(frozen=True, slots=True)
class PupilSought(Fact):
    """The family does not know where the pupil is: class teacher and administration hear now."""

    search: SearchId
    pupil: PupilId
    day: date


@dataclass(frozen=True, slots=True)
class PupilFound(Fact):
    """The search is over: who was alarmed hears so, and who asked for it.

    The family knows again where the pupil is, or the journal says that it was at a lesson.
    """

    search: SearchId
    pupil: PupilId
    day: date
    asked_by: PersonId


ExcuseFact = ExcuseClaimed | ExcuseDecided | PupilSought | PupilFound
