"""A batch of notices asks the database the same few questions, however many there are in it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.composition.database import Database
from bot.composition.desk import Run
from bot.composition.use_cases import TurnDesk
from core.ids import NoticeId, PersonId, PupilId
from core.notices.ledger import Change, Draft, Notice, NoticeKind
from core.regulation.profile import Codes
from storage.transaction import Transaction
from tests.school import Seed
from tests.school.seed import DAY
from tests.school.sql import SqlSoil
from tests.school.stores import NOW, StoppedClock, a_sqlite_file

KINDS = (NoticeKind.FORECAST, NoticeKind.REVIEW_NUDGE, NoticeKind.PERIOD_MARK, NoticeKind.EVENT)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_batch_asks_no_more_of_many_notices(kind: NoticeKind, tmp_path: Path) -> None:
    few = await questions(tmp_path, kind, children=1)
    many = await questions(tmp_path, kind, children=8)

    assert len(few) == len(many) > 0


async def questions(folder: Path, kind: NoticeKind, *, children: int) -> list[str]:
    """Return the statements by which a mother's batch is gathered, with a notice of each child."""
    clock, seed = StoppedClock(), Seed()
    store = Database(a_sqlite_file(folder), clock, synchronous="OFF")
    class_7a = seed.a_class("7А")
    pupils = [seed.a_pupil(f"Маша {number}", class_id=class_7a) for number in range(children)]
    mother = seed.a_guardian(*pupils)
    seed.an_account(mother)
    course = seed.a_course(*pupils)
    seed.a_year()
    period = seed.a_period(course)
    subjects = {
        NoticeKind.FORECAST: [period] * children,
        NoticeKind.REVIEW_NUDGE: [(DAY - timedelta(days=4)).toordinal()] * children,
        NoticeKind.PERIOD_MARK: [seed.a_period_mark(period, course, one) for one in pupils],
        NoticeKind.EVENT: [seed.an_event(class_7a)] * children,
    }[kind]
    await seed.plant(SqlSoil(store))
    notices = [
        Notice(
            NoticeId(number),
            Draft(seed.school, PersonId(mother), PupilId(pupil), kind, subject, Change.NEW, NOW),
        )
        for number, (pupil, subject) in enumerate(zip(pupils, subjects, strict=True))
    ]
    try:
        async with store.reading() as tx:
            asked = await _heard(tx)
            telling = await TurnDesk(tx, Run(clock, Codes(), b"")).gather_due(notices)
            assert len(telling.told) == children
            return asked
    finally:
        await store.close()


async def _heard(tx: Transaction) -> list[str]:
    """Return a list into which every statement goes from now on."""
    raw = await tx.connection.get_raw_connection()
    asked: list[str] = []
    raw.driver_connection._connection.set_trace_callback(asked.append)  # type: ignore[union-attr]  # it is there
    return asked
