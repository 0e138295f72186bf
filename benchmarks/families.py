"""A school of 600 families as a bundle: one guardian a pupil, weeks of lessons and marks."""

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from benchmarks.size import SIZE

CLASSES: Final = SIZE.classes
PUPILS_OF_CLASS: Final = SIZE.pupils_of_class
NOW: Final = "2026-11-20T12:00:00+03:00"
"""The instant of the benchmarks: a Friday noon in the middle of the second quarter."""

_SUBJECTS: Final = (
    "Русский язык",
    "Литература",
    "Математика",
    "Английский язык",
    "История",
    "География",
    "Биология",
    "Физкультура",
)
_GIVEN: Final = ("Анна", "Олег", "Мария", "Павел", "Ирина", "Тимур", "Елена", "Роман")
_FAMILY: Final = ("Зимняя", "Ручей", "Лугова", "Хвойный", "Полевая", "Снежный", "Речная")
_BELLS: Final = ("08:30", "09:25", "10:25", "11:25", "12:20", "13:15")
_ENDS: Final = ("09:15", "10:10", "11:10", "12:10", "13:05", "14:00")
_FIRST: Final = date(2026, 10, 5)
_LAST: Final = date(2026, 11, 20)
_OFF: Final = (date(2026, 10, 26), date(2026, 11, 1))
_FILES: Final[dict[str, str]] = {
    "orgs": "name,type,identifier,parentSourcedId",
    "academicSessions": "title,type,startDate,endDate,parentSourcedId,schoolYear",
    "courses": "title,orgSourcedId",
    "categories": "title,weight",
    "users": (
        "enabledUser,username,givenName,familyName,middleName,identifier,email,phone,grades,"
        "agentSourcedIds,primaryOrgSourcedId"
    ),
    "classes": (
        "title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,"
        "termSourcedIds,subjects,subjectCodes,periods"
    ),
    "roles": "userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
    "enrollments": ("classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate"),
    "x_courses": "classSourcedId,kind,homeroomSourcedIds,subgroup,weeklyHours,yearHours",
    "x_timetable": "classSourcedId,weekday,lessonNumber,startTime,endTime,room,beginDate,endDate",
    "x_lessons": (
        "classSourcedId,date,lessonNumber,state,movedFromDate,movedFromNumber,topic,homework,"
        "homeworkDue,teacherSourcedId,replacesTeacherSourcedId,categorySourcedId,recordedAt"
    ),
    "lineItems": (
        "title,description,assignDate,dueDate,classSourcedId,categorySourcedId,"
        "academicSessionSourcedId,resultValueMin,resultValueMax,schoolSourcedId"
    ),
    "x_works": "lineItemSourcedId,lessonSourcedId,correctsLineItemSourcedId",
    "results": (
        "lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,textScore,"
        "classSourcedId,inProgress,incomplete,late,missing,metadata.recordedAt"
    ),
    "x_attendance": (
        "lessonSourcedId,studentSourcedId,code,reasonState,document,comment,recordedAt"
    ),
}

Row = dict[str, str]


@dataclass(slots=True)
class _Writing:
    """The rows of the bundle by file, and the dice."""

    dice: random.Random
    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in _FILES})

    def add(self, file: str, source: str, **cells: str) -> None:
        self.rows[file].append({"sourcedId": source, **cells})


def pupil_ids() -> Iterator[tuple[str, str]]:
    """Yield each pupil's id in the bundle with that of the guardian."""
    for number in range(CLASSES):
        for place in range(PUPILS_OF_CLASS):
            yield f"p{number}-{place}", f"g{number}-{place}"


def write_families(folder: Path) -> None:
    """Write the bundle; the same one each time."""
    bundle = _Writing(random.Random(600))
    _house(bundle)
    for number in range(CLASSES):
        _class(bundle, number)
    folder.mkdir(parents=True, exist_ok=True)
    for name, header in _FILES.items():
        _write(folder / f"{name}.csv", header, bundle.rows[name])
    _write_manifest(folder / "manifest.csv", _FILES)


def _house(bundle: _Writing) -> None:
    bundle.add("orgs", "school", name="Школа шестисот семей", type="school", identifier="families")
    year = {"type": "schoolYear", "startDate": "2026-09-01", "endDate": "2027-05-28"}
    bundle.add("academicSessions", "y26", title="2026/2027", schoolYear="2027", **year)
    for source, begins, ends in (
        ("q1", "2026-09-01", "2026-10-25"),
        ("q2", "2026-11-02", "2026-12-27"),
    ):
        term = {"type": "gradingPeriod", "startDate": begins, "endDate": ends}
        bundle.add("academicSessions", source, title=source, **_of_year(), **term)
    for at, title in enumerate(_SUBJECTS):
        bundle.add("courses", f"s{at}", title=title, orgSourcedId="school")
        _person(bundle, f"t{at}", "teacher")
        _person(bundle, f"u{at}", "teacher")
    bundle.add("categories", "ans", title="Ответ на уроке", weight="1")
    bundle.add("categories", "test", title="Контрольная работа", weight="4")


def _of_year() -> Row:
    return {"parentSourcedId": "y26", "schoolYear": "2027"}


def _person(bundle: _Writing, source: str, role: str, *, guardian: str = "") -> None:
    bundle.add(
        "users",
        source,
        enabledUser="true",
        username=source,
        givenName=bundle.dice.choice(_GIVEN),
        familyName=bundle.dice.choice(_FAMILY),
        agentSourcedIds=guardian,
        primaryOrgSourcedId="school",
    )
    bundle.add(
        "roles", f"r-{source}", userSourcedId=source, roleType="primary", role=role, **_SCHOOL
    )


_SCHOOL: Final[Row] = {"orgSourcedId": "school"}


def _class(bundle: _Writing, number: int) -> None:
    home, title = f"c{number}", f"{5 + number // 4}{'АБВГ'[number % 4]}"
    group = {"schoolSourcedId": "school"}
    bundle.add("classes", home, title=title, classType="homeroom", termSourcedIds="y26", **group)
    pupils = [f"p{number}-{place}" for place in range(PUPILS_OF_CLASS)]
    for place, pupil in enumerate(pupils):
        guardian = f"g{number}-{place}"
        _person(bundle, guardian, "parent")
        _person(bundle, pupil, "student", guardian=guardian)
        _enrol(bundle, home, pupil, "student")
    for at, subject in enumerate(_SUBJECTS):
        course, teacher = f"{home}-s{at}", f"{'tu'[number % 2]}{at}"
        terms = {"courseSourcedId": f"s{at}", "termSourcedIds": "q1,q2"}
        named = {"title": f"{subject}, {title}", "classType": "scheduled"}
        bundle.add("classes", course, **named, **terms, **group)
        lesson = {"kind": "lesson", "homeroomSourcedIds": home, "weeklyHours": "4"}
        bundle.add("x_courses", f"x-{course}", classSourcedId=course, **lesson)
        _enrol(bundle, course, teacher, "teacher")
        for pupil in pupils:
            _enrol(bundle, course, pupil, "student")
    _lessons(bundle, number, pupils)


def _enrol(bundle: _Writing, group: str, person: str, role: str) -> None:
    primary = "true" if role == "teacher" else ""
    row = {"classSourcedId": group, "userSourcedId": person, "role": role, "primary": primary}
    bundle.add("enrollments", f"e-{group}-{person}", schoolSourcedId="school", **row)


def _lessons(bundle: _Writing, number: int, pupils: Sequence[str]) -> None:
    for weekday in range(5):
        for hour in range(6):
            subject = _subject(number, weekday, hour)
            course = f"c{number}-s{subject}"
            slot = {"weekday": str(weekday + 1), "lessonNumber": str(hour + 1), "room": "101"}
            time = {"startTime": _BELLS[hour], "endTime": _ENDS[hour]}
            source = f"tt-{course}-{weekday}-{hour}"
            bundle.add("x_timetable", source, classSourcedId=course, **slot, **time)
            for day in _days(weekday):
                _lesson(bundle, course, day, hour, pupils)


def _subject(number: int, weekday: int, hour: int) -> int:
    return (number // 2 + weekday * 3 + hour) % len(_SUBJECTS)


def _days(weekday: int) -> Iterator[date]:
    for offset in range((_LAST - _FIRST).days + 1):
        day = _FIRST + timedelta(days=offset)
        if day.weekday() == weekday and not _OFF[0] <= day <= _OFF[1]:
            yield day


def _lesson(bundle: _Writing, course: str, day: date, hour: int, pupils: Sequence[str]) -> None:
    lesson, home, subject = f"l-{course}-{day}-{hour}", *course.split("-")
    teacher = f"{'tu'[int(home[1:]) % 2]}{subject[1:]}"
    taught = {"topic": f"Тема {day.day}", "homework": f"§ {day.day}, упр. {hour + 3}"}
    when = {"date": str(day), "lessonNumber": str(hour + 1), "state": "held"}
    who = {"classSourcedId": course, "teacherSourcedId": teacher, "recordedAt": _at(day)}
    bundle.add("x_lessons", lesson, **when, **taught, **who)
    if bundle.dice.random() < 0.5 or day == _LAST:
        _work(bundle, course, lesson, day, pupils)
    for pupil in bundle.dice.sample(pupils, bundle.dice.randrange(3)):
        missed = {"lessonSourcedId": lesson, "studentSourcedId": pupil, "recordedAt": _at(day)}
        bundle.add(
            "x_attendance", f"a-{lesson}-{pupil}", code="б", reasonState="unknown", **missed
        )


def _work(bundle: _Writing, course: str, lesson: str, day: date, pupils: Sequence[str]) -> None:
    work = f"w-{lesson}"
    period = "q1" if day < date(2026, 10, 26) else "q2"
    limits = {"resultValueMin": "1", "resultValueMax": "5", "schoolSourcedId": "school"}
    places = {"classSourcedId": course, "academicSessionSourcedId": period, **limits}
    control = bundle.dice.random() < 0.1
    named = {"title": "Контрольная" if control else "Ответ", "assignDate": str(day)}
    category = {"categorySourcedId": "test" if control else "ans", "dueDate": str(day)}
    bundle.add("lineItems", work, **named, **category, **places)
    bundle.add("x_works", f"xw-{work}", lineItemSourcedId=work, lessonSourcedId=lesson)
    # The last day's columns stay empty: the benchmark of delivery fills them.
    some = () if day == _LAST else bundle.dice.sample(pupils, 9)
    for pupil in some:
        scored = {"scoreStatus": "fully graded", "score": str(bundle.dice.randint(2, 5))}
        when = {"scoreDate": str(day), "metadata.recordedAt": _at(day), "classSourcedId": course}
        cell = {"lineItemSourcedId": work, "studentSourcedId": pupil}
        bundle.add("results", f"m-{work}-{pupil}", **cell, **scored, **when)


def _at(day: date) -> str:
    return f"{day}T14:00:00+03:00"


def _write(path: Path, header: str, rows: Iterable[Row]) -> None:
    columns = ["sourcedId", "status", "dateLastModified", *header.split(",")]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def _write_manifest(path: Path, names: Iterable[str]) -> None:
    rows = [("propertyName", "value"), ("manifest.version", "1.0"), ("oneroster.version", "1.2")]
    rows += [(f"file.{name}", "bulk") for name in names]
    rows += [("source.systemName", "benchmarks"), ("source.systemCode", "benchmarks")]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
