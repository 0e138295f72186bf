"""Absences of a period: how many, and for each lesson what is known of the reason."""

from collections import Counter
from collections.abc import Sequence

from bot.callbacks.diary import OpenAbsences
from bot.callbacks.excuses import OpenAnnouncing
from bot.callbacks.places import Place
from bot.callbacks.why import About
from bot.screens.excuses.alerts import not_known
from bot.screens.excuses.unexcused import unexcused_button
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.lesson import subject_within
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import weekday_and_day
from bot.texts.html import Html, cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.views import Absences, Period, ShownAbsence
from core.ids import PupilId
from core.journal.values import AbsenceCode, ReasonState

_LINES_A_PAGE = 8
_TITLE_LENGTH = 48


def absences_of_period(
    speech: Speech, actor: Actor, view: Absences, *, running: bool, page: int = 0
) -> Screen:
    """Show a period's absences, newest first; `running` says that it is the period of now."""
    child, period = view.child, view.period
    back = way_back(speech, actor, child, Place.ABSENCES)
    if period is None:
        first = head(speech, actor, child, speech.say("absences-head-undated"))
        told = lines(first, speech.say("absences-no-period"))
        return Screen(told, rows(_announce(speech, actor, child.pupil), back))
    what = speech.say("absences-head", period=cut(period.title, _TITLE_LENGTH))
    listed = page_of(view.missed, page, size=_LINES_A_PAGE)
    return Screen(
        lines(
            head(speech, actor, child, what),
            _sum(speech, view.missed) if view.missed else speech.say("absences-empty"),
            [_line(speech, one) for one in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            turning(speech, listed, lambda to: _opening(view, period, running=running, page=to)),
            [
                *_before(speech, view),
                *(
                    ()
                    if running
                    else (button(speech.label("absences-now"), OpenAbsences(pupil=child.pupil)),)
                ),
                _asks(speech, view, running=running),
            ],
            _announce(speech, actor, child.pupil),
            _settle(speech, actor, view),
            _alarm(speech, actor, view),
            back,
        ),
    )


def _before(speech: Speech, view: Absences) -> list[Button]:
    """Return the way to the period before; nothing at the first of all."""
    if view.before is None:
        return []
    target = OpenAbsences(pupil=view.child.pupil, day=view.before.begins.toordinal())
    return [button(speech.label("absences-before"), target)]


def _asks(speech: Speech, view: Absences, *, running: bool) -> Button:
    day = 0 if running or view.period is None else view.period.begins.toordinal()
    return why_button(speech, About.ABSENCES, view.child.pupil, day=day)


def _announce(speech: Speech, actor: Actor, pupil: PupilId) -> list[Button]:
    """Return the way to announce an absence; a pupil's word is no answer of the parents."""
    if not _is_guardian(actor, pupil):
        return []
    return [button(speech.label("excuse-announce"), OpenAnnouncing(pupil=pupil))]


def _settle(speech: Speech, actor: Actor, view: Absences) -> list[Button]:
    """Return the class teacher's way to what nobody excused; a guardian answers for the own."""
    led = {one.id for member in actor.members for one in member.leads}
    if not view.missed or view.child.class_id not in led:
        return []
    return [unexcused_button(speech, view.child.pupil)]


def _alarm(speech: Speech, actor: Actor, view: Absences) -> list[Button]:
    """Return the button that alarms the school of a child missed today, whatever the reason."""
    pupil, today = view.child.pupil, view.today
    missed = any(one.day == today and one.code is not AbsenceCode.LATE for one in view.missed)
    if today is None or not missed or not _is_guardian(actor, pupil):
        return []
    return [not_known(speech, pupil, today)]


def _is_guardian(actor: Actor, pupil: PupilId) -> bool:
    return any(child.pupil == pupil for member in actor.members for child in member.children)


def _opening(view: Absences, period: Period, *, running: bool, page: int) -> OpenAbsences:
    day = 0 if running else period.begins.toordinal()
    return OpenAbsences(pupil=view.child.pupil, day=day, page=page)


_SUMS: tuple[tuple[Key, AbsenceCode, frozenset[ReasonState]], ...] = (
    ("absences-ill", AbsenceCode.ILL, frozenset(ReasonState)),
    ("absences-excused", AbsenceCode.EXCUSED, frozenset(ReasonState)),
    (
        "absences-open",
        AbsenceCode.ABSENT,
        frozenset({ReasonState.UNKNOWN, ReasonState.CLAIMED}),
    ),
    ("absences-unexcused", AbsenceCode.ABSENT, frozenset({ReasonState.CONFIRMED})),
    ("absences-late", AbsenceCode.LATE, frozenset(ReasonState)),
)


def _sum(speech: Speech, missed: Sequence[ShownAbsence]) -> Html:
    found = Counter((one.code, one.reason) for one in missed)
    counts = [
        (key, sum(found[code, reason] for reason in reasons)) for key, code, reasons in _SUMS
    ]
    away = sum(one.code is not AbsenceCode.LATE for one in missed)
    told = [speech.say(key, count=count) for key, count in counts if count]
    return joined("; ", [speech.say("absences-sum", missed=away), *told])


def _line(speech: Speech, one: ShownAbsence) -> Html:
    return speech.say(
        "absence-line",
        day=weekday_and_day(one.day, speech.language),
        number=one.number,
        subject=subject_within(one.subject),
        what=speech.say("absence-what", code=one.code.value, reason=one.reason.value),
    )
