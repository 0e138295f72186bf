# Results on paper, for families that read nothing electronic.
place-paper-run = Print for families
paper-run-head = Print for families · <b>{ $title }</b>
paper-run-head-of = Print for families · <b>{ $title }</b>, { $days }
paper-run-none = No sheets have been made yet. They are made by themselves after each week or month, as the school decided.
paper-run-empty = Nobody needs paper: all families are told electronically. Checked on { $day }, { $time }.
paper-run-sum = Made on { $day }, { $time }. Sheets: { $count }, handed over: { $handed }.
paper-run-family = { $index }. { $name }: { $why ->
    [declined] declined in writing
    [asked] asked for paper in writing
    [never_in] never came in
    [unreachable] messages do not arrive
   *[not_reached] a forecast or warning did not arrive
}{ $handed ->
    [none] { "" }
   *[other] ; <b>handed over on { $handed }</b>
}
paper-run-how = A number ticks a sheet as handed over; once more takes the tick back.
paper-run-file = Open the PDF
paper-run-open = Who gets a sheet
paper-run-before = ‹ To { $day }
paper-run-after = To { $day } ›
paper-run-hand-all = All handed over
paper-run-make = Make up to today
paper-run-made = The sheets are made up to today.
paper-run-needless = Nobody needs paper now: all families are told electronically.
paper-run-all-handed = Ticked: all handed over.
paper-run-caption = { $count ->
    [one] { $count } sheet: print it and hand it to the family.
   *[other] { $count } sheets: print them and hand them to the families.
}
paper-run-news = { $count ->
    [one] { $count } family needs its results on paper: print the sheet, hand it over and tick it.
   *[other] { $count } families need their results on paper: print the sheets, hand them over and tick them.
}
paper-run-file-later = The file could not be made just now. “Who gets a sheet” has it: “Open the PDF”.
sheet-file = Print for families { $title }, { $days }
sheet-head = Results and attendance
sheet-whose = { $given } { $middle } { $family }
sheet-class = Class { $title }. { $days }.
sheet-subject = Subject
sheet-marks = Marks of these days
sheet-mean = Mean
sheet-forecast = Forecast
sheet-period-mark = Final
sheet-period = Mean, forecast and final mark: { $period }. The forecast is the mark to be expected; it may change until the period ends.
sheet-lacking = too few marks
sheet-lacking-by = none: { $count } more by { $day }
sheet-late-marks = Marks of earlier days
sheet-late-line = { $subject }: { $marks }
sheet-late-mark = { $day } — { $mark }
sheet-late-changed = { $day } — corrected, { $mark } instead of { $before }
sheet-late-taken-back = { $day } — mark { $before } taken back
sheet-finals = Final marks: what is new
sheet-final-line = { $subject }: { $marks }
sheet-final = { $kind ->
    [year] year – { $mark }
    [exam] exam – { $mark }
    [final] final mark – { $mark }
   *[period] { $period } – { $mark }
}
sheet-final-changed = { $kind ->
    [year] year – corrected, { $mark } instead of { $before }
    [exam] exam – corrected, { $mark } instead of { $before }
    [final] final mark – corrected, { $mark } instead of { $before }
   *[period] { $period } – corrected, { $mark } instead of { $before }
}
sheet-final-taken-back = { $kind ->
    [year] year – mark { $before } was taken back
    [exam] exam – mark { $before } was taken back
    [final] final mark – mark { $before } was taken back
   *[period] { $period } – mark { $before } was taken back
}
sheet-warnings = Warnings
sheet-warning-line = { $subject }. { $fact } { $words }
sheet-no-subjects = There are no subjects and marks in this period.
sheet-no-marks = No marks in these days.
sheet-missed = Absences and late arrivals
sheet-missed-none = No absences and no late arrivals on these days.
sheet-missed-line = { $day }, lesson { $number }, { $subject }: { $what }
sheet-missed-taken-back = record taken back
sheet-late-missed = Absences and late arrivals of earlier days
sheet-homework = Not ticked as done
sheet-homework-all = All homework is ticked as done.
sheet-homework-none = There was no homework for these days.
sheet-homework-unticked = Homework for these days: { $count }. The pupil does not tick it off in the bot, so what is not done is not marked here.
sheet-homework-line = { $subject }, for { $day }: { $text }
sheet-praise = Praise and achievements
sheet-notes = Behaviour and development
sheet-remark-line = { $day }: { $text }
sheet-signed = I have read this sheet: _____________________________     Date: ______________
sheet-made = From the electronic journal, { $day }, { $time }.
sheet-goes-on = { $whose }, { $title }. The sheet goes on.
sheet-page = p. { $page }
