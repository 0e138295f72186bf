"""What notices of final marks and reviews tell when they are told, and what is overtaken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from core.access.people import Name
from core.ids import NoticeId, PeriodId, PersonId, PupilId
from core.journal.marked_periods import MarkedPeriod
from core.journal.missing_marks import Gap, Scope
from core.journal.values import MarkValue, PeriodMarkKind
from core.notices.gathering.totals import GatherTotals
from core.notices.ledger import CORRECTABLE, Change, Notice, NoticeKind
from core.notices.news.totals import (
    SCOPES,
    MissingRecord,
    NudgeRecord,
    PeriodMarkRecord,
    ReviewedNews,
    ReviewsNews,
    TotalsNews,
)
from tests.core.builders import CLASS_7A, MASHA, PETYA, TODAY, Rules, a_name, a_notice

RECIPIENT = PersonId(2)
MONDAY = date(2026, 11, 16)
QUARTER = MarkedPeriod(PeriodId(1), "II четверть", date(2026, 11, 2), date(2026, 12, 27))


def a_record(value: str | None, pupil: PupilId = MASHA) -> PeriodMarkRecord:
    mark = MarkValue.of(value) if value else None
    return PeriodMarkRecord(pupil, a_name(), "Алгебра", "II четверть", PeriodMarkKind.PERIOD, mark)


def a_gap(person: PersonId) -> Gap:
    return Gap(CLASS_7A, "7А", "Алгебра", (a_name(),), frozenset({person}), frozenset({person}))


@dataclass
class Book:
    """Answers what the test says."""

    marks: Mapping[int, PeriodMarkRecord] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    reviews: Mapping[PersonId, Sequence[date]] = field(default_factory=dict)
    pupils: tuple[tuple[str, Name], ...] = ()
    on_paper: bool = False

    async def period_marks_by_id(self, rows: Sequence[Notice]) -> Mapping[int, PeriodMarkRecord]:
        return self.marks

    async def missing(self, rows: Sequence[Notice]) -> Mapping[NoticeId, MissingRecord]:
        return {one.id: MissingRecord(a_name("Нина"), QUARTER, self.gaps) for one in rows}

    async def reviewed(self, rows: Sequence[Notice]) -> Mapping[NoticeId, ReviewedNews]:
        return {one.id: ReviewedNews(MASHA, a_name(), a_name("Анна"), TODAY) for one in rows}

    async def reviews_of_day(self, rows: Sequence[Notice]) -> Mapping[NoticeId, ReviewsNews]:
        return {one.id: ReviewsNews(MASHA, a_name(), MONDAY, self.pupils) for one in rows}

    async def nudges(self, rows: Sequence[Notice]) -> Mapping[NoticeId, NudgeRecord]:
        return {one.id: NudgeRecord(a_name(), self.reviews, self.on_paper) for one in rows}


async def gathered(book: Book, *rows: Notice) -> Mapping[NoticeId, TotalsNews]:
    return await GatherTotals(book, Rules())(rows[0].draft.kind, rows)


def a_final(number: int = 1, before: str = "", about: PupilId = MASHA) -> Notice:
    change = Change.CHANGED if before else Change.NEW
    return a_notice(number, NoticeKind.PERIOD_MARK, change=change, before=before, about=about)


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("", "4", True),
        ("3", "4", True),
        ("3", None, True),
        ("4", "4", False),
        ("", None, False),
    ],
)
async def test_a_final_mark_is_told_by_what_was_known_and_what_stands(
    before: str,
    now: str | None,
    told: bool,
) -> None:
    found = await gathered(Book({1: a_record(now)}), a_final(before=before))

    assert bool(found) is told


async def test_what_happened_in_between_is_told_by_no_row() -> None:
    found = await gathered(Book({1: a_record(None)}), a_final(1), a_final(2, before="4"))

    assert found == {}


async def test_a_final_mark_of_another_pupil_or_of_nobody_is_not_told() -> None:
    foreign = await gathered(Book({1: a_record("4", PETYA)}), a_final())
    lost = await gathered(Book(), a_final())

    assert (foreign, lost) == ({}, {})


@pytest.mark.parametrize(("kind", "scope"), SCOPES.items())
async def test_missing_marks_are_told_with_the_day_on_which_families_see_them(
    kind: NoticeKind, scope: Scope
) -> None:
    found = await gathered(Book(gaps=(a_gap(RECIPIENT),)), a_notice(1, kind))

    (news,) = found.values()
    assert (news.scope, news.shown_by) == (scope, date(2026, 12, 24))  # type: ignore[union-attr]  # of its kind


async def test_marks_that_were_set_meanwhile_are_missing_no_more() -> None:
    of_others = Book(gaps=(a_gap(PersonId(77)),))

    none_left = await gathered(Book(), a_notice(1, NoticeKind.MISSING_OF_SCHOOL))
    not_of_mine = await gathered(of_others, a_notice(1, NoticeKind.MISSING_OF_CLASS))

    assert (none_left, not_of_mine) == ({}, {})


async def test_who_reviewed_is_told() -> None:
    found = await gathered(Book(), a_notice(1, NoticeKind.REVIEWED))

    assert list(found) == [NoticeId(1)]


async def test_a_day_on_which_nobody_reviewed_is_not_told() -> None:
    kind = NoticeKind.REVIEWS_OF_DAY

    empty = await gathered(Book(), a_notice(1, kind))
    told = await gathered(Book(pupils=(("7А", a_name()),)), a_notice(1, kind))

    assert (list(empty), list(told)) == ([], [NoticeId(1)])


@pytest.mark.parametrize(
    ("reviews", "missing"),
    [
        ({RECIPIENT: []}, 2),
        ({RECIPIENT: [MONDAY]}, 1),
        ({RECIPIENT: [MONDAY], PersonId(3): [MONDAY, date(2026, 11, 18)]}, None),
        ({RECIPIENT: [MONDAY, date(2026, 11, 18)]}, None),
        ({PersonId(3): []}, None),
    ],
)
async def test_a_nudge_says_what_is_missing_now_and_is_overtaken_by_a_review(
    reviews: Mapping[PersonId, Sequence[date]], missing: int | None
) -> None:
    nudge = a_notice(1, NoticeKind.REVIEW_NUDGE, subject=MONDAY.toordinal())

    found = await gathered(Book(reviews=reviews), nudge)

    assert [one.missing for one in found.values()] == ([missing] if missing else [])  # type: ignore[union-attr]  # of its kind


async def test_a_nudge_is_overtaken_by_a_sheet_in_hand() -> None:
    nudge = a_notice(1, NoticeKind.REVIEW_NUDGE, subject=MONDAY.toordinal())

    assert not await gathered(Book(reviews={RECIPIENT: []}, on_paper=True), nudge)


def test_a_final_mark_waits_for_its_correction_window_as_any_mark() -> None:
    assert NoticeKind.PERIOD_MARK in CORRECTABLE
