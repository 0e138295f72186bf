"""A class whose teacher has not come in: who stands in hears, learns why, and can act."""

from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school, with_absence
from tests.stories.conftest import ON_BOTH
from tests.stories.periods import IN_HAND, ISSUED, PRINTED, morning, near_the_end
from tests.stories.test_alerts import with_a_deputy
from tests.stories.test_excuses import announces_illness
from tests.stories.test_paper_run import sheets_sent
from tests.stories.test_truancy import THREE_DAYS, look
from tests.stories.test_untrusted import CLOSED
from tests.stories.town import Town

ABSENT = {"source": "abs", "lesson": "7a-rus-20", "pupil": "p2"}
OF_CLASS = "Это приходит вам: у 7А нет классного руководителя в боте."
OF_PUPIL = "Это приходит вам: у класса нет классного руководителя в боте."


async def deputy_comes_in(town: Town, files: Files | None = None) -> Person:
    await town.imports(with_a_deputy(files or a_school()))
    deputy = await town.comes_in("x1")
    await town.outbox_ticks()
    return deputy


@ON_BOTH
async def test_a_claim_goes_to_the_deputy_head_who_decides(town: Town) -> None:
    father, deputy = await town.comes_in("g2"), await deputy_comes_in(town)

    await announces_illness(father)
    await town.outbox_ticks()
    told = deputy.screen.text
    await deputy.taps("Принять")
    await town.outbox_ticks()

    assert OF_PUPIL in told.replace("\xa0", " ")
    assert "Сейчас: принято" in father.screen.text


@ON_BOTH
async def test_the_week_s_absences_wait_for_who_can_verify_them(town: Town) -> None:
    await town.imports(with_absence(with_a_deputy(a_school()), **ABSENT))
    for minute in ("08:00", "09:30"):
        town.clock.strikes(f"2026-11-23T{minute}")
        await town.program.tick("absences-tick")
    deputy = await town.comes_in("x1")

    for minute in ("10:00", "10:10"):
        town.clock.strikes(f"2026-11-23T{minute}")
        await town.program.tick("absences-tick")
        await town.outbox_ticks()
    heard = [one.text for one in deputy.messages if one.text.startswith("🚪")]
    await deputy.taps("Сверить")

    (told,) = heard
    assert told.startswith("🚪 7А · пропуски за 16–22 ноября")
    assert OF_CLASS in told.replace("\xa0", " ")
    assert "Предметов с пропусками: 1, сверено: 0." in deputy.screen.text


async def test_a_class_teacher_who_comes_in_later_on_the_day_gets_the_list(town: Town) -> None:
    await town.imports(with_absence(a_school(), **ABSENT))
    town.clock.strikes("2026-11-23T08:00")
    await town.program.tick("absences-tick")

    teacher = await town.comes_in("t1")
    town.clock.strikes("2026-11-23T10:00")
    await town.program.tick("absences-tick")
    await town.outbox_ticks()

    assert teacher.screen.text.startswith("🚪 7А · пропуски за 16–22 ноября")


async def test_a_class_teacher_gets_the_list_that_a_stand_in_got_before(town: Town) -> None:
    await town.imports(with_absence(with_a_deputy(a_school()), **ABSENT))
    await town.comes_in("x1")
    town.clock.strikes("2026-11-23T08:00")
    await town.program.tick("absences-tick")
    await town.outbox_ticks()

    teacher = await town.comes_in("t1")
    for minute in ("10:00", "10:10"):
        town.clock.strikes(f"2026-11-23T{minute}")
        await town.program.tick("absences-tick")
        await town.outbox_ticks()
    heard = [one.text for one in teacher.messages if one.text.startswith("🚪")]

    (told,) = heard
    assert told.startswith("🚪 7А · пропуски за 16–22 ноября")


async def test_who_stands_in_reminds_families_until_the_class_teacher_is_here(
    town: Town,
) -> None:
    await town.comes_in("g1")
    deputy = await deputy_comes_in(town)
    await deputy.sends("/class")
    for label in ("7А", "Семьи", "Кто заходит"):
        await deputy.taps(label)
    used = deputy.screen
    await deputy.taps("Напомнить об ознакомлении")
    reminded = deputy.toast
    await town.comes_in("t1")
    await deputy.taps("Напомнить об ознакомлении", on=used)

    assert reminded == "Напомню об ознакомлении 1 родителю."
    assert deputy.toast == CLOSED


async def test_once_the_class_teacher_is_here_an_old_button_decides_nothing(town: Town) -> None:
    father, deputy = await town.comes_in("g2"), await deputy_comes_in(town)
    await announces_illness(father)
    await town.outbox_ticks()
    teacher = await town.comes_in("t1")

    await deputy.taps("Принять")
    refused = deputy.toast
    await announces_illness(father, "Сегодня, пт 20")
    await town.outbox_ticks()

    assert refused == CLOSED
    assert OF_PUPIL not in teacher.screen.text
    assert teacher.screen.buttons[0] == "Принять"


@ON_BOTH
async def test_sheets_and_warnings_come_to_the_deputy_head(town: Town) -> None:
    deputy = await deputy_comes_in(town)
    town.clock.strikes("2026-12-08T12:00")
    await town.imports(with_a_deputy(near_the_end()))
    await town.evening_news()

    await morning(town, ISSUED)
    drafts = deputy.screen
    await deputy.taps("7А: Предупреждения")
    await deputy.taps("1")
    await deputy.taps("Отправить")
    sent = deputy.screen.text
    await morning(town, PRINTED)
    brought = next(one for one in deputy.messages if one.text.startswith("Печать для семей · 7А"))
    await morning(town, IN_HAND)
    await deputy.taps("Кому вручить", on=brought)
    await deputy.taps("1")

    assert "7А: Вашего слова ждут 5 предупреждений." in drafts.text
    assert "классного руководителя в боте нет" in drafts.text
    assert "Отправлено 10 декабря" in sent.replace("\xa0", " ")
    assert OF_CLASS in brought.text.replace("\xa0", " ")
    assert "Печать для семей · 7А, 5–11 декабря" in sheets_sent(deputy)
    assert "вручено 12 декабря" in deputy.screen.text.replace("\xa0", " ")


async def test_where_there_is_no_deputy_head_the_administration_hears(town: Town) -> None:
    father = await town.comes_in("g2")
    files = with_a_deputy(a_school()).change("roles", "r-x1", role="siteAdministrator")
    await town.imports(files)
    administrator = await town.comes_in("x1")

    await announces_illness(father)
    await town.outbox_ticks()

    assert OF_PUPIL in administrator.screen.text.replace("\xa0", " ")


async def test_a_draft_about_missed_lessons_waits_for_the_deputy_head(town: Town) -> None:
    father, deputy = await town.comes_in("g2"), await deputy_comes_in(town)

    await look(town, with_a_deputy(THREE_DAYS))
    drafted = deputy.screen.text
    await deputy.taps("Открыть черновик")
    await deputy.taps("Отправить")
    await town.outbox_ticks()

    assert OF_PUPIL in drafted.replace("\xa0", " ")
    assert father.screen.text.startswith("⚠️ Яна · пропуски уроков")
