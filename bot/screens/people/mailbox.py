"""Where letters go: the address shown masked, the code that proves it, and the way out."""

from typing import Final

from bot.callbacks.mailbox import (
    EndMailbox,
    EnterMailCode,
    OpenMailbox,
    TypeAddress,
    UseKnownAddress,
)
from bot.callbacks.places import OpenSettings
from bot.callbacks.preferences import OpenPreferences
from bot.screens.parts.naming import first_name
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.preferences import whose_button
from bot.screens.people.topics import ways_of_all
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.mail_addresses import masked
from core.access.mailboxes import ProofState
from core.access.people import Actor
from core.access.proving import MailboxView, Tried
from core.ids import PersonId

_NAMES_LENGTH = 60
_ADDRESS_LENGTH = 80
_PERSONS = 6
_TRIED: Final[dict[Tried, Key]] = {
    Tried.PROVEN: "mailbox-proven",
    Tried.WRONG: "mailbox-code-wrong",
    Tried.NO_MORE_TRIES: "mailbox-code-over",
    Tried.EXPIRED: "mailbox-code-old",
}


def whose_mailbox(speech: Speech, actor: Actor) -> Screen:
    """Let an account of several persons choose whose letters it means."""
    found = [whose_button(speech, one, OpenMailbox(person=one.person)) for one in actor.members]
    rest = len(found) - _PERSONS
    more = speech.say("more", count=rest) if rest > 0 else NOTHING
    return Screen(
        lines(speech.say("mailbox-whose"), more),
        rows(*([one] for one in found[:_PERSONS]), [_to_settings(speech)]),
    )


def mailbox(speech: Speech, view: MailboxView) -> Screen:
    """Show where letters go, what is being proven, and what can be done."""
    proof = view.proof
    return Screen(
        lines(
            speech.say("mailbox-head"),
            _now(speech, view),
            _of_proof(speech, view),
            speech.say(_TRIED[view.tried]) if view.tried else NOTHING,
            _not_about(speech, view),
            speech.say("mailbox-all") if view.mailbox is not None else NOTHING,
        ),
        rows(
            [*_to_begin(speech, view), *_to_end(speech, view)],
            [button(speech.label("mailbox-enter-code"), EnterMailCode(person=_who(view)))]
            if proof is not None and proof.state is not ProofState.REFUSED
            else [],
            ways_of_all(speech, _who(view)) if view.mailbox is not None else [],
            [*_to_choose(speech, view), _to_settings(speech)],
        ),
    )


def _who(view: MailboxView) -> PersonId:
    return view.member.person


def _shown(address: str) -> str:
    return cut(masked(address), _ADDRESS_LENGTH)


def _now(speech: Speech, view: MailboxView) -> Html:
    if view.mailbox is not None:
        account = view.mailbox.account
        key: Key = "mailbox-now" if account.reachable else "mailbox-unreachable"
        return speech.say(key, address=_shown(account.address.value))
    if view.is_refused:
        return speech.say("mailbox-refused")
    return speech.say("mailbox-none")


def _of_proof(speech: Speech, view: MailboxView) -> Html:
    if view.proof is None:
        return NOTHING
    is_refused = view.proof.state is ProofState.REFUSED
    key: Key = "mailbox-letter-refused" if is_refused else "mailbox-letter-sent"
    return speech.say(key, address=_shown(view.proof.address))


def _not_about(speech: Speech, view: MailboxView) -> Html:
    if not view.refused or view.is_refused:
        return NOTHING
    names = ", ".join(first_name(one.name) for one in view.refused)
    return speech.say("mailbox-refused-of", names=cut(names, _NAMES_LENGTH))


def _to_begin(speech: Speech, view: MailboxView) -> list[Button]:
    if view.is_refused:
        return []
    # Who has a mailbox types another one, the school's too: beside two more there is no room.
    known = (
        [button(_shown(view.known), UseKnownAddress(person=_who(view)))]
        if view.known and view.mailbox is None
        else []
    )
    key: Key = "mailbox-type-other" if known or view.mailbox else "mailbox-type"
    return [*known, button(speech.label(key), TypeAddress(person=_who(view)))]


def _to_end(speech: Speech, view: MailboxView) -> list[Button]:
    if view.mailbox is None:
        return []
    return [button(speech.label("mailbox-end"), EndMailbox(person=_who(view)))]


def _to_choose(speech: Speech, view: MailboxView) -> list[Button]:
    if view.mailbox is None:
        return []
    return [button(speech.label("mailbox-what"), OpenPreferences(person=_who(view)))]


def ask_address(speech: Speech, view: MailboxView) -> Screen:
    """Ask for an address in words."""
    return Screen(speech.say("mailbox-ask-address"), rows([_back(speech, view)]))


def ask_code(speech: Speech, view: MailboxView) -> Screen:
    """Ask for the code of the letter; say what became of the one that was tried."""
    return Screen(
        lines(
            speech.say(_TRIED[view.tried]) if view.tried else NOTHING,
            _of_proof(speech, view),
            speech.say("mailbox-ask-code"),
        ),
        rows([_back(speech, view)]),
    )


def tried(speech: Speech, view: MailboxView) -> Screen:
    """Show what became of a code: another try, or where letters go now."""
    if view.tried is Tried.WRONG:
        return ask_code(speech, view)
    return mailbox(speech, view)


def code_letter(speech: Speech, code: str) -> Screen:
    """Return the letter that brings a code."""
    subject = speech.say("mail-code-subject")
    return Screen(speech.say("mail-code-letter", code=code), neutral=subject)


def _back(speech: Speech, view: MailboxView) -> Button:
    return button(speech.label("mailbox-back"), OpenMailbox(person=_who(view)))


def _to_settings(speech: Speech) -> Button:
    return button(speech.label("place-settings"), OpenSettings())
