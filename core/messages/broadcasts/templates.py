"""Templates: what was sent once can be sent again, by its author or by the whole school."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol

from core.access.gate import must_administer
from core.access.people import Actor, Role
from core.clock import Clock
from core.errors import AccessRefused, NotActivated, NotFound
from core.ids import BroadcastId, PersonId, SchoolId, TemplateId
from core.messages.broadcasts.broadcast import Ask
from core.messages.broadcasts.gate import OpenBroadcast
from core.messages.content import Content

_TITLE: Final = 40
STAFF: Final = frozenset(
    {Role.TEACHER, Role.HEAD, Role.DEPUTY_HEAD, Role.ADMINISTRATOR, Role.SECRETARY}
)


@dataclass(frozen=True, slots=True)
class Template:
    """What is said and asked, without a day; `owner` is None for the school's own."""

    id: TemplateId
    school: SchoolId
    owner: PersonId | None
    title: str
    content: Content
    ask: Ask | None = None


class Templates(Protocol):
    """The templates of persons and schools."""

    async def add(self, new: Template, *, by: PersonId, at: datetime) -> TemplateId:
        """Keep a template; its number is given here."""
        ...

    async def of(self, school: SchoolId, person: PersonId) -> Sequence[Template]:
        """Return a person's own templates and the school's, the latest first."""
        ...

    async def drop(self, template: TemplateId, *, at: datetime) -> None:
        """Take a template away."""
        ...


@dataclass(frozen=True, slots=True)
class ReadTemplates:
    """A sender looks for a template."""

    templates: Templates

    async def __call__(self, actor: Actor) -> Sequence[Template]:
        """Return what the person may use: own ones and those of the school."""
        if actor.is_stranger:
            raise NotActivated
        staff = [one for one in actor.members if one.leads or not one.roles.isdisjoint(STAFF)]
        if not staff:
            raise AccessRefused
        return [it for one in staff for it in await self.templates.of(one.school, one.person)]

    async def one(self, actor: Actor, template: TemplateId) -> Template:
        """Return one of them; raise NotFound for anybody else's."""
        found = next((it for it in await self(actor) if it.id == template), None)
        if found is None:
            raise NotFound
        return found


@dataclass(frozen=True, slots=True)
class SaveTemplate:
    """Makes a template of what was sent; the administration may make one for the school."""

    open: OpenBroadcast
    templates: Templates
    clock: Clock

    async def __call__(self, actor: Actor, number: BroadcastId, *, shared: bool) -> str:
        """Keep it and return its title."""
        member, one = await self.open(actor, number)
        if shared:
            must_administer(actor, one.school)
        content = one.plan.content
        ask = replace(one.plan.ask, by=None) if one.plan.ask else None
        owner = None if shared else member.person
        title = title_of(content)
        new = Template(TemplateId(0), one.school, owner, title, content, ask)
        await self.templates.add(new, by=member.person, at=self.clock.now())
        return title


@dataclass(frozen=True, slots=True)
class DropTemplate:
    """Takes away an own template, or as the administration one of the school's."""

    read: ReadTemplates
    clock: Clock

    async def __call__(self, actor: Actor, template: TemplateId) -> None:
        """Take it away; what was sent from it stays."""
        found = await self.read.one(actor, template)
        if found.owner is None:
            must_administer(actor, found.school)
        await self.read.templates.drop(template, at=self.clock.now())


def title_of(content: Content) -> str:
    """Return how something is called in a list: its first line, or the name of its first file."""
    first = next((one.strip() for one in content.text.text.splitlines() if one.strip()), "")
    named = first or next((one.name for one in content.files if one.name), "")
    return named if len(named) <= _TITLE else f"{named[: _TITLE - 1].rstrip()}…"
