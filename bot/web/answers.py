"""Acknowledgements by the link of a letter: `GET` and `POST /ack/<token>`.

To look answers nothing: mail programmes look at links by themselves. A link that is forged, old
or of somebody else is one and the same 404.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from aiohttp import web

from bot.screens.news.answer_links import PATH, AnswerLinks
from bot.screens.news.answer_page import answer_page, refused_page, unknown_page
from bot.screens.parts.web_page import POLICY, SPEAK, STAMP
from bot.texts.speech import LANGUAGES, Speech, Texts
from core.diary.acknowledging import Outcome
from core.errors import AccessRefused, NotFound
from core.notices.answers.letters import AcknowledgeByLetter, LetterAnswer, Opened

_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}
UNSTAMPED: Final = -1
"""The stamp of a form that bears none: it fits nothing that was shown."""
_A_STAMP: Final = re.compile(r"[0-9]{1,10}")

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

    async def answer(self, token: str, stamp: int = UNSTAMPED) -> web.Response:
        """Take the answer to what the page showed, and lead back to it: it tells of that now."""
        answer = self.links.answer_of(token)
        if answer is None:
            return self._unknown()
        async with self.writing() as books:
            shown = await self._kindly(books, answer, partial(self._taken, stamp=stamp))
        return shown or web.Response(status=303, headers={**_HEADERS, "Location": token})

    async def speak(self, token: str, language: str) -> web.Response:
        """Speak a language with the reader from now on, and lead back to what the link shows."""
        answer = self.links.answer_of(token)
        if answer is None:
            return self._unknown()
        async with self.writing() as books:
            shown = await self._kindly(books, answer, partial(self._spoken, language=language))
        return shown or web.Response(status=303, headers={**_HEADERS, "Location": token})

    async def _spoken(
        self, acknowledge: AcknowledgeByLetter, answer: LetterAnswer, *, language: str
    ) -> None:
        await acknowledge.open(answer)
        await acknowledge.open.known.speak(answer.reader, language)

    async def _shown(self, acknowledge: AcknowledgeByLetter, answer: LetterAnswer) -> web.Response:
        opened = await acknowledge.open(answer)
        return as_page(answer_page(self._speech(opened), opened))

    async def _taken(
        self, acknowledge: AcknowledgeByLetter, answer: LetterAnswer, *, stamp: int
    ) -> web.Response | None:
        outcome = await acknowledge(answer, stamp=stamp)
        if outcome is not Outcome.CHANGED:
            return None
        opened = await acknowledge.open(answer)
        return as_page(answer_page(self._speech(opened), opened, changed=True))

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
            return as_page(refused_page(self.texts.of("")), status=403)
        except NotFound:
            return self._unknown()

    def _speech(self, opened: Opened) -> Speech:
        return self.texts.of(opened.actor.account.language)

    def _unknown(self) -> web.Response:
        return as_page(unknown_page(self.texts.of("")), status=404)


def language_in(form: Mapping[str, object], field: str) -> str:
    """Return the language that a form names; nothing where the program does not speak it."""
    said = form.get(field)
    return said if isinstance(said, str) and said in LANGUAGES else ""


def as_page(text: str, *, status: int = 200) -> web.Response:
    """Return a page that is kept nowhere, loads nothing and is found by nobody."""
    return web.Response(text=text, status=status, content_type="text/html", headers=_HEADERS)


def _stamp(form: Mapping[str, object]) -> int:
    """Return what the form says was shown with its button; a form may hold anything."""
    said = form.get(STAMP)
    return int(said) if isinstance(said, str) and _A_STAMP.fullmatch(said) else UNSTAMPED


def serve_answers(app: web.Application, answers: Answers) -> None:
    """Let an application take answers; `throttle.guard` limits who guesses."""

    async def take(request: web.Request) -> web.Response:
        token = request.match_info["token"]
        if request.method == "POST":
            form = await request.post()
            spoken = language_in(form, SPEAK)
            if spoken:
                return await answers.speak(token, spoken)
            return await answers.answer(token, _stamp(form))
        return await answers.look(token)

    app.router.add_get(PATH + "{token}", take)
    app.router.add_post(PATH + "{token}", take)
