"""What the period's marks will be: a family and a class teacher, tap by tap."""

from tests.exchange.builders import Files
from tests.stories.bundle import a_school, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town


def with_controls_ahead() -> Files:
    """Return the school with kinds of control, and two control works of algebra in December."""
    files = a_school()
    for kind, code in (("test", "control"), ("answer", "answer")):
        files = files.add(
            "x_categories",
            sourcedId=f"x-{kind}",
            categorySourcedId=kind,
            kind=code,
            written="false",
            required="false",
        )
    for number in (1, 2):
        files = files.add(
            "lineItems",
            sourcedId=f"ahead-{number}",
            title=f"Контрольная {number}",
            assignDate=f"2026-12-0{number}",
            dueDate=f"2026-12-0{number}",
            classSourcedId="7a-alg",
            categorySourcedId="test",
            academicSessionSourcedId="q2",
            resultValueMin="1",
            resultValueMax="5",
        )
    return with_mark(files, "m9", work="w4", pupil="p1", score="4")


@ON_BOTH
async def test_a_mother_reads_what_to_expect_and_tries_two_fives(town: Town) -> None:
    await town.imports(with_controls_ahead())
    mother = await town.comes_in("g1")
    await mother.sends("/forecast")
    await mother.taps("Яна, 7А")
    of_all = mother.screen.text
    await mother.taps("1")
    algebra = mother.screen.text

    await mother.taps("Что если…")
    await mother.taps("+5")
    await mother.taps("+5")

    assert of_all.startswith("📈 Прогноз на II четверть · Яна\n1. Алгебра: 4 (")
    assert "сейчас 4,17; до 5: пятёрка за контрольную" in of_all
    assert "2. Русский язык: н/а; не хватает 4 отметок до 23 декабря; сейчас 3,00" in of_all
    assert "Впереди: контрольная 1 декабря (вес 4), контрольная 2 декабря (вес 4)" in algebra
    assert "Добавлено: контрольная 5, 5" in mother.screen.text
    assert "Станет 4,64, выходит 5" in mother.screen.text


@ON_BOTH
async def test_a_written_work_is_told_as_being_marked_until_anybody_has_a_mark(
    town: Town,
) -> None:
    school = with_controls_ahead()
    await town.imports(school)
    mother = await town.comes_in("g1")
    town.clock.moves(days=13)
    await mother.sends("/forecast")
    await mother.taps("Яна, 7А")
    await mother.taps("1")
    written = mother.screen.text
    await mother.taps("Что если…")
    tried = mother.screen.text

    for_a_classmate = with_mark(school, "m10", work="ahead-1", pupil="p3", score="3")
    await town.imports(with_mark(for_a_classmate, "m11", work="ahead-2", pupil="p1", score="5"))
    await mother.sends("/forecast")
    await mother.taps("Яна, 7А")
    await mother.taps("1")

    on_the_desk = "На проверке: контрольная 1 декабря (вес 4), контрольная 2 декабря (вес 4)"
    assert on_the_desk in written
    assert on_the_desk in tried
    assert "Чтобы вышло 5: пятёрка за контрольную" in written
    assert "На проверке" not in mother.screen.text


@ON_BOTH
async def test_a_class_teacher_reads_the_class_and_who_is_at_risk(town: Town) -> None:
    await town.imports(with_controls_ahead())
    teacher = await town.comes_in("t1")
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Учёба")

    await teacher.taps("Прогноз")
    of_class = teacher.screen.text
    await teacher.taps("В зоне риска: 3")
    at_risk = teacher.screen.text
    await teacher.taps("Прогноз класса")

    assert of_class.startswith("📈 Прогноз на II четверть · класс 7А\nУспеваемость 0")
    assert "2. Русский язык: н/а 3; качество 0" in of_class
    assert at_risk.startswith("⚠️ В зоне риска, II четверть · класс 7А\n1. ")
    assert "Лугова Яна: русский язык н/а (не хватает 4)" in at_risk
    assert teacher.screen.text == of_class


async def test_why_is_one_tap_away_and_names_the_clauses(town: Town) -> None:
    pupil = await town.comes_in("p1")
    await pupil.sends("/forecast")

    await pupil.taps("Почему так")

    assert "Прогноз у семьи на руках за 14 дн. до конца периода (A1.3)" in pupil.screen.text
    assert "при двух и более уроках в неделю: 5 (E3 2.14)" in pupil.screen.text
