"""The help desk: days on which a window of duty differs, and who stands in for whom."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, OfSchool, Record, source_once


class DutyDayRow(OfSchool, Base):
    """One day of a window: `change` is `off`, `hours`, or `none` where that was taken back."""

    __tablename__ = "duty_days"

    duty_id: Mapped[int] = mapped_column(ForeignKey("duty.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    change: Mapped[str]
    starts: Mapped[time | None]
    finishes: Mapped[time | None]
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]


class DutyStandInRow(Record, Base):
    """Somebody takes over a window of a day (`core.helpdesk.duty.asking.StandInState`).

    Both rows of a swap have the same `pair`; of any other it is empty.
    """

    __tablename__ = "duty_stand_ins"
    __table_args__ = (
        source_once(),
        Index(None, "duty_id", "day"),
        Index(None, "taker_id", "state"),
    )

    duty_id: Mapped[int] = mapped_column(ForeignKey("duty.id"))
    day: Mapped[date]
    giver_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    taker_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    state: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    pair: Mapped[str]
