"""What can happen with paper, in the past tense."""

from dataclasses import dataclass

from core.facts import Fact
from core.ids import ClassId, PaperRunId


@dataclass(frozen=True, slots=True)
class PaperRunMade(Fact):
    """A class's print run was made by itself: the class teacher hands the sheets out (F10)."""

    class_id: ClassId
    run: PaperRunId
