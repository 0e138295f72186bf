"""What a person sees of one message."""

from dataclasses import dataclass

from sandbox.engine import Kept, StoredFile, Telegram, Wire


@dataclass(frozen=True, slots=True)
class Screen:
    """A message as it stood when somebody looked; an old one keeps its old buttons."""

    id: int
    text: str
    """The text, or the words under a picture or file."""
    buttons: list[str]
    """The labels, row by row."""
    rows: list[list[Wire]]
    """The buttons in full, as they lie."""
    photo: StoredFile | None
    document: StoredFile | None
    silent: bool
    wire: Wire
    """Telegram's Message object."""

    def data_of(self, label: str) -> str:
        """Return what the one button with this label carries."""
        found = [button for row in self.rows for button in row if button["text"] == label]
        if len(found) != 1:
            count = len(found) or "no"
            raise AssertionError(
                f"{count} buttons {label!r} among {self.buttons} of {self.text!r}"
            )
        if "callback_data" not in found[0]:
            raise AssertionError(f"the button {label!r} cannot be tapped: {found[0]}")
        return str(found[0]["callback_data"])


def seen(telegram: Telegram, kept: Kept) -> Screen:
    """Return what a message shows."""
    rows = kept.wire.get("reply_markup", {}).get("inline_keyboard", [])
    photos = kept.wire.get("photo", [{}])
    return Screen(
        id=kept.id,
        text=kept.text,
        buttons=[button["text"] for row in rows for button in row],
        rows=rows,
        photo=_file(telegram, photos[-1]),
        document=_file(telegram, kept.wire.get("document", {})),
        silent=kept.silent,
        wire=kept.wire,
    )


def _file(telegram: Telegram, wire: Wire) -> StoredFile | None:
    return telegram.world.files.by_id(wire.get("file_id", ""))
