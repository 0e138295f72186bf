"""Links to calendars: the same on every store."""

from datetime import timedelta

from core.diary.papers.agenda_links import LinkOwner
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

LATER = NOW + timedelta(days=1)


def an_owner(ground: Ground) -> LinkOwner:
    pupil = ground.seed.a_pupil()
    return LinkOwner(ground.seed.an_account(ground.seed.a_guardian(pupil)), pupil)


async def test_a_link_is_found_by_its_digest(ground: Ground) -> None:
    owner = an_owner(ground)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.agenda_links.put_link("abc", owner, school=ground.seed.school, at=NOW)

        assert await tx.agenda_links.link_owner("abc") == owner
        assert await tx.agenda_links.linked_since(owner) == NOW


async def test_a_digest_that_was_never_kept_is_nobodys(ground: Ground) -> None:
    owner = an_owner(ground)
    await ground.plant()

    async with ground.turn() as tx:
        assert await tx.agenda_links.link_owner("abc") is None
        assert await tx.agenda_links.linked_since(owner) is None


async def test_a_new_link_ends_the_one_before_it_and_nobody_elses(ground: Ground) -> None:
    owner, other = an_owner(ground), an_owner(ground)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.agenda_links.put_link("old", owner, school=ground.seed.school, at=NOW)
        await tx.agenda_links.put_link("theirs", other, school=ground.seed.school, at=NOW)
        await tx.agenda_links.put_link("new", owner, school=ground.seed.school, at=LATER)

        assert await tx.agenda_links.link_owner("old") is None
        assert await tx.agenda_links.link_owner("new") == owner
        assert await tx.agenda_links.link_owner("theirs") == other
        assert await tx.agenda_links.linked_since(owner) == LATER


async def test_a_link_that_was_cut_opens_nothing_and_can_be_made_anew(ground: Ground) -> None:
    owner = an_owner(ground)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.agenda_links.put_link("old", owner, school=ground.seed.school, at=NOW)
        await tx.agenda_links.cut_link(owner, at=LATER)
        cut = await tx.agenda_links.link_owner("old"), await tx.agenda_links.linked_since(owner)
        await tx.agenda_links.put_link("new", owner, school=ground.seed.school, at=LATER)

        assert cut == (None, None)
        assert await tx.agenda_links.link_owner("new") == owner
