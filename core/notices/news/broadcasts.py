"""What a message tells of a broadcast, as it stands when it is told."""

from dataclasses import dataclass
from typing import Final

from core.access.people import Child, Name
from core.ids import PersonId, PupilId
from core.messages.broadcasts.broadcast import Answer, Broadcast, BroadcastState, asked_about
from core.messages.broadcasts.rules import Turnout
from core.notices.ledger import Change, NoticeKind


@dataclass(frozen=True, slots=True)
class BroadcastNews:
    """A broadcast for one of its recipients, who `is_asked` for an answer or not.

    `children` are all of the recipient's for whom it is, where single families were chosen, or
    a choice is asked for each child. `reminded`: it was told before, and an answer is still
    owed, perhaps `late`; a `silent` one makes no sound.
    """

    about: PupilId
    child: Name
    recipient: PersonId
    broadcast: Broadcast
    is_asked: bool
    change: Change
    answers: tuple[Answer, ...] = ()
    reminded: bool = False
    late: bool = False
    silent: bool = False
    children: tuple[Child, ...] = ()

    @property
    def owes(self) -> bool:
        """Say whether an answer of the recipient is still awaited, about any of the children."""
        about = asked_about(self.broadcast.plan.ask, self.recipient, self.children)
        return self.is_asked and not {one.about for one in self.answers}.issuperset(about)

    @property
    def stands(self) -> bool:
        """Say whether it was not taken back."""
        return self.broadcast.state is BroadcastState.SENT


@dataclass(frozen=True, slots=True)
class OverdueNews:
    """For the sender: the time to answer is over, and families are to be called by phone."""

    about: PupilId
    child: Name
    broadcast: Broadcast
    missing: int
    families: int


@dataclass(frozen=True, slots=True)
class StoppedNews:
    """A broadcast was not sent, for its author may do so no more.

    The administration hears, and the author, for whom it `is_own`.
    """

    about: PupilId
    child: Name
    broadcast: Broadcast
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class UnheardNews:
    """For the sender: when its time came nobody could be told, as the `turnout` of then says."""

    about: PupilId
    child: Name
    broadcast: Broadcast
    turnout: Turnout


@dataclass(frozen=True, slots=True)
class WithdrawnNews:
    """For the author: somebody else took the broadcast back, before or after it was sent."""

    about: PupilId
    child: Name
    broadcast: Broadcast
    by: Name


BroadcastTold = BroadcastNews | OverdueNews | StoppedNews | UnheardNews | WithdrawnNews

BROADCAST_KINDS: Final = frozenset(
    {
        NoticeKind.BROADCAST,
        NoticeKind.BROADCAST_NUDGE,
        NoticeKind.BROADCAST_REMINDER,
        NoticeKind.BROADCAST_OVERDUE,
        NoticeKind.BROADCAST_STOPPED,
        NoticeKind.BROADCAST_STOPPED_OWN,
        NoticeKind.BROADCAST_UNHEARD,
        NoticeKind.BROADCAST_WITHDRAWN,
    }
)
"""The kinds of notices that tell such news."""
