"""`zvonok check`: whether each school's log of consultations is as it was written (H4)."""

import typer

from bot.composition.database import opened
from bot.composition.errands import check_logs
from bot.config import Settings
from bot.speaking import explain, speech_of
from core.errors import Refusal

_REFUSED = 1


async def run_check(settings: Settings, *, school: str | None) -> int:
    """Check the logs and say which row is broken; return the exit status, 1 where one is."""
    async with opened(settings) as store:
        try:
            found = await check_logs(store, school=school)
        except Refusal as refused:
            explain(settings, refused)
            return _REFUSED
    speech = speech_of(settings)
    for name, checked in found:
        head = checked.head
        told: dict[str, str | int] = {"school": name, "count": head.number}
        if checked.broken is None:
            digest = head.digest[:16] or "0"
            typer.echo(speech.label("cli-check-whole", digest=digest, **told))
        else:
            typer.echo(speech.label("cli-check-broken", row=checked.broken, **told))
    return _REFUSED if any(one.broken is not None for _, one in found) else 0
