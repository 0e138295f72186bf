"""Brings a database to the schema of this program, or back; by code, not by Alembic's command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, make_url, text

from storage.in_loop import open_file

_UPGRADES = 0x5A564F4D
"""The number of PostgreSQL's advisory lock, so that two processes do not upgrade at once."""

_MAY_WAIT_MS = 30_000


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database at the URL up; one that is up to date already stays as it is."""
    with _engine(url) as engine:
        # Looked up without a lock, so that a program that starts waits for no one who writes.
        if revision == "head" and _is_at_head(engine):
            return
        with _alone(engine) as connection:
            command.upgrade(_config(connection), revision)


def downgrade(url: str, revision: str) -> None:
    """Bring the database back to an earlier revision; `base` empties it."""
    with _engine(url) as engine, _alone(engine) as connection:
        command.downgrade(_config(connection), revision)


def _is_at_head(engine: Engine) -> bool:
    with engine.connect() as connection:
        known = MigrationContext.configure(connection).get_current_heads()
        return set(known) == set(ScriptDirectory.from_config(_config(connection)).get_heads())


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _engine(url: str) -> Iterator[Engine]:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        path = Path(parsed.database or ":memory:")
        engine = create_engine(
            "sqlite://",
            creator=lambda: open_file(path, synchronous="FULL", may_wait_ms=_MAY_WAIT_MS),
        )
    else:
        engine = create_engine(parsed.set(drivername="postgresql+psycopg"))
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    # One transaction around everything: a kill in the middle leaves the schema as it was.
    locked = f"SELECT pg_advisory_xact_lock({_UPGRADES})"
    with engine.begin() as connection:
        connection.execute(text("BEGIN IMMEDIATE" if engine.name == "sqlite" else locked))
        yield connection
