"""Letters to who never came to the chat, as the class teacher has them taken down."""

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.connections import OpenConnection
from bot.callbacks.given_mail import (
    AskToEndLetters,
    DateLetterConsent,
    EndLettersOf,
    OpenLettersOf,
    TakeLetterConsent,
    WriteLetterConsentDay,
)
from bot.screens.parts.naming import full_name
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.given_mail import LettersOf
from core.access.mail_addresses import masked
from core.access.mailboxes import ProofState
from core.ids import ClassId

_DAYS: Final[tuple[Key, ...]] = ("application-today", "application-yesterday")
_ADDRESS_LENGTH = 80
_BUTTON_LENGTH = 22


def letters_of(speech: Speech, view: LettersOf, *, sent: bool = False) -> Screen:
    """Show where letters to a person go, whose word is behind it, and what can be done.

    `sent`: a letter with a link has just been asked for.
    """
    return Screen(
        lines(
            _head(speech, view),
            _now(speech, view),
            _of_proof(speech, view, sent=sent),
            _word(speech, view),
        ),
        rows(
            _known(speech, view),
            [*_typed(speech, view), *_to_end(speech, view)],
            [_back(speech, view)],
        ),
    )


def ask_letter_day(speech: Speech, view: LettersOf, *, known: bool) -> Screen:
    """Ask which day stands on the written consent; nothing is recorded yet."""
    class_id, person = _class(view), view.one.person
    days = [
        button(
            speech.label(key, day=_day(speech, on)),
            DateLetterConsent(class_id=class_id, person=person, known=known, day=on.toordinal()),
        )
        for back, key in enumerate(_DAYS)
        for on in [view.today - timedelta(days=back)]
    ]
    other = WriteLetterConsentDay(class_id=class_id, person=person, known=known)
    return Screen(
        lines(
            _head(speech, view), speech.say("given-mail-ask-day"), speech.say("given-mail-paper")
        ),
        rows(
            *([one] for one in days),
            [
                button(speech.label("application-other"), other),
                button(speech.label("given-mail-back"), _target(view)),
            ],
        ),
    )


def ask_written_day(speech: Speech, view: LettersOf) -> Screen:
    """Ask for the day of the consent in words."""
    back = button(speech.label("given-mail-back"), _target(view))
    return Screen(lines(_head(speech, view), speech.say("given-mail-write-day")), rows([back]))


def ask_given_address(speech: Speech, view: LettersOf) -> Screen:
    """Ask for the address that stands on the consent."""
    asked = speech.say("given-mail-ask")
    back = button(speech.label("given-mail-back"), _target(view))
    return Screen(lines(_head(speech, view), asked), rows([back]))


def sure_to_end_letters(speech: Speech, view: LettersOf) -> Screen:
    """Ask once more before letters end."""
    class_id, person = _class(view), view.one.person
    return Screen(
        lines(_head(speech, view), speech.say("given-mail-sure")),
        rows(
            [
                button(
                    speech.label("given-mail-end-surely"),
                    EndLettersOf(class_id=class_id, person=person),
                )
            ],
            [button(speech.label("given-mail-keep"), _target(view))],
        ),
    )


def _class(view: LettersOf) -> ClassId:
    return view.roll.led.id if view.roll.led else ClassId(0)


def _target(view: LettersOf) -> OpenLettersOf:
    return OpenLettersOf(class_id=_class(view), person=view.one.person)


def _head(speech: Speech, view: LettersOf) -> Html:
    return speech.say("given-mail-head", who=full_name(speech, view.one.name))


def _shown(address: str, length: int = _ADDRESS_LENGTH) -> str:
    return cut(masked(address), length)


def _now(speech: Speech, view: LettersOf) -> Html:
    if view.is_in_chat:
        return speech.say("given-mail-in-chat")
    box = view.mailbox
    if box is not None:
        key: Key = "given-mail-now" if box.account.reachable else "given-mail-lost"
        shown, since = _shown(box.account.address.value), _local(view, box.since)
        return speech.say(key, address=shown, day=_day(speech, since))
    if view.has_declined:
        return speech.say("given-mail-declined")
    return NOTHING if view.proof else speech.say("given-mail-none")


def _of_proof(speech: Speech, view: LettersOf, *, sent: bool) -> Html:
    proof = view.proof
    if proof is None or view.is_in_chat:
        return NOTHING
    is_over = proof.expires <= view.roll.now
    key: Key = "given-mail-sent"
    if proof.state is ProofState.REFUSED:
        key = "given-mail-refused"
    elif is_over:
        key = "given-mail-old"
    elif sent:
        key = "given-mail-goes"
    told = {"address": _shown(proof.address), "day": _day(speech, _local(view, proof.expires))}
    return speech.say(key, **told)


def _word(speech: Speech, view: LettersOf) -> Html:
    agreed = view.agreed
    if agreed is None or view.is_in_chat:
        return NOTHING
    return speech.say("given-mail-word", day=_day(speech, agreed.day))


def _known(speech: Speech, view: LettersOf) -> list[Button]:
    """Offer the address that the school has, unless letters arrive there."""
    box = view.mailbox
    arrives = box is not None and box.account.reachable and box.account.address.value == view.known
    if view.is_in_chat or view.has_declined or arrives or not view.known:
        return []
    target = TakeLetterConsent(class_id=_class(view), person=view.one.person, known=True)
    shown = _shown(view.known, _BUTTON_LENGTH)
    return [button(speech.label("given-mail-known", address=shown), target)]


def _typed(speech: Speech, view: LettersOf) -> list[Button]:
    if view.is_in_chat or view.has_declined:
        return []
    key: Key = "given-mail-type-other" if view.known or view.mailbox else "given-mail-type"
    target = TakeLetterConsent(class_id=_class(view), person=view.one.person, known=False)
    return [button(speech.label(key), target)]


def _to_end(speech: Speech, view: LettersOf) -> list[Button]:
    if view.is_in_chat or not (view.mailbox or view.proof or view.agreed):
        return []
    target = AskToEndLetters(class_id=_class(view), person=view.one.person)
    return [button(speech.label("given-mail-end"), target)]


def _back(speech: Speech, view: LettersOf) -> Button:
    target = OpenConnection(of=_class(view), staff=False, person=view.one.person)
    return button(speech.label("given-mail-back-to-person"), target)


def _local(view: LettersOf, at: datetime) -> date:
    return at.astimezone(ZoneInfo(view.roll.member.zone)).date()


def _day(speech: Speech, day: date) -> str:
    return day_and_month(day, speech.language)
