"""Which pupil a button or a command means, among those whom the person may see at all."""

from bot.callbacks.fields import NOBODY
from bot.screens.parts.frame import led_by
from core.access.directory import Directory
from core.access.gate import must_lead
from core.access.people import Actor, Child, LedClass
from core.errors import AccessRefused
from core.ids import ClassId, PupilId


async def find_child(actor: Actor, pupil: int, directory: Directory) -> Child | None:
    """Return a child of the family or of a class led; raise AccessRefused for anybody else's."""
    if pupil == NOBODY:
        return None
    own = [child for child in actor.children if child.pupil == pupil]
    led = [] if own else led_by(actor)
    pupils = own + [child for one in led for child in await directory.pupils_of(one.id)]
    for child in pupils:
        if child.pupil == pupil:
            return child
    raise AccessRefused


async def the_child(actor: Actor, pupil: PupilId, directory: Directory) -> Child:
    """Return a child of the family or of a class led; raise AccessRefused for anybody else's."""
    child = await find_child(actor, pupil, directory)
    if child is None:
        raise AccessRefused
    return child


def led_class(actor: Actor, class_id: ClassId) -> LedClass:
    """Return the class that the person leads; raise AccessRefused for any other."""
    member = must_lead(actor, class_id)
    return next(led for led in member.leads if led.id == class_id)
