"""A class teacher's month: codes on paper, a broadcast chased, sheets, a report."""

from io import BytesIO

from pypdf import PdfReader

from sandbox.in_process import Person
from tests.stories.conftest import ON_BOTH
from tests.stories.test_broadcasts import asks, looks, sends
from tests.stories.test_codes_on_paper import codes_of
from tests.stories.test_finals import the_quarter
from tests.stories.test_reports import content_of
from tests.stories.town import Town


async def goes(teacher: Person, *taps: str) -> list[str]:
    """Let the class teacher go from the class to a place; return its lines."""
    await teacher.sends("/class")
    for label in ("Ещё", *taps):
        await teacher.taps(label)
    return _lines(teacher)


def _lines(teacher: Person) -> list[str]:
    return teacher.screen.text.replace("\xa0", " ").splitlines()


async def hands_out(town: Town, teacher: Person, guardian: str) -> Person:
    """Let a guardian of the class's list come in with the slip that was handed over."""
    await goes(teacher, "Семьи", "Вход и коды")
    while not (found := [one for one in _lines(teacher) if guardian in one]):
        await teacher.taps("Дальше ›")
    (line,) = found
    await teacher.taps(line.split(".")[0])
    await teacher.taps("Код на бумаге")
    (code,) = codes_of(teacher)
    person = town.somebody(guardian)
    await person.starts(code)
    return person


def printed(teacher: Person) -> str:
    """Return the words of the last file's first page."""
    return PdfReader(BytesIO(content_of(teacher))).pages[0].extract_text()


async def chases(town: Town, teacher: Person, mother: Person, other: Person) -> list[str]:
    """Ask for an answer, which comes from one, and remind the other; return what was seen."""
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)
    await mother.taps("Ознакомлен(а)")
    await looks(town)
    first = teacher.screen.text
    await teacher.taps("Напомнить")
    await town.outbox_ticks()
    reminded = other.screen.text
    await other.taps("Ознакомлен(а)")
    await looks(town)
    return [first, reminded, teacher.screen.text]


async def reviews(parent: Person) -> None:
    await parent.sends("/start")
    for label in ("Дневник", "Яна, 7А", "Меню", "Ещё", "Ознакомление", "Ознакомлен(а)"):
        await parent.taps(label)


@ON_BOTH
async def test_a_month_of_a_class_teacher(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await town.imports(the_quarter("p2-7a-rus"))

    mother = await hands_out(town, teacher, "Лугова Ева, родитель (Яна)")
    other = await hands_out(town, teacher, "родитель (Лев)")
    came = await goes(teacher, "Семьи", "Вход и коды")
    first, reminded, chased = await chases(town, teacher, mother, other)
    await reviews(mother)
    reviewed = await goes(teacher, "Семьи", "Ознакомление семей")
    await goes(teacher, "Семьи", "Печать для семей", "Собрать на сегодня")
    await teacher.taps("Вручено всем")
    handed = teacher.screen.text
    await teacher.taps("Открыть PDF")
    sheet = printed(teacher)
    report = await goes(teacher, "Отчёты", "Отчёт за период")
    await teacher.taps("Для печати (PDF)")

    assert any(line.startswith("Вошли 2 из") for line in came)
    assert "Ответили семьи: 1 из 3" in first
    assert reminded.startswith("✍️ Напоминание: нужен ваш ответ.")
    assert "Ответили семьи: 2 из 3" in chased
    assert any(line.startswith("Лугова Яна: пт") for line in reviewed)
    assert "О'Нил Лев: не знакомились" in reviewed
    assert "Листов: 1, вручено: 1." in handed
    assert "Котова" in sheet
    assert report[0].startswith("Отчёт классного руководителя · 7А")
    assert "Классный руководитель: ____" in printed(teacher)
