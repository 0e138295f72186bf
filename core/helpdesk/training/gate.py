"""Who plans trainings, and who opens which: the button is trusted with nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.access.gate import must_be, who_may
from core.access.people import ADMINISTRATION, Actor, Member, Role, seen_by
from core.errors import AccessRefused, NotFound
from core.helpdesk.training.ports import Trainings
from core.helpdesk.training.training import Guest, Invited, Training
from core.ids import PersonId, SchoolId, TrainingId

PLANNERS: Final = ADMINISTRATION | {Role.CONSULTANT}
"""Who may plan a training: the administration, and who helps others."""


def plans(member: Member) -> bool:
    """Say whether a person may plan trainings."""
    return not member.roles.isdisjoint(PLANNERS)


def must_plan(actor: Actor, school: SchoolId) -> Member:
    """Return as whom the actor plans a school's trainings; refuse anybody else."""
    return who_may(actor, lambda member: member.school == school and plans(member))


@dataclass(frozen=True, slots=True)
class OpenedTraining:
    """A training as who holds it, or the administration, has it."""

    member: Member
    training: Training
    invited: Sequence[Invited]


@dataclass(frozen=True, slots=True)
class OpenTraining:
    """Opens a training to who holds it and to the administration of its school."""

    trainings: Trainings

    async def __call__(self, actor: Actor, number: TrainingId) -> OpenedTraining:
        """Return it with who is invited; raise AccessRefused for anybody else's."""
        found = (await self.trainings.trainings([number])).get(number)
        if found is None:
            raise NotFound
        member = must_plan(actor, found.school)
        if member.person != found.by and not member.is_administration:
            raise AccessRefused
        return OpenedTraining(member, found, (await self.trainings.invited([number]))[number])


@dataclass(frozen=True, slots=True)
class Invitation:
    """A training as one of the invited has it, with the own reply."""

    member: Member
    training: Training
    own: Invited


def still_invited(member: Member, guest: Guest) -> bool:
    """Say whether a person is still what made it a guest: of the staff, or of a pupil's family."""
    if guest.person != member.person:
        return False
    if guest.pupil is None:
        return member.works_here
    return any(child.pupil == guest.pupil for child in seen_by(member))


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """Opens a training to who is invited to it, and is still what one was invited as."""

    trainings: Trainings

    async def __call__(self, actor: Actor, number: TrainingId, person: PersonId) -> Invitation:
        """Return it; raise AccessRefused for who is not invited (any more), or somebody else."""
        member = must_be(actor, person)
        found = (await self.trainings.trainings([number])).get(number)
        if found is None:
            raise NotFound
        invited = (await self.trainings.invited([number]))[number]
        own = next((one for one in invited if still_invited(member, one.guest)), None)
        if own is None:
            raise AccessRefused
        return Invitation(member, found, own)
