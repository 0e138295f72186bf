"""What a pupil missed without a reason: the class teacher settles it, in words without blame."""

from datetime import date
from typing import Final

from bot.callbacks.diary import OpenAbsences
from bot.callbacks.excuses import AskUnexcused, OpenUnexcused, SettleDay
from bot.screens.excuses.words import lessons_of
from bot.screens.parts.naming import full_name
from bot.screens.parts.screen import TOAST_LENGTH, Button, Screen, button, lines, rows
from bot.texts.formats import weekday_and_day
from bot.texts.html import Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.diary.excuses.unexcused import Unexcused, UnexcusedDay
from core.ids import PupilId

_SHOWN: Final = 8


def unexcused(speech: Speech, view: Unexcused, *, said: Key | None = None) -> Screen:
    """Show the days; a number settles one, or puts it right."""
    shown = list(enumerate(view.days[:_SHOWN], 1))
    rest = len(view.days) - len(shown)
    pupil = view.child.pupil
    return Screen(
        lines(
            _head(speech, view),
            speech.say("unexcused-how" if shown else "unexcused-empty"),
            [_line(speech, index, one) for index, one in shown],
            speech.say("more", count=rest) if rest else (),
        ),
        rows(
            [
                button(str(index), _asked(pupil, one.day, settle=not one.settled))
                for index, one in shown
            ],
            [_back(speech, pupil)],
        ),
        toast=cut(speech.label(said), TOAST_LENGTH) if said else None,
    )


def ask_unexcused(speech: Speech, view: Unexcused, day: date, *, settle: bool) -> Screen:
    """Ask once more before a day is settled, or put right."""
    found, pupil = view.of(day, settled=not settle), view.child.pupil
    key: Key = "unexcused-yes" if settle else "unexcused-off"
    deed = SettleDay(pupil=pupil, day=day.toordinal(), settle=settle)
    return Screen(
        lines(
            _head(speech, view),
            speech.say(
                "unexcused-ask" if settle else "unexcused-ask-off", when=_when(speech, found)
            ),
        ),
        rows(
            [button(speech.label(key), deed)],
            [button(speech.label("unexcused-not-now"), OpenUnexcused(pupil=pupil))],
        ),
    )


def unexcused_button(speech: Speech, pupil: PupilId) -> Button:
    """Return the class teacher's way to what nobody excused."""
    return button(speech.label("unexcused-open"), OpenUnexcused(pupil=pupil))


def _head(speech: Speech, view: Unexcused) -> Html:
    return speech.say("unexcused-head", name=full_name(speech, view.child.name))


def _when(speech: Speech, one: UnexcusedDay) -> str:
    day = weekday_and_day(one.day, speech.language)
    return lessons_of(speech, day, [it.number for it in one.missed])


def _line(speech: Speech, index: int, one: UnexcusedDay) -> Html:
    state = "settled" if one.settled else "open"
    return speech.say("unexcused-line", index=index, when=_when(speech, one), state=state)


def _asked(pupil: PupilId, day: date, *, settle: bool) -> AskUnexcused:
    return AskUnexcused(pupil=pupil, day=day.toordinal(), settle=settle)


def _back(speech: Speech, pupil: PupilId) -> Button:
    return button(speech.label("unexcused-back"), OpenAbsences(pupil=pupil))
