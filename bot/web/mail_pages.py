"""Mailboxes by the links of letters: `GET` and `POST /mail/<token>`.

To look does nothing: mail programmes look at links by themselves. A link that is forged, old or of
who has left is one and the same 404. `POST` of a link by which letters end needs no page before
it: mail programmes send it for a button of their own (RFC 8058).
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, assert_never

from aiohttp import web

from bot.screens.broadcasts.page import ABOUT, CHOICE, VERSION, broadcast_page
from bot.screens.news.news_page import news_page
from bot.screens.parts.web_page import SPEAK, STAMP
from bot.screens.people.choices_page import NIGHTS, choices_page
from bot.screens.people.mail_links import (
    PATH,
    BroadcastLink,
    ChoicesLink,
    ConfirmLink,
    MailLink,
    MailLinks,
    NewsLink,
    ReviewLink,
    StopLink,
)
from bot.screens.people.mail_pages import LANGUAGE, note_page, offer_page, stop_page
from bot.screens.totals.review_page import review_page
from bot.texts.keys import Key
from bot.texts.speech import Texts
from bot.web.answers import UNSTAMPED, as_page, language_in
from core.access.proving import LettersRefused
from core.access.readers import Reader
from core.errors import AccessRefused, NotFound
from core.ids import PersonId
from core.notices.answers.broadcasts import OpenedBroadcast
from core.notices.answers.choosing import OpenedChoices
from core.notices.answers.reviews import OpenedReview
from core.notices.letters import ByLetter
from core.notices.preferences import Nights, Timing, Topic, timings_for

_A_NUMBER: Final = re.compile(r"[0-9]{1,10}")
_NO_FORM: Final[Mapping[str, object]] = {}
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

    async def take(self, token: str, form: Mapping[str, object] = _NO_FORM) -> web.Response:
        """Do what the page asked for, and show what is so now."""
        return await self._kindly(token, partial(self._done, form=form))

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
        except AccessRefused:
            return self._note("answer-page-refused", 403)
        except NotFound:
            return self._note("mail-page-unknown", 404)

    async def _shown(self, link: MailLink) -> str:
        async with self.reading() as books:
            return await self._page(self.by_letter(books), link)

    async def _done(self, link: MailLink, *, form: Mapping[str, object]) -> str:
        spoken = language_in(form, SPEAK)
        async with self.writing() as books:
            deeds = self.by_letter(books)
            if spoken:
                return await self._spoken(deeds, link, spoken)
            return await self._answered(deeds, link, form) or await self._page(deeds, link)

    async def _answered(
        self, deeds: ByLetter, link: MailLink, form: Mapping[str, object]
    ) -> str | None:
        """Do what the form asks for, and return what it led to if that is no page of before."""
        match link:
            case ConfirmLink():
                await deeds.confirm(link.proof, language=language_in(form, LANGUAGE))
            case StopLink():
                await deeds.stop(link.reader)
            case BroadcastLink():
                version, choice, about = (_number(form, one) for one in (VERSION, CHOICE, ABOUT))
                return self._broadcast(
                    await deeds.answers(
                        link.broadcast,
                        link.reader,
                        about=PersonId(about),
                        version=version,
                        choice=choice,
                    )
                )
            case ReviewLink():
                stamp = _number(form, STAMP)
                return self._review(await deeds.reviews(link.reader, link.pupil, stamp=stamp))
            case ChoicesLink():
                timings, nights = _timings(form), _nights(form)
                return self._choices(await deeds.choices(link.reader, timings, nights))
            case NewsLink():
                pass  # nothing is asked there
            case _:
                assert_never(link)
        return None

    async def _spoken(self, deeds: ByLetter, link: MailLink, language: str) -> str:
        """Keep the language, and show the page in it; an address that waits keeps nothing yet."""
        await self._page(deeds, link)  # whom nothing is shown keeps nothing
        reader = await _reader_of(deeds, link)
        if reader is not None:
            await deeds.speak(reader, language)
        return await self._page(deeds, link, language)

    async def _page(self, deeds: ByLetter, link: MailLink, language: str = "") -> str:
        match link:
            case ConfirmLink():
                offered = await deeds.offered(link.proof)
                return offer_page(self.texts.of(language or offered.language), offered)
            case StopLink():
                stopping = await deeds.stopping(link.reader)
                return stop_page(self.texts.of(language or stopping.language), stopping)
            case BroadcastLink():
                return self._broadcast(await deeds.answers.look(link.broadcast, link.reader))
            case ReviewLink():
                return self._review(await deeds.reviews.look(link.reader, link.pupil))
            case ChoicesLink():
                return self._choices(await deeds.choices.look(link.reader))
            case NewsLink():
                opened = await deeds.news.look(link.reader, link.notice)
                return news_page(self.texts.of(opened.actor.account.language), opened)
            case _:
                assert_never(link)

    def _broadcast(self, opened: OpenedBroadcast) -> str:
        return broadcast_page(self.texts.of(opened.actor.account.language), opened)

    def _review(self, opened: OpenedReview) -> str:
        return review_page(self.texts.of(opened.actor.account.language), opened)

    def _choices(self, opened: OpenedChoices) -> str:
        return choices_page(self.texts.of(opened.actor.account.language), opened)

    def _note(self, key: Key, status: int) -> web.Response:
        return as_page(note_page(self.texts.of(""), key), status=status)


async def _reader_of(deeds: ByLetter, link: MailLink) -> Reader | None:
    """Return to whom a page belongs; nobody where no letters go to its address."""
    match link:
        case ConfirmLink():
            offered = await deeds.offered(link.proof)
            box = offered.box
            return Reader(offered.member.person, box.account.id) if box else None
        case StopLink():
            stopping = await deeds.stopping(link.reader)
            return link.reader if stopping.mailbox is not None else None
        case BroadcastLink() | ReviewLink() | ChoicesLink() | NewsLink():
            return link.reader
        case _:
            assert_never(link)


def _number(form: Mapping[str, object], field: str) -> int:
    """Return a number of a form, which may hold anything; one that nothing was shown with."""
    said = form.get(field)
    return int(said) if isinstance(said, str) and _A_NUMBER.fullmatch(said) else UNSTAMPED


def _timings(form: Mapping[str, object]) -> Mapping[Topic, Timing]:
    """Return what a form chose for topics; what is none of a topic's times is left out."""
    return {
        topic: timing
        for topic in Topic
        for timing in timings_for(topic)
        if form.get(topic.value) == timing.value
    }


def _nights(form: Mapping[str, object]) -> Nights | None:
    return next((one for one in Nights if form.get(NIGHTS) == one.value), None)


def serve_mail(app: web.Application, pages: MailPages) -> None:
    """Let an application serve the pages; `throttle.guard` limits who guesses."""

    async def take(request: web.Request) -> web.Response:
        token = request.match_info["token"]
        if request.method == "POST":
            return await pages.take(token, await request.post())
        return await pages.look(token)

    app.router.add_get(PATH + "{token}", take)
    app.router.add_post(PATH + "{token}", take)
