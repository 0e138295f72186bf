"""Settings, the key of the codes, logs and ticks: what a program needs before it speaks."""

import asyncio
import json
import logging
import os
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest
import structlog
from pydantic import SecretStr

from bot.composition.rules_in_force import Overrides
from bot.config import (
    SettingFault,
    Settings,
    WrongSettings,
    must_be_able_to_run,
    read_settings,
)
from bot.jobs.page import Job, ticking
from bot.keys import pepper_of, secret_of
from bot.logs import configure_logs
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery
from tests.stories.town import settings_for

TOKEN = "42:TOKEN"


@pytest.fixture(autouse=True)
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in [one for one in os.environ if one.startswith("ZVONOK_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def test_nothing_set_is_enough_to_import(tmp_path: Path) -> None:
    settings = read_settings()

    assert settings.sqlite_path() == Path("var/zvonok.db")
    assert settings.window is None


def test_settings_are_read_from_a_file_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"ZVONOK_BOT_TOKEN={TOKEN}\nZVONOK_CORRECTION_WINDOW=60\n")

    settings = read_settings()

    assert settings.bot_token == SecretStr(TOKEN)
    assert settings.window == timedelta(seconds=60)


@pytest.mark.parametrize(
    ("value", "hours"), [("21:00-07:00", QuietHours(time(21), time(7))), ("off", "off")]
)
def test_quiet_hours_are_read_or_switched_off(
    environment: pytest.MonkeyPatch, value: str, hours: QuietHours | str
) -> None:
    environment.setenv("ZVONOK_QUIET_HOURS", value)

    assert read_settings().quiet_hours == hours


@pytest.mark.parametrize("value", ["at night", "21-7", "21:00", "25:00-07:00"])
def test_quiet_hours_that_nobody_could_keep_are_refused(
    environment: pytest.MonkeyPatch, value: str
) -> None:
    environment.setenv("ZVONOK_QUIET_HOURS", value)

    with pytest.raises(WrongSettings) as wrong:
        read_settings()

    assert wrong.value.faults == {"ZVONOK_QUIET_HOURS": SettingFault.WRONG}


def test_secrets_are_masked_wherever_settings_are_printed(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("ZVONOK_BOT_TOKEN", TOKEN)
    environment.setenv("ZVONOK_SECRET", "sixteen letters and more")

    shown = repr(read_settings())

    assert "TOKEN'" not in shown
    assert "sixteen" not in shown


@pytest.mark.parametrize(
    ("told", "faults"),
    [
        ({"bot_token": None}, {"ZVONOK_BOT_TOKEN": SettingFault.MISSING}),
        (
            {"clock": "2026-11-20T12:00:00+03:00"},
            {"ZVONOK_CLOCK": SettingFault.AGAINST_TELEGRAM},
        ),
        (
            {"webhook_url": "https://a.example"},
            {"ZVONOK_WEBHOOK_SECRET": SettingFault.REQUIRED_WITH_WEBHOOK},
        ),
        (
            {"database_url": "postgresql+psycopg://u@h/n"},
            {"ZVONOK_SECRET": SettingFault.REQUIRED_WITH_POSTGRES},
        ),
    ],
)
def test_a_half_configured_run_is_refused_and_says_why(
    told: dict[str, object], faults: dict[str, SettingFault]
) -> None:
    settings = Settings.model_validate({"bot_token": TOKEN, **told})

    with pytest.raises(WrongSettings) as wrong:
        must_be_able_to_run(settings)

    assert wrong.value.faults == faults


def test_a_clock_may_be_set_against_a_server_of_ones_own() -> None:
    must_be_able_to_run(
        Settings.model_validate(
            {
                "bot_token": TOKEN,
                "clock": "2026-11-20T12:00:00+03:00",
                "telegram_api_url": "http://127.0.0.1:8081",
            }
        )
    )


def test_the_key_is_made_once_beside_the_file(tmp_path: Path) -> None:
    settings = settings_for(f"sqlite:///{tmp_path}/new/zvonok.db", secret=None)

    first, second = secret_of(settings), secret_of(settings)

    assert first == second
    assert (tmp_path / "new" / "zvonok.key").read_text() == first.get_secret_value()


def test_a_secret_that_is_set_needs_no_file(tmp_path: Path) -> None:
    settings = settings_for(f"sqlite:///{tmp_path}/zvonok.db")

    assert secret_of(settings) == settings.secret
    assert list(tmp_path.iterdir()) == []


def test_several_hosts_must_be_told_the_secret() -> None:
    settings = settings_for("postgresql+psycopg://u@h/n", secret=None)

    with pytest.raises(WrongSettings):
        secret_of(settings)


def test_another_secret_is_another_pepper() -> None:
    one, other = SecretStr("a secret of sixteen"), SecretStr("another of sixteen letters")

    assert pepper_of(one) == pepper_of(one)
    assert pepper_of(one) != pepper_of(other)


def test_what_the_environment_says_stands_over_the_schools_rules() -> None:
    stored = Delivery()

    assert Overrides(None, None).over(stored) == stored
    assert Overrides(timedelta(), "off").over(stored) == Delivery(timedelta(), None)
    assert Overrides(None, QuietHours(time(23), time(6))).over(stored).quiet_hours == QuietHours(
        time(23), time(6)
    )


@pytest.fixture
def logs_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


@pytest.mark.usefixtures("logs_as_before")
def test_a_log_line_is_json_in_plain_letters_on_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure_logs("warning")
    log = structlog.get_logger("test")

    log.info("not-told")
    log.warning("told", who="Ева")

    out, err = capsys.readouterr()
    assert out == ""
    assert "Ева" in err
    assert json.loads(err)["event"] == "told"


async def test_every_tick_runs_as_often_as_its_line_says() -> None:
    ran = list[str]()

    async def run() -> None:
        ran.append("tick")

    async with ticking([Job("often", timedelta(seconds=0.05), run)]):
        await asyncio.sleep(0.3)

    assert len(ran) >= 2


async def test_a_tick_that_is_an_object_is_awaited_too() -> None:
    class Tick:
        ran = 0

        async def __call__(self) -> None:
            await asyncio.sleep(0)
            self.ran += 1

    tick = Tick()

    async with ticking([Job("often", timedelta(seconds=0.05), tick)]):
        await asyncio.sleep(0.3)

    assert tick.ran >= 2
