"""What a stranger did at the help desk and cannot be taken back is shown for repair (S4, H4)."""

from collections.abc import Sequence

import pytest

from bot.composition.breach_by_hand import BreachDone
from bot.screens.breaches.done import void_line
from bot.speaking import speech_of
from sandbox.in_process import Person
from tests.stories.conftest import ON_BOTH
from tests.stories.test_asking import asks, on_duty
from tests.stories.test_breach_takes_back import stolen, void
from tests.stories.test_duty import makes_a_window, saves, with_consultants
from tests.stories.test_training import moves, plans
from tests.stories.test_vendor import tells
from tests.stories.town import Town


@pytest.fixture
async def boss(town: Town) -> Person:
    """The administrator of the journal; one consultant is on duty."""
    await town.imports(on_duty(with_consultants(), "d1", "t1"))
    return await town.comes_in("x1")


def shown(town: Town, done: BreachDone) -> Sequence[str]:
    """Return what `zvonok breach` prints for repair."""
    return [void_line(speech_of(town.settings), one) for one in done.voided]


@ON_BOTH
async def test_what_a_stranger_planned_and_sent_as_administrator_is_shown_once(
    town: Town, boss: Person
) -> None:
    await plans(boss)
    await boss.taps("Пригласить (2)")
    town.clock.moves(minutes=10)
    await moves(boss, "30.11 15:00, каб. 5")
    await makes_a_window(boss, "2", "вт", "10:00–12:00")
    await saves(boss)
    await boss.sends("/vendor")
    await boss.taps("Данные школы")
    for what, said in (("Организация", "Чужая школа"), ("Домен", "evil.example")):
        await boss.taps(what)
        await boss.sends(said)
    await tells(boss, picture=False)
    await boss.taps("Текстом")

    done = await stolen(town, "x1", "12:05")
    again = await stolen(town, "x1", "12:05")

    said = shown(town, done)
    assert sorted(void(done)) == [
        "duty",
        "moved_training",
        "sent_packet",
        "vendor_detail",
        "vendor_detail",
    ]
    assert [one for one in said if "проверьте сами" not in one] == []
    assert any(one.startswith("окно дежурства") for one in said)
    assert any("Чужая школа" in one for one in said)
    assert again.breach.id == done.breach.id


@ON_BOTH
async def test_a_row_of_the_log_that_a_stranger_corrected_is_shown_and_stays(
    town: Town, boss: Person
) -> None:
    nina, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await asks(mother, "Не вижу заданий")
    await town.outbox_ticks()
    await nina.sends("/desk")
    for label in ("1", "Ещё", "Закрыть", "Не понадобилось"):
        await nina.taps(label)
    town.clock.moves(minutes=10)
    await nina.sends("/desk")
    for label in ("Журнал", "1", "Итог", "2"):
        await nina.taps(label)

    done = await stolen(town, "t1", "12:05")
    await boss.sends("/desk")
    for label in ("Обзор", "Журнал", "1"):
        await boss.taps(label)

    assert void(done) == ["log_correction"]
    assert shown(town, done) == [
        "правка строки журнала консультаций · 20 ноября: проверьте сами, «1»"
    ]
    assert "Грачёва Нина. Было: ответ не нужен." in boss.screen.text
