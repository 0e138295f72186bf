"""Pages to which the links of letters lead: an address is confirmed, letters end.

Mail programmes follow links by themselves, so only the button does something. Of whom the school
writes these pages do not say: the address may be a stranger's.
"""

from typing import Final

from bot.screens.parts.screen import lines
from bot.screens.parts.web_page import button_form, hidden, language_form, page
from bot.texts.html import Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.mail_addresses import masked
from core.access.mail_links import Offered, Stopping

LANGUAGE: Final = "language"
"""The field of the form that tells in which language an address was confirmed."""
_ADDRESS_LENGTH = 80
_SCHOOL_LENGTH = 80


def offer_page(speech: Speech, offered: Offered) -> str:
    """Return the page on which letters to an address are agreed to, or were."""
    named = {
        "address": cut(masked(offered.proof.address), _ADDRESS_LENGTH),
        "school": cut(offered.member.school_name, _SCHOOL_LENGTH),
    }
    if offered.is_done:
        return page(speech, speech.say("mail-page-confirmed", **named), language_form(speech))
    asked = lines(
        speech.say("mail-page-offer", **named),
        speech.say("mail-page-words"),
        speech.say("mail-page-tongue"),
    )
    spoken = hidden(LANGUAGE, speech.language)
    confirm = button_form(speech.say("mail-page-confirm"), spoken)
    return page(speech, asked, Html(confirm + language_form(speech)))


def stop_page(speech: Speech, stopping: Stopping) -> str:
    """Return the page on which letters end, or have ended."""
    if stopping.mailbox is None:
        return page(speech, speech.say("mail-page-stopped"), language_form(speech))
    address = stopping.mailbox.account.address.value
    asked = speech.say("mail-page-stop", address=cut(masked(address), _ADDRESS_LENGTH))
    stop = button_form(speech.say("mail-page-stop-surely"))
    return page(speech, asked, Html(stop + language_form(speech)))


def note_page(speech: Speech, key: Key) -> str:
    """Return a page that says one sentence."""
    return page(speech, speech.say(key))


def offer_letter(speech: Speech, school: str) -> Html:
    """Return what the first letter says: no name of anybody stands in it."""
    return speech.say("mail-offer-letter", school=cut(school, _SCHOOL_LENGTH))
