"""A child is missed: what a guardian is asked, and what became of the answer."""

from collections.abc import Sequence
from datetime import date

from bot.callbacks.diary import OpenAbsences
from bot.callbacks.excuses import AnswerAbsence, PickReason, Reply
from bot.callbacks.places import Place
from bot.callbacks.why import About
from bot.screens.excuses.words import declined_line, numbers_of
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Rows, Screen, button, lines, rows
from bot.texts.formats import weekday_and_day
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Child
from core.diary.excuses.alerts import Alert, Answered, Sought
from core.diary.excuses.rules import Excuse
from core.ids import PupilId

_THE_DAY = 1
"""The one day from the first one on, as a button names days."""


def alert(speech: Speech, actor: Actor, view: Alert) -> Screen:
    """Ask what a guardian knows of a day on which the child is missed."""
    if view.asked:
        asked = speech.say("alert-ask")
    else:
        asked = NOTHING if view.declined else speech.say("alert-said")
    return Screen(
        lines(
            _missed(speech, actor, view.child, view.day, view.numbers),
            declined_line(speech, view.declined),
            asked,
        ),
        rows(*_answers(speech, view, anew=False), _places(speech, actor, view.child)),
    )


def _answers(speech: Speech, view: Alert, *, anew: bool) -> Rows:
    pupil, day = view.child.pupil, view.day
    search = Reply.FOUND if view.sought else Reply.NOT_KNOWN
    return rows(
        reasons(speech, pupil, day, anew=anew) if view.asked else (),
        (answer_anew(speech, view.declined, day, anew=anew),) if view.declined else (),
        (_reply(speech, pupil, day, search, anew=anew),) if view.is_today else (),
    )


def reasons(speech: Speech, pupil: PupilId, day: date, *, anew: bool) -> tuple[Button, ...]:
    """Return the two reasons that a tap gives, under the alert itself or under a question."""
    given = (Reply.ILL, Reply.EXCUSED)
    return tuple(_reply(speech, pupil, day, one, anew=anew) for one in given)


def not_known(speech: Speech, pupil: PupilId, day: date, *, anew: bool = False) -> Button:
    """Return the button that alarms the school."""
    return _reply(speech, pupil, day, Reply.NOT_KNOWN, anew=anew)


def answer_anew(speech: Speech, declined: Excuse, day: date, *, anew: bool) -> Button:
    """Return the way to another answer in place of a declined one, with a document."""
    lessons = sum(1 << one for one in declined.claim.numbers)
    target = PickReason(
        pupil=declined.claim.pupil,
        since=day.toordinal(),
        days=_THE_DAY,
        lessons=lessons,
        anew=anew,
    )
    return button(speech.label("alert-answer-anew"), target)


def found_button(speech: Speech, pupil: PupilId, day: date) -> Button:
    """Return the button that ends the search."""
    return _reply(speech, pupil, day, Reply.FOUND, anew=False)


_LABELS: dict[Reply, Key] = {
    Reply.ILL: "alert-ill",
    Reply.EXCUSED: "alert-excused",
    Reply.NOT_KNOWN: "alert-not-known",
    Reply.FOUND: "alert-is-found",
}


def _reply(speech: Speech, pupil: PupilId, day: date, what: Reply, *, anew: bool) -> Button:
    target = AnswerAbsence(pupil=pupil, day=day.toordinal(), reply=what, anew=anew)
    return button(speech.label(_LABELS[what]), target)


def answered(speech: Speech, actor: Actor, view: Answered) -> Screen:
    """Show which reason was given for a day, and what happens next."""
    told = [
        speech.say("alert-answered", kind=view.kind.value),
        speech.say("alert-next", kind=view.kind.value),
    ]
    first = _missed(speech, actor, view.child, view.day, view.numbers)
    return Screen(lines(first, told), rows(*_onward(speech, actor, view.child)))


def sought(speech: Speech, actor: Actor, view: Sought) -> Screen:
    """Show that the school looks for the child; the next tap says that it was found."""
    told: Key = "alert-sought-again" if view.again else "alert-sought"
    return _of_search(
        speech,
        actor,
        view.alert,
        [
            speech.say("alert-answered-not-known"),
            speech.say(told if view.heard else "alert-sought-unheard"),
            speech.say("alert-found"),
        ],
        [found_button(speech, view.alert.child.pupil, view.alert.day)],
    )


def found(speech: Speech, actor: Actor, view: Alert) -> Screen:
    """Show that the search is over; why the child was away may still be said."""
    told = [speech.say("alert-search-over")]
    if view.asked:
        told.append(speech.say("alert-ask"))
    return _of_search(speech, actor, view, told, [])


def _of_search(
    speech: Speech, actor: Actor, view: Alert, told: Sequence[Html], first: Sequence[Button]
) -> Screen:
    pupil, day = view.child.pupil, view.day
    why = reasons(speech, pupil, day, anew=False) if view.asked else ()
    return Screen(
        lines(_missed(speech, actor, view.child, day, view.missed), told),
        rows(first, why, *_onward(speech, actor, view.child)),
    )


def _onward(speech: Speech, actor: Actor, child: Child) -> Rows:
    absences = button(speech.label("place-absences"), OpenAbsences(pupil=child.pupil))
    return ((absences, _why(speech, child)), way_back(speech, actor, child, Place.ABSENCES))


def _missed(speech: Speech, actor: Actor, child: Child, day: date, numbers: Sequence[int]) -> Html:
    spoken = weekday_and_day(day, speech.language)
    if not numbers:
        return head(speech, actor, child, speech.say("alert-head-day", day=spoken))
    what = speech.say(
        "alert-head",
        day=spoken,
        numbers=numbers_of(numbers),
        count=len(numbers),
    )
    return head(speech, actor, child, what)


def _places(speech: Speech, actor: Actor, child: Child) -> list[Button]:
    return [_why(speech, child), *way_back(speech, actor, child, Place.ABSENCES)]


def _why(speech: Speech, child: Child) -> Button:
    return why_button(speech, About.ANNOUNCING, child.pupil)
