"""`zvonok check`: whether each school's log of consultations is as it was written (H4)."""

import re
from typing import assert_never

import typer

from bot.composition.database import opened
from bot.composition.errands import check_logs
from bot.config import Settings
from bot.speaking import explain, speech_of
from bot.texts.speech import Speech
from core.errors import Refusal
from core.helpdesk.log.chain import Head
from core.helpdesk.log.checking import Broken, Checked, Exchanged, Missing, Unnoted

_REFUSED = 1


_PRINTED = re.compile(r"\s*([1-9]\d{0,8})\s*:\s*([0-9a-f]{8,64})\s*", re.IGNORECASE)


def head_printed(said: str) -> Head | None:
    """Return the head that a report bears, as it is typed; None for what is none."""
    found = _PRINTED.fullmatch(said)
    return Head(int(found[1]), found[2].lower()) if found else None


async def run_check(settings: Settings, *, school: str | None, printed: str | None = None) -> int:
    """Check the logs and say what is wrong first; return the exit status, 1 where anything is."""
    speech = speech_of(settings)
    head = head_printed(printed) if printed is not None else None
    if printed is not None and head is None:
        typer.echo(speech.label("cli-check-not-printed"))
        return _REFUSED
    async with opened(settings) as store:
        try:
            found = await check_logs(store, school=school, printed=head)
        except Refusal as refused:
            explain(settings, refused)
            return _REFUSED
    for name, checked in found:
        typer.echo(_said(speech, name, checked))
    return _REFUSED if any(one.wrong for _, one in found) else 0


def _said(speech: Speech, school: str, checked: Checked) -> str:
    held: dict[str, str | int] = {"school": school, "count": checked.head.number}
    match checked.wrong:
        case None:
            digest = checked.head.in_short or "0"
            return speech.label("cli-check-whole", digest=digest, **held)
        case Broken(row):
            return speech.label("cli-check-broken", row=row, **held)
        case Missing(first, last):
            rows = str(first) if first == last else f"{first}–{last}"
            return speech.label("cli-check-missing", rows=rows, missing=last + 1 - first, **held)
        case Exchanged(row):
            return speech.label("cli-check-exchanged", row=row, **held)
        case Unnoted(row):
            return speech.label("cli-check-unnoted", row=row, **held)
        case _:
            assert_never(checked.wrong)
