"""How a window is written that may go on over midnight: to people one, kept as two (H2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.helpdesk.duty.asking import DutyChanged
from core.helpdesk.duty.midnight import parts
from core.helpdesk.duty.ports import DutyWindows, KeptWindow
from core.helpdesk.duty.window import Window
from core.ids import PersonId


@dataclass(frozen=True, slots=True)
class WriteWindow:
    """Changes a window: its part on the day after comes, goes, and changes with it."""

    windows: DutyWindows

    async def __call__(
        self, kept: KeptWindow, to: Window, rest: Window | None, *, by: PersonId, at: datetime
    ) -> None:
        """Change it; raise DutyChanged where a part was changed after it was read."""
        first, *morning = parts(to)
        done = await self.windows.change(first, since=kept.changed_at, by=by, at=at)
        if not done:
            raise DutyChanged
        if rest is not None:
            await self._rest(rest, morning, by=by, at=at)
        elif morning:
            await self.windows.add(kept.school, morning, by=by, at=at)

    async def take_away(
        self, kept: KeptWindow, rest: Window | None, *, by: PersonId, at: datetime
    ) -> None:
        """Take it away with its second part; raise DutyChanged as above."""
        number, since = kept.window.id, kept.changed_at
        if not await self.windows.take_away(number, since=since, by=by, at=at):
            raise DutyChanged
        if rest is not None:
            await self._rest(rest, [], by=by, at=at)

    async def _rest(
        self, rest: Window, to: Sequence[Window], *, by: PersonId, at: datetime
    ) -> None:
        kept = await self.windows.window(rest.id)
        if kept is None:
            raise DutyChanged
        since = kept.changed_at
        if to:
            morning = replace(to[0], id=rest.id)
            done = await self.windows.change(morning, since=since, by=by, at=at)
        else:
            done = await self.windows.take_away(rest.id, since=since, by=by, at=at)
        if not done:
            raise DutyChanged
