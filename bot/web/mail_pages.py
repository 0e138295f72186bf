"""Mailboxes by the links of letters: `GET` and `POST /mail/<token>`.

To look does nothing: mail programmes look at links by themselves. A link that is forged, old or of
who has left is one and the same 404. `POST` of a link by which letters end needs no page before
it: mail programmes send it for a button of their own (RFC 8058).
"""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.screens.people.mail_links import PATH, ConfirmLink, MailLink, MailLinks
from bot.screens.people.mail_pages import note_page, offer_page, stop_page
from bot.texts.keys import Key
from bot.texts.speech import Texts
from bot.web.answers import as_page
from core.access.proving import LettersRefused
from core.errors import NotFound
from core.notices.answers.mailboxes import ByLetter

Begin = Callable[[], AbstractAsyncContextManager[Any]]


@dataclass(frozen=True, slots=True)
class MailPages:
    """Shows what a link leads to, and does it; `by_letter` binds a transaction to the deeds."""

    reading: Begin
    writing: Begin
    by_letter: Callable[[Any], ByLetter]
    links: MailLinks
    texts: Texts

    async def look(self, token: str) -> web.Response:
        """Show what a link leads to, and do nothing."""
        return await self._kindly(token, self._shown)

    async def take(self, token: str) -> web.Response:
        """Do what the page asked for, and show what is so now."""
        return await self._kindly(token, self._done)

    async def _kindly(
        self, token: str, deed: Callable[[MailLink], Awaitable[str]]
    ) -> web.Response:
        link = self.links.read(token)
        if link is None:
            return self._note("mail-page-unknown", 404)
        try:
            return as_page(await deed(link))
        except LettersRefused:
            return self._note("mail-page-refused", 403)
        except NotFound:
            return self._note("mail-page-unknown", 404)

    async def _shown(self, link: MailLink) -> str:
        async with self.reading() as books:
            return await self._page(self.by_letter(books), link)

    async def _done(self, link: MailLink) -> str:
        async with self.writing() as books:
            deeds = self.by_letter(books)
            if isinstance(link, ConfirmLink):
                await deeds.confirm(link.proof)
            else:
                await deeds.stop(link.person, link.account)
            return await self._page(deeds, link)

    async def _page(self, deeds: ByLetter, link: MailLink) -> str:
        if isinstance(link, ConfirmLink):
            offered = await deeds.offered(link.proof)
            return offer_page(self.texts.of(offered.proof.language), offered)
        stopping = await deeds.stopping(link.person, link.account)
        box = stopping.mailbox
        return stop_page(self.texts.of(box.account.language if box else ""), stopping)

    def _note(self, key: Key, status: int) -> web.Response:
        return as_page(note_page(self.texts.of(""), key), status=status)


def serve_mail(app: web.Application, pages: MailPages) -> None:
    """Let an application serve the pages; `throttle.guard` limits who guesses."""

    async def take(request: web.Request) -> web.Response:
        token = request.match_info["token"]
        if request.method == "POST":
            return await pages.take(token)
        return await pages.look(token)

    app.router.add_get(PATH + "{token}", take)
    app.router.add_post(PATH + "{token}", take)
