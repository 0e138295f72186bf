"""What a change of the schedule brings, as the linter sees it: told before it is saved (H2)."""

from collections.abc import Sequence
from datetime import date, datetime, time

from core.helpdesk.duty.clocks import first_shown
from core.helpdesk.duty.lint import Finding, lint_change
from core.helpdesk.duty.reading import ReadSchedule, ScheduleView
from core.helpdesk.duty.schedule import DutySchedule


async def brought(
    read: ReadSchedule, view: ScheduleView, changed: DutySchedule, *, since: datetime
) -> tuple[Finding, ...]:
    """Return what a changed schedule makes wrong, as it is seen from an instant on.

    A day off in a month leaves topics without an answer then, and not in the week to come.
    """
    school, people = view.member.school, list(view.people.values())
    before = await read.lint(school, view.schedule, people, since=since)
    after = await read.lint(school, changed, people, since=since)
    return lint_change(before, after, None)


def first_of(view: ScheduleView, day: date) -> datetime:
    """Return when a day begins by the school's clock; of today, now."""
    return max(view.now, first_shown(day, time(), view.schedule.zone))


def is_refused(findings: Sequence[Finding]) -> bool:
    """Say whether a schedule with one of these is not saved."""
    return any(one.is_refused for one in findings)
