"""Which of the school's facts are told to whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import cast

import pytest

from core.facts import BY_IMPORT, Fact
from core.ids import (
    AnnouncementId,
    ClassId,
    EventId,
    LessonId,
    MarkId,
    PersonId,
    PupilId,
    RecommendationId,
    SchoolId,
)
from core.journal.facts import MarkTakenBack
from core.journal.school_facts import (
    AnnouncementMade,
    LessonMoved,
    RecommendationGiven,
    SchoolEventCancelled,
    SchoolEventSet,
    SchoolFact,
)
from core.journal.values import MarkValue
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Outbox as OutboxPort
from core.notices.telling.families import Tale
from core.notices.telling.school import TellSchool, school_tale_of
from core.notices.timing import SchoolDelivery
from core.regulation.profile import Delivery
from tests.core.builders import (
    CLASS_7A,
    CLASS_7B,
    LESSON,
    MASHA,
    MOSCOW,
    NOW,
    PETYA,
    SCHOOL,
    TODAY,
)

WHEN = (SCHOOL, NOW, BY_IMPORT)
YESTERDAY = TODAY - timedelta(days=1)
MOTHER, FATHER = PersonId(2), PersonId(3)
EVENT, ADVICE, WORD = EventId(5), RecommendationId(6), AnnouncementId(7)


def an_event(*classes: ClassId, ends: date = TODAY, changed: bool = False) -> SchoolEventSet:
    return SchoolEventSet(*WHEN, EVENT, classes, ends, changed)


def of_event(change: Change) -> Tale:
    return Tale(NoticeKind.EVENT, EVENT, change, lane=Lane.BROADCAST, until=TODAY)


TOLD = {
    "a new event": (an_event(), of_event(Change.NEW)),
    "a changed event": (an_event(changed=True), of_event(Change.CHANGED)),
    "an event that will not be": (
        SchoolEventCancelled(*WHEN, EVENT, (), TODAY),
        of_event(Change.TAKEN_BACK),
    ),
    "a moved lesson": (
        LessonMoved(*WHEN, LESSON, TODAY, moved=True),
        Tale(NoticeKind.MOVE, LESSON, Change.NEW, until=TODAY),
    ),
    "a lesson at its own time again": (
        LessonMoved(*WHEN, LESSON, TODAY, moved=False),
        Tale(NoticeKind.MOVE, LESSON, Change.TAKEN_BACK, until=TODAY),
    ),
    "a recommendation": (
        RecommendationGiven(*WHEN, ADVICE, LESSON, None),
        Tale(NoticeKind.RECOMMENDATION, ADVICE, Change.NEW),
    ),
    "an announcement": (
        AnnouncementMade(*WHEN, WORD),
        Tale(NoticeKind.ANNOUNCEMENT, WORD, Change.NEW, lane=Lane.BROADCAST),
    ),
}

OVER = {
    "an event of yesterday": an_event(ends=YESTERDAY),
    "a lesson moved between days that are over": LessonMoved(*WHEN, LESSON, YESTERDAY, moved=True),
}


@pytest.mark.parametrize("fact", TOLD)
def test_families_hear_of(fact: str) -> None:
    happened, tale = TOLD[fact]

    assert school_tale_of(happened, TODAY) == tale


@pytest.mark.parametrize("fact", OVER)
def test_families_do_not_hear_of(fact: str) -> None:
    assert school_tale_of(OVER[fact], TODAY) is None


@dataclass
class Outbox:
    """Keeps what was put in."""

    drafts: list[Draft] = field(default_factory=list)

    async def put(self, drafts: Sequence[Draft]) -> None:
        self.drafts.extend(drafts)


class Audience:
    """Masha of 7А and Petya of another class are of one mother; Masha has a father too."""

    async def families(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[PersonId]]:
        of = {MASHA: [MOTHER, FATHER], PETYA: [MOTHER]}
        return {pupil: of[pupil] for pupil in pupils}

    async def pupils_of(self, lessons: Sequence[LessonId]) -> Mapping[LessonId, Sequence[PupilId]]:
        return {lesson: [MASHA, PETYA] for lesson in lessons}

    async def class_teachers(self, person: PersonId) -> Sequence[tuple[PupilId, PersonId]]:
        return []


class Classes:
    """Masha is in 7А, Petya in another class."""

    async def by_class(self, school: SchoolId) -> Mapping[ClassId, Sequence[PupilId]]:
        return {CLASS_7A: [MASHA], CLASS_7B: [PETYA]}


class DeliveryRules:
    """One school in Moscow."""

    async def all(self) -> Sequence[SchoolDelivery]:
        return [SchoolDelivery(SCHOOL, MOSCOW, Delivery())]


async def told_of(*facts: Fact) -> list[tuple[PersonId, PupilId]]:
    outbox = Outbox()
    put_only = cast(OutboxPort, outbox)
    await TellSchool(put_only, Audience(), Classes(), DeliveryRules()).record(facts)
    return [(draft.recipient, draft.about) for draft in outbox.drafts]


HEARERS: dict[str, tuple[SchoolFact, list[tuple[PersonId, PupilId]]]] = {
    "of an event of the school each person once": (
        an_event(),
        [(MOTHER, MASHA), (FATHER, MASHA)],
    ),
    "of an event of a class its families": (
        an_event(CLASS_7A),
        [(MOTHER, MASHA), (FATHER, MASHA)],
    ),
    "of an event of the school but one class the families of the others": (
        replace(an_event(), but=(CLASS_7A,)),
        [(MOTHER, PETYA)],
    ),
    "of an announcement each person once": (
        AnnouncementMade(*WHEN, WORD),
        [(MOTHER, MASHA), (FATHER, MASHA)],
    ),
    "of a moved lesson the families of the course, of each child": (
        LessonMoved(*WHEN, LESSON, TODAY, moved=True),
        [(MOTHER, MASHA), (FATHER, MASHA), (MOTHER, PETYA)],
    ),
    "of a recommendation to a pupil that pupil's family": (
        RecommendationGiven(*WHEN, ADVICE, LESSON, PETYA),
        [(MOTHER, PETYA)],
    ),
    "of a recommendation to all the families of the course": (
        RecommendationGiven(*WHEN, ADVICE, LESSON, None),
        [(MOTHER, MASHA), (FATHER, MASHA), (MOTHER, PETYA)],
    ),
}


@pytest.mark.parametrize("who", HEARERS)
async def test_who_hears(who: str) -> None:
    fact, hearers = HEARERS[who]

    assert await told_of(fact) == hearers


async def test_other_facts_are_not_its_business() -> None:
    assert await told_of(MarkTakenBack(*WHEN, MarkId(1), MASHA, MarkValue("5"))) == []


async def test_what_is_over_leaves_no_row() -> None:
    assert await told_of(an_event(ends=YESTERDAY)) == []
