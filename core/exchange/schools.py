"""Which school a bundle speaks for."""

from collections.abc import Sequence

from core.errors import NotFound, RuleBroken
from core.exchange.bundle import KnownSchool


class SchoolUnknown(NotFound):
    """No school has the identifier, or there is none at all and the bundle names none."""

    code = "school-unknown"

    def __init__(self, identifier: str | None) -> None:
        super().__init__(identifier)
        self.identifier = identifier


class SchoolAmbiguous(RuleBroken):
    """Several schools are there and nothing says which one is meant."""

    code = "school-ambiguous"

    def __init__(self, identifiers: Sequence[str]) -> None:
        super().__init__(identifiers)
        self.identifiers = tuple(identifiers)


class ForeignBundle(RuleBroken):
    """The bundle speaks for another school than the one asked for."""

    code = "foreign-bundle"

    def __init__(self, told: str, asked: str) -> None:
        super().__init__(told, asked)
        self.told = told
        self.asked = asked


def school_of_bundle(
    schools: Sequence[KnownSchool], *, told: str | None, asked: str | None
) -> KnownSchool | None:
    """Return the school, or None for one that the bundle founds.

    `told` is the identifier in the bundle, `asked` the one that the command named. A school made
    by hand has no identifier and is taken over by the first bundle that names one.
    """
    if told is None:
        return the_school(schools, asked=asked)
    if asked is not None and asked != told:
        raise ForeignBundle(told, asked)
    named = next((one for one in schools if one.identifier == told), None)
    nameless = next((one for one in schools if one.identifier is None), None)
    return named or nameless


def the_school(schools: Sequence[KnownSchool], *, asked: str | None) -> KnownSchool:
    """Return the school asked for, or the only one there is."""
    if asked is not None:
        found = next((one for one in schools if one.identifier == asked), None)
        if found is None:
            raise SchoolUnknown(asked)
        return found
    if not schools:
        raise SchoolUnknown(None)
    if len(schools) > 1:
        raise SchoolAmbiguous([one.identifier or "" for one in schools])
    return schools[0]
