"""What each person chose to hear, and when."""

from datetime import datetime, time

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, OfSchool


class PreferenceRow(OfSchool, Base):
    """When and how a person hears of a topic (`core.notices.preferences`).

    What comes at once in the chat has no row.
    """

    __tablename__ = "preferences"

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True)
    timing: Mapped[str]
    via: Mapped[str]


class PersonDeliveryRow(OfSchool, Base):
    """A person's quiet hours and wording, and its zone where that is not the school's.

    Who chose nothing has no row.
    """

    __tablename__ = "person_delivery"

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    nights: Mapped[str]
    own_from: Mapped[time]
    own_to: Mapped[time]
    neutral: Mapped[bool]
    changed_at: Mapped[datetime]
    zone: Mapped[str | None]
