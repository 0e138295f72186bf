"""How people are called on a screen: by first name at home, in full in a class list."""

from collections.abc import Sequence

from bot.texts.html import cut
from bot.texts.speech import Speech
from core.access.people import Actor, Child, Name

NAME_LENGTH = 64


def first_name(name: Name) -> str:
    """Return the given name as the school writes it."""
    return cut(name.given or name.family, NAME_LENGTH)


def full_name(speech: Speech, name: Name) -> str:
    """Return family and given name, as a class list has them."""
    family, given = cut(name.family, NAME_LENGTH), cut(name.given, NAME_LENGTH)
    return speech.label("full-name", family=family, given=given).strip()


def whole_name(name: Name) -> str:
    """Return family name, given name and patronymic, as documents have them."""
    parts = (name.family, name.given, name.middle)
    return " ".join(cut(part, NAME_LENGTH) for part in parts if part)


def teacher_name(name: Name) -> str:
    """Return a teacher as a pupil addresses one, with the family name last."""
    parts = (name.given, name.middle, name.family)
    return " ".join(cut(part, NAME_LENGTH) for part in parts if part)


def called(speech: Speech, actor: Actor, child: Child) -> str:
    """Return how the viewer knows the child: nothing for the only one, who needs no name."""
    own = actor.children
    if all(one.pupil != child.pupil for one in own):
        return _in_class(speech, full_name(speech, child.name), child)
    return "" if len(own) == 1 else among(speech, child, own)


def among(speech: Speech, child: Child, children: Sequence[Child]) -> str:
    """Return the first name, with the class where two children bear the same."""
    same = [one for one in children if one.name.given == child.name.given]
    name = first_name(child.name)
    return name if len(same) == 1 else _in_class(speech, name, child)


def with_class(speech: Speech, child: Child) -> str:
    """Return the first name with the class of now, for a list of children."""
    return _in_class(speech, first_name(child.name), child)


def called_in_full(speech: Speech, child: Child) -> str:
    """Return family and given name with the class of now, for what is printed or passed on."""
    return _in_class(speech, full_name(speech, child.name), child)


def _in_class(speech: Speech, name: str, child: Child) -> str:
    if not child.class_title:
        return name
    return speech.label("child-in-class", name=name, **{"class": cut(child.class_title, 16)})
