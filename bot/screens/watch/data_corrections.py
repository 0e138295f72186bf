"""What families corrected, for who enters it into the school's journal (D6.2)."""

from typing import Final
from zoneinfo import ZoneInfo

from bot.callbacks.classes import OpenSchool
from bot.callbacks.personal_data import (
    CorrectionEntered,
    DeclineCorrection,
    OpenCorrection,
    OpenCorrections,
)
from bot.screens.parts.naming import called_in_full, full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.watch.personal_data import FIELDS, field_of
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.personal_data.correcting import CorrectionList, ShownCorrection
from core.ids import CorrectionId

_A_PAGE: Final = 5
_IN_A_LINE: Final = 80


def corrections(
    speech: Speech, view: CorrectionList, *, page: int = 0, note: Key | None = None
) -> Screen:
    """Show what waits, the longest first; a number opens one."""
    listed = page_of(view.waiting, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    school, zone = view.member.school, ZoneInfo(view.member.zone)
    return Screen(
        lines(
            escaped(speech.label(note)) if note else NOTHING,
            speech.say("corrections-head", count=len(view.waiting)),
            [
                speech.say(
                    "corrections-line",
                    index=index,
                    day=day_and_month(
                        one.correction.said_at.astimezone(zone).date(), speech.language
                    ),
                    what=in_a_line(speech, one),
                )
                for index, one in numbered
            ],
            rest_of(speech, listed),
        ),
        rows(
            [
                button(str(index), OpenCorrection(number=one.correction.id))
                for index, one in numbered
            ],
            [
                *turning(speech, listed, lambda to: OpenCorrections(school=school, page=to)),
                button(speech.label("place-school"), OpenSchool(school=school)),
            ],
        ),
    )


def in_a_line(speech: Speech, one: ShownCorrection) -> Html:
    """Return who corrected what, in a line."""
    return speech.say(
        "correction-in-a-line",
        name=full_name(speech, one.name),
        field=field_of(speech, one.correction, one.child),
        words=cut(one.correction.said.words, _IN_A_LINE),
    )


def correction(speech: Speech, view: CorrectionList, number: CorrectionId) -> Screen:
    """Show one correction in full: what stands now is masked, what is right is needed."""
    one = view.one(number)
    return Screen(
        lines(
            _head(speech, one),
            speech.say("correction-about", child=called_in_full(speech, one.child))
            if one.child
            else NOTHING,
            speech.say("correction-now", now=one.now) if one.now else NOTHING,
            speech.say("correction-words", words=one.correction.said.words),
            speech.say("correction-how"),
        ),
        rows(
            [
                button(speech.label("correction-enter"), CorrectionEntered(number=number)),
                button(speech.label("correction-decline"), DeclineCorrection(number=number)),
            ],
            [_back(speech, view)],
        ),
    )


def ask_why(speech: Speech, one: ShownCorrection) -> Screen:
    """Ask why a correction is declined."""
    return Screen(
        lines(_head(speech, one), speech.say("correction-why")),
        rows([_to_one(speech, one.correction.id)]),
    )


def ask_why_again(speech: Speech, number: CorrectionId) -> Screen:
    """Ask once more, where there were no words or too many."""
    return Screen(
        lines(
            escaped(speech.label("refusal-correction-word")),
            speech.say("correction-why"),
        ),
        rows([_to_one(speech, number)]),
    )


def _head(speech: Speech, one: ShownCorrection) -> Html:
    field = speech.label(FIELDS[one.correction.said.field])
    return speech.say("correction-head", name=full_name(speech, one.name), field=field)


def _to_one(speech: Speech, number: CorrectionId) -> Button:
    return button(speech.label("correction-back"), OpenCorrection(number=number))


def _back(speech: Speech, view: CorrectionList) -> Button:
    target = OpenCorrections(school=view.member.school)
    return button(speech.label("corrections-back"), target)
