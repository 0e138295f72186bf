"""How the command line speaks: in the administrator's language, on standard error."""

from typing import Final

import typer

from bot.config import Settings
from bot.texts.keys import Key
from bot.texts.speech import Speech, Texts
from core.errors import Refusal
from core.exchange.schools import SchoolAmbiguous

SENTENCES: Final[dict[str, Key]] = {
    "school-unknown": "cli-refusal-school-unknown",
    "school-ambiguous": "cli-refusal-school-ambiguous",
    "person-unknown": "cli-refusal-person-unknown",
}


def speech_of(settings: Settings) -> Speech:
    """Return the speech of the command line."""
    return Texts.load().of(settings.language)


def explain(settings: Settings, refused: Refusal, *, person: str = "") -> None:
    """Say why something cannot be done."""
    schools = " | ".join(refused.identifiers) if isinstance(refused, SchoolAmbiguous) else ""
    key = SENTENCES.get(refused.code, "refusal")
    typer.echo(speech_of(settings).label(key, person=person, schools=schools), err=True)
