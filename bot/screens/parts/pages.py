"""A long list in pages: what was cut is said, and is one tap away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from aiogram.filters.callback_data import CallbackData

from bot.screens.parts.screen import Button, button
from bot.texts.html import NOTHING, Html
from bot.texts.speech import Speech

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """A part of a list; `begin` counts the items before it, `rest` those after it."""

    items: Sequence[Item]
    number: int
    begin: int
    rest: int


def page_of(items: Sequence[Item], number: int, *, size: int) -> Page[Item]:
    """Return a page; the last one where the list has become shorter than the button remembers."""
    last = max(0, (len(items) - 1) // size)
    number = min(number, last)
    begin = number * size
    shown = items[begin : begin + size]
    return Page(shown, number, begin, len(items) - begin - len(shown))


def rest_of(speech: Speech, page: Page[Item]) -> Html:
    """Say how much follows; nothing on the last page."""
    return speech.say("more", count=page.rest) if page.rest else NOTHING


def place_of(speech: Speech, page: Page[Item]) -> list[Html]:
    """Say which of a list are shown, where its sum has said how many; nothing of a short list."""
    if not page.begin and not page.rest:
        return []
    first, last = page.begin + 1, page.begin + len(page.items)
    return [speech.say("page-place", first=first, last=last)]


def turning(
    speech: Speech, page: Page[Item], target: Callable[[int], CallbackData]
) -> tuple[Button, ...]:
    """Return the buttons to the pages before and after."""
    found = []
    if page.number:
        found.append(button(speech.label("back-page"), target(page.number - 1)))
    if page.rest:
        found.append(button(speech.label("next-page"), target(page.number + 1)))
    return tuple(found)
