"""How one kind of a stranger's words and ticks is found and taken back: two steps of SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Delete,
    Insert,
    Select,
    Update,
    and_,
    bindparam,
    literal,
    null,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import InstrumentedAttribute

from core.access.mailboxes import ProofState
from core.breaches.said import Said, Voided
from core.ids import PersonId, PupilId
from storage.tables.base import BigId, Instant

# Names that no column has: an UPDATE takes what is called like a column for its new value.
WHO: Final[BindParameter[int]] = bindparam("b_who", type_=BigId)
SINCE: Final[BindParameter[datetime]] = bindparam("b_since", type_=Instant())
NOW: Final[BindParameter[datetime]] = bindparam("b_now", type_=Instant())
BY: Final[BindParameter[int]] = bindparam("b_by", type_=BigId)
FOUND: Final[BindParameter[Sequence[int]]] = bindparam("b_found", expanding=True)

PROOF_IS_OVER: Final = (ProofState.USED.value, ProofState.VOID.value)

_WORDS: Final = 200

NOBODY: Final[ColumnElement[Any]] = null()
NOTHING: Final[ColumnElement[str]] = literal("")


@dataclass(frozen=True, slots=True)
class Taking:
    """What is `found` goes back by `undo`, in this order; what is told already has no way back.

    A row that is found is: its number, when it was said, the words, the pupil or person it is
    about, and what stands afterwards.
    """

    said: Said
    found: Select[*tuple[Any, ...]]
    undo: tuple[Update | Delete | Insert, ...] = ()

    async def take(self, connection: AsyncConnection, asked: dict[str, Any]) -> list[Voided]:
        """Take back what there is, and return it."""
        rows = (await connection.execute(self.found, known_to(self.found, asked))).all()
        if rows:
            all_of_it = {**asked, "b_found": [row[0] for row in rows]}
            for statement in self.undo:
                await connection.execute(statement, known_to(statement, all_of_it))
        return [self._voided(*row) for row in rows]

    def _voided(
        self, number: int, at: datetime, words: str | None, whom: int | None, stands: str | None
    ) -> Voided:
        was = (words or "")[:_WORDS]
        left = stands[:_WORDS] if stands is not None else None
        pupil = None if whom is None else PupilId(PersonId(whom))
        return Voided(self.said, was, left, at, pupil=pupil, record=number)


def known_to(statement: Any, asked: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - any statement
    """Return of what is asked what a statement has a place for."""
    names = statement.compile().params.keys()
    return {name: value for name, value in asked.items() if name in names}


def did(who: InstrumentedAttribute[Any], at: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Return the rule that the person did it, at the moment or later."""
    return and_(who == WHO, at >= SINCE)
