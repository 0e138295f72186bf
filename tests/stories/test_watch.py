"""What a class teacher watches: how families use the diary, and who has not reviewed."""

from bot.composition.errands import rules_of
from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school, with_absence
from tests.stories.conftest import ON_BOTH
from tests.stories.test_paper_run import opens_the_run
from tests.stories.test_review import nudges
from tests.stories.town import Town


async def opens_use(teacher: Person) -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Семьи")
    await teacher.taps("Кто заходит")


async def test_a_class_teacher_sees_who_uses_the_diary_the_least_first(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await mother.sends("/diary")

    await opens_use(teacher)

    lines = teacher.screen.text.splitlines()
    assert lines[:2] == ["7А · как семьи пользуются дневником", "С 1 октября зашли 1 из 3"]
    assert lines[-1] == "Лугова Яна: вошли 1 из 2, 1 день, последний раз 20 ноября"
    assert "О'Нил Лев: родители ещё не входили" in lines


async def test_one_tap_reminds_who_has_not_reviewed_and_a_second_one_nobody(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await opens_use(teacher)

    await teacher.taps("Напомнить об ознакомлении")
    first = teacher.toast
    await teacher.taps("Напомнить об ознакомлении")
    await town.outbox_ticks()

    assert first == "Напомню об ознакомлении 1 родителю."
    assert teacher.toast == "Чаще раза в неделю нельзя, уже напоминали: Лугова Яна."
    assert mother.screen.text.startswith("✍️ Яна")
    assert await town.delivered() == 1


@ON_BOTH
async def test_a_reminder_by_hand_stands_for_the_nudge_of_the_week(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    for day in ("18T12:00", "19T12:00", "20T12:00"):
        town.clock.strikes(f"2026-11-{day}")
        await opens_use(teacher)
        await teacher.taps("Напомнить об ознакомлении")
        await town.outbox_ticks()
    town.clock.strikes("2026-11-21T17:31")
    await nudges(town)

    heard = [one.text for one in mother.messages if "ознакомление за неделю" in one.text]
    assert len([one for one in heard if "Яна" in one]) == 1
    assert teacher.toast == "Чаще раза в неделю нельзя, уже напоминали: Лугова Яна."


async def test_a_reminder_that_would_come_after_the_week_is_not_promised(town: Town) -> None:
    await town.comes_in("g1")
    teacher = await town.comes_in("t1")
    town.clock.strikes("2026-11-21T21:30")
    await opens_use(teacher)

    await teacher.taps("Напомнить об ознакомлении")
    by_night = teacher.toast
    town.clock.strikes("2026-11-22T12:00")
    await teacher.taps("Напомнить об ознакомлении")
    await town.outbox_ticks()

    assert by_night == "Напоминать поздно: до утра тихие часы, а утром неделю уже не успеть."
    assert (teacher.toast or "").startswith("Напоминать некому")
    assert await town.endings() == {}


async def test_who_holds_the_week_on_paper_is_not_reminded(town: Town) -> None:
    mother, teacher = await town.comes_in("g3"), await town.comes_in("t1")
    await mother.blocks()
    await opens_the_run(teacher)
    await teacher.taps("Собрать на сегодня")
    await teacher.taps("Вручено всем")
    await mother.sends("/start")

    await opens_use(teacher)
    await teacher.taps("Напомнить об ознакомлении")

    assert (teacher.toast or "").startswith("Напоминать некому")


async def opens_the_week(teacher: Person) -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Пропуски")
    await teacher.taps("Сверка пропусков")


async def test_the_class_teacher_verifies_a_week_with_the_subject_teacher(town: Town) -> None:
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    await town.imports(with_an_absence_in_russian())
    await opens_the_week(teacher)
    await opens_russian(teacher)

    await teacher.taps("Спросить учителя")
    asked = teacher.screen.text
    await town.outbox_ticks()
    heard = other.screen
    await other.taps("Посмотреть")
    await other.taps("Исправлю")
    await opens_the_week(teacher)
    await opens_russian(teacher)
    answered = teacher.screen.text
    await teacher.taps("Сверено")

    assert "Вопрос задан, ответа ещё нет." in asked
    assert heard.text == (
        "🚪 7А · русский язык, сверка пропусков\n"
        "Классный руководитель просит проверить пропуски за 16–22 ноября."
    )
    assert heard.buttons == ["Посмотреть", "Меню"]
    assert "Вы ответили: исправлю." in other.screen.text
    assert "Учитель ответил: исправит." in answered
    assert "Сверено." in teacher.screen.text
    assert "Сверено" not in teacher.screen.buttons


async def test_who_teaches_no_more_answers_no_old_question(town: Town) -> None:
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    files = with_an_absence_in_russian()
    await town.imports(files)
    await opens_the_week(teacher)
    await opens_russian(teacher)
    await teacher.taps("Спросить учителя")
    await town.outbox_ticks()
    heard = other.screen
    await other.taps("Посмотреть")
    question = other.screen

    await town.imports(files.drop("roles", "r-t2"))
    await other.taps("Исправлю", on=question)
    answered = other.toast
    await other.taps("Посмотреть", on=heard)

    assert answered.startswith("Этот экран вам не открыт")
    assert other.toast.startswith("Этот экран вам не открыт")
    assert not any("Вы ответили" in one.text for one in other.messages)


async def test_what_was_ticked_off_takes_no_answer_any_more(town: Town) -> None:
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    await town.imports(with_an_absence_in_russian())
    await opens_the_week(teacher)
    await opens_russian(teacher)
    await teacher.taps("Спросить учителя")
    await town.outbox_ticks()
    await other.taps("Посмотреть")

    await teacher.taps("Сверено")
    await other.taps("Верно")

    assert other.screen.text.startswith("Это уже спросили, ответили или сверили.")


async def test_an_answer_says_nothing_of_absences_that_were_entered_later(town: Town) -> None:
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    files = with_an_absence_in_russian()
    await town.imports(files)
    await opens_the_week(teacher)
    await opens_russian(teacher)
    await teacher.taps("Спросить учителя")
    await town.outbox_ticks()
    first = len(other.messages)
    await other.taps("Посмотреть")
    await other.taps("Верно")

    await town.imports(with_absence(files, "new", lesson="7a-rus-20", pupil="p3"))
    await opens_the_week(teacher)
    listed = teacher.screen.text
    await opens_russian(teacher)
    changed = teacher.screen.text
    await teacher.taps("Спросить учителя")
    await town.outbox_ticks()
    asked, messages = other.screen, len(other.messages)
    await other.taps("Посмотреть")
    await other.taps("Верно")

    assert "изменилось после ответа" in listed
    assert "После ответа или сверки пропуски изменились: сверьте ещё раз." in changed
    assert messages > first
    assert asked.text.startswith("🚪 7А · русский язык, сверка пропусков")
    assert "Вы ответили: верно." in other.screen.text


@ON_BOTH
async def test_a_button_speaks_of_the_absences_that_stood_above_it(town: Town) -> None:
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    files = with_an_absence_in_russian()
    await town.imports(files)
    await opens_the_week(teacher)
    await opens_russian(teacher)
    unasked = teacher.screen
    await teacher.taps("Спросить учителя")
    ticking = teacher.screen
    await town.outbox_ticks()
    await other.taps("Посмотреть")

    await town.imports(with_absence(files, "new", lesson="7a-rus-20", pupil="p3"))
    await other.taps("Верно")
    answered = other.screen.text
    await teacher.taps("Сверено", on=ticking)
    ticked = teacher.screen.text
    await teacher.taps("Спросить учителя", on=unasked)

    assert all("⚠️ Пропуски уже другие" in one for one in (answered, ticked, teacher.screen.text))
    assert "Всё верно?" in answered
    assert "Котова" in answered
    assert "Вопрос задан, ответа ещё нет." in ticked


async def test_a_week_stays_verified_when_a_pupil_leaves_the_class_or_gets_another_name(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    files = with_an_absence_in_russian()
    await town.imports(files)
    await opens_the_week(teacher)
    await opens_russian(teacher)
    await teacher.taps("Сверено")

    town.clock.strikes("2026-11-25T12:00")
    renamed = files.change("users", "p2", familyName="Иной")
    await town.imports(renamed.change("enrollments", "e-p2", endDate="2026-11-22"))
    await opens_the_week(teacher)
    await teacher.taps("‹ Неделя")

    assert "Предметов с пропусками: 1, сверено: 1." in teacher.screen.text


async def test_a_tick_says_nothing_of_absences_that_were_entered_later(town: Town) -> None:
    teacher = await town.comes_in("t1")
    files = with_an_absence_in_russian()
    await town.imports(files)
    await opens_the_week(teacher)
    await opens_russian(teacher)
    await teacher.taps("Сверено")

    await town.imports(with_absence(files, "new", lesson="7a-rus-20", pupil="p3"))
    await opens_the_week(teacher)
    changed = teacher.screen.text
    await opens_russian(teacher)
    await teacher.taps("Сверено")

    assert "Предметов с пропусками: 1, сверено: 0." in changed
    assert "Сверено." in teacher.screen.text
    assert "Спросить учителя" not in teacher.screen.buttons


async def test_the_week_before_comes_to_the_class_teacher_on_monday_once(town: Town) -> None:
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    await town.imports(with_an_absence_in_russian())
    silent = other.screen
    town.clock.strikes("2026-11-23T07:50")
    await town.program.tick("absences-tick")
    early = await town.delivered()

    for minute in ("08:00", "08:10"):
        town.clock.strikes(f"2026-11-23T{minute}")
        await town.program.tick("absences-tick")
    await town.outbox_ticks()
    heard = teacher.screen
    await teacher.taps("Сверить")

    assert (early, await town.delivered()) == (0, 1)
    assert heard.text == (
        "🚪 7А · пропуски за 16–22 ноября\nПропущено уроков: 2. Предметов: 1, не сверено: 1."
    )
    assert heard.buttons == ["Сверить", "Меню"]
    assert "Предметов с пропусками: 1, сверено: 0." in teacher.screen.text
    assert other.screen == silent


async def test_what_is_verified_before_it_is_told_and_a_week_without_absences_are_silent(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    await town.imports(with_an_absence_in_russian())
    await opens_the_week(teacher)
    await opens_russian(teacher)
    await teacher.taps("Сверено")

    for monday in ("2026-11-23", "2026-11-30"):
        town.clock.strikes(f"{monday}T08:00")
        await town.program.tick("absences-tick")
        await town.outbox_ticks()

    assert await town.delivered() == 0


async def test_absences_that_are_entered_on_monday_come_on_monday(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await town.imports(a_school().with_rows("x_attendance", []))
    town.clock.strikes("2026-11-23T08:00")
    await town.program.tick("absences-tick")
    await town.outbox_ticks()
    early = await town.delivered()

    await town.imports(with_an_absence_in_russian())
    for minute in ("10:00", "10:10"):
        town.clock.strikes(f"2026-11-23T{minute}")
        await town.program.tick("absences-tick")
        await town.outbox_ticks()

    assert (early, await town.delivered()) == (0, 1)
    assert "пропуски за 16–22 ноября" in teacher.screen.text


async def test_who_taught_in_that_week_is_asked_though_another_teaches_since(town: Town) -> None:
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    files = with_an_absence_in_russian()
    await town.imports(files.change("enrollments", "e-7a-rus", endDate="2026-11-20"))
    await opens_the_week(teacher)
    await opens_russian(teacher)

    await teacher.taps("Спросить учителя")
    await town.outbox_ticks()
    await other.taps("Посмотреть")
    await other.taps("Исправлю")

    assert "Вы ответили: исправлю." in other.screen.text


async def test_a_school_that_wants_no_list_gets_none(town: Town) -> None:
    await town.comes_in("t1")
    await town.imports(with_an_absence_in_russian())
    await rules_of(town.store, document=None, decided={"absences.verified_on": "0"})

    town.clock.strikes("2026-11-23T08:00")
    await town.program.tick("absences-tick")
    await town.outbox_ticks()

    assert await town.delivered() == 0


async def opens_russian(teacher: Person) -> None:
    line = next(one for one in teacher.screen.text.splitlines() if "усский язык" in one)
    await teacher.taps(line.partition(".")[0])


def with_an_absence_in_russian() -> Files:
    return with_absence(a_school(), "abs", lesson="7a-rus-20", pupil="p2")
