"""The words for news of final marks and reviews: alone, among others, or all of one kind."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from bot.callbacks.classes import OpenLedReviews, OpenMissing
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
from bot.screens.totals.finals import missing_subject, some_names
from bot.texts.formats import day_and_month, weekday_and_day
from bot.texts.html import Html, cut, joined
from bot.texts.speech import Speech
from core.diary.totals.review import monday_of
from core.ids import ClassId, PupilId
from core.journal.missing_marks import Gap, Scope
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

_MOST_LINES = 12
_PERIOD_LENGTH = 48
_CLASS_LENGTH = 16
_CLASSES = 20
_CLASSES_NAMED = 4
_PUPILS_OF_CLASS = 12
_CLASSES_REVIEWED = 6
_BUTTONS = 3


def totals_block(speech: Speech, news: TotalsNews, who: str) -> list[Html]:
    """Return one piece of news in full: who and what first."""
    match news:
        case PeriodMarkNews():
            return [_final_head(speech, news, who), _final(speech, news)]
        case MissingNews():
            return _missing(speech, news, most=_MOST_LINES)
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
            return speech.say("missing-line", **_missing_told(news))
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
    most = _MOST_LINES // len(missing)
    found, said = list[tuple[Html, int]](), set[Html]()
    for one in missing:
        told_lines = _missing(speech, one, most=most)
        # By when the marks are due is said once for all that the person answers for.
        found += [(line, int(at == 0)) for at, line in enumerate(told_lines) if line not in said]
        said.add(told_lines[1])
    return found


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
        return speech.say("final-short-taken-back", before=before)
    mark = mark_of(speech, news.value)
    if before:
        return speech.say("final-short-changed", mark=mark, before=before)
    return speech.say("final-short", mark=mark, kind=news.kind.value)


def _missing_told(news: MissingNews) -> dict[str, str | int]:
    titles = list(dict.fromkeys(cut(one.class_title, _CLASS_LENGTH) for one in news.gaps))
    return {
        "scope": news.scope.value,
        "classes": ", ".join(titles[:_CLASSES_NAMED]),
        "period": cut(news.period.title, _PERIOD_LENGTH),
        "count": sum(len(one.pupils) for one in news.gaps),
    }


def _missing(speech: Speech, news: MissingNews, *, most: int) -> list[Html]:
    until = speech.say(
        "missing-until",
        ends=day_and_month(news.period.ends, speech.language),
        shown=day_and_month(news.shown_by, speech.language),
    )
    head = [speech.say("missing-head", **_missing_told(news)), until]
    if news.scope is Scope.SCHOOL:
        return [*head, _by_class(speech, news.gaps)]
    room = max(1, most - len(head))
    shown = news.gaps if len(news.gaps) <= room else news.gaps[: room - 1]
    told = [_gap(speech, news, one) for one in shown]
    rest = len(news.gaps) - len(shown)
    return [*head, *told, *([speech.say("more", count=rest)] if rest else [])]


def _gap(speech: Speech, news: MissingNews, gap: Gap) -> Html:
    classes = {one.class_id for one in news.gaps}
    if news.scope is Scope.CLASS and len(classes) == 1:
        return missing_subject(speech, gap)
    return speech.say(
        "missing-course",
        **{"class": cut(gap.class_title, _CLASS_LENGTH)},
        subject=subject_within(gap.subject),
        count=len(gap.pupils),
        names=some_names(speech, gap.pupils),
    )


def _by_class(speech: Speech, gaps: Sequence[Gap]) -> Html:
    counts = dict[ClassId, tuple[str, int]]()
    for gap in gaps:
        _, known = counts.get(gap.class_id, ("", 0))
        counts[gap.class_id] = gap.class_title, known + len(gap.pupils)
    told = [
        speech.say("missing-class", **{"class": cut(title, _CLASS_LENGTH)}, count=count)
        for title, count in list(counts.values())[:_CLASSES]
    ]
    rest = len(counts) - len(told)
    more = [speech.say("more", count=rest)] if rest else []
    return speech.say("missing-by-class", classes=joined(", ", [*told, *more]))


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
    rows = list[list[Button]]()
    for one in told:
        match one:
            case PeriodMarkNews():
                rows.append(_year_buttons(speech, one, names))
            case NudgeNews():
                rows.append(_nudge_buttons(speech, one, names))
            case MissingNews():
                rows.extend(_missing_buttons(speech, one))
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


def _missing_buttons(speech: Speech, news: MissingNews) -> list[list[Button]]:
    if news.scope is not Scope.CLASS:
        return []
    classes = {one.class_id: one.class_title for one in news.gaps}
    day = news.period.begins.toordinal()
    return [
        [
            button(
                speech.label("missing-open", **{"class": title}),
                OpenMissing(class_id=class_id, day=day, anew=True),
            )
        ]
        for class_id, title in classes.items()
    ]
