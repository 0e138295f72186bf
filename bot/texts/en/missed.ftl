# Missed lessons of a week, verified with subject teachers.
place-missed-week = Verify absences
missed-head = 🚪 <b>{ $class }</b> · absences of { $week }
missed-sum = { $count ->
    [0] There are no absences this week.
   *[other] Subjects with absences: { $count }, verified: { $done }.
}
missed-line = { $index }. { $subject }: { $count }{ $unknown ->
    [0] {""}
   *[other] {""}, without a reason: { $unknown }
}{ $state ->
    [asked] {""} · the teacher has not answered yet
    [right] {""} · the teacher: right
    [fixing] {""} · the teacher will correct it
    [verified] {""} · verified
    [changed] {""} · changed after the answer
   *[none] {""}
}
missed-course = <b>{ $subject }</b>{ $teacher ->
    [none] {""}, no teacher in the files
   *[other] {""}, { $teacher }
}{ $state ->
    [asked] {""}. Asked, and not answered yet.
    [right] {""}. The teacher answered: right.
    [fixing] {""}. The teacher answered: will correct it.
    [verified] {""}. Verified.
    [changed] {""}. The absences changed after they were answered or verified: please verify them again.
   *[none] {""}
}
missed-lesson = { $day }, lesson { $number }, { $name }: { $code }{ $reason ->
    [claimed] {""}, the family says why
    [confirmed] {""}, the reason is confirmed
   *[unknown] {""}, the reason is not known
}
missed-others = ⚠️ The absences are others now than those on the screen. Nothing was kept: please check again.
missed-ask = Ask the teacher
missed-tick = Verified
missed-back = ‹ To the week
check-head = 🚪 <b>{ $subject ->
    [none] Absences
   *[other] { $subject }
}</b> · absences of { $week } to verify
check-ask = { $count ->
    [0] There are no absences now.
   *[other] Absences: { $count }.
} { $state ->
    [right] You answered: right.
    [fixing] You answered: I will correct it. Please do so in the journal.
    [verified] The class teacher has verified them.
    [changed] They changed since the last answer. Is all right?
   *[asked] Is all right?
}
check-right = Right
check-fixing = I will correct it
news-check-head = 🚪 <b>{ $class }</b> · { $subject }, absences to verify
news-check = The class teacher asks you to look at the absences of { $week }.
news-line-check = 🚪 { $class }, { $subject }: look at the absences of { $week }
news-check-open = Look
refusal-check-decided = This was asked, answered or verified in the meantime. Open the week anew.
# The week's list comes by itself.
missed-week-news = Missed lessons: { $lessons }. Subjects: { $count }, not verified: { $unverified }.
missed-week-line = 🚪 { $class }: absences of { $week }, subjects not verified: { $unverified }
missed-week-open = Verify
missed-week-open-of = Absences: { $title }
rule-absences-verified-on = { $value ->
    [0] The list of a week's absences does not come by itself
    [1] The list of last week's absences comes to the class teacher on Monday
    [2] The list of last week's absences comes to the class teacher on Tuesday
    [3] The list of last week's absences comes to the class teacher on Wednesday
    [4] The list of last week's absences comes to the class teacher on Thursday
    [5] The list of last week's absences comes to the class teacher on Friday
    [6] The list of last week's absences comes to the class teacher on Saturday
   *[other] The list of last week's absences comes to the class teacher on Sunday
}
why-absences-verified = A week's absences are verified with the subject teachers; an answer holds while the absences are the same (C4.3.1)
