"""What guardians agreed to, refused and took back: with the version and the day (F15, S5)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from core.access.gate import ClassLists, Overseen, SchoolClasses, must_be, must_oversee
from core.access.people import Actor, Channel, Child, Member, Name
from core.clock import Clock, today
from core.errors import AccessRefused
from core.ids import ClassId, PersonId, PupilId, SchoolId


class Subject(StrEnum):
    """What is agreed to: to be told electronically at all, by each way, or on paper instead."""

    ELECTRONIC = "electronic"
    TELEGRAM = "telegram"
    EMAIL = "email"
    PAPER = "paper"


ASKED: Final = (Subject.ELECTRONIC, Subject.TELEGRAM, Subject.EMAIL)
"""What a guardian decides in the chat; paper comes to who is told in no other way (F10)."""


class Said(StrEnum):
    """How a guardian answered, in words or in writing."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


VERSION: Final = "1"
"""Of the words that a guardian agrees to in the chat; new words get a new one."""


def open_ways(said: Mapping[str, str], *, chat: str | None, mailbox: bool) -> frozenset[Channel]:
    """Return by which ways somebody may be told of a pupil, of those that there are (A1.5, E4.5).

    Who came in by a code and said nothing has not refused, also letters to a mailbox that was
    proven in the chat. Letters alone need the word that was given to the school in writing.
    """
    if said.get(Subject.ELECTRONIC, Said.GIVEN) != Said.GIVEN:
        return frozenset()
    found = set[Channel]()
    if chat is not None and said.get(chat, Said.GIVEN) == Said.GIVEN:
        found.add(Channel(chat))
    unsaid = Said.GIVEN if found else Said.REFUSED
    if mailbox and said.get(Subject.EMAIL, unsaid) == Said.GIVEN:
        found.add(Channel.EMAIL)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer of a guardian for a pupil; the latest one counts, and none is ever lost.

    `document` is the version of the words, or the day of an application on paper.
    """

    guardian: PersonId
    pupil: PupilId
    subject: Subject
    said: Said
    day: date
    document: str


@dataclass(frozen=True, slots=True)
class Represented:
    """A guardian of a pupil of a class."""

    guardian: PersonId
    name: Name
    pupil: Child


class ConsentBook(Protocol):
    """Consents, as they are on record."""

    async def latest(self, pupils: Sequence[PupilId]) -> Sequence[Consent]:
        """Return the answer that counts of each guardian, pupil and subject."""
        ...

    async def guardians(self, pupils: Sequence[Child]) -> Sequence[Represented]:
        """Return the guardians of pupils, in the order of the school's files."""
        ...

    async def add(self, consent: Consent, school: SchoolId, by: PersonId, at: datetime) -> None:
        """Keep an answer, with who recorded it."""
        ...


class ClassList(SchoolClasses, Protocol):
    """Classes and who is in them."""

    async def pupils_of(self, class_id: ClassId) -> list[Child]:
        """Return the pupils of a class now, by family name."""
        ...


@dataclass(frozen=True, slots=True)
class OwnConsents:
    """What a guardian answered for a child."""

    member: Member
    child: Child
    answers: Mapping[Subject, Consent]

    def stands(self, subject: Subject) -> bool:
        """Say whether the child's news may come so: who said nothing has not refused.

        Letters in place of a chat that was closed need a word of their own (`open_ways`).
        """
        found = self.answers.get(subject)
        if found is None:
            return subject is not Subject.EMAIL or self.stands(Subject.TELEGRAM)
        return found.said is Said.GIVEN


@dataclass(frozen=True, slots=True)
class ReadConsents:
    """Open what a guardian answered for a child."""

    book: ConsentBook

    async def __call__(self, actor: Actor, person: PersonId, pupil: PupilId) -> OwnConsents:
        """Return the answers; raise AccessRefused for who does not represent the child."""
        member = must_be(actor, person)
        child = next((one for one in member.children if one.pupil == pupil), None)
        if child is None:
            raise AccessRefused
        found = await self.book.latest([pupil])
        own = {one.subject: one for one in found if one.guardian == person}
        return OwnConsents(member, child, own)


@dataclass(frozen=True, slots=True)
class SayConsent:
    """A guardian agrees, or takes the agreement back; from then on nothing is sent (S5)."""

    read: ReadConsents
    book: ConsentBook
    clock: Clock

    async def __call__(
        self, actor: Actor, person: PersonId, pupil: PupilId, subject: Subject, *, given: bool
    ) -> OwnConsents:
        """Record the answer with the version of the words; one that stands already is kept."""
        view = await self.read(actor, person, pupil)
        now = view.answers.get(subject)
        said = Said.GIVEN if given else Said.WITHDRAWN
        if subject not in ASKED or (now is not None and now.said is said):
            return view
        day = today(self.clock, ZoneInfo(view.member.zone))
        consent = Consent(person, pupil, subject, said, day, VERSION)
        await self.book.add(consent, view.member.school, person, self.clock.now())
        return await self.read(actor, person, pupil)


@dataclass(frozen=True, slots=True)
class FamilyConsent:
    """A guardian of a class with what was answered to each way of being told."""

    represented: Represented
    answers: Mapping[Subject, Consent]

    @property
    def answer(self) -> Consent | None:
        """Return the answer to being told electronically at all, if there is one."""
        return self.answers.get(Subject.ELECTRONIC)

    @property
    def ways_closed(self) -> tuple[Subject, ...]:
        """Return the ways that the guardian closed, of a family that is told electronically."""
        if self.is_on_paper:
            return ()
        ways = (Subject.TELEGRAM, Subject.EMAIL)
        return tuple(
            one for one in ways if one in self.answers and self.answers[one].said is not Said.GIVEN
        )

    @property
    def asks_for_paper(self) -> bool:
        """Say whether an application for paper stands, whatever else the family reads (F10)."""
        asked = self.answers.get(Subject.PAPER)
        return asked is not None and asked.said is Said.GIVEN

    @property
    def is_on_paper(self) -> bool:
        """Say whether the family is told on paper alone (F10)."""
        return self.answer is not None and self.answer.said is not Said.GIVEN


@dataclass(frozen=True, slots=True)
class ClassConsents:
    """The families of a class with what they answered (F15)."""

    of: Overseen
    families: tuple[FamilyConsent, ...]

    def one(self, guardian: PersonId, pupil: PupilId) -> FamilyConsent:
        """Return one family; raise AccessRefused for one of another class."""
        for found in self.families:
            who = found.represented
            if (who.guardian, who.pupil.pupil) == (guardian, pupil):
                return found
        raise AccessRefused


@dataclass(frozen=True, slots=True)
class ReadClassConsents:
    """Open which families of a class agreed, refused, or have not been asked."""

    book: ConsentBook
    classes: ClassList

    async def __call__(self, actor: Actor, class_id: ClassId) -> ClassConsents:
        """Return the class; raise AccessRefused for who neither leads it nor is administration."""
        of = await must_oversee(actor, class_id, self.classes)
        pupils = await self.classes.pupils_of(class_id)
        answers = defaultdict[tuple[PersonId, PupilId], dict[Subject, Consent]](dict)
        for said in await self.book.latest([child.pupil for child in pupils]):
            answers[said.guardian, said.pupil][said.subject] = said
        families = [
            FamilyConsent(one, answers.get((one.guardian, one.pupil.pupil), {}))
            for one in await self.book.guardians(pupils)
        ]
        return ClassConsents(of, tuple(families))


@dataclass(frozen=True, slots=True)
class ReadFamilyConsent:
    """Open what one family of a class answered."""

    read: ReadClassConsents
    lists: ClassLists

    async def __call__(
        self, actor: Actor, guardian: PersonId, pupil: PupilId
    ) -> tuple[Overseen, FamilyConsent]:
        """Return the family; raise AccessRefused for who does not answer for the pupil's class."""
        class_id = await self.lists.class_of(pupil)
        if class_id is None:
            raise AccessRefused
        found = await self.read(actor, class_id)
        return found.of, found.one(guardian, pupil)
