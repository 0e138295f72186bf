"""A family says why a child is away: choosing days and a reason, and what was said."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.callbacks.diary import OpenAbsences
from bot.callbacks.excuses import (
    AnswerAbsence,
    OpenAnnouncing,
    PickDays,
    PickLessons,
    PickReason,
    Reason,
    Reply,
    SayReason,
    SendExcuse,
    TakeBackExcuse,
)
from bot.callbacks.fields import bits_of, days_of, numbers_of
from bot.callbacks.places import Place
from bot.callbacks.why import About
from bot.screens.excuses.words import (
    lessons_of,
    line_of,
    reason_of,
    spoken,
    state_of,
    when_of,
    word_line,
)
from bot.screens.excuses.words import numbers_of as listed
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import short_weekday, weekday_and_day
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Child
from core.diary.excuses.family import Announcing, Answered, Said
from core.diary.excuses.rules import Claim, ExcuseKind, ExcuseState
from core.diary.views import DiaryDay
from core.ids import PersonId, PupilId

_SAID: Final = 5
_IN_A_ROW: Final = 5
_MOST_LESSONS: Final = 8
_TITLES: Final = 100
_LAST: Final = 15
"""The last number that a button of lessons can hold."""
_REASONS: Final[tuple[tuple[Key, Reason], ...]] = (
    ("excuse-illness", Reason.ILLNESS),
    ("excuse-excused", Reason.EXCUSED),
    ("excuse-other", Reason.OTHER),
)
_CHOSEN: Final = "✓ "


def announcing(speech: Speech, actor: Actor, view: Announcing) -> Screen:
    """Ask when the child will be away, above what was said before."""
    child, said = view.child, view.said[:_SAID]
    more = len(view.said) - len(said)
    return Screen(
        lines(
            head(speech, actor, child, speech.say("excuse-head")),
            speech.say("excuse-when") if view.days else speech.say("excuse-no-days"),
            speech.say("excuse-said") if said else NOTHING,
            [line_of(speech, one) for one in said],
            speech.say("more", count=more) if more else NOTHING,
        ),
        rows(
            [_day_button(speech, child, one.day, view.today) for one in view.days[:2]],
            _other_days(speech, view),
            _withdrawals(speech, actor, view),
            [_why(speech, child), *_back(speech, actor, child)],
        ),
    )


def _day_button(speech: Speech, child: Child, day: date, today: date) -> Button:
    ahead = (day - today).days
    label = speech.label(
        "excuse-day", ahead=min(ahead, 2), day=short_weekday(day, speech.language)
    )
    return button(label, PickReason(pupil=child.pupil, since=day.toordinal(), days=1))


def _other_days(speech: Speech, view: Announcing) -> list[Button]:
    if not view.days:
        return []
    pupil = view.child.pupil
    by_days = PickDays(pupil=pupil, since=view.today.toordinal())
    found = [button(speech.label("excuse-days"), by_days)]
    with_lessons = [one for one in view.days if one.lessons]
    if with_lessons:
        by_lessons = PickLessons(pupil=pupil, day=with_lessons[0].day.toordinal())
        found.append(button(speech.label("excuse-some-lessons"), by_lessons))
    return found


def _withdrawals(speech: Speech, actor: Actor, view: Announcing) -> list[Button]:
    own: set[PersonId] = {member.person for member in actor.members}
    waiting = [
        one for one in view.said if one.state is ExcuseState.WAITING and one.guardian in own
    ]
    return [
        button(
            speech.label("excuse-take-back", when=when_of(speech, one.claim)),
            TakeBackExcuse(excuse=one.id),
        )
        for one in waiting[:1]
    ]


def choose_days(speech: Speech, actor: Actor, view: Announcing, chosen: PickDays) -> Screen:
    """Let the family choose among the school days of two weeks; a second tap takes one out."""
    child, today = view.child, view.today
    offered = {one.day for one in view.days}
    picked = [one for one in days_of(chosen.since, chosen.days) if one in offered]
    return Screen(
        lines(
            head(speech, actor, child, speech.say("excuse-head")),
            speech.say("excuse-choose-days"),
            speech.say("excuse-chosen", what=spoken(speech, picked)) if picked else NOTHING,
        ),
        rows(
            *_in_rows([_toggle_day(speech, child, one.day, picked, today) for one in view.days]),
            _onward(speech, child, picked, today),
            _from_start(speech, actor, child),
        ),
    )


def _toggle_day(
    speech: Speech, child: Child, day: date, picked: Sequence[date], today: date
) -> Button:
    days = set(picked) ^ {day}
    sign = _CHOSEN if day in picked else ""
    target = PickDays(pupil=child.pupil, since=today.toordinal(), days=bits_of(days, today))
    return button(f"{sign}{short_weekday(day, speech.language)}", target)


def _onward(
    speech: Speech, child: Child, picked: Sequence[date], since: date, lessons: int = 0
) -> list[Button]:
    if not picked:
        return []
    target = PickReason(
        pupil=child.pupil,
        since=since.toordinal(),
        days=bits_of(picked, since),
        lessons=lessons,
    )
    return [button(speech.label("excuse-next"), target)]


def choose_lessons(speech: Speech, actor: Actor, view: Announcing, chosen: PickLessons) -> Screen:
    """Let the family choose lessons of one day; the days beside it are a tap away."""
    child = view.child
    days = [one for one in view.days if one.lessons]
    at = next((i for i, one in enumerate(days) if one.day.toordinal() >= chosen.day), 0)
    if not days:
        return announcing(speech, actor, view)
    day = days[at]
    same_day = day.day.toordinal() == chosen.day
    numbers = _numbers(day)
    picked = [one for one in numbers_of(chosen.lessons) if same_day and one in numbers]
    bits = sum(1 << one for one in picked)
    spoken_day = weekday_and_day(day.day, speech.language)
    what = lessons_of(speech, spoken_day, picked)
    return Screen(
        lines(
            head(speech, actor, child, speech.say("excuse-head")),
            speech.say("excuse-choose-lessons", day=spoken_day),
            [_lesson_line(speech, day, one) for one in numbers],
            speech.say("excuse-chosen", what=what) if picked else NOTHING,
        ),
        rows(
            *_in_rows([_toggle_lesson(child, day, one, bits) for one in numbers]),
            [
                *_beside(speech, child, days, at),
                *(_onward(speech, child, [day.day], day.day, bits) if picked else []),
            ],
            _from_start(speech, actor, child),
        ),
    )


def _numbers(day: DiaryDay) -> list[int]:
    return sorted({one.number for one in day.lessons if 0 < one.number <= _LAST})[:_MOST_LESSONS]


def _lesson_line(speech: Speech, day: DiaryDay, number: int) -> Html:
    titles = ", ".join(dict.fromkeys(one.subject for one in day.lessons if one.number == number))
    return speech.say("excuse-lesson", number=number, subject=cut(titles, _TITLES))


def _toggle_lesson(child: Child, day: DiaryDay, number: int, bits: int) -> Button:
    sign = _CHOSEN if bits >> number & 1 else ""
    target = PickLessons(pupil=child.pupil, day=day.day.toordinal(), lessons=bits ^ (1 << number))
    return button(f"{sign}{number}", target)


def _beside(speech: Speech, child: Child, days: Sequence[DiaryDay], at: int) -> list[Button]:
    found = []
    if at:
        found.append(
            _to_day(child, f"‹ {short_weekday(days[at - 1].day, speech.language)}", days[at - 1])
        )
    if at + 1 < len(days):
        found.append(
            _to_day(child, f"{short_weekday(days[at + 1].day, speech.language)} ›", days[at + 1])
        )
    return found


def _to_day(child: Child, label: str, day: DiaryDay) -> Button:
    return button(label, PickLessons(pupil=child.pupil, day=day.day.toordinal()))


def choose_reason(speech: Speech, actor: Actor, child: Child, chosen: PickReason) -> Screen:
    """Ask why the child will be away on the days that were chosen."""
    days, numbers = days_of(chosen.since, chosen.days), numbers_of(chosen.lessons)
    claim = Claim(child.pupil, days, ExcuseKind.OTHER, numbers)
    return Screen(
        lines(
            head(speech, actor, child, speech.say("excuse-head")),
            speech.say("excuse-chosen", what=when_of(speech, claim)),
            speech.say("excuse-why"),
        ),
        rows(
            *(
                [
                    button(
                        speech.label(key),
                        SayReason(**chosen.model_dump(), reason=reason),
                    )
                ]
                for key, reason in _REASONS
            ),
            _from_start(speech, actor, child),
        ),
    )


def ask_word(speech: Speech, actor: Actor, child: Child, claim: Claim) -> Screen:
    """Ask for the reason in words."""
    return _step(speech, actor, child, claim, speech.say("excuse-ask-word"))


def ask_note(
    speech: Speech, actor: Actor, child: Child, claim: Claim, *, wrong: Key | None = None
) -> Screen:
    """Ask for a photo of a note, if there is one, and offer to send; say what was wrong."""
    asked: Key = "excuse-note-there" if claim.attachment else "excuse-ask-note"
    send = button(speech.label("excuse-send"), SendExcuse(pupil=child.pupil, stamp=claim.stamp))
    shown = _step(speech, actor, child, claim, speech.say(wrong or asked))
    return Screen(shown.text, ((send,), *shown.buttons))


def _step(speech: Speech, actor: Actor, child: Child, claim: Claim, asked: Html) -> Screen:
    return Screen(
        lines(
            head(speech, actor, child, speech.say("excuse-head")),
            speech.say(
                "excuse-what", when=when_of(speech, claim), reason=reason_of(speech, claim)
            ),
            word_line(speech, claim),
            asked,
        ),
        rows(
            _from_start(speech, actor, child),
        ),
    )


def said(speech: Speech, actor: Actor, view: Said) -> Screen:
    """Show what was said, and what happens next."""
    child, excuse = view.child, view.excuse
    own = any(member.person == excuse.guardian for member in actor.members)
    waits = own and excuse.state is ExcuseState.WAITING
    take_back = button(speech.label("excuse-take-it-back"), TakeBackExcuse(excuse=excuse.id))
    return Screen(
        lines(
            head(speech, actor, child, speech.say("excuse-head")),
            speech.say(
                "excuse-what",
                when=when_of(speech, excuse.claim),
                reason=reason_of(speech, excuse.claim),
            ),
            word_line(speech, excuse.claim),
            speech.say("excuse-attached") if excuse.claim.attachment else NOTHING,
            state_of(speech, excuse),
            speech.say("excuse-next-steps", state=excuse.state.value),
        ),
        rows(
            [
                button(speech.label("excuse-others"), OpenAnnouncing(pupil=child.pupil)),
                *((take_back,) if waits else ()),
            ],
            [_why(speech, child), *_back(speech, actor, child)],
        ),
    )


def alert(speech: Speech, actor: Actor, view: Answered) -> Screen:
    """Ask why a child was away on a day."""
    return Screen(
        lines(_missed(speech, actor, view), speech.say("alert-ask")),
        rows(
            *replies(speech, view.child.pupil, view.day, anew=False),
            [_why(speech, view.child), *_back(speech, actor, view.child)],
        ),
    )


def replies(
    speech: Speech, pupil: PupilId, day: date, *, anew: bool
) -> tuple[tuple[Button, ...], ...]:
    """Return the answers to an alert, under the alert itself or under a question."""

    def reply(key: Key, what: Reply) -> Button:
        target = AnswerAbsence(pupil=pupil, day=day.toordinal(), reply=what, anew=anew)
        return button(speech.label(key), target)

    return (
        (reply("alert-ill", Reply.ILL), reply("alert-excused", Reply.EXCUSED)),
        (reply("alert-not-known", Reply.NOT_KNOWN),),
    )


def answered(speech: Speech, actor: Actor, view: Answered) -> Screen:
    """Show what was answered about a day, and what happens next."""
    child = view.child
    if view.kind is not None:
        told = [
            speech.say("alert-answered", kind=view.kind.value),
            speech.say("alert-next", kind=view.kind.value),
        ]
    else:
        told = [
            speech.say("alert-answered-not-known"),
            speech.say("alert-sought" if view.heard else "alert-sought-unheard"),
            *replies_left(speech),
        ]
    left = replies(speech, child.pupil, view.day, anew=False)[:1] if view.kind is None else ()
    absences = button(speech.label("place-absences"), OpenAbsences(pupil=child.pupil))
    return Screen(
        lines(_missed(speech, actor, view), told),
        rows(
            *left, [absences, _why(speech, child)], way_back(speech, actor, child, Place.ABSENCES)
        ),
    )


def replies_left(speech: Speech) -> list[Html]:
    """Say that the reason may still be given when the child is found."""
    return [speech.say("alert-found")]


def _missed(speech: Speech, actor: Actor, view: Answered) -> Html:
    what = speech.say(
        "alert-head",
        day=weekday_and_day(view.day, speech.language),
        numbers=listed(view.numbers),
        count=len(view.numbers),
    )
    return head(speech, actor, view.child, what)


def _from_start(speech: Speech, actor: Actor, child: Child) -> list[Button]:
    start = button(speech.label("excuse-back"), OpenAnnouncing(pupil=child.pupil))
    return [start, *_back(speech, actor, child)]


def _why(speech: Speech, child: Child) -> Button:
    return why_button(speech, About.ANNOUNCING, child.pupil)


def _back(speech: Speech, actor: Actor, child: Child) -> list[Button]:
    return list(way_back(speech, actor, child, Place.ABSENCES))


def _in_rows(buttons: Sequence[Button]) -> list[Sequence[Button]]:
    return [buttons[at : at + _IN_A_ROW] for at in range(0, len(buttons), _IN_A_ROW)]
