"""Writes `keys.py` from the Russian texts: `python -m bot.texts.generate_keys`."""

from importlib import resources
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

_HEAD = '''"""Every key of a text. Written by bot.texts.generate_keys: change the .ftl files."""

from typing import Literal

Key = Literal[
'''


def keys_of(language: str) -> list[str]:
    """Return the keys of a language in the order of the alphabet."""
    folder = resources.files("bot.texts") / language
    parser = FluentParser()
    return sorted(
        entry.id.name
        for file in folder.iterdir()
        for entry in parser.parse(file.read_text(encoding="utf-8")).body
        if isinstance(entry, Message)
    )


def source() -> str:
    """Return what `keys.py` must hold."""
    return _HEAD + "".join(f'    "{key}",\n' for key in keys_of("ru")) + "]\n"


if __name__ == "__main__":
    Path(__file__).with_name("keys.py").write_text(source(), encoding="utf-8")
