"""The data of whom the bot cannot ask are checked by word of mouth (W2, C4.3.7)."""

from dataclasses import dataclass
from datetime import date

from core.access.gate import must_decide
from core.access.people import Actor
from core.access.personal_data.of_class import ClassCheck, ReadClassCheck, Standing
from core.errors import NotFound
from core.ids import ClassId, PersonId


@dataclass(frozen=True, slots=True)
class CheckInPerson:
    """The class teacher ticks with whom the data were looked through, and found right.

    Only of whom no message in the chat reaches: of anybody else the own answer is waited for.
    """

    read: ReadClassCheck

    async def __call__(
        self,
        actor: Actor,
        class_id: ClassId,
        person: PersonId,
        *,
        month: date,
        checked: bool = True,
    ) -> ClassCheck:
        """Tick it, or take a tick back where it was a slip; return how the class stands then.

        Raise NotFound for who is not asked in the class. The first tick stands: it says who
        checked, and when; where a guardian has children in two classes, only who ticked it or
        leads the class for which it was ticked takes it back. Who can be asked, or answered,
        meanwhile is left as it is, and so is all where it is another month by now: what was shown
        then says nothing of this one.
        """
        member = await must_decide(actor, class_id, self.read.classes)
        view = await self.read(actor, class_id)
        one = next((it for it in view.persons if it.person == person), None)
        if one is None:
            raise NotFound
        if month != view.month:
            return view
        if checked and one.standing is Standing.OUTSIDE:
            await self.read.checks.check_in_person(
                member.school,
                person,
                view.month,
                class_id=class_id,
                by=member.person,
                at=self.read.clock.now(),
            )
        elif not checked:
            await self.read.checks.take_check_back(
                person, view.month, class_id=class_id, by=member.person
            )
        return await self.read(actor, class_id)
