## The school's rules, each in one sentence. Where it comes from is added by rule-by-…

rule-rounding-places = Means are shown with { $value ->
    [0] no decimals
    [one] { $value } decimal
   *[other] { $value } decimals
}
rule-rounding-half = A half is rounded { $value ->
    [even] to the even mark
   *[up] up: 4.50 is a 5
}
rule-marking-weighted = { $value ->
    [false] All works weigh the same
   *[true] Means are weighted by the kind of control
}
rule-marking-written-within-days = Marks for written work are entered within { $value } d
rule-marking-deferred-from-percent = Who was ill for more than { $value } % of the time may have the period mark deferred
rule-sufficiency-quarter-at-one-hour = Marks that certify a quarter at one lesson a week: { $value }
rule-sufficiency-quarter-at-more = Marks that certify a quarter at two or more lessons a week: { $value }
rule-sufficiency-half-year-at-one-hour = Marks that certify a half-year at one lesson a week: { $value }
rule-sufficiency-half-year-at-more = Marks that certify a half-year at two or more lessons a week: { $value }
rule-sufficiency-free-weeks-at-one-hour = First weeks of a period in which a lack of marks does not count, at one lesson a week: { $value }
rule-sufficiency-free-weeks-at-more = First weeks of a period in which a lack of marks does not count, at two or more lessons: { $value }
rule-forecast-in-hand-days-before = The family holds the forecast { $value } d before the period ends
rule-forecast-printed-days-before = Who has no forecast { $value } d before the period ends gets it printed
rule-forecast-issued-days-before = If the class teacher did not send the forecast, it goes out { $value } d before the period ends
rule-forecast-warned-after-days = The draft of a warning goes out by itself after { $value } d
rule-forecast-warned-again-after-days = Of a risk that ended and came back the family is warned again after { $value } d at the earliest
rule-period-marks-set-days-before = Period marks are set { $value } d before the period ends
rule-period-marks-ordered = { $value ->
    [off] The school's order names no day for period marks
   *[other] By the school's order period marks are set by { $value }
}
rule-period-marks-shown-days-before = Families see period marks { $value } d before the period ends
rule-period-marks-missing-told-days-before = The school hears which period marks are missing { $value } d before the period ends
rule-period-marks-missing-told-days-after = The school hears once a week which period marks are still missing, for { $value } d after the period
rule-review-times-a-week = Parents review progress at least { $value ->
    [one] once
   *[other] { $value } times
} a week, on different days
rule-review-done-by = A child is done when { $value ->
    [each] each guardian has reviewed
   *[one] one guardian has reviewed
}
rule-review-told = The class teacher hears { $value ->
    [each] of each review
   *[daily] of reviews once a day, as a list
}
rule-paper-every = Who needs paper gets a printout once a { $value ->
    [month] month
   *[week] week
}
rule-homework-recorded = Homework is recorded { $value ->
    [after-lessons] soon after the class's lessons
   *[day] during the lesson or within the working day
}
rule-homework-minutes-after-lessons = Minutes after the class's lessons in which homework is recorded: { $value }
rule-keeping-entered-after-failure-days = After a failure paper records are entered within { $value } d
rule-keeping-sections-ready-by = The sections of the year are ready by (month-day) { $value }
rule-keeping-backup-months = A backup is made once in { $value } mo
rule-delivery-correction-window = A new mark can be put right before anyone reads it for { $value } min
rule-delivery-quiet-hours = { $value ->
    [off] There are no quiet hours
   *[other] Quiet hours: { $value }
}
rule-delivery-digest-at = The digest for who chose it comes at { $value }, the weekly one on Sunday
rule-codes-lifetime = An activation code lives { $value } d
rule-codes-wrong-tries = Wrong codes that a chat may send: { $value }
rule-codes-wrong-tries-everywhere = Wrong codes that all chats together may send: { $value }
rule-codes-within = Minutes in which wrong codes are counted: { $value }
rule-breach-reported-working-days = A breach of an account is reported within { $value } working d
rule-help-topic-days = Each topic has somebody on duty at least once in { $value } d
rule-help-first-answer-minutes = The consultant's first answer comes within { $value } min of duty
rule-help-reopened-days = A closed request may be reopened for { $value } d
rule-help-asked-back-reminded-days = Who does not answer a question back is reminded once after { $value } d
rule-help-asked-back-closed-days = A request closes { $value } d after a question back that nobody answered
rule-help-trainings-a-quarter = Trainings in a quarter: { $value } or more
rule-help-training-told-days-before = If there is none, the administrator hears { $value } days before the quarter ends
rule-help-called-minutes-before = The consultant says to be there { $value } min before duty
rule-help-called-again-minutes-before = If silent, the consultant is asked once more { $value } min before
rule-help-alarmed-minutes-before = If still silent { $value } min before, who can stand in and the administrator hear of it
rule-help-kept-minutes-after = A request left undecided { $value } min after duty goes on to the next

rule-by-document = { $rule } ({ $clause })
rule-by-school = { $rule } (the school's own decision)
rule-by-program = { $rule } (no document sets it)

rule-truancy-missed-lessons = Families are told of { $value } lessons missed without good reason: the class teacher decides
rule-truancy-within-days = Such lessons are counted over { $value } days, holidays left out
rule-truancy-reminded-after-days = An undecided draft is brought to mind after { $value } school days; after as many again the deputy head hears
rule-control-works-warned-days-before = { $value ->
    [0] Families are not reminded of control works
   *[other] Families are reminded of a control work { $value } school days ahead
}
