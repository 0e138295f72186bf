# What is to be done for a day.
homework-head = 🏠 Homework for { $when ->
    [today] today, { $day }
    [tomorrow] tomorrow, { $day }
   *[other] { $day }
}
homework-line = <b>{ $subject }</b>: { $text }
homework-continued = <b>{ $subject }</b>, continued: { $text }
homework-empty = No homework for { $when ->
    [today] today
    [tomorrow] tomorrow
   *[other] { $day }
}. Checked at { $time }.
day-before = ‹ { $day }
day-after = { $day } ›
homework-number = { $index }.
homework-done = — <b>done</b>
homework-tick = { $done ->
    [true] ✓ { $index }
   *[false] { $index }
}
homework-overdue = Not done
overdue-head = 🏠 Not ticked off as done: { $count }
overdue-line = <b>{ $due }</b>, { $subject }: { $text }
overdue-empty = Since { $since } everything is ticked off as done.
