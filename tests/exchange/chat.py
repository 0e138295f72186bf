"""A day on which persons of the tiny school entered whatever can be entered."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from sqlalchemy import text

from core.access.given_mail import GivenAddress
from core.access.people import Address, Channel, Child, Name, Role
from core.access.personal_data.data import DataField
from core.access.personal_data.records import CorrectionState, DataAnswer, Said
from core.access.zones import OwnZone
from core.breaches.deeds import What
from core.breaches.ports import Breach
from core.breaches.said import Said as Unsaid
from core.breaches.said import Voided
from core.diary.acknowledging import Acknowledged, Acknowledgement
from core.diary.excuses.rules import (
    Attachment,
    Claim,
    Decision,
    ExcuseKind,
    ExcuseState,
    FileKind,
)
from core.diary.forecast.of_subject import Risk
from core.diary.issuing.drafts import WarningState
from core.diary.issuing.early_warnings import AtRisk
from core.diary.lessons.attachments import AttachedFile
from core.diary.truancy.spells import Spell
from core.facts import Origin
from core.helpdesk.answers.known import OwnAnswer, Wording
from core.helpdesk.duty.asking import NewStandIn, StandInState
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import DayOff, Held, Hours, OtherHours, StandIn, Window, swapped
from core.helpdesk.log.chain import Line, Recorded, chained
from core.helpdesk.tickets.owner import Consultant, Queue
from core.helpdesk.tickets.ports import Changed as TicketChanged
from core.helpdesk.tickets.ticket import Asking, EntryKind, FirstWord, Rating, Standing, State
from core.helpdesk.topics import ANY
from core.helpdesk.topics import Topic as CoveredTopic
from core.helpdesk.training.training import Guest, Invitees, Reply, TrainingPlan
from core.helpdesk.training.training import Whom as TaughtWhom
from core.helpdesk.values import Closing, Matter
from core.helpdesk.vendor.packet import Account as VendorAccount
from core.helpdesk.vendor.packet import Detail, Story, Way
from core.ids import (
    BreachId,
    ClassId,
    CourseId,
    DutyId,
    ExcuseId,
    LessonId,
    MarkId,
    PeriodId,
    PersonId,
    PupilId,
    SchoolId,
    SourceId,
    SubjectId,
    TemplateId,
)
from core.journal.period_marking import PeriodCell
from core.journal.remarks.remark import RemarkKind
from core.journal.values import AT_THE_END, MarkValue
from core.messages.broadcasts.broadcast import (
    Answer,
    Ask,
    Family,
    Hearer,
    Hearers,
    Plan,
    Quorum,
    Scope,
    Whom,
    WhyNot,
)
from core.messages.broadcasts.templates import Template
from core.messages.content import Content, RichText, SentFile, Span, Style
from core.messages.threads.thread import Sides
from core.notices.ledger import NoticeKind
from core.notices.preferences import CHOSE_NOTHING, Nights, Timing, Topic, Via
from core.notices.printing import NewRun, OnPaper, ToPrint, Unreached
from core.regulation.forms import QuietHours
from core.reports.checks import CheckState, Step
from storage.transaction import Transaction
from tests.exchange.builders import NOW, Desk

DAY = date(2026, 11, 20)
IN_JUNE = date(2027, 6, 2)
"""After the school year, in which final marks may still be set."""
LATER = NOW + timedelta(hours=1)
_FILE = AttachedFile(FileKind.PHOTO, "AgADphoto/1", 'доска, "лист".jpg', 20_000_000)
_NUMBERS = "SELECT source, id FROM {}"


@dataclass(frozen=True)
class Day:
    """What is entered on the day, on one transaction; records are named by their sources."""

    tx: Transaction
    numbers: dict[str, dict[str, int]]

    def of(self, table: str, source: str) -> int:
        return self.numbers[table][source]

    @property
    def school(self) -> SchoolId:
        return SchoolId(self.numbers["schools"]["s"])

    def person(self, source: str) -> PersonId:
        return PersonId(self.of("persons", source))

    def pupil(self, source: str) -> PupilId:
        return PupilId(self.person(source))

    async def choices(self) -> None:
        chosen = (
            CHOSE_NOTHING.timed(Topic.MARKS, Timing.EVENING)
            .timed(Topic.ABSENCES, Timing.OFF)
            .told_via(Via.MAIL, Topic.ABSENCES)
            .told_via(Via.BOTH, Topic.EVENTS)
            .worded(neutral=True)
            .living_in(OwnZone.OMSK)
        )
        own = chosen.with_nights(Nights.OWN, QuietHours())
        await self.tx.preferences.keep(self.school, self.person("g1"), own, at=NOW)
        await self.tx.preferences.keep(self.school, self.person("g2"), CHOSE_NOTHING, at=NOW)

    async def mail_addresses(self) -> None:
        book, person, by = self.tx.given_addresses, self.person("g2"), self.person("t1")
        first, second = "mark@example.org", "mark.lugov@example.org"
        for address, at in ((first, NOW), (second, LATER)):
            given = GivenAddress(person, address, DAY.isoformat(), at, by)
            await book.give(given, self.school)

    async def rules(self) -> None:
        decided = {"review.times_a_week": "3", "marking.weighted": "false"}
        await self.tx.schools.decide(self.school, "c", decided, at=NOW)

    async def excuses(self) -> None:
        pupil, book = self.pupil("p1"), self.tx.excuses
        days = (date(2026, 11, 23), date(2026, 11, 24))
        note = Attachment(FileKind.DOCUMENT, "BQADnote")
        lessons = Claim(pupil, (DAY,), ExcuseKind.OTHER, (0, 2), 'врач, ул. "Мира"', note)
        await self._claims(Claim(pupil, days, ExcuseKind.ILLNESS))
        declined = Decision(ExcuseState.DECLINED, word="справка")
        by = self.person("t1")
        await book.decide(await self._claims(lessons), declined, by=by, at=LATER)

    async def _claims(self, claim: Claim) -> ExcuseId:
        guardian = self.person("g1")
        made = await self.tx.excuses.add(claim, school=self.school, guardian=guardian, at=NOW)
        return made.id

    async def searches(self) -> None:
        book, by = self.tx.searches, self.person("g2")
        await book.begin_search(self.pupil("p2"), DAY, school=self.school, by=by, at=NOW)
        found = await book.begin_search(self.pupil("p1"), DAY, school=self.school, by=by, at=NOW)
        await book.end_searches([found.id], by=self.person("g1"), at=LATER)

    async def lessons(self) -> None:
        first, second = (LessonId(self.of("lessons", one)) for one in ("l1", "l2"))
        await self.tx.homework_ticks.tick(self.pupil("p1"), first, "§ 12", at=NOW)
        forms, by = self.tx.lesson_forms, self.person("t1")
        await forms.attach(first, [_FILE, _FILE], by=by, at=NOW)
        await forms.detach(first, at=LATER)
        await forms.attach(first, [_FILE], by=by, at=LATER)
        await forms.give(second, None, "=Повторить\nправило", by=by, at=NOW)
        await forms.give(second, self.pupil("p2"), "Прийти в среду", by=by, at=NOW)
        await self.tx.announcements.announce(
            self.school, "С 1 декабря — без бумаги", date(2026, 12, 1), by=by, at=NOW
        )

    async def trainings(self) -> None:
        book, by, group = self.tx.trainings, self.person("t1"), ClassId(self.of("groups", "7a"))
        plan = TrainingPlan(
            frozenset({CoveredTopic.DIARY, CoveredTopic.REPORTS}),
            LATER,
            "каб. 4",
            Invitees(TaughtWhom.FAMILIES, group),
            "=Возьмите\nтелефон",
        )
        name = Name("Ева", "Лугова")
        guests = [Guest(self.person("g1"), name, self.pupil("p1")), Guest(by, name)]
        number = await book.add(self.school, plan, guests, by=by, at=NOW)
        await book.reply(number, self.person("g1"), Reply.COMING, version=1, at=NOW)
        await book.move(number, starts_at=LATER, room="5", after=1, by=by, at=LATER)
        await book.tick(number, [self.person("g1")], came=True, at=LATER)
        await book.call_off(number, by=by, at=LATER)

    async def packets(self) -> None:
        book, by = self.tx.packets, self.person("t1")
        for what, value in ((Detail.ORGANISATION, "Школа"), (Detail.ADDRESS, "a@example.org")):
            await book.set_detail(self.school, what, value, by=by, at=NOW)
        asker = VendorAccount("teacher1", "17", Role.TEACHER)
        await book.begin(self.school, asker, by=by, at=NOW)
        number = await book.begin(self.school, asker, by=by, at=LATER)
        draft = (await book.packets([number]))[number]
        picture = SentFile(True, "AgADpicture/1", "", 9)
        story = Story('=Не "открывается"', "утром", "ждали", (picture,))
        await book.fill(replace(draft, story=story), at=LATER)
        await book.send(draft, Way.MAIL, at=LATER)
        await book.note(number, "SD-1", at=LATER)
        await book.ask_on(number, DAY, at=LATER)
        tickets = await self.tx.tickets.of_asker([self.person("g1")], most=1)
        for one in tickets:
            await book.tie(number, one.id, at=LATER)

    async def remarks(self) -> None:
        book, by, pupil = self.tx.remarks, self.person("t1"), self.pupil("p1")
        kept, gone = [
            await book.add(self.school, pupil, kind, "=Умница", day=DAY, by=by, at=at)
            for kind, at in ((RemarkKind.PRAISE, NOW), (RemarkKind.BEHAVIOUR, LATER))
        ]
        await book.reword(kept, "=Умница", "Молодец,\nЯна", by=by, at=LATER)
        await book.take_back(gone, "=Умница", by=by, at=LATER)

    async def checks(self) -> None:
        book, by = self.tx.absence_checks, self.person("t1")
        class_id, course = ClassId(self.of("groups", "7a")), CourseId(self.of("groups", "7a-alg"))
        monday, asked = date(2026, 11, 16), Step(CheckState.ASKED, "two", by, NOW)
        await book.begin(self.school, class_id, course, monday, asked)
        (made,) = await book.of_week(class_id, monday)
        await book.move(made, Step(CheckState.FIXING, "three", by, LATER))

    async def forecasts(self) -> None:
        term = await self.tx.issues.term(ClassId(self.of("groups", "7a")), DAY)
        assert term is not None
        issue = await self.tx.issues.add(term, at=NOW, by=None)
        assert issue is not None
        await self.tx.issues.looked(issue.id, DAY)
        subject = SubjectId(self.of("subjects", "alg"))
        risks = [
            AtRisk(self.pupil("p1"), subject, Risk.FAILING),
            AtRisk(self.pupil("p2"), subject, Risk.NOT_CERTIFIED),
        ]
        warnings, head = self.tx.early_warnings, (self.school, term.class_id, term.term.id)
        await warnings.add(*head, risks, at=NOW)
        first, _ = await warnings.of_pupils([one.pupil for one in risks], [term.term.id])
        await warnings.adapt(first.id, "Позвоните мне")
        await warnings.decide(first.id, WarningState.SENT, at=LATER, by=self.person("t1"))
        changed = AtRisk(first.child.pupil, subject, Risk.NOT_CERTIFIED)
        await warnings.add(*head, [changed], at=LATER)
        await warnings.ended([first.id], DAY)
        await self._answers(term.term.id, first.id, await self._truancy())

    async def _truancy(self) -> int:
        monday = date(2026, 11, 16)
        spells = [Spell(self.pupil(one), monday, DAY) for one in ("p1", "p2")]
        made = await self.tx.truancy_warnings.add(self.school, spells, at=NOW)
        first = made[spells[0].pupil]
        await self.tx.truancy_warnings.adapt(first, "Жду вас в школе")
        sent, by = WarningState.SENT, self.person("t1")
        await self.tx.truancy_warnings.decide(first, sent, at=LATER, by=by)
        return first

    async def _answers(self, period: PeriodId, warning: int, truancy: int) -> None:
        subjects = {
            Acknowledged.FORECAST: period,
            Acknowledged.WARNING: warning,
            Acknowledged.TRUANCY: truancy,
            Acknowledged.REVIEW: DAY.toordinal(),
        }
        head = (self.school, self.person("g1"), self.pupil("p1"))
        for kind, subject in subjects.items():
            answer = Acknowledgement(*head, kind, subject, LATER, f"digest of {kind.value}")
            await self.tx.acknowledgements.add(answer)
        paper = [
            (NoticeKind.FORECAST, period, Unreached.NOBODY),
            (NoticeKind.WARNING, warning, Unreached.REFUSED),
            (NoticeKind.TRUANCY, truancy, Unreached.UNKNOWN),
        ]
        await self.tx.print_run.add(
            [
                ToPrint(self.school, self.pupil("p2"), kind, subject, why, LATER)
                for kind, subject, why in paper
            ]
        )

    async def paper(self) -> None:
        runs, by = self.tx.paper_runs, self.person("t1")
        head = (self.school, ClassId(self.of("groups", "7a")))
        asked = NewRun(*head, date(2026, 11, 14), DAY, NOW, by)
        await runs.add_run(NewRun(*head, date(2026, 11, 9), date(2026, 11, 15), NOW))
        run = await runs.add_run(asked)
        assert run is not None
        families = {self.pupil("p1"): OnPaper.DECLINED, self.pupil("p2"): OnPaper.NEVER_IN}
        await runs.put_on(run, self.school, families, at=NOW)
        await runs.hand_over(run, [self.pupil("p1")], at=LATER, by=by)

    async def broadcasts(self) -> None:
        book, by = self.tx.broadcasts, self.person("t1")
        bold = RichText("Собрание в 18:00", (Span(Style.BOLD, 0, 8),))
        said = Content(bold, (SentFile(is_picture=False, reference="BQAD", name="план.pdf"),))
        ask = Ask(DAY, "Буду", ("да", "нет"), Quorum.ALL)
        groups = (self.of("groups", "7a-alg"), self.of("groups", "7a"))
        scope = Scope(Whom.CLASSES, groups, (self.pupil("p1"),))
        plan = Plan(scope, said, Hearers.BOTH, ask, send_at=LATER, urgent="сегодня")
        sent = await book.keep(self.school, plan, by=by, at=NOW)
        await book.keep(self.school, Plan(Scope(Whom.SCHOOL), said), by=by, at=NOW)
        await book.set_off(sent, at=LATER)
        told = Hearer(self.person("g1"), Name("Ева", "Лугова"), is_guardian=True)
        lost = Hearer(self.person("g2"), Name("Марк", "Лугов"), True, WhyNot.NOT_LINKED)
        child = Child(self.pupil("p1"), Name("Яна", "Лугова"), "7А")
        await self.tx.addressed.address(self.school, sent, [Family(child, (told, lost))])
        answer = Answer(self.school, sent, 1, told.person, child.pupil, 2, LATER, "digest")
        await self.tx.broadcast_answers.answer(answer)
        template = Template(TemplateId(0), self.school, by, "Собрание", said, ask)
        await self.tx.templates.add(template, by=by, at=NOW)
        of_school = replace(template, owner=None)
        dropped = await self.tx.templates.add(of_school, by=by, at=NOW)
        await self.tx.templates.drop(dropped, at=LATER)

    async def tickets(self) -> None:
        book, words = self.tx.tickets, self.tx.ticket_words
        mother, anna, other = (self.person(one) for one in ("g1", "t1", "t2"))
        asking = Asking(
            self.school,
            mother,
            Role.GUARDIAN,
            Matter.REMARK,
            self.pupil("p1"),
            CourseId(self.of("groups", "7a-alg")),
        )
        key = ShiftKey(DutyId(self.of("duty", "d")), date(2026, 11, 23))
        waits = Standing(CoveredTopic.DIARY, Queue(key), NOW, promised_at=LATER)
        first, second = [await book.open(asking, waits, at=at) for at in (NOW, LATER)]
        found = await book.tickets([first, second])
        held = replace(
            waits,
            owner=Consultant(anna, key),
            owned_since=LATER,
            state=State.ASKED_BACK,
            urgent="=завтра, суд",
            passed=(other, anna),
            heard_at=LATER,
            first_word=FirstWord(LATER, 7, NOW),
            snoozed_until=LATER,
            asked_back_at=LATER,
            asked_back_by=anna,
            reminded_at=LATER,
            round_at=NOW,
            resumed_at=LATER,
            pressed_at=LATER,
        )
        over = replace(
            waits,
            state=State.CLOSED,
            closing=Closing.MERGED,
            merged_into=first,
            answered_at=LATER,
            closed_at=LATER,
            closed_by=anna,
            rating=Rating(4, 'быстро, "ясно"'),
        )
        await book.change([TicketChanged(found[first], held)], at=LATER)
        await book.change([TicketChanged(found[second], over)], at=LATER)
        bold = RichText("Не вижу\nотметок", (Span(Style.BOLD, 0, 2),))
        said = Content(bold, (SentFile(True, "AgAD", "", 10),))
        entry = await words.say(found[first], EntryKind.WORDS, said, by=mother, at=NOW)
        await words.revise(entry, Content(RichText("=Не вижу")), after=1, at=LATER)
        note = Content(RichText("спросить"))
        await words.say(found[first], EntryKind.NOTE, note, by=anna, at=LATER)

    async def consultations(self) -> None:
        asked = Line(
            NOW + timedelta(microseconds=7),
            Recorded.CLOSED,
            SourceId("t-1"),
            Matter.PROPOSAL,
            Role.GUARDIAN,
            CoveredTopic.DIARY,
            SourceId("t1"),
            NOW,
            7,
            Closing.CONFIRMED,
        )
        asked = replace(asked, said='=Сделать "тёмную" тему')
        rated = replace(asked, what=Recorded.RATED, stars=4, word='быстро, "ясно"')
        lost = replace(
            asked, role=None, consultant=SourceId(""), window=None, minutes=None, outcome=None
        )
        book = self.tx.consultations
        right = replace(
            asked,
            what=Recorded.CORRECTED,
            topic=CoveredTopic.REPORTS,
            outcome=Closing.VENDOR,
            corrects=1,
            by=SourceId("t1"),
        )
        rows = chained(await book.head(self.school), [asked, rated, lost, right])
        await book.append(self.school, rows)

    async def known_answers(self) -> None:
        book, by = self.tx.known_answers, self.person("t1")
        words = Wording(CoveredTopic.DIARY, "Где «задания»?", "=В меню\nребёнка")
        number = await book.add(self.school, words, by=by, at=NOW)
        await book.count(self.school, number, at=LATER)
        await book.count(self.school, OwnAnswer.QUIET, at=NOW)
        await book.retire(self.school, OwnAnswer.FORECASTS, retired=True, by=by, at=LATER)

    async def answer_templates(self) -> None:
        book, by = self.tx.answer_templates, self.person("t1")
        await book.add(self.school, "=Обновите\nстраницу", owner=by, by=by, at=NOW)
        await book.add(self.school, "Напишите в «поддержку»", owner=None, by=by, at=LATER)

    async def threads(self) -> None:
        book, by, to = self.tx.threads, self.person("g1"), self.person("t1")
        sides = Sides(by, to, self.pupil("p1"), "Алгебра")
        thread = await book.begin(self.school, sides, by=by, at=NOW)
        said = Content(RichText("Когда\nконтрольная?"), (SentFile(True, "AgAD", "", 10),))
        asked = await book.say(thread, said, by=by, at=NOW, waits=True)
        await book.revise(asked, Content(RichText("=Когда?")), after=1, at=LATER)
        await book.hand_over(thread, self.person("t2"), by=to, at=LATER)
        await self.tx.answer_hours.keep(
            self.school, to, QuietHours(time(9), time(17, 30)), at=LATER
        )

    async def marks(self) -> None:
        by, mark = Origin(self.person("t1")), MarkId(self.of("marks", "m1"))
        await self.tx.markbook.correct(mark, MarkValue("5"), by=by, at=NOW)
        await self.tx.markbook.correct(mark, MarkValue("3"), by=by, at=NOW)

    async def final_marks(self) -> None:
        numbers = (self.of("groups", "7a-alg"), self.of("periods", "q1"), self.of("persons", "p1"))
        cell = PeriodCell(*numbers)  # type: ignore[arg-type]  # numbers of these records
        mark = await self.tx.period_markbook.period_mark(cell)
        assert mark is not None
        by = Origin(self.person("t1"))
        await self.tx.period_markbook.change_period_mark(
            mark.id, MarkValue("4"), day=DAY, by=by, at=NOW
        )
        year = PeriodId(self.of("periods", "y"))
        for kind in AT_THE_END:
            await self.tx.period_markbook.set_period_mark(
                replace(cell, period=year, kind=kind), MarkValue("5"), day=IN_JUNE, by=by, at=NOW
            )

    async def breaches(self) -> None:
        teacher, boss = self.person("t1"), self.person("t2")
        of = await self.tx.breaches.suspect(teacher)
        assert of is not None
        pupil = self.pupil("p1")
        voided = [
            Voided(What.MARK, "2", None, DAY, "Алгебра", pupil),
            Voided(What.HOMEWORK, "", "§ 12", DAY, 'Русский, "язык"'),
            Voided(Unsaid.ANNOUNCEMENT, "Переходим", None, DAY),
        ]
        number = await self.tx.breaches.keep(
            Breach(BreachId(0), of, boss, NOW, LATER, 2, len(voided)), voided
        )
        await self.tx.breaches.tick_told(number, by=boss, at=LATER)

    async def personal_data(self) -> None:
        checks, book = self.tx.data_checks, self.tx.data_corrections
        asked, silent, by = self.person("g1"), self.person("g2"), self.person("t1")
        month, wrong = DAY.replace(day=1), DataAnswer.WRONG
        await checks.ask(self.school, [asked, silent], month, day=DAY)
        await checks.answer(self.school, asked, month, wrong, at=NOW)
        in_person = self.person("p2")
        led = ClassId(self.of("groups", "7a"))
        await checks.check_in_person(self.school, in_person, month, class_id=led, by=by, at=LATER)
        phone = Said(self.school, asked, asked, DataField.PHONE, "+7 978 000-00-00")
        await book.say(phone, at=NOW)
        await book.say(replace(phone, words="=1+1"), at=LATER)
        child = Said(self.school, asked, self.pupil("p1"), DataField.CHILD, "7Б, «Яна»")
        declined = await book.say(child, at=NOW)
        state = CorrectionState.DECLINED
        await book.decide(declined, state, by=by, at=LATER, word="Нет")
        entered = await book.say(replace(child, words="7В"), at=LATER)
        await book.close([entered], at=LATER)

    async def duty(self) -> None:
        anna, other = self.person("t1"), self.person("t2")
        (extra,) = await self.tx.duty_windows.add(
            self.school,
            [Window(DutyId(0), other, ANY, 6, Hours(time(9), time(12)), 'каб. "4", левый')],
            by=anna,
            at=NOW,
        )
        window = DutyId(self.of("duty", "d"))
        first, second = ShiftKey(window, date(2026, 11, 23)), ShiftKey(extra, date(2026, 11, 28))
        hours = OtherHours(first, Hours(time(10), time(11, 30)))
        await self.tx.duty_windows.differ(self.school, first, hours, by=anna, at=NOW)
        await self.tx.duty_windows.differ(self.school, second, DayOff(second), by=anna, at=NOW)
        state = StandInState.AGREED
        halves = swapped(Held(first, anna), Held(second, other))
        await self.tx.stand_ins.put(
            [NewStandIn(self.school, it, state, anna, NOW) for it in halves]
        )
        again = StandIn(first, other, anna)
        asked = NewStandIn(self.school, again, StandInState.ASKED, other, NOW)
        await self.tx.stand_ins.put([asked])

    async def lost_access(self) -> None:
        address = Address(Channel.TELEGRAM, "77")
        account = (await self.tx.directory.recognise(address, language="ru")).account.id
        book = self.tx.lost_access
        answered = await book.add(self.school, account, "Анна, мама Маши из 7А", at=NOW)
        await book.answer(answered, by=self.person("t1"), at=LATER)
        await book.add(self.school, account, "=Ещё раз", at=LATER)


ALL = (
    Day.choices,
    Day.mail_addresses,
    Day.rules,
    Day.excuses,
    Day.searches,
    Day.lessons,
    Day.remarks,
    Day.checks,
    Day.forecasts,
    Day.paper,
    Day.broadcasts,
    Day.threads,
    Day.marks,
    Day.final_marks,
    Day.breaches,
    Day.duty,
    Day.tickets,
    Day.consultations,
    Day.known_answers,
    Day.answer_templates,
    Day.trainings,
    Day.packets,
    Day.lost_access,
    Day.personal_data,
)
_TABLES = ("schools", "duty", "persons", "lessons", "groups", "subjects", "periods", "marks")


async def is_entered(desk: Desk, *what: Callable[[Day], Coroutine[None, None, None]]) -> None:
    """Enter it, or all, at a desk that has taken the tiny school in."""
    async with desk.store.transaction() as tx:
        numbers = dict[str, dict[str, int]]()
        for table in _TABLES:
            rows = await tx.connection.execute(text(_NUMBERS.format(table)))
            numbers[table] = dict(map(tuple, rows.all()))
        for enter in what or ALL:
            await enter(Day(tx, numbers))
