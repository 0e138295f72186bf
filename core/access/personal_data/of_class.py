"""The class teacher sees who checked the data this month, and reminds who has not (C4.3.7)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from core.access.connections import Connection, Connections, Part
from core.access.gate import Overseen, SchoolClasses, closed_to, decides_for, must_oversee
from core.access.people import Actor, Child, Name, place_of_name
from core.access.personal_data.checking import beginning_of, month_of
from core.access.personal_data.data import DataField, is_grown
from core.access.personal_data.records import (
    Correction,
    DataAnswer,
    DataCheck,
    DataChecks,
    DataCorrections,
    InPerson,
)
from core.clock import Clock
from core.ids import ClassId, PersonId, PupilId
from core.regulation.ports import Regulations
from core.regulation.profile import Profile


class Standing(StrEnum):
    """How far a person has come with the check of a month, the most urgent first.

    OUTSIDE: the bot cannot ask it. It never came in, declined, or takes no messages.
    """

    WRONG = "wrong"
    SILENT = "silent"
    OUTSIDE = "outside"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class CheckedPerson:
    """A guardian or grown pupil in the check: what it said is wrong, never what is right.

    Phones and addresses are not the class's to read: only which of them waits is told.
    `in_person`: the bot cannot ask it, and who leads the class has checked them with it. `is_in`:
    it came in by a code, though it may take no messages.
    """

    person: PersonId
    name: Name
    part: Part
    pupils: tuple[Child, ...]
    standing: Standing
    fields: tuple[DataField, ...] = ()
    waits: bool = False
    in_person: InPerson | None = None
    is_in: bool = False


@dataclass(frozen=True, slots=True)
class ClassCheck:
    """A class's check of a month.

    `decides` says who reminds families, and ticks what was checked in person.
    """

    overseen: Overseen
    month: date
    today: date
    rules: Profile
    persons: tuple[CheckedPerson, ...]
    decides: bool = False

    def may_tick(self, one: CheckedPerson) -> bool:
        """Say whether who looks ticks a person, or takes back a tick of its own or of the class.

        Of who hears from the bot the own answer says how it stands.
        """
        if not self.decides:
            return False
        if one.in_person is None:
            return one.standing is Standing.OUTSIDE
        ticked = one.in_person
        own = self.overseen.member.person
        return own == ticked.by or self.overseen.led.id == ticked.class_id

    @property
    def counts(self) -> Mapping[Standing, int]:
        """Return how many persons stand where."""
        return Counter(one.standing for one in self.persons)


class HearingFamilies(Protocol):
    """Who of families can be asked in the bot."""

    async def reached_in_chat(
        self, pupils: Sequence[PupilId]
    ) -> Mapping[PupilId, Sequence[PersonId]]:
        """Return of the families those whom a message in the chat reaches now."""
        ...


@dataclass(frozen=True, slots=True)
class ReadClassCheck:
    """Who answers for a class looks who of it checked the data this month."""

    connections: Connections
    classes: SchoolClasses
    checks: DataChecks
    corrections: DataCorrections
    hearing: HearingFamilies
    regulations: Regulations
    clock: Clock

    async def __call__(self, actor: Actor, class_id: ClassId) -> ClassCheck:
        """Return it; raise AccessRefused for who does not answer for the class."""
        of = await must_oversee(actor, class_id, self.classes)
        zone = ZoneInfo(of.member.zone)
        day = self.clock.now().astimezone(zone).date()
        rules = await self.regulations.of(of.member.school)
        persons = await self.persons(class_id, day, zone, rules)
        decides = await decides_for(of, self.classes)
        return ClassCheck(of, month_of(day), day, rules, persons, decides)

    async def persons(
        self, class_id: ClassId, day: date, zone: ZoneInfo, rules: Profile
    ) -> tuple[CheckedPerson, ...]:
        """Return who of a class is asked in the month of a day, whoever wants to know."""
        month = month_of(day)
        asked = asked_of(
            await self.connections.of_class(class_id), rules.personal_data.pupils_from_grade
        )
        checks = await self.checks.of_month(list(asked), month)
        said = await self.corrections.of_persons(list(asked), beginning_of(month, zone))
        pupils = sorted(
            {one.pupil.pupil for known in asked.values() for one in known if one.pupil}
        )
        reached = await self.hearing.reached_in_chat(pupils) if pupils else {}
        heard = {person for persons in reached.values() for person in persons}
        return in_order(asked, checks, said, heard)


@dataclass(frozen=True, slots=True)
class Silent:
    """Who has not answered, by the pupil through whom it is told; and until when it counts."""

    view: ClassCheck
    by_pupil: tuple[tuple[PersonId, PupilId], ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class FindSilent:
    """Finds whom of a class its teacher may remind, or who stands in."""

    read: ReadClassCheck

    async def __call__(self, actor: Actor, class_id: ClassId) -> Silent:
        """Return who is in and has not answered; raise AccessRefused for who decides not."""
        view = await self.read(actor, class_id)
        if not view.decides:
            raise closed_to(actor)
        found = tuple(
            (one.person, pupil.pupil)
            for one in view.persons
            if one.standing is Standing.SILENT
            for pupil in one.pupils
        )
        return Silent(view, found, end_of(view.month, ZoneInfo(view.overseen.member.zone)))


def end_of(month: date, zone: ZoneInfo) -> datetime:
    """Return the instant at which a month is over at the school."""
    after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return beginning_of(after, zone)


def asked_of(
    connections: Sequence[Connection], from_grade: int
) -> Mapping[PersonId, Sequence[Connection]]:
    """Return who of a class is asked: each guardian once, and pupils who are grown."""
    found = defaultdict[PersonId, list[Connection]](list)
    for one in connections:
        title = one.pupil.class_title if one.pupil else ""
        if one.part is Part.GUARDIAN or is_grown(title, from_grade):
            found[one.person].append(one)
    return found


def in_order(
    asked: Mapping[PersonId, Sequence[Connection]],
    checks: Mapping[PersonId, DataCheck],
    said: Sequence[Correction],
    heard: Collection[PersonId],
) -> tuple[CheckedPerson, ...]:
    """Return where each person stands, who said that something is wrong first.

    `heard` are those whom a message in the chat reaches: of nobody else an answer is waited for
    (C4.3.7).
    """
    by_person = defaultdict[PersonId, list[Correction]](list)
    for one in said:
        by_person[one.said.person].append(one)
    found = [
        _checked(known, checks.get(person), by_person[person], reached=person in heard)
        for person, known in asked.items()
    ]
    return tuple(sorted(found, key=_place))


def _place(one: CheckedPerson) -> tuple[int, str, str, int]:
    # Who is ticked stays in its place: the next number is another's.
    as_what = Standing.OUTSIDE if one.in_person else one.standing
    return (list(Standing).index(as_what), *place_of_name(one.name), one.person)


def _checked(
    known: Sequence[Connection],
    check: DataCheck | None,
    said: Sequence[Correction],
    *,
    reached: bool,
) -> CheckedPerson:
    one = known[0]
    return CheckedPerson(
        one.person,
        one.name,
        one.part,
        tuple(it.pupil for it in known if it.pupil),
        standing_of(one, check, said, reached=reached),
        tuple(dict.fromkeys(it.said.field for it in said)),
        any(it.is_open for it in said),
        check.in_person if check else None,
        is_in=one.came_at is not None,
    )


def standing_of(
    known: Connection, check: DataCheck | None, said: Sequence[Correction], *, reached: bool
) -> Standing:
    """Return where a person stands: a correction that waits counts in every month.

    A letter cannot be answered: who never came in, or shut the chat, is asked on paper.
    """
    if any(one.is_open for one in said) or (check and check.answer is DataAnswer.WRONG):
        return Standing.WRONG
    if check and check.answer is DataAnswer.RIGHT:
        return Standing.RIGHT
    return Standing.SILENT if reached and known.came_at is not None else Standing.OUTSIDE
