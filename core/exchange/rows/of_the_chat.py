"""Rows of what persons enter in the chat, or at the command line, and no other file holds.

The fields of such a row come from its table; those that can never change make its id.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from core.exchange.rows.row import Row, Subject
from core.ids import SourceId

Part = tuple[date, int]
"""A lesson by its day and number, which is `WHOLE_DAY` where the whole day is meant."""

Chosen = tuple[str, str, str]
"""A topic of news, when it is told, and by which way."""


@dataclass(frozen=True, slots=True)
class RuleRow(Row):
    """What the school decided itself: the document that it goes by, or one rule of its own."""

    setting: str
    value: str


@dataclass(frozen=True, slots=True)
class PreferenceRow(Row):
    """What a person chose to hear, when, in which words (F9), and by whose clock (H1)."""

    person: SourceId
    nights: str
    own_from: time
    own_to: time
    neutral: bool
    topics: tuple[Chosen, ...]
    zone: str | None


@dataclass(frozen=True, slots=True)
class MailAddressRow(Row):
    """An address for letters that was given to the school on paper (F9)."""

    person: SourceId
    address: str
    document: str
    at: datetime
    by: SourceId
    taken_at: datetime | None


@dataclass(frozen=True, slots=True)
class ExcuseRow(Row):
    """What a guardian said of an absence, and what became of it (J4)."""

    pupil: SourceId
    guardian: SourceId
    at: datetime
    kind: str
    lessons: tuple[Part, ...]
    word: str
    file_kind: str
    file: str
    state: str
    verdict: str
    document: str
    decided_by: SourceId | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class SearchRow(Row):
    """A family did not know where a pupil was on a day; `found_at` when that was over.

    `found_by` is the guardian who said so; nobody where the journal did.
    """

    pupil: SourceId
    day: date
    asked_by: SourceId
    asked_at: datetime
    found_at: datetime | None
    found_by: SourceId | None


@dataclass(frozen=True, slots=True)
class HomeworkDoneRow(Row):
    """A pupil's tick under the homework of a lesson, with the text that it had then."""

    lesson: SourceId
    pupil: SourceId
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AttachmentRow(Row):
    """A photo or file that a teacher attached to homework; the file stays with the channel."""

    lesson: SourceId
    by: SourceId
    at: datetime
    kind: str
    file: str
    name: str
    size: int
    gone_at: datetime | None


@dataclass(frozen=True, slots=True)
class RecommendationRow(Row):
    """What a teacher recommends after a lesson, to one pupil or to all of it (F4)."""

    lesson: SourceId
    pupil: SourceId | None
    by: SourceId
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class AnnouncementRow(Row):
    """The school's announcement of going over to the electronic journal (F17)."""

    by: SourceId
    at: datetime
    day: date
    text: str
    gone_at: datetime | None


@dataclass(frozen=True, slots=True)
class RemarkRow(Row):
    """What a teacher said of a pupil, in the words that stood last (F16)."""

    pupil: SourceId
    by: SourceId
    at: datetime
    day: date
    kind: str
    text: str
    gone_at: datetime | None


@dataclass(frozen=True, slots=True)
class RemarkHistoryRow(Row):
    """What a remark said until it was corrected, or taken back."""

    remark: SourceId
    by: SourceId
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class AbsenceCheckRow(Row):
    """Where a class's absences from a course in a week stand (W1)."""

    group: SourceId
    course: SourceId
    monday: date
    state: str
    digest: str
    by: SourceId
    at: datetime
    changed_by: SourceId
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class IssueRow(Row):
    """A class's forecast of a period as it was sent; by nobody: by itself (F6)."""

    group: SourceId
    period: SourceId
    at: datetime
    by: SourceId | None
    looked_on: date | None


@dataclass(frozen=True, slots=True)
class WarningRow(Row):
    """A warning of who is at risk in a subject, drafted and decided (F6)."""

    group: SourceId
    period: SourceId
    pupil: SourceId
    subject: SourceId
    risk: str
    words: str
    state: str
    made_at: datetime
    decided_at: datetime | None
    decided_by: SourceId | None
    reason: str
    told_risk: str | None
    told_words: str
    told_at: datetime | None
    told_by: SourceId | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class TruancyRow(Row):
    """A warning about lessons missed without good reason, drafted and decided (F12)."""

    pupil: SourceId
    begins: date
    ends: date
    words: str
    state: str
    made_at: datetime
    decided_at: datetime | None
    decided_by: SourceId | None
    reason: str


@dataclass(frozen=True, slots=True)
class AcknowledgementRow(Row):
    """A person's answer about a pupil's record; `digest` is of what was shown (F6, F11)."""

    person: SourceId
    pupil: SourceId
    subject: Subject
    at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class PrintRow(Row):
    """A sheet of paper for a family that nothing electronic reached in time (F10)."""

    pupil: SourceId
    subject: Subject
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class BreachRow(Row):
    """An account that was in strange hands since a moment, as the administrator reported (S4)."""

    person: SourceId
    by: SourceId
    since: datetime
    at: datetime
    ended: int
    voided: int
    told_at: datetime | None
    told_by: SourceId | None


@dataclass(frozen=True, slots=True)
class VoidedRow(Row):
    """One thing that is void by a breach: what was, and what stood then."""

    breach: SourceId
    position: int
    what: str
    pupil: SourceId | None
    day: date
    title: str
    was: str | None
    stands: str | None


@dataclass(frozen=True, slots=True)
class LostAccessRow(Row):
    """A request of a stranger who lost access, and who answered it (S3)."""

    words: str
    at: datetime
    answered_at: datetime | None
    answered_by: SourceId | None


@dataclass(frozen=True, slots=True)
class DataCheckRow(Row):
    """A person in a month of the check of personal data: asked when, answered what (W2)."""

    person: SourceId
    month: date
    told_on: date | None
    answer: str | None
    answered_at: datetime | None
    checked_by: SourceId | None
    checked_in: SourceId | None


@dataclass(frozen=True, slots=True)
class DataCorrectionRow(Row):
    """What a person said to be right of the own data or a child's, and what became of it (W2)."""

    person: SourceId
    about: SourceId
    field: str
    words: str
    at: datetime
    state: str
    word: str
    decided_by: SourceId | None
    decided_at: datetime | None
