"""An «н» that nobody excused: the class teacher settles it, and puts it right."""

from sandbox.in_process import Person
from tests.stories.bundle import a_school, with_absence
from tests.stories.conftest import ON_BOTH
from tests.stories.test_excuses import announces_illness
from tests.stories.test_untrusted import CLOSED
from tests.stories.town import Town


async def missed_today(town: Town) -> None:
    await town.imports(with_absence(a_school(), "a2", lesson="7a-rus-20", pupil="p1"))
    await town.outbox_ticks()


async def opens_absences_of_yana(teacher: Person) -> None:
    await teacher.sends("/class")
    await teacher.taps("2")
    await teacher.taps("Меню")
    await teacher.taps("Пропуски")


def said(person: Person) -> list[str]:
    return person.screen.text.replace("\xa0", " ").split("\n")


@ON_BOTH
async def test_a_day_is_settled_asked_twice_and_put_right(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await missed_today(town)

    await opens_absences_of_yana(teacher)
    await teacher.taps("Без уважительной причины")
    listed = said(teacher)
    await teacher.taps("1")
    asked = said(teacher)[-1]
    await teacher.taps("Да, отметить")
    settled = said(teacher)
    await father.sends("/absences")
    await father.taps("Яна, 7А")
    seen = father.screen.text
    await teacher.taps("1")
    await teacher.taps("Да, снять")

    assert listed[0] == "🚪 Лугова Яна · пропуски без причины"
    assert listed[-1] == "1. пт, 20 ноября, урок 2: причина неизвестна"
    assert "отметить, что уважительной причины не было?" in asked
    assert settled[-1] == "1. пт, 20 ноября, урок 2: без уважительной причины"
    assert "без уважительной причины 1" in seen
    assert said(teacher) == listed


async def test_what_the_family_has_spoken_of_meanwhile_is_not_settled(town: Town) -> None:
    father, teacher = await town.comes_in("g2"), await town.comes_in("t1")
    await missed_today(town)
    await opens_absences_of_yana(teacher)
    await teacher.taps("Без уважительной причины")
    await teacher.taps("1")
    asked = teacher.screen

    await announces_illness(father, "Сегодня, пт 20")
    await teacher.taps("Да, отметить", on=asked)
    await opens_absences_of_yana(teacher)
    await teacher.taps("Без уважительной причины")

    assert "таких пропусков нет" in teacher.screen.text


async def test_nobody_but_the_class_teacher_settles(town: Town) -> None:
    teacher, other = await town.comes_in("t1"), await town.comes_in("t2")
    await missed_today(town)
    await opens_absences_of_yana(teacher)
    await teacher.taps("Без уважительной причины")
    await other.sends("/start")

    await other.taps("1", on=teacher.screen)

    assert other.toast == CLOSED
