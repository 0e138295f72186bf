"""Why a pupil is away: what the family says, the class teacher decides, a document proves.

Pure rules. What stands in the journal is the journal's: an excuse is laid over it where it shows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from core.diary.acknowledging import stamp_of
from core.ids import ExcuseId, PersonId, PupilId, SchoolId, SearchId
from core.journal.records import ProvedReason
from core.journal.values import AbsenceCode, ReasonState, code_of_note, is_alarming


class ExcuseKind(StrEnum):
    """What the family says of the reason; all but illness needs a word of its own."""

    ILLNESS = "illness"
    EXCUSED = "excused"
    OTHER = "other"

    @property
    def code(self) -> AbsenceCode:
        """Return the journal's code: «б», or «у» for whatever else the parents' note says (J4)."""
        return code_of_note(is_illness=self is ExcuseKind.ILLNESS)


class ExcuseState(StrEnum):
    """What became of an excuse: only a document that the class teacher saw confirms it (J4)."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


OPEN: Final = frozenset({ExcuseState.WAITING, ExcuseState.ACCEPTED})
"""The class teacher has still to decide, or awaits the document."""

STANDING: Final = OPEN | {ExcuseState.CONFIRMED}
"""The excuse counts: the absence is shown with its reason. Silent it is from `ACCEPTED` on."""


class FileKind(StrEnum):
    """How a channel keeps what was attached."""

    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo or file of a note: it stays with the channel, which alone knows its `reference`."""

    kind: FileKind
    reference: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a family says: the pupil is away on these days, or from lessons of the one day.

    `numbers` are those lessons, none where whole days are meant; `word` is the reason in words.
    """

    pupil: PupilId
    days: tuple[date, ...]
    kind: ExcuseKind
    numbers: tuple[int, ...] = ()
    word: str = ""
    attachment: Attachment | None = None

    @property
    def stamp(self) -> int:
        """Return the stamp of the button that sends it; a note that follows changes nothing."""
        days = ", ".join(map(str, self.days))
        return stamp_of(f"{self.pupil}: {days}; {self.numbers}; {self.kind}; {self.word}")


@dataclass(frozen=True, slots=True)
class Excuse:
    """A claim with what became of it.

    `verdict` is the class teacher's word, `document` the kind of document that was seen.
    """

    id: ExcuseId
    school: SchoolId
    guardian: PersonId
    claim: Claim
    state: ExcuseState
    claimed_at: datetime
    verdict: str = ""
    document: str = ""

    @property
    def stands(self) -> bool:
        """Say whether the excuse counts now."""
        return self.state in STANDING

    def covers(self, day: date, number: int) -> bool:
        """Say whether the family spoke of this lesson."""
        spoken_of = self.claim.numbers
        return day in self.claim.days and (not spoken_of or number in spoken_of)


@dataclass(frozen=True, slots=True)
class Decision:
    """What an excuse that is in one `among` these states becomes, from a day on or as a whole.

    The `word` is the verdict, or of a confirmed one the document. What was said of days before
    `since` stays in the state that it was in, as an excuse of its own.
    """

    state: ExcuseState
    among: frozenset[ExcuseState] = frozenset({ExcuseState.WAITING})
    word: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """The family does not know where the pupil is on a day; `found` when that is over."""

    id: SearchId
    pupil: PupilId
    day: date
    asked_by: PersonId
    found: bool = False


def excuse_for(excuses: Iterable[Excuse], pupil: int, day: date, number: int) -> Excuse | None:
    """Return the excuse that counts for a lesson; one that a document confirmed goes first."""
    found = [
        one
        for one in excuses
        if one.stands and one.claim.pupil == pupil and one.covers(day, number)
    ]
    return min(
        found, key=lambda one: (one.state is not ExcuseState.CONFIRMED, one.id), default=None
    )


def declined_for(excuses: Sequence[Excuse], pupil: int, day: date, number: int) -> Excuse | None:
    """Return the excuse for a lesson that was declined last; None where another one counts."""
    if excuse_for(excuses, pupil, day, number) is not None:
        return None
    found = [
        one
        for one in excuses
        if one.state is ExcuseState.DECLINED
        and one.claim.pupil == pupil
        and one.covers(day, number)
    ]
    return max(found, key=lambda one: one.id, default=None)


def proof_of(excuses: Iterable[Excuse], pupil: int, day: date, number: int) -> ProvedReason | None:
    """Return what a document says of a lesson that is missed, seen before it was recorded (J4)."""
    found = excuse_for(excuses, pupil, day, number)
    if found is None or found.state is not ExcuseState.CONFIRMED:
        return None
    return ProvedReason(found.claim.kind.code, found.document)


def excused(
    code: AbsenceCode, reason: ReasonState, excuse: Excuse | None
) -> tuple[AbsenceCode, ReasonState]:
    """Return an absence as it is shown under an excuse (J4).

    What the journal has confirmed wins, and who came late was there: both stay as they are.
    """
    if excuse is None or not _can_be_excused(code, reason):
        return code, reason
    proved = excuse.state is ExcuseState.CONFIRMED
    shown = excuse.claim.kind.code if code is AbsenceCode.ABSENT else code
    return shown, ReasonState.CONFIRMED if proved else ReasonState.CLAIMED


def alarms(
    code: AbsenceCode, reason: ReasonState, excuse: Excuse | None, hearer: PersonId
) -> bool:
    """Say whether somebody of the family must hear of an absence that the journal has so.

    While an excuse waits it silences for nobody but the guardian who gave it: what one guardian
    says is no answer of the other one. Taken by the class teacher, it silences for all.
    """
    if excuse is None or not _can_be_excused(code, reason):
        return is_alarming(code, reason)
    waits = excuse.state is ExcuseState.WAITING
    return waits and excuse.guardian != hearer and is_alarming(code, reason)


def _can_be_excused(code: AbsenceCode, reason: ReasonState) -> bool:
    return reason is not ReasonState.CONFIRMED and code is not AbsenceCode.LATE


def was_seen_last(number: int, missed: Iterable[int]) -> bool:
    """Say whether a pupil who was at a lesson after all missed no later one that day."""
    return all(number > one for one in missed)
