"""Mailboxes and their proofs in memory: `Mailboxes` and `Proofs`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.access.mailboxes import Mailbox, Proof, ProofState
from core.access.people import Account
from core.ids import AccountId, PersonId, ProofId, PupilId, SchoolId
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

    def account_of(self, person: int, about: int) -> Account | None:
        """Return where letters about a pupil go, unless the person refused them."""
        found = self._live(person)
        return self._account(found) if found and about not in self._refused(person) else None

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
        return self.world.get(records.Person, person).email

    async def letters_refused(self, person: PersonId) -> frozenset[PupilId]:
        return self._refused(person)

    def _refused(self, person: int) -> frozenset[PupilId]:
        found = self.world.all(
            records.Consent, lambda it: (it.guardian_id, it.subject) == (person, "email")
        )
        said = {one.pupil_id: one.state for one in sorted(found, key=lambda it: (it.day, it.id))}
        return frozenset(PupilId(PersonId(one)) for one in said if said[one] != "given")

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

    async def mark_proof(self, proof: ProofId, state: ProofState) -> None:
        known = self.world.get(ProofRecord, proof)
        if known.proof.state not in _OVER:
            self.world.change(known, proof=replace(known.proof, state=state))

    async def letters_to_send(self, *, now: datetime) -> Sequence[Proof]:
        return [
            one for one in self._all() if one.state is ProofState.WAITING and one.expires > now
        ]

    def _all(self) -> list[Proof]:
        return [replace(one.proof, id=ProofId(one.id)) for one in self.world.all(ProofRecord)]
