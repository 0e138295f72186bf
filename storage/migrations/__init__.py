"""Brings a database to the schema of this program, or back; by code, not by Alembic's command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, inspect, make_url, text

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
            from storage.migrations.running import up  # noqa: PLC0415 - costs a start 5 MiB

            up(connection, revision)


def downgrade(url: str, revision: str) -> None:
    """Bring the database back to an earlier revision; `base` empties it."""
    from storage.migrations.running import down  # noqa: PLC0415 - as above

    with _engine(url) as engine, _alone(engine) as connection:
        down(connection, revision)


def newest() -> str:
    """Return the revision of this program's schema: the first word of the last file's name."""
    versions = Path(__file__).parent / "versions"
    return max(path.stem.partition("_")[0] for path in versions.glob("[0-9]*.py"))


def _is_at_head(engine: Engine) -> bool:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        known = connection.execute(text("SELECT version_num FROM alembic_version"))
        return known.scalars().all() == [newest()]


@contextmanager
def _engine(url: str) -> Iterator[Engine]:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        path = Path(parsed.database or ":memory:")
        engine = create_engine(
            "sqlite://",
            creator=lambda: open_file(path, synchronous="FULL", may_wait_ms=_MAY_WAIT_MS),
            hide_parameters=True,
        )
    else:
        engine = create_engine(parsed.set(drivername="postgresql+psycopg"), hide_parameters=True)
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
