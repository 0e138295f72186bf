"""What notices about forecasts and warnings tell, looked up just before they are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.clock import Clock, today
from core.diary.acknowledging import Acknowledged, Acknowledgements
from core.diary.forecast.of_subject import SubjectForecast
from core.diary.forecast.reading import Foresee
from core.diary.issuing.early_warnings import EarlyWarning, EarlyWarnings, WarningState
from core.diary.issuing.issue import Classes, Issues
from core.diary.issuing.terms import ClassTerm, Term
from core.ids import IssueId, NoticeId, PeriodId, PersonId, PupilId, SchoolId, WarningId
from core.notices.ledger import Change, Notice, NoticeKind
from core.notices.news.forecasts import ClassNews, ForecastNews, WarningNews
from core.notices.ports import DeliveryRules
from core.notices.printing import PrintRun

FORECAST_KINDS: Final = frozenset(
    {
        NoticeKind.FORECAST,
        NoticeKind.WARNING,
        NoticeKind.FORECAST_SENT,
        NoticeKind.TO_PRINT,
        NoticeKind.WARNINGS_DRAFTED,
    }
)
"""The kinds of notices that this looks up."""

ANSWERED_AS: Final = {
    NoticeKind.FORECAST: Acknowledged.FORECAST,
    NoticeKind.WARNING: Acknowledged.WARNING,
}
"""The kinds of notices that must be acknowledged, and as what."""


class Names(Protocol):
    """How persons are called."""

    async def names(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Name]:
        """Return the names of persons in the school's records; who is gone is missing."""
        ...


@dataclass(frozen=True, slots=True)
class GatherForecasts:
    """Looks up forecasts as they are now; what was answered in between is not told again."""

    issues: Issues
    warnings: EarlyWarnings
    names: Names
    foresee: Foresee
    acknowledgements: Acknowledgements
    print_run: PrintRun
    classes: Classes
    delivery: DeliveryRules
    clock: Clock

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, ForecastNews | WarningNews | ClassNews]:
        """Return what there is to say of each notice of one of `FORECAST_KINDS`."""
        people = [PersonId(row.draft.about) for row in rows]
        names = await self.names.names(sorted(set(people)))
        found = {}
        for row in rows:
            child = names.get(PersonId(row.draft.about))
            news = await self._news(kind, row, child) if child else None
            if news is not None:
                found[row.id] = news
        return found

    async def _news(
        self, kind: NoticeKind, row: Notice, child: Name
    ) -> ForecastNews | WarningNews | ClassNews | None:
        if row.draft.change is Change.REPEATED and await self._is_answered(row):
            return None
        match kind:
            case NoticeKind.FORECAST:
                return await self._forecast(row, child)
            case NoticeKind.WARNING:
                return await self._warning(row, child)
            case _:
                return await self._of_class(kind, row, child)

    async def _is_answered(self, row: Notice) -> bool:
        draft = row.draft
        given = await self.acknowledgements.given(
            ANSWERED_AS[draft.kind], [draft.about], draft.subject, draft.subject
        )
        return any(one.person == draft.recipient for one in given)

    async def _forecast(self, row: Notice, child: Name) -> ForecastNews | None:
        draft = row.draft
        term = await self.issues.period(PeriodId(draft.subject))
        if term is None:
            return None
        subjects = await self.foreseen(draft.school, draft.about, term)
        return ForecastNews(
            about=draft.about,
            child=child,
            notice=row.id,
            period=term.title,
            subjects=subjects,
            repeated=draft.change is Change.REPEATED,
        )

    async def foreseen(
        self, school: SchoolId, pupil: PupilId, term: Term
    ) -> tuple[SubjectForecast, ...]:
        """Return what is to be expected of a pupil in a period, by subject."""
        now = today(self.clock, await self._zone(school))
        day = min(max(now, term.begins), term.ends)
        found = await self.foresee(school, [pupil], day=day, today=now)
        return found.subjects.get(pupil, ())

    async def _zone(self, school: SchoolId) -> ZoneInfo:
        return next(one.zone for one in await self.delivery.all() if one.school == school)

    async def _warning(self, row: Notice, child: Name) -> WarningNews | None:
        warning = await self.warnings.one(WarningId(row.draft.subject))
        if warning is None or warning.child.pupil != row.draft.about:
            return None
        told = await self.warning_news(warning)
        if told is None or told.subject.risk is None:
            return None  # what was to be warned of is over
        repeated = row.draft.change is Change.REPEATED
        return WarningNews(
            row.draft.about,
            child,
            row.id,
            told.period,
            told.subject,
            told.words,
            repeated,
        )

    async def warning_news(self, warning: EarlyWarning) -> WarningNews | None:
        """Return what a warning tells now; None where the subject is taught no more."""
        term = await self.issues.period(warning.period)
        if term is None:
            return None
        child = warning.child
        foreseen = await self.foreseen(warning.school, child.pupil, term)
        subject = next((one for one in foreseen if one.subject == warning.subject), None)
        if subject is None:
            return None
        return WarningNews(
            about=child.pupil,
            child=child.name,
            notice=NoticeId(0),
            period=term.title,
            subject=subject,
            words=warning.words,
        )

    async def _of_class(self, kind: NoticeKind, row: Notice, who: Name) -> ClassNews | None:
        term = await self.issues.issued(IssueId(row.draft.subject))
        if term is None:
            return None
        drafts = [
            one
            for one in await self.warnings.of_class(term.class_id, term.term.id)
            if one.state is WarningState.DRAFT
        ]
        count = len(drafts) if kind is NoticeKind.WARNINGS_DRAFTED else 0
        if kind is NoticeKind.TO_PRINT:
            count = await self._sheets(term)
        if not count and kind is not NoticeKind.FORECAST_SENT:
            return None
        return ClassNews(
            about=row.draft.about,
            child=who,
            kind=kind,
            class_id=term.class_id,
            class_title=term.class_title,
            period=term.term.title,
            count=count,
        )

    async def _sheets(self, term: ClassTerm) -> int:
        pupils = [one.pupil for one in await self.classes.pupils_of(term.class_id)]
        run = await self.print_run.of(NoticeKind.FORECAST, term.term.id, pupils)
        return len(run)
