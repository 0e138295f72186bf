"""A class's forecast, from sixteen days before the period ends till it is in hand."""

from hashlib import sha256
from zoneinfo import ZoneInfo

from core.diary.acknowledging import Acknowledged
from core.notices.ledger import NoticeKind
from sandbox.engine.faults import Silence
from sandbox.in_process import Person
from tests.stories.bundle import a_second_school
from tests.stories.conftest import ON_BOTH
from tests.stories.periods import (
    ISSUED,
    PRINTED,
    breaks,
    morning,
    near_the_end,
    quietly_imported,
)
from tests.stories.town import Town

FORECAST_OF_LEV = "📈 Лев · прогноз на II четверть"


async def forecasts(town: Town) -> list[tuple[int, int, str]]:
    rows = [one for one in await town.ledger() if one.notice.draft.kind is NoticeKind.FORECAST]
    return [
        (
            one.notice.draft.recipient,
            one.notice.draft.about,
            one.ending.value if one.ending else "",
        )
        for one in rows
    ]


async def opens_the_list(teacher: Person) -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Учёба")
    await teacher.taps("Прогноз семьям")


def told(parent: Person) -> int:
    return sum(FORECAST_OF_LEV in one.text for one in parent.messages)


@ON_BOTH
async def test_where_nobody_does_anything_the_forecast_is_in_hand_on_the_fourteenth_day(
    town: Town,
) -> None:
    parent, teacher = await town.comes_in("g3"), await town.comes_in("t1")
    await quietly_imported(town)
    before = len(parent.messages)

    await morning(town, "2026-12-09")
    too_early = len(parent.messages)
    await breaks(town, ISSUED)
    at_night = len(parent.messages)
    await breaks(town, ISSUED, "07:00")

    assert too_early == at_night == before
    assert parent.screen.text == (
        "📈 Лев · прогноз на II четверть\n"
        "н/а — алгебра (не хватает 3 отметок), русский язык (не хватает 5 отметок)\n"
        "Это прогноз: отметки за период ставят до 23 декабря, их ещё можно изменить."
    )
    assert parent.screen.buttons == ["Ознакомлен(а)", "Прогноз", "Почему так", "Меню"]
    assert any("прогноз ушёл семьям сам" in one.text for one in teacher.messages)


async def test_a_parent_acknowledges_and_the_class_teacher_sees_it(town: Town) -> None:
    parent, teacher = await town.comes_in("g3"), await town.comes_in("t1")
    await quietly_imported(town)
    await morning(town, ISSUED)

    await parent.taps("Ознакомлен(а)")
    thanked = parent.toast
    await opens_the_list(teacher)

    assert thanked == "Спасибо, записано: вы ознакомлены."
    assert parent.screen.text.endswith("✍️ Вы ознакомились: чт, 10 декабря, 07:00.")
    assert parent.screen.buttons == ["Прогноз", "Почему так", "Меню"]
    assert "О'Нил Лев — ознакомились, 1 из 1" in teacher.screen.text
    assert "дошло: 1, ознакомились: 1" in teacher.screen.text


@ON_BOTH
async def test_what_was_read_is_kept_as_a_digest_of_it(town: Town) -> None:
    mother = await town.comes_in("g1")
    await quietly_imported(town)
    await morning(town, ISSUED)

    await mother.taps("Прогноз: Яна")
    await mother.taps("Ознакомлен(а)")
    await mother.taps("Следующее ›")
    await mother.taps("Ознакомлен(а)")

    digests = await digests_of_forecasts(town)
    assert len(digests) == len(set(digests)) == 2
    assert sha256(b"").hexdigest() not in digests


async def digests_of_forecasts(town: Town) -> list[str]:
    async with town.store.reading() as tx:
        drafts = {
            (one.notice.draft.about, one.notice.draft.subject)
            for one in await town.ledger()
            if one.notice.draft.kind is NoticeKind.FORECAST
        }
        given = [
            await tx.acknowledgements.given(Acknowledged.FORECAST, [about], period, period)
            for about, period in sorted(drafts)
        ]
    return [one.digest for answers in given for one in answers]


@ON_BOTH
async def test_what_has_changed_since_it_was_shown_is_read_again_before_it_is_answered(
    town: Town,
) -> None:
    parent = await town.comes_in("g1")
    await quietly_imported(town)
    await morning(town, ISSUED)
    await parent.taps("Прогноз: Яна")
    old = parent.screen

    better = near_the_end()
    for number in range(6):
        better = better.change("results", f"rus-{number}-p1", score="5")
    await town.imports(better)
    await parent.taps("Ознакомлен(а)", on=old)
    not_yet = await digests_of_forecasts(town)
    said, shown = parent.toast, parent.screen
    await parent.taps("Ознакомлен(а)")

    assert not_yet == []
    assert said == "С тех пор запись изменилась. Прочитайте, как теперь, и нажмите ещё раз."
    assert "Ознакомлен(а)" in shown.buttons
    assert len(await digests_of_forecasts(town)) == 1


async def test_an_answer_given_again_changes_nothing(town: Town) -> None:
    parent = await town.comes_in("g3")
    await quietly_imported(town)
    await morning(town, ISSUED)
    old = parent.screen

    await parent.taps("Ознакомлен(а)", on=old)
    first = parent.screen.text
    town.clock.moves(days=1)
    await parent.taps("Ознакомлен(а)", on=old)

    assert parent.screen.text == first


async def test_the_answer_of_the_pupil_is_none_of_the_parents(town: Town) -> None:
    parent, pupil = await town.comes_in("g3"), await town.comes_in("p2")
    teacher = await town.comes_in("t1")
    await quietly_imported(town)
    await morning(town, ISSUED)

    await pupil.taps("Ознакомлен(а)")
    await opens_the_list(teacher)

    assert "О'Нил Лев — доставлено, 2 из 2" in teacher.screen.text
    assert parent.screen.buttons == ["Ознакомлен(а)", "Прогноз", "Почему так", "Меню"]


async def test_a_withdrawn_guardians_old_button_is_refused(town: Town) -> None:
    parent = await town.comes_in("g3")
    await quietly_imported(town)
    await morning(town, ISSUED)
    old = parent.screen

    await town.imports(near_the_end().change("users", "p2", agentSourcedIds=""))
    await parent.taps("Ознакомлен(а)", on=old)

    assert parent.toast == "Этот экран вам не открыт. Ниже то, что открыть можно."


@ON_BOTH
async def test_the_class_teacher_sends_it_earlier_and_on_its_day_it_goes_anew(
    town: Town,
) -> None:
    parent, teacher = await town.comes_in("g3"), await town.comes_in("t1")
    await quietly_imported(town)
    await opens_the_list(teacher)
    offered = teacher.screen.text

    await teacher.taps("Отправить прогноз")
    asked = teacher.screen.text
    nothing_yet = told(parent)
    await teacher.taps("Да, отправить")
    sent = teacher.screen
    await town.outbox_ticks()
    at_once = told(parent)
    await parent.taps("Ознакомлен(а)")
    await morning(town, ISSUED)
    on_its_day = told(parent)
    await morning(town, PRINTED)

    assert "Уйдёт сам 10 декабря" in offered
    assert "О'Нил Лев — на связи: 1" in offered
    assert "родители не подключены" in offered
    assert "Отправлен 8 декабря: Грачёва Нина" in sent.text
    assert "Отправить прогноз" not in sent.buttons
    assert "На связи 1 из 3 семей. До конца периода 18 дней." in asked
    assert "Сам прогноз уйдёт 10 декабря." in asked
    assert (nothing_yet, at_once, on_its_day, told(parent)) == (0, 1, 2, 2)


@ON_BOTH
async def test_a_forecast_that_goes_anew_is_acknowledged_anew(town: Town) -> None:
    parent, teacher = await town.comes_in("g3"), await town.comes_in("t1")
    await quietly_imported(town)
    await opens_the_list(teacher)
    await teacher.taps("Отправить прогноз")
    await teacher.taps("Да, отправить")
    await town.outbox_ticks()
    await parent.taps("Ознакомлен(а)")
    await opens_the_list(teacher)
    of_the_first = teacher.screen.text
    await morning(town, ISSUED)
    await opens_the_list(teacher)
    anew = teacher.screen.text

    await parent.taps("Ознакомлен(а)")
    thanked = parent.toast
    await opens_the_list(teacher)

    assert "О'Нил Лев — ознакомились, 1 из 1" in of_the_first
    assert "О'Нил Лев — доставлено, 1 из 1" in anew
    assert thanked == "Спасибо, записано: вы ознакомлены."
    assert parent.screen.text.endswith("✍️ Вы ознакомились: чт, 10 декабря, 07:00.")
    assert "О'Нил Лев — ознакомились, 1 из 1" in teacher.screen.text


async def test_a_family_that_was_not_reached_gets_paper(town: Town) -> None:
    parent, teacher = await town.comes_in("g3"), await town.comes_in("t1")
    await parent.blocks()
    await quietly_imported(town)

    await morning(town, ISSUED)
    await morning(town, PRINTED)
    await opens_the_list(teacher)

    assert any("не дошли до 3 семей" in one.text for one in teacher.messages)
    assert "О'Нил Лев — не дошло: бот не может писать; на бумагу" in teacher.screen.text
    assert "родители не подключены; на бумагу" in teacher.screen.text


@ON_BOTH
async def test_a_family_that_was_not_reached_gets_the_message_when_it_can(town: Town) -> None:
    parent = await town.comes_in("g3")
    await parent.blocks()
    await quietly_imported(town)
    await morning(town, ISSUED)
    refused = [ending for *_, ending in await forecasts(town)]

    await parent.unblocks()
    await morning(town, PRINTED)
    await parent.taps("Ознакомлен(а)")
    shown = parent.screen.text
    await morning(town, "2026-12-13")

    assert refused == ["refused"]
    assert [ending for *_, ending in await forecasts(town)] == ["refused", "delivered"]
    assert shown.startswith(FORECAST_OF_LEV)
    assert "✍️ Вы ознакомились" in shown


async def test_a_mother_of_two_gets_one_message_and_reads_each_forecast(town: Town) -> None:
    mother = await town.comes_in("g1")
    await quietly_imported(town)
    before = len(mother.messages)

    await morning(town, ISSUED)
    gathered = mother.messages[before:]
    await mother.taps("Прогноз: Яна")
    of_yana = mother.screen.text
    await mother.taps("Ознакомлен(а)")
    await mother.taps("Следующее ›")

    assert len(gathered) == 1
    assert gathered[0].buttons == ["Прогноз: Ян", "Прогноз: Яна", "Меню"]
    assert of_yana.startswith("📈 Яна · прогноз на II четверть\n5 — алгебра")
    assert mother.screen.text.startswith("📈 Ян · прогноз на II четверть")
    assert mother.screen.buttons == ["Ознакомлен(а)", "Прогноз", "Почему так", "Меню"]


@ON_BOTH
async def test_what_may_not_have_arrived_is_sent_once_more_and_answered_once(
    town: Town,
) -> None:
    parent = await town.comes_in("g3")
    await quietly_imported(town)
    town.telegram.break_next(Silence(), "sendMessage")

    await morning(town, ISSUED)
    repeat = parent.screen
    await parent.taps("Ознакомлен(а)")

    assert "Отправлено ещё раз: прошлое сообщение могло не дойти." in repeat.text
    assert [ending for *_, ending in await forecasts(town)] == ["unknown", "delivered"]
    assert "Вы ознакомились" in parent.screen.text


async def test_a_repeat_that_is_lost_too_is_not_repeated(town: Town) -> None:
    await town.comes_in("g3")
    await quietly_imported(town)
    town.telegram.break_next(Silence(), "sendMessage")
    town.telegram.break_next(Silence(), "sendMessage")

    await morning(town, ISSUED)
    await morning(town, PRINTED)

    assert [ending for *_, ending in await forecasts(town)] == ["unknown", "unknown"]


async def test_a_clock_that_leaps_over_three_days_loses_nothing_and_doubles_nothing(
    town: Town,
) -> None:
    parent, teacher = await town.comes_in("g3"), await town.comes_in("t1")
    await quietly_imported(town)

    await morning(town, "2026-12-13")
    await town.program.tick("period-tick")
    await town.outbox_ticks()
    await opens_the_list(teacher)

    assert told(parent) == 1
    assert teacher.screen.text.endswith("О'Нил Лев — доставлено, 1 из 1")


async def test_who_comes_in_later_hears_on_the_next_day(town: Town) -> None:
    await quietly_imported(town)
    await morning(town, ISSUED)
    parent = await town.comes_in("g3")

    await morning(town, PRINTED)

    assert parent.screen.text.startswith(FORECAST_OF_LEV)
    assert len(await forecasts(town)) == 1


async def test_a_period_that_ends_in_holidays_counts_from_the_day_before_them(
    town: Town,
) -> None:
    parent = await town.comes_in("g3")
    town.clock.strikes("2026-11-30T12:00")
    await town.imports(
        near_the_end().add(
            "x_holidays",
            sourcedId="winter",
            title="Каникулы",
            beginDate="2026-12-21",
            endDate="2027-01-10",
        )
    )
    await town.evening_news()

    await morning(town, "2026-12-02")
    too_early = parent.screen.text
    await morning(town, "2026-12-03")

    assert not too_early.startswith(FORECAST_OF_LEV)
    assert parent.screen.text.startswith(FORECAST_OF_LEV)


async def test_two_schools_go_by_the_midnight_of_each(town: Town) -> None:
    await town.imports(a_second_school(), school="lyceum")
    async with town.store.transaction() as tx:
        lyceum = await tx.schools.find("lyceum")
        assert lyceum is not None
        await tx.schools.configure(
            lyceum.id,
            zone=ZoneInfo("Asia/Vladivostok"),
            delivery=(await tx.delivery.all())[0].rules,
            at=town.clock.now(),
        )

    town.clock.strikes("2026-12-09T20:00")
    in_the_east = await town.program.tick("period-tick")
    town.clock.strikes("2026-12-10T00:05")
    at_home = await town.program.tick("period-tick")

    assert (in_the_east, at_home) == (2, 2)


@ON_BOTH
async def test_the_morning_after_the_last_day_nothing_that_was_answered_is_lost(
    town: Town,
) -> None:
    parent, teacher = await town.comes_in("g3"), await town.comes_in("t1")
    await quietly_imported(town)
    await morning(town, ISSUED)
    await parent.taps("Ознакомлен(а)")
    await morning(town, PRINTED)

    town.clock.strikes("2026-12-28T08:00")
    await opens_the_list(teacher)
    ended = teacher.screen
    await teacher.taps("‹ I четверть")
    before = teacher.screen
    await teacher.taps("II четверть ›")
    again = teacher.screen.text
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Учёба")
    await teacher.taps("Предупреждения")

    assert ended.text.startswith("📈 Класс 7А · прогноз на II четверть")
    assert "О'Нил Лев — ознакомились, 1 из 1" in ended.text
    assert "Период закончился; прогноз не отправляли." in before.text
    assert "Отправить прогноз" not in before.buttons
    assert again == ended.text
    assert teacher.screen.text.startswith("⚠️ Класс 7А · предупреждения семьям, II четверть")
    assert "Лугова Яна, русский язык" in teacher.screen.text
