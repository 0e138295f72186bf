"""What a batch of notices tells of final marks and reviews."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.diary.totals.review import days_missing, is_done, sunday_of
from core.ids import NoticeId, SchoolId
from core.journal.marked_periods import set_by, shown_by
from core.journal.missing_marks import of_scope
from core.journal.values import MarkValue
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.totals import (
    SCOPES,
    MissingNews,
    MissingRecord,
    NudgeNews,
    NudgeRecord,
    PeriodMarkNews,
    PeriodMarkRecord,
    TotalsNews,
    TotalsNewsBook,
)
from core.regulation.ports import Regulations
from core.regulation.profile import PeriodMarkRule, Profile, ReviewRule


@dataclass(frozen=True, slots=True)
class GatherTotals:
    """Looks up, just before it is told, what such notices tell now."""

    book: TotalsNewsBook
    regulations: Regulations

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, TotalsNews]:
        """Return what there is to say of each record, at its first row.

        That row says what the person knew before: what happened in between is told by no other.
        """
        first = dict[object, Notice]()
        for row in rows:
            first.setdefault(row.draft.record, row)
        return await self._news(kind, list(first.values()))

    async def _news(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, TotalsNews]:
        match kind:
            case NoticeKind.PERIOD_MARK:
                records = await self.book.period_marks_by_id(rows)
                made = [(row.id, period_mark_news(row, records)) for row in rows]
                return {number: news for number, news in made if news}
            case NoticeKind.REVIEWED:
                return await self.book.reviewed(rows)
            case NoticeKind.REVIEWS_OF_DAY:
                reviews = await self.book.reviews_of_day(rows)
                return {number: news for number, news in reviews.items() if news.pupils}
            case NoticeKind.REVIEW_NUDGE:
                return await self._nudges(rows)
            case _:
                return await self._missing(rows)

    async def _missing(self, rows: Sequence[Notice]) -> Mapping[NoticeId, TotalsNews]:
        records, of_school = await self.book.missing(rows), await self._rules(rows)
        found = dict[NoticeId, TotalsNews]()
        for row in rows:
            rules = of_school[row.draft.school]
            news = missing_news(row, records.get(row.id), rules.period_marks)
            if news:
                found[row.id] = news
        return found

    async def _rules(self, rows: Sequence[Notice]) -> Mapping[SchoolId, Profile]:
        schools = {row.draft.school for row in rows}
        return {school: await self.regulations.of(school) for school in schools}

    async def _nudges(self, rows: Sequence[Notice]) -> Mapping[NoticeId, TotalsNews]:
        records, of_school = await self.book.nudges(rows), await self._rules(rows)
        found = dict[NoticeId, TotalsNews]()
        for row in rows:
            rules = of_school[row.draft.school]
            news = nudge_news(row, records.get(row.id), rules.review)
            if news:
                found[row.id] = news
        return found


def period_mark_news(
    first: Notice, records: Mapping[int, PeriodMarkRecord]
) -> PeriodMarkNews | None:
    """Return the news of a final mark; None where what stands is what the person knew."""
    draft, record = first.draft, records.get(first.draft.subject)
    # A mark of somebody else is nobody's business here, however it got its number.
    if record is None or record.pupil != draft.about:
        return None
    before = MarkValue.of(draft.before) if draft.before else None
    if record.value == before:
        return None
    return PeriodMarkNews(
        about=draft.about,
        child=record.child,
        subject=record.subject,
        period=record.period,
        kind=record.kind,
        before=before,
        value=record.value,
    )


def missing_news(
    row: Notice, record: MissingRecord | None, rule: PeriodMarkRule
) -> MissingNews | None:
    """Return which marks are missing of those that the recipient answers for; None if none is."""
    draft = row.draft
    gaps = of_scope(record.gaps, draft.recipient, SCOPES[draft.kind]) if record else ()
    if record is None or not gaps:
        return None
    of = record.period
    return MissingNews(
        draft.about,
        record.name,
        SCOPES[draft.kind],
        of,
        set_by(rule, of),
        shown_by(rule, of),
        tuple(gaps),
    )


def nudge_news(row: Notice, record: NudgeRecord | None, rule: ReviewRule) -> NudgeNews | None:
    """Return the nudge, or None where the week is done meanwhile, or the right withdrawn."""
    own = record.reviews.get(row.draft.recipient) if record else None
    if record is None or own is None or record.on_paper or is_done(record.reviews, rule):
        return None
    until = sunday_of(date.fromordinal(row.draft.subject))
    missing = days_missing(own, rule)
    return NudgeNews(row.draft.about, record.child, until, missing) if missing else None
