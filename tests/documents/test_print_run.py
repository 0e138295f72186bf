"""Sheets for families as PDF: a page for each pupil, whatever the names and the marks."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.documents.print_run import make
from core.access.people import Child, Name
from core.diary.changes import CellNews
from core.diary.papers.late import LateNews, MarkCell
from core.diary.papers.sheet import (
    ClassSheets,
    FinalNews,
    PupilSheet,
    SheetHomework,
    SheetLine,
    SheetRemark,
)
from core.diary.papers.sheet_warnings import SheetTruancy, SheetWarning
from core.diary.truancy.spells import MissedLesson
from core.diary.views import Period, ShownAbsence
from core.ids import LessonId, PersonId, PupilId, SubjectId, WorkId
from core.journal.remarks.remark import RemarkShelf
from core.journal.values import AbsenceCode, MarkValue, PeriodKind, PeriodMarkKind, ReasonState
from tests.core.foreseen import algebra, given, records
from tests.screens.views import EN, RU

MONDAY = date(2026, 11, 16)
LONG = "Александра-Виктория-Мария-" * 8
CHILD = Child(PupilId(PersonId(1)), Name("Яна", "Лугова", "Юрьевна"), "7А")
SUBJECTS = tuple(
    SheetLine(
        f"Предмет с длинным названием {number}",
        tuple(MarkValue.of(one) for one in ("5", "4", "3/5")),
        Decimal("4.25"),
        4,
    )
    for number in range(16)
)
FULL = PupilSheet(
    CHILD,
    (
        *SUBJECTS,
        SheetLine("Физика", lacking=True),
        SheetLine("Химия", (MarkValue.of("5"),), Decimal("5.00"), period_mark=MarkValue.of("5")),
    ),
    tuple(
        ShownAbsence(
            MONDAY + timedelta(days=ahead), 2, "Алгебра", AbsenceCode.ABSENT, ReasonState.UNKNOWN
        )
        for ahead in range(5)
    ),
    (
        SheetHomework("Алгебра", "§ 12, № 215 <b>", MONDAY, done=False),
        SheetHomework("Физика", "§ 3", MONDAY, done=True),
    ),
    (
        SheetRemark(MONDAY, "Разговаривала на уроке.", RemarkShelf.NOTES),
        SheetRemark(MONDAY, "Помогла младшим.", RemarkShelf.PRAISE),
    ),
)
EMPTY = PupilSheet(replace(CHILD, name=Name("Лев", "О'Нил")), (SheetLine("Алгебра"),))


def a_class(*sheets: PupilSheet) -> ClassSheets:
    made = datetime(2026, 11, 23, 7, tzinfo=UTC)
    days = (MONDAY, MONDAY + timedelta(days=6))
    return ClassSheets("Школа «Заречная»", "7А", *days, made, "II четверть", sheets)


def pages(view: ClassSheets, speech: object = RU) -> list[str]:
    file = make(speech, view)  # type: ignore[arg-type]  # a language
    read = PdfReader(BytesIO(file.content))
    return [page.extract_text().replace("\xa0", " ") for page in read.pages]


def test_of_the_same_view_the_same_file_is_made_dated_as_the_view_is() -> None:
    first, again = make(RU, a_class(FULL)), make(RU, a_class(FULL))

    made = PdfReader(BytesIO(first.content)).metadata
    assert first == again
    assert made is not None
    assert made.creation_date == datetime(2026, 11, 23, 7, tzinfo=UTC)


def test_a_pupil_with_eighteen_subjects_has_one_page() -> None:
    (page,) = pages(a_class(FULL))

    assert "Лугова Яна Юрьевна" in page
    assert "Класс 7А. За 16–22 ноября." in page
    assert "5, 4, 3/5" in page
    assert "мало отметок" in page
    assert "пн, 16 ноября, 2-й урок, Алгебра" in page
    assert "Алгебра, на пн, 16 ноября: § 12, № 215 <b>" in page
    assert "§ 3" not in page
    praise, notes = page.split("Похвала и достижения")[1].split("Поведение и развитие")
    assert "пн, 16 ноября: Помогла младшим." in praise
    assert "пн, 16 ноября: Разговаривала на уроке." in notes
    assert "Разговаривала" not in praise
    assert "С листом ознакомлен(а)" in page


def late(
    number: int, value: str | None, before: str | None = None
) -> CellNews[MarkCell, MarkValue]:
    cell = MarkCell(SubjectId(1), "Алгебра <b>", WorkId(number), MONDAY - timedelta(days=3))
    return CellNews(cell, _mark(value), _mark(before))


def _mark(text: str | None) -> MarkValue | None:
    return None if text is None else MarkValue.of(text)


def test_what_was_entered_late_is_told_with_its_day() -> None:
    day = MONDAY - timedelta(days=4)
    absent = ShownAbsence(day, 2, LONG, AbsenceCode.ABSENT, ReasonState.UNKNOWN)
    slip = replace(absent, subject="Физика")
    news = LateNews(
        (late(1, "5"), late(2, "4", "3"), late(3, None, "2")),
        (CellNews(LessonId(1), absent), CellNews(LessonId(2), None, slip)),
    )

    (page,) = pages(a_class(replace(EMPTY, late=news)))
    english = pages(a_class(replace(EMPTY, late=news)), EN)[0]

    told = page.replace("\n", " ")
    assert "Отметки за прошлые дни Алгебра <b>: пт, 13 ноября — 5; пт, 13 ноября — " in told
    assert "исправлено, 4 вместо 3; пт, 13 ноября — отметка 2 снята" in told
    assert "Пропуски и опоздания за прошлые дни чт, 12 ноября, 2-й урок, Александра" in told
    assert "чт, 12 ноября, 2-й урок, Физика: запись снята" in told
    assert "Marks of earlier days" in english


def test_a_pupil_without_marks_reads_so() -> None:
    (page,) = pages(a_class(EMPTY))

    assert "Отметок за эти дни нет." in page
    assert "Пропусков и опозданий за эти дни нет." in page
    assert "Домашних заданий на эти дни не было." in page


def test_of_who_does_not_tick_nothing_is_called_undone() -> None:
    homework = tuple(replace(one, done=False) for one in FULL.homework)
    (page,) = pages(a_class(replace(EMPTY, homework=homework)))

    assert "Заданий на эти дни: 2." in page
    assert "§ 12" not in page


@pytest.mark.parametrize("speech", [RU, EN])
def test_a_class_of_thirty_five_has_a_page_for_each(speech: object) -> None:
    assert len(pages(a_class(*[FULL] * 35), speech)) == 35


def test_names_that_break_a_page_do_not() -> None:
    child = Child(CHILD.pupil, Name(LONG, "<b>=1+1</b>", "🐱"), LONG)
    missed = FULL.missed * 30
    lines = (SheetLine(LONG, (MarkValue.of("5"),) * 400), *FULL.lines)

    found = pages(replace(a_class(PupilSheet(child, lines, missed)), class_title=LONG))

    assert "<b>=1+1</b>" in found[0]
    assert "и ещё 110" in "".join(found)


TWOS = algebra(records(*[given("2", work=number) for number in range(1, 7)]))
TRUANT = SheetTruancy(
    tuple(MissedLesson(CHILD.pupil, MONDAY, number, "Алгебра") for number in (1, 2)), "Жду вас"
)


def test_warnings_stand_below_the_marks_in_the_class_teachers_words() -> None:
    warned = replace(
        FULL, warnings=(SheetWarning(TWOS, "II четверть", "Приходите"),), truancies=(TRUANT,)
    )
    page = " ".join("".join(pages(a_class(warned))).split())

    assert "Предупреждения" in page
    assert "Средний сейчас 2,00. По прогнозу за II четверть может выйти 2." in page
    assert "Классный руководитель: Приходите" in page
    assert "Без уважительной причины пропущено 2 урока." in page
    assert "пн, 16 ноября: 1-й, 2-й уроки" in page
    assert "Классный руководитель: Жду вас" in page


def test_what_lacks_is_told_with_its_day() -> None:
    lacking = SheetLine("Физика", lacking=True, missing=3, by=date(2026, 12, 23))
    (page,) = pages(a_class(replace(EMPTY, lines=(lacking,))))

    assert "н/а: нужно ещё 3 до 23 декабря" in " ".join(page.split())


def test_what_lacked_until_a_day_that_is_over_lacks() -> None:
    lacking = SheetLine("Физика", lacking=True, missing=3, by=date(2026, 11, 22))
    (page,) = pages(a_class(replace(EMPTY, lines=(lacking,))))

    assert "мало отметок" in page
    assert "нужно ещё" not in page


def a_final(number: int, title: str, kind: PeriodMarkKind, value: str) -> FinalNews:
    year = Period("2026/2027", PeriodKind.YEAR, date(2026, 9, 1), date(2027, 5, 28))
    return FinalNews(SubjectId(number), title, year, kind, MarkValue(value))


def test_new_final_marks_have_a_line_for_each_subject() -> None:
    quarter = Period("III четверть", PeriodKind.QUARTER, date(2027, 1, 11), date(2027, 3, 21))
    kind = PeriodMarkKind
    algebra = [a_final(1, "Алгебра", one, "5") for one in (kind.FINAL, kind.YEAR, kind.EXAM)]
    put_right = replace(algebra[0], period=quarter, kind=kind.PERIOD, value=MarkValue("4"))
    finals = (*algebra, put_right, a_final(2, "Физика", kind.PERIOD, "3"))
    (page,) = pages(a_class(replace(EMPTY, finals=finals)))

    told = page.split("Итоговые отметки: что нового\n")[1].split("\n")
    assert told[:2] == [
        "Алгебра: III четверть — 4; год — 5; экзамен — 5; итоговая — 5",
        "Физика: год — 3",
    ]


def test_a_leaf_on_which_a_sheet_goes_on_says_whose_it_is_and_is_its_second() -> None:
    many = replace(FULL, missed=FULL.missed * 6)

    first, second, of_lev, _ = pages(a_class(many, EMPTY, many))[:4]

    assert "Продолжение" not in first + of_lev
    assert "Лугова Яна Юрьевна, 7А. Продолжение листа." in second
    assert [page.split("с. ")[1][0] for page in (first, second, of_lev)] == ["1", "2", "1"]


def test_final_marks_put_right_and_taken_back_tell_what_stood_before() -> None:
    year, exam = (
        a_final(1, "Алгебра", one, "5") for one in (PeriodMarkKind.YEAR, PeriodMarkKind.EXAM)
    )
    put_right = replace(year, before=MarkValue("4"))
    gone = replace(exam, value=None, before=MarkValue("5"))
    (page,) = pages(a_class(replace(EMPTY, finals=(put_right, gone))))

    told = page.split("Итоговые отметки: что нового\n")[1].split("\n")
    assert told[0] == "Алгебра: год — исправлено, 5 вместо 4; экзамен — отметка 5 снята"


def test_long_titles_of_many_final_marks_break_no_page() -> None:
    finals = tuple(a_final(number, LONG, PeriodMarkKind.EXAM, "5") for number in range(50))

    found = pages(a_class(replace(FULL, finals=finals)))

    assert "и ещё 10" in "".join(found)


def test_long_words_and_many_warnings_break_no_page() -> None:
    words = "Жду вас <b>в пятницу</b> " * 17
    warned = replace(
        FULL,
        warnings=(SheetWarning(TWOS, LONG, words[:400]),) * 16,
        truancies=(replace(TRUANT, words=words[:400]),) * 5,
    )

    found = pages(a_class(warned))

    assert len(found) > 1
    assert "<b>в пятницу</b>" in "".join(found)
