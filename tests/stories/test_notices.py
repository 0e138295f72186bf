"""What a family hears by itself, and when."""

from tests.stories.bundle import a_school, with_absence, with_many_works, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town


async def test_a_new_mark_is_told_with_the_mean_that_it_moved(town: Town) -> None:
    mother = await town.comes_in("g1")

    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="2"))
    await town.evening_news()

    assert mother.screen.text == ("📘 Яна · алгебра\n2 — ответ, 19 ноября\nСредний: 4,20 → 3,83")


async def test_a_corrected_mark_is_told_with_what_it_was(town: Town) -> None:
    mother = await town.comes_in("g1")

    await town.imports(a_school().change("results", "m1", score="3"))
    await town.evening_news()

    assert "Исправлено: 3 вместо 4 — линейная функция, 16 ноября" in mother.screen.text


async def test_a_mark_taken_back_is_told_as_taken_back(town: Town) -> None:
    mother = await town.comes_in("g1")

    await town.imports(a_school().drop("results", "m1"))
    await town.evening_news()

    assert "Отметка 4 за 16 ноября отозвана" in mother.screen.text


async def test_a_mark_waits_until_its_correction_window_has_passed(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="5"))

    town.clock.moves(minutes=9)
    await town.outbox_ticks()
    early = len(mother.messages)
    town.clock.moves(minutes=2)
    await town.outbox_ticks()

    assert early == 1
    assert "5 — ответ, 19 ноября" in mother.screen.text


@ON_BOTH
async def test_a_slip_put_right_within_the_window_is_told_once_and_as_it_is(town: Town) -> None:
    mother = await town.comes_in("g1")
    slip = with_mark(a_school(), "m4", work="w4", pupil="p1", score="2")
    await town.imports(slip)

    town.clock.moves(minutes=5)
    await town.imports(slip.change("results", "m4", score="5"))
    await town.evening_news()

    assert [one.text for one in mother.messages[1:]] == [
        "📘 Яна · алгебра\n5 — ответ, 19 ноября\nСредний: 4,20 → 4,33"
    ]
    assert await town.endings() == {"delivered": 1, "expired: overtaken": 1}


async def test_a_mark_that_came_and_went_within_the_window_is_never_told(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="2"))

    town.clock.moves(minutes=5)
    await town.imports(a_school())
    await town.evening_news()

    assert len(mother.messages) == 1
    assert await town.endings() == {"expired: overtaken": 2}


@ON_BOTH
async def test_an_absence_of_today_breaks_the_quiet_hours(town: Town) -> None:
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-20T22:00")

    await town.imports(with_absence(a_school(), "a2", lesson="7a-rus-20", pupil="p1"))
    await town.outbox_ticks()

    assert mother.screen.text.startswith("🚪 Яна · нет на 2-м уроке")
    assert not mother.screen.silent


async def test_an_absence_that_is_already_excused_is_not_told(town: Town) -> None:
    await town.comes_in("g1")
    ill = with_absence(a_school(), "a2", lesson="7a-rus-20", pupil="p1", code="б")

    await town.imports(with_absence(ill, "a3", lesson="7a-alg-20", pupil="p1", reason="claimed"))
    await town.evening_news()

    assert await town.ledger() == []


async def test_an_absence_taken_back_is_told(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(with_absence(a_school(), "a2", lesson="7a-rus-20", pupil="p1"))
    await town.outbox_ticks()

    await town.imports(a_school())
    await town.outbox_ticks()

    assert "пропуск отозван, 2-й урок" in mother.screen.text


async def test_new_homework_is_told_with_its_day(town: Town) -> None:
    pupil = await town.comes_in("p1")

    await town.imports(
        a_school().change(
            "x_lessons", "7a-rus-20", homework="упр. 7 <письменно>", homeworkDue="2026-11-23"
        )
    )
    await town.outbox_ticks()

    assert pupil.screen.text == (
        "🏠 Русский язык, новое задание\nНа пн, 23 ноября: упр. 7 <письменно>"
    )


async def test_homework_for_a_day_that_is_over_is_not_told(town: Town) -> None:
    await town.comes_in("p1")

    await town.imports(
        a_school().change("x_lessons", "7a-rus-17", homework="упр. 3", homeworkDue="2026-11-18")
    )
    await town.outbox_ticks()

    assert await town.ledger() == []


async def test_a_replaced_lesson_is_told_with_who_will_teach_it(town: Town) -> None:
    mother = await town.comes_in("g1")

    await town.imports(
        a_school().change(
            "x_lessons", "7a-alg-23", teacherSourcedId="t2", replacesTeacherSourcedId="t1"
        )
    )
    await town.outbox_ticks()

    assert mother.screen.text.startswith("📅 Яна · замена: алгебра")
    assert "Урок проведёт Юрий Полевой." in mother.screen.text


@ON_BOTH
async def test_quiet_hours_hold_ordinary_news_till_the_morning(town: Town) -> None:
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-20T21:30")
    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="5"))

    town.clock.strikes("2026-11-21T06:59")
    await town.outbox_ticks()
    at_night = len(mother.messages)
    town.clock.strikes("2026-11-21T07:00")
    await town.outbox_ticks()

    assert at_night == 1
    assert "5 — ответ, 19 ноября" in mother.screen.text


async def test_marks_of_one_evening_gather_into_one_message_and_stay_rows(town: Town) -> None:
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-20T21:30")
    algebra = with_mark(a_school(), "m4", work="w4", pupil="p1", score="5")
    await town.imports(algebra)
    await town.imports(algebra.change("results", "m3", score="4"))

    town.clock.strikes("2026-11-21T07:00")
    await town.outbox_ticks()

    (gathered,) = mother.messages[1:]
    assert gathered.text.startswith("Яна · 2 новости\n📘 Алгебра: 5")
    assert len(await town.ledger()) == await town.delivered() == 2


async def test_a_flood_of_changes_becomes_one_digest_and_no_row_is_dropped(town: Town) -> None:
    mother = await town.comes_in("g1")
    columns = with_many_works(a_school(), 40)
    await town.imports(columns)
    marked = columns
    for number in range(40):
        marked = with_mark(marked, f"f{number}", work=f"many-{number}", pupil="p1", score="4")

    await town.imports(marked)
    await town.evening_news()

    (digest,) = mother.messages[1:]
    assert digest.silent
    assert "… и ещё" in digest.text
    assert await town.endings() == {"delivered": 40}


async def test_news_of_two_children_come_in_one_message_with_a_way_to_each(town: Town) -> None:
    mother = await town.comes_in("g1")
    both = with_absence(a_school(), "a2", lesson="7a-rus-20", pupil="p1")

    await town.imports(with_absence(both, "a3", lesson="5b-rus-20", pupil="p4"))
    await town.outbox_ticks()

    assert "Яна · 1 новость" in mother.screen.text
    assert "Ян · 1 новость" in mother.screen.text
    assert mother.screen.buttons == [
        *("Яна, пт 20: ответить", "Ян, пт 20: ответить"),
        *("Дневник: Яна", "Дневник: Ян", "Меню"),
    ]


async def test_news_come_in_the_language_of_each_person(town: Town) -> None:
    mother, father = await town.comes_in("g1", language="en"), await town.comes_in("g2")

    await town.imports(with_absence(a_school(), "a2", lesson="7a-rus-20", pupil="p1"))
    await town.outbox_ticks()

    assert "not at lesson 2 (Fri, 20 November" in mother.screen.text
    assert "нет на 2-м уроке" in father.screen.text


async def test_a_family_that_has_not_come_in_costs_no_row(town: Town) -> None:
    await town.imports(with_absence(a_school(), "a2", lesson="7a-rus-20", pupil="p1"))
    await town.outbox_ticks()

    assert await town.ledger() == []


async def test_who_is_called_by_markup_hears_of_a_child_as_anybody_does(town: Town) -> None:
    guardian = await town.comes_in("g3")

    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p2", score="5"))
    await town.evening_news()

    assert guardian.screen.text.startswith("📘 Лев · алгебра")
