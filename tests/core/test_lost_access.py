"""Who hears that somebody lost access (S3)."""

import pytest

from core.access.lost import Hearers, Hears, hearers
from core.access.people import Role
from core.ids import PersonId

BOSS, HEAD, DEPUTY = PersonId(3), PersonId(2), PersonId(1)
OF_BOSS = {BOSS: frozenset({Role.ADMINISTRATOR})}
OF_LEADERS = {HEAD: frozenset({Role.HEAD}), DEPUTY: frozenset({Role.DEPUTY_HEAD})}


@pytest.mark.parametrize(
    ("in_reach", "told"),
    [
        ({**OF_BOSS, **OF_LEADERS}, Hearers(Hears.ADMINISTRATORS, (BOSS,))),
        (
            {HEAD: frozenset({Role.HEAD, Role.ADMINISTRATOR})},
            Hearers(Hears.ADMINISTRATORS, (HEAD,)),
        ),
        (OF_LEADERS, Hearers(Hears.LEADERS, (DEPUTY, HEAD))),
        ({}, Hearers(Hears.NOBODY)),
    ],
)
def test_the_administrators_hear_else_who_leads_the_school(
    in_reach: dict[PersonId, frozenset[Role]], told: Hearers
) -> None:
    assert hearers(in_reach) == told
