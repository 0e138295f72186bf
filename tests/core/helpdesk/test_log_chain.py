"""The log of consultations: who changes, takes away or moves a row is found out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from core.access.people import Role
from core.helpdesk.log.chain import Head, Line, LogRow, Recorded, canonical, chained, verify
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import SourceId

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def line(word: str = "", minutes: int | None = 3) -> Line:
    return Line(
        NOW,
        Recorded.CLOSED,
        SourceId("t1"),
        Matter.QUESTION,
        Role.GUARDIAN,
        Topic.DIARY,
        SourceId("c1"),
        NOW,
        minutes,
        Closing.CONFIRMED,
        word=word,
    )


ROWS = chained(Head(), [line(), line("два"), line(minutes=None)])


def test_rows_follow_on_each_other() -> None:
    more = chained(ROWS[-1].head, [line("ещё")])

    assert [one.number for one in (*ROWS, *more)] == [1, 2, 3, 4]
    assert (verify(ROWS), verify([*ROWS, *more]), verify(more, ROWS[-1].head)) == (None,) * 3
    assert verify([]) is None


@given(st.data())
def test_whatever_is_changed_is_found(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, 2))
    row = ROWS[place]
    changed = data.draw(
        st.sampled_from(
            [
                replace(row, line=replace(row.line, minutes=99)),
                replace(row, line=replace(row.line, word="иначе")),
                replace(row, line=replace(row.line, at=NOW + timedelta(seconds=1))),
                replace(row, line=replace(row.line, consultant=SourceId("c2"))),
                replace(row, number=row.number + 1),
                replace(row, before="0" * 64),
                replace(row, digest="0" * 64),
            ]
        )
    )

    broken = verify([*ROWS[:place], changed, *ROWS[place + 1 :]])

    assert broken is not None
    assert broken.number >= row.number


def test_a_row_made_up_anew_breaks_the_next_one() -> None:
    (forged,) = chained(ROWS[0].head, [line("подделка")])

    assert verify([ROWS[0], forged, ROWS[2]]) == ROWS[2]


def test_a_row_that_is_missing_or_moved_is_found() -> None:
    missing: list[LogRow] = [ROWS[0], ROWS[2]]

    assert verify(missing) == ROWS[2]
    assert verify(ROWS[1:]) == ROWS[1]
    assert verify([ROWS[1], ROWS[0], ROWS[2]]) == ROWS[1]


def test_a_row_is_written_in_one_way_whatever_the_zone() -> None:
    moscow = timezone(timedelta(hours=3))
    same = replace(line(), at=NOW.astimezone(moscow), window=NOW.astimezone(moscow))

    assert canonical(1, same, "") == canonical(1, line(), "")
