"""What notices need kept and known. Adapters live in storage and bot, fakes in tests."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from core.access.people import Channel
from core.access.zones import OwnZone
from core.ids import ClassId, LessonId, NoticeId, PersonId, PupilId, SchoolId
from core.notices.ledger import Batch, Draft, Ending, Notice, NoticeKind, Settled
from core.notices.news.excuses import ClaimNews, DecisionNews, SearchNews
from core.notices.news.journal import (
    AbsenceNews,
    HomeworkNews,
    MarkRecord,
    ReplacementNews,
    UnreachableNews,
)
from core.notices.preferences import Preferences
from core.notices.timing import Opening, SchoolDelivery


class Outbox(Protocol):
    """The ledger: rows wait, are claimed with a lease, are sent, and end."""

    async def put(self, drafts: Sequence[Draft]) -> None:
        """Write rows that wait."""
        ...

    async def claim(
        self,
        openings: Sequence[Opening],
        *,
        now: datetime,
        lease: timedelta,
        most: int,
        full: Collection[Channel] = (),
    ) -> Sequence[Batch]:
        """Take at most `most` batches that may go now, by lane and age, one a recipient and lane.

        A batch holds every row of its recipient and lane that may go, and every waiting row about
        the same records, due or not: a change within the window is told once and as it is now.
        Nothing is taken of a recipient and lane of which a row is under way or waits for a retry.
        What each person chose counts as it is now (`core.notices.preferences.verdict`): a row may
        be held for a digest or a night, and one that is switched off ends as expired.
        What would go by a channel that is `full` stays, and keeps nothing from the others.
        """
        ...

    async def adopt(self, batch: Batch, *, lease_until: datetime) -> Sequence[Notice]:
        """Return the batch's rows with those written about the same records since it was claimed.

        A batch may wait for its turn to speak; what it then says covers all that came meanwhile.
        Letters beside messages take none: what came meanwhile is told in the chat.
        """
        ...

    async def reconsider(self, person: PersonId) -> None:
        """Ask anew about what waits for a person whose choice changed."""
        ...

    async def sending(
        self,
        notices: Sequence[NoticeId],
        text: str,
        *,
        lease_until: datetime,
        opened_by: NoticeId | None = None,
        channel: Channel | None = None,
    ) -> None:
        """Store the very text that is about to leave: the proof, and what a repeat would send.

        `opened_by` is the notice on the button that opens a message which tells no more than
        that there is news.
        """
        ...

    async def opened_by(self, notice: NoticeId) -> Sequence[Notice]:
        """Return what such a message was about, by the notice on its button."""
        ...

    async def settle(
        self,
        notices: Sequence[NoticeId],
        ending: Ending,
        *,
        at: datetime,
        message_id: str = "",
        reason: str = "",
    ) -> None:
        """Give the rows their one ending; a row that has ended keeps what it has."""
        ...

    async def copy(self, notices: Sequence[NoticeId]) -> None:
        """Write the letter beside each of these rows, unless it was written before."""
        ...

    async def put_off(self, notices: Sequence[NoticeId], *, until: datetime) -> None:
        """Let rows that provably did not leave wait for another try."""
        ...

    async def expire(self, *, now: datetime) -> int:
        """End waiting rows whose time is over as expired, too late; return how many."""
        ...

    async def recover(
        self, *, now: datetime, everything: bool, spared: Collection[NoticeId] = ()
    ) -> int:
        """Free what a dead process held: claimed rows wait again, sending rows become unknown.

        Only leases that ran out, or all of them where no other process can be alive; never the
        `spared`, which the asking process itself is still delivering.
        """
        ...

    async def told_of(self, kind: NoticeKind, subjects: Sequence[int]) -> Sequence[Settled]:
        """Return all rows about these records, oldest first."""
        ...

    async def rows(self, school: SchoolId) -> Sequence[Settled]:
        """Return the school's ledger, oldest first."""
        ...


class Audience(Protocol):
    """Who has the right to hear, has not refused it, and has an account to hear it with."""

    async def families(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[PersonId]]:
        """Return for each pupil the guardians and the pupil itself, as far as they are linked."""
        ...

    async def reached(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[PersonId]]:
        """Return of the families those whom a message reaches now: no chat shut, or a letter."""
        ...

    async def pupils_of(self, lessons: Sequence[LessonId]) -> Mapping[LessonId, Sequence[PupilId]]:
        """Return for each lesson the pupils of its course on that day."""
        ...

    async def class_teachers(self, person: PersonId) -> Sequence[tuple[PupilId, PersonId]]:
        """Return the linked class teachers of the children of a person, or of the pupil itself."""
        ...

    async def class_teachers_of(
        self, pupils: Sequence[PupilId]
    ) -> Mapping[PupilId, Sequence[PersonId]]:
        """Return for each pupil the linked class teachers of its class, today."""
        ...

    async def leaders(self, class_id: ClassId) -> Sequence[PersonId]:
        """Return the linked class teachers of a class, today."""
        ...

    async def administration(self, school: SchoolId) -> Sequence[PersonId]:
        """Return the linked heads, deputy heads and administrators of the school."""
        ...

    async def stand_ins(self, school: SchoolId) -> Sequence[PersonId]:
        """Return who hears for a class without a class teacher: the linked deputy heads.

        Where there is none, the linked administration.
        """
        ...


class NewsBook(Protocol):
    """The records behind notices, as they stand now."""

    async def marks(self, notices: Sequence[Notice]) -> Mapping[int, MarkRecord]:
        """Return the marks by their id; one whose pupil or work is gone is missing."""
        ...

    async def absences(self, notices: Sequence[Notice]) -> Mapping[NoticeId, AbsenceNews]:
        """Return what there is to say of each absence."""
        ...

    async def homework(self, notices: Sequence[Notice]) -> Mapping[NoticeId, HomeworkNews]:
        """Return what there is to say of each lesson's homework."""
        ...

    async def replacements(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ReplacementNews]:
        """Return what there is to say of each replaced lesson."""
        ...

    async def unreachable(self, notices: Sequence[Notice]) -> Mapping[NoticeId, UnreachableNews]:
        """Return who cannot be reached."""
        ...

    async def claims(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ClaimNews]:
        """Return what families said of absences; what is decided already is missing."""
        ...

    async def decisions(self, notices: Sequence[Notice]) -> Mapping[NoticeId, DecisionNews]:
        """Return what class teachers decided."""
        ...

    async def searches(self, notices: Sequence[Notice]) -> Mapping[NoticeId, SearchNews]:
        """Return which pupils are looked for, or were found."""
        ...


class PreferenceBook(Protocol):
    """What each person chose to hear, and when."""

    async def of(self, person: PersonId) -> Preferences:
        """Return what the person chose; who chose nothing hears all at once."""
        ...

    async def keep(
        self, school: SchoolId, person: PersonId, chosen: Preferences, *, at: datetime
    ) -> None:
        """Keep what the person chose in place of what was kept before."""
        ...

    async def chosen(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Preferences]:
        """Return what persons chose; who chose nothing is not among them."""
        ...

    async def zones(self, persons: Sequence[PersonId]) -> Mapping[PersonId, OwnZone]:
        """Return where persons live; who goes by the school's clock is not among them."""
        ...


class DeliveryRules(Protocol):
    """Each school's rules of delivery."""

    async def all(self) -> Sequence[SchoolDelivery]:
        """Return the rules of every school, as stored."""
        ...
