"""Logs: a JSON object a line on standard error. No mark, name or code is ever given to them."""

import logging
import re
import sys
import traceback
from pathlib import Path
from typing import Final

import structlog

log = structlog.get_logger(__name__)

_PLACES: Final = 8
_QUOTED: Final = re.compile(r'"[^"]*"?')
_ROOT: Final = Path(__file__).parents[1]
_OURS: Final = frozenset({"bot", "core", "storage", "sandbox"})


def configure_logs(level: str) -> None:
    """Let the program log from this level on; libraries log their warnings through it."""
    number = logging.getLevelNamesMapping().get(level.upper(), logging.INFO)
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer(ensure_ascii=False)],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=max(number, logging.WARNING), stream=sys.stderr)


def log_failure(event: str, error: BaseException, **known: object) -> None:
    """Log a fault of the program: its kind and the places that it came by.

    Never its words: those of a database or of a parser hold what they worked on.
    """
    log.error(event, **known, error=_kinds(error), trace=_places(error))


def place_of(error: BaseException) -> str:
    """Return where an error arose, innermost."""
    places = _places(error)
    return places[-1] if places else ""


def without_quotes(said: str) -> str:
    """Return Telegram's words of a refusal without what they quote of a message."""
    return _QUOTED.sub('"…"', said)


def _kinds(error: BaseException) -> str:
    """Return an error's kind, and the kind of what caused it."""
    cause = error.__cause__
    kind = type(error).__name__
    return kind if cause is None else f"{kind} by {type(cause).__name__}"


def _places(error: BaseException) -> list[str]:
    """Return the program's own places that an error came by, and where it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _is_ours(frame)][-_PLACES:]
    return [_place(one) for one in [*ours, *(one for one in frames[-1:] if not _is_ours(one))]]


def _is_ours(frame: traceback.FrameSummary) -> bool:
    path = Path(frame.filename)
    return path.is_relative_to(_ROOT) and path.relative_to(_ROOT).parts[0] in _OURS


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    # Without the machine's own folders.
    file = path.relative_to(_ROOT) if _is_ours(frame) else "/".join(path.parts[-2:])
    return f"{file}:{frame.lineno} {frame.name}"
