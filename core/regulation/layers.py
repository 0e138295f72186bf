"""A school's profile is made of layers: its own word, its document, then other documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.regulation.profile import (
    FORMS,
    SECTIONS,
    Basis,
    DecidedBy,
    Profile,
    WrongProfile,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says of a setting, and in which clause."""

    value: object
    clause: str


Layer = Mapping[str, Said]
"""What one document says, by setting."""


def profile_of(
    name: str, documents: Sequence[Layer], decided: Mapping[str, object] | None = None
) -> Profile:
    """Return the profile of a school that goes by the first document and decided some itself.

    What a document does not set comes from the next; what none sets is as this program has it.
    Raise WrongProfile for a setting that is none, or a value that does not fit.
    """
    school = {setting: Said(value, "") for setting, value in (decided or {}).items()}
    layers = (school, *documents)
    for layer in layers:
        for setting in layer.keys() - FORMS.keys():
            raise WrongProfile(setting, layer[setting].value, " | ".join(sorted(FORMS)))
    # Every word is read, also one that another overrules: a slip is found where it was made.
    for layer in layers:
        for setting, told in layer.items():
            _read(setting, told.value)
    values: dict[str, dict[str, object]] = {section: {} for section in SECTIONS}
    bases: dict[str, Basis] = {}
    for setting in FORMS:
        said = next((layer[setting] for layer in layers if setting in layer), None)
        if said is not None:
            section, _, field = setting.partition(".")
            values[section][field] = _read(setting, said.value)
            by = DecidedBy.SCHOOL if setting in school else DecidedBy.DOCUMENT
            bases[setting] = Basis(by, said.clause)
    sections = {section: SECTIONS[section](**values[section]) for section in SECTIONS}
    return Profile(name=name, bases=bases, **sections)


def _read(setting: str, found: object) -> object:
    form = FORMS[setting]
    try:
        return form.read(found)
    except ValueError:
        raise WrongProfile(setting, found, form.expected) from None
