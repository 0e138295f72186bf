"""One language's texts by key. Arguments are escaped here, exactly once."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from bot.texts.html import Html, escaped, tidy
from bot.texts.keys import Key

LANGUAGES = ("ru", "en")
DEFAULT = "ru"
_REMEMBERED = 4096
_SHORT = 64
_ENTRY = re.compile(r"^(?=[a-z])", re.MULTILINE)
"""Where a text begins: what goes on with it is set in, or closes a bracket."""

Args = tuple[tuple[str, str | int], ...]


class WrongText(Exception):
    """A text lacks an argument or breaks Fluent's limits; tests find it before a person does."""


class Texts:
    """All languages; each text is parsed and compiled once, when it is first said."""

    def __init__(self, phrases: "Mapping[str, Phrases]") -> None:
        self._speeches = {
            language: Speech(language, found, self) for language, found in phrases.items()
        }

    @classmethod
    @cache
    def load(cls) -> "Texts":
        """Read every language that comes with the program."""
        home = resources.files("bot.texts")
        return cls({language: Phrases(language, home / language) for language in LANGUAGES})

    def of(self, language: str) -> "Speech":
        """Return the speech of a language code as `ru` or `en-GB`; Russian for any other."""
        return self._speeches.get(language.lower()[:2], self._speeches[DEFAULT])


class Phrases:
    """One language's texts as they are written, parsed one by one: all at once fill 6 MiB.

    No text refers to another one.
    """

    def __init__(self, language: str, folder: Traversable) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._written = {
            entry.partition("=")[0].strip(): entry
            for file in sorted(folder.iterdir(), key=lambda one: one.name)
            for entry in _ENTRY.split(file.read_text(encoding="utf-8"))[1:]
        }

    def formatted(self, key: Key, args: Args) -> str:
        """Return a text with its arguments; raise WrongText where they do not fit."""
        written = self._written.pop(key, None)
        if written is not None:
            self._bundle.add_resource(FluentResource(written))
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise WrongText(key)
        faults: list[Any]
        text, faults = self._bundle.format_pattern(pattern, dict(args))
        if faults:
            raise WrongText(key, *faults)
        return str(text)


class Speech:
    """How the bot speaks to one person. Short texts that come again and again are remembered."""

    def __init__(self, language: str, phrases: Phrases, texts: Texts) -> None:
        self.language = language
        self._phrases = phrases
        self._texts = texts
        self._remembered = lru_cache(_REMEMBERED)(phrases.formatted)

    def say(self, key: Key, /, **args: str | int) -> Html:
        """Return a text as Telegram's HTML; string arguments are escaped, unless they are HTML."""
        return Html(self._format(key, tuple((name, _safe(value)) for name, value in args.items())))

    def label(self, key: Key, /, **args: str | int) -> str:
        """Return a text for a button or a toast, where Telegram reads no HTML."""
        return self._format(key, tuple((name, _tidy(value)) for name, value in args.items()))

    def turned_to(self, language: str) -> "Speech":
        """Return the speech of another language."""
        return self._texts.of(language)

    def _format(self, key: Key, args: Args) -> str:
        if sum(len(value) for _, value in args if isinstance(value, str)) > _SHORT:
            return self._phrases.formatted(key, args)
        return self._remembered(key, args)


def _safe(value: str | int) -> str | int:
    return escaped(value) if isinstance(value, str) else value


def _tidy(value: str | int) -> str | int:
    return tidy(value) if isinstance(value, str) else value
