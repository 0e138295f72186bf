"""How far a person has come, and who may hand out whose codes."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.access.connections import Connection, Part, Stage
from core.access.people import Name
from core.ids import PersonId
from tests.school.stores import NOW

DAY = timedelta(days=1)
NEVER = Connection(PersonId(1), Name("Ева", "Лугова"), Part.GUARDIAN, None)


@pytest.mark.parametrize(
    ("came", "left", "code", "stage"),
    [
        (None, None, None, Stage.NEVER),
        (NOW - DAY, None, None, Stage.IN),
        (NOW - DAY, NOW - 2 * DAY, NOW + DAY, Stage.IN),
        (None, None, NOW + DAY, Stage.INVITED),
        (None, NOW - DAY, NOW + DAY, Stage.INVITED),
        (None, None, NOW, Stage.NEVER),
        (None, NOW - DAY, None, Stage.AWAY),
        (None, NOW - DAY, NOW - DAY, Stage.AWAY),
    ],
)
def test_how_far_a_person_has_come(
    came: datetime | None, left: datetime | None, code: datetime | None, stage: Stage
) -> None:
    one = replace(NEVER, came_at=came, left_at=left, code_until=code)

    assert one.stage(NOW) is stage
