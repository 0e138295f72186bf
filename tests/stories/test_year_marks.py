"""The end of a school year: which marks are missing is told, and they are set by taps."""

from itertools import product

from tests.exchange.builders import Files
from tests.stories.bundle import CLASS_OF, COURSES, PUPILS, a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town

A_WEEK_BEFORE = "2027-05-21T08:10"


def with_mark(files: Files, pupil: str, course: str, kind: str, **cells: str) -> Files:
    told = {"academicSessionSourcedId": "y", "value": "4"} | cells
    source = f"{kind}-{pupil}-{course}-{told['academicSessionSourcedId']}"
    return files.add(
        "x_periodMarks",
        sourcedId=source,
        classSourcedId=course,
        studentSourcedId=pupil,
        kind=kind,
        **told,
    )


def the_year(*without: tuple[str, str], files: Files | None = None) -> Files:
    """Return the school with the year's marks of all pupils but some."""
    found = files or a_school()
    for pupil, course in product(PUPILS, COURSES):
        if CLASS_OF[pupil] == COURSES[course][0] and (pupil, course) not in without:
            found = with_mark(found, pupil, course, "year")
    return found


def with_a_last_quarter() -> Files:
    files = a_school().add(
        "academicSessions",
        sourcedId="q4",
        title="IV четверть",
        type="gradingPeriod",
        startDate="2027-03-29",
        endDate="2027-05-28",
        parentSourcedId="y",
        schoolYear="2027",
    )
    for course in COURSES:
        files = files.change("classes", course, termSourcedIds="q1,q2,q4")
    return files


async def it_is_told(town: Town, instant: str = A_WEEK_BEFORE) -> None:
    town.clock.strikes(instant)
    await town.program.tick("period-marks-tick")
    await town.outbox_ticks()


@ON_BOTH
async def test_a_teacher_hears_of_a_missing_mark_of_the_year_and_sets_it(town: Town) -> None:
    teacher, father = await town.comes_in("t2"), await town.comes_in("g3")
    await town.imports(the_year(("p2", "7a-rus")))
    await town.evening_news()

    await it_is_told(town)
    heard = teacher.screen.text.split("\n")
    await teacher.taps("Выставить")
    own = teacher.screen.text.split("\n")
    await teacher.taps("2")
    await teacher.taps("Выставить")
    asked = teacher.screen.text.split("\n")
    await teacher.taps("5")
    done = teacher.screen.text.split("\n")
    await town.evening_news()

    assert heard == [
        "🏁 Ваши предметы · нет итоговых, 2026/2027: 1",
        "Период до 28 мая. Отметки выставляют не позже 25 мая, семьи видят их не позже 26 мая.",
        "7А, русский язык: 1 — О'Нил Лев",
    ]
    assert own == [
        "🏁 Мои итоговые, 2026/2027",
        "Выставить до 25 мая. Период до 28 мая.",
        "1. Русский язык, 5Б: всё выставлено",
        "2. Русский язык, 7А: годовых нет 1",
    ]
    assert asked == ["🏁 Русский язык, 7А, 2026/2027: годовые", "О'Нил Лев: отметки нет"]
    assert done == [
        "Записано. Выставлено 3 из 3.",
        "🏁 Русский язык, 7А, 2026/2027: годовые",
        "О'Нил Лев: 5",
    ]
    assert father.screen.text == "🏁 Лев · русский язык, 2026/2027\n5 — годовая отметка"


async def test_what_is_set_is_told_no_more(town: Town) -> None:
    teacher = await town.comes_in("t2")
    await town.imports(the_year(("p2", "7a-rus")))
    await it_is_told(town)
    told = len(teacher.messages)
    for label in ("Выставить", "2", "Выставить", "5"):
        await teacher.taps(label)
    set_by_taps = len(teacher.messages)

    await it_is_told(town, "2027-05-22T08:10")

    assert (told, len(teacher.messages)) == (2, set_by_taps)


async def test_a_quarter_and_the_year_that_end_together_are_told_in_one_message(
    town: Town,
) -> None:
    leader = await town.comes_in("t1")
    await town.imports(with_a_last_quarter())
    files = the_year(("p1", "7a-alg"), files=with_a_last_quarter())
    for pupil, course in product(("p1", "p2", "p3"), ("7a-alg", "7a-rus")):
        if (pupil, course) != ("p2", "7a-alg"):
            files = with_mark(files, pupil, course, "period", academicSessionSourcedId="q4")
    await town.imports(files)

    await it_is_told(town)

    assert len(leader.messages) == 2
    assert leader.screen.text.split("\n") == [
        "🏁 7А · нет итоговых, 2026/2027: 1",
        "Период до 28 мая. Отметки выставляют не позже 25 мая, семьи видят их не позже 26 мая.",
        "Алгебра: 1 — Лугова Яна",
        "🏁 Ваши предметы · нет итоговых, 2026/2027: 1",
        "7А, алгебра: 1 — Лугова Яна",
        "🏁 7А · нет итоговых, IV четверть: 1",
        "Алгебра: 1 — О'Нил Лев",
        "🏁 Ваши предметы · нет итоговых, IV четверть: 1",
        "7А, алгебра: 1 — О'Нил Лев",
    ]


async def test_the_class_teacher_sees_each_kind_by_itself_and_opens_the_year_s_marking(
    town: Town,
) -> None:
    leader = await town.comes_in("t1")
    files = with_mark(the_year(("p2", "7a-alg")), "p1", "7a-alg", "exam")
    await town.imports(files)
    await it_is_told(town)

    await leader.taps("Нет итоговых: 7А")
    listed = leader.screen.text
    await leader.taps("Выставить")

    assert listed == (
        "🏁 Нет итоговых · 7А, 2026/2027\n"
        "Всего не хватает 2 отметок. Период до 28 мая.\n"
        "Годовые:\n"
        "Алгебра: 1 — О'Нил Лев\n"
        "Итоговые, экзамен есть:\n"
        "Алгебра: 1 — Лугова Яна"
    )
    assert leader.screen.text.startswith("🏁 Мои итоговые, 2026/2027\n")


@ON_BOTH
async def test_a_final_mark_that_lacks_after_an_exam_in_june_is_told_and_set(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await town.imports(the_year())
    await it_is_told(town, "2027-06-14T08:10")
    before = len(teacher.messages)
    await town.imports(with_mark(the_year(), "p1", "7a-alg", "exam", date="2027-06-16"))

    await it_is_told(town, "2027-06-28T08:10")
    told = teacher.screen.text.split("\n")

    assert before == 1
    assert told[0] == "🏁 7А · нет итоговых, 2026/2027: 1"
    assert "7А, алгебра (итоговая: экзамен есть): 1 — Лугова Яна" in told


async def test_an_exam_and_a_final_mark_reach_the_family_and_the_year_table(town: Town) -> None:
    teacher, pupil = await town.comes_in("t1"), await town.comes_in("p1")
    await town.imports(the_year())
    town.clock.strikes("2027-05-26T12:00")
    await town.outbox_ticks()
    await teacher.sends("/lessons")
    for label in ("Итоговые", "2026/2027 ›", "1", "Экзамен", "2", "4", "‹ К списку", "Итоговые"):
        await teacher.taps(label)
    before = teacher.screen.text.split("\n")

    for label in ("2", "5"):
        await teacher.taps(label)
    await town.evening_news()
    told = pupil.screen.text
    await pupil.taps("Итоги года")

    assert before[3] == "2. Лугова Яна: нет, экзамен 4"
    assert told == "🏁 Итоговые отметки, 2026/2027\nАлгебра: 4 (экзамен)\nАлгебра: 5 (итоговая)"
    assert "1. Алгебра: – · –, год 4, экзамен 4, итоговая 5" in pupil.screen.text
