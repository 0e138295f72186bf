"""Who lives by another clock than the school's is told duty by the own one (H1, F9)."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.callbacks.preferences import ChooseZone
from core.access.people import Address, Channel
from core.access.zones import OwnZone
from sandbox.in_process import Person
from tests.stories.bundle import a_school, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.test_asking import asks, on_duty, the_transcript
from tests.stories.test_duty import with_consultants
from tests.stories.test_preferences import told
from tests.stories.test_training import plans
from tests.stories.test_untrusted import taps_button
from tests.stories.town import Town

OMSK, KAMCHATKA = "5", "11"


async def lives_in(person: Person, zone: str) -> None:
    await person.sends("/settings")
    await person.taps("Новости и тихие часы")
    await person.taps("Тихие часы и время")
    await person.taps("Моё время")
    await person.taps(zone)


async def the_request(person: Person) -> str:
    await person.sends("/start")
    await person.taps("🆘 Помощь")
    await person.taps("Мои обращения")
    await person.taps("1")
    return person.screen.text


@pytest.fixture
async def nina(town: Town) -> Person:
    """The only consultant, on duty on Fridays, 11:00–13:00 by the school's clock: Moscow's."""
    await town.imports(on_duty(with_consultants(), "d1", "t1"))
    await town.comes_in("x1")
    return await town.comes_in("t1")


@pytest.fixture
async def mother(town: Town, nina: Person) -> Person:
    return await town.comes_in("g1")


@ON_BOTH
async def test_the_promise_is_by_the_asker_s_own_clock(town: Town, mother: Person) -> None:
    father = await town.comes_in("g2")
    await lives_in(mother, OMSK)
    chosen = mother.screen
    town.clock.strikes("2026-11-20T18:00")
    await asks(father)
    await asks(mother)
    promised = mother.screen.text
    await mother.taps("‹ Обращение")

    assert chosen.text.startswith("Ваше время: Омск, МСК+3, ")
    assert "пт, 27 ноября, с 11:00. Вы 1-й" in father.screen.text
    assert "пт, 27 ноября, с 14:00 (по вашему времени). Вы 2-й" in promised
    assert "с 14:00 (по вашему времени)" in mother.screen.text


@ON_BOTH
async def test_a_move_under_an_open_request_is_told_anew(town: Town, mother: Person) -> None:
    town.clock.strikes("2026-11-20T18:00")
    await asks(mother)
    at_school = mother.screen.text
    await lives_in(mother, KAMCHATKA)
    moved = await the_request(mother)
    await lives_in(mother, "Как в школе")
    back = await the_request(mother)

    assert "с 11:00. Вы 1-й" in at_school
    assert "пт, 27 ноября, с 20:00 (по вашему времени)" in moved
    assert "с 11:00. Вы 1-й" in back


async def test_a_school_that_changes_its_clock_moves_the_promise_and_not_the_zone(
    town: Town, mother: Person
) -> None:
    await lives_in(mother, OMSK)
    town.clock.strikes("2026-11-20T18:00")
    await asks(mother)
    async with town.store.transaction() as tx:
        (school,) = await tx.schools.all()
        samara, at = ZoneInfo("Europe/Samara"), town.clock.now()
        await tx.schools.configure(school.id, zone=samara, delivery=school.delivery, at=at)
    await mother.taps("‹ Обращение")
    card = mother.screen.text
    await town.program.tick("helpdesk-tick")
    await town.outbox_ticks()

    assert "пт, 27 ноября, с 13:00 (по вашему времени)" in card
    assert "пт, 27 ноября, 13:00–15:00 (по вашему времени)" in mother.screen.text


@ON_BOTH
async def test_a_consultant_hears_and_reads_the_own_duty_by_the_own_clock(
    town: Town, nina: Person
) -> None:
    await lives_in(nina, KAMCHATKA)
    await nina.sends("/duty")
    on_duty_now = nina.screen.text
    await nina.taps("Мои дежурства")
    own = nina.screen.text
    await nina.taps("1")
    turn = nina.screen.text
    await nina.sends("/desk")
    desk = nina.screen.text
    town.clock.strikes("2026-11-27T10:31")
    await town.program.tick("helpdesk-tick")
    await town.outbox_ticks()

    assert on_duty_now.split("\n")[0].endswith("(по вашему времени)")
    assert "Часы по вашему времени." in own
    assert "пт, 27 ноября, 20:00–22:00" in own
    assert "до 22:00 (по вашему времени)" in desk
    assert desk.endswith("Часы по вашему времени.")
    assert "11:00–13:00 (по времени школы)" in turn
    assert "пт, 27 ноября, 20:00–22:00 (по вашему времени): ваше дежурство" in nina.screen.text


@ON_BOTH
async def test_a_guest_is_told_of_a_training_by_the_own_clock_and_it_is_planned_by_the_school_s(
    town: Town, nina: Person
) -> None:
    yuri = await town.comes_in("t2")
    await lives_in(nina, KAMCHATKA)
    await lives_in(yuri, OMSK)
    await plans(nina)
    planned = nina.screen
    (invite,) = [one for one in planned.buttons if one.startswith("Пригласить")]
    await nina.taps(invite)
    held = nina.screen.text
    await town.outbox_ticks()
    invited = yuri.screen.text
    await yuri.sends("/training")
    listed = yuri.screen.text
    await yuri.taps("1")

    assert "Когда: пт, 27 ноября, 14:00 (по времени школы)" in planned.text
    assert "пт, 27 ноября, 14:00 (по времени школы)" in held
    for told_to_guest in (invited, listed, yuri.screen.text):
        assert "пт, 27 ноября, 17:00 (по вашему времени)" in told_to_guest


async def test_the_transcript_is_by_the_reader_s_clock(town: Town, mother: Person) -> None:
    await lives_in(mother, OMSK)
    await asks(mother)
    await the_request(mother)

    said = await the_transcript(mother)

    assert "пт, 20 ноября 2026, 15:00 (по вашему времени)" in said
    assert "12:00" not in said


@ON_BOTH
async def test_own_quiet_hours_go_by_the_own_clock_and_the_school_s_by_the_school_s(
    town: Town,
) -> None:
    await town.imports(a_school())
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    for person in (mother, father):
        await lives_in(person, OMSK)
        await person.taps("Тихие часы и время")
    await mother.taps("до 08:00")
    so_far = len(mother.messages)
    town.clock.at = datetime(2026, 11, 20, 19, 30, tzinfo=ZoneInfo("Europe/Moscow"))
    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="5"))
    town.clock.moves(minutes=15)
    await town.outbox_ticks()
    asleep = told(mother, so_far)
    awake = "5 — ответ" in father.screen.text
    town.clock.at = datetime(2026, 11, 21, 8, 0, tzinfo=ZoneInfo("Asia/Omsk"))
    await town.outbox_ticks()

    assert asleep == []
    assert awake
    assert "5 — ответ" in mother.screen.text


async def test_nobody_chooses_where_another_lives(town: Town, mother: Person) -> None:
    father = await town.comes_in("g2")
    async with town.store.reading() as tx:
        address = Address(Channel.TELEGRAM, str(mother.id))
        (member,) = (await tx.directory.recognise(address, language="ru")).members

    await taps_button(father, ChooseZone(person=member.person, zone=OwnZone.OMSK).pack())

    async with town.store.reading() as tx:
        kept = await tx.preferences.of(member.person)
    assert kept.zone is None
