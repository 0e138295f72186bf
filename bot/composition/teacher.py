"""What teachers and the administration enter: lessons, period marks, announcements."""

from functools import cached_property

from bot.composition.desk import Desk
from core.diary.lessons.attachments import ReadAttachment
from core.diary.lessons.form import (
    DetachFiles,
    GiveHomework,
    LessonTeacher,
    ReadLessonForm,
    ReadMyLessons,
    Recommend,
)
from core.diary.remarks.reading import ReadRemarks
from core.diary.school_life.announcing import Announce, DraftAnnouncement, ReadAnnouncements
from core.journal.filling_sheets import EmptyCell, FillCell, OpenCell
from core.journal.lesson_records import SetHomework
from core.journal.period_marking import SetPeriodMark, TakeBackPeriodMark
from core.journal.period_sheets import ReadOwnSheets, ReadSheet, Summing
from core.journal.remarks.making import (
    BeginRemark,
    MakeRemark,
    OpenRemark,
    ReadMyRemarks,
    RemarkAuthors,
    RewordRemark,
    TakeBackRemark,
)


class TeacherDesk(Desk):
    """Use cases of who enters something for others to see."""

    @cached_property
    def _lesson_teacher(self) -> LessonTeacher:
        return LessonTeacher(self.tx.register, self.tx.lesson_forms, self.clock)

    @cached_property
    def read_my_lessons(self) -> ReadMyLessons:
        """Reads a teacher's lessons of a day."""
        return ReadMyLessons(self.tx.lesson_forms, self.clock)

    @cached_property
    def read_lesson_form(self) -> ReadLessonForm:
        """Reads what a lesson has, to add to it."""
        return ReadLessonForm(self._lesson_teacher)

    @cached_property
    def give_homework(self) -> GiveHomework:
        """Sets homework, with files."""
        set_homework = SetHomework(self.tx.register, self.facts, self.clock)
        return GiveHomework(self._lesson_teacher, self.tx.lesson_forms, set_homework)

    @cached_property
    def detach_files(self) -> DetachFiles:
        """Takes files back."""
        return DetachFiles(self._lesson_teacher, self.tx.lesson_forms)

    @cached_property
    def recommend(self) -> Recommend:
        """Recommends something to a pupil, or to all."""
        return Recommend(self._lesson_teacher, self.tx.lesson_forms, self.facts)

    @cached_property
    def read_attachment(self) -> ReadAttachment:
        """Reads a file for who may see its lesson."""
        return ReadAttachment(self.reader, self.tx.lesson_forms)

    @cached_property
    def _summing(self) -> Summing:
        return Summing(self.tx.period_sheets, self.clock)

    @cached_property
    def read_own_sheets(self) -> ReadOwnSheets:
        """Reads a teacher's courses of a period, with how many marks each lacks."""
        return ReadOwnSheets(self._summing, self.tx.missing_marks, self.tx.regulations)

    @cached_property
    def read_sheet(self) -> ReadSheet:
        """Reads the final marks of a course."""
        return ReadSheet(self._summing)

    @cached_property
    def open_cell(self) -> OpenCell:
        """Opens a pupil's final mark to the course's teacher."""
        return OpenCell(self.read_sheet)

    @cached_property
    def fill_cell(self) -> FillCell:
        """Sets a final mark, or puts it right."""
        set_mark = SetPeriodMark(self.tx.period_markbook, self.facts, self.clock)
        return FillCell(self.open_cell, set_mark)

    @cached_property
    def empty_cell(self) -> EmptyCell:
        """Takes a final mark back."""
        take_back = TakeBackPeriodMark(self.tx.period_markbook, self.facts, self.clock)
        return EmptyCell(self.open_cell, take_back)

    @cached_property
    def _remark_authors(self) -> RemarkAuthors:
        return RemarkAuthors(self.tx.remarks, self.tx.diary, self.clock)

    @cached_property
    def read_remarks(self) -> ReadRemarks:
        """Reads what was said of a pupil."""
        return ReadRemarks(self.reader, self.tx.remarks, self._remark_authors)

    @cached_property
    def read_my_remarks(self) -> ReadMyRemarks:
        """Reads what a teacher said of pupils."""
        return ReadMyRemarks(self.tx.remarks, self.clock)

    @cached_property
    def begin_remark(self) -> BeginRemark:
        """Names the pupil about whom something is to be said."""
        return BeginRemark(self._remark_authors)

    @cached_property
    def make_remark(self) -> MakeRemark:
        """Says something of a pupil."""
        return MakeRemark(self._remark_authors, self.facts)

    @cached_property
    def open_remark(self) -> OpenRemark:
        """Opens a remark to who answers for it."""
        return OpenRemark(self._remark_authors)

    @cached_property
    def reword_remark(self) -> RewordRemark:
        """Puts a remark into other words."""
        return RewordRemark(self.open_remark, self.facts)

    @cached_property
    def take_back_remark(self) -> TakeBackRemark:
        """Takes a remark back."""
        return TakeBackRemark(self.open_remark, self.facts)

    @cached_property
    def read_announcements(self) -> ReadAnnouncements:
        """Reads what the school announced."""
        return ReadAnnouncements(self.tx.announcements)

    @cached_property
    def draft_announcement(self) -> DraftAnnouncement:
        """Checks what an announcement will say before it is sent."""
        return DraftAnnouncement(self.clock)

    @cached_property
    def announce(self) -> Announce:
        """Announces that the school goes over to the electronic journal."""
        return Announce(self.tx.announcements, self.facts, self.clock)
