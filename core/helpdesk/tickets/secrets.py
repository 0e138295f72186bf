"""Passwords and activation codes typed into a ticket: struck out before anything is kept."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from core.access.codes import looks_like_code
from core.messages.content import Content, RichText, SentFile

STRUCK_OUT: Final = "•••"

_RUSSIAN: Final = (
    r"(?<!\w)(?:парол\w*|код\w*(?:\s+(?:активации|доступа|подтверждения))?|пин(?:-?код\w*)?)"
)
_ENGLISH: Final = r"(?<!\w)(?:password|passwd|pwd|pass|pin|(?:activation\s+)?code)"
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
_AROUND: Final = ".,;!?()«»\"'"


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
    holes = _holes(text)
    return Struck(_with_holes(text, holes), bool(holes))


def without_secrets(content: Content) -> tuple[Content, bool]:
    """Return what somebody says as it may be kept, and whether a secret was in it."""
    text, found = _bare(content.text)
    files = [_bare_file(one) for one in content.files]
    kept = replace(content, text=text, files=tuple(one for one, _ in files))
    return kept, found or any(it for _, it in files)


def _bare_file(file: SentFile) -> tuple[SentFile, bool]:
    caption, found = _bare(file.caption)
    return replace(file, caption=caption), found


def _bare(said: RichText) -> tuple[RichText, bool]:
    holes = _holes(said.text)
    spans = [
        replace(one, begin=_moved(one.begin, holes), end=_moved(one.end, holes))
        for one in said.spans
    ]
    kept = tuple(one for one in spans if one.begin < one.end)
    return RichText(_with_holes(said.text, holes), kept), bool(holes)


_Hole = tuple[int, int]


def _holes(text: str) -> list[_Hole]:
    found = [
        *_found(_TOLD, text, lambda word: word.casefold() not in _NO_SECRET),
        *(hole for said in _SAID for hole in _found(said, text, bool)),
        *_found(_CODE, text, _is_code),
    ]
    return _joined(found)


def _found(what: re.Pattern[str], text: str, is_secret: Callable[[str], bool]) -> list[_Hole]:
    return [
        one.span(1) for one in what.finditer(text) if is_secret(one[1].strip(_AROUND)) and one[1]
    ]


def _is_code(found: str) -> bool:
    # Words in small letters that only look like a code's are words; so are twelve digits a number.
    words = " " in found and found != found.upper()
    return looks_like_code(found) and re.search(r"[^\W\d]", found) is not None and not words


def _joined(holes: Iterable[_Hole]) -> list[_Hole]:
    joined: list[_Hole] = []
    for begin, end in sorted(holes):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def _with_holes(text: str, holes: list[_Hole]) -> str:
    kept, at = "", 0
    for begin, end in holes:
        kept, at = kept + text[at:begin] + STRUCK_OUT, end
    return kept + text[at:]


def _moved(place: int, holes: list[_Hole]) -> int:
    """Return where a place of the text is after the holes before it; within one, at its end."""
    moved = place
    for begin, end in holes:
        if begin < place:
            moved += len(STRUCK_OUT) - (min(end, place) - begin)
    return moved
