"""A person asks «Почему так» and reads the rules, with their clauses; others' are refused."""

import pytest

from bot.callbacks.why import About, OpenWhy
from tests.handlers.chat import Chat, Town
from tests.screens.views import RU, labels, read

REFUSED = RU.label("refusal-access")
OF_CLASS = (
    About.CLASS_REVIEWS,
    About.MISSING,
    About.ISSUE,
    About.WARNINGS,
    About.CLAIMS,
    About.PAPER,
    About.TRUANCIES,
    About.CLASS_REPORTS,
)


async def test_a_father_learns_why_the_mean_is_what_it_is(town: Town, father: Chat) -> None:
    await father.sends("/marks")

    screen = await father.taps("Почему так")
    back = await father.taps("‹ К экрану")

    assert read(screen)[0] == "Почему так · отметки и средний балл"
    assert any("4,50 — это 5" in one for one in read(screen))
    assert labels(screen) == [["‹ К экрану", "Меню"]]
    assert read(back)[0].startswith("📘")


async def test_a_father_learns_how_often_the_totals_are_reviewed(father: Chat) -> None:
    await father.sends("/marks")
    await father.taps("Ознакомление")

    screen = await father.taps("Почему так")

    assert read(screen)[0] == "Почему так · ознакомление"
    assert any("в неделю" in one for one in read(screen))


@pytest.mark.parametrize("about", OF_CLASS)
async def test_a_class_teacher_reads_the_rules_of_the_own_class(
    about: About, town: Town, leader: Chat
) -> None:
    await leader.sends("/start")

    screen = await leader.taps(OpenWhy(about=about, of=town.class_7a))

    assert read(screen)[0].startswith("Почему так")


async def test_a_strange_pupil_s_button_is_refused(town: Town, father: Chat) -> None:
    await father.sends("/start")

    screen = await father.taps(OpenWhy(about=About.MARKS, of=town.petya))

    assert REFUSED in (screen.toast or "") + screen.text


async def test_a_father_reads_no_rules_of_a_class(town: Town, father: Chat) -> None:
    await father.sends("/start")

    screen = await father.taps(OpenWhy(about=About.CLASS_REVIEWS, of=town.class_7a))

    assert REFUSED in (screen.toast or "") + screen.text
