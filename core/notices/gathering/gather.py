"""A batch becomes one message: what there is to tell, and what has been overtaken."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, assert_never

from core.ids import NoticeId, PupilId
from core.journal.values import is_alarming
from core.notices.ledger import Change, Draft, Notice, NoticeKind
from core.notices.news.excuses import SearchNews
from core.notices.news.journal import (
    AbsenceNews,
    HomeworkNews,
    News,
    ReplacementNews,
    Telling,
    mark_news,
)
from core.notices.news.school import EventNews, MoveNews, SchoolNewsBook
from core.notices.ports import NewsBook
from core.regulation.ports import Regulations


class Gathers(Protocol):
    """Looks up what notices of some kinds tell, as things stand now."""

    async def __call__(self, kind: NoticeKind, rows: Sequence[Notice]) -> Mapping[NoticeId, News]:
        """Return what there is to say of each notice of one kind."""
        ...


@dataclass(frozen=True, slots=True)
class GatherNews:
    """Looks up, just before it is told, what a batch of notices tells now."""

    book: NewsBook
    regulations: Regulations
    of_school: SchoolNewsBook
    forecasts: Gathers
    totals: Gathers
    broadcasts: Gathers

    async def __call__(self, notices: Sequence[Notice]) -> Telling:
        """Return the news in the order in which it happened; each row is told or overtaken."""
        kinds = defaultdict[NoticeKind, list[Notice]](list)
        for notice in notices:
            kinds[notice.draft.kind].append(notice)
        found: dict[NoticeId, News] = {}
        told: set[NoticeId] = set()
        for kind, rows in kinds.items():
            for group, news in await self._news(kind, rows):
                found[group[0].id] = news
                told.update(row.id for row in group[:1])
        ids = [notice.id for notice in notices]
        return Telling(
            news=tuple(found[one] for one in ids if one in found),
            told=tuple(one for one in ids if one in told),
            overtaken=tuple(one for one in ids if one not in told),
        )

    async def _news(  # noqa: C901, PLR0911, PLR0912 - a line for each kind
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Sequence[tuple[Sequence[Notice], News]]:
        match kind:
            case NoticeKind.MARK:
                return await self._marks(rows)
            case NoticeKind.ABSENCE:
                return _as_first_known(rows, await self.book.absences(rows))
            case NoticeKind.HOMEWORK:
                return _as_first_known(rows, await self.book.homework(rows))
            case NoticeKind.REPLACEMENT:
                return _as_first_known(rows, await self.book.replacements(rows))
            case NoticeKind.UNREACHABLE:
                return _as_first_known(rows, await self.book.unreachable(rows))
            case NoticeKind.CLAIM:
                return _as_first_known(rows, await self.book.claims(rows))
            case NoticeKind.DECISION:
                return _as_first_known(rows, await self.book.decisions(rows))
            case NoticeKind.SEARCH:
                return _as_first_known(rows, await self.book.searches(rows))
            case (
                NoticeKind.EVENT
                | NoticeKind.MOVE
                | NoticeKind.CONTROL_WORK
                | NoticeKind.CONTROL_LESSON
                | NoticeKind.RECOMMENDATION
                | NoticeKind.ANNOUNCEMENT
            ):
                return _as_first_known(rows, await self.of_school.told(kind, rows))
            case (
                NoticeKind.FORECAST
                | NoticeKind.WARNING
                | NoticeKind.FORECAST_SENT
                | NoticeKind.TO_PRINT
                | NoticeKind.WARNINGS_DRAFTED
            ):
                return _as_first_known(rows, await self.forecasts(kind, rows))
            case (
                NoticeKind.PERIOD_MARK
                | NoticeKind.MISSING_OF_CLASS
                | NoticeKind.MISSING_OF_COURSE
                | NoticeKind.MISSING_OF_SCHOOL
                | NoticeKind.REVIEWED
                | NoticeKind.REVIEWS_OF_DAY
                | NoticeKind.REVIEW_NUDGE
            ):
                return _as_first_known(rows, await self.totals(kind, rows))
            case (
                NoticeKind.BROADCAST
                | NoticeKind.BROADCAST_NUDGE
                | NoticeKind.BROADCAST_REMINDER
                | NoticeKind.BROADCAST_OVERDUE
            ):
                return _as_first_known(rows, await self.broadcasts(kind, rows))
            case _:
                assert_never(kind)

    async def _marks(self, rows: Sequence[Notice]) -> Sequence[tuple[Sequence[Notice], News]]:
        records = await self.book.marks(rows)
        found: list[tuple[Sequence[Notice], News]] = []
        for (_, subject, about), group in _by_record(rows).items():
            record = records.get(subject)
            # A mark of somebody else is nobody's business here, however it got its number.
            own = record is not None and record.pupil == about
            if record is None or not own:
                continue
            rules = await self.regulations.of(group[0].draft.school)
            news = mark_news(group, record, rules)
            if news is not None:
                found.append((group, news))
        return found


def _by_record(
    rows: Sequence[Notice],
) -> dict[tuple[NoticeKind, int, PupilId], list[Notice]]:
    # Twins share a lesson: what it gave each of them is news of each.
    groups = defaultdict[tuple[NoticeKind, int, PupilId], list[Notice]](list)
    for row in rows:
        groups[row.draft.record].append(row)
    return groups


def _as_first_known(
    rows: Sequence[Notice], news: Mapping[NoticeId, News]
) -> Sequence[tuple[Sequence[Notice], News]]:
    # The first row says what the person knew before; the news says what stands now. Later rows
    # about the same record are overtaken: what happened in between is told by neither.
    groups = _by_record([row for row in rows if row.id in news])
    return [
        (group, news[group[0].id])
        for group in groups.values()
        if _is_worth_telling(group[0].draft, news[group[0].id])
    ]


def _is_worth_telling(first: Draft, news: News) -> bool:
    match news:
        case AbsenceNews():
            known = first.change is Change.TAKEN_BACK
            return known != (news.stands and is_alarming(news.code, news.reason))
        case HomeworkNews():
            return news.text != first.before
        case EventNews() | MoveNews() | ReplacementNews():
            return news.stands or first.change is not Change.NEW
        case SearchNews():
            return news.found == (first.change is Change.TAKEN_BACK)
        case _:
            return True
