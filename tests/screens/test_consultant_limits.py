"""A consultant's desk fits a phone: with long names, two hundred tickets, and nothing at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.callbacks.consulting import Kind, Shelf
from bot.screens.helpdesk import (
    answer_templates,
    ticket_card,
    ticket_entry,
    ticket_merging,
    ticket_more,
    ticket_moving,
    ticket_owners,
    ticket_saying,
)
from bot.screens.helpdesk import desk as screens
from bot.screens.parts.screen import Screen
from bot.texts import Speech
from core.access.people import Child, Member, Name, Role
from core.helpdesk.answers.known import KnownAnswer
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import Hours, Window
from core.helpdesk.templates.keeping import Kept
from core.helpdesk.templates.template import LONGEST, AnswerTemplate
from core.helpdesk.tickets.gate import Opened, Side
from core.helpdesk.tickets.handing import Heirs
from core.helpdesk.tickets.likeness import Likeness
from core.helpdesk.tickets.merging import Alike, MergedAlike
from core.helpdesk.tickets.overview import Overview
from core.helpdesk.tickets.owner import Consultant, Owner, Queue
from core.helpdesk.tickets.ports import Had
from core.helpdesk.tickets.reading import Card, OneEntry, counter
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.ticket import (
    Asking,
    Entry,
    EntryKind,
    EntryVersion,
    Rating,
    Standing,
    Ticket,
)
from core.helpdesk.topics import ANY, Topic
from core.helpdesk.values import Matter
from core.ids import (
    AnswerTemplateId,
    DutyId,
    KnownAnswerId,
    PersonId,
    PupilId,
    SchoolId,
    SourceId,
    TicketEntryId,
    TicketId,
)
from core.messages.content import Content, RichText, SentFile
from core.notices.messages.reading import Came
from core.notices.tickets.card import HelperCard
from tests.core.builders import NOW
from tests.screens.phone import LINES, ROWS, broken, too_wide
from tests.screens.views import TEXTS

LONG = Name("Константин-Александр", "Преображенская-Воскресенская", "Константиновна")
ZONE, SCHOOL, ME = ZoneInfo("Europe/Moscow"), SchoolId(2**40), PersonId(2**40)
MEMBER = Member(ME, SCHOOL, "Школа", ZONE.key, LONG, frozenset({Role.ADMINISTRATOR}))
WINDOWS = tuple(
    Window(DutyId(2**40 + day), ME, ANY, day, Hours(time(8), time(20)), "4") for day in range(1, 8)
)
DESK = HelpDesk(DutySchedule(ZONE, WINDOWS), frozenset({ME}), (ME,))
MINE = Consultant(ME, ShiftKey(WINDOWS[0].id, date(2026, 11, 23)))
SPEECHES = [TEXTS.of("ru"), TEXTS.of("en")]


def a_ticket(number: int = 1, owner: Owner = MINE, **told: object) -> Ticket:
    asking = Asking(SCHOOL, PersonId(7), Role.DEPUTY_HEAD, Matter.PROPOSAL, PupilId(PersonId(8)))
    standing = replace(Standing(Topic.CONTROL_WORKS, owner, NOW, urgent="срочно " * 40), **told)
    return Ticket(
        TicketId(2**40 + number),
        SourceId(str(number)),
        asking,
        LONG,
        NOW - timedelta(days=9),
        1,
        standing,
        LONG,
        LONG,
        "Вероятность и статистика, углублённый курс, подгруппа 2",
    )


def an_entry(number: int, kind: EntryKind = EntryKind.ANSWER) -> Entry:
    said = Content(RichText("слово " * 500), (SentFile(True, "photo"),) * 10)
    at = TicketId(2**40), SCHOOL
    return Entry(TicketEntryId(number), *at, PersonId(7), LONG, kind, NOW, said, 3)


def opened() -> Opened:
    return Opened(MEMBER, Side.OWNER, a_ticket(), DESK, NOW)


def a_card(entries: int = 40, **told: object) -> HelperCard:
    said = tuple(an_entry(number) for number in range(1, entries + 1))
    shown = replace(opened(), ticket=a_ticket(**told))
    came = {one.id: Came.UNKNOWN for one in said}
    had = tuple(Had(MINE, NOW, LONG) for _ in range(30))
    child = Child(PupilId(PersonId(8)), LONG, "11А")
    card = Card(shown, said, None, tuple(a_ticket(one) for one in range(30)))
    return HelperCard(card, had, child, came)


def too_large(shown: Sequence[Screen]) -> list[Screen]:
    return [
        one for one in shown if broken(one) > LINES or len(one.buttons) > ROWS or too_wide(one)
    ]


@pytest.mark.parametrize("count", [0, 1, 200])
@pytest.mark.parametrize("speech", SPEECHES, ids=["ru", "en"])
def test_desk_and_overview_fit_a_phone(speech: Speech, count: int) -> None:
    queue = Queue(MINE.shift)
    own = [a_ticket(one) for one in range(count)]
    free = [a_ticket(one + 1000, queue) for one in range(count)]
    view = counter(MEMBER, [*own, *free], DESK, NOW)
    all_of_it = Overview(MEMBER, DESK, tuple(free), frozenset(one.id for one in free), NOW)

    shown = [
        *(screens.desk(speech, view, shelf=one, page=page) for one in Shelf for page in (0, 3)),
        *(screens.overview(speech, all_of_it, page=page, overdue=True) for page in (0, 3)),
        screens.overview(speech, replace(all_of_it, overdue=frozenset()), overdue=True),
    ]

    assert too_large(shown) == []


@pytest.mark.parametrize("entries", [0, 1, 40])
@pytest.mark.parametrize("speech", SPEECHES, ids=["ru", "en"])
def test_a_card_and_what_is_done_with_it_fit_a_phone(speech: Speech, entries: int) -> None:
    later = NOW + timedelta(days=3)
    card = a_card(entries, snoozed_until=later)
    over = a_card(entries, closed_at=NOW, urgent="", rating=Rating(5, "да " * 90))
    coming = tuple(DESK.schedule.shifts(NOW, NOW + timedelta(days=30)))
    heirs = Heirs(opened(), (), coming, coming[0], {ME: LONG})
    alike = Alike(
        opened(),
        tuple(a_ticket(one) for one in range(200)),
        {TicketId(2**40 + one): an_entry(one).content for one in range(200)},
    )
    near = {
        Likeness.WORDS: alike.tickets[:150],
        Likeness.ANSWER: alike.tickets[:170],
        Likeness.TOPIC: alike.tickets,
    }
    fits = KnownAnswer(KnownAnswerId(1), Topic.CONTROL_WORKS, "почему " * 17, changed_at=NOW)
    many = replace(alike, like=near, fits=fits)

    shown = [
        *(ticket_card.card(speech, card, page=page) for page in (0, 1, 99)),
        ticket_card.card(speech, over),
        ticket_more.more(speech, card),
        ticket_more.more(speech, over),
        *(ticket_owners.owners(speech, card, page=page) for page in (0, 1)),
        *(ticket_moving.heirs(speech, heirs, page=page) for page in (0, 1)),
        ticket_moving.snooze(speech, card, wrong=True),
        ticket_moving.finish(speech, card),
        *(ticket_merging.merge(speech, alike, page=it, chosen=15, changed=True) for it in (0, 1)),
        ticket_merging.merge(speech, replace(alike, tickets=())),
        *(ticket_merging.merge(speech, many, page=it) for it in (0, 1)),
        *(ticket_merging.alike(speech, many, it) for it in Likeness),
        ticket_merging.alike(speech, alike, Likeness.WORDS),
        ticket_merging.merged_alike(speech, MergedAlike(card.ticket, 187, 13), shown=200),
        ticket_moving.close(speech, card),
        *(ticket_saying.ask(speech, card, kind, wrong="old-button") for kind in Kind),
        ticket_saying.gathered(speech, card, 2**32 - 1),
        ticket_saying.is_answer(speech, card.ticket, an_entry(1).content, 2**32 - 1),
        ticket_saying.to_many(speech, alike.tickets),
        ticket_saying.template_in(speech, card, an_entry(1).content, 2**32 - 1),
    ]

    assert too_large(shown) == []


@pytest.mark.parametrize("speech", SPEECHES, ids=["ru", "en"])
def test_words_in_full_and_templates_fit_telegram(speech: Speech) -> None:
    one = AnswerTemplate(AnswerTemplateId(2**40), SCHOOL, None, "слово " * (LONGEST // 6), NOW)
    kept = Kept(MEMBER, (one,) * 100)
    version = EntryVersion(an_entry(1).content, NOW)
    entry = OneEntry(opened(), an_entry(1), (version,) * 3)

    listed = [
        *(answer_templates.templates(speech, kept, page=page, ticket=5) for page in (0, 3)),
        answer_templates.templates(speech, Kept(MEMBER, ())),
        answer_templates.ask(speech, SCHOOL),
        answer_templates.drop(speech, one),
    ]
    whole = [
        answer_templates.template(speech, kept, one, ticket=5),
        ticket_entry.entry(speech, entry, 2),
        ticket_entry.files(speech, entry),
    ]

    assert too_large(listed) == []
    assert [one for one in whole if len(one.text) > 4096 or len(one.buttons) > ROWS] == []
