"""When a broadcast that is being written goes, and how it is to be answered."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from bot.callbacks.broadcasts import EditBroadcast, Part
from bot.screens.broadcasts.naming import time_of
from bot.screens.broadcasts.parts import (
    Asked,
    Composing,
    asks,
    back,
    chosen_button,
    head,
    words_button,
    wrong_line,
)
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.messages.broadcasts.broadcast import Ask, Hearers, Quorum
from core.notices.broadcasts.previewing import Preview

_QUESTIONS: Final[dict[int, Key]] = {
    Asked.WHEN: "broadcast-ask-when",
    Asked.BUTTON: "broadcast-ask-button",
    Asked.CHOICES: "broadcast-ask-choices",
    Asked.URGENT: "broadcast-ask-urgent",
    Asked.BY: "broadcast-ask-day",
}


def choose_when(speech: Speech, view: Preview, moments: Sequence[datetime]) -> Screen:
    """Ask when to send it."""
    at = view.plan.send_at
    zone, language = view.zone, speech.language
    buttons = [
        button(
            speech.label(
                "broadcast-moment",
                day=day_and_month(one.astimezone(zone).date(), language),
                time=time_of(one, zone),
            ),
            EditBroadcast(part=Part.AT, value=int(one.timestamp())),
        )
        for one in moments
    ]
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-when")),
        rows(
            [chosen_button(speech, "broadcast-now", at is None, Part.AT, 0)],
            buttons,
            [
                words_button(speech, "broadcast-other-time", Asked.WHEN),
                back(speech),
            ],
        ),
    )


def choose_answer(speech: Speech, view: Preview, draft: Composing, days: Sequence[date]) -> Screen:
    """Ask whether an answer is needed, by when, and whose; of a correction only by when."""
    ask = view.plan.ask
    if draft.correcting and ask is not None:
        return _choose_day(speech, view, ask, days)
    first = [
        chosen_button(speech, "broadcast-no-answer", ask is None, Part.ASK, 0),
        chosen_button(
            speech,
            "broadcast-wants-reading",
            ask is not None and not ask.choices,
            Part.ASK,
            1,
        ),
        words_button(speech, "broadcast-wants-choice", Asked.CHOICES),
    ]
    if ask is None:
        return Screen(
            lines(head(speech, view), speech.say("broadcast-choose-answer")),
            rows(first, [back(speech)]),
        )
    all_of_them = ask.quorum is Quorum.ALL
    quorum = [
        chosen_button(speech, "broadcast-one-parent", not all_of_them, Part.QUORUM, 0),
        chosen_button(speech, "broadcast-all-parents", all_of_them, Part.QUORUM, 1),
    ]
    own = [] if ask.choices else [words_button(speech, "broadcast-own-button", Asked.BUTTON)]
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-answer"), asks(speech, ask)),
        rows(
            first,
            _days(speech, ask, days),
            quorum if view.plan.hearers is not Hearers.PUPILS else [],
            [*own, words_button(speech, "broadcast-other-day", Asked.BY), back(speech)],
        ),
    )


def _choose_day(speech: Speech, view: Preview, ask: Ask, days: Sequence[date]) -> Screen:
    return Screen(
        lines(head(speech, view), speech.say("broadcast-choose-day"), asks(speech, ask)),
        rows(
            _days(speech, ask, days),
            [words_button(speech, "broadcast-other-day", Asked.BY), back(speech)],
        ),
    )


def _days(speech: Speech, ask: Ask, days: Sequence[date]) -> list[Button]:
    none = button(speech.label("broadcast-by-none"), EditBroadcast(part=Part.BY))
    return [*(_by(speech, one) for one in days), *([none] if ask.by else [])]


def _by(speech: Speech, day: date) -> Button:
    label = speech.label("broadcast-by-day", day=day_and_month(day, speech.language))
    return button(label, EditBroadcast(part=Part.BY, value=day.toordinal()))


def ask_words(speech: Speech, view: Preview, what: int, *, wrong: Key | None = None) -> Screen:
    """Ask for words in place of a tap; for whom it is, and what was wrong, stand first."""
    asked = _QUESTIONS.get(what, "broadcast-ask-when")
    return Screen(
        lines(wrong_line(speech, wrong), head(speech, view), speech.say(asked)),
        rows([back(speech)]),
    )
