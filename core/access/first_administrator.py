"""The first administrator comes in from the command line; others are let in by one (E5 2.2)."""

from core.errors import AdministratorThere
from core.ids import PersonId


def who_may_be_first(namesake: PersonId | None, *, another_has_come_in: bool) -> PersonId | None:
    """Return the administrator of that name, or None where the first one is yet to be made.

    Raise AdministratorThere for a new name at a school where an administrator has come in: a
    command line must not be a way past the one who answers for who is who.
    """
    if namesake is None and another_has_come_in:
        raise AdministratorThere
    return namesake
