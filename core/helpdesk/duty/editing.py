"""The administration changes the schedule; the linter speaks before anything is saved (H2)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final
from zlib import crc32

from core.access.gate import must_administer
from core.access.people import Actor
from core.clock import Clock
from core.errors import NotFound, RuleBroken
from core.helpdesk.duty.asking import DutyChanged
from core.helpdesk.duty.lint import Finding, lint_change
from core.helpdesk.duty.midnight import parts, put_in, rest_of, whole
from core.helpdesk.duty.ports import DutyWindows, KeptWindow
from core.helpdesk.duty.reading import ReadSchedule, ScheduleView
from core.helpdesk.duty.warning import brought, first_of
from core.helpdesk.duty.window import Window
from core.helpdesk.duty.writing import WriteWindow
from core.ids import DutyId, PersonId, SchoolId

NEW_WINDOW: Final = DutyId(0)
"""The number of a window that is not kept yet."""

ROOM_LENGTH: Final = 40

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OpenedWindow:
    """A window with the schedule that it is part of."""

    view: ScheduleView
    kept: KeptWindow

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong with this window."""
        number = self.kept.window.id
        return tuple(one for one in self.view.findings if number in (one.window, one.other))


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """The administration opens one window."""

    windows: DutyWindows
    read: ReadSchedule

    async def __call__(self, actor: Actor, number: DutyId) -> OpenedWindow:
        """Return it; refuse who does not answer for its school, and a window that is no more."""
        kept = await self.windows.window(number)
        if kept is None:
            raise NotFound
        return OpenedWindow(await self.read(actor, kept.school), kept)

    async def whole(self, actor: Actor, number: DutyId) -> OpenedWindow:
        """Return it as people speak of it, to be changed: over midnight both parts are one."""
        opened = await self(actor, number)
        found = whole(opened.kept.window, opened.view.schedule.windows)
        kept = opened.kept if found.id == number else await self.windows.window(found.id)
        if kept is None:
            raise NotFound
        return replace(opened, kept=replace(kept, window=found))


@dataclass(frozen=True, slots=True)
class CheckedWindow:
    """A window as it would be, with what the linter says of the change.

    `stamp` tells these findings from others: a second tap confirms what was read, and no more.
    """

    view: ScheduleView
    window: Window
    findings: tuple[Finding, ...]

    @property
    def is_refused(self) -> bool:
        """Say whether it cannot be saved as it is."""
        return any(one.is_refused for one in self.findings)

    @property
    def stamp(self) -> int:
        """Return a number for these findings; 0 for none."""
        return crc32(repr(self.findings).encode()) if self.findings else 0


@dataclass(frozen=True, slots=True)
class CheckWindow:
    """The administration looks what a change of the schedule would do."""

    read: ReadSchedule

    async def __call__(self, actor: Actor, school: SchoolId, window: Window) -> CheckedWindow:
        """Return the window with the linter's findings; refuse who does not answer for it."""
        view = await self.read(actor, school)
        changed = replace(view.schedule, windows=put_in(window, view.schedule.windows))
        after = await self.read.lint(school, changed, list(view.people.values()))
        return CheckedWindow(view, window, lint_change(view.findings, after, _own(window)))


def _own(window: Window) -> DutyId | None:
    # What a new window brings is new anyhow.
    return None if window.id == NEW_WINDOW else window.id


@dataclass(frozen=True, slots=True)
class SavedWindow:
    """A window was saved, under this number."""

    number: DutyId


@dataclass(frozen=True, slots=True)
class SaveWindow:
    """The administration saves a window: refusals stop it, warnings need a second tap.

    One that ends on the day after is kept as two.
    """

    windows: DutyWindows
    check: CheckWindow
    clock: Clock

    async def __call__(
        self, actor: Actor, school: SchoolId, window: Window, *, since: datetime, confirms: int = 0
    ) -> SavedWindow | CheckedWindow:
        """Save it, or return what stands in the way; `confirms` is the stamp that was read.

        Raise DutyChanged where it was changed after `since` by somebody else.
        """
        by = must_administer(actor, school).person
        checked = await self.check(actor, school, window)
        if checked.is_refused or checked.stamp not in (0, confirms):
            return checked
        at = self.clock.now()
        if window.id == NEW_WINDOW:
            return SavedWindow((await self.windows.add(school, parts(window), by=by, at=at))[0])
        kept = await self.windows.window(window.id)
        if kept is None or kept.school != school:
            raise DutyChanged
        rest = rest_of(kept.window, checked.view.schedule.windows)
        as_read, write = replace(kept, changed_at=since), WriteWindow(self.windows)
        await write(as_read, window, rest, by=by, at=at)
        return SavedWindow(window.id)


@dataclass(frozen=True, slots=True)
class EndingWindow:
    """A window that is to end, with what the linter says of the schedule without it."""

    opened: OpenedWindow
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class EndWindow:
    """The administration ends a window: today is its last day, or it is gone where none came.

    What goes on over midnight of its last day is held to the end.
    """

    windows: DutyWindows
    open: OpenWindow
    clock: Clock

    async def check(self, actor: Actor, number: DutyId) -> EndingWindow:
        """Return what the end of a window would leave, such as a topic that nobody answers."""
        opened = await self.open.whole(actor, number)
        view, window = opened.view, opened.kept.window
        gone = {window.id, *(one.id for one in _rest(opened))}
        others = tuple(one for one in view.schedule.windows if one.id not in gone)
        since = first_of(view, max(_today(view) + _DAY, window.begins or date.min))
        without = replace(view.schedule, windows=others)
        found = await brought(self.open.read, view, without, since=since)
        return EndingWindow(opened, found)

    async def __call__(self, actor: Actor, number: DutyId) -> ScheduleView:
        """End it, and return the schedule as it is then."""
        opened = await self.open.whole(actor, number)
        kept, by, at = opened.kept, opened.view.member.person, self.clock.now()
        rest, write = next(iter(_rest(opened)), None), WriteWindow(self.windows)
        today, begins = _today(opened.view), kept.window.begins
        if begins is not None and begins > today:
            await write.take_away(kept, rest, by=by, at=at)
        else:
            await write(kept, replace(kept.window, ends=today), rest, by=by, at=at)
        return await self.open.read(actor, kept.school)


def _rest(opened: OpenedWindow) -> list[Window]:
    """Return the part of an opened window that is on the day after, where there is one."""
    windows = opened.view.schedule.windows
    first = next(one for one in windows if one.id == opened.kept.window.id)
    rest = rest_of(first, windows)
    return [] if rest is None else [rest]


def _today(view: ScheduleView) -> date:
    return view.now.astimezone(view.schedule.zone).date()


class NoConsultants(RuleBroken):
    """Nobody of the school is a consultant: there is nobody to be on duty."""

    code = "no-consultants"


Document = Callable[[str, Sequence[PersonId]], tuple[Window, ...]]
"""The schedule that a document sets, given to a roster."""


@dataclass(frozen=True, slots=True)
class FillSchedule:
    """The administration begins with the schedule that a document sets (H2)."""

    windows: DutyWindows
    read: ReadSchedule
    document: Document
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, name: str) -> ScheduleView:
        """Put the document's windows in, and return the schedule.

        Raise DutyChanged where it has windows already, NoConsultants where nobody can have one.
        """
        view = await self.read(actor, school)
        if view.schedule.windows:
            raise DutyChanged
        if not view.consultants:
            raise NoConsultants
        windows = self.document(name, [one.person for one in view.consultants])
        await self.windows.add(school, windows, by=view.member.person, at=self.clock.now())
        return await self.read(actor, school)
