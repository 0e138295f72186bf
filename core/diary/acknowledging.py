"""A family's answer to what it was shown: «Ознакомлен(а)» (F6, F11).

It lives in the diary and not in notices: to acknowledge is a family's deed, and a review has no
notice behind it. Notices stand above the diary and may ask who has answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final, Protocol

from core.access.gate import guardian_of
from core.access.people import Actor, Member, seen_by
from core.clock import Clock
from core.errors import AccessRefused, NotActivated
from core.ids import AcknowledgementId, PersonId, PupilId, SchoolId

_STAMP_BYTES: Final = 4


class Acknowledged(StrEnum):
    """What was acknowledged; `subject` is the id of such a record, of a review its day."""

    FORECAST = "forecast"
    WARNING = "warning"
    TRUANCY = "truancy"
    REVIEW = "review"


class Outcome(StrEnum):
    """What became of a tap on «Ознакомлен(а)»; `CHANGED`: it has changed since it was shown."""

    RECORDED = "recorded"
    AGAIN = "again"
    CHANGED = "changed"
    OVER = "over"


def stamp_of(shown: str) -> int:
    """Return a short digest for a button: it confirms nothing but what was shown with it."""
    return int.from_bytes(sha256(shown.encode()).digest()[:_STAMP_BYTES], "big")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a family is asked to answer: a record, and since when.

    A forecast that went anew is asked about anew: an answer given before `since` is none to it.
    """

    kind: Acknowledged
    subject: int
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One person's answer about one record of one pupil; `digest` is of what was shown."""

    school: SchoolId
    person: PersonId
    about: PupilId
    kind: Acknowledged
    subject: int
    at: datetime
    digest: str


def answers(given: Acknowledgement, since: datetime | None) -> bool:
    """Say whether an answer is one to what went at `since`, and not to what went before it."""
    return since is None or given.at >= since


class Acknowledgements(Protocol):
    """The answers of families: one of each person about each record of a pupil."""

    async def add(
        self, one: Acknowledgement, *, since: datetime | None = None
    ) -> AcknowledgementId | None:
        """Keep an answer; return None where the person had given it before, and keep that one.

        One that was given before `since` gives way to this one.
        """
        ...

    async def given(
        self, kind: Acknowledged, about: Sequence[PupilId], first: int, last: int
    ) -> Sequence[Acknowledgement]:
        """Return the answers about the pupils' records from `first` to `last`, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """A person of the family says that it has read what it was shown."""

    acknowledgements: Acknowledgements
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        about: PupilId,
        asked: Asked,
        *,
        shown: str,
        person: PersonId | None = None,
    ) -> AcknowledgementId | None:
        """Record the answer of `person`, or of the pupil's guardian behind the account.

        Return None where it was given since it was asked for: the first one stands. Raise
        AccessRefused for who is not that person, or is of the pupil's family no more.
        """
        member = must_answer(actor, about, person)
        return await self.acknowledgements.add(
            Acknowledgement(
                school=member.school,
                person=member.person,
                about=about,
                kind=asked.kind,
                subject=asked.subject,
                at=self.clock.now(),
                digest=sha256(shown.encode()).hexdigest(),
            ),
            since=asked.since,
        )


def must_answer(actor: Actor, about: PupilId, person: PersonId | None = None) -> Member:
    """Return as whom the actor answers of a pupil; raise AccessRefused for anybody else.

    Without a `person` only a guardian answers: what a pupil says is no answer of the parents.
    """
    if actor.is_stranger:
        raise NotActivated
    if person is None:
        found = guardian_of(actor, about)
    else:
        own = (member for member in actor.members if member.person == person)
        found = next(
            (one for one in own if any(child.pupil == about for child in seen_by(one))), None
        )
    if found is None:
        raise AccessRefused
    return found
