"""What messages about the monthly check of personal data tell, as it stands when told (W2)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from core.access.people import Name
from core.access.personal_data.correcting import ShownCorrection
from core.access.personal_data.data import PersonalData
from core.access.personal_data.records import Correction
from core.ids import ClassId, PupilId, SchoolId
from core.notices.ledger import NoticeKind


@dataclass(frozen=True, slots=True)
class DataCheckNews:
    """A person is asked whether this is right; it is the own data and the children's."""

    about: PupilId
    child: Name
    data: PersonalData
    month: date


@dataclass(frozen=True, slots=True)
class CorrectionsNews:
    """For the administrator: so much is to be entered; `about` is who hears."""

    about: PupilId
    child: Name
    school: SchoolId
    waiting: tuple[ShownCorrection, ...]


@dataclass(frozen=True, slots=True)
class SettledNews:
    """For who corrected something: it was entered or declined; `about` is who hears."""

    about: PupilId
    child: Name
    correction: Correction


@dataclass(frozen=True, slots=True)
class ClassDataNews:
    """For the class teacher: so many of the class are still to be asked, or asked on paper.

    `about` is the teacher; `outside` are those who are not in the bot, letters or none.
    """

    about: PupilId
    child: Name
    class_id: ClassId
    class_title: str
    month: date
    silent: int
    outside: int


PersonalDataNews = DataCheckNews | CorrectionsNews | SettledNews | ClassDataNews

PERSONAL_DATA_KINDS: Final = frozenset(
    {
        NoticeKind.DATA_CHECK,
        NoticeKind.DATA_CORRECTIONS,
        NoticeKind.DATA_SETTLED,
        NoticeKind.DATA_OF_CLASS,
    }
)
"""The kinds of notices that tell such news."""
