"""How the command line speaks: in the administrator's language, on standard error."""

from typing import Final

import typer

from bot.config import SettingFault, Settings, WrongSettings, language_of_commands
from bot.texts.keys import Key
from bot.texts.speech import Speech, Texts
from core.errors import PersonAmbiguous, Refusal
from core.exchange.schools import ForeignBundle, SchoolAmbiguous
from core.regulation.profile import WrongProfile

WRONG_SETTINGS: Final = 2

SENTENCES: Final[dict[str, Key]] = {
    "school-unknown": "cli-refusal-school-unknown",
    "school-ambiguous": "cli-refusal-school-ambiguous",
    "person-unknown": "cli-refusal-person-unknown",
    "person-ambiguous": "cli-refusal-person-ambiguous",
    "breach-moment": "cli-refusal-breach-moment",
    "foreign-bundle": "cli-refusal-foreign-bundle",
    "administrator-there": "cli-refusal-administrator-there",
    "name-missing": "cli-refusal-name-missing",
    "wrong-profile": "cli-refusal-wrong-profile",
}

FAULTS: Final[dict[SettingFault, Key]] = {
    SettingFault.WRONG: "setting-wrong",
    SettingFault.MISSING: "setting-missing",
    SettingFault.REQUIRED_WITH_POSTGRES: "setting-required-with-postgres",
    SettingFault.REQUIRED_WITH_WEBHOOK: "setting-required-with-webhook",
    SettingFault.REQUIRED_WITH_MAIL: "setting-required-with-mail",
    SettingFault.AGAINST_TELEGRAM: "setting-against-telegram",
    SettingFault.UNKNOWN_TO_TELEGRAM: "setting-unknown-to-telegram",
    SettingFault.ALREADY_AT_WORK: "setting-already-at-work",
}

EXPECTED: Final[dict[str, Key]] = {
    "ZVONOK_BOT_TOKEN": "expected-token",
    "ZVONOK_TELEGRAM_API_URL": "expected-url",
    "ZVONOK_DATABASE_URL": "expected-database",
    "ZVONOK_PROXY_URL": "expected-url",
    "ZVONOK_CORRECTION_WINDOW": "expected-seconds",
    "ZVONOK_QUIET_HOURS": "expected-quiet-hours",
    "ZVONOK_TIMEZONE": "expected-zone",
    "ZVONOK_CLOCK": "expected-instant",
    "ZVONOK_SECRET": "expected-secret",
    "ZVONOK_WEBHOOK_URL": "expected-url",
    "ZVONOK_PUBLIC_URL": "expected-url",
    "ZVONOK_WEBHOOK_HOST": "expected-host",
    "ZVONOK_WEBHOOK_PORT": "expected-port",
    "ZVONOK_WEBHOOK_SECRET": "expected-webhook-secret",
    "ZVONOK_SMTP_URL": "expected-smtp",
    "ZVONOK_MAIL_FROM": "expected-sender",
    "ZVONOK_MESSAGES_PER_SECOND": "expected-rate",
    "ZVONOK_LANGUAGE": "expected-language",
    "ZVONOK_LOG_LEVEL": "expected-log-level",
}


def speech_of(settings: Settings) -> Speech:
    """Return the speech of the command line."""
    return Texts.load().of(settings.language)


def explain(settings: Settings, refused: Refusal, *, person: str = "") -> None:
    """Say why something cannot be done."""
    key = SENTENCES.get(refused.code, "refusal")
    typer.echo(speech_of(settings).label(key, person=person, **_details(refused)), err=True)


def _details(refused: Refusal) -> dict[str, str]:
    match refused:
        case SchoolAmbiguous():
            return {"schools": " | ".join(refused.identifiers)}
        case PersonAmbiguous():
            return {"ids": " | ".join(refused.ids)}
        case ForeignBundle():
            return {"told": refused.told, "asked": refused.asked}
        case WrongProfile():
            told = {"setting": refused.setting, "found": str(refused.found)}
            return told | {"expected": refused.expected}
        case _:
            return {}


def name_faults(wrong: WrongSettings) -> int:
    """Name every setting that does not fit and what is expected; return the exit status."""
    speech = Texts.load().of(language_of_commands())
    for name, fault in wrong.faults.items():
        expected = speech.label(EXPECTED.get(name, "expected-text"))
        typer.echo(speech.label(FAULTS[fault], setting=name, expected=expected), err=True)
    return WRONG_SETTINGS
