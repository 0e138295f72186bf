"""A batch becomes one message: what the person does not know yet, as it stands now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ids import NoticeId, PersonId, PupilId
from core.journal.values import AbsenceCode, MarkValue, ReasonState
from core.notices.gathering.claims import GatherClaims
from core.notices.gathering.gather import SOURCES, GatherNews
from core.notices.ledger import Change, Notice, NoticeKind
from core.notices.news.journal import (
    AbsenceNews,
    HomeworkNews,
    MarkNews,
    MarkRecord,
    News,
    ReplacementNews,
    Telling,
    UnreachableNews,
    mark_news,
    net_change,
)
from core.notices.news.school import MoveNews, SchoolNews
from core.notices.standing_in import FindInCharge
from core.regulation.profile import Profile
from tests.core.builders import MASHA, PETYA, TODAY, Rules, a_mark_record, a_name, a_notice

TAKEN_BACK, CHANGED, NEW = Change.TAKEN_BACK, Change.CHANGED, Change.NEW
CELL = st.sampled_from(["", "2", "3", "4", "5", "3/5", "none"])


def an_absence(*, stands: bool = True) -> AbsenceNews:
    return AbsenceNews(
        MASHA,
        a_name(),
        "История",
        TODAY,
        1,
        None,
        AbsenceCode.ABSENT,
        ReasonState.UNKNOWN,
        stands=stands,
    )


def homework(text: str) -> HomeworkNews:
    return HomeworkNews(MASHA, a_name(), "Алгебра", TODAY, None, text, changed=False)


STANDS, FELL = 1, 2
SCHOOL_NEWS: Mapping[int, SchoolNews] = {
    STANDS: MoveNews(MASHA, a_name(), "Физика", TODAY, 3, TODAY, 5),
    FELL: MoveNews(MASHA, a_name(), "Физика", None, None, TODAY, 5),
}
A_REPLACEMENT = ReplacementNews(MASHA, a_name(), "Физика", TODAY, 3, None)
OUT_OF_REACH = UnreachableNews(MASHA, a_name(), a_name("Анна"))


@dataclass
class Book:
    """Says the same of every notice that it is asked about; what is not set is gone."""

    records: Mapping[int, MarkRecord] = field(default_factory=dict)
    absence: AbsenceNews | None = None
    to_do: HomeworkNews | None = None

    async def marks(self, notices: Sequence[Notice]) -> Mapping[int, MarkRecord]:
        return self.records

    async def absences(self, notices: Sequence[Notice]) -> Mapping[NoticeId, AbsenceNews]:
        return {one.id: self.absence for one in notices if self.absence}

    async def homework(self, notices: Sequence[Notice]) -> Mapping[NoticeId, HomeworkNews]:
        return {one.id: self.to_do for one in notices if self.to_do}

    async def replacements(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ReplacementNews]:
        return {one.id: A_REPLACEMENT for one in notices}

    async def unreachable(self, notices: Sequence[Notice]) -> Mapping[NoticeId, UnreachableNews]:
        return {one.id: OUT_OF_REACH for one in notices}


class OfSchool:
    """Says the same of each event and moved lesson."""

    async def told(
        self, kind: NoticeKind, notices: Sequence[Notice]
    ) -> Mapping[NoticeId, SchoolNews]:
        return {one.id: SCHOOL_NEWS[one.draft.subject] for one in notices}


async def no_forecasts(kind: NoticeKind, rows: Sequence[Notice]) -> Mapping[NoticeId, News]:
    raise LookupError(kind)


def told_of(rows: Sequence[Notice], record: MarkRecord) -> MarkNews:
    news = mark_news(rows, record, Profile())
    assert news is not None
    return news


class Led:
    """An audience in which each pupil's class has its class teacher."""

    async def class_teachers_of(
        self, pupils: Sequence[PupilId]
    ) -> Mapping[PupilId, Sequence[PersonId]]:
        return {one: [PersonId(70)] for one in pupils}


async def gathered(book: Book, *notices: Notice) -> Telling:
    claims = GatherClaims(book, FindInCharge(Led()))
    return await GatherNews(book, Rules(), OfSchool(), *[no_forecasts] * 15, claims)(notices)


def test_each_kind_of_notice_is_looked_up_by_somebody() -> None:
    assert {*SOURCES, NoticeKind.MARK} == set(NoticeKind)


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        ("", "4", NEW),
        ("3", "4", CHANGED),
        ("3", None, TAKEN_BACK),
        ("3", "3", None),
        ("", None, None),
    ],
)
def test_a_mark_is_told_by_what_was_known_and_what_stands(
    before: str, now: str | None, change: Change | None
) -> None:
    rows = [a_notice(before=before)]

    assert net_change(rows, MarkValue.of(now) if now else None) is change


@given(known=CELL, between=st.lists(CELL, min_size=1, max_size=5))
def test_what_happened_in_between_is_never_told(known: str, between: list[str]) -> None:
    cells = [known, *between]
    rows = [a_notice(number, before=before) for number, before in enumerate(cells[:-1])]
    now = MarkValue.of(cells[-1]) if cells[-1] else None

    change = net_change(rows, now)

    assert (change is None) == (cells[-1] == known)


def test_news_of_a_mark_says_what_it_did_to_the_mean() -> None:
    news = told_of([a_notice(before="3")], a_mark_record("5", "4", "4"))

    assert (news.mean_before, news.mean) == (Decimal("3.67"), Decimal("4.33"))
    assert (news.before, news.value) == (MarkValue.of("3"), MarkValue.of("5"))


def test_a_first_mark_has_no_mean_before_it() -> None:
    news = told_of([a_notice()], a_mark_record("5"))

    assert (news.mean_before, news.mean) == (None, Decimal("5.00"))


def test_a_mark_that_came_and_went_is_no_news() -> None:
    rows = [a_notice(1), a_notice(2, change=TAKEN_BACK, before="2")]

    assert mark_news(rows, a_mark_record(None, "4"), Profile()) is None


async def test_three_changes_of_a_mark_are_one_piece_of_news() -> None:
    rows = [a_notice(1), a_notice(2, before="2"), a_notice(3, before="3")]

    telling = await gathered(Book({1: a_mark_record("4")}), *rows)

    assert telling.news == (told_of(rows, a_mark_record("4")),)
    assert (telling.told, telling.overtaken) == ((1,), (2, 3))


async def test_a_mark_that_is_gone_with_its_work_is_overtaken() -> None:
    telling = await gathered(Book(), a_notice(1))

    assert telling == Telling((), (), (NoticeId(1),))


async def test_a_slip_that_was_put_right_in_time_is_overtaken() -> None:
    telling = await gathered(
        Book({1: a_mark_record("3")}), a_notice(1, change=CHANGED, before="3")
    )

    assert (telling.news, telling.overtaken) == ((), (1,))


async def test_an_absence_that_stands_is_told() -> None:
    telling = await gathered(Book(absence=an_absence()), a_notice(1, NoticeKind.ABSENCE))

    assert (telling.news, telling.told) == ((an_absence(),), (1,))


async def test_an_absence_that_was_taken_back_in_time_is_overtaken() -> None:
    gone = an_absence(stands=False)

    telling = await gathered(Book(absence=gone), a_notice(1, NoticeKind.ABSENCE))

    assert (telling.news, telling.overtaken) == ((), (1,))


async def test_an_absence_that_was_told_and_is_taken_back_is_told() -> None:
    gone, notice = an_absence(stands=False), a_notice(1, NoticeKind.ABSENCE, change=TAKEN_BACK)

    telling = await gathered(Book(absence=gone), notice)

    assert telling.news == (gone,)


async def test_homework_is_told_as_it_stands() -> None:
    rows = [a_notice(1, NoticeKind.HOMEWORK), a_notice(2, NoticeKind.HOMEWORK, before="№ 5")]

    telling = await gathered(Book(to_do=homework("№ 6")), *rows)

    assert (telling.news, telling.told, telling.overtaken) == ((homework("№ 6"),), (1,), (2,))


async def test_homework_that_is_again_what_the_family_knows_is_overtaken() -> None:
    notice = a_notice(1, NoticeKind.HOMEWORK, change=CHANGED, before="№ 5")

    telling = await gathered(Book(to_do=homework("№ 5")), notice)

    assert (telling.news, telling.overtaken) == ((), (1,))


async def test_twins_in_one_class_each_have_their_homework_told() -> None:
    rows = [
        a_notice(1, NoticeKind.HOMEWORK, subject=7, about=MASHA),
        a_notice(2, NoticeKind.HOMEWORK, subject=7, about=PETYA),
    ]

    telling = await gathered(Book(to_do=homework("№ 6")), *rows)

    assert (telling.told, telling.overtaken) == ((1, 2), ())


async def test_nobody_hears_of_a_mark_that_is_now_somebody_elses() -> None:
    notice = a_notice(1, subject=7, about=PETYA, change=CHANGED, before="5")

    telling = await gathered(Book({7: a_mark_record("2")}), notice)

    assert (telling.news, telling.overtaken) == ((), (1,))


async def test_an_alarm_that_was_excused_before_it_went_out_is_overtaken() -> None:
    excused = replace(an_absence(), code=AbsenceCode.ILL, alarms=False)

    telling = await gathered(Book(absence=excused), a_notice(1, NoticeKind.ABSENCE))

    assert (telling.news, telling.overtaken) == ((), (1,))


async def test_news_comes_in_the_order_in_which_it_happened() -> None:
    rows = [
        a_notice(1, NoticeKind.UNREACHABLE),
        a_notice(2, NoticeKind.MARK, subject=7),
        a_notice(3, NoticeKind.REPLACEMENT),
        a_notice(4, NoticeKind.MARK, subject=8),
    ]
    book = Book({7: a_mark_record("4"), 8: a_mark_record("5")})

    telling = await gathered(book, *rows)

    assert [type(news).__name__ for news in telling.news] == [
        "UnreachableNews",
        "MarkNews",
        "ReplacementNews",
        "MarkNews",
    ]
    assert telling.told == (1, 2, 3, 4)


async def test_each_row_is_told_or_overtaken_and_never_both() -> None:
    rows = [a_notice(number, subject=number % 2) for number in range(1, 6)]

    telling = await gathered(Book({1: a_mark_record("4")}), *rows)

    assert sorted([*telling.told, *telling.overtaken]) == [1, 2, 3, 4, 5]


MOVES = {
    "a move that stands": (NEW, STANDS, 1),
    "a move that came and went": (NEW, FELL, 0),
    "a known move taken back": (TAKEN_BACK, FELL, 1),
    "a known move that became another one": (TAKEN_BACK, STANDS, 1),
}


@pytest.mark.parametrize(("change", "record", "count"), MOVES.values(), ids=MOVES)
async def test_of_the_school_s_life_is_told_what_is_not_known_yet(
    change: Change, record: int, count: int
) -> None:
    rows = [a_notice(1, NoticeKind.MOVE, subject=record, change=change)]

    telling = await GatherNews(Book(), Rules(), OfSchool(), *[no_forecasts] * 16)(rows)

    assert (len(telling.news), len(telling.told)) == (count, count)
