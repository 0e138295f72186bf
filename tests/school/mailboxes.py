"""Mailboxes and their proofs in memory: `Mailboxes` and `Proofs`."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.access.consents import open_ways
from core.access.given_mail import GivenAddress
from core.access.mailboxes import Mailbox, Proof, ProofState
from core.access.people import Account
from core.ids import AccountId, PersonId, ProofId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import WhyNot
from core.messages.broadcasts.reach import Accounts, why_not
from tests.school import records
from tests.school.people import account_of
from tests.school.world import World

_OVER = (ProofState.USED, ProofState.VOID)


@dataclass(frozen=True, kw_only=True)
class MailboxRecord(records.OfSchool):
    person_id: int
    account_id: int
    verified_at: datetime = records.LONG_AGO


@dataclass(frozen=True, kw_only=True)
class ProofRecord(records.OfSchool):
    proof: Proof


@dataclass(frozen=True)
class MemoryMailboxes:
    world: World

    async def mailbox_of(self, person: PersonId) -> Mailbox | None:
        found = self._live(person)
        return Mailbox(self._account(found), found.verified_at) if found else None

    def _live(self, person: int) -> MailboxRecord | None:
        return next(self.world.all(MailboxRecord, lambda it: it.person_id == person), None)

    def _account(self, one: MailboxRecord) -> Account:
        return account_of(self.world.get(records.Account, one.account_id))

    async def keep_mailbox(
        self, school: SchoolId, person: PersonId, address: str, *, language: str, at: datetime
    ) -> None:
        await self.end_mailbox(person, at=at)
        way = ("email", address)
        known = next(
            self.world.all(records.Account, lambda it: (it.channel, it.value) == way), None
        ) or self.world.add(records.Account, channel="email", value=address, language=language)
        self.world.change(known, reachable=True)
        self.world.add(
            MailboxRecord, school_id=school, person_id=person, account_id=known.id, verified_at=at
        )

    async def end_mailbox(self, person: PersonId, *, at: datetime) -> None:
        found = self._live(person)
        if found:
            self.world.change(found, gone_at=at)

    async def known_at_school(self, person: PersonId) -> str:
        given = await MemoryGivenAddresses(self.world).given(person)
        return given.address if given else self.world.get(records.Person, person).email

    async def letters_refused(self, person: PersonId) -> frozenset[PupilId]:
        said = self._said(person)
        return frozenset(one for one in said if said[one].get("email", "given") != "given")

    async def letters_agreed(self, person: PersonId) -> frozenset[PupilId]:
        said = self._said(person)
        return frozenset(one for one in said if open_ways(said[one], chat=None, mailbox=True))

    def _said(self, person: int) -> dict[PupilId, dict[str, str]]:
        found = self.world.all(records.Consent, lambda it: it.guardian_id == person)
        said = defaultdict[PupilId, dict[str, str]](dict)
        for one in sorted(found, key=lambda it: (it.day, it.id)):
            said[PupilId(PersonId(one.pupil_id))][one.subject] = one.state
        return said

    def open_to(self, person: int, about: int) -> tuple[Account | None, Account | None]:
        """Return the chat and the mailbox by which a person may be told of a pupil."""
        chat, box = self._chat(person), self._live(person)
        known = self.world.standing(records.Person, person)
        mailbox = self._account(box) if box and known and known.enabled else None
        said = self._said(person).get(PupilId(PersonId(about)), {})
        ways = open_ways(
            said, chat=chat.address.channel if chat else None, mailbox=mailbox is not None
        )
        return (
            chat if chat and chat.address.channel in ways else None,
            mailbox if "email" in ways else None,
        )

    def why_not(self, person: int, about: int) -> WhyNot | None:
        """Return why a person cannot be told of a pupil."""
        chat, box = self._chat(person), self._live(person)
        said = self._said(person).get(PupilId(PersonId(about)), {})
        taking = [one.address.channel for one in self._ways(person) if one.reachable]
        channel = chat.address.channel if chat else None
        return why_not(said, Accounts(channel, box is not None, taking))

    async def chat_of(self, person: PersonId) -> Account | None:
        return self._chat(person)

    def _chat(self, person: int) -> Account | None:
        known = self.world.standing(records.Person, person)
        link = next(
            self.world.all(
                records.AccountLink, lambda it: it.person_id == person and it.ended_at is None
            ),
            None,
        )
        if known is None or not known.enabled or link is None:
            return None
        return account_of(self.world.get(records.Account, link.account_id))

    async def beyond_reach(self, account: AccountId) -> Sequence[tuple[SchoolId, PersonId]]:
        return [
            (SchoolId(one.school_id), PersonId(one.id))
            for one in self.world.all(records.Person, lambda it: it.enabled)
            if account in [way.id for way in self._ways(one.id)]
            and not any(way.reachable for way in self._ways(one.id) if way.id != account)
        ]

    def _ways(self, person: int) -> list[Account]:
        box = self._live(person)
        ways = [self._chat(person), self._account(box) if box else None]
        return [one for one in ways if one]


@dataclass(frozen=True)
class MemoryProofs:
    world: World

    async def begin_proof(self, proof: Proof) -> None:
        before = await self.proof_of(proof.person)
        if before:
            await self.mark_proof(before.id, ProofState.VOID)
        self.world.add(ProofRecord, school_id=proof.school, proof=proof)

    async def proof_of(self, person: PersonId) -> Proof | None:
        going = [one for one in self._all() if one.person == person and one.state not in _OVER]
        return going[-1] if going else None

    async def proof(self, proof: ProofId) -> Proof | None:
        return next((one for one in self._all() if one.id == proof), None)

    async def letters_since(
        self, person: PersonId, address: str, since: datetime
    ) -> Sequence[datetime]:
        return sorted(
            one.asked_at
            for one in self._all()
            if (one.person == person or one.address == address) and one.asked_at > since
        )

    async def note_wrong_code(self, proof: ProofId) -> None:
        known = self.world.get(ProofRecord, proof)
        tries = known.proof.wrong_tries + 1
        self.world.change(known, proof=replace(known.proof, wrong_tries=tries))

    async def mark_proof(self, proof: ProofId, state: ProofState) -> bool:
        known = self.world.get(ProofRecord, proof)
        goes_on = known.proof.state not in _OVER
        if goes_on:
            self.world.change(known, proof=replace(known.proof, state=state))
        return goes_on

    async def letters_to_send(self, *, now: datetime) -> Sequence[Proof]:
        return [
            one for one in self._all() if one.state is ProofState.WAITING and one.expires > now
        ]

    def _all(self) -> list[Proof]:
        return [
            replace(
                one.proof,
                id=ProofId(one.id),
                school_name=self.world.get(records.School, one.school_id).name,
            )
            for one in self.world.all(ProofRecord)
        ]


@dataclass(frozen=True, kw_only=True)
class GivenRecord(records.OfSchool):
    given: GivenAddress


@dataclass(frozen=True)
class MemoryGivenAddresses:
    world: World

    async def give(self, given: GivenAddress, school: SchoolId) -> None:
        before = await self.given(given.person)
        if before is None or before.address != given.address:
            await self.take_away(given.person, at=given.at)
            self.world.add(GivenRecord, school_id=school, given=given)

    async def given(self, person: PersonId) -> GivenAddress | None:
        found = self.world.all(GivenRecord, lambda it: it.given.person == person)
        return next((one.given for one in found), None)

    async def take_away(self, person: PersonId, *, at: datetime) -> None:
        for one in list(self.world.all(GivenRecord, lambda it: it.given.person == person)):
            self.world.change(one, gone_at=at)
