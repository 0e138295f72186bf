"""What is said when something cannot be had: a clear sentence, and the way to what can."""

from dataclasses import replace
from datetime import datetime
from math import ceil

from bot.screens.parts.naming import full_name
from bot.screens.parts.screen import TOAST_LENGTH, Screen, lines
from bot.screens.people.menu import menu
from bot.screens.people.persons import stranger
from bot.states import is_optional
from bot.texts.html import cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.access.proving import TooManyLetters
from core.errors import Refusal, TooManyTries
from core.helpdesk.tickets.rules import TicketTaken, TooManyTickets
from core.messages.threads.rules import TooManyMessages
from core.wording import TextWrong

REFUSALS: dict[str, Key] = {
    "refusal": "refusal",
    "access-refused": "refusal-access",
    "not-activated": "stranger",
    "code-refused": "refusal-code",
    "code-unknown": "refusal-code-unknown",
    "code-used": "refusal-code-used",
    "pupil-among-staff": "refusal-pupil-among-staff",
    "code-expired": "refusal-code-expired",
    "too-many-tries": "refusal-too-many-tries",
    "rule-broken": "refusal-rule",
    "nothing-to-foresee": "refusal-nothing-to-foresee",
    "truancy-over": "refusal-truancy-over",
    "warning-decided": "refusal-warning-decided",
    "cell-taken": "refusal-cell-taken",
    "no-period-mark": "refusal-no-period-mark",
    "summed-up-elsewhere": "refusal-summed-up-elsewhere",
    "guardians-only": "refusal-guardians-only",
    "days-out-of-reach": "refusal-days-out-of-reach",
    "text-wrong": "refusal-text-wrong",
    "already-excused": "refusal-already-excused",
    "answered-by-family": "refusal-answered-by-family",
    "too-late-to-answer": "refusal-too-late-to-answer",
    "nothing-to-excuse": "refusal-nothing-to-excuse",
    "already-decided": "refusal-already-decided",
    "days-over": "refusal-days-over",
    "reason-declined": "refusal-reason-declined",
    "not-missed": "refusal-not-missed",
    "not-sought": "refusal-not-sought",
    "address-wrong": "refusal-address",
    "too-many-letters": "refusal-too-many-letters",
    "letters-refused": "refusal-letters-refused",
    "letters-unavailable": "refusal-letters-unavailable",
    "in-the-chat": "refusal-in-the-chat",
    "declined-altogether": "refusal-declined-altogether",
    "letters-taken-back": "refusal-letters-taken-back",
    "no-letters": "refusal-no-letters",
    "too-many-offers": "refusal-too-many-offers",
    "not-found": "refusal-not-found",
    "announcement-empty": "refusal-announcement-empty",
    "announcement-day": "refusal-announcement-day",
    "file-too-large": "refusal-file-too-large",
    "file-refused": "refusal-file-kind",
    "too-many-files": "refusal-too-many-files",
    "homework-empty": "refusal-homework-empty",
    "lesson-closed": "refusal-lesson-closed",
    "text-too-long": "refusal-text-too-long",
    "check-decided": "refusal-check-decided",
    "remark-empty": "refusal-remark-empty",
    "remark-too-long": "refusal-remark-too-long",
    "remark-changed": "refusal-remark-changed",
    "nobody-to-invite": "refusal-nobody-to-invite",
    "given-by-administrator": "refusal-given-by-administrator",
    "application-day": "refusal-application-day",
    "too-many-enclosed": "refusal-too-many-files",
    "broadcast-empty": "refusal-broadcast-empty",
    "broadcast-too-long": "refusal-broadcast-too-long",
    "broadcast-to-nobody": "refusal-broadcast-nobody",
    "broadcast-choices": "refusal-broadcast-choices",
    "broadcast-label": "refusal-broadcast-label",
    "broadcast-answer-day": "refusal-broadcast-answer-day",
    "broadcast-not-author": "refusal-broadcast-not-author",
    "broadcast-time": "refusal-broadcast-time",
    "broadcast-reason": "refusal-broadcast-reason",
    "broadcast-over": "refusal-broadcast-over",
    "training-incomplete": "refusal-training-incomplete",
    "training-time": "refusal-training-time",
    "training-words": "refusal-training-words",
    "training-nobody": "refusal-training-nobody",
    "training-over": "refusal-training-over",
    "training-not-begun": "refusal-training-not-begun",
    "packet-piece": "refusal-packet-piece",
    "packet-incomplete": "refusal-packet-incomplete",
    "packet-gone": "refusal-packet-gone",
    "packet-no-mail": "refusal-packet-no-mail",
    "packet-pictures": "refusal-packet-pictures",
    "packet-pictures-large": "refusal-packet-pictures-large",
    "packet-day": "refusal-packet-day",
    "broadcast-reminded": "refusal-broadcast-reminded",
    "broadcast-nobody-to-remind": "refusal-broadcast-nobody-to-remind",
    "broadcast-remind-unreachable": "refusal-broadcast-remind-unreachable",
    "broadcast-withdrawn": "refusal-broadcast-withdrawn",
    "broadcast-changed": "refusal-broadcast-changed",
    "broadcast-guardian-only": "refusal-broadcast-guardian",
    "message-empty": "refusal-message-empty",
    "message-too-long": "refusal-message-too-long",
    "edited-too-often": "refusal-edited-too-often",
    "thread-over": "refusal-thread-over",
    "partner-not-here": "refusal-partner-not-here",
    "too-many-messages": "refusal-too-many-messages",
    "ticket-taken": "refusal-ticket-taken",
    "ticket-changed": "refusal-ticket-changed",
    "ticket-over": "refusal-ticket-over",
    "too-many-tickets": "refusal-too-many-tickets",
    "ticket-reason": "refusal-ticket-reason",
    "too-many-gathered": "refusal-too-many-gathered",
    "known-answer-gone": "refusal-known-answer-gone",
    "ticket-promised-sooner": "refusal-ticket-promised-sooner",
    "ticket-nobody-there": "refusal-ticket-nobody-there",
    "ticket-wrong-instant": "refusal-ticket-wrong-instant",
    "ticket-cannot-merge": "refusal-ticket-cannot-merge",
    "ticket-rated": "refusal-ticket-rated",
    "ticket-wrong-rating": "refusal-ticket-wrong-rating",
    "too-many-templates": "refusal-too-many-templates",
    "answer-template-changed": "refusal-answer-template-changed",
    "thread-handed-away": "refusal-thread-handed-away",
    "hours-wrong": "refusal-hours-wrong",
    "breach-moment": "refusal-breach-moment",
    "breach-old": "refusal-breach-old",
    "data-words": "refusal-data-words",
    "data-name": "refusal-data-name",
    "data-phone": "refusal-data-phone",
    "data-as-kept": "refusal-data-as-kept",
    "data-too-many": "refusal-data-too-many",
    "correction-decided": "refusal-correction-decided",
    "correction-word": "refusal-correction-word",
    "lost-words": "refusal-lost-words",
    "duty-changed": "refusal-duty-changed",
    "stand-in-refused": "refusal-stand-in",
    "duty-hours-refused": "refusal-duty-hours",
    "no-consultants": "refusal-no-consultants",
    "lost-too-often": "refusal-lost-too-often",
    "person-unknown": "refusal-not-found",
    "school-unknown": "refusal-not-found",
    "school-ambiguous": "refusal-rule",
    "foreign-bundle": "refusal-rule",
}
_MINUTE = 60


def refusal(speech: Speech, refused: Refusal, *, actor: Actor, now: datetime) -> Screen:
    """Show why not, and the menu below. Of what was asked for nothing is told."""
    if refused.code == "not-activated":
        return stranger(speech)
    return told(speech, actor, _sentence(speech, refused, now))


def aside(speech: Speech, actor: Actor, key: Key) -> Screen:
    """Show a sentence and the menu below it; a stranger sees how to come in instead."""
    return stranger(speech) if actor.is_stranger else told(speech, actor, speech.label(key))


def told(speech: Speech, actor: Actor, sentence: str) -> Screen:
    """Show a sentence above the menu, and as a window where a tap asked for it."""
    toast = cut(sentence, TOAST_LENGTH)
    if actor.is_stranger:
        return Screen(escaped(sentence), toast=toast, alert=True)
    shown = menu(speech, actor, note=escaped(sentence))
    return Screen(shown.text, shown.buttons, toast=toast, alert=True)


def lapsed(speech: Speech, screen: Screen, state: str | None) -> Screen:
    """Add to a screen that what was begun long ago is over; what was a mere addition is not told.

    The state is empty where nothing lapsed.
    """
    if state is None or is_optional(state) or not screen.text:
        return screen
    return replace(screen, text=lines(screen.text, speech.say("dialogue-lapsed")))


def without_secret(speech: Speech, screen: Screen) -> Screen:
    """Add to a screen that there was a secret in what was not taken, and take that out."""
    said = [screen.text] if screen.text else []
    return replace(screen, text=lines(speech.say("plain-secret"), *said), takes_back=True)


_TooMany = TooManyTries | TooManyLetters | TooManyMessages | TooManyTickets


def _sentence(speech: Speech, refused: Refusal, now: datetime) -> str:
    if isinstance(refused, _TooMany):
        minutes = ceil((refused.until - now).total_seconds() / _MINUTE)
        return speech.label(REFUSALS[refused.code], minutes=max(1, minutes))
    if isinstance(refused, TextWrong):
        return speech.label(REFUSALS[refused.code], longest=refused.longest)
    if isinstance(refused, TicketTaken):
        return _taken(speech, refused)
    return speech.label(REFUSALS.get(refused.code, "refusal"))


def _taken(speech: Speech, refused: TicketTaken) -> str:
    if refused.by is None:
        return speech.label("refusal-ticket-taken-by-nobody")
    return speech.label(REFUSALS[refused.code], who=full_name(speech, refused.by))
