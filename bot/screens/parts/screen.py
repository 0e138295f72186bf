"""A screen is a value: text and buttons built together, ready to be shown by any channel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from aiogram.filters.callback_data import CallbackData

from bot.screens.parts.enclosure import Enclosure
from bot.texts.html import Html, cut, joined

LABEL_LENGTH = 32
TOAST_LENGTH = 200
TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024


@dataclass(frozen=True, slots=True)
class Button:
    """A place or a deed under a screen: either `callback_data` or `url` is set."""

    label: str
    callback_data: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A photo or file that the channel keeps for us; it alone knows the `reference`.

    `instead` is said where the channel does not give it out any more.
    """

    reference: str
    is_picture: bool
    instead: Html


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown. A tap edits the screen in place, unless `anew`: then what was tapped stays.

    `toast` answers a tap, as a window to be closed where `alert`. `silent` comes without sound.
    `neutral` says that there is news and no more, for where others may read along.
    With `enclosed` the text stands under a picture or file, which comes as a message of its own;
    so it does with a `file`, which is not made but kept by the channel.
    `recaptioned`: the message that was tapped has that file already, and gets other words.
    An `album` comes before the text, each of its files with its own of the `captions`.
    `takes_back`: what the person wrote is taken out of the chat, where the channel lets.
    """

    text: Html
    buttons: Rows = ()
    toast: str | None = None
    alert: bool = False
    silent: bool = False
    neutral: Html | None = None
    anew: bool = False
    enclosed: Enclosure | None = None
    file: KeptFile | None = None
    recaptioned: bool = False
    album: tuple[KeptFile, ...] = ()
    captions: tuple[Html, ...] = ()
    takes_back: bool = False

    @property
    def in_words(self) -> Self:
        """Return the screen without what it encloses: what is said instead of it."""
        if self.enclosed is None:
            return self
        return replace(self, text=self.enclosed.instead, enclosed=None)

    def beside(self, *, anew: bool) -> Self:
        """Return the screen as one that leaves the tapped message as it is, if so asked."""
        return replace(self, anew=anew)


def button(label: str, target: CallbackData) -> Button:
    """Return a button that opens something; a long label is cut so that a phone shows it."""
    return Button(cut(label, LABEL_LENGTH), callback_data=target.pack())


def lines(*parts: Html | Sequence[Html]) -> Html:
    """Return a screen's text: a line for each part, and none for an empty one."""
    flat = [[part] if isinstance(part, str) else part for part in parts]
    return joined("\n", [line for group in flat for line in group])


def rows(*given: Sequence[Button]) -> Rows:
    """Return rows of buttons without empty ones."""
    return tuple(tuple(row) for row in given if row)
