"""Every setting is where people look for it."""

import re

import pytest

from bot.config import Settings
from tests.house.source import ROOT, text_of

SETTINGS = {f"ZVONOK_{name.upper()}": field for name, field in Settings.model_fields.items()}


def test_every_setting_stands_in_the_example() -> None:
    shown = re.findall(r"^(?:# )?(ZVONOK_\w+)=", text_of(ROOT / ".env.example"), re.MULTILINE)

    assert set(shown) == set(SETTINGS)


def test_every_setting_stands_in_the_table_of_the_readme() -> None:
    listed = re.findall(r"^\| `(ZVONOK_\w+)` \|", text_of(ROOT / "README.md"), re.MULTILINE)

    assert sorted(listed) == sorted(SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_says_what_it_is_for(setting: str) -> None:
    assert SETTINGS[setting].description
