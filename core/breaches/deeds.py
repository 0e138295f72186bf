"""What each person did to which record: the trail by which a breach is undone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from core.diary.excuses.facts import ExcuseClaimed, ExcuseDecided
from core.diary.excuses.rules import ExcuseState
from core.facts import Fact
from core.ids import PersonId, SchoolId
from core.journal.facts import (
    AbsenceRecorded,
    AbsenceRevised,
    AbsenceTakenBack,
    HomeworkSet,
    MarkCorrected,
    MarkEntered,
    MarkTakenBack,
    PeriodMarkChanged,
    PeriodMarkSet,
    PeriodMarkTakenBack,
)
from core.journal.values import AbsenceCode, ReasonState


class What(StrEnum):
    """A kind of record of which each change is traced."""

    MARK = "mark"
    PERIOD_MARK = "period_mark"
    ABSENCE = "absence"
    HOMEWORK = "homework"
    EXCUSE = "excuse"


@dataclass(frozen=True, slots=True)
class Deed:
    """A person changed a record from one state to another; None is where there is no record."""

    school: SchoolId
    person: PersonId
    at: datetime
    what: What
    record: int
    before: str | None
    after: str | None


class Trail(Protocol):
    """What persons did, in the order in which they did it."""

    async def keep(self, deeds: Sequence[Deed]) -> None:
        """Keep what was done."""
        ...

    async def touched(self, person: PersonId, since: datetime) -> Sequence[Deed]:
        """Return all deeds since then, of anybody, to what the person touched; oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class KeepTrail:
    """Hears of all facts, and keeps what persons did; an import is no person."""

    trail: Trail

    async def record(self, facts: Sequence[Fact]) -> None:
        """Keep a line for each change of a record by a person."""
        deeds = list(_deeds(facts))
        if deeds:
            await self.trail.keep(deeds)


def _deeds(facts: Iterable[Fact]) -> Iterable[Deed]:
    for fact in facts:
        person, change = fact.by.person, change_of(fact)
        if person is not None and change is not None:
            yield Deed(fact.school, person, fact.at, *change)


Change = tuple[What, int, str | None, str | None]


def change_of(fact: Fact) -> Change | None:
    """Return which record a fact changed, from what to what; None for any other fact."""
    return _of_mark(fact) or _of_period_mark(fact) or _of_lesson(fact) or _of_excuse(fact)


def _of_mark(fact: Fact) -> Change | None:
    match fact:
        case MarkEntered():
            return What.MARK, fact.mark, None, fact.value.text
        case MarkCorrected():
            return What.MARK, fact.mark, fact.before.text, fact.value.text
        case MarkTakenBack():
            return What.MARK, fact.mark, fact.before.text, None
        case _:
            return None


def _of_period_mark(fact: Fact) -> Change | None:
    match fact:
        case PeriodMarkSet():
            return What.PERIOD_MARK, fact.mark, None, fact.value.text
        case PeriodMarkChanged():
            return What.PERIOD_MARK, fact.mark, fact.before.text, fact.value.text
        case PeriodMarkTakenBack():
            return What.PERIOD_MARK, fact.mark, fact.before.text, None
        case _:
            return None


def _of_lesson(fact: Fact) -> Change | None:
    match fact:
        case AbsenceRecorded():
            after = absence_state(fact.code, fact.reason, fact.document)
            return What.ABSENCE, fact.absence, None, after
        case AbsenceRevised():
            before = absence_state(fact.before, fact.reason_before, fact.document_before)
            after = absence_state(fact.code, fact.reason, fact.document)
            return What.ABSENCE, fact.absence, before, after
        case AbsenceTakenBack():
            before = absence_state(fact.before, fact.reason_before, fact.document_before)
            return What.ABSENCE, fact.absence, before, None
        case HomeworkSet():
            stood = fact.before if fact.stood is None else fact.stood
            before_that = homework_state(stood, fact.due_before)
            return What.HOMEWORK, fact.lesson, before_that, homework_state(fact.text, fact.due)
        case _:
            return None


def _of_excuse(fact: Fact) -> Change | None:
    match fact:
        case ExcuseClaimed():
            return What.EXCUSE, fact.excuse, None, ExcuseState.WAITING.value
        case ExcuseDecided():
            return What.EXCUSE, fact.excuse, fact.before.value, fact.state.value
        case _:
            return None


def absence_state(code: AbsenceCode, reason: ReasonState, document: str = "") -> str:
    """Return an absence as the trail writes it."""
    return f"{code.value}|{reason.value}|{document}"


def absence_of(state: str) -> tuple[AbsenceCode, ReasonState, str]:
    """Return the absence that the trail wrote so."""
    code, reason, document = state.split("|", maxsplit=2)
    return AbsenceCode(code), ReasonState(reason), document


def homework_state(text: str, due: date | None) -> str | None:
    """Return the homework of a lesson as the trail writes it; None where none is set."""
    return f"{due.isoformat() if due else ''}|{text}" if text else None


def homework_of(state: str | None) -> tuple[str, date | None]:
    """Return the homework that the trail wrote so."""
    if state is None:
        return "", None
    due, text = state.split("|", maxsplit=1)
    return text, date.fromisoformat(due) if due else None
