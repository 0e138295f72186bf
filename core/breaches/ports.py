"""Breaches on record, and what they void: what is kept of it and known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.access.people import Name
from core.breaches.deeds import Deed
from core.breaches.said import Voided
from core.breaches.undoing import Standing, Undone
from core.ids import BreachId, BroadcastId, PersonId, SchoolId, TicketId, TrainingId


@dataclass(frozen=True, slots=True)
class Suspect:
    """Whose account is meant."""

    person: PersonId
    school: SchoolId
    name: Name


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach on record: since when, how many ways in it ended, how many deeds are void (S4).

    `told_at` is when somebody of the administration ticked that head and support were told.
    """

    id: BreachId
    of: Suspect
    by: PersonId
    since: datetime
    at: datetime
    ended: int
    voided: int
    told_at: datetime | None = None


class BreachBook(Protocol):
    """Breaches on record, and what of the school's records they void."""

    async def suspect(self, person: PersonId) -> Suspect | None:
        """Return whose account is meant; None for nobody of the school's records."""
        ...

    async def in_turn(self, person: PersonId) -> None:
        """Wait until nobody else reports a breach of the person; holds until the turn's end."""
        ...

    async def companions(self, person: PersonId) -> Sequence[PersonId]:
        """Return who else of the school stands behind the person's account."""
        ...

    async def shut(self, person: PersonId, *, since: datetime, at: datetime) -> int:
        """End accounts, mailbox, calendar links and unused codes; return how many ended.

        An account ends for everybody who stands behind it, and with it each mailbox that became
        theirs since then, or was about to.
        """
        ...

    async def standing(self, deeds: Sequence[Deed]) -> Sequence[Standing]:
        """Return the records of the deeds as they stand now, for nobody else to change."""
        ...

    async def put_back(self, changes: Sequence[Undone], *, by: PersonId, at: datetime) -> None:
        """Let the records stand as before, in this order; histories grow, nothing is deleted."""
        ...

    async def unsay(
        self, person: PersonId, since: datetime, *, by: PersonId, at: datetime
    ) -> Sequence[Voided]:
        """Take back all that the person said, ticked, decided and gave out since then.

        What cannot be taken back is returned too, to be shown.
        """
        ...

    async def broadcasts_of(self, person: PersonId, since: datetime) -> Sequence[BroadcastId]:
        """Return the person's broadcasts since then that were not taken back."""
        ...

    async def corrected_by(self, person: PersonId, since: datetime) -> Mapping[BroadcastId, int]:
        """Return the broadcasts of before that say the person's words of since then.

        Each with the version that it had until then.
        """
        ...

    async def withdrawn_by(self, person: PersonId, since: datetime) -> Sequence[BroadcastId]:
        """Return the broadcasts of before, or of others, that the person took back since then."""
        ...

    async def bring_back(self, broadcast: BroadcastId, *, at: datetime) -> bool:
        """Let a broadcast stand again that was taken back; say whether it was this that did it."""
        ...

    async def trainings_of(self, person: PersonId, since: datetime) -> Sequence[TrainingId]:
        """Return the trainings that the person planned since then, and that stand."""
        ...

    async def tickets_closed_by(self, person: PersonId, since: datetime) -> Sequence[TicketId]:
        """Return the requests that the person closed or merged since then, and still are."""
        ...

    async def tickets_answered_by(self, person: PersonId, since: datetime) -> Sequence[TicketId]:
        """Return the requests to whose askers the person said something since then."""
        ...

    async def keep(self, breach: Breach, voided: Sequence[Voided]) -> BreachId:
        """Keep a breach with what is void by it."""
        ...

    async def of_school(self, school: SchoolId) -> Sequence[Breach]:
        """Return the breaches of a school, the latest first."""
        ...

    async def breaches(self, numbers: Sequence[int]) -> Sequence[Breach]:
        """Return breaches by their numbers, the latest first."""
        ...

    async def schools_untold(self) -> Sequence[SchoolId]:
        """Return the schools where there is something of which `untold` tells."""
        ...

    async def untold(self, school: SchoolId) -> Sequence[Breach]:
        """Return those of a school of which nobody said that head and support were told."""
        ...

    async def tick_told(self, breach: BreachId, *, by: PersonId, at: datetime) -> bool:
        """Keep that head and support were told; say whether it was this that did it."""
        ...

    async def voided(self, breach: BreachId) -> Sequence[Voided]:
        """Return what is void by a breach, in its order."""
        ...
