# Marks by subject, and one subject's marks.
marks-head = 📘 Marks, { $period }
marks-subject = { $index }. { $subject }: { $what }
marks-none-of-subject = no marks
marks-mean = mean <b>{ $mean }</b>
marks-period-mark = period mark <b>{ $mark }</b>
marks-empty = No marks in this period so far.
marks-no-period = The school has set no periods yet, so there are no marks here.
marks-period-before = ‹ { $period }
marks-period-after = { $period } ›
subject-head = 📘 { $subject }, { $period }
subject-mean = Mean: <b>{ $mean }</b>
subject-no-mean = No mean yet: there are no marks that count.
subject-period-mark = Period mark: <b>{ $mark }</b>
subject-mark = <b>{ $mark }</b> — { $work }, { $day }
subject-mark-weighted = <b>{ $mark }</b> — { $work }, { $day }, weight { $weight }
subject-empty = No marks of this subject in this period so far.
subject-all = All subjects
