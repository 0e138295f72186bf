"""Who answers for whom, and that an answer is given once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

import pytest

from core.access.people import Actor
from core.diary.acknowledging import (
    Acknowledge,
    Acknowledged,
    Acknowledgement,
    Asked,
    must_answer,
)
from core.errors import AccessRefused, NotActivated
from core.ids import PersonId, PupilId
from tests.core.builders import (
    CLASS_7A,
    MASHA,
    NOW,
    PETYA,
    SCHOOL,
    StoppedClock,
    a_child,
    a_class_teacher,
    a_guardian,
    a_pupil,
    an_actor,
)

MOTHER, STRANGER = a_guardian(a_child(MASHA)), an_actor()


@dataclass
class Answers:
    """Keeps each person's first answer."""

    kept: list[Acknowledgement] = field(default_factory=list)

    async def add(self, one: Acknowledgement, *, since: datetime | None = None) -> bool:
        self.kept.append(one)
        return len(self.kept) == 1

    async def given(
        self, kind: Acknowledged, about: Sequence[PupilId], first: int, last: int
    ) -> Sequence[Acknowledgement]:
        return self.kept


REFUSED = {
    "another family's guardian": (an_actor(a_guardian(a_child(PETYA))), None),
    "the pupil for the parents": (an_actor(a_pupil(MASHA)), None),
    "the pupil with the mother's button": (an_actor(a_pupil(MASHA)), MOTHER.person),
    "the class teacher": (an_actor(a_class_teacher(CLASS_7A)), None),
    "the mother with the pupil's button": (an_actor(MOTHER), PersonId(MASHA)),
    "a guardian whose right was withdrawn": (
        an_actor(a_guardian(a_child(PETYA))),
        MOTHER.person,
    ),
}


@pytest.mark.parametrize(("actor", "person"), REFUSED.values(), ids=REFUSED.keys())
def test_nobody_answers_for_another(actor: Actor, person: PersonId | None) -> None:
    with pytest.raises(AccessRefused):
        must_answer(actor, MASHA, person)


def test_a_stranger_is_told_that_a_code_is_needed() -> None:
    with pytest.raises(NotActivated):
        must_answer(STRANGER, MASHA)


def test_one_account_of_mother_and_pupil_answers_as_whom_the_notice_was_for() -> None:
    both = an_actor(a_pupil(MASHA), MOTHER)

    assert must_answer(both, MASHA) == MOTHER
    assert must_answer(both, MASHA, PersonId(MASHA)).person == MASHA


async def test_an_answer_keeps_the_time_and_a_digest_of_what_was_shown() -> None:
    answers = Answers()
    acknowledge = Acknowledge(answers, StoppedClock())

    new = await acknowledge(an_actor(MOTHER), MASHA, Asked(Acknowledged.REVIEW, 7), shown="4,25")

    digest = sha256(b"4,25").hexdigest()
    assert new
    assert answers.kept == [
        Acknowledgement(SCHOOL, MOTHER.person, MASHA, Acknowledged.REVIEW, 7, NOW, digest)
    ]


async def test_an_answer_given_before_is_said_to_be_so() -> None:
    acknowledge = Acknowledge(Answers(), StoppedClock())
    asked = Asked(Acknowledged.REVIEW, 7)

    await acknowledge(an_actor(MOTHER), MASHA, asked, shown="4,25")
    again = await acknowledge(an_actor(MOTHER), MASHA, asked, shown="4,25")

    assert not again
