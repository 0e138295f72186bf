"""What somebody is asked before the words: the topic, and the child or course where it matters."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from core.access.gate import closed_to
from core.access.people import Actor, Child, Member, Role, seen_by
from core.helpdesk.topics import Topic
from core.ids import CourseId, PupilId, SchoolId
from core.messages.broadcasts.ports import Circles, TaughtCourse

_OF_FAMILY: Final = (
    Topic.DIARY,
    Topic.CURRENT_MARKS,
    Topic.FINAL_MARKS,
    Topic.ATTENDANCE,
    Topic.REGISTRATION,
    Topic.LOST_ACCESS,
)
_OF_TEACHER: Final = (
    Topic.TECHNOLOGY,
    Topic.LESSON_PLANS,
    Topic.CONTROL_WORKS,
    Topic.CURRENT_MARKS,
    Topic.FINAL_MARKS,
    Topic.ATTENDANCE,
)
_OF_OFFICE: Final = (
    Topic.REGISTRATION,
    Topic.REPORTS,
    Topic.FINAL_MARKS,
    Topic.ATTENDANCE,
    Topic.TECHNOLOGY,
    Topic.LOST_ACCESS,
)
_FAMILY: Final = frozenset({Role.GUARDIAN, Role.PUPIL})
_ABOUT_NOBODY: Final = frozenset({Topic.TECHNOLOGY, Topic.LESSON_PLANS, Topic.LOST_ACCESS})
_ABOUT_A_COURSE: Final = frozenset(
    {
        Topic.LESSON_PLANS,
        Topic.CONTROL_WORKS,
        Topic.CURRENT_MARKS,
        Topic.FINAL_MARKS,
        Topic.ATTENDANCE,
    }
)


def topics_for(roles: Collection[Role]) -> tuple[Topic, ...]:
    """Return all topics, those first about which such a person asks most."""
    first = _OF_OFFICE
    if Role.TEACHER in roles:
        first = _OF_TEACHER
    elif not _FAMILY.isdisjoint(roles):
        first = _OF_FAMILY
    return (*first, *(one for one in Topic if one not in first))


@dataclass(frozen=True, slots=True)
class Form:
    """What somebody can choose from at a school: own children, courses that the person teaches."""

    member: Member
    children: tuple[Child, ...] = ()
    courses: tuple[TaughtCourse, ...] = ()

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Return all topics in the order for this person."""
        roles = self.member.roles
        return topics_for(roles | {Role.GUARDIAN} if self.children else roles)

    def of_topic(self, topic: Topic) -> tuple[tuple[Child, ...], tuple[TaughtCourse, ...]]:
        """Return the children and courses that a topic can be about.

        A single child, of who teaches nothing, goes without saying.
        """
        children = () if topic in _ABOUT_NOBODY else self.children
        courses = self.courses if topic in _ABOUT_A_COURSE else ()
        return children, courses

    def goes_without_saying(self, topic: Topic) -> PupilId | None:
        """Return the only child whom a topic can be about, where it can be about nothing else."""
        children, courses = self.of_topic(topic)
        return children[0].pupil if len(children) == 1 and not courses else None

    def must_choose(self, topic: Topic) -> bool:
        """Say whether somebody has to choose about whom or what it is."""
        children, courses = self.of_topic(topic)
        return len(children) + len(courses) > 1 or bool(courses)

    def child(self, pupil: PupilId | None) -> Child | None:
        """Return one of the children."""
        return next((one for one in self.children if one.pupil == pupil), None)

    def course(self, number: CourseId | None) -> TaughtCourse | None:
        """Return one of the courses."""
        return next((one for one in self.courses if one.id == number), None)


@dataclass(frozen=True, slots=True)
class OpenForm:
    """Opens the form to anybody of a school (H1)."""

    circles: Circles

    async def __call__(self, actor: Actor, school: SchoolId) -> Form:
        """Return it; refuse who is not of the school."""
        for member in actor.members:
            if member.school == school:
                return Form(member, seen_by(member), await self._courses(member))
        raise closed_to(actor)

    async def _courses(self, member: Member) -> tuple[TaughtCourse, ...]:
        if Role.TEACHER not in member.roles:
            return ()
        found: Sequence[TaughtCourse] = await self.circles.courses_of(member.person)
        return tuple(one for one in found if one.school == member.school)
