"""The tree of refusals: each has a code and typed fields, none a sentence for a person."""

from datetime import datetime
from typing import ClassVar


class Refusal(Exception):
    """Something that a person asked for and may not or cannot have."""

    code: ClassVar[str] = "refusal"


class AccessRefused(Refusal):
    """The person has no right to this; nothing is told about what it is."""

    code = "access-refused"


class NotActivated(AccessRefused):
    """A stranger: nobody is in before an activation code (C3.1, E5 2.2)."""

    code = "not-activated"


class CodeRefused(Refusal):
    """An activation code that opens nothing."""

    code = "code-refused"


class CodeUnknown(CodeRefused):
    """No such code was ever issued, or it belongs to nobody who may come in."""

    code = "code-unknown"


class CodeUsed(CodeRefused):
    """A code opens once only."""

    code = "code-used"


class CodeExpired(CodeRefused):
    """A code lives for the days that the profile gives it."""

    code = "code-expired"


class PupilAmongStaff(CodeRefused):
    """A pupil and somebody of the staff never stand behind one account (C4.4.8, E3 4.1)."""

    code = "pupil-among-staff"


class TooManyTries(CodeRefused):
    """Guessing is limited: this chat waits until the instant told."""

    code = "too-many-tries"

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class RuleBroken(Refusal):
    """A rule of the journal forbids it."""

    code = "rule-broken"


class NobodyToInvite(RuleBroken):
    """Everybody of the list has come in already."""

    code = "nobody-to-invite"


class GivenByAdministrator(RuleBroken):
    """A code of somebody of the staff comes from the administrator, whose parent that may be."""

    code = "given-by-administrator"


class NotFound(Refusal):
    """What was asked for is not there, or is no more."""

    code = "not-found"


class AdministratorThere(RuleBroken):
    """The command line makes the first administrator only, and one is in already."""

    code = "administrator-there"


class NameMissing(Refusal):
    """A person needs a name to be told from others."""

    code = "name-missing"


class PersonUnknown(NotFound):
    """The school's files know nobody by this id."""

    code = "person-unknown"


class PersonAmbiguous(Refusal):
    """Several persons of the school are called so: their ids tell them apart."""

    code = "person-ambiguous"

    def __init__(self, ids: tuple[str, ...]) -> None:
        super().__init__(", ".join(ids))
        self.ids = ids
