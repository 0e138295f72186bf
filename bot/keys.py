"""The program's secret: from the environment, or made once beside the SQLite file."""

import hashlib
import os
import secrets
from pathlib import Path

from pydantic import SecretStr

from bot.config import SettingFault, Settings, WrongSettings


def secret_of(settings: Settings) -> SecretStr:
    """Return the secret; make one beside an SQLite file, readable by its owner only.

    Raises WrongSettings with PostgreSQL, where several hosts must share what a file cannot.
    """
    if settings.secret is not None:
        return settings.secret
    database = settings.sqlite_path()
    if database is None:
        raise WrongSettings({"ZVONOK_SECRET": SettingFault.REQUIRED_WITH_POSTGRES})
    return SecretStr(_kept_beside(database))


def _kept_beside(database: Path) -> str:
    path = database.with_suffix(".key")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    made = secrets.token_urlsafe(32)
    with os.fdopen(handle, "w") as file:
        file.write(made)
    return made


def pepper_of(secret: SecretStr) -> bytes:
    """Return the key under which activation codes are digested."""
    return hashlib.sha256(
        b"zvonok activation codes\0" + secret.get_secret_value().encode()
    ).digest()
