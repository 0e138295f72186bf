# Final marks: the year table, news of them, and which are missing.
place-year = The year's marks
place-missing = Missing finals
year-head = 🏁 Final marks, { $year }
year-head-undated = 🏁 Final marks
year-none = There are no school years with final marks yet.
year-empty = There are no final marks for this year yet.
year-columns = In this order: { $periods }
year-subject = { $index }. { $subject }: { $what }
year-subject-none = none yet
year-at-the-end = { $kind ->
    [exam] exam <b>{ $mark }</b>
    [final] final <b>{ $mark }</b>
   *[year] year <b>{ $mark }</b>
}
year-before = ‹ { $year }
year-after = { $year } ›
final-head = 🏁 <b>{ $who }</b> · { $subject }, { $period }
final-head-own = 🏁 <b>{ $subject }</b>, { $period }
final-mark = <b>{ $mark }</b> — { $kind ->
    [year] mark of the year
    [exam] mark of the exam
    [final] final mark
   *[period] mark of the period
}
final-changed = Corrected: <b>{ $mark }</b> instead of { $before } — { $kind ->
    [year] mark of the year
    [exam] mark of the exam
    [final] final mark
   *[period] mark of the period
}
final-taken-back = Mark { $before } was taken back — { $kind ->
    [year] mark of the year
    [exam] mark of the exam
    [final] final mark
   *[period] mark of the period
}
final-line = 🏁 { $subject }, { $period }: { $what }
final-many-head = 🏁 <b>{ $who }</b> · final marks, { $period }
final-many-head-own = 🏁 <b>Final marks</b>, { $period }
final-many-head-undated = 🏁 <b>{ $who }</b> · final marks
final-many-head-own-undated = 🏁 <b>Final marks</b>
final-one = { $subject }: { $what }
final-one-of = { $subject }, { $period }: { $what }
final-short = <b>{ $mark }</b>{ $kind ->
    [year] { " " }(year)
    [exam] { " " }(exam)
    [final] { " " }(final)
   *[period] { "" }
}
final-short-changed = corrected, <b>{ $mark }</b> instead of { $before }{ $kind ->
    [year] { " " }(year)
    [exam] { " " }(exam)
    [final] { " " }(final)
   *[period] { "" }
}
final-short-taken-back = mark { $before } was taken back{ $kind ->
    [year] { " " }(year)
    [exam] { " " }(exam)
    [final] { " " }(final)
   *[period] { "" }
}
final-open-year = Finals: { $name }
missing-head = { $scope ->
    [class] 🏁 <b>{ $classes }</b> · final marks missing, { $period }: { $count }
    [course] 🏁 <b>Your subjects</b> · final marks missing, { $period }: { $count }
   *[school] 🏁 <b>School</b> · final marks missing, { $period }: { $count }
}
missing-until = The period ends on { $ends }. { $apart ->
    [yes] Marks are set by { $due }, and families see them by { $shown }.
   *[no] Families see the marks by { $shown }.
}
missing-subject = { $subject }: { $count } — { $names }
missing-course = { $class }, { $subject }: { $count } — { $names }
missing-class = { $class } — { $count }
missing-by-class = By class: { $classes }
missing-line = { $scope ->
    [class] 🏁 { $classes }: final marks missing, { $period }, { $count }
    [course] 🏁 Your subjects: final marks missing, { $period }, { $count }
   *[school] 🏁 School: final marks missing, { $period }, { $count }
}
missing-open = Missing finals: { $class }
missing-of-class-head = 🏁 Missing finals · <b>{ $class }</b>, { $period }
missing-of-class-sum = { $count ->
    [one] { $count } mark is missing.
   *[other] { $count } marks are missing.
} The period ends on { $ends }.
missing-of-class-none = All final marks are set.
missing-of-class-no-period = The class has no periods yet, so no final marks are due.
missing-of-class-head-undated = 🏁 Missing finals · <b>{ $class }</b>
