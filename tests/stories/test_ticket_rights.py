"""Who may not see the child any more reads nothing of it at the help desk either (S3)."""

from sandbox.in_process import Person
from tests.stories.conftest import ON_BOTH
from tests.stories.test_asking import on_duty
from tests.stories.test_duty import with_consultants
from tests.stories.test_help_desk import ANSWER, asked, boss, mother, nina, ticks, yury
from tests.stories.town import Town

__all__ = ["boss", "mother", "nina", "yury"]


async def mother_is_no_guardian(town: Town) -> None:
    """Let the school's files name the father alone as Яна's guardian."""
    files = on_duty(with_consultants(), "d1", "t1")
    files = on_duty(files, "d2", "t2", endTime="14:00")
    await town.imports(files.change("users", "p1", agentSourcedIds="g2"))


@ON_BOTH
async def test_who_is_no_guardian_any_more_hears_no_answer_about_the_child(
    town: Town, boss: Person, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    old, heard = mother.screen, len(mother.messages)
    arrived = nina.screen
    await mother_is_no_guardian(town)
    await nina.posts(text=ANSWER, reply_to_message=arrived.wire)
    await town.outbox_ticks()
    unheard = len(mother.messages)
    await mother.taps("‹ Обращение", on=old)
    opened = mother.screen.text
    await mother.posts(text="А теперь?", reply_to_message=old.wire)
    await mother.sends("/requests")

    assert unheard == heard
    assert (await town.endings())["waiting"] == 0
    assert opened.startswith("Этот экран вам не открыт")
    assert "№ 1" not in mother.screen.text
    assert not any(ANSWER in one.text for one in mother.messages)


@ON_BOTH
async def test_what_such_a_person_asked_goes_to_the_administrators(
    town: Town, boss: Person, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    await mother_is_no_guardian(town)
    heard = len(mother.messages)
    await ticks(town, seconds=20)
    told = boss.screen.text
    await ticks(town, seconds=20)

    assert "Спросивший больше не видит ребёнка, о котором вопрос" in told
    assert nina.screen.text.endswith("Обращение больше не у вас: его передали.")
    assert len(mother.messages) == heard
    assert len([one for one in boss.messages if "Спросивший больше" in one.text]) == 1


async def test_a_question_about_no_child_stays_the_asker_s(
    town: Town, nina: Person, mother: Person
) -> None:
    await mother.sends("/start")
    await mother.taps("🆘 Помощь")
    await mother.taps("Задать вопрос")
    await mother.taps("7")
    if "Всё равно спросить" in mother.screen.buttons:
        await mother.taps("Всё равно спросить")
    await mother.sends("Не открывается приложение")
    await mother.taps("Отправить")
    await town.outbox_ticks()
    await mother_is_no_guardian(town)
    await nina.posts(text=ANSWER, reply_to_message=nina.screen.wire)
    await town.outbox_ticks()

    assert ANSWER in mother.screen.text
