"""Cells that only the files of the chat have."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from core.exchange.forms import DATE, ID, LIST, Form, WrongCell, whole
from core.exchange.rows.row import Subject
from core.ids import SourceId
from core.journal.values import WHOLE_DAY

_OF_DAY, _OF_TOPIC = "#", ":"
_CHAT = "chat"
_OTHER_WAYS = ("mail", "both")
_NUMBER = whole(0, 99)


def subject(kinds: Mapping[str, str | None]) -> Form:
    """Return the form of a kind and what it is about: an id, in a notation, or a day (None)."""

    def read(cells: Sequence[str]) -> Subject:
        kind, cell = cells
        if kind not in kinds:
            raise WrongCell(0, " | ".join(kinds))
        notation = kinds[kind]
        try:
            if notation is None:
                return Subject(kind, DATE.read(cell))  # type: ignore[arg-type]  # a form knows no type
            return Subject(kind, SourceId(_filled(cell)))
        except ValueError:
            raise WrongCell(1, notation or DATE.expected) from None

    return Form(" | ".join(kinds), read, lambda value, _: (value.kind, str(value.of)))


def _filled(cell: str) -> str:
    if not cell:
        raise ValueError(cell)
    return str(ID.read(cell))


def _lessons(cell: str) -> tuple[tuple[Any, Any], ...]:
    return tuple(sorted({_lesson(one) for one in _several(cell)}))


def _lesson(word: str) -> tuple[Any, Any]:
    day, of_day, number = word.partition(_OF_DAY)
    return DATE.read(day), _NUMBER.read(number) if of_day else WHOLE_DAY


def _several(cell: str) -> tuple[str, ...]:
    found = LIST.read(cell)
    if not isinstance(found, tuple) or not found:
        raise ValueError(cell)
    return found


def _write_lessons(value: Sequence[tuple[Any, int]], _: ZoneInfo) -> str:
    return ",".join(
        day.isoformat() if number == WHOLE_DAY else f"{day.isoformat()}{_OF_DAY}{number}"
        for day, number in value
    )


LESSONS = Form("YYYY-MM-DD[#N],…", _lessons, _write_lessons)
"""Days of which an excuse speaks, or single lessons of a day."""


def topics(known: Collection[str], timings: Collection[str]) -> Form:
    """Return the form of a list of topics, each with its time and perhaps not by chat alone."""

    def one(word: str) -> tuple[str, str, str]:
        topic, _, rest = word.partition(_OF_TOPIC)
        timing, other, way = rest.partition(_OF_TOPIC)
        if topic not in known or timing not in timings or (other and way not in _OTHER_WAYS):
            raise ValueError(word)
        return topic, timing, way or _CHAT

    def read(cell: str) -> tuple[tuple[str, str, str], ...]:
        found = sorted(map(one, _several(cell)))
        if len({topic for topic, _, _ in found}) < len(found):
            raise ValueError(cell)
        return tuple(found)

    expected = f"{'|'.join(known)}:{'|'.join(timings)}[:{'|'.join(_OTHER_WAYS)}],…"
    return Form(expected, read, _write_topics, ())


def _write_topics(value: Sequence[tuple[str, str, str]], _: ZoneInfo) -> str:
    return ",".join(
        _OF_TOPIC.join((topic, timing) if way == _CHAT else (topic, timing, way))
        for topic, timing, way in value
    )
