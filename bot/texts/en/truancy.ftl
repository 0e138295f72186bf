# Lessons missed without good reason: warnings to guardians, by the class teacher's word.
place-truancy = Missed: to families
truancies-head = ⚠️ Class <b>{ $title }</b> · missed lessons, to families
truancies-none = Few lessons are missed without good reason: there is nothing to write to families about.
truancies-line = { $index }. { $name } — { $state ->
    [sent] sent: { $reach }
    [dropped] not sent
   *[draft] waits for your word
}{ $count ->
    [0] { "" }
    [one] , { $count } lesson since { $day }
   *[other] , { $count } lessons since { $day }
}
truancy-head = ⚠️ <b>{ $who }</b> · missed lessons
truancy-count = { $count ->
    [one] { $count } lesson was missed without good reason.
   *[other] { $count } lessons were missed without good reason.
}
truancy-earlier = { $count ->
    [one] … and { $count } day before
   *[other] … and { $count } days before
}
truancy-day = { $day }: { $count ->
    [one] lesson { $numbers }
   *[other] lessons { $numbers }
}
truancy-number = { $number }
truancy-usual-words = If there is a reason, please tell the class teacher: a document can be shown later too.
truancy-draft-waits = A draft of a message to the family waits for your word. It does not go by itself.
truancy-still-waits = Since { $day } the draft to the family has been waiting for { $whose ->
    [own] your word. It does not go by itself.
   *[other] the class teacher’s word. It does not go by itself: please bring it to mind.
}
truancy-unread = The message did not reach the family in time: please hand it over on paper.
truancy-open-sent = Whom it reached
truancy-open = Open the draft
truancy-waits = Waits for your word: it does not go by itself.
truancy-is-over = The lessons have got reasons: there is nothing to write about any more. The draft will soon be withdrawn by itself.
truancy-withdrawn = Withdrawn on { $day }: the lessons have got reasons.
truancy-answered = ✍️ { $name }: { $day }, { $time }
news-line-truancy = ⚠️ lessons missed without good reason: { $count }
news-line-truancy-draft = ⚠️ lessons missed: { $count }, a draft to the family waits for you
news-line-truancy-waits = ⚠️ lessons missed: { $count }, the draft to the family waits for { $whose ->
    [own] you
   *[other] the class teacher
} since { $day }
news-line-truancy-unread = ⚠️ lessons missed: { $count }, the message did not reach the family
news-read-truancy = { $name }: missed lessons
refusal-truancy-over = The lessons have got reasons: there is nothing to write about any more. Nothing was sent.
