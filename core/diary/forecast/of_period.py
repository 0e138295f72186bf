"""From a period's records to the forecast of every subject. Pure: what is read is an argument."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Final

from core.diary.forecast.of_subject import SubjectForecast
from core.diary.forecast.ports import GivenMark, MarksOfWork, PlannedWork, SetMark, TaughtCourse
from core.diary.forecast.scale import Scale, school_scale
from core.diary.forecast.sufficiency import (
    Sufficiency,
    counts_from,
    is_at_one_hour,
    marks_needed,
    marks_that_certify,
    marks_to_come,
    sufficiency,
)
from core.diary.forecast.to_come import still_to_come
from core.diary.forecast.views import counted, forecast
from core.diary.forecast.what_if import Opening
from core.diary.views import Period
from core.ids import PupilId, SubjectId, WorkId
from core.journal.calendar import Holiday, days_before_end, in_force, last_school_day
from core.journal.means import WeightedMark
from core.journal.values import ControlKind, CourseKind
from core.regulation.profile import Profile

LEAST_MARKED: Final = 5
"""Fewer pupils make no mean of a class that says something (ADR 0010)."""

_CERTIFIED: Final = frozenset({CourseKind.LESSON, CourseKind.HOME})
_EARNED: Final = 5


OfPupil = tuple[PupilId, SubjectId]
"""A pupil in a subject."""


@dataclass(frozen=True, slots=True)
class PeriodRecords:
    """What the store knows of some pupils in a period, all read at one moment."""

    marks: Sequence[GivenMark]
    of_works: Sequence[MarksOfWork]
    planned: Sequence[PlannedWork]
    courses: Sequence[TaughtCourse]
    set_marks: Sequence[SetMark]
    holidays: Sequence[Holiday]


def day_within(period: Period, today: date) -> date:
    """Return the day of the period at which it is looked: today, or its nearer end."""
    return min(max(today, period.begins), period.ends)


def of_other_kind(
    courses: Iterable[TaughtCourse], others: Iterable[TaughtCourse], day: date
) -> frozenset[OfPupil]:
    """Return the pupils' subjects that are summed up by the other kind of period alone.

    `courses` and `others` are the same courses as they run by the one period and by the other.
    """
    return _running(others, day) - _running(courses, day)


def _running(courses: Iterable[TaughtCourse], day: date) -> frozenset[OfPupil]:
    return frozenset(
        (one.pupil, one.subject) for one in courses if one.in_period and _holds(one, day)
    )


def marks_due(period: Period, rules: Profile, holidays: Sequence[Holiday]) -> date:
    """Return the day by which the period's marks are set: later marks come too late (J13)."""
    rule = rules.period_marks
    usual = days_before_end(period.ends, rule.set_days_before, holidays)
    return rule.set_by(period.begins, period.ends, usual)


def forecasts(
    records: PeriodRecords, period: Period, rules: Profile, today: date
) -> dict[PupilId, tuple[SubjectForecast, ...]]:
    """Return each pupil's subjects by title; of nobody more than the records are about."""
    foreseeing = _Foreseeing(
        period=period,
        rules=rules,
        today=today,
        scale=school_scale(rules.rounding),
        due=marks_due(period, rules, records.holidays),
        last_day=last_school_day(period.ends, records.holidays),
        means=class_means(records.of_works),
    )
    marked = {one.work for one in records.of_works}
    to_come = still_to_come(records.planned, marked, rules.marking, today)
    pupils = _by_pupil(replace(records, planned=to_come))
    return {pupil: foreseeing.of(pupils[pupil]) for pupil in pupils}


def class_means(of_works: Iterable[MarksOfWork]) -> Mapping[WorkId, Decimal]:
    """Return the mean of all marks in each work, where enough pupils were marked."""
    total, count, pupils = Counter[WorkId](), Counter[WorkId](), Counter[WorkId]()
    for one in of_works:
        numbers = one.value.numbers
        if numbers:
            total[one.work] += sum(numbers) * one.pupils
            count[one.work] += len(numbers) * one.pupils
            pupils[one.work] += one.pupils
    return {
        work: Decimal(total[work]) / count[work]
        for work, marked in pupils.items()
        if marked >= LEAST_MARKED
    }


@dataclass(slots=True)
class _OfSubject:
    """A pupil's records in one subject."""

    title: str
    marks: list[GivenMark]
    courses: list[TaughtCourse]
    planned: list[PlannedWork]
    set_mark: SetMark | None = None


def _by_pupil(records: PeriodRecords) -> dict[PupilId, dict[SubjectId, _OfSubject]]:
    found = defaultdict[PupilId, dict[SubjectId, _OfSubject]](dict)
    planned = defaultdict[int, list[PlannedWork]](list)
    for work in records.planned:
        planned[work.course].append(work)
    for course in records.courses:
        of = _of(found[course.pupil], course.subject, course.subject_title)
        of.courses.append(course)
        of.planned += [one for one in planned[course.course] if _holds(course, one.day)]
    for mark in records.marks:
        of = _of(found[mark.pupil], mark.subject, mark.subject_title)
        of.marks.append(mark)
    for one in records.set_marks:
        known = found[one.pupil].get(one.subject)
        if known is not None:
            known.set_mark = one
    return found


def _of(subjects: dict[SubjectId, _OfSubject], subject: SubjectId, title: str) -> _OfSubject:
    return subjects.setdefault(subject, _OfSubject(title, [], [], []))


def _holds(course: TaughtCourse, day: date) -> bool:
    return in_force(course.begins, course.ends, day)


@dataclass(frozen=True, slots=True)
class _Foreseeing:
    """What is the same for all pupils and subjects of one look at a period."""

    period: Period
    rules: Profile
    today: date
    scale: Scale
    due: date
    last_day: date
    means: Mapping[WorkId, Decimal]

    def of(self, subjects: Mapping[SubjectId, _OfSubject]) -> tuple[SubjectForecast, ...]:
        shown = [
            self._subject(subject, of) for subject, of in subjects.items() if self._belongs(of)
        ]
        return tuple(sorted(shown, key=lambda one: (one.title, one.subject)))

    def _belongs(self, of: _OfSubject) -> bool:
        """Say whether a subject is of this period: it has marks, or is taught and certified."""
        return bool(of.marks) or any(one.kind in _CERTIFIED for one in self._current(of))

    def _current(self, of: _OfSubject) -> list[TaughtCourse]:
        day = day_within(self.period, self.today)
        return [one for one in of.courses if one.in_period and _holds(one, day)]

    def _subject(self, subject: SubjectId, of: _OfSubject) -> SubjectForecast:
        marks = [self._weighed(one) for one in of.marks]
        to_come = self._to_come(of)
        numbers = [
            number
            for given, mark in zip(of.marks, marks, strict=True)
            for number in counted(mark, self.means.get(given.work))
        ]
        openings = self._openings(of, to_come)
        # A forecast out of nothing would only tell what classes do in general.
        foreseen = forecast(numbers, self._weights_to_come(of, to_come), self.scale)
        return SubjectForecast(
            subject=subject,
            title=of.title,
            marks=tuple(marks),
            forecast=foreseen if numbers else None,
            sufficiency=self._sufficiency(of, to_come),
            coming=tuple(one for one in to_come if not self._is_being_marked(one)),
            being_marked=tuple(filter(self._is_being_marked, to_come)),
            openings=openings,
            kinds=self._kinds(of, openings),
            rounding=self.rules.rounding,
            set_mark=of.set_mark.value if of.set_mark else None,
            period=self.period,
        )

    def _weighed(self, mark: GivenMark) -> WeightedMark:
        return WeightedMark(mark.value, self.rules.weigh(mark.weight))

    def _to_come(self, of: _OfSubject) -> tuple[PlannedWork, ...]:
        marked = {one.work for one in of.marks}
        coming = [one for one in of.planned if one.work not in marked]
        if self.rules.marking.weighted:
            return tuple(coming)
        return tuple(replace(one, weight=self.rules.weigh(one.weight)) for one in coming)

    def _is_being_marked(self, work: PlannedWork) -> bool:
        return work.day < self.today

    def _weights_to_come(self, of: _OfSubject, to_come: Sequence[PlannedWork]) -> list[Decimal]:
        """Return the weights of the marks to come: of works written or planned, or of answers.

        While lessons lie ahead no mark is certain: where nothing is planned answers are expected
        at the pace so far, as they are where marks are counted (J9).
        """
        works = [one.weight for one in to_come]
        if not self._goes_on(of) or not all(map(self._is_being_marked, to_come)):
            return works
        answers = marks_to_come(
            marks_that_certify(one.value for one in of.marks),
            planned=0,
            begins=self.period.begins,
            today=self.today,
            by=self.last_day,
        )
        return works + [self._weight_of_answers(of)] * answers

    def _sufficiency(self, of: _OfSubject, to_come: Sequence[PlannedWork]) -> Sufficiency:
        certified = [one for one in self._current(of) if one.kind in _CERTIFIED]
        hours = ceil(sum((one.hours for one in certified), Decimal(0)))
        rule, begins = self.rules.sufficiency, self.period.begins
        marks = [one.value for one in of.marks]
        told = sufficiency(
            marks,
            marks_needed(rule, self.period.kind, hours) if certified else 0,
            by=self.due,
            judged=self.today >= counts_from(rule, begins, hours),
            to_come=marks_to_come(
                marks_that_certify(marks),
                planned=sum(max(one.day, self.today) <= self.due for one in to_come),
                begins=begins,
                today=self.today,
                by=self.due,
            ),
        )
        return replace(told, at_one_hour=is_at_one_hour(hours))

    def _openings(self, of: _OfSubject, to_come: Sequence[PlannedWork]) -> tuple[Opening, ...]:
        """Return where marks can still come from: works first, answers at any lesson.

        After the last lesson, and in a course that was left, only a work that is being marked
        brings one.
        """
        planned: dict[ControlKind | None, list[PlannedWork]] = defaultdict(list)
        for one in to_come:
            planned[one.kind].append(one)
        openings = [
            Opening(kind, works[0].weight, min(len(works), _EARNED))
            for kind, works in planned.items()
            if kind is not ControlKind.ANSWER and works[0].weight
        ]
        if not self._goes_on(of):
            return tuple(openings)
        return (*openings, Opening(ControlKind.ANSWER, self._weight_of_answers(of)))

    def _goes_on(self, of: _OfSubject) -> bool:
        """Say whether lessons of the subject lie ahead of the pupil."""
        return self.today < self.last_day and bool(self._current(of))

    def _kinds(self, of: _OfSubject, openings: tuple[Opening, ...]) -> tuple[Opening, ...]:
        """Return the openings, and after them what else marks were given for in the subject."""
        if not self._goes_on(of):
            return openings
        seen = {mark.kind: mark.weight for mark in of.marks if mark.weight}
        for one in openings:
            seen.pop(one.kind, None)
        others = [Opening(kind, self.rules.weigh(weight)) for kind, weight in seen.items()]
        return (*openings, *others)

    def _weight_of_answers(self, of: _OfSubject) -> Decimal:
        told: list[PlannedWork | GivenMark] = [*of.planned, *of.marks[::-1]]
        weights = [one.weight for one in told if one.kind is ControlKind.ANSWER and one.weight]
        return self.rules.weigh(weights[0]) if weights else Decimal(1)
