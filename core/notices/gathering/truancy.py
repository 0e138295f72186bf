"""What notices about missed lessons tell, looked up just before they are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from core.diary.acknowledging import Acknowledgements
from core.diary.issuing.drafts import WarningState
from core.diary.truancy.counting import StillTruant
from core.diary.truancy.spells import MissedLesson
from core.diary.truancy.warnings import TruancyWarning, TruancyWarnings
from core.ids import NoticeId, PersonId, SchoolId, TruancyId
from core.notices.gathering.answered import is_repeated, unanswered
from core.notices.ledger import Change, Notice, NoticeKind
from core.notices.news.truancy import OfTruancy, TruancyDraftNews, TruancyNews
from core.notices.ports import DeliveryRules
from core.notices.standing_in import FindInCharge, InCharge


@dataclass(frozen=True, slots=True)
class GatherTruancy:
    """Looks up warnings; one whose lessons have got reasons meanwhile is not told."""

    warnings: TruancyWarnings
    still: StillTruant
    acknowledgements: Acknowledgements
    in_charge: FindInCharge
    delivery: DeliveryRules

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, OfTruancy]:
        """Return what there is to say of each notice of one kind."""
        to_tell = await unanswered(rows, self.acknowledgements)
        numbers = sorted({TruancyId(row.draft.subject) for row in to_tell})
        found = await self.warnings.some(numbers)
        lessons = await self.still(list(found.values()))
        told = {
            row.id: news
            for row in to_tell
            if (warning := found.get(TruancyId(row.draft.subject)))
            # A warning about somebody else is nobody's business here.
            if warning.child.pupil == row.draft.about
            if (news := _news(kind, row, warning, lessons.get(warning.id, ())))
        }
        if kind is NoticeKind.TRUANCY:
            return told
        schools = {row.draft.about: row.draft.school for row in to_tell}
        in_charge = await self.in_charge.of_pupils(schools)
        zones = {one.school: one.zone for one in await self.delivery.all()}
        return {
            row.id: _for_whom(
                told[row.id],
                in_charge[row.draft.about],
                row.draft.recipient,
                _since(kind, found[TruancyId(row.draft.subject)], zones),
            )
            for row in to_tell
            if row.id in told
        }


def _since(
    kind: NoticeKind, warning: TruancyWarning, zones: Mapping[SchoolId, ZoneInfo]
) -> date | None:
    if kind is not NoticeKind.TRUANCY_WAITS:
        return None
    return warning.made_at.astimezone(zones[warning.school]).date()


def _for_whom(
    news: OfTruancy, in_charge: InCharge, recipient: PersonId, since: date | None
) -> OfTruancy:
    if not isinstance(news, TruancyDraftNews):
        return news
    decides = recipient in in_charge.persons
    stands_in = decides and in_charge.stand_in
    return replace(news, stands_in=stands_in, waits_since=since, decides=decides)


def _news(
    kind: NoticeKind, row: Notice, warning: TruancyWarning, lessons: Sequence[MissedLesson]
) -> OfTruancy | None:
    if not lessons:
        return None
    about, child = warning.child.pupil, warning.child.name
    if kind is NoticeKind.TRUANCY:
        words, again = warning.words, is_repeated(row)
        return TruancyNews(about, child, row.id, tuple(lessons), words, again)
    unread = row.draft.change is Change.CHANGED
    if warning.state is not (WarningState.SENT if unread else WarningState.DRAFT):
        return None
    return TruancyDraftNews(about, child, warning.id, len(lessons), unread)
