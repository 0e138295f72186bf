"""`zvonok breach`: an account in strange hands, shut out by who runs the program (S4)."""

from html import unescape

import typer

from bot.composition.breach_by_hand import BreachAsked, BreachDone, breach_by_hand
from bot.composition.database import opened
from bot.config import Settings
from bot.screens.breaches.asking import moment
from bot.screens.breaches.done import void_line
from bot.screens.parts.naming import full_name
from bot.speaking import explain, speech_of
from bot.texts.formats import day_and_month
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.errors import Refusal

_REFUSED = 1


async def run_breach(settings: Settings, asked: BreachAsked, *, dry_run: bool) -> int:
    """Report a breach, or only show what would be void; return the exit status."""
    async with opened(settings) as store:
        try:
            done = await breach_by_hand(settings, store, asked, dry_run=dry_run)
        except Refusal as refused:
            explain(settings, refused, person=asked.who)
            return _REFUSED
    _print(speech_of(settings), done, dry_run=dry_run)
    return 0


def _print(speech: Speech, done: BreachDone, *, dry_run: bool) -> None:
    breach = done.breach
    who, since = full_name(speech, breach.of.name), moment(speech, breach.since, done.zone)
    key: Key = "cli-breach-would" if dry_run else "cli-breach-done"
    ended, voided = breach.ended, breach.voided
    typer.echo(speech.label(key, who=who, since=since, ended=ended, voided=voided))
    for one in done.voided:
        typer.echo("  " + unescape(void_line(speech, one)))
    if dry_run:
        typer.echo(speech.label("cli-breach-nothing-done"))
        return
    if done.voided:
        typer.echo(speech.label("cli-breach-repair"))
    day = day_and_month(done.report_by, speech.language)
    typer.echo(speech.label("cli-breach-report-by", day=day))
