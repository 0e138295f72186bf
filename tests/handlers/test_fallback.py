"""Whatever no task takes gets a sentence that helps, and the menu."""

import pytest

from bot.texts import Key
from tests.handlers.chat import Chat
from tests.screens.views import RU, read

SENT: list[tuple[str, Key]] = [
    ("Здравствуйте", "unknown-words"),
    ("<b>&amp;</b>", "unknown-words"),
    ("/unheard", "unknown-command"),
    ("я" * 4096, "too-long"),
]


@pytest.mark.parametrize(("text", "key"), SENT)
async def test_words_that_mean_nothing_here_are_answered(
    father: Chat, text: str, key: Key
) -> None:
    assert read(await father.sends(text)) == [RU.label(key), "Что показать?"]


FILE = {"file_id": "1", "file_unique_id": "1"}
POSTED: list[tuple[dict[str, object], Key]] = [
    ({"photo": [FILE | {"width": 1, "height": 1}], "caption": "справка"}, "not-text"),
    ({"voice": FILE | {"duration": 1}}, "not-text"),
    ({"location": {"latitude": 1.0, "longitude": 1.0}}, "not-text"),
    ({"contact": {"phone_number": "+70000000000", "first_name": "Анна"}}, "contact"),
]


@pytest.mark.parametrize(("content", "key"), POSTED)
async def test_what_is_no_text_is_answered(
    father: Chat, content: dict[str, object], key: Key
) -> None:
    assert read(await father.posts(**content)) == [RU.label(key), "Что показать?"]


async def test_an_edit_is_answered(father: Chat) -> None:
    assert read(await father.edits("/diary"))[0] == RU.label("edited")
