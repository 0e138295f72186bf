"""Why a pupil is away: what the family says, the class teacher decides, a document proves.

Pure rules. What stands in the journal is the journal's: an excuse is laid over it where it shows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from core.diary.acknowledging import stamp_of
from core.errors import RuleBroken
from core.ids import ExcuseId, PersonId, PupilId, SchoolId, SearchId
from core.journal.records import ProvedReason
from core.journal.values import AbsenceCode, ReasonState, code_of_note, is_alarming
from core.wording import said_in_a_line

AHEAD: Final = timedelta(days=14)
"""How far ahead a family announces; a longer absence is announced anew, or by a document."""

ANSWERED_WITHIN: Final = timedelta(days=7)
"""For how long after the day the family may give a reason here; then only a document does."""

WORD_LENGTH: Final = 300
"""How long a reason, a decision's word or a document's name may be."""


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
class Search:
    """The family does not know where the pupil is on a day; `found` when it knew again."""

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


def overlaps(claim: Claim, excuses: Iterable[Excuse]) -> bool:
    """Say whether an excuse that counts speaks of a lesson that the claim speaks of too."""
    return any(
        one.stands
        and set(claim.days) & set(one.claim.days)
        and _share(claim.numbers, one.claim.numbers)
        for one in excuses
    )


def _share(numbers: Sequence[int], others: Sequence[int]) -> bool:
    return not numbers or not others or not set(numbers).isdisjoint(others)


class DaysOutOfReach(RuleBroken):
    """Ahead is announced from today on, and at most for two weeks."""

    code = "days-out-of-reach"


class AlreadyExcused(RuleBroken):
    """The family has spoken of these lessons already."""

    code = "already-excused"


class AnsweredByFamily(RuleBroken):
    """The family has answered already; who of it and what stays with the family."""

    code = "answered-by-family"


class TooLateToAnswer(RuleBroken):
    """The day is long past: now only a document helps."""

    code = "too-late-to-answer"


class NothingToExcuse(RuleBroken):
    """The absence was taken back, or its reason is known to the journal."""

    code = "nothing-to-excuse"


class AlreadyDecided(RuleBroken):
    """The class teacher has decided, or the family has taken the excuse back."""

    code = "already-decided"


def must_be_ahead(claim: Claim, today: date) -> None:
    """Raise DaysOutOfReach for days that a family does not announce any more, or not yet."""
    days = claim.days
    if not days or min(days) < today or max(days) > today + AHEAD:
        raise DaysOutOfReach
    if claim.numbers and len(days) > 1:
        raise DaysOutOfReach


def the_word(text: str, *, needed: bool) -> str:
    """Return a word as it is kept; raise TextWrong where it is missing or too long."""
    return said_in_a_line(text, longest=WORD_LENGTH, needed=needed)


def must_be_in_time(day: date, today: date, *, within: timedelta) -> None:
    """Raise TooLateToAnswer when the day is further back than `within`."""
    if not day <= today <= day + within:
        raise TooLateToAnswer
