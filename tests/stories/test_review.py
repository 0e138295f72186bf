"""Review twice a week: a parent says so, the class teacher hears, and a lost week is near."""

from io import BytesIO

from pypdf import PdfReader

from bot.callbacks.classes import OpenClassReviews
from bot.callbacks.review import GiveReview, OpenOwnReviews
from bot.composition.errands import rules_of
from core.ids import ClassId, PupilId
from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.test_paper_run import opens_the_run
from tests.stories.test_preferences import chooses
from tests.stories.test_reports import sheets
from tests.stories.test_untrusted import taps_button
from tests.stories.town import Town


async def opens_totals(person: Person) -> None:
    """Go from the news or anywhere to the totals of Яна, who is one of two children."""
    await person.sends("/start")
    await person.taps("Отметки")
    await person.taps("Яна, 7А")
    await person.taps("Ознакомление")


async def nudges(town: Town) -> None:
    await town.program.tick("review-tick")
    await town.outbox_ticks()


async def test_a_parent_opens_the_totals_of_a_child(town: Town) -> None:
    mother = await town.comes_in("g1")

    await opens_totals(mother)

    assert mother.screen.text == (
        "✍️ Ознакомление за неделю · Яна\n"
        "Отметок за неделю: 3, пропусков: 0\n"
        "На этой неделе вы ещё не знакомились. Нужно 2 раза до вс, в разные дни.\n"
        "Алгебра: средний 4,20\n"
        "Русский язык: средний 3,00"
    )
    assert mother.screen.buttons[:4] == [
        "Ознакомлен(а)",
        "Почему так",
        "Открыть итоги",
        "Мои ознакомления",
    ]


@ON_BOTH
async def test_a_review_is_recorded_once_a_day(town: Town) -> None:
    mother = await town.comes_in("g1")
    await opens_totals(mother)

    await mother.taps("Ознакомлен(а)")
    first = mother.screen.text
    town.clock.strikes("2026-11-21T10:00")
    await opens_totals(mother)
    await mother.taps("Ознакомлен(а)")

    assert "Вы знакомились: пт. Нужно ещё 1 раз в другой день, до вс." in first
    assert first.endswith("Записано: пт, 20 ноября, 12:00.")
    assert "Вы знакомились: пт, сб. За эту неделю всё." in mother.screen.text
    assert "Ознакомлен(а)" not in mother.screen.buttons


async def test_what_changed_while_it_was_shown_is_not_reviewed(town: Town) -> None:
    mother = await town.comes_in("g1")
    await opens_totals(mother)
    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="2"))

    await mother.taps("Ознакомлен(а)")

    assert "Пока экран был открыт, итоги изменились." in mother.screen.text
    assert "На этой неделе вы ещё не знакомились." in mother.screen.text


async def test_the_own_record_lists_the_weeks_of_the_period(town: Town) -> None:
    mother = await town.comes_in("g1")
    await opens_totals(mother)
    await mother.taps("Ознакомлен(а)")

    await mother.taps("Мои ознакомления")

    assert mother.screen.text == (
        "✍️ Мои ознакомления, II четверть · Яна\n16–22 ноября: пт\n9–15 ноября: —\n2–8 ноября: —"
    )


async def test_the_own_record_opens_the_period_before(town: Town) -> None:
    mother = await town.comes_in("g1")
    await opens_totals(mother)
    await mother.taps("Мои ознакомления")

    await mother.taps("‹ I четверть")
    before = mother.screen
    await mother.taps("II четверть ›")

    assert before.text.startswith("✍️ Мои ознакомления, I четверть · Яна\n")
    assert mother.screen.text.startswith("✍️ Мои ознакомления, II четверть · Яна\n")


def with_the_next_year() -> Files:
    """Return the school of a year later, whose first quarter has begun."""
    files = a_school()
    for source, kind, title, begins, ends, parent in (
        ("y28", "schoolYear", "2027/2028", "2027-09-01", "2028-05-26", ""),
        ("q28", "gradingPeriod", "I четверть", "2027-09-01", "2027-10-24", "y28"),
    ):
        files = files.add(
            "academicSessions",
            sourcedId=source,
            title=title,
            type=kind,
            startDate=begins,
            endDate=ends,
            parentSourcedId=parent,
            schoolYear="2028",
        )
    return files.change("classes", "7a-alg", termSourcedIds="q1,q2,q28")


async def test_the_own_record_opens_the_years_before(town: Town) -> None:
    mother = await town.comes_in("g1")
    await opens_totals(mother)
    await mother.taps("Ознакомлен(а)")
    await town.imports(with_the_next_year())
    town.clock.strikes("2027-09-10T12:00")
    await opens_totals(mother)
    await mother.taps("Мои ознакомления")
    now = mother.screen

    await mother.taps("‹ II четверть")
    year_before = mother.screen
    await mother.taps("‹ I четверть")
    first = mother.screen

    assert now.text.startswith("✍️ Мои ознакомления, I четверть · Яна\n")
    assert year_before.text.startswith("✍️ Мои ознакомления, II четверть 2026\xa0г. · Яна\n")
    assert "16–22 ноября: пт\n" in year_before.text
    assert first.text.startswith("✍️ Мои ознакомления, I четверть 2026\xa0г. · Яна\n")
    assert "I четверть ›" in year_before.buttons
    assert [one for one in now.buttons if "›" in one] == []
    assert [one for one in first.buttons if "‹" in one] == []


@ON_BOTH
async def test_a_sheet_in_hand_is_in_the_parent_s_record_as_in_the_class_table(
    town: Town,
) -> None:
    mother, teacher = await town.comes_in("g3"), await town.comes_in("t1")
    await mother.blocks()
    town.clock.strikes("2026-11-21T09:00")
    await opens_the_run(teacher)
    await teacher.taps("Собрать на сегодня")
    await teacher.taps("Вручено всем")
    await mother.sends("/start")

    await mother.taps("Отметки")
    await mother.taps("Ознакомление")
    totals = mother.screen.text
    await mother.taps("Мои ознакомления")
    record = mother.screen.text
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Семьи")
    await teacher.taps("Ознакомление семей")

    assert "Итоги недели вручены вам на бумаге: этого достаточно." in totals
    assert "16–22 ноября: итоги на бумаге, выполнено\n" in record
    assert "Из них с листом на бумаге: 3." in teacher.screen.text


async def pupil_of(town: Town, source: str) -> PupilId:
    async with town.store.transaction() as tx:
        (school,) = await tx.schools.all()
        found = await tx.schools.person(school.id, source)
    assert found is not None
    return PupilId(found)


async def test_a_pupil_and_another_family_review_nothing(town: Town) -> None:
    yana = await pupil_of(town, "p1")
    pupil, stranger = await town.comes_in("p1"), await town.comes_in("g3")

    for person in (pupil, stranger):
        for old in (GiveReview(pupil=yana, stamp=1), OpenOwnReviews(pupil=yana)):
            await taps_button(person, old.pack())
            assert "Этот экран вам не открыт." in person.screen.text


@ON_BOTH
async def test_the_class_teacher_hears_next_morning_who_reviewed(town: Town) -> None:
    await rules_of(town.store, document=None, decided={"review.told": "daily"})
    leader, mother = await town.comes_in("t1"), await town.comes_in("g1")
    father = await town.comes_in("g2")
    for parent in (mother, father):
        await opens_totals(parent)
        await parent.taps("Ознакомлен(а)")
    await nudges(town)
    same_day = len(leader.messages)

    for instant in ("2026-11-21T07:50", "2026-11-21T08:05", "2026-11-21T12:00"):
        town.clock.strikes(instant)
        await nudges(town)

    assert same_day == 1
    assert [one.text for one in leader.messages[1:]] == [
        "✍️ Ознакомление, пт, 20 ноября: 1\n7А: Лугова Яна"
    ]


async def test_the_message_about_reviews_opens_the_whole_list(town: Town) -> None:
    await rules_of(town.store, document=None, decided={"review.told": "each"})
    leader, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await opens_totals(mother)
    await mother.taps("Ознакомлен(а)")
    await town.outbox_ticks()

    await leader.taps("Ознакомление семей")

    assert leader.screen.text.startswith("✍️ Ознакомление · 7А, 16–22 ноября")


async def test_the_class_teacher_hears_of_each_review_where_the_school_wants_it(
    town: Town,
) -> None:
    await rules_of(town.store, document=None, decided={"review.told": "each"})
    leader, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await opens_totals(mother)

    await mother.taps("Ознакомлен(а)")
    await town.outbox_ticks()

    assert leader.screen.text == (
        "✍️ Лугова Яна · ознакомление\nЛугова Ева: с итогами ознакомлен(а), пт, 20 ноября."
    )


async def test_the_reviews_of_two_days_are_both_told_though_the_night_held_them(
    town: Town,
) -> None:
    await rules_of(town.store, document=None, decided={"review.told": "each"})
    leader, mother = await town.comes_in("t1"), await town.comes_in("g1")
    for instant in ("2026-11-20T23:00", "2026-11-21T06:00"):
        town.clock.strikes(instant)
        await opens_totals(mother)
        await mother.taps("Ознакомлен(а)")

    town.clock.strikes("2026-11-21T12:00")
    await town.outbox_ticks()

    assert "пт, 20 ноября" in leader.screen.text
    assert "сб, 21 ноября" in leader.screen.text
    assert await town.endings() == {"delivered": 2}


@ON_BOTH
async def test_a_guardian_is_nudged_on_the_last_evening_that_saves_the_week(town: Town) -> None:
    father = await town.comes_in("g3")
    for instant in ("2026-11-20T18:00", "2026-11-21T12:00", "2026-11-21T17:31"):
        town.clock.strikes(instant)
        await nudges(town)
        await nudges(town)

    assert [one.text for one in father.messages[1:]] == [
        (
            "✍️ Лев · ознакомление за неделю\n"
            "Посмотрите сегодня итоги и нажмите «Ознакомлен(а)»: "
            "до вс, 22 ноября нужно ещё 2 дня."
        )
    ]


@ON_BOTH
async def test_the_other_guardian_saves_the_week_where_the_nearer_one_cannot_hear(
    town: Town,
) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    town.clock.strikes("2026-11-16T12:00")
    await opens_totals(mother)
    await mother.taps("Ознакомлен(а)")
    await chooses(mother, "Напоминания об ознакомлении", "Не сообщать")
    town.clock.strikes("2026-11-21T17:31")
    await nudges(town)
    town.clock.strikes("2026-11-22T17:31")
    await nudges(town)

    assert "Яна · 1 новость\n✍️ Ознакомление за неделю: до вс, 22 ноября нужно ещё 2 дня" in (
        father.screen.text
    )
    assert "нужно ещё" not in mother.screen.text


async def test_the_totals_open_from_the_nudge(town: Town) -> None:
    father = await town.comes_in("g3")
    town.clock.strikes("2026-11-21T17:31")
    await nudges(town)

    await father.taps("Ознакомление")
    await father.taps("Ознакомлен(а)")

    assert "Вы знакомились: сб. Нужно ещё 1 раз в другой день, до вс." in father.screen.text


async def test_there_is_one_nudge_a_week_and_none_where_the_week_is_lost(town: Town) -> None:
    father = await town.comes_in("g3")
    town.clock.strikes("2026-11-21T17:31")
    await nudges(town)
    await father.taps("Ознакомление")
    await father.taps("Ознакомлен(а)")
    before = len(father.messages)

    town.clock.strikes("2026-11-22T17:31")
    await nudges(town)

    assert len(father.messages) == before


async def test_who_reviewed_twice_is_not_nudged(town: Town) -> None:
    mother = await town.comes_in("g1")
    for instant in ("2026-11-16T12:00", "2026-11-17T12:00"):
        town.clock.strikes(instant)
        for name in ("Яна, 7А", "Ян, 5Б"):
            await mother.sends("/start")
            await mother.taps("Отметки")
            await mother.taps(name)
            await mother.taps("Ознакомление")
            await mother.taps("Ознакомлен(а)")
    before = len(mother.messages)

    town.clock.strikes("2026-11-21T17:31")
    await nudges(town)

    assert len(mother.messages) == before


async def test_nobody_is_nudged_in_the_holidays(town: Town) -> None:
    father = await town.comes_in("g3")
    await town.imports(
        a_school().add(
            "x_holidays",
            sourcedId="h",
            title="Каникулы",
            beginDate="2026-12-28",
            endDate="2027-01-10",
        )
    )

    town.clock.strikes("2027-01-02T17:31")
    await nudges(town)

    assert len(father.messages) == 1


async def test_a_week_ends_at_the_school_s_midnight(town: Town) -> None:
    father = await town.comes_in("g3")
    town.clock.strikes("2026-11-22T23:59")
    await father.sends("/marks")
    await father.taps("Ознакомление")
    shown_on_sunday = father.screen.text

    town.clock.strikes("2026-11-23T00:01")
    await father.taps("Ознакомлен(а)")
    await father.taps("Ознакомлен(а)")

    assert "До вс столько дней не осталось" in shown_on_sunday
    assert "Вы знакомились: пн." in father.screen.text


async def test_the_class_teacher_sees_who_is_missing_by_week_and_by_period(town: Town) -> None:
    leader, mother = await town.comes_in("t1"), await town.comes_in("g1")
    for instant in ("2026-11-16T12:00", "2026-11-17T12:00"):
        town.clock.strikes(instant)
        await opens_totals(mother)
        await mother.taps("Ознакомлен(а)")
    town.clock.strikes("2026-11-23T12:00")
    await leader.sends("/class")
    await leader.taps("Ещё")
    await leader.taps("Семьи")
    await leader.taps("Ознакомление семей")

    await leader.taps("‹ Неделя")
    week = leader.screen.text.split("\n")
    await leader.taps("За период")
    period = leader.screen.text.split("\n")

    assert week[:2] == ["✍️ Ознакомление · 7А, 16–22 ноября", "Выполнено: 1 из 3"]
    assert "О'Нил Лев: не знакомились" in week
    assert period[0] == "✍️ Ознакомление · 7А, II четверть"
    assert period[-1] == "Лугова Яна: 1 из 3"


async def test_the_morning_after_the_period_its_table_is_there_and_the_one_before_a_tap_away(
    town: Town,
) -> None:
    leader = await town.comes_in("t1")
    town.clock.strikes("2026-12-28T08:00")
    await leader.sends("/class")
    await leader.taps("Ещё")
    await leader.taps("Семьи")
    await leader.taps("Ознакомление семей")
    await leader.taps("За период")
    ended = leader.screen

    await leader.taps("‹ I четверть")
    before = leader.screen
    await leader.taps("II четверть ›")

    assert ended.text.startswith("✍️ Ознакомление · 7А, II четверть")
    assert before.text.startswith("✍️ Ознакомление · 7А, I четверть")
    assert leader.screen.text == ended.text


async def takes_along(leader: Person) -> list[list[object]]:
    """Take the table that is shown along; return what is in the rows of its sheet."""
    await leader.taps("Таблица (XLSX)")
    assert leader.screen.document is not None
    (rows,) = sheets(leader.screen.document.content).values()
    return [[one for one in row if one != ""] for row in rows]


@ON_BOTH
async def test_the_tables_of_a_week_and_of_a_period_are_taken_along_as_files(town: Town) -> None:
    mother, leader = await town.comes_in("g1"), await town.comes_in("t1")
    for day in ("2026-11-20T10:00", "2026-11-21T10:00"):
        town.clock.strikes(day)
        await opens_totals(mother)
        await mother.taps("Ознакомлен(а)")
    town.clock.strikes("2026-11-23T10:00")
    await leader.sends("/class")
    await leader.taps("Ещё")
    await leader.taps("Семьи")
    await leader.taps("Ознакомление семей")
    await leader.taps("‹ Неделя")
    table = leader.screen

    week = await takes_along(leader)
    caption = leader.screen.text
    await leader.taps("За период")
    period = await takes_along(leader)
    await leader.taps("Для печати (PDF)", on=table)

    assert caption.startswith("✍️ Ознакомление · 7А, 16–22 ноября")
    assert [2, "Лугова Яна", "Лугова Ева", "20.11.2026, 21.11.2026", 2, "выполнено"] in week
    assert [2, "Лугова Яна", "Лугов Марк", 0, "выполнено"] in week
    assert [3, "О'Нил Лев", "О'Нил <b>&amp;</b>", 0, "не выполнено"] in week
    headed = next(row for row in period if "Ученик" in row)
    assert headed[-4:] == ["9 ноя", "16 ноя", "Недель выполнено", "Доля"]
    assert next(row for row in period if "Лугова Яна" in row)[2:] == ["+", 1, 0.333]
    assert leader.screen.document is not None
    assert (
        "Лугова Ева" in PdfReader(BytesIO(leader.screen.document.content)).pages[0].extract_text()
    )


async def test_where_each_guardian_reviews_each_ones_days_are_named(town: Town) -> None:
    leader, mother = await town.comes_in("t1"), await town.comes_in("g1")
    async with town.store.transaction() as tx:
        (school,) = await tx.schools.all()
        await tx.schools.decide(school.id, "a", {"review.done_by": "each"}, at=town.clock.now())
    await opens_totals(mother)
    await mother.taps("Ознакомлен(а)")
    await leader.sends("/class")
    await leader.taps("Ещё")
    await leader.taps("Семьи")
    await leader.taps("Ознакомление семей")

    (line,) = [one for one in leader.screen.text.split("\n") if "Лугова Яна" in one]

    assert line == "Лугова Яна: Ева — пт; Марк — нет"


async def test_the_table_of_a_class_is_closed_to_families(town: Town) -> None:
    mother = await town.comes_in("g1")
    async with town.store.transaction() as tx:
        (school,) = await tx.schools.all()
        (first, *_) = await tx.directory.classes_of(school.id)

    await taps_button(mother, OpenClassReviews(class_id=ClassId(first.id)).pack())

    assert "Этот экран вам не открыт." in mother.screen.text
