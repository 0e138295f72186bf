"""Who is taught what by whom, and who of a class is known to stay away."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from bot.lived.records import Records
from core.exchange.rows.companions import AbsenceRow
from core.exchange.rows.one_roster import EnrolmentRow, GroupKind, GroupRow, Part
from core.ids import SourceId
from core.journal.calendar import in_force
from core.journal.values import AbsenceCode, ReasonState


class People:
    """The pupils and teachers of classes and courses."""

    def __init__(self, records: Records) -> None:
        self._of: dict[tuple[SourceId, Part], list[EnrolmentRow]] = defaultdict(list)
        for one in records.of("enrollments", EnrolmentRow):
            self._of[one.group, one.role].append(one)
        self.truants = frozenset(self._truants(records))

    def pupils(self, group: SourceId, day: date) -> Sequence[SourceId]:
        """Return the pupils of a class or course on a day."""
        found = self._of[group, Part.PUPIL]
        return [one.person for one in found if in_force(one.begins, one.ends, day)]

    def teacher(self, group: SourceId) -> SourceId | None:
        """Return who teaches a course first of all."""
        found = sorted(self._of[group, Part.TEACHER], key=lambda one: not one.primary)
        return found[0].person if found else None

    def _truants(self, records: Records) -> Sequence[SourceId]:
        """Return of each class the pupil who missed most lessons without good reason."""
        missed = Counter(
            one.pupil
            for one in records.of("x_attendance", AbsenceRow)
            if one.code is AbsenceCode.ABSENT and one.reason is ReasonState.CONFIRMED
        )
        classes = [one for one in records.of("classes", GroupRow) if one.kind is GroupKind.CLASS]
        found = list[SourceId]()
        for one in classes:
            pupils = sorted(entry.person for entry in self._of[one.source, Part.PUPIL])
            found += sorted(pupils, key=lambda pupil: -missed[pupil])[:1]
        return found
