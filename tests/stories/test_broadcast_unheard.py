"""A broadcast that waits for its time, and nobody is there any more who could get it."""

from sandbox.in_process import Person
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.test_broadcast_stopped import WORDS, comes_monday, set_for_monday
from tests.stories.town import Town

TOLD = (
    "⚠️ 7А · рассылку никто не получил\n"
    "«Экскурсия в пятницу в 9:00»: пн, 23 ноября, в 09:00 её некому было получить.\n"
)
KEPT = "\nТекст сохранён. Если до 7 декабря появится, кому его получить, рассылка придёт сама."


async def withdraws(mother: Person) -> None:
    await mother.taps("Согласия")
    await mother.taps("Яна, 7А")
    await mother.taps("Отозвать согласие")
    await mother.taps("Да, отозвать")


async def set_off_to_nobody(town: Town) -> tuple[Person, Person]:
    """Let the one mother who came in withdraw her consent between planning and sending."""
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await set_for_monday(teacher)
    await withdraws(mother)
    await comes_monday(town)
    return teacher, mother


@ON_BOTH
async def test_where_all_consents_were_withdrawn_the_sender_hears_why(town: Town) -> None:
    teacher, mother = await set_off_to_nobody(town)
    told = teacher.screen

    await comes_monday(town)

    assert told.text == f"{TOLD}Почему: не вошли в бот — 3; отказались — 1.{KEPT}"
    assert told.buttons == ["Отправить другим", "На бумагу", "Отозвать", "Открыть рассылку"]
    assert teacher.screen.id == told.id
    assert not any(WORDS in one.text for one in mother.messages)


async def test_where_all_left_the_class_the_sender_hears_it(town: Town) -> None:
    teacher, _ = await town.comes_in("t1"), await town.comes_in("g1")
    await set_for_monday(teacher)
    left = a_school()
    for one in ("p1", "p2", "p3"):
        left = left.change("enrollments", f"e-{one}", endDate="2026-11-21")
    await town.imports(left)

    await comes_monday(town)

    assert teacher.screen.text == f"{TOLD}Почему: в списке сейчас нет ни одного ученика.{KEPT}"


async def test_its_words_go_to_others_by_taps(town: Town) -> None:
    teacher, _ = await set_off_to_nobody(town)
    pupil = await town.comes_in("p1")

    await teacher.taps("Отправить другим")
    await teacher.taps("Ученикам")
    preview = teacher.screen.text
    await teacher.taps("Отправить")
    await town.outbox_ticks()

    assert preview.startswith("📣 7А · ученикам\nЭкскурсия в пятницу в 9:00\nПолучат: 1 из 3")
    assert pupil.screen.text == "📣 7А · Нина Грачёва\nЭкскурсия в пятницу в 9:00"


async def test_it_is_printed_with_its_words(town: Town) -> None:
    teacher, _ = await set_off_to_nobody(town)

    await teacher.taps("На бумагу")

    assert teacher.screen.document is not None
    assert teacher.screen.document.content.startswith(b"%PDF")


async def test_it_is_closed_and_comes_to_nobody_later(town: Town) -> None:
    teacher, mother = await set_off_to_nobody(town)

    await teacher.taps("Отозвать")
    await teacher.taps("Да, отозвать")
    closed = teacher.screen.text
    await mother.taps("Даю согласие")
    await comes_monday(town)

    assert "Отозвана: Нина Грачёва." in closed
    assert "Ещё нет:" not in closed
    assert "До кого не дошло" not in teacher.screen.buttons
    assert not any(WORDS in one.text for one in mother.messages)


async def test_its_card_says_so_and_offers_the_way_on(town: Town) -> None:
    teacher, _ = await set_off_to_nobody(town)

    await teacher.taps("Открыть рассылку")

    assert "Её некому было получить." in teacher.screen.text
    assert "Отправить другим" in teacher.screen.buttons


async def test_who_can_get_it_by_the_morning_gets_it_and_the_sender_hears_nothing(
    town: Town,
) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await set_for_monday(teacher, at="05:00")
    await withdraws(mother)
    town.clock.strikes("2026-11-23T05:00")
    await town.program.tick("broadcast-tick")
    said = len(teacher.messages)

    await mother.taps("Даю согласие")
    await comes_monday(town)

    assert mother.screen.text.endswith(WORDS)
    assert len(teacher.messages) == said
