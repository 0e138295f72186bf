"""By whose clock a time is told, over every change of clocks (H1)."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.access.zones import OwnZone, Zones

MOSCOW, HELSINKI = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Helsinki")
WINTER, SUMMER = datetime(2026, 12, 1, 9, tzinfo=UTC), datetime(2026, 7, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("school", "own", "at", "hour", "differ"),
    [
        (MOSCOW, None, WINTER, 12, False),
        (MOSCOW, OwnZone.MOSCOW, WINTER, 12, False),
        (MOSCOW, OwnZone.OMSK, WINTER, 15, True),
        (MOSCOW, OwnZone.KALININGRAD, SUMMER, 11, True),
        (HELSINKI, OwnZone.KALININGRAD, WINTER, 11, False),
        (HELSINKI, OwnZone.KALININGRAD, SUMMER, 11, True),
        (HELSINKI, OwnZone.MOSCOW, SUMMER, 12, False),
    ],
)
def test_a_time_is_the_own_one_and_differs_only_where_the_clocks_do(
    school: ZoneInfo, own: OwnZone | None, at: datetime, hour: int, *, differ: bool
) -> None:
    zones = Zones.of(school, own)

    assert (at.astimezone(zones.here).hour, zones.differ_at(at)) == (hour, differ)


def test_every_zone_is_known_and_they_go_from_west_to_east() -> None:
    shown = [WINTER.astimezone(ZoneInfo(one.value)).utcoffset() for one in OwnZone]

    assert shown == sorted(set(shown), key=lambda one: one or 0)
