"""Who may import what. import-linter holds the floors; here stands what it cannot say."""

import sys

import pytest

from tests.house.source import modules

HOMES = {
    "aiogram": ("bot", "sandbox.in_process"),
    "aiohttp": ("bot.telegram", "bot.web", "sandbox.http", "sandbox.page"),
    "aiohttp_socks": ("bot.telegram",),
    "alembic": ("storage",),
    "apscheduler": ("bot.jobs",),
    "babel": ("bot.texts", "bot.screens", "bot.documents"),
    "fluent": ("bot.texts",),
    "pydantic_settings": ("bot.config",),
    "sqlalchemy": ("storage",),
    "storage": ("storage", "bot.composition"),
    "sandbox": ("sandbox", "bot.cli", "bot.demo", "bot.demo_families", "bot.demo_play"),
    "typer": ("bot",),
}


def test_core_imports_the_standard_library_and_itself() -> None:
    known = sys.stdlib_module_names | {"core"}

    foreign = {one.name: one.packages - known for one in modules("core") if one.packages - known}

    assert foreign == {}


@pytest.mark.parametrize("package", HOMES)
def test_a_package_is_imported_only_where_it_is_at_home(package: str) -> None:
    importers = [one for one in modules() if package in one.packages]

    strangers = [one.name for one in importers if not one.lives_in(HOMES[package])]

    assert strangers == []


def test_procrastinate_is_known_to_one_module() -> None:
    importers = [one.name for one in modules() if "procrastinate" in one.packages]

    assert len(importers) <= 1
