"""Whose turn it is, and from when on the clocks of who has a request count (H2)."""

import pytest

from core.helpdesk.tickets.handing import Heir, ToConsultant, ToNextWindow
from core.helpdesk.tickets.owner import Consultant
from core.helpdesk.tickets.ticket import State
from tests.core.helpdesk.desk import HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    return HelpDeskOfTests()


@pytest.mark.parametrize(
    ("olgas", "hours"),
    [
        ("09:00-11:00", ("09:05", "09:30", "09:39", "09:41")),
        ("09:30-11:00", ("09:05", "10:00", "10:09", "10:11")),
        ("09:30-11:00", ("09:05", "09:06", "09:39", "09:41")),
    ],
)
@pytest.mark.parametrize("waits_for", ["asker", "vendor"])
async def test_who_got_it_while_others_were_awaited_has_the_whole_limit_from_the_turn_on(
    desk: HelpDeskOfTests,
    olgas: str,
    hours: tuple[str, str, str, str],
    waits_for: str,
) -> None:
    """The next window, or who is on duty in the same one: nobody pays for another's waiting."""
    handed, replied, has, gone = hours
    desk.window(desk.nina, "09:00-09:10")
    desk.window(desk.olga, olgas)
    number = (await desk.asks()).ticket.id
    heir: Heir = ToConsultant(desk.olga) if olgas.startswith("09:00") else ToNextWindow()
    if waits_for == "asker":
        await desk.does("ask_back", desk.nina, number, words("Какой предмет?"))
    else:
        await desk.does("to_vendor", desk.nina, number)

    await desk.ticks(handed)
    await desk.does("hand_over", desk.nina, number, heir)
    await desk.ticks(replied)
    if waits_for == "asker":
        await desk.does("add_words", desk.mother, number, words("Алгебра"))
    else:
        await desk.does("vendor_answers", desk.boss, number)
    await desk.ticks(has)
    kept = (await desk.now(number)).standing
    await desk.ticks(gone)

    assert kept.state is State.OPEN
    assert isinstance(kept.owner, Consultant)
    assert kept.owner.person == desk.olga
    assert (await desk.now(number)).standing.passed == (desk.olga,)
