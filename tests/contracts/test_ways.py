"""What a person chose to get by letter goes there, one message a channel: on every store."""

from collections.abc import Sequence
from datetime import timedelta

from core.access.people import Channel
from core.notices.ledger import Batch, Ending, NoticeKind
from core.notices.preferences import CHOSE_NOTHING, Timing, Topic, Via
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.contracts.test_outbox import SOON, Family, ids, subjects
from tests.school.stores import NOW

HOMEWORK_BY_MAIL = CHOSE_NOTHING.told_via(Via.MAIL, Topic.HOMEWORK)
REPLACEMENT = {"kind": NoticeKind.REPLACEMENT, "subject": 2}


async def has_a_mailbox(tx: Transaction, family: Family) -> None:
    await tx.mailboxes.keep_mailbox(
        family.school, family.guardian, "anna@example.org", language="ru", at=NOW
    )
    await tx.preferences.keep(family.school, family.guardian, HOMEWORK_BY_MAIL, at=NOW)


def channels(batches: list[Batch]) -> list[tuple[str, str]]:
    return [
        (
            one.account.address.channel if one.account else "",
            one.spare.address.channel if one.spare else "",
        )
        for one in batches
    ]


async def test_a_choice_of_letters_is_kept_beside_the_times(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()
    chosen = HOMEWORK_BY_MAIL.timed(Topic.HOMEWORK, Timing.EVENING).told_via(
        Via.BOTH, Topic.EVENTS
    )

    async with ground.turn() as tx:
        await tx.preferences.keep(family.school, family.guardian, chosen, at=NOW)

        assert await tx.preferences.of(family.guardian) == chosen


async def test_each_channel_gets_a_message_of_its_own_one_after_the_other(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await has_a_mailbox(tx, family)
        await tx.outbox.put([family.draft(), family.draft(**REPLACEMENT), family.draft(subject=3)])
        first = await family.claim(tx)
        meanwhile = await family.claim(tx)
        await tx.outbox.settle(ids(first), Ending.DELIVERED, at=NOW)
        second = await family.claim(tx)

    assert (subjects(first), subjects(meanwhile), subjects(second)) == ([[1, 3]], [], [[2]])
    assert channels([*first, *second]) == [("email", "telegram"), ("telegram", "email")]


async def test_without_a_mailbox_all_comes_to_the_chat(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await has_a_mailbox(tx, family)
        await tx.mailboxes.end_mailbox(family.guardian, at=NOW)
        await tx.outbox.put([family.draft()])

        assert channels(list(await family.claim(tx))) == [("telegram", "")]


async def test_a_mail_server_that_is_away_holds_back_letters_alone(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await has_a_mailbox(tx, family)
        await tx.outbox.put([family.draft()])
        await tx.outbox.put_off(ids(await family.claim(tx)), until=SOON)
        await tx.outbox.put([family.draft(subject=3), family.draft(**REPLACEMENT)])
        at_once = await family.claim(tx)
        await tx.outbox.settle(ids(at_once), Ending.DELIVERED, at=NOW)
        still = await family.claim(tx, now=SOON - timedelta(seconds=1))
        later = await family.claim(tx, now=SOON)

    assert (subjects(at_once), subjects(still), subjects(later)) == ([[2]], [], [[1, 3]])


async def test_a_channel_that_is_full_keeps_nothing_from_the_other(ground: Ground) -> None:
    family, chatting = Family(ground.seed), Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await has_a_mailbox(tx, family)
        await tx.outbox.put([chatting.draft(subject=9), family.draft(), family.draft(subject=3)])
        by_mail = await claimed_where(tx, family, Channel.TELEGRAM)
        nothing = await claimed_where(tx, family, Channel.TELEGRAM)
        await tx.outbox.settle(ids(by_mail), Ending.DELIVERED, at=NOW)
        await tx.outbox.put([family.draft(subject=4), family.draft(**REPLACEMENT)])
        by_chat = await claimed_where(tx, family, Channel.EMAIL)
        await tx.outbox.settle(ids(by_chat), Ending.DELIVERED, at=NOW)
        at_last = await family.claim(tx, now=NOW + timedelta(seconds=1))

    assert (subjects(by_mail), subjects(nothing)) == ([[1, 3]], [])
    assert (sorted(subjects(by_chat)), subjects(at_last)) == ([[2], [9]], [[4]])


async def claimed_where(tx: Transaction, family: Family, full: Channel) -> Sequence[Batch]:
    """Claim while a channel has no room."""
    return await tx.outbox.claim(
        [family.opening()], now=NOW, lease=timedelta(minutes=2), most=10, full=[full]
    )


async def test_a_chat_that_is_blocked_gives_its_place_to_the_mailbox(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()
    forecast = {"kind": NoticeKind.FORECAST, "subject": 4}

    async with ground.turn() as tx:
        await has_a_mailbox(tx, family)
        await tx.directory.set_reachable(family.account, reachable=False)
        await tx.outbox.put([family.draft(**forecast)])

        assert channels(list(await family.claim(tx))) == [("email", "")]


async def test_no_letter_tells_of_a_child_of_whom_letters_were_refused(ground: Ground) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_pupil()
    ground.seed.a_guardianship(other, family.guardian)
    ground.seed.a_consent(family.guardian, family.pupil, subject="email", state="refused")
    await ground.plant()

    async with ground.turn() as tx:
        await has_a_mailbox(tx, family)
        await tx.outbox.put([family.draft(), family.draft(about=other)])
        first = await family.claim(tx)
        await tx.outbox.settle(ids(first), Ending.DELIVERED, at=NOW)
        second = await family.claim(tx)

    assert channels([*first, *second]) == [("telegram", ""), ("email", "telegram")]
