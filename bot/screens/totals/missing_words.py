"""The words for what is missing before a period or a year ends, as the school hears them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.callbacks.classes import OpenMissingIn
from bot.callbacks.sheets import OpenOwnSheets
from bot.screens.parts.lesson import subject_of, subject_within
from bot.screens.parts.screen import Button, button
from bot.screens.totals.finals import some_names
from bot.texts.formats import day_and_month
from bot.texts.html import Html, cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.ids import ClassId
from core.journal.missing_marks import Gap, Scope
from core.journal.missing_of_year import Lack
from core.notices.news.totals import MissingNews

_MOST_LINES = 12
_PERIOD_LENGTH = 48
_CLASS_LENGTH = 16
_CLASSES = 20
_CLASSES_NAMED = 4
_ROWS = 3
_IN_A_ROW = 2

_TOLD_APART: dict[Lack, Key] = {
    Lack.FINAL: "missing-after-exam",
    Lack.FINAL_OF_OTHERS: "missing-of-others",
}
_BY_CLASS: dict[Lack, Key] = {
    Lack.FINAL: "missing-by-class-final",
    Lack.FINAL_OF_OTHERS: "missing-by-class-of-others",
}


def missing_told(news: MissingNews) -> dict[str, str | int]:
    """Return of which classes and period, and how many marks."""
    titles = list(dict.fromkeys(cut(one.class_title, _CLASS_LENGTH) for one in news.gaps))
    return {
        "scope": news.scope.value,
        "classes": ", ".join(titles[:_CLASSES_NAMED]),
        "period": cut(news.period.title, _PERIOD_LENGTH),
        "count": sum(len(one.pupils) for one in news.gaps),
    }


def missing_block(speech: Speech, news: MissingNews) -> list[Html]:
    """Return one such piece of news in full."""
    return [line for line, _ in missing_lines(speech, [news])]


def missing_lines(speech: Speech, told: Sequence[MissingNews]) -> list[tuple[Html, int]]:
    """Return the lines of several, with how many pieces of news each tells.

    A quarter and the year end on one day, and one person leads a class and teaches: each piece has
    its head, by when the marks are due is said once for all, and the lines left are shared out.
    """
    until = [_until(speech, one) for one in told]
    lines = [_gaps(speech, one) for one in told]
    room = _shares([len(of) for of in lines], _MOST_LINES - len(told) - len(set(until)))
    found, said = list[tuple[Html, int]](), set[Html]()
    for news, due, of, most in zip(told, until, lines, room, strict=True):
        found.append((speech.say("missing-head", **missing_told(news)), 1))
        if due not in said:
            found.append((due, 0))
            said.add(due)
        found += [(line, 0) for line in _cut(speech, of, most)]
    return found


def _shares(asked: Sequence[int], room: int) -> Sequence[int]:
    """Return how many lines each gets: in turn one more, while there is room and need."""
    given = [0] * len(asked)
    while room > 0 and given != list(asked):
        for at, wanted in enumerate(asked):
            if room > 0 and given[at] < wanted:
                given[at] += 1
                room -= 1
    return given


def _cut(speech: Speech, lines: Sequence[Html], most: int) -> Sequence[Html]:
    if len(lines) <= most:
        return lines
    shown = lines[: max(0, most - 1)]
    return [*shown, speech.say("more", count=len(lines) - len(shown))] if most else []


def _until(speech: Speech, news: MissingNews) -> Html:
    """Return by when marks are set; families see them then, or somewhat later."""
    due, shown = (day_and_month(one, speech.language) for one in (news.set_by, news.shown_by))
    return speech.say(
        "missing-until",
        ends=day_and_month(news.period.ends, speech.language),
        apart="yes" if news.set_by < news.shown_by else "no",
        due=due,
        shown=shown,
    )


def _gaps(speech: Speech, news: MissingNews) -> list[Html]:
    if news.scope is Scope.SCHOOL:
        kinds = list(Lack)
        ordered = sorted(news.gaps, key=lambda it: kinds.index(it.lack))
        by_kind = groupby(ordered, key=lambda it: it.lack)
        return [_by_class(speech, lack, list(same)) for lack, same in by_kind]
    one_class = news.scope is Scope.CLASS and len({one.class_id for one in news.gaps}) == 1
    return [_gap(speech, one, named=not one_class) for one in news.gaps]


def _gap(speech: Speech, gap: Gap, *, named: bool) -> Html:
    title = subject_within(gap.subject) if named else subject_of(gap.subject)
    apart = _TOLD_APART.get(gap.lack)
    subject = speech.label(apart, subject=title) if apart else title
    count, names = len(gap.pupils), some_names(speech, gap.pupils)
    if not named:
        return speech.say("missing-subject", subject=subject, count=count, names=names)
    of = cut(gap.class_title, _CLASS_LENGTH)
    return speech.say("missing-course", **{"class": of}, subject=subject, count=count, names=names)


def _by_class(speech: Speech, lack: Lack, gaps: Sequence[Gap]) -> Html:
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
    key = _BY_CLASS.get(lack, "missing-by-class")
    return speech.say(key, classes=joined(", ", [*told, *more]))


def missing_buttons(speech: Speech, told: Sequence[MissingNews]) -> list[list[Button]]:
    """Return the ways to what is missing: of a class to its list, of own courses to setting it."""
    several = len({one.period.id for one in told}) > 1
    found = [button for one in told for button in _ways(speech, one, several=several)]
    once = list(dict.fromkeys(found))
    if len(once) <= _ROWS:
        return [[one] for one in once]
    pairs = [once[at : at + _IN_A_ROW] for at in range(0, len(once), _IN_A_ROW)]
    return pairs[:_ROWS]


def _ways(speech: Speech, news: MissingNews, *, several: bool) -> Iterator[Button]:
    period = news.period.title
    if news.scope is Scope.COURSE:
        label = (
            speech.label("missing-set-in", period=period)
            if several
            else speech.label("missing-set")
        )
        yield button(label, OpenOwnSheets(period=news.period.id, anew=True))
    if news.scope is Scope.CLASS:
        for class_id, title in {one.class_id: one.class_title for one in news.gaps}.items():
            of = {"class": title}
            label = (
                speech.label("missing-open-in", **of, period=period)
                if several
                else speech.label("missing-open", **of)
            )
            target = OpenMissingIn(class_id=class_id, period=news.period.id, anew=True)
            yield button(label, target)
