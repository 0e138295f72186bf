"""Which language the bot speaks with a person: each account chooses its own."""

from dataclasses import dataclass

from core.access.directory import Directory
from core.access.people import Actor


@dataclass(frozen=True, slots=True)
class ChangeLanguage:
    """Keeps the language that a person chose for screens and notices."""

    directory: Directory

    async def __call__(self, actor: Actor, language: str) -> None:
        """Speak it with the account from now on; a stranger may choose as well."""
        await self.directory.speak(actor.account.id, language)
