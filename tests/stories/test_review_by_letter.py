"""A mother without Telegram reviews her child's week by the link of a letter."""

import re

from bot.composition.errands import rules_of
from bot.screens.people.mail_links import PATH as MAILBOXES
from sandbox.in_process import Person
from tests.notifications.test_mail import Postman
from tests.stories.bundle import a_school, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.test_letters_alone import links, reads_letters
from tests.stories.test_mail import letters, postman, text_of
from tests.stories.test_review import nudges
from tests.stories.town import Town

__all__ = ["postman"]

SATURDAY, SUNDAY = "2026-11-21T17:31", "2026-11-22T17:31"


async def nudged(town: Town, postman: Postman) -> str:
    """Return the link to Яна's totals in the letter of Saturday evening."""
    await reads_letters(town, postman)
    town.clock.strikes(SATURDAY)
    await nudges(town)
    letter = next(one for one in letters(postman) if "Яна" in text_of(one))
    return links(letter, MAILBOXES)[0]


async def looks(town: Town, token: str) -> str:
    return (await town.program.mail_pages.look(token)).text or ""


async def confirms(town: Town, token: str, shown: str = "") -> str:
    stamp = re.search(r'name="stamp" value="(\d+)"', shown or await looks(town, token))
    assert stamp is not None
    return (await town.program.mail_pages.take(token, {"stamp": stamp[1]})).text or ""


async def week_of(leader: Person) -> list[str]:
    """Return the lines of the class's week."""
    await leader.sends("/class")
    for place in ("Ещё", "Семьи", "Ознакомление семей"):
        await leader.taps(place)
    return leader.screen.text.split("\n")


@ON_BOTH
async def test_the_letter_s_link_shows_the_totals_and_its_button_counts_like_a_tap(
    town: Town, postman: Postman
) -> None:
    await rules_of(town.store, document=None, decided={"review.told": "each"})
    token = await nudged(town, postman)
    teacher = await town.comes_in("t1")

    looked = [await looks(town, token) for _ in range(2)]
    unstamped = (await town.program.mail_pages.take(token, {"stamp": "ы"})).text or ""
    done = await confirms(town, token)
    again = (await town.program.mail_pages.take(token, {"stamp": "1"})).text or ""
    await town.outbox_ticks()
    heard = teacher.screen.text
    town.clock.strikes(SUNDAY)
    await confirms(town, token)

    assert looked[0] == looked[1]
    assert "Отметок за неделю: 3, пропусков: 0" in looked[0]
    assert "Алгебра: средний <b>4,20</b>" in looked[0]
    assert "Ознакомлен(а)</button>" in looked[0]
    assert "Пока экран был открыт, итоги изменились" in unstamped
    assert "Записано: сб, 21 ноября, 17:31" in done
    assert 'name="stamp"' not in done
    assert "Сегодня вы уже отметились" in again
    assert (
        heard == "✍️ Лугова Яна · ознакомление\nЛугова Ева: с итогами ознакомлен(а), сб, 21 ноября."
    )
    assert not any("Лугова Яна" in one for one in await week_of(teacher))


async def test_what_changed_since_the_page_was_shown_is_not_reviewed(
    town: Town, postman: Postman
) -> None:
    token = await nudged(town, postman)
    shown = await looks(town, token)
    await town.imports(with_mark(a_school(), "m4", work="w4", pupil="p1", score="2"))

    changed = await confirms(town, token, shown)

    assert "Пока экран был открыт, итоги изменились" in changed
    assert "На этой неделе вы ещё не знакомились" in changed
    assert "Ознакомлен(а)</button>" in changed


async def test_the_link_opens_nothing_to_who_is_no_guardian_any_more_nor_after_a_month(
    town: Town, postman: Postman
) -> None:
    token = await nudged(town, postman)
    english = (await town.program.mail_pages.take(token, {"speak": "en"})).text or ""
    town.clock.moves(days=31)
    old = await town.program.mail_pages.look(token)
    town.clock.strikes(SUNDAY)
    withdrawn = a_school().change("users", "p1", agentSourcedIds="g2")
    await town.imports(withdrawn.change("users", "p4", agentSourcedIds="g2"))

    refused = [
        await town.program.mail_pages.look(token),
        await town.program.mail_pages.take(token),
    ]

    assert "Marks this week" in english
    assert old.status == 404
    assert [one.status for one in refused] == [403, 403]
    assert not any("Яна" in (one.text or "") for one in refused)
