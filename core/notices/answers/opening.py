"""A person opens a message that said no more than that there is news."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.access.gate import ClassLists, closed_to, must_be, must_see_pupil
from core.access.people import Actor, Member
from core.errors import AccessRefused, NotFound
from core.ids import NoticeId, PersonId, PupilId
from core.notices.gathering.gather import GatherNews
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.journal import News
from core.notices.ports import Outbox


@dataclass(frozen=True, slots=True)
class Opened:
    """What the message was about, as the journal stands now."""

    recipient: PersonId
    news: Sequence[News]


@dataclass(frozen=True, slots=True)
class OpenNews:
    """Tells what a neutral message kept back, to its recipient alone.

    The tap passes the gate as any does: of a child whom the person may see no more nothing is
    told, and what has been taken back since is not told either.
    """

    outbox: Outbox
    gather: GatherNews
    lists: ClassLists

    async def __call__(self, actor: Actor, notice: NoticeId) -> Opened:
        """Return the news; raise NotFound where nothing of it stands any more.

        Raise AccessRefused for anybody else, and of a notice that there never was: nobody learns
        by trying which there are.
        """
        rows = await self.outbox.opened_by(notice)
        if not rows:
            raise closed_to(actor)
        recipient = rows[0].draft.recipient
        member = must_be(actor, recipient)
        seen = {about for about in _pupils(rows) if await self._is_open(actor, about)}
        shown = [one for one in rows if one.draft.about in seen or _is_own(one, member)]
        if not shown:
            raise AccessRefused
        told = await self.gather(shown)
        if not told.news:
            raise NotFound
        return Opened(recipient, told.news)

    async def _is_open(self, actor: Actor, pupil: PupilId) -> bool:
        try:
            await must_see_pupil(actor, pupil, self.lists)
        except AccessRefused:
            return False
        return True


def _is_own(row: Notice, member: Member) -> bool:
    """Say whether a notice tells of no pupil's diary, and is for the person's office.

    What a class teacher hears of the class is about the class teacher; whom everybody looks for
    the administration looks for too.
    """
    sought = row.draft.kind is NoticeKind.SEARCH and member.is_administration
    return sought or row.draft.about == row.draft.recipient


def _pupils(rows: Sequence[Notice]) -> set[PupilId]:
    return {one.draft.about for one in rows}
