"""A folder or a zip as named bytes, with limits: what a bundle may be before anybody reads it."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from core.exchange.faults import Fault, FaultCode, FaultList

_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a bundle may hold: files, bytes of all, and how far a zip has squeezed them."""

    files: int = 500
    size: int = 512 * _MEBIBYTE
    ratio: int = 250


LIMITS = Limits()


def contents(path: Path, faults: FaultList, limits: Limits = LIMITS) -> Mapping[str, bytes]:
    """Return the bundle's CSV files by name; what cannot be taken is named in `faults`."""
    if path.is_dir():
        return _of_folder(path, faults, limits)
    if path.is_file() and zipfile.is_zipfile(path):
        return _of_zip(path, faults, limits)
    faults.add(_fault(path.name, FaultCode.NOT_A_BUNDLE, "", "folder | zip"))
    return {}


def _of_folder(path: Path, faults: FaultList, limits: Limits) -> dict[str, bytes]:
    found = sorted(one for one in path.iterdir() if one.suffix == ".csv" and one.is_file())
    size = sum(one.stat().st_size for one in found)
    if size > limits.size or len(found) > limits.files:
        faults.add(_too_large(path.name, size, len(found), limits))
        return {}
    return {one.name: one.read_bytes() for one in found}


def _of_zip(path: Path, faults: FaultList, limits: Limits) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [one for one in archive.infolist() if not one.filename.endswith("/")]
            bad = list(_unsafe(members, path.name, limits))
            if bad:
                faults.extend(bad)
                return {}
            return {
                name: read
                for name, member in _tables(members).items()
                if (read := _read(archive, member, faults)) is not None
            }
    # What zipfile raises for a directory that it cannot read: also one of a version to come, a
    # name in no encoding, and a place beyond the file's end.
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError, OSError) as broken:
        faults.add(_fault(path.name, FaultCode.NOT_A_BUNDLE, str(broken), "zip"))
        return {}


def _unsafe(members: list[zipfile.ZipInfo], name: str, limits: Limits) -> Iterator[Fault]:
    """Yield what makes a zip dangerous by its own directory, before anything is unpacked."""
    size = sum(one.file_size for one in members)
    if size > limits.size or len(members) > limits.files:
        yield _too_large(name, size, len(members), limits)
    seen = set[str]()
    for one in members:
        if _is_odd(one.filename):
            yield _fault(one.filename or name, FaultCode.UNSAFE_PATH, one.filename, "NAME.csv")
        if one.file_size > limits.ratio * max(one.compress_size, _MEBIBYTE // limits.ratio):
            found = f"{one.file_size} bytes of {one.compress_size}"
            yield _fault(one.filename, FaultCode.TOO_LARGE, found, f"{limits.ratio} times or less")
        if one.filename in seen:
            yield _fault(one.filename, FaultCode.MALFORMED, one.filename, "once in the zip")
        seen.add(one.filename)


def _is_odd(name: str) -> bool:
    """Say whether a member's name is none, leads elsewhere, or means another place on Windows."""
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts:
        return True
    return name.startswith("/") or "\\" in name or ":" in parts[0]


def _tables(members: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Return the CSV files at the top, or in the only folder that holds a manifest."""
    paths = {PurePosixPath(one.filename): one for one in members}
    tops = sorted(
        (path.parent for path in paths if path.name == "manifest.csv"),
        key=lambda folder: len(folder.parts),
    )
    top = tops[0] if tops else PurePosixPath()
    return {
        path.name: one
        for path, one in sorted(paths.items())
        if path.parent == top and path.suffix == ".csv"
    }


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, faults: FaultList) -> bytes | None:
    name = PurePosixPath(member.filename).name
    try:
        return archive.read(member)
    # What zipfile raises for a wrong checksum, a password, an unknown method and broken data.
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError) as broken:
        faults.add(_fault(name, FaultCode.MALFORMED, str(broken), "readable file"))
        return None


def _too_large(name: str, size: int, files: int, limits: Limits) -> Fault:
    expected = f"{limits.files} files, {limits.size} bytes or less"
    return _fault(name, FaultCode.TOO_LARGE, f"{files} files, {size} bytes", expected)


def _fault(name: str, code: FaultCode, found: str, expected: str) -> Fault:
    return Fault(name, 0, "", code, found, expected)
