"""The words for news of final marks and reviews: alone, among others, or all of one kind."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from bot.callbacks.classes import OpenLedReviews
from bot.callbacks.diary import OpenYear
from bot.callbacks.places import Place
from bot.callbacks.review import OpenReview
from bot.callbacks.why import About
from bot.screens.parts.lesson import mark_of, subject_of, subject_within
from bot.screens.parts.naming import full_name
from bot.screens.parts.of_children import A_FEW, by_name
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, button
from bot.screens.people.menu import PLACES, open_place
from bot.screens.totals.finals import some_names
from bot.screens.totals.missing_words import (
    missing_block,
    missing_buttons,
    missing_lines,
    missing_told,
)
from bot.texts.formats import weekday_and_day
from bot.texts.html import Html, cut
from bot.texts.speech import Speech
from core.diary.totals.review import monday_of
from core.ids import PupilId
from core.notices.news.totals import (
    MissingNews,
    NudgeNews,
    PeriodMarkNews,
    ReviewedNews,
    ReviewsNews,
    TotalsNews,
)

OF_THE_SCHOOL = (MissingNews, ReviewsNews)
"""News that is about no pupil of the recipient's: there is no diary to open from it."""

_PERIOD_LENGTH = 48
_CLASS_LENGTH = 16
_PUPILS_OF_CLASS = 12
_CLASSES_REVIEWED = 6
_BUTTONS = 3


def totals_block(speech: Speech, news: TotalsNews, who: str) -> list[Html]:
    """Return one piece of news in full: who and what first."""
    match news:
        case PeriodMarkNews():
            return [_final_head(speech, news, who), _final(speech, news)]
        case MissingNews():
            return missing_block(speech, news)
        case ReviewedNews():
            return [
                speech.say("reviewed-head", who=who),
                speech.say("reviewed", **_reviewed(speech, news)),
            ]
        case ReviewsNews():
            return [_reviews_head(speech, news), *_reviews(speech, news)]
        case NudgeNews():
            head = speech.say("nudge-head", who=who) if who else speech.say("nudge-head-own")
            until = weekday_and_day(news.until, speech.language)
            return [head, speech.say("nudge", count=news.missing, until=until)]
        case _:
            assert_never(news)


def totals_line(speech: Speech, news: TotalsNews) -> Html:
    """Return one piece of news among others of the same child."""
    match news:
        case PeriodMarkNews():
            period, what = cut(news.period, _PERIOD_LENGTH), _final_short(speech, news)
            return speech.say(
                "final-line", subject=subject_of(news.subject), period=period, what=what
            )
        case MissingNews():
            return speech.say("missing-line", **missing_told(news))
        case ReviewedNews():
            return speech.say("reviewed-line", **_reviewed(speech, news))
        case ReviewsNews():
            day = weekday_and_day(news.day, speech.language)
            return speech.say("reviews-line", day=day, count=len(news.pupils))
        case NudgeNews():
            until = weekday_and_day(news.until, speech.language)
            return speech.say("nudge-line", count=news.missing, until=until)
        case _:
            assert_never(news)


def totals_together(
    speech: Speech, told: Sequence[object], who: str
) -> list[tuple[Html, int]] | None:
    """Return the lines of several pieces of news of one kind, with how many each tells.

    None where they are of different kinds, or of one that is told line by line.
    """
    finals = [one for one in told if isinstance(one, PeriodMarkNews)]
    if len(finals) == len(told):
        return _finals(speech, finals, who)
    missing = [one for one in told if isinstance(one, MissingNews)]
    if len(missing) != len(told):
        return None
    return missing_lines(speech, missing)


def _finals(speech: Speech, finals: Sequence[PeriodMarkNews], who: str) -> list[tuple[Html, int]]:
    periods = {one.period for one in finals}
    if len(periods) > 1:
        head = (
            speech.say("final-many-head-undated", who=who)
            if who
            else speech.say("final-many-head-own-undated")
        )
        return [(head, 0), *((_final_of(speech, one), 1) for one in finals)]
    period = cut(finals[0].period, _PERIOD_LENGTH)
    head = (
        speech.say("final-many-head", who=who, period=period)
        if who
        else speech.say("final-many-head-own", period=period)
    )
    return [
        (head, 0),
        *(
            (
                speech.say(
                    "final-one", subject=subject_of(one.subject), what=_final_short(speech, one)
                ),
                1,
            )
            for one in finals
        ),
    ]


def _final_of(speech: Speech, news: PeriodMarkNews) -> Html:
    return speech.say(
        "final-one-of",
        subject=subject_of(news.subject),
        period=cut(news.period, _PERIOD_LENGTH),
        what=_final_short(speech, news),
    )


def _final_head(speech: Speech, news: PeriodMarkNews, who: str) -> Html:
    period = cut(news.period, _PERIOD_LENGTH)
    if who:
        subject = subject_within(news.subject)
        return speech.say("final-head", who=who, subject=subject, period=period)
    return speech.say("final-head-own", subject=subject_of(news.subject), period=period)


def _final(speech: Speech, news: PeriodMarkNews) -> Html:
    before = mark_of(speech, news.before) if news.before else ""
    kind = news.kind.value
    if news.value is None:
        return speech.say("final-taken-back", before=before, kind=kind)
    mark = mark_of(speech, news.value)
    if before:
        return speech.say("final-changed", mark=mark, before=before, kind=kind)
    return speech.say("final-mark", mark=mark, kind=kind)


def _final_short(speech: Speech, news: PeriodMarkNews) -> Html:
    before = mark_of(speech, news.before) if news.before else ""
    if news.value is None:
        return speech.say("final-short-taken-back", before=before, kind=news.kind.value)
    mark = mark_of(speech, news.value)
    if before:
        return speech.say("final-short-changed", mark=mark, before=before, kind=news.kind.value)
    return speech.say("final-short", mark=mark, kind=news.kind.value)


def _reviewed(speech: Speech, news: ReviewedNews) -> dict[str, str]:
    day = weekday_and_day(news.day, speech.language)
    return {"name": full_name(speech, news.who), "day": day}


def _reviews_head(speech: Speech, news: ReviewsNews) -> Html:
    day = weekday_and_day(news.day, speech.language)
    return speech.say("reviews-head", day=day, count=len(news.pupils))


def _reviews(speech: Speech, news: ReviewsNews) -> list[Html]:
    titles = list(dict.fromkeys(title for title, _ in news.pupils))
    told = [
        speech.say(
            "reviews-class",
            **{"class": cut(title, _CLASS_LENGTH)},
            names=some_names(
                speech,
                [name for of, name in news.pupils if of == title],
                most=_PUPILS_OF_CLASS,
            ),
        )
        for title in titles[:_CLASSES_REVIEWED]
    ]
    rest = len(titles) - len(told)
    return [*told, *([speech.say("more", count=rest)] if rest else [])]


def totals_buttons(  # noqa: C901 - a line for each kind
    speech: Speech, told: Sequence[object], names: Mapping[PupilId, str]
) -> list[list[Button]] | None:
    """Return the rows of buttons for news that is all of this kind; None for any other."""
    several = _of_several(speech, told, names)
    if several:
        return several
    missing = [one for one in told if isinstance(one, MissingNews)]
    if missing and len(missing) == len(told):
        return missing_buttons(speech, missing)
    rows = list[list[Button]]()
    for one in told:
        match one:
            case PeriodMarkNews():
                rows.append(_year_buttons(speech, one, names))
            case NudgeNews():
                rows.append(_nudge_buttons(speech, one, names))
            case MissingNews():
                rows.extend(missing_buttons(speech, [one]))
            case ReviewedNews() if len(told) == 1:
                rows.append([_marks_button(speech, one.about), _reviews_button(speech, one)])
            case ReviewedNews() | ReviewsNews():
                rows.append([_reviews_button(speech, one)])
            case _:
                return None
    once = {tuple(one.callback_data for one in row): row for row in reversed(rows) if row}
    return list(reversed(once.values()))[:_BUTTONS]


def _of_several(
    speech: Speech, told: Sequence[object], names: Mapping[PupilId, str]
) -> list[list[Button]]:
    """Return the ways to the totals of many children, called by name; none where they are few."""
    asked = [one for one in told if isinstance(one, PeriodMarkNews | NudgeNews)]
    if len(asked) < len(told) or len({one.about for one in asked}) <= A_FEW:
        return []
    opened = [
        (
            one.about,
            _review_button(speech, one, names)
            if isinstance(one, NudgeNews)
            else _year_buttons(speech, one, names)[0],
        )
        for one in asked
    ]
    return [list(row) for row in by_name(speech, opened, names)]


def why_of_several(
    speech: Speech, told: Sequence[object], names: Mapping[PupilId, str]
) -> list[Button]:
    """Return the way to the rules behind news of several children: of the first one's school."""
    first = told[0]
    if len(names) > 1 and isinstance(first, NudgeNews):
        return [why_button(speech, About.REVIEW, first.about, anew=True)]
    if len(names) > 1 and isinstance(first, PeriodMarkNews):
        return [why_button(speech, About.YEAR, first.about, anew=True)]
    return []


def _year_buttons(
    speech: Speech, news: PeriodMarkNews, names: Mapping[PupilId, str]
) -> list[Button]:
    target = OpenYear(pupil=news.about, anew=True)
    if len(names) > 1 and names[news.about]:
        return [button(speech.label("final-open-year", name=names[news.about]), target)]
    asks = why_button(speech, About.YEAR, news.about, anew=True)
    return [button(speech.label("place-year"), target), _marks_button(speech, news.about), asks]


def _marks_button(speech: Speech, pupil: PupilId) -> Button:
    return open_place(speech.label(PLACES[Place.MARKS]), Place.MARKS, pupil, anew=True)


def _reviews_button(speech: Speech, news: ReviewedNews | ReviewsNews) -> Button:
    """Return the way to the whole list: a message names only some."""
    day = monday_of(news.day).toordinal()
    return button(speech.label("place-reviews"), OpenLedReviews(day=day))


def _nudge_buttons(speech: Speech, news: NudgeNews, names: Mapping[PupilId, str]) -> list[Button]:
    opens = _review_button(speech, news, names)
    if len(names) > 1:
        return [opens]
    return [opens, why_button(speech, About.REVIEW, news.about, anew=True)]


def _review_button(speech: Speech, news: NudgeNews, names: Mapping[PupilId, str]) -> Button:
    target = OpenReview(pupil=news.about, anew=True)
    if len(names) > 1 and names[news.about]:
        return button(speech.label("nudge-open", name=names[news.about]), target)
    return button(speech.label("place-review"), target)
