"""A class teacher hands codes out on paper, and sees who has come in."""

import re
from io import BytesIO

from pypdf import PdfReader

from sandbox.in_process import Person
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town


async def at_the_list(town: Town) -> Person:
    teacher = await town.comes_in("t1")
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Семьи")
    await teacher.taps("Вход и коды")
    return teacher


def number_of(name: str, listed: str) -> str:
    found = re.search(rf"^(\d+)\. {name}", listed, re.MULTILINE)
    assert found is not None
    return found[1]


def codes_of(teacher: Person) -> list[str]:
    """Return the codes of the last sheet, in the order of its slips."""
    shown = teacher.screen.document
    assert shown is not None
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(shown.content)).pages)
    return re.findall(r"\b(?:[A-Z2-9]{4}-){2}[A-Z2-9]{4}\b", words)


@ON_BOTH
async def test_a_family_comes_in_with_a_slip_and_stands_as_come(town: Town) -> None:
    teacher = await at_the_list(town)
    before = teacher.screen.text
    mother = town.somebody()

    await teacher.taps(number_of("Лугова Ева", before))
    await teacher.taps("Код на бумаге")
    (code,) = codes_of(teacher)
    await mother.starts(code)
    await teacher.taps("К списку")

    assert "Вошли 0 из" in before
    assert mother.screen.text.startswith("Вход открыт: Лугова Ева")
    assert "Вошли 1 из" in teacher.screen.text
    assert "Лугова Ева, родитель (Яна): вход с 20 ноября" in teacher.screen.text


async def test_a_new_sheet_voids_the_codes_of_the_one_before(town: Town) -> None:
    teacher = await at_the_list(town)
    (label,) = [one for one in teacher.screen.buttons if one.startswith("Коды на бумаге")]
    await teacher.taps(label)
    first = codes_of(teacher)
    await teacher.taps("К списку")
    await teacher.taps(label)
    second = codes_of(teacher)

    early, late = town.somebody("Ранняя"), town.somebody("Поздняя")
    await early.starts(first[0])
    await late.starts(second[0])

    assert len(first) == len(second) == len(set(first) | set(second)) // 2
    assert not early.screen.text.startswith("Вход открыт")
    assert late.screen.text.startswith("Вход открыт")


async def test_a_code_that_went_astray_is_taken_back(town: Town) -> None:
    teacher = await at_the_list(town)
    await teacher.taps("1")
    await teacher.taps("Код на бумаге")
    (code,) = codes_of(teacher)
    await teacher.taps("К списку")
    await teacher.taps("1")

    await teacher.taps("Отозвать код")
    stranger = town.somebody()
    await stranger.starts(code)

    assert "Код отозван" in teacher.screen.text
    assert not stranger.screen.text.startswith("Вход открыт")


async def test_no_code_stands_in_what_is_kept(town: Town) -> None:
    teacher = await at_the_list(town)
    await teacher.taps("1")
    await teacher.taps("Код на бумаге")
    (code,) = codes_of(teacher)

    kept = b"".join(one.read_bytes() for one in town.folder.glob("*.sqlite3*"))

    assert kept
    assert code.encode() not in kept
