"""A path into a bundle: everything that is wrong with its files is found in one go."""

from collections.abc import Callable, Mapping
from pathlib import Path

from core.exchange.bundle import Bundle, FileRows
from core.exchange.faults import Fault, FaultCode, FaultList
from core.exchange.files import FILES
from core.exchange.reading import read_rows
from storage.exchange import manifest
from storage.exchange.container import LIMITS, Limits, contents
from storage.exchange.gone import with_gone
from storage.exchange.sheets import read_table

Progress = Callable[[int, int], None]
"""Hears how many rows are done, of how many."""


def quietly(done: int, total: int) -> None:
    """Hear of the progress and show nothing."""


def read_bundle(
    path: Path, faults: FaultList, *, limits: Limits = LIMITS, progress: Progress = quietly
) -> Bundle:
    """Return what a folder or a zip says; all that is wrong with it is added to `faults`."""
    found = contents(path, faults, limits)
    if manifest.NAME not in found:
        if not faults:
            faults.add(Fault(manifest.NAME, 0, "", FaultCode.FILE_MISSING, "", manifest.NAME))
        return Bundle({})
    said = _manifest(found, faults)
    sizes = {name: found[FILES[name].csv].count(b"\n") for name in said.modes}
    total, done = sum(sizes.values()), 0
    files = dict[str, FileRows]()
    # In the order of the declaration, whatever the order of the manifest.
    for name, spec in FILES.items():
        if name not in said.modes:
            continue
        table = read_table(spec.csv, found[spec.csv], faults)
        mode = said.modes[name]
        files[name] = (
            read_rows(spec, mode, table, faults) if table else FileRows(mode, whole=False)
        )
        done += sizes[name]
        progress(done, total)
    return Bundle(with_gone(files, faults), said.zone)


def _manifest(found: Mapping[str, bytes], faults: FaultList) -> manifest.Manifest:
    table = read_table(manifest.NAME, found[manifest.NAME], faults)
    if table is None:
        return manifest.Manifest()
    return manifest.read_manifest(table, found, faults)
