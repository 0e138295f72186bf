# The timetable of a day and of a week.
timetable-head = 📅 Расписание, { $day }
timetable-week-head = 📅 Расписание, { $week }
timetable-lesson = { $number }. { $starts }–{ $ends } <b>{ $subject }</b>
