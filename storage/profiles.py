"""Regulation profiles as TOML files of the program; what they mean is core's to check."""

import tomllib
from collections.abc import Mapping
from datetime import time, timedelta
from importlib import resources
from typing import Any

from core.regulation.profile import (
    Codes,
    Delivery,
    Profile,
    QuietHours,
    Rounding,
    WrongProfile,
)


def read_profile(name: str) -> Profile:
    """Return a profile that comes with the program; raise WrongProfile where it is none."""
    file = resources.files("storage.regulations") / f"{name}.toml"
    if not file.is_file():
        raise WrongProfile(f"no profile {name!r}")
    return profile_of(file.read_text(encoding="utf-8"))


def profile_of(text: str) -> Profile:
    """Return what a profile's text says; raise WrongProfile that names the wrong setting."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise WrongProfile(str(wrong)) from wrong
    rounding, delivery = _table(said, "rounding"), _table(said, "delivery")
    codes, clauses = _table(said, "codes"), _table(said, "clauses")
    profile = Profile(
        name=_text(said, "name"),
        rounding=Rounding(
            places=_whole(rounding, "places", 2), half=_half(rounding.pop("half", "up"))
        ),
        delivery=Delivery(
            timedelta(minutes=_whole(delivery, "correction_window_minutes", 10)),
            _quiet_hours(delivery.pop("quiet_hours", "21:00-07:00")),
        ),
        codes=Codes(
            lifetime=timedelta(days=_whole(codes, "lifetime_days", 30)),
            wrong_tries=_whole(codes, "wrong_tries", 5),
            wrong_tries_everywhere=_whole(codes, "wrong_tries_everywhere", 300),
            within=timedelta(minutes=_whole(codes, "within_minutes", 10)),
        ),
        weighted=_yes_or_no(said, "weighted", default=True),
        clauses=tuple((setting, str(clause)) for setting, clause in clauses.items()),
    )
    _must_be_empty({**said, **rounding, **delivery, **codes})
    return profile


def _table(said: dict[str, Any], name: str) -> dict[str, Any]:
    table = said.pop(name, {})
    if not isinstance(table, dict):
        raise WrongProfile(f"{name}: expected a table")
    return table


def _text(table: dict[str, Any], name: str) -> str:
    value = table.pop(name, None)
    if not isinstance(value, str):
        raise WrongProfile(f"{name}: expected a text")
    return value


def _whole(table: dict[str, Any], name: str, default: int) -> int:
    value = table.pop(name, default)
    if not isinstance(value, int) or isinstance(value, bool):
        raise WrongProfile(f"{name}: {value!r}, expected a whole number")
    return value


def _yes_or_no(table: dict[str, Any], name: str, *, default: bool) -> bool:
    value = table.pop(name, default)
    if not isinstance(value, bool):
        raise WrongProfile(f"{name}: {value!r}, expected true or false")
    return value


def _half(value: object) -> Any:  # noqa: ANN401 - one of two words, as the line below checks
    if value not in ("up", "even"):
        raise WrongProfile(f"half: {value!r}, expected up or even")
    return value


def _quiet_hours(value: object) -> QuietHours | None:
    if value == "off":
        return None
    try:
        begin, end = str(value).split("-")
        return QuietHours(time.fromisoformat(begin), time.fromisoformat(end))
    except ValueError as wrong:
        raise WrongProfile(f"quiet_hours: {value!r}, expected HH:MM-HH:MM or off") from wrong


def _must_be_empty(left: Mapping[str, object]) -> None:
    if left:
        raise WrongProfile(f"unknown settings: {', '.join(sorted(left))}")
