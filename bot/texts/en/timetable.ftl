# The timetable of a day and of a week.
timetable-head = 📅 Timetable, { $day }
timetable-week-head = 📅 Timetable, { $week }
timetable-lesson = { $number }. { $starts }–{ $ends } <b>{ $subject }</b>
