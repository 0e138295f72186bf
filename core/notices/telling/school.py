"""Which of the school's facts are told to whom: events, moves, recommendations, announcements."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never
from zoneinfo import ZoneInfo

from core.facts import Fact
from core.ids import ClassId, LessonId, PersonId, PupilId, SchoolId
from core.journal.school_facts import (
    AnnouncementMade,
    LessonMoved,
    RecommendationGiven,
    RemarkMade,
    RemarkReworded,
    RemarkTakenBack,
    SchoolEventCancelled,
    SchoolEventSet,
    SchoolFact,
)
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.news.school import ClassAudience
from core.notices.ports import Audience, DeliveryRules, Outbox
from core.notices.telling.families import Tale, draft_of


def school_tale_of(fact: SchoolFact, today: date) -> Tale | None:
    """Return what a fact makes known to families, or None where it is over already."""
    tale = _tale(fact)
    return None if tale.until is not None and tale.until < today else tale


def _tale(fact: SchoolFact) -> Tale:  # noqa: C901, PLR0911 - one line for each kind of fact
    match fact:
        case SchoolEventSet():
            change = Change.CHANGED if fact.changed else Change.NEW
            return _broad(Tale(NoticeKind.EVENT, fact.event, change, until=fact.ends))
        case SchoolEventCancelled():
            return _broad(Tale(NoticeKind.EVENT, fact.event, Change.TAKEN_BACK, until=fact.ends))
        case LessonMoved():
            change = Change.NEW if fact.moved else Change.TAKEN_BACK
            return Tale(NoticeKind.MOVE, fact.lesson, change, until=fact.until)
        case RecommendationGiven():
            return Tale(NoticeKind.RECOMMENDATION, fact.recommendation, Change.NEW)
        case AnnouncementMade():
            return _broad(Tale(NoticeKind.ANNOUNCEMENT, fact.announcement, Change.NEW))
        case RemarkMade():
            return Tale(NoticeKind.REMARK, fact.remark, Change.NEW)
        case RemarkReworded():
            return Tale(NoticeKind.REMARK, fact.remark, Change.CHANGED)
        case RemarkTakenBack():
            return Tale(NoticeKind.REMARK, fact.remark, Change.TAKEN_BACK)
        case _:
            assert_never(fact)


def _broad(tale: Tale) -> Tale:
    # Many hear at once: news of single pupils goes first.
    return replace(tale, lane=Lane.BROADCAST)


_OfClasses = SchoolEventSet | SchoolEventCancelled | AnnouncementMade


@dataclass(frozen=True, slots=True)
class TellSchool:
    """Turns the school's facts into rows of the outbox, within their transaction."""

    outbox: Outbox
    audience: Audience
    classes: ClassAudience
    delivery: DeliveryRules

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row of the outbox for each fact and each person who hears of it."""
        heard = [fact for fact in facts if isinstance(fact, SchoolFact)]
        if not heard:
            return
        zones = {one.school: one.zone for one in await self.delivery.all()}
        about = await self._about(heard)
        families = await self.audience.families(
            sorted({pupil for pupils in about.values() for pupil in pupils})
        )
        drafts = [
            draft
            for index, fact in enumerate(heard)
            for draft in _drafts(fact, about[index], families, zones)
        ]
        await self.outbox.put(drafts)

    async def _about(self, facts: Sequence[SchoolFact]) -> Mapping[int, Sequence[PupilId]]:
        """Return the pupils whom each fact is about; what is asked is asked for all at once."""
        lessons = [
            one.lesson for one in facts if isinstance(one, LessonMoved | RecommendationGiven)
        ]
        of_lesson = await self.audience.pupils_of(lessons) if lessons else {}
        schools = {one.school for one in facts if isinstance(one, _OfClasses)}
        of_school = {one: await self.classes.by_class(one) for one in schools}
        return {
            index: _pupils(fact, of_lesson, of_school.get(fact.school, {}))
            for index, fact in enumerate(facts)
        }


def _pupils(
    fact: SchoolFact,
    of_lesson: Mapping[LessonId, Sequence[PupilId]],
    by_class: Mapping[ClassId, Sequence[PupilId]],
) -> Sequence[PupilId]:
    match fact:
        case SchoolEventSet() | SchoolEventCancelled():
            return pupils_in(by_class, fact.classes, fact.but)
        case AnnouncementMade():
            return pupils_in(by_class)
        case LessonMoved():
            return of_lesson.get(fact.lesson, ())
        case RecommendationGiven():
            taught = of_lesson.get(fact.lesson, ())
            return [one for one in taught if fact.pupil in {None, one}]
        case RemarkMade() | RemarkReworded() | RemarkTakenBack():
            return (fact.pupil,)
        case _:
            assert_never(fact)


def pupils_in(
    by_class: Mapping[ClassId, Sequence[PupilId]],
    named: Sequence[ClassId] = (),
    but: Sequence[ClassId] = (),
) -> Sequence[PupilId]:
    """Return the pupils of the classes, or of all where none is named, but for some classes."""
    spared = {pupil for one in but for pupil in by_class.get(one, ())}
    found = {pupil for one in named or by_class for pupil in by_class.get(one, ())}
    return sorted(found - spared)


def _drafts(
    fact: SchoolFact,
    about: Sequence[PupilId],
    families: Mapping[PupilId, Sequence[PersonId]],
    zones: Mapping[SchoolId, ZoneInfo],
) -> Iterator[Draft]:
    zone = zones[fact.school]
    tale = school_tale_of(fact, fact.at.astimezone(zone).date())
    if tale is None:
        return
    told = set[PersonId]()
    for pupil in about:
        for person in families.get(pupil, ()):
            # What is for the whole school is told once, also to who has several children there.
            if is_for_all(fact) and person in told:
                continue
            told.add(person)
            yield draft_of(fact, tale, pupil, person, zone)


def is_for_all(fact: SchoolFact) -> bool:
    """Say whether a fact is the same for every family of the school."""
    match fact:
        case AnnouncementMade():
            return True
        case SchoolEventSet() | SchoolEventCancelled():
            return not fact.classes
        case _:
            return False
