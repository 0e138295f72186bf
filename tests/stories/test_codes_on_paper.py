"""A class teacher hands codes out on paper, and sees who has come in."""

import re
from io import BytesIO

from pypdf import PdfReader

from sandbox.engine.faults import Reset
from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school
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
    return re.findall(r"\b(?:[A-Z2-9]{4}-){2}[A-Z2-9]{4}\b", slips_of(teacher))


def slips_of(teacher: Person) -> str:
    """Return the words of the last sheet."""
    shown = teacher.screen.document
    assert shown is not None
    return "".join(page.extract_text() for page in PdfReader(BytesIO(shown.content)).pages)


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


async def prints_for_all(teacher: Person) -> list[str]:
    (label,) = [one for one in teacher.screen.buttons if one.startswith("Коды на бумаге")]
    await teacher.taps(label)
    return codes_of(teacher)


@ON_BOTH
async def test_a_sheet_leaves_alone_the_slips_handed_out_before(town: Town) -> None:
    teacher = await at_the_list(town)
    roll = teacher.screen
    await teacher.taps("1")
    await teacher.taps("Код на бумаге")
    (by_hand,) = codes_of(teacher)
    await teacher.taps("К списку")

    rest = await prints_for_all(teacher)
    await teacher.taps("К списку")
    after = teacher.screen.buttons
    await teacher.taps(next(one for one in roll.buttons if "на бумаге" in one), on=roll)
    again = next(one for one in teacher.messages if one.id == roll.id)
    early = town.somebody("Ранняя")
    await early.starts(by_hand)

    assert by_hand not in rest
    assert "Заново всем" in after
    assert not [one for one in after if "на бумаге" in one]
    assert "действующий код уже на руках" in again.text
    assert again.document is None
    assert early.screen.text.startswith("Вход открыт")


async def test_a_sheet_that_a_broken_line_held_back_is_handed_over(town: Town) -> None:
    teacher = await at_the_list(town)
    town.telegram.break_next(Reset(), method="sendDocument")

    codes = await prints_for_all(teacher)

    assert len(codes) == 7


@ON_BOTH
async def test_afresh_for_all_is_asked_first_and_voids_the_sheet_before(town: Town) -> None:
    teacher = await at_the_list(town)
    first = await prints_for_all(teacher)
    await teacher.taps("К списку")
    await teacher.taps("Заново всем")
    asked = teacher.screen.text
    await teacher.taps("Да, заново всем")
    second = codes_of(teacher)

    early, late = town.somebody("Ранняя"), town.somebody("Поздняя")
    await early.starts(first[0])
    await late.starts(second[0])

    count = len(first)
    assert f"ещё не вошёл: {count}. Уже" in asked
    assert f"перестанут действовать: {count}." in asked
    assert count == len(second) == len(set(first) | set(second)) // 2
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


def with_a_mother_in_charge() -> Files:
    """Let the mother of Яна be the administrator of the journal, too."""
    return a_school().add(
        "roles",
        sourcedId="r-g1-boss",
        userSourcedId="g1",
        roleType="secondary",
        role="siteAdministrator",
        orgSourcedId="s",
    )


@ON_BOTH
async def test_a_code_of_a_parent_at_work_in_the_school_is_the_administrator_s(town: Town) -> None:
    await town.imports(with_a_mother_in_charge())
    teacher = await at_the_list(town)
    listed = teacher.screen.text

    await teacher.taps(number_of("Лугова Ева", listed))
    shown, offered = teacher.screen.text, teacher.screen.buttons
    await teacher.taps("К списку")
    (label,) = [one for one in teacher.screen.buttons if one.startswith("Коды на бумаге")]
    await teacher.taps(label)

    assert "работает в школе: код ему выдаёт администратор" in listed
    assert "код ему выдаёт и отзывает администратор журнала" in shown
    assert not [one for one in offered if "ко" in one.lower() and "бумаге" in one]
    assert "Лугова Ева" not in slips_of(teacher)


async def test_an_old_button_gives_no_code_of_who_works_at_the_school_by_now(town: Town) -> None:
    teacher = await at_the_list(town)
    await teacher.taps(number_of("Лугова Ева", teacher.screen.text))
    await town.imports(with_a_mother_in_charge())

    await teacher.taps("Код на бумаге")

    assert "код ему выдаёт и отзывает администратор журнала" in teacher.toast
    assert not [one for one in teacher.messages if one.document]


async def test_the_administrator_gives_that_code_out_in_the_class_too(town: Town) -> None:
    await town.imports(with_a_mother_in_charge())
    boss = await town.comes_in("g1")
    await boss.sends("/start")
    await boss.taps("Классы школы")
    await boss.taps("7А")
    await boss.taps("Семьи")
    await boss.taps("Вход и коды")
    await boss.taps(number_of("Лугова Ева", boss.screen.text))

    await boss.taps("Новый код на бумаге")

    assert len(codes_of(boss)) == 1
