"""What there is to tell of print runs, as they stand when it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.access.people import Name
from core.diary.issuing.issue import Classes
from core.ids import NoticeId, PaperRunId
from core.notices.gathering.forecasts import Names
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.paper import PaperNews
from core.notices.printing import PaperRun, PaperRuns, PaperSheet
from core.notices.standing_in import FindInCharge


@dataclass(frozen=True, slots=True)
class GatherPaper:
    """Looks up runs; one whose sheets are all in hand, or whose class is another's, is over."""

    runs: PaperRuns
    classes: Classes
    in_charge: FindInCharge
    names: Names

    async def __call__(
        self,
        kind: NoticeKind,  # noqa: ARG002 - all are of one kind
        rows: Sequence[Notice],
    ) -> Mapping[NoticeId, PaperNews]:
        """Return what there is to say of each notice."""
        numbers = sorted({PaperRunId(row.draft.subject) for row in rows})
        runs, sheets = await self.runs.runs(numbers), await self.runs.sheets(numbers)
        names = await self.names.names(sorted({row.draft.recipient for row in rows}))
        told = dict[NoticeId, PaperNews]()
        for row in rows:
            run, name = runs.get(PaperRunId(row.draft.subject)), names.get(row.draft.recipient)
            news = await self._news(row, run, name, sheets) if run and name else None
            if news is not None:
                told[row.id] = news
        return told

    async def _news(
        self,
        row: Notice,
        run: PaperRun,
        name: Name,
        sheets: Mapping[PaperRunId, Sequence[PaperSheet]],
    ) -> PaperNews | None:
        class_id = run.made.class_id
        told = await self.in_charge.of_class(row.draft.school, class_id)
        if row.draft.recipient not in told.persons:
            return None
        here = {one.pupil for one in await self.classes.pupils_of(class_id)}
        waiting = [
            one for one in sheets.get(run.id, ()) if one.pupil in here and one.handed_at is None
        ]
        if not waiting:
            return None
        return PaperNews(
            about=row.draft.about,
            child=name,
            run=run.id,
            class_id=class_id,
            class_title=run.class_title,
            first=run.made.first,
            last=run.made.last,
            count=len(waiting),
            stands_in=told.stand_in,
        )
