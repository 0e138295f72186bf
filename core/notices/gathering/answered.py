"""What must be acknowledged, and which repeats of it are answered already."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from core.diary.acknowledging import Acknowledged, Acknowledgement, Acknowledgements, answers
from core.ids import NoticeId, PersonId, PupilId
from core.notices.ledger import Change, Notice, NoticeKind

ANSWERED_AS: Final = {
    NoticeKind.FORECAST: Acknowledged.FORECAST,
    NoticeKind.WARNING: Acknowledged.WARNING,
    NoticeKind.TRUANCY: Acknowledged.TRUANCY,
}
"""The kinds of notices that must be acknowledged, and as what."""


def is_repeated(row: Notice) -> bool:
    """Say whether a notice is told once more, for nobody knows whether it arrived."""
    return row.draft.change is Change.REPEATED


async def unanswered(
    rows: Sequence[Notice], acknowledgements: Acknowledgements
) -> Sequence[Notice]:
    """Return the notices without the repeats of what was answered in between."""
    records = defaultdict[tuple[NoticeKind, int], list[Notice]](list)
    for row in rows:
        if is_repeated(row):
            records[row.draft.kind, row.draft.subject].append(row)
    answered = set[NoticeId]()
    for (kind, subject), same in records.items():
        about = sorted({row.draft.about for row in same})
        given = await acknowledgements.given(ANSWERED_AS[kind], about, subject, subject)
        by = {(one.person, one.about): one for one in given}
        answered |= {row.id for row in same if _is_answered(row, by)}
    return [row for row in rows if row.id not in answered]


def _is_answered(row: Notice, given: Mapping[tuple[PersonId, PupilId], Acknowledgement]) -> bool:
    # What was answered before it went anew has not been answered yet.
    one = given.get((row.draft.recipient, row.draft.about))
    return one is not None and answers(one, row.draft.happened_at)
