"""A packet as the vendor reads it: plain words in Russian, the same by letter, text and file."""

from typing import Final

from bot.screens.helpdesk.packet_words import ROLES
from bot.texts.html import cut
from bot.texts.speech import Speech
from core.helpdesk.vendor.packet import Packet

_LANGUAGE: Final = "ru"
_SUBJECT: Final = 120


def packet_text(speech: Speech, of: Packet) -> str:
    """Return the whole packet as text; what is not said yet is left out."""
    vendors = speech.turned_to(_LANGUAGE)
    account, story, support = of.account, of.story, of.support
    parts = [
        vendors.label("packet-text-organisation", value=support.organisation),
        vendors.label("packet-text-domain", value=support.domain),
        vendors.label("packet-text-login", value=account.login),
        vendors.label("packet-text-identifier", value=account.identifier),
        vendors.label("packet-text-role", value=vendors.label(ROLES[account.role]))
        if account.role
        else "",
        _paragraph(vendors.label("packet-text-happened"), story.happened),
        _paragraph(vendors.label("packet-text-moment"), story.moment),
        _paragraph(vendors.label("packet-text-tried"), story.tried),
        "\n" + vendors.label("packet-text-pictures", count=len(story.pictures)),
    ]
    return "\n".join(one for one in parts if one)


def packet_subject(speech: Speech, of: Packet) -> str:
    """Return the subject of its letter."""
    vendors = speech.turned_to(_LANGUAGE)
    said = vendors.label("packet-text-subject", value=of.support.organisation)
    return cut(said, _SUBJECT)


def _paragraph(head: str, said: str) -> str:
    return f"\n{head}\n{said}" if said else ""
