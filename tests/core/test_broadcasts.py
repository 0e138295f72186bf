"""Broadcasts: what may be sent, whom it reaches, who has answered, and who is asked again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.access.people import Child, Name
from core.errors import RuleBroken
from core.ids import BroadcastId, PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import (
    Answer,
    Ask,
    Broadcast,
    BroadcastState,
    Family,
    Given,
    Hearer,
    Hearers,
    Plan,
    Quorum,
    Scope,
    Whom,
    WhyNot,
    asked_about,
    hearing,
    is_answered,
)
from core.messages.broadcasts.ladder import Rung, not_answered, reminded_at, rung_due
from core.messages.broadcasts.rules import (
    LONGEST_TEXT,
    AnswerDayWrong,
    BroadcastEmpty,
    BroadcastTooLong,
    ChoicesWrong,
    LabelWrong,
    ReasonNeeded,
    TimeOutOfReach,
    checked_plan,
    not_reached,
    turnout,
)
from core.messages.broadcasts.sending import told_once
from core.messages.broadcasts.templates import title_of
from core.messages.content import (
    MOST_FILES,
    Content,
    RichText,
    SentFile,
    Span,
    Style,
    TooManyEnclosed,
)
from core.notices.broadcasts.card import Card, Stands, card_of
from core.notices.broadcasts.ports import Telling
from core.notices.ledger import Change, Ending
from core.notices.timing import opens_at
from core.regulation.forms import QuietHours
from tests.core.builders import MOSCOW, NOW, a_member

MOTHER, FATHER, PUPIL, OTHER = (PersonId(number) for number in (1, 2, 3, 4))
WORDS = Content(RichText("Экскурсия"))
SCOPE = Scope(Whom.CLASSES, (7,))
PLAN = Plan(SCOPE, WORDS)
TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)
HOUR = timedelta(hours=1)


def a_hearer(person: PersonId, why: WhyNot | None = None, *, is_guardian: bool = True) -> Hearer:
    return Hearer(person, Name("Ева", "Лугова"), is_guardian, why)


def a_family(*members: Hearer, pupil: PersonId = PUPIL) -> Family:
    return Family(Child(PupilId(pupil), Name("Яна", "Лугова"), "7А"), members)


TWO = a_family(a_hearer(MOTHER), a_hearer(FATHER), a_hearer(PUPIL, is_guardian=False))

REFUSED = [
    (replace(PLAN, content=Content()), BroadcastEmpty),
    (replace(PLAN, content=Content(RichText(" \n "))), BroadcastEmpty),
    (replace(PLAN, content=Content(RichText("а" * (LONGEST_TEXT + 1)))), BroadcastTooLong),
    (replace(PLAN, content=Content(RichText("🎒" * (LONGEST_TEXT // 2 + 1)))), BroadcastTooLong),
    (replace(PLAN, send_at=NOW - HOUR), TimeOutOfReach),
    (replace(PLAN, send_at=NOW + timedelta(days=61)), TimeOutOfReach),
    (replace(PLAN, urgent="Пожар", send_at=NOW + HOUR), ReasonNeeded),
    (replace(PLAN, urgent="п" * 201), ReasonNeeded),
    (replace(PLAN, ask=Ask(by=date(2026, 11, 19))), AnswerDayWrong),
    (replace(PLAN, ask=Ask(by=date(2027, 1, 20))), AnswerDayWrong),
    (replace(PLAN, ask=Ask(by=TOMORROW), send_at=NOW + timedelta(days=3)), AnswerDayWrong),
    (replace(PLAN, ask=Ask(button="б" * 31)), LabelWrong),
    (replace(PLAN, ask=Ask(choices=("Да",))), ChoicesWrong),
    (replace(PLAN, ask=Ask(choices=("Да", "да"))), ChoicesWrong),
    (replace(PLAN, ask=Ask(choices=("Да", " "))), ChoicesWrong),
    (replace(PLAN, ask=Ask(choices=("1", "2", "3", "4", "5", "6", "7"))), ChoicesWrong),
]


@pytest.mark.parametrize(("plan", "wrong"), REFUSED)
def test_a_plan_that_breaks_a_rule_is_refused(plan: Plan, wrong: type[RuleBroken]) -> None:
    with pytest.raises(wrong):
        checked_plan(plan, NOW, MOSCOW)


@pytest.mark.parametrize(
    "plan",
    [
        PLAN,
        replace(PLAN, content=Content(files=(SentFile(True, "photo"),))),
        replace(PLAN, content=Content(RichText("а" * LONGEST_TEXT))),
        replace(PLAN, send_at=NOW + timedelta(days=60)),
        replace(PLAN, urgent="Пожар"),
        replace(PLAN, ask=Ask(by=TODAY, choices=("Да", "Нет"))),
    ],
)
def test_any_other_plan_may_be_sent(plan: Plan) -> None:
    assert checked_plan(plan, NOW, MOSCOW) is plan


def test_the_eleventh_file_is_too_many() -> None:
    full = Content(files=(SentFile(True, "photo"),) * MOST_FILES)

    with pytest.raises(TooManyEnclosed):
        full.with_files([SentFile(True, "photo")])


def test_a_paragraph_keeps_its_emphasis_behind_another() -> None:
    first, second = (
        RichText("Да", (Span(Style.BOLD, 0, 2),)),
        RichText("Нет", (Span(Style.CODE, 1, 3),)),
    )

    both = first.followed_by(second)

    assert both.text == "Да\n\nНет"
    assert [both.text[one.begin : one.end] for one in both.spans] == ["Да", "ет"]


def test_who_will_not_get_it_is_named_with_the_reason_and_families_without_anybody_first() -> None:
    in_part = a_family(a_hearer(MOTHER), a_hearer(FATHER, WhyNot.REFUSED))
    nobody = a_family(a_hearer(OTHER, WhyNot.NOT_LINKED))
    no_parents, all_told = a_family(), a_family(a_hearer(MOTHER))
    refused_here = a_family(a_hearer(MOTHER, WhyNot.REFUSED))

    found = not_reached([in_part, all_told, refused_here, nobody, no_parents])

    assert found == (nobody, no_parents, in_part)


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (WORDS, "Экскурсия"),
        (Content(RichText("\n  Первая \nвторая")), "Первая"),
        (Content(RichText("а" * 50)), "а" * 39 + "…"),
        (Content(files=(SentFile(False, "doc", "план.pdf"),)), "план.pdf"),
        (Content(files=(SentFile(True, "photo"),)), ""),
    ],
)
def test_it_is_called_by_its_first_line(content: Content, title: str) -> None:
    assert title_of(content) == title


@pytest.mark.parametrize(
    ("hearers", "left"),
    [
        (Hearers.PARENTS, [MOTHER, FATHER]),
        (Hearers.PUPILS, [PUPIL]),
        (Hearers.BOTH, [MOTHER, FATHER, PUPIL]),
    ],
)
def test_a_family_hears_as_the_sender_decided(hearers: Hearers, left: list[PersonId]) -> None:
    (family,) = hearing([TWO], hearers)

    assert [one.person for one in family.members] == left


def test_a_parent_of_two_is_counted_and_told_once() -> None:
    sister = a_family(a_hearer(MOTHER), a_hearer(OTHER, WhyNot.BLOCKED), pupil=PersonId(9))
    families = [
        a_family(a_hearer(MOTHER), a_hearer(FATHER, WhyNot.NOT_LINKED)),
        sister,
        a_family(),
    ]

    found = turnout(families)

    assert (found.families, found.persons, found.reachable) == (3, 3, 1)
    assert found.why == {WhyNot.BLOCKED: 1, WhyNot.NOT_LINKED: 1}
    assert found.without_anybody == 1
    assert told_once(families) == ((MOTHER, PUPIL),)


def test_who_refused_for_one_child_is_told_of_the_other() -> None:
    refused = a_family(a_hearer(MOTHER, WhyNot.REFUSED))
    agreed = a_family(a_hearer(MOTHER), pupil=PersonId(9))

    assert turnout([refused, agreed]).reachable == 1
    assert told_once([refused, agreed]) == ((MOTHER, PersonId(9)),)


@pytest.mark.parametrize(("count", "seconds"), [(0, 0), (1, 1), (22, 1), (23, 2), (1200, 55)])
def test_sending_takes_as_long_as_the_pace_allows(count: int, seconds: int) -> None:
    families = [a_family(a_hearer(PersonId(number))) for number in range(count)]

    assert turnout(families).seconds(22) == seconds


def for_all(*persons: PersonId) -> Given:
    """Return that persons have answered once for all of their children."""
    return frozenset((one, one) for one in persons)


ANSWERED = [
    (Quorum.ONE, Hearers.PARENTS, {MOTHER}, True),
    (Quorum.ONE, Hearers.PARENTS, set(), False),
    (Quorum.ALL, Hearers.PARENTS, {MOTHER}, False),
    (Quorum.ALL, Hearers.PARENTS, {MOTHER, FATHER}, True),
    (Quorum.ONE, Hearers.BOTH, {PUPIL}, False),
    (Quorum.ONE, Hearers.PUPILS, {PUPIL}, True),
]


@pytest.mark.parametrize(("quorum", "hearers", "answered", "done"), ANSWERED)
def test_a_family_has_answered_when_those_asked_have(
    quorum: Quorum, hearers: Hearers, answered: set[PersonId], *, done: bool
) -> None:
    found = is_answered(TWO, hearers, Ask(quorum=quorum), for_all(*answered))

    assert found is done


def test_who_cannot_be_told_is_not_waited_for_but_somebody_must_answer() -> None:
    alone = a_family(a_hearer(MOTHER), a_hearer(FATHER, WhyNot.NOT_LINKED))
    nobody = a_family(a_hearer(FATHER, WhyNot.NOT_LINKED))
    ask = Ask(quorum=Quorum.ALL)

    done = [is_answered(one, Hearers.PARENTS, ask, for_all(MOTHER)) for one in (alone, nobody)]

    assert done == [True, False]


SENT, DUE = datetime(2026, 11, 20, 9, tzinfo=UTC), datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "rung"),
    [
        (0, Rung.TOLD),
        (23.9, Rung.TOLD),
        (24, Rung.NUDGED),
        (35.9, Rung.NUDGED),
        (36, Rung.SECOND),
        (47.9, Rung.SECOND),
        (48, Rung.LISTED),
        (500, Rung.LISTED),
    ],
)
def test_a_rung_is_due_at_a_half_three_quarters_and_the_end(hours: float, rung: Rung) -> None:
    assert rung_due(SENT, DUE, SENT + timedelta(hours=hours)) is rung


def test_a_short_time_leaves_time_to_read() -> None:
    due = SENT + timedelta(hours=3)

    rungs = [rung_due(SENT, due, SENT + timedelta(hours=hours)) for hours in (1.6, 2, 2.9, 3)]

    assert rungs == [Rung.TOLD, Rung.NUDGED, Rung.NUDGED, Rung.LISTED]


ONE = a_family(a_hearer(MOTHER))
REMINDED = [
    (Rung.NUDGED, TWO, Quorum.ONE, set(), [MOTHER]),
    (Rung.SECOND, TWO, Quorum.ONE, set(), [FATHER]),
    (Rung.SECOND, ONE, Quorum.ONE, set(), [MOTHER]),
    (Rung.LISTED, TWO, Quorum.ONE, set(), [MOTHER, FATHER]),
    (Rung.NUDGED, TWO, Quorum.ALL, {MOTHER}, [FATHER]),
    (Rung.SECOND, TWO, Quorum.ALL, set(), [MOTHER, FATHER]),
    (Rung.NUDGED, TWO, Quorum.ONE, {FATHER}, []),
    (
        Rung.NUDGED,
        a_family(a_hearer(MOTHER, WhyNot.BLOCKED), a_hearer(FATHER)),
        Quorum.ONE,
        set(),
        [FATHER],
    ),
    (Rung.NUDGED, a_family(), Quorum.ONE, set(), []),
]


@pytest.mark.parametrize(("rung", "family", "quorum", "answered", "reminded"), REMINDED)
def test_those_are_reminded_whose_turn_it_is(
    rung: Rung,
    family: Family,
    quorum: Quorum,
    answered: set[PersonId],
    reminded: list[PersonId],
) -> None:
    ask = Ask(by=TOMORROW, quorum=quorum)

    found = reminded_at(rung, [family], Hearers.PARENTS, ask, for_all(*answered))

    assert [person for person, _ in found] == reminded


def test_a_parent_of_two_who_owes_twice_is_reminded_once() -> None:
    families = [ONE, a_family(a_hearer(MOTHER), pupil=PersonId(9))]

    found = reminded_at(Rung.NUDGED, families, Hearers.PARENTS, Ask(), frozenset())

    assert found == ((MOTHER, PUPIL),)
    assert not_answered(families, Hearers.PARENTS, Ask(), for_all(MOTHER)) == ()


SISTER = PersonId(9)
OF_TWO = (ONE, a_family(a_hearer(MOTHER), pupil=SISTER))
CHOICE = Ask(by=TOMORROW, choices=("Идёт", "Не идёт"))


def test_a_choice_for_one_child_is_none_for_the_other() -> None:
    given = frozenset({(MOTHER, PUPIL)})

    found = not_answered(OF_TWO, Hearers.PARENTS, CHOICE, given)
    reminded = reminded_at(Rung.NUDGED, OF_TWO, Hearers.PARENTS, CHOICE, given)

    assert [one.child.pupil for one in found] == [SISTER]
    assert reminded == ((MOTHER, SISTER),)


def test_of_each_child_both_parents_choose_where_both_must() -> None:
    both = replace(CHOICE, quorum=Quorum.ALL)
    given = frozenset({(MOTHER, PUPIL), (MOTHER, SISTER), (FATHER, SISTER)})
    families = [TWO, a_family(a_hearer(MOTHER), a_hearer(FATHER), pupil=SISTER)]

    found = not_answered(families, Hearers.PARENTS, both, given)

    assert [one.child.pupil for one in found] == [PUPIL]


@pytest.mark.parametrize(
    ("ask", "children", "about"),
    [
        (None, (PUPIL, SISTER), (MOTHER,)),
        (Ask(), (PUPIL, SISTER), (MOTHER,)),
        (CHOICE, (PUPIL,), (PUPIL,)),
        (CHOICE, (PUPIL, SISTER), (PUPIL, SISTER)),
        (CHOICE, (), (MOTHER,)),
    ],
)
def test_one_reads_once_and_chooses_for_each_child(
    ask: Ask | None, children: tuple[PersonId, ...], about: tuple[PersonId, ...]
) -> None:
    named = [Child(PupilId(one), Name("Яна", "Лугова"), "7А") for one in children]

    assert asked_about(ask, MOTHER, named) == about


def test_the_card_counts_a_choice_for_each_child() -> None:
    first = Answer(SchoolId(1), BroadcastId(5), 1, MOTHER, PUPIL, 1, NOW)
    tellings = [telling(Ending.DELIVERED)]

    one = card_of(a_broadcast(CHOICE), a_member(), OF_TWO, tellings, [first])
    second = replace(first, about=SISTER, choice=2)
    both = card_of(a_broadcast(CHOICE), a_member(), OF_TWO, tellings, [first, second])

    assert [it.stands for it in one.families] == [Stands.ANSWERED, Stands.DELIVERED]
    assert dict(both.choices()) == {1: 1, 2: 1}
    assert both.count(Stands.ANSWERED) == 2


def a_broadcast(ask: Ask | None = None, hearers: Hearers = Hearers.PARENTS) -> Broadcast:
    return Broadcast(
        id=BroadcastId(5),
        school=SchoolId(1),
        school_name="Школа",
        zone="Europe/Moscow",
        by=PersonId(50),
        by_name=Name("Нина", "Грачёва"),
        plan=replace(PLAN, ask=ask, hearers=hearers),
        titles=("7А",),
        version=1,
        state=BroadcastState.SENT,
        made_at=NOW,
        sent_at=NOW,
    )


@pytest.mark.parametrize(
    ("urgent", "said_at", "now", "wakes"),
    [
        ("Пожар", None, NOW + timedelta(hours=23), True),
        ("Пожар", None, NOW + timedelta(days=1), False),
        ("Пожар", NOW + timedelta(hours=5), NOW + timedelta(hours=6), True),
        ("Пожар", NOW + timedelta(hours=5), NOW + timedelta(days=1), False),
        ("Пожар", NOW + timedelta(days=7), NOW + timedelta(days=7), False),
        ("", None, NOW, False),
    ],
)
def test_an_emergency_wakes_for_a_day(
    urgent: str, said_at: datetime | None, now: datetime, *, wakes: bool
) -> None:
    one = replace(a_broadcast(), plan=replace(PLAN, urgent=urgent), said_at=said_at)

    assert one.is_urgent(now) is wakes


SOON, LONG_AFTER = NOW + timedelta(hours=20), NOW + timedelta(days=30)


@pytest.mark.parametrize(
    ("ask", "said_at", "until"),
    [
        (None, None, NOW + timedelta(days=14)),
        (None, LONG_AFTER, LONG_AFTER + timedelta(days=14)),
        (Ask(by=date(2026, 11, 23)), None, datetime(2026, 11, 23, 21, tzinfo=UTC)),
        (Ask(by=TODAY), None, NOW + timedelta(days=1)),
        (Ask(by=TOMORROW), SOON, SOON + timedelta(days=1)),
    ],
)
def test_what_was_corrected_counts_long_enough_to_be_heard(
    ask: Ask | None, said_at: datetime | None, until: datetime
) -> None:
    one = replace(a_broadcast(ask), said_at=said_at)

    assert one.valid_until == until


def test_who_answered_before_the_correction_is_counted_apart() -> None:
    answer = Answer(SchoolId(1), BroadcastId(5), 1, MOTHER, MOTHER, 0, NOW)
    one = replace(a_broadcast(Ask()), version=2)
    tellings = [telling(Ending.DELIVERED, Change.CHANGED)]

    before = card_of(one, a_member(), [ONE], tellings, [], [answer])
    after = card_of(one, a_member(), [ONE], tellings, [replace(answer, version=2)], [answer])

    assert (before.count(Stands.ANSWERED), before.answered_earlier) == (0, 1)
    assert (after.count(Stands.ANSWERED), after.answered_earlier) == (1, 0)


def a_card(*tellings: Telling, family: Family = ONE, ask: Ask | None = None) -> Card:
    return card_of(a_broadcast(ask), a_member(), [family], tellings, [])


def telling(ending: Ending | None, change: Change = Change.NEW, reason: str = "") -> Telling:
    return Telling(MOTHER, change, ending, reason)


@pytest.mark.parametrize(
    ("tellings", "stands"),
    [
        ([], Stands.UNDER_WAY),
        ([telling(None)], Stands.UNDER_WAY),
        ([telling(Ending.DELIVERED)], Stands.DELIVERED),
        ([telling(Ending.UNKNOWN)], Stands.UNKNOWN),
        ([telling(Ending.REFUSED, reason="unreachable")], Stands.UNREACHABLE),
        ([telling(Ending.UNKNOWN), telling(Ending.DELIVERED, Change.REPEATED)], Stands.DELIVERED),
        ([telling(Ending.DELIVERED), telling(Ending.UNKNOWN, Change.REPEATED)], Stands.DELIVERED),
        ([telling(Ending.DELIVERED), telling(None, Change.CHANGED)], Stands.UNDER_WAY),
        (
            [telling(Ending.DELIVERED), telling(Ending.EXPIRED, Change.CHANGED, "overtaken")],
            Stands.DELIVERED,
        ),
        ([telling(Ending.DELIVERED), telling(None, Change.TAKEN_BACK)], Stands.DELIVERED),
    ],
)
def test_the_card_tells_what_became_of_what_it_says_now(
    tellings: list[Telling], stands: Stands
) -> None:
    card = a_card(*tellings)

    assert card.families[0].stands is stands


def test_unknown_is_never_counted_as_delivered() -> None:
    card = a_card(telling(Ending.UNKNOWN))

    assert (card.persons(Stands.DELIVERED), card.persons(Stands.UNKNOWN)) == (0, 1)
    assert card.owing == card.families


def test_who_could_not_be_told_says_why() -> None:
    card = a_card(family=a_family(a_hearer(MOTHER, WhyNot.NOT_LINKED)))

    (member,) = card.families[0].members
    assert (member.stands, member.why) == (Stands.UNREACHABLE, WhyNot.NOT_LINKED)


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-20T12:00", None),
        ("2026-11-20T23:30", "2026-11-21T07:00"),
        ("2026-11-21T05:00", "2026-11-21T07:00"),
        ("2026-11-21T07:00", None),
    ],
)
def test_quiet_hours_say_when_they_end(at: str, opens: str | None) -> None:
    instant = datetime.fromisoformat(f"{at}+03:00")

    found = opens_at(QuietHours(), instant, MOSCOW)

    assert found == (datetime.fromisoformat(f"{opens}+03:00") if opens else None)
