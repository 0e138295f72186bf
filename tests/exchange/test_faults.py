"""What a bundle may do wrong: each fault with its file, line and column, all of them at once."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from core.exchange.faults import Fault, FaultCode, FaultList
from core.exchange.import_bundle import ImportReport
from storage.exchange.container import Limits, contents
from tests.exchange.builders import Desk, Files

TINY = Files()

WRONG_ROWS = {
    "a mark 7": (
        TINY.change("results", "m1", score="7"),
        ("results.csv", 2, "score", FaultCode.BAD_VALUE, "7", "1..5"),
    ),
    "a mark without score": (
        TINY.change("results", "m1", score=""),
        ("results.csv", 2, "score", FaultCode.EMPTY, "", "1..5 | N/N | зач | незач | н/а"),
    ),
    "words that are no mark": (
        TINY.change("results", "m3", textScore="ок"),
        (
            "results.csv",
            4,
            "textScore",
            FaultCode.BAD_VALUE,
            "ок",
            "1..5 | N/N | зач | незач | н/а",
        ),
    ),
    "a mark above its work's limit": (
        TINY.change("lineItems", "w1", resultValueMax="4"),
        ("results.csv", 3, "textScore", FaultCode.OUT_OF_LIMITS, "3/5", "1..4"),
    ),
    "a mark of an unknown work": (
        TINY.change("results", "m1", lineItemSourcedId="w9"),
        ("results.csv", 2, "lineItemSourcedId", FaultCode.DANGLING, "w9", "lineItems.sourcedId"),
    ),
    "an unknown guardian": (
        TINY.change("users", "p2", agentSourcedIds="g1,g9"),
        ("users.csv", 5, "agentSourcedIds", FaultCode.DANGLING, "g9", "users.sourcedId"),
    ),
    "a lesson of a homeroom": (
        TINY.change("x_lessons", "l1", classSourcedId="7a"),
        (
            "x_lessons.csv",
            2,
            "classSourcedId",
            FaultCode.DANGLING,
            "7a",
            "classes.sourcedId (course)",
        ),
    ),
    "another school's class": (
        TINY.change("classes", "7a", schoolSourcedId="other"),
        ("classes.csv", 2, "schoolSourcedId", FaultCode.DANGLING, "other", "orgs.sourcedId"),
    ),
    "a work before the year": (
        TINY.change("lineItems", "w1", assignDate="2026-08-31"),
        (
            "lineItems.csv",
            2,
            "assignDate",
            FaultCode.OUT_OF_YEAR,
            "2026-08-31",
            "2026-09-01..2027-05-28",
        ),
    ),
    "a mark after the year": (
        TINY.change("results", "m2", scoreDate="2027-06-01"),
        (
            "results.csv",
            3,
            "scoreDate",
            FaultCode.OUT_OF_YEAR,
            "2027-06-01",
            "2026-09-01..2027-05-28",
        ),
    ),
    "a final mark of the year before": (
        TINY.change("x_periodMarks", "pm", date="2026-08-31"),
        (
            "x_periodMarks.csv",
            2,
            "date",
            FaultCode.OUT_OF_YEAR,
            "2026-08-31",
            "2026-09-01..2027-08-31",
        ),
    ),
    "a day that no calendar has": (
        TINY.change("x_lessons", "l2", date="2026-02-30"),
        ("x_lessons.csv", 3, "date", FaultCode.BAD_VALUE, "2026-02-30", "YYYY-MM-DD"),
    ),
    "a week date": (
        TINY.change("x_lessons", "l2", date="2026-W36-2"),
        ("x_lessons.csv", 3, "date", FaultCode.BAD_VALUE, "2026-W36-2", "YYYY-MM-DD"),
    ),
    "an instant without zone": (
        TINY.change("x_lessons", "l2", recordedAt="2026-11-17T09:15:00"),
        (
            "x_lessons.csv",
            3,
            "recordedAt",
            FaultCode.BAD_VALUE,
            "2026-11-17T09:15:00",
            "YYYY-MM-DDTHH:MM:SS+HH:MM",
        ),
    ),
    "a day 8 of the week": (
        TINY.change("x_timetable", "tt", weekday="8"),
        ("x_timetable.csv", 2, "weekday", FaultCode.BAD_VALUE, "8", "1..7"),
    ),
    "an end before its beginning": (
        TINY.change("x_holidays", "h", endDate="2026-10-01"),
        (
            "x_holidays.csv",
            2,
            "endDate",
            FaultCode.ENDS_BEFORE_BEGIN,
            "2026-10-01",
            ">= beginDate",
        ),
    ),
    "an unknown role": (
        TINY.change("enrollments", "e1", role="visitor"),
        ("enrollments.csv", 2, "role", FaultCode.BAD_VALUE, "visitor", "student | teacher"),
    ),
    "a name that is empty": (
        TINY.change("users", "p1", familyName=""),
        ("users.csv", 4, "familyName", FaultCode.EMPTY, "", '"…"'),
    ),
    "a course without subject": (
        TINY.change("classes", "7a-alg", courseSourcedId=""),
        ("classes.csv", 3, "courseSourcedId", FaultCode.EMPTY, "", "courses.sourcedId"),
    ),
    "two rows with one id": (
        TINY.change("users", "t2", sourcedId="t1"),
        ("users.csv", 3, "sourcedId", FaultCode.ID_TWICE, "t1", "≠ users.csv:2"),
    ),
    "two marks in a cell": (
        TINY.change("results", "m2", studentSourcedId="p1"),
        (
            "results.csv",
            3,
            "studentSourcedId",
            FaultCode.CELL_TWICE,
            "m2",
            "≠ m1 (results.csv:2)",
        ),
    ),
    "a deletion in a bulk file": (
        TINY.change("results", "m1", status="tobedeleted"),
        ("results.csv", 2, "status", FaultCode.BAD_VALUE, "tobedeleted", '"" | active'),
    ),
    "an unknown topic": (
        TINY.change("x_duty", "d", topics="diary,cooking"),
        (
            "x_duty.csv",
            2,
            "topics",
            FaultCode.BAD_VALUE,
            "diary,cooking",
            (
                "any | attendance | control-works | current-marks | diary | final-marks"
                " | lesson-plans | lost-access | registration | reports | technology"
            ),
        ),
    ),
    "a column that is missing": (
        TINY.without_column("x_holidays", "endDate"),
        ("x_holidays.csv", 1, "endDate", FaultCode.COLUMN_MISSING, "", "endDate"),
    ),
    "two schools": (
        TINY.add("orgs", sourcedId="z", name="Другая", type="school", identifier="z"),
        ("orgs.csv", 3, "type", FaultCode.SCHOOLS, "2", "1"),
    ),
}


@pytest.mark.parametrize("wrong", WRONG_ROWS)
async def test_a_wrong_row_is_named_with_its_place(desk: Desk, wrong: str) -> None:
    files, expected = WRONG_ROWS[wrong]

    report = await desk.takes(files)

    assert report.faults == (Fault(*expected),)


async def test_every_fault_is_named_at_once_and_nothing_is_written(desk: Desk) -> None:
    files = (
        TINY.change("results", "m1", score="7")
        .change("results", "m2", lineItemSourcedId="w9")
        .change("lineItems", "w2", assignDate="2028-01-01")
        .without_column("x_events", "text")
    )

    report = await desk.takes(files)

    assert [(one.file, one.line) for one in report.faults] == [
        ("lineItems.csv", 3),
        ("results.csv", 2),
        ("results.csv", 3),
        ("x_events.csv", 1),
    ]
    assert (await desk.takes(TINY)).first


async def test_a_thousand_faults_are_listed_and_the_rest_counted(desk: Desk) -> None:
    users = [{"sourcedId": f"u{n}", "givenName": "", "familyName": "Лугова"} for n in range(1500)]

    report = await desk.takes(Files({"orgs": TINY.rows["orgs"], "users": users}))

    assert (len(report.faults), report.fault_count) == (1000, 1500)


WRONG_FILES = {
    "windows encoding": (
        "users.csv",
        "sourcedId,status\nt1,\np1,Яна".encode("cp1251"),
        ("users.csv", 3, "", FaultCode.ENCODING, "0xdf", "UTF-8"),
    ),
    "a quote that never ends": (
        "x_holidays.csv",
        b'sourcedId,status,dateLastModified,title,beginDate,endDate\nh,,,"a',
        ("x_holidays.csv", 2, "", FaultCode.MALFORMED, "unexpected end of data", "RFC 4180"),
    ),
    "a row that is too long": (
        "x_holidays.csv",
        b"sourcedId,status,dateLastModified,title,beginDate,endDate\nh,,,a,2026-10-26,2026-11-01,\n",
        ("x_holidays.csv", 2, "", FaultCode.ROW_WIDTH, "7", "6"),
    ),
    "an empty file": (
        "x_holidays.csv",
        b"",
        ("x_holidays.csv", 1, "", FaultCode.MALFORMED, "", "header"),
    ),
}


@pytest.mark.parametrize("wrong", WRONG_FILES)
async def test_a_wrong_file_is_named_with_its_place(desk: Desk, wrong: str) -> None:
    name, data, expected = WRONG_FILES[wrong]
    path = TINY.write(desk.folder)
    (path / name).write_bytes(data)

    report = await desk.takes(path)

    assert report.faults == (Fault(*expected),)


async def test_a_row_over_several_lines_does_not_shift_the_next(desk: Desk) -> None:
    files = TINY.change("results", "m1", comment="раз\nдва").change("results", "m2", textScore="9")

    report = await desk.takes(files)

    assert [fault.line for fault in report.faults] == [4]


MANIFESTS = {
    "an old version": (
        {"oneroster.version": "1.1"},
        (3, "oneroster.version", FaultCode.BAD_VALUE, "1.1", "1.2"),
    ),
    "a mode that is none": (
        {"file.users": "all"},
        (8, "file.users", FaultCode.BAD_VALUE, "all", "bulk | delta | absent"),
    ),
    "a file that is there and yet absent": (
        {"file.x_duty": "absent"},
        (25, "file.x_duty", FaultCode.FILE_UNEXPECTED, "absent", "bulk | delta"),
    ),
    "a file that is listed and not there": (
        {"file.x_origins": "bulk"},
        (26, "file.x_origins", FaultCode.FILE_MISSING, "bulk", "x_origins.csv"),
    ),
    "a zone that is none": (
        {"source.timeZone": "Europe/Zarechnaya"},
        (26, "source.timeZone", FaultCode.BAD_VALUE, "Europe/Zarechnaya", "IANA time zone"),
    ),
    "a path as a zone": (
        {"source.timeZone": "../etc/passwd"},
        (26, "source.timeZone", FaultCode.BAD_VALUE, "../etc/passwd", "IANA time zone"),
    ),
}


@pytest.mark.parametrize("wrong", MANIFESTS)
async def test_a_manifest_that_does_not_fit_is_named(desk: Desk, wrong: str) -> None:
    properties, expected = MANIFESTS[wrong]

    report = await desk.takes(Files(properties=properties))

    assert Fault("manifest.csv", *expected) in report.faults


async def test_a_file_that_the_manifest_forgot_is_named(desk: Desk) -> None:
    path = TINY.only("orgs", "users").write(desk.folder)
    (path / "roles.csv").write_bytes(TINY.texts()["roles.csv"])

    report = await desk.takes(path)

    assert [(one.code, one.column) for one in report.faults] == [
        (FaultCode.FILE_UNLISTED, "file.roles")
    ]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["../users.csv"], FaultCode.UNSAFE_PATH),
        (["/etc/users.csv"], FaultCode.UNSAFE_PATH),
        (["C:/users.csv"], FaultCode.UNSAFE_PATH),
        (["a\\users.csv"], FaultCode.UNSAFE_PATH),
        (["."], FaultCode.UNSAFE_PATH),
        ([f"{n}.csv" for n in range(501)], FaultCode.TOO_LARGE),
    ],
)
def test_a_zip_that_plays_tricks_is_not_unpacked(
    tmp_path: Path, names: list[str], code: FaultCode
) -> None:
    path, faults = tmp_path / "bundle.zip", FaultList()
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "x")

    found = contents(path, faults)

    assert (found, [one.code for one in faults.kept]) == ({}, [code])


def _zip_with(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "x")
    path.write_bytes(change(path.read_bytes()))
    return path


_ENTRY = b"PK\x01\x02"
_NEEDS_AT, _FLAGS_AT, _LENGTHS_AT = 6, 8, 28


def _in_entry(data: bytes, at: int, written: bytes) -> bytes:
    begin = data.index(_ENTRY) + at
    return data[:begin] + written + data[begin + len(written) :]


def test_a_member_of_a_zip_without_a_name_is_named_by_the_zip(tmp_path: Path) -> None:
    # The name's one byte is told to be something else than a name.
    nameless = _zip_with(
        tmp_path / "odd.zip", "x", lambda data: _in_entry(data, _LENGTHS_AT, b"\x00\x00\x01\x00")
    )
    faults = FaultList()

    found = contents(nameless, faults)

    assert (found, [(one.file, one.code) for one in faults.kept]) == (
        {},
        [("odd.zip", FaultCode.UNSAFE_PATH)],
    )


UNREADABLE = {
    "of a version to come": lambda data: _in_entry(data, _NEEDS_AT, b"\xff\x00"),
    "with a name in no encoding": lambda data: _in_entry(data, _FLAGS_AT, b"\x00\x08").replace(
        b"users", b"us\xffrs"
    ),
    "whose list of files is cut": lambda data: data.replace(_ENTRY, b"PK\x00\x00"),
}


@pytest.mark.parametrize("odd", UNREADABLE)
def test_a_zip_that_nobody_can_read_is_named(tmp_path: Path, odd: str) -> None:
    path, faults = _zip_with(tmp_path / "odd.zip", "users.csv", UNREADABLE[odd]), FaultList()

    found = contents(path, faults)

    assert found == {}
    assert [(one.file, one.code) for one in faults.kept] == [("odd.zip", FaultCode.NOT_A_BUNDLE)]


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path, faults = tmp_path / "bundle.zip", FaultList()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("results.csv", b"0" * (32 << 20))

    found = contents(path, faults, Limits(size=16 << 20))

    assert (found, [one.code for one in faults.kept]) == ({}, [FaultCode.TOO_LARGE] * 2)


async def test_a_path_that_is_no_bundle_is_named(desk: Desk) -> None:
    path = desk.folder / "note.txt"
    path.write_text("Здравствуйте")

    report = await desk.takes(path)

    assert _codes(report) == [FaultCode.NOT_A_BUNDLE]


async def test_a_folder_without_manifest_is_named(desk: Desk) -> None:
    report = await desk.takes(desk.folder)

    assert _codes(report) == [FaultCode.FILE_MISSING]


def _codes(report: ImportReport) -> list[FaultCode]:
    return [one.code for one in report.faults]
