"""How the families of a class use the diary, the least first (W3)."""

from typing import Final

from bot.callbacks.classes import OpenClassReviews
from bot.callbacks.watch import OpenFamilyUse, RemindReviews
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, place_of, turning
from bot.screens.parts.screen import TOAST_LENGTH, Screen, button, lines, rows
from bot.screens.people.more import way_to_class
from bot.texts.formats import day_and_month
from bot.texts.html import Html, cut, joined
from bot.texts.speech import Speech
from core.notices.telling.asked_reviews import Reminded
from core.reports.family_use import ClassUse, UseOfFamily

# A family's line with a long name takes two lines of a phone.
_A_PAGE: Final = 5
_CLASS_LENGTH: Final = 16
_NAMED: Final = 3


def family_use(
    speech: Speech, view: ClassUse, *, page: int = 0, reminded: Reminded | None = None
) -> Screen:
    """Show each family with who came in, the days and the last one; and offer to remind."""
    led, listed = view.overseen.led, page_of(view.families, page, size=_A_PAGE)
    reviews = button(speech.label("place-reviews"), OpenClassReviews(class_id=led.id))
    remind = button(speech.label("use-remind"), RemindReviews(class_id=led.id))
    return Screen(
        lines(
            speech.say("use-head", **{"class": cut(led.title, _CLASS_LENGTH)}),
            joined(" · ", [_sum(speech, view), *place_of(speech, listed)]),
            [_line(speech, one) for one in listed.items],
        ),
        rows(
            [*([remind] if view.decides and view.families else []), reviews],
            [
                *turning(speech, listed, lambda to: OpenFamilyUse(class_id=led.id, page=to)),
                way_to_class(speech, view.overseen),
            ],
        ),
        toast=_done(speech, reminded) if reminded else None,
    )


def _done(speech: Speech, reminded: Reminded) -> str:
    """Say how many are reminded, and of whom somebody was before: once a week is the most."""
    if reminded.told or not (reminded.before or reminded.too_late):
        return speech.label("use-reminded", count=reminded.told)
    if not reminded.before:
        return speech.label("use-remind-too-late")
    named = [full_name(speech, one.name) for one in reminded.before[:_NAMED]]
    rest = len(reminded.before) - len(named)
    said = speech.label("use-reminded-before", names=", ".join(named), rest=rest)
    return cut(said, TOAST_LENGTH)


def _sum(speech: Speech, view: ClassUse) -> Html:
    if not view.families:
        return speech.say("use-empty")
    since = day_and_month(view.since, speech.language)
    return speech.say("use-sum", since=since, active=view.active, count=len(view.families))


def _line(speech: Speech, one: UseOfFamily) -> Html:
    name = full_name(speech, one.family.pupil.name)
    if not one.guardians:
        return speech.say("use-no-guardians", name=name)
    if not one.came_in and not one.by_letters:
        return speech.say("use-never", name=name)
    who = {"came": one.came_in, "count": one.guardians, "letters": one.by_letters}
    if one.last_day is None:
        return speech.say("use-away", name=name, **who)
    last = day_and_month(one.last_day, speech.language)
    return speech.say("use-line", name=name, days=one.days, last=last, **who)
