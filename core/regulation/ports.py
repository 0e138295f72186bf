"""Where the rules of a school are found."""

from typing import Protocol

from core.ids import SchoolId
from core.regulation.profile import Profile


class Regulations(Protocol):
    """The profiles of the schools, with what each decided itself."""

    async def of(self, school: SchoolId) -> Profile:
        """Return the school's rules as they are in force now."""
        ...
