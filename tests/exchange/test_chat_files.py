"""What persons entered in the chat goes out, comes back, and is never taken back by a file."""

import csv
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.access.zones import OwnZone
from core.diary.acknowledging import Acknowledged
from core.diary.excuses.rules import ExcuseKind, ExcuseState, FileKind
from core.diary.forecast.of_subject import Risk
from core.diary.issuing.drafts import WarningState
from core.exchange.faults import ClashReason, FaultCode
from core.exchange.files import FILES
from core.exchange.format.of_messages import OF_MESSAGES
from core.exchange.format.of_paper import OF_PAPER
from core.exchange.format.of_the_chat import ACKNOWLEDGED, OF_THE_CHAT, PRINTED
from core.exchange.import_bundle import Counts
from core.ids import SchoolId
from core.journal.remarks.remark import RemarkKind
from core.messages.broadcasts.broadcast import BroadcastState, Hearers, Quorum, Whom, WhyNot
from core.notices.ledger import NoticeKind
from core.notices.preferences import Nights, Timing, Topic
from core.notices.printing import Unreached
from core.reports.checks import CheckState
from storage.exchange.calls import export_school
from storage.exchange.mapping import MAPPING
from storage.exchange.stored import Stored
from tests.exchange.builders import Desk, Files, Line, lines
from tests.exchange.chat import Day, is_entered

TINY = Files()
ENTERED = [
    name for name, spec in FILES.items() if spec.only_grows and name not in {"orgs", "x_gone"}
]


async def _out(desk: Desk, name: str) -> Path:
    return (await export_school(desk.store, desk.folder / name, school="tiny")).path


def _rows(folder: Path, name: str) -> list[Line]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def _counted(desk: Desk, stored: Stored) -> int:
    tables = [stored.table, *(link.table for link in stored.links.values())]
    async with desk.store.reading() as tx:
        counts = [
            (await tx.connection.execute(select(func.count()).select_from(one))).scalar_one()
            for one in tables
        ]
    return sum(counts)


async def test_what_was_entered_comes_back_into_a_school_of_other_numbers(
    another_desk: Desk, any_desk: Desk
) -> None:
    await another_desk.takes(TINY)
    await is_entered(another_desk)
    out = await _out(another_desk, "out")
    await any_desk.takes(TINY.change("orgs", "s", identifier="other"))

    report = await any_desk.takes(out)

    back = await _out(any_desk, "back")
    assert (report.faults, report.clashes, any_desk.heard.facts) == ((), (), [])
    assert {name: _rows(back, name) for name in FILES} == {
        name: _rows(out, name) for name in FILES
    }
    assert [name for name in ENTERED if not _rows(out, name)] == []


@pytest.mark.parametrize("name", [name for name in ENTERED if name in MAPPING])
async def test_every_row_of_a_table_is_in_its_file(
    desk: Desk, another_desk: Desk, name: str
) -> None:
    await desk.takes(TINY)
    await is_entered(desk)

    await another_desk.takes(await _out(desk, "out"))

    stored = MAPPING[name]
    assert await _counted(another_desk, stored) == await _counted(desk, stored) > 0


async def test_a_restored_school_goes_by_its_own_rules(desk: Desk, another_desk: Desk) -> None:
    await desk.takes(TINY)
    await is_entered(desk)

    await another_desk.takes(await _out(desk, "out"))

    async with another_desk.store.reading() as tx:
        rules = await tx.regulations.of(SchoolId(1))
    assert (rules.name, rules.review.times_a_week, rules.marking.weighted) == ("c", 3, False)


async def test_an_export_with_the_chat_is_no_news_to_its_own_school(any_desk: Desk) -> None:
    await any_desk.takes(TINY)
    await is_entered(any_desk)
    out = await _out(any_desk, "out.zip")

    first, second = await any_desk.takes(out), await any_desk.takes(out)

    assert (first.counts, first.clashes, first.faults) == ({}, (), ())
    assert (second.counts, second.clashes) == ({}, ())


async def test_an_excuse_of_lesson_zero_comes_back_as_of_that_lesson(
    any_desk: Desk, another_desk: Desk
) -> None:
    await any_desk.takes(TINY)
    await is_entered(any_desk)
    out = await _out(any_desk, "out")

    await another_desk.takes(out)

    back = _rows(await _out(another_desk, "back"), "x_excuses")
    spoken_of = {row["lessons"].split("#", 1)[-1] for row in back if "#" in row["lessons"]}
    assert [row["lessons"] for row in back] == [row["lessons"] for row in _rows(out, "x_excuses")]
    assert any(one.startswith("0,") for one in spoken_of)


async def test_a_bulk_file_without_them_takes_nothing_back(desk: Desk) -> None:
    await desk.takes(TINY)
    await is_entered(desk)
    before = await _out(desk, "before")
    of_persons = (*OF_THE_CHAT, *OF_MESSAGES, *OF_PAPER)
    empty = Files({**TINY.rows, **{spec.name: [] for spec in of_persons}})

    report = await desk.takes(empty)

    after = await _out(desk, "after")
    assert report.counts == {}
    assert {name: _rows(after, name) for name in ENTERED} == {
        name: _rows(before, name) for name in ENTERED
    }


async def test_marks_of_the_year_set_in_the_chat_come_back_as_their_teacher_s(
    desk: Desk, another_desk: Desk
) -> None:
    await desk.takes(TINY)
    await is_entered(desk, Day.final_marks)
    out = await _out(desk, "out")
    set_late = [row for row in _rows(out, "x_periodMarks") if row["date"] == "2027-06-02"]

    await another_desk.takes(out)
    report = await another_desk.takes(TINY)

    back = await _out(another_desk, "back")
    made_by = {row["recordSourcedId"]: row["userSourcedId"] for row in _rows(back, "x_origins")}
    assert [row["kind"] for row in set_late] == ["year", "exam", "final"]
    assert report.faults == ()
    assert [row for row in _rows(back, "x_periodMarks") if row in set_late] == set_late
    assert {made_by[row["sourcedId"]] for row in set_late} == {"t1"}


async def test_a_guardian_who_answered_and_left_has_left(desk: Desk) -> None:
    await desk.takes(TINY)
    await is_entered(desk, Day.forecasts)
    left = TINY.change("users", "p1", agentSourcedIds="g2").drop("users", "g1")

    report = await desk.takes(left.with_rows("x_consents", []))

    out = await _out(desk, "out")
    assert report.counts["users"] == Counts(changed=1, gone=1)
    assert "users/g1" in {row["sourcedId"] for row in _rows(out, "x_gone")}
    assert {row["userSourcedId"] for row in _rows(out, "x_acknowledgements")} == {"g1"}


async def test_what_changed_since_an_export_stands_and_is_listed(desk: Desk) -> None:
    await desk.takes(TINY)
    await is_entered(desk)
    excuse = _rows(await _out(desk, "out"), "x_excuses")[0]
    older = Files({"x_excuses": [{**excuse, "state": "confirmed"}]})

    report = await desk.takes(older)

    [clash] = report.clashes
    assert (clash.source, clash.reason) == (excuse["sourcedId"], ClashReason.DIFFERS)
    assert [(one.column, one.stands, one.offered) for one in clash.differences] == [
        ("state", "waiting", "confirmed")
    ]


async def test_what_a_person_entered_is_kept_when_a_delta_deletes_it(desk: Desk) -> None:
    await desk.takes(TINY)
    await is_entered(desk)
    tick = _rows(await _out(desk, "out"), "x_homeworkDone")[0]
    files = Files({"x_homeworkDone": [tick]})

    report = await desk.takes(files.delta("x_homeworkDone", deleted=[tick["sourcedId"]]))

    assert [(one.file, one.reason) for one in report.clashes] == [
        ("x_homeworkDone.csv", ClashReason.KEPT)
    ]
    assert report.counts == {}


WARNINGS = (
    "sourcedId|classSourcedId|academicSessionSourcedId|studentSourcedId|courseSourcedId|risk"
    "|words|state|recordedAt|decidedAt|decidedBySourcedId|reason"
)
ANSWERS = "sourcedId|userSourcedId|studentSourcedId|kind|subject|recordedAt|digest"
EXCUSES = (
    "sourcedId|studentSourcedId|userSourcedId|recordedAt|kind|lessons|reason|fileKind|file|state"
    "|verdict|document|decidedBySourcedId|decidedAt"
)
AT = "2026-11-20T12:00:00+03:00"


def _with(name: str, header: str, *rows: str) -> Files:
    return TINY.with_rows(name, lines(header, *rows))


async def test_rows_may_have_ids_of_any_making(desk: Desk) -> None:
    warned = _with("x_earlyWarnings", WARNINGS, f"w/1|7a|q2|p1|alg|failing||sent|{AT}|||")
    answered = warned.with_rows(
        "x_acknowledgements", lines(ANSWERS, f"any|g1|p1|warning|w/1|{AT}|d")
    )
    await desk.takes(answered)

    again = await desk.takes(answered)

    [row] = _rows(await _out(desk, "out"), "x_acknowledgements")
    assert (again.counts, again.clashes, again.faults) == ({}, (), ())
    assert (row["kind"], row["subject"]) == ("warning", "p1/alg/q2")


async def test_two_files_attached_at_once_are_two(desk: Desk, another_desk: Desk) -> None:
    await desk.takes(TINY)
    await is_entered(desk)

    ids = [row["sourcedId"] for row in _rows(await _out(desk, "out"), "x_attachments")]

    assert ids == [
        "l1/t1/2026-11-20T12:00:00+00:00/AgADphoto\\/1",
        "l1/t1/2026-11-20T12:00:00+00:00/AgADphoto\\/1/2",
        "l1/t1/2026-11-20T13:00:00+00:00/AgADphoto\\/1",
    ]


async def test_an_id_that_would_be_too_long_is_a_digest(desk: Desk, another_desk: Desk) -> None:
    long = "u" * 200
    files = TINY.add("users", sourcedId=long, enabledUser="true", givenName="Ю", familyName="Я")
    tick = f"any|l1|{long}|§ 12|{AT}"
    header = "sourcedId|lessonSourcedId|studentSourcedId|homework|recordedAt"
    longest = files.change("x_lessons", "l1", sourcedId="l" * 200)
    for name in ("x_works", "x_attendance"):
        longest = longest.with_rows(name, [])
    ticked = longest.with_rows("x_homeworkDone", lines(header, tick.replace("l1", "l" * 200)))
    await desk.takes(ticked)

    out = await _out(desk, "out")
    restored, again = await another_desk.takes(out), await desk.takes(out)

    assert (restored.faults, again.counts) == ((), {})
    assert len(_rows(out, "x_homeworkDone")[0]["sourcedId"]) == 64


_A_BROADCAST = lines(
    "sourcedId|userSourcedId|recordedAt|whom|hearers|mustAnswer|choices|quorum|version|state|rung",
    f"b|t1|{AT}|school|both|false|[]|one|1|waiting|0",
)

WRONG_ROWS = {
    "an answer of an unknown kind": (
        _with("x_acknowledgements", ANSWERS, f"a|g1|p1|survey|q2|{AT}|"),
        ("x_acknowledgements", "kind", "survey", "forecast | warning | truancy | review"),
    ),
    "an answer about no period": (
        _with("x_acknowledgements", ANSWERS, f"a|g1|p1|forecast|q9|{AT}|"),
        ("x_acknowledgements", "subject", "q9", "academicSessions.sourcedId"),
    ),
    "an answer about no warning": (
        _with("x_acknowledgements", ANSWERS, f"a|g1|p1|warning|q2|{AT}|"),
        ("x_acknowledgements", "subject", "q2", "x_earlyWarnings.sourcedId"),
    ),
    "a review on no day": (
        _with("x_acknowledgements", ANSWERS, f"a|g1|p1|review|20.11.2026|{AT}|"),
        ("x_acknowledgements", "subject", "20.11.2026", "YYYY-MM-DD"),
    ),
    "an excuse of no lessons": (
        _with("x_excuses", EXCUSES, f"e|p1|g1|{AT}|illness|||||waiting||||"),
        ("x_excuses", "lessons", "", "YYYY-MM-DD[#N],…"),
    ),
    "an excuse of a lesson that is none": (
        _with("x_excuses", EXCUSES, f"e|p1|g1|{AT}|illness|2026-11-20#100||||waiting||||"),
        ("x_excuses", "lessons", "2026-11-20#100", "YYYY-MM-DD[#N],…"),
    ),
    "an excuse of nobody": (
        _with("x_excuses", EXCUSES, f"e|p9|g1|{AT}|illness|2026-11-20||||waiting||||"),
        ("x_excuses", "studentSourcedId", "p9", "users.sourcedId"),
    ),
    "a rule that is none": (
        _with("x_rules", "sourcedId|setting|value", "r|review.weekly|2"),
        ("x_rules", "setting", "review.weekly", "document | SECTION.RULE"),
    ),
    "a rule of no such value": (
        _with("x_rules", "sourcedId|setting|value", "r|review.times_a_week|часто"),
        ("x_rules", "value", "часто", "1…7"),
    ),
    "a document that there is not": (
        _with("x_rules", "sourcedId|setting|value", "r|document|z"),
        ("x_rules", "value", "z", "a | c | d | e"),
    ),
    "a warning of a course": (
        _with("x_earlyWarnings", WARNINGS, f"w|7a-alg|q2|p1|alg|failing||sent|{AT}|||"),
        ("x_earlyWarnings", "classSourcedId", "7a-alg", "classes.sourcedId (class)"),
    ),
    "a broadcast with spans that are none": (
        _with(
            "x_broadcastVersions",
            "sourcedId|broadcastSourcedId|version|userSourcedId|recordedAt|text|spans|files",
            f"v|b|1|t1|{AT}|слово|[[0,1]]|[]",
        ).with_rows("x_broadcasts", _A_BROADCAST),
        ("x_broadcastVersions", "spans", "[[0,1]]", '[["style",begin,end,"link"],…]'),
    ),
    "a maker of what has none": (
        TINY.add(
            "x_origins", sourcedId="o", file="x_rules", recordSourcedId="r", userSourcedId="t1"
        ),
        ("x_origins", "recordSourcedId", "r", "x_rules.sourcedId"),
    ),
}


@pytest.mark.parametrize("wrong", WRONG_ROWS)
async def test_a_wrong_row_of_the_chat_is_named_with_its_place(desk: Desk, wrong: str) -> None:
    files, (name, column, found, expected) = WRONG_ROWS[wrong]

    report = await desk.takes(files)

    assert [
        (one.file, one.line, one.column, one.found, one.expected) for one in report.faults
    ] == [(f"{name}.csv", 2, column, found, expected)]


async def test_two_answers_of_one_person_about_one_record_are_a_fault(desk: Desk) -> None:
    rows = (f"{one}|g1|p1|review|2026-11-20|{AT}|" for one in ("a", "b"))

    report = await desk.takes(_with("x_acknowledgements", ANSWERS, *rows))

    assert [(one.line, one.code) for one in report.faults] == [(3, FaultCode.CELL_TWICE)]


def test_the_words_of_the_files_are_those_of_the_program() -> None:
    told = {
        spec.name: {column.names[-1]: column.form.expected for column in spec.columns}
        for spec in (*OF_THE_CHAT, *OF_MESSAGES, *OF_PAPER)
    }

    words = {
        ("x_excuses", "kind"): ExcuseKind,
        ("x_excuses", "state"): ExcuseState,
        ("x_excuses", "fileKind"): FileKind,
        ("x_attachments", "kind"): FileKind,
        ("x_earlyWarnings", "risk"): Risk,
        ("x_remarks", "kind"): RemarkKind,
        ("x_absenceChecks", "state"): CheckState,
        ("x_earlyWarnings", "state"): WarningState,
        ("x_truancyWarnings", "state"): WarningState,
        ("x_printRun", "reason"): Unreached,
        ("x_preferences", "nights"): Nights,
        ("x_preferences", "timeZone"): OwnZone,
        ("x_broadcastHearers", "why"): WhyNot,
        ("x_broadcasts", "whom"): Whom,
        ("x_broadcasts", "hearers"): Hearers,
        ("x_broadcasts", "quorum"): Quorum,
        ("x_broadcasts", "state"): BroadcastState,
    }

    assert {at: told[at[0]][at[1]] for at in words} == {
        at: " | ".join(kind) for at, kind in words.items()
    }
    topics = f"{'|'.join(Topic)}:{'|'.join(Timing)}[:mail|both],…"
    assert told["x_preferences"]["topics"] == topics


def test_every_answer_and_every_sheet_leads_to_a_file() -> None:
    assert set(ACKNOWLEDGED) == set(Acknowledged)
    assert set(PRINTED) <= set(NoticeKind)
    assert {*ACKNOWLEDGED.values(), *PRINTED.values()} - {None} <= FILES.keys()
