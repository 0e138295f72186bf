"""A training that somebody is planning or moving; kept until it is invited to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

from bot.callbacks.trainings import Part
from bot.handlers.typed_days import moment_typed
from bot.screens.helpdesk.training_plan import CIRCLES
from core.helpdesk.topics import Topic, covers, words
from core.helpdesk.training.training import (
    Invitees,
    Training,
    TrainingPlan,
    TrainingTimeWrong,
    Whom,
    checked_room,
    checked_time,
    checked_words,
)
from core.ids import ClassId, PersonId, SchoolId, TrainingId

_TOPICS: Final = tuple(Topic)
_MOVED: Final = re.compile(
    r"(\d{1,2}\.\d{1,2}(?:\.\d{4})?,?\s+(?:в\s+)?\d{1,2}:\d{2})(?:\s*[,;]\s*(.+))?", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class TrainingDraft:
    """A plan so far. `stamp` tells this draft from an earlier one; `asked` awaits words."""

    stamp: int
    school: SchoolId
    plan: TrainingPlan
    asked: Part = Part.PLAN

    @classmethod
    def begun(cls, school: SchoolId, now: datetime) -> Self:
        """Return an empty plan."""
        return cls(int(now.timestamp()), school, TrainingPlan())

    def chosen(self, part: Part, value: int) -> Self:
        """Return the draft with a part set to what a button says; 0 only looks at most parts."""
        chosen, draft = self.plan.invitees, replace(self, asked=Part.PLAN)
        match part:
            case Part.CIRCLE:
                return draft.meant_for(Invitees(CIRCLES[value % len(CIRCLES)]))
            case Part.CLASS if value:
                return draft.meant_for(Invitees(Whom.FAMILIES, ClassId(value)))
            case Part.PERSON if value:
                marked = _toggled(chosen.persons, PersonId(value))
                return draft.meant_for(Invitees(Whom.PERSONS, persons=marked))
            case Part.TOPIC if 0 < value <= len(_TOPICS):
                topics = self.plan.topics ^ {_TOPICS[value - 1]}
                return replace(draft, plan=replace(self.plan, topics=topics))
            case _:
                return draft

    def meant_for(self, invitees: Invitees) -> Self:
        """Return the draft for other people."""
        return replace(self, plan=replace(self.plan, invitees=invitees))

    def asking(self, part: Part) -> Self:
        """Return the draft as one that waits for words."""
        return replace(self, asked=part)

    def told(self, text: str, now: datetime, zone: ZoneInfo) -> Self:
        """Return the draft with the words that were asked for; raise a refusal for none."""
        plan = self.plan
        match self.asked:
            case Part.TIME:
                plan = replace(plan, starts_at=time_of(text, now, zone))
            case Part.ROOM:
                plan = replace(plan, room=checked_room(text))
            case _:
                plan = replace(plan, words=checked_words(text))
        return replace(self, plan=plan, asked=Part.PLAN)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        at, class_id = data["at"], data["class"]
        plan = TrainingPlan(
            covers(data["topics"]),
            datetime.fromtimestamp(at, UTC) if at else None,
            data["room"],
            Invitees(
                Whom(data["whom"]),
                ClassId(class_id) if class_id else None,
                tuple(PersonId(one) for one in data["persons"]),
            ),
            data["words"],
        )
        return cls(data["stamp"], SchoolId(data["school"]), plan, Part(data["asked"]))

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        plan = self.plan
        return {
            "stamp": self.stamp,
            "school": self.school,
            "topics": words(plan.topics),
            "at": plan.starts_at.timestamp() if plan.starts_at else None,
            "room": plan.room,
            "whom": plan.invitees.whom.value,
            "class": plan.invitees.class_id,
            "persons": plan.invitees.persons,
            "words": plan.words,
            "asked": self.asked.value,
        }


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """Which training, after which version, is to get another time."""

    training: TrainingId
    after: int

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(TrainingId(data["training"]), data["after"])

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {"training": self.training, "after": self.after}


def time_of(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Return the time that words name; raise TrainingTimeWrong for none, or one that is over."""
    at = moment_typed(text, now, zone)
    if at is None:
        raise TrainingTimeWrong
    return checked_time(at, now)


def time_and_room(text: str, of: Training, now: datetime) -> tuple[datetime, str]:
    """Return another time, and the place: another one only where words name it."""
    found = _MOVED.fullmatch(text.strip())
    if found is None:
        raise TrainingTimeWrong
    return time_of(found[1], now, ZoneInfo(of.zone)), found[2] or of.room


def _toggled(persons: tuple[PersonId, ...], one: PersonId) -> tuple[PersonId, ...]:
    kept = tuple(it for it in persons if it != one)
    return kept if one in persons else (*persons, one)
