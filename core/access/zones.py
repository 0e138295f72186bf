"""By whose clock somebody is told a time: the school's, or the own one (H1)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class OwnZone(StrEnum):
    """The named zones of Russia, from west to east: where a person may live."""

    KALININGRAD = "Europe/Kaliningrad"
    MOSCOW = "Europe/Moscow"
    SAMARA = "Europe/Samara"
    YEKATERINBURG = "Asia/Yekaterinburg"
    OMSK = "Asia/Omsk"
    KRASNOYARSK = "Asia/Krasnoyarsk"
    IRKUTSK = "Asia/Irkutsk"
    YAKUTSK = "Asia/Yakutsk"
    VLADIVOSTOK = "Asia/Vladivostok"
    MAGADAN = "Asia/Magadan"
    KAMCHATKA = "Asia/Kamchatka"


@dataclass(frozen=True, slots=True)
class Zones:
    """Where the school stands, and where who is told a time lives, if not there."""

    school: ZoneInfo
    own: ZoneInfo | None = None

    @classmethod
    def of(cls, school: ZoneInfo, own: OwnZone | None) -> "Zones":
        """Return the zones of who chose one, or none, at a school."""
        return cls(school, ZoneInfo(own.value) if own else None)

    @property
    def here(self) -> ZoneInfo:
        """Return the zone in which the person is told times."""
        return self.own or self.school

    def differ_at(self, at: datetime) -> bool:
        """Say whether the person's clock shows another time than the school's at the instant."""
        return at.astimezone(self.here).utcoffset() != at.astimezone(self.school).utcoffset()
