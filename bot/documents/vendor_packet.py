"""A packet for the vendor as one file: its text and its pictures."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from bot.documents.bench import File
from bot.documents.filing import file_name
from bot.documents.pictures import picture_name
from bot.screens.helpdesk.packet_text import packet_text
from bot.texts.speech import Speech
from core.helpdesk.vendor.packet import Packet

_LANGUAGE: Final = "ru"


@dataclass(frozen=True, slots=True)
class PicturedPacket:
    """A packet with its pictures as they were fetched."""

    packet: Packet
    pictures: tuple[bytes, ...]


def make(speech: Speech, view: PicturedPacket) -> File:
    """Return the archive: the text opens in any editor, also one that takes it for no UTF-8."""
    vendors, kept = speech.turned_to(_LANGUAGE), BytesIO()
    text = packet_text(speech, view.packet).replace("\n", "\r\n")
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        archive.writestr(vendors.label("packet-text-file"), text.encode("utf-8-sig"))
        for at, content in enumerate(view.pictures, start=1):
            name = vendors.label("packet-picture-file", number=at)
            archive.writestr(picture_name(name, content), content)
    return File(file_name(speech.label("packet-file-name"), "zip"), kept.getvalue())
