"""What families say of absences, and the searches for a pupil whom nobody knows where to find."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool


class ExcuseRow(Numbered, OfSchool, Base):
    """A `core.diary.excuses.rules.Excuse`; `file_kind` is empty where nothing was attached.

    `file` is what the channel calls the file, which stays with the channel.
    """

    __tablename__ = "excuses"
    __table_args__ = (Index(None, "pupil_id", "state"),)

    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    guardian_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    kind: Mapped[str]
    word: Mapped[str]
    file_kind: Mapped[str]
    file: Mapped[str]
    state: Mapped[str]
    claimed_at: Mapped[datetime]
    verdict: Mapped[str]
    document: Mapped[str]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    decided_at: Mapped[datetime | None]


class ExcuseLessonRow(OfSchool, Base):
    """A lesson of which an excuse speaks; `number` -1 means all of the day."""

    __tablename__ = "excuse_lessons"

    excuse_id: Mapped[int] = mapped_column(ForeignKey("excuses.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)


class SearchRow(Numbered, OfSchool, Base):
    """The family asked where a pupil is; `found_at` when that was over. One a pupil and day.

    `found_by` is the guardian who said so; nobody where the journal did.
    """

    __tablename__ = "searches"
    __table_args__ = (UniqueConstraint("pupil_id", "day"),)

    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    day: Mapped[date]
    asked_by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    asked_at: Mapped[datetime]
    found_at: Mapped[datetime | None]
    found_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
