"""The files of a small town's school: three families of 7А, one of whose children is in 5Б."""

from datetime import date, timedelta
from itertools import product

from core.exchange.files import FILES
from tests.exchange.builders import Files, Line, lines

MONDAY = date(2026, 11, 16)
LONG = "Александра-Виктория-" * 3
PUPILS = ("p1", "p2", "p3", "p4")
CLASS_OF = {"p1": "7a", "p2": "7a", "p3": "7a", "p4": "5b"}
COURSES = {"7a-alg": ("7a", "1", "t1"), "7a-rus": ("7a", "2", "t2"), "5b-rus": ("5b", "1", "t2")}
STARTS = {"1": ("08:30", "09:15"), "2": ("09:25", "10:10")}


def a_school() -> Files:
    """Return the school as it stands on Friday, 20 November 2026."""
    return Files(rows=_people() | _courses() | _week() | _journal())


def after_the_control() -> Files:
    """Return it later: Яна has a new mark, a changed one, one taken back, and an absence."""
    changed = a_school().change("results", "m1", score="5").drop("results", "m2")
    marked = with_mark(changed, "m4", work="w4", pupil="p1", score="5")
    return with_absence(marked, "a2", lesson="7a-rus-20", pupil="p1")


def with_mark(files: Files, source: str, *, work: str, pupil: str, score: str) -> Files:
    return files.add(
        "results",
        sourcedId=source,
        lineItemSourcedId=work,
        studentSourcedId=pupil,
        scoreStatus="fully graded",
        score=score,
        scoreDate="2026-11-20",
    )


def with_absence(
    files: Files, source: str, *, lesson: str, pupil: str, code: str = "н", reason: str = "unknown"
) -> Files:
    return files.add(
        "x_attendance",
        sourcedId=source,
        lessonSourcedId=lesson,
        studentSourcedId=pupil,
        code=code,
        reasonState=reason,
    )


def with_many_works(files: Files, count: int) -> Files:
    """Return the school with so many more columns in algebra, none of them marked yet."""
    for number in range(count):
        files = files.add(
            "lineItems",
            sourcedId=f"many-{number}",
            title=f"Ответ {number + 1}",
            assignDate="2026-11-19",
            dueDate="2026-11-19",
            classSourcedId="7a-alg",
            categorySourcedId="answer",
            academicSessionSourcedId="q2",
            resultValueMin="1",
            resultValueMax="5",
        )
    return files


def a_second_school() -> Files:
    """Return another school, in which Ева Лугова has one more child."""
    rows = {name: [dict(row) for row in found] for name, found in a_school().rows.items()}
    rows["orgs"] = lines("sourcedId|name|type|identifier", "s|Лицей|school|lyceum")
    pupil = next(row for row in rows["users"] if row["sourcedId"] == "p1")
    pupil |= {"givenName": "Вера", "agentSourcedIds": "g1"}
    return Files(rows=rows)


def _people() -> dict[str, list[Line]]:
    users = lines(
        "sourcedId|givenName|familyName|agentSourcedIds",
        "t1|Нина|Грачёва|",
        "t2|Юрий|Полевой|",
        "p1|Яна|Лугова|g1,g2",
        "p2|Лев|О'Нил|g3",
        f"p3|{LONG}|Котова 🐱|g4",
        "p4|Ян|Лугов|g1,g2",
        "g1|Ева|Лугова|",
        "g2|Марк|Лугов|",
        "g3|<b>&amp;</b>|О'Нил|",
        "g4|Инга|Котова|",
        "x1|Ольга|Дальняя|",
    )
    return {
        "orgs": lines("sourcedId|name|type|identifier", "s|Школа «Заречная»|school|zar"),
        "users": [{**row, "enabledUser": "true", "username": row["sourcedId"]} for row in users],
        "roles": lines(
            "sourcedId|userSourcedId|roleType|role|orgSourcedId",
            *(f"r-{one}|{one}|primary|student|s" for one in PUPILS),
            *(f"r-{one}|{one}|primary|teacher|s" for one in ("t1", "t2")),
        ),
        "classes": lines(
            "sourcedId|title|grades|courseSourcedId|classType|schoolSourcedId|termSourcedIds",
            "7a|7А|07||homeroom|s|y",
            "5b|5Б|05||homeroom|s|y",
            "7a-alg|Алгебра, 7А|07|alg|scheduled|s|q1,q2",
            "7a-rus|Русский язык, 7А|07|rus|scheduled|s|q1,q2",
            "5b-rus|Русский язык, 5Б|05|rus|scheduled|s|q1,q2",
        ),
        "enrollments": lines(
            "sourcedId|classSourcedId|schoolSourcedId|userSourcedId|role|primary",
            *(f"e-{one}|{CLASS_OF[one]}|s|{one}|student|" for one in PUPILS),
            *(
                f"e-{pupil}-{course}|{course}|s|{pupil}|student|"
                for pupil, course in product(PUPILS, COURSES)
                if CLASS_OF[pupil] == COURSES[course][0]
            ),
            *(f"e-{course}|{course}|s|{told[2]}|teacher|true" for course, told in COURSES.items()),
            "e-7a|7a|s|t1|teacher|true",
        ),
    }


def _courses() -> dict[str, list[Line]]:
    return {
        "academicSessions": lines(
            "sourcedId|title|type|startDate|endDate|parentSourcedId|schoolYear",
            "y|2026/2027|schoolYear|2026-09-01|2027-05-28||2027",
            "q1|I четверть|gradingPeriod|2026-09-01|2026-10-25|y|2027",
            "q2|II четверть|gradingPeriod|2026-11-02|2026-12-27|y|2027",
        ),
        "courses": lines("sourcedId|title|orgSourcedId", "alg|Алгебра|s", "rus|Русский язык|s"),
        "categories": lines("sourcedId|title|weight", "test|Контрольная|4", "answer|Ответ|1"),
        "x_courses": lines(
            "sourcedId|classSourcedId|kind|homeroomSourcedIds|weeklyHours|yearHours",
            *(f"x-{course}|{course}|lesson|{told[0]}|5|170" for course, told in COURSES.items()),
        ),
        "x_timetable": lines(
            "sourcedId|classSourcedId|weekday|lessonNumber|startTime|endTime|room|beginDate|endDate",
            *(
                f"tt-{course}-{day}|{course}|{day}|{number}|{'|'.join(STARTS[number])}|12"
                "|2026-09-01|2027-05-28"
                for day, (course, (_, number, _)) in product(range(1, 6), COURSES.items())
            ),
        ),
    }


def _week() -> dict[str, list[Line]]:
    days = [MONDAY + timedelta(days=ahead) for ahead in (0, 1, 2, 3, 4, 7)]
    told = {"7a-alg-20": "§ 12, № 215|2026-11-23"}
    return {
        "x_lessons": lines(
            "sourcedId|classSourcedId|date|lessonNumber|teacherSourcedId|state|homework|homeworkDue"
            "|replacesTeacherSourcedId",
            *(
                f"{course}-{day:%d}|{course}|{day}|{number}|{teacher}|"
                f"{'held' if day.day <= 20 else 'planned'}|{told.get(f'{course}-{day:%d}', '|')}|"
                for day, (course, (_, number, teacher)) in product(days, COURSES.items())
            ),
        )
    }


def _journal() -> dict[str, list[Line]]:
    return {
        "lineItems": lines(
            "sourcedId|title|assignDate|dueDate|classSourcedId|categorySourcedId"
            "|academicSessionSourcedId|resultValueMin|resultValueMax",
            "w1|Линейная функция|2026-11-16|2026-11-16|7a-alg|test|q2|1|5",
            "w2|Ответ|2026-11-17|2026-11-17|7a-alg|answer|q2|1|5",
            "w3|Диктант|2026-11-18|2026-11-18|7a-rus|answer|q2|1|5",
            "w4|Ответ|2026-11-19|2026-11-19|7a-alg|answer|q2|1|5",
            "w5|Изложение|2026-11-18|2026-11-18|5b-rus|answer|q2|1|5",
        ),
        "results": lines(
            "sourcedId|lineItemSourcedId|studentSourcedId|scoreStatus|score|textScore|scoreDate",
            "m1|w1|p1|fully graded|4||2026-11-16",
            "m2|w2|p1|fully graded|5||2026-11-17",
            "m3|w3|p1|fully graded|3||2026-11-18",
            "m5|w1|p2|fully graded||3/5|2026-11-16",
            "m6|w5|p4|fully graded|5||2026-11-18",
        ),
        "x_attendance": lines(
            "sourcedId|lessonSourcedId|studentSourcedId|code|reasonState",
            "a1|7a-rus-17|p2|б|claimed",
        ),
    }


assert set(a_school().rows) <= set(FILES)
