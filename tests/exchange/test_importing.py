"""What an import changes, what a person's entry withstands, and what is told."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from core.access.people import Name, Role
from core.exchange.faults import ClashReason, Difference, FaultCode
from core.exchange.import_bundle import Counts
from core.exchange.schools import ForeignBundle, SchoolAmbiguous, SchoolUnknown
from core.facts import BY_IMPORT, Origin
from core.ids import LessonId, MarkId, PersonId, PupilId, WorkId
from core.journal.facts import (
    AbsenceRecorded,
    AbsenceRevised,
    AbsenceTakenBack,
    HomeworkSet,
    LessonReplaced,
    MarkCorrected,
    MarkEntered,
    MarkTakenBack,
)
from core.journal.values import AbsenceCode, MarkValue, ReasonState
from core.regulation.profile import Delivery
from tests.exchange.builders import NOW, Desk, Files

TINY = Files()


async def _one(desk: Desk, query: str) -> object:
    async with desk.store.reading() as tx:
        return (await tx.connection.execute(text(query))).scalar()


async def _all(desk: Desk, query: str) -> list[tuple[object, ...]]:
    async with desk.store.reading() as tx:
        return [tuple(row) for row in await tx.connection.execute(text(query))]


async def _number(desk: Desk, table: str, source: str) -> int:
    found = await _one(desk, f"SELECT id FROM {table} WHERE source = '{source}'")  # noqa: S608 - the test's own words
    assert isinstance(found, int)
    return found


async def _teacher(desk: Desk) -> Origin:
    return Origin(PersonId(await _number(desk, "persons", "t1")))


async def test_a_first_import_tells_nobody_anything(any_desk: Desk) -> None:
    report = await any_desk.takes(TINY)

    assert (report.first, report.applied, report.faults) == (True, True, ())
    assert any_desk.heard.facts == []


async def test_the_same_bundle_twice_changes_nothing(any_desk: Desk) -> None:
    await any_desk.takes(TINY)

    report = await any_desk.takes(TINY)

    assert (report.counts, report.applied, report.clashes) == ({}, False, ())


async def test_an_unchanged_import_writes_no_row(desk: Desk) -> None:
    await desk.takes(TINY)
    # Every page that is written goes to the log first.
    log = desk.folder / "zvonok.sqlite3-wal"
    before = log.read_bytes()

    await desk.takes(TINY)

    assert before
    assert log.read_bytes() == before


async def test_a_school_made_by_hand_is_taken_over_with_its_administrator(desk: Desk) -> None:
    async with desk.store.transaction() as tx:
        made = await tx.schools.create(
            identifier=None,
            name="",
            zone=ZoneInfo("Europe/Moscow"),
            delivery=Delivery(),
            profile="a",
            at=NOW,
        )
        name = Name("Юрий", "Полевой")
        await tx.schools.add_person(made.id, name, [Role.ADMINISTRATOR], at=NOW)

    report = await desk.takes(TINY)

    assert (report.first, report.counts["orgs"]) == (True, Counts(new=1))
    assert await _all(desk, "SELECT identifier FROM schools") == [("tiny",)]
    assert await _one(desk, "SELECT count(*) FROM roles WHERE gone_at IS NULL") == 3


async def test_a_dry_run_counts_and_writes_nothing(any_desk: Desk) -> None:
    report = await any_desk.takes(TINY, dry_run=True)

    assert (report.applied, report.counts["results"]) == (False, Counts(new=3))
    assert await _one(any_desk, "SELECT count(*) FROM schools") == 0


async def test_a_later_import_tells_what_is_new_changed_and_taken_back(any_desk: Desk) -> None:
    await any_desk.takes(TINY)
    later = (
        TINY.change("results", "m1", score="5")
        .drop("results", "m3")
        .add(
            "results",
            sourcedId="m4",
            lineItemSourcedId="w2",
            studentSourcedId="p2",
            scoreStatus="fully graded",
            score="2",
        )
        .add("x_attendance", sourcedId="a2", lessonSourcedId="l1", studentSourcedId="p1", code="н")
    )

    report = await any_desk.takes(later)

    assert report.counts == {
        "results": Counts(new=1, changed=1, gone=1),
        "x_attendance": Counts(new=1),
    }
    kinds = [(type(fact), fact.by) for fact in any_desk.heard.facts]
    assert kinds == [
        (one, BY_IMPORT) for one in (MarkEntered, MarkCorrected, MarkTakenBack, AbsenceRecorded)
    ]


async def test_a_corrected_mark_is_told_with_what_stood_before(desk: Desk) -> None:
    await desk.takes(TINY)

    await desk.takes(TINY.change("results", "m1", score="5"))

    mark, pupil = await _number(desk, "marks", "m1"), await _number(desk, "persons", "p1")
    [fact] = desk.heard.facts
    assert fact == MarkCorrected(
        fact.school,
        NOW,
        BY_IMPORT,
        MarkId(mark),
        PupilId(PersonId(pupil)),
        MarkValue("4"),
        MarkValue("5"),
    )


TOLD = {
    "an absence is excused": (
        TINY.change("x_attendance", "a1", code="у", reasonState="confirmed"),
        AbsenceRevised,
    ),
    "an absence was none": (TINY.drop("x_attendance", "a1"), AbsenceTakenBack),
    "homework is set": (TINY.change("x_lessons", "l2", homework="§ 13"), HomeworkSet),
    "homework is due later": (
        TINY.change("x_lessons", "l1", homeworkDue="2026-11-18"),
        HomeworkSet,
    ),
    "another teacher comes": (
        TINY.change("x_lessons", "l2", teacherSourcedId="t2", replacesTeacherSourcedId="t1"),
        LessonReplaced,
    ),
    "a status makes it no mark": (
        TINY.change("results", "m1", scoreStatus="not submitted"),
        MarkTakenBack,
    ),
}


@pytest.mark.parametrize("change", TOLD)
async def test_each_change_of_the_journal_is_told_once(desk: Desk, change: str) -> None:
    files, fact = TOLD[change]
    await desk.takes(TINY)

    await desk.takes(files)

    assert [type(one) for one in desk.heard.facts] == [fact]


UNTOLD = {
    "a comment": TINY.change("results", "m1", comment="хорошо"),
    "a topic": TINY.change("x_lessons", "l1", topic="Другая тема"),
    "a document": TINY.change("x_attendance", "a1", document="справка"),
    "a name": TINY.change("users", "p1", givenName="Ян"),
}


@pytest.mark.parametrize("change", UNTOLD)
async def test_what_families_need_not_hear_is_changed_and_not_told(
    desk: Desk, change: str
) -> None:
    await desk.takes(TINY)

    report = await desk.takes(UNTOLD[change])

    assert report.applied
    assert desk.heard.facts == []


async def test_a_mark_that_returns_is_revived_in_its_own_row(any_desk: Desk) -> None:
    await any_desk.takes(TINY)
    number = await _number(any_desk, "marks", "m1")
    await any_desk.takes(TINY.drop("results", "m1"))

    await any_desk.takes(TINY)

    assert await _number(any_desk, "marks", "m1") == number
    assert [type(fact) for fact in any_desk.heard.facts] == [MarkTakenBack, MarkEntered]


async def test_a_mark_keeps_its_history_through_imports(desk: Desk) -> None:
    await desk.takes(TINY)
    await desk.takes(TINY.change("results", "m1", score="5"))

    await desk.takes(TINY.drop("results", "m1"))

    history = await _all(desk, "SELECT before, value, by_id FROM mark_history ORDER BY id")
    assert history == [("4", "5", None), ("5", None, None)]


async def test_a_mark_under_another_id_takes_the_cell_of_the_one_that_goes(
    any_desk: Desk,
) -> None:
    await any_desk.takes(TINY)

    report = await any_desk.takes(TINY.change("results", "m1", sourcedId="m9"))

    assert report.counts == {"results": Counts(new=1, gone=1)}


async def test_a_persons_mark_stands_against_the_files(any_desk: Desk) -> None:
    await any_desk.takes(TINY)
    teacher, mark = await _teacher(any_desk), await _number(any_desk, "marks", "m1")
    async with any_desk.store.transaction() as tx:
        await tx.markbook.correct(MarkId(mark), MarkValue("5"), by=teacher, at=NOW)

    report = await any_desk.takes(TINY)

    [clash] = report.clashes
    assert (clash.file, clash.line, clash.source, clash.reason) == (
        "results.csv",
        2,
        "m1",
        ClashReason.DIFFERS,
    )
    assert clash.differences == (Difference("textScore", "5", "4"),)
    assert await _one(any_desk, "SELECT value FROM marks WHERE source = 'm1'") == "5"


async def test_a_persons_mark_keeps_its_cell_against_another_id(desk: Desk) -> None:
    await desk.takes(TINY)
    work, pupil = await _number(desk, "works", "w2"), await _number(desk, "persons", "p2")
    cell = (WorkId(work), PupilId(PersonId(pupil)))
    async with desk.store.transaction() as tx:
        await tx.markbook.enter(*cell, MarkValue("5"), by=await _teacher(desk), at=NOW)
    later = TINY.add(
        "results",
        sourcedId="m4",
        lineItemSourcedId="w2",
        studentSourcedId="p2",
        scoreStatus="fully graded",
        score="2",
    )

    report = await desk.takes(later)

    assert [(one.source, one.reason) for one in report.clashes] == [("m4", ClashReason.CELL_TAKEN)]
    assert report.counts == {}


async def test_what_a_person_took_back_stays_taken_back(desk: Desk) -> None:
    await desk.takes(TINY)
    mark = MarkId(await _number(desk, "marks", "m1"))
    async with desk.store.transaction() as tx:
        await tx.markbook.take_back(mark, by=await _teacher(desk), at=NOW)

    report = await desk.takes(TINY)

    assert [one.reason for one in report.clashes] == [ClashReason.TAKEN_BACK]
    assert report.counts == {}


async def test_a_bulk_file_takes_back_neither_a_persons_mark_nor_its_work(desk: Desk) -> None:
    await desk.takes(TINY)
    work, pupil = await _number(desk, "works", "w2"), await _number(desk, "persons", "p2")
    cell = (WorkId(work), PupilId(PersonId(pupil)))
    async with desk.store.transaction() as tx:
        await tx.markbook.enter(*cell, MarkValue("5"), by=await _teacher(desk), at=NOW)

    report = await desk.takes(TINY.drop("lineItems", "w2").drop("results", "m3"))

    assert report.counts == {"results": Counts(gone=1)}


async def test_homework_that_a_person_set_stands(desk: Desk) -> None:
    await desk.takes(TINY)
    lesson, teacher = LessonId(await _number(desk, "lessons", "l1")), await _teacher(desk)
    async with desk.store.transaction() as tx:
        await tx.register.set_homework(lesson, "§ 14", due=None, by=teacher, at=NOW)

    report = await desk.takes(TINY)

    assert [one.source for one in report.clashes] == ["l1"]
    assert desk.heard.facts == []


NEXT_YEAR = [
    {
        "sourcedId": "y27",
        "title": "2027/2028",
        "type": "schoolYear",
        "startDate": "2027-09-01",
        "endDate": "2028-05-28",
        "schoolYear": "2028",
    }
]


async def test_a_bundle_of_the_next_year_leaves_the_marks_of_this_one(desk: Desk) -> None:
    await desk.takes(TINY)
    nothing = Files({name: [] for name in TINY.rows}).with_rows("orgs", TINY.rows["orgs"])

    report = await desk.takes(nothing.with_rows("academicSessions", NEXT_YEAR))

    gone = {name for name, counts in report.counts.items() if counts.gone}
    assert gone == {"users", "roles", "courses", "categories", "x_categories", "x_consents"} | {
        "x_duty"
    }
    assert desk.heard.facts == []


async def test_a_bundle_without_years_takes_nothing_back(desk: Desk) -> None:
    await desk.takes(TINY)

    report = await desk.takes(TINY.only("results", "users").drop("results", "m1"))

    assert report.counts == {}


async def test_changes_of_another_year_are_not_told(desk: Desk) -> None:
    sessions = [
        {**row, "startDate": "2025-09-01", "endDate": "2026-05-28", "schoolYear": "2026"}
        for row in TINY.rows["academicSessions"]
    ]
    past = replace(
        TINY.only("orgs", "courses", "categories", "users", "classes", "lineItems", "results")
    ).with_rows("academicSessions", sessions)
    for source in ("w1", "w2"):
        past = past.change("lineItems", source, assignDate="2026-02-02", dueDate="")
    for source in ("m1", "m2", "m3"):
        past = past.change("results", source, scoreDate="2026-02-02")
    await desk.takes(past)

    report = await desk.takes(past.change("results", "m1", score="5"))

    assert report.counts == {"results": Counts(changed=1)}
    assert desk.heard.facts == []


async def test_a_delta_changes_only_what_it_names(any_desk: Desk) -> None:
    await any_desk.takes(TINY)
    changed = TINY.change("results", "m2", textScore="5/5").only("results")

    report = await any_desk.takes(changed.delta("results", "m2", deleted=["m1"]))

    assert report.counts == {"results": Counts(changed=1, gone=1)}
    assert [type(fact) for fact in any_desk.heard.facts] == [MarkCorrected, MarkTakenBack]


async def test_a_delta_without_its_instant_is_a_fault(desk: Desk) -> None:
    await desk.takes(TINY)
    delta = (
        TINY.only("results").delta("results", "m2").change("results", "m2", dateLastModified="")
    )

    report = await desk.takes(delta)

    assert [(one.column, one.code) for one in report.faults] == [
        ("dateLastModified", FaultCode.EMPTY)
    ]


async def test_a_delta_may_refer_to_what_stands_but_not_to_what_is_gone(desk: Desk) -> None:
    await desk.takes(TINY.drop("x_attendance", "a1"))
    delta = TINY.only("x_attendance").delta("x_attendance", "a1")
    unknown = delta.change("x_attendance", "a1", lessonSourcedId="l9")

    refused, taken = await desk.takes(unknown), await desk.takes(delta)

    assert [one.found for one in refused.faults] == ["l9"]
    assert [type(fact) for fact in desk.heard.facts] == [AbsenceRecorded]
    assert taken.applied


async def test_two_schools_may_use_the_same_ids(any_desk: Desk) -> None:
    await any_desk.takes(TINY)

    report = await any_desk.takes(TINY.change("orgs", "s", identifier="other"))

    assert (report.first, report.counts["users"]) == (True, Counts(new=6))
    assert await _one(any_desk, "SELECT count(*) FROM persons") == 12


async def test_a_bundle_without_school_goes_to_the_one_named(desk: Desk) -> None:
    await desk.takes(TINY)
    await desk.takes(TINY.change("orgs", "s", identifier="other"))
    nameless = TINY.only("academicSessions", "courses").change("courses", "alg", title="Иное")

    with pytest.raises(SchoolAmbiguous):
        await desk.takes(nameless)
    with pytest.raises(SchoolUnknown):
        await desk.takes(nameless, school="third")
    report = await desk.takes(nameless, school="other")

    assert report.counts == {"courses": Counts(changed=1)}


async def test_a_bundle_of_another_school_than_the_one_named_is_refused(desk: Desk) -> None:
    with pytest.raises(ForeignBundle):
        await desk.takes(TINY, school="other")


async def test_a_bundle_without_school_needs_one(desk: Desk) -> None:
    with pytest.raises(SchoolUnknown):
        await desk.takes(TINY.only("users"))


async def test_the_zone_of_the_manifest_becomes_the_schools(desk: Desk) -> None:
    await desk.takes(TINY)

    await desk.takes(replace(TINY, properties={"source.timeZone": "Asia/Vladivostok"}))

    assert await _one(desk, "SELECT zone FROM schools") == "Asia/Vladivostok"


async def test_a_family_that_changes_keeps_its_former_links_on_record(any_desk: Desk) -> None:
    await any_desk.takes(TINY)
    await any_desk.takes(TINY.change("users", "p1", agentSourcedIds="g2"))

    await any_desk.takes(TINY.change("users", "p1", agentSourcedIds="g2,g1"))

    links = await _all(any_desk, "SELECT gone_at, position FROM guardianships ORDER BY position")
    assert links == [(None, 0), (None, 1)]


async def test_a_teacher_and_a_room_wanted_twice_are_only_warned_of(desk: Desk) -> None:
    two = TINY.add("classes", **{**TINY.rows["classes"][1], "sourcedId": "7b-alg"})
    two = two.add(
        "enrollments", sourcedId="e5", classSourcedId="7b-alg", userSourcedId="t1", role="teacher"
    )
    two = two.add(
        "x_timetable",
        **{**TINY.rows["x_timetable"][0], "sourcedId": "tt2", "classSourcedId": "7b-alg"},
    )

    report = await desk.takes(two)

    assert report.applied
    assert [(one.file, one.line, one.what, one.who) for one in report.warnings] == [
        ("x_timetable.csv", 3, "room", "101"),
        ("x_timetable.csv", 3, "teacher", "t1"),
    ]


async def test_an_absence_by_its_codes(desk: Desk) -> None:
    await desk.takes(TINY)

    code, reason = (await _all(desk, "SELECT code, reason FROM absences"))[0]

    assert (code, reason) == (AbsenceCode.ILL, ReasonState.CLAIMED)
