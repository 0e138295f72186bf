"""What of a broadcast one of its recipients is shown."""

from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from bot.screens.parts.pages import Page, page_of
from core.access.people import Child
from core.ids import PersonId
from core.messages.broadcasts.answering import Received
from core.messages.broadcasts.broadcast import Answer, Broadcast, asked_about
from core.notices.ledger import Change

OFFERED: Final = 3
"""Of so many children the choices stand under one message: a message holds so many buttons."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a broadcast is shown to whom."""

    broadcast: Broadcast
    person: PersonId
    is_asked: bool
    answers: tuple[Answer, ...] = ()
    children: tuple[Child, ...] = ()
    change: Change = Change.NEW
    reminded: bool = False
    late: bool = False
    page: int = 0

    @property
    def about(self) -> tuple[PersonId, ...]:
        """Return about whom the recipient answers: of several, each child has an own answer."""
        return asked_about(self.broadcast.plan.ask, self.person, self.children)

    @property
    def named(self) -> tuple[Child, ...]:
        """Return the children who are named: chosen ones, or several who are asked about."""
        chosen = bool(self.broadcast.plan.scope.pupils) or len(self.about) > 1
        return self.children if chosen else ()

    def answer_about(self, about: PersonId) -> Answer | None:
        """Return what the recipient answered about somebody."""
        return next((one for one in self.answers if one.about == about), None)

    @property
    def awaited(self) -> tuple[PersonId, ...]:
        """Return about whom an answer is still awaited."""
        return tuple(one for one in self.about if self.answer_about(one) is None)

    @property
    def offered(self) -> Page[Child]:
        """Return for whom choices are offered: of many children a page, the open ones first."""
        found = list(self.children)
        if len(found) > OFFERED:
            found.sort(key=lambda one: self.answer_about(one.pupil) is not None)
        return page_of(found, self.page, size=OFFERED)

    @property
    def zone(self) -> ZoneInfo:
        """Return the zone of the school."""
        return ZoneInfo(self.broadcast.zone)


def shown_of(one: Received, *, page: int = 0) -> Shown:
    """Return what is shown to a recipient who opens it, with a page of its children."""
    own = (one.broadcast, one.person, one.is_asked, one.answers, one.children)
    return Shown(*own, late=one.late, page=page)
