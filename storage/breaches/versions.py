"""Words kept in versions: what was said in other words since says again what it said before."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, insert, or_, select, update
from sqlalchemy.orm import aliased

from core.breaches.said import Said
from storage.breaches.taking import FOUND, NOBODY, NOW, SINCE, WHO, Taking


@dataclass(frozen=True, slots=True)
class Versions:
    """A table of what was said, and the table of its versions, which names it by one column."""

    said: Any
    version: Any
    names: str

    def now(self) -> tuple[Any, ColumnElement[bool]]:
        """Return the versions that stand, and how they are joined."""
        now = aliased(self.version)
        return now, and_(self._names(now) == self.said.id, now.version == self.said.version)

    def take_back(self, said: Said) -> Taking:
        """Return how words of before, said in other words since, say again what they said."""
        now, of_now = self.now()
        before, of_before = self._before()
        words = (before.text, before.spans, before.files)
        differs = or_(*(was != getattr(now, was.key) for was in words))
        again = select(self.said.school_id, self.said.id, self.said.version + 1, *words, NOW)
        return Taking(
            said,
            select(self.said.id, now.at, now.text, NOBODY, before.text)
            .join(now, of_now)
            .join(before, of_before)
            .where(
                self.said.by_id == WHO,
                self.said.at < SINCE,
                self.said.gone_at.is_(None),
                now.at >= SINCE,
                differs,
            ),
            (
                insert(self.version).from_select(
                    ["school_id", self.names, "version", *(one.key for one in words), "at"],
                    again.join(before, of_before).where(self.said.id.in_(FOUND)),
                ),
                update(self.said)
                .where(self.said.id.in_(FOUND))
                .values(version=self.said.version + 1, changed_at=NOW),
            ),
        )

    def _before(self) -> tuple[Any, ColumnElement[bool]]:
        before, earlier = aliased(self.version), aliased(self.version)
        last = select(func.max(earlier.version)).where(
            self._names(earlier) == self.said.id, earlier.at < SINCE
        )
        return before, and_(
            self._names(before) == self.said.id, before.version == last.scalar_subquery()
        )

    def _names(self, version: Any) -> Any:  # noqa: ANN401 - a table's column
        return getattr(version, self.names)
