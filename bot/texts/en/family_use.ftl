# How the families of a class use the diary.
place-family-use = Who comes in
use-head = <b>{ $class }</b> · how families use the diary
use-sum = { $active } of { $count } since { $since }
use-empty = There are no pupils in the class now.
use-no-guardians = { $name }: the school's files name no parents
use-never = { $name }: the parents have not come in yet
use-away = { $name }: { $came } of { $count } are in{ $letters ->
    [0] { "" }
   *[other] , by letter { $letters }
}, and did not come in this time
use-line = { $name }: { $came } of { $count } in{ $letters ->
    [0] { "" }
   *[other] , by letter { $letters }
}, { $days ->
    [one] { $days } day
   *[other] { $days } days
}, last { $last }
use-remind = Remind of the review
use-reminded = { $count ->
    [0] There is nobody to remind: some have reviewed or were reminded this week, others have no time left before Sunday or would not get it.
    [one] { $count } parent is reminded of the review.
   *[other] { $count } parents are reminded of the review.
}
use-reminded-before = Once a week is the most, these were reminded: { $names }{ $rest ->
    [0] .
   *[other] { " " }and { $rest } more.
}
use-remind-too-late = It is too late to remind: quiet hours last until morning, when the week cannot be saved any more.
