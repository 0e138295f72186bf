"""What of an absence that is taken back was ever told, and in which lane that waits."""

from dataclasses import replace

import pytest

from core.ids import NoticeId, PersonId
from core.notices.ledger import Change, Draft, Ending, Lane, Notice, NoticeKind, Settled
from core.notices.telling.excuses import after_earlier, beside_earlier
from tests.core.builders import MASHA, NOW, SCHOOL
from tests.school.outbox import MemoryOutbox
from tests.school.world import World

MOTHER, FATHER = PersonId(2), PersonId(3)
ALERT = Draft(SCHOOL, MOTHER, MASHA, NoticeKind.ABSENCE, 7, Change.NEW, NOW, lane=Lane.ALERT)
TAKEN_BACK = replace(ALERT, change=Change.TAKEN_BACK, lane=Lane.NOTICE)


def a_row(ending: Ending | None) -> Settled:
    return Settled(Notice(NoticeId(1), ALERT), ending)


@pytest.mark.parametrize(
    ("endings", "lane"),
    [
        ([], Lane.NOTICE),
        ([None], Lane.ALERT),
        ([Ending.DELIVERED, None], Lane.ALERT),
        ([Ending.DELIVERED], Lane.NOTICE),
        ([Ending.DELIVERED, Ending.EXPIRED], Lane.NOTICE),
        ([Ending.UNKNOWN], Lane.NOTICE),
        ([Ending.EXPIRED], None),
    ],
    ids=[
        "of what was before the bot",
        "it meets the alert that waits",
        "it meets what came after",
        "what was told is taken back",
        "what was told once counts",
        "what may have been told is taken back",
        "what was never told is not",
    ],
)
def test_an_absence_taken_back_is_told_after_what_was_told(
    endings: list[Ending | None], lane: Lane | None
) -> None:
    told = after_earlier(TAKEN_BACK, [a_row(one) for one in endings])

    assert (told.lane if told else None) == lane


async def test_each_person_is_told_after_what_that_person_was_told() -> None:
    outbox = MemoryOutbox(World(), None)  # type: ignore[arg-type]  # no clock is asked
    await outbox.put([ALERT])

    of_mother, of_father = await beside_earlier(
        [TAKEN_BACK, replace(TAKEN_BACK, recipient=FATHER)], outbox
    )

    assert (of_mother.lane, of_father.lane) == (Lane.ALERT, Lane.NOTICE)


async def test_other_rows_stay_as_they_are() -> None:
    outbox = MemoryOutbox(World(), None)  # type: ignore[arg-type]  # no clock is asked

    assert await beside_earlier([ALERT], outbox) == [ALERT]
