"""The class teacher alerts the guardians to lessons missed without good reason (C4.3.10)."""

from dataclasses import dataclass

from core.access.people import Actor
from core.diary.issuing.drafts import SendDraft
from core.diary.truancy.counting import StillTruant
from core.diary.truancy.warnings import TruancyWarning
from core.errors import RuleBroken
from core.ids import TruancyId


class TruancyOver(RuleBroken):
    """The lessons have got reasons since the draft was made: there is nothing to alert to."""

    code = "truancy-over"


@dataclass(frozen=True, slots=True)
class SendTruancy:
    """The class teacher sends a warning about missed lessons."""

    send: SendDraft[TruancyId, TruancyWarning]
    still: StillTruant

    async def __call__(self, actor: Actor, warning: TruancyId) -> None:
        """Send it; raise TruancyOver where its lessons have reasons by now."""
        opened = await self.send.read(actor, warning)
        if not await self.still([opened.warning]):
            raise TruancyOver
        await self.send(actor, warning)
