"""Passwords and activation codes in what somebody writes: struck out before anything is kept."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from core.access.codes import looks_like_code

STRUCK_OUT: Final = "•••"

_RUSSIAN: Final = (
    r"(?<!\w)(?:парол\w*|код\w*(?:\s+(?:активации|доступа|подтверждения))?"
    r"|пин(?:-?код\w*|(?![а-яё])))"
)
# A name that begins like a short label is no label: «pinaeva2010».
_ENGLISH: Final = r"(?<!\w)(?:password|passwd|pwd|(?:pass|pin|(?:activation\s+)?code)(?![a-z]))"
_TOLD: Final = re.compile(rf"(?:{_RUSSIAN}|{_ENGLISH})\s*[:=]\s*(\S+)", re.IGNORECASE)
_SAID: Final = (
    re.compile(
        _RUSSIAN + r"(?:\s+[а-яё]{1,12}){0,3}?\s*[-–—:=]?\s*((?=\S*[0-9A-Za-z])\S{4,})",
        re.IGNORECASE,
    ),
    re.compile(
        _ENGLISH + r"(?:\s+[a-z]{1,12}){0,3}?\s*[-–—:=]?\s*((?=\S*[0-9])\S{4,})", re.IGNORECASE
    ),
)
_CODE: Final = re.compile(r"(?<!\w)(?=(\w{4}[-–— ]?\w{4}[-–— ]?\w{4})(?!\w))")
_NO_SECRET: Final = frozenset(
    {"не", "нет", "забыл", "забыла", "забыли", "утерян", "потерян", "потеряла", "потерял", "no"}
)
_AROUND: Final = ".,;:!?()«»\"'"


_LOOKS_SECRET: Final = re.compile(r"\S*(?:[A-Za-z]\S*\d|\d\S*[A-Za-z]|[#$%^*_~]|\d{6,})\S*")
_AFTER_A_LABEL: Final = re.compile(
    r"(?i)\b(парол\w*|код\w*|password|code|pin|пин)(\s*[:=-]?\s*)\S+"
)
_LONGEST_OF_DIGITS: Final = 4
"""A class, a flat or a house is no secret: «7А», «12-34»."""


@dataclass(frozen=True, slots=True)
class Struck:
    """A text with what was secret in it struck out, and whether anything was."""

    text: str
    found: bool


def struck_out(text: str) -> Struck:
    """Return a text as it may be kept.

    After «пароль:» anything is taken for a secret; after a bare «пароль» what has digits or Latin
    letters («пароль не подходит» stays); an activation code is one by its form.
    """
    holes = holes_of(text)
    return Struck(with_holes(text, holes), bool(holes))


def of_a_stranger(text: str) -> str:
    """Return the words of somebody unknown, in a line: what could be a secret is struck out, too.

    Who lost access writes what is to be known of the own password; and nobody can ask back.
    """
    said = struck_out(" ".join(text.split())).text
    said = _AFTER_A_LABEL.sub(lambda it: f"{it[1]}{it[2]}{STRUCK_OUT}", said)
    return _LOOKS_SECRET.sub(lambda it: STRUCK_OUT if _is_long(it[0]) else it[0], said)


def _is_long(word: str) -> bool:
    return len(word.strip(_AROUND)) > _LONGEST_OF_DIGITS


Hole = tuple[int, int]
"""From where to where a text is secret."""


def holes_of(text: str) -> list[Hole]:
    """Return where a text holds a secret, the first first."""
    found = [
        *_found(_TOLD, text, lambda word: word.casefold() not in _NO_SECRET),
        *(hole for said in _SAID for hole in _found(said, text, bool)),
        *_found(_CODE, text, _is_code),
    ]
    return _joined(found)


def _found(what: re.Pattern[str], text: str, is_secret: Callable[[str], bool]) -> list[Hole]:
    return [
        one.span(1) for one in what.finditer(text) if is_secret(one[1].strip(_AROUND)) and one[1]
    ]


def _is_code(found: str) -> bool:
    # Words in small letters that only look like a code's are words; so are twelve digits a number.
    words = " " in found and found != found.upper()
    return looks_like_code(found) and re.search(r"[^\W\d]", found) is not None and not words


def _joined(holes: Iterable[Hole]) -> list[Hole]:
    joined: list[Hole] = []
    for begin, end in sorted(holes):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def with_holes(text: str, holes: list[Hole]) -> str:
    """Return a text with what is secret struck out."""
    kept, at = "", 0
    for begin, end in holes:
        kept, at = kept + text[at:begin] + STRUCK_OUT, end
    return kept + text[at:]


def moved_by(place: int, holes: list[Hole]) -> int:
    """Return where a place of the text is after the holes before it; within one, at its end."""
    moved = place
    for begin, end in holes:
        if begin < place:
            moved += len(STRUCK_OUT) - (min(end, place) - begin)
    return moved
