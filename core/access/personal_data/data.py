"""What the school keeps about a person and its children, and what can be said to be wrong (W2)."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.access.mail_addresses import masked, the_address
from core.access.people import Child, Name, Role, place_of_class
from core.errors import RuleBroken
from core.ids import PersonId, PupilId, SchoolId

WORDS_LENGTH: Final = 300
"""Characters of what a person says to be right."""

NAME_LENGTH: Final = 150
_FEWEST_DIGITS: Final = 10
_MOST_DIGITS: Final = 15
_COMPARED_DIGITS: Final = 10
_PHONE: Final = re.compile(r"[+\d\s().\-–]+")
_SHOWN_DIGITS: Final = 2
_HIDDEN: Final = "•••"


class DataField(StrEnum):
    """What a person says to be wrong: of the own data, of a child, or anything else."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    CHILD = "child"
    OTHER = "other"


class DataWordsWrong(RuleBroken):
    """Nothing was said, or a whole letter."""

    code = "data-words"


class NameWrong(DataWordsWrong):
    """A name has a family name and a given one, and no figures."""

    code = "data-name"


class PhoneWrong(DataWordsWrong):
    """A number of a phone has ten to fifteen digits, and no words."""

    code = "data-phone"


class DataAsKept(RuleBroken):
    """What was said to be right is what the school has already."""

    code = "data-as-kept"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What the school's files say of a person; `class_title` is that of a pupil."""

    person: PersonId
    school: SchoolId
    name: Name
    phone: str = ""
    email: str = ""
    class_title: str = ""
    children: tuple[Child, ...] = ()

    def child(self, pupil: int) -> Child | None:
        """Return one of the children."""
        return next((one for one in self.children if one.pupil == pupil), None)


def is_grown(class_title: str, from_grade: int) -> bool:
    """Say whether a pupil of the class answers for the own data.

    The school's files hold no birthdays, so that the grade decides.
    """
    return place_of_class(class_title)[0] >= from_grade


def may_answer(data: PersonalData, roles: frozenset[Role], from_grade: int) -> bool:
    """Say whether the person is one of those who are asked: guardians, and grown pupils."""
    return bool(data.children) or (Role.PUPIL in roles and is_grown(data.class_title, from_grade))


def the_words(field: DataField, text: str) -> str:
    """Return what was said to be right, in one line; raise DataWordsWrong where it is nothing.

    A phone and an address are taken as such only: to have one removed is something else (OTHER).
    """
    said = " ".join(text.split())
    if not any(map(str.isalnum, said)) or len(said) > WORDS_LENGTH:
        raise DataWordsWrong
    match field:
        case DataField.NAME:
            return _the_name(said)
        case DataField.PHONE:
            return _the_phone(said)
        case DataField.EMAIL:
            return the_address(said)
        case DataField.CHILD | DataField.OTHER:
            return said


def _the_name(said: str) -> str:
    is_name = " " in said and not any(map(str.isdigit, said)) and len(said) <= NAME_LENGTH
    if not is_name:
        raise NameWrong
    return said


def _the_phone(said: str) -> str:
    if not _PHONE.fullmatch(said) or not _FEWEST_DIGITS <= len(_digits(said)) <= _MOST_DIGITS:
        raise PhoneWrong
    return said


def is_kept(field: DataField, said: str, data: PersonalData, about: PupilId | PersonId) -> bool:
    """Say whether the school's files say by now what the person said to be right."""
    match field:
        case DataField.NAME:
            return _is_name(said, data.name)
        case DataField.PHONE:
            return _is_phone(said, data.phone)
        case DataField.EMAIL:
            return said.casefold() == data.email.strip().casefold()
        case DataField.CHILD:
            child = data.child(about)
            return child is not None and _is_child(said, child)
        case DataField.OTHER:
            return False


def _is_child(said: str, child: Child) -> bool:
    is_class = bool(child.class_title) and _folded(said) == _folded(child.class_title)
    return is_class or _is_name(said, child.name)


def _is_name(said: str, name: Name) -> bool:
    # In any order: some write the family name first, others the given one.
    whole = f"{name.family} {name.given} {name.middle}"
    return sorted(_folded(said).split()) == sorted(_folded(whole).split())


def _is_phone(said: str, kept: str) -> bool:
    # +7 900 … and 8 900 … are the same phone.
    found, known = _digits(said), _digits(kept)
    return len(known) >= _COMPARED_DIGITS and (
        found[-_COMPARED_DIGITS:] == known[-_COMPARED_DIGITS:]
    )


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())


def hidden_phone(phone: str) -> str:
    """Return a phone as its owner knows it again and nobody else can call it; empty for none."""
    digits = _digits(phone)
    return f"{_HIDDEN} {digits[-_SHOWN_DIGITS:]}" if digits else ""


def hidden_email(email: str) -> str:
    """Return an address as its owner knows it again; empty for none."""
    return masked(email) if email else ""
