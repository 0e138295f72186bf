"""Families that read nothing electronic get their results on paper, and hold them (F10)."""

from hashlib import sha256
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from sqlalchemy import select

from bot.calls import read_kept
from core.notices.ledger import Ending, NoticeKind, Settled
from sandbox.engine.faults import Refusal, Reset, server_error
from sandbox.in_process import Person
from storage.tables import NoticeRow
from tests.exchange.builders import Files
from tests.notifications.test_mail import Postman
from tests.stories.bundle import a_school, with_absence, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.periods import IN_HAND, ISSUED, PRINTED, breaks, morning, quietly_imported
from tests.stories.test_mail import has_a_mailbox, letters, postman, text_of
from tests.stories.test_preferences import opens_news
from tests.stories.test_remarks import writes
from tests.stories.test_year_marks import with_a_last_quarter
from tests.stories.test_year_marks import with_mark as summed_up
from tests.stories.town import Town
from tests.workshop import InPlace

__all__ = ["postman"]  # a fixture

DAY = "2026-11-23"
"""A Monday: the week from the 16th to the 22nd is over."""

SECOND_QUARTER = {"academicSessionSourcedId": "q2"}
LAST_QUARTER = {"academicSessionSourcedId": "q4"}

NEWS = "Печать для семей · 7А, 16–22 ноября"


NEWS_OF_FINALS = "Итоговые отметки: что нового"


def a_workshop(town: Town) -> InPlace:
    workshop = town.program.workshop
    assert isinstance(workshop, InPlace)
    return workshop


async def with_two_class_teachers(town: Town) -> None:
    more = {"classSourcedId": "7a", "schoolSourcedId": "s", "role": "teacher", "primary": "false"}
    await town.imports(
        a_school().add("enrollments", sourcedId="e-7a2", userSourcedId="t2", **more)
    )


async def kept_texts(town: Town) -> list[Any]:
    """Return the calls that the ledger keeps of print runs."""
    of_runs = select(NoticeRow.text).where(NoticeRow.kind == NoticeKind.PAPER_RUN.value)
    async with town.store.reading() as tx:
        rows = await tx.connection.execute(of_runs)
        return [call for (text,) in rows for call in read_kept(text or "[]")]


async def ticks(town: Town, day: str = DAY, at: str = "07:00") -> None:
    """Let the moment come, make what is due, and bring it out."""
    town.clock.strikes(f"{day}T{at}")
    await town.program.tick("paper-tick")
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
    return pages_of(person.screen)


def pages_of(message: Any) -> list[str]:
    assert message.document is not None
    read = PdfReader(BytesIO(message.document.content))
    return [page.extract_text().replace("\xa0", " ") for page in read.pages]


@ON_BOTH
async def test_on_its_day_the_class_teacher_gets_the_sheets_to_print(town: Town) -> None:
    teacher, _ = await town.comes_in("t1"), await town.comes_in("g1")

    await ticks(town, at="06:59")
    too_early = news_of(teacher)
    await ticks(town)

    assert too_early == 0
    assert said(teacher) == [
        "Печать для семей · 7А, 16–22 ноября",
        "2 семьям нужны сведения на бумаге: распечатайте листы, передайте и отметьте.",
    ]
    assert teacher.screen.buttons == ["Кому вручить", "Меню"]
    kotova, lev = pages(teacher)
    assert "Котова" in kotova
    assert "О'Нил Лев" in lev
    assert "3/5" in lev
    assert "вт, 17 ноября, 2-й урок, Русский язык" in lev


@ON_BOTH
async def test_praise_is_printed_apart_from_what_else_teachers_said(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await writes(teacher, "Поведение", "Опоздала трижды")
    await writes(teacher, "Похвала", "Помогла младшим")

    await ticks(town)

    _, yana, _ = pages(teacher)
    praise, notes = yana.split("Похвала и достижения")[1].split("Поведение и развитие")
    assert "пт, 20 ноября: Помогла младшим" in praise
    assert "Опоздала" not in praise
    assert "пт, 20 ноября: Опоздала трижды" in notes


async def run_of(town: Town) -> list[Settled]:
    return [one for one in await town.ledger() if one.notice.draft.kind is NoticeKind.PAPER_RUN]


@ON_BOTH
async def test_the_ledger_proves_which_file_left(town: Town) -> None:
    teacher = await town.comes_in("t1")

    await ticks(town)

    (row,) = await run_of(town)
    sent, (call,) = teacher.screen.document, await kept_texts(town)
    assert sent is not None
    assert row.ending is Ending.DELIVERED
    assert call["sealed"] == {
        "name": "Печать для семей 7А, 16-22 ноября.pdf",
        "sha256": sha256(sent.content).hexdigest(),
        "size": len(sent.content),
    }
    assert call["caption"].startswith("Печать для семей")


@ON_BOTH
async def test_the_other_class_teacher_gets_the_very_file_and_it_goes_up_once(town: Town) -> None:
    await with_two_class_teachers(town)
    first, second = await town.comes_in("t1"), await town.comes_in("t2")

    await ticks(town)

    assert first.screen.document is not None
    assert first.screen.document == second.screen.document
    assert [one.ending for one in await run_of(town)] == [Ending.DELIVERED] * 2


async def test_a_file_that_telegram_keeps_no_more_goes_up_again(town: Town) -> None:
    await with_two_class_teachers(town)
    first, second = await town.comes_in("t1"), await town.comes_in("t2")
    lost = Refusal(400, "Bad Request: wrong file identifier/HTTP URL specified")
    town.telegram.break_next(lost, method="sendDocument", skip=1)

    await ticks(town)

    assert first.screen.document is not None
    assert second.screen.document is not None
    assert first.screen.document.file_id != second.screen.document.file_id
    assert first.screen.document.content == second.screen.document.content


@ON_BOTH
async def test_what_telegram_does_not_take_now_comes_later_with_its_file(town: Town) -> None:
    teacher = await town.comes_in("t1")
    town.telegram.break_next(server_error(), method="sendDocument")

    await ticks(town)
    so_far = news_of(teacher)
    town.clock.moves(minutes=1)
    await town.outbox_ticks()

    assert so_far == 0
    assert news_of(teacher) == 1
    assert len(pages(teacher)) == 3


@ON_BOTH
async def test_what_left_without_an_answer_is_unknown_and_is_not_sent_again(town: Town) -> None:
    teacher = await town.comes_in("t1")
    town.telegram.break_next(Reset(accepted=True), method="sendDocument")

    await ticks(town)
    town.clock.moves(hours=1)
    await town.outbox_ticks()

    assert [one.ending for one in await run_of(town)] == [Ending.UNKNOWN]
    assert news_of(teacher) == 1


async def test_where_no_file_can_be_made_the_news_come_in_words(town: Town) -> None:
    teacher = await town.comes_in("t1")
    workshop = a_workshop(town)
    workshop.is_shut = True

    await ticks(town)
    news = said(teacher)
    workshop.is_shut = False
    await teacher.taps("Кому вручить")
    await teacher.taps("Открыть PDF")

    assert news[-1].startswith("Файл сейчас не получился.")
    assert len(pages(teacher)) == 3


async def test_a_file_that_must_wait_for_others_comes_later_with_the_news(town: Town) -> None:
    teacher = await town.comes_in("t1")
    pack = town.program.relay.deliver.pack
    pack.patience = 0.01

    async with pack._bench:
        town.clock.strikes(f"{DAY}T07:00")
        await town.program.tick("paper-tick")
        await town.program.relay.tick()
    so_far = news_of(teacher)
    town.clock.moves(seconds=10)
    await town.outbox_ticks()

    assert so_far == 0
    assert news_of(teacher) == 1
    assert len(pages(teacher)) == 3


async def test_who_wants_no_words_in_the_chat_opens_the_file_by_a_tap(town: Town) -> None:
    await town.imports(a_school().change("users", "p4", agentSourcedIds="g1,t1"))
    teacher = await town.comes_in("t1")
    await opens_news(teacher)
    await teacher.taps("Без подробностей")

    await ticks(town)
    discreet = teacher.screen
    await teacher.taps("Прочитать")

    assert discreet.document is None
    assert "7А" not in discreet.text
    assert len(pages(teacher)) == 3


@ON_BOTH
async def test_it_comes_by_letter_where_the_chat_is_shut(town: Town, postman: Postman) -> None:
    teacher = await has_a_mailbox(town, postman, "t1")
    town.telegram.people.deletes_account(teacher.id)

    await ticks(town)

    (letter,) = letters(postman)
    (file,) = letter.iter_attachments()
    assert "3 семьям нужны сведения на бумаге" in text_of(letter)
    assert file.get_content_type() == "application/pdf"
    assert file.get_filename() == "Печать для семей 7А, 16-22 ноября.pdf"
    assert len(PdfReader(BytesIO(file.get_content())).pages) == 3


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


def runs_of(teacher: Person) -> list[str]:
    """Return the heads of the news about sheets to be printed."""
    return [one.split(" · ")[1] for one in sheets_sent(teacher)]


def with_a_third_quarter(files: Files) -> Files:
    """Return the school with one more quarter, in which 7А is taught."""
    told = {"title": "III четверть", "type": "gradingPeriod", "parentSourcedId": "y"}
    days = {"startDate": "2027-01-11", "endDate": "2027-03-21", "schoolYear": "2027"}
    files = files.add("academicSessions", sourcedId="q3", **told, **days)
    for course in ("7a-alg", "7a-rus"):
        files = files.change("classes", course, termSourcedIds="q1,q2,q3")
    return files


def of_quarter(value: str, pupil: str = "p1") -> Files:
    """Return the school with a pupil's mark of the II quarter in algebra."""
    return summed_up(a_school(), pupil, "7a-alg", "period", value=value, **SECOND_QUARTER)


@ON_BOTH
async def test_a_mark_of_a_period_set_after_its_last_run_comes_in_the_holidays(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await ticks(town, "2026-12-28")
    town.clock.strikes("2026-12-28T10:00")
    await town.imports(of_quarter("4"))

    await ticks(town, "2027-01-04")
    (yana,) = pages(teacher)
    await ticks(town, "2027-01-11")

    assert runs_of(teacher) == ["7А, 21–27 декабря", "7А, 28 декабря – 3 января"]
    assert "Лугова Яна" in yana
    assert "Средний, прогноз и итоговая отметка: II четверть." in yana
    assert "Алгебра\n 4,20\n 4\n" in yana
    assert "Русский язык 3,00 мало отметок" in " ".join(yana.split())
    assert NEWS_OF_FINALS not in yana


@ON_BOTH
async def test_a_mark_of_the_period_before_that_is_put_right_is_news_once(town: Town) -> None:
    third = with_a_third_quarter(of_quarter("4"))
    teacher = await town.comes_in("t1")
    town.clock.strikes("2027-01-14T10:00")
    await town.imports(third)
    await ticks(town, "2027-01-18")
    town.clock.strikes("2027-01-20T10:00")
    await town.imports(third.change("x_periodMarks", "period-p1-7a-alg-q2", value="5"))

    await ticks(town, "2027-01-25")
    put_right = pages(teacher)[1]
    await ticks(town, "2027-02-01")
    of_the_week_after = pages(teacher)[1]

    assert f"{NEWS_OF_FINALS}\nАлгебра: II четверть — исправлено, 5 вместо 4" in put_right
    assert NEWS_OF_FINALS not in of_the_week_after


LATE_MARKS = "Отметки за прошлые дни"
LATE_MISSED = "Пропуски и опоздания за прошлые дни"


def marked_late(score: str = "5") -> Files:
    """Return the school with a mark and an absence of Яна's of the week before, and no old one."""
    files = with_mark(a_school().drop("results", "m2"), "m4", work="w4", pupil="p1", score=score)
    return with_absence(files, "a2", lesson="7a-rus-20", pupil="p1")


@ON_BOTH
async def test_what_is_entered_after_the_sheet_of_its_day_stands_on_the_next_one_once(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    await ticks(town)
    town.clock.strikes("2026-11-24T10:00")
    await town.imports(marked_late())

    await ticks(town, "2026-11-30")
    yana = pages(teacher)[1]
    town.clock.strikes("2026-12-01T10:00")
    await town.imports(marked_late().change("x_attendance", "a2", comment="Звонила мама"))
    await ticks(town, "2026-12-07")
    week_after = pages(teacher)[1]

    told = "Алгебра: вт, 17 ноября — отметка 5 снята; чт, 19 ноября — 5"
    assert f"{LATE_MARKS}\n{told}\n" in yana
    assert f"{LATE_MISSED}\nпт, 20 ноября, 2-й урок, Русский язык: " in yana
    assert LATE_MARKS not in week_after
    assert LATE_MISSED not in week_after


@ON_BOTH
async def test_a_mark_of_a_week_before_that_is_put_right_says_what_it_was(town: Town) -> None:
    teacher = await town.comes_in("t1")
    town.clock.strikes("2026-11-21T10:00")
    await town.imports(marked_late())
    await ticks(town)
    of_its_week = pages(teacher)[1]
    town.clock.strikes("2026-11-24T10:00")
    await town.imports(marked_late("4").drop("x_attendance", "a2"))

    await ticks(town, "2026-11-30")
    yana = pages(teacher)[1]

    assert LATE_MARKS not in of_its_week
    assert "Алгебра: чт, 19 ноября — исправлено, 4 вместо 5\n" in yana
    assert "пт, 20 ноября, 2-й урок, Русский язык: запись снята\n" in yana


@ON_BOTH
async def test_an_absence_of_a_week_before_that_gets_another_letter_stands_on_the_next_sheet(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    town.clock.strikes("2026-11-21T10:00")
    await town.imports(marked_late())
    await ticks(town)
    town.clock.strikes("2026-11-24T10:00")
    await town.imports(marked_late().change("x_attendance", "a2", code="б"))

    await ticks(town, "2026-11-30")

    assert f"{LATE_MISSED}\nпт, 20 ноября, 2-й урок, Русский язык: болезнь\n" in pages(teacher)[1]


def with_two_marks() -> Files:
    """Return the school with marks of the II quarter: of Яна, and of Лев."""
    files = summed_up(without_them(), "p1", "7a-alg", "period", **SECOND_QUARTER)
    return summed_up(files, "p2", "7a-alg", "period", value="3", **SECOND_QUARTER)


def without_them() -> Files:
    """Return the school with another pupil's mark of the II quarter."""
    return with_a_third_quarter(of_quarter("5", "p3"))


async def of_finals(town: Town) -> int:
    kinds = [one.notice.draft.kind for one in await town.ledger()]
    return kinds.count(NoticeKind.PERIOD_MARK)


@ON_BOTH
async def test_an_import_that_brings_no_new_value_makes_no_news_of_a_final_mark(
    town: Town,
) -> None:
    teacher, _ = await town.comes_in("t1"), await town.comes_in("g3")
    files = with_two_marks()
    town.clock.strikes("2027-01-14T10:00")
    await town.imports(files)
    await town.evening_news()
    await ticks(town, "2027-01-18")
    printed, told = pages(teacher)[1], await of_finals(town)
    town.clock.strikes("2027-01-20T10:00")
    for mark in ("period-p1-7a-alg-q2", "period-p2-7a-alg-q2"):
        files = files.change("x_periodMarks", mark, date="2026-12-25")
    await town.imports(files)
    await town.imports(with_two_marks())
    await town.imports(with_two_marks())
    await town.evening_news()

    await ticks(town, "2027-01-25")

    assert f"{NEWS_OF_FINALS}\nАлгебра: II четверть — 4\n" in printed
    assert runs_of(teacher)[-1] == "7А, 18–24 января"
    assert not any(NEWS_OF_FINALS in page for page in pages(teacher))
    assert await of_finals(town) == told


@ON_BOTH
async def test_a_mark_that_is_taken_back_after_it_was_printed_is_told_on_paper_and_in_chats(
    town: Town,
) -> None:
    teacher, father = await town.comes_in("t1"), await town.comes_in("g3")
    town.clock.strikes("2027-01-14T10:00")
    await town.imports(with_two_marks())
    await town.evening_news()
    await ticks(town, "2027-01-18")
    town.clock.strikes("2027-01-20T10:00")
    await town.imports(without_them())
    await town.evening_news()

    await ticks(town, "2027-01-25")
    yana = pages(teacher)[1]
    await ticks(town, "2027-02-01")

    assert f"{NEWS_OF_FINALS}\nАлгебра: II четверть — отметка 4 снята\n" in yana
    assert said(father) == [
        "🏁 Лев · алгебра, II четверть",
        "Отметка 3 снята — отметка за период",
    ]
    assert NEWS_OF_FINALS not in pages(teacher)[1]


@ON_BOTH
async def test_marks_of_the_year_and_of_exams_reach_families_on_paper(town: Town) -> None:
    year = summed_up(with_a_last_quarter(), "p1", "7a-alg", "period", value="3", **LAST_QUARTER)
    year = summed_up(year, "p1", "7a-alg", "year")
    exams = summed_up(year, "p1", "7a-alg", "exam", value="5")
    exams = summed_up(exams, "p1", "7a-alg", "final", value="5")
    teacher = await town.comes_in("t1")
    town.clock.strikes("2027-05-21T16:00")
    await town.imports(with_a_last_quarter())
    await ticks(town, "2027-05-24")
    town.clock.strikes("2027-05-27T16:00")
    await town.imports(year)

    await ticks(town, "2027-05-31")
    of_year = pages(teacher)[1]
    await ticks(town, "2027-06-07")
    town.clock.strikes("2027-06-10T16:00")
    await town.imports(exams)
    await ticks(town, "2027-06-14")
    (of_exam,) = pages(teacher)
    await ticks(town, "2027-06-21")

    assert f"{NEWS_OF_FINALS}\nАлгебра: год — 4\n" in of_year
    assert f"{NEWS_OF_FINALS}\nАлгебра: экзамен — 5; итоговая — 5\n" in of_exam
    assert runs_of(teacher) == ["7А, 17–23 мая", "7А, 24–30 мая", "7А, 7–13 июня"]


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
    await teacher.taps("Кому вручить")

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


def sheets_sent(person: Person) -> list[str]:
    """Return the heads of the messages that brought sheets to be printed."""
    heads = [one.text.replace("\xa0", " ").split("\n")[0] for one in person.messages]
    return [one for one in heads if one.startswith("Печать для семей")]


@ON_BOTH
async def test_a_forecast_that_did_not_arrive_comes_as_sheets_a_day_before_it_is_to_be_in_hand(
    town: Town,
) -> None:
    teacher, _ = await town.comes_in("t1"), await town.comes_in("g3")
    await quietly_imported(town)
    await morning(town, ISSUED)

    await morning(town, PRINTED)
    (news,) = [one for one in teacher.messages if one.document is not None]
    once = sheets_sent(teacher)
    await town.program.tick("period-tick")
    await morning(town, IN_HAND)
    in_all = sheets_sent(teacher)
    await teacher.taps("Кому вручить", on=news)

    assert once == ["Печать для семей · 7А, 5–11 декабря"]
    assert in_all == once
    assert "2 семьям нужны сведения на бумаге" in news.text.replace("\xa0", " ")
    assert "Прогноз" in pages_of(news)[0]
    assert said(teacher)[1] == "Собрано 11 декабря, 00:05. Листов: 2, вручено: 0."


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


async def of_yana(teacher: Person) -> str:
    """Return what the list of the forecast says of Яна's family."""
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Учёба")
    await teacher.taps("Прогноз семьям")
    return next(one for one in said(teacher) if "Лугова Яна" in one)


@ON_BOTH
async def test_a_sheet_of_an_earlier_run_brings_the_forecast_if_it_was_printed_after_it(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    await quietly_imported(town)
    await ticks(town, "2026-12-09")
    await teacher.taps("Кому вручить")
    of_before = teacher.screen
    await morning(town, ISSUED)

    await teacher.taps("2", on=of_before)
    of_old_paper = await of_yana(teacher)
    await opens_the_run(teacher)
    await teacher.taps("2")
    await teacher.taps("Открыть PDF")
    await teacher.taps("Кому вручить")
    await teacher.taps("2")

    assert "вручено" not in of_old_paper
    assert "вручено на бумаге" in await of_yana(teacher)


def near_the_end_of_the_third() -> Files:
    """Return the school in which Яна has a mark of February in algebra."""
    files = with_a_third_quarter(a_school())
    february = {"assignDate": "2027-02-10", "dueDate": "2027-02-10"}
    third = february | {"academicSessionSourcedId": "q3"}
    return with_mark(
        files.change("lineItems", "w4", **third), "m9", work="w4", pupil="p1", score="4"
    )


@ON_BOTH
async def test_a_sheet_of_the_period_before_brings_no_forecast_of_now(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await ticks(town, "2026-12-21")
    of_before = teacher.screen
    await town.imports(near_the_end_of_the_third())
    await morning(town, "2027-03-04")
    await teacher.taps("Кому вручить", on=of_before)
    old_run = said(teacher)[0]
    await teacher.taps("Открыть PDF")
    printed = pages(teacher)[1]
    await teacher.taps("Кому вручить")

    await teacher.taps("2")

    assert old_run == "Печать для семей · 7А, 14–20 декабря"
    assert "Прогноз" in printed
    assert "II четверть" in printed
    assert "вручено 4 марта" in said(teacher)[3]
    assert await of_yana(teacher) == "2. Лугова Яна — не дошло: родители не подключены"


IN_5B = {"classSourcedId": "5b"}


def with_a_class_teacher_of_5b() -> Files:
    told = {"schoolSourcedId": "s", "role": "teacher", "primary": "true"}
    return a_school().add(
        "enrollments", sourcedId="e-5b", classSourcedId="5b", userSourcedId="t2", **told
    )


@ON_BOTH
async def test_who_moved_to_another_class_is_on_the_sheets_of_that_class(town: Town) -> None:
    await town.imports(with_a_class_teacher_of_5b())
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    await ticks(town)
    moved = with_a_class_teacher_of_5b().change("enrollments", "e-p2", **IN_5B)
    await town.imports(moved)

    await ticks(town, at="07:10")
    await ticks(town, at="07:20")
    of_now = sheets_sent(other)
    (_, lev) = pages(other)
    await teacher.taps("Кому вручить")
    await teacher.taps("Открыть PDF")

    assert of_now == ["Печать для семей · 5Б, 16–22 ноября"] * 2
    assert "О'Нил Лев" in lev
    assert "3/5" in lev
    assert not any("О'Нил" in page for page in pages(teacher))


@ON_BOTH
async def test_who_moved_with_the_sheet_in_hand_needs_no_other(town: Town) -> None:
    await town.imports(with_a_class_teacher_of_5b())
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    await ticks(town)
    await teacher.taps("Кому вручить")
    await teacher.taps("3")
    await town.imports(with_a_class_teacher_of_5b().change("enrollments", "e-p2", **IN_5B))

    await ticks(town, at="07:10")

    assert sheets_sent(other) == ["Печать для семей · 5Б, 16–22 ноября"]


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
