# Pictures and files of a pupil.
place-chart = Chart
place-attendance = Absence calendar
place-report-card = Report card (PDF)
place-agenda = Calendar (ICS)
paper-failed = The file could not be made just now. Nothing is lost; please try again in a minute.
paper-period-before = ‹ { $period }
paper-period-after = { $period } ›

# The chart of marks.
chart-head = Marks, { $period }
chart-caption = 📘 Chart of marks, { $period }
chart-how = Dots: marks by day. Line: how the mean went.
chart-spread = Grey band: half of all marks of the class, without names. It is there where at least { $pupils ->
    [one] { $pupils } pupil has
   *[other] { $pupils } pupils have
} marks.
chart-legend-mark = mark
chart-legend-mean = mean by day
chart-legend-spread = half of the class's marks, dashes: the middle
chart-unmarked = Without marks: { $subjects }
chart-rest = … and { $count } more subjects

# The attendance calendar.
attendance-head = Absences, { $period }
attendance-caption = 🚪 Absence calendar, { $period }
attendance-letter = { $code ->
    [ill] i
    [excused] e
    [late] l
   *[absent] a
}
attendance-sum = { $code ->
    [ill] illness, lessons: { $count }
    [excused] valid reason, lessons: { $count }
    [late] late, lessons: { $count }
   *[absent] no reason confirmed, lessons: { $count }
}
attendance-number = The number at the upper right: how many lessons.

# The report card.
report-card-head = Report card, { $period }
report-card-caption = 📘 Report card, { $period }
report-card-how = Marks, mean, period mark and absences by subject: to be printed.
report-card-pupil = { $family } { $given } { $middle }
report-card-class = class { $class }
report-card-subject = Subject
report-card-marks = Marks
report-card-mean = Mean
report-card-period-mark = Period mark
report-card-missed = Lessons missed
report-card-late = Times late
report-card-total = Total
report-card-made = From the electronic journal, { $day }, { $time }. Until the period ends marks may change.
report-card-page = p. { $page }
report-card-empty = There are no subjects and marks in this period.

# The calendar of lessons for a phone or a computer.
agenda-head = 📅 Calendar
agenda-what = The timetable with replacements and cancellations, control works and homework: two weeks back and eight ahead. For the calendar of a phone or a computer.
agenda-file-once = A file shows the day on which it was made.
agenda-link-none = A link keeps up to date by itself: add it to a calendar as a subscription.
agenda-link-since = The link works since { $day }. It cannot be shown again; if it is lost, make a new one.
agenda-link-new = Your link: <b>{ $address }</b>
agenda-link-secret = It opens the calendar without a code. Do not pass it on: who knows it sees timetable and homework.
agenda-link-before = The link before it does not work any more.
agenda-link-cut = The link is switched off. Calendars that have it will not be updated any more.
agenda-link-off = Subscription by link is not set up at this school.
agenda-send-file = Send the file
agenda-make-link = Get a link
agenda-renew-link = New link
agenda-cut-link = Switch the link off
agenda-caption = 📅 Calendar: timetable, control works, homework
agenda-open-file = Open the file on a phone or a computer: it will offer to add the events.
agenda-title = School: { $who }
agenda-cancelled = Cancelled: { $subject }
agenda-replaced = Replacement: { $subject }
agenda-moved = Moved: { $subject }
agenda-moved-from = Moved: was on { $day }, lesson { $number }.
agenda-number = lesson { $number }
agenda-room = room { $room }
agenda-teacher = Teacher: { $teacher }
agenda-topic = Topic: { $topic }
agenda-homework = Set: { $text }
agenda-task = 🏠 Homework: { $subject }
agenda-control = Control work: { $subject }
