"""What pupils, teachers and the school add to lessons in the chat, and what was warned of."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool


class HomeworkDoneRow(OfSchool, Base):
    """A pupil's tick under the homework of a lesson; `text` is what it was set for then."""

    __tablename__ = "homework_done"

    lesson_id: Mapped[int] = mapped_column(ForeignKey("lessons.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    text: Mapped[str]
    done_at: Mapped[datetime]


class AttachmentRow(Numbered, OfSchool, Base):
    """A photo or file that a teacher attached to the homework of a lesson.

    `file` is what the messenger calls it; the file itself stays there.
    """

    __tablename__ = "attachments"
    __table_args__ = (Index(None, "lesson_id"),)

    lesson_id: Mapped[int] = mapped_column(ForeignKey("lessons.id"))
    kind: Mapped[str]
    file: Mapped[str]
    name: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]
    gone_at: Mapped[datetime | None]


class RecommendationRow(Numbered, OfSchool, Base):
    """What a teacher recommends after a lesson: to one pupil, or to all whom it was for."""

    __tablename__ = "recommendations"
    __table_args__ = (Index(None, "lesson_id"),)

    lesson_id: Mapped[int] = mapped_column(ForeignKey("lessons.id"))
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    text: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]


class AnnouncementRow(Numbered, OfSchool, Base):
    """The school's announcement of going over to the electronic journal on a day (F17)."""

    __tablename__ = "announcements"
    __table_args__ = (Index(None, "school_id"),)

    text: Mapped[str]
    day: Mapped[date]
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]
    gone_at: Mapped[datetime | None]


class RemarkRow(Numbered, OfSchool, Base):
    """What a teacher said of a pupil, in the words that stand now; taken back: `gone_at` (F16)."""

    __tablename__ = "remarks"
    __table_args__ = (Index(None, "pupil_id", "day"), Index(None, "by_id", "day"))

    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    kind: Mapped[str]
    text: Mapped[str]
    day: Mapped[date]
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]
    gone_at: Mapped[datetime | None]


class RemarkHistoryRow(Numbered, OfSchool, Base):
    """What a remark said until a person corrected it, or took it back."""

    __tablename__ = "remark_history"
    __table_args__ = (Index(None, "remark_id"),)

    remark_id: Mapped[int] = mapped_column(ForeignKey("remarks.id"))
    text: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]


class AbsenceCheckRow(Numbered, OfSchool, Base):
    """A question to who teaches a course about a class's absences of a week (W1).

    `by_id` and `at` say who asked or ticked first, `changed_by_id` and `changed_at` who did last.
    """

    __tablename__ = "absence_checks"
    __table_args__ = (UniqueConstraint("class_id", "course_id", "monday"),)

    class_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    course_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    monday: Mapped[date]
    state: Mapped[str]
    digest: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    changed_at: Mapped[datetime]


class WarnedControlRow(OfSchool, Base):
    """A control work of a day of which families were warned; on another day they are anew.

    `kind` and `subject` are those of the notice.
    """

    __tablename__ = "warned_controls"

    kind: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(primary_key=True)
    at: Mapped[datetime]
