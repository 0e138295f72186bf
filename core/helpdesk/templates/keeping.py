"""Consultants keep templates of their own; the administration keeps the school's."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from core.access.gate import closed_to
from core.access.people import Actor, Member, Role
from core.clock import Clock
from core.errors import AccessRefused, NotActivated, NotFound
from core.helpdesk.templates.ports import AnswerTemplates
from core.helpdesk.templates.template import (
    LONGEST,
    MOST,
    AnswerTemplate,
    TemplateChanged,
    TooManyTemplates,
)
from core.ids import AnswerTemplateId, SchoolId
from core.wording import said

_WHO_ANSWERS: Final = frozenset({Role.CONSULTANT, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Kept:
    """The templates that somebody may use at a school."""

    member: Member
    templates: tuple[AnswerTemplate, ...]

    def may_change(self, template: AnswerTemplate) -> bool:
        """Say whether it is an own one, or the school's to who administers the school."""
        return template.owner is not None or self.member.is_administration


@dataclass(frozen=True, slots=True)
class ReadAnswerTemplates:
    """Opens the templates of a school, and the own ones, to who answers there."""

    templates: AnswerTemplates

    async def __call__(self, actor: Actor, school: SchoolId) -> Kept:
        """Return them; raise AccessRefused for who answers nothing."""
        for member in actor.members:
            if member.school == school and not _WHO_ANSWERS.isdisjoint(member.roles):
                found = await self.templates.of(school, member.person)
                return Kept(member, tuple(found))
        raise closed_to(actor)

    async def one(self, actor: Actor, number: AnswerTemplateId) -> tuple[Kept, AnswerTemplate]:
        """Return one of them; raise NotFound for anybody else's, and for what was taken away."""
        for member in actor.members:
            if _WHO_ANSWERS.isdisjoint(member.roles):
                continue
            kept = await self(actor, member.school)
            for one in kept.templates:
                if one.id == number:
                    return kept, one
        raise NotActivated if actor.is_stranger else NotFound


@dataclass(frozen=True, slots=True)
class KeepAnswerTemplate:
    """Keeps a new template, says one in other words, or takes one away."""

    read: ReadAnswerTemplates
    clock: Clock

    async def add(self, actor: Actor, school: SchoolId, text: str, *, shared: bool) -> Kept:
        """Keep a new one; raise TextWrong, TooManyTemplates, AccessRefused for the school's."""
        kept, words = await self.read(actor, school), said(text, longest=LONGEST)
        if shared and not kept.member.is_administration:
            raise AccessRefused
        owner = None if shared else kept.member.person
        if sum(one.owner == owner for one in kept.templates) >= MOST:
            raise TooManyTemplates
        by, now = kept.member.person, self.clock.now()
        await self.read.templates.add(school, words, owner=owner, by=by, at=now)
        return await self.read(actor, school)

    async def change(
        self, actor: Actor, number: AnswerTemplateId, text: str | None, *, since: datetime
    ) -> Kept:
        """Say it in other words, or (None) take it away.

        Raise as `add`, and TemplateChanged where somebody changed it after `since`.
        """
        kept, template = await self.read.one(actor, number)
        if not kept.may_change(template):
            raise AccessRefused
        words = None if text is None else said(text, longest=LONGEST)
        by, now = kept.member.person, self.clock.now()
        seen = replace(template, changed_at=since)
        if not await self.read.templates.change(seen, words, by=by, at=now):
            raise TemplateChanged
        return await self.read(actor, template.school)
