"""What there is to tell of requests for help, as they stand when it is told."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from core.access.people import Name
from core.access.zones import OwnZone, Zones
from core.clock import Clock
from core.helpdesk.duty.ports import Administrators
from core.helpdesk.facts import Arrival, Lapse
from core.helpdesk.tickets.books import help_desk
from core.helpdesk.tickets.handing import next_window
from core.helpdesk.tickets.merged import answers, with_owner_of
from core.helpdesk.tickets.ports import Schedules, Tickets, TicketWords
from core.helpdesk.tickets.promise import Promise, promise
from core.helpdesk.tickets.reopening import may_reopen
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.still_asking import StillAsking
from core.helpdesk.tickets.telling import Telling
from core.helpdesk.tickets.ticket import Entry, EntryKind, Standing, State, Ticket
from core.helpdesk.values import Closing
from core.ids import NoticeId, PersonId, SchoolId, TicketEntryId, TicketId
from core.notices.gathering.forecasts import Names
from core.notices.ledger import Change, Ending, Notice, NoticeKind, Why
from core.notices.news.tickets import TicketLostNews, TicketNews, TicketTold, TicketWordsNews
from core.notices.ports import Outbox, PreferenceBook
from core.regulation.ports import Regulations
from core.regulation.profile import HelpRule

_TO_ASKER: Final = frozenset({NoticeKind.TICKET_PROMISE})
_TO_OWNER: Final = frozenset(
    {
        NoticeKind.TICKET_ARRIVED,
        NoticeKind.TICKET_AT_END,
        NoticeKind.TICKET_WOKE,
        NoticeKind.TICKET_RATED,
    }
)
_ANSWERS: Final = frozenset({EntryKind.ANSWER, EntryKind.ASK_BACK})


@dataclass(frozen=True, slots=True)
class GatherTickets:
    """Looks tickets up; who has nothing to do with one any more is told nothing of it."""

    tickets: Tickets
    words: TicketWords
    schedules: Schedules
    administrators: Administrators
    regulations: Regulations
    outbox: Outbox
    names: Names
    choices: PreferenceBook
    still_asking: StillAsking
    clock: Clock

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, TicketTold]:
        """Return what there is to say of each notice."""
        names = await self.names.names(sorted({one.draft.recipient for one in rows}))
        known = [one for one in rows if one.draft.recipient in names]
        desks = {one: await self._desk(one) for one in {it.draft.school for it in known}}
        if kind is NoticeKind.TICKET_WORDS:
            return await self._words(known, desks, names)
        if kind is NoticeKind.TICKET_LOST:
            return await self._lost(known, desks, names)
        return await self._of_tickets(kind, known, desks, names)

    async def _desk(self, school: SchoolId) -> HelpDesk:
        return await help_desk(self.schedules, self.administrators, school)

    async def _of_tickets(
        self,
        kind: NoticeKind,
        rows: Sequence[Notice],
        desks: Mapping[SchoolId, HelpDesk],
        names: Mapping[PersonId, Name],
    ) -> Mapping[NoticeId, TicketNews]:
        tickets = await self.tickets.tickets(sorted({_number(one) for one in rows}))
        mains = await self._mains(tickets.values())
        withdrawn = await self.still_asking.withdrawn(tickets.values())
        told = [
            one
            for one in rows
            if (ticket := tickets.get(_number(one)))
            and not _is_withdrawn_of(one, ticket, withdrawn)
            and self._is_so(kind, one, ticket, mains.get(ticket.id), desks[one.draft.school])
        ]
        asked = sorted({_number(one) for one in told})
        said = await self.words.of_tickets(asked) if kind is NoticeKind.TICKET_ARRIVED else {}
        people, lives = await self._people(told, desks), await self._lives(told)
        rules = {one: (await self.regulations.of(one)).help for one in desks}
        found = dict[NoticeId, TicketNews]()
        for row in told:
            ticket, desk = tickets[_number(row)], desks[row.draft.school]
            recipient, main = row.draft.recipient, mains.get(ticket.id)
            waits = main is not None and ticket.standing.waits_elsewhere
            found[row.id] = TicketNews(
                row.draft.about,
                names[recipient],
                kind,
                ticket,
                recipient == ticket.asker,
                Zones.of(desk.schedule.zone, lives.get(recipient)),
                self.clock.now(),
                people,
                said=_askers(said.get(ticket.id, ())),
                promise=await self._promise(main or ticket, desk) if kind in _TO_ASKER else None,
                why=_why(row),
                how=_how(row),
                closes_at=_waits_until(ticket.standing, rules[row.draft.school]),
                together=main.standing.state if main and waits else None,
                lapse=_lapse(row),
                can_wait=kind is NoticeKind.TICKET_AT_END and self._can_wait(ticket, desk),
            )
        return found

    async def _mains(self, tickets: Iterable[Ticket]) -> Mapping[TicketId, Ticket]:
        """Return of tickets that were merged into which ones: the answer comes there."""
        into = {one.id: it for one in tickets if (it := one.standing.merged_into) is not None}
        found = await self.tickets.tickets(sorted(set(into.values()))) if into else {}
        return {number: found[main] for number, main in into.items() if main in found}

    async def _people(
        self, rows: Sequence[Notice], desks: Mapping[SchoolId, HelpDesk]
    ) -> Mapping[PersonId, Name]:
        heads = {head for row in rows for head in desks[row.draft.school].administrators}
        schools = {row.draft.school for row in rows}
        on_duty = [one for it in schools for one in await self.schedules.people(it)]
        named = await self.names.names(sorted(heads)) if heads else {}
        return {**named, **{one.person: one.name for one in on_duty}}

    async def _lives(self, rows: Sequence[Notice]) -> Mapping[PersonId, OwnZone]:
        """Return who of those that are told goes by a clock of its own."""
        return await self.choices.zones(sorted({one.draft.recipient for one in rows}))

    def _can_wait(self, ticket: Ticket, desk: HelpDesk) -> bool:
        return next_window(ticket, desk, self.clock.now()) is not None

    async def _promise(self, ticket: Ticket, desk: HelpDesk) -> Promise:
        owner, now = ticket.standing.owner, self.clock.now()
        ahead = await self.tickets.ahead_of(owner, ticket.school, ticket.id)
        return promise(ticket, desk, now, place=ahead + 1)

    def _is_so(
        self, kind: NoticeKind, row: Notice, ticket: Ticket, main: Ticket | None, desk: HelpDesk
    ) -> bool:
        recipient, standing = row.draft.recipient, ticket.standing
        answered = with_owner_of(ticket, main).standing
        to_asker, has = recipient == ticket.asker, _has(recipient, answered, desk)
        if kind in _TO_ASKER and main is not None:
            return to_asker and standing.waits_elsewhere and main.standing.is_under_way
        if kind in _TO_ASKER:
            told_in = State.OPEN if _lapse(row) else State(row.draft.before or State.OPEN)
            return to_asker and standing.state is told_in
        if kind in _TO_OWNER:
            return has and _is_due(kind, standing)
        if kind is NoticeKind.TICKET_WENT_ON:
            return not has and standing.is_under_way
        asked = recipient == standing.asked_back_by
        return standing.state is State.CLOSED and (to_asker or has or asked)

    async def _words(
        self,
        rows: Sequence[Notice],
        desks: Mapping[SchoolId, HelpDesk],
        names: Mapping[PersonId, Name],
    ) -> Mapping[NoticeId, TicketWordsNews]:
        entries, tickets = await self._entries(rows)
        said_in = sorted({one.ticket for one in entries.values()})
        merged = await self.tickets.merged_into(said_in) if said_in else []
        mains = await self._mains(tickets.values())
        withdrawn = await self.still_asking.withdrawn([*tickets.values(), *merged])
        rules = {one: (await self.regulations.of(one)).help for one in desks}
        lives, found = await self._lives(rows), dict[NoticeId, TicketWordsNews]()
        for row in rows:
            entry = entries.get(_entry(row))
            if entry is None:
                continue
            days = timedelta(days=rules[row.draft.school].reopened_days)
            desk, recipient = desks[row.draft.school], row.draft.recipient
            main = mains.get(entry.ticket)
            ticket = _read_by(recipient, entry, (tickets[entry.ticket], main), merged, desk)
            if ticket is None or _is_withdrawn_of(row, ticket, withdrawn):
                continue
            answered = tickets[entry.ticket].standing.answered_at
            closes = entry.kind is EntryKind.ANSWER and answered
            found[row.id] = TicketWordsNews(
                row.draft.about,
                names[recipient],
                ticket,
                entry,
                recipient == ticket.asker,
                row.draft.change is Change.CHANGED,
                Zones.of(desk.schedule.zone, lives.get(recipient)),
                answered + days if closes and answered else None,
                main.id if main else None,
            )
        return found

    async def _lost(
        self,
        rows: Sequence[Notice],
        desks: Mapping[SchoolId, HelpDesk],
        names: Mapping[PersonId, Name],
    ) -> Mapping[NoticeId, TicketLostNews]:
        del desks
        entries, tickets = await self._entries(rows)
        withdrawn = await self.still_asking.withdrawn(tickets.values())
        ended = await self.outbox.told_of(NoticeKind.TICKET_WORDS, sorted(entries))
        how = {
            _entry(one.notice): one.ending
            for one in ended
            if one.ending is not Ending.DELIVERED
            if one.reason != Why.OVERTAKEN
        }
        return {
            row.id: TicketLostNews(
                row.draft.about,
                names[row.draft.recipient],
                tickets[entry.ticket],
                entry,
                row.draft.recipient == tickets[entry.ticket].asker,
                how[entry.id] is Ending.UNKNOWN,
            )
            for row in rows
            if (entry := entries.get(_entry(row)))
            and entry.by == row.draft.recipient
            and not _is_withdrawn_of(row, tickets[entry.ticket], withdrawn)
            and how.get(entry.id)
        }

    async def _entries(
        self, rows: Sequence[Notice]
    ) -> tuple[Mapping[TicketEntryId, Entry], Mapping[TicketId, Ticket]]:
        entries = await self.words.entries(sorted({_entry(one) for one in rows}))
        numbers = sorted({one.ticket for one in entries.values()})
        return entries, await self.tickets.tickets(numbers)


def _is_withdrawn_of(row: Notice, ticket: Ticket, withdrawn: Collection[TicketId]) -> bool:
    """Say whether a notice is for who asked, and may not hear of the pupil any more."""
    return row.draft.recipient == ticket.asker and ticket.id in withdrawn


def _number(row: Notice) -> TicketId:
    return TicketId(row.draft.subject)


def _entry(row: Notice) -> TicketEntryId:
    return TicketEntryId(row.draft.subject)


def _why(row: Notice) -> Arrival | None:
    arrived = {NoticeKind.TICKET_ARRIVED, NoticeKind.TICKET_WENT_ON}
    return Arrival(row.draft.before) if row.draft.kind in arrived else None


def _lapse(row: Notice) -> Lapse | None:
    to_asker = row.draft.kind in _TO_ASKER
    return Lapse(row.draft.before) if to_asker and row.draft.before in set(Lapse) else None


def _how(row: Notice) -> Closing | None:
    closed = row.draft.kind is NoticeKind.TICKET_CLOSED
    return Closing(row.draft.before) if closed else None


def _waits_until(standing: Standing, rules: HelpRule) -> datetime | None:
    """Return until when a word of the asker is waited for, or may open a closed one again."""
    asked, answered = standing.asked_back_at, standing.answered_at
    if standing.state is State.ASKED_BACK and asked is not None:
        return asked + timedelta(days=rules.asked_back_closed_days)
    if may_reopen(standing) and answered is not None:
        return answered + timedelta(days=rules.reopened_days)
    return None


def _has(person: PersonId, standing: Standing, desk: HelpDesk) -> bool:
    # Which instant it is says nothing of who has a ticket in hand.
    return person in Telling(desk.administrators, standing.owned_since).hears(standing.owner)


def _is_due(kind: NoticeKind, standing: Standing) -> bool:
    match kind:
        case NoticeKind.TICKET_AT_END:
            return standing.is_under_way and standing.asked_at_end is not None
        case NoticeKind.TICKET_RATED:
            return standing.rating is not None
        case _:
            return standing.is_under_way


def _askers(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(one for one in entries if one.kind is EntryKind.WORDS)


def _read_by(
    person: PersonId,
    entry: Entry,
    said_in: tuple[Ticket, Ticket | None],
    merged: Sequence[Ticket],
    desk: HelpDesk,
) -> Ticket | None:
    """Return as which ticket a person reads words: the own one, or the one that it has."""
    ticket, main = said_in
    if entry.kind is EntryKind.WORDS:
        has = _has(person, with_owner_of(ticket, main).standing, desk)
        return ticket if has else None
    if entry.kind not in _ANSWERS:
        return None
    own = [
        ticket,
        *(it for it in merged if it.standing.merged_into == ticket.id and answers(entry, it)),
    ]
    return next((one for one in own if one.asker == person), None)
