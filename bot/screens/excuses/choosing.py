"""A family chooses when a child will be away, and why: days, lessons of a day, the reason."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.callbacks.excuses import PickDays, PickLessons, PickReason, Reason, SayReason
from bot.callbacks.fields import LAST_LESSON, bits_of, days_of, numbers_of
from bot.screens.excuses.announcing import announcing, from_start
from bot.screens.excuses.words import lessons_of, spoken, when_of
from bot.screens.parts.frame import head
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import short_weekday, weekday_and_day
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor, Child
from core.diary.excuses.family import Announcing
from core.diary.excuses.rules import Claim, ExcuseKind
from core.diary.views import DiaryDay

_IN_A_ROW: Final = 5
_LINES: Final = 9
_TITLES: Final = 100
_REASONS: Final[tuple[tuple[Key, Reason], ...]] = (
    ("excuse-illness", Reason.ILLNESS),
    ("excuse-excused", Reason.EXCUSED),
    ("excuse-other", Reason.OTHER),
)
_CHOSEN: Final = "✓ "


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
            from_start(speech, actor, child),
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
            _lesson_lines(speech, day, numbers),
            speech.say("excuse-chosen", what=what) if picked else NOTHING,
        ),
        rows(
            *_in_rows([_toggle_lesson(child, day, one, bits) for one in numbers]),
            [
                *_beside(speech, child, days, at),
                *(_onward(speech, child, [day.day], day.day, bits) if picked else []),
            ],
            from_start(speech, actor, child),
        ),
    )


def _numbers(day: DiaryDay) -> list[int]:
    return sorted({one.number for one in day.lessons if one.number <= LAST_LESSON})


def _lesson_lines(speech: Speech, day: DiaryDay, numbers: Sequence[int]) -> list[Html]:
    """Return a line for each lesson; of a day that has more than a phone shows, several in one."""
    in_line = -(-len(numbers) // _LINES) or 1
    said = [_lesson(speech, day, one, _TITLES // in_line) for one in numbers]
    return [joined("; ", said[at : at + in_line]) for at in range(0, len(said), in_line)]


def _lesson(speech: Speech, day: DiaryDay, number: int, most: int) -> Html:
    titles = ", ".join(dict.fromkeys(one.subject for one in day.lessons if one.number == number))
    return speech.say("excuse-lesson", number=number, subject=cut(titles, most))


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
                        SayReason(**chosen.model_dump(exclude={"anew"}), reason=reason),
                    )
                ]
                for key, reason in _REASONS
            ),
            from_start(speech, actor, child),
        ),
    )


def _in_rows(buttons: Sequence[Button]) -> list[Sequence[Button]]:
    return [buttons[at : at + _IN_A_ROW] for at in range(0, len(buttons), _IN_A_ROW)]
