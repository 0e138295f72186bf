"""The mail server is named whole, or not at all."""

import os
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config import (
    SettingFault,
    SmtpAddress,
    WrongSettings,
    must_be_able_to_run,
    read_settings,
)

SERVER = "smtp://school:se%40cret@mail.example.org:2525"


@pytest.fixture(autouse=True)
def nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in [one for one in os.environ if one.startswith("ZVONOK_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZVONOK_BOT_TOKEN", "42:TOKEN")
    return monkeypatch


def test_a_server_is_read_from_its_address() -> None:
    assert SmtpAddress.of(SERVER) == SmtpAddress(
        "mail.example.org", 2525, "school", "se@cret", encrypted=False
    )


@pytest.mark.parametrize(
    ("url", "port"), [("smtp://mail.example.org", 587), ("smtps://mail.example.org", 465)]
)
def test_a_port_that_is_not_named_is_the_usual_one(url: str, port: int) -> None:
    assert SmtpAddress.of(url).port == port


def test_the_password_is_not_printed(nothing_set: pytest.MonkeyPatch) -> None:
    nothing_set.setenv("ZVONOK_SMTP_URL", SERVER)
    nothing_set.setenv("ZVONOK_MAIL_FROM", "school@example.org")

    settings = read_settings()

    must_be_able_to_run(settings)
    assert settings.smtp_url == SecretStr(SERVER)
    assert "se%40cret" not in repr(settings)


@pytest.mark.parametrize(
    "url",
    ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://host:port", "smtp://h/x"],
)
def test_what_names_no_server_is_wrong(nothing_set: pytest.MonkeyPatch, url: str) -> None:
    nothing_set.setenv("ZVONOK_SMTP_URL", url)

    with pytest.raises(WrongSettings) as wrong:
        read_settings()

    assert wrong.value.faults == {"ZVONOK_SMTP_URL": SettingFault.WRONG}


@pytest.mark.parametrize("sender", ["school", "a b@example.org", "a@example.org\nBcc: x@y.org"])
def test_what_is_no_address_sends_no_letters(nothing_set: pytest.MonkeyPatch, sender: str) -> None:
    nothing_set.setenv("ZVONOK_MAIL_FROM", sender)

    with pytest.raises(WrongSettings) as wrong:
        read_settings()

    assert wrong.value.faults == {"ZVONOK_MAIL_FROM": SettingFault.WRONG}


@pytest.mark.parametrize(
    ("given", "value", "lacking"),
    [
        ("ZVONOK_SMTP_URL", SERVER, "ZVONOK_MAIL_FROM"),
        ("ZVONOK_MAIL_FROM", "school@example.org", "ZVONOK_SMTP_URL"),
    ],
)
def test_a_half_is_named_at_the_start(
    nothing_set: pytest.MonkeyPatch, given: str, value: str, lacking: str
) -> None:
    nothing_set.setenv(given, value)

    with pytest.raises(WrongSettings) as wrong:
        must_be_able_to_run(read_settings())

    assert wrong.value.faults == {lacking: SettingFault.REQUIRED_WITH_MAIL}
