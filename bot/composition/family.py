"""What families do: read the diary, answer alerts, announce absences, review totals."""

from functools import cached_property

from bot.composition.desk import Desk
from core.diary.excuses.alerts import AnswerAlert, EndSearch, ReadAlert, SeekPupil
from core.diary.excuses.family import AnnounceAbsence, Family, ReadAnnouncing, WithdrawExcuse
from core.diary.forecast.reading import ReadForecast
from core.diary.homework.reading import ReadHomework, ReadOverdue, TickHomework
from core.diary.reading import OpenChild, ReadAbsences, ReadDay, ReadMarks, ReadWeek
from core.diary.school_life.control_works import ReadControlWorks
from core.diary.school_life.programme import ReadProgramme
from core.diary.school_life.reading import ReadEvents, ReadHolidays, ReadTeachers
from core.diary.totals.finals import ReadYear
from core.diary.totals.own_reviews import ReadOwnReviews
from core.diary.totals.reviewing import ReadTotals, ReviewTotals


class FamilyDesk(Desk):
    """Use cases of guardians and pupils in the chat."""

    @cached_property
    def open_child(self) -> OpenChild:
        """Finds the pupil whom a button means."""
        return OpenChild(self.reader)

    @cached_property
    def read_week(self) -> ReadWeek:
        """Reads a week of the diary."""
        return ReadWeek(self.reader)

    @cached_property
    def read_day(self) -> ReadDay:
        """Reads a day of the diary."""
        return ReadDay(self.reader, self.tx.lesson_forms, self.tx.remarks)

    @cached_property
    def read_marks(self) -> ReadMarks:
        """Reads a period's marks."""
        return ReadMarks(self.reader)

    @cached_property
    def read_homework(self) -> ReadHomework:
        """Reads what is to be done for a day."""
        return ReadHomework(self.reader, self.tx.homework_ticks, self.tx.lesson_forms)

    @cached_property
    def read_overdue(self) -> ReadOverdue:
        """Reads what was not done in time."""
        return ReadOverdue(self.reader, self.tx.homework_ticks)

    @cached_property
    def tick_homework(self) -> TickHomework:
        """Ticks homework as done."""
        return TickHomework(self.reader, self.tx.homework_ticks)

    @cached_property
    def read_absences(self) -> ReadAbsences:
        """Reads a period's absences."""
        return ReadAbsences(self.reader)

    @cached_property
    def read_teachers(self) -> ReadTeachers:
        """Reads who teaches a pupil."""
        return ReadTeachers(self.reader, self.tx.class_life)

    @cached_property
    def read_holidays(self) -> ReadHolidays:
        """Reads the year's holidays."""
        return ReadHolidays(self.reader)

    @cached_property
    def read_events(self) -> ReadEvents:
        """Reads what class and school do."""
        return ReadEvents(self.reader, self.tx.class_life)

    @cached_property
    def read_programme(self) -> ReadProgramme:
        """Reads how far the programme has come."""
        return ReadProgramme(self.reader, self.tx.programme)

    @cached_property
    def read_control_works(self) -> ReadControlWorks:
        """Reads which control works come."""
        return ReadControlWorks(self.reader, self.tx.control_works)

    @cached_property
    def read_forecast(self) -> ReadForecast:
        """Reads a pupil's forecast."""
        return ReadForecast(self.reader, self.foresee)

    @cached_property
    def read_year(self) -> ReadYear:
        """Reads a year's final marks."""
        return ReadYear(self.reader, self.tx.finals)

    @cached_property
    def read_totals(self) -> ReadTotals:
        """Reads the totals that a guardian reviews."""
        return ReadTotals(self.reader, self.tx.acknowledgements, self.tx.reviews)

    @cached_property
    def review_totals(self) -> ReviewTotals:
        """Records that a guardian reviewed the totals."""
        return ReviewTotals(self.read_totals, self.acknowledge, self.facts, self.clock)

    @cached_property
    def read_own_reviews(self) -> ReadOwnReviews:
        """Reads a guardian's own record of reviews."""
        return ReadOwnReviews(self.reader, self.tx.acknowledgements, self.tx.reviews)

    @cached_property
    def _family(self) -> Family:
        return Family(self.reader, self.tx.excuses, self.tx.searches, self.facts)

    @cached_property
    def read_alert(self) -> ReadAlert:
        """Reads an alert that can be answered."""
        return ReadAlert(self._family)

    @cached_property
    def answer_alert(self) -> AnswerAlert:
        """Answers an alert: the family knows."""
        return AnswerAlert(self._family)

    @cached_property
    def seek_pupil(self) -> SeekPupil:
        """Answers an alert: the family does not know where the pupil is."""
        return SeekPupil(self._family, self.tx.audience, self.tx.paper_runs)

    @cached_property
    def end_search(self) -> EndSearch:
        """Says that the pupil was found."""
        return EndSearch(self._family)

    @cached_property
    def read_announcing(self) -> ReadAnnouncing:
        """Reads the form that announces an absence."""
        return ReadAnnouncing(self._family)

    @cached_property
    def announce_absence(self) -> AnnounceAbsence:
        """Announces an absence ahead."""
        return AnnounceAbsence(self._family)

    @cached_property
    def withdraw_excuse(self) -> WithdrawExcuse:
        """Takes an announcement back."""
        return WithdrawExcuse(self._family)
