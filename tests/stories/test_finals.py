"""The end of a period: final marks come to families, and the school hears which are missing."""

from tests.exchange.builders import Files
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town


def with_final(files: Files, source: str, *, course: str, score: str, **more: str) -> Files:
    told = {"academicSessionSourcedId": "q2", "studentSourcedId": "p1", "kind": "period"}
    cells = told | {"classSourcedId": course, "value": score} | more
    return files.add("x_periodMarks", sourcedId=source, **cells)


def the_quarter(*without: str) -> Files:
    """Return the school with all marks of Яна's, Лев's and the third pupil's quarter but some."""
    files = a_school()
    for pupil in ("p1", "p2", "p3"):
        for course in ("7a-alg", "7a-rus"):
            if f"{pupil}-{course}" not in without:
                files = with_final(
                    files,
                    f"f-{pupil}-{course}",
                    course=course,
                    score="4",
                    studentSourcedId=pupil,
                )
    return with_final(files, "f-p4", course="5b-rus", score="5", studentSourcedId="p4")


@ON_BOTH
async def test_a_final_mark_is_told_after_its_correction_window(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(with_final(a_school(), "f1", course="7a-alg", score="4"))

    await town.outbox_ticks()
    early = len(mother.messages)
    await town.evening_news()

    assert early == 1
    assert mother.screen.text == "🏁 Яна · алгебра, II четверть\n4 — отметка за период"


async def test_the_marks_of_one_evening_come_in_one_message(town: Town) -> None:
    pupil = await town.comes_in("p1")
    both = with_final(a_school(), "f1", course="7a-alg", score="4")

    await town.imports(with_final(both, "f2", course="7a-rus", score="5"))
    await town.evening_news()

    (message,) = pupil.messages[1:]
    assert message.text == ("🏁 Итоговые отметки, II четверть\nАлгебра: 4\nРусский язык: 5")
    assert await town.delivered() == 2


async def test_a_final_mark_put_right_in_time_is_told_once(town: Town) -> None:
    mother = await town.comes_in("g1")
    slip = with_final(a_school(), "f1", course="7a-alg", score="2")
    await town.imports(slip)

    town.clock.moves(minutes=5)
    await town.imports(slip.change("x_periodMarks", "f1", value="4"))
    await town.evening_news()

    assert [one.text for one in mother.messages[1:]] == [
        "🏁 Яна · алгебра, II четверть\n4 — отметка за период"
    ]


async def test_a_final_mark_put_right_later_says_what_it_was(town: Town) -> None:
    mother = await town.comes_in("g1")
    slip = with_final(a_school(), "f1", course="7a-alg", score="3")
    await town.imports(slip)
    await town.evening_news()

    await town.imports(slip.change("x_periodMarks", "f1", value="4"))
    await town.evening_news()

    assert "Исправлено: 4 вместо 3 — отметка за период" in mother.screen.text


async def test_the_year_table_opens_from_the_news(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(with_final(a_school(), "f1", course="7a-alg", score="4"))
    await town.evening_news()

    await mother.taps("Итоги года")

    assert mother.screen.text == (
        "🏁 Итоги, 2026/2027 · Яна\n"
        "По порядку: I четверть, II четверть\n"
        "1. Алгебра: – · 4\n"
        "2. Русский язык: итогов нет"
    )


@ON_BOTH
async def test_the_class_teacher_hears_a_week_before_the_end_what_is_missing(town: Town) -> None:
    leader = await town.comes_in("t1")
    await town.imports(the_quarter("p1-7a-rus", "p2-7a-rus", "p1-7a-alg"))
    town.clock.strikes("2026-12-19T08:10")

    await town.program.tick("period-marks-tick")
    await town.outbox_ticks()

    assert leader.screen.text.split("\n") == [
        "🏁 7А · нет итоговых, II четверть: 3",
        (
            "Период до 27 декабря. Отметки выставляют не позже 23 декабря, "
            "семьи видят их не позже 24 декабря."
        ),
        "Алгебра: 1 — Лугова Яна",
        "Русский язык: 2 — Лугова Яна, О'Нил Лев",
        "🏁 Ваши предметы · нет итоговых, II четверть: 1",
        "7А, алгебра: 1 — Лугова Яна",
    ]


async def test_the_school_hears_once_a_day_and_no_more_when_all_is_set(town: Town) -> None:
    leader = await town.comes_in("t1")
    await town.imports(the_quarter("p1-7a-alg"))
    town.clock.strikes("2026-12-19T08:10")

    for instant in (
        "2026-12-19T08:20",
        "2026-12-19T16:00",
        "2026-12-20T08:10",
        "2026-12-21T08:10",
    ):
        town.clock.strikes(instant)
        await town.program.tick("period-marks-tick")
        await town.outbox_ticks()
    told = len(leader.messages)
    await town.imports(the_quarter())
    town.clock.strikes("2026-12-22T08:10")
    await town.program.tick("period-marks-tick")
    await town.outbox_ticks()

    assert told == 1 + 2
    assert len(leader.messages) == told


async def test_nobody_hears_of_missing_marks_earlier_than_the_rule_says(town: Town) -> None:
    await town.comes_in("t1")
    town.clock.strikes("2026-12-18T12:00")

    await town.program.tick("period-marks-tick")

    assert await town.ledger() == []


async def test_a_subject_teacher_hears_of_the_own_courses(town: Town) -> None:
    teacher = await town.comes_in("t2")
    await town.imports(the_quarter("p1-7a-alg", "p2-7a-rus"))
    town.clock.strikes("2026-12-19T08:10")

    await town.program.tick("period-marks-tick")
    await town.outbox_ticks()

    assert teacher.screen.text.split("\n") == [
        "🏁 Ваши предметы · нет итоговых, II четверть: 1",
        (
            "Период до 27 декабря. Отметки выставляют не позже 23 декабря, "
            "семьи видят их не позже 24 декабря."
        ),
        "7А, русский язык: 1 — О'Нил Лев",
    ]


def with_staff(files: Files) -> Files:
    """Return the school with a deputy head and an administrator of the journal."""
    for person, role in (("d1", "ext:deputyHead"), ("a1", "siteAdministrator")):
        files = files.add(
            "users",
            sourcedId=person,
            givenName=person,
            familyName="Школьная",
            enabledUser="true",
            username=person,
        ).add(
            "roles",
            sourcedId=f"r-{person}",
            userSourcedId=person,
            roleType="primary",
            role=role,
            orgSourcedId="s",
        )
    return files


async def test_the_deputy_head_gets_a_summary_by_class(town: Town) -> None:
    await town.imports(with_staff(the_quarter("p1-7a-alg", "p2-7a-rus")))
    deputy, administrator = await town.comes_in("d1"), await town.comes_in("a1")
    town.clock.strikes("2026-12-19T08:10")

    await town.program.tick("period-marks-tick")
    await town.outbox_ticks()

    assert deputy.screen.text.split("\n") == [
        "🏁 Школа · нет итоговых, II четверть: 2",
        (
            "Период до 27 декабря. Отметки выставляют не позже 23 декабря, "
            "семьи видят их не позже 24 декабря."
        ),
        "По классам: 7А — 2",
    ]
    assert len(administrator.messages) == 1


async def test_the_administrator_hears_when_families_should_have_the_marks(town: Town) -> None:
    await town.imports(with_staff(the_quarter("p1-7a-alg")))
    administrator = await town.comes_in("a1")
    town.clock.strikes("2026-12-25T08:10")

    await town.program.tick("period-marks-tick")
    await town.outbox_ticks()

    assert administrator.screen.text.startswith("🏁 Школа · нет итоговых, II четверть: 1")


@ON_BOTH
async def test_the_head_hears_where_no_deputy_has_come_in_and_everybody_once_it_is_late(
    town: Town,
) -> None:
    files = with_staff(the_quarter("p1-7a-alg")).add(
        "roles",
        sourcedId="r-head",
        userSourcedId="x1",
        roleType="primary",
        role="principal",
        orgSourcedId="s",
    )
    await town.imports(files)
    head = await town.comes_in("x1")

    town.clock.strikes("2026-12-19T08:10")
    await town.program.tick("period-marks-tick")
    await town.outbox_ticks()
    alone = head.screen.text
    deputy = await town.comes_in("d1")
    for instant in ("2026-12-21T08:10", "2026-12-24T08:10"):
        said = len(head.messages)
        town.clock.strikes(instant)
        await town.program.tick("period-marks-tick")
        await town.outbox_ticks()

    assert alone.startswith("🏁 Школа · нет итоговых, II четверть: 1")
    assert len(head.messages) == said + 1 == 3
    assert deputy.screen.text == head.screen.text


async def test_what_is_still_missing_after_the_period_is_told_on_mondays(town: Town) -> None:
    leader = await town.comes_in("t1")
    await town.imports(the_quarter("p1-7a-alg"))
    told = []

    for instant in ("2026-12-28T08:10", "2026-12-29T08:10", "2027-01-04T08:10"):
        before = len(leader.messages)
        town.clock.strikes(instant)
        await town.program.tick("period-marks-tick")
        await town.outbox_ticks()
        told.append(len(leader.messages) - before)
    await leader.taps("Выставить")
    set_there = leader.screen.text

    assert told == [1, 0, 1]
    assert set_there.startswith("🏁 Мои итоговые, II четверть")


async def test_the_class_teacher_opens_what_is_missing(town: Town) -> None:
    leader = await town.comes_in("t1")
    await town.imports(the_quarter("p1-7a-alg"))
    await leader.taps("Класс 7А")
    await leader.taps("Ещё")
    await leader.taps("Учёба")

    await leader.taps("Нет итоговых")

    assert leader.screen.text == (
        "🏁 Нет итоговых · 7А, II четверть\n"
        "Всего не хватает 1 отметки. Период до 27 декабря.\n"
        "Алгебра: 1 — Лугова Яна"
    )
