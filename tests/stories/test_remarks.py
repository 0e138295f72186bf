"""Teachers praise and note; families read it, praise apart from the rest (F16)."""

from sandbox.in_process import Person
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town

PRAISED = "Яна · похвала\nПомогла накрыть на стол\nНина Грачёва, 20 ноября"


async def writes(teacher: Person, kind: str, words: str) -> None:
    """Let the class teacher write about Яна from her diary."""
    await opens_remarks(teacher)
    await teacher.taps("Добавить")
    await teacher.taps(kind)
    await teacher.sends(words)


async def opens_remarks(teacher: Person) -> None:
    await teacher.sends("/class")
    line = next(one for one in teacher.screen.text.splitlines() if "Лугова Яна" in one)
    await teacher.taps(line.partition(".")[0])
    await teacher.taps("Меню")
    await teacher.taps("Ещё")
    await teacher.taps("Школа")
    await teacher.taps("Похвала и замечания")


async def test_praise_by_the_class_teacher_is_told_and_stays_in_the_diary(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")

    await writes(teacher, "Похвала", "Помогла накрыть\nна стол")
    await town.outbox_ticks()
    told = mother.screen.text
    await mother.taps("Похвала и замечания")

    assert teacher.screen.text.startswith("Записано, семья узнает.\nЛугова Яна · похвала\n")
    assert told == PRAISED
    assert "20 ноября, похвала: Помогла накрыть на стол (Нина Грачёва)" in mother.screen.text
    assert "Добавить" not in mother.screen.buttons


async def test_a_note_stands_on_another_shelf_than_praise(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await writes(teacher, "Похвала", "Молодец")
    await writes(teacher, "Поведение", "Опоздала трижды")
    await town.outbox_ticks()

    await opens_remarks(teacher)
    praise = teacher.screen.text
    await teacher.taps("Замечания (1)")

    assert "Молодец" in praise
    assert "Опоздала" not in praise
    assert "Опоздала трижды" in teacher.screen.text
    assert "Молодец" not in teacher.screen.text
    assert len(mother.messages) == 3


async def test_a_subject_teacher_writes_from_a_lesson(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await teacher.sends("/lessons")
    await teacher.taps("1")
    await teacher.taps("Похвала, замечание")
    line = next(one for one in teacher.screen.text.splitlines() if "Лугова Яна" in one)
    await teacher.taps(line.partition(".")[0])
    await teacher.taps("Достижение")
    await teacher.sends("Первое место в олимпиаде")

    await town.outbox_ticks()

    assert mother.screen.text.startswith("Яна · достижение\nПервое место в олимпиаде\n")


async def test_a_correction_is_told_and_keeps_what_stood_before(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await writes(teacher, "Развитие", "Читает медлено")
    await town.outbox_ticks()

    await teacher.taps("Исправить")
    await teacher.sends("Читает медленно")
    await town.outbox_ticks()

    assert "Раньше было: Читает медлено" in teacher.screen.text
    assert mother.screen.text.startswith("Яна · развитие, исправлено\nЧитает медленно")


@ON_BOTH
async def test_who_works_at_the_school_no_more_puts_no_words_before_a_family(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await writes(teacher, "Развитие", "Читает медлено")
    await town.outbox_ticks()
    card, told = teacher.screen, mother.screen.text
    files = a_school().drop("roles", "r-t1")
    for ended in ("e-7a", "e-7a-alg"):
        files = files.drop("enrollments", ended)
    await town.imports(files.change("users", "p3", agentSourcedIds="g4,t1"))

    await teacher.taps("Исправить", on=card)
    await teacher.sends("Читает плохо")
    await town.outbox_ticks()

    assert mother.screen.text == told
    assert not any("Читает плохо" in one.text for one in mother.messages)


async def test_what_is_taken_back_is_told_as_such_and_leaves_the_list(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await writes(teacher, "Поведение", "Шумела")
    await town.outbox_ticks()

    await teacher.taps("Отозвать")
    await town.outbox_ticks()
    told = mother.screen.text
    await mother.taps("Похвала и замечания")

    assert told == "Яна · поведение: запись отозвана\nНина Грачёва, 20 ноября"
    assert "В этом учебном году замечаний нет." in mother.screen.text


async def test_what_nobody_would_read_is_asked_for_again(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await writes(teacher, "Похвала", "а" * 601)
    refused = teacher.screen.text

    await teacher.sends("Коротко")

    assert refused.startswith("Текст длиннее 600 знаков.")
    assert "Коротко" in teacher.screen.text
