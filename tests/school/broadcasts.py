"""Broadcasts in memory: the ports of `core.messages.broadcasts` and of following them."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.access.people import Child, place_in_list
from core.clock import Clock, today
from core.ids import AccountId, BroadcastId, CourseId, PersonId, PupilId, SchoolId, TemplateId
from core.messages.broadcasts import broadcast as rules
from core.messages.broadcasts.broadcast import (
    BroadcastState,
    Family,
    Hearer,
    Plan,
    Scope,
    Whom,
)
from core.messages.broadcasts.facts import Told
from core.messages.broadcasts.ladder import Rung
from core.messages.broadcasts.ports import TaughtCourse
from core.messages.broadcasts.templates import Template
from core.messages.content import Content
from core.notices.broadcasts.ports import LiveCard, Telling
from core.notices.ledger import Change, Draft, Ending, NoticeKind, Why
from tests.school import records
from tests.school.mailboxes import MemoryMailboxes
from tests.school.outbox import Row
from tests.school.people import MemoryDirectory, name_of
from tests.school.records import Record
from tests.school.teaching import holds
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Kept(Record):
    school: int
    plan: Plan
    by: int
    made_at: datetime
    versions: tuple[rules.Version, ...]
    state: BroadcastState = BroadcastState.WAITING
    sent_at: datetime | None = None
    reminded_at: datetime | None = None
    rung: Rung = Rung.TOLD
    said_at: datetime | None = None
    withdrawn_by: int | None = None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True)
class MemoryBroadcasts:
    world: World

    async def keep(
        self, school: SchoolId, plan: Plan, *, by: PersonId, at: datetime
    ) -> BroadcastId:
        new = self.world.add(
            Kept,
            school=school,
            plan=plan,
            by=by,
            made_at=at,
            versions=(rules.Version(plan.content, plan.ask.by if plan.ask else None),),
        )
        return BroadcastId(new.id)

    def _one(self, kept: Kept) -> rules.Broadcast:
        school = self.world.get(records.School, kept.school)
        groups = [self.world.get(records.Group, one) for one in kept.plan.scope.groups]
        named = sorted(groups, key=lambda it: (it.title, it.id))
        scope = replace(kept.plan.scope, groups=tuple(one.id for one in named))
        return rules.Broadcast(
            id=BroadcastId(kept.id),
            school=SchoolId(school.id),
            school_name=school.name,
            zone=school.zone,
            by=PersonId(kept.by),
            by_name=name_of(self.world.get(records.Person, kept.by)),
            plan=replace(kept.plan, content=kept.versions[-1].content, scope=scope),
            titles=tuple(one.title for one in named),
            version=len(kept.versions),
            state=kept.state,
            made_at=kept.made_at,
            sent_at=kept.sent_at,
            said_at=kept.said_at or kept.made_at,
            withdrawn_by=(
                name_of(self.world.get(records.Person, kept.withdrawn_by))
                if kept.withdrawn_by
                else None
            ),
        )

    async def broadcasts(
        self, numbers: Sequence[BroadcastId]
    ) -> Mapping[BroadcastId, rules.Broadcast]:
        found = self.world.all(Kept, lambda it: it.id in numbers)
        return {BroadcastId(one.id): self._one(one) for one in found}

    async def listed(
        self, school: SchoolId, *, by: PersonId, groups: Sequence[int], whole: bool, most: int
    ) -> Sequence[BroadcastId]:
        found = self._found(school, by, groups, whole=whole)
        return [BroadcastId(one.id) for one in reversed(found)][:most]

    async def count(
        self, school: SchoolId, *, by: PersonId, groups: Sequence[int], whole: bool
    ) -> int:
        return len(self._found(school, by, groups, whole=whole))

    def _found(
        self, school: SchoolId, by: PersonId, groups: Sequence[int], *, whole: bool
    ) -> list[Kept]:
        return [
            one
            for one in self.world.all(Kept, lambda it: it.school == school)
            if whole or one.by == by or set(one.plan.scope.groups) & set(groups)
        ]

    async def due(self, school: SchoolId, *, now: datetime) -> Sequence[BroadcastId]:
        return [
            BroadcastId(one.id)
            for one in self.world.all(Kept, lambda it: it.state is BroadcastState.WAITING)
            if one.school == school and one.plan.send_at and one.plan.send_at <= now
        ]

    def _kept(self, number: int) -> Kept:
        return self.world.get(Kept, number)

    async def set_off(self, broadcast: BroadcastId, *, at: datetime) -> bool:
        one = self._kept(broadcast)
        if one.state is not BroadcastState.WAITING:
            return False
        self.world.change(one, state=BroadcastState.SENT, sent_at=at)
        return True

    async def withdraw(self, broadcast: BroadcastId, *, by: PersonId | None, at: datetime) -> bool:
        one = self._kept(broadcast)
        if one.state is BroadcastState.WITHDRAWN:
            return False
        self.world.change(one, state=BroadcastState.WITHDRAWN, withdrawn_by=by, withdrawn_at=at)
        return True

    async def correct(
        self,
        broadcast: BroadcastId,
        content: Content,
        *,
        after: int,
        answer_by: date | None,
        by: PersonId,
        at: datetime,
    ) -> bool:
        one = self._kept(broadcast)
        if one.state is BroadcastState.WITHDRAWN or len(one.versions) != after:
            return False
        ask = replace(one.plan.ask, by=answer_by) if one.plan.ask else None
        plan = replace(one.plan, ask=ask)
        versions = (*one.versions, rules.Version(content, answer_by))
        self.world.change(one, versions=versions, plan=plan, rung=Rung.TOLD, said_at=at)
        return True

    async def versions(self, broadcast: BroadcastId) -> Sequence[rules.Version]:
        return self._kept(broadcast).versions

    async def remind(self, broadcast: BroadcastId, *, at: datetime, not_since: datetime) -> bool:
        one = self._kept(broadcast)
        if one.reminded_at is not None and one.reminded_at > not_since:
            return False
        self.world.change(one, reminded_at=at)
        return True

    async def climbing(self, school: SchoolId) -> Sequence[tuple[BroadcastId, Rung]]:
        return [
            (BroadcastId(one.id), one.rung)
            for one in self.world.all(Kept, lambda it: it.state is BroadcastState.SENT)
            if one.school == school and one.plan.ask and one.plan.ask.by
            if one.rung < Rung.LISTED
        ]

    async def climb(self, broadcast: BroadcastId, *, before: Rung, to: Rung) -> bool:
        one = self._kept(broadcast)
        if one.rung is not before:
            return False
        self.world.change(one, rung=to)
        return True


@dataclass(frozen=True, kw_only=True)
class KeptFamily(Record):
    broadcast: int
    family: Family


@dataclass(frozen=True)
class MemoryAddressed:
    world: World

    async def address(
        self, school: SchoolId, broadcast: BroadcastId, families: Sequence[Family]
    ) -> None:
        for family in families:
            known = self._known(broadcast, family.child.pupil)
            if known is None:
                self.world.add(KeptFamily, broadcast=broadcast, family=family)
            else:
                merged = _merged(known.family, family)
                self.world.change(known, family=merged)

    def _known(self, broadcast: int, pupil: int) -> KeptFamily | None:
        found = self.world.all(
            KeptFamily, lambda it: (it.broadcast, it.family.child.pupil) == (broadcast, pupil)
        )
        return next(found, None)

    async def families(self, broadcast: BroadcastId) -> Sequence[Family]:
        found = self.world.all(KeptFamily, lambda it: it.broadcast == broadcast)
        return [self._named(one.family) for one in found]

    def _named(self, family: Family) -> Family:
        return replace(
            family,
            members=tuple(
                replace(it, phone=self.world.get(records.Person, it.person).phone)
                for it in family.members
            ),
        )

    async def families_of(
        self, broadcast: BroadcastId, persons: Sequence[PersonId]
    ) -> Sequence[Family]:
        found = await self.families(broadcast)
        return [one for one in found if any(it.person in persons for it in one.members)]

    async def missed(
        self, person: PersonId, pupils: Sequence[PupilId]
    ) -> Mapping[BroadcastId, Sequence[PupilId]]:
        sent = {one.id for one in self.world.all(Kept, lambda it: it.state is BroadcastState.SENT)}
        rows = [one for one in self.world.all(KeptFamily) if one.broadcast in sent]
        found = defaultdict[BroadcastId, list[PupilId]](list)
        for one in rows:
            pupil = one.family.child.pupil
            if pupil in pupils and not _is_told(self.world, one.broadcast, person, pupil):
                found[BroadcastId(one.broadcast)].append(pupil)
        return found


def _is_told(world: World, broadcast: int, person: PersonId, pupil: PupilId) -> bool:
    """Say whether a person was told; of a question with choices, as the family of this pupil."""
    of_each = _is_of_each(world.get(Kept, broadcast))
    return any(
        it.person == person and it.why is None
        for one in world.all(KeptFamily, lambda it: it.broadcast == broadcast)
        if not of_each or one.family.child.pupil == pupil
        for it in one.family.members
    )


def _is_of_each(kept: Kept) -> bool:
    return kept.plan.ask is not None and bool(kept.plan.ask.choices)


def _merged(known: Family, new: Family) -> Family:
    again = {it.person: it for it in new.members}
    kept = [replace(it, why=again.pop(it.person, it).why) for it in known.members]
    return replace(known, members=(*kept, *again.values()))


@dataclass(frozen=True, kw_only=True)
class Given(Record):
    answer: rules.Answer


@dataclass(frozen=True)
class MemoryAnswers:
    world: World

    async def answer(self, given: rules.Answer) -> bool:
        key = (given.broadcast, given.version, given.person, given.about)
        for one in self.world.all(Given):
            kept = one.answer
            if (kept.broadcast, kept.version, kept.person, kept.about) == key:
                if kept.choice == given.choice:
                    return False
                self.world.change(one, answer=given)
                return True
        self.world.add(Given, answer=given)
        return True

    async def answers(self, broadcast: BroadcastId, version: int) -> Sequence[rules.Answer]:
        found = [one.answer for one in self.world.all(Given)]
        of = [one for one in found if (one.broadcast, one.version) == (broadcast, version)]
        return sorted(of, key=lambda it: (it.at, it.person, it.about))

    async def earlier(self, broadcast: BroadcastId, before: int) -> Sequence[rules.Answer]:
        found = [one for it in range(1, before) for one in await self.answers(broadcast, it)]
        return sorted(found, key=lambda it: (it.at, it.person, it.version, it.about))

    async def answer_of(
        self, broadcast: BroadcastId, version: int, persons: Sequence[PersonId]
    ) -> Sequence[rules.Answer]:
        return [one for one in await self.answers(broadcast, version) if one.person in persons]


@dataclass(frozen=True)
class MemoryCircles:
    world: World
    clock: Clock

    async def courses_of(self, teacher: PersonId) -> Sequence[TaughtCourse]:
        found = [
            self.world.standing(records.Group, one.group_id)
            for one in self.world.all(
                records.Enrolment, lambda it: (it.person_id, it.role) == (teacher, "teacher")
            )
            if holds(one, self._today(one.school_id))
        ]
        courses = [one for one in found if one and one.kind == "course"]
        return [_taught(one) for one in sorted(courses, key=lambda it: (it.title, it.id))]

    def _today(self, school: int):  # noqa: ANN202 - a date
        return today(self.clock, ZoneInfo(self.world.get(records.School, school).zone))

    async def course(self, course: CourseId) -> TaughtCourse | None:
        found = self.world.standing(records.Group, course)
        return _taught(found) if found and found.kind == "course" else None

    async def titles(self, groups: Sequence[int]) -> Sequence[str]:
        found = [self.world.get(records.Group, one) for one in groups]
        return [one.title for one in sorted(found, key=lambda it: (it.title, it.id))]

    async def pupils_in(self, school: SchoolId, scope: Scope) -> Sequence[Child]:
        directory = MemoryDirectory(self.world, self.clock)
        now = self._today(school)
        inside = {
            one.person_id
            for one in self.world.all(records.Enrolment, lambda it: it.role == "pupil")
            if one.group_id in scope.groups and holds(one, now)
        }
        people = self.world.all(records.Person, lambda it: it.school_id == school)
        children = [directory.child(one) for one in people]
        found = [
            one
            for one in children
            if one.class_title
            and (scope.whom is Whom.SCHOOL or one.pupil in inside)
            and (not scope.pupils or one.pupil in scope.pupils)
        ]
        return sorted(found, key=lambda it: (it.class_title, *place_in_list(it)))

    async def members(self, pupils: Sequence[Child]) -> Sequence[Family]:
        return [Family(one, tuple(self._members(one.pupil))) for one in pupils]

    def _members(self, pupil: PupilId) -> list[Hearer]:
        links = self.world.all(records.Guardianship, lambda it: it.pupil_id == pupil)
        guardians = [one.guardian_id for one in sorted(links, key=lambda it: (it.position, it.id))]
        found = []
        for person, is_guardian in [*((one, True) for one in guardians), (pupil, False)]:
            known = self.world.standing(records.Person, person)
            if known is not None and known.enabled:
                why = MemoryMailboxes(self.world).why_not(person, pupil)
                found.append(
                    Hearer(PersonId(person), name_of(known), is_guardian, why, known.phone)
                )
        return found


_IN_VAIN = {Why.NOT_LINKED, Why.UNREACHABLE, Why.TOO_LATE, Why.OVERTAKEN, Why.NO_RIGHT}


@dataclass(frozen=True)
class MemoryNewcomers:
    world: World
    clock: Clock

    async def untold(
        self, school: SchoolId, *, today: date, since: datetime
    ) -> Mapping[BroadcastId, Sequence[Told]]:
        found = {}
        for one in self.world.all(Kept, lambda it: it.school == school):
            if one.state is BroadcastState.SENT and self._may_count(one, today, since):
                told = sorted([it async for it in self._untold(one)])
                found |= {BroadcastId(one.id): told} if told else {}
        return found

    def _may_count(self, one: Kept, today: date, since: datetime) -> bool:
        by = one.plan.ask.by if one.plan.ask else None
        changed = max(one.sent_at or one.made_at, one.said_at or one.made_at)
        return changed >= since or (by is not None and by >= today)

    async def _untold(self, one: Kept) -> AsyncIterator[Told]:
        circles = MemoryCircles(self.world, self.clock)
        pupils = await circles.pupils_in(SchoolId(one.school), one.plan.scope)
        for family in rules.hearing(await circles.members(pupils), one.plan.hearers):
            for member in family.members:
                pupil = family.child.pupil
                if member.why is None and not self._was_told(one, member.person, pupil):
                    yield member.person, pupil

    def _was_told(self, kept: Kept, person: PersonId, pupil: PupilId) -> bool:
        rows = [
            one
            for one in self.world.all(Row)
            if one.draft.kind is NoticeKind.BROADCAST
            and (one.draft.subject, one.draft.recipient) == (kept.id, person)
        ]
        own = rows
        if _is_of_each(kept) and any(_without_right(one, pupil) for one in rows):
            own = [one for one in rows if one.draft.about == pupil]
        return _is_told(self.world, kept.id, person, pupil) and not (
            _is_in_vain(rows) or _is_in_vain(own)
        )


def _without_right(row: Row, pupil: PupilId) -> bool:
    return (row.reason, row.draft.about) == (Why.NO_RIGHT, pupil)


def _is_in_vain(rows: Sequence[Row]) -> bool:
    under_way = any(one.ending is None for one in rows)
    return bool(rows) and rows[-1].reason in _IN_VAIN and not under_way


def _taught(group: records.Group) -> TaughtCourse:
    return TaughtCourse(CourseId(group.id), group.title, SchoolId(group.school_id))


@dataclass(frozen=True, kw_only=True)
class KeptTemplate(Record):
    template: Template


@dataclass(frozen=True)
class MemoryTemplates:
    world: World

    async def add(self, new: Template, *, by: PersonId, at: datetime) -> TemplateId:
        kept = self.world.add(KeptTemplate, template=new)
        return TemplateId(kept.id)

    async def of(self, school: SchoolId, person: PersonId) -> Sequence[Template]:
        found = [
            replace(one.template, id=TemplateId(one.id))
            for one in self.world.all(KeptTemplate)
            if one.template.school == school and one.template.owner in {None, person}
        ]
        return list(reversed(found))

    async def drop(self, template: TemplateId, *, at: datetime) -> None:
        self.world.change(self.world.get(KeptTemplate, template), gone_at=at)


@dataclass(frozen=True)
class MemoryBroadcastLedger:
    world: World

    def _rows(self, broadcast: int | None = None) -> list[Row]:
        return [
            one
            for one in self.world.all(Row)
            if one.draft.kind is NoticeKind.BROADCAST
            and (broadcast is None or one.draft.subject == broadcast)
        ]

    async def tellings(self, broadcast: BroadcastId) -> Sequence[Telling]:
        return [
            Telling(one.draft.recipient, one.draft.change, one.ending, one.reason, one.channel)
            for one in self._rows(broadcast)
        ]

    async def reached(self, broadcast: BroadcastId) -> Sequence[Told]:
        rows = [one for one in self._rows(broadcast) if one.text is not None]
        left = [one for one in rows if one.ending is not Ending.REFUSED]
        return list({one.draft.recipient: one.draft.about for one in left}.items())

    async def unrepeated(self, school: SchoolId, *, now: datetime) -> Sequence[Draft]:
        rows = self._rows()
        return [
            one.draft
            for one in rows
            if one.ending is Ending.UNKNOWN
            and one.draft.school == school
            and one.draft.change in {Change.NEW, Change.CHANGED}
            and not one.is_over(now)
            and self._asks(one.draft.subject)
            and not any(_repeats(it, one) for it in rows)
        ]

    def _asks(self, number: int) -> bool:
        kept = self.world.get(Kept, number)
        return kept.plan.ask is not None and kept.state is BroadcastState.SENT


def _repeats(later: Row, row: Row) -> bool:
    same = (later.draft.subject, later.draft.recipient) == (row.draft.subject, row.draft.recipient)
    return same and later.draft.change is Change.REPEATED and later.id > row.id


@dataclass(frozen=True, kw_only=True)
class KeptCard(Record):
    card: LiveCard
    shown_at: datetime
    until: datetime


@dataclass(frozen=True)
class MemoryCards:
    world: World

    def _of(self, broadcast: int, account: AccountId) -> list[KeptCard]:
        return list(
            self.world.all(
                KeptCard,
                lambda it: (it.card.broadcast, it.card.account) == (broadcast, account),
            )
        )

    async def follow(self, card: LiveCard, *, at: datetime, until: datetime) -> None:
        for one in self._of(card.broadcast, card.account):
            self.world.change(one, gone_at=at)
        self.world.add(KeptCard, card=card, shown_at=at, until=until)

    async def followed(self, *, now: datetime, shown_before: datetime) -> Sequence[LiveCard]:
        found = self.world.all(KeptCard, lambda it: it.until > now and it.shown_at <= shown_before)
        return sorted((one.card for one in found), key=lambda it: (it.broadcast, it.account))

    async def pulses(self, broadcasts: Sequence[BroadcastId]) -> Mapping[BroadcastId, str]:
        ledger = MemoryBroadcastLedger(self.world)
        found = {}
        for number in broadcasts:
            kept = self.world.get(Kept, number)
            endings = Counter(one.ending for one in await ledger.tellings(number))
            given = [it.answer for it in self.world.all(Given) if it.answer.broadcast == number]
            latest = max((one.at for one in given), default=None)
            counted = sorted((str(ending), count) for ending, count in endings.items())
            said = (kept.state.value, len(kept.versions), counted, len(given), latest)
            found[number] = str(said)
        return found

    async def take(self, card: LiveCard, *, pulse: str, at: datetime) -> bool:
        for one in self._of(card.broadcast, card.account):
            if one.card == card:
                self.world.change(one, card=replace(card, shown=pulse), shown_at=at)
                return True
        return False

    async def forget(self, card: LiveCard) -> None:
        for one in self._of(card.broadcast, card.account):
            if one.card.message_id == card.message_id:
                self.world.change(one, gone_at=one.shown_at)
