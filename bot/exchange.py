"""`zvonok import` and `zvonok export`: what is printed of them."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Final

import typer
from rich.console import Console
from rich.progress import Progress

from bot.composition.database import opened
from bot.composition.errands import give_out, take_in
from bot.config import Settings
from bot.speaking import explain, speech_of
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.errors import Refusal
from core.exchange.faults import Fault, FaultCode
from core.exchange.import_bundle import ImportReport

_REFUSED: Final = 1
_LISTED: Final = 200

FAULTS: Final[dict[FaultCode, Key]] = {
    FaultCode.NOT_A_BUNDLE: "cli-fault-not-a-bundle",
    FaultCode.UNSAFE_PATH: "cli-fault-unsafe-path",
    FaultCode.TOO_LARGE: "cli-fault-too-large",
    FaultCode.FILE_MISSING: "cli-fault-file-missing",
    FaultCode.FILE_UNLISTED: "cli-fault-file-unlisted",
    FaultCode.FILE_UNEXPECTED: "cli-fault-file-unexpected",
    FaultCode.ENCODING: "cli-fault-encoding",
    FaultCode.MALFORMED: "cli-fault-malformed",
    FaultCode.ROW_WIDTH: "cli-fault-row-width",
    FaultCode.COLUMN_MISSING: "cli-fault-column-missing",
    FaultCode.COLUMN_TWICE: "cli-fault-column-twice",
    FaultCode.EMPTY: "cli-fault-empty",
    FaultCode.BAD_VALUE: "cli-fault-bad-value",
    FaultCode.ID_TWICE: "cli-fault-id-twice",
    FaultCode.CELL_TWICE: "cli-fault-cell-twice",
    FaultCode.DANGLING: "cli-fault-dangling",
    FaultCode.OUT_OF_YEAR: "cli-fault-out-of-year",
    FaultCode.OUT_OF_LIMITS: "cli-fault-out-of-limits",
    FaultCode.ENDS_BEFORE_BEGIN: "cli-fault-ends-before-begin",
    FaultCode.SCHOOLS: "cli-fault-schools",
    FaultCode.KEPT_DIFFERS: "cli-fault-kept-differs",
    FaultCode.CHAIN_BROKEN: "cli-fault-chain-broken",
}

PHRASES: Final[dict[str, Key]] = {
    r"folder \| zip": "cli-expected-bundle",
    r"header": "cli-expected-header",
    r"readable file": "cli-expected-readable",
    r"once in the zip": "cli-expected-once",
    r"once \(line (?P<line>\d+)\)": "cli-expected-once-at",
    r"(?P<ratio>\d+) times or less": "cli-expected-ratio",
    r"(?P<files>\d+) files, (?P<size>\d+) bytes or less": "cli-expected-size",
    r"(?P<files>\d+) files, (?P<size>\d+) bytes": "cli-found-size",
    r"(?P<size>\d+) bytes of (?P<packed>\d+)": "cli-found-packed",
    r"JSON object of text": "cli-expected-object",
    r"file of the bundle": "cli-expected-file",
    r"IANA time zone": "cli-expected-zone",
}
"""What the readers of files name in words, where all else is notation."""

_FOUND_ELSEWHERE: Final = frozenset({FaultCode.NOT_A_BUNDLE, FaultCode.MALFORMED})
"""What these found is a parser's own English, or the file that is named already."""


async def run_import(settings: Settings, path: Path, *, dry_run: bool, school: str | None) -> int:
    """Import and print the report; return the exit status."""
    speech = speech_of(settings)
    async with opened(settings) as store:
        try:
            with _bar() as bar:
                report = await take_in(
                    settings, store, path, school=school, dry_run=dry_run, progress=bar
                )
        except Refusal as refused:
            explain(settings, refused)
            return _REFUSED
    if report.fault_count:
        _print_faults(speech, report)
        return _REFUSED
    _print_changes(speech, report, dry_run=dry_run)
    return 0


async def run_export(settings: Settings, path: Path, *, school: str | None) -> int:
    """Export and say where to; return the exit status."""
    async with opened(settings) as store:
        try:
            rows = await give_out(store, path, school=school)
        except Refusal as refused:
            explain(settings, refused)
            return _REFUSED
    typer.echo(speech_of(settings).label("cli-exported", rows=rows, path=str(path)))
    return 0


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not sys.stderr.isatty()) as shown:
        task = shown.add_task("", total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def _print_faults(speech: Speech, report: ImportReport) -> None:
    typer.echo(speech.label("cli-import-refused", count=report.fault_count), err=True)
    for fault in report.faults[:_LISTED]:
        typer.echo(_fault(speech, fault), err=True)
    left = report.fault_count - min(len(report.faults), _LISTED)
    if left:
        typer.echo(speech.label("cli-import-more", count=left), err=True)


def _fault(speech: Speech, fault: Fault) -> str:
    place = _place(speech, fault.file, fault.line)
    if fault.column:
        place = speech.label("cli-column", place=place, column=fault.column)
    why, expected = speech.label(FAULTS[fault.code]), in_words(speech, fault.expected)
    if not fault.found or fault.code in _FOUND_ELSEWHERE:
        return speech.label("cli-fault-plain", place=place, why=why, expected=expected)
    found = in_words(speech, fault.found)
    return speech.label("cli-fault", place=place, why=why, found=found, expected=expected)


def in_words(speech: Speech, notation: str) -> str:
    """Return what a reader of files calls in English, in the reader's language; else as it is."""
    for pattern, key in PHRASES.items():
        if met := re.fullmatch(pattern, notation):
            return speech.label(key, **met.groupdict())
    return notation


def _place(speech: Speech, file: str, line: int) -> str:
    return speech.label("cli-line", file=file, line=str(line)) if line else file


def _print_changes(speech: Speech, report: ImportReport, *, dry_run: bool) -> None:
    typer.echo(speech.label("cli-school", school=report.school))
    for warning in islice(report.warnings, _LISTED):
        place = _place(speech, warning.file, warning.line)
        typer.echo(
            speech.label("cli-warning", place=place, what=warning.what, who=warning.who), err=True
        )
    for clash in islice(report.clashes, _LISTED):
        place = _place(speech, clash.file, clash.line)
        typer.echo(speech.label("cli-clash", place=place, source=clash.source), err=True)
    if not report.counts:
        typer.echo(speech.label("cli-import-same"))
        return
    typer.echo(speech.label("cli-import-would" if dry_run else "cli-import-done"))
    for file, count in report.counts.items():
        numbers = {"new": count.new, "changed": count.changed, "gone": count.gone}
        typer.echo("  " + speech.label("cli-import-counts", file=file, **numbers))
    if report.first:
        typer.echo(speech.label("cli-import-first"))
