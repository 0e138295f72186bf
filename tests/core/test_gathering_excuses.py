"""What a batch tells of excuses and searches: what stands when it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest

from core.ids import NoticeId
from core.notices.ledger import Change, Notice, NoticeKind
from core.notices.news.excuses import ClaimNews, DecisionNews, SearchNews
from tests.core.builders import MASHA, TODAY, a_name, a_notice
from tests.core.test_excuses import an_excuse
from tests.core.test_gathering import Book, gathered

CLAIM = ClaimNews(MASHA, a_name(), a_name("Анна"), an_excuse())
DECISION = DecisionNews(MASHA, a_name(), an_excuse())
SEARCH = SearchNews(MASHA, a_name(), "7А", a_name("Анна"), TODAY, found=False)


@dataclass
class ExcuseBook(Book):
    """Says the same of each excuse; `waits` and `found` are as they are now."""

    waits: bool = True
    found: bool = False

    async def claims(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ClaimNews]:
        return {one.id: CLAIM for one in notices if self.waits}

    async def decisions(self, notices: Sequence[Notice]) -> Mapping[NoticeId, DecisionNews]:
        return {one.id: DECISION for one in notices}

    async def searches(self, notices: Sequence[Notice]) -> Mapping[NoticeId, SearchNews]:
        return {one.id: replace(SEARCH, found=self.found) for one in notices}


async def test_a_claim_is_told_while_it_waits() -> None:
    notice = a_notice(1, NoticeKind.CLAIM)

    waits, decided = [await gathered(ExcuseBook(waits=waits), notice) for waits in (True, False)]

    assert (waits.news, waits.told) == ((CLAIM,), (1,))
    assert (decided.news, decided.overtaken) == ((), (1,))


async def test_two_decisions_of_one_hour_are_told_once() -> None:
    rows = [a_notice(number, NoticeKind.DECISION) for number in (1, 2)]

    telling = await gathered(ExcuseBook(), *rows)

    assert (telling.news, telling.told, telling.overtaken) == ((DECISION,), (1,), (2,))


@pytest.mark.parametrize(
    ("change", "found", "told"),
    [
        (Change.NEW, False, True),
        (Change.NEW, True, False),
        (Change.TAKEN_BACK, True, True),
    ],
    ids=["still sought", "found before it was told", "found after it was told"],
)
async def test_a_search_is_told_as_it_stands(
    change: Change,
    found: bool,
    told: bool,
) -> None:
    notice = a_notice(1, NoticeKind.SEARCH, change=change)

    telling = await gathered(ExcuseBook(found=found), notice)

    assert bool(telling.told) == told
