"""Notices that must be acknowledged: the same on every store."""

from dataclasses import replace
from datetime import timedelta

from core.diary.acknowledging import Acknowledged, Acknowledgement
from core.ids import NoticeId
from core.notices.ledger import Change, Draft, Ending, NoticeKind
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

FORECAST, WARNING = NoticeKind.FORECAST, NoticeKind.WARNING


async def ended(tx, school: int, ending: Ending, which: int = -1) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - a turn of any store
    rows = await tx.outbox.rows(school)
    await tx.outbox.settle([rows[which].notice.id], ending, at=NOW)


def a_forecast(ground: Ground) -> Draft:
    pupil = ground.seed.a_pupil()
    mother = ground.seed.a_guardian(pupil)
    ground.seed.an_account(mother)
    return Draft(ground.seed.school, mother, pupil, FORECAST, 3, Change.NEW, NOW)


async def test_rows_about_a_record_of_the_pupils_are_found(ground: Ground) -> None:
    draft = a_forecast(ground)
    brother = ground.seed.a_pupil("Петя")
    others = [
        replace(draft, subject=4),
        replace(draft, kind=WARNING),
        replace(draft, kind=NoticeKind.MARK),
        replace(draft, about=brother),
    ]
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([draft, *others])
        found = await tx.answerable.about(FORECAST, [3], [draft.about])

    assert [(one.notice.draft, one.ending) for one in found] == [(draft, None)]


async def test_a_notice_is_found_by_its_number_if_it_must_be_acknowledged(ground: Ground) -> None:
    draft = a_forecast(ground)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([draft, replace(draft, kind=NoticeKind.MARK)])
        forecast, mark = await tx.outbox.rows(ground.seed.school)
        found = await tx.answerable.one(forecast.notice.id)
        others = [
            await tx.answerable.one(mark.notice.id),
            await tx.answerable.one(NoticeId(10**9)),
        ]

    assert found == forecast.notice
    assert others == [None, None]


async def test_what_arrived_and_was_not_acknowledged_waits_for_it(ground: Ground) -> None:
    draft = a_forecast(ground)
    warning = replace(draft, kind=WARNING, subject=9)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([draft, warning, replace(warning, subject=10)])
        before = await tx.answerable.unanswered(draft.recipient, [draft.about])
        await ended(tx, draft.school, Ending.DELIVERED, 0)
        await ended(tx, draft.school, Ending.UNKNOWN, 1)
        await ended(tx, draft.school, Ending.REFUSED, 2)
        arrived = await tx.answerable.unanswered(draft.recipient, [draft.about])
        await tx.acknowledgements.add(
            Acknowledgement(
                draft.school, draft.recipient, draft.about, Acknowledged.FORECAST, 3, NOW, ""
            )
        )
        after = await tx.answerable.unanswered(draft.recipient, [draft.about])

    assert list(before) == []
    assert [one.draft for one in arrived] == [draft, warning]
    assert [one.draft for one in after] == [warning]


async def test_what_went_anew_waits_though_it_was_answered_before(ground: Ground) -> None:
    draft = a_forecast(ground)
    anew = replace(draft, happened_at=NOW + timedelta(days=2))
    answer = Acknowledgement(
        draft.school, draft.recipient, draft.about, Acknowledged.FORECAST, 3, NOW, ""
    )
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([draft, replace(draft, change=Change.REPEATED), anew])
        for which in (0, 1, 2):
            await ended(tx, draft.school, Ending.UNKNOWN, which)
        await tx.acknowledgements.add(answer)
        waiting = await tx.answerable.unanswered(draft.recipient, [draft.about])
        lost = await tx.answerable.unrepeated()

    assert [one.draft for one in waiting] == [one.draft for one in lost] == [anew]


async def test_what_may_not_have_arrived_is_repeated_once(ground: Ground) -> None:
    draft = a_forecast(ground)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.outbox.put([draft, replace(draft, kind=NoticeKind.MARK)])
        await ended(tx, draft.school, Ending.UNKNOWN, 0)
        await ended(tx, draft.school, Ending.UNKNOWN, 1)
        lost = await tx.answerable.unrepeated()
        await tx.outbox.put([replace(draft, change=Change.REPEATED)])
        repeated = await tx.answerable.unrepeated()
        await ended(tx, draft.school, Ending.UNKNOWN)
        lost_again = await tx.answerable.unrepeated()

    assert [one.draft for one in lost] == [draft]
    assert list(repeated) == list(lost_again) == []
