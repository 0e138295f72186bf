# Review: a parent looks at the totals and says so; the school sees who did.
place-review = Review
place-reviews = Families' reviews
review-head = ✍️ Review of the week
review-counts = Marks this week: { $marks }, absences: { $absences }
review-days = You reviewed on: { $days }.
review-no-day = You have not reviewed this week yet.
review-missing = { $count ->
    [one] { $count } more review is
   *[other] { $count } more reviews are
} needed on another day, by { $until }.
review-missing-first = { $count ->
    [one] { $count } review is needed by { $until }.
   *[other] { $count } reviews are needed by { $until }, on different days.
}
review-done = All done for this week.
review-done-by-other = Another parent has reviewed this week already.
review-on-paper = The week's results were handed to you on paper: that is enough.
review-too-late = There are not so many days left until { $until }, but you can still review.
review-for-parents = Reviews are made by parents.
review-subject = { $subject }: { $what }
review-subject-final = final <b>{ $mark }</b>
review-subject-mean = mean <b>{ $mean }</b>
review-short = { $subject } { $what }
review-short-final = final <b>{ $mark }</b>
review-nothing = There are no marks in this period yet.
review-button = I have read it
review-open = Open the totals
review-own = My reviews
review-recorded = Recorded: { $day }, { $time }.
review-again = You have reviewed today. One day counts once.
review-changed = The totals changed while the screen was open. Look at them and tap again.
review-own-head = ✍️ My reviews, { $period }
review-own-head-past = ✍️ My reviews, { $period }, { $year }
review-own-head-undated = ✍️ My reviews
review-own-none = The period has not begun yet.
review-own-no-weeks = There are no school weeks in this period.
review-own-week = { $week }: { $days }
review-own-week-done = { $week }: { $days }, done
review-own-week-none = { $week }: —
review-own-week-on-paper = { $week }: results on paper, done
review-own-week-paper = { $week }: { $days }; results on paper, done
reviewed-head = ✍️ <b>{ $who }</b> · review
reviewed = { $name } has reviewed the totals, { $day }.
reviewed-line = ✍️ { $name } has reviewed the totals, { $day }
reviews-head = ✍️ <b>Reviews</b>, { $day }: { $count }
reviews-class = { $class }: { $names }
reviews-line = ✍️ Reviews, { $day }: { $count }
nudge-head = ✍️ <b>{ $who }</b> · review of the week
nudge-head-own = ✍️ Review of the week
nudge = Look at the totals today and tap “I have read it”: { $count ->
    [one] { $count } more day is
   *[other] { $count } more days are
} needed by { $until }.
nudge-line = ✍️ Review of the week: { $count ->
    [one] { $count } more day is
   *[other] { $count } more days are
} needed by { $until }
nudge-open = Totals: { $name }
reviews-week-head = ✍️ Reviews · <b>{ $class }</b>, { $week }
reviews-week-sum = Done: { $done } of { $count }{ $paper ->
    [0] {""}
   *[other] {""}, of these on paper: { $paper }
}
reviews-week-holidays = There are no lessons this week: no review is needed.
reviews-week-all = All families have reviewed.{ $paper ->
    [0] {""}
   *[other] {" "}Of these on paper: { $paper }.
}
reviews-week-empty = There are no pupils in the class yet.
reviews-week-missing = { $name }: { $days }
reviews-week-none = no review
reviews-week-no-guardian = no parents on the list
reviews-week-guardian = { $name } — { $days }
reviews-week-nobody = none
reviews-before = ‹ Week
reviews-after = Week ›
reviews-period = The period
reviews-week = By week
reviews-period-head = ✍️ Reviews · <b>{ $class }</b>, { $period }
reviews-period-head-undated = ✍️ Reviews · <b>{ $class }</b>
reviews-period-none = No school week is over yet.
reviews-period-sum = { $count ->
    [one] { $count } school week is over.
   *[other] { $count } school weeks are over.
}
reviews-period-pupil = { $name }: { $done } of { $count }
