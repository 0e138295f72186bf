"""The reviews that were given, by pupil and by guardian (F11)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from core.diary.acknowledging import Acknowledged, Acknowledgement, Acknowledgements
from core.diary.totals.ports import Guardian, ReviewBook
from core.diary.totals.review import ByGuardian, holding, is_done, monday_of, sunday_of
from core.ids import PersonId, PupilId
from core.regulation.profile import ReviewRule


async def reviews_given(
    acknowledgements: Acknowledgements, pupils: Sequence[PupilId], first: date, last: date
) -> Sequence[Acknowledgement]:
    """Return the reviews of the pupils' totals on both days and those between."""
    return await acknowledgements.given(
        Acknowledged.REVIEW, pupils, first.toordinal(), last.toordinal()
    )


async def still_open(
    acknowledgements: Acknowledgements,
    reviews: ReviewBook,
    pupils: Sequence[PupilId],
    day: date,
    rule: ReviewRule,
) -> Mapping[PupilId, ByGuardian]:
    """Return the guardians' days of the pupils who are not done in the day's week.

    Who holds the week's results on paper is informed, and done (F10).
    """
    first, last = monday_of(day), sunday_of(day)
    given = await reviews_given(acknowledgements, pupils, first, last)
    found = by_guardian(await reviews.guardians(pupils), given)
    informed = holding(await reviews.on_paper(pupils, first, last), first)
    return {
        pupil: of for pupil, of in found.items() if not (pupil in informed or is_done(of, rule))
    }


def by_guardian(
    guardians: Mapping[PupilId, Sequence[Guardian]], given: Iterable[Acknowledgement]
) -> Mapping[PupilId, ByGuardian]:
    """Return each guardian's days by pupil; an answer of who is no guardian now does not count."""
    found = {
        pupil: {one.person: set[date]() for one in known} for pupil, known in guardians.items()
    }
    for one in given:
        days = found.get(one.about, {}).get(one.person)
        if days is not None:
            days.add(date.fromordinal(one.subject))
    return found


def by_who_was_guardian(
    guardians: Mapping[PupilId, Sequence[Guardian]],
    given: Iterable[Acknowledgement],
    rule: ReviewRule,
) -> Mapping[PupilId, ByGuardian]:
    """Return each person's days by pupil, in a week that is over (F11).

    A review is kept of a guardian alone, so who gave one was a guardian then. Where one is enough
    the week stays done when the person is a guardian no more; where each must, those of today.
    """
    answers = list(given)
    found = dict(by_guardian(guardians, answers))
    if rule.done_by != "one":
        return found
    former = defaultdict[PupilId, dict[PersonId, set[date]]](lambda: defaultdict(set))
    for one in answers:
        if one.person not in found.get(one.about, {}):
            former[one.about][one.person].add(date.fromordinal(one.subject))
    return {**found, **{pupil: {**found.get(pupil, {}), **of} for pupil, of in former.items()}}
