"""Lessons missed without good reason: a draft for the class teacher, whose word alone sends it."""

from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school, with_absence
from tests.stories.conftest import ON_BOTH
from tests.stories.test_alerts import with_a_deputy
from tests.stories.test_paper_run import (
    opens_the_run,
    pages,
    pages_of,
    sheets_sent,
    with_a_third_quarter,
)
from tests.stories.town import Town

HEAD = "⚠️ Яна · пропуски уроков"


def missing(days: range, *, reason: str = "confirmed", code: str = "н") -> Files:
    """Return the school where Яна was at no lesson on these days of November."""
    files = a_school()
    for day in days:
        for course in ("7a-alg", "7a-rus"):
            lesson = f"{course}-{day}"
            files = with_absence(
                files, f"no-{lesson}", lesson=lesson, pupil="p1", code=code, reason=reason
            )
    return files


THREE_DAYS = missing(range(16, 19))


async def look(town: Town, files: Files | None = None) -> None:
    """Take the files in, let their news go, then let the tick look, and its news go."""
    if files is not None:
        await town.imports(files)
        await town.evening_news()
    await town.program.tick("truancy-tick")
    await town.outbox_ticks()


async def opens_the_list(teacher: Person) -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Пропуски")
    await teacher.taps("О пропусках семье")


def told(person: Person) -> list[str]:
    return [one.text for one in person.messages if one.text.startswith("⚠️")]


@ON_BOTH
async def test_a_draft_waits_the_class_teacher_sends_it_and_sees_who_acknowledged(
    town: Town,
) -> None:
    father, pupil = await town.comes_in("g2"), await town.comes_in("p1")
    teacher = await town.comes_in("t1")

    await look(town, THREE_DAYS)
    drafted = teacher.screen
    before = told(father)
    await teacher.taps("Открыть черновик")
    shown = teacher.screen.text
    await teacher.taps("Отправить")
    await town.outbox_ticks()
    alert = father.screen
    await father.taps("Ознакомлен(а)")
    await opens_the_list(teacher)
    listed = teacher.screen.text
    await teacher.taps("1")

    assert drafted.text == (
        "⚠️ Лугова Яна · пропуски уроков\n"
        "Без уважительной причины пропущено 6 уроков.\n"
        "Черновик сообщения семье ждёт вашего слова. Сам он не уйдёт."
    )
    assert before == []
    read_by_family = (
        "⚠️ Яна · пропуски уроков\n"
        "Без уважительной причины пропущено 6 уроков.\n"
        "пн, 16 ноября: 1-й, 2-й уроки\n"
        "вт, 17 ноября: 1-й, 2-й уроки\n"
        "ср, 18 ноября: 1-й, 2-й уроки\n"
        "Если причина есть, сообщите о ней классному руководителю: документ можно показать и "
        "позже."
    )
    assert shown == (
        "⚠️ Лугова Яна · пропуски уроков\n"
        "Ждёт вашего слова: само не уйдёт.\n"
        f"Семья прочтёт:\n{read_by_family}"
    )
    assert alert.text == read_by_family
    assert alert.buttons == ["Ознакомлен(а)", "Пропуски", "Почему так", "Меню"]
    assert told(pupil) == []
    assert "1. Лугова Яна — отправлено: ознакомились, 6 уроков с 16 ноября" in listed
    assert teacher.screen.text == (
        "⚠️ Лугова Яна · пропуски уроков\n"
        "Отправлено 20 ноября. Взрослых в семье: 1, доставлено: 1, ознакомились: 1.\n"
        "✍️ Лугов Марк: 20 ноября, 12:11"
    )


@ON_BOTH
async def test_reasons_that_are_unknown_or_claimed_alert_nobody(town: Town) -> None:
    await town.comes_in("g2")
    teacher = await town.comes_in("t1")

    await look(town, missing(range(16, 21), reason="unknown"))
    await look(town, missing(range(16, 21), reason="claimed"))
    await opens_the_list(teacher)

    assert teacher.screen.text == (
        "⚠️ Класс 7А · семьям о пропусках\n"
        "Пропусков без уважительной причины немного: писать семьям не о чем."
    )


async def test_it_never_goes_by_itself_and_looking_twice_drafts_nothing_twice(
    town: Town,
) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")

    await look(town, THREE_DAYS)
    heard = len(teacher.messages)
    for _ in range(30):
        town.clock.moves(days=1)
        await look(town)
    await opens_the_list(teacher)

    assert told(father) == []
    assert sum("Черновик" in one.text for one in teacher.messages) == 2  # and one reminder
    assert len(teacher.messages) >= heard
    assert "Ждёт вашего слова: 1" in teacher.screen.text


@ON_BOTH
async def test_a_draft_nobody_decides_on_is_brought_to_mind_and_then_the_deputy_head_hears(
    town: Town,
) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    files = with_a_deputy(THREE_DAYS)
    await town.imports(with_a_deputy(a_school()))
    deputy = await town.comes_in("x1")
    await look(town, files)

    for _ in range(2):
        town.clock.strikes("2026-11-24T09:00")
        await look(town)
    reminded = teacher.screen
    of_deputy = told(deputy)
    for _ in range(2):
        town.clock.strikes("2026-11-27T09:00")
        await look(town)
    await teacher.taps("Открыть черновик", on=reminded)

    assert reminded.text.replace("\xa0", " ").endswith(
        "Черновик сообщения семье с 20 ноября ждёт вашего слова. Сам он не уйдёт."
    )
    assert sum("с 20 ноября ждёт" in one.replace("\xa0", " ") for one in told(teacher)) == 1
    assert of_deputy == []
    (of_deputy_late,) = told(deputy)
    assert of_deputy_late.replace("\xa0", " ").endswith(
        "Черновик сообщения семье с 20 ноября ждёт слова классного руководителя. "
        "Сам он не уйдёт: напомните, пожалуйста."
    )
    assert deputy.screen.buttons == ["Меню"]
    assert "Ждёт вашего слова" in teacher.screen.text
    assert told(father) == []


@ON_BOTH
async def test_a_reason_that_comes_later_withdraws_the_draft_and_stops_an_old_button(
    town: Town,
) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await look(town, THREE_DAYS)
    await teacher.taps("Открыть черновик")
    old = teacher.screen
    excused = THREE_DAYS.change("x_attendance", "no-7a-alg-16", code="у")

    await town.imports(excused)
    await town.evening_news()
    await teacher.taps("Отправить", on=old)
    too_late = teacher.toast
    await look(town)
    await opens_the_list(teacher)
    await teacher.taps("1")
    withdrawn = teacher.screen.text
    await look(town, THREE_DAYS)
    await opens_the_list(teacher)

    assert too_late.startswith("У пропусков нашлись причины")
    assert "Отозвано 20 ноября: у пропусков нашлись причины." in withdrawn
    assert told(father) == []
    assert "1. Лугова Яна — ждёт вашего слова, 6 уроков с 16 ноября" in teacher.screen.text


async def test_the_class_teacher_says_it_in_other_words(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await look(town, THREE_DAYS)
    await teacher.taps("Открыть черновик")

    await teacher.taps("Изменить слова")
    await teacher.sends("а" * 401)
    too_long = teacher.screen.text
    await teacher.sends_sticker()
    no_text = teacher.screen.text
    await teacher.sends("Жду вас в <пятницу>")
    await teacher.taps("Отправить")
    await town.outbox_ticks()

    assert "Нужны слова, не длиннее 400 знаков." in too_long
    assert "Нужен текст одним сообщением" in no_text
    assert father.screen.text.endswith("Классный руководитель: Жду вас в <пятницу>")


async def test_what_was_dropped_stays_dropped_and_only_new_lessons_draft_anew(
    town: Town,
) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await look(town, THREE_DAYS)
    await teacher.taps("Открыть черновик")
    old = teacher.screen

    await teacher.taps("Не отправлять")
    await teacher.sends("Выступала за школу, приказ будет")
    dropped = teacher.screen.text
    await teacher.taps("Отправить", on=old)
    decided = teacher.toast
    await look(town, missing(range(16, 21)))
    await opens_the_list(teacher)

    assert "Не отправлено (20 ноября): Выступала за школу, приказ будет" in dropped
    assert decided.startswith("Это предупреждение уже отправлено или отменено.")
    assert told(father) == []
    assert "Вашего слова ничто не ждёт. Отправлено: 0, не отправлено: 1." in teacher.screen.text


async def test_a_warning_whose_lessons_got_reasons_before_it_left_is_not_told(
    town: Town,
) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await look(town, THREE_DAYS)
    await teacher.taps("Открыть черновик")
    town.clock.strikes("2026-11-20T22:00")
    await teacher.taps("Отправить")
    await town.outbox_ticks()

    await town.imports(THREE_DAYS.change("x_attendance", "no-7a-rus-17", code="б"))
    town.clock.strikes("2026-11-21T07:30")
    await town.outbox_ticks()

    assert told(father) == []


@ON_BOTH
async def test_what_reached_nobody_is_told_to_the_class_teacher_and_stands_on_the_sheet(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    await look(town, THREE_DAYS)
    await teacher.taps("Открыть черновик")
    await teacher.taps("Отправить")

    for day in (21, 22):
        town.clock.strikes(f"2026-11-{day}T10:00")
        await look(town)
    heard = [one.text for one in teacher.messages if "не дошло до семьи вовремя" in one.text]
    await opens_the_list(teacher)
    listed = teacher.screen.text
    await opens_the_run(teacher)
    await teacher.taps("Собрать на сегодня")
    await teacher.taps("Открыть PDF")
    yana = next(one for one in pages(teacher) if "Лугова Яна" in one)

    assert len(heard) == 1
    assert "1. Лугова Яна — отправлено: не дошло; на бумагу, 6 уроков с 16 ноября" in listed
    assert "Без уважительной причины пропущено 6 уроков." in yana
    assert "вт, 17 ноября: 1-й, 2-й уроки" in yana


@ON_BOTH
async def test_the_sheet_of_what_reached_nobody_comes_by_itself_the_next_day(town: Town) -> None:
    teacher, father = await town.comes_in("t1"), await town.comes_in("g2")
    await look(town, THREE_DAYS)
    await teacher.taps("Открыть черновик")
    await father.blocks()
    await teacher.taps("Отправить")
    await town.outbox_ticks()

    for time in ("T00:10", "T07:00", "T10:00"):
        town.clock.strikes(f"2026-11-21{time}")
        await look(town)
    (news,) = [one for one in teacher.messages if one.document is not None]
    (yana,) = pages_of(news)

    assert sheets_sent(teacher) == ["Печать для семей · 7А, 15–21 ноября"]
    assert "Без уважительной причины пропущено 6 уроков." in yana


async def test_lessons_of_a_period_that_is_over_stand_on_the_sheet_of_when_it_was_told(
    town: Town,
) -> None:
    files = with_a_third_quarter(THREE_DAYS.change("academicSessions", "q2", endDate="2026-11-22"))
    teacher = await town.comes_in("t1")
    await look(town, files.change("academicSessions", "q3", startDate="2026-11-23"))
    town.clock.strikes("2026-11-23T10:00")
    await teacher.taps("Открыть черновик")
    await teacher.taps("Отправить")

    town.clock.strikes("2026-11-24T10:00")
    await look(town)
    (news,) = [one for one in teacher.messages if one.document is not None]
    (yana,) = pages_of(news)

    assert "Без уважительной причины пропущено 6 уроков." in yana


async def test_who_teaches_another_class_opens_no_warning(town: Town) -> None:
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    await look(town, THREE_DAYS)
    await teacher.taps("Открыть черновик")
    await other.sends("/start")

    await other.taps("Отправить", on=teacher.screen)

    assert other.toast == "Этот экран вам не открыт. Ниже то, что открыть можно."


async def test_a_guardian_reads_it_in_english(town: Town) -> None:
    father = await town.comes_in("g2", language="en")
    teacher = await town.comes_in("t1")
    await look(town, THREE_DAYS)

    await teacher.taps("Открыть черновик")
    await teacher.taps("Отправить")
    await town.outbox_ticks()

    assert father.screen.text.splitlines()[1:3] == [
        "6 lessons were missed without good reason.",
        "Mon, 16 November: lessons 1, 2",
    ]


async def test_a_pupil_who_moves_takes_the_draft_to_who_leads_the_new_class(town: Town) -> None:
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    await look(town, THREE_DAYS)
    await teacher.taps("Открыть черновик")
    moved = THREE_DAYS.change("enrollments", "e-p1", classSourcedId="5b").add(
        "enrollments",
        sourcedId="e-5b",
        classSourcedId="5b",
        schoolSourcedId="s",
        userSourcedId="t2",
        role="teacher",
    )

    await look(town, moved)
    await teacher.taps("Отправить")
    refused = teacher.toast
    await opens_the_list(other)
    await other.taps("1")

    assert refused == "Этот экран вам не открыт. Ниже то, что открыть можно."
    assert other.screen.text.startswith("⚠️ Лугова Яна · пропуски уроков\nЖдёт вашего слова")
    assert other.screen.buttons[:3] == ["Отправить", "Изменить слова", "Не отправлять"]
