"""A class teacher, or who teaches the pupil a subject, remarks something; families hear (F16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.access.gate import ClassLists, closed_to
from core.access.people import Actor, Member, Name
from core.clock import Clock, today
from core.errors import AccessRefused, NotActivated, NotFound
from core.facts import Facts, Origin
from core.ids import PupilId, RemarkId
from core.journal.remarks.ports import Remarks
from core.journal.remarks.remark import (
    FormerWords,
    Remark,
    RemarkChanged,
    RemarkKind,
    remark_words,
)
from core.journal.school_facts import RemarkMade, RemarkReworded, RemarkTakenBack

_LISTED: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class RemarkAuthors:
    """Knows who may remark something about a pupil, and who may take it back."""

    remarks: Remarks
    lists: ClassLists
    clock: Clock

    async def leads(self, actor: Actor, pupil: PupilId) -> Member | None:
        """Return as whom the actor leads the class that the pupil is in now, if at all."""
        leaders = [one for one in actor.members if one.leads]
        class_id = await self.lists.class_of(pupil) if leaders else None
        return next((one for one in leaders if any(it.id == class_id for it in one.leads)), None)

    async def author(self, actor: Actor, pupil: PupilId) -> Member | None:
        """Return as whom the actor may remark something: as class teacher, or as a teacher."""
        leader = await self.leads(actor, pupil)
        if leader is not None:
            return leader
        for member in actor.members:
            day = today(self.clock, ZoneInfo(member.zone))
            if await self.remarks.teaches(member.person, pupil, day):
                return member
        return None

    async def must_be_author(self, actor: Actor, pupil: PupilId) -> Member:
        """Return as whom the actor may remark something; raise AccessRefused for anybody else."""
        member = await self.author(actor, pupil)
        if member is None:
            raise closed_to(actor)
        return member


@dataclass(frozen=True, slots=True)
class BeginRemark:
    """Somebody who teaches the pupil wants to remark something."""

    authors: RemarkAuthors

    async def __call__(self, actor: Actor, pupil: PupilId) -> Name:
        """Return the pupil's name, so that nobody is mistaken for another."""
        await self.authors.must_be_author(actor, pupil)
        name = await self.authors.remarks.named(pupil)
        if name is None:
            raise NotFound
        return name


@dataclass(frozen=True, slots=True)
class MakeRemark:
    """A teacher remarks something about a pupil; the family and the pupil hear."""

    authors: RemarkAuthors
    facts: Facts

    async def __call__(
        self, actor: Actor, pupil: PupilId, kind: RemarkKind, words: str
    ) -> RemarkId:
        """Keep and tell it; raise RemarkEmpty or RemarkTooLong for what nobody would read."""
        member = await self.authors.must_be_author(actor, pupil)
        text, now = remark_words(words), self.authors.clock.now()
        number = await self.authors.remarks.add(
            member.school,
            pupil,
            kind,
            text,
            day=now.astimezone(ZoneInfo(member.zone)).date(),
            by=member.person,
            at=now,
        )
        fact = RemarkMade(member.school, now, Origin(member.person), number, pupil)
        await self.facts.record([fact])
        return number


@dataclass(frozen=True, slots=True)
class OpenedRemark:
    """A remark as who answers for it sees it; only its author finds other words for it.

    `leads`: who looks leads the pupil's class now, and may open all that was said of the pupil.
    """

    remark: Remark
    member: Member
    is_author: bool
    leads: bool
    history: tuple[FormerWords, ...]


@dataclass(frozen=True, slots=True)
class OpenRemark:
    """The author of a remark, or who leads the pupil's class now, opens it."""

    authors: RemarkAuthors

    async def __call__(self, actor: Actor, remark: RemarkId) -> OpenedRemark:
        """Return it with its history; raise AccessRefused for anybody else."""
        found = await self.authors.remarks.one(remark)
        # Who works here no more is the author of nothing that could still be changed.
        working = (one for one in actor.members if one.works_here)
        own = [one for one in working if found and one.person == found.by]
        leader = await self.authors.leads(actor, found.pupil) if found else None
        member = own[0] if own else leader
        if found is None or member is None:
            # Whether there is such a remark is nobody else's business.
            raise closed_to(actor)
        history = await self.authors.remarks.history(remark)
        return OpenedRemark(found, member, bool(own), leader is not None, tuple(history))

    async def own(self, actor: Actor, remark: RemarkId) -> OpenedRemark:
        """Return it to its author; nobody puts words into another's mouth."""
        opened = await self(actor, remark)
        if not opened.is_author:
            raise AccessRefused
        return opened


@dataclass(frozen=True, slots=True)
class RewordRemark:
    """The author corrects a remark; what stood there stays on record."""

    open: OpenRemark
    facts: Facts

    async def __call__(self, actor: Actor, remark: RemarkId, words: str) -> None:
        """Keep other words; the same again change nothing. Raise RemarkChanged for a clash."""
        opened = await self.open.own(actor, remark)
        authors, found, by = self.open.authors, opened.remark, opened.member.person
        text, now = remark_words(words), authors.clock.now()
        if text == found.text:
            return
        if not await authors.remarks.reword(remark, found.text, text, by=by, at=now):
            raise RemarkChanged
        await self.facts.record(
            [RemarkReworded(found.school, now, Origin(by), remark, found.pupil)]
        )


@dataclass(frozen=True, slots=True)
class TakeBackRemark:
    """The author, or the class teacher, takes a remark back; it stays on record."""

    open: OpenRemark
    facts: Facts

    async def __call__(self, actor: Actor, remark: RemarkId) -> PupilId:
        """Take it back and return whom it was about; raise RemarkChanged for a clash."""
        opened = await self.open(actor, remark)
        authors, found, by = self.open.authors, opened.remark, opened.member.person
        now = authors.clock.now()
        if not await authors.remarks.take_back(remark, found.text, by=by, at=now):
            raise RemarkChanged
        await self.facts.record(
            [RemarkTakenBack(found.school, now, Origin(by), remark, found.pupil)]
        )
        return found.pupil


@dataclass(frozen=True, slots=True)
class ReadMyRemarks:
    """A teacher looks at the own remarks of a year."""

    remarks: Remarks
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[Remark]:
        """Return them, the latest first."""
        if actor.is_stranger:
            raise NotActivated
        found: list[Remark] = []
        for member in actor.members:
            since = today(self.clock, ZoneInfo(member.zone)) - _LISTED
            found += await self.remarks.made_by(member.person, since)
        return found
