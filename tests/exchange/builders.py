"""A tiny school as files, to be changed by a test; and what imports it."""

import asyncio
import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Self

from core.exchange.files import FILES
from core.exchange.import_bundle import ImportReport
from core.facts import Fact
from storage.exchange.calls import import_bundle
from storage.store import Store

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SCHOOL = Path(__file__).parents[2] / "bot" / "school"

_numbers = count()
Line = dict[str, str]


def lines(header: str, *rows: str) -> list[Line]:
    """Return rows written as `a|b|c` under a header of the same kind."""
    names = header.split("|")
    return [dict(zip(names, row.split("|"), strict=True)) for row in rows]


def _tiny() -> dict[str, list[Line]]:
    return {
        "orgs": lines("sourcedId|name|type|identifier", "s|Школа|school|tiny"),
        "academicSessions": lines(
            "sourcedId|title|type|startDate|endDate|parentSourcedId|schoolYear",
            "y|2026/2027|schoolYear|2026-09-01|2027-05-28||2027",
            "q1|I четверть|gradingPeriod|2026-09-01|2026-10-25|y|2027",
            "q2|II четверть|gradingPeriod|2026-11-02|2026-12-27|y|2027",
        ),
        "courses": lines("sourcedId|title|orgSourcedId", "alg|Алгебра|s"),
        "categories": lines("sourcedId|title|weight", "test|Контрольная|4", "ans|Ответ|1"),
        "users": lines(
            "sourcedId|enabledUser|username|givenName|familyName|agentSourcedIds",
            "t1|true|t1|Нина|Грачёва|",
            "t2|true|t2|Юрий|Полевой|",
            "p1|true|p1|Яна|Лугова|g1,g2",
            "p2|true|p2|Лев|О'Нил|",
            "g1|true|g1|Ева|Лугова|",
            "g2|true|g2|Марк|Лугов|",
        ),
        "classes": lines(
            "sourcedId|title|grades|courseSourcedId|classType|schoolSourcedId|termSourcedIds",
            "7a|7А|07||homeroom|s|y",
            "7a-alg|Алгебра, 7А|07|alg|scheduled|s|q1,q2",
        ),
        "roles": lines(
            "sourcedId|userSourcedId|roleType|role|orgSourcedId",
            "r1|t1|primary|teacher|s",
            "r2|p1|primary|student|s",
        ),
        "enrollments": lines(
            "sourcedId|classSourcedId|schoolSourcedId|userSourcedId|role|primary",
            "e1|7a|s|p1|student|",
            "e2|7a|s|p2|student|",
            "e3|7a-alg|s|p1|student|",
            "e4|7a-alg|s|t1|teacher|true",
        ),
        "x_courses": lines(
            "sourcedId|classSourcedId|kind|homeroomSourcedIds|weeklyHours|yearHours",
            "xc|7a-alg|lesson|7a|3.5|119",
        ),
        "x_categories": lines(
            "sourcedId|categorySourcedId|kind|written|required|courseSourcedIds",
            "xk|test|control|true|true|alg",
        ),
        "lineItems": lines(
            "sourcedId|title|assignDate|dueDate|classSourcedId|categorySourcedId"
            "|academicSessionSourcedId|resultValueMin|resultValueMax",
            "w1|Линейная функция|2026-11-16|2026-11-16|7a-alg|test|q2|1|5",
            "w2|Ответ|2026-11-17|2026-11-17|7a-alg|ans|q2|1|5",
        ),
        "x_lessons": lines(
            "sourcedId|classSourcedId|date|lessonNumber|state|topic|homework|homeworkDue"
            "|teacherSourcedId|replacesTeacherSourcedId|recordedAt",
            "l1|7a-alg|2026-11-16|1|held|Тема|§ 12|2026-11-17|t1||2026-11-16T09:15:00+03:00",
            "l2|7a-alg|2026-11-17|1|held|=1+1|||t1||2026-11-17T09:15:00+03:00",
        ),
        "x_works": lines("sourcedId|lineItemSourcedId|lessonSourcedId", "xw1|w1|l1"),
        "results": lines(
            "sourcedId|lineItemSourcedId|studentSourcedId|scoreStatus|score|textScore|scoreDate",
            "m1|w1|p1|fully graded|4||2026-11-16",
            "m2|w1|p2|fully graded||3/5|2026-11-16",
            "m3|w2|p1|fully graded||зач|2026-11-17",
        ),
        "x_attendance": lines(
            "sourcedId|lessonSourcedId|studentSourcedId|code|reasonState",
            "a1|l2|p2|б|claimed",
        ),
        "x_timetable": lines(
            "sourcedId|classSourcedId|weekday|lessonNumber|startTime|endTime|room|beginDate|endDate",
            "tt|7a-alg|1|1|08:30|09:15|101|2026-09-01|2027-05-28",
        ),
        "x_periodMarks": lines(
            "sourcedId|academicSessionSourcedId|classSourcedId|studentSourcedId|kind|value|date",
            "pm|q1|7a-alg|p1|period|5|2026-10-23",
        ),
        "x_lessonPlans": lines(
            "sourcedId|classSourcedId|number|topic|hours", "kp|7a-alg|1|Тема|1"
        ),
        "x_holidays": lines(
            "sourcedId|title|beginDate|endDate", "h|Каникулы|2026-10-26|2026-11-01"
        ),
        "x_events": lines(
            "sourcedId|title|beginDate|endDate|text|homeroomSourcedIds",
            "ev|Музей|2026-11-25|2026-11-25|Сбор в 9:00|7a",
        ),
        "x_consents": lines(
            "sourcedId|userSourcedId|studentSourcedId|subject|state|date",
            "co|g1|p1|electronic|given|2026-09-01",
        ),
        "x_duty": lines(
            "sourcedId|userSourcedId|topics|weekday|startTime|endTime|room",
            "d|t1|lesson-plans,diary|1|14:00|15:00|4",
        ),
    }


@dataclass(frozen=True)
class Files:
    """The files of a bundle, each a list of rows; every change gives other files."""

    rows: dict[str, list[Line]] = field(default_factory=_tiny)
    modes: dict[str, str] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    lacking: tuple[str, str] = ("", "")

    def only(self, *names: str) -> Self:
        """Return a bundle of these files alone."""
        return replace(self, rows={name: self.rows[name] for name in names})

    def with_rows(self, name: str, rows: list[Line]) -> Self:
        """Return a bundle in which a file holds other rows."""
        return replace(self, rows={**self.rows, name: rows})

    def change(self, name: str, source: str, /, **cells: str) -> Self:
        """Return a bundle in which a row holds other cells."""
        changed = [
            {**row, **cells} if row["sourcedId"] == source else row for row in self.rows[name]
        ]
        return self.with_rows(name, changed)

    def add(self, name: str, /, **cells: str) -> Self:
        """Return a bundle with one row more."""
        return self.with_rows(name, [*self.rows.get(name, []), cells])

    def drop(self, name: str, *sources: str) -> Self:
        """Return a bundle without some rows."""
        kept = [row for row in self.rows[name] if row["sourcedId"] not in sources]
        return self.with_rows(name, kept)

    def delta(self, name: str, *changed: str, deleted: Sequence[str] = ()) -> Self:
        """Return a bundle in which a file tells only of some of its rows."""
        stamped = [
            {
                **row,
                "status": "tobedeleted" if row["sourcedId"] in deleted else "active",
                "dateLastModified": "2026-11-20T10:00:00Z",
            }
            for row in self.rows[name]
            if row["sourcedId"] in (*changed, *deleted)
        ]
        return replace(self.with_rows(name, stamped), modes={**self.modes, name: "delta"})

    def without_column(self, name: str, column: str) -> Self:
        """Return a bundle in which a file lacks a column."""
        return replace(self, lacking=(name, column))

    def texts(self) -> dict[str, bytes]:
        """Return the files by name, with their manifest."""
        manifest = {
            "manifest.version": "1.0",
            "oneroster.version": "1.2",
            **{f"file.{name}": self.modes.get(name, "bulk") for name in self.rows},
            **self.properties,
        }
        said = [{"propertyName": name, "value": value} for name, value in manifest.items()]
        found = {"manifest.csv": _csv(("propertyName", "value"), said)}
        for name, rows in self.rows.items():
            header = [one for one in FILES[name].header if (name, one) != self.lacking]
            found[f"{name}.csv"] = _csv(header, rows)
        return found

    def write(self, folder: Path) -> Path:
        """Write the bundle into a new folder below."""
        here = folder / f"bundle-{next(_numbers)}"
        here.mkdir()
        for name, data in self.texts().items():
            (here / name).write_bytes(data)
        return here

    def zipped(self, folder: Path, *, top: str = "") -> Path:
        """Write the bundle into a zip, perhaps below a folder of its own."""
        path = folder / "bundle.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.texts().items():
                archive.writestr(top + name, data)
        return path


def _csv(header: Sequence[str], rows: list[Line]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


@dataclass
class Heard:
    """Facts that somebody would have been told of."""

    facts: list[Fact] = field(default_factory=list)

    async def record(self, facts: Sequence[Fact]) -> None:
        """Remember them."""
        self.facts.extend(facts)


@dataclass(frozen=True)
class StillClock:
    """A clock that stands still."""

    at: datetime = NOW

    def now(self) -> datetime:
        """Return the instant at which it stands."""
        return self.at


@dataclass
class Desk:
    """Where bundles are taken in: a store, a folder to write in, and an ear."""

    store: Store
    folder: Path
    heard: Heard = field(default_factory=Heard)

    async def takes(
        self, files: Files | Path, *, school: str | None = None, dry_run: bool = False
    ) -> ImportReport:
        """Import a bundle."""
        path = (
            files if isinstance(files, Path) else await asyncio.to_thread(files.write, self.folder)
        )
        return await import_bundle(
            self.store,
            path,
            clock=StillClock(),
            facts_for=lambda _: self.heard,
            school=school,
            dry_run=dry_run,
        )


def a_desk(url: str, folder: Path) -> Desk:
    """Return a desk over a database with the program's tables, and a folder to write in."""
    return Desk(Store(url, StillClock(), synchronous="OFF"), folder)
