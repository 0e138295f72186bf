"""The ledger of notices: the same on every store."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from core.ids import NoticeId
from core.notices.ledger import (
    Batch,
    Change,
    Draft,
    Ending,
    Lane,
    NoticeKind,
    Settled,
    Why,
)
from core.notices.timing import Opening
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import Seed
from tests.school.stores import NOW

MOSCOW = ZoneInfo("Europe/Moscow")
LEASE = timedelta(minutes=2)
SOON = NOW + timedelta(minutes=5)


class Family:
    """A pupil with a linked guardian, and drafts about them."""

    def __init__(self, seed: Seed) -> None:
        self.school = seed.school
        self.pupil = seed.a_pupil()
        self.guardian = seed.a_guardian(self.pupil)
        self.account = seed.an_account(self.guardian)

    def draft(self, **values: Any) -> Draft:
        told = {
            "school": self.school,
            "recipient": self.guardian,
            "about": self.pupil,
            "kind": NoticeKind.HOMEWORK,
            "subject": 1,
            "change": Change.NEW,
            "happened_at": NOW,
        }
        return Draft(**(told | values))

    def opening(self, **values: Any) -> Opening:
        told = {
            "school": self.school,
            "marks_until": NOW,
            "last_lane": Lane.BROADCAST,
            "zone": MOSCOW,
        }
        return Opening(**(told | values))

    async def claim(
        self, tx: Transaction, *, now: datetime = NOW, most: int = 10, **opening: Any
    ) -> Sequence[Batch]:
        return await tx.outbox.claim([self.opening(**opening)], now=now, lease=LEASE, most=most)

    async def rows(self, tx: Transaction) -> Sequence[Settled]:
        return await tx.outbox.rows(self.school)


def subjects(batches: Sequence[Batch]) -> list[list[int]]:
    return [[one.draft.subject for one in batch.notices] for batch in batches]


def ids(batches: Sequence[Batch]) -> list[NoticeId]:
    return [one.id for batch in batches for one in batch.notices]


async def test_a_draft_waits_in_the_ledger_as_it_was_written(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()
    draft = family.draft(kind=NoticeKind.MARK, change=Change.CHANGED, before="4", valid_until=SOON)

    async with ground.turn() as tx:
        await tx.outbox.put([draft])
        (row,) = await family.rows(tx)

    assert row.notice.draft == draft
    assert (row.notice.attempts, row.ending) == (0, None)


async def test_a_claimed_batch_names_the_account_and_is_claimed_once(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft()])
        (batch,) = await family.claim(tx)
        again = await family.claim(tx)

    assert (batch.recipient, batch.lane) == (family.guardian, Lane.NOTICE)
    assert batch.account is not None
    assert batch.account.id == family.account
    assert list(again) == []


async def test_who_is_shut_out_by_the_school_has_a_batch_without_account(ground: Ground) -> None:
    family = Family(ground.seed)
    disabled = ground.seed.a_guardian(family.pupil, enabled=False)
    gone = ground.seed.a_guardian(family.pupil, gone_at=LONG_AGO)
    ground.seed.an_account(disabled, gone)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft(recipient=disabled), family.draft(recipient=gone)])
        batches = await family.claim(tx)

    assert {one.recipient: one.account for one in batches} == {disabled: None, gone: None}


async def test_who_is_linked_no_more_has_a_batch_without_account(ground: Ground) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_guardian(family.pupil)
    ground.seed.a_link(other, family.account, ended_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft(recipient=other)])
        (batch,) = await family.claim(tx)

    assert batch.account is None


async def test_a_batch_is_of_one_person_and_one_lane(ground: Ground) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_guardian(family.pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put(
            [
                family.draft(subject=1),
                family.draft(subject=2, recipient=other),
                family.draft(subject=3, lane=Lane.ALERT),
                family.draft(subject=4),
            ]
        )
        batches = await family.claim(tx)

    assert subjects(batches) == [[3], [1, 4], [2]]


async def test_the_first_lanes_go_first_and_no_more_than_asked(ground: Ground) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_guardian(family.pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put(
            [family.draft(subject=1), family.draft(subject=2, recipient=other, lane=Lane.ALERT)]
        )
        first = await family.claim(tx, most=1)
        second = await family.claim(tx, most=1)

    assert (subjects(first), subjects(second)) == ([[2]], [[1]])


async def test_a_mark_waits_for_its_window_and_a_night_holds_all_but_alerts(
    ground: Ground,
) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put(
            [
                family.draft(subject=1, kind=NoticeKind.MARK),
                family.draft(subject=2),
                family.draft(subject=3, lane=Lane.ALERT),
            ]
        )
        before = NOW - timedelta(seconds=1)
        by_night = await family.claim(tx, marks_until=before, last_lane=Lane.ALERT)
        in_window = await family.claim(tx, marks_until=before)
        await tx.outbox.settle(ids(in_window), Ending.DELIVERED, at=NOW)
        in_time = await family.claim(tx)

    assert [subjects(one) for one in (by_night, in_window, in_time)] == [[[3]], [[2]], [[1]]]


async def test_what_goes_draws_along_what_waits_about_the_same_record(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()
    mark = {"kind": NoticeKind.MARK}

    async with ground.turn() as tx:
        await tx.outbox.put(
            [
                family.draft(subject=1, happened_at=NOW - timedelta(minutes=9), **mark),
                family.draft(subject=1, change=Change.CHANGED, before="4", **mark),
                family.draft(subject=2, **mark),
                family.draft(subject=1),
            ]
        )
        (batch,) = await family.claim(tx, marks_until=NOW - timedelta(minutes=5))

    assert [(one.draft.kind, one.draft.subject) for one in batch.notices] == [
        (NoticeKind.MARK, 1),
        (NoticeKind.MARK, 1),
        (NoticeKind.HOMEWORK, 1),
    ]


async def test_a_final_mark_waits_for_its_window_as_any_mark_does(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft(kind=NoticeKind.PERIOD_MARK)])
        early = await family.claim(tx, marks_until=NOW - timedelta(seconds=1))
        in_time = await family.claim(tx)

    assert early == []
    assert subjects(in_time) == [[1]]


async def test_a_school_without_an_opening_is_not_touched(ground: Ground) -> None:
    family = Family(ground.seed)
    ground.seed.a_school()
    elsewhere = Family(ground.seed)
    elsewhere.school = ground.seed.of_school
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([elsewhere.draft()])
        none = await family.claim(tx)
        found = await tx.outbox.claim(
            [family.opening(), elsewhere.opening()], now=NOW, lease=LEASE, most=5
        )

    assert (list(none), subjects(found)) == ([], [[1]])


async def test_a_row_under_way_holds_back_its_person_and_lane_only(ground: Ground) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_guardian(family.pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft(subject=1)])
        first = await family.claim(tx)
        await tx.outbox.sending(ids(first), "текст", lease_until=SOON)
        await tx.outbox.put(
            [
                family.draft(subject=2),
                family.draft(subject=3, lane=Lane.ALERT),
                family.draft(subject=4, recipient=other),
            ]
        )
        meanwhile = await family.claim(tx)
        await tx.outbox.settle(ids(first), Ending.DELIVERED, at=NOW, message_id="17")
        after = await family.claim(tx)

    assert subjects(meanwhile) == [[3], [4]]
    assert subjects(after) == [[2]]


async def test_a_row_put_off_holds_back_later_ones_until_its_time(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft(subject=1)])
        first = await family.claim(tx)
        await tx.outbox.put_off(ids(first), until=SOON)
        await tx.outbox.put([family.draft(subject=2)])
        too_early = await family.claim(tx)
        (batch,) = await family.claim(tx, now=SOON)

    assert list(too_early) == []
    assert subjects([batch]) == [[1, 2]]
    assert [one.attempts for one in batch.notices] == [1, 0]


async def test_a_row_has_one_ending_and_keeps_it(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft()])
        claimed = ids(await family.claim(tx))
        await tx.outbox.sending(claimed, "текст", lease_until=SOON)
        await tx.outbox.settle(claimed, Ending.DELIVERED, at=NOW, message_id="17")
        await tx.outbox.settle(claimed, Ending.REFUSED, at=SOON, reason=Why.REJECTED.value)
        await tx.outbox.put_off(claimed, until=SOON)
        (row,) = await family.rows(tx)

    assert (row.ending, row.message_id, row.reason, row.at) == (Ending.DELIVERED, "17", "", NOW)


async def test_what_is_over_expires_and_never_goes(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put(
            [family.draft(subject=1, valid_until=NOW), family.draft(subject=2, valid_until=SOON)]
        )
        claimed = await family.claim(tx)
        expired = await tx.outbox.expire(now=NOW)
        rows = await family.rows(tx)

    assert subjects(claimed) == [[2]]
    assert expired == 1
    assert [(row.ending, row.reason, row.at) for row in rows] == [
        (Ending.EXPIRED, Why.TOO_LATE, NOW),
        (None, "", None),
    ]


async def test_leases_that_ran_out_are_freed_and_a_sending_row_is_unknown(
    ground: Ground,
) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_guardian(family.pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft(subject=1), family.draft(subject=2, recipient=other)])
        sent, _ = await family.claim(tx)
        await tx.outbox.sending(ids([sent]), "текст", lease_until=NOW + LEASE)
        too_early = await tx.outbox.recover(now=NOW, everything=False)
        freed = await tx.outbox.recover(now=NOW + LEASE, everything=False)
        rows = await family.rows(tx)
        again = await family.claim(tx)

    assert (too_early, freed) == (0, 2)
    assert [row.ending for row in rows] == [Ending.UNKNOWN, None]
    assert subjects(again) == [[2]]


async def test_what_is_still_being_delivered_is_spared_when_its_lease_ran_out(
    ground: Ground,
) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_guardian(family.pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft(), family.draft(recipient=other)])
        ours, _ = await family.claim(tx)
        freed = await tx.outbox.recover(now=NOW + LEASE, everything=False, spared=ids([ours]))
        again = await family.claim(tx)

    assert freed == 1
    assert [one.recipient for one in again] == [other]


async def test_a_start_alone_frees_every_lease(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft()])
        await family.claim(tx)
        freed = await tx.outbox.recover(now=NOW, everything=True)
        again = await family.claim(tx)

    assert freed == 1
    assert subjects(again) == [[1]]


async def test_many_rows_of_one_person_go_in_one_batch(ground: Ground) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_guardian(family.pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft(subject=number) for number in range(450)])
        await tx.outbox.put([family.draft(recipient=other)])
        batches = await family.claim(tx)

    assert [len(batch.notices) for batch in batches] == [450, 1]


async def test_what_came_about_the_same_records_meanwhile_is_adopted(ground: Ground) -> None:
    family = Family(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft(subject=1)])
        (batch,) = await family.claim(tx)
        await tx.outbox.put([family.draft(subject=1), family.draft(subject=2)])
        adopted = await tx.outbox.adopt(batch, lease_until=SOON)
        again = await tx.outbox.adopt(batch, lease_until=SOON)

    assert [one.draft.subject for one in adopted] == [1, 1]
    assert list(again) == list(batch.notices)


async def test_nothing_of_somebody_else_is_adopted(ground: Ground) -> None:
    family = Family(ground.seed)
    other = ground.seed.a_guardian(family.pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([family.draft()])
        (batch,) = await family.claim(tx)
        await tx.outbox.put([family.draft(recipient=other)])
        adopted = await tx.outbox.adopt(batch, lease_until=SOON)

    assert list(adopted) == list(batch.notices)
