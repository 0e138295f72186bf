"""A database to start each run from: 600 families imported, each guardian linked to a chat."""

import asyncio
import json
import shutil
import sqlite3
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.families import NOW, pupil_ids, write_families
from bot.composition.database import opened
from bot.composition.errands import code_of, take_in
from bot.config import Settings
from bot.keys import pepper_of, secret_of
from core.access.codes import Activate
from core.access.people import Address, Channel
from core.ids import PupilId, SourceId
from core.regulation.profile import Codes

FIRST_CHAT: Final = 1_000_000
SECRET: Final = "benchmarks-benchmarks"  # noqa: S105 - of a database that is thrown away
_DATABASE: Final = "zvonok.db"
_FAMILIES: Final = "families.json"
_MARKED_SINCE: Final = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Family:
    """A guardian's chat, the child, and an empty cell to mark: its work and teacher."""

    chat: int
    pupil: int
    work: int
    teacher: int


def settings_of(database: Path) -> Settings:
    """Return the settings of a benchmark over a database file."""
    return Settings.model_validate(
        {
            "database_url": f"sqlite:///{database}",
            "clock": NOW,
            "secret": SECRET,
            "correction_window": 0,
            "quiet_hours": "off",
        }
    )


def make_template(folder: Path) -> None:
    """Make the database and the list of families, in a process of its own."""
    asyncio.run(_make(folder))


async def _make(folder: Path) -> None:
    write_families(folder / "bundle")
    settings = settings_of(folder / _DATABASE)
    async with opened(settings) as store:
        report = await take_in(settings, store, folder / "bundle")
        if report.faults:
            raise ValueError(report.faults[:5])
        families = []
        for number, (pupil, guardian) in enumerate(pupil_ids()):
            chat = FIRST_CHAT + number
            code = await code_of(settings, store, SourceId(guardian))
            async with store.transaction() as tx:
                actor = await tx.directory.recognise(
                    Address(Channel.TELEGRAM, str(chat)), language="ru"
                )
                pepper = pepper_of(secret_of(settings))
                await Activate(tx.codes, store.clock, Codes(), pepper)(actor, code)
                school = (await tx.schools.all())[0].id
                child = await tx.schools.person(school, SourceId(pupil))
                cells = (
                    await tx.columns.unmarked(PupilId(child), _MARKED_SINCE, _MARKED_SINCE)
                    if child
                    else ()
                )
                families.append(Family(chat, int(child or 0), cells[0].work, cells[0].teacher))
    (folder / _FAMILIES).write_text(json.dumps([asdict(one) for one in families]))


def families_of(folder: Path) -> list[Family]:
    """Return the families of the template."""
    return [Family(**one) for one in json.loads((folder / _FAMILIES).read_text())]


def copy_of(folder: Path, to: Path) -> Path:
    """Return a fresh copy of the database for one run."""
    to.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(folder / _DATABASE) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    database.close()
    return Path(shutil.copy(folder / _DATABASE, to / _DATABASE))


if __name__ == "__main__":
    make_template(Path(sys.argv[1]))
