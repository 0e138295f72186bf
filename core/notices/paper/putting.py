"""Families are put on a class's print run (F10)."""

from collections.abc import Mapping

from core.ids import PaperRunId, PupilId
from core.notices.printing import NewRun, OnPaper, PaperRuns


async def put_on_run(
    runs: PaperRuns, asked: NewRun, families: Mapping[PupilId, OnPaper]
) -> PaperRunId | None:
    """Put families on a new run, or on the class's own that goes up to the same day."""
    run = await runs.add_run(asked)
    if run is None:
        kept = await runs.run_to(asked.class_id, asked.last)
        run = kept.id if kept else None
    if run is not None:
        await runs.put_on(run, asked.school, families, at=asked.made_at)
    return run
