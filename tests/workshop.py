"""Papers made at once and in this process: only the workshop's own tests start another one."""

from typing import Any

from bot.documents.bench import File, make
from bot.screens.parts.enclosure import Paper


class InPlace:
    def __init__(self) -> None:
        self.made: list[Paper] = []
        self.is_shut = False

    async def __call__(self, paper: Paper, view: Any, language: str, /) -> File | None:
        self.made.append(paper)
        return None if self.is_shut else make(paper, view, language)

    async def close(self) -> None:
        """Hold nothing."""
