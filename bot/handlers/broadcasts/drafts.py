"""What a sender has written so far; kept in the dialogue until it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

from aiogram.types import Message

from bot.callbacks.broadcasts import Part, ToWhom
from bot.handlers.broadcasts.pieces import Piece, Pieces, content_of, edited, of_content
from bot.screens.broadcasts.parts import Composing
from core.ids import BroadcastId, PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import (
    Ask,
    Broadcast,
    BroadcastState,
    Hearers,
    Plan,
    Quorum,
    Scope,
    Whom,
)
from core.messages.broadcasts.rules import checked_content
from core.messages.broadcasts.templates import Template
from core.messages.content import Content

_WHOM: Final = {ToWhom.CLASS: Whom.CLASSES, ToWhom.COURSE: Whom.COURSES}
_HEARERS: Final = tuple(Hearers)


@dataclass(frozen=True, slots=True)
class BroadcastDraft:
    """A plan before it is sent. `stamp` tells this draft from an earlier one.

    `album` is the last album of which a part came; `asked` says which words are awaited;
    `corrects` is the broadcast, and its version, that will say this instead; of the `pieces` is
    what the plan says.
    """

    stamp: int
    plan: Plan
    school: SchoolId | None = None
    album: str = ""
    asked: int = 0
    corrects: BroadcastId | None = None
    after: int = 0
    pieces: Pieces = ()

    @classmethod
    def begun(cls, whom: ToWhom, number: int, now: datetime) -> Self:
        """Return an empty draft to parents of a school, class or course."""
        stamp = int(now.timestamp())
        if whom is ToWhom.SCHOOL:
            return cls(stamp, Plan(Scope(Whom.SCHOOL), Content()), SchoolId(number))
        return cls(stamp, Plan(Scope(_WHOM[whom], (number,)), Content()))

    @classmethod
    def correcting(cls, one: Broadcast, now: datetime) -> Self:
        """Return an empty draft of what a broadcast will say instead.

        An emergency of last week is none any more, and its correction keeps to quiet hours.
        """
        waits = one.state is BroadcastState.WAITING
        at = one.plan.send_at if waits else None
        urgent = one.plan.urgent if one.is_urgent(now) else ""
        plan = replace(one.plan, content=Content(), send_at=at, urgent=urgent)
        stamp = int(now.timestamp())
        return cls(stamp, plan, one.school, corrects=one.id, after=one.version)

    @classmethod
    def again(cls, one: Broadcast, now: datetime) -> Self:
        """Return a draft of the same words, to be sent now: whom they are for is asked anew.

        A day to answer by that is over is none.
        """
        plan, today = one.plan, now.astimezone(ZoneInfo(one.zone)).date()
        over = plan.ask is not None and plan.ask.by is not None and plan.ask.by < today
        ask = replace(plan.ask, by=None) if plan.ask and over else plan.ask
        draft = cls(int(now.timestamp()), replace(plan, ask=ask, send_at=None, urgent=""))
        return replace(draft, school=one.school, pieces=of_content(plan.content))

    def sent_on(self, now: datetime, zone: ZoneInfo) -> date:
        """Return the day on which it is sent: days to answer by count from that."""
        return max(self.plan.send_at or now, now).astimezone(zone).date()

    @property
    def answer_by(self) -> date | None:
        """Return the day by which an answer is asked, if any is."""
        return self.plan.ask.by if self.plan.ask else None

    @property
    def composing(self) -> Composing:
        """Return what of the draft a screen needs."""
        return Composing(self.stamp, bool(self.album), self.corrects is not None)

    def goes_on_with(self, message: Message) -> bool:
        """Say whether the message is a further part of the album that came last."""
        return bool(message.media_group_id) and message.media_group_id == self.album

    def taking(self, message: Message) -> Self:
        """Return the draft with what a message brings; raise a refusal for what is too much."""
        said = self.saying((*self.pieces, Piece.of(message, self.pieces)))
        return replace(said, album=message.media_group_id or "")

    def retaking(self, message: Message) -> Self | None:
        """Return the draft with what a message of it says now; None for any other message."""
        again = edited(self.pieces, message)
        return None if again is None else self.saying(again)

    def saying(self, pieces: Pieces) -> Self:
        """Return the draft with what pieces say together; raise a refusal for what is too much."""
        plan = replace(self.plan, content=checked_content(content_of(pieces)))
        return replace(self, plan=plan, pieces=pieces)

    def asking(self, what: int) -> Self:
        """Return the draft as one that waits for words."""
        return replace(self, asked=what)

    def planned(self, **changed: Any) -> Self:  # noqa: ANN401 - the fields of a plan
        """Return the draft with another plan."""
        return replace(self, plan=replace(self.plan, **changed))

    def chosen(self, part: Part, value: int) -> Self:
        """Return the draft with a part set to what a button says."""
        change = _CHANGES.get(part)
        return change(self, value) if change else self  # type: ignore[return-value]  # the same class

    def asking_for(self, ask: Ask | None) -> Self:
        """Return the draft with another answer asked."""
        return self.planned(ask=ask)

    def toggled_group(self, number: int) -> Self:
        """Return the draft with a class or course marked, or no more; one always is."""
        groups = self.plan.scope.groups
        kept = tuple(one for one in groups if one != number)
        marked = kept if number in groups else (*groups, number)
        return self.planned(scope=Scope(self.plan.scope.whom, marked or groups))

    def toggled_family(self, number: int) -> Self:
        """Return the draft with a family marked, or no more."""
        pupil, scope = PupilId(PersonId(number)), self.plan.scope
        kept = tuple(one for one in scope.pupils if one != pupil)
        marked = kept if pupil in scope.pupils else (*scope.pupils, pupil)
        return self.planned(scope=replace(scope, pupils=marked))

    def templated(self, template: Template) -> Self:
        """Return the draft with what a template says and asks."""
        return replace(
            self.planned(content=template.content, ask=template.ask),
            pieces=of_content(template.content),
        )

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        scope = Scope(
            Whom(data["whom"]),
            tuple(data["groups"]),
            tuple(PupilId(PersonId(one)) for one in data["pupils"]),
        )
        at, ask, corrects = data["at"], data["ask"], data["corrects"]
        pieces = tuple(Piece.read(one) for one in data["pieces"])
        plan = Plan(
            scope,
            content_of(pieces),
            Hearers(data["hearers"]),
            _ask(ask) if ask else None,
            datetime.fromtimestamp(at, UTC) if at else None,
            data["urgent"],
        )
        school = SchoolId(data["school"]) if data["school"] else None
        number = BroadcastId(corrects) if corrects else None
        more = (data["album"], data["asked"], number, data["after"], pieces)
        return cls(data["stamp"], plan, school, *more)

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        plan, ask = self.plan, self.plan.ask
        return {
            "stamp": self.stamp,
            "school": self.school,
            "whom": plan.scope.whom.value,
            "groups": plan.scope.groups,
            "pupils": plan.scope.pupils,
            "pieces": [one.written() for one in self.pieces],
            "hearers": plan.hearers.value,
            "ask": _written_ask(ask) if ask else None,
            "at": plan.send_at.timestamp() if plan.send_at else None,
            "urgent": plan.urgent,
            "album": self.album,
            "asked": self.asked,
            "corrects": self.corrects,
            "after": self.after,
        }


def _quorum(draft: BroadcastDraft, value: int) -> BroadcastDraft:
    ask = draft.plan.ask or Ask()
    return draft.asking_for(replace(ask, quorum=Quorum.ALL if value else Quorum.ONE))


def _by(draft: BroadcastDraft, value: int) -> BroadcastDraft:
    day = date.fromordinal(value) if 0 < value <= date.max.toordinal() else None
    return draft.asking_for(replace(draft.plan.ask or Ask(), by=day))


def _ask_for(draft: BroadcastDraft, value: int) -> BroadcastDraft:
    kept = draft.plan.ask or Ask()
    return draft.asking_for(replace(kept, choices=()) if value else None)


def _at(draft: BroadcastDraft, value: int) -> BroadcastDraft:
    latest = int(datetime.max.replace(tzinfo=UTC).timestamp()) - 1
    at = datetime.fromtimestamp(value, UTC) if 0 < value < latest else None
    return draft.planned(send_at=at, urgent="")


_CHANGES: Final[Mapping[Part, Callable[[BroadcastDraft, int], BroadcastDraft]]] = {
    Part.HEARERS: lambda draft, value: draft.planned(hearers=_HEARERS[value % len(_HEARERS)]),
    Part.AT: _at,
    Part.ASK: _ask_for,
    Part.BY: _by,
    Part.QUORUM: _quorum,
    Part.CALM: lambda draft, _: draft.planned(urgent=""),
    Part.AFRESH: lambda draft, _: replace(draft.planned(content=Content()), album="", pieces=()),
    Part.GROUP: lambda draft, value: draft.toggled_group(value),
    Part.FAMILY: lambda draft, value: draft.toggled_family(value),
}


def _written_ask(ask: Ask) -> list[Any]:
    by = ask.by.isoformat() if ask.by else None
    return [by, ask.button, ask.choices, ask.quorum.value]


def _ask(kept: list[Any]) -> Ask:
    by, button, choices, quorum = kept
    return Ask(date.fromisoformat(by) if by else None, button, tuple(choices), Quorum(quorum))
