"""What the program is for: something happens at school, and the right three persons hear of it."""

from tests.botapi_schema import bot_api
from tests.stories.bundle import a_school, after_the_control
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town

ABSENCE = (
    "🚪 Яна · нет на 2-м уроке (пт, 20 ноября, 09:25, русский язык)\nПричина пока неизвестна."
)
MARKS = """\
📘 Яна · алгебра
5 — ответ, 19 ноября
Исправлено: 5 вместо 4 — линейная функция, 16 ноября
Отметка 5 за 17 ноября отозвана
Средний: 5,00"""


def test_requests_of_the_stories_are_held_against_the_bot_api() -> None:
    assert bot_api().faults_of_call("sendMessage", {"chat_id": 1, "text": "Здравствуйте"}) == []


@ON_BOTH
async def test_four_changes_reach_three_persons_as_twelve_rows_and_nobody_else(
    town: Town,
) -> None:
    family = await town.family()
    others = [await town.comes_in(one) for one in ("g3", "p2", "t1")]
    silence = [len(one.messages) for one in others]

    await town.imports(after_the_control())
    await town.outbox_ticks()
    await town.evening_news()

    assert await town.endings() == {"delivered": 12}
    assert [[one.text for one in person.messages[1:]] for person in family] == [
        [ABSENCE, MARKS],
        [ABSENCE, MARKS],
        [ABSENCE.replace("Яна · ", "У вас: "), MARKS.replace("Яна · а", "А")],
    ]
    assert [len(one.messages) for one in others] == silence


@ON_BOTH
async def test_a_first_import_tells_nobody_anything(town: Town) -> None:
    mother = await town.comes_in("g1")

    await town.evening_news()

    assert await town.ledger() == []
    assert len(mother.messages) == 1


@ON_BOTH
async def test_the_same_bundle_twice_tells_nobody_anything(town: Town) -> None:
    await town.family()
    await town.imports(after_the_control())
    await town.evening_news()

    again = await town.imports(after_the_control())
    await town.evening_news()

    assert not again.applied
    assert await town.delivered() == 12


async def test_every_row_knows_the_message_that_told_it(town: Town) -> None:
    mother = await town.comes_in("g1")

    await town.imports(after_the_control())
    await town.evening_news()

    rows = await town.ledger()
    told = {str(one.id): one.text for one in mother.messages[1:]}
    assert {row.message_id for row in rows} == set(told)
    assert len(rows) == 4


async def test_the_button_under_a_notice_opens_the_day_beside_the_notice(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(after_the_control())
    await town.outbox_ticks()

    notice = mother.screen
    await mother.taps("День")

    assert notice.text in [one.text for one in mother.messages]
    assert mother.screen.text.startswith("Дневник, пт, 20 ноября")
    assert "нет на уроке" in mother.screen.text


async def test_a_change_of_files_that_families_do_not_see_is_silent(town: Town) -> None:
    await town.family()

    report = await town.imports(a_school().change("x_lessons", "7a-alg-19", topic="Функции"))
    await town.evening_news()

    assert report.applied
    assert await town.ledger() == []
