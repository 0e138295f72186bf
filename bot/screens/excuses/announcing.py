"""A family says why a child is away: what was said before, and what is sent now."""

from datetime import date
from typing import Final

from bot.callbacks.excuses import (
    OpenAnnouncing,
    PickDays,
    PickLessons,
    PickReason,
    SendExcuse,
    TakeBackExcuse,
)
from bot.callbacks.places import Place
from bot.callbacks.why import About
from bot.screens.excuses.alerts import found_button
from bot.screens.excuses.words import line_of, reason_of, state_of, when_of, word_line
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import short_weekday
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Child
from core.diary.excuses.family import Announcing, Said
from core.diary.excuses.limits import can_fall, fallen, falls_from
from core.diary.excuses.rules import Claim, Excuse

_SAID: Final = 5
_TAKEN_BACK: Final = 2


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
            *_withdrawals(speech, actor, view),
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


def _withdrawals(speech: Speech, actor: Actor, view: Announcing) -> list[list[Button]]:
    left = [
        fallen(one, falls_from(one, view.today), one.state)
        for one in view.said
        if can_fall(one, view.today) and _is_own(actor, one)
    ]
    soonest = sorted(left, key=lambda one: (one.claim.days, one.id))[:_TAKEN_BACK]
    return [
        [
            button(
                speech.label("excuse-take-back", when=when_of(speech, one.claim)),
                TakeBackExcuse(excuse=one.id),
            )
        ]
        for one in soonest
    ]


def _is_own(actor: Actor, excuse: Excuse) -> bool:
    return any(member.person == excuse.guardian for member in actor.members)


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
            from_start(speech, actor, child),
        ),
    )


def said(speech: Speech, actor: Actor, view: Said) -> Screen:
    """Show what was said, and what happens next."""
    child, excuse = view.child, view.excuse
    falls = _is_own(actor, excuse) and can_fall(excuse, view.today)
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
            speech.say("excuse-still-sought") if view.sought else NOTHING,
        ),
        rows(
            [found_button(speech, child.pupil, view.today)] if view.sought else [],
            [
                button(speech.label("excuse-others"), OpenAnnouncing(pupil=child.pupil)),
                *((take_back,) if falls else ()),
            ],
            [_why(speech, child), *_back(speech, actor, child)],
        ),
    )


def from_start(speech: Speech, actor: Actor, child: Child) -> list[Button]:
    """Return the way back to the first question, and from there to the absences."""
    start = button(speech.label("excuse-back"), OpenAnnouncing(pupil=child.pupil))
    return [start, *_back(speech, actor, child)]


def _why(speech: Speech, child: Child) -> Button:
    return why_button(speech, About.ANNOUNCING, child.pupil)


def _back(speech: Speech, actor: Actor, child: Child) -> list[Button]:
    return list(way_back(speech, actor, child, Place.ABSENCES))
