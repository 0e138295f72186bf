# A teacher sums up the own courses: sheets of final marks.
place-sheets = Final marks
sheets-head = 🏁 <b>My final marks</b>, { $period }
sheets-head-undated = 🏁 <b>My final marks</b>
sheets-until = To be set by { $by }. The period ends on { $ends }.
sheets-which = At which school?
sheets-empty = You have no courses with final marks this school year.
sheets-line = { $index }. { $course }: { $what }
sheets-done = all set
sheets-lack = { $lack ->
    [period] { $count } missing
    [year] { $count } of the year missing
    [final] { $count } final after an exam missing
   *[final-of-others] { $count } final missing (the rest have it)
}
sheets-back = ‹ My final marks
period-sheet-head = 🏁 <b>{ $course }</b>, { $period }{ $kind ->
    [year] : year's marks
    [exam] : exam marks
    [final] : final marks
   *[period] { "" }
}
sheet-sum = Set: { $done } of { $count }.
sheet-nobody = Nobody takes this course in the period.
sheet-line = { $index }. { $name }: <b>{ $mark }</b>
sheet-line-none = { $index }. { $name }: none
sheet-line-none-after-exam = { $index }. { $name }: none, exam { $exam }
sheet-kind = { $kind ->
    [year] Year
    [exam] Exam
    [final] Final
   *[period] Period
}
sheet-fill = Set them
sheet-back = ‹ To the list
sheet-set = Recorded. { $done } of { $count } are set.
sheet-taken-back = Mark removed: { $name }
cell-none = <b>{ $name }</b>: no mark
cell-mark = <b>{ $name }</b>: <b>{ $mark }</b>
cell-earlier = By period: { $marks }
cell-at-the-end = { $kind ->
    [year] Year { $mark }
    [exam] Exam { $mark }
   *[final] Final { $mark }
}
cell-empty = Remove
cell-next = Next ›
cell-skip = Skip ›
cell-changed = The mark has changed since this was shown. Look at it and tap again.
refusal-summed-up-elsewhere = The teacher of another subgroup of this subject set the mark and can correct it.
# What is missing at the end of a year, told apart.
missing-after-exam = { $subject } (final: there is an exam)
missing-of-others = { $subject } (final: the rest of the class have it)
missing-group = { $lack ->
    [year] Of the year:
    [final] Final, with an exam:
   *[final-of-others] Final, which the rest of the class have:
}
missing-set = Set them
missing-set-in = Set: { $period }
missing-open-in = { $class }: { $period }
missing-by-class-final = Final, with an exam: { $classes }
missing-by-class-of-others = Final, which the rest have: { $classes }
