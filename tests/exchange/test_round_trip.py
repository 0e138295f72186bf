"""What goes out comes back: the tiny school, random schools, the whole sample."""

import csv
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from core.exchange.bundle import Mode
from core.exchange.files import FILES
from core.exchange.format.spec import FileSpec
from core.facts import Origin
from core.ids import LessonId, MarkId, PersonId
from core.journal.values import MarkValue
from storage.exchange.calls import export_school
from tests.exchange.builders import NOW, SCHOOL, Desk, Files, a_desk
from tests.school.stores import a_sqlite_file

TINY = Files()
Cells = list[tuple[str, ...]]


def _cells(spec: FileSpec, folder: Path) -> Cells:
    names = [name for column in spec.columns for name in column.names] + list(spec.school)
    with (folder / spec.csv).open(encoding="utf-8", newline="") as file:
        return sorted(tuple(row.get(name) or "" for name in names) for row in csv.DictReader(file))


def _school(folder: Path, *but: str) -> dict[str, Cells]:
    """Return the used cells of every file that has any."""
    found = {
        name: _cells(spec, folder)
        for name, spec in FILES.items()
        if name not in but and (folder / spec.csv).exists()
    }
    return {name: cells for name, cells in found.items() if cells}


async def _out(desk: Desk, name: str) -> Path:
    return (await export_school(desk.store, desk.folder / name)).path


async def test_the_sample_comes_back_as_it_went_in(desk: Desk, another_desk: Desk) -> None:
    await desk.takes(SCHOOL)
    first = await _out(desk, "first")

    await another_desk.takes(first)

    second = await _out(another_desk, "second")
    assert _school(first) == _school(SCHOOL)
    assert _school(second) == _school(SCHOOL)


async def test_an_export_is_no_news_to_its_own_school(any_desk: Desk) -> None:
    await any_desk.takes(TINY)

    report = await any_desk.takes(await _out(any_desk, "out.zip"))

    assert (report.counts, report.clashes, report.faults) == ({}, (), ())


async def test_what_persons_entered_comes_back_with_its_makers(
    desk: Desk, another_desk: Desk
) -> None:
    await desk.takes(TINY)
    await _a_day_of_a_teacher(desk)
    out = await _out(desk, "out")

    await another_desk.takes(out)

    assert _school(await _out(another_desk, "again")) == _school(out)
    assert await _makers(another_desk) == await _makers(desk)
    assert await _makers(desk) == {"m1": "t1", "m2": "t1"}


async def test_a_restored_school_keeps_what_its_teachers_decided(
    desk: Desk, another_desk: Desk
) -> None:
    await desk.takes(TINY)
    await _a_day_of_a_teacher(desk)
    await another_desk.takes(await _out(desk, "out"))

    report = await another_desk.takes(TINY)

    assert sorted(one.source for one in report.clashes) == ["l1", "m1", "m2"]
    assert report.counts == {}


async def _a_day_of_a_teacher(desk: Desk) -> None:
    """Correct one mark, take another back, set homework."""
    async with desk.store.transaction() as tx:
        found = (await tx.connection.execute(text("SELECT source, id FROM marks"))).all()
        marks = dict(map(tuple, found))
        find = text("SELECT id FROM persons WHERE source = 't1'")
        by = Origin(PersonId((await tx.connection.execute(find)).scalar_one()))
        find = text("SELECT id FROM lessons WHERE source = 'l1'")
        lesson = LessonId((await tx.connection.execute(find)).scalar_one())
        await tx.markbook.correct(MarkId(marks["m1"]), MarkValue("5"), by=by, at=NOW)
        await tx.markbook.take_back(MarkId(marks["m2"]), by=by, at=NOW)
        await tx.register.set_homework(lesson, "=cmd|x", due=None, by=by, at=NOW)


async def _makers(desk: Desk) -> dict[str, str]:
    asked = text(
        "SELECT marks.source, persons.source FROM marks"
        " JOIN persons ON persons.id = marks.origin_id"
    )
    async with desk.store.reading() as tx:
        made = (await tx.connection.execute(asked)).all()
    return dict(map(tuple, made))


async def test_a_cell_that_looks_like_a_formula_stays_text(desk: Desk) -> None:
    await desk.takes(TINY.change("users", "p1", familyName="=HYPERLINK(1)", middleName="+7-@"))

    out = await _out(desk, "out")

    assert b"=HYPERLINK(1),+7-@" in (out / "users.csv").read_bytes()


async def test_a_byte_order_mark_and_a_folder_in_a_zip_are_tolerated(desk: Desk) -> None:
    users = b"\xef\xbb\xbf" + TINY.texts()["users.csv"]
    path = TINY.write(desk.folder)
    (path / "users.csv").write_bytes(users)
    await desk.takes(path)

    report = await desk.takes(TINY.zipped(desk.folder, top="школа/"))

    assert (report.counts, report.faults) == ({}, ())


async def test_a_pupil_who_left_and_came_back_is_the_same_pupil(desk: Desk) -> None:
    await desk.takes(TINY)
    left = TINY.drop("users", "p2").drop("enrollments", "e2").drop("results", "m2")
    left = left.drop("x_attendance", "a1")
    await desk.takes(left)

    await desk.takes(TINY)

    out = await _out(desk, "out")
    assert _school(out, "x_markHistory", "x_gone") == _school(TINY.write(desk.folder))


names = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1
)
marks = st.sampled_from(["1", "5", "3/5", "зач", "незач", "н/а"])


@st.composite
def schools(draw: st.DrawFn) -> Files:
    """Return the tiny school with other names, marks and absences."""
    files = TINY
    for source in ("p1", "p2", "t1", "g1"):
        files = files.change("users", source, givenName=draw(names), familyName=draw(names))
    for source in ("m1", "m2", "m3"):
        value = draw(marks)
        plain = len(value) == 1
        score, word = (value, "") if plain else ("", value)
        files = files.change("results", source, score=score, textScore=word)
    files = files.drop("results", *draw(st.sets(st.sampled_from(["m1", "m2", "m3"]))))
    return files.change("x_lessons", "l1", homework=draw(st.just("") | names))


@given(before=schools(), after=schools())
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # An example is an import or three: shrinking by the hundred would outlast the time limit.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
async def test_any_school_comes_back_and_is_no_news_twice(before: Files, after: Files) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        desk = a_desk(a_sqlite_file(folder), folder)
        await desk.takes(before)
        await desk.takes(after)

        again = await desk.takes(after)

        out = await _out(desk, "out")
        await desk.store.close()
        assert (again.counts, again.faults) == ({}, ())
        assert _school(out, "x_markHistory", "x_gone") == _school(after.write(folder))


async def test_a_mark_that_is_no_more_is_not_among_those_that_stand(desk: Desk) -> None:
    await desk.takes(TINY)
    await desk.takes(TINY.drop("results", "m1"))

    out = await _out(desk, "out")

    assert [cells[0] for cells in _cells(FILES["results"], out)] == ["m2", "m3"]
    assert [cells[0] for cells in _cells(FILES["x_gone"], out)] == ["results/m1"]


async def test_what_is_gone_must_be_readable_too(desk: Desk) -> None:
    wrong = TINY.add("x_gone", sourcedId="a", file="results", recordSourcedId="m9", cells="[")
    wrong = wrong.add("x_gone", sourcedId="b", file="marks", recordSourcedId="m9", cells="{}")

    report = await desk.takes(wrong)

    assert [(one.line, one.column) for one in report.faults] == [(2, "cells"), (3, "file")]


def test_each_mode_has_a_word_of_the_manifest() -> None:
    assert [str(mode) for mode in Mode] == ["bulk", "delta", "absent"]
