"""Who is at risk: a draft for the class teacher, and a warning to the guardians."""

from core.ids import ClassId
from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.periods import (
    IN_HAND,
    ISSUED,
    PRINTED,
    morning,
    near_the_end,
    quietly_imported,
)
from tests.stories.test_paper_run import opens_the_run, pages
from tests.stories.town import Town

OF_YANA = "⚠️ Яна · русский язык"


def warned(person: Person) -> list[str]:
    return [one.text for one in person.messages if one.text.startswith("⚠️ Яна")]


async def opens_the_drafts(teacher: Person) -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Учёба")
    await teacher.taps("Предупреждения")


def flat(page: str) -> str:
    return " ".join(page.split())


async def opens_the_draft_of_yana(teacher: Person) -> None:
    await opens_the_drafts(teacher)
    line = next(one for one in teacher.screen.text.splitlines() if "Лугова Яна" in one)
    await teacher.taps(line.partition(".")[0])


@ON_BOTH
async def test_a_draft_waits_for_the_class_teacher_and_then_goes_by_itself(town: Town) -> None:
    father, pupil = await town.comes_in("g2"), await town.comes_in("p1")
    teacher = await town.comes_in("t1")
    await quietly_imported(town)
    of_pupil = len(pupil.messages)

    await morning(town, ISSUED)
    drafted = teacher.screen
    await morning(town, PRINTED)
    early = warned(father)
    await morning(town, IN_HAND)
    gathered = father.screen
    await father.taps("Яна: русский язык")

    assert "7А: Вашего слова ждут 5 предупреждений." in drafted.text
    assert drafted.buttons == ["Кому дошло", "Предупреждения", "Меню"]
    assert early == []
    assert "⚠️ русский язык: средний сейчас 2,14." in gathered.text
    assert father.screen.text == (
        "⚠️ Яна · русский язык\n"
        "Средний сейчас 2,14. По прогнозу за II четверть может выйти 2.\n"
        "Время ещё есть: отметки за период ставят до ср, 23 декабря. Чем помочь, подскажут "
        "учитель предмета и классный руководитель."
    )
    assert "Ознакомлен(а)" in father.screen.buttons
    # The pupil has got the forecast, and no warning.
    assert len(pupil.messages) == of_pupil + 1


async def test_a_parent_acknowledges_one_warning_after_the_other(town: Town) -> None:
    parent = await town.comes_in("g3")
    await quietly_imported(town)
    await morning(town, ISSUED)
    await morning(town, IN_HAND)

    await parent.taps("Лев: алгебра")
    await parent.taps("Ознакомлен(а)")
    await parent.taps("Следующее ›")
    forecast = parent.screen.text
    await parent.taps("Ознакомлен(а)")
    await parent.taps("Следующее ›")
    await parent.taps("Ознакомлен(а)")

    assert forecast.startswith("📈 Лев · прогноз на II четверть")
    assert parent.screen.text.startswith("⚠️ Лев · русский язык")
    assert parent.screen.buttons == ["Прогноз", "Почему так", "Меню"]


async def test_the_class_teacher_says_it_in_other_words_and_sends_it(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await quietly_imported(town)
    await morning(town, ISSUED)

    await opens_the_draft_of_yana(teacher)
    shown = teacher.screen.text
    await teacher.taps("Изменить слова")
    await teacher.sends("Жду вас в <пятницу> после уроков")
    adapted = teacher.screen.text
    await teacher.taps("Отправить")
    await town.outbox_ticks()

    assert shown == (
        "⚠️ Лугова Яна · русский язык\n"
        "Уйдёт само 12 декабря, если вы не решите иначе.\n"
        "Семья прочтёт:\n"
        "⚠️ Яна · русский язык\n"
        "Средний сейчас 2,14. По прогнозу за II четверть может выйти 2.\n"
        "Время ещё есть: отметки за период ставят до ср, 23 декабря. Чем помочь, подскажут "
        "учитель предмета и классный руководитель."
    )
    assert "Классный руководитель: Жду вас в <пятницу> после уроков" in adapted
    assert father.screen.text == (
        "⚠️ Яна · русский язык\n"
        "Средний сейчас 2,14. По прогнозу за II четверть может выйти 2.\n"
        "Классный руководитель: Жду вас в <пятницу> после уроков"
    )
    assert father.screen.buttons == ["Ознакомлен(а)", "Прогноз", "Почему так", "Меню"]
    assert "Отправлено 10 декабря. Взрослых в семье: 1" in teacher.screen.text
    assert teacher.screen.buttons == ["Почему так", "Все предупреждения"]


async def test_a_warning_that_is_not_needed_is_dropped_with_a_reason(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await quietly_imported(town)
    await morning(town, ISSUED)

    await opens_the_draft_of_yana(teacher)
    old = teacher.screen
    await teacher.taps("Не отправлять")
    await teacher.sends("Пересдаёт в субботу")
    dropped = teacher.screen.text
    await morning(town, IN_HAND)
    await teacher.taps("Отправить", on=old)

    assert "Не отправлено (10 декабря): Пересдаёт в субботу" in dropped
    assert warned(father) == []
    assert teacher.toast.startswith("Это предупреждение уже отправлено или отменено.")


async def test_words_too_long_and_no_words_are_refused_and_the_dialogue_goes_on(
    town: Town,
) -> None:
    await town.comes_in("g2")
    teacher = await town.comes_in("t1")
    await quietly_imported(town)
    await morning(town, ISSUED)
    await opens_the_draft_of_yana(teacher)

    await teacher.taps("Изменить слова")
    await teacher.sends("а" * 401)
    too_long = teacher.screen.text
    await teacher.sends_sticker()
    no_text = teacher.screen.text
    await teacher.sends("Приходите")
    kept = teacher.screen.text

    assert "Нужны слова, не длиннее 400 знаков." in too_long
    assert "Нужен текст одним сообщением" in no_text
    assert "Классный руководитель: Приходите" in kept


async def test_who_is_at_risk_no_more_is_not_warned(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await quietly_imported(town)
    await morning(town, ISSUED)
    better = near_the_end()
    for number in range(6):
        column = f"rus-{number}"
        better = better.change("results", f"{column}-p1", score="5")
    await town.imports(better)
    await town.evening_news()

    await morning(town, IN_HAND)
    await opens_the_drafts(teacher)

    assert warned(father) == []
    assert "Лугова Яна, русский язык — не отправлено" in teacher.screen.text


@ON_BOTH
async def test_a_warning_that_reaches_nobody_goes_on_paper_and_the_class_teacher_hears(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    await quietly_imported(town)
    await morning(town, ISSUED)
    await opens_the_draft_of_yana(teacher)
    await teacher.taps("Изменить слова")
    await teacher.sends("Жду вас в пятницу")

    await morning(town, IN_HAND)
    await opens_the_drafts(teacher)
    sent = teacher.screen.text
    before = len(teacher.messages)
    await morning(town, "2026-12-13")
    told = [one.text for one in teacher.messages[before:]]
    await opens_the_drafts(teacher)

    assert "Лугова Яна, русский язык — отправлено: не дошло\n" in f"{sent}\n"
    assert any("не дошли до 3 семей: им нужен лист на бумаге" in one for one in told)
    assert "Лугова Яна, русский язык — отправлено: не дошло; на бумагу" in teacher.screen.text


async def test_the_sheet_of_a_family_on_paper_has_the_warning_in_the_class_teachers_words(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    await quietly_imported(town)
    await morning(town, ISSUED)
    await opens_the_draft_of_yana(teacher)
    await teacher.taps("Изменить слова")
    await teacher.sends("Жду вас в пятницу")
    await teacher.taps("Отправить")
    await opens_the_run(teacher)
    await teacher.taps("Собрать на сегодня")
    await teacher.taps("Открыть PDF")
    yana = next(one for one in pages(teacher) if "Лугова Яна" in one)
    await teacher.taps("Кому вручить")
    await teacher.taps("2")

    await opens_the_drafts(teacher)

    assert "Предупреждения" in yana
    assert "Русский язык. Средний сейчас 2,14. По прогнозу за II четверть может выйти 2." in flat(
        yana
    )
    assert "Классный руководитель: Жду вас в пятницу" in flat(yana)
    assert "Лугова Яна, русский язык — отправлено: вручено на бумаге" in teacher.screen.text


async def test_a_pupil_is_warned_of_once_for_a_subject(town: Town) -> None:
    father = await town.comes_in("g2")
    await quietly_imported(town)

    for day in (ISSUED, PRINTED, IN_HAND, "2026-12-14", "2026-12-16"):
        await morning(town, day)

    told = [one for one in father.messages if "может выйти 2" in one.text]
    assert len(told) == 1


async def test_another_classes_teacher_opens_no_warning(town: Town) -> None:
    await town.comes_in("g2")
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    await quietly_imported(town)
    await morning(town, ISSUED)
    await opens_the_draft_of_yana(teacher)
    await other.sends("/start")

    await other.taps("Отправить", on=teacher.screen)

    assert other.toast == "Этот экран вам не открыт. Ниже то, что открыть можно."


async def test_before_anybody_is_at_risk_there_is_nothing_to_decide(town: Town) -> None:
    teacher = await town.comes_in("t1")

    await opens_the_drafts(teacher)

    assert teacher.screen.text == (
        "⚠️ Класс 7А · предупреждения семьям\nПредупреждать сейчас не о чем."
    )
    assert teacher.screen.buttons == ["‹ I четверть", "Почему так", "Ещё"]


async def test_a_class_teacher_who_wants_neutral_words_opens_what_the_class_is_told_of(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    await quietly_imported(town)
    async with town.store.transaction() as tx:
        (person,) = await tx.audience.leaders(await led_class(town))
        chosen = (await tx.preferences.of(person)).worded(neutral=True)
        school = (await tx.delivery.all())[0].school
        await tx.preferences.keep(school, person, chosen, at=town.clock.now())

    await morning(town, ISSUED)
    neutral = teacher.screen
    await teacher.taps(neutral.buttons[0])

    assert "прогноз" not in neutral.text.lower()
    assert "прогноз ушёл семьям сам" in teacher.screen.text


async def led_class(town: Town) -> ClassId:
    async with town.store.reading() as tx:
        school = (await tx.delivery.all())[0].school
        terms = await tx.issues.terms(school, town.clock.now().date())
    return next(one.class_id for one in terms if one.class_title == "7А")


NEXT_DAY = "2026-12-13"


@ON_BOTH
async def test_who_comes_in_after_a_warning_went_gets_it_and_acknowledges(town: Town) -> None:
    await quietly_imported(town)
    for day in (ISSUED, PRINTED, IN_HAND):
        await morning(town, day)
    parent = await town.comes_in("g3")

    await morning(town, NEXT_DAY)
    await parent.taps("Лев: алгебра")
    opened = parent.screen
    await parent.taps("Ознакомлен(а)")

    assert opened.text.startswith("⚠️ Лев · алгебра")
    assert "✍️ Вы ознакомились: вс, 13 декабря, 07:00." in parent.screen.text


async def test_a_parent_who_joins_is_warned_and_the_other_is_not_warned_again(
    town: Town,
) -> None:
    mother = await town.comes_in("g1")
    await quietly_imported(town)
    for day in (ISSUED, PRINTED, IN_HAND):
        await morning(town, day)
    father, before = await town.comes_in("g2"), len(mother.messages)

    await morning(town, NEXT_DAY)

    assert "⚠️ русский язык: средний сейчас 2,14." in father.screen.text
    assert len(mother.messages) == before


def with_twos_of_lev() -> Files:
    """Return the marks of later: Лев has enough of them in Russian, and they are twos."""
    files = near_the_end()
    for number in range(6):
        files = with_mark(files, f"two-{number}", work=f"rus-{number}", pupil="p2", score="2")
    return files


@ON_BOTH
async def test_another_risk_is_warned_of_anew_and_acknowledged_anew(town: Town) -> None:
    parent, teacher = await town.comes_in("g3"), await town.comes_in("t1")
    await quietly_imported(town)
    for day in (ISSUED, IN_HAND):
        await morning(town, day)
    await parent.taps("Лев: русский язык")
    old = parent.screen
    await parent.taps("Ознакомлен(а)")
    town.clock.strikes(f"{IN_HAND}T12:00")
    await town.imports(with_twos_of_lev())
    await town.evening_news()

    before = len(teacher.messages)
    await morning(town, NEXT_DAY)
    drafted = "\n".join(one.text for one in teacher.messages[before:])
    await morning(town, "2026-12-15")
    anew = parent.screen
    await parent.taps("Ознакомлен(а)")

    assert "не хватает" in old.text
    assert "Вашего слова ждёт 1 предупреждение" in drafted
    assert anew.text.startswith("⚠️ Лев · русский язык\n")
    assert "может выйти 2" in anew.text
    assert "✍️ Вы ознакомились: вт, 15 декабря, 07:00." in parent.screen.text


async def at_another_risk(town: Town) -> tuple[Person, Person]:
    """Warn the parent of a lack of marks, who reads that; then let twos come, and a draft wait."""
    parent, teacher = await town.comes_in("g3"), await town.comes_in("t1")
    await quietly_imported(town)
    for day in (ISSUED, IN_HAND):
        await morning(town, day)
    await parent.taps("Лев: русский язык")
    await parent.taps("Ознакомлен(а)")
    town.clock.strikes(f"{IN_HAND}T12:00")
    await town.imports(with_twos_of_lev())
    await town.evening_news()
    await morning(town, NEXT_DAY)
    return parent, teacher


@ON_BOTH
async def test_while_a_draft_of_another_risk_waits_the_old_message_says_what_was_acknowledged(
    town: Town,
) -> None:
    parent, teacher = await at_another_risk(town)
    await opens_the_drafts(teacher)
    line = next(one for one in teacher.screen.text.splitlines() if "О'Нил Лев, русский" in one)
    await teacher.taps(line.partition(".")[0])
    await teacher.taps("Изменить слова")
    await teacher.sends("Это ещё не решено")

    gathered = next(one for one in parent.messages if "Лев: русский язык" in one.buttons)
    await parent.taps("Лев: русский язык", on=gathered)
    old = parent.screen
    await morning(town, "2026-12-15")
    await parent.taps("Ознакомлен(а)")

    assert old.text == (
        "⚠️ Лев · русский язык\n"
        "Средний сейчас 2,00. По прогнозу за II четверть может выйти 2.\n"
        "Раньше предупреждали о другом: не хватало отметок. Если предупредят и об этом, придёт "
        "отдельное сообщение: ознакомьтесь и с ним.\n"
        "✍️ С прежним предупреждением вы ознакомились: сб, 12 декабря, 07:00."
    )
    assert "Ознакомлен(а)" not in old.buttons
    assert "Классный руководитель: Это ещё не решено" in parent.screen.text
    assert "✍️ Вы ознакомились: вт, 15 декабря, 07:00." in parent.screen.text


@ON_BOTH
async def test_a_risk_that_changed_and_changed_back_is_not_warned_of_twice(town: Town) -> None:
    parent, teacher = await at_another_risk(town)
    town.clock.strikes("2026-12-13T12:00")
    await town.imports(near_the_end())
    await town.evening_news()
    before = len(parent.messages)

    for day in ("2026-12-14", "2026-12-15", "2026-12-16"):
        await morning(town, day)
    gathered = next(one for one in parent.messages if "Лев: русский язык" in one.buttons)
    await parent.taps("Лев: русский язык", on=gathered)
    await opens_the_drafts(teacher)

    assert [one.text for one in parent.messages[before:-1] if "⚠️" in one.text] == []
    assert "не хватает" in parent.screen.text
    assert "✍️ Вы ознакомились: сб, 12 декабря, 07:00." in parent.screen.text
    assert "О'Нил Лев, русский язык — отправлено" in teacher.screen.text


def with_fives_of_yana() -> Files:
    """Return the marks of later: the twos of Яна in Russian were put right."""
    files = near_the_end()
    for number in range(6):
        files = files.change("results", f"rus-{number}-p1", score="5")
    return files


async def brings(town: Town, at: str, files: Files) -> None:
    town.clock.strikes(at)
    await town.imports(files)
    await town.evening_news()


@ON_BOTH
async def test_a_risk_that_ended_and_is_back_after_a_week_is_warned_of_and_acknowledged_anew(
    town: Town,
) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await quietly_imported(town)
    for day in (ISSUED, IN_HAND):
        await morning(town, day)
    await father.taps("Яна: русский язык")
    await father.taps("Ознакомлен(а)")
    await brings(town, "2026-12-13T12:00", with_fives_of_yana())
    await morning(town, "2026-12-14")
    await brings(town, "2026-12-15T12:00", near_the_end())
    before = len(father.messages)
    for day in ("2026-12-16", "2026-12-17", "2026-12-18"):
        await morning(town, day)
    quiet = [one.text for one in father.messages[before:] if "может выйти 2" in one.text]

    drafts_before = len(teacher.messages)
    await morning(town, "2026-12-19")
    drafted = "\n".join(one.text for one in teacher.messages[drafts_before:])
    await morning(town, "2026-12-21")
    anew = father.screen
    await father.taps("Ознакомлен(а)")

    assert quiet == []
    assert "Вашего слова ждёт 1 предупреждение" in drafted
    assert anew.text.startswith("⚠️ Яна · русский язык\n")
    assert "✍️ Вы ознакомились: пн, 21 декабря, 07:00." in father.screen.text


@ON_BOTH
async def test_a_mark_that_wavers_each_day_is_not_warned_of_each_day(town: Town) -> None:
    father = await town.comes_in("g2")
    await quietly_imported(town)
    for day in (ISSUED, IN_HAND):
        await morning(town, day)
    before = len(father.messages)

    for number in range(12, 18):
        files = near_the_end() if number % 2 else with_fives_of_yana()
        await brings(town, f"2026-12-{number}T12:00", files)
        await morning(town, f"2026-12-{number + 1}")

    assert [one.text for one in father.messages[before:] if "⚠️" in one.text] == []
