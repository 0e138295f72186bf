"""The demo's stage: its clock, and who lets things happen at their hours, or at a button."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as dtime
from functools import partial
from typing import Final

from bot.demo_duty import DUTY_LEAPS, DemoDesk, DutyLeap
from bot.demo_families import ALL, SCENES, Families, Scene
from bot.demo_journal import DemoJournal
from bot.school_day import CLOSES, DAY, LEAPS, OPENS, Leap, SchoolDay, at
from bot.texts.speech import Speech
from sandbox.page import StageColumn, StageEvent, StageLine

SPEED: Final = 60.0
"""At first a minute of the play passes in a second of who looks on."""
_OURS: Final = 1.0
"""The speed of the clock of who looks on: a request is typed and answered in a minute of ours."""
_LINES: Final = 200
_BEAT: Final = 0.1
_LATE: Final = dtime(23, 30)


@dataclass(slots=True)
class PlayClock:
    """The play's time: it passes at a speed that the page sets, and jumps to the next morning."""

    _base: datetime
    _since: float = field(default_factory=time.monotonic)
    speed: float = SPEED

    def now(self) -> datetime:
        """Return the play's instant, in UTC."""
        passed = (time.monotonic() - self._since) * self.speed
        return (self._base + timedelta(seconds=passed)).astimezone(UTC)

    def set_speed(self, speed: float) -> None:
        """Let time pass at another speed from now on; 0 stops it."""
        self.jump(self.now())
        self.speed = speed

    def jump(self, to: datetime) -> None:
        """Let it be that instant now."""
        self._base, self._since = to, time.monotonic()


@dataclass(slots=True)
class Director:
    """The page's stage over the school day: plays each happening at its hour, or at a button."""

    day: SchoolDay
    clock: PlayClock
    speech: Speech
    columns: Sequence[StageColumn]
    families: Families
    desk: DemoDesk
    journal: DemoJournal
    ticks: list[Callable[[], Awaitable[object]]] = field(default_factory=list)
    log: list[StageLine] = field(default_factory=list)
    _done: set[str] = field(default_factory=set)
    _closes: dtime = CLOSES
    _busy: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def now(self) -> datetime:
        """Return the play's time."""
        return self.clock.now()

    @property
    def zone(self) -> str:
        """Return the school's zone."""
        return self.day.zone.key

    @property
    def speed(self) -> float:
        """Return how fast the play's time passes."""
        return self.clock.speed

    @property
    def events(self) -> Sequence[StageEvent]:
        """Return the day's buttons."""
        return [
            StageEvent(
                one.id,
                self.speech.label(one.title),
                self.speech.label(one.hint),
                one.id in self._done,
            )
            for one in (*DAY, *SCENES, *LEAPS, *DUTY_LEAPS)
        ]

    async def play(self, event_id: str) -> None:
        """Make it happen now, once what happens already is over."""
        async with self._busy:
            await self._play(event_id)

    async def _play(self, event_id: str) -> None:
        if played := self._others.get(event_id):
            await played()
            return
        told = await self.day.play(event_id)
        self._say(told or self.speech.label("play-nothing"))
        if told is not None:
            self._done.add(event_id)

    @property
    def _others(self) -> Mapping[str, Callable[[], Awaitable[None]]]:
        """Return what the buttons do that are not the day's."""
        return {
            **{one.id: partial(self._leap, one) for one in LEAPS},
            **{one.id: partial(self._duty_leap, one) for one in DUTY_LEAPS},
            **{one.id: partial(self._scene, one) for one in SCENES},
        }

    def set_speed(self, speed: float) -> None:
        """Let the play's time pass at this speed."""
        self.clock.set_speed(speed)

    async def run(self) -> None:
        """Play the days through, one happening at its hour, until the records end."""
        # What should have happened before the play was opened again is not made up for.
        opened = self._local.time()
        self._done.update(one.id for one in DAY if one.at <= opened)
        while True:
            await asyncio.sleep(_BEAT)
            async with self._busy:
                if not await self._goes_on():
                    self._say(self.speech.label("play-over"))
                    return

    async def _goes_on(self) -> bool:
        """Let happen what is due; say whether there is a day left to play."""
        if self.clock.speed > _OURS and await self.desk.is_asked_anew():
            self.set_speed(_OURS)
            self._say(self.speech.label("play-asked"))
        local = self._local
        for happening in DAY:
            if happening.id not in self._done and happening.at <= local.time():
                await self._play(happening.id)
                self._done.add(happening.id)
                break
        return local.time() < self._closes or await self._next_morning(local)

    async def _leap(self, leap: Leap) -> None:
        """Let it be other days, one after the other; what happens by itself is due at once."""
        found = [(one, await self.day.day_before_end(one.days_before)) for one in leap.stops]
        ahead = [(stop, day) for stop, day in found if day is not None]
        if not ahead:
            self._say(self.speech.label("play-nothing"))
            return
        for stop, day in ahead:
            left = self._local.date()
            self.clock.jump(at(day, stop.hour, self.day.zone))
            await self.journal.catch_up(left)
            await self._new_day()
            for scene in stop.families:
                await self._scene(ALL[scene])
        await self._look_round(leap.id)
        if leap.sums_up and (count := await self.journal.sum_up()):
            self._say(self.speech.label("play-did-finals", count=count))

    async def _duty_leap(self, leap: DutyLeap) -> None:
        """Let time go on to what is next at the help desk, and then pass as it does for us."""
        self.set_speed(_OURS)
        moments = await self.desk.moments(leap)
        if not moments:
            self._say(self.speech.label("play-no-duty"))
            return
        for moment in moments:
            left = self._local.date()
            self.clock.jump(moment)
            if self._local.date() != left:
                self._done.clear()
                await self.journal.catch_up(left)
            await self._tick()
        await self._look_round(leap.id, *self._done)
        self._say(self.speech.label("play-did-duty", time=f"{self._local:%H:%M}"))

    @property
    def _local(self) -> datetime:
        return self.clock.now().astimezone(self.day.zone)

    async def _look_round(self, *done: str) -> None:
        """Leave time to look; on a day without lessons nothing happens at school."""
        hour = self._local.time()
        stays = hour >= CLOSES or not await self.day.has_lessons()
        # What should have happened before is not made up for.
        self._done = {*done, *(one.id for one in DAY if stays or one.at <= hour)}
        self._closes = _LATE if stays else CLOSES

    async def _scene(self, scene: Scene) -> None:
        """Let the families of the class do what they do then."""
        count = await self.families.play(scene)
        self._say(self.speech.label(scene.did, count=count))
        self._done.add(scene.id)

    async def _next_morning(self, local: datetime) -> bool:
        day = await self.day.next_school_day(local.date())
        if day is None:
            return False
        self._done.clear()
        self._closes = CLOSES
        self.clock.jump(at(day, OPENS, self.day.zone))
        await self.journal.catch_up(local.date())
        await self._new_day()
        return True

    async def _new_day(self) -> None:
        self._say(self.speech.label("play-new-day"))
        await self._tick()

    async def _tick(self) -> None:
        for tick in self.ticks:
            await tick()

    def _say(self, line: str) -> None:
        self.log.append(StageLine(self.clock.now(), line))
        del self.log[:-_LINES]
