# What all tables share: documents, and the screens that stand for them.
table-percent = { $share } %
table-made = Made from the electronic journal on { $day }, { $time }
table-page = p. { $page }
table-empty = There are no records.
table-signature = { $who }: ____________________ / ____________________
table-signature-date = Date: ____________________
table-sheet = Sheet { $number }

# Words of the tables of core.reports, by key.
table-of-class = Class: { $class }
table-of-school = Whole school
table-of-period = { $title }: { $begins } – { $ends }
table-number = No
table-pupil = Pupil
table-person = Member of staff
table-class = Class
table-subject = Subject
table-teacher = Teacher
table-period = Period
table-month = Month
table-month-of = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
table-day = Day
table-mark = Mark
table-work = For what
table-topic = Topic
table-letter = Code
table-reason = Reason
table-lesson-number = Lesson
table-total = Total
table-total-records = Records: { $count }
table-total-active = Were here: { $count }
table-count = How many
table-share = Share
table-who = Who
table-indicator = Indicator
table-mean = Mean
table-pupils = Pupils
table-pupils-over-term = Pupils over the period

# Attendance.
table-attendance = Attendance
table-attendance-by-subject = Missed by subject
table-attendance-summary = Attendance by period
table-attendance-of-classes = Attendance by class
table-attendance-note = Lessons count while the pupil was in the class. Coming late is not missing. An absence has no reason until it is confirmed.
table-attendance-summary-note = A day is missed when all its lessons were. The year counts all days of the school year up to today.
table-lessons-given = Lessons held
table-missed = Lessons missed
table-missed-ill = Ill
table-missed-excused = Excused
table-missed-absent = No confirmed reason
table-whole-days = Whole days
table-late = Late
table-attended = Attended
table-period-days = { $period }: days
table-period-lessons = { $period }: lessons
table-period-ill = { $period }: ill
table-year-days = Year: days
table-year-lessons = Year: lessons
table-year-ill = Year: ill
table-missed-lessons = Missed lessons and topics
table-letter-absent = absent
table-letter-ill = ill
table-letter-excused = excused
table-letter-late = late
table-reason-unknown = not known
table-reason-claimed = told by the family
table-reason-confirmed = confirmed

# Results.
table-results = Results by subject
table-results-of-classes = Results by class: { $period }
table-results-note = Success: the share without a “2” and not certified. Quality: the share of “4” and “5”; passes alone have no quality. Marks that are set count.
table-period-report = Results of the period
table-class-mean = Mean of all final marks: { $mean }
table-success = Success
table-quality = Quality
table-grade-5 = “5”
table-grade-4 = “4”
table-grade-3 = “3”
table-grade-2 = “2”, failed
table-grade-pass = Passed
table-grade-none = Not certified
table-grade-unset = Not set
table-standing = Result
table-standing-excellent = “5” only
table-standing-good = “4” and “5”
table-standing-one-three = One “3”
table-standing-fair = With “3”
table-standing-passed = Passes only
table-standing-poor = Failing
table-standing-not-certified = Not certified
table-standing-unmarked = Without final marks
table-is-excellent = “5” only
table-is-good = “4” and “5”
table-is-one-three = one “3”
table-is-fair = with “3”
table-is-passed = passes
table-is-poor = has a “2”
table-is-not-certified = not certified
table-is-unmarked = no marks
table-pupil-in = { $pupil } ({ $subjects })
table-summary = Final marks
table-summary-by-period = Final marks by period
table-summary-of = { $class }: final marks
table-summary-note = Made of the marks that stand in the journal at the time told.
table-pupil-times = { $pupil } ({ $count })
table-of-pupil = { $pupil }
table-end-year = Year
table-end-exam = Exam
table-end-final = Final
table-poor-marks-count = Unsatisfactory marks
table-poor-marks = Unsatisfactory marks and topics

# Movement of pupils.
table-movement = Arrived and left
table-movement-counts = Numbers of pupils
table-movement-note = By the first and last days in the class lists. Who was in the class on the first day of the first period has not arrived. Who came or left in the holidays counts in the period after them.
table-roll-begun = At the beginning
table-roll-arrived = Arrived
table-roll-left = Left
table-roll-ended = At the end
table-move = Movement
table-move-arrived = arrived
table-move-left = left
table-move-other = From, to
table-move-elsewhere = outside the school
table-move-by-files = no longer in the school's lists

# Filling of the journal.
table-filling-by-month = Filling by month
table-filling-by-course = Filling by subject
table-filling-of-classes = Filling by class
table-filling-note = Lessons are those held. A lesson without homework may be right: not each one needs it.
table-lessons = Lessons
table-without-topic = No topic
table-without-homework = No homework
table-filled = With topic
table-marks = Marks
table-marks-a-lesson = Marks a lesson
table-gathered-marks = Marks gathered: { $period }
table-subject-in-period = { $subject } ({ $period })
table-gathered-note = How many marks certify is a rule of the school, by lessons a week. A subject certified by half-years is held to the norm of the half-year.
table-marks-needed = Marks needed
table-marks-none = Without marks
table-marks-one = With one mark
table-marks-fewer = Fewer than needed
table-marks-enough = Enough
table-marks-share = Share with enough

# Use of the journal.
table-reviews = Reviews by families
table-review-days = Week: { $begins } – { $ends }
table-guardian = Guardian
table-review-days-of = Days of review
table-review-count = Days
table-review-standing = The week
table-review-done = done
table-review-missing = not done
table-review-paper = sheet on paper
table-review-nobody = no guardians listed
table-review-sum = Done: { $done } of { $count }
table-review-rule = The totals are to be reviewed on { $times ->
    [one] { $times } day
   *[other] { $times } days
} of a week, { $by ->
    [each] by each guardian.
   *[one] by one guardian at least.
} A family that holds the week's sheet on paper counts as informed.
table-review-no-lessons = There are no lessons in this week: nothing is to be reviewed.
table-review-week = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
table-review-weeks-done = Weeks done
table-review-families-done = Families in the week
table-review-yes = +
table-review-by-paper = sheet
table-review-signs = A column is the week from the Monday named. “+”: the family reviewed; “sheet”: it holds one on paper; empty: not done.
table-family-activity = Families' activity
table-activity-of-classes = Activity by class
table-staff-activity = Staff activity
table-activity-note = Kept are a number of days in each month and the last day only; what was opened is not kept. Months count as a whole.
table-pupil-in-since = Pupil in since
table-pupil-days = Pupil's days
table-guardians = Guardians
table-guardians-in = Guardians in
table-guardian-days = Guardians' days
table-last-day = Last day
table-pupils-in = Pupils in
table-pupils-active = Pupils active
table-families-in = Families in
table-families-active = Families active
table-families-share = Share of families
table-in-since = In since
table-days = Days

# Who signs.
table-signs-class-teacher = Class teacher
table-signs-deputy-head = Deputy head
table-signs-head = Head

# Titles of the reports.
table-report-summary = Summary sheet of marks
table-report-results = Results of the class
table-report-period = Report of the class teacher
table-report-attendance = Attendance of the class
table-report-attendance-summary = Summary sheet of attendance
table-report-movement = Movement of pupils
table-report-missed = Missed lessons with topics
table-report-poor = Unsatisfactory marks with topics
table-report-pupils = Summary sheet by pupil
table-report-activity = User activity
table-report-filling = Filling of the journal
table-school-report-results = Results of the school
table-school-report-attendance = Attendance of the school
table-school-report-movement = Movement of pupils
table-school-report-filling = Filling of the journals
table-school-report-activity = User activity
table-school-report-year = The school's year
