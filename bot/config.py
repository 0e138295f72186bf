"""Settings: one frozen object, read once from the environment, handed on as plain values."""

import re
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    AwareDatetime,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.regulation.profile import QuietHours

TELEGRAM = "https://api.telegram.org"
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
_DEFAULT_DATABASE = "sqlite:///var/zvonok.db"


class WrongSettings(Exception):
    """The program is half-configured; `faults` names each setting and what is wrong with it."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__(faults)
        self.faults = faults


def _quiet(value: object) -> object:
    if not isinstance(value, str) or value == "off":
        return value
    begin, dash, end = value.partition("-")
    if not dash:
        raise ValueError("expected HH:MM-HH:MM or off")
    return QuietHours(time.fromisoformat(begin.strip()), time.fromisoformat(end.strip()))


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError("expected a token as @BotFather gives it: digits, a colon, letters")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        raise ValueError("expected a zone as Europe/Moscow") from unknown
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
        _DEFAULT_DATABASE, description="sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME"
    )
    proxy_url: SecretStr | None = Field(None, description="http:// or socks5:// proxy to Telegram")
    correction_window: int | None = Field(
        None, ge=0, le=86_400, description="Seconds for which news of a mark is held back"
    )
    quiet_hours: Annotated[QuietHours | str | None, BeforeValidator(_quiet)] = Field(
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
    webhook_host: str = Field("127.0.0.1", description="Where the webhook server listens")
    webhook_port: int = Field(8080, ge=0, le=65_535, description="Port of the webhook server")
    webhook_secret: SecretStr | None = Field(
        None, description="Secret token that Telegram sends with each update"
    )
    messages_per_second: int = Field(
        30,
        ge=1,
        le=1000,
        description="Messages a second: 30, or up to 1000 where the Bot API server allows it",
    )
    language: str = Field("ru", description="Language of the command line: ru or en")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")

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

    @property
    def starts_clock_at(self) -> datetime | None:
        """Return the instant from which the clock is to start, if the environment sets one."""
        return self.clock

    def sqlite_path(self) -> Path | None:
        """Return the database's file, or None where it is no SQLite file."""
        prefix, _, path = self.database_url.partition(":///")
        return Path(path) if prefix.startswith("sqlite") and path else None


def read_settings() -> Settings:
    """Read the environment and `.env`; raise WrongSettings that names every wrong value."""
    try:
        return Settings()  # type: ignore[call-arg]  # pydantic-settings fills it from outside
    except ValidationError as wrong:
        raise WrongSettings(
            {
                f"ZVONOK_{str(fault['loc'][0]).upper()}": fault["msg"]
                for fault in wrong.errors(include_input=False, include_context=False)
            }
        ) from None


def must_be_able_to_run(settings: Settings) -> None:
    """Raise WrongSettings where `zvonok run` would start half-configured; says what is missing."""
    faults: dict[str, str] = {}
    if settings.bot_token is None:
        faults["ZVONOK_BOT_TOKEN"] = "not set: get one from @BotFather"  # noqa: S105 - a sentence
    if settings.clock is not None and settings.talks_to_telegram_itself:
        faults["ZVONOK_CLOCK"] = "refused against Telegram itself: people live in real time"
    if settings.sqlite_path() is None and settings.secret is None:
        faults["ZVONOK_SECRET"] = "required with PostgreSQL: at least 16 characters"  # noqa: S105
    if settings.webhook_url is not None and settings.webhook_secret is None:
        faults["ZVONOK_WEBHOOK_SECRET"] = "required with ZVONOK_WEBHOOK_URL"  # noqa: S105
    if faults:
        raise WrongSettings(faults)
