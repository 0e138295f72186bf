"""A child is missed: what a guardian answers, and who hears of it (J4, F12)."""

from tests.exchange.builders import Files
from tests.stories.bundle import a_school, with_absence
from tests.stories.conftest import ON_BOTH
from tests.stories.test_untrusted import CLOSED
from tests.stories.town import Town

SICK, EXCUSED, LOST = "Знаю, болеет", "Знаю, уважительная", "Не знаю, где ребёнок"
FOUND, ANEW = "Нашёлся", "Ответить с документом"


def missed(*lessons: str, **more: str) -> Files:
    """Return the school in which Яна missed these lessons of Friday."""
    found = more.pop("files", None) or a_school()
    for number, lesson in enumerate(lessons):
        found = with_absence(found, f"a{number + 10}", lesson=lesson, pupil="p1", **more)
    return found


def with_a_deputy(files: Files) -> Files:
    return files.add(
        "roles",
        sourcedId="r-x1",
        userSourcedId="x1",
        roleType="primary",
        role="principal",
        orgSourcedId="s",
    )


async def test_an_alert_asks_a_guardian_and_not_the_pupil(town: Town) -> None:
    mother, pupil = await town.comes_in("g1"), await town.comes_in("p1")

    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()

    assert mother.screen.text.startswith("🚪 Яна · нет на 1-м уроке")
    assert {SICK, EXCUSED, LOST} <= set(mother.screen.buttons)
    assert not {SICK, EXCUSED, LOST} & set(pupil.screen.buttons)


@ON_BOTH
async def test_an_answer_claims_the_reason_for_the_whole_day_and_silences_it(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()

    await mother.taps(SICK)
    answered, heard = mother.screen.text, len(mother.messages)
    await town.imports(missed("7a-alg-20", "7a-rus-20"))
    await town.outbox_ticks()
    await mother.taps("Пропуски")

    assert "Ваш ответ: болеет." in answered
    assert "подтвердит её справка" in answered
    assert len(mother.messages) == heard
    assert mother.screen.text.count("болезнь, со слов семьи") == 2
    assert teacher.screen.text.startswith("🚪 Лугова Яна · семья назвала причину пропуска")
    assert "Сообщает Лугова Ева." in teacher.screen.text


async def test_who_is_asked_of_two_lessons_answers_once(town: Town) -> None:
    mother = await town.comes_in("g1")

    await town.imports(missed("7a-alg-20", "7a-rus-20"))
    await town.outbox_ticks()
    await mother.taps(EXCUSED)

    assert mother.screen.text.startswith("🚪 пт, 20 ноября: пропущены уроки 1, 2 · Яна\n")
    assert "уважительная причина" in mother.screen.text


@ON_BOTH
async def test_a_child_that_nobody_finds_alarms_the_school_at_night_too(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await town.imports(with_a_deputy(a_school()))
    deputy = await town.comes_in("x1")
    await town.imports(missed("7a-alg-20", files=with_a_deputy(a_school())))
    await town.outbox_ticks()
    town.clock.strikes("2026-11-20T22:30")

    await mother.taps(LOST)
    await town.outbox_ticks()

    assert "В школу отправлено тревожное сообщение" in mother.screen.text
    for one in (teacher, deputy):
        assert one.screen.text.startswith(
            "⚠️ Лугова Яна, 7А · семья не знает, где ребёнок\nпт, 20 ноября."
        )
        assert not one.screen.silent


async def test_where_nobody_of_the_school_can_be_alarmed_the_family_is_told_so(
    town: Town,
) -> None:
    mother = await town.comes_in("g1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()

    await mother.taps(LOST)

    assert "Позвоните в школу сами" in mother.screen.text


@ON_BOTH
async def test_who_blocked_the_bot_is_nobody_to_be_alarmed(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    await teacher.blocks()

    await mother.taps(LOST)

    assert "Позвоните в школу сами" in mother.screen.text


async def test_one_of_the_school_who_can_be_reached_hears_for_all(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await town.imports(with_a_deputy(a_school()))
    deputy = await town.comes_in("x1")
    await town.imports(missed("7a-alg-20", files=with_a_deputy(a_school())))
    await town.outbox_ticks()
    await teacher.blocks()

    await mother.taps(LOST)
    await town.outbox_ticks()

    assert "Позвоните в школу сами" not in mother.screen.text
    assert "семья не знает, где ребёнок" in deputy.screen.text


async def test_a_child_is_sought_once_a_day_and_the_alarm_is_called_off(town: Town) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    teacher = await town.comes_in("t1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    alert = father.screen

    await mother.taps(LOST)
    await father.taps(LOST)
    await town.outbox_ticks()
    sought = len(teacher.messages)
    await father.taps(SICK, on=alert)
    await town.outbox_ticks()

    assert sought == 2
    assert "ребёнок нашёлся" in "\n".join(one.text for one in teacher.messages[sought:])


async def test_the_other_guardian_learns_only_that_the_family_has_answered(town: Town) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()

    await mother.taps(SICK)
    await father.taps(EXCUSED)

    assert father.screen.text.startswith("Семья уже ответила об этом пропуске.")
    assert "болеет" not in father.screen.text


@ON_BOTH
async def test_while_one_guardian_s_reason_waits_the_other_one_alarms_the_school(
    town: Town,
) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    teacher = await town.comes_in("t1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    alert = father.screen
    await mother.taps(SICK)
    await town.imports(missed("7a-alg-20", "7a-rus-20"))
    await town.outbox_ticks()
    second, before = father.screen, len(teacher.messages)

    await father.taps(LOST, on=second)
    answered = father.screen.text
    await father.taps(LOST, on=alert)
    (again,) = [one.text for one in father.messages if one.id == alert.id]
    await town.outbox_ticks()

    assert "Со слов семьи: болезнь." in second.text
    assert {SICK, EXCUSED} & set(second.buttons) == set()
    assert "В школу отправлено тревожное сообщение" in answered
    assert "Школа уже ищет ребёнка" in again
    assert [one.text.split("\n")[0] for one in teacher.messages[before:]] == [
        "⚠️ Лугова Яна, 7А · семья не знает, где ребёнок"
    ]


async def test_where_the_school_looks_already_the_next_tap_says_so(town: Town) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    teacher = await town.comes_in("t1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    await mother.taps(LOST)

    await father.taps(LOST)
    await town.outbox_ticks()

    assert "Школа уже ищет ребёнка" in father.screen.text
    assert FOUND in father.screen.buttons
    assert sum("семья не знает" in one.text for one in teacher.messages) == 1


@ON_BOTH
async def test_a_child_that_is_found_ends_the_search_without_a_reason(town: Town) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    teacher = await town.comes_in("t1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    await mother.taps(LOST)
    await father.taps(LOST)
    await town.outbox_ticks()

    await father.taps(FOUND)
    said = father.screen
    await town.outbox_ticks()

    assert "ребёнок нашёлся, искать больше не нужно" in said.text
    assert {SICK, EXCUSED} <= set(said.buttons)
    assert teacher.screen.text.startswith("⚠️ Лугова Яна, 7А · ребёнок нашёлся")
    assert "Сообщает Лугов Марк." in teacher.screen.text
    assert mother.screen.text.startswith("⚠️ Лугова Яна, 7А · ребёнок нашёлся")
    assert "Марк" not in mother.screen.text
    await father.taps("Пропуски")
    assert "причина неизвестна" in father.screen.text


@ON_BOTH
async def test_a_child_that_the_journal_has_at_its_lessons_is_looked_for_no_more(
    town: Town,
) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await town.imports(missed("7a-alg-20", "7a-rus-20"))
    await town.outbox_ticks()
    await mother.taps(LOST)
    await town.outbox_ticks()

    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()

    assert teacher.screen.text.startswith("⚠️ Лугова Яна, 7А · ребёнок нашёлся")
    assert "В журнале отмечено, что ребёнок был на уроке." in teacher.screen.text
    assert any("ребёнок нашёлся" in one.text for one in mother.messages)


async def test_a_child_that_came_late_is_looked_for_no_more_and_the_family_hears(
    town: Town,
) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    await mother.taps(LOST)
    await town.outbox_ticks()

    await town.imports(missed("7a-alg-20", code="оп"))
    await town.outbox_ticks()

    assert teacher.screen.text.startswith("⚠️ Лугова Яна, 7А · ребёнок нашёлся")
    assert "опоздание на 1-й урок" in mother.screen.text
    assert LOST not in mother.screen.buttons


async def test_a_child_that_is_at_school_after_all_is_not_looked_for(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    alert, before = mother.screen, len(teacher.messages)

    await town.imports(a_school())
    await mother.taps(LOST, on=alert)
    answered = mother.screen.text
    await town.outbox_ticks()

    assert answered.startswith("Сегодня в журнале пропусков нет, тревога не поднята.")
    assert len(teacher.messages) == before


async def test_the_alert_of_a_past_day_does_not_offer_to_look(town: Town) -> None:
    mother = await town.comes_in("g1")
    town.clock.moves(days=1)

    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()

    assert SICK in mother.screen.buttons
    assert LOST not in mother.screen.buttons


async def test_an_old_button_of_a_search_that_is_over_is_answered_kindly(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    await mother.taps(LOST)
    looking = mother.screen
    await mother.taps(FOUND)

    await mother.taps(FOUND, on=looking)

    assert mother.screen.text.startswith("Ребёнка сейчас не ищут")


async def test_a_month_later_it_is_kindly_too_late(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()

    town.clock.moves(days=31)
    await mother.taps(SICK)

    assert mother.screen.text.startswith("Отвечать здесь уже поздно.")


async def test_nobody_is_sought_the_day_after(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    before = len(teacher.messages)

    town.clock.moves(days=1)
    await mother.taps(LOST)
    await town.outbox_ticks()

    assert mother.screen.text.startswith("Отвечать здесь уже поздно.")
    assert len(teacher.messages) == before


async def test_an_absence_that_was_taken_back_needs_no_answer(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    alert = mother.screen

    await town.imports(a_school())
    await mother.taps(SICK, on=alert)

    assert mother.screen.text.startswith("Отвечать не нужно")


async def test_a_guardian_whose_right_was_withdrawn_answers_no_more(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    alert = mother.screen

    await town.imports(missed("7a-alg-20").change("users", "p1", agentSourcedIds="g2"))
    await mother.taps(SICK, on=alert)

    assert mother.screen.text.startswith(CLOSED)


async def test_a_pupil_does_not_answer_for_the_parents(town: Town) -> None:
    mother, pupil = await town.comes_in("g1"), await town.comes_in("p1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()

    await pupil.taps(SICK, on=mother.screen)

    assert pupil.screen.text.startswith("Ответить может только родитель.")


async def test_two_children_are_answered_for_apart(town: Town) -> None:
    mother = await town.comes_in("g1")
    both = with_absence(a_school(), "a2", lesson="7a-rus-20", pupil="p1")

    await town.imports(with_absence(both, "a3", lesson="5b-rus-20", pupil="p4"))
    await town.outbox_ticks()
    await mother.taps("Ян, пт 20: ответить")
    asked = mother.screen.text
    await mother.taps(SICK)

    assert asked.startswith("🚪 пт, 20 ноября: пропущен урок 1 · Ян\n")
    assert "Ваш ответ: болеет." in mother.screen.text


async def test_a_confirmed_reason_of_the_journal_wins_over_what_the_family_says(
    town: Town,
) -> None:
    mother = await town.comes_in("g1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    await mother.taps(SICK)

    await town.imports(missed("7a-alg-20", code="у", reason="confirmed"))
    await mother.taps("Пропуски")

    assert "алгебра: уважительная причина" in mother.screen.text
    assert "со слов семьи" not in mother.screen.text


async def test_an_alert_and_its_taking_back_meet_over_midnight(town: Town) -> None:
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-20T23:55")
    await town.imports(missed("7a-alg-20"))

    town.clock.strikes("2026-11-21T00:05")
    await town.imports(a_school())
    town.clock.strikes("2026-11-21T08:00")
    await town.outbox_ticks()

    assert len(mother.messages) == 1
    assert await town.endings() == {"expired: overtaken": 2}


async def test_what_was_never_told_is_not_taken_back(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()
    await mother.taps(SICK)
    await town.imports(missed("7a-alg-20", "7a-rus-20"))
    await town.outbox_ticks()
    before = len(mother.messages)

    await town.imports(missed("7a-alg-20"))
    await town.outbox_ticks()

    assert len(mother.messages) == before
