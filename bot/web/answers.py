"""Acknowledgements by the link of a letter: `GET` and `POST /ack/<token>`.

To look answers nothing: mail programmes look at links by themselves. A link that is forged, old
or of somebody else is one and the same 404.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web

from bot.screens.news.answer_links import PATH, AnswerLinks
from bot.screens.news.answer_page import POLICY, answer_page, refused_page, told, unknown_page
from bot.texts.speech import Speech, Texts
from bot.web.throttle import Throttle
from core.errors import AccessRefused, NotFound
from core.notices.answers.letters import AcknowledgeByLetter, LetterAnswer, Opened

_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}
_RETRY: Final = {"Retry-After": "60"}

Begin = Callable[[], AbstractAsyncContextManager[Any]]


@dataclass(frozen=True, slots=True)
class Answers:
    """Reads and takes answers; `by_letter` binds a transaction to the use case."""

    reading: Begin
    writing: Begin
    by_letter: Callable[[Any], AcknowledgeByLetter]
    links: AnswerLinks
    texts: Texts

    async def look(self, token: str) -> web.Response:
        """Show what a link leads to, and answer nothing."""
        answer = self.links.answer_of(token)
        if answer is None:
            return self._unknown()
        async with self.reading() as books:
            return await self._kindly(books, answer, self._shown) or self._unknown()

    async def answer(self, token: str) -> web.Response:
        """Take the answer, and lead back to the page, which tells of it now."""
        answer = self.links.answer_of(token)
        if answer is None:
            return self._unknown()
        async with self.writing() as books:
            refused = await self._kindly(books, answer, self._taken)
        return refused or web.Response(status=303, headers={**_HEADERS, "Location": token})

    async def _shown(self, acknowledge: AcknowledgeByLetter, answer: LetterAnswer) -> web.Response:
        opened = await acknowledge.open(answer)
        return _page(answer_page(self._speech(opened), opened))

    async def _taken(self, acknowledge: AcknowledgeByLetter, answer: LetterAnswer) -> None:
        opened = await acknowledge.open(answer)
        await acknowledge(answer, shown=told(self._speech(opened), opened))

    async def _kindly(
        self,
        books: Any,  # noqa: ANN401 - a transaction, that only composition knows
        answer: LetterAnswer,
        deed: Callable[[AcknowledgeByLetter, LetterAnswer], Awaitable[web.Response | None]],
    ) -> web.Response | None:
        acknowledge = self.by_letter(books)
        try:
            return await deed(acknowledge, answer)
        except AccessRefused:
            chat = await acknowledge.open.mailboxes.chat_of(answer.person)
            speech = self.texts.of(chat.language if chat else "")
            return _page(refused_page(speech), status=403)
        except NotFound:
            return self._unknown()

    def _speech(self, opened: Opened) -> Speech:
        return self.texts.of(opened.actor.account.language)

    def _unknown(self) -> web.Response:
        return _page(unknown_page(self.texts.of("")), status=404)


def _page(text: str, *, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", headers=_HEADERS)


def serve_answers(app: web.Application, answers: Answers) -> None:
    """Let an application take answers."""
    throttle = Throttle(asyncio.get_running_loop().time)

    async def take(request: web.Request) -> web.Response:
        if not throttle.admits(request.remote or ""):
            return web.Response(status=429, headers=_RETRY)
        deed = answers.answer if request.method == "POST" else answers.look
        return await deed(request.match_info["token"])

    app.router.add_get(PATH + "{token}", take)
    app.router.add_post(PATH + "{token}", take)
