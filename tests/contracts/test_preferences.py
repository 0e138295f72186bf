"""What each person chose, and what a claim makes of it: the same on every store."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from core.access.zones import OwnZone
from core.notices.ledger import Batch, Change, Ending, Lane, NoticeKind, Why
from core.notices.preferences import CHOSE_NOTHING, Nights, Preferences, Timing, Topic
from core.regulation.forms import QuietHours
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.contracts.test_outbox import LEASE, SOON, Family, ids, subjects
from tests.school.stores import NOW

EVENING = datetime(2026, 11, 20, 15, tzinfo=UTC)
"""18:00 in Moscow on the Friday of `NOW`."""

SUNDAY = datetime(2026, 11, 22, 15, tzinfo=UTC)
OF_ALL_KINDS = (
    CHOSE_NOTHING.timed(Topic.MARKS, Timing.EVENING)
    .timed(Topic.HOMEWORK, Timing.OFF)
    .with_nights(Nights.OWN, QuietHours(time(23, 30), time(9)))
    .worded(neutral=True)
    .living_in(OwnZone.OMSK)
)


async def chooses(tx: Transaction, family: Family, chosen: Preferences) -> None:
    await tx.preferences.keep(family.school, family.guardian, chosen, at=NOW)
    await tx.outbox.reconsider(family.guardian)


async def claim(
    tx: Transaction, family: Family, now: datetime, *, night: bool = False, most: int = 10
) -> Sequence[Batch]:
    lane = Lane.ALERT if night else Lane.BROADCAST
    opening = family.opening(marks_until=now - timedelta(minutes=10), last_lane=lane)
    return await tx.outbox.claim([opening], now=now, lease=LEASE, most=most)


async def test_choices_are_kept_and_replaced_whole(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        at_first = await tx.preferences.of(family.guardian)
        await chooses(tx, family, OF_ALL_KINDS)
        kept = await tx.preferences.of(family.guardian)
        await chooses(tx, family, CHOSE_NOTHING)
        forgotten = await tx.preferences.of(family.guardian)

    assert (at_first, kept, forgotten) == (CHOSE_NOTHING, OF_ALL_KINDS, CHOSE_NOTHING)


async def test_what_persons_chose_is_told_of_many_at_once(ground: Ground) -> None:
    family = Family(ground.seed)
    other, silent = ground.seed.a_guardian(family.pupil), ground.seed.a_guardian(family.pupil)
    off = CHOSE_NOTHING.timed(Topic.REVIEW, Timing.OFF)
    await ground.plant()

    async with ground.turn() as tx:
        await chooses(tx, family, OF_ALL_KINDS)
        await tx.preferences.keep(family.school, other, off, at=NOW)
        chosen = await tx.preferences.chosen([family.guardian, other, silent])

    assert chosen == {family.guardian: OF_ALL_KINDS, other: off}


async def test_where_persons_live_is_told_of_many_at_once(ground: Ground) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_guardian(family.pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await chooses(tx, family, OF_ALL_KINDS)
        await tx.preferences.keep(family.school, other, CHOSE_NOTHING, at=NOW)
        found = await tx.preferences.zones([family.guardian, other])
        nobody = await tx.preferences.zones([])
        member = await tx.directory.member(family.guardian)

    assert (found, nobody) == ({family.guardian: OwnZone.OMSK}, {})
    assert member is not None
    assert member.own_zone is OwnZone.OMSK


async def test_own_quiet_hours_are_asked_by_the_own_clock(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()
    own = CHOSE_NOTHING.with_nights(Nights.OWN, QuietHours(time(21), time(7)))
    at = EVENING + timedelta(minutes=30)

    async with ground.turn() as tx:
        await chooses(tx, family, own.living_in(OwnZone.OMSK))
        await tx.outbox.put([family.draft(kind=NoticeKind.HOMEWORK, happened_at=EVENING)])
        asleep = await claim(tx, family, at)
        await chooses(tx, family, own)
        awake = await claim(tx, family, at)

    assert (len(asleep), len(awake)) == (0, 1)


async def test_each_guardian_has_choices_of_its_own(ground: Ground) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_guardian(family.pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await chooses(tx, family, OF_ALL_KINDS)
        await tx.outbox.put([family.draft(), family.draft(recipient=other)])
        batches = await claim(tx, family, NOW)

    assert [(one.recipient, one.neutral) for one in batches] == [(other, False)]


async def test_a_digest_goes_at_its_hour_in_one_batch(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.EVENING))
        await tx.outbox.put([family.draft(subject=1), family.draft(subject=2)])
        at_once = await claim(tx, family, NOW)
        too_early = await claim(tx, family, EVENING - timedelta(seconds=1))
        digest = await claim(tx, family, EVENING)

    assert (list(at_once), list(too_early), subjects(digest)) == ([], [], [[1, 2]])


async def test_a_weekly_digest_goes_on_sunday_also_when_the_clock_jumps_over_it(
    ground: Ground,
) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.WEEKLY))
        await tx.outbox.put([family.draft()])
        on_friday = await claim(tx, family, EVENING)
        on_tuesday = await claim(tx, family, SUNDAY + timedelta(days=2))

    assert (list(on_friday), subjects(on_tuesday)) == ([], [[1]])


async def test_what_is_told_at_once_does_not_wait_for_the_digest(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.EVENING))
        await tx.outbox.put(
            [family.draft(subject=1), family.draft(subject=2, kind=NoticeKind.REPLACEMENT)]
        )
        at_once = await claim(tx, family, NOW)
        await tx.outbox.settle(ids(at_once), Ending.DELIVERED, at=NOW)
        digest = await claim(tx, family, EVENING)

    assert (subjects(at_once), subjects(digest)) == ([[2]], [[1]])


async def test_a_choice_counts_as_it_is_when_the_row_is_claimed(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.WEEKLY))
        await tx.outbox.put([family.draft()])
        held = await claim(tx, family, NOW)
        await chooses(tx, family, CHOSE_NOTHING)
        told = await claim(tx, family, NOW)

    assert (list(held), subjects(told)) == ([], [[1]])


async def test_what_is_switched_off_ends_and_says_why(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.OFF))
        await tx.outbox.put(
            [family.draft(subject=1), family.draft(subject=2, kind=NoticeKind.REPLACEMENT)]
        )
        told = await claim(tx, family, NOW)
        rows = await family.rows(tx)

    assert subjects(told) == [[2]]
    assert [(row.ending, row.reason) for row in rows] == [
        (Ending.EXPIRED, Why.SWITCHED_OFF),
        (None, ""),
    ]


async def test_a_record_that_is_switched_off_ends_with_what_its_window_still_holds(
    ground: Ground,
) -> None:
    family = Family(ground.seed)
    await ground.plant()
    mark, window = {"kind": NoticeKind.MARK}, timedelta(minutes=10)

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.timed(Topic.MARKS, Timing.OFF))
        await tx.outbox.put(
            [
                family.draft(happened_at=NOW - window, **mark),
                family.draft(change=Change.CHANGED, **mark),
                family.draft(subject=2, **mark),
            ]
        )
        told = await claim(tx, family, NOW)
        rows = await family.rows(tx)

    assert list(told) == []
    assert [row.reason for row in rows] == [Why.SWITCHED_OFF, Why.SWITCHED_OFF, ""]


async def test_what_rested_may_be_switched_off(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.EVENING))
        await tx.outbox.put([family.draft()])
        await claim(tx, family, NOW)
        await chooses(tx, family, CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.OFF))
        await claim(tx, family, NOW)
        (row,) = await family.rows(tx)

    assert row.reason == Why.SWITCHED_OFF


async def test_an_alert_goes_whatever_was_chosen(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()
    chosen = CHOSE_NOTHING.timed(Topic.ABSENCES, Timing.OFF)
    alert = {"kind": NoticeKind.ABSENCE, "lane": Lane.ALERT}

    async with ground.turn() as tx:
        await chooses(tx, family, chosen.with_nights(Nights.OWN, QuietHours(time(0), time(23))))
        await tx.outbox.put([family.draft(**alert)])
        told = await claim(tx, family, NOW, night=True)

    assert subjects(told) == [[1]]


async def test_own_nights_hold_while_the_school_is_awake_and_the_other_way_round(
    ground: Ground,
) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_guardian(family.pupil)
    await ground.plant()
    noon = CHOSE_NOTHING.with_nights(Nights.OWN, QuietHours(time(11), time(13)))

    async with ground.turn() as tx:
        await chooses(tx, family, noon)
        await tx.outbox.put([family.draft(subject=1), family.draft(subject=2, recipient=other)])
        by_day = await claim(tx, family, NOW)
        await tx.outbox.settle(ids(by_day), Ending.DELIVERED, at=NOW)
        await tx.outbox.put([family.draft(subject=3, recipient=other)])
        by_night = await claim(tx, family, NOW + timedelta(hours=10), night=True)

    assert (subjects(by_day), subjects(by_night)) == ([[2]], [[1]])


async def test_who_has_no_quiet_hours_hears_by_the_school_s_night(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft()])
        held = await claim(tx, family, NOW, night=True)
        await chooses(tx, family, CHOSE_NOTHING.with_nights(Nights.NONE))
        told = await claim(tx, family, NOW, night=True)

    assert (list(held), subjects(told)) == ([], [[1]])


async def test_those_who_rest_give_their_place_to_the_next(ground: Ground) -> None:
    family = Family(ground.seed)
    others = [ground.seed.a_guardian(family.pupil) for _ in range(5)]
    await ground.plant()
    weekly = CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.WEEKLY)

    async with ground.turn() as tx:
        for one in others[:4]:
            await tx.preferences.keep(family.school, one, weekly, at=NOW)
        await tx.outbox.put([family.draft(recipient=one) for one in others])
        batches = await claim(tx, family, NOW, most=2)

    assert [one.recipient for one in batches] == others[4:]


async def test_a_mark_s_correction_draws_along_what_rests_about_it(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()
    mark = {"kind": NoticeKind.MARK, "subject": 7}

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.timed(Topic.MARKS, Timing.EVENING))
        await tx.outbox.put(
            [
                family.draft(happened_at=EVENING - timedelta(minutes=20), **mark),
                family.draft(happened_at=EVENING - timedelta(minutes=1), **mark),
            ]
        )
        early = await claim(tx, family, EVENING - timedelta(minutes=5))
        digest = await claim(tx, family, EVENING)

    assert (list(early), subjects(digest)) == ([], [[7, 7]])


async def test_what_is_needed_before_its_digest_is_claimed_in_the_evening_before(
    ground: Ground,
) -> None:
    family = Family(ground.seed)
    await ground.plant()
    until_the_end_of_saturday = SUNDAY - timedelta(hours=18)

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.WEEKLY))
        needed = family.draft(valid_until=until_the_end_of_saturday)
        await tx.outbox.put([needed, family.draft(subject=2)])
        by_day = await claim(tx, family, NOW)
        evening = await claim(tx, family, EVENING)

    assert (list(by_day), subjects(evening)) == ([], [[1]])


async def test_what_is_over_before_the_own_quiet_hours_end_expires(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()
    all_day = QuietHours(time(0), time(23, 59))

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.with_nights(Nights.OWN, all_day))
        await tx.outbox.put([family.draft(valid_until=SOON)])
        await claim(tx, family, NOW)
        expired = await tx.outbox.expire(now=SOON)
        (row,) = await family.rows(tx)

    assert (expired, row.reason) == (1, Why.TOO_LATE)


async def test_a_neutral_message_is_opened_by_its_notice(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.worded(neutral=True))
        await tx.outbox.put([family.draft(subject=1), family.draft(subject=2)])
        (batch,) = await claim(tx, family, NOW)
        first = batch.notices[0].id
        await tx.outbox.sending(ids([batch]), "новости", lease_until=SOON, opened_by=first)
        await tx.outbox.settle(ids([batch]), Ending.DELIVERED, at=NOW)
        opened = await tx.outbox.opened_by(first)
        by_another = await tx.outbox.opened_by(batch.notices[1].id)

    assert batch.neutral
    assert list(opened) == list(batch.notices)
    assert list(by_another) == []


async def test_another_hour_of_the_school_counts_for_what_waits_already(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await chooses(tx, family, CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.EVENING))
        await tx.outbox.put([family.draft()])
        await claim(tx, family, NOW)
        await tx.schools.decide(family.school, "a", {"delivery.digest_at": "14:00"}, at=NOW)
        at_two = family.opening(digest_at=time(14))
        digest = await tx.outbox.claim([at_two], now=NOW + timedelta(hours=2), lease=LEASE, most=5)

    assert subjects(digest) == [[1]]


async def test_the_hour_of_the_digest_is_the_school_s_own(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.schools.decide(family.school, "a", {"delivery.digest_at": "19:30"}, at=NOW)
        (rules,) = [one.rules for one in await tx.delivery.all() if one.school == family.school]

    assert rules.digest_at == time(19, 30)
