"""A screen becomes a letter, in words and as a page; it is kept as text before it leaves."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from html import unescape
from typing import Any, Final

from bot.screens.parts.screen import Screen
from bot.texts.html import NOTHING, Html
from bot.texts.speech import Speech

_TAGS: Final = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is kept before it leaves: a repeat has the same number and words.

    `sealed` is by what the file is known that goes along.
    A person's letter names in `reply_to` whom to answer; any other is answered by nobody.
    `stop` is where letters end: mail programmes have a button of their own for it.
    """

    to: str
    subject: str
    text: str
    html: str
    number: str
    reply_to: str = ""
    stop: str = ""
    sealed: Mapping[str, Any] | None = None

    def kept(self) -> str:
        """Return the letter as text."""
        return json.dumps(astuple(self), ensure_ascii=False)

    @classmethod
    def of(cls, kept: str) -> "Letter":
        """Read a kept letter back."""
        return cls(*json.loads(kept))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a letter asks to be acknowledged: by a link, or in the chat where there is none."""

    label: Html
    url: str = ""

    def html(self) -> str:
        """Return it as a line of the letter."""
        return f'<a href="{self.url}">{self.label}</a>' if self.url else self.label

    def plain(self) -> str:
        """Return it as a line of the letter's text."""
        return f"{_plain(self.label)}:\n{self.url}" if self.url else _plain(self.label)


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below a letter: where its reader chooses what comes, and the link to stop."""

    choose: Answer = Answer(NOTHING)
    stop: str = ""


_NOTHING_BELOW: Final = Below()


def letter_of(
    speech: Speech,
    screen: Screen,
    *,
    to: str,
    number: str,
    answers: Sequence[Answer] = (),
    below: Below = _NOTHING_BELOW,
) -> Letter:
    """Return a screen as a letter. Its subject tells no more than that there is news of whom."""
    footer = speech.say("mail-footer")
    ends = Answer(speech.say("mail-stop"), below.stop) if below.stop else Answer(NOTHING)
    subject = _plain(screen.neutral or speech.say("mail-subject"))
    asked = "".join(f"<p>{one.html()}</p>" for one in answers)
    chosen = below.choose
    small = "<br>\n".join(filter(None, (_lines(footer), chosen.html(), ends.html())))
    html = f"<p>{_lines(screen.text)}</p>{asked}<p><small>{small}</small></p>"
    to_answer = "".join(f"\n\n{one.plain()}" for one in answers)
    signed = "\n".join(filter(None, (_plain(footer), chosen.plain(), ends.plain())))
    text = f"{_plain(screen.text)}{to_answer}\n\n-- \n{signed}\n"
    return Letter(to, subject, text, html, number, stop=below.stop)


def _plain(html: Html | str) -> str:
    return unescape(_TAGS.sub("", html))


def _lines(html: Html) -> str:
    return html.replace("\n", "<br>\n")
