"""What a breach takes back beside the journal, in memory: the kinds that other tests look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from core.access.mailboxes import ProofState
from core.breaches.said import Said, Voided
from core.diary.acknowledging import Acknowledged
from core.ids import PersonId, PupilId
from tests.school import records
from tests.school.acknowledgements import Answer
from tests.school.broadcasts import Given
from tests.school.mailboxes import MailboxRecord, ProofRecord
from tests.school.paper import SheetRecord
from tests.school.personal_data import Check
from tests.school.personal_data import Kept as KeptCorrection
from tests.school.threads import Kept as KeptThread
from tests.school.threads import Said as SaidMessage
from tests.school.tickets import Kept as KeptTicket
from tests.school.tickets import Said as SaidInTicket
from tests.school.world import World


@dataclass(frozen=True)
class Unsaying:
    world: World
    person: PersonId
    since: datetime
    by: PersonId
    at: datetime

    def everything(self) -> list[Voided]:
        steps: tuple[Callable[[], Iterator[Voided]], ...] = (
            self._acknowledgements,
            self._codes,
            self._ways_in,
            self._answers,
            self._consents,
            self._corrections,
            self._data_checks,
            self._announcements,
            self._remarks_of_before,
            self._remarks,
            self._checks,
            self._handed,
            self._messages_of_before,
            self._messages,
            self._tickets,
            self._ticket_words,
        )
        return [one for step in steps for one in list(step())]

    def _acknowledgements(self) -> Iterator[Voided]:
        for one in list(self.world.all(Answer, lambda it: it.given.person == self.person)):
            given = one.given
            if given.at >= self.since:
                self.world.change(one, gone_at=self.at)
                said = Said.REVIEW if given.kind is Acknowledged.REVIEW else Said.ACKNOWLEDGEMENT
                was = f"{given.kind} {given.subject} {given.at.isoformat()} {given.digest}"
                yield Voided(said, was, None, given.at, pupil=given.about)

    def _codes(self) -> Iterator[Voided]:
        for one in self._given_codes():
            if one.used_by is None and not one.void:
                self.world.change(one, void=True)
                yield self._of(Said.CODE, one.issued_at, one.person_id, one.id)

    def _ways_in(self) -> Iterator[Voided]:
        used = {(one.person_id, one.used_by, one.used_at) for one in self._given_codes()}
        for link in list(self.world.all(records.AccountLink)):
            is_by_code = (link.person_id, link.account_id, link.linked_at) in used
            letters = self._letters(link) if is_by_code else []
            if is_by_code and (link.ended_at is None or letters):
                for one in letters:
                    self.world.change(one, gone_at=self.at)
                self.world.change(link, ended_at=link.ended_at or self.at)
                yield self._of(Said.WAY_IN, link.linked_at, link.person_id, link.id)

    def _letters(self, link: records.AccountLink) -> list[MailboxRecord | ProofRecord]:
        over, until = (ProofState.USED, ProofState.VOID), link.ended_at or self.at
        return [
            *self.world.all(
                MailboxRecord,
                lambda it: (
                    it.person_id == link.person_id and link.linked_at <= it.verified_at <= until
                ),
            ),
            *self.world.all(
                ProofRecord,
                lambda it: (
                    it.proof.person == link.person_id
                    and it.proof.state not in over
                    and link.linked_at <= it.proof.asked_at <= until
                ),
            ),
        ]

    def _given_codes(self) -> list[records.Code]:
        found = self.world.all(records.Code, lambda it: it.issued_by == self.person)
        return [one for one in found if one.issued_at >= self.since]

    def _of(self, said: Said, at: datetime, person: int, number: int) -> Voided:
        whom = PupilId(PersonId(person))
        return Voided(said, "", None, at, pupil=whom, record=number)

    def _answers(self) -> Iterator[Voided]:
        for one in list(self.world.all(Given, lambda it: it.answer.person == self.person)):
            if one.answer.at >= self.since:
                self.world.change(one, gone_at=self.at)
                said = Said.CHOICE if one.answer.choice else Said.ANSWER
                yield Voided(said, "", None, one.answer.at)

    def _consents(self) -> Iterator[Voided]:
        for one in list(self.world.all(records.Consent, lambda it: it.origin_id == self.person)):
            if one.changed_at >= self.since:
                self.world.change(one, gone_at=self.at)
                pupil = PupilId(PersonId(one.pupil_id))
                was = f"{one.subject} {one.state}"
                yield Voided(Said.CONSENT, was, None, one.changed_at, pupil=pupil)

    def _corrections(self) -> Iterator[Voided]:
        for one in list(self.world.all(KeptCorrection)):
            said, said_at = one.correction.said, one.correction.said_at
            if said.person == self.person and said_at >= self.since:
                self.world.change(one, gone_at=self.at)
                yield Voided(Said.CORRECTION, said.words, None, said_at)

    def _data_checks(self) -> Iterator[Voided]:
        for one in list(self.world.all(Check, lambda it: _who_checked(it) == self.person)):
            if one.kept.answer and one.answered_at and one.answered_at >= self.since:
                unanswered = replace(one.kept, answer=None, in_person=None)
                self.world.change(one, kept=unanswered, answered_at=None)
                yield Voided(Said.DATA_CHECK, one.kept.answer.value, None, self.at)

    def _announcements(self) -> Iterator[Voided]:
        for one in list(self.world.all(records.Announcement, lambda it: it.by_id == self.person)):
            if one.at >= self.since:
                self.world.change(one, gone_at=self.at)
                yield Voided(Said.ANNOUNCEMENT, one.text, None, one.at)

    def _remarks_of_before(self) -> Iterator[Voided]:
        before = dict[int, str]()
        for line in self.world.all(records.RemarkHistory, lambda it: it.by_id == self.person):
            if line.at >= self.since:
                before.setdefault(line.remark_id, line.text)
        for number, text in before.items():
            one = self.world.get(records.Remark, number)
            is_changed = one.gone_at is not None or one.text != text
            if is_changed and not (one.by_id == self.person and one.at >= self.since):
                self._keep_words(one)
                self.world.change(one, text=text, gone_at=None)
                yield self._remark(Said.CHANGED_REMARK, one, text)

    def _remarks(self) -> Iterator[Voided]:
        for one in list(self.world.all(records.Remark, lambda it: it.by_id == self.person)):
            if one.at >= self.since:
                self._keep_words(one)
                self.world.change(one, gone_at=self.at)
                yield self._remark(Said.REMARK, one, None)

    def _keep_words(self, one: records.Remark) -> None:
        self.world.add(
            records.RemarkHistory,
            school_id=one.school_id,
            remark_id=one.id,
            text=one.text,
            by_id=self.by,
            at=self.at,
        )

    def _remark(self, said: Said, one: records.Remark, stands: str | None) -> Voided:
        pupil = PupilId(PersonId(one.pupil_id))
        return Voided(said, one.text, stands, one.at, pupil=pupil, record=one.id)

    def _checks(self) -> Iterator[Voided]:
        for one in list(self.world.all(records.AbsenceCheck)):
            if one.by_id == self.person and one.at >= self.since:
                self.world.change(one, gone_at=self.at)
                yield Voided(Said.ABSENCE_QUESTION, one.state, None, one.at)
            elif self._ticked(one):
                if one.state == "verified":
                    self.world.change(one, gone_at=self.at)
                else:
                    self.world.change(one, state="asked", changed_by_id=self.by)
                yield Voided(Said.ABSENCE_CHECK, one.state, None, one.changed_at)

    def _ticked(self, one: records.AbsenceCheck) -> bool:
        is_new = one.changed_by_id == self.person and one.changed_at >= self.since
        return is_new and one.state != "asked"

    def _handed(self) -> Iterator[Voided]:
        for one in list(self.world.all(SheetRecord)):
            handed_at = one.sheet.handed_at
            if one.sheet.handed_by == self.person and handed_at and handed_at >= self.since:
                sheet = replace(one.sheet, handed_at=None, handed_by=None)
                self.world.change(one, sheet=sheet)
                yield Voided(Said.HANDED, "", None, handed_at, pupil=sheet.pupil)

    def _messages_of_before(self) -> Iterator[Voided]:
        for one in list(self.world.all(SaidMessage, lambda it: it.by == self.person)):
            before = [it for it in one.versions if it.at < self.since]
            last = one.versions[-1]
            if before and last.at >= self.since and last.content != before[-1].content:
                again = replace(before[-1], at=self.at)
                self.world.change(one, versions=(*one.versions, again))
                was, stands = last.content.text.text, again.content.text.text
                yield Voided(Said.EDITED_MESSAGE, was, stands, last.at)

    def _messages(self) -> Iterator[Voided]:
        for one in list(self.world.all(SaidMessage, lambda it: it.by == self.person)):
            if one.at >= self.since:
                self.world.change(one, gone_at=self.at)
                self._settle(one)
                words = one.versions[-1].content.text.text
                yield Voided(Said.MESSAGE, words, None, one.at)

    def _tickets(self) -> Iterator[Voided]:
        for one in list(self.world.all(KeptTicket, lambda it: it.asking.asker == self.person)):
            if one.opened_at >= self.since:
                self.world.change(one, gone_at=self.at)
                yield Voided(Said.TICKET, "", None, one.opened_at, record=one.id)

    def _ticket_words(self) -> Iterator[Voided]:
        standing = {one.id for one in self.world.all(KeptTicket)}
        for one in list(self.world.all(SaidInTicket, lambda it: it.by == self.person)):
            if one.at >= self.since and one.ticket in standing:
                self.world.change(one, gone_at=self.at)
                words = one.versions[-1].content.text.text
                yield Voided(Said.TICKET_WORDS, words, None, one.at, record=one.id)

    def _settle(self, gone: SaidMessage) -> None:
        thread = self.world.get(KeptThread, gone.thread)
        sides = thread.sides
        if gone.handed_to is not None and gone.handed_to == sides.keeper:
            sides = replace(sides, keeper=self.person)
        left = list(self.world.all(SaidMessage, lambda it: it.thread == gone.thread))
        words = [one for one in left if one.handed_to is None]
        last = max(words, key=lambda it: (it.at, it.id), default=None)
        waits = last is not None and last.by == sides.partner
        gone_at = None if left else self.at
        self.world.change(thread, sides=sides, waits=waits, gone_at=gone_at)


def _who_checked(one: Check) -> PersonId:
    ticked = one.kept.in_person
    return ticked.by if ticked else one.kept.person
