"""A batch becomes one message: what there is to tell, and what has been overtaken."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from core.ids import NoticeId, PupilId
from core.notices.ledger import Change, Draft, Notice, NoticeKind
from core.notices.news.absences import MISSED_WEEK_KINDS
from core.notices.news.breaches import BREACH_KINDS
from core.notices.news.broadcasts import BROADCAST_KINDS
from core.notices.news.duty import DUTY_KINDS
from core.notices.news.excuses import SearchNews
from core.notices.news.forecasts import FORECAST_KINDS
from core.notices.news.journal import (
    AbsenceNews,
    HomeworkNews,
    News,
    ReplacementNews,
    Telling,
    mark_news,
)
from core.notices.news.lost_access import LOST_ACCESS_KINDS
from core.notices.news.messages import MESSAGE_KINDS
from core.notices.news.packets import PACKET_KINDS
from core.notices.news.paper import PAPER_KINDS
from core.notices.news.personal_data import PERSONAL_DATA_KINDS
from core.notices.news.school import SCHOOL_KINDS, EventNews, MoveNews, RemarkNews, SchoolNewsBook
from core.notices.news.tickets import CALL_KINDS, ENTRY_KINDS, TICKET_KINDS
from core.notices.news.totals import TOTALS_KINDS
from core.notices.news.trainings import TRAINING_KINDS, TrainingNews
from core.notices.news.truancy import TRUANCY_KINDS
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
    messages: Gathers
    paper: Gathers
    lost_access: Gathers
    duty: Gathers
    personal_data: Gathers
    breaches: Gathers
    truancy: Gathers
    trainings: Gathers
    packets: Gathers
    tickets: Gathers
    duty_calls: Gathers
    missed_weeks: Gathers
    claims: Gathers

    async def __call__(self, notices: Sequence[Notice]) -> Telling:
        """Return the news in the order in which it happened; each row is told or overtaken."""
        kinds = defaultdict[NoticeKind, list[Notice]](list)
        for notice in notices:
            kinds[notice.draft.kind].append(notice)
        found = dict[NoticeId, News]()
        for kind, rows in kinds.items():
            found |= await self._news(kind, rows)
        ids = [notice.id for notice in notices]
        return Telling(
            news=tuple(found[one] for one in ids if one in found),
            told=tuple(one for one in ids if one in found),
            overtaken=tuple(one for one in ids if one not in found),
        )

    async def _news(self, kind: NoticeKind, rows: Sequence[Notice]) -> Mapping[NoticeId, News]:
        if kind is NoticeKind.MARK:
            return await self._marks(rows)
        return _as_first_known(rows, await SOURCES[kind](self, kind, rows))

    async def _marks(self, rows: Sequence[Notice]) -> Mapping[NoticeId, News]:
        records = await self.book.marks(rows)
        schools = {row.draft.school for row in rows}
        rules = {school: await self.regulations.of(school) for school in schools}
        found = dict[NoticeId, News]()
        for (_, subject, about), group in _by_record(rows).items():
            record = records.get(subject)
            # A mark of somebody else is nobody's business here, however it got its number.
            if record is None or record.pupil != about:
                continue
            news = mark_news(group, record, rules[group[0].draft.school])
            if news is not None:
                found[group[0].id] = news
        return found


_Source = Callable[[GatherNews, NoticeKind, Sequence[Notice]], Awaitable[Mapping[NoticeId, News]]]

SOURCES: Final[Mapping[NoticeKind, _Source]] = {
    NoticeKind.ABSENCE: lambda it, _, rows: it.book.absences(rows),
    NoticeKind.HOMEWORK: lambda it, _, rows: it.book.homework(rows),
    NoticeKind.REPLACEMENT: lambda it, _, rows: it.book.replacements(rows),
    NoticeKind.UNREACHABLE: lambda it, _, rows: it.book.unreachable(rows),
    NoticeKind.CLAIM: lambda it, kind, rows: it.claims(kind, rows),
    NoticeKind.DECISION: lambda it, _, rows: it.book.decisions(rows),
    NoticeKind.SEARCH: lambda it, _, rows: it.book.searches(rows),
    **dict.fromkeys(SCHOOL_KINDS, lambda it, kind, rows: it.of_school.told(kind, rows)),
    **dict.fromkeys(FORECAST_KINDS, lambda it, kind, rows: it.forecasts(kind, rows)),
    **dict.fromkeys(TOTALS_KINDS, lambda it, kind, rows: it.totals(kind, rows)),
    **dict.fromkeys(BROADCAST_KINDS, lambda it, kind, rows: it.broadcasts(kind, rows)),
    **dict.fromkeys(MESSAGE_KINDS, lambda it, kind, rows: it.messages(kind, rows)),
    **dict.fromkeys(PAPER_KINDS, lambda it, kind, rows: it.paper(kind, rows)),
    **dict.fromkeys(TRUANCY_KINDS, lambda it, kind, rows: it.truancy(kind, rows)),
    **dict.fromkeys(DUTY_KINDS, lambda it, kind, rows: it.duty(kind, rows)),
    **dict.fromkeys(LOST_ACCESS_KINDS, lambda it, kind, rows: it.lost_access(kind, rows)),
    **dict.fromkeys(BREACH_KINDS, lambda it, kind, rows: it.breaches(kind, rows)),
    **dict.fromkeys(TRAINING_KINDS, lambda it, kind, rows: it.trainings(kind, rows)),
    **dict.fromkeys(TICKET_KINDS | ENTRY_KINDS, lambda it, kind, rows: it.tickets(kind, rows)),
    **dict.fromkeys(CALL_KINDS, lambda it, kind, rows: it.duty_calls(kind, rows)),
    **dict.fromkeys(PACKET_KINDS, lambda it, kind, rows: it.packets(kind, rows)),
    **dict.fromkeys(MISSED_WEEK_KINDS, lambda it, kind, rows: it.missed_weeks(kind, rows)),
    **dict.fromkeys(PERSONAL_DATA_KINDS, lambda it, kind, rows: it.personal_data(kind, rows)),
}
"""Who looks up what each kind tells, but for marks: one is told by all its rows together."""


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
) -> Mapping[NoticeId, News]:
    # The first row says what the person knew before; the news says what stands now. Later rows
    # about the same record are overtaken: what happened in between is told by neither.
    groups = _by_record([row for row in rows if row.id in news])
    return {
        group[0].id: news[group[0].id]
        for group in groups.values()
        if _is_worth_telling(group[0].draft, news[group[0].id])
    }


def _is_worth_telling(first: Draft, news: News) -> bool:
    match news:
        case AbsenceNews():
            known = first.change is Change.TAKEN_BACK
            return known != (news.stands and news.alarms)
        case HomeworkNews():
            return news.text != first.before
        case EventNews() | MoveNews() | RemarkNews() | ReplacementNews() | TrainingNews():
            return news.stands or first.change is not Change.NEW
        case SearchNews():
            return news.found == (first.change is Change.TAKEN_BACK)
        case _:
            return True
