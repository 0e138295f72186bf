"""A message that said only that there is news opens for whom its rows are, and no other."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from core.access.people import Actor, Member, Role
from core.errors import AccessRefused, NotActivated
from core.ids import ClassId, NoticeId, PersonId, PupilId
from core.notices.answers.opening import OpenNews
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.journal import Telling, UnreachableNews
from tests.core.builders import (
    MASHA,
    TEACHER,
    a_child,
    a_guardian,
    a_member,
    a_name,
    a_notice,
    an_actor,
)

BUTTON = NoticeId(7)
RECIPIENT = a_guardian().person


@dataclass
class Outbox:
    """One message of one kind about Маша, to one person."""

    rows: Sequence[Notice]

    async def opened_by(self, notice: NoticeId) -> Sequence[Notice]:
        return self.rows if notice == BUTTON else ()


@dataclass
class Gather:
    """Keeps which rows were to be told."""

    told: list[Notice] = field(default_factory=list)

    async def __call__(self, notices: Sequence[Notice]) -> Telling:
        self.told.extend(notices)
        ids = tuple(one.id for one in notices)
        return Telling((UnreachableNews(MASHA, a_name(), a_name()),), ids, ())


class Lists:
    """Nobody is in a class."""

    async def class_of(self, pupil: PupilId) -> ClassId | None:
        return None


def a_row(kind: NoticeKind, about: PersonId = MASHA) -> Notice:
    row = a_notice()
    told = replace(row.draft, kind=kind, recipient=RECIPIENT, about=PupilId(about))
    return replace(row, draft=told)


async def opened(actor: Actor, *rows: Notice, by: NoticeId = BUTTON) -> list[NoticeKind]:
    gather = Gather()
    opens = OpenNews(Outbox(rows), gather, Lists())  # type: ignore[arg-type]  # no more is asked
    await opens(actor, by)
    return [one.draft.kind for one in gather.told]


def in_office(*roles: Role) -> Member:
    return replace(a_member(roles=roles), person=RECIPIENT)


async def test_a_guardian_opens_news_of_the_own_child() -> None:
    actor = an_actor(replace(a_guardian(a_child(MASHA)), person=RECIPIENT))

    assert await opened(actor, a_row(NoticeKind.MARK)) == [NoticeKind.MARK]


async def test_the_administration_opens_whom_everybody_looks_for_and_no_diary() -> None:
    head = an_actor(in_office(Role.HEAD))

    told = await opened(head, a_row(NoticeKind.SEARCH), a_row(NoticeKind.MARK))

    assert told == [NoticeKind.SEARCH]


async def test_a_head_who_is_no_guardian_any_more_is_refused_the_marks() -> None:
    with pytest.raises(AccessRefused):
        await opened(an_actor(in_office(Role.HEAD)), a_row(NoticeKind.MARK))


async def test_what_is_about_the_own_class_opens_for_its_class_teacher() -> None:
    row = a_row(NoticeKind.REVIEWS_OF_DAY, about=RECIPIENT)

    assert await opened(an_actor(in_office(Role.TEACHER)), row) == [NoticeKind.REVIEWS_OF_DAY]


async def test_a_notice_that_there_never_was_is_refused_like_another_person_s() -> None:
    other = an_actor(replace(a_guardian(a_child(MASHA)), person=TEACHER))

    with pytest.raises(AccessRefused):
        await opened(other, a_row(NoticeKind.MARK))
    with pytest.raises(AccessRefused):
        await opened(other, a_row(NoticeKind.MARK), by=NoticeId(8))
    with pytest.raises(NotActivated):
        await opened(an_actor(), a_row(NoticeKind.MARK), by=NoticeId(8))
