"""The class teacher's list of families that get paper: why, and who holds it."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks.paper import (
    HandAllSheets,
    HandSheet,
    MakePaperRun,
    OpenPaperRun,
    SendSheets,
)
from bot.callbacks.why import About
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.naming import full_name, whole_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import TOAST_LENGTH, Button, Screen, button, lines, rows
from bot.screens.people.more import way_to_class
from bot.texts.formats import clock_time, day_and_month, stretch
from bot.texts.html import Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.notices.paper.reading import FamilySheet, PaperRunView
from core.notices.printing import PaperRun

_TITLE_LENGTH: Final = 80
_A_PAGE: Final = 7


def paper_run(
    speech: Speech, view: PaperRunView, *, page: int = 0, said: Key | None = None
) -> Screen:
    """Show who of a class gets paper; a number ticks a sheet as handed over."""
    toast = cut(speech.label(said), TOAST_LENGTH) if said else None
    listed = page_of(view.families, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    ticks = [
        button(str(index), _tick(view.run, one, listed.number))
        for index, one in numbered
        if view.run and view.leads
    ]
    return Screen(
        lines(
            _head(speech, view),
            _sum(speech, view),
            [_family(speech, view, index, one) for index, one in numbered],
            rest_of(speech, listed),
            speech.say("paper-run-how") if ticks else (),
        ),
        rows(
            ticks,
            [*_deeds(speech, view), why_button(speech, About.PAPER, view.of.led.id)],
            [
                *_others(speech, view),
                *_make(speech, view),
                *turning(speech, listed, lambda to: _opened(view, page=to)),
                way_to_class(speech, view.of),
            ],
        ),
        toast=toast,
    )


def sheets_to_print(speech: Speech, view: PaperRunView) -> Screen:
    """Hand the sheets over; they are made when this is shown."""
    if view.run is None or not view.families:
        return paper_run(speech, view)
    back = button(speech.label("paper-run-open"), _opened(view, anew=True))
    return Screen(
        lines(
            _head(speech, view),
            speech.say("paper-run-caption", count=len(view.families)),
        ),
        rows([back]),
        enclosed=Enclosure(
            Paper.PRINT_RUN, view.run.id, 0, speech.language, speech.say("paper-failed")
        ),
    )


def _head(speech: Speech, view: PaperRunView) -> Html:
    title = cut(view.of.led.title, _TITLE_LENGTH)
    if view.run is None:
        return speech.say("paper-run-head", title=title)
    made = view.run.made
    days = stretch(made.first, made.last, speech.language)
    return speech.say("paper-run-head-of", title=title, days=days)


def _sum(speech: Speech, view: PaperRunView) -> Html:
    if view.run is None:
        return speech.say("paper-run-none")
    made = view.run.made.made_at.astimezone(view.zone)
    told = {
        "day": day_and_month(made.date(), speech.language),
        "time": clock_time(made.time()),
    }
    if not view.families:
        return speech.say("paper-run-empty", **told)
    return speech.say("paper-run-sum", count=len(view.families), handed=view.in_hand, **told)


def _family(speech: Speech, view: PaperRunView, index: int, one: FamilySheet) -> Html:
    handed = one.sheet.handed_at
    day = day_and_month(handed.astimezone(view.zone).date(), speech.language) if handed else "none"
    name = full_name(speech, one.child.name)
    alike = [two for two in view.families if full_name(speech, two.child.name) == name]
    return speech.say(
        "paper-run-family",
        index=index,
        # Namesakes are told apart: a sheet is handed to one of them.
        name=whole_name(one.child.name) if len(alike) > 1 else name,
        why=one.sheet.why.value,
        handed=day,
    )


def _tick(run: PaperRun, one: FamilySheet, page: int) -> HandSheet:
    return HandSheet(run=run.id, pupil=one.child.pupil, handed=not one.is_in_hand, page=page)


def _deeds(speech: Speech, view: PaperRunView) -> list[Button]:
    if view.run is None or not view.families:
        return []
    sent = SendSheets(class_id=view.of.led.id, run=view.run.id)
    found = [button(speech.label("paper-run-file"), sent)]
    if view.leads and view.in_hand < len(view.families):
        found.append(button(speech.label("paper-run-hand-all"), HandAllSheets(run=view.run.id)))
    return found


def _others(speech: Speech, view: PaperRunView) -> list[Button]:
    return [
        button(
            speech.label(key, day=day_and_month(run.made.last, speech.language)),
            OpenPaperRun(class_id=view.of.led.id, run=run.id),
        )
        for key, run in _beside(view)
        if run is not None
    ]


def _beside(view: PaperRunView) -> Sequence[tuple[Key, PaperRun | None]]:
    return ("paper-run-before", view.before), ("paper-run-after", view.after)


def _opened(view: PaperRunView, *, page: int = 0, anew: bool = False) -> OpenPaperRun:
    run = view.run.id if view.run else None
    return OpenPaperRun(class_id=view.of.led.id, run=run, page=page, anew=anew)


def _make(speech: Speech, view: PaperRunView) -> list[Button]:
    if not view.leads or view.after is not None:
        return []
    return [button(speech.label("paper-run-make"), MakePaperRun(class_id=view.of.led.id))]
