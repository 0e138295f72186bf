"""A calendar subscribed to by a link: the link is a secret, and opens what its owner may see now.

Whoever knows it reads without a code, so it is long, kept hashed, renewed and cut at will, and
passes the gate again at each reading: a right that was withdrawn stops it at once.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from core.access.directory import Directory
from core.access.gate import ClassLists, must_see_pupil
from core.access.people import Account, Actor
from core.clock import Clock
from core.diary.papers.agenda import Agenda, ReadAgenda
from core.errors import AccessRefused, NotFound
from core.ids import AccountId, PupilId, SchoolId

_BYTES: Final = 32
_PURPOSE: Final = b"agenda-link:"


@dataclass(frozen=True, slots=True)
class LinkOwner:
    """Who made a link, and whose calendar it opens."""

    account: AccountId
    pupil: PupilId


class AgendaLinks(Protocol):
    """The links by their digest; an account has one for each pupil at a time."""

    async def put_link(
        self, digest: str, owner: LinkOwner, *, school: SchoolId, at: datetime
    ) -> None:
        """Keep a new link; the one before it opens nothing any more."""
        ...

    async def cut_link(self, owner: LinkOwner, *, at: datetime) -> None:
        """Let the owner's link open nothing any more."""
        ...

    async def linked_since(self, owner: LinkOwner) -> datetime | None:
        """Return when the owner's link was made, or None where there is none."""
        ...

    async def link_owner(self, digest: str) -> LinkOwner | None:
        """Return whose link this is, or None for one that was cut, renewed or never made."""
        ...


def link_digest(secret: str, pepper: bytes) -> str:
    """Return what is kept of a link."""
    return hmac.new(pepper, _PURPOSE + secret.encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class RenewAgendaLink:
    """Give a person a link to a pupil's calendar; an earlier one stops working."""

    links: AgendaLinks
    lists: ClassLists
    clock: Clock
    pepper: bytes

    async def __call__(self, actor: Actor, pupil: PupilId) -> str:
        """Return the secret of 256 bits; nobody can read it again later."""
        member = await must_see_pupil(actor, pupil, self.lists)
        secret = secrets.token_urlsafe(_BYTES)
        await self.links.put_link(
            link_digest(secret, self.pepper),
            LinkOwner(actor.account.id, pupil),
            school=member.school,
            at=self.clock.now(),
        )
        return secret


@dataclass(frozen=True, slots=True)
class CutAgendaLink:
    """Let the person's link to a pupil's calendar stop."""

    links: AgendaLinks
    lists: ClassLists
    clock: Clock

    async def __call__(self, actor: Actor, pupil: PupilId) -> None:
        """Cut it; where there is none, nothing happens."""
        await must_see_pupil(actor, pupil, self.lists)
        await self.links.cut_link(LinkOwner(actor.account.id, pupil), at=self.clock.now())


@dataclass(frozen=True, slots=True)
class LookAtAgendaLink:
    """Say whether the person has a link to a pupil's calendar."""

    links: AgendaLinks
    lists: ClassLists

    async def __call__(self, actor: Actor, pupil: PupilId) -> datetime | None:
        """Return since when."""
        await must_see_pupil(actor, pupil, self.lists)
        return await self.links.linked_since(LinkOwner(actor.account.id, pupil))


@dataclass(frozen=True, slots=True)
class FollowAgendaLink:
    """Read a calendar by its link alone."""

    links: AgendaLinks
    directory: Directory
    read_agenda: ReadAgenda
    pepper: bytes

    async def __call__(self, secret: str) -> tuple[Agenda, Account] | None:
        """Return the agenda and who asked for it; None where the link opens nothing (any more)."""
        owner = await self.links.link_owner(link_digest(secret, self.pepper))
        account = await self.directory.account(owner.account) if owner else None
        if owner is None or account is None:
            return None
        actor = await self.directory.recognise(account.address, language=account.language)
        try:
            return await self.read_agenda(actor, owner.pupil), account
        except (AccessRefused, NotFound):
            return None
