"""What can happen to a review that others must hear of, in the past tense."""

from dataclasses import dataclass

from core.facts import Fact
from core.ids import AcknowledgementId, PupilId


@dataclass(frozen=True, slots=True)
class TotalsReviewed(Fact):
    """A guardian has reviewed the totals of a pupil (F11); the `review` says who and when."""

    review: AcknowledgementId
    pupil: PupilId
