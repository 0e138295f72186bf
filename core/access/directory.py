"""Who stands behind an address, as the school's records say at this moment."""

from collections.abc import Collection, Sequence
from typing import Protocol

from core.access.people import Account, Actor, Address, Child, LedClass, Member
from core.ids import AccountId, ClassId, PersonId, SchoolId


class Directory(Protocol):
    """Persons, and the accounts through which they speak."""

    async def recognise(self, address: Address, *, language: str) -> Actor:
        """Return who speaks from the address; an address never heard of becomes a stranger's.

        `language` is what the address seems to speak; it is kept only for a new account.
        """
        ...

    async def member(self, person: PersonId) -> Member | None:
        """Return a person as the records know it, whether it has an account or not.

        None for who is not in the records any more, or is shut out by them.
        """
        ...

    async def speak(self, account: AccountId, language: str) -> None:
        """Keep the language that the person chose."""
        ...

    async def set_reachable(self, account: AccountId, *, reachable: bool) -> None:
        """Keep whether the account takes our messages."""
        ...

    async def account(self, account: AccountId) -> Account | None:
        """Return an account as it is kept."""
        ...

    async def pupils_of(self, class_id: ClassId) -> list[Child]:
        """Return the pupils of a class now, by family name."""
        ...

    async def classes_of(self, school: SchoolId) -> Sequence[LedClass]:
        """Return the classes of a school that have pupils now, from the first grade up."""
        ...

    async def led(self, school: SchoolId) -> Collection[ClassId]:
        """Return the classes of a school of which a class teacher has come in."""
        ...
