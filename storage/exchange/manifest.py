"""The manifest: which files are there and how each speaks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from core.exchange.bundle import Mode
from core.exchange.faults import Fault, FaultCode, FaultList
from core.exchange.files import FILES
from core.exchange.reading import Table

NAME = "manifest.csv"
PROPERTY, VALUE = "propertyName", "value"
VERSIONS = {"manifest.version": "1.0", "oneroster.version": "1.2"}
ZONE = "source.timeZone"
_MODES = " | ".join(Mode)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the manifest says of the files that are read, and the school's zone if it names one."""

    modes: Mapping[str, Mode] = field(default_factory=dict)
    zone: str | None = None


def read_manifest(table: Table, present: Collection[str], faults: FaultList) -> Manifest:
    """Return the manifest, and name in `faults` where it and the files do not agree."""
    if not {PROPERTY, VALUE} <= set(table.header):
        for name in (PROPERTY, VALUE):
            if name not in table.header:
                faults.add(_fault(1, name, FaultCode.COLUMN_MISSING, "", name))
        return Manifest()
    said = _properties(table, faults)
    for name, version in VERSIONS.items():
        line, value = said.get(name, (0, ""))
        if value != version:
            faults.add(_fault(line, name, FaultCode.BAD_VALUE, value, version))
    return Manifest(_modes(said, present, faults), _zone(said, faults))


def _properties(table: Table, faults: FaultList) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    name_at, value_at = table.header.index(PROPERTY), table.header.index(VALUE)
    for line, record in zip(table.lines, table.records, strict=True):
        name = record[name_at]
        if name in found:
            met = f"once (line {found[name][0]})"
            faults.add(_fault(line, PROPERTY, FaultCode.ID_TWICE, name, met))
        found.setdefault(name, (line, record[value_at]))
    return found


def _modes(
    said: Mapping[str, tuple[int, str]], present: Collection[str], faults: FaultList
) -> dict[str, Mode]:
    modes = dict[str, Mode]()
    for name, spec in FILES.items():
        listed = f"file.{name}"
        line, value = said.get(listed, (0, Mode.ABSENT.value))
        wrong = _disagreement(value, spec.csv, listed=bool(line), present=spec.csv in present)
        if wrong:
            faults.add(_fault(line, listed, wrong[0], value if line else "", wrong[1]))
        elif value != Mode.ABSENT:
            modes[name] = Mode(value)
    return modes


def _disagreement(
    value: str, csv: str, *, listed: bool, present: bool
) -> tuple[FaultCode, str] | None:
    """Return how a manifest's line and what is there do not agree, with what was expected."""
    if value not in list(Mode):
        return FaultCode.BAD_VALUE, _MODES
    if value != Mode.ABSENT:
        return None if present else (FaultCode.FILE_MISSING, csv)
    if not present:
        return None
    return (FaultCode.FILE_UNEXPECTED if listed else FaultCode.FILE_UNLISTED), "bulk | delta"


def _zone(said: Mapping[str, tuple[int, str]], faults: FaultList) -> str | None:
    line, value = said.get(ZONE, (0, ""))
    if not value:
        return None
    try:
        ZoneInfo(value)
    # A key that no zone has, that is no key at all, or that names a folder of the zone files.
    except (KeyError, ValueError, OSError):
        faults.add(_fault(line, ZONE, FaultCode.BAD_VALUE, value, "IANA time zone"))
        return None
    return value


def _fault(line: int, column: str, code: FaultCode, found: str, expected: str) -> Fault:
    return Fault(NAME, line, column, code, found, expected)
