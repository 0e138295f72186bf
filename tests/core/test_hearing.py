"""Who may still hear: the right is asked when a notice is told, over random schools too."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.access.people import Role
from core.ids import PersonId, PupilId
from core.messages.threads.gate import StillReads, Surroundings
from core.notices.hearing import HEARD_BY, Hearers, Right, StillHear
from core.notices.ledger import Draft, NoticeKind
from tests.core.builders import MASHA, PETYA, SCHOOL, StoppedClock, a_notice
from tests.school import School, Seed

MOTHER, LEADER, HEAD, STRANGER = (PersonId(number) for number in (601, 602, 603, 604))
HEARERS = Hearers({MASHA: [MOTHER, MASHA]}, {MASHA: [LEADER]}, {SCHOOL: [HEAD]})


def a_draft(kind: NoticeKind, recipient: PersonId, about: PupilId = MASHA) -> Draft:
    return replace(a_notice().draft, kind=kind, recipient=recipient, about=about)


def test_each_kind_of_notice_is_heard_by_somebody() -> None:
    assert set(HEARD_BY) == set(NoticeKind)


@pytest.mark.parametrize(
    ("kind", "may"),
    [
        (NoticeKind.MARK, {MOTHER, MASHA}),
        (NoticeKind.FORECAST, {MOTHER, MASHA}),
        (NoticeKind.CLAIM, {LEADER}),
        (NoticeKind.REVIEWED, {LEADER}),
        (NoticeKind.SEARCH, {LEADER, HEAD, MOTHER, MASHA}),
        (NoticeKind.MISSING_OF_SCHOOL, {HEAD}),
    ],
)
def test_a_notice_of_a_pupil_is_heard_by_who_has_its_right(
    kind: NoticeKind, may: set[PersonId]
) -> None:
    persons = (MOTHER, MASHA, LEADER, HEAD, STRANGER)

    heard = {one for one in persons if HEARERS.may_hear(a_draft(kind, one))}

    assert heard == may


def test_nobody_who_hears_of_one_pupil_hears_of_another() -> None:
    persons = (MOTHER, MASHA, LEADER, HEAD, STRANGER)
    of_families = [
        one
        for one, rights in HEARD_BY.items()
        if Right.FAMILY in rights and Right.ADMINISTRATION not in rights
    ]

    assert not any(
        HEARERS.may_hear(a_draft(kind, one, PETYA)) for kind in of_families for one in persons
    )


@pytest.mark.parametrize("kind", [NoticeKind.REVIEWS_OF_DAY, NoticeKind.FORECAST_SENT])
def test_what_is_about_the_own_work_is_heard_by_oneself(kind: NoticeKind) -> None:
    own, other = a_draft(kind, LEADER, PupilId(LEADER)), a_draft(kind, HEAD, PupilId(LEADER))

    assert (HEARERS.may_hear(own), HEARERS.may_hear(other)) == (True, False)


PUPILS, ADULTS = range(3), range(4)
PAIRS = st.sets(st.tuples(st.sampled_from(ADULTS), st.sampled_from(PUPILS)))


@settings(max_examples=60, deadline=None)
@given(guards=PAIRS, withdrew=PAIRS, leads=PAIRS, heads=st.sets(st.sampled_from(ADULTS)))
async def test_no_notice_brings_a_word_about_a_child_to_who_has_no_right_to_it(
    guards: set[tuple[int, int]],
    withdrew: set[tuple[int, int]],
    leads: set[tuple[int, int]],
    heads: set[int],
) -> None:
    seed, store = Seed(), School(StoppedClock())
    classes = [seed.a_class(f"{number}А") for number in PUPILS]
    pupils = [seed.a_pupil(class_id=one) for one in classes]
    adults = [seed.a_person() for _ in ADULTS]
    for adult, pupil in guards:
        seed.a_guardianship(pupils[pupil], adults[adult])
    for adult, pupil in withdrew:
        seed.a_consent(adults[adult], pupils[pupil], state="withdrawn")
    for adult, pupil in leads:
        seed.enrolled(adults[adult], classes[pupil], role="teacher")
    for adult in heads:
        seed.a_role(adults[adult], Role.HEAD)
    seed.an_account(*adults)
    await seed.plant(store)
    everything = [
        replace(a_draft(kind, adult, PupilId(pupil)), school=seed.school)
        for kind in NoticeKind
        for adult in adults
        for pupil in pupils
    ]

    async with store.transaction() as turn:
        reads = StillReads(turn.threads, Surroundings(turn.ties, turn.circles))
        heard = await StillHear(turn.audience, reads)(everything)

    by_right = {
        Right.FAMILY: {(adults[one], pupils[of]) for one, of in guards - withdrew},
        Right.CLASS_TEACHER: {(adults[one], pupils[of]) for one, of in leads},
        Right.ADMINISTRATION: {(adults[one], pupil) for one in heads for pupil in pupils},
        Right.STAND_IN: {
            (adults[one], pupils[of])
            for one in heads
            for of in PUPILS
            if of not in {led for _, led in leads}
        },
        Right.OWN: set[tuple[PersonId, PupilId]](),
        Right.THREAD: set[tuple[PersonId, PupilId]](),
    }
    assert heard == {
        one
        for one in everything
        if any((one.recipient, one.about) in by_right[right] for right in HEARD_BY[one.kind])
    }
