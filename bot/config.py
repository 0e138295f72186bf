"""Settings: one frozen object, read once from the environment, handed on as plain values."""

import os
import re
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    AwareDatetime,
    BeforeValidator,
    Field,
    IPvAnyNetwork,
    SecretStr,
    ValidationError,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.regulation.forms import QuietHours

OFF = "off"
TELEGRAM = "https://api.telegram.org"
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
_HEADER = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SENDER = r"^[^@\s<>]+@[^@\s<>]+$"
_SMTP_PORTS = {"smtp": 587, "smtps": 465}
_DEFAULT_DATABASE = "sqlite:///var/zvonok.db"


class SettingFault(StrEnum):
    """Why the program cannot start with a setting. The words for it stand with the texts."""

    WRONG = "wrong"
    MISSING = "missing"
    REQUIRED_WITH_POSTGRES = "required-with-postgres"
    REQUIRED_WITH_WEBHOOK = "required-with-webhook"
    REQUIRED_WITH_MAIL = "required-with-mail"
    AGAINST_TELEGRAM = "against-telegram"
    UNKNOWN_TO_TELEGRAM = "unknown-to-telegram"
    ALREADY_AT_WORK = "already-at-work"


class WrongSettings(Exception):
    """The program is half-configured; `faults` names each setting and what is wrong with it."""

    def __init__(self, faults: dict[str, SettingFault]) -> None:
        super().__init__(faults)
        self.faults = faults


def _quiet(value: object) -> object:
    if not isinstance(value, str) or value == OFF:
        return value
    begin, _, end = value.partition("-")
    return QuietHours(time.fromisoformat(begin.strip()), time.fromisoformat(end.strip()))


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError("expected a token")
    return value


def _header(value: SecretStr) -> SecretStr:
    if not _HEADER.fullmatch(value.get_secret_value()):
        raise ValueError("expected what Telegram takes for a secret token")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        raise ValueError("expected a zone") from unknown
    return value


@dataclass(frozen=True, slots=True)
class SmtpAddress:
    """A mail server, as one address tells it. `encrypted`: from the first byte."""

    host: str
    port: int
    user: str
    password: str
    encrypted: bool

    @classmethod
    def of(cls, url: str) -> "SmtpAddress":
        """Read `smtp://user:password@host:587`; raise ValueError for anything else."""
        parts = urlsplit(url)
        if parts.scheme not in _SMTP_PORTS or not parts.hostname or parts.path.strip("/"):
            raise ValueError("expected smtp:// or smtps:// and a host")
        return cls(
            parts.hostname,
            parts.port or _SMTP_PORTS[parts.scheme],
            unquote(parts.username or ""),
            unquote(parts.password or ""),
            encrypted=parts.scheme == "smtps",
        )


def _smtp(value: SecretStr) -> SecretStr:
    SmtpAddress.of(value.get_secret_value())
    return value


class Settings(BaseSettings):
    """Everything that the environment says. Secrets are masked wherever this is printed."""

    model_config = SettingsConfigDict(
        env_prefix="ZVONOK_", env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True
    )

    bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = Field(
        None, description="Token from @BotFather"
    )
    telegram_api_url: AnyHttpUrl = Field(
        AnyHttpUrl(TELEGRAM), description="Bot API server, if not Telegram's own"
    )
    database_url: str = Field(
        _DEFAULT_DATABASE,
        pattern=r"^(sqlite:///.|postgresql(\+psycopg)?://.)",
        description="sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME",
    )
    proxy_url: SecretStr | None = Field(None, description="http:// or socks5:// proxy to Telegram")
    correction_window: int | None = Field(
        None, ge=0, le=86_400, description="Seconds for which news of a mark is held back"
    )
    quiet_hours: Annotated[QuietHours | Literal["off"] | None, BeforeValidator(_quiet)] = Field(
        None, description="HH:MM-HH:MM in the school's zone, or off"
    )
    timezone: Annotated[str, AfterValidator(_zone)] = Field(
        "Europe/Moscow", description="Zone of a school whose files name none"
    )
    clock: AwareDatetime | None = Field(
        None, description="Instant from which the program's clock starts: demo and tests only"
    )
    secret: SecretStr | None = Field(
        None, min_length=16, description="Key for codes; made beside an SQLite file if not set"
    )
    webhook_url: AnyHttpUrl | None = Field(
        None, description="Public address for webhooks; polling without it"
    )
    webhook_host: str = Field("127.0.0.1", description="Where the web server listens")
    webhook_port: int = Field(8080, ge=0, le=65_535, description="Port of the web server")
    webhook_secret: Annotated[SecretStr, AfterValidator(_header)] | None = Field(
        None, description="Secret token that Telegram sends with each update"
    )
    public_url: AnyHttpUrl | None = Field(
        None,
        description="Public address of the web server: links to calendars and of letters",
    )
    trusted_proxy: IPvAnyNetwork | None = Field(
        None, description="Address or network of the proxy before the web server, if there is one"
    )
    smtp_url: Annotated[SecretStr, AfterValidator(_smtp)] | None = Field(
        None, description="Mail server: smtp://USER:PASSWORD@HOST:587, or smtps://"
    )
    mail_from: str | None = Field(
        None, pattern=_SENDER, max_length=254, description="Address that letters come from"
    )
    messages_per_second: int = Field(
        30,
        ge=1,
        le=1000,
        description="Messages a second: 30, or up to 1000 where the Bot API server allows it",
    )
    language: Literal["ru", "en"] = Field(
        "ru", description="Language of the command line: ru or en"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR"
    )

    @property
    def talks_to_telegram_itself(self) -> bool:
        """Say whether real people are at the other end."""
        return (self.telegram_api_url.host or "").endswith("telegram.org")

    @property
    def window(self) -> timedelta | None:
        """Return the correction window that the environment sets, if it sets one."""
        return (
            None if self.correction_window is None else timedelta(seconds=self.correction_window)
        )

    def sqlite_path(self) -> Path | None:
        """Return the database's file, or None where it is no SQLite file."""
        prefix, _, path = self.database_url.partition(":///")
        return Path(path) if prefix.startswith("sqlite") and path else None


def read_settings() -> Settings:
    """Read the environment and `.env`; raise WrongSettings that names every wrong value."""
    try:
        return Settings()  # type: ignore[call-arg]  # pydantic-settings fills it from outside
    except ValidationError as wrong:
        names = [f"ZVONOK_{str(fault['loc'][0]).upper()}" for fault in wrong.errors()]
        raise WrongSettings(dict.fromkeys(names, SettingFault.WRONG)) from None


def must_be_able_to_run(settings: Settings) -> None:
    """Raise WrongSettings where `zvonok run` would start half-configured; says what is missing."""
    checks = {
        "ZVONOK_BOT_TOKEN": (settings.bot_token is None, SettingFault.MISSING),
        "ZVONOK_CLOCK": (
            settings.clock is not None and settings.talks_to_telegram_itself,
            SettingFault.AGAINST_TELEGRAM,
        ),
        "ZVONOK_SECRET": (
            settings.sqlite_path() is None and settings.secret is None,
            SettingFault.REQUIRED_WITH_POSTGRES,
        ),
        "ZVONOK_WEBHOOK_SECRET": (
            settings.webhook_url is not None and settings.webhook_secret is None,
            SettingFault.REQUIRED_WITH_WEBHOOK,
        ),
        "ZVONOK_SMTP_URL": (
            settings.smtp_url is None and settings.mail_from is not None,
            SettingFault.REQUIRED_WITH_MAIL,
        ),
        "ZVONOK_MAIL_FROM": (
            settings.smtp_url is not None and settings.mail_from is None,
            SettingFault.REQUIRED_WITH_MAIL,
        ),
    }
    faults = {name: fault for name, (is_wrong, fault) in checks.items() if is_wrong}
    if faults:
        raise WrongSettings(faults)


def language_of_commands() -> str:
    """Return the language to name wrong settings in, when settings as a whole cannot be read."""
    return os.environ.get("ZVONOK_LANGUAGE", "")  # noqa: TID251 - this is bot.config
