"""A random history of the help desk: whatever happens, each open ticket has one who may own it.

Askers ask, consultants claim, answer, hand over, fall silent, block the bot and leave; windows
are added, moved, called off and taken over; the clock goes on by seconds or jumps by days. Each
step may be killed before its commit, and may be repeated (a tap that came twice, an update that
was worked off again). Accounts turn out to be in strange hands: what was done under them since a
moment is void, what they asked is gone, what they merged comes apart. After each step a tick
follows within 20 seconds, and then:

- each open ticket has exactly one owner, who may own it: asked of the schedule anew, not of the
  rule under test;
- nothing was told twice;
- what an asker was told last is what the own card promises now, also where one answer comes to
  several: each reads what is told, and what the own deeds show at once;
- nobody has an open ticket in hand without a word for longer than the school allows, whoever
  said one before; of what waits with the administrators they are reminded;
- what stands as answered has an answer that stands, and no void word counts as a first one;
- the log is whole, and has a row for each ticket that is closed.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.access.people import Role
from core.errors import Refusal
from core.helpdesk.duty.asking import NewStandIn, StandInState
from core.helpdesk.duty.calls import Turn
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.duty.window import DayOff, Hours, OtherHours, StandIn
from core.helpdesk.facts import (
    AnswerOfAnother,
    AnswerTakenBack,
    ConsultantSilent,
    DutyCalled,
    TicketAskedBack,
    TicketMerged,
    TicketPromised,
    TicketSentOn,
    WindowEnded,
    WindowOpened,
)
from core.helpdesk.log.chain import Recorded, verify
from core.helpdesk.tickets.asking import Question
from core.helpdesk.tickets.handing import ToAdministrator, ToConsultant, ToNextWindow, ToWindow
from core.helpdesk.tickets.owner import Administrator, Consultant, Queue
from core.helpdesk.tickets.promise import AnswersBy, AnswersFrom, AnswersNow
from core.helpdesk.tickets.reading import Card
from core.helpdesk.tickets.ticket import UNDER_WAY, EntryKind, Rating, State
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing
from core.ids import PersonId
from core.regulation.profile import HelpRule
from tests.conftest import NOTHING_LEFT_OUT
from tests.core.helpdesk.desk import Doing, HelpDeskOfTests, Told, words
from tests.school import records
from tests.school.tickets import Kept, Said

TICK = timedelta(seconds=20)
RULES = HelpRule()
LIMIT = timedelta(minutes=RULES.first_answer_minutes)
TOPICS = (Topic.DIARY, Topic.REPORTS, Topic.LOST_ACCESS)
SAID = {Topic.DIARY: "diary", Topic.REPORTS: "reports"}

picks = st.integers(0, 30)
fates = st.sampled_from(["done", "done", "done", "lost", "lost, then done", "done twice"])
topics = st.sampled_from(TOPICS)


class Killed(Exception):
    """The process ended between the decision and its commit."""


Promised = tuple[State, datetime | None, datetime | None]
"""From when an answer comes, None where that is now, or whenever an administrator can; by when."""
PROMISING = (State.OPEN, State.AT_VENDOR)
TO_ASKERS = (
    AnswerOfAnother,
    AnswerTakenBack,
    TicketMerged,
    TicketPromised,
    TicketSentOn,
    TicketAskedBack,
    WindowOpened,
)
Step = Callable[[Doing], Coroutine[Any, Any, object]]


class History(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.desk = HelpDeskOfTests()
        desk = self.desk
        self.third = desk.another("Вера", Role.CONSULTANT)
        self.askers = [desk.mother, desk.another("Инна"), desk.another("Лев"), desk.nina]
        self.staff = [desk.nina, desk.olga, self.third, desk.boss]
        self.promised: dict[int, Promised] = {}
        self.heard = 0

    def teardown(self) -> None:
        self.loop.close()

    # What the machine does its steps with.

    def run(self, step: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(step)

    def does(self, fate: str, step: Step, by_asker: int | None = None) -> None:
        """Do a step as its fate says; what is refused changes nothing.

        Who asked reads on the own screen what the own ticket promises from then on.
        """
        ends = {
            "done": [False],
            "lost": [True],
            "lost, then done": [True, False],
            "done twice": [False, False],
        }
        for is_killed in ends[fate]:
            try:
                self.run(self._turn(step, is_killed=is_killed))
            except (Refusal, Killed):
                continue
            self.reads()
            for one in self._waiting():
                if one.id == by_asker:
                    self.promised[one.id] = self._card(one)
        self.passes(timedelta(seconds=1))
        self.tick("done")

    async def _turn(self, step: Step, *, is_killed: bool) -> None:
        async with self.desk.turn() as do:
            await step(do)
            if is_killed:
                raise Killed

    def passes(self, so_much: timedelta) -> None:
        self.desk.clock.at += so_much

    @property
    def now(self) -> datetime:
        return self.desk.clock.at

    def tick(self, fate: str) -> None:
        school = self.desk.seed.school
        for step in (
            lambda do: do.call_consultants(school),
            lambda do: do.look_after(school),
        ):
            for is_killed in [True, False, False] if fate == "killed" else [False]:
                try:
                    self.run(self._turn(step, is_killed=is_killed))
                except Killed:
                    continue

    def kept(self) -> list[Kept]:
        return list(self.desk.school.world.all(Kept))

    def reads(self) -> None:
        """Let each asker read what was told since: news say how it stands when they are told."""
        facts = [one.fact for one in self.desk.school.world.all(Told)]
        new, self.heard = facts[self.heard :], len(facts)
        told = {one.ticket for one in new if isinstance(one, TO_ASKERS)}
        hears = {
            (one.standing.merged_into or one.id, one.asking.asker)
            for one in self.kept()
            if one.id in told
        }
        for one in self._waiting():
            # Whose two tickets are answered together hears of it once, under one of the numbers.
            together = (one.standing.merged_into, one.asking.asker) in hears
            if one.id in told or together or one.id not in self.promised:
                self.promised[one.id] = self._card(one)

    def _waiting(self) -> list[Kept]:
        """Return the tickets whose askers wait for an answer: here, or where they were merged.

        While more is asked back of another asker nothing is told, and nothing promised.
        """
        found = self.kept()
        states = {one.id: one.standing.state for one in found}
        return [
            one
            for one in found
            if one.standing.state in UNDER_WAY
            or (one.standing.waits_elsewhere and states[one.standing.merged_into] in PROMISING)
        ]

    def _read(self, one: Kept) -> Card:
        async def read() -> Card:
            async with self.desk.turn() as do:
                return await do.read(self.desk.actor(one.asking.asker), one.id)

        return self.run(read())

    def _card(self, one: Kept) -> Promised:
        """Return what the asker's card promises: from when, or now, or by the administrators."""

        card = self._read(one)
        state, promise = card.together or one.standing.state, card.promise
        if state is not State.OPEN:
            return state, None, None
        if isinstance(promise, AnswersBy):
            return state, None, promise.until
        return state, promise.window.starts_at if isinstance(promise, AnswersFrom) else None, None

    def _told(self, one: Kept) -> Promised:
        """Return what an asker was told last: an hour that is over is promised no more."""
        state, begins, until = self.promised[one.id]
        return state, begins, until if until and self.now < until else None

    def ticket(self, pick: int) -> int:
        kept = self.kept()
        return kept[pick % len(kept)].id

    def some(self, pick: int, among: list[PersonId]) -> PersonId:
        return among[pick % len(among)]

    def schedule(self) -> DutySchedule:
        async def read() -> DutySchedule:
            async with self.desk.turn() as do:
                return await do.tx.duty.schedule(self.desk.seed.school)

        return self.run(read())

    def shift(self, pick: int) -> Shift | None:
        coming = self.schedule().shifts(self.now, self.now + timedelta(days=9))
        return coming[pick % len(coming)] if coming else None

    # What can happen.

    @initialize(
        windows=st.lists(
            st.tuples(picks, picks, st.integers(0, 15), st.sampled_from([5, 15, 30, 60])),
            max_size=6,
        )
    )
    def opens(self, windows: list[tuple[int, int, int, int]]) -> None:
        for person, topic, quarter, minutes in windows:
            self._window(self.some(person, self.staff[:3]), topic, quarter, minutes)
        self.tick("done")

    def _window(self, person: PersonId, topic: int, quarter: int, minutes: int) -> None:
        said = ["diary", "reports", "diary,reports"][topic % 3]
        day = (self.now + timedelta(days=topic % 2)).date()
        starts = datetime.combine(day, time(9)) + timedelta(minutes=15 * quarter)
        ends = starts + timedelta(minutes=minutes)
        self.desk.seed.a_duty(
            person,
            topics=said,
            weekday=day.isoweekday(),
            starts=starts.time(),
            finishes=ends.time(),
        )

    @rule(asker=picks, topic=topics, urgent=st.sampled_from(["", "", "экзамен"]), fate=fates)
    def asks(self, asker: int, topic: Topic, urgent: str, fate: str) -> None:
        person = self.some(asker, self.askers)
        question = Question(self.desk.seed.school, topic, urgent=urgent)
        self.does(fate, lambda do: do.ask(self.desk.actor(person), question, words("Как?")))

    @precondition(lambda self: self.kept())
    @rule(
        who=picks,
        pick=picks,
        what=st.sampled_from(["claim", "answer", "ask_back", "end", "to_vendor"]),
        fate=fates,
    )
    def helps(self, who: int, pick: int, what: str, fate: str) -> None:
        actor, number = self.desk.actor(self.some(who, self.staff)), self.ticket(pick)
        told = {
            "answer": [words("Так")],
            "ask_back": [words("Какой?")],
            "end": [Closing.SOLVED],
        }
        self.does(fate, lambda do: getattr(do, what)(actor, number, *told.get(what, [])))

    @precondition(lambda self: self.kept())
    @rule(pick=picks, fate=fates)
    def the_vendor_answers(self, pick: int, fate: str) -> None:
        owner, number = self._owner_of(pick)
        self.does(fate, lambda do: do.vendor_answers(self.desk.actor(owner), number))

    @precondition(lambda self: self.kept())
    @rule(pick=picks, minutes=st.integers(-5, 300), snoozes=st.booleans(), fate=fates)
    def keeps(self, pick: int, minutes: int, snoozes: bool, fate: str) -> None:
        owner, number = self._owner_of(pick)
        until, what = self.now + timedelta(minutes=minutes), "snooze" if snoozes else "finish_by"
        self.does(fate, lambda do: getattr(do, what)(self.desk.actor(owner), number, until))

    @precondition(lambda self: self.kept())
    @rule(pick=picks, how=st.integers(0, 3), to=picks, fate=fates)
    def hands_over(self, pick: int, how: int, to: int, fate: str) -> None:
        owner, number = self._owner_of(pick)
        shift, person = self.shift(to), self.some(to, self.staff)
        window = ToWindow(shift.key) if shift else ToNextWindow()
        heir = [ToConsultant(person), window, ToNextWindow(), ToAdministrator()][how]
        self.does(fate, lambda do: do.hand_over(self.desk.actor(owner), number, heir))

    def _owner_of(self, pick: int) -> tuple[PersonId, int]:
        kept = self.kept()
        one = kept[pick % len(kept)]
        person = getattr(one.standing.owner, "person", None)
        return person if person is not None else self.some(pick, self.staff), one.id

    @precondition(lambda self: self.kept())
    @rule(who=picks, into=picks, others=st.lists(picks, min_size=1, max_size=3), fate=fates)
    def merges(self, who: int, into: int, others: list[int], fate: str) -> None:
        actor, main = self.desk.actor(self.some(who, self.staff)), self.ticket(into)
        asked = [self.ticket(one) for one in others]
        self.does(fate, lambda do: do.merge(actor, main, asked))

    @precondition(lambda self: self.kept())
    @rule(
        pick=picks,
        what=st.sampled_from(
            ["add_words", "confirm", "reopen", "cancel", "rate", "change_topic", "make_urgent"]
        ),
        topic=topics,
        fate=fates,
    )
    def goes_on(self, pick: int, what: str, topic: Topic, fate: str) -> None:
        kept = self.kept()
        one = kept[pick % len(kept)]
        told = {
            "add_words": [words("И ещё")],
            "rate": [Rating(5, "спасибо")],
            "change_topic": [topic],
            "make_urgent": ["экзамен"],
        }
        actor = self.desk.actor(one.asking.asker)

        async def deed(do: Doing) -> object:
            return await getattr(do, what)(actor, one.id, *told.get(what, []))

        self.does(fate, deed, by_asker=one.id)

    @rule(pick=picks, reachable=st.booleans())
    def blocks(self, pick: int, reachable: bool) -> None:
        person = self.some(pick, self.staff + self.askers[:1])
        self.run(self.desk.blocked(person, reachable=reachable))
        self.later()

    @precondition(lambda self: self.kept())
    @rule(pick=picks, minutes=st.sampled_from([0, 1, 5, 60, 9000]), fate=fates)
    def is_in_strange_hands(self, pick: int, minutes: int, fate: str) -> None:
        """Void what was done under an account; who owns it may come in again by a new code."""
        person, since = self.some(pick, self.staff + self.askers), self.now
        since -= timedelta(minutes=minutes)

        async def reported(do: Doing) -> None:
            do.shut(self.desk.accounts[person])
            await do.void(person, since)

        self.does(fate, reported)

    @rule(pick=picks)
    def leaves(self, pick: int) -> None:
        world, person = self.desk.school.world, self.some(pick, self.staff[1:])
        found = world.get(records.Person, person)
        if found is not None:
            world.change(found, enabled=not found.enabled)
        self.later()

    @rule(person=picks, topic=picks, quarter=st.integers(0, 40), minutes=st.sampled_from([5, 40]))
    def adds_a_window(self, person: int, topic: int, quarter: int, minutes: int) -> None:
        self._window(self.some(person, self.staff[:3]), topic, quarter, minutes)
        self.later()

    @rule(pick=picks, how=st.integers(0, 3), quarter=st.integers(0, 40))
    def changes_a_window(self, pick: int, how: int, quarter: int) -> None:
        shift = self.shift(pick)
        if shift is not None:
            self.run(self._turn(lambda do: self._edit(do, shift, how, quarter), is_killed=False))
        self.later()

    async def _edit(self, do: Doing, shift: Shift, how: int, quarter: int) -> None:
        book, by, now = do.tx.duty_windows, self.desk.boss, self.now
        starts = datetime.combine(date.min, time(9)) + timedelta(minutes=15 * quarter)
        hours = Hours(starts.time(), (starts + timedelta(minutes=30)).time())
        if how == 0:
            kept = await book.window(shift.window)
            await book.take_away(shift.window, since=kept.changed_at, by=by, at=now)
        elif how == 1:
            await book.differ(shift_school(do), shift.key, DayOff(shift.key), by=by, at=now)
        elif how == 2:
            other = OtherHours(shift.key, hours)
            await book.differ(shift_school(do), shift.key, other, by=by, at=now)
        else:
            taker = self.some(quarter, self.staff[:3])
            of = StandIn(shift.key, shift.consultant, taker)
            await do.tx.stand_ins.put(
                [NewStandIn(shift_school(do), of, StandInState.AGREED, by, now)]
            )

    @rule(ticks=st.integers(1, 45), fate=st.sampled_from(["done", "done", "killed"]))
    def time_goes_on(self, ticks: int, fate: str) -> None:
        for _ in range(ticks):
            self.later(fate)
            self.nobody_waits_without_a_word()

    @rule(hours=st.integers(1, 80))
    def time_jumps(self, hours: int) -> None:
        self.passes(timedelta(hours=hours))
        self.tick("killed")

    @rule(pick=picks)
    def time_jumps_to_a_window(self, pick: int) -> None:
        shift = self.shift(pick)
        if shift is not None:
            self.desk.clock.at = max(self.now, shift.starts_at - timedelta(minutes=2))
        self.later()

    @rule(pick=picks)
    def says_to_be_here(self, pick: int) -> None:
        shift = self.shift(pick)
        if shift is not None:
            school, key = self.desk.seed.school, shift.key
            actor = self.desk.actor(shift.consultant)
            self.does(
                "done twice", lambda do: do.say_here(actor, school, key, starts_at=shift.starts_at)
            )

    def later(self, fate: str = "done") -> None:
        self.passes(TICK)
        self.tick(fate)

    # What holds after each of them.

    @invariant()
    def each_open_ticket_has_one_who_may_own_it(self) -> None:
        schedule = self.schedule()
        wrong = [one for one in self._open() if not self._may_own(one, schedule)]
        assert wrong == []

    def _open(self) -> list[Kept]:
        return [one for one in self.kept() if one.standing.state in UNDER_WAY]

    def _may_own(self, kept: Kept, schedule: DutySchedule) -> bool:
        standing, now = kept.standing, self.now
        match standing.owner:
            case Administrator(person):
                return person is None or self._is_administrator(person)
            case Queue(key):
                shift = self._shift(schedule, key)
                return (
                    shift is not None and standing.topic in shift.covers and now < shift.starts_at
                )
            case Consultant(person, key):
                shift = self._shift(schedule, key)
                stands = shift is not None and shift.consultant == person
                is_on = stands and standing.topic in shift.covers and now < shift.ends_at
                asked = standing.asked_at_end
                is_kept = now < (standing.kept_until or now) or (
                    asked is not None and now < asked + timedelta(minutes=RULES.kept_minutes_after)
                )
                is_kept = is_kept or standing.state is State.AT_VENDOR
                return self._is_reachable(person) and (is_on or is_kept) and self._differs(kept)

    def _differs(self, kept: Kept) -> bool:
        return kept.standing.owner.person != kept.asking.asker

    def _shift(self, schedule: DutySchedule, key: ShiftKey) -> Shift | None:
        found = [one for one in schedule.shifts_of(key.day) if one.key == key]
        assert len(found) <= 1
        return found[0] if found else None

    def _is_reachable(self, person: PersonId) -> bool:
        world = self.desk.school.world
        account = world.get(records.Account, self.desk.accounts[person])
        return account.reachable and world.get(records.Person, person).enabled

    def _is_administrator(self, person: PersonId) -> bool:
        return person == self.desk.boss and self._is_reachable(person)

    @invariant()
    def nobody_waits_without_a_word(self) -> None:
        schedule = self.schedule()
        for one in self._open():
            standing = one.standing
            waits = standing.state is State.OPEN and standing.heard_at is None
            if waits and isinstance(standing.owner, Consultant):
                shift = self._shift(schedule, standing.owner.shift)
                if shift is not None and self.now < shift.starts_at:
                    continue
                stands = shift is not None and shift.consultant == standing.owner.person
                ended = not (
                    stands and standing.topic in shift.covers and self.now < shift.ends_at
                )
                if ended and self.now < (standing.kept_until or self.now):
                    continue
                waited = schedule.window_time(standing.topic, standing.owned_since, self.now)
                assert waited < LIMIT or standing.asked_at_end is not None

    @invariant()
    def no_administrator_forgets(self) -> None:
        """Of what waits for a word of the administrators they are reminded, question or not."""
        schedule = self.schedule()
        for one in self._open() if self._is_reachable(self.desk.boss) else []:
            standing = one.standing
            heard, owned = standing.heard_at, standing.owned_since
            awaited = standing.state is State.OPEN and (heard is None or heard < owned)
            if awaited and isinstance(standing.owner, Administrator):
                since = max(owned, standing.pressed_at or owned)
                assert self.now - since < timedelta(days=1)
                if standing.topic is not Topic.LOST_ACCESS:
                    waited = schedule.window_time(standing.topic, since, self.now)
                    assert waited < timedelta(hours=1)

    @invariant()
    def what_was_told_last_is_what_the_card_promises(self) -> None:
        self.reads()
        assert {one.id: self._card(one) for one in self._waiting()} == {
            one.id: self._told(one) for one in self._waiting()
        }

    @invariant()
    def who_is_said_to_answer_now_is_on_duty(self) -> None:
        schedule, now = self.schedule(), self.now
        for one in self._waiting():
            card, main = self._read(one), one.standing.merged_into
            (answered,) = (it for it in self.kept() if it.id == (main or one.id))
            if isinstance(card.promise, AnswersNow):
                on_duty = schedule.on_duty(answered.standing.topic, now)
                assert card.promise.person in {it.consultant for it in on_duty}

    @invariant()
    def nothing_was_told_twice(self) -> None:
        facts = [one.fact for one in self.desk.school.world.all(Told)]
        assert [fact for fact, count in Counter(facts).items() if count > 1] == []
        calls = [(Turn.of(it.shift), it.again) for it in facts if isinstance(it, DutyCalled)]
        silent = [Turn.of(it.shift) for it in facts if isinstance(it, ConsultantSilent)]
        assert len(set(calls)) == len(calls)
        assert len(set(silent)) == len(silent)
        assert all(one.to for one in facts if not isinstance(one, WindowEnded))

    @invariant()
    def what_is_answered_has_an_answer(self) -> None:
        for one in self.kept():
            standing = one.standing
            on_answer = standing.closing in {Closing.CONFIRMED, Closing.BY_TIME}
            if standing.state is State.ANSWERED or on_answer:
                since = standing.round_at or one.opened_at
                assert any(it.at >= since for it in self._answers(one.id))
            if standing.closing is Closing.MERGED and standing.answered_at is not None:
                since, until = standing.closed_at, standing.answered_at
                given = self._answers(standing.merged_into)
                assert any(since <= it.at <= until for it in given)

    def _answers(self, ticket: int) -> list[Said]:
        said = self.desk.school.world.all(Said, lambda it: it.ticket == ticket)
        return [one for one in said if one.kind is EntryKind.ANSWER]

    @invariant()
    def no_void_word_is_the_first_one(self) -> None:
        every = self.desk.school.world.tables[Said].values()
        void = {(it.ticket, it.at) for it in every if it.gone_at is not None}
        for one in self.kept():
            word, into = one.standing.first_word, one.standing.merged_into
            assert word is None or not {(one.id, word.at), (into, word.at)} & void

    @invariant()
    def the_log_is_whole(self) -> None:
        async def read() -> list[Any]:
            async with self.desk.turn() as do:
                return list(await do.tx.consultations.after(self.desk.seed.school, 0, most=999))

        rows = self.run(read())
        assert verify(rows) is None
        logged = {one.line.ticket for one in rows if one.line.what is Recorded.CLOSED}
        closed = {f"ticket-{one.id}" for one in self.kept() if one.standing.state is State.CLOSED}
        assert closed <= logged


def shift_school(do: Doing) -> Any:
    return next(do.tx.duty.world.all(records.School)).id


History.TestCase.settings = settings(
    max_examples=100 if NOTHING_LEFT_OUT else 25,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
test_a_random_history = pytest.mark.timeout(600)(History.TestCase)
