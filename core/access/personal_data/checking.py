"""A person looks at the own data, says that all is right, or what is wrong (W2, C4.3.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from core.access.gate import must_be
from core.access.people import Actor, Member
from core.access.personal_data.data import (
    DataAsKept,
    DataField,
    PersonalData,
    is_kept,
    may_answer,
    the_words,
)
from core.access.personal_data.records import (
    Correction,
    DataAnswer,
    DataCheck,
    DataChecks,
    DataCorrections,
    Said,
)
from core.clock import Clock
from core.errors import AccessRefused, NotFound, RuleBroken
from core.ids import PersonId
from core.regulation.ports import Regulations

MOST_WAITING: Final = 10
"""So many corrections of a person may wait; who has more to say comes to the school."""


class TooManyCorrections(RuleBroken):
    """Enough of the person waits already."""

    code = "data-too-many"


@dataclass(frozen=True, slots=True)
class MyData:
    """What the school has of a person, as the person itself sees it this month."""

    member: Member
    data: PersonalData
    month: date
    check: DataCheck | None
    waiting: tuple[Correction, ...]
    is_asked: bool

    @property
    def is_confirmed(self) -> bool:
        """Say whether the person itself said this month that all is right."""
        check = self.check
        return check is not None and check.answer is DataAnswer.RIGHT and check.in_person is None


def month_of(day: date) -> date:
    """Return the month of a day, as its first day."""
    return day.replace(day=1)


def beginning_of(month: date, zone: ZoneInfo) -> datetime:
    """Return the instant at which a month begins at the school."""
    return datetime.combine(month, time(), zone)


@dataclass(frozen=True, slots=True)
class ReadMyData:
    """Somebody of a family opens what the school keeps of the own person and the children."""

    checks: DataChecks
    corrections: DataCorrections
    regulations: Regulations
    clock: Clock

    async def __call__(self, actor: Actor, person: PersonId) -> MyData:
        """Return it; raise AccessRefused for anybody else's, and for who is of no family."""
        member = must_be(actor, person)
        zone = ZoneInfo(member.zone)
        day = self.clock.now().astimezone(zone).date()
        month = month_of(day)
        data = (await self.checks.data([person], day)).get(person)
        if data is None or not (data.children or data.class_title):
            raise AccessRefused
        rule = (await self.regulations.of(member.school)).personal_data
        check = (await self.checks.of_month([person], month)).get(person)
        said = await self.corrections.of_persons([person], beginning_of(month, zone))
        asked = may_answer(data, member.roles, rule.pupils_from_grade)
        return MyData(member, data, month, check, _open(said), asked)

    async def asked(self, actor: Actor, person: PersonId) -> MyData:
        """Return it to who answers for it; raise AccessRefused for a pupil who is too young."""
        view = await self(actor, person)
        if not view.is_asked:
            raise AccessRefused
        return view


@dataclass(frozen=True, slots=True)
class ConfirmMyData:
    """The person says that all is right."""

    read: ReadMyData

    async def __call__(self, actor: Actor, person: PersonId) -> MyData:
        """Keep it and return how things stand; what waits to be corrected is not yet right."""
        view = await self.read.asked(actor, person)
        if view.waiting or view.is_confirmed:
            return view
        now = self.read.clock.now()
        school, right = view.member.school, DataAnswer.RIGHT
        await self.read.checks.answer(school, person, view.month, right, at=now)
        return await self.read(actor, person)


@dataclass(frozen=True, slots=True)
class AskWhatIsRight:
    """The person is about to say what is right of a field."""

    read: ReadMyData

    async def __call__(
        self, actor: Actor, person: PersonId, field: DataField, about: PersonId
    ) -> MyData:
        """Return how things stand; raise NotFound for a child that is not the person's."""
        view = await self.read.asked(actor, person)
        known = view.data.child(about) is not None if field is DataField.CHILD else about == person
        if not known:
            raise NotFound
        return view


@dataclass(frozen=True, slots=True)
class SayWhatIsRight:
    """The person says what is right, in words; the administrator enters it (D6.2).

    The person's record stays as it is: an import owns it, and never this program.
    """

    ask: AskWhatIsRight

    async def __call__(
        self, actor: Actor, person: PersonId, field: DataField, about: PersonId, text: str
    ) -> MyData:
        """Keep the words and return how things stand; raise DataWordsWrong for what is none."""
        view = await self.ask(actor, person, field, about)
        words, read = the_words(field, text), self.ask.read
        if is_kept(field, words, view.data, about):
            raise DataAsKept
        if len(view.waiting) >= MOST_WAITING:
            raise TooManyCorrections
        now, school = read.clock.now(), view.member.school
        await read.corrections.say(Said(school, person, about, field, words), at=now)
        await read.checks.answer(school, person, view.month, DataAnswer.WRONG, at=now)
        return await read(actor, person)


def _open(said: Sequence[Correction]) -> tuple[Correction, ...]:
    return tuple(one for one in said if one.is_open)
