# The diary by week and by day.
week-head = Diary for { $week }
week-day = <b>{ $day }</b>: { $what }
week-today = <b>{ $day }, today</b>: { $what }
week-lessons = { $count ->
    [one] { $count } lesson
   *[other] { $count } lessons
}
week-marks = marks: { $marks }
week-absences = { $count ->
    [one] { $count } absence
   *[other] { $count } absences
}
week-late = { $count ->
    [one] late once
   *[other] late { $count } times
}
week-free = no lessons
week-before = ‹ Week
week-after = Week ›
day-head = Diary, { $day }
day-free = No lessons on this day.
day-holiday = No lessons: { $title }.
day-marks = { $count ->
    [one] Mark without a lesson: <b>{ $marks }</b>
   *[other] Marks without a lesson: <b>{ $marks }</b>
}
day-whole-week = Whole week
lesson = { $number }. { $time } <b>{ $subject }</b>
lesson-untimed = { $number }. <b>{ $subject }</b>
lesson-with = { $lesson } — { $details }
lesson-marks = { $count ->
    [one] mark <b>{ $marks }</b>
   *[other] marks <b>{ $marks }</b>
}
lesson-absence = 🚪 { $code ->
    [absent] not at the lesson
    [ill] ill
    [excused] excused
    [late] late
   *[other] absent
}
lesson-homework = 🏠 homework: { $text }
lesson-homework-due = 🏠 homework for { $due }: { $text }
lesson-cancelled = lesson cancelled
lesson-replaced = replacement
lesson-replaced-by = replacement: { $teacher }
lesson-room = room { $room }
