"""`zvonok rules`: a school's rules, each in a sentence with its clause."""

from collections.abc import Sequence

import typer

from bot.composition.database import opened
from bot.composition.errands import rules_of
from bot.config import Settings
from bot.screens.parts.rules import RULES, rule
from bot.speaking import explain, speech_of
from core.errors import Refusal
from core.regulation.profile import WrongProfile

_REFUSED = 1


async def run_rules(
    settings: Settings, *, document: str | None, decide: Sequence[str], school: str | None
) -> int:
    """Choose and decide what is asked, and print the rules in force; return the exit status."""
    async with opened(settings) as store:
        try:
            decided = dict(_decision(one) for one in decide)
            profile = await rules_of(store, document=document, decided=decided, school=school)
        except Refusal as refused:
            explain(settings, refused)
            return _REFUSED
    speech = speech_of(settings)
    for setting in RULES:
        typer.echo(f"{setting} = {_written(profile.written(setting))}")
        typer.echo(f"    {rule(speech, profile, setting)}")
    return 0


def _decision(word: str) -> tuple[str, str]:
    setting, equals, value = word.partition("=")
    if not equals:
        raise WrongProfile("--set", word, "SECTION.RULE=VALUE")
    return setting.strip(), value.strip()


def _written(value: str | int | bool) -> str:  # noqa: FBT001 - a value
    return str(value).lower() if isinstance(value, bool) else str(value)
