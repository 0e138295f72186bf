"""One story that every client library goes through with its own bot."""

from sandbox.engine import Kept, Telegram, UploadedFile
from tests.sandbox.builders import MARIA, TOKEN, a_png, until

GREETING, LABEL, DATA = "Здравствуйте, <b>Мария</b>", "Дневник", "diary"
DIARY, TOAST, FILE = "Дневник пуст", "Готово", b"id;mark\n1;5\n"


async def the_story(telegram: Telegram) -> None:
    """Maria starts the bot, taps, is shown the diary and a file, and sends a picture."""
    telegram.people.starts(TOKEN, MARIA, "AB-12")
    await until(lambda: _last(telegram).from_bot)
    greeting = _last(telegram)
    assert greeting.text == "Здравствуйте, Мария"
    assert greeting.wire["entities"] == [{"type": "bold", "offset": 14, "length": 5}]

    tap = telegram.people.taps(
        TOKEN, MARIA, greeting.id, next(greeting.buttons())["callback_data"]
    )
    await until(lambda: "document" in _last(telegram).wire)
    assert (tap.answer or {})["text"] == TOAST
    assert telegram.chat(TOKEN, MARIA).messages[greeting.id].text == DIARY
    stored = telegram.world.files.by_id(_last(telegram).wire["document"]["file_id"])
    assert stored is not None
    assert (stored.content, stored.name) == (FILE, "marks.csv")

    telegram.people.sends_photo(TOKEN, MARIA, UploadedFile(a_png(), "x.png"))
    await until(lambda: _last(telegram).text == f"{len(a_png())} байт")
    await until(lambda: not telegram.spinners(TOKEN))


def _last(telegram: Telegram) -> Kept:
    return telegram.chat(TOKEN, MARIA).history()[-1]
