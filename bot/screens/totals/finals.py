"""Final marks: a pupil's year table, and what a class misses before a period ends."""

from collections.abc import Sequence
from itertools import groupby

from bot.callbacks.classes import OpenMissingIn
from bot.callbacks.diary import OpenMarks, OpenYear
from bot.callbacks.places import Place
from bot.callbacks.sheets import OpenOwnSheets
from bot.callbacks.why import About
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.lesson import mark_of, subject_of
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.people.more import way_to_class
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.speech import Speech
from core.access.people import Actor, Name
from core.diary.totals.finals import SubjectYear, YearTable
from core.journal.marked_periods import MarkedPeriod
from core.journal.missing_marks import Gap, MissingOfClass
from core.journal.missing_of_year import Lack
from core.journal.values import MarkValue

_SUBJECTS_A_PAGE = 9
_GAPS_A_PAGE = 9
_GAPS_A_PAGE_OF_YEAR = 6
_NAMES_A_LINE = 3
_TITLE_LENGTH = 48
_CLASS_LENGTH = 16
_NOT_SET = "–"


def year_table(speech: Speech, actor: Actor, view: YearTable, *, page: int = 0) -> Screen:
    """Show for each subject the marks of all periods, the year, exams and the final one."""
    child, year = view.child, view.year
    back = way_back(speech, actor, child, Place.MARKS)
    if year is None:
        first = head(speech, actor, child, speech.say("year-head-undated"))
        return Screen(lines(first, speech.say("year-none")), rows(back))
    title = speech.say("year-head", year=cut(year.title, _TITLE_LENGTH))
    listed = page_of(view.subjects, page, size=_SUBJECTS_A_PAGE)
    numbered = enumerate(listed.items, start=listed.begin + 1)
    empty = all(one.is_empty for one in view.subjects)
    day = year.begins.toordinal()
    return Screen(
        lines(
            head(speech, actor, child, title),
            speech.say("year-empty") if empty else _columns(speech, view),
            [] if empty else [_subject(speech, index, one) for index, one in numbered],
            NOTHING if empty else rest_of(speech, listed),
        ),
        rows(
            [
                *_other_years(speech, view),
                *([] if empty else turning(speech, listed, lambda to: _year(view, day, to))),
            ],
            [
                button(speech.label("place-marks"), OpenMarks(pupil=child.pupil, day=day)),
                why_button(speech, About.YEAR, child.pupil, day=day, until=year.ends.toordinal()),
            ],
            back,
        ),
    )


def _year(view: YearTable, day: int, page: int = 0) -> OpenYear:
    return OpenYear(pupil=view.child.pupil, day=day, page=page)


def _columns(speech: Speech, view: YearTable) -> Html:
    titles = [cut(one.title, _TITLE_LENGTH) for one in view.periods]
    return speech.say("year-columns", periods=", ".join(titles)) if titles else NOTHING


def _subject(speech: Speech, index: int, subject: SubjectYear) -> Html:
    what = speech.say("year-subject-none") if subject.is_empty else _cells(speech, subject)
    return speech.say("year-subject", index=index, subject=subject_of(subject.title), what=what)


def _cells(speech: Speech, subject: SubjectYear) -> Html:
    cells = Html(" · ".join(_cell(speech, one) for one in subject.periods))
    ends = [
        speech.say("year-at-the-end", kind=kind.value, mark=mark_of(speech, value))
        for kind, value in subject.at_the_end
    ]
    return joined(", ", [cells, *ends])


def _cell(speech: Speech, value: MarkValue | None) -> str:
    return mark_of(speech, value) if value else _NOT_SET


def _other_years(speech: Speech, view: YearTable) -> list[Button]:
    known = list(view.years)
    at = known.index(view.year) if view.year in known else 0
    before, after = known[max(0, at - 1) : at], known[at + 1 : at + 2]
    return [
        *(
            button(
                speech.label("year-before", year=one.title), _year(view, one.begins.toordinal())
            )
            for one in before
        ),
        *(
            button(speech.label("year-after", year=one.title), _year(view, one.begins.toordinal()))
            for one in after
        ),
    ]


def missing_of_class(speech: Speech, view: MissingOfClass, *, page: int = 0) -> Screen:
    """Show which final marks a class misses, by subject; at a year's end each kind by itself."""
    back = [way_to_class(speech, view.overseen)]
    title, period = cut(view.overseen.led.title, _CLASS_LENGTH), view.period
    if period is None:
        first = speech.say("missing-of-class-head-undated", **{"class": title})
        return Screen(lines(first, speech.say("missing-of-class-no-period")), rows(back))
    first = speech.say(
        "missing-of-class-head", **{"class": title}, period=cut(period.title, _TITLE_LENGTH)
    )
    of_periods = all(one.lack is Lack.PERIOD for one in view.gaps)
    size = _GAPS_A_PAGE if of_periods else _GAPS_A_PAGE_OF_YEAR
    listed = page_of(view.gaps, page, size=size)
    return Screen(
        lines(
            first,
            _sum(speech, view.gaps, period),
            _grouped(speech, listed.items),
            rest_of(speech, listed),
        ),
        rows(
            [
                *_other_periods(speech, view, period),
                *turning(speech, listed, lambda to: _missing(view, period, to)),
            ],
            _setting(speech, view, period),
            [_why_missing(speech, view, period), *back],
        ),
    )


def _grouped(speech: Speech, gaps: Sequence[Gap]) -> list[Html]:
    """Return the gaps, those of each kind of a year's end under a line that says which."""
    told = list[Html]()
    for lack, same in groupby(gaps, key=lambda it: it.lack):
        if lack is not Lack.PERIOD:
            told.append(speech.say("missing-group", lack=lack.value))
        told += [missing_subject(speech, one) for one in same]
    return told


def _setting(speech: Speech, view: MissingOfClass, period: MarkedPeriod) -> list[Button]:
    if not view.own:
        return []
    return [button(speech.label("missing-set"), OpenOwnSheets(period=period.id))]


def _sum(speech: Speech, gaps: Sequence[Gap], period: MarkedPeriod) -> Html:
    if not gaps:
        return speech.say("missing-of-class-none")
    count = sum(len(one.pupils) for one in gaps)
    ends = day_and_month(period.ends, speech.language)
    return speech.say("missing-of-class-sum", count=count, ends=ends)


def missing_subject(speech: Speech, gap: Gap) -> Html:
    """Return a subject with how many miss its mark, and the first of them."""
    return speech.say(
        "missing-subject",
        subject=subject_of(gap.subject),
        count=len(gap.pupils),
        names=some_names(speech, gap.pupils),
    )


def some_names(speech: Speech, names: Sequence[Name], *, most: int = _NAMES_A_LINE) -> str:
    """Return the first names of a list; what was cut is said."""
    shown = ", ".join(full_name(speech, one) for one in names[:most])
    rest = len(names) - most
    return f"{shown} {speech.label('more', count=rest)}" if rest > 0 else shown


def _missing(view: MissingOfClass, period: MarkedPeriod, page: int = 0) -> OpenMissingIn:
    return OpenMissingIn(class_id=view.overseen.led.id, period=period.id, page=page)


def _why_missing(speech: Speech, view: MissingOfClass, period: MarkedPeriod) -> Button:
    of, day, until = view.overseen.led.id, period.begins.toordinal(), period.ends.toordinal()
    if period.is_year:
        return why_button(speech, About.MISSING_OF_YEAR, of, day=day, until=until)
    return why_button(speech, About.MISSING, of, day=day, until=until)


def _other_periods(speech: Speech, view: MissingOfClass, period: MarkedPeriod) -> list[Button]:
    known = list(view.periods)
    at = known.index(period) if period in known else 0
    before, after = known[max(0, at - 1) : at], known[at + 1 : at + 2]
    return [
        *(
            button(speech.label("marks-period-before", period=one.title), _missing(view, one))
            for one in before
        ),
        *(
            button(speech.label("marks-period-after", period=one.title), _missing(view, one))
            for one in after
        ),
    ]
