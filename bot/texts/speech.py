"""One language's texts by key. Arguments are escaped here, exactly once."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern

from bot.texts.html import Html, escaped, tidy
from bot.texts.keys import Key

LANGUAGES = ("ru", "en")
DEFAULT = "ru"
_REMEMBERED = 4096
_SHORT = 64

Args = tuple[tuple[str, str | int], ...]


class WrongText(Exception):
    """A text lacks an argument or breaks Fluent's limits; tests find it before a person does."""


class Texts:
    """All languages, each parsed and compiled once."""

    def __init__(self, bundles: Mapping[str, FluentBundle]) -> None:
        self._speeches = {
            language: Speech(language, bundle, self) for language, bundle in bundles.items()
        }

    @classmethod
    def load(cls) -> "Texts":
        """Read every language that comes with the program."""
        home = resources.files("bot.texts")
        return cls({language: _bundle(language, home / language) for language in LANGUAGES})

    def of(self, language: str) -> "Speech":
        """Return the speech of a language code as `ru` or `en-GB`; Russian for any other."""
        return self._speeches.get(language.lower()[:2], self._speeches[DEFAULT])


def _bundle(language: str, folder: Traversable) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


class Speech:
    """How the bot speaks to one person. Short texts that come again and again are remembered."""

    def __init__(self, language: str, bundle: FluentBundle, texts: Texts) -> None:
        self.language = language
        self._bundle = bundle
        self._texts = texts
        self._remembered = lru_cache(_REMEMBERED)(self._formatted)

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
            return self._formatted(key, args)
        return self._remembered(key, args)

    def _formatted(self, key: Key, args: Args) -> str:
        faults: list[Any]
        text, faults = self._bundle.format_pattern(_pattern(self._bundle, key), dict(args))
        if faults:
            raise WrongText(key, *faults)
        return str(text)


def _pattern(bundle: FluentBundle, key: Key) -> Pattern:
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise WrongText(key)
    return pattern


def _safe(value: str | int) -> str | int:
    return escaped(value) if isinstance(value, str) else value


def _tidy(value: str | int) -> str | int:
    return tidy(value) if isinstance(value, str) else value
