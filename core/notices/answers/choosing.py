"""Who gets letters alone chooses by the link of a letter what comes, and when (F9).

Who reads a former mailbox, or one that was stopped, sees and changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.access.people import Actor
from core.access.readers import KnowReader, Reader
from core.notices.choosing import ChangePreferences, Choices
from core.notices.preferences import Nights, Preferences, Timing, Topic


@dataclass(frozen=True, slots=True)
class OpenedChoices:
    """What the reader chose; `is_kept` where that was just now."""

    actor: Actor
    choices: Choices
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class ChooseByLetter:
    """A reader opens the own choices by a link, and chooses anew there."""

    known: KnowReader
    change: ChangePreferences

    async def look(self, reader: Reader) -> OpenedChoices:
        """Return the choices; raise as `KnowReader` does where letters go elsewhere by now."""
        actor = await self.known(reader)
        return OpenedChoices(actor, await self.change.read(actor, reader.person))

    async def __call__(
        self, reader: Reader, timings: Mapping[Topic, Timing], nights: Nights | None
    ) -> OpenedChoices:
        """Keep what was chosen; what a form does not name stays. Raises as `look` does."""
        opened = await self.look(reader)

        def chosen(before: Preferences) -> Preferences:
            after = before.with_nights(nights) if nights else before
            for topic, timing in timings.items():
                after = after.timed(topic, timing)
            return after

        choices = await self.change(opened.actor, reader.person, chosen)
        return OpenedChoices(opened.actor, choices, is_kept=True)
