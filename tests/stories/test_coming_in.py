"""Nobody is in before a code; a code opens once, for one person, and is slow to guess."""

import pytest

from sandbox.in_process import Person
from tests.stories.bundle import a_second_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town

WRONG = "AAAA-BBBB-CCC2"
NOT_IN = "Это бот школы. Чтобы войти, нужен код"
IS_IN = "Вход открыт"


def said(person: Person, words: str) -> bool:
    return person.screen.text.startswith(words)


@ON_BOTH
async def test_a_code_sent_as_a_message_lets_a_guardian_in(town: Town) -> None:
    mother = town.somebody()
    await mother.starts()

    await mother.sends(await town.code_of("g1"))

    assert said(mother, "Вход открыт: Лугова Ева, Школа «Заречная».")


async def test_a_link_with_a_code_names_each_child_at_once(town: Town) -> None:
    mother = town.somebody()

    await mother.starts(await town.code_of("g1"))

    assert "Здесь дневники детей:\n• Ян, 5Б\n• Яна, 7А" in mother.screen.text
    assert "Дневник" in mother.screen.buttons


async def test_a_code_is_read_as_people_write_it(town: Town) -> None:
    mother = town.somebody()
    code = await town.code_of("g1")

    await mother.sends(f" {code.lower().replace('-', ' ')} ")

    assert said(mother, IS_IN)


async def test_a_pupil_comes_in_to_the_own_diary(town: Town) -> None:
    pupil = await town.comes_in("p1")

    assert "Здесь ваш дневник, класс 7А." in pupil.screen.text


async def test_a_class_teacher_comes_in_to_the_class(town: Town) -> None:
    teacher = await town.comes_in("t1")

    assert "Вы классный руководитель: 7А." in teacher.screen.text
    assert "Класс 7А" in teacher.screen.buttons


async def test_a_code_opens_once(town: Town) -> None:
    code = await town.code_of("g1")
    mother, thief = town.somebody(), town.somebody()
    await mother.sends(code)

    await thief.sends(code)

    assert said(thief, "Этот код уже использован")


async def test_a_code_that_lay_too_long_opens_nothing(town: Town) -> None:
    mother, code = town.somebody(), await town.code_of("g1")

    town.clock.moves(days=30, minutes=1)
    await mother.sends(code)

    assert said(mother, "Срок этого кода прошёл")


async def test_a_new_code_voids_the_one_before(town: Town) -> None:
    mother, first = town.somebody(), await town.code_of("g1")
    second = await town.code_of("g1")

    await mother.sends(first)
    refused = mother.screen.text
    await mother.sends(second)

    assert IS_IN not in refused
    assert said(mother, IS_IN)


async def test_a_wrong_code_is_told_so_by_message_and_by_link(town: Town) -> None:
    one, other = town.somebody(), town.somebody()

    await one.sends(WRONG)
    await other.starts(WRONG)

    assert said(one, "Такой код не подошёл")
    assert said(other, "Такой код не подошёл")


@ON_BOTH
async def test_after_five_wrong_codes_the_chat_waits_even_with_the_right_one(town: Town) -> None:
    guesser, right = town.somebody(), await town.code_of("g1")
    for last in "23456":
        await guesser.sends(f"AAAA-BBBB-CCC{last}")

    await guesser.sends(right)
    too_early = guesser.screen.text
    town.clock.moves(minutes=10, seconds=1)
    await guesser.sends(right)

    assert too_early == (
        "Слишком много неверных кодов подряд. Подождите 10 минут и пришлите код ещё раз."
    )
    assert said(guesser, IS_IN)


async def test_who_guesses_does_not_make_others_wait(town: Town) -> None:
    guesser, mother = town.somebody(), town.somebody()
    for last in "234567":
        await guesser.sends(f"AAAA-BBBB-CCC{last}")

    await mother.sends(await town.code_of("g1"))

    assert said(mother, IS_IN)


async def test_four_wrong_codes_are_forgiven(town: Town) -> None:
    mother = town.somebody()
    for last in "2345":
        await mother.sends(f"AAAA-BBBB-CCC{last}")

    await mother.sends(await town.code_of("g1"))

    assert said(mother, IS_IN)


async def test_a_code_of_another_school_opens_that_school_on_the_same_account(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(a_second_school())

    await mother.sends(await town.code_of("g1", school="lyceum"))
    welcome = mother.screen.text
    await mother.sends("/children")

    assert welcome.startswith("Вход открыт: Лугова Ева, Лицей.")
    assert "• Вера, 7А" in welcome
    assert {"• Ян, 5Б", "• Яна, 7А", "• Вера, 7А"} <= set(mother.screen.text.splitlines())


async def test_a_second_person_of_the_family_comes_in_on_the_same_account(town: Town) -> None:
    phone = await town.comes_in("g3")

    await phone.sends(await town.code_of("g4"))
    await phone.sends("/diary")

    assert "• Лев, 7А" in phone.screen.text
    assert "• Александра-Виктория" in phone.screen.text


async def test_a_code_of_one_family_opens_nothing_of_another(town: Town) -> None:
    guardian = await town.comes_in("g3")

    await guardian.sends("/diary")

    assert "Лев" not in guardian.screen.text  # the only child needs no name
    assert "Лугов" not in "".join(one.text for one in guardian.messages)


@pytest.mark.parametrize("sent", ["/start", "Здравствуйте", "/diary", "/class", "/settings"])
async def test_a_stranger_is_told_how_to_come_in_and_nothing_else(town: Town, sent: str) -> None:
    stranger = town.somebody()

    await stranger.sends(sent)

    assert said(stranger, NOT_IN)
    assert stranger.screen.buttons == ["Потерян доступ"]


async def test_a_stranger_may_ask_for_help(town: Town) -> None:
    stranger = town.somebody()

    await stranger.sends("/help")

    assert "Когда вы войдёте" in stranger.screen.text


async def test_a_stranger_who_speaks_english_is_answered_in_english(town: Town) -> None:
    stranger = town.somebody(language="en-GB")

    await stranger.starts()

    assert "code" in stranger.screen.text
    assert "код" not in stranger.screen.text


async def test_strangers_without_a_language_are_answered_in_russian(town: Town) -> None:
    stranger = town.somebody(language="")

    await stranger.starts()

    assert said(stranger, NOT_IN)


async def test_who_comes_in_is_offered_the_commands_of_the_role(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")

    commands = town.telegram.bot("42:TOWN").commands

    def names(of: Person) -> set[str]:
        return {
            one["command"]
            for (scope, _), offered in commands.items()
            if f'"chat_id":{of.id}' in scope.replace(" ", "")
            for one in offered
        }

    assert "diary" in names(mother)
    assert "class" not in names(mother)
    assert "class" in names(teacher)


@ON_BOTH
async def test_a_pupil_comes_in_through_no_teacher_s_chat_and_the_code_stays_good(
    town: Town,
) -> None:
    teacher, own = await town.comes_in("t1"), town.somebody()
    code = await town.code_of("p1")

    await teacher.sends(code)
    refused = teacher.screen.text
    await own.sends(code)
    await own.sends(await town.code_of("t2"))

    assert refused.startswith("Код верный и не израсходован, но в этом чате он не откроется")
    assert "ученик и сотрудник школы не входят через один чат" in own.screen.text
