"""The demo's journal: what its teachers write on days on which nobody looks on."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from bot.composition.database import Database
from bot.composition.errands import write_in
from bot.lived.days import Living, lived
from bot.lived.summing import summed_up
from core.exchange.import_bundle import ImportReport


@dataclass(frozen=True, slots=True)
class DemoJournal:
    """Writes days into the journal of the demo's school, many at once."""

    store: Database
    living: Living

    async def catch_up(self, since: date) -> None:
        """Let teachers have done their work from a day on until yesterday.

        Families heard of it on those days: nothing is told now.
        """
        yesterday = self._today() - timedelta(days=1)
        if since <= yesterday:
            made = partial(lived, first=since, last=yesterday, living=self.living)
            _whole(await write_in(self.store, made, heard=False))

    async def sum_up(self) -> int:
        """Let teachers set the marks of what ends soon, which families hear; return how many."""
        made = partial(summed_up, today=self._today())
        report = _whole(await write_in(self.store, made, heard=True))
        return sum(one.new for one in report.counts.values())

    def _today(self) -> date:
        return self.store.clock.now().astimezone(self.living.zone).date()


def _whole(report: ImportReport) -> ImportReport:
    """Return the report of what was taken in; raise ValueError where the journal refuses it."""
    if report.fault_count:
        raise ValueError(report.faults)
    return report
