"""Families that read nothing electronic get their results on paper, and hold them (F10)."""

from io import BytesIO

from pypdf import PdfReader

from sandbox.in_process import Person
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.periods import breaks, quietly_imported
from tests.stories.town import Town

DAY = "2026-11-23"
"""A Monday: the week from the 16th to the 22nd is over."""

NEWS = "Печать для семей · 7А, 16–22 ноября"


async def ticks(town: Town, day: str = DAY, at: str = "07:00") -> None:
    """Let the moment come, make what is due, and bring it out."""
    town.clock.strikes(f"{day}T{at}")
    await town.program.make_paper_runs()
    await town.outbox_ticks()


async def opens_the_run(person: Person) -> None:
    await person.sends("/class")
    await person.taps("Ещё")
    await person.taps("Семьи")
    await person.taps("Печать для семей")


def said(person: Person) -> list[str]:
    return person.screen.text.replace("\xa0", " ").split("\n")


def news_of(person: Person) -> int:
    return sum(one.text.startswith(NEWS) for one in person.messages)


def pages(person: Person) -> list[str]:
    assert person.screen.document is not None
    read = PdfReader(BytesIO(person.screen.document.content))
    return [page.extract_text().replace("\xa0", " ") for page in read.pages]


@ON_BOTH
async def test_on_its_day_the_class_teacher_gets_the_sheets_to_print(town: Town) -> None:
    teacher, _ = await town.comes_in("t1"), await town.comes_in("g1")

    await ticks(town, at="06:59")
    too_early = news_of(teacher)
    await ticks(town)
    news = said(teacher)
    await teacher.taps("Открыть PDF")

    assert too_early == 0
    assert news == [
        "Печать для семей · 7А, 16–22 ноября",
        "2 семьям нужны сведения на бумаге: распечатайте листы, передайте и отметьте.",
    ]
    kotova, lev = pages(teacher)
    assert "Котова" in kotova
    assert "О'Нил Лев" in lev
    assert "3/5" in lev
    assert "вт, 17 ноября, 2-й урок, Русский язык" in lev


@ON_BOTH
async def test_it_is_made_once_also_after_a_kill(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await ticks(town)

    town.program = town.again()
    await ticks(town)
    await ticks(town, "2026-11-25")
    within_the_week = news_of(teacher)
    await ticks(town, "2026-11-30")

    assert within_the_week == 1
    assert teacher.screen.text.startswith("Печать для семей · 7А, 23–29 ноября")


async def test_a_day_that_was_slept_through_is_made_up_for(town: Town) -> None:
    teacher = await town.comes_in("t1")

    await ticks(town, "2026-11-26", "12:00")

    assert news_of(teacher) == 1


async def test_a_month_is_told_where_the_school_decided_so(town: Town) -> None:
    teacher = await town.comes_in("t1")
    async with town.store.transaction() as tx:
        (school,) = await tx.schools.all()
        await tx.schools.decide(school.id, "a", {"paper.every": "month"}, at=town.clock.now())

    await ticks(town, "2026-12-01")

    assert teacher.screen.text.startswith("Печать для семей · 7А, 1–30 ноября")


async def test_no_run_is_made_of_days_between_two_periods(town: Town) -> None:
    teacher = await town.comes_in("t1")

    await ticks(town, "2027-01-04")
    await opens_the_run(teacher)

    assert said(teacher)[0] == "Печать для семей · 7А"
    assert said(teacher)[1].startswith("Листов ещё не собирали.")


@ON_BOTH
async def test_sheets_are_ticked_one_by_one_and_all_together(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await ticks(town)
    await teacher.taps("Кому вручить")

    listed = said(teacher)
    await teacher.taps("2")
    one = said(teacher)
    await teacher.taps("2")
    none = said(teacher)
    await teacher.taps("Вручено всем")

    assert listed[1] == "Собрано 23 ноября, 07:00. Листов: 3, вручено: 0."
    assert listed[3] == "2. Лугова Яна: в бот не входили"
    assert one[3] == "2. Лугова Яна: в бот не входили; вручено 23 ноября"
    assert none == listed
    assert said(teacher)[1] == "Собрано 23 ноября, 07:00. Листов: 3, вручено: 3."
    assert "Вручено всем" not in teacher.screen.buttons


@ON_BOTH
async def test_a_family_that_refused_in_writing_gets_paper_though_it_reads_along(
    town: Town,
) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g3")
    await mother.sends("/settings")
    await mother.taps("Согласия")
    await mother.taps("Лев, 7А")
    await mother.taps("Отозвать согласие")
    await mother.taps("Да, отозвать")

    await ticks(town)
    await teacher.taps("Кому вручить")

    assert "3. О'Нил Лев: письменный отказ" in said(teacher)


async def test_a_family_whose_messages_do_not_arrive_gets_paper(town: Town) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g3")
    await mother.blocks()

    await ticks(town)
    await teacher.taps("Печать: 7А")

    assert "3. О'Нил Лев: сообщения не доходят" in said(teacher)


async def test_a_family_that_comes_in_later_falls_out_of_the_next_run(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await ticks(town)
    await town.comes_in("g3")

    await ticks(town, "2026-11-30")
    await teacher.taps("Кому вручить")

    assert said(teacher)[1] == "Собрано 30 ноября, 07:00. Листов: 2, вручено: 0."


async def test_a_run_that_nobody_needs_is_told_to_nobody_and_says_so_when_opened(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    for one in ("g1", "g3", "g4"):
        await town.comes_in(one)

    await ticks(town)
    told = news_of(teacher)
    await opens_the_run(teacher)
    opened = said(teacher)
    await teacher.taps("Собрать на сегодня")

    assert told == 0
    assert opened[1].startswith("На бумаге никому не нужно")
    assert opened[1].endswith("Проверено 23 ноября, 07:00.")
    assert teacher.toast is not None
    assert teacher.toast.startswith("Сейчас на бумаге никому не нужно")


async def test_it_is_made_up_to_today_when_the_class_teacher_asks(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await opens_the_run(teacher)

    await teacher.taps("Собрать на сегодня")
    first = said(teacher)
    await teacher.taps("Собрать на сегодня")

    assert first[0] == "Печать для семей · 7А, 14–20 ноября"
    assert first[1] == "Собрано 20 ноября, 12:00. Листов: 3, вручено: 0."
    assert said(teacher) == first


@ON_BOTH
async def test_a_forecast_handed_over_on_paper_counts_as_in_hand(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await quietly_imported(town)
    await breaks(town, "2026-12-10")
    await breaks(town, "2026-12-11")
    await breaks(town, "2026-12-11", "07:00")

    await opens_the_run(teacher)
    await teacher.taps("Собрать на сегодня")
    await teacher.taps("2")
    await teacher.taps("Класс 7А")
    await teacher.taps("Учёба")
    await teacher.taps("Прогноз семьям")

    assert "2. Лугова Яна — вручено на бумаге" in teacher.screen.text


async def test_who_moved_to_another_class_is_on_the_sheets_of_that_class(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await ticks(town)
    moved = a_school().change("enrollments", "e-p2", classSourcedId="5b")
    await town.imports(moved)

    await teacher.taps("Открыть PDF")

    assert not any("О'Нил" in page for page in pages(teacher))


async def test_who_leads_the_class_no_more_has_no_sheets_by_an_old_button(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await ticks(town)
    await teacher.taps("Кому вручить")
    kept = teacher.screen
    await town.imports(a_school().drop("enrollments", "e-7a"))

    await teacher.taps("1", on=kept)
    after_tick = teacher.screen.text
    await teacher.taps("Открыть PDF", on=kept)

    assert "открыть можно" in after_tick
    assert teacher.screen.document is None


@ON_BOTH
async def test_a_family_that_asked_for_paper_in_writing_gets_it_though_it_reads_along(
    town: Town,
) -> None:
    teacher, _ = await town.comes_in("t1"), await town.comes_in("g3")
    asked = a_school().add(
        "x_consents",
        sourcedId="no-network",
        userSourcedId="g3",
        studentSourcedId="p2",
        subject="paper",
        state="given",
        date="2026-11-02",
        document="Заявление № 4",
    )
    await town.imports(asked)

    await ticks(town)
    await teacher.taps("Кому вручить")

    assert "3. О'Нил Лев: по заявлению, на бумаге" in said(teacher)


@ON_BOTH
async def test_sheets_of_an_earlier_run_are_ticked_and_printed_after_a_new_one_is_made(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    await ticks(town)
    await ticks(town, "2026-11-30")
    await opens_the_run(teacher)
    last = said(teacher)
    await teacher.taps("‹ По 22 ноября")
    earlier, beside = said(teacher), teacher.screen.buttons

    await teacher.taps("2")
    ticked = said(teacher)
    await teacher.taps("Открыть PDF")
    printed = said(teacher)
    await teacher.taps("Кому вручить")
    again = said(teacher)
    await teacher.taps("По 29 ноября ›")

    assert last[0] == "Печать для семей · 7А, 23–29 ноября"
    assert (earlier[0], earlier[1]) == (NEWS, "Собрано 23 ноября, 07:00. Листов: 3, вручено: 0.")
    assert "По 29 ноября ›" in beside
    assert ticked[1] == "Собрано 23 ноября, 07:00. Листов: 3, вручено: 1."
    assert printed[0] == NEWS
    assert again == ticked
    assert said(teacher) == last


@ON_BOTH
async def test_a_family_that_holds_its_sheet_is_informed_and_not_missing_from_the_review(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    await ticks(town)
    await opens_the_week_before(teacher)
    missing = said(teacher)
    await opens_the_run(teacher)
    await teacher.taps("3")

    await opens_the_week_before(teacher)

    assert missing[1] == "Выполнено: 0 из 3"
    assert "О'Нил Лев: не знакомились" in missing
    assert said(teacher)[1] == "Выполнено: 1 из 3, из них с листом на бумаге: 1"
    assert not [one for one in said(teacher) if "О'Нил" in one]


async def opens_the_week_before(teacher: Person) -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Семьи")
    await teacher.taps("Ознакомление семей")
    await teacher.taps("‹ Неделя")
