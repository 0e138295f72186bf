"""Checks calls and results against the Bot API as a machine-readable copy of its page has it.

The copy is not part of this project: `ZVONOK_BOTAPI` says where it is, by default
`../shared/botapi/api.json` beside the repository. Without it such tests skip and say so.
"""

import json
import os
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from sandbox.engine import Call, Telegram

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "botapi" / "api.json"
ARRAY = "Array of "
CONSTANT = re.compile(r'(?:always "?|must be )(\w+)"?\.?$')
SCALARS = {"String": str, "Integer": int, "Float": int | float, "Boolean": bool}


def schema_path() -> Path:
    return Path(os.environ.get("ZVONOK_BOTAPI") or BESIDE)


def bot_api() -> "BotApi":
    """Return the Bot API to check against, or skip the test and say why."""
    if not schema_path().is_file():
        pytest.skip(f"the Bot API's description is not at {schema_path()}")
    return _loaded(schema_path())


@cache
def _loaded(path: Path) -> "BotApi":
    content = json.loads(path.read_text(encoding="utf-8"))
    return BotApi(content["methods"], content["types"])


@dataclass
class Conformance:
    """Everything that a sandbox was asked and answered, held against the Bot API."""

    api: "BotApi"
    calls: int = 0
    methods: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def hear(self, call: Call) -> None:
        self.calls += 1
        self.methods.add(call.method)
        self.faults += self.api.faults_of_call(call.method, call.params, call.files)
        if call.refusal is None:
            self.faults += self.api.faults_of_result(call.method, call.result)


def watched(telegram: Telegram) -> Conformance:
    """Check every call from now on; assert that `.faults` is empty in the end."""
    conformance = Conformance(bot_api())
    telegram.listen(conformance.hear)
    return conformance


class BotApi:
    """Methods and types; every check returns sentences about what does not fit."""

    def __init__(self, methods: dict[str, Any], types: dict[str, Any]) -> None:
        self._methods = {name.lower(): method for name, method in methods.items()}
        self._types = types

    def faults_of_call(
        self, method: str, params: dict[str, Any], files: Collection[str] = ()
    ) -> list[str]:
        """Check parameters as they travel: structures may be JSON in a string."""
        known = self._methods.get(method.lower())
        if known is None:
            return [f"there is no method {method}"]
        fields = {one["name"]: one for one in known.get("fields", [])}
        given = {**dict.fromkeys(files, "attach://"), **params}
        names = given.keys() - {name for name in files if name not in fields}
        return self._faults_of_fields(
            {name: given[name] for name in names}, fields, method, travels=True
        )

    def faults_of_result(self, method: str, result: object) -> list[str]:
        known = self._methods.get(method.lower())
        if known is None:
            return [f"there is no method {method}"]
        return self._faults(result, known["returns"], f"{method} ->", travels=False)

    def faults_of_update(self, update: object) -> list[str]:
        return self._faults(update, ["Update"], "update", travels=False)

    def _faults_of_fields(
        self, value: dict[str, Any], fields: dict[str, Any], where: str, *, travels: bool
    ) -> list[str]:
        faults = [f"{where}: {name} is unknown" for name in value.keys() - fields.keys()]
        for name, one in fields.items():
            if name in value:
                place = f"{where}.{name}"
                faults += self._faults(value[name], one["types"], place, travels=travels)
                faults += _fault_of_constant(value[name], one, place)
            elif one["required"]:
                faults.append(f"{where}: {name} is missing")
        return faults

    def _faults(self, value: object, types: list[str], where: str, *, travels: bool) -> list[str]:
        outcomes = [self._faults_of_type(value, kind, where, travels=travels) for kind in types]
        return min(outcomes, key=len)

    def _faults_of_type(self, value: object, kind: str, where: str, *, travels: bool) -> list[str]:
        if kind in SCALARS:
            return _fault_of_scalar(value, kind, where, travels=travels)
        if kind == "InputFile":
            return [] if isinstance(value, str) else [f"{where}: no file"]
        if travels and isinstance(value, str):
            value = _structure(value)
        if kind.startswith(ARRAY):
            return self._faults_of_array(value, kind.removeprefix(ARRAY), where)
        return self._faults_of_object(value, self._types[kind], where)

    def _faults_of_array(self, value: object, kind: str, where: str) -> list[str]:
        if not isinstance(value, list):
            return [f"{where}: {value!r} is no array"]
        outcomes = [
            self._faults(one, [kind], f"{where}[{place}]", travels=False)
            for place, one in enumerate(value)
        ]
        return list(chain.from_iterable(outcomes))

    def _faults_of_object(self, value: object, kind: dict[str, Any], where: str) -> list[str]:
        if subtypes := kind.get("subtypes"):
            return self._faults(value, subtypes, where, travels=False)
        if not isinstance(value, dict):
            return [f"{where}: {value!r} is no {kind['name']}"]
        fields = {one["name"]: one for one in kind.get("fields", [])}
        return self._faults_of_fields(value, fields, f"{where}({kind['name']})", travels=False)


def _fault_of_scalar(value: object, kind: str, where: str, *, travels: bool) -> list[str]:
    right = isinstance(value, SCALARS[kind])
    if kind in ("Integer", "Float") and isinstance(value, bool):
        right = False
    if travels and isinstance(value, str):
        value = _structure(value)
        right = right or isinstance(value, SCALARS[kind])
    return [] if right else [f"{where}: {value!r} is no {kind}"]


def _fault_of_constant(value: object, one: dict[str, Any], where: str) -> list[str]:
    constant = CONSTANT.search(one["description"])
    if constant is None or one["types"] != ["String"] or value == constant[1]:
        return []
    return [f"{where}: {value!r} is not {constant[1]!r}"]


def _structure(value: str) -> object:
    try:
        return json.loads(value)
    except ValueError:
        return value
