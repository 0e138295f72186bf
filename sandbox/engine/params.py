"""Reading the parameters of a call, which come as native values or as the strings of a form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sandbox.engine.files import UploadedFile
from sandbox.engine.refusals import bad_request

Wire: TypeAlias = dict[str, Any]
"""An object as it travels: what JSON makes of one of Telegram's types."""


@dataclass(slots=True)
class Params:
    """One call's parameters and the files that came with it."""

    values: Wire
    files: Mapping[str, UploadedFile] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a string, empty when the parameter is absent."""
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else str(value)

    def flag(self, name: str) -> bool:
        """Return a boolean as Telegram reads it: true, yes and 1 are true, all else is false."""
        value = self.values.get(name)
        if value is None or isinstance(value, bool):
            return bool(value)
        return str(value).lower() in {"true", "yes", "1"}

    def integer(self, name: str, default: int = 0) -> int:
        """Return a whole number, or the default when it is absent or unreadable."""
        return whole(self.values.get(name), default)

    def structure(self, name: str) -> Any:  # noqa: ANN401 - any JSON value
        """Return a list or an object, parsed when it came as a string; None when absent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            said = f"can't parse {name.replace('_', ' ')} JSON object"
            raise bad_request(said) from None

    def mapping(self, name: str) -> Wire | None:
        """Return an object; None when absent."""
        value = self.structure(name)
        if value is None or isinstance(value, dict):
            return value
        raise bad_request(f"object expected as {name.replace('_', ' ')}")

    def sequence(self, name: str) -> list[Any] | None:
        """Return an array; None when absent."""
        value = self.structure(name)
        if value is None or isinstance(value, list):
            return value
        raise bad_request(f"expected an Array of {name.replace('_', ' ')}")


def whole(value: Any, default: int = 0) -> int:  # noqa: ANN401 - any JSON value
    """Return a value as a whole number, or the default when it is none."""
    try:
        return default if value is None else int(value)
    except (TypeError, ValueError):
        return default
