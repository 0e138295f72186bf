"""The program as an administrator runs it: real processes, real HTTP, a file for a database."""

import csv
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, TypeVar
from urllib.error import HTTPError
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[2]
SCHOOL = ROOT / "bot" / "school"
PATIENCE = 60.0
NOW = "2026-11-20T12:00:00+03:00"
T = TypeVar("T")
_bots = count(100)


def eventually(look: Callable[[], T], *, within: float = PATIENCE) -> T:
    """Return what is looked for once it is there; fail where it takes too long."""
    until = time.monotonic() + within
    while not (found := look()):
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)
    return found


def a_free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def asked(url: str, fields: object | None = None, *, headers: dict[str, str] | None = None) -> Any:
    """Return the JSON that an address answers: to a GET, or to fields that are posted."""
    body = None if fields is None else json.dumps(fields).encode()
    told = {"Content-Type": "application/json", **(headers or {})}
    with urlopen(Request(url, body, told), timeout=30) as answer:  # noqa: S310 - our own server
        return json.loads(answer.read() or b"null")


def status_of(url: str, fields: object, *, headers: dict[str, str] | None = None) -> int:
    try:
        asked(url, fields, headers=headers)
    except HTTPError as refused:
        return refused.code
    return 200


@dataclass(frozen=True)
class Phone:
    """A person of the sandbox, moved by its control over HTTP."""

    address: str
    token: str
    id: int

    def does(self, deed: str, **what: object) -> Any:
        return asked(f"{self._bot}/persons/{self.id}/{deed}", what)["result"]

    def messages(self) -> list[dict[str, Any]]:
        found = asked(f"{self._bot}/chats/{self.id}")["result"]["messages"]
        return [one for one in found if one["from_bot"]]

    def texts(self) -> list[str]:
        return [one["text"] for one in self.messages()]

    def hears(self, words: str, *, within: float = PATIENCE) -> str:
        """Return the first message that holds the words, once it has come."""
        return eventually(
            lambda: next((one for one in self.texts() if words in one), ""), within=within
        )

    def taps(self, label: str) -> None:
        self.does("taps", message_id=self.messages()[-1]["message_id"], label=label)

    @property
    def _bot(self) -> str:
        return f"{self.address}/sandbox/bots/{self.token}"


@dataclass
class Machine:
    """A folder with a database, the settings, and the commands run there."""

    folder: Path
    telegram: str = ""
    token: str = field(default_factory=lambda: f"{next(_bots)}:END-TO-END")
    more: dict[str, str] = field(default_factory=dict)

    @property
    def database(self) -> Path:
        return self.folder / "zvonok.db"

    @property
    def log(self) -> Path:
        return self.folder / "run.log"

    def environment(self) -> dict[str, str]:
        settings = {
            "ZVONOK_DATABASE_URL": f"sqlite:///{self.database}",
            "ZVONOK_BOT_TOKEN": self.token,
            "ZVONOK_CLOCK": NOW,
            "ZVONOK_CORRECTION_WINDOW": "0",
            "ZVONOK_QUIET_HOURS": "off",
            **({"ZVONOK_TELEGRAM_API_URL": self.telegram} if self.telegram else {}),
            **self.more,
        }
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **settings}

    def runs(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """Run a command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "bot", *command],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def starts(self) -> "subprocess.Popen[bytes]":
        """Start `zvonok run`, which logs into a file; return it once it is at work."""
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=self.folder,
                env=self.environment(),
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        eventually(lambda: process.poll() is not None or '"running"' in self.log.read_text())
        assert process.poll() is None, self.log.read_text()
        return process

    @contextmanager
    def running(self) -> Iterator["subprocess.Popen[bytes]"]:
        process = self.starts()
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def code_of(self, person: str) -> str:
        done = self.runs("code", person)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def imports(self, bundle: Path) -> None:
        done = self.runs("import", str(bundle))
        assert done.returncode == 0, done.stderr

    def somebody(self, number: int) -> Phone:
        asked(f"{self.telegram}/sandbox/persons", {"id": number, "first_name": "Кто-то"})
        return Phone(self.telegram, self.token, number)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.database, timeout=30)) as connection:
            return connection.execute(sql).fetchall()


@dataclass(frozen=True)
class Bundles:
    """Two bundles: the second brings one family a new mark, a changed, a lost one, an absence."""

    before: Path
    after: Path
    pupil: str
    guardians: tuple[str, str]

    @property
    def family(self) -> tuple[str, str, str]:
        return (*self.guardians, self.pupil)


def two_bundles(folder: Path) -> Bundles:
    results, away = _rows(SCHOOL / "results.csv"), _rows(SCHOOL / "x_attendance.csv")
    for user in _rows(SCHOOL / "users.csv"):
        guardians = [one for one in user["agentSourcedIds"].split(",") if one]
        pupil = user["sourcedId"]
        marks = [
            row for row in results if row["studentSourcedId"] == pupil and row["score"].isdigit()
        ]
        absences = [row for row in away if row["studentSourcedId"] == pupil and _is_open(row)]
        if len(guardians) == 2 and len(marks) > 2 and absences:
            new, changed, lost = marks[-3:]
            missed = absences[-1]
            before = _copied(folder / "before")
            _without(before / "results.csv", new["sourcedId"])
            _without(before / "x_attendance.csv", missed["sourcedId"])
            after = _copied(folder / "after")
            _without(after / "results.csv", lost["sourcedId"])
            _with_score(after / "results.csv", changed)
            return Bundles(before, after, pupil, (guardians[0], guardians[1]))
    raise LookupError("no family of the school fits")


def _is_open(absence: dict[str, str]) -> bool:
    return absence["code"] == "н" and absence["reasonState"] != "claimed"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _copied(folder: Path) -> Path:
    shutil.copytree(SCHOOL, folder)
    return folder


def _without(path: Path, source: str) -> None:
    _write(path, [row for row in _rows(path) if row["sourcedId"] != source])


def _with_score(path: Path, mark: dict[str, str]) -> None:
    other = "5" if mark["score"] != "5" else "4"
    _write(
        path,
        [
            {**row, "score": other} if row["sourcedId"] == mark["sourcedId"] else row
            for row in _rows(path)
        ],
    )


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
