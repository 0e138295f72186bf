"""The other families of the demo's class: most come in, many answer, and some never do.

Their phones stand closed, and open under «Люди». Nothing here knows what they are asked.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.broadcasts import AnswerBroadcast
from bot.callbacks.notices import AcknowledgeNotice
from bot.callbacks.personal_data import ConfirmData
from bot.callbacks.review import GiveReview, OpenReview
from bot.composition.database import Database
from bot.composition.use_cases import use_cases_of
from bot.config import Settings
from bot.texts.keys import Key
from core.access.connections import Connection, Part
from core.access.people import Child
from core.ids import PupilId
from sandbox.engine import Kept, Telegram

_FIRST: Final = 2001
_STEP: Final = 0.05
_STEPS: Final = 400
"""Twenty seconds in all: a busy machine needs them, and no other waits so long."""
_NEVER, _BLOCKS, _SILENT = 5, 2, 3
_ANSWERS: Final = (AnswerBroadcast, AcknowledgeNotice, GiveReview, ConfirmData)


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that families do when its button is pressed."""

    id: str
    title: Key
    hint: Key
    did: Key


COME_IN: Final = Scene("come-in", "play-come-in", "play-come-in-hint", "play-did-come-in")
ANSWER: Final = Scene("answer", "play-answer", "play-answer-hint", "play-did-answer")
REVIEW: Final = Scene("review", "play-answer", "play-answer-hint", "play-did-review")
REVIEW_AGAIN: Final = Scene("review-again", "play-answer", "play-answer-hint", "play-did-review")
SCENES: Final = (COME_IN, ANSWER)
"""What has a button."""

ALL: Final = {one.id: one for one in (*SCENES, REVIEW, REVIEW_AGAIN)}
"""What may happen on the way of a leap, too."""


@dataclass(frozen=True, slots=True)
class Family:
    """The first guardian of a pupil; the place in the class decides how the family is."""

    place: int
    guardian: Connection
    pupil: PupilId

    @property
    def account(self) -> int:
        """Return the number of the phone."""
        return _FIRST + self.place

    @property
    def comes(self) -> bool:
        """Say whether it ever comes in."""
        return self.place % 6 != _NEVER

    @property
    def blocks(self) -> bool:
        """Say whether it takes no messages after it came in."""
        return self.place % 12 == _BLOCKS

    @property
    def is_eager(self) -> bool:
        """Say whether it does what is asked twice a week."""
        return self.place % 2 == 0

    @property
    def answers(self) -> bool:
        """Say whether it answers what it is asked."""
        return self.comes and not self.blocks and self.place % 4 != _SILENT


@dataclass(frozen=True, slots=True)
class Families:
    """Lets the families of a child's class act, over the sandbox, as people would."""

    telegram: Telegram
    token: str
    settings: Settings
    store: Database
    child: Child

    async def play(self, scene: Scene) -> int:
        """Let it happen; return how many families had something to do."""
        if scene is COME_IN:
            return await self._come_in()
        there = await self._there()
        if scene is ANSWER:
            return await self._answer(there)
        return await self._review([one for one in there if scene is REVIEW or one.is_eager])

    async def _come_in(self) -> int:
        """Let those who will come in do so, each with a new code."""
        coming = [one for one in await self._all() if one.comes and not one.guardian.came_at]
        async with self.store.transaction() as tx:
            issue = use_cases_of(self.settings, self.store)(tx).issue_code
            codes = [await issue(one.guardian.person) for one in coming]
        for one, code in zip(coming, codes, strict=True):
            name = one.guardian.name
            self.telegram.people.add(one.account, name.given, name.family)
            self.telegram.people.starts(self.token, one.account, code)
        await self._until(coming, lambda family: bool(self._last_of(family)))
        for one in coming:
            if one.blocks:
                self.telegram.people.blocks(self.token, one.account)
        return len(coming)

    async def _there(self) -> Sequence[Family]:
        """Return those who came in and answer."""
        known = self.telegram.bot(self.token).chats
        return [one for one in await self._all() if one.answers and one.account in known]

    async def _review(self, there: Sequence[Family]) -> int:
        """Let them review the totals, each on a screen of its own."""
        for one in there:
            if last := self._last_of(one):
                self._tap(one, last, OpenReview(pupil=one.pupil, anew=True).pack())
        await self._until(there, lambda family: any(self._asked(family, [GiveReview])))
        for one in there:
            for message, data in list(self._asked(one, [GiveReview])):
                self._tap(one, message, data)
        await self._until(there, lambda family: not any(self._asked(family, [GiveReview])))
        return len(there)

    async def _answer(self, there: Sequence[Family]) -> int:
        """Let them answer everything, and review the week."""
        for one in there:
            self._tap_all(one)
            if last := self._last_of(one):
                self._tap(one, last, OpenReview(pupil=one.pupil).pack())
        await self._until(there, lambda family: any(self._asked(family, [GiveReview])))
        for one in there:
            self._tap_all(one)
        return len(there)

    async def _all(self) -> Sequence[Family]:
        async with self.store.reading() as tx:
            class_id = await tx.diary.class_of(self.child.pupil)
            found = await tx.connections.of_class(class_id) if class_id else ()
        first = dict[PupilId, Connection]()
        for one in found:
            if one.part is Part.GUARDIAN and one.pupil is not None:
                first.setdefault(one.pupil.pupil, one)
        return [Family(place, one, pupil) for place, (pupil, one) in enumerate(first.items())]

    def _last_of(self, family: Family) -> Kept | None:
        told = [one for one in self._chat(family) if one.from_bot and any(one.buttons())]
        return told[-1] if told else None

    def _chat(self, family: Family) -> Sequence[Kept]:
        return self.telegram.chat(self.token, family.account).history()

    def _tap_all(self, family: Family) -> None:
        """Tap the family's answer under every message that asks for one."""
        for message, data in list(self._asked(family, _ANSWERS)):
            self._tap(family, message, data)

    def _asked(
        self, family: Family, kinds: Sequence[type[CallbackData]]
    ) -> Iterator[tuple[Kept, str]]:
        for message in self._chat(family):
            said = [str(one.get("callback_data", "")) for one in message.buttons()]
            kept = [data for data in said if data.split(":")[0] in {k.__prefix__ for k in kinds}]
            if kept:
                yield message, kept[family.place % len(kept)]

    def _tap(self, family: Family, message: Kept, data: str) -> None:
        self.telegram.people.taps(self.token, family.account, message.id, data)

    async def _until(self, families: Sequence[Family], ready: Callable[[Family], bool]) -> None:
        """Wait until all are ready, but not for ever: who is late is left alone."""
        for _ in range(_STEPS):
            if all(ready(one) for one in families):
                return
            await asyncio.sleep(_STEP)
