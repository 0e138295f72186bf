"""Regulation profiles as TOML files of the program; what they mean is core's to check."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import NotFound
from core.ids import SchoolId
from core.regulation.layers import Layer, Said, profile_of
from core.regulation.profile import Profile, WrongProfile
from storage.quick import rows_of
from storage.tables import SchoolRow

NAMES: Final = ("a", "c", "d", "e")
"""The documents that set values, as the program brings them."""

_AFTER_ITS_OWN: Final = ("e", "c", "a")
"""Whose word counts where a school's own document says nothing, in this order."""

_RULES = select(SchoolRow.profile, SchoolRow.decided).where(SchoolRow.id == bindparam("school"))


@dataclass(frozen=True, slots=True)
class Document:
    """One document: how it is called, and what it sets."""

    title: str
    layer: Layer


def read_profile(name: str, decided: Mapping[str, object] | None = None) -> Profile:
    """Return the profile of a document that comes with the program, over the school's own word.

    Raise WrongProfile where there is no such document, or a value does not fit.
    """
    if name not in NAMES:
        raise WrongProfile("profile", name, " | ".join(NAMES))
    order = (name, *(one for one in _AFTER_ITS_OWN if one != name))
    return profile_of(name, [document(one).layer for one in order], decided)


@cache
def document(name: str) -> Document:
    """Return a document of the program."""
    file = resources.files("storage.regulations") / f"{name}.toml"
    return document_of(file.read_text(encoding="utf-8"))


def document_of(text: str) -> Document:
    """Return what a document's text says; raise WrongProfile that names what is none."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise WrongProfile("TOML", str(wrong), "TOML") from wrong
    title = said.pop("title", None)
    if not isinstance(title, str):
        raise WrongProfile("title", title, "text")
    layer = {
        f"{section}.{name}": _said(f"{section}.{name}", rule)
        for section, rules in said.items()
        for name, rule in _table(section, rules).items()
    }
    return Document(title, layer)


def _table(name: str, found: object) -> Mapping[str, object]:
    if not isinstance(found, dict):
        raise WrongProfile(name, found, "[section.setting]")
    return found


def _said(setting: str, found: object) -> Said:
    rule = _table(setting, found)
    if rule.keys() != {"value", "clause"} or not isinstance(rule["clause"], str):
        raise WrongProfile(setting, dict(rule), "value, clause")
    return Said(rule["value"], rule["clause"])


@dataclass(frozen=True, slots=True)
class SqlRegulations:
    """Each school's choice of a document, and what it decided itself, in its row."""

    connection: AsyncConnection

    async def of(self, school: SchoolId) -> Profile:
        """Return the school's rules as they are in force now."""
        rows = await rows_of(self.connection, _RULES, {"school": school})
        if not rows:
            raise NotFound
        return _profile(*rows[0])


@cache
def _profile(name: str, decided: str) -> Profile:
    # As many entries as schools have choices: each is made once in a process.
    return read_profile(name, json.loads(decided))
