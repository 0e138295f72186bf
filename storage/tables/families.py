"""What families answer to what they were shown."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool


class AcknowledgementRow(Numbered, OfSchool, Base):
    """A person's answer about a pupil's record: a `core.diary.acknowledging.Acknowledgement`."""

    __tablename__ = "acknowledgements"
    __table_args__ = (UniqueConstraint("about_id", "kind", "subject", "person_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    about_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    kind: Mapped[str]
    subject: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime]
    digest: Mapped[str]


class ReminderRow(Numbered, OfSchool, Base):
    """Something that is said once only: `what` it is about, `key` names the occasion."""

    __tablename__ = "reminders"
    __table_args__ = (UniqueConstraint("school_id", "what", "key"),)

    what: Mapped[str]
    key: Mapped[str]
    noted_at: Mapped[datetime]
