"""The class teacher decides on excuses, and confirms them by documents (J4, E5)."""

from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from core.access.directory import Directory
from core.access.gate import Overseen, closed_to, decides_for, must_oversee
from core.access.people import Actor, Child, Member
from core.clock import today
from core.diary.excuses.facts import ExcuseDecided
from core.diary.excuses.limits import AlreadyDecided, can_fall, fallen, falls_from, the_word
from core.diary.excuses.ports import ExcuseBook
from core.diary.excuses.rules import OPEN, Decision, Excuse, ExcuseState, excused
from core.diary.reading import Reader
from core.errors import AccessRefused
from core.facts import Facts, Origin
from core.ids import ClassId, ExcuseId
from core.journal.lesson_records import ReviseAbsence


@dataclass(frozen=True, slots=True)
class Claimed:
    """An excuse of a pupil, as who answers for the class sees it.

    `may_decide`: who looks is the class teacher, or stands in while none has come in.
    """

    child: Child
    excuse: Excuse
    of: Overseen
    today: date
    may_decide: bool

    @property
    def may_accept(self) -> bool:
        """Say whether who looks may accept now."""
        return self.may_decide and self.excuse.state is ExcuseState.WAITING

    @property
    def may_decline(self) -> bool:
        """Say whether who looks may decline now, also what was accepted."""
        return self.may_decide and can_fall(self.excuse, self.today)

    @property
    def may_confirm(self) -> bool:
        """Say whether who looks may confirm by a document now."""
        return self.may_decide and self.excuse.state in OPEN


@dataclass(frozen=True, slots=True)
class ClassClaims:
    """What a class teacher has to decide, and whose documents are awaited."""

    of: Overseen
    claims: tuple[Claimed, ...]


@dataclass(frozen=True, slots=True)
class ClassTeacher:
    """What every decision needs: the diary, the excuses, and who hears of it."""

    reader: Reader
    book: ExcuseBook
    directory: Directory
    facts: Facts

    async def look(self, actor: Actor, excuse: ExcuseId) -> Claimed:
        """Return the excuse; raise AccessRefused for who does not answer for the class."""
        found, book = await self.book.excuse(excuse), self.reader.book
        class_id = await book.class_of(found.claim.pupil) if found else None
        child = await book.child(found.claim.pupil) if found else None
        if found is None or class_id is None or child is None:
            # Whether there is such an excuse is nobody else's business.
            raise AccessRefused
        of = await must_oversee(actor, class_id, self.directory)
        may_decide = await decides_for(of, self.directory)
        return Claimed(child, found, of, self.date_at(of), may_decide)

    def date_at(self, of: Overseen) -> date:
        """Return the date of the school."""
        return today(self.reader.clock, ZoneInfo(of.member.zone))

    async def open(self, actor: Actor, excuse: ExcuseId) -> tuple[Member, Claimed]:
        """Return who decides and the excuse; raise AccessRefused for anybody else."""
        claimed = await self.look(actor, excuse)
        if not claimed.may_decide:
            raise closed_to(actor)
        return claimed.of.member, claimed

    async def decide(self, member: Member, claimed: Claimed, decision: Decision) -> Claimed:
        """Keep a decision and let the family hear; raise AlreadyDecided for a second one."""
        excuse, now = claimed.excuse, self.reader.clock.now()
        by, state, word = member.person, decision.state, decision.word
        if not await self.book.decide(excuse.id, decision, by=by, at=now):
            raise AlreadyDecided
        told = ExcuseDecided(
            excuse.school,
            now,
            Origin(by),
            excuse.id,
            excuse.claim.pupil,
            excuse.guardian,
            excuse.state,
            state,
        )
        await self.facts.record([told])
        if state is ExcuseState.CONFIRMED:
            return replace(claimed, excuse=replace(excuse, state=state, document=word))
        return replace(claimed, excuse=fallen(excuse, decision.since, state, word))


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """Open one excuse."""

    teacher: ClassTeacher

    async def __call__(self, actor: Actor, excuse: ExcuseId) -> Claimed:
        """Return the excuse as it is now."""
        return await self.teacher.look(actor, excuse)


@dataclass(frozen=True, slots=True)
class ReadClaims:
    """Open what a class teacher has to do about absences of the class."""

    teacher: ClassTeacher

    async def __call__(self, actor: Actor, class_id: ClassId) -> ClassClaims:
        """Return what is to be decided first, then whose document is awaited, by days."""
        directory = self.teacher.directory
        of = await must_oversee(actor, class_id, directory)
        children = {one.pupil: one for one in await directory.pupils_of(class_id)}
        found = await self.teacher.book.open_of(sorted(children))
        listed = sorted(found, key=lambda one: one.state is not ExcuseState.WAITING)
        day = self.teacher.date_at(of)
        may_decide = await decides_for(of, directory)
        claims = [Claimed(children[one.claim.pupil], one, of, day, may_decide) for one in listed]
        return ClassClaims(of, tuple(claims))


@dataclass(frozen=True, slots=True)
class AcceptExcuse:
    """The class teacher takes the family's word for now; the document is still to come."""

    teacher: ClassTeacher

    async def __call__(self, actor: Actor, excuse: ExcuseId, *, word: str = "") -> Claimed:
        """Accept, with a word that who claimed reads, if there is one to say.

        Raise AlreadyDecided for one that waits no more, TextWrong for a word that is too long.
        """
        member, claimed = await self.teacher.open(actor, excuse)
        accepted = Decision(ExcuseState.ACCEPTED, word=the_word(word, needed=False))
        return await self.teacher.decide(member, claimed, accepted)


@dataclass(frozen=True, slots=True)
class DeclineExcuse:
    """The class teacher does not take the reason, or takes it no more, and says why."""

    teacher: ClassTeacher

    async def __call__(self, actor: Actor, excuse: ExcuseId, *, word: str) -> Claimed:
        """Decline; who claimed hears, and the family of an absence that alarms now.

        An accepted one falls from today on. Raise TextWrong without a word, DaysOver where
        nothing of it is left to decline, AlreadyDecided for any other.
        """
        member, claimed = await self.teacher.open(actor, excuse)
        word, since = the_word(word, needed=True), falls_from(claimed.excuse, claimed.today)
        among = frozenset({claimed.excuse.state})
        declined = Decision(ExcuseState.DECLINED, among, word, since)
        return await self.teacher.decide(member, claimed, declined)


@dataclass(frozen=True, slots=True)
class ConfirmExcuse:
    """The class teacher has seen the document: the journal's absences have their reason (J4)."""

    teacher: ClassTeacher
    revise: ReviseAbsence

    async def __call__(self, actor: Actor, excuse: ExcuseId, *, document: str) -> Claimed:
        """Confirm by a kind of document; what is recorded later is recorded as confirmed."""
        member, claimed = await self.teacher.open(actor, excuse)
        kind = the_word(document, needed=True)
        proved = Decision(ExcuseState.CONFIRMED, OPEN, kind)
        confirmed = await self.teacher.decide(member, claimed, proved)
        await self._into_the_journal(actor, confirmed.excuse)
        return confirmed

    async def _into_the_journal(self, actor: Actor, excuse: Excuse) -> None:
        pupil, days = excuse.claim.pupil, excuse.claim.days
        for one in await self.teacher.book.missed(pupil, days[0], days[-1]):
            code, reason = excused(one.code, one.reason, excuse)
            if excuse.covers(one.day, one.number) and (code, reason) != (one.code, one.reason):
                await self.revise(
                    actor,
                    one.lesson,
                    pupil=pupil,
                    code=code,
                    reason=reason,
                    document=excuse.document,
                )
