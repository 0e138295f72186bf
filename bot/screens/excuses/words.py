"""The words for an excuse that family and class teacher share: days, reason, state."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.screens.parts.lesson import SUBJECT_LENGTH
from bot.texts.formats import stretch, weekday_and_day
from bot.texts.html import NOTHING, Html, cut
from bot.texts.speech import Speech
from core.diary.excuses.rules import Claim, Excuse

WORD_LENGTH = 300
_SHORT_WORD = 80
_VERDICT = 200
_RUNS = 4
_DAY = timedelta(days=1)


def when_of(speech: Speech, claim: Claim) -> str:
    """Return the days, or lessons of the one day: «23–27 ноября», «пн, 23 ноября, уроки 1»."""
    days = spoken(speech, claim.days)
    if not claim.numbers:
        return days
    return lessons_of(speech, days, claim.numbers)


def lessons_of(speech: Speech, day: str, numbers: Sequence[int]) -> str:
    """Return lessons of a day: «пн, 23 ноября, уроки 1, 2»."""
    return speech.label("excuse-lessons", day=day, numbers=numbers_of(numbers), count=len(numbers))


def numbers_of(numbers: Sequence[int]) -> str:
    """Return numbers of lessons as people write them: «1, 2»."""
    return ", ".join(str(one) for one in numbers)


def spoken(speech: Speech, days: Sequence[date]) -> str:
    """Return days as people say them: a single one with its weekday, others as stretches."""
    if len(days) == 1:
        return weekday_and_day(days[0], speech.language)
    runs = _runs(days)
    told = [
        stretch(first, last, speech.language)
        if last > first
        else weekday_and_day(first, speech.language)
        for first, last in runs[:_RUNS]
    ]
    rest = [speech.label("more", count=len(runs) - _RUNS)] if len(runs) > _RUNS else []
    return ", ".join([*told, *rest])


def _runs(days: Sequence[date]) -> list[tuple[date, date]]:
    runs: list[tuple[date, date]] = []
    for day in sorted(days):
        if runs and runs[-1][1] + _DAY == day:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def reason_of(speech: Speech, claim: Claim) -> Html:
    """Return the reason in one word: «болезнь»."""
    return speech.say("excuse-reason", kind=claim.kind.value)


def word_line(speech: Speech, claim: Claim) -> Html:
    """Return the family's own words, where there are any."""
    return speech.say("excuse-word", word=cut(claim.word, WORD_LENGTH)) if claim.word else NOTHING


def state_of(speech: Speech, excuse: Excuse) -> Html:
    """Return what became of an excuse, with the class teacher's word or the document."""
    return speech.say("excuse-now", state=_state(speech, excuse, WORD_LENGTH))


def _state(speech: Speech, excuse: Excuse, most: int) -> Html:
    word = cut(excuse.document or excuse.verdict, most)
    said = "yes" if word else "no"
    return speech.say("excuse-state", state=excuse.state.value, word=word, said=said)


def declined_line(speech: Speech, excuse: Excuse | None) -> Html:
    """Return that the class teacher did not take a reason, and why, where that is so."""
    if excuse is None:
        return NOTHING
    word = cut(excuse.verdict, _VERDICT)
    return speech.say("alert-declined", word=word, said="yes" if word else "no")


def line_of(speech: Speech, excuse: Excuse) -> Html:
    """Return an excuse in one line: when, why, and what became of it."""
    return speech.say(
        "excuse-line",
        when=cut(when_of(speech, excuse.claim), 2 * SUBJECT_LENGTH),
        reason=reason_of(speech, excuse.claim),
        state=_state(speech, excuse, _SHORT_WORD),
    )
