"""When a notice may go: after the correction window, and at night nothing but alerts."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.ids import SchoolId
from core.notices.ledger import Lane
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery


@dataclass(frozen=True, slots=True)
class SchoolDelivery:
    """One school's delivery rules as they are in force now, with the zone of its hours."""

    school: SchoolId
    zone: ZoneInfo
    rules: Delivery


@dataclass(frozen=True, slots=True)
class Opening:
    """What of a school's waiting notices may go at an instant.

    Mark notices go only where they happened at `marks_until` or before; lanes above `last_lane`
    wait, but for who chose other quiet hours. Digests go at `digest_at` of the zone.
    """

    school: SchoolId
    marks_until: datetime
    last_lane: Lane
    zone: ZoneInfo
    digest_at: time = time(18)

    @property
    def is_night(self) -> bool:
        """Say whether the school's quiet hours hold back all but alerts."""
        return self.last_lane <= Lane.ALERT


def opening(delivery: SchoolDelivery, now: datetime) -> Opening:
    """Return what may go now under the school's rules."""
    quiet = delivery.rules.quiet_hours
    hushed = quiet is not None and is_quiet(quiet, now.astimezone(delivery.zone))
    return Opening(
        delivery.school,
        marks_until=now - delivery.rules.correction_window,
        last_lane=Lane.ALERT if hushed else Lane.BROADCAST,
        zone=delivery.zone,
        digest_at=delivery.rules.digest_at,
    )


def is_quiet(hours: QuietHours, local: datetime) -> bool:
    """Say whether a local time lies in the quiet hours; their begin does, their end does not."""
    at = local.time()
    if hours.begin <= hours.end:
        return hours.begin <= at < hours.end
    return at >= hours.begin or at < hours.end


def opens_at(hours: QuietHours, at: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when the quiet hours that hold an instant end; None where none do."""
    local = at.astimezone(zone)
    if not is_quiet(hours, local):
        return None
    end = datetime.combine(local.date(), hours.end, zone)
    return end if end > local else end + timedelta(days=1)
