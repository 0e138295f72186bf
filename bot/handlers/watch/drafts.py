"""What somebody is writing about a pupil; kept until the words come."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from core.ids import PersonId, PupilId, RemarkId
from core.journal.remarks.remark import RemarkKind


@dataclass(frozen=True, slots=True)
class RemarkDraft:
    """About whom a remark is, and of which kind."""

    pupil: PupilId
    kind: RemarkKind

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(PupilId(PersonId(data["pupil"])), RemarkKind(data["kind"]))

    def data(self) -> Mapping[str, Any]:
        """Return the draft as it is kept."""
        return {"pupil": self.pupil, "kind": self.kind.value}


@dataclass(frozen=True, slots=True)
class RewordingDraft:
    """Which remark gets other words."""

    remark: RemarkId

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(RemarkId(data["remark"]))

    def data(self) -> Mapping[str, Any]:
        """Return the draft as it is kept."""
        return {"remark": self.remark}
