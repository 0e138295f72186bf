"""What telling a question costs: as many statements, however many persons are told of it."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from core.access.people import Child
from core.ids import BroadcastId, NoticeId
from core.messages.broadcasts.broadcast import Ask, Family, Hearer, Hearers, Plan, Scope, Whom
from core.messages.broadcasts.staying import StillAddressed
from core.messages.content import Content, RichText
from core.notices.gathering.broadcast_recipients import ReadRecipients
from core.notices.gathering.broadcasts import GatherBroadcasts
from core.notices.ledger import Change, Draft, Lane, Notice, NoticeKind
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.school.seed import Seed
from tests.school.stores import NOW, StoppedClock, a_store
from tests.storage.test_claiming import heard

FAMILIES = 12
ASK = Ask(date(2026, 11, 23), choices=("Идёт", "Не идёт"))


@pytest.fixture
async def ground(tmp_path: Path) -> AsyncIterator[Ground]:
    store = a_store("sqlite", tmp_path, StoppedClock())
    yield Ground(Seed(), store)
    await store.close()


def gather(tx: Transaction) -> GatherBroadcasts:
    still = StillAddressed(tx.addressed, tx.circles)
    read = ReadRecipients(still, tx.broadcast_answers)
    return GatherBroadcasts(tx.broadcasts, read, tx.names, StoppedClock())


@pytest.mark.parametrize("kind", [NoticeKind.BROADCAST, NoticeKind.BROADCAST_REMINDER])
async def test_a_question_is_gathered_by_as_many_statements_for_one_as_for_many(
    ground: Ground, kind: NoticeKind
) -> None:
    seed = ground.seed
    class_7a, teacher = seed.a_class(), seed.a_teacher()
    pupils = [seed.a_pupil(class_id=class_7a) for _ in range(FAMILIES)]
    mothers = [seed.a_guardian(one) for one in pupils]
    seed.an_account(*mothers)
    families = [
        Family(Child(pupil, seed.name(pupil), "7А"), (Hearer(mother, seed.name(mother), True),))
        for pupil, mother in zip(pupils, mothers, strict=True)
    ]
    await ground.plant()
    plan = Plan(
        Scope(Whom.CLASSES, (class_7a,)), Content(RichText("Поход")), Hearers.PARENTS, ask=ASK
    )

    def a_notice(number: BroadcastId, at: int) -> Notice:
        of = (kind, number, Change.NEW, NOW, Lane.BROADCAST)
        return Notice(NoticeId(at), Draft(seed.school, mothers[at], pupils[at], *of))

    async with ground.turn() as tx:
        number = await tx.broadcasts.keep(seed.school, plan, by=teacher, at=NOW)
        await tx.broadcasts.set_off(number, at=NOW)
        await tx.addressed.address(seed.school, number, families)
        rows = [a_notice(number, at) for at in range(FAMILIES)]
        with heard(tx) as for_one:
            await gather(tx)(kind, rows[:1])
        with heard(tx) as for_all:
            told = await gather(tx)(kind, rows)

    assert {one.recipient: one.children for one in told.values()} == {
        mother: (family.child,) for mother, family in zip(mothers, families, strict=True)
    }
    assert len(for_all) == len(for_one)
