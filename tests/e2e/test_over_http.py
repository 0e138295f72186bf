"""The bot as a process, the sandbox as another: nothing but HTTP and a file between them."""

import html
import json
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.e2e.machine import (
    Bundles,
    Machine,
    Phone,
    a_free_port,
    asked,
    eventually,
    status_of,
)

IN = "Вход открыт"
KILLS = 5
SEND = 0.25
EMULATOR = str(Path(sys.executable).with_name("lo-bot-api-emulator"))
SECRET = "a-secret-of-this-test"
pytestmark = pytest.mark.timeout(300)


def rows(machine: Machine) -> Counter[str]:
    return Counter(ending for (ending,) in machine.query("SELECT ending FROM outbox"))


def test_a_parent_activates_and_reads_the_diary(machine: Machine) -> None:
    with machine.running():
        mother = machine.somebody(4001)
        mother.does("starts", payload=machine.code_of("g0-0a"))
        welcome = mother.hears(IN)

        mother.taps("Дневник")
        diary = mother.hears("Дневник за 16–22 ноября")

    assert "Эминова Мария" in welcome
    assert "Олег" in welcome
    assert "пн, 16 ноября" in diary


def test_an_import_by_another_process_is_heard_within_a_second(
    machine: Machine, family: list[Phone], bundles: Bundles
) -> None:
    with machine.running():
        for phone in family:
            phone.hears(IN)

        machine.imports(bundles.after)
        begun = time.monotonic()
        eventually(lambda: rows(machine) == {"delivered": 12}, within=10)
        took = time.monotonic() - begun

    assert took < 1
    assert all(len(phone.texts()) > 1 for phone in family)


def test_five_kills_lose_none_of_the_twelve(
    machine: Machine, family: list[Phone], bundles: Bundles
) -> None:
    with machine.running():
        for phone in family:
            phone.hears(IN)
    slow = {"fault": "delay", "seconds": SEND, "method": "sendMessage", "times": None}
    for phone in family:
        asked(f"{machine.telegram}/sandbox/faults", {**slow, "chat_id": phone.id})
    machine.imports(bundles.after)

    for _ in range(KILLS):
        family[-1].does("sends", text="/marks")
        process = machine.starts()
        time.sleep(random.uniform(0, 3 * SEND))
        process.kill()
        process.wait()
    with machine.running():
        eventually(lambda: None not in rows(machine))
        family[-1].does("sends", text="/cancel")
        family[-1].hears("Отменять нечего")
        eventually(lambda: not machine.query("SELECT 1 FROM inbox WHERE state != 'shown'"))

    print(rows(machine))
    assert rows(machine).total() == 12
    assert rows(machine).keys() <= {"delivered", "unknown"}
    told = machine.query("SELECT DISTINCT ending, text FROM outbox")
    for ending, kept in told:
        (call,) = json.loads(kept)
        (phone,) = [one for one in family if one.id == call["chat_id"]]
        times = phone.texts().count(html.unescape(re.sub("<[^>]*>", "", call["text"])))
        assert times == 1 or (ending == "unknown" and times == 0)
    answers = [text for text in family[-1].texts() if text.startswith("📘 Отметки")]
    assert len(answers) >= KILLS


def test_a_webhook_takes_what_bears_the_secret_and_nothing_else(machine: Machine) -> None:
    port = a_free_port()
    address = f"http://127.0.0.1:{port}"
    machine.more |= {
        "ZVONOK_WEBHOOK_URL": address,
        "ZVONOK_WEBHOOK_PORT": str(port),
        "ZVONOK_WEBHOOK_SECRET": SECRET,
    }
    header = {"X-Telegram-Bot-Api-Secret-Token": "a guess"}
    mother = machine.somebody(4002)

    with machine.running():
        mother.does("starts", payload=machine.code_of("g0-0a"))
        welcome = mother.hears(IN)
        health = asked(f"{address}/health")
        forged = status_of(f"{address}/telegram", {"update_id": 1}, headers=header)

    assert "Олег" in welcome
    assert health == {"status": "ok"}
    assert forged == 403


def test_a_polling_bot_gets_what_a_webhook_was_set_for_before(machine: Machine) -> None:
    port = a_free_port()
    api = f"{machine.telegram}/bot{machine.token}"
    asked(f"{api}/setWebhook", {"url": f"http://127.0.0.1:{port}/telegram"})
    mother = machine.somebody(4003)

    with machine.running():
        mother.does("starts")
        mother.hears("Это бот школы.")

    assert asked(f"{api}/getWebhookInfo")["result"]["url"] == ""


def test_sigterm_stops_it_once_what_was_begun_is_said(machine: Machine) -> None:
    slow = {"fault": "delay", "seconds": 1.0, "method": "sendMessage", "chat_id": 4004}
    mother = machine.somebody(4004)
    asked(f"{machine.telegram}/sandbox/faults", slow)

    process = machine.starts()
    mother.does("starts")
    eventually(lambda: machine.query("SELECT 1 FROM inbox WHERE state = 'answered'"))
    process.send_signal(signal.SIGTERM)
    status = process.wait(timeout=20)

    assert status == 0
    assert mother.texts()[0].startswith("Это бот школы.")
    assert machine.query("SELECT state FROM inbox") == [("shown",)]
    assert "Traceback" not in machine.log.read_text()


def test_a_second_run_on_the_same_file_is_refused_in_a_sentence(machine: Machine) -> None:
    with machine.running() as first:
        second = machine.runs("run")
        still_there = first.poll() is None

    assert second.returncode == 2
    assert "ZVONOK_DATABASE_URL" in second.stderr
    assert "Traceback" not in second.stderr
    assert still_there


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        pytest.param({"ZVONOK_BOT_TOKEN": ""}, "ZVONOK_BOT_TOKEN", id="no token"),
        pytest.param({"ZVONOK_BOT_TOKEN": "secret"}, "ZVONOK_BOT_TOKEN", id="no such token"),
        pytest.param(
            {"ZVONOK_WEBHOOK_URL": "https://a.example"}, "ZVONOK_WEBHOOK_SECRET", id="webhook"
        ),
        pytest.param(
            {"ZVONOK_TELEGRAM_API_URL": "https://api.telegram.org"}, "ZVONOK_CLOCK", id="clock"
        ),
        pytest.param(
            {"ZVONOK_DATABASE_URL": "postgresql+psycopg://u@127.0.0.1:1/no"},
            "ZVONOK_SECRET",
            id="secret",
        ),
    ],
)
def test_a_half_configured_start_says_what_is_missing(
    machine: Machine, more: dict[str, str], missing: str
) -> None:
    machine.more |= more

    done = machine.runs("run")

    assert done.returncode == 2
    assert missing in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr.replace("ZVONOK_WEBHOOK_SECRET", "")


def test_a_server_that_does_not_answer_well_is_waited_out(machine: Machine) -> None:
    mother = machine.somebody(4005)
    broken = {"fault": "raw_answer", "status": 200, "body": '{"ok":true,"resu'}
    with machine.running():
        for method in ("getUpdates", "sendMessage"):
            asked(f"{machine.telegram}/sandbox/faults", {**broken, "method": method, "times": 1})
        mother.does("starts")
        mother.hears("Это бот школы.")


def test_an_update_that_fits_no_schema_does_not_stall_polling(machine: Machine) -> None:
    mother = machine.somebody(4006)
    bot = f"{machine.telegram}/sandbox/bots/{machine.token}"
    with machine.running() as process:
        asked(f"{bot}/updates", {"message": {"chat": "nobody", "text": ["?"]}})
        asked(f"{bot}/updates", {"surprise": True})
        asked(f"{bot}/updates", {"message": {"chat": {"id": 2**70}, "text": "\ud83d"}})

        mother.does("starts")
        mother.hears("Это бот школы.")

        eventually(lambda: len(machine.query("SELECT 1 FROM inbox WHERE state = 'aside'")) >= 2)
        assert process.poll() is None


def test_no_code_name_or_mark_stands_in_the_log(machine: Machine) -> None:
    mother = machine.somebody(4007)
    code = machine.code_of("g0-0a")
    machine.more["ZVONOK_LOG_LEVEL"] = "DEBUG"

    with machine.running():
        mother.does("starts", payload=code)
        mother.hears(IN)
        mother.does("sends", text="/marks")
        mother.hears("Отметки")

    log = machine.log.read_text()
    assert code not in log
    assert "Эминова" not in log
    assert machine.token not in log


def test_another_server_of_the_bot_api_serves_too(machine: Machine) -> None:
    port, journal = a_free_port(), machine.folder / "requests.jsonl"
    server = subprocess.Popen(
        [EMULATOR, "--port", str(port), "--enable-control", "--journal", str(journal)]
    )
    machine.telegram = f"http://127.0.0.1:{port}"
    updates = f"{machine.telegram}/__fixture/updates"
    try:
        eventually(lambda: _answers(port))
        with machine.running():
            for text in ("/start", machine.code_of("g0-0a"), "/diary"):
                asked(updates, {"token": machine.token, "update": _message(text)})
                eventually(lambda: not machine.query("SELECT 1 FROM inbox WHERE state != 'shown'"))
            eventually(lambda: len(machine.query("SELECT 1 FROM inbox")) == 3)
            eventually(lambda: machine.query("SELECT 1 FROM account_links"))
            eventually(lambda: not machine.query("SELECT 1 FROM inbox WHERE state != 'shown'"))
        verdict = subprocess.run(
            [
                *(EMULATOR, "verdict", str(journal), "--require-response"),
                *("--require-method", "sendMessage", "--require-method", "setMyCommands"),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        server.terminate()
        server.wait()

    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


def _answers(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def _message(text: str) -> dict[str, object]:
    person = {"id": 4100, "first_name": "Мария", "language_code": "ru"}
    entities = {"entities": [{"type": "bot_command", "offset": 0, "length": len(text)}]}
    return {
        "message": {
            "message_id": 1,
            "date": 1_795_165_200,
            "from": {**person, "is_bot": False},
            "chat": {"id": 4100, "type": "private", "first_name": "Мария"},
            "text": text,
            **(entities if text.startswith("/") else {}),
        }
    }
