"""Templates of answers: what consultants, or a school, say often."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Record, source_once


class AnswerTemplateRow(Record, Base):
    """A consultant's own template, or the school's (`owner_id` NULL)."""

    __tablename__ = "answer_templates"
    __table_args__ = (source_once(), Index(None, "school_id"))

    owner_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    text: Mapped[str]
