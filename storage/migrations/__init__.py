"""Brings a database to the schema of this program, or back; by code, not by Alembic's command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, make_url, text

from storage.in_loop import open_file

_UPGRADES = 0x5A564F4D
"""The number of PostgreSQL's advisory lock, so that two processes do not upgrade at once."""


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database at the URL up; one that is up to date already stays as it is."""
    with _alone(url) as connection:
        command.upgrade(_config(connection), revision)


def downgrade(url: str, revision: str) -> None:
    """Bring the database back to an earlier revision; `base` empties it."""
    with _alone(url) as connection:
        command.downgrade(_config(connection), revision)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _alone(url: str) -> Iterator[Connection]:
    # One transaction around everything: a kill in the middle leaves the schema as it was.
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        path = Path(parsed.database or ":memory:")
        engine = create_engine("sqlite://", creator=lambda: open_file(path, synchronous="FULL"))
        first = "BEGIN IMMEDIATE"
    else:
        engine = create_engine(parsed.set(drivername="postgresql+psycopg"))
        first = f"SELECT pg_advisory_xact_lock({_UPGRADES})"
    try:
        with engine.begin() as connection:
            connection.execute(text(first))
            yield connection
    finally:
        engine.dispose()
