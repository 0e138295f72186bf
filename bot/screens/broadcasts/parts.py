"""What the screens of a broadcast that is being written share: its first line, and buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.callbacks.broadcasts import EditBroadcast, OpenBroadcasts, Part
from bot.screens.broadcasts.naming import whom
from bot.screens.parts.screen import Button, button
from bot.texts.formats import weekday_and_day
from bot.texts.html import NOTHING, Html, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.messages.broadcasts.broadcast import Ask
from core.messages.broadcasts.rules import Turnout
from core.notices.broadcasts.previewing import Preview


@dataclass(frozen=True, slots=True)
class Composing:
    """What of a draft a screen needs beside what it would do. `stamp` names the draft."""

    stamp: int
    album: bool = False
    correcting: bool = False


class Asked:
    """Which words a button asks the sender for, by number."""

    WHEN: Final = 1
    BUTTON: Final = 2
    CHOICES: Final = 3
    URGENT: Final = 4
    BY: Final = 5


def head(speech: Speech, view: Preview) -> Html:
    """Return the first line: for whom it is."""
    named = whom(speech, view.titles, view.member.school_name)
    hearers, chosen = view.plan.hearers.value, len(view.plan.scope.pupils)
    if chosen:
        return speech.say("broadcast-head-chosen", whom=named, hearers=hearers, count=chosen)
    return speech.say("broadcast-head", whom=named, hearers=hearers)


def asks(speech: Speech, ask: Ask) -> Html:
    """Return what is asked, by when, and whose answer counts."""
    what = (
        speech.say("broadcast-asks-choice", choices="; ".join(ask.choices))
        if ask.choices
        else speech.say("broadcast-asks-read", button=ask.button or speech.label("acknowledge"))
    )
    by = weekday_and_day(ask.by, speech.language) if ask.by else "none"
    return speech.say("broadcast-asks", what=what, by=by, quorum=ask.quorum.value)


def not_told(speech: Speech, found: Turnout) -> str:
    """Return why some cannot be told, and how many; nothing where all can."""
    why = [
        speech.label("broadcast-why", why=one.value, count=count)
        for one, count in sorted(found.why.items())
    ]
    if found.without_anybody:
        why.append(speech.label("broadcast-nobody-of-family", count=found.without_anybody))
    return "; ".join(why)


def part_button(speech: Speech, key: Key, part: Part) -> Button:
    """Return the button that opens a part."""
    return button(speech.label(key), EditBroadcast(part=part))


def words_button(speech: Speech, key: Key, what: int) -> Button:
    """Return the button that asks for words."""
    return button(speech.label(key), EditBroadcast(part=Part.WORDS, value=what))


def chosen_button(speech: Speech, key: Key, chosen: bool, part: Part, value: int) -> Button:  # noqa: FBT001 - whether it is marked
    """Return the button that sets a part to a value; the one that holds has a tick."""
    label = speech.label(key)
    marked = speech.label("broadcast-chosen", label=label) if chosen else label
    return button(marked, EditBroadcast(part=part, value=value))


def back(speech: Speech) -> Button:
    """Return the way back to what will be sent."""
    return part_button(speech, "broadcast-back", Part.PREVIEW)


def leave(speech: Speech) -> Button:
    """Return the way out: nothing is sent."""
    return button(speech.label("broadcast-leave"), OpenBroadcasts())


def wrong_line(speech: Speech, wrong: Key | None) -> Html:
    """Return what was wrong with the last words, if anything was."""
    return escaped(speech.label(wrong)) if wrong else NOTHING


def in_rows(buttons: Sequence[Button], size: int) -> list[Sequence[Button]]:
    """Return buttons so many in a row."""
    return [buttons[at : at + size] for at in range(0, len(buttons), size)]
