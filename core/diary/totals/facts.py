"""What can happen to a review that others must hear of, in the past tense."""

from dataclasses import dataclass
from datetime import date

from core.facts import Fact
from core.ids import PersonId, PupilId


@dataclass(frozen=True, slots=True)
class TotalsReviewed(Fact):
    """A guardian has reviewed the totals of a pupil on a day (F11)."""

    pupil: PupilId
    guardian: PersonId
    day: date
