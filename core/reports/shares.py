"""Shares and means as reports print them: exact, and rounded half up."""

from collections import Counter
from collections.abc import Collection, Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from core.access.people import Child, Name, place_in_list
from core.ids import PersonId, PupilId
from core.journal.means import WeightedMark, weighted_mean
from core.journal.values import MarkValue
from core.regulation.profile import Rounding

_TENTH: Final = Decimal("0.1")


def percent(part: int, whole: int) -> Decimal | None:
    """Return a share in per cent to a tenth; None of nothing."""
    if not whole:
        return None
    return (Decimal(100 * part) / whole).quantize(_TENTH, ROUND_HALF_UP)


def mean_of(marks: Iterable[MarkValue], rounding: Rounding) -> Decimal | None:
    """Return the mean of marks that all weigh the same; words do not count."""
    # A school has a hundred thousand final marks, and a dozen values.
    counts = Counter(marks).items()
    return weighted_mean([WeightedMark(one, Decimal(count)) for one, count in counts], rounding)


def per(count: int, of: int, places: str = "0.01") -> Decimal | None:
    """Return how many of something there are for each of something else."""
    if not of:
        return None
    return (Decimal(count) / of).quantize(Decimal(places), ROUND_HALF_UP)


def by_name(named: Collection[tuple[int, Name]]) -> list[tuple[int, Name]]:
    """Return persons as a class list has them."""
    return sorted(named, key=lambda one: place_in_list(Child(PupilId(PersonId(one[0])), one[1])))


def by_title(title: str) -> str:
    """Return by what a title stands in a list: «ё» stands with «е»."""
    return title.casefold().replace("ё", "е")
