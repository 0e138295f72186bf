"""What was sent long ago, and classes and courses beyond the first screen, are a tap away."""

from datetime import timedelta

from core.messages.broadcasts.broadcast import Plan, Scope, Whom
from core.messages.content import Content, RichText
from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.test_breach import with_an_administrator
from tests.stories.town import Town

MANY = 37


async def who_sent_many(town: Town) -> None:
    """Let the class teacher of 7А have set many broadcasts for later."""
    async with town.store.transaction() as tx:
        (school,) = await tx.schools.all()
        (led,) = [one for one in await tx.directory.classes_of(school.id) if one.title == "7А"]
        (teacher, *_) = await tx.audience.leaders(led.id)
        now = town.clock.now()
        for number in range(MANY):
            words = Content(RichText(f"Письмо {number + 1}"))
            plan = Plan(Scope(Whom.CLASSES, (led.id,)), words, send_at=now + timedelta(days=1))
            await tx.broadcasts.keep(school.id, plan, by=teacher, at=now)


@ON_BOTH
async def test_the_oldest_broadcast_is_found_page_by_page(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await who_sent_many(town)
    await teacher.sends("/broadcasts")
    latest = teacher.screen.text

    for _ in range(7):
        await teacher.taps("Дальше ›")
    last = teacher.screen
    await teacher.taps("37")

    assert "1. 21 ноября · 7А: Письмо 37" in latest
    assert "… и ещё 32" in latest
    assert "37. 21 ноября · 7А: Письмо 1 " in last.text
    assert "Дальше ›" not in last.buttons
    assert teacher.screen.text.startswith("📣 7А · Письмо 1\n")


@ON_BOTH
async def test_the_administration_sees_the_own_ones_first_and_all_with_a_tap(town: Town) -> None:
    await town.imports(with_an_administrator())
    boss, teacher = await town.comes_in("x1"), await town.comes_in("t1")
    await town.comes_in("g1")
    await who_sent_many(town)
    await boss.sends("/broadcasts")
    none_yet = boss.screen
    await writes_to(boss, "Вся школа", "Собрание в шесть")
    await boss.sends("/broadcasts")
    own = boss.screen
    await boss.taps("Все")
    await boss.taps("Дальше ›")
    of_all = boss.screen
    await boss.taps("Мои")
    again = boss.screen.text
    await teacher.sends("/broadcasts")

    assert "Ваших рассылок пока не было." in none_yet.text
    assert none_yet.buttons[-3:] == ["✓ Мои", "Все", "Меню"]
    assert "1. 20 ноября · Школа «Заречная»: Собрание в шесть" in own.text
    assert "2. " not in own.text
    assert "6. 21 ноября · 7А: Письмо 33" in of_all.text
    assert of_all.buttons[-5:-3] == ["Мои", "✓ Все"]
    assert again == own.text
    assert "… и ещё 32" in teacher.screen.text
    assert not {"Мои", "✓ Мои", "Все"}.intersection(teacher.screen.buttons)


async def writes_to(person: Person, whom: str, words: str) -> None:
    await person.taps(whom)
    await person.sends(words)
    await person.taps("Отправить")


def with_many_courses(files: Files) -> Files:
    """Let t2 teach twelve courses more."""
    for number in range(12):
        course = f"more-{number}"
        files = files.add(
            "classes",
            sourcedId=course,
            title=f"Факультатив {number + 1:02}, 7А",
            grades="07",
            courseSourcedId="rus",
            classType="scheduled",
            schoolSourcedId="s",
            termSourcedIds="q1,q2",
        ).add(
            "enrollments",
            sourcedId=f"e-{course}",
            classSourcedId=course,
            schoolSourcedId="s",
            userSourcedId="t2",
            role="teacher",
        )
    return files


async def test_a_teacher_of_many_courses_writes_to_the_last_one_too(town: Town) -> None:
    await town.imports(with_many_courses(a_school()))
    teacher = await town.comes_in("t2")
    await teacher.sends("/broadcasts")
    offered = teacher.screen.buttons

    await teacher.taps("Все: 14")
    first = teacher.screen
    await teacher.taps("Дальше ›")
    await teacher.taps("Факультатив 12, 7А")

    assert offered[8:] == ["Все: 14", "Меню"]
    assert "… и ещё 2" in first.text
    assert teacher.screen.text.startswith("📣 Факультатив 12, 7А")
