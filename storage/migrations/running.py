"""What runs Alembic, by code and not by its command; imported only where there is work for it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

HERE = Path(__file__).parent


def up(connection: Connection, revision: str) -> None:
    """Bring a database up."""
    command.upgrade(config(connection), revision)


def down(connection: Connection, revision: str) -> None:
    """Bring a database back."""
    command.downgrade(config(connection), revision)


def config(connection: Connection) -> Config:
    """Return Alembic's settings for one connection."""
    made = Config()
    made.set_main_option("script_location", str(HERE))
    made.attributes["connection"] = connection
    return made
